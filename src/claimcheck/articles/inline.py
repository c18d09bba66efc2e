"""The raw text of one Markdown block in, its readable text out: markup dropped, escapes and entities decoded.

One pass without backtracking over the whole: every look-ahead is bounded, so that hostile input costs linear time. The
reading is lenient where CommonMark is not (`**bold.**Next`): what a reader takes for markup is dropped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from html import unescape

from claimcheck.articles import tex
from claimcheck.articles.views import Draft, Raw

_SPECIAL = re.compile(r"[\\`\[\]!<&\n【{$]|\*+|_+|~~+")
_OR_ADDRESS = re.compile(rf"{_SPECIAL.pattern}|https?://|www\.", re.IGNORECASE)
_MARK = re.compile(r"[\\`\[\]!<&\n【{*_~]")  # with these and addresses, as much as _SPECIAL, but ten times as fast
_DESTINATION = re.compile(
    r"""\([ \n]{0,9}(?:<[^<>\n]{0,4000}>|[^\s()]{0,4000}(?:\([^\s()]{0,999}\)[^\s()]{0,999}){0,9})"""
    r"""(?:\s{1,9}(?:"[^"]{0,999}"|'[^']{0,999}'|\([^()]{0,999}\)))?[ \n]{0,9}\)"""
)
_LABEL = re.compile(r"\[[^\[\]]{0,300}\]")
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{0,200}\|)?(?P<shown>[^\[\]|\n]{1,200})\]\]")
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]{1,60}\]")
_CITATION = re.compile(r"【[^【】\n]{0,80}】")
_TEMPLATE = re.compile(r"\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|\{:[^{}]{0,200}\}|\{/\*.{0,500}?\*/\}")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,4000}>|<[!?][A-Za-z\[][^<>]{0,999}>")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”】|]{1,4000}", re.IGNORECASE)
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def read(raw: Raw, references: AbstractSet[str] = frozenset()) -> Raw:
    """Readable text of `raw`; `references` are the normalised labels of link reference definitions.

    Soft line breaks become blanks, hard ones and `<br>` become "\\n".
    """
    address = "://" in raw.text or "www." in raw.text.lower()
    if not address and not _MARK.search(raw.text):
        return raw
    return _Scanner(raw, references).scan(_OR_ADDRESS if address else _SPECIAL)


class _Scanner:
    """State of one pass: where it stands, what it has put out, and which brackets are open."""

    def __init__(self, raw: Raw, references: AbstractSet[str]) -> None:
        self.raw = raw
        self.text = raw.text
        self.references = references
        self.draft = Draft()
        self.open: list[tuple[int, int, bool]] = []  # (index in text, number of the piece, is it an image)
        self.unclosed = False  # no comment ends in the rest of the text
        self.ticks: dict[int, list[int]] | None = None

    def scan(self, marks: re.Pattern[str]) -> Raw:
        """Go through the text once, from mark to mark."""
        text, at, size = self.text, 0, len(self.text)
        while at < size:
            match = marks.search(text, at)
            if match is None:
                break
            start = match.start()
            self.draft.copy(self.raw, at, start)
            at = self._special(match.group(), start)
        self.draft.copy(self.raw, at, size)
        return self.draft.raw()

    def _special(self, found: str, at: int) -> int:
        """Deal with the special run `found` at index `at`; return the index to go on from."""
        mark = found[0]
        if mark in "*_":
            return self._emphasis(found, at)
        if mark == "\\":
            return self._escape(at)
        if mark == "\n":
            return self._line_break(at)
        if mark == "~":
            return at + len(found)
        if mark == "`":
            return self._code(at)
        if mark in "[!":
            return self._bracket(at)
        if mark == "]":
            return self._close(at)
        if mark == "<":
            return self._angle(at)
        if mark == "&":
            return self._entity(at)
        if mark == "$":
            return self._formula(at)
        if mark in "【{":
            return self._dropped(_CITATION if mark == "【" else _TEMPLATE, at)
        return self._address(at)

    def _formula(self, at: int) -> int:
        found = tex.formula(self.text, at)
        if found is None:
            return self._keep(at, at + 1)
        for start, end, shown in found[1]:
            if shown is None:
                self._keep(start, end)
            else:
                self._put(shown, start, end)
        return found[0]

    def _keep(self, at: int, end: int) -> int:
        self.draft.copy(self.raw, at, end)
        return end

    def _put(self, text: str, at: int, end: int) -> int:
        self.draft.put(text, self.raw.starts[at], self.raw.ends[end - 1])
        return end

    def _dropped(self, pattern: re.Pattern[str], at: int) -> int:
        """Drop what `pattern` finds here; without it the character is text."""
        match = pattern.match(self.text, at)
        return match.end() if match else self._keep(at, at + 1)

    def _emphasis(self, found: str, at: int) -> int:
        """Drop a run of * or _ unless it is a sign: alone between blanks, in a product (2*3) or inside a name (a_b)."""
        end = at + len(found)
        before = self.text[at - 1] if at else " "
        after = self.text[end] if end < len(self.text) else " "
        alone = before.isspace() and after.isspace() and at > 0 and end < len(self.text)
        product = before.isdigit() and after.isdigit()
        inside = found[0] == "_" and before.isalnum() and after.isalnum()
        return self._keep(at, end) if alone or product or inside else end

    def _escape(self, at: int) -> int:
        after = self.text[at + 1 : at + 2]
        if after == "\n":
            return self._put("\n", at, at + 2)
        if after in _PUNCTUATION and after:
            return self._put(after, at, at + 2)
        if not after:  # a hard line break at the end of a statement
            return at + 1
        return self._keep(at, at + 1)

    def _line_break(self, at: int) -> int:
        hard = self.text[max(0, at - 2) : at] == "  "
        return self._put("\n" if hard else " ", at, at + 1)

    def _code(self, at: int) -> int:
        """Keep the content of a code span and drop its marks; without a closing mark it is text."""
        if self.ticks is None:
            self.ticks = {}
            for match in re.finditer("`+", self.text):
                self.ticks.setdefault(len(match.group()), []).append(match.start())
        size = 1
        while self.text[at + size : at + size + 1] == "`":
            size += 1
        places = self.ticks.get(size, [])
        after = bisect_left(places, at + size)
        if after == len(places):
            return self._keep(at, at + size)
        begin, end = at + size, places[after]
        for index, line in enumerate(self.text[begin:end].split("\n")):
            if index:
                begin = self._put(" ", begin, begin + 1)
            begin = self._keep(begin, begin + len(line))
        return end + size

    def _bracket(self, at: int) -> int:
        image = self.text[at] == "!"
        if image and self.text[at + 1 : at + 2] != "[":
            return self._keep(at, at + 1)
        if not image and (wiki := _WIKI.match(self.text, at)):
            self._keep(wiki.start("shown"), wiki.end("shown"))
            return wiki.end()
        if not image and (footnote := _FOOTNOTE.match(self.text, at)):
            return footnote.end()
        end = at + 1 + image
        self.open.append((end, len(self.draft.texts), image))
        return self._keep(at, end)

    def _close(self, at: int) -> int:
        """A closing bracket: of a link (marks and address dropped), of an image (dropped whole), or text."""
        if not self.open:
            return self._keep(at, at + 1)
        begin, piece, image = self.open.pop()
        end = self._link_end(begin, at)
        if end is None:
            return self._keep(at, at + 1)
        if image:
            self.draft.cut(piece)
        else:
            self.draft.blank(piece)
        return end

    def _link_end(self, begin: int, at: int) -> int | None:
        """Where the link with its text from `begin` to `at` ends, or None when it is not a link."""
        if match := _DESTINATION.match(self.text, at + 1):
            return match.end()
        if not self.references:
            return None
        if (match := _LABEL.match(self.text, at + 1)) and len(match.group()) > 2:
            known = _normal(match.group()[1:-1]) in self.references
            return match.end() if known else None
        if at - begin <= 300 and _normal(self.text[begin:at]) in self.references:
            return match.end() if match else at + 1
        return None

    def _angle(self, at: int) -> int:
        """Drop a comment, an address in angle brackets or a tag; `<br>` is a line break."""
        text = self.text
        if text.startswith("<!--", at):
            close = -1 if self.unclosed else text.find("-->", at + 2)
            self.unclosed = close < 0
            return close + 3 if close >= 0 else self._keep(at, at + 1)
        match = _TAG.match(text, at)
        if match is None:
            return self._keep(at, at + 1)
        if text[at + 1 : at + 3].lower() == "br" and not text[at + 3].isalnum():
            return self._put("\n", at, match.end())
        return match.end()

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self.text, at)
        if match is None or (char := unescape(match.group())) == match.group():
            return self._keep(at, at + 1)
        return self._put(char, at, match.end())

    def _address(self, at: int) -> int:
        """Drop a bare address, but not a name of a site that is part of a sentence (www.openai.com)."""
        inside = at > 0 and self.text[at - 1].isalnum()
        match = None if inside else _ADDRESS.match(self.text, at)
        if match is None:
            return self._keep(at, at + 1)
        address = match.group().rstrip(".,;:!?'*_~)]’")
        if address.startswith("www.") and "/" not in address:
            return self._keep(at, at + len(address))
        return at + max(len(address), 1)


def _normal(label: str) -> str:
    """A reference label as markdown-it keeps it."""
    from markdown_it.common.utils import normalizeReference

    return str(normalizeReference(label))
