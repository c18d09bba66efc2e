"""Colour for the terminal: harmless text in, text with or without escape codes out."""

from __future__ import annotations

import click

from claimcheck.report import words

COLORS = {
    "refuted": "red",
    "undisclosed": "magenta",
    "outdated": "yellow",
    "nei": "cyan",
    "supported": "green",
    "inconsistent": "red",
    "waived": "blue",
}


class Pen:
    """Colours or does not; everything untrusted is made harmless before it comes here."""

    def __init__(self, *, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, color: str | None = None, *, bold: bool = False, dim: bool = False) -> str:
        """`text` in a colour, or as it is."""
        if not self.color or not text:
            return text
        return click.style(text, fg=color, bold=bold or None, dim=dim or None)

    def verdict(self, name: str, *, waived: bool = False) -> str:
        """Symbol and word of a verdict; of a waived one in brackets."""
        if waived:
            return self(f"{words.WAIVED} waived ({words.WORD.get(name, name)})", COLORS["waived"], bold=True)
        return self(f"{words.SYMBOL[name]} {words.WORD[name]}", COLORS[name], bold=True)
