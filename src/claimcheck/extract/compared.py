"""Prices behind "compared to" and "vs": a price in its sentence comes in, the model named behind the last of them, or that none is named, goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.subjects import named_beside
from claimcheck.extract.values import Quantity, Target

_AGAINST_PRICE = re.compile(r"\s(?:vs\.?|versus|against|compared (?:to|with))\s[~≈]?", re.I)
_SAME_MODEL = re.compile(
    r"[^.,;$]{0,30}\b(?:standard|regular|normal(?:ly)?|list|full|uncached|without|cached|batch|off-peak|peak|before|previously|originally|today|now)\b", re.I
)
_COMPARED = re.compile(r"\b(?:compared (?:to|with)|versus|vs\.?|against)\s(?:just\s|about\s|the\s)?$", re.I)
_SIDES_JOINED = re.compile(r"(?:\s(?:input|output|prompt|completion)s?)?(?:\stokens?)?(?:,|\sand|,\sand|\s?/)\s?")
_FOR = re.compile(r"(?:\s(?:input|output|prompt|completion)s?)?(?:\stokens?)?\s(?:for|of|with|from|by|on)\s(?:the\s)?")


def compared_behind(sentence: Sentence, quantity: Quantity) -> tuple[Target, ...]:
    """ "compared to $3 per million input tokens and $15 per million output tokens for X": what follows the comparison is all X's."""
    if quantity.kind != "money":
        return ()
    money = [q for q in sentence.quantities if q.kind == "money"]
    first = last = money.index(quantity)
    while first and _SIDES_JOINED.fullmatch(sentence.text, max(money[first - 1].end, money[first - 1].per_end), money[first].start):
        first -= 1
    while last + 1 < len(money) and _SIDES_JOINED.fullmatch(sentence.text, max(money[last].end, money[last].per_end), money[last + 1].start):
        last += 1
    if first == last or not _COMPARED.search(sentence.text, max(sentence.start, money[first].start - 24), money[first].start):
        return ()
    behind = _FOR.match(sentence.text, max(money[last].end, money[last].per_end), sentence.end)
    return tuple(m.target for m in sentence.mentions if behind and m.start == behind.end())


def of_nobody_named(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether a price is only what the one before it is held against ("$3 vs $5 per million"), with no name beside it and no word of another tier."""
    end = max(second.end, second.per_end)
    said = _AGAINST_PRICE.fullmatch(sentence.text, max(first.end, first.per_end), second.start)
    return second.kind == "money" and said is not None and not _SAME_MODEL.match(sentence.text, end) and not named_beside(sentence, second.start, end)
