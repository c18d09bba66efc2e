"""Pieces of an article's text in, readable `View`s with exact offsets out; the article itself is never changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from claimcheck.terms import View

_WHITE = "\t\n\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ZERO = "\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ODD = re.compile(f"[ {_WHITE}{_ZERO}]{{2,}}|[{_WHITE}{_ZERO}\u2010\u2011]")
_ODD_CHARACTER = re.compile(f"[{_WHITE}{_ZERO}\u2010\u2011]")
_BLANKS = frozenset((" ", "\n"))
_IS_WHITE = re.compile(f"[ {_WHITE}]")


class Raw(NamedTuple):
    """Text on its way to a view: as a `View`, but offsets may be ranges (cheap to slice)."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


class Draft:
    """Collects runs of characters with their offsets; pieces can be taken back until `raw()` joins them."""

    __slots__ = ("ends", "starts", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.starts: list[Sequence[int]] = []
        self.ends: list[Sequence[int]] = []

    def copy(self, source: Raw, start: int, end: int) -> None:
        """Append `source` from index `start` to `end` as it is."""
        if start < end:
            self.texts.append(source.text[start:end])
            self.starts.append(source.starts[start:end])
            self.ends.append(source.ends[start:end])

    def put(self, text: str, start: int, end: int) -> None:
        """Append `text`; each of its characters stands for the article offsets `start:end`."""
        self.texts.append(text)
        self.starts.append((start,) * len(text))
        self.ends.append((end,) * len(text))

    def cut(self, size: int) -> None:
        """Take back every piece after the first `size` pieces."""
        del self.texts[size:], self.starts[size:], self.ends[size:]

    def blank(self, index: int) -> None:
        """Make piece `index` empty."""
        self.texts[index], self.starts[index], self.ends[index] = "", (), ()

    def raw(self) -> Raw:
        """All pieces joined."""
        if len(self.texts) == 1:
            return Raw(self.texts[0], self.starts[0], self.ends[0])
        chained = chain.from_iterable
        return Raw("".join(self.texts), tuple(chained(self.starts)), tuple(chained(self.ends)))


def source(text: str, segments: Sequence[tuple[int, int]], joint: str = "\n") -> Raw:
    """The article's own characters in `segments` (offset pairs, ascending), with `joint` standing for each gap."""
    if len(segments) == 1:
        start, end = segments[0]
        return Raw(text[start:end], range(start, end), range(start + 1, end + 1))
    draft = Draft()
    last = -1
    for start, end in segments:
        if 0 <= last < start:
            draft.put(joint, last, start)
        draft.texts.append(text[start:end])
        draft.starts.append(range(start, end))
        draft.ends.append(range(start + 1, end + 1))
        last = end
    return draft.raw()


def tidy(raw: Raw) -> View:
    """A view: mojibake mended, white space collapsed ("\\n" stays a line break), zero-width characters dropped."""
    if not raw.text.isascii():
        from claimcheck.articles.mojibake import mend

        raw = mend(raw)
    if "  " in raw.text or (not (raw.text.isascii() and raw.text.isprintable()) and _ODD_CHARACTER.search(raw.text)):
        raw = _collapse(raw)
    text, starts, ends = raw
    if text[:1] in _BLANKS or text[-1:] in _BLANKS:
        left = len(text) - len(text.lstrip(" \n"))
        right = max(left, len(text.rstrip(" \n")))
        text, starts, ends = text[left:right], starts[left:right], ends[left:right]
    return View(text, starts, ends)


def _collapse(raw: Raw) -> Raw:
    """Each run of odd white space becomes one blank or one line break, odd hyphens become plain ones."""
    draft = Draft()
    done = 0
    for match in _ODD.finditer(raw.text):
        start, end = match.span()
        draft.copy(raw, done, start)
        done = end
        run = match.group()
        if run in "\u2010\u2011":
            draft.put("-", raw.starts[start], raw.ends[end - 1])
        elif "\n" in run:
            draft.put("\n", raw.starts[start], raw.ends[end - 1])
        elif _IS_WHITE.search(run):
            draft.put(" ", raw.starts[start], raw.ends[end - 1])
    draft.copy(raw, done, len(raw.text))
    return draft.raw()
