"""Untrusted words made harmless for a terminal: text in, text out that cannot move the cursor or reorder a line."""

from __future__ import annotations

import unicodedata

_KEPT_FORMAT = {"\u00ad", "\u200b", "\u200c", "\u200d"}  # soft hyphen, zero-width characters: harmless, part of emoji


def line(text: str) -> str:
    """`text` on one line: white space becomes a space, controls and direction marks become visible escapes."""
    return "".join(_character(character) for character in text)


def _character(character: str) -> str:
    if character in "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        return " "
    kind = unicodedata.category(character)
    if kind in ("Cc", "Cs") or (kind == "Cf" and character not in _KEPT_FORMAT):
        code = ord(character)
        return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    return character


def width(text: str) -> int:
    """Columns that `text` takes on a terminal: wide East Asian characters two, combining and zero-width ones none."""
    columns = 0
    for character in text:
        if unicodedata.combining(character) or character in _KEPT_FORMAT:
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns


def shorten(text: str, limit: int) -> str:
    """`text` with white space folded, cut to `limit` characters with an ellipsis."""
    folded = " ".join(text.split())
    return folded if len(folded) <= limit else folded[: limit - 1].rstrip() + "…"
