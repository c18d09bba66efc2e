"""Tables of one model: rows whose model stands outside the table come in, each value with its label goes out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimcheck.extract import heads as heads_of
from claimcheck.extract.context import Context, Topics
from claimcheck.extract.table_cells import Cell, CellReading
from claimcheck.extract.values import Target


def labelled_rows(
    header: Sequence[Cell], body: Sequence[Sequence[Cell]], values: Sequence[int], context: Context, topics: Topics
) -> list[CellReading]:  # fmt: skip
    """The values beside their labels; a score is read in all columns that hold values, all else in the first."""
    found = []
    for label, *cells in body:
        if not label.mentions:
            benchmark = heads_of.row_benchmark(label.text, label.benchmarks, header[0].text, [cell.text for cell in cells])
            inside = context.with_(topics=topics.within(label.text, context.topics), benchmark=benchmark, label_text=label.text)
            columns = [header[at].block.column for at in (values if benchmark else values[:1])]
            found += [CellReading(cell, inside, context.subjects, label.text, "") for cell in cells if cell.block.column in columns]
    return found


def priced_sides(header: Sequence[Cell], topics: Topics) -> dict[int | None, tuple[tuple[str, ...], str]]:
    """Column -> the one price that its head names, and the head's text."""
    found = {cell.block.column: (topics.of(cell.text), cell.text) for cell in header[1:]}
    return {column: said for column, said in found.items() if len(said[0]) == 1 and said[0][0].endswith("_price")}


def by_tier(body: Sequence[Sequence[Cell]], sides: Mapping[int | None, tuple[tuple[str, ...], str]], context: Context) -> list[CellReading]:
    """Prices of the one model spoken of, by the length of the prompt ("Up to 200K" | "$2.00" | "$12.00")."""
    return [
        CellReading(cell, context.with_(topics=sides[cell.block.column][0], label_text=sides[cell.block.column][1]), context.subjects, "", "")
        for row in body
        for cell in row[1:]
        if cell.block.column in sides
    ]


_AGAINST = re.compile(r"\W*(?:vs\.?|versus|against|compared (?:to|with)|relative to)\s", re.I)


def _against(label: Cell) -> Target | None:
    """The model that a row's label holds the one spoken of against ("vs X")."""
    return label.mentions[0].target if label.mentions and _AGAINST.match(label.text) else None


def key_value(rows: Sequence[Sequence[Cell]], context: Context, topics: Topics) -> list[CellReading]:
    """The second cell of each row, under the label in the first."""
    found = []
    for row in rows:
        if len(row) != 2:
            continue
        label = row[0]
        benchmark = label.benchmarks[0].name if label.benchmarks else None
        found.append(
            CellReading(
                row[1],
                context.with_(
                    topics=topics.within(label.text, context.topics), benchmark=benchmark, label_text=label.text, versus=_against(label) or context.versus
                ),
                context.subjects,
                label.text,
                "",
            )
        )
    return found
