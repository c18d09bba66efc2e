"""The command line: a word in, the verb's file loaded and run, an exit code out; only this room prints.

A new verb is one file here and one line in `VERBS`. Only click is imported at the top, so that `--help` answers at once:
a verb's file is loaded when the verb is used, and it imports what it needs when it runs. Reports go to standard output
or `-o`; everything else, always one line, goes to standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

import click

from claimcheck.cli.output import fail, silence
from claimcheck.errors import ClaimcheckError

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Verb(NamedTuple):
    """A verb: where its click command stands (`module:name`) and what `--help` says of it."""

    place: str
    help: str


VERBS = {
    "check": Verb("claimcheck.cli.check:check", "Check articles; the word `check` may be left out."),
    "reference": Verb("claimcheck.cli.reference:reference", "Look into the reference: what is known of each model."),
    "evaluate": Verb("claimcheck.cli.evaluate:evaluate", "Measure claimcheck on annotated articles."),
    "diff": Verb("claimcheck.cli.diff:diff", "Compare two runs: what became wrong since, what was mended."),
    "cache": Verb("claimcheck.cli.cache:cache", "Look at the cache of checked articles, or clear it."),
}


class Claimcheck(click.Group):
    """A group whose verbs are loaded when used, and whose first word may also be a path: `claimcheck a.md`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order of the list."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The verb's command, imported now."""
        if name not in VERBS:
            return None
        module, _, command = VERBS[name].place.partition(":")
        found = getattr(import_module(module), command)
        assert isinstance(found, click.Command), VERBS[name].place
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What does not begin with a verb is meant for `check`."""
        if not args or (args[0] not in VERBS and args[0] not in ("--help", "-h")):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All ways to call the program."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] PATH...")
        formatter.write_usage(ctx.command_path, "COMMAND [OPTIONS] [ARGS]...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of `check`, then the verbs with the words of the list, so that none of the others is loaded."""
        check = self.get_command(ctx, "check")
        assert check is not None
        check.format_options(click.Context(check, parent=ctx), formatter)
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.help) for name, verb in VERBS.items()])

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
            silence()
            return 141  # 128 + SIGPIPE
        except KeyboardInterrupt:
            return fail("interrupted", 130)

    def _code(self, args: Sequence[str] | None, prog_name: str | None, **extra: Any) -> int:
        try:
            code = super().main(args, prog_name, standalone_mode=False, **extra)
            return code if isinstance(code, int) else 0
        except ClaimcheckError as error:
            return fail(str(error), error.exit_code)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            return 2
        except click.ClickException as error:
            return fail(f"{error.format_message().rstrip('.')} (see claimcheck --help)", 2)
        except (click.Abort, KeyboardInterrupt):
            return fail("interrupted", 130)
        except OSError as error:
            return fail(f"{error.filename}: {error.strerror}" if error.filename else str(error), 2)


@click.group(cls=Claimcheck, context_settings=SETTINGS)
def main() -> None:
    """Check what articles say of language models against a dated, sourced reference.

    PATH is a file, a folder (read recursively), a data set, the address of a page, or - for standard input.

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 usage, configuration or reference error, 3 some article
    could not be read (the others were checked and reported).
    """
