"""HTML text in, its pieces (text, opening and closing tags) with offsets out; nothing is malformed enough to raise.

Why not `html.parser`: in the Python versions that we support it can take quadratic time on unclosed comments, raises on
some broken declarations, and knows lines and columns only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:._-]{0,60})")
_REST = re.compile(r"""[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>""")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:@][\w:.@-]{0,60})\s{0,9}(?:=\s{0,9}("[^"]*"|'[^']*'|[^\s"'<>=]+))?""")
_LOOK_AHEAD = 4000
_SILENT = frozenset(("script", "style", "template", "noscript", "iframe", "textarea", "xmp"))


class Piece(NamedTuple):
    """Text or a tag at offsets `start:end`; `name` is the lower-case tag name, empty for text."""

    kind: Literal["text", "open", "close"]
    start: int
    end: int
    name: str = ""


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Text and tags of `text[start:end]` in order; comments, declarations, scripts and styles are left out."""
    at = begin = start
    while (at := text.find("<", at, end)) >= 0:
        after, piece = _markup(text, at, end)
        if after == at:  # a bare "<" is text
            at += 1
            continue
        if begin < at:
            yield Piece("text", begin, at)
        if piece is not None:
            yield piece
        at = begin = after
    if begin < end:
        yield Piece("text", begin, end)


def _markup(text: str, at: int, end: int) -> tuple[int, Piece | None]:
    """Where the markup at `at` ends, and its tag; `at` itself when it is no markup."""
    if text.startswith("<!--", at):
        close = text.find("-->", at + 2, end)
        return (close + 3 if close >= 0 else end), None
    if text[at + 1 : at + 2] in ("!", "?"):
        close = text.find(">", at, end)
        return (close + 1 if close >= 0 else end), None
    match = _NAME.match(text, at, end)
    if match is None:
        return at, None
    name = match.group(1).lower()
    rest = _REST.match(text, match.end(), min(end, at + _LOOK_AHEAD))
    close = rest.end() if rest else text.find(">", at, end) + 1
    if close == 0:
        return end, None
    if text[at + 1] == "/":
        return close, Piece("close", at, close, name)
    if name in _SILENT and text[close - 2] != "/":
        return _after_silent(text, name, close, end), None
    return close, Piece("open", at, close, name)


def _after_silent(text: str, name: str, at: int, end: int) -> int:
    """Where the closing tag of a script, style … ends; the end of the text when there is none."""
    match = re.compile(f"</{name}[^>]{{0,99}}>", re.IGNORECASE).search(text, at, end)
    return match.end() if match else end


def attributes(text: str, piece: Piece) -> dict[str, str]:
    """Attributes of an opening tag, names in lower case, values without quotes."""
    found: dict[str, str] = {}
    inner = text[piece.start + 1 + len(piece.name) : min(piece.end - 1, piece.start + _LOOK_AHEAD)]
    for match in _ATTRIBUTE.finditer(inner):
        found.setdefault(match.group(1).lower(), (match.group(2) or "").strip("\"'"))
    return found
