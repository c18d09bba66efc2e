"""All texts of an article as one, so that an expression goes through it once: texts come in, spans text by text go out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Joined:
    """Texts put together with NULs, which no expression takes for part of a match."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\0".join(texts)
        self._begins = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def spans(self, pattern: re.Pattern[str]) -> dict[int, list[tuple[int, int]]]:
        """Where an expression matches: the place of each text with a match, and the spans of its matches."""
        found: dict[int, list[tuple[int, int]]] = {}
        begins = self._begins
        for match in pattern.finditer(self._text):
            start, end = match.span()
            place = bisect_right(begins, start) - 1
            found.setdefault(place, []).append((start - begins[place], end - begins[place]))
        return found
