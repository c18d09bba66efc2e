"""Which price a relation compares: "40% cheaper on input and output alike" with what stands around it comes in, the sides of the price go out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_SIDE_LABEL = re.compile(r"\W*(?:(?:costs?|pric(?:e|es|ing))\s\(?)?(?P<side>input|output)\b(?![^.]{0,20}\b(?:input|output)\b)", re.I)
_FOR_SIDE = re.compile(r"\s(?:for|on|per)\s(?P<side>input|output)\b(?!s?\s?(?:and|or|/|&|,))", re.I)
_ASIDE = re.compile(r"[^().;:]{0,50}\((?P<aside>[^()]{0,20}\$[^()]{1,60})\)")  # "130x more expensive than X ($10/1M tokens input vs $0.075)"
_SIDE = re.compile(r"\b(input|output)\b", re.I)
_SIDES = re.compile(  # "40% cheaper than X on input, cached input, and output alike"
    r"\b(?:on|for|per)\s(?:both\s)?(?:the\s)?inputs?(?:\s(?:tokens?|pric\w+|costs?))?"
    r"(?P<cached_input_price>(?:,|\s?/|\s?&|\sand)?\s?cached?(?:\sinputs?)?(?:\stokens?)?)?(?:,?\sand\s|\s?&\s?|\s?/\s?|,\s)(?:on\s)?(?P<output_price>outputs?)\b",
    re.I,
)
_REACH = 120  # characters
_BEHIND = 60


def side_of(sentence: Sentence, quantity: Quantity, end: int) -> str | None:
    """The one price that is compared: as the label says, the words or parentheses behind the number, or all prices told before it."""
    own = {side.lower() for side in _SIDE.findall(sentence.text, quantity.end, end)}
    if own:
        return f"{own.pop()}_price" if len(own) == 1 else None
    label, behind = _SIDE_LABEL.match(sentence.context.label_text), _FOR_SIDE.match(sentence.text, end)
    if (said := label or behind) is not None:
        return f"{said['side'].lower()}_price"
    aside = _ASIDE.match(sentence.text, quantity.end, sentence.end)
    sides = {side.lower() for side in _SIDE.findall(aside["aside"])} if aside else set()
    told_behind = _SIDE.search(sentence.text, end, min(sentence.end, end + _BEHIND))
    if not sides and told_behind is None and any(q.kind == "money" and q.end <= quantity.start for q in sentence.quantities):
        sides = {side.lower() for side in _SIDE.findall(sentence.text, sentence.start, quantity.start)}
    return f"{sides.pop()}_price" if len(sides) == 1 else None


def further_sides(sentence: Sentence, start: int) -> tuple[str, ...]:
    """The prices besides that of the input of which a relation is told too; () where it is told of none, or another number stands before them."""
    following = next((q.start for q in sentence.quantities if q.start > start), sentence.end)
    sides = _SIDES.search(sentence.text, start, min(following, start + _REACH))
    return tuple(base for base in ("cached_input_price", "output_price") if sides and sides[base])
