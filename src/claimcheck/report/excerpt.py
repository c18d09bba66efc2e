"""The line of the article in which something stands, cut to a readable width, with a line of carets below it."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.report import safe

WIDTH = 100
LEFT = 48  # before the marked words, so that what stands beside the carets has room
NEAR = 16  # how far a word is looked for to cut at


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`before + marked + after` is what is shown; `indent` and `length` say where the carets go, in columns."""

    before: str
    marked: str
    after: str

    @property
    def indent(self) -> int:
        """Columns left of the marked words."""
        return safe.width(self.before)

    @property
    def length(self) -> int:
        """Columns under the marked words, at least one."""
        return max(1, safe.width(self.marked))


def around(text: str, start: int, end: int) -> Excerpt:
    """The excerpt for `text[start:end]`; words that go on to the next line are marked up to the line's end."""
    begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    stops = [stop for stop in (text.find("\n", start), text.find("\r", start)) if stop >= 0]
    finish = min(stops, default=len(text))
    end = max(start, min(end, finish))
    marked = text[start:end]
    if len(marked) > WIDTH - 10:
        marked = marked[: WIDTH - 11] + "…"
    room = WIDTH - len(marked)
    before, after = text[begin:start].lstrip(), text[end:finish].rstrip()
    left = len(before) if len(before) + len(after) <= room else min(len(before), LEFT, room)
    right = min(len(after), room - left)
    return Excerpt(safe.line(_tail(before, left)), safe.line(marked), safe.line(_head(after, right)))


def _tail(text: str, room: int) -> str:
    """The end of a text, from the beginning of a word where one is near."""
    if len(text) <= room:
        return text
    kept = text[len(text) - room + 1 :] if room > 1 else ""
    space = kept.find(" ")
    return "…" + (kept[space + 1 :] if 0 <= space < NEAR else kept)


def _head(text: str, room: int) -> str:
    """The beginning of a text, up to the end of a word where one is near."""
    if len(text) <= room:
        return text
    kept = text[: max(0, room - 1)]
    space = kept.rfind(" ")
    return (kept[:space] if space >= len(kept) - NEAR and space >= 0 else kept).rstrip() + "…"
