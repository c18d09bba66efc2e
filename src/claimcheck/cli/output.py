"""What the command line prints: report text to standard output or a file, single harmless lines to standard error."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from claimcheck.terms import Checked

_IN_MEMORY = 1 << 20  # bytes; what is longer waits on the disk


def write(parts: Iterable[str], output: str | None, *, as_text: bool) -> None:
    """UTF-8, but text for a screen in the screen's encoding; what cannot be encoded is written as an escape."""
    _put(_encoded(parts, output, as_text=as_text), output)


def write_whole(parts: Iterable[str], output: str | None, *, as_text: bool) -> None:
    """As `write`, but nothing of it is seen before all of it is there: until then it waits in a file that has no name.

    That file lies beside the output, or in the folder for temporary files; a killed run leaves nothing of it.
    """
    import tempfile

    beside = os.path.dirname(os.path.realpath(output)) if output is not None and not _is_device(output) else None
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=beside) as waiting:
        for part in _encoded(parts, output, as_text=as_text):
            waiting.write(part)
        waiting.seek(0)
        _put(iter(lambda: waiting.read(_IN_MEMORY), b""), output)


def _is_device(output: str) -> bool:
    return os.path.exists(output) and not os.path.isfile(output)


def _encoded(parts: Iterable[str], output: str | None, *, as_text: bool) -> Iterator[bytes]:
    encoding = (sys.stdout.encoding or "utf-8") if as_text and output is None else "utf-8"
    encoder = codecs.getincrementalencoder(encoding)("backslashreplace")
    return map(encoder.encode, parts)


def _put(parts: Iterable[bytes], output: str | None) -> None:
    if output is None:
        for part in parts:
            sys.stdout.buffer.write(part)
            sys.stdout.buffer.flush()
        return
    from claimcheck.report.write import atomic

    with atomic(output) as file:
        file.writelines(parts)


def tell_unread(articles: Iterable[Checked]) -> None:
    """One line for every article that could not be read."""
    for checked in articles:
        if checked.article.error is not None:
            say(f"{checked.article.path}: {checked.article.error}")


def say(message: str) -> None:
    """One harmless line on standard error, as an error."""
    click.echo(f"claimcheck: error: {_harmless(message)}", err=True)


def note(message: str) -> None:
    """One harmless line on standard error that is no error."""
    click.echo(f"claimcheck: {_harmless(message)}", err=True)


def _harmless(message: str) -> str:
    from claimcheck.report import safe

    return safe.line(" ".join(message.split()))


def fail(message: str, code: int) -> int:
    """Says the message, gives the code."""
    say(message)
    return code


def silence() -> None:
    """Points standard output to nowhere, so that closing it at the end of the program says nothing."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def color() -> bool:
    """Whether standard output wants colour; see https://no-color.org and https://force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def same_screen() -> bool:
    """Whether report and errors end up before the same eyes; then what could not be read is said once."""
    return sys.stdout.isatty() and sys.stderr.isatty()
