"""Prices of which no word says the side ("X at $0.30/M"): a sentence and a price come in, a measure marked so goes out; and the claims of an
article come in, those that it tells the side of elsewhere go out with it.

Nobody but the writer knows whether $15 a million is asked for input or output. Where the article says elsewhere that the same model asks
just this for one of them, it is that; the others stay unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity
from claimcheck.terms import UNSIDED, Claim, Place, Unchecked

_FACTORS = {"mtok": 1.0, "ktok": 1000.0}


def unsided(sentence: Sentence, quantity: Quantity, reason: Measure | str | None) -> Measure | str | None:
    """The measure of a price per so many tokens that nothing tells the side of, in a sentence or row that names its model; any other `reason` as it is."""
    factor = _FACTORS.get(quantity.per)
    if reason != "attribute_unclear" or quantity.kind != "money" or factor is None or quantity.value_to is not None or quantity.op in {"<=", ">="}:
        return reason
    if not sentence.mentions and not sentence.context.fixed:
        return reason
    return Measure("input_price", round(quantity.value * factor, 8), condition=UNSIDED)


def sided(claims: Sequence[Claim]) -> tuple[list[Claim], list[Unchecked]]:
    """The claims of an article with the sides that it tells elsewhere, and the prices whose side it does not tell."""
    said: dict[tuple[str, object], set[str]] = {}
    for claim in claims:
        if claim.condition != UNSIDED and claim.attribute in {"input_price", "output_price"}:
            said.setdefault((claim.subject.name, claim.value), set()).add(claim.attribute)
    read: list[Claim] = []
    left: list[Unchecked] = []
    for claim in claims:
        sides = said.get((claim.subject.name, claim.value), set())
        if claim.condition != UNSIDED:
            read.append(claim)
        elif len(sides) == 1:
            read.append(replace(claim, attribute=next(iter(sides))))
        else:
            left.append(Unchecked(Place(claim.quote, claim.start, claim.end, claim.line, claim.column), "attribute_unclear"))
    return read, left
