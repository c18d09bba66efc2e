"""HTML in, its blocks out: headings, paragraphs, list items, table cells; malformed HTML never raises."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

from claimcheck.articles import dates, tags
from claimcheck.articles.outline import Outline, span
from claimcheck.articles.views import Draft, source, tidy
from claimcheck.terms import Block, BlockKind, View


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _names(
    "address article blockquote body caption center dd details dialog div dl dt fieldset figcaption figure form h1 h2 h3 "
    "h4 h5 h6 header hr html li main ol p section summary table tbody td tfoot th thead title tr ul"
)
_UNREAD = _names("nav footer aside svg pre select button object audio video canvas math map datalist meter progress")
_VOID = _names("area base br col embed hr img input link meta source track wbr")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden|position\s?:\s?fixed", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|&nbsp")
_BLANKS = str.maketrans("\n\r\t\f", "    ")


def blocks(text: str) -> tuple[list[Block], dict[str, str | None]]:
    """Blocks of a page, and its `title` and `published` where its head states them."""
    outline = Outline()
    reader = Reader(text, outline)
    reader.feed(0, len(text))
    reader.close()
    return outline.blocks, {"title": reader.title, "published": reader.published}


@dataclass(slots=True)
class _Cell:
    """An open table cell: its text and where it stands."""

    draft: Draft
    column: int
    head: bool
    start: int


@dataclass(slots=True)
class _Table:
    """An open table: its number, the current row, its finished cells, and columns taken by cells from rows above."""

    number: int
    row: int = -1
    column: int = 0
    cells: list[tuple[View, tuple[int, int], int, bool]] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    cell: _Cell | None = None


class Reader:
    """Reads regions of `text` one after another into `outline`; elements may stay open between regions."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.outline = outline
        self.title: str | None = None
        self.published: str | None = None
        self._draft = Draft()
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()
        self._unread = 0  # size of the stack at which an unread element was opened, 0 outside
        self._tables: list[_Table] = []
        self._items: list[int | None] = []  # for each open list item the index of its first block

    def feed(self, start: int, end: int) -> None:
        """Read `text[start:end]`."""
        for piece in tags.pieces(self.text, start, end):
            if piece.kind == "text":
                if not self._unread:
                    self._data(piece.start, piece.end)
            elif piece.kind == "open":
                self._opened(piece)
            else:
                self._closed(piece.name, piece.end)
        self._flush()

    def close(self) -> None:
        """Finish what is still open."""
        while self._tables:
            self._end_table()
        self._flush()

    def _data(self, start: int, end: int) -> None:
        """Text: entities decoded, every white space a blank."""
        cell = self._tables[-1].cell if self._tables else None
        draft = cell.draft if cell else self._draft
        raw = source(self.text, [(start, end)])
        raw = raw._replace(text=raw.text.translate(_BLANKS))
        done = 0
        for match in _ENTITY.finditer(raw.text) if "&" in raw.text else ():
            draft.copy(raw, done, match.start())
            draft.put(unescape(match.group()).replace("\n", " "), raw.starts[match.start()], raw.ends[match.end() - 1])
            done = match.end()
        draft.copy(raw, done, len(raw.text))

    def _opened(self, tag: tags.Piece) -> None:
        name = tag.name
        if self._unread:
            if name not in _VOID and self.text[tag.end - 2] != "/":
                self._push(name)
            return
        if name == "br":
            self._break(tag)
        elif name in ("meta", "time"):
            self._note_date(tag)
        if name in _VOID:
            if name == "hr":
                self._boundary(tag.end)
            return
        if name in _BLOCKS or name in _UNREAD:
            self._boundary(tag.start)
            self._begin(tag)
        if name in _UNREAD or ((name in _BLOCKS or name == "span") and self._is_hidden(tag)):
            self._unread = len(self._open) + 1
        self._push(name)

    def _push(self, name: str) -> None:
        self._open.append(name)
        self._counts[name] += 1

    def _begin(self, tag: tags.Piece) -> None:
        """Open the table part or list item that a tag begins."""
        name = tag.name
        if name == "table":
            self._tables.append(_Table(self.outline.table()))
        elif name == "li":
            above = next((name for name in reversed(self._open[-12:]) if name in ("li", "ul", "ol")), "")
            if above == "li":  # the item before was not closed
                self._closed("li", tag.start)
            self._items.append(None)
        elif name == "tbody" and self._counts["thead"]:
            self._closed("thead", tag.start)
        elif self._tables and name == "tr":
            self._end_row()
            self._tables[-1].row += 1
        elif self._tables and name in ("td", "th"):
            self._begin_cell(tag)

    def _begin_cell(self, tag: tags.Piece) -> None:
        table = self._tables[-1]
        self._end_cell(tag.start)
        table.row = max(table.row, 0)
        while table.taken.get(table.column, 0) > 0:
            table.taken[table.column] -= 1
            table.column += 1
        attributes = tags.attributes(self.text, tag)
        wide, high = _count(attributes.get("colspan")), _count(attributes.get("rowspan"))
        head = tag.name == "th" or self._counts["thead"] > 0
        table.cell = _Cell(Draft(), table.column, head, tag.end)
        for column in range(table.column, table.column + wide):
            if high > 1:
                table.taken[column] = high - 1
        table.column += wide

    def _closed(self, name: str, end: int) -> None:
        if not self._counts[name]:
            if name in ("p", "br"):
                self._boundary(end)
            return
        if not self._unread and name in _BLOCKS:
            self._boundary(end)
        while True:
            last = self._open.pop()
            self._counts[last] -= 1
            if self._unread:
                if len(self._open) < self._unread:
                    self._unread = 0
            else:
                self._end(last, end)
            if last == name:
                return

    def _end(self, name: str, end: int) -> None:
        """Close the table part or list item that `name` ends."""
        if name == "li" and self._items:
            self._items.pop()
        elif self._tables and name in ("td", "th"):
            self._end_cell(end)
        elif self._tables and name in ("tr", "thead"):
            self._end_row()
        elif self._tables and name == "table":
            self._end_table()

    def _end_cell(self, end: int) -> None:
        table = self._tables[-1]
        cell, table.cell = table.cell, None
        if cell:
            raw = cell.draft.raw()
            table.cells.append((tidy(raw), span(raw, cell.start), cell.column, cell.head))

    def _end_row(self) -> None:
        table = self._tables[-1]
        self._end_cell(0)
        header = table.row == 0 and all(head for *_, head in table.cells)
        for view, place, column, _ in table.cells:
            self.outline.cell(view, place, place=(table.number, table.row, column), header=header)
        table.cells, table.column = [], 0

    def _end_table(self) -> None:
        self._end_row()
        self._tables.pop()

    def _break(self, tag: tags.Piece) -> None:
        cell = self._tables[-1].cell if self._tables else None
        (cell.draft if cell else self._draft).put("\n", tag.start, tag.end)

    def _boundary(self, at: int) -> None:
        """A block begins or ends: inside a cell that is a line break, elsewhere the text so far is a block."""
        cell = self._tables[-1].cell if self._tables else None
        if cell is None:
            self._flush()
        elif cell.draft.texts:
            cell.draft.put("\n", cell.draft.ends[-1][-1] - 1, cell.draft.ends[-1][-1])

    def _flush(self) -> None:
        """Make a block of the text so far."""
        if not self._draft.texts:
            return
        raw = self._draft.raw()
        self._draft = Draft()
        view = tidy(raw)
        if not view.text:
            return
        if self._counts["title"] and not self._counts["body"]:
            self.title = self.title or view.text
            self.outline.add_meta("title", view, span(raw))
            return
        kind, level = self._kind()
        parent = None
        if kind == "item":
            above = [index for index in self._items if index is not None]
            parent = above[-1] if above else None
        index = self.outline.add(kind, view, span(raw), level=level, parent=parent)
        if kind == "item" and self._items[-1] is None:
            self._items[-1] = index

    def _kind(self) -> tuple[BlockKind, int]:
        for name in reversed(self._open[-4:]):
            if name in _HEADINGS:
                return "heading", int(name[1])
        if self._items:
            return "item", len(self._items)
        return ("quote" if self._counts["blockquote"] else "paragraph"), 0

    def _is_hidden(self, tag: tags.Piece) -> bool:
        if tag.end - tag.start < 10 or tag.name in ("html", "body"):
            return False
        attributes = tags.attributes(self.text, tag)
        hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
        return hidden or bool(_HIDDEN.search(attributes.get("style", "")))

    def _note_date(self, tag: tags.Piece) -> None:
        attributes = tags.attributes(self.text, tag)
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        stated = attributes.get("datetime", "")
        if "published" in name or name in ("date", "dc.date", "pubdate"):
            stated = attributes.get("content", stated)
        self.published = self.published or dates.at_start(stated)


def _count(value: str | None) -> int:
    """A colspan or rowspan: 1 to 50."""
    return min(max(int(value), 1), 50) if value and value.isascii() and value.isdigit() and len(value) < 4 else 1
