"""Paths as typed in, the articles to check out, one after another: files, members of archives, records of data sets."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from claimcheck.articles.addresses import fetch, is_address
from claimcheck.articles.datasets import Columns, Record, count, is_dataset, records
from claimcheck.articles.discover import walk
from claimcheck.errors import ArticleError

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One article to check: a file when `record` is None."""

    path: str
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What was read of an item: its bytes, or its text when it came decoded, or one line why there is neither."""

    data: bytes = b""
    text: str | None = None
    format: str | None = None
    title: str | None = None
    published: str | None = None
    error: str | None = None

    def digest(self) -> bytes:
        """A hash of all that decides how the article reads."""
        said = f"{self.text is None}\0{self.format}\0{self.title}\0{self.published}\0{self.error}\0"
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass"))
        digest.update(self.data if self.text is None else self.text.encode("utf-8", "surrogatepass"))
        return digest.digest()


def find(paths: Iterable[str], *, exclude: Collection[str] = (), columns: Columns | None = None) -> Iterator[Item]:
    """The articles of these paths in a stable order. Raises UsageError at once for a path that does not exist."""
    given = list(paths)
    pages = [Item(path) for path in dict.fromkeys(given) if is_address(path)]
    return chain(_items(walk([path for path in given if not is_address(path)], exclude=exclude), columns), pages)


def total(paths: Iterable[str], *, exclude: Collection[str] = ()) -> int | None:
    """How many articles `find` gives, blank lines counted too; None where only reading everything would tell."""
    given = list(paths)
    found = len({path for path in given if is_address(path)})
    for path in map(str, walk([path for path in given if not is_address(path)], exclude=exclude)):
        more = count(path) if is_dataset(path) else 1
        if more is None:
            return None
        found += more
    return found


def _items(paths: Iterable[os.PathLike[str]], columns: Columns | None) -> Iterator[Item]:
    for path in map(str, paths):
        if path == "-":
            yield Item(path, Record(path, data=sys.stdin.buffer.read()))  # here: a worker has no standard input
        elif is_dataset(path):
            yield from (Item(record.path, record) for record in records(path, columns))
        else:
            yield Item(path)


def read(item: Item) -> Content:
    """The content of an item, read once and whole."""
    found = item.record
    if found is not None:
        return Content(found.data or b"", found.text, found.format, found.title, found.published, found.error)
    try:
        if is_address(item.path):
            page, format = fetch(item.path)
            return Content(page, format=format)
        return Content(steady(item.path))
    except ArticleError as error:
        return Content(error=str(error))


def steady(path: str) -> bytes:
    """The bytes of a file that did not change while it was read; what is checked and what is cached is exactly this.

    Raises ArticleError when it cannot be read, or keeps changing.
    """
    try:
        for _ in range(_TRIES):
            with open(path, "rb") as file:
                before = os.fstat(file.fileno())
                data = file.read()
            after = os.stat(path)
            if _state(before) == _state(after) and (len(data) == after.st_size or not after.st_size):
                return data
    except FileNotFoundError as error:
        raise ArticleError("no such file") from error
    except IsADirectoryError as error:
        raise ArticleError("a folder, not a file") from error
    except PermissionError as error:
        raise ArticleError("no permission to read it") from error
    except (OSError, ValueError) as error:
        raise ArticleError(f"could not be read ({getattr(error, 'strerror', None) or error})") from error
    raise ArticleError("kept changing while it was read")


def _state(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
