"""Plain numbers: parameters, languages, days of retention come in as quantities, measures go out; counts of tokens are read next door."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.extract.active import pair_of_sizes, which_parameters
from claimcheck.extract.context import PRICE_LABEL
from claimcheck.extract.currencies import in_other_money
from claimcheck.extract.prices import price
from claimcheck.extract.readings import Measure
from claimcheck.extract.scores import plain_score
from claimcheck.extract.sentence import Sentence, beside_name, neighbours
from claimcheck.extract.size_decoys import OF_COMPUTE, RANGE_ALONE, is_no_size, is_range_of_family
from claimcheck.extract.tokens import tokens
from claimcheck.extract.values import Quantity

_PARAMETERS = re.compile(r"\bparam(?:eter)?s?\b", re.I)
_BECAME = frozenset({"context_window", "max_output_tokens", "parameters"})  # "Context window | 128K → 200K": what it is now
_PER_SECOND = re.compile(
    r"\W*(?:(?:output|generation|median|average|avg\.?|inference|decod(?:e|ing)|token|response|peak)\s){0,2}(?:(?:speed|throughput|rate)\s?)?[(\[,:]?\s?"
    r"(?:(?:output\s)?tokens?\s?(?:/|per\s|a\s)\s?s(?:ec(?:ond)?)?|tok/s(?:ec)?|t/s|tps)\b",
    re.I,
)
_SIDE = re.compile(r"\W*(?:cached\s)?(?:input|output|prompt|completion)s?(?:\stokens?)?\W*", re.I)  # a column of a table below "Prices"
_WAS_TRAINED = re.compile(r"(?:\s(?:was|were|is))?\s(?:pre-?)?trained\b", re.I)  # "405B trained on …" names a model by its size
_OVER_LANGUAGES = re.compile(r"\b(?:tokens?|errors?|points|faster|cheaper|scores?|results?)\s(?:\w+\s){0,2}?(?:across|over|averaged over)\s(?:\w+\s)?$", re.I)
_DATA_IN = re.compile(
    r"\b(?:data|corpus|dataset|content|text|examples|coverage|targets?)\s(?:\w+\s){0,2}?(?:across|covering|in|from|the)\s(?:over\s|more than\s)?$", re.I
)
_SMALLEST = 1e7  # "(1M)" behind a name is its window
_MODEL_OF_SIZE = re.compile(  # "a dense 128B model", "a 128B mixture-of-experts model", but not "the 128B model", which may be a name
    r"\s(?P<kind>(?:dense|sparse|MoE|mixture[\s-]of[\s-]experts|transformer)\s)?(?:(?:[a-z]+-)?[a-z]+\s){0,3}?model\b(?!\s(?:like|such))", re.I
)
_IS_OF_SIZE = re.compile(r"\b(?P<verb>(?:is|was|be)\s)?(?:a|an|one|single)\s(?:new\s|single\s|open\s)?(?P<kind>(?:dense|sparse|MoE)\s)?(?:~\s?)?$", re.I)
_APPOSED = re.compile(r"\w(?:,\s(?:a|an)\s(?:new\s|open\s)?|\s?:\s)$", re.I)  # "launched Llama 3.3, a 70B model", "X: 675B open-weight model"
_OF_EXPERTS = re.compile(r"\s?[x×]\s?\d+\s?(?:experts|E\b)", re.I)
_WEIGHS = re.compile(r"\b(?:weigh(?:s|ed|ing)?(?:\sin)?(?:\sat)?|tips the scales at)\s(?:about\s|a whopping\s|just\s)?~?$", re.I)  # "X weighs in at 671B"
_COUNT_UNITS = re.compile(
    r"(?:word|page|character|message|image|minute|hour|day|month|year|week|question|dimension|gb|ram"
    r"|expert|layer|gpu|user|request|line|h100|task|model|people|developers|vocabulary|shot|step|prompt"
    r"|file|hz|fps|sample)",
    re.I,
)


_LANGUAGES = re.compile(  # a label that asks for a count of them
    r"\W*(?:(?:supported|human|natural|spoken|number of|language)\s){0,2}(?:languages?(?:\s(?:supported|support|covered|count|coverage))?"
    r"|multi-?lingual(?:\s(?:support|coverage))?)\W*",
    re.I,
)
_ALONE = re.compile(r"\+?\s?(?:\([^()]{0,40}\))?[\s.*]*")


def _languages(sentence: Sentence, quantity: Quantity) -> Measure | None:
    """A count of languages, where a plain number stands alone under a label that asks for one."""
    if quantity.unit or not _LANGUAGES.fullmatch(sentence.context.label_text) or not _ALONE.fullmatch(sentence.text, quantity.end, sentence.end):
        return None
    counted = not sentence.context.benchmark and quantity.written.isdigit() and 5 <= quantity.value <= 400
    return Measure("languages", quantity.value) if counted else None


def number(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    """What a plain number states (a score, a size, days, languages, tokens); a reason word when it is unclear, None when it is no claim."""
    score = _languages(sentence, quantity) or plain_score(sentence, quantity)
    if score is not None:
        return score
    unit, text = quantity.unit, sentence.text
    topics = sentence.context.topics
    if not unit and not quantity.scaled and sentence.context.fixed and topics and all(t.endswith("price") for t in topics):
        label = sentence.context.label_text
        named = not in_other_money(label) and (sentence.context.priced or PRICE_LABEL.search(label) or _SIDE.fullmatch(label))
        return price(sentence, quantity) if named and quantity.value < 2000 else None
    if not unit and not quantity.scaled and sentence.context.fixed and _PER_SECOND.match(sentence.context.label_text):
        return Measure("output_speed", quantity.value) if 1 < quantity.value < 10_000 and quantity.written[0] != "0" else None
    if "→" in text[quantity.end : quantity.end + 2] or ("→" in text[max(0, quantity.start - 2) : quantity.start] and not _BECAME & set(topics)):
        return None
    left, right = neighbours(sentence, quantity)
    before, after = text[left : quantity.start], text[quantity.end : right]
    quantity = _header_scale(sentence, quantity)
    if unit.startswith("day") and re.search(r"\bret(?:ain\w*|ention)\b|\bkept\b|\bkeeps?\b|\bstor(?:ed|es)\b", text[sentence.start : sentence.end], re.I):
        return (
            Measure("data_retention", quantity.value)
            if re.search(r"\bdata\b|\bAPI\b|\bprompts?\b|\brequests?\b", text[sentence.start : sentence.end])
            else None
        )
    if unit.startswith("param") and quantity.value < 1e5:
        return None
    if unit.startswith("param") or (_is_size(quantity, text) and (_size_topic(sentence, quantity, before, after) or _size_of_name(sentence, quantity))):
        return _size(sentence, quantity, before, after)
    if unit.startswith("language") and "program" not in after[:24].lower() and "program" not in text[quantity.end : quantity.end + 14].lower():
        if any(b.end <= quantity.start and not any(b.end <= m.start < quantity.start for m in sentence.mentions) for b in sentence.benchmarks):
            return None  # "MGSM, sums in ten languages"
        if _OVER_LANGUAGES.search(before) or _DATA_IN.search(before) or before.lower().endswith("top "):
            return None
        return Measure("languages", quantity.value) if 5 <= quantity.value <= 400 else None
    if (unit and _COUNT_UNITS.match(unit)) or (not unit and _WAS_TRAINED.match(text, quantity.end)):
        return None
    if unit.startswith("token") or quantity.scaled or (quantity.value >= 1000 and ("," in quantity.written or len(quantity.written) >= 4)):
        return tokens(sentence, quantity, before, after)
    return None


def _size(sentence: Sentence, quantity: Quantity, before: str, after: str) -> Measure | None:
    """Total or active parameters; None for the size of an expert, of a part, or of models that this one is only likened to."""
    if _OF_EXPERTS.match(sentence.text, quantity.end):
        return Measure("active_parameters", quantity.value)
    if is_no_size(sentence, quantity, before, after):
        return None
    return Measure(which_parameters(sentence, quantity, before, after), quantity.value)


def _header_scale(sentence: Sentence, quantity: Quantity) -> Quantity:
    """A plain number under "Context (K tokens)" or "Params (billions)" is counted in thousands or billions."""
    if not sentence.context.fixed or quantity.scaled or quantity.unit:
        return quantity
    match = re.search(
        r"\(\s?(?:in\s)?(?P<scale>k|thousands?|m|millions?|b|billions?|t|trillions?)(?:\s(?:of\s)?(?:tokens|params|parameters))?\s?\)",
        sentence.context.label_text,
        re.I,
    )
    if not match:
        return quantity
    factor = {"k": 1e3, "t": 1e3 if match["scale"].lower().startswith("th") else 1e12, "m": 1e6, "b": 1e9}[match["scale"][0].lower()]
    unit = "parameters" if "parameters" in sentence.context.topics or "active_parameters" in sentence.context.topics else "tokens"
    return replace(quantity, value=quantity.value * factor, scaled=True, unit=unit)


def _is_size(quantity: Quantity, text: str) -> bool:
    if quantity.scaled and quantity.unit.startswith("param"):
        return True
    written = text[quantity.start : quantity.end]
    return quantity.scaled and quantity.value >= _SMALLEST and re.search(r"(?:[bt]|billion|trillion|million|bn|m)\+?$", written, re.I) is not None


def _size_of_name(sentence: Sentence, quantity: Quantity) -> bool:
    """ "DeepSeek V3 (671B)": a size alone in the parentheses after a name, where nothing speaks of tokens."""
    if {"context_window", "max_output_tokens", "training_tokens"} & set(sentence.context.topics):
        return False
    owner = next((m for m in reversed(sentence.mentions) if m.end <= quantity.start), None)
    if quantity.value_to is not None and RANGE_ALONE.match(sentence.text, quantity.start - 1):
        return is_range_of_family(sentence, quantity, owner)
    if quantity.value < _SMALLEST or (owner is not None and owner.target.family):
        return False  # "Qwen 3 (72B)" names one of the family
    said = sentence.text[sentence.start : sentence.end]
    billions = sentence.text[quantity.end - 1] in "BT"  # no window holds billions
    decoy = r"\btrain|\$" if billions else r"\btokens?\b|\$|context"
    beside = beside_name(sentence, quantity) or (billions and owner is not None and pair_of_sizes(sentence, owner.end, quantity) is not None)
    return beside and not re.search(decoy, said, re.I)


def _size_topic(sentence: Sentence, quantity: Quantity, before: str, after: str) -> bool:
    topics = sentence.context.topics
    if _OF_EXPERTS.match(sentence.text, quantity.end):
        return True
    if re.match(
        r"[\s-]*(?:(?:in\s)?(?:total|all)|active\b(?!\s(?:users|customers|developers|subscribers|people))"
        r"|activated|parameters?|params?|dense|sparse|MoE|V?LM|of (?:them|which) (?:are )?active)\b",
        after,
        re.I,
    ) and not re.match(r"\s?(?:total )?tokens", after, re.I):
        return True
    if _said_of_model(before, after) or _WEIGHS.search(before[-30:]):
        return True
    if {"parameters", "active_parameters"} & set(topics):
        return not re.match(r"[\s-]*(?:\w+-\w+\s)?tokens?", after, re.I)
    span = sentence.text[sentence.start : sentence.end]
    return bool(_PARAMETERS.search(span)) and not OF_COMPUTE.match(after) and not re.match(r"[\s-]*(?!per\b)(?:[\w-]+\s){0,2}tokens?", after, re.I)


def _said_of_model(before: str, after: str) -> bool:
    """ "is a 128B model", "one dense 128B model": a size before the word model, where it is not the name of a model."""
    noun, article = _MODEL_OF_SIZE.match(after), _IS_OF_SIZE.search(before[-30:])
    if noun is None:
        return False
    return _APPOSED.search(before) is not None or (article is not None and bool(noun["kind"] or article["kind"] or article["verb"]))


