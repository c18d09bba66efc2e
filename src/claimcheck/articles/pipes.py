"""The lines of a table with pipes in, its cells out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from claimcheck.articles import inline
from claimcheck.articles.outline import Outline
from claimcheck.articles.views import source, tidy

Span = tuple[int, int]
_MOST_FILLED = 100_000  # cells of one table that are not written; beyond them rows stay short: a wide head over many short rows takes no square of time


def add(text: str, lines: Sequence[Span], outline: Outline, *, references: AbstractSet[str] = frozenset()) -> None:
    """Add the cells of a table to `outline`; row 0 is a header when a line of dashes follows it.

    Rows are filled up to the width of the first row with empty cells, so that columns line up; what stands beyond is
    dropped, as on GitHub, which also leaves rows short where a table would take too many such cells.
    """
    rows = [split(text, *line) for line in lines]
    header = len(rows) > 1 and is_rule(text, rows[1])
    rows = [row for row in rows if not is_rule(text, row)]
    table = outline.table()
    width = len(rows[0]) if rows else 0
    spare = _MOST_FILLED
    for number, row in enumerate(rows):
        end = row[-1][1] if row else 0
        spare -= max(0, width - len(row))
        for column in range(width if spare >= 0 else min(width, len(row))):
            start, stop = row[column] if column < len(row) else (end, end)
            view = tidy(inline.read(source(text, [(start, stop)]), references))
            outline.cell(view, (start, stop), place=(table, number, column), header=header and number == 0)


def split(text: str, start: int, end: int) -> list[Span]:
    """Spans of the cells of one line, without the blanks around them; escaped pipes do not split."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if text.startswith("|", start, end):
        start += 1
    cells: list[Span] = []
    at = begin = start
    while (at := text.find("|", at, end)) >= 0:
        if not _escaped(text, at, begin):
            cells.append(_stripped(text, begin, at))
            begin = at + 1
        at += 1
    if begin < end or not cells:
        cells.append(_stripped(text, begin, end))
    return cells


_RULE = re.compile(r"\|(?:[ \t]{0,3}:?-{2,200}:?[ \t]{0,3}\|){2,40}")


def on_one_line(text: str, start: int, end: int) -> list[Span]:
    """Spans of the rows of a table whose line breaks were lost ("| A | B | |---|---| | 1 | 2 |"), [] when it is none.

    The line of dashes tells the number of columns; every row but the last is followed by a blank and the next row's pipe.
    """
    rule = _RULE.search(text, start, end)
    if rule is None or not text[start : rule.start()].lstrip().startswith("|") or not text[rule.end() : end].lstrip().startswith("|"):
        return []
    width = rule.group().count("|") - 1
    rows = [(start, rule.start()), rule.span()]
    at = rule.end()
    while (begin := text.find("|", at, end)) >= 0:
        stop = begin
        for _ in range(width):
            stop = text.find("|", stop + 1, end)
            if stop < 0:
                stop = end - 1
                break
        rows.append((begin, stop + 1))
        at = stop + 1
    return rows if len(rows) > 2 else []


def is_rule(text: str, row: Sequence[Span]) -> bool:
    """Is this the line of dashes under a header?"""
    cells = [text[start:end] for start, end in row]
    return bool(cells) and all(set(cell) <= set("-: ") for cell in cells) and any("-" in cell for cell in cells)


def _escaped(text: str, at: int, begin: int) -> bool:
    size = 0
    while at - size > begin and text[at - size - 1] == "\\":
        size += 1
    return size % 2 == 1


def _stripped(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    return (start + left, start + max(left, len(inner.rstrip())))
