"""The command line: options in, run, write, exit code; the only file that prints.

Only click is imported here, so that `--help` answers at once; every command imports what it needs when it runs.
Reports go to standard output or `-o`; everything else, always one line, goes to standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from claimcheck.errors import ClaimcheckError, UsageError, nearest

if TYPE_CHECKING:
    from claimcheck.reference.load import Entry, Reference
    from claimcheck.report.summary import Counts
    from claimcheck.terms import Checked, Report

FAIL_ON = ("refuted", "undisclosed", "outdated", "inconsistent")
OTHER_FAILS = ("nei", "supported")
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Claimcheck(click.Group):
    """A group whose first word may also be a path: `claimcheck a.md` is `claimcheck check a.md`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What does not begin with a verb is meant for `check`."""
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "-h")):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both ways to call the program."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] PATH...")
        formatter.write_usage(ctx.command_path, "reference COMMAND [ARGS]...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of `check`, then the verbs."""
        check.format_options(click.Context(check, parent=ctx), formatter)
        self.format_commands(ctx, formatter)

    def main(  # type: ignore[override]  # one signature instead of click's two
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> Any:
        """Runs, and turns every foreseen mistake into one line on standard error and the exit code of the contract."""
        if not extra.pop("standalone_mode", True):
            return super().main(args, prog_name, standalone_mode=False, **extra)
        sys.exit(self._code(args, prog_name, **extra))

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the verb; ends quietly when the reader of the report goes away, before click makes exit code 1 of it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _silence()
            return 141  # 128 + SIGPIPE
        except KeyboardInterrupt:
            return _fail("interrupted", 130)

    def _code(self, args: Sequence[str] | None, prog_name: str | None, **extra: Any) -> int:
        try:
            code = super().main(args, prog_name, standalone_mode=False, **extra)
            return code if isinstance(code, int) else 0
        except ClaimcheckError as error:
            return _fail(str(error), error.exit_code)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            return 2
        except click.ClickException as error:
            return _fail(f"{error.format_message().rstrip('.')} (see claimcheck --help)", 2)
        except (click.Abort, KeyboardInterrupt):
            return _fail("interrupted", 130)
        except OSError as error:
            return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error), 2)


@click.group(cls=Claimcheck, context_settings=SETTINGS)
def main() -> None:
    """Check what articles say of language models against a dated, sourced reference.

    PATH is a file, a folder (read recursively), a URL, or - for standard input.

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 usage, configuration or reference error, 3 some article
    could not be read (the others were checked and reported).
    """


def _version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from claimcheck.report.json_ import tool_version

        click.echo(f"claimcheck {tool_version()}")
        ctx.exit()


def _date(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> str:
    from datetime import date

    if text is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"--as-of {text!r} is no date; write it as YYYY-MM-DD, like 2026-11-21") from None


def _format(_ctx: click.Context, _parameter: click.Parameter, name: str) -> str:
    from claimcheck.report import known_format

    return known_format(name)


def _fail_on(_ctx: click.Context, _parameter: click.Parameter, text: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in text.split(",") if part.strip())
    known = [*FAIL_ON, *OTHER_FAILS, "none"]
    for name in names:
        if name not in known:
            raise UsageError(f"--fail-on: unknown verdict {name!r}{nearest(name, known)}; known: {', '.join(known)}")
    if "none" in names and len(names) > 1:
        raise UsageError("--fail-on: 'none' cannot stand beside other verdicts")
    return () if names == ("none",) else names


@main.command(context_settings=SETTINGS)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format",
    "-f",
    "form",
    metavar="NAME",
    default="text",
    callback=_format,
    help="Report format: text, json, jsonl or html.  [default: text]",
)
@click.option(
    "--output", "-o", metavar="FILE", help="Write the report to FILE, all at once, instead of standard output."
)
@click.option("--as-of", metavar="DATE", callback=_date, help="Judge as of this day (YYYY-MM-DD).  [default: today]")
@click.option(
    "--fail-on",
    metavar="LIST",
    default=",".join(FAIL_ON),
    callback=_fail_on,
    help="Verdicts that make the exit code 1, with commas, or none.  [default: " + ",".join(FAIL_ON) + "]",
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
    options = {"as_of": as_of, "reference": reference, "exclude": exclude}
    if form == "jsonl":
        counts = _stream(paths, output, options)
    else:
        counts = _whole(paths, form, output, {"verbose": verbose, "quiet": quiet}, options)
    if counts.unreadable:
        return 3
    return 1 if any(counts.of(name) for name in fail_on) else 0


@main.group("reference", context_settings=SETTINGS)
def reference_() -> None:
    """Look into the reference: what is known of each model, since when, and from where."""


_folder = click.option("--reference", "folder", metavar="DIR", help="Folder of the reference.")


@reference_.command("list", context_settings=SETTINGS)
@click.option("--developer", metavar="NAME", help="Only models of this developer.")
@_folder
def list_(developer: str | None, folder: str | None) -> None:
    """List all models: id and name."""
    from claimcheck.reference import verbs

    _list(verbs.list_models(_reference(folder), developer=developer))


@reference_.command(context_settings=SETTINGS)
@click.argument("words", nargs=-1, required=True)
@_folder
def search(words: tuple[str, ...], folder: str | None) -> None:
    """Find models whose id, name, developer or aliases hold all WORDS."""
    from claimcheck.reference import verbs

    found = verbs.search(_reference(folder), " ".join(words))
    if not found:
        raise UsageError(f"no model in the reference is like {' '.join(words)!r}")
    _list(found)


@reference_.command(context_settings=SETTINGS)
@click.argument("model")
@click.option("--as-of", metavar="DATE", callback=_date, help="What holds on this day.  [default: today]")
@_folder
def show(model: str, as_of: str, folder: str | None) -> None:
    """Show what is known of MODEL (id, name or alias), with dates and sources."""
    from claimcheck.reference import verbs

    _write([verbs.show(_reference(folder), model, as_of=as_of)], None, as_text=True)


@reference_.command(context_settings=SETTINGS)
@_folder
def validate(folder: str | None) -> int:
    """Check every file of the reference; one line an error, exit code 2 when there is one."""
    from pathlib import Path

    from claimcheck.reference import verbs

    errors = verbs.validate(Path(folder) if folder else None)
    for error in errors:
        _say(error)
    if not errors:
        click.echo("the reference is valid", err=True)
    return 2 if errors else 0


@reference_.command(context_settings=SETTINGS)
@_folder
def stats(folder: str | None) -> None:
    """Count models and facts, by attribute and by how they were vetted."""
    from claimcheck.reference import verbs
    from claimcheck.report.words import count

    found = verbs.stats(_reference(folder))
    lines = [
        f"{count(found.models, 'model')} of {count(found.developers, 'developer')}, {count(found.facts, 'fact')}",
        f"{found.primary_share:.0%} of the facts rest on the vendor's own words",
        f"oldest check: {found.oldest_check or 'none'}",
    ]
    for title, numbers in (("by attribute", found.by_attribute), ("by grade", found.by_grade)):
        lines += ["", title, *(f"  {name:<24}{number:>8,}" for name, number in numbers.items())]
    _write(["\n".join(lines) + "\n"], None, as_text=True)


def _reference(folder: str | None) -> Reference:
    from pathlib import Path

    from claimcheck.reference.load import load

    return load(Path(folder) if folder else None)


def _list(entries: Iterable[Entry]) -> None:
    rows = [(entry.id, entry.name) for entry in entries]
    wide = max((len(id) for id, _ in rows), default=0)
    _write((f"{id:<{wide}}  {name}\n" for id, name in rows), None, as_text=True)


def _whole(
    paths: tuple[str, ...], form: str, output: str | None, look: dict[str, bool], options: dict[str, Any]
) -> Counts:
    """Checks all, then writes one report."""
    from claimcheck.report import render
    from claimcheck.report.summary import totals
    from claimcheck.run import check as run_check

    report: Report = run_check(paths, **options)
    text = render(report, format=form, color=output is None and _color(), **look)
    if not (form == "text" and output is None and _same_screen()):
        _tell_unread(report.articles)
    _write([text], output, as_text=form == "text")
    return totals(report)


def _stream(paths: tuple[str, ...], output: str | None, options: dict[str, Any]) -> Counts:
    """Writes each article as soon as it is done."""
    from claimcheck.report import summary
    from claimcheck.report.jsonl import line
    from claimcheck.run import iter_checked, load_reference

    counts = summary.count([])
    book = load_reference(options["reference"])

    def lines() -> Iterator[str]:
        nonlocal counts
        for checked in iter_checked(paths, as_of=options["as_of"], book=book, exclude=options["exclude"]):
            counts = counts.plus(summary.count([checked]))
            _tell_unread([checked])
            yield line(checked)

    _write(lines(), output, as_text=False)
    return counts


def _write(parts: Iterable[str], output: str | None, *, as_text: bool) -> None:
    """UTF-8, but text for a screen in the screen's encoding; what cannot be encoded is written as an escape."""
    if output is not None:
        from claimcheck.report.write import atomic

        with atomic(output) as file:
            for part in parts:
                file.write(part.encode("utf-8", "backslashreplace"))
        return
    encoding = (sys.stdout.encoding or "utf-8") if as_text else "utf-8"
    for part in parts:
        sys.stdout.buffer.write(part.encode(encoding, "backslashreplace"))
        sys.stdout.buffer.flush()


def _tell_unread(articles: Iterable[Checked]) -> None:
    for checked in articles:
        if checked.article.error is not None:
            _say(f"{checked.article.path}: {checked.article.error}")


def _say(message: str) -> None:
    """One harmless line on standard error."""
    from claimcheck.report import safe

    click.echo(f"claimcheck: error: {safe.line(' '.join(message.split()))}", err=True)


def _fail(message: str, code: int) -> int:
    _say(message)
    return code


def _silence() -> None:
    """Points standard output to nowhere, so that closing it at the end of the program says nothing."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _color() -> bool:
    """Whether standard output wants colour; see https://no-color.org and https://force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _same_screen() -> bool:
    """Whether report and errors end up before the same eyes; then what could not be read is said once."""
    return sys.stdout.isatty() and sys.stderr.isatty()
