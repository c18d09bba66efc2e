"""Values that go on with what the sentence before said: a value whose own sentence does not tell its attribute comes in, its measure goes out.

"X costs $2.50 per million input tokens. Y asks $3.00." and "X has a window of 2M tokens. This compares to 200K for Y."
"""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.subjects import named_beside
from claimcheck.extract.values import Quantity

_CARRIED = frozenset({"context_window", "max_output_tokens", "input_price", "output_price", "parameters"})
_COMPARES = re.compile(
    r"\W*(?:(?:this|that|it|which)\s(?:compares|is\scompared|stacks\sup|contrasts)\s(?:\w{3,12}\s)?(?:to|with|against)\s"
    r"|(?:compare|contrast)\s(?:this|that)\s(?:to|with)\s|(?:in|by)\s(?:comparison|contrast),\s)",
    re.I,
)
_OPENS = re.compile(r"\W*(?:(?:and|while|meanwhile,|but)\s)?(?:[A-Z]\w+(?:\sAI)?['’]s\s|the\s)?", re.I)
_ASKS = re.compile(
    r"\s(?:(?:only|just|still|also|even)\s)?(?:asks|charges|costs|comes?\sin\sat|sits\sat|stands\sat|goes\sfor|runs(?:\sat)?|is(?:\sat|\spriced\sat)?|offers|has|handles|takes|manages"
    r"|gets|allows|supports)\s(?:(?:only|just|about|around|roughly|up\sto|over|a\smere|a\swhopping)\s)?[~≈]?"
)
_ENDS = re.compile(r"(?:\stokens?)?\s?(?:[.;,!)]|$)")


def said_on(before: tuple[Sentence, Quantity, Measure] | None, sentence: Sentence, quantity: Quantity) -> Measure | None:
    """The measure of a value, by the last one of the sentence right before; None where the value is not said in the same breath."""
    if before is None or sentence.context.fixed or quantity.per == "other":
        return None
    said, value, stated = before
    near = said.text is sentence.text and 0 <= sentence.start - said.end <= 3
    alike = value.kind == quantity.kind and quantity.kind in {"money", "number"} and (quantity.kind == "money" or (quantity.scaled and value.scaled))
    if not near or not alike or stated.attribute not in _CARRIED or not isinstance(stated.value, float | int) or not value.value:
        return None
    compared = _COMPARES.match(sentence.text, sentence.start) and named_beside(sentence, quantity.start, max(quantity.end, quantity.per_end))
    if not compared and not _alone(sentence, quantity):
        return None
    factor = 1.0 if quantity.per else stated.value / value.value
    return replace(stated, value=round(quantity.value * factor, 8), condition=None)


def _alone(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sentence begins with a model and says nothing of it but this value: "Y asks $3.00."."""
    first = sentence.mentions[0] if len(sentence.mentions) == 1 else None
    if first is None or len(sentence.quantities) != 1 or not _OPENS.fullmatch(sentence.text, sentence.start, first.start):
        return False
    return _ASKS.fullmatch(sentence.text, first.end, quantity.start) is not None and _ENDS.match(sentence.text, quantity.end, sentence.end) is not None
