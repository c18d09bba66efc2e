"""An article's text in, the comments in it that are addressed to claimcheck out: where they stand and what they say.

`<!-- claimcheck: ignore -->`, in MDX also `{/* claimcheck: ignore */}`; in plain text the first form too. Examples inside fenced code are
no comments. Every look-ahead is bounded, so that hostile text costs linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_COMMENT = re.compile(
    r"<!--\s{0,9}claimcheck\s{0,9}:(?P<html>.{0,1000}?)-->|\{/\*[ \t]{0,9}claimcheck[ \t]{0,9}:(?P<mdx>[^\n\r]{0,400}?)\*/\}",
    re.IGNORECASE | re.DOTALL,
)
_FENCE = re.compile(r"^[ >\t]{0,12}(`{3,}|~{3,})", re.MULTILINE)
_SEEN = re.compile(r"[^\r\n]")


class Comment(NamedTuple):
    """A comment at `start:end` of the article (end exclusive), and its words without the address."""

    start: int
    end: int
    said: str


def find(text: str) -> list[Comment]:
    """The comments in reading order."""
    found = [Comment(*match.span(), " ".join((match["html"] or match["mdx"] or "").split())) for match in _COMMENT.finditer(text)]
    if not found:
        return []
    starts, ends = _fenced(text)
    return [comment for comment in found if not _inside(comment.start, starts, ends)]


def blanked(text: str) -> str:
    """The text with blanks for the comments, so that every offset stays; line ends are kept."""
    done, parts = 0, []
    for comment in find(text):
        parts += [text[done : comment.start], _SEEN.sub(" ", text[comment.start : comment.end])]
        done = comment.end
    return "".join([*parts, text[done:]])


def without(text: str) -> str:
    """A piece of text without comments, for a look at its shape."""
    return _COMMENT.sub("", text)


def _fenced(text: str) -> tuple[list[int], list[int]]:
    """Where fenced code begins and ends; one that is not closed ends with the text."""
    starts: list[int] = []
    ends: list[int] = []
    mark = ""
    for match in _FENCE.finditer(text):
        if not mark:
            mark = match.group(1)
            starts.append(match.start())
        elif match.group(1).startswith(mark):
            mark = ""
            ends.append(match.end())
    return starts, [*ends, len(text)][: len(starts)]


def _inside(at: int, starts: list[int], ends: list[int]) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < ends[index]
