"""The line of the article in which something stands, cut to a readable width, with a line of carets below it."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.report import safe

WIDTH = 100


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
    right = min(len(after), max(room // 2, room - len(before)))
    left = min(len(before), room - right)
    if left < len(before):
        before = "…" + before[len(before) - left + 1 :].lstrip() if left > 1 else "…"
    if right < len(after):
        after = after[: max(0, right - 1)].rstrip() + "…"
    return Excerpt(safe.line(before), safe.line(marked), safe.line(after))
