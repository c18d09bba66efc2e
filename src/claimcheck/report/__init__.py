"""A Report in, one text out: every format is a function in its own file, named in `FORMATS`.

A format module has one function `pieces(report, look) -> Iterator[str]`, which goes through the articles once and holds none of them
longer than it must, so that memory does not grow with their number. Modules are imported when their format is asked for,
because the HTML format needs Jinja2 and the terminal should not wait for it. The same input gives the same text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from claimcheck.errors import UsageError, nearest
from claimcheck.terms import Checked, ReferenceInfo, Report

FORMATS = {
    "text": "claimcheck.report.text",
    "json": "claimcheck.report.json_",
    "jsonl": "claimcheck.report.jsonl",
    "html": "claimcheck.report.html",
    "markdown": "claimcheck.report.markdown",
    "csv": "claimcheck.report.csv_",
    "sarif": "claimcheck.report.sarif",
    "github": "claimcheck.report.github",
    "junit": "claimcheck.report.junit",
    "diff": "claimcheck.report.diff",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a person wants the report: in colour, with everything (`verbose`), only counts (`summary`) or one line (`quiet`).

    `show` names verdicts that are shown in full though they are no problems.
    """

    color: bool = False
    verbose: bool = False
    quiet: bool = False
    summary: bool = False
    show: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stream:
    """A report whose articles come one after another, and only once."""

    as_of: str
    reference: ReferenceInfo
    articles: Iterable[Checked]


class Format(Protocol):
    """What a format module offers."""

    def pieces(self, report: Stream, look: Look) -> Iterator[str]:
        """The whole report in pieces, of which the last ends with a line end."""


def known_format(name: str, others: Sequence[str] = ()) -> str:
    """`name` when it is a format, or one of `others`; else a UsageError that names the nearest."""
    known = [*FORMATS, *others]
    if name not in known:
        raise UsageError(f"unknown format {name!r}{nearest(name, known)}; known: {', '.join(known)}")
    return name


def render(
    report: Report, *, format: str = "text", color: bool = False, verbose: bool = False, quiet: bool = False,
    summary: bool = False, show: Sequence[str] = (),
) -> str:  # fmt: skip
    """The report in one of `FORMATS`. Raises UsageError for an unknown format."""
    stream = Stream(report.as_of, report.reference, report.articles)
    return "".join(pieces(stream, Look(color, verbose, quiet, summary, tuple(show)), format=format))


def pieces(report: Stream, look: Look, *, format: str) -> Iterator[str]:
    """The same piece by piece, for articles that are checked meanwhile."""
    module = cast(Format, import_module(FORMATS[known_format(format)]))
    return module.pieces(report, look)
