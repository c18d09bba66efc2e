"""Views in reading order in, `Block`s that know their heading out."""

from __future__ import annotations

from claimcheck.articles.views import Raw
from claimcheck.terms import Block, BlockKind, View


class Outline:
    """Grows the list of blocks of one article and remembers which headings stand above."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._above: list[tuple[int, int]] = []  # (level, index) of the headings that the next block stands under
        self._tables = 0

    def table(self) -> int:
        """The number of a new table."""
        self._tables += 1
        return self._tables - 1

    def add(self, kind: BlockKind, view: View, span: tuple[int, int], *, level: int = 0, parent: int | None = None) -> int | None:
        """Append a block and return its index; a block without readable text is left out (None)."""
        if not view.text:
            return None
        if kind == "heading":
            while self._above and self._above[-1][0] >= level:
                self._above.pop()
        index = len(self.blocks)
        heading = self._above[-1][1] if self._above else None
        self.blocks.append(Block(kind, view, span[0], span[1], level=level, parent=parent, heading=heading))
        if kind == "heading":
            self._above.append((level, index))
        return index

    def cell(self, view: View, span: tuple[int, int], *, place: tuple[int, int, int], header: bool) -> None:
        """Append a table cell at `place` (table, row, column), also when it is empty."""
        heading = self._above[-1][1] if self._above else None
        table, row, column = place
        self.blocks.append(Block("cell", view, *span, heading=heading, table=table, row=row, column=column, header=header))

    def add_meta(self, key: str, view: View, span: tuple[int, int]) -> None:
        """Append a front matter field, unless it is empty."""
        if view.text:
            self.blocks.append(Block("meta", view, *span, key=key))


def span(raw: Raw, default: int = 0) -> tuple[int, int]:
    """Article offsets from the first to the last character of `raw`."""
    return (raw.starts[0], raw.ends[-1]) if raw.text else (default, default)
