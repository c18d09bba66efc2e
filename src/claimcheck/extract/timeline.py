"""Entries of a timeline ("2024-05-13 — GPT-4o announced"): a day at the head of a sentence comes in, the model that came out on it goes out."""

from __future__ import annotations

import re

from claimcheck.extract.makers import VENDORS
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Mention, Quantity

_BEGINS = re.compile(r"[\W_]{0,8}")
_MAKER = "|".join(pattern for _, pattern in VENDORS)
_TO_NAME = re.compile(
    rf"\s?[:|–—-]\s[\W_]{{0,3}}(?:the\s)?(?:(?:{_MAKER})(?:['’]s)?\s(?:(?:releas|launch|announc|unveil|introduc|ship|debut)\w*\s(?:the\s)?)?)?"
)
_OUT = re.compile(
    r"[*_\"”]{0,3}(?:\s(?:family|series|models?))?\s(?:(?:is|was|are|were|gets|got|has been|officially)\s)?"
    r"(?:released?|launch(?:ed|es)?|announced|unveiled|introduced|debut(?:s|ed)|arrives|arrived|comes out|came out|ships|shipped|goes live|released to)\b"
    r"(?!\s(?:in|for|on|to|with|inside)\s(?!(?:the\s)?(?:public|developers|everyone|all)\b))",
    re.I,
)


def came_out(sentence: Sentence, quantity: Quantity) -> Mention | None:
    """The model of "2024-05-13 — X released", None where a sentence is no such entry."""
    if quantity.date is None or not _BEGINS.fullmatch(sentence.text, sentence.start, quantity.start):
        return None
    joint = _TO_NAME.match(sentence.text, quantity.end, sentence.end)
    named = next((m for m in sentence.mentions if joint and m.start == joint.end()), None)
    return named if named is not None and _OUT.match(sentence.text, named.end, sentence.end) else None
