"""Many articles: the options for them in, lines or tables of findings in a file out, resumed where a killed run stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from claimcheck.errors import UsageError, nearest

if TYPE_CHECKING:
    from claimcheck.report.summary import Counts
    from claimcheck.scale.journal import Journal
    from claimcheck.terms import Checked

Command = Callable[..., Any]
TABLES = ("findings", "parquet")  # formats that only this file writes: one row a finding
FIELDS = ("text", "id", "date", "title", "format")


def options(command: Command) -> Command:
    """How to work through many articles; all of them end up in `check`'s `run`."""
    for option in (
        click.option("--baseline", metavar="FILE", help="Pass over what is wrong in FILE too, the result (jsonl or json) of an earlier run."),
        click.option("--address", metavar="ADDRESS", help="Ray cluster to run on, with --engine ray.  [default: one on this machine]"),
        click.option("--engine", type=click.Choice(["local", "ray"]), default="local", help="Where to work: processes here, or Ray."),
        click.option("--no-resume", "resume", is_flag=True, flag_value=False, default=True, help="Begin an unfinished -o FILE anew."),
        click.option("--no-cache", "cache", is_flag=True, flag_value=False, default=True, help="Read and judge everything anew."),
        click.option(
            "--column", "columns", metavar="FIELD=NAME", multiple=True, callback=_columns,
            help="Column of a data set that is the text, id, date, title or format.  [default: the same names]",
        ),
        click.option("--jobs", "-j", metavar="N", type=click.IntRange(1, 4096), help="Worker processes.  [default: the cores]"),
    ):  # fmt: skip
        command = option(command)
    return command


def keep(form: str, *, folder: bool) -> str:
    """What of a checked article a format still needs: its blocks for pages, else its text."""
    return "blocks" if folder or form in ("html", "diff") else "text"


def since(baseline: str | None, checked: Iterator[Checked]) -> Iterator[Checked]:
    """The articles without what was wrong already in an earlier run; says how much that is."""
    if baseline is None:
        yield from checked
        return
    from claimcheck.cli.output import note
    from claimcheck.report.words import count
    from claimcheck.scale.diff import Baseline

    known = Baseline(baseline)
    for each in checked:
        yield known.without(each)
    if known.passed:
        note(f"passed over what is in the baseline: {count(known.passed, 'wrong claim')}")


def is_for(form: str, output: str | None, run: dict[str, Any]) -> bool:
    """Whether `write` does this run: tables, lines to a file, anything on Ray."""
    import os

    if run["engine"] == "ray" and form not in ("jsonl", *TABLES):
        raise UsageError(f"--engine ray writes jsonl, findings or parquet, not {form}")
    if form in TABLES or run["engine"] == "ray":
        if run["baseline"]:
            raise UsageError("--baseline does not go with tables or Ray; compare afterwards with claimcheck diff")
        if output is None:
            raise UsageError(f"the format {form} needs -o FILE" if form in TABLES else "--engine ray needs -o FILE")
        return True
    return form == "jsonl" and output is not None and not run["baseline"] and (os.path.isfile(output) or not os.path.exists(output))


def write(paths: tuple[str, ...], form: str, output: str, run: dict[str, Any]) -> Counts:
    """Checks all into one file that appears when it is whole."""
    from claimcheck.report.summary import count
    from claimcheck.scale import parquet
    from claimcheck.scale.journal import Journal
    from claimcheck.scale.outcome import counts_of

    if form == "parquet":
        parquet.schema()
    journal = Journal(output, run=_fingerprint(run), resume=run["resume"] and run["engine"] == "local")
    try:
        _fill(journal, paths, run)
        journal.finish({"parquet": parquet.write, "findings": parquet.write_rows}.get(form))
    except KeyboardInterrupt:
        journal.close()
        from claimcheck.cli.output import note

        note(f"{journal.done:,} articles are done and kept; the same command goes on from there")
        raise
    finally:
        journal.close()
    return counts_of(journal.numbers) if journal.numbers else count([])


def _fill(journal: Journal, paths: tuple[str, ...], run: dict[str, Any]) -> None:
    from claimcheck.cli.checking import total
    from claimcheck.cli.output import note, say
    from claimcheck.cli.progress import watched
    from claimcheck.run import iter_outcomes
    from claimcheck.scale.outcome import Outcome

    def left(items: Any) -> Any:
        waiting = journal.kept(items)
        if journal.done:
            note(f"{journal.done:,} articles were done before and are kept")
        return waiting

    outcomes = iter_outcomes(paths, left=left, **run)
    everything = total(paths, run) if run["engine"] == "local" else None
    for done in watched(outcomes, total=everything and everything - journal.done, counted=Outcome.counts):
        if done.error is not None:
            say(f"{done.path}: {done.error}")
        journal.add(done)


def _columns(_ctx: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> Any:
    """`text=body` and the like as Columns; None when nothing is given."""
    if not given:
        return None
    from claimcheck.articles.datasets import Columns

    named: dict[str, str] = {}
    for each in given:
        field, cut, name = each.partition("=")
        if field not in FIELDS or not cut or not name:
            hint = nearest(field, list(FIELDS)) if field not in FIELDS else ""
            raise UsageError(f"--column {each!r}: write FIELD=NAME with a field of {', '.join(FIELDS)}{hint}")
        named[field] = name
    return Columns(**named)


def _fingerprint(run: dict[str, Any]) -> str:
    """A hash of what decides a line beside its article: the date, the age limit, the reference, the program."""
    import hashlib

    from claimcheck.run import load_reference
    from claimcheck.scale.fingerprint import program

    parts = (run["as_of"], run["max_age"], load_reference(run["reference"]).key, program(), run["columns"])
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]
