"""Counts as the page shows them: numbers by verdict in, symbols, words and places in a bar out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.report import words
from claimcheck.terms import VERDICTS


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a verdict was given; `x` and `width` place it in a bar that is 100 wide."""

    verdict: str
    symbol: str
    word: str
    meaning: str
    number: int
    x: float
    width: float


def tallies(verdicts: Mapping[str, int]) -> tuple[Tally, ...]:
    """One entry for every verdict, also for those that were not given."""
    result, x, claims = [], 0.0, sum(verdicts.values())
    for verdict in VERDICTS:
        number = verdicts.get(verdict, 0)
        width = round(100 * number / claims, 3) if claims else 0.0
        entry = Tally(verdict, words.SYMBOL[verdict], words.WORD[verdict], words.MEANING[verdict], number, x, width)
        result.append(entry)
        x = round(x + width, 3)
    return tuple(result)
