"""A data set in (JSON Lines, Parquet, a zip or tar of articles, any of them compressed), its records out, one by one.

Nothing is unpacked on disk and never more than one record (Parquet: a few) is held. What is wrong with one record is a
value (`Record.error`); a file that breaks off in the middle gives its records so far and one record with the error.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any

from claimcheck.articles import packed
from claimcheck.articles.formats import FORMATS
from claimcheck.errors import ArticleError, UsageError

MAX_BYTES = 64 * 2**20  # of one article: what is larger is no article, or a bomb
SUFFIXES = (".jsonl", ".ndjson", ".parquet", ".zip", ".tar", ".tgz", ".tbz2", ".txz")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field of a record is what; only `text` must be there."""

    text: str = "text"
    id: str = "id"
    date: str = "date"
    title: str = "title"
    format: str = "format"

    def names(self) -> tuple[str, ...]:
        """All names, in the order of the fields."""
        return (self.text, self.id, self.date, self.title, self.format)


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a data set: its shown path, and its decoded text or its bytes, or why it has none."""

    path: str
    text: str | None = None
    data: bytes | None = None
    format: str | None = None
    title: str | None = None
    published: str | None = None
    error: str | None = None


def is_dataset(path: str) -> bool:
    """Whether a path names a data set or something compressed, by its suffix."""
    name = path.rsplit("/", 1)[-1].lower()
    bare = packed.bare(name)
    return bare != name or bare.endswith(SUFFIXES)


def records(path: str, columns: Columns | None = None) -> Iterator[Record]:
    """The records of a data set in their order; raises UsageError when what reads it is not installed."""
    bare = packed.bare(path.lower())
    kind = bare[bare.rfind(".") :]
    try:
        if kind == ".parquet":
            yield from _parquet(path, columns or Columns())
        elif kind == ".zip":
            yield from packed.zip_members(path, _wanted, MAX_BYTES)
        elif kind in (".tar", ".tgz", ".tbz2", ".txz"):
            yield from packed.tar_members(path, _wanted, MAX_BYTES)
        else:
            with packed.opened(path) as file:
                yield from lines(file, path, columns or Columns()) if kind in (".jsonl", ".ndjson") else (_single(file, path),)
    except (OSError, EOFError, ValueError, ArticleError, *packed.BROKEN) as error:
        yield Record(path, error=_one_line(error))


def count(path: str) -> int | None:
    """How many records a data set has, where that is known without unpacking it; blank lines count too. Never raises."""
    kind = PurePosixPath(path.lower()).suffix
    try:
        if kind in (".jsonl", ".ndjson"):
            with open(path, "rb") as file:
                return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
        if kind == ".parquet":
            return int(_pyarrow_parquet().read_metadata(path).num_rows)
        if kind == ".zip":
            return sum(_is_article(PurePosixPath(name)) for name in packed.zip_names(path))
    except (OSError, ValueError, UsageError, *packed.BROKEN):
        return None
    return None


def lines(file: IO[bytes], path: str, columns: Columns, *, first: int = 1, stop: int | None = None) -> Iterator[Record]:
    """Records of JSON Lines from line number `first` on, until the offset `stop` is reached; blank lines count, but give none."""
    number, at = first, 0
    while (stop is None or at < stop) and (raw := file.readline(MAX_BYTES)):
        at += len(raw)
        if len(raw) >= MAX_BYTES and not raw.endswith(b"\n"):
            while (rest := file.readline(MAX_BYTES)) and not rest.endswith(b"\n"):
                at += len(rest)
            yield Record(f"{path}#{number}", error=f"line {number} is longer than {MAX_BYTES >> 20} MiB")
        elif raw.strip():
            yield _line(raw, path, number, columns)
        number += 1


def _line(raw: bytes, path: str, number: int, columns: Columns) -> Record:
    try:
        row = json.loads(raw)
    except ValueError as error:
        reason = getattr(error, "msg", None) or "not UTF-8"
        return Record(f"{path}#{number}", error=f"line {number} is no JSON ({reason})")
    if not isinstance(row, dict):
        return Record(f"{path}#{number}", error=f"line {number} is no JSON object")
    return record(row, path, number, columns)


def record(row: dict[str, Any], path: str, number: int, columns: Columns) -> Record:
    """One row of a table as a record; `number` names it when it has no id."""
    id = row.get(columns.id)
    shown = f"{path}#{number if id is None or id == '' else id}"
    text = row.get(columns.text)
    if not isinstance(text, str):
        if columns.text not in row:
            return Record(shown, error=f"no field {columns.text!r} (there are: {', '.join(map(str, list(row)[:12])) or 'none'})")
        return Record(shown, error=f"field {columns.text!r} is no text")
    if len(text) > MAX_BYTES:
        return Record(shown, error=f"longer than {MAX_BYTES >> 20} MiB")
    title, date, form = row.get(columns.title), row.get(columns.date), row.get(columns.format)
    return Record(shown, text, format=_format(form), title=title if isinstance(title, str) and title else None, published=_date(date))


def _parquet(path: str, columns: Columns) -> Iterator[Record]:
    parquet = _pyarrow_parquet()
    if packed.bare(path) != path:
        raise ArticleError("a Parquet file is compressed inside: give it without further compression")
    with parquet.ParquetFile(path) as file:
        yield from row_groups(file, path, columns, range(file.num_row_groups), 1)


def row_groups(file: Any, path: str, columns: Columns, groups: range, first: int) -> Iterator[Record]:
    """Records of some row groups of an open `ParquetFile`; only the columns that count are read."""
    there = [name for name in columns.names() if name in file.schema_arrow.names]
    if columns.text not in there:
        raise ArticleError(f"no column {columns.text!r} (there are: {', '.join(file.schema_arrow.names[:12])})")
    number = first
    for batch in file.iter_batches(batch_size=64, row_groups=list(groups), columns=there):
        for row in batch.to_pylist():
            yield record(row, path, number, columns)
            number += 1


def _pyarrow_parquet() -> Any:
    try:
        import pyarrow.parquet
    except ImportError:
        raise UsageError("Parquet needs the extra `data`: pip install 'claimcheck-models[data]'") from None
    return pyarrow.parquet


def _single(file: IO[bytes], path: str) -> Record:
    """A compressed article."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return Record(path, error=f"larger than {MAX_BYTES >> 20} MiB unpacked")
    return Record(path, data=data, format=_format(packed.bare(path)))


def _wanted(path: str, name: str, data: bytes | None) -> Record | None:
    """A member of an archive as a record; None when it is no article. `data` is None for what is too large."""
    inner = PurePosixPath(name)
    if not _is_article(inner):
        return None
    if data is None:
        return Record(f"{path}#{name}", error=f"larger than {MAX_BYTES >> 20} MiB unpacked")
    return Record(f"{path}#{name}", data=data, format=_format(name))


def _is_article(inner: PurePosixPath) -> bool:
    return inner.suffix.lower() in FORMATS and not any(part.startswith((".", "__MACOSX")) for part in inner.parts)


def _format(said: object) -> str | None:
    """The format that a word means: its name, a suffix, a file's name or a media type."""
    if not isinstance(said, str) or not said:
        return None
    word = said.lower().strip()
    if word in FORMATS.values():
        return word
    if "/" in word and "." not in word:
        word = {"text/x-markdown": "md", "application/xhtml+xml": "html"}.get(word, word).rsplit("/", 1)[-1]
    return FORMATS.get("." + word.rsplit(".", 1)[-1])


def _date(said: object) -> str | None:
    from claimcheck.articles import dates

    if hasattr(said, "isoformat"):
        return str(said.isoformat())[:10]
    return dates.at_start(said) if isinstance(said, str) else None


def _one_line(error: BaseException) -> str:
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return words if isinstance(error, ArticleError) else f"could not be read to its end ({' '.join(words.split())[:200]})"
