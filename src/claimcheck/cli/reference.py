"""`claimcheck reference …`: what is known of each model, since when, and from where; words in, plain text out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli import SETTINGS, options
from claimcheck.cli.output import say, write
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.reference.load import Entry


@click.group(context_settings=SETTINGS)
def reference() -> None:
    """Look into the reference: what is known of each model, since when, and from where."""


@reference.command("list", context_settings=SETTINGS)
@click.option("--developer", metavar="NAME", help="Only models of this developer.")
@options.folder
def list_(developer: str | None, folder: str | None) -> None:
    """List all models: id and name."""
    from claimcheck.reference import verbs

    _list(verbs.list_models(options.reference(folder), developer=developer))


@reference.command(context_settings=SETTINGS)
@click.argument("words", nargs=-1, required=True)
@options.folder
def search(words: tuple[str, ...], folder: str | None) -> None:
    """Find models whose id, name, developer or aliases hold all WORDS."""
    from claimcheck.reference import verbs

    found = verbs.search(options.reference(folder), " ".join(words))
    if not found:
        raise UsageError(f"no model in the reference is like {' '.join(words)!r}")
    _list(found)


@reference.command(context_settings=SETTINGS)
@click.argument("model")
@click.option("--as-of", metavar="DATE", callback=options.date, help="What holds on this day.  [default: today]")
@options.folder
def show(model: str, as_of: str, folder: str | None) -> None:
    """Show what is known of MODEL (id, name or alias), with dates and sources."""
    from claimcheck.reference import verbs

    write([verbs.show(options.reference(folder), model, as_of=as_of)], None, as_text=True)


@reference.command(context_settings=SETTINGS)
@options.folder
def validate(folder: str | None) -> int:
    """Check every file of the reference; one line an error, exit code 2 when there is one."""
    from claimcheck.reference import verbs

    errors = verbs.validate(Path(folder) if folder else None)
    for error in errors:
        say(error)
    if not errors:
        click.echo("the reference is valid", err=True)
    return 2 if errors else 0


@reference.command(context_settings=SETTINGS)
@options.folder
def stats(folder: str | None) -> None:
    """Count models and facts, by attribute and by how they were vetted."""
    from claimcheck.reference import verbs
    from claimcheck.report.words import count

    found = verbs.stats(options.reference(folder))
    lines = [
        f"{count(found.models, 'model')} of {count(found.developers, 'developer')}, {count(found.facts, 'fact')}",
        f"{found.primary_share:.0%} of the facts rest on the vendor's own words",
        f"oldest check: {found.oldest_check or 'none'}",
    ]
    for title, numbers in (("by attribute", found.by_attribute), ("by grade", found.by_grade)):
        lines += ["", title, *(f"  {name:<24}{number:>8,}" for name, number in numbers.items())]
    write(["\n".join(lines) + "\n"], None, as_text=True)


def _list(entries: Iterable[Entry]) -> None:
    rows = [(entry.id, entry.name) for entry in entries]
    wide = max((len(id) for id, _ in rows), default=0)
    write((f"{id:<{wide}}  {name}\n" for id, name in rows), None, as_text=True)
