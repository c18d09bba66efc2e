"""Data sets anywhere that pyarrow reads in, the pieces that workers can read each by itself out.

A piece of JSON Lines is a range of bytes and stands for the lines that begin in it; of Parquet it is a range of row groups.
Each knows the number of its first record, so that records have the same names as when one process reads all.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import IO, Any

from claimcheck.articles import packed
from claimcheck.articles.datasets import Columns, Record, lines, row_groups
from claimcheck.errors import UsageError

SIZE = 2 * 2**20  # bytes; what a lost worker has to do again at most


@dataclass(frozen=True, slots=True)
class Split:
    """Bytes or row groups `begin:end` of one file; `end` None is the end of the file."""

    path: str
    kind: str
    begin: int
    end: int | None
    first: int = 1


def plan(path: str) -> list[Split]:
    """The pieces of a data set, or of all data sets in a folder, without the numbers of their first lines where they have to be counted.

    Raises UsageError when the file is not there or is no table, or the folder holds none.
    """
    inside = _in_folder(path)
    if inside is not None:
        return [split for each in inside for split in plan(each)]
    kind = packed.bare(path.lower()).rsplit(".", 1)[-1]
    if kind not in ("jsonl", "ndjson", "parquet"):
        raise UsageError(f"--engine ray reads JSON Lines and Parquet, not {path}")
    from pyarrow import fs

    files, place = _place(path)
    info = files.get_file_info(place)
    if info.type != fs.FileType.File:
        raise UsageError(f"no such file: {path}")
    if kind == "parquet":
        return _groups(path)
    if packed.bare(path) != path:
        return [Split(path, "jsonl", 0, None)]
    return [Split(path, "jsonl", begin, min(begin + SIZE, info.size)) for begin in range(0, info.size, SIZE)]


def _in_folder(path: str) -> list[str] | None:
    """The tables in a folder and below, sorted by their paths; None when the path is no folder."""
    from pyarrow import fs

    files, place = _place(path)
    if files.get_file_info(place).type != fs.FileType.Directory:
        return None
    bare, mark, options = path.partition("?") if "://" in path else (path, "", "")
    if not bare.rstrip("/").endswith(place.rstrip("/")):
        raise UsageError(f"cannot tell the names of the files in {path}; give them one by one")
    begin = bare.rstrip("/").removesuffix(place.rstrip("/"))
    found = files.get_file_info(fs.FileSelector(place, recursive=True))
    names = sorted(info.path for info in found if info.type == fs.FileType.File and _is_table(info.path) and not _hidden(info.path[len(place) :]))
    if not names:
        raise UsageError(f"no JSON Lines or Parquet in {path}")
    return [begin + name + mark + options for name in names]


def _is_table(path: str) -> bool:
    return packed.bare(path.lower()).endswith((".jsonl", ".ndjson", ".parquet"))


def _hidden(below: str) -> bool:
    return any(part.startswith((".", "_")) for part in below.split("/"))


def count(split: Split) -> int:
    """How many lines begin in a piece of JSON Lines."""
    if split.kind != "jsonl" or split.end is None:
        return 0
    with _opened(split.path) as file:
        start = _seek(file, split.begin)
        if start >= split.end:
            return 0
        file.seek(start)
        total, left = 1, split.end - 1 - start  # a line break at the very end begins no line of this piece
        while left > 0 and (block := file.read(min(left, 1 << 20))):
            total += block.count(b"\n")
            left -= len(block)
    return total


def numbered(splits: list[Split], counts: list[int]) -> list[Split]:
    """The pieces with the numbers of their first records."""
    found: list[Split] = []
    path, number = "", 1
    for split, size in zip(splits, counts, strict=True):
        number = 1 if split.path != path else number
        found.append(split if split.kind == "parquet" else replace(split, first=number))
        path, number = split.path, number + size
    return found


def records(split: Split, columns: Columns) -> Iterator[Record]:
    """The records of a piece."""
    if split.kind == "parquet":
        import pyarrow.parquet as pq

        files, place = _place(split.path)
        with files.open_input_file(place) as raw, pq.ParquetFile(raw) as table:
            yield from row_groups(table, split.path, columns, range(split.begin, split.end or 0), split.first)
        return
    with _opened(split.path) as file:
        start = _seek(file, split.begin) if split.end is not None else 0
        if split.end is None or start < split.end:
            stop = None if split.end is None else split.end - start
            yield from lines(file, split.path, columns, first=split.first, stop=stop)


def _groups(path: str) -> list[Split]:
    import pyarrow.parquet as pq

    files, place = _place(path)
    with files.open_input_file(place) as raw, pq.ParquetFile(raw) as table:
        sizes = [table.metadata.row_group(index).num_rows for index in range(table.num_row_groups)]
    return [Split(path, "parquet", index, index + 1, 1 + sum(sizes[:index])) for index in range(len(sizes))]


def _seek(file: IO[bytes], begin: int) -> int:
    """Go to the first line that begins at or after an offset; where that is."""
    if begin == 0:
        return 0
    file.seek(begin - 1)
    file.readline()
    return file.tell()


def _place(path: str) -> tuple[Any, str]:
    """The file system of a path or URI, and the path in it."""
    from pyarrow import fs

    if "://" not in path:
        return fs.LocalFileSystem(), path
    found: tuple[Any, str] = fs.FileSystem.from_uri(path)
    return found


def _opened(path: str) -> IO[bytes]:
    files, place = _place(path)
    if packed.bare(path) == path:
        plain: IO[bytes] = io.BufferedReader(files.open_input_file(place), 1 << 20)
        return plain
    stream: IO[bytes] = io.BufferedReader(files.open_input_stream(place, compression="detect"), 1 << 20)
    return stream
