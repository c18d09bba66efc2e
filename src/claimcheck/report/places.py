"""Where things stand, for reports that point at files: a place and a path in, its end and its URI out."""

from __future__ import annotations

import re
from urllib.parse import quote as percent

from claimcheck.terms import Place

_LINE_END = re.compile(r"\r\n|\r|\n")


def end_of(quote: str, line: int, column: int) -> tuple[int, int]:
    """Line and column (1-based, exclusive) at which words that begin at `line:column` end."""
    breaks = list(_LINE_END.finditer(quote))
    if not breaks:
        return line, column + len(quote)
    return line + len(breaks), len(quote) - breaks[-1].end() + 1


def place_at(text: str, start: int, end: int) -> Place:
    """The place `text[start:end]`, with its line and column."""
    breaks = list(_LINE_END.finditer(text, 0, start))
    return Place(text[start:end], start, end, len(breaks) + 1, start - (breaks[-1].end() if breaks else 0) + 1)


def uri(path: str) -> str:
    """A path as a URI reference: relative ones stay relative, an address stays an address; what is no Unicode is escaped as in every report."""
    if re.match(r"https?://", path):
        return percent(path, safe=":/?#[]@!$&'()*+,;=%-._~", errors="backslashreplace")
    shown = path.replace("\\", "/")
    return ("file://" if shown.startswith("/") else "") + percent(shown, safe="/-._~", errors="backslashreplace")
