"""Tables that are drawn, not marked up: a text in, the lines that are one, and its cells, out.

Three kinds are read: cells between tabs, as spreadsheets and web pages give them to the clipboard; cells in a frame of lines
("│ … │", "+---+"), as terminals print them, where a cell may go over several lines; and rows between pipes with empty lines between
them, as converters write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claimcheck.articles import inline, pipes
from claimcheck.articles.outline import Outline
from claimcheck.articles.views import source, tidy

Span = tuple[int, int]
Cell = list[Span]  # the stretches of a cell, one a line

_MARKS = ("\t", "│", "║", "┃", "+-", "+=")
_LINE = re.compile(r"[^\r\n]*")
_FENCE = re.compile(r"[ >]{0,8}(?:`{3}|~{3})")
_RULE = re.compile(r"\s{0,40}(?:[├┌└╔╠╚╟┏┣┗╭╰][^\w\r\n]{3,2000}|\+(?:[-=]{2,400}\+){1,60})\s{0,40}")
_BAR = re.compile(r"[│║┃|]")
_APART = re.compile(r"\|[ \t]{0,9}\r?\n[ \t]{0,9}\r?\n[ \t]{0,9}\|")
_ROW = re.compile(r"\s{0,40}[│║┃|].{0,4000}[│║┃|]\s{0,40}")


class Grid(NamedTuple):
    """A table: offsets from its first to behind its last line, and its rows of cells, the first of them the header."""

    start: int
    end: int
    rows: list[list[Cell]]


def find(text: str, begin: int) -> list[Grid]:
    """The drawn tables of a text from `begin` on, in order; what stands in code between fences is none."""
    apart = _APART.search(text, begin) is not None
    if not apart and not any(mark in text for mark in _MARKS):
        return []
    found: list[Grid] = []
    lines, fenced = _lines(text, begin), False
    at = 0
    while at < len(lines):
        if _FENCE.match(text, *lines[at]):
            fenced = not fenced
        piped = apart and text.startswith("|", lines[at][0])
        read = _framed if _RULE.fullmatch(text, *lines[at]) else _spaced if piped else _tabbed
        grid, size = (None, 1) if fenced else read(text, lines, at)
        if grid is not None:
            found.append(grid)
        at += size
    return found


def without(text: str, grids: list[Grid]) -> str:
    """The text with blanks for its drawn tables, line breaks kept."""
    parts, at = [], 0
    for grid in grids:
        parts += [text[at : grid.start], re.sub(r"[^\r\n]", " ", text[grid.start : grid.end])]
        at = grid.end
    return "".join([*parts, text[at:]])


def add(text: str, grid: Grid, outline: Outline) -> None:
    """Add the cells of a drawn table to `outline`, rows filled up to the width of the widest."""
    table = outline.table()
    width = max(map(len, grid.rows))
    for number, row in enumerate(grid.rows):
        end = row[-1][-1][1]
        for column in range(width):
            spans = row[column] if column < len(row) else [(end, end)]
            view = tidy(inline.read(source(text, spans)))
            outline.cell(view, (spans[0][0], spans[-1][1]), place=(table, number, column), header=number == 0)


def _lines(text: str, begin: int) -> list[Span]:
    found, at = [], begin
    while at < len(text):
        end = _LINE.match(text, at).end()  # type: ignore[union-attr]  # matches anywhere
        found.append((at, end))
        at = end + (2 if text.startswith("\r\n", end) else 1)
    return found


def _tabbed(text: str, lines: list[Span], at: int) -> tuple[Grid | None, int]:
    """The table of lines from `at` on with as many cells between tabs each, and how many lines it takes."""
    rows: list[list[Cell]] = []
    for n in range(at, len(lines)):
        start, end = lines[n]
        cells = list(_between_tabs(text, start, end))
        filled = [text[slice(*spans[0])].strip() for spans in cells]
        if len(cells) < 2 or (rows and len(cells) != len(rows[0])) or not (any(filled[1:]) if not rows else filled[0]):
            break  # below the head a row may be a title of the rows after it
        rows.append(cells)
    if len(rows) < 2:
        return None, 1
    return Grid(lines[at][0], lines[at + len(rows) - 1][1], rows), len(rows)


def _between_tabs(text: str, start: int, end: int) -> Iterator[Cell]:
    if text.startswith("\t\t", start) or text.find("\t", start, end) < 0:
        return
    while (stop := text.find("\t", start, end)) >= 0:
        yield [_stripped(text, start, stop)]
        start = stop + 1
    yield [_stripped(text, start, end)]


def _spaced(text: str, lines: list[Span], at: int) -> tuple[Grid | None, int]:
    """The table with a head at line `at`, a rule, and rows as wide, some after an empty line, and how many lines it takes.

    Three rows and columns with empty lines between need no rule.
    """
    rows, spaced, last = [pipes.split(text, *lines[at])], False, at
    while (n := _filled(text, lines, last + 1)) is not None and text.startswith("|", lines[n][0]):
        row, rule = pipes.split(text, *lines[n]), _filled(text, lines, n + 1)
        headed = rule is not None and pipes.is_rule(text, pipes.split(text, *lines[rule]))
        if len(row) != len(rows[0]) or (len(rows) > 1 and (headed or pipes.is_rule(text, row))):
            break
        rows.append(row)
        spaced, last = spaced or n > last + 1, n
    ruled = len(rows) > 1 and pipes.is_rule(text, rows[1])
    if not spaced or len(rows) < 3 or (not ruled and len(rows[0]) < 3):
        return None, 1
    cells = [[[cell] for cell in row] for row in (rows[0], *rows[2 if ruled else 1 :])]
    return Grid(lines[at][0], lines[last][1], cells), last + 1 - at


def _filled(text: str, lines: list[Span], at: int) -> int | None:
    """Line `at`, or the next where that one is empty; None where both are."""
    return next((n for n in range(at, min(at + 2, len(lines))) if text[slice(*lines[n])].strip()), None)


def _framed(text: str, lines: list[Span], at: int) -> tuple[Grid | None, int]:
    """The table in a frame whose uppermost line is line `at`, None when it has less than two rows or columns, and how many lines it takes."""
    groups: list[list[list[Cell]]] = [[]]
    size = 1
    for n in range(at + 1, len(lines)):
        span = lines[n]
        if _RULE.fullmatch(text, *span):
            groups.append([])
        elif _ROW.fullmatch(text, *span):
            groups[-1].append(list(_between_bars(text, *span)))
        else:
            break
        size += 1
    rows = [row for group in groups for row in _rows(group, single=len([g for g in groups if g]) == 2 and group is not groups[0])]
    return Grid(lines[at][0], lines[at + size - 1][1], rows) if len(rows) > 1 and len(rows[0]) > 1 else None, size


def _rows(lines: list[list[Cell]], *, single: bool) -> Iterator[list[Cell]]:
    """The rows of the lines between two drawn ones: one row, or where only the head is set off (`single`) one for each line that begins with words."""
    row: list[Cell] = []
    for line in lines:
        begins = single and line and line[0][0][0] < line[0][0][1]
        if row and begins:
            yield row
            row = []
        row = [[*old, *new] for old, new in zip(row, line, strict=False)] if row else line
    if row:
        yield row


def _between_bars(text: str, start: int, end: int) -> Iterator[Cell]:
    bars = [match.start() for match in _BAR.finditer(text, start, end)]
    for left, right in pairwise(bars):
        yield [_stripped(text, left + 1, right)]


def _stripped(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    return start + left, start + max(left, len(inner.rstrip()))
