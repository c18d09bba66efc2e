"""Money that is not in dollars: a text comes in, where amounts in another currency stand goes out; and whether a label counts in one."""

from __future__ import annotations

import re

from claimcheck.extract.cues import Cue
from claimcheck.extract.number_marks import RANGE, SCALE, per_what

_NUMBER = re.compile(r"\d[\d,]{0,14}(?:\.\d{1,6})?")
_SIGNS = Cue(
    r"[¥￥€£₹₩₽₺₫元]|HK\$|NT\$|AU\$|CA\$|\b(?:A\$|C\$|R\$|S\$)|\b(?:RMB|CNY|EUR|GBP|INR|JPY|KRW|CHF|SGD|AUD|CAD|HKD|Rs\b|yuan|renminbi|euros?|rupees|yen)\b"
)
CURRENCIES = frozenset("¥￥€£₹₩₽₺₫元$").union("rmb cny eur gbp inr jpy krw chf sgd aud cad hkd rs yuan renminbi euro euros rupees yen".split())  # of all signs
_BEFORE = re.compile(r"(?:[¥￥€£₹₩₽₺₫]|(?<![A-Za-z])(?:(?:RMB|CNY|EUR|GBP|INR|JPY|KRW|CHF|SGD|AUD|CAD|HKD|Rs\.?)\s?|(?:HK|NT|AU|CA|[ACRS])\$))~?\s?$")
_AFTER = re.compile(r"\s?(?:元|€|£|₹|¥|(?:yuan|renminbi|RMB|CNY|euros?|EUR|GBP|rupees|INR|yen|JPY|KRW|francs|CHF|CAD|AUD)\b)", re.I)


def foreign_amounts(text: str, folded: str) -> list[tuple[int, int]]:
    """The stretches of a text, which comes folded too, that are amounts in another currency, with what they are the price of ("¥3-6 per million")."""
    if not _SIGNS.may_match(folded) or next(_SIGNS.each(text, folded), None) is None:
        return []
    found: list[tuple[int, int]] = []
    for match in _NUMBER.finditer(text):
        if found and match.start() < found[-1][1]:
            continue
        stretch = RANGE.match(text, match.end())
        last = stretch.end() if stretch else match.end()
        scale = SCALE.match(text, last)
        until = scale.end() if scale else last
        if _BEFORE.search(text, max(0, match.start() - 6), match.start()) or _AFTER.match(text, until):
            found.append((match.start(), max(until, per_what(text, until)[1])))
    return found


def in_other_money(label: str) -> bool:
    """Whether a label says that the plain numbers below or beside it are in another currency, and in no dollars: "Price (¥/M tokens)"."""
    return _SIGNS.search(label) is not None and re.search(r"(?<![A-Z])\$|USD", label) is None
