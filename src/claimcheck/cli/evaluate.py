"""`claimcheck evaluate [GOLD…]`: annotated articles in, how well claimcheck reads and judges them out."""

from __future__ import annotations

import click

from claimcheck.cli import SETTINGS, options
from claimcheck.cli.output import say, write

DEFAULT = "corpus/expected"


@click.command(context_settings=SETTINGS)
@click.argument("gold", metavar="[GOLD]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--show-errors", is_flag=True, help="List what was missed, found without being there, or judged wrongly.")
@click.option("--part", metavar="NAME", help="Only articles of this part: tuned or held.")
@click.option("--min", "minimum", metavar="FILE", help="Compare with the figures recorded in FILE; exit code 1 when one is worse.")
@click.option("--record", metavar="FILE", help="Record the figures in FILE; those of the same articles only ever get better.")
@options.folder
def evaluate(
    gold: tuple[str, ...], as_json: bool, show_errors: bool, part: str | None, minimum: str | None, record: str | None, folder: str | None
) -> int:  # fmt: skip
    """Measure claimcheck on annotated articles.

    GOLD are gold files or folders of them (see corpus/README.md).  [default: corpus/expected]
    """
    import json
    from pathlib import Path

    from claimcheck.evaluate import compare, figures, recorded, show
    from claimcheck.evaluate import gold as files

    before = recorded.read(minimum) if minimum else None
    golds = files.read(gold or (DEFAULT,), part=part)
    outcomes = compare.compare(golds, reference=folder)
    measured = figures.figures(golds, outcomes)
    parts = [show.errors(outcomes), "\n"] if show_errors and not as_json else []
    write([*parts, json.dumps(measured, indent=1) + "\n" if as_json else show.text(measured)], None, as_text=True)
    now = recorded.kept(measured, golds)
    if record:
        recorded.write(record, recorded.raised(recorded.read(record) if Path(record).exists() else None, now))
    worse = recorded.dropped(before, now) if before else []
    for line in worse:
        say(f"{minimum}: {line}")
    return 1 if worse else 0
