"""`claimcheck [check] PATH...`: articles in, a report in one of the formats out, and an exit code that says what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli import SETTINGS, options
from claimcheck.cli.output import color, same_screen, tell_unread, write
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.report.summary import Counts
    from claimcheck.terms import Report


def _version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from claimcheck.report.json_ import tool_version

        click.echo(f"claimcheck {tool_version()}")
        ctx.exit()


@click.command(context_settings=SETTINGS)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format",
    "-f",
    "form",
    metavar="NAME",
    default="text",
    callback=options.known_format,
    help="Report format: text, json, jsonl or html.  [default: text]",
)
@click.option(
    "--output", "-o", metavar="FILE", help="Write the report to FILE, all at once, instead of standard output."
)
@click.option(
    "--as-of", metavar="DATE", callback=options.date, help="Judge as of this day (YYYY-MM-DD).  [default: today]"
)
@click.option(
    "--fail-on",
    metavar="LIST",
    default=",".join(options.FAIL_ON),
    callback=options.fail_on,
    help="Verdicts that make the exit code 1, with commas, or none.  [default: " + ",".join(options.FAIL_ON) + "]",
)
@click.option("--reference", metavar="DIR", help="Folder of the reference.  [default: the one that came along]")
@click.option("--exclude", metavar="GLOB", multiple=True, help="Skip paths that match; may be given several times.")
@click.option("--verbose", "-v", is_flag=True, help="Show every finding in full, and what was not checked.")
@click.option("--quiet", "-q", is_flag=True, help="Show only the summary line.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and exit."
)
def check(
    paths: tuple[str, ...], form: str, output: str | None, as_of: str, fail_on: tuple[str, ...],
    reference: str | None, exclude: tuple[str, ...], verbose: bool, quiet: bool,
) -> int:  # fmt: skip
    """Check articles; the word `check` may be left out."""
    if verbose and quiet:
        raise UsageError("--verbose and --quiet exclude each other")
    if output == "-":
        output = None
    if output is not None:
        from claimcheck.report.write import check as check_writable

        check_writable(output)
    run = {"as_of": as_of, "reference": reference, "exclude": exclude}
    counts = _stream(paths, output, run) if form == "jsonl" else _whole(paths, form, output, {"verbose": verbose, "quiet": quiet}, run)
    if counts.unreadable:
        return 3
    return 1 if any(counts.of(name) for name in fail_on) else 0


def _whole(
    paths: tuple[str, ...], form: str, output: str | None, look: dict[str, bool], run: dict[str, Any]
) -> Counts:
    """Checks all, then writes one report."""
    from claimcheck.report import render
    from claimcheck.report.summary import totals
    from claimcheck.run import check as run_check

    report: Report = run_check(paths, **run)
    text = render(report, format=form, color=output is None and color(), **look)
    if not (form == "text" and output is None and same_screen()):
        tell_unread(report.articles)
    write([text], output, as_text=form == "text")
    return totals(report)


def _stream(paths: tuple[str, ...], output: str | None, run: dict[str, Any]) -> Counts:
    """Writes each article as soon as it is done."""
    from claimcheck.report import summary
    from claimcheck.report.jsonl import line
    from claimcheck.run import iter_checked, load_reference

    counts = summary.count([])
    book = load_reference(run["reference"])

    def lines() -> Iterator[str]:
        nonlocal counts
        for checked in iter_checked(paths, as_of=run["as_of"], book=book, exclude=run["exclude"]):
            counts = counts.plus(summary.count([checked]))
            tell_unread([checked])
            yield line(checked)

    write(lines(), output, as_text=False)
    return counts
