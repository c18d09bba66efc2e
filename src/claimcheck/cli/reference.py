"""`claimcheck reference …`: what is known of each model, since when, and from where; words in, plain text out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli import SETTINGS, options
from claimcheck.cli.output import note, say, write
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


@reference.command("format", context_settings=SETTINGS)
@click.option("--check", is_flag=True, help="Change nothing; exit code 1 when a file is not in its form.")
@options.folder
def format_(check: bool, folder: str | None) -> int:
    """Write every model file in the one canonical form: sorted, comments kept."""
    from claimcheck.reference import verbs

    changed = verbs.format_folder(Path(folder) if folder else None, write=not check)
    for path in changed:
        note(f"{path}: {'not in canonical form' if check else 'formatted'}")
    return 1 if check and changed else 0


@reference.command(context_settings=SETTINGS)
@click.option("--days", metavar="N", type=click.IntRange(min=0), default=60, show_default=True, help="How old a check may be.")
@click.option("--as-of", metavar="DATE", callback=options.date, help="As old as on this day.  [default: today]")
@options.folder
def stale(days: int, as_of: str, folder: str | None) -> None:
    """List prices, limits and statuses that should be checked again, oldest check first."""
    from claimcheck.reference.stale import lines, stale

    write(lines(stale(options.reference(folder), as_of=as_of, days=days)), None, as_text=True)


@reference.command(context_settings=SETTINGS)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--all", "every", is_flag=True, help="List also what is the same and the models that the reference lacks.")
@click.option("--as-of", metavar="DATE", callback=options.date, help="What holds on this day.  [default: today]")
@options.folder
def audit(sources: tuple[str, ...], every: bool, as_of: str, folder: str | None) -> None:
    """Hold the reference against public catalogues and judge each difference.

    SOURCE is a file or URL: models.dev's api.json, LiteLLM's model_prices_and_context_window.json, genai-prices' data.json,
    or one model a line in one of these forms.
    """
    from claimcheck.reference import audit as audits
    from claimcheck.reference.catalogues.read import read

    book = options.reference(folder)
    for source in sources:
        found = audits.audit(book, read(source), as_of=as_of)
        write((f"{line}\n" for line in audits.lines(found, every=every)), None, as_text=True)
        write([f"{source}: {audits.summary(found)}\n"], None, as_text=True)


@reference.command("import", context_settings=SETTINGS)
@click.argument("source")
@click.option("--into", metavar="DIR", help="Write one file a model into this folder instead of showing them.")
@click.option("--as-of", metavar="DATE", callback=options.date, help="The day on which SOURCE is read.  [default: today]")
@options.folder
def import_(source: str, into: str | None, as_of: str, folder: str | None) -> None:
    """Propose new models and changed prices of a catalogue as dated facts to review; nothing is overwritten."""
    from claimcheck.reference import audit as audits
    from claimcheck.reference import propose
    from claimcheck.reference.catalogues.read import read

    book = options.reference(folder)
    found = propose.proposals(book, audits.audit(book, read(source), as_of=as_of), checked=as_of)
    if into is not None:
        propose.write_all(found, Path(into))
        note(f"{len(found)} proposed files in {into}; try them with --reference {into}")
    else:
        write((f"# models/{id}.toml\n{text}\n" for id, text in found.items()), None, as_text=True)


@reference.command(context_settings=SETTINGS)
def schema() -> None:
    """Print the JSON Schema of a model file, for editors."""
    from claimcheck.reference import json_schema

    write([json_schema.text()], None, as_text=False)


def _list(entries: Iterable[Entry]) -> None:
    rows = [(entry.id, entry.name) for entry in entries]
    wide = max((len(id) for id, _ in rows), default=0)
    write((f"{id:<{wide}}  {name}\n" for id, name in rows), None, as_text=True)
