"""A Report in, one text out: every format is a pure function in its own file, named in `FORMATS`.

A format module has one function `render(report, look) -> str`. Modules are imported when their format is asked for,
because the HTML format needs Jinja2 and the terminal should not wait for it. The same input gives the same text.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from claimcheck.errors import UsageError, nearest
from claimcheck.terms import Report

FORMATS = {
    "text": "claimcheck.report.text",
    "json": "claimcheck.report.json_",
    "jsonl": "claimcheck.report.jsonl",
    "html": "claimcheck.report.html",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a person wants the report: colour, everything (`verbose`) or only the summary line (`quiet`)."""

    color: bool = False
    verbose: bool = False
    quiet: bool = False


class Format(Protocol):
    """What a format module offers."""

    def render(self, report: Report, look: Look) -> str:
        """The whole report as one text that ends with a line end."""


def known_format(name: str) -> str:
    """`name` when it is a format, or else a UsageError that names the nearest."""
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}{nearest(name, list(FORMATS))}; known: {', '.join(FORMATS)}")
    return name


def render(
    report: Report, *, format: str = "text", color: bool = False, verbose: bool = False, quiet: bool = False
) -> str:
    """The report in one of `FORMATS`. Raises UsageError for an unknown format."""
    module = cast(Format, import_module(FORMATS[known_format(format)]))
    return module.render(report, Look(color=color, verbose=verbose, quiet=quiet))
