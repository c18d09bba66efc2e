"""Ranges whose ends may be of different models, and pairs of window and output: a quantity comes in, what it cannot be of, or its place, goes out."""

from __future__ import annotations

import re

from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_SLASH_BEHIND = re.compile(r"\s?/\s?\d[\d.,]{0,8}\s?[KM]\b")
_SLASH_BEFORE = re.compile(r"\d\s?[KM]\s?/\s?$")


def too_wide(quantity: Quantity, stated: Measure) -> bool:
    """Whether a range of sizes can only be that of a family: "0.6B to 235B"."""
    ends = sorted((quantity.value, quantity.value_to if quantity.value_to is not None else quantity.value))
    return stated.attribute == "parameters" and ends[1] > 2 * ends[0]


def of_each(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a range may give each of several models one end: "X/Y | $1.10-$1.20", "X and Y came with 4K–8K tokens"."""
    return quantity.value_to is not None and (sentence.context.fixed or quantity.kind == "number")


def slashed(sentence: Sentence, quantity: Quantity) -> int | None:
    """0 or 1 for the two of "X (200K/32K)", None for a value that stands alone."""
    if _SLASH_BEHIND.match(sentence.text, quantity.end, sentence.end):
        return 0
    return 1 if _SLASH_BEFORE.search(sentence.text, max(sentence.start, quantity.start - 14), quantity.start) else None
