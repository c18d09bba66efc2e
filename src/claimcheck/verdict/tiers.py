"""Prices of long prompts: a claim, the facts and the article come in; out goes the one that it is true of, where the article tells nothing of long prompts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.attributes import ALL
from claimcheck.reference import asof
from claimcheck.terms import Article, Claim, Fact, Finding
from claimcheck.verdict import words
from claimcheck.verdict.outcome import finding
from claimcheck.verdict.sizes import Agrees

_OVER = re.compile(r"prompts over (\d+)K tokens")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LONG = re.compile(r"\b(?:extended|long|longer|large|larger)[-\s](?:context|prompt|input)", re.I)
_ITEM = re.compile(r"\s*(?:[-*+•]|\d+[.)])\s")
_REACH = 600  # characters
_LEAD = 12  # lines above the item of a list in which its lead is looked for


def untold(claim: Claim, facts: Sequence[Fact], agrees: Agrees, as_of: str, article: Article) -> Finding | None:
    """A price left open: it is that of long prompts alone, and neither their length nor the ordinary price stands beside it.

    None where the article tells one of them, and for all other prices.
    """
    if ALL[claim.attribute].compare != "price" or claim.condition is not None:
        return None
    now = asof.in_force(tuple(facts), as_of)
    right = [f for f in facts if f.value is not None and agrees(claim, f)]
    over = _OVER.search(right[0].scope or "") if right else None
    ordinary = [float(f.value) for f in now if isinstance(f.value, int | float) and not _OVER.search(f.scope or "")]
    if over is None or not ordinary or any(not _OVER.search(f.scope or "") for f in right):
        return None
    beside = f"{claim.context or ''} {_line(claim, article.text)}"
    said = {float(number) for number in _NUMBER.findall(beside.replace(",", ""))}
    if _LONG.search(beside) or said & {*ordinary, float(over[1]), float(over[1]) * 1000}:
        return None
    message = f"true of prompts over {over[1]}K tokens alone, of which nothing is said here; for shorter ones it is {words.price(ordinary[0])}"
    return finding(claim, "nei", "ambiguous", message, fact=right[0])


def _line(claim: Claim, text: str) -> str:
    """The line of a claim; before an item of a list, the line that leads it in."""
    start = max(text.rfind("\n", 0, claim.start) + 1, claim.start - _REACH)
    line = text[start : claim.end + _REACH].split("\n")[0]
    if not _ITEM.match(line):
        return line
    above = text[max(0, start - 2000) : start].split("\n")[:-1][-_LEAD:]
    lead = next((other for other in reversed(above) if other.strip() and not _ITEM.match(other)), "")
    return f"{lead} {line}"
