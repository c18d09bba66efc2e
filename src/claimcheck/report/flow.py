"""The article as it reads: its blocks in, rows of headings, paragraphs, nested lists, quotes and tables out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from claimcheck.report.marks import Piece
from claimcheck.terms import Article, Block, View

_NUMBERED = re.compile(r"\s*(?:[*_]{0,3})\(?\d{1,4}[.)]")

Pieces = tuple[Piece, ...]


@dataclass(slots=True)
class Entry:
    """A list item with the list nested in it."""

    pieces: Pieces
    ordered: bool
    children: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `scope` is `col`, `row` or empty for an ordinary cell."""

    pieces: Pieces
    scope: str


@dataclass(frozen=True, slots=True)
class Row:
    """One or several blocks that are shown as a unit, with the indices of these blocks.

    `kind` is heading, paragraph, quote, list, table, meta or code. Which of the other fields is set follows from it. The `level`
    of a heading is its depth in the outline: 1, or one more than that of the heading over it, whatever the article skips.
    """

    kind: str
    blocks: tuple[int, ...]
    level: int = 0
    paragraphs: tuple[Pieces, ...] = ()
    entries: tuple[Entry, ...] = ()
    head: tuple[tuple[Cell, ...], ...] = ()
    body: tuple[tuple[Cell, ...], ...] = ()
    fields: tuple[tuple[str, Pieces], ...] = ()
    code: str = ""


def readable(article: Article) -> tuple[Block, ...]:
    """The blocks of the article, or its whole text as paragraphs when nobody made blocks."""
    if article.blocks or not article.text.strip():
        return article.blocks
    found = []
    for match in re.finditer(r"\S(?:.|\n(?!\s*(?:\n|\Z)))*", article.text):
        start, end = match.span()
        view = View(match.group(), tuple(range(start, end)), tuple(range(start + 1, end + 1)))
        found.append(Block("paragraph", view, start, end))
    return tuple(found)


def rows(text: str, blocks: Sequence[Block], pieces: Callable[[int], Pieces]) -> Iterator[Row]:
    """The rows in reading order, with the code between them; `pieces` gives the marked text of the block with that index."""
    done = 0
    for row in _rows(text, blocks, pieces):
        yield from (Row("code", (), code=code) for code in _fenced(text, done, blocks[row.blocks[0]].start))
        yield row
        done = max(done, blocks[row.blocks[-1]].end)
    yield from (Row("code", (), code=code) for code in _fenced(text, done, len(text)))


def _fenced(text: str, start: int, end: int) -> Iterator[str]:
    """What stands between fences of three or more backticks or tildes in a part of the article that became no block."""
    fence = ""
    inside: list[str] = []
    for line in text[start:end].splitlines():
        bare = line.strip()
        if fence:
            if bare.startswith(fence) and not bare.strip(fence[0]):
                yield "\n".join(inside)
                fence, inside = "", []
            else:
                inside.append(line)
        elif bare.startswith(("```", "~~~")) and "`" not in bare.lstrip("`"):
            fence = bare[: len(bare) - len(bare.lstrip(bare[0]))]
    if inside:
        yield "\n".join(inside)


def _rows(text: str, blocks: Sequence[Block], pieces: Callable[[int], Pieces]) -> Iterator[Row]:
    def together(index: int) -> tuple[str, object]:
        block = blocks[index]
        alone = index if block.kind in ("heading", "paragraph") else None
        return block.kind, block.table if block.kind == "cell" else alone

    outline: list[int] = []
    for (kind, _), members in groupby(range(len(blocks)), key=together):
        indices = tuple(members)
        if kind == "item":
            yield Row("list", indices, entries=tuple(_entries(text, blocks, indices, pieces)))
        elif kind == "cell":
            head, body = _table(blocks, indices, pieces)
            yield Row("table", indices, head=head, body=body)
        elif kind == "meta":
            yield Row("meta", indices, fields=tuple((blocks[index].key or "", pieces(index)) for index in indices))
        else:
            level = _depth(outline, blocks[indices[0]].level or 1) if kind == "heading" else 0
            yield Row(kind, indices, level=level, paragraphs=tuple(pieces(index) for index in indices))


def _depth(outline: list[int], level: int) -> int:
    """How deep a heading of this level stands; `outline` holds the levels of the headings over it and is kept up."""
    while outline and outline[-1] >= level:
        outline.pop()
    outline.append(level)
    return len(outline)


def _entries(text: str, blocks: Sequence[Block], indices: Sequence[int], pieces: Callable[[int], Pieces]) -> list[Entry]:
    """Items nested by their level; a level that is skipped counts as the next one."""
    top: list[Entry] = []
    open_ones: list[tuple[int, Entry]] = []
    for index in indices:
        block = blocks[index]
        entry = Entry(pieces(index), _numbered(text, block))
        while open_ones and open_ones[-1][0] >= block.level:
            open_ones.pop()
        (open_ones[-1][1].children if open_ones else top).append(entry)
        open_ones.append((block.level, entry))
    return top


def _numbered(text: str, block: Block) -> bool:
    """Whether the article numbers this item: the words before or at its start are `1.` or `2)`."""
    begin = text.rfind("\n", 0, block.start) + 1
    return bool(_NUMBERED.match(text, begin, block.start + 8))


def _table(
    blocks: Sequence[Block], indices: Sequence[int], pieces: Callable[[int], Pieces]
) -> tuple[tuple[tuple[Cell, ...], ...], tuple[tuple[Cell, ...], ...]]:
    """Header rows and body rows; cells that are missing are empty, so that every row is as wide as the widest."""
    grid: dict[int, dict[int, Cell]] = {}
    wide = 0
    heads: set[int] = set()
    for index in indices:
        block = blocks[index]
        row, column = block.row or 0, block.column or 0
        if block.header and row == 0:
            heads.add(row)
        scope = ("col" if row == 0 else "row") if block.header else ""
        grid.setdefault(row, {})[column] = Cell(pieces(index), scope)
        wide = max(wide, column + 1)
    empty = Cell((), "")
    full = {row: tuple(cells.get(column, empty) for column in range(wide)) for row, cells in sorted(grid.items())}
    head = tuple(cells for row, cells in full.items() if row in heads)
    return head, tuple(cells for row, cells in full.items() if row not in heads)
