"""Ranges whose ends may be of different models: a quantity comes in, whether one model cannot have it, or several may share it, goes out."""

from __future__ import annotations

from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity


def too_wide(quantity: Quantity, stated: Measure) -> bool:
    """Whether a range of sizes can only be that of a family: "0.6B to 235B"."""
    ends = sorted((quantity.value, quantity.value_to if quantity.value_to is not None else quantity.value))
    return stated.attribute == "parameters" and ends[1] > 2 * ends[0]


def of_each(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a range may give each of several models one end: "X/Y | $1.10-$1.20", "X and Y came with 4K–8K tokens"."""
    return quantity.value_to is not None and (sentence.context.fixed or quantity.kind == "number")
