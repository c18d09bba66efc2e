"""Where a waiver comment stands in, which part of the article it covers out.

A comment that begins its line, or its HTML element, covers the next block: a paragraph, a heading, a list item, a whole table, or, inside
a table, the next row. A comment behind words covers these words' line, as far as it belongs to their block or table row.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Literal, NamedTuple

from claimcheck.articles.comments import Comment
from claimcheck.terms import Article, Block

_NEWLINE = re.compile(r"\r\n|\r|\n")
_MARK = re.compile(r"[-*+]|>{1,9}|\d{1,4}[.)]")  # of a list item or a quote
_OPENED = re.compile(r"<[A-Za-z][^<>]{0,190}>\s{0,40}\Z")
_BEFORE = 200  # characters before a comment that are looked at

Kind = Literal["line", "block", "table", "region"]


class Range(NamedTuple):
    """Offsets `start:end` of the article, end exclusive; ranges of one kind do not overlap."""

    kind: Kind
    start: int
    end: int


class Reach:
    """The blocks of one article, to be asked for every comment in it, in order."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._blocks: list[Block] = sorted((block for block in article.blocks if block.view.text or block.kind == "cell"), key=lambda block: block.start)
        self._starts = [block.start for block in self._blocks]
        breaks = list(_NEWLINE.finditer(article.text))
        self._lines = [0, *(match.end() for match in breaks)]
        self._stops = [*(match.start() for match in breaks), len(article.text)]
        self._tables: dict[tuple[int, int | None], tuple[int, int]] = {}
        self._last: tuple[int, Range | None] = (-1, None)
        for block in self._blocks:
            if block.table is not None:
                for key in ((block.table, None), (block.table, block.row)):
                    start, end = self._tables.get(key, (block.start, block.end))
                    self._tables[key] = (min(start, block.start), max(end, block.end))

    def shown(self, comment: Comment) -> bool:
        """Whether the article shows the comment as words, as code that explains it does; then it is none."""
        index = bisect_right(self._starts, comment.start) - 1
        if index < 0 or not self._blocks[index].view.text:
            return False
        starts = self._blocks[index].view.starts
        at = bisect_left(starts, comment.start)
        return at < len(starts) and starts[at] == comment.start

    def of(self, comment: Comment) -> Range | None:
        """What the comment covers; None when there is nothing. One right behind another covers the same."""
        before = self._last[0]
        beside = before >= 0 and comment.start - before < _BEFORE and not self._text[before : comment.start].strip(" \t")
        covered = self._last[1] if beside else self._next(comment) if self._begins(comment) else self._line(comment)
        self._last = (comment.end, covered)
        return covered

    def _begins(self, comment: Comment) -> bool:
        begin = self._lines[bisect_right(self._lines, comment.start) - 1]
        before = self._text[max(begin, comment.start - _BEFORE) : comment.start]
        whole = comment.start - begin <= _BEFORE
        return (whole and all(map(_MARK.fullmatch, before.split()))) or _OPENED.search(before) is not None

    def _next(self, comment: Comment) -> Range | None:
        index = bisect_left(self._starts, comment.end)
        if index == len(self._blocks):
            return None
        block = self._blocks[index]
        if block.table is None:
            return Range("block", block.start, block.end)
        within = index > 0 and self._blocks[index - 1].table == block.table
        return Range("block" if within else "table", *self._tables[block.table, block.row if within else None])

    def _line(self, comment: Comment) -> Range | None:
        index = bisect_left(self._starts, comment.start) - 1
        if index < 0:
            return None
        block, line = self._blocks[index], bisect_right(self._lines, comment.start) - 1
        start, end = (block.start, block.end) if block.table is None else self._tables[block.table, block.row]
        start, end = max(start, self._lines[line]), min(end, self._stops[line])
        return Range("line", start, end) if start < end else None
