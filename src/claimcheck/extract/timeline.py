"""Entries of a timeline ("2024-05-13 — GPT-4o announced"): a day comes in, the model that came out on it goes out."""

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
_ENDS = re.compile(r"[\s*_)]{0,4}(?:[.;]|$)")
_OUT = re.compile(
    r"[*_\"”]{0,3}(?:\s(?:family|series|models?))?\s(?:(?:is|was|are|were|gets|got|has been|officially)\s)?"
    r"(?:released?|launch(?:ed|es)?|announced|unveiled|introduced|debut(?:s|ed)|arrives|arrived|comes out|came out|ships|shipped|goes live|released to)\b"
    r"(?!\s(?:in|for|on|to|with|inside)\s(?!(?:the\s)?(?:public|developers|everyone|all)\b))",
    re.I,
)
_EVENT = re.compile(
    r"[*_\"”]{0,3}\s(?:official\s|public\s|initial\s)?(?:launch|release|introduction|debut|announcement|arrival)"
    r"(?:\s\([^()]{0,40}\))?[\s.*_]{0,4}",
    re.I,
)


def came_out(sentence: Sentence, quantity: Quantity) -> Mention | None:
    """The model of "2024-05-13 — X released", None where a sentence is no such entry."""
    if quantity.date is None or not _BEGINS.fullmatch(sentence.text, sentence.start, quantity.start):
        return None
    joint = _TO_NAME.match(sentence.text, quantity.end, sentence.end)
    named = next((m for m in sentence.mentions if joint and m.start == joint.end()), None)
    if named is None:
        return None
    told = _OUT.match(sentence.text, named.end, sentence.end) or _EVENT.fullmatch(sentence.text, named.end, sentence.end)
    return named if told or (not sentence.text[named.end : sentence.end].strip(" *_") and sentence.end == len(sentence.text)) else None


def day_of_label(sentence: Sentence, quantity: Quantity) -> bool:
    """ "- X: 26 December 2024; …": a day that follows a label which is nothing but the name of one model, where no heading tells what days are told."""
    context = sentence.context
    if quantity.date is None or len(quantity.date) < 7 or len(context.subjects) != 1 or context.topics or not context.label_text:
        return False
    named = context.label_text.strip(" *_`:").lower() in {context.subjects[0].written.lower(), context.subjects[0].name.lower()}
    first = not sentence.text[sentence.start : quantity.start].strip(" *_(")
    return named and first and _ENDS.match(sentence.text, quantity.end, sentence.end) is not None
