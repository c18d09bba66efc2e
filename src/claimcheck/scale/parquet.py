"""Finished lines in, a Parquet file of rows out, one a finding, typed, in the order of the lines; never all in memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, BinaryIO

from claimcheck.errors import UsageError
from claimcheck.scale.rows import COLUMNS, Row, rows

_GROUP = 50_000  # rows in a row group


def schema() -> Any:
    """The Arrow schema of `rows.COLUMNS`. Raises UsageError when pyarrow is not installed."""
    try:
        import pyarrow as pa
    except ImportError:
        raise UsageError("Parquet needs the extra `data`: pip install 'claimcheck-models[data]'") from None
    types = {"string": pa.string(), "double": pa.float64(), "bigint": pa.int64(), "boolean": pa.bool_()}
    return pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])


def write(part: Path, file: BinaryIO) -> None:
    """All lines of `part` as one Parquet file; the same lines give the same bytes."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    shape = schema()
    with part.open("rb") as lines, pq.ParquetWriter(file, shape, compression="zstd") as writer:
        waiting: list[Row] = []
        for line in lines:
            waiting += rows(json.loads(line))
            if len(waiting) >= _GROUP:
                writer.write_table(pa.Table.from_pylist(waiting[:_GROUP], schema=shape))
                waiting = waiting[_GROUP:]
        writer.write_table(pa.Table.from_pylist(waiting, schema=shape))


def write_rows(part: Path, file: BinaryIO) -> None:
    """All lines of `part` as JSON Lines of rows."""
    from claimcheck.scale.rows import lines as row_lines

    with part.open("rb") as lines:
        for line in lines:
            file.write(row_lines(line).encode("utf-8", "backslashreplace"))
