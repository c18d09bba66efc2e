"""Where claims stand in the readable text of a block: article offsets in, pieces of text with their marks out.

What overlaps or shares its words ("Both models support 128K") becomes one mark that leads to several cards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from claimcheck.report import words
from claimcheck.terms import VERDICTS, Block, View

_CLASH, _WAIVED, _UNREAD = "clash", "waived", "unread"
KINDS = (*VERDICTS[:3], _WAIVED, *VERDICTS[3:], _CLASH, _UNREAD)  # gravest first; the kind of a mark is that of its gravest item


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be marked: a claim (kind = its verdict, or waived), a place of an inconsistency, or an unchecked number.

    `anchor` is the id that links to this place use, `target` the id that the mark leads to, `label` words for people.
    """

    kind: str
    start: int
    end: int
    anchor: str
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words: the ids of all items in it, where it leads, its look, and its words for screen readers."""

    kind: str
    anchors: tuple[str, ...]
    targets: tuple[str, ...]
    kinds: tuple[str, ...]
    signs: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a block, marked or not."""

    text: str
    mark: Mark | None = None


def view_range(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The characters of a view that `start:end` of the article produced, end exclusive; None when there are none."""
    low, high = bisect_right(view.ends, start), bisect_left(view.starts, end)  # the offsets of a view never descend
    return (low, high) if low < high else None


class Homes:
    """The blocks of one article, to be asked in which of them something is shown."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._reached = list(accumulate((block.end for block in blocks), max))  # how far the text goes up to each block
        self._ordered = all(a.start <= b.start for a, b in pairwise(blocks))

    def of(self, item: Item) -> int | None:
        """The index of the first block that shows something of the item, or None."""
        for index in range(bisect_right(self._reached, item.start), len(self._blocks)):
            block = self._blocks[index]
            if self._ordered and block.start >= item.end:
                return None
            if block.start < item.end and item.start < block.end and view_range(block.view, item.start, item.end):
                return index
        return None


def pieces(block: Block, items: Sequence[Item]) -> tuple[Piece, ...]:
    """The text of a block cut at the marks; joined, the pieces are `block.view.text` again."""
    spans = []
    for item in items:
        if block.start < item.end and item.start < block.end:
            found = view_range(block.view, item.start, item.end)
            if found is not None:
                spans.append((found, item))
    spans.sort(key=lambda span: (span[0], KINDS.index(span[1].kind), span[1].anchor))
    text, done, result = block.view.text, 0, []
    for low, high, group in _groups(spans):
        if low > done:
            result.append(Piece(text[done:low]))
        result.append(Piece(text[low:high], _mark(group)))
        done = high
    if done < len(text):
        result.append(Piece(text[done:]))
    return tuple(result)


def _groups(spans: list[tuple[tuple[int, int], Item]]) -> list[tuple[int, int, list[Item]]]:
    """Spans that overlap, joined; expects them sorted by start."""
    groups: list[tuple[int, int, list[Item]]] = []
    for (low, high), item in spans:
        if groups and low < groups[-1][1]:
            first, last, items = groups[-1]
            groups[-1] = (first, max(last, high), [*items, item])
        else:
            groups.append((low, high, [item]))
    return groups


def _mark(items: list[Item]) -> Mark:
    kinds = tuple(sorted({item.kind for item in items}, key=KINDS.index))
    targets = tuple(dict.fromkeys(item.target for item in sorted(items, key=lambda item: KINDS.index(item.kind))))
    symbols = {**words.SYMBOL, _CLASH: words.INCONSISTENT, _WAIVED: words.WAIVED, _UNREAD: ""}
    return Mark(
        kind=kinds[0],
        anchors=tuple(dict.fromkeys(item.anchor for item in items)),
        targets=targets,
        kinds=kinds,
        signs="".join(symbols[kind] for kind in kinds),
        label="; ".join(dict.fromkeys(item.label for item in items)),
    )
