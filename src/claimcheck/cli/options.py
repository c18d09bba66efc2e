"""Options that several verbs share, and how their words are read: text in, plain values out, UsageError when wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.errors import UsageError, nearest

if TYPE_CHECKING:
    from claimcheck.reference.load import Reference

FAIL_ON = ("refuted", "undisclosed", "outdated", "inconsistent")
OTHER_FAILS = ("nei", "supported", "unused_waiver")

folder = click.option("--reference", "folder", metavar="DIR", help="Folder of the reference.")


def date(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> str:
    """An ISO day; today when nothing is given."""
    from datetime import date

    if text is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"--as-of {text!r} is no date; write it as YYYY-MM-DD, like 2026-11-21") from None


def max_age(_ctx: click.Context, _parameter: click.Parameter, days: int | None) -> int:
    """Days after which the check of a volatile fact is too old to refute; the reference's own limit when nothing is given."""
    from claimcheck.reference.trust import MAX_AGE_DAYS

    return MAX_AGE_DAYS if days is None else days


def known_format(_ctx: click.Context, _parameter: click.Parameter, name: str) -> str:
    """The name of a report format; nothing when none was given."""
    from claimcheck.cli.batch import TABLES

    if not name:
        return name
    from claimcheck.report import known_format

    return known_format(name, TABLES)


def fail_on(_ctx: click.Context, _parameter: click.Parameter, text: str) -> tuple[str, ...]:
    """Verdicts with commas between; `none` gives none."""
    names = names_of(text, "--fail-on", [*FAIL_ON, *OTHER_FAILS, "none"])
    if "none" in names and len(names) > 1:
        raise UsageError("--fail-on: 'none' cannot stand beside other verdicts")
    return () if names == ("none",) else names


def show(_ctx: click.Context, _parameter: click.Parameter, text: str) -> tuple[str, ...]:
    """Verdicts with commas between."""
    return names_of(text, "--show", ["supported", "nei", "refuted", "undisclosed", "outdated", "waived"])


def names_of(text: str, option: str, known: list[str]) -> tuple[str, ...]:
    """Words with commas between, each of them known."""
    names = tuple(part.strip() for part in text.split(",") if part.strip())
    for name in names:
        if name not in known:
            raise UsageError(f"{option}: unknown verdict {name!r}{nearest(name, known)}; known: {', '.join(known)}")
    return names


def reference(folder: str | None) -> Reference:
    """The reference that came along, or the one in `folder`."""
    from claimcheck.reference.load import load

    return load(Path(folder) if folder else None)
