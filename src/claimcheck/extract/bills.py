"""Tables of bills: what a workload costs a day or a month looks like a price and is none. The cells of a table come in, a yes or no goes out.

A table is one of bills when another column or row sums money up or names a stretch of time ("Daily total", "Monthly"), or a heading
right above says so ("Monthly cost for 10,000 requests"), and nothing says that its prices are per so many tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SUMS = re.compile(
    r"\b(?:daily|weekly|monthly|yearly|annual(?:ly)?"
    r"|total(?!\s(?:param|context|tokens|size|weights))|per (?:day|week|month|year|request|query|task|document|call)"
    r"|/\s?(?:day|month|mo|year|request|query|task)|cost of (?:one|a|this|the) \w+|savings?|you (?:save|pay))\b",
    re.I,
)
_ABOVE = re.compile(
    r"\b(?:daily|weekly|monthly|yearly|annual)\s(?:\w+\s)?(?:costs?|bills?|spend\w*|expenses?)\b|\bcosts? (?:per|a|each) (?:day|week|month|year|request|task)\b"
    r"|\b(?:cost|pricing) (?:calculations?|examples?|scenarios?|estimates?|simulations?)\b|\bexample (?:costs?|workloads?|bills?)\b",
    re.I,
)
_PER_TOKENS = re.compile(r"(?:\b(?:1|per)|/)\s?(?:1\s?)?(?:M|K|million|thousand|1,?000(?:,000)?|mtok)\b|\btokens?\b|/\s?MTok", re.I)


def is_bill(labels: Sequence[str], above: str) -> bool:
    """Whether the table with these labels (of its head row and its first column), below a heading, tells of bills."""
    if any(_PER_TOKENS.search(label) and not _SUMS.search(label) for label in labels) or _PER_TOKENS.search(above):
        return False
    return any(_SUMS.search(label) for label in labels) or _ABOVE.search(above) is not None
