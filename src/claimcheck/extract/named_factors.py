"""Factors told beside a model's name: "double X's 500K", "90% of X's performance", "7x smaller than X" come in, what is compared goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_THAN = re.compile(r"\sthan\s(?:the\s)?")
_POSSESSED = re.compile(r"['’]s?\s")  # "2x larger than X's window"
_BEING = re.compile(
    r"\b(?:despite|while|though|although|whilst)\s(?:it is\s|being\s)(?:about\s|over\s|nearly\s|roughly\s|almost\s|more than\s|some\s|up to\s)?[~≈]?$", re.I
)
_RIGHT_BEHIND = re.compile(r"\s(?:of\s)?(?:the\s|what\s)?")
_PERFORMANCE = re.compile(r"(?:['’]s?)?\s(?:[a-z-]+\s)?(?:performance|quality|capabilit(?:y|ies)|accuracy|intelligence|scores?)\b")
_NOUNS = ("price", "context_window", "speed")
_OF_NOUN = re.compile(  # "half X's price", "doubles X's context window"
    r"['’]s?\s(?:(?:per-token|list|API|token|base|overall|total|native|maximum)\s){0,2}(?:(?P<price>pric(?:e|es|ing)|costs?)"
    r"|(?P<context_window>context(?:\s(?:window|length|size|limit))?|window)|(?P<speed>speed|throughput))\b(?!\s(?:per\s(?:task|image|run|request)|of\b))"
)
_ITS = re.compile(r"['’]s?\s(?:about\s|roughly\s|mere\s|own\s)?[~≈]?")
_BILLION = 1e9
_PARAMETERS = re.compile(r"\bparam", re.I)
_SLASHED = re.compile(r"\s?/\s?")
WINDOW = re.compile(r"\bcontext\b|\bwindow\b", re.I)

_TRAINED_ON = re.compile(r"\btrained\s(?:on|with)\s(?:(?:about|nearly|over|roughly|around|some)\s)?[~≈]?$", re.I)
_MORE = re.compile(r"\smore\b", re.I)
_LARGER_OUTPUT = re.compile(
    r"\s?\)?\s?(?:larger|longer|bigger|greater|more)\s(?:max(?:imum)?\s)?output\b(?!\s(?:pric|cost|speed|quality|tokens? (?:pric|cost)))",
    re.I,
)


def of_what_has_a_value(sentence: Sentence, quantity: Quantity) -> tuple[float, float | None, str, int] | None:
    """ "double X's 500K", "twice X's 30 percent", "90% of X's performance": the value or noun behind the name says what is compared."""
    text = sentence.text
    near = (m for m in sentence.mentions if m.start > quantity.end and _RIGHT_BEHIND.fullmatch(text, quantity.end, m.start))
    named = next(near, None)
    if named is None:
        return None
    for joined in sentence.mentions:  # "1.5x X/Y's 671B"
        named = joined if _SLASHED.fullmatch(text, named.end, joined.start) else named
    noun = _OF_NOUN.match(text, named.end) if quantity.kind == "ratio" else None
    if noun:
        return quantity.value, None, next(base for base in _NOUNS if noun[base]), quantity.end
    if quantity.kind == "percent" and _PERFORMANCE.match(text, named.end):
        return quantity.value / 100, None, "benchmark_score", quantity.end
    value = next((q for q in sentence.quantities if q.start > named.end), None)
    if quantity.kind != "ratio" or value is None or not _ITS.fullmatch(text, named.end, value.start):
        return None
    if value.kind == "percent":
        return quantity.value, None, "benchmark_score", quantity.end
    if value.kind == "number" and value.unit != "tokens" and value.value >= _BILLION and _PARAMETERS.search(text, sentence.start, sentence.end):
        return quantity.value, None, "parameters", quantity.end
    tokens = value.kind == "number" and (value.unit == "tokens" or value.scaled) and value.value >= 1000
    return (quantity.value, None, "context_window", quantity.end) if tokens and WINDOW.search(text, sentence.start, sentence.end) else None


def of_models(sentence: Sentence, quantity: Quantity, match: re.Match[str]) -> bool:
    """Whether "7x smaller" is said of a model: "than X", or of one that does something "while being 7x smaller"."""
    before = sentence.text[sentence.start : quantity.start]
    if before.count('"') % 2 or before.rfind("“") > before.rfind("”"):
        return False  # quoted: what somebody says, or ought not to
    than = _THAN.match(sentence.text, match.end(), sentence.end)
    if than is not None and any(m.start == than.end() for m in sentence.mentions):
        return _POSSESSED.match(sentence.text, next(m.end for m in sentence.mentions if m.start == than.end())) is None
    return _BEING.search(sentence.text, max(sentence.start, quantity.start - 40), quantity.start) is not None


def trained_on_more(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether "40% more tokens" are those that a model was trained on."""
    on = _TRAINED_ON.search(sentence.text, max(sentence.start, quantity.start - 40), quantity.start)
    return on is not None and _MORE.match(sentence.text, quantity.end) is not None


def is_of_output(text: str, start: int) -> bool:
    """Whether "8x larger output" begins here: a limit of tokens, no price or speed."""
    return _LARGER_OUTPUT.match(text, start) is not None
