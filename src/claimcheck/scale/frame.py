"""A table of articles in, a table of findings out, one row a finding: for pandas, and for Spark's `mapInPandas`.

findings = check_frame(articles, as_of="2026-11-20")
spark_frame.mapInPandas(partial(check_frames, as_of="2026-11-20"), schema=SPARK_SCHEMA)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from claimcheck.articles.datasets import Columns, record
from claimcheck.errors import UsageError
from claimcheck.reference.trust import MAX_AGE_DAYS
from claimcheck.scale.items import Item
from claimcheck.scale.outcome import Task
from claimcheck.scale.rows import COLUMNS, rows
from claimcheck.scale.worker import Plan

if TYPE_CHECKING:
    import pandas as pd

SPARK_SCHEMA = ", ".join(f"`{name}` {kind}" for name, kind in COLUMNS.items())
_DTYPES = {"string": "string", "double": "Float64", "bigint": "Int64", "boolean": "boolean"}


def check_frame(
    df: pd.DataFrame, *, text: str = "text", id: str = "id", date: str = "date", title: str = "title", format: str = "format",
    as_of: str | None = None, reference: str | None = None, cache: bool = False, max_age: int = MAX_AGE_DAYS,
) -> pd.DataFrame:  # fmt: skip
    """The findings in all articles of a frame, in the order of its rows; `path` is the article's id, else its row number from 0.

    Columns other than `text` need not be there. Raises UsageError when `text` is not there, BrokenReference for a
    reference that does not hold. An article that cannot be read is a row with `error`.
    """
    columns = Columns(text, id, date, title, format)
    found = list(check_frames((df,), columns=columns, as_of=as_of, reference=reference, cache=cache, max_age=max_age))
    return found[0]


def check_frames(
    frames: Iterable[pd.DataFrame], *, columns: Columns | None = None, as_of: str | None = None, reference: str | None = None,
    cache: bool = False, max_age: int = MAX_AGE_DAYS,
) -> Iterator[pd.DataFrame]:  # fmt: skip
    """As `check_frame`, frame by frame; the reference is opened once."""
    import pandas as pd

    columns = columns or Columns()
    task = Task(Plan(as_of or date.today().isoformat(), reference, cache, max_age=max_age))
    number = 0
    try:
        for frame in frames:
            if columns.text not in frame.columns:
                raise UsageError(f"the frame has no column {columns.text!r} (there are: {', '.join(map(str, frame.columns))})")
            found: list[dict[str, Any]] = []
            for row in frame[[name for name in columns.names() if name in frame.columns]].to_dict("records"):
                found += _findings(row, number, columns, task)
                number += 1
            dtypes = {name: _DTYPES[kind] for name, kind in COLUMNS.items()}
            yield pd.DataFrame(found, columns=list(COLUMNS)).astype(dtypes)
    finally:
        task.close()


def _findings(row: dict[str, Any], number: int, columns: Columns, task: Task) -> Iterator[dict[str, Any]]:
    given = {name: value for name, value in row.items() if value == value}  # a missing value is not equal to itself
    said = record(given, "", number, columns)
    path = said.path.removeprefix("#")
    for found in rows(json.loads(task(Item(path, said)).line)):
        yield {**found, "path": path}
