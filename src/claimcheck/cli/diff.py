"""`claimcheck diff OLD NEW`: the results of two runs in, what became wrong and what was mended out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimcheck.cli import SETTINGS
from claimcheck.cli.output import write

if TYPE_CHECKING:
    from claimcheck.scale.diff import Change


@click.command(context_settings=SETTINGS)
@click.argument("old", metavar="OLD.jsonl", type=click.Path(exists=True, dir_okay=False))
@click.argument("new", metavar="NEW.jsonl", type=click.Path(exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def diff(old: str, new: str, as_json: bool) -> int:
    """Compare two runs: what became wrong since, what was mended.

    OLD and NEW are results of --format jsonl or json. A claim that only moved is no change. Exit code 1 when something
    became wrong.
    """
    import json
    from dataclasses import asdict

    from claimcheck.report.words import count
    from claimcheck.scale.diff import difference

    found = difference(old, new)
    if as_json:
        write([json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"], None, as_text=False)
    else:
        lines = [f"{_line('-', change)}\n" for change in found.mended] + [f"{_line('+', change)}\n" for change in found.wrong]
        tail = f"{count(len(found.wrong), 'claim')} became wrong, {len(found.mended):,} mended, {found.same:,} as wrong as before\n"
        write([*lines, tail], None, as_text=True)
    return 1 if found.wrong else 0


def _line(sign: str, change: Change) -> str:
    verdicts = f"{change.before or 'new'} → {change.after or 'gone'}"
    return f"{sign} {change.path}:{change.line}: “{' '.join(change.quote.split())}” {verdicts}: {change.message}"
