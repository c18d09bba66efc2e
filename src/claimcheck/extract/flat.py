"""Flattened tables: short lines, one a cell ("Feature", model, model, "Context", value, value, …) come in, table cells go out.

Text copied from a page loses its table; a reader still sees it, because two or more model names stand on lines of their
own and the lines after them come in groups of one label and a value for each model. Or "Model" and labels come first, and
each group after them begins with a name. One name alone begins a card when the lines after it are labels that we know and
their values, in turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.context import Topics
from claimcheck.extract.values import Mention
from claimcheck.terms import Block

LONGEST = 70
MOST_LABELS = 7
MOST_ROWS = 100
_HEAD = re.compile(r"\W*(?:AI\s)?(?:models?|LLMs?)(?:\s(?:name|version))?\W*", re.I)
_VALUE = re.compile(r"[\s~≈]*[$\d]")  # before the first label: the values of that card stand above their labels
_RELATIVE = re.compile(r"\W*(?:model\s)?(?:family|series|line|lineup|base model|predecessor|successor)\W*", re.I)  # a label whose value is no title of a card


def tables(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]], topics: Topics) -> dict[int, tuple[int, int, int]]:
    """Index of each block that is a cell of a flattened table -> (table number from -1 down, row, column)."""
    places: dict[int, tuple[int, int, int]] = {}
    index, number = 0, -1
    while index < len(blocks):
        rows = _headed(blocks, mentions, index, topics)
        if rows:
            places |= {cell: (number, row, column) for row, cells in enumerate(rows) for column, cell in enumerate(cells)}
            index, number = rows[-1][-1] + 1, number - 1
            continue
        names = _names(blocks, mentions, index)
        if not names and _label(blocks[index], topics) and not (index and _VALUE.match(blocks[index - 1].view.text)):
            rows = _rows(blocks, mentions, index, 1)
            if len(rows) > 2 and _card(blocks, rows, topics):  # the card of the model spoken of above, which it does not name again
                places |= {cell: (number, row, column) for row, cells in enumerate(rows, 1) for column, cell in enumerate(cells)}
                index, number = rows[-1][-1] + 1, number - 1
                continue
        rows = _rows(blocks, mentions, names[-1] + 1, len(names)) if names else []
        if len(rows) < 2 or (len(names) == 1 and not _card(blocks, rows, topics)):
            index = names[-1] + 1 if names else index + 1
            continue
        for column, name in enumerate(names):
            places[name] = (number, 0, column + 1)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                places[cell] = (number, row + 1, column)
        index, number = rows[-1][-1] + 1, number - 1
    return places


def _headed(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]], start: int, topics: Topics) -> list[list[int]]:
    """Rows of a table whose head is "Model" and labels, each on a line of its own, and whose rows begin with a model's name each; else []."""
    if not _short(blocks[start]) or not _HEAD.fullmatch(blocks[start].view.text):
        return []
    first = next((i for i in range(start + 1, min(start + MOST_LABELS + 2, len(blocks))) if mentions[i]), start)
    width = first - start
    heads = range(start, first)
    if width < 2 or not all(_short(blocks[i]) for i in heads) or not any(topics.of(blocks[i].view.text) for i in heads):
        return []
    rows = [list(heads)]
    while first + width <= len(blocks) and _begins_row(blocks, mentions, first, width):
        rows.append(list(range(first, first + width)))
        first += width
    return rows if len(rows) > 2 else []


def _begins_row(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]], start: int, width: int) -> bool:
    """Whether a line is a model's name, followed by short lines that name none."""
    text = blocks[start].view.text.strip()
    named = len(mentions[start]) == 1 and mentions[start][0].start < 3 and len(text) - len(mentions[start][0].text) <= 12
    return named and all(_short(blocks[i]) for i in range(start, start + width)) and not any(mentions[i] for i in range(start + 1, start + width))


def _card(blocks: Sequence[Block], rows: Sequence[Sequence[int]], topics: Topics) -> bool:
    """Whether two of the first labels, and half of all, are of attributes that we know."""
    if any(blocks[i].kind != "paragraph" for row in rows[:3] for i in row):
        return False
    known = [_label(blocks[row[0]], topics) for row in rows]
    return sum(known[:3]) >= 2 and sum(known) * 2 >= len(known)


def _label(block: Block, topics: Topics) -> bool:
    """Whether a line is only the name of an attribute."""
    text = block.view.text.strip()
    return block.kind == "paragraph" and 0 < len(text) <= 30 and not re.search(r"\d|:.", text) and bool(topics.of(text))


def as_cell(block: Block, place: tuple[int, int, int]) -> Block:
    """The block as a cell of its flattened table."""
    return replace(block, kind="cell", table=place[0], row=place[1], column=place[2], header=place[1] == 0)


def _short(block: Block) -> bool:
    return block.kind in {"paragraph", "heading"} and 0 < len(block.view.text.strip()) <= LONGEST


def names_kin(label: Block) -> bool:
    """Whether a line is a label whose value, on the next line, names the family of the model spoken of, and no other to speak of."""
    return _RELATIVE.fullmatch(label.view.text[:LONGEST]) is not None


def _names(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]], start: int) -> list[int]:
    """Indexes of up to four lines from `start` that are a model's name each."""
    found: list[int] = []
    for index in range(start, min(start + 4, len(blocks))):
        text = blocks[index].view.text.strip()
        if len(mentions[index]) != 1 or not _short(blocks[index]) or len(text) - len(mentions[index][0].text) > 12:
            break
        if index and names_kin(blocks[index - 1]):
            break
        if any(mentions[index][0].target.name == mentions[i][0].target.name for i in found):
            break
        found.append(index)
    return found


def _rows(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]], start: int, models: int) -> list[list[int]]:
    """Groups of one label and `models` values, as long as every line is short and labels hold words only; at most `MOST_ROWS`."""
    rows: list[list[int]] = []
    while start + models < len(blocks) and len(rows) < MOST_ROWS:
        cells = list(range(start, start + models + 1))
        label = blocks[start].view.text
        if not all(_short(blocks[i]) for i in cells) or mentions[start] or label.strip()[:1].isdigit() or label.strip()[:1] == "$":
            break
        rows.append(cells)
        start += models + 1
    return rows
