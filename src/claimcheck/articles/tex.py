r"""Formulas in running text: "$1.75 \times 10^{11}$" at a dollar sign comes in, the pieces that a reader sees go out.

A formula needs a command or a power between its signs, no two plain words in a row, and no digit behind the second sign:
two prices in a sentence are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FORMULA = re.compile(r"\$(?![\s$])[^$\n]{0,160}?(?:\\[A-Za-z,;!:%]|\^\{?\d|\{,\})[^$\n]{0,160}(?<![\s\\])\$(?!\d)")
_WORDS = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}\s[A-Za-z]{2,}")
_COMMAND = re.compile(
    r"\\(?:mathrm|mathbf|mathit|text|textbf|textrm|operatorname)\s?\{(?P<inner>[^{}]{0,60})\}"
    r"|\\(?P<sign>times|cdot|approx|sim|geq?|leq?|to|rightarrow)(?![A-Za-z])\s?|\\(?P<escaped>[%$&_#])|\\[,;:! ]"
    r"|\{(?P<comma>,)\}|(?<=\^)\{(?P<power>\d{1,3})\}|[{}]"
)
_SIGNS = {"times": "×", "cdot": "·", "approx": "≈", "sim": "~", "ge": "≥", "geq": "≥", "le": "≤", "leq": "≤", "to": "→", "rightarrow": "→"}

Piece = tuple[int, int, str | None]


def formula(text: str, at: int) -> tuple[int, list[Piece]] | None:
    """The end of the formula that begins at `at`, and its pieces: start, end, and what stands for them (None: they themselves)."""
    match = _FORMULA.match(text, at)
    if match is None or _WORDS.search(text, at, match.end()):
        return None
    return match.end(), list(_pieces(text, at + 1, match.end() - 1))


def _pieces(text: str, at: int, end: int) -> Iterator[Piece]:
    for match in _COMMAND.finditer(text, at, end):
        if at < match.start():
            yield at, match.start(), None
        shown = next((name for name in ("inner", "power", "escaped", "comma") if match[name]), None)
        if shown:  # its last character stands for the closing brace too, so that a quotation has both or none
            last = match.end(shown) - 1
            yield match.start(shown), last, None
            yield last, match.end(), text[last]
        elif match["sign"]:
            yield match.start(), match.end(), _SIGNS[match["sign"]]
        at = match.end()
    if at < end:
        yield at, end, None
