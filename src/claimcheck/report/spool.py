"""Text put aside until it is known what stands before it: pieces in, the same out again; more than a little waits on the disk.

A spool has no name in any folder, so nothing of it is left when the program is killed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator

_LIMIT, _CHUNK = 1 << 20, 1 << 16  # bytes kept in memory, characters read at once


class Spool:
    """Filled with `add` or `put`, then read once: whole with `text`, or line by line with `lines`."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_LIMIT, "w+", encoding="utf-8", errors="surrogatepass", newline="\n")  # noqa: SIM115  # gone with its last reader

    def add(self, text: str) -> None:
        """Put a text aside."""
        self._file.write(text)

    def put(self, lines: Iterable[str]) -> None:
        """Put lines aside, each with a line end."""
        self._file.writelines(f"{line}\n" for line in lines)

    def text(self) -> Iterator[str]:
        """All of it, in pieces."""
        self._file.seek(0)
        while piece := self._file.read(_CHUNK):
            yield piece

    def lines(self) -> Iterator[str]:
        """All of it, cut at line feeds, without them."""
        self._file.seek(0)
        for line in self._file:
            yield line.removesuffix("\n")
