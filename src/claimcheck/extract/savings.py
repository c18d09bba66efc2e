"""Tables of two models that tell how much less one of them asks: the cells come in, what "50% cheaper" beside two values says goes out.

The values themselves tell who is compared with whom: a cell is read only where it follows from the two beside or above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.context import Topics
from claimcheck.extract.readings import Reading
from claimcheck.extract.shares import share
from claimcheck.extract.table_cells import Cell, rows_of
from claimcheck.extract.values import Quantity, Target

_SAVINGS = re.compile(
    r"\W*(?:cost\s|price\s|total\s)?(?:savings?|saved|you save|difference|diff|delta|discount|cheaper|reduction|advantage|winner|change|gap|verdict)\b"
    r"[^.]{0,24}",
    re.I,
)
_LESS = re.compile(r"\b(?:cheaper|less|lower|sav(?:es?|ings?|ed)|off|reduction|discount|smaller)\b|^\W*[-−–]", re.I)
_MORE = re.compile(r"\b(?:more|higher|larger|bigger|longer|pricier|expensive)\b|^\W*\+", re.I)
_WORD = re.compile(r"\s(?:cheaper|less|lower|savings?|more expensive|more|higher|larger|smaller|off|reduction)\b")
_READ = frozenset({"input_price", "output_price", "cached_input_price", "context_window", "max_output_tokens", "parameters"})
Numbers = Sequence[Sequence[Quantity]]  # the quantities of each block
Sides = tuple[tuple[Target, Cell], tuple[Target, Cell]]


def savings(cells: Sequence[Cell], topics: Topics, numbers: Numbers) -> Iterator[tuple[int, Reading]]:
    """(block index, reading) of the cells that compare the two models of a table."""
    rows = rows_of(cells)
    if len(rows) < 2:
        return
    header, body = rows[0], rows[1:]
    named = [(at, cell.mentions[0].target) for at, cell in enumerate(header) if at and len(cell.mentions) == 1]
    if len(named) == 2 and not any(row[0].mentions for row in body if row):
        (one, first), (two, second) = named
        for row in body:
            asked = topics.of(row[0].text)
            for at in range(1, len(row)):
                if at not in (one, two) and max(one, two) < len(row) and at < len(header) and _SAVINGS.fullmatch(header[at].text):
                    yield from _compared(row[at], header[at].text, asked, ((first, row[one]), (second, row[two])), numbers)
    models = [row for row in body if row and len(row[0].mentions) == 1]
    if len(models) != 2:
        return
    left, right = models
    for row in body:
        if row and not row[0].mentions and _SAVINGS.fullmatch(row[0].text):
            for at in range(1, min(len(row), len(left), len(right), len(header))):
                pair = (left[0].mentions[0].target, left[at]), (right[0].mentions[0].target, right[at])
                yield from _compared(row[at], row[0].text, topics.of(header[at].text), pair, numbers)


def _compared(cell: Cell, label: str, asked: Sequence[str], sides: Sides, numbers: Numbers) -> Iterator[tuple[int, Reading]]:
    """What a cell says of two values, where it follows from them; nothing where a model is named in it, which others read."""
    said = [quantity for quantity in numbers[cell.index] if quantity.kind in {"percent", "ratio"}]
    values = [_value(side[1], numbers) for side in sides]
    if cell.mentions or len(said) != 1 or len(asked) != 1 or asked[0] not in _READ or values[0] is None or values[1] is None:
        return
    down, up = _LESS.search(cell.text), _MORE.search(cell.text)
    if down is None and up is None:
        down = _LESS.search(label) or re.search(r"\bsav|\bcheap|\bdiscount", label, re.I)
    if (down is None) == (up is None):
        return
    quantity = said[0]
    factor = share(quantity, down is not None)
    first, second = (sides[0][0], values[0]), (sides[1][0], values[1])
    for (subject, value), (other, beside) in ((first, second), (second, first)):
        if factor > 0 and abs(value / beside - factor) <= max(0.012, 0.04 * factor) and not (subject.family or other.family):
            yield cell.index, Reading(
                attribute="relative", value=round(factor, 6), start=quantity.start, end=_end(cell.text, quantity), targets=(subject,), op=quantity.op,
                base=asked[0], other=other, written=quantity.written, unit="ratio", context_start=0, context_end=len(cell.text),
            )  # fmt: skip
            return


def _value(cell: Cell, numbers: Numbers) -> float | None:
    """The one amount of money or tokens in a cell."""
    found = [quantity for quantity in numbers[cell.index] if quantity.kind in {"money", "number"} and quantity.value > 0]
    return found[0].value if len(found) == 1 and found[0].value_to is None else None


def _end(text: str, quantity: Quantity) -> int:
    """Where the words of the comparison end."""
    word = _WORD.match(text, quantity.end)
    return word.end() if word else quantity.end
