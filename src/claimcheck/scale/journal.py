"""The lines of a long run in, one whole file out; a run that was killed goes on where it stopped.

Beside the output stand two hidden files: `.NAME.part`, which holds the finished lines and nothing else, and
`.NAME.journal`, which says of each line what article it is of, a hash of that article's content, and its length and checksum.
At the end the part takes the place of the output. A line counts when both files have all of it and the article is unchanged.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.report.write import check
from claimcheck.scale import outcome
from claimcheck.scale.items import Item
from claimcheck.scale.outcome import Outcome

_SECONDS = 0.5  # at most so much work is lost by kill -9


class Journal:
    """One unfinished output. `run` is a hash of all that, beside the articles, decides what is written."""

    def __init__(self, output: str, *, run: str, resume: bool = True) -> None:
        check(output)
        self.output = Path(os.path.realpath(output))
        self.part, self._log_path = (self.output.with_name(f".{self.output.name}.{kind}") for kind in ("part", "journal"))
        self.done = 0
        self.numbers: tuple[int, ...] | None = None
        self._flushed = time.monotonic()
        try:
            self._log = open(self._log_path, "a+b")  # noqa: SIM115  # closed by close()
            self._lock()
            self._part = open(self.part, "a+b")  # noqa: SIM115
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror}") from error
        self._head = json.dumps({"claimcheck": run}).encode() + b"\n"
        self._log.seek(0)
        if not resume or self._log.readline() != self._head:
            self._cut(0, 0)
            self._log.write(self._head)

    def kept(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items that are still to be done; what is kept of the others is counted in `done` and `numbers`."""
        queue = iter(items)
        self._log.seek(len(self._head))
        self._part.seek(0)
        log_end, part_end = len(self._head), 0
        ahead: list[Item] = []
        for raw in self._log:
            ahead = [item] if (item := next(queue, None)) else []
            size = self._holds(raw, ahead)
            if size is None:
                break
            ahead = []
            log_end, part_end = log_end + len(raw), part_end + size
        self._cut(log_end, part_end)
        return chain(ahead, queue)

    def add(self, done: Outcome) -> None:
        """One more line. Raises ClaimcheckError when the disk is full; what was done before is kept."""
        entry = [done.path, done.content, len(done.line), zlib.crc32(done.line), done.numbers]
        with self._told():
            self._part.write(done.line)
            self._log.write(json.dumps(entry, separators=(",", ":")).encode() + b"\n")
            if time.monotonic() - self._flushed > _SECONDS:
                self._flush()
        self._count(done.numbers)

    def finish(self, made: Callable[[Path, BinaryIO], None] | None = None) -> None:
        """Put the output in its place; `made` writes it from the finished lines when it is not just these."""
        from claimcheck.report.write import atomic

        with self._told():
            self._flush()
            os.fsync(self._part.fileno())
            if made is None and not self.output.exists():
                os.chmod(self.part, 0o666 & ~_umask())
                os.replace(self.part, self.output)
            else:
                with atomic(str(self.output)) as file:
                    (made or _copied)(self.part, file)
                self.part.unlink()
        self._log_path.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Let go of an unfinished output; its two files stay for the next run, unless nothing was done."""
        with suppress(OSError, ValueError):  # ValueError: closed before
            self._part.flush()
            if os.path.getsize(self.part) == 0:
                self.part.unlink()
                self._log_path.unlink()
        for file in (self._part, self._log):
            with suppress(OSError):
                file.close()

    def _holds(self, raw: bytes, ahead: list[Item]) -> int | None:
        """The length of the line that this entry stands for, when it is whole and of the article that is next."""
        try:
            path, content, size, checksum, numbers = json.loads(raw)
        except ValueError:
            return None
        line = self._part.read(size)
        if not raw.endswith(b"\n") or len(line) != size or zlib.crc32(line) != checksum or not ahead or ahead[0].path != path:
            return None
        if outcome.content_of(ahead[0]) != content:
            return None
        self._count(tuple(numbers))
        return int(size)

    def _count(self, numbers: tuple[int, ...]) -> None:
        self.done += 1
        self.numbers = outcome.plus(self.numbers, numbers)

    def _cut(self, log_end: int, part_end: int) -> None:
        for file, end in ((self._log, log_end), (self._part, part_end)):
            file.truncate(end)
            file.seek(0, os.SEEK_END)

    def _flush(self) -> None:
        self._part.flush()
        self._log.flush()
        self._flushed = time.monotonic()

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # Windows: an open file cannot be replaced there, which is lock enough
            return
        try:
            fcntl.flock(self._log, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UsageError(f"another run is writing {self.output}") from None

    def _told(self) -> _Told:
        return _Told(self)


class _Told:
    """Says of a failed write what became of the work."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            words = f"cannot write {self._journal.output}: {error.strerror or error}"
            raise ClaimcheckError(f"{words}; what is done is kept, and the same command goes on from there") from error


def _copied(part: Path, file: BinaryIO) -> None:
    import shutil

    with part.open("rb") as lines:
        shutil.copyfileobj(lines, file, 1 << 20)


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
