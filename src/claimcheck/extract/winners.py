"""Tables that name a winner in every row: the cells come in, what stands behind a winner goes out with whom it is said of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract import heads as heads_of
from claimcheck.extract.context import Context, Topics, distinct
from claimcheck.extract.table_cells import Cell, CellReading

_WINNER = re.compile(r"\W*(?:overall\s|the\s)?(?:winner|better(?: model| choice)?|leader|ahead|edge|advantage|who wins)\W*", re.I)


def is_winner(head: str) -> bool:
    """Whether the head of a column says that its cells name the winner of their row."""
    return _WINNER.fullmatch(head) is not None


def winners_column(header: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> int:
    """Which column names the winner of each row, 0 where none does."""
    won = next((at for at, cell in enumerate(header) if at and is_winner(cell.text)), 0)
    return won if won and any(won < len(row) and row[won].mentions for row in body) else 0


def contests(body: Sequence[Sequence[Cell]], column: int, context: Context, topics: Topics) -> list[CellReading]:
    """ "Price | X | $2 vs $3": under a column of winners, what stands behind is said of the winner and the other of the two compared."""
    named = [distinct(row[column].mentions) if column < len(row) else () for row in body]
    pair = tuple({found[0].name: found[0] for found in named if len(found) == 1}.values())
    found = []
    for row, winners in zip(body, named, strict=True):
        inside = context.with_(
            subjects=winners if len(winners) == 1 else (),
            group=pair if len(pair) == 2 else (),
            topics=topics.within(row[0].text, context.topics),
            benchmark=heads_of.row_benchmark(row[0].text, row[0].benchmarks, "", ()),
            label_text=row[0].text,
            wins=True,
        )
        first = column if inside.benchmark else column + 1  # "SWE-bench | X (80%)"
        found += [CellReading(cell, inside, inside.subjects, row[0].text, "") for cell in row[first:] if len(winners) == 1]
    return found
