"""Numbers of parameters that are not a model's own: a size with what stands around it comes in, whether it is of an expert, a part or other models goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence, beside_name
from claimcheck.extract.values import Mention, Quantity

_ANOTHER = re.compile(  # "to fine-tune a 7B model"
    r"\b(?:another|more|extra|additional|(?:your|our|my|the)\s(?:current|existing|present|old|former)"
    r"|fine-?tun(?:e|es|ed|ing)\s(?:an?|your|our|their|any)(?:\s[\w-]+){0,2})\s~?$", re.I
)
_PER_EXPERT = re.compile(r"\beach\s+~?$|\bper expert\b|\beach expert\b|\bexperts? (?:of|with)\b|\bexpert models\b", re.I)
_LIKENED = re.compile(
    r"\b(?:of|like|than|as|(?:similar|comparable|equivalent|equal|close) to"
    r"|rival\w*|match\w*|outperform\w*|beat\w*)\s(?:an?|any|many)\s(?:dense\s|sparse\s)?~?$"
    r"|\b(?:dense|larger|bigger|smaller|other|most|many) models?\s(?:with|of)\s~?$",
    re.I,
)  # "at the speed of a 13B model"
_ITS = re.compile(r"\b(?:its|their|the|to|with|like|of|than)\s(?:(?:larger|bigger|smaller|older|little|big)\s)?~?$", re.I)
_KIN = re.compile(r"[\s-](?:parameters?[\s-])?(?:counterpart|sibling|cousin|brother|sister|relative|rival|competitor|models\b)", re.I)  # "its 405B sibling"
_EMBEDDINGS_OUT = re.compile(r"\s?(?:param\w*\s)?\(?(?:without|excluding|not counting|non-?)\s?(?:the\s)?embedding", re.I)
_UNIQUE = re.compile(r"\s(?:unique|distinct|deduplicated|synthetic)\b", re.I)  # "1.4T tokens (250B unique)"
_RANGE_OF_SIZES = re.compile(r"\s?[-–—]\s?[\d.]+\s?[BT]?\s(?:parameters?\s|params\s)?(?:range|class|tier|bracket|models)\b")
_VERSIONS_WITH = re.compile(
    r"\b(?:versions|variants|models|sizes|checkpoints)\s(?:with|of|at|in|like)\s(?:(?:[\d.]+\s?[BM],?\s)+(?:and\s)?)?$", re.I
)  # "there are versions with 0.5B, 1.5B and 3B parameters"
_USUALLY = re.compile(  # "small models, which typically range from 6B to 10B"
    r"\b(?:typically|usually|generally|commonly|often)\s(?:rang\w+|span\w*|fall\w*|var\w+)\s(?:in size\s)?(?:from|between)\b[^.;]{0,40}$", re.I
)
_CLASS_OF = re.compile(  # "the open leader under 150B parameters", "best below 40B"
    r"\b(?:leader|best|top|strongest|first|smartest|leading|highest|number one|no\. 1|#1|models?|weights|category|class|any\w*|everything|all)"
    r"\s(?:[\w-]{1,16}\s){0,3}?"
    r"(?:under|below|beneath|over|above|up to|smaller than|larger than)\s(?:the\s)?~?$", re.I
)
_MULTIPLIED = re.compile(r"\d\s?[*×x✕]\s?$")  # "8*220B"
_HELD_AGAINST = re.compile(r"\b(?:from|than|over|vs\.?|against|like|match\w*|exceed\w*|surpass\w*|beat\w*|outperform\w*|rival\w*|equal\w*)\s$", re.I)
_SORTS = re.compile(r"\s(?:(?:dense|sparse|MoE|open)\s)?models\b", re.I)
_DISTILL = re.compile(r"\bdistill\w*", re.I)
_PART = re.compile(
    r"\b(?:vision|audio|image|speech|text|visual)[\s-](?:encoder|transformer|tower|backbone|decoder|adapter)s?\b"
    r"|\b(?:adapter|projector|encoder|draft model|MTP)\b",
    re.I,
)
_LIST = 40  # characters
_SORT = re.compile(r"[\s-](?:parameters?[\s-])?models\b", re.I)
_SIZE = r"\d{1,4}(?:\.\d{1,2})?[BT]"
_NEXT = re.compile(rf"(?:,\s?(?:and\s|or\s)?|\s(?:and|or)\s)(?={_SIZE}\b)")
_BEFORE = re.compile(rf"\b{_SIZE}(?:,\s?(?:and\s|or\s)?|\s(?:and|or)\s)$")


_OF_EDITION = re.compile(  # "the 284-billion-parameter Flash model"
    r"[\s-]?(?:billion|trillion)?[\s-](?:parameters?[\s-])?(?P<tier>Pro|Mini|Nano|Flash|Max|Ultra|Lite|Plus|Turbo|Thinking|Instant|Fast|Heavy|Large|Small|Medium)"
    r"\s(?:model|variant|edition|version|tier)\b"
)


def is_no_size(sentence: Sentence, quantity: Quantity, before: str, after: str) -> bool:
    """Whether a number of parameters is that of an expert, of a part, of a class of models, or one of a list that names models by their sizes."""
    if _MULTIPLIED.search(sentence.text, max(0, quantity.start - 6), quantity.start):
        return True
    if _CLASS_OF.search(sentence.text, max(sentence.start, quantity.start - 60), quantity.start):
        return True
    if _USUALLY.search(sentence.text, max(sentence.start, quantity.start - 80), quantity.start):
        return True
    if _speaks_of_distilling(sentence) and quantity.value < 1e11:
        return True
    edition = _OF_EDITION.match(sentence.text, quantity.end, sentence.end)
    if edition is not None and not any(m.start <= edition.start("tier") < m.end for m in sentence.mentions):
        return True
    if _PART.search(sentence.context.label_text) or _PART.search(after[:40]) or _names_models(sentence, quantity):
        return True
    if (
        _RANGE_OF_SIZES.match(sentence.text, quantity.end)
        or _VERSIONS_WITH.search(sentence.text, max(sentence.start, quantity.start - 60), quantity.start)
        or (_HELD_AGAINST.search(before[-12:]) and _SORTS.match(after))
    ):
        return True
    if re.match(r"\s?(?:parameters?\s|params\s)?(?:range|tier|bracket|space)\b|[\s-]?(?:parameters?[\s-])?class\b", after):
        return True
    if _ANOTHER.search(before[-40:]):
        return True
    if _LIKENED.search(before[-30:]) or before.endswith("+ ") or (_ITS.search(before[-24:]) and _KIN.match(after)):
        return True
    if _UNIQUE.match(after) or _EMBEDDINGS_OUT.match(after) or re.search(r"\bnon-embedding\s(?:param\w*\s?)?[:=(]?\s?$", before[-30:], re.I):
        return True
    if _PER_EXPERT.search(before[-30:]) or re.match(r"\s?(?:parameters?\s)?(?:each|per expert)\b", after):
        return True
    return quantity.value_to is not None and _SORT.match(after) is not None


def _names_models(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a size is one of a list of which others were read as names: "7B, 13B, 70B" below a family's name."""
    text = sentence.text
    joined = _NEXT.match(text, quantity.end) or _BEFORE.search(text, max(sentence.start, quantity.start - 16), quantity.start)
    near = (m for m in sentence.mentions if abs(m.start - quantity.start) <= _LIST and m.text[:1].isdigit())
    return joined is not None and any(near)


def _speaks_of_distilling(sentence: Sentence) -> bool:
    """Whether the sentence speaks of distilled models otherwise than by a model's name ("DeepSeek R1 Distill Qwen 14B")."""
    return any(not any(m.start <= match.start() < m.end for m in sentence.mentions) for match in _DISTILL.finditer(sentence.text, sentence.start, sentence.end))


RANGE_ALONE = re.compile(r"\(\d[\d.]{0,5}\s?[MB]?\s?(?:-|–|—|to)\s?\d[\d.]{0,5}\s?B\)")  # "(7B-34B)"
OF_COMPUTE = re.compile(  # "has 405 billion parameters and took 30 million GPU hours"
    r"\s(?:[A-Z][\w-]*\s){0,2}(?:[GT]PU|core|compute|processor|machine|H\d{3}|A100)s?[\s-](?:hours|days|chips)\b"
    r"|\s(?:unique\s|daily\s|monthly\s|active\s|training\s)*(?:users|downloads|dollars|images|examples|samples|documents|conversations|people|times|prompts|visitors|developers)\b"
)
_NO_SIZES = re.compile(r"\btokens?\b|\$|context|\bG[Bi]B?\b|\bV?RAM\b|\b(?:run|runs|running|local|other|quantized|any)\s(?:[a-z-]+\s)?models\s\(", re.I)


def is_range_of_family(sentence: Sentence, quantity: Quantity, owner: Mention | None) -> bool:
    """Whether a range alone in parentheses gives the sizes of the family named right before it, or in the label: "Code Llama: … (7B-34B)"."""
    above = sentence.context.subjects if sentence.context.label_text else ()
    opens = owner is not None and owner.start - sentence.start < 4 and re.match(r"\W{0,3}:", sentence.text[owner.end : owner.end + 4])
    named = (owner.target,) if owner is not None and (opens or beside_name(sentence, quantity)) else above
    return len(named) == 1 and named[0].family and not _NO_SIZES.search(sentence.text, sentence.start, sentence.end)
