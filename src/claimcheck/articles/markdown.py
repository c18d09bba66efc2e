"""Markdown in, its blocks out: markdown-it reads the block structure, `inline` reads the text, offsets are the article's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from claimcheck.articles import comments, front_matter, grids, html, inline, pipes, statements
from claimcheck.articles.outline import Outline, span
from claimcheck.articles.views import source, tidy
from claimcheck.terms import Block, BlockKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NEWLINE = re.compile(r"\r\n?|\n")
_LASTING = re.compile(r"<(/?)(table|style|script|pre|svg|nav|footer|aside)\b", re.IGNORECASE)
_CODE = re.compile(r"(?:import\s.{0,200}from\s{0,9}['\"]|import\s{0,9}['\"]|export\s{1,9}(?:const|default|function)\s)")
_UNWRAPPED = 160  # nobody wraps lines so long: each is a paragraph, though no empty line stands between them
_TITLE_LEVEL = 6  # of a paragraph that reads as a heading


def blocks(text: str) -> tuple[list[Block], dict[str, str | None]]:
    """Blocks of a Markdown text, and its `title` and `published` where the front matter states them."""
    outline = Outline()
    head = front_matter.read(text, outline)
    _Walk(text, head.end, outline).walk()
    return outline.blocks, {"title": head.title, "published": head.published}


def _parse(text: str) -> tuple[list[Token], frozenset[str]]:
    """Block tokens and the labels of link reference definitions."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    return tokens, frozenset(env.get("references", ()))


@cache
def _parser() -> MarkdownIt:
    """markdown-it for blocks only, set up once: that takes as long as a short article."""
    from markdown_it import MarkdownIt

    from claimcheck.articles import block_rules

    parser = MarkdownIt("commonmark")
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.inline.ruler.enableOnly([])
    block_rules.install(parser)
    return parser


class _Walk:
    """Goes through the tokens once and adds blocks to the outline."""

    def __init__(self, text: str, begin: int, outline: Outline) -> None:
        self.text = text
        self.outline = outline
        self.grids = grids.find(text, begin)
        self.tokens, self.references = _parse(grids.without(text, self.grids)[begin:].replace("\0", " "))
        breaks = [(match.start() + begin, match.end() + begin) for match in _NEWLINE.finditer(text[begin:])]
        self.begins = [begin, *(end for _, end in breaks)]
        self.ends = [*(start for start, _ in breaks), len(text)]
        self.html = html.Reader(text, outline)
        self.items: list[int | None] = []  # for each open item the index of its first block
        self.unclosed: set[str] = set()  # tags that are nowhere closed in the rest of the text
        self.quotes = 0
        self.heading = 0  # level of the open heading

    def walk(self) -> None:
        """Read every token; a region that was read as a whole (a table, HTML) is skipped."""
        skip = 0
        for token in self.tokens:
            if self.grids and token.map:
                self._drawn(self.begins[token.map[0]])
            leaf = token.nesting == 0 or token.type == "table_open"
            if leaf and token.map and token.map[0] < skip:
                continue
            if token.type == "table_open":
                skip = self._table(token)
            elif token.type == "html_block":
                skip = self._html(token)
            elif token.type == "inline":
                self._text(token)
            else:
                self._structure(token)
        self._drawn(len(self.text))
        self.html.close()

    def _drawn(self, before: int) -> None:
        """Add the drawn tables that begin before an offset."""
        while self.grids and self.grids[0].start < before:
            grids.add(self.text, self.grids.pop(0), self.outline)

    def _structure(self, token: Token) -> None:
        kind = token.type
        if kind == "list_item_open":
            self.items.append(None)
        elif kind == "list_item_close":
            self.items.pop()
        elif kind in ("blockquote_open", "blockquote_close"):
            self.quotes += token.nesting
        elif kind == "heading_open":
            self.heading = int(token.tag[1])
        elif kind == "heading_close":
            self.heading = 0

    def _segments(self, token: Token) -> list[tuple[int, int]]:
        """Article offsets of the lines of a token, without the marks of the containers that they stand in."""
        assert token.map is not None
        line, last = token.map
        found: list[tuple[int, int]] = []
        for content in token.content.split("\n"):
            content = content.strip()
            while line < last:
                whole = self.text[self.begins[line] : self.ends[line]]
                at = whole.rfind(content) if self.heading == 0 else whole.find(content)
                line += 1
                if at >= 0:
                    start = self.begins[line - 1] + at
                    found.append((start, start + len(content) if self.heading else self.ends[line - 1]))
                    break
        return found

    def _text(self, token: Token) -> None:
        """The text of a heading, paragraph, item or quote."""
        segments = self._segments(token)
        lines = [comments.without(self.text[start:end]) for start, end in segments]
        if not segments or (lines and _CODE.match(lines[0])):
            return
        if self.heading:
            self._add("heading", segments, self.heading)
            return
        if len(lines) > 1 and all(line.lstrip().startswith("|") for line in lines):
            pipes.add(self.text, segments, self.outline, references=self.references)
            return
        rows = [pipes.on_one_line(self.text, *segment) for segment in segments]
        if len(rows) == 1 and rows[0]:
            pipes.add(self.text, rows[0], self.outline, references=self.references)
            return
        if not self.items and not self.quotes and max(map(len, lines)) > _UNWRAPPED and (titles := statements.titles(lines, first=not self.outline.blocks)):
            for begin, end in zip([0, *(at + 1 for at in titles)], [*titles, len(lines)], strict=True):
                if begin < end:
                    self._statements(segments[begin:end], lines[begin:end])
                if end < len(lines):
                    self._add("heading", [segments[end]], _TITLE_LEVEL if self.outline.blocks else 1)
            return
        left = self._left(segments, lines) if self.items else len(lines)
        self._statements(segments[:left], lines[:left])
        if left < len(lines):
            items, self.items = self.items, []
            for group in statements.apart(lines[left:]):
                self._group(segments[left:][group], lines[left:][group])
            self.items = items

    def _left(self, segments: Sequence[tuple[int, int]], lines: Sequence[str]) -> int:
        """The first line that Markdown adds to an item, though people mean a paragraph after the list: not indented, and a beginning."""
        for at in range(1, len(lines)):
            unmarked = segments[at][0] == self.begins[bisect_right(self.begins, segments[at][0]) - 1]
            if unmarked and statements.begins(lines[at], after=lines[at - 1], last=at + 1 == len(lines)):
                return at
        return len(lines)

    def _group(self, segments: Sequence[tuple[int, int]], lines: Sequence[str]) -> None:
        """Lines that belong together: a table, a title, or prose."""
        if lines[0].lstrip().startswith("|"):
            pipes.add(self.text, segments, self.outline, references=self.references)
        elif len(lines) == 1:
            self._line(*segments[0])
        else:
            self._statements(segments, lines)

    def _statements(self, segments: Sequence[tuple[int, int]], lines: Sequence[str]) -> None:
        parts = statements.split(lines)
        alone = len(parts) == 1 and len(lines) == 1 and not self.items and not self.quotes
        if alone and (statements.is_bold_title(lines[0]) or statements.is_title(lines[0])):
            self._add("heading", segments, _TITLE_LEVEL)
            return
        for part in parts:
            start, end = segments[part.first]
            self._statement([(start + part.cut, end), *segments[part.first + 1 : part.last]], item=part.item)

    def _statement(self, segments: Sequence[tuple[int, int]], *, item: bool) -> None:
        """One statement of a paragraph: an item where it stands in a list or has a bullet of its own."""
        if not self.items:
            kind: BlockKind = "quote" if self.quotes else "paragraph"
            self._add("item" if item else kind, segments, 1 if item else 0)
            return
        above = [index for index in self.items if index is not None]
        deeper = item and self.items[-1] is not None
        index = self._add("item", segments, len(self.items) + deeper, above[-1] if above else None)
        if self.items[-1] is None:
            self.items[-1] = index

    def _add(self, kind: BlockKind, segments: Sequence[tuple[int, int]], level: int, parent: int | None = None) -> int | None:
        raw = source(self.text, segments)
        view = tidy(inline.read(raw, self.references))
        return self.outline.add(kind, view, span(raw), level=level, parent=parent)

    def _table(self, token: Token) -> int:
        """Read a pipe table; return the line after it."""
        assert token.map is not None
        first, last = token.map
        segments = []
        for line in range(first, last):
            start, end = self.begins[line], self.ends[line]
            while start < end and (self.text[start] in " \t" or (self.quotes and self.text[start] == ">")):
                start += 1
            segments.append((start, end))
        if self.items and segments:  # the first line may stand behind the mark of its item
            start, end = segments[0]
            segments[0] = (start + statements.bullet(self.text[start:end]), end)
        cut = next((n for n in range(2, len(segments)) if "|" not in self.text[slice(*segments[n])]), len(segments))
        pipes.add(self.text, segments[:cut], self.outline, references=self.references)
        for start, end in segments[cut:]:  # Markdown makes cells of what follows a table without an empty line; people mean text
            self._line(start, end)
        return last

    def _line(self, start: int, end: int) -> None:
        line = self.text[start:end]
        if not line.strip():
            return
        if not self.items and not self.quotes and (statements.is_bold_title(line) or statements.is_title(line)):
            self._add("heading", [(start, end)], _TITLE_LEVEL)
        else:
            self._statement([(start, end)], item=False)

    def _html(self, token: Token) -> int:
        """Read an HTML block, up to the end of a table (…) that blank lines cut; return the line after it."""
        assert token.map is not None
        first, last = token.map
        start, end = self.begins[first], self.begins[last] if last < len(self.begins) else len(self.text)
        opened = ""
        for match in _LASTING.finditer(self.text, start, end):
            if not opened and not match.group(1):
                opened = match.group(2).lower()
            elif match.group(1) and match.group(2).lower() == opened:
                opened = ""
        if opened and opened not in self.unclosed:
            close = re.compile(f"</{opened}", re.IGNORECASE).search(self.text, end)
            if close is None:
                self.unclosed.add(opened)
            else:
                last = bisect_right(self.begins, close.start())
                end = self.begins[last] if last < len(self.begins) else len(self.text)
        self.html.feed(start, end)
        return last
