"""Bytes on to disk all at once: a path in, a file to write to out; readers see the old or the new, never half."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from claimcheck.errors import UsageError


@contextmanager
def atomic(path: str) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends well, and vanishes when it does not.

    A symbolic link keeps pointing where it does, an existing file keeps its permissions, and what is no regular file
    (`/dev/null`, a pipe) is written to directly. Raises UsageError in one line when `path` cannot be written.
    """
    target = Path(os.path.realpath(path))
    check(path)
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield cast(BinaryIO, file)
        return
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield cast(BinaryIO, file)
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def check(path: str) -> None:
    """Raises UsageError when `path` can surely not be written; asked before long work begins."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise UsageError(f"cannot write {path}: it is a folder")
    if not target.parent.is_dir():
        raise UsageError(f"cannot write {path}: there is no folder {os.path.dirname(path) or target.parent}")


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
