"""When a claim found is the claim expected: same subject, attribute, value and polarity, at overlapping places.

Names are compared as bags of parts without vendor and filler words, so that "Claude Sonnet 4" is "Claude 4 Sonnet" and
"GPT-4o" is never "GPT-4o mini". Numbers may differ by a thousandth (ratios by a fiftieth); dates and flags not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.evaluate.gold import Wanted
from claimcheck.terms import Claim, Model, Value

_FILLER = frozenset("openai anthropic google deepmind meta xai alibaba microsoft amazon cohere nvidia moonshot zhipu zai ai the model instruct chat s".split())
_PART = re.compile(r"\d+(?:\.\d+)+|[a-z]+\d+[a-z]*|\d+[a-z]+|[a-z]+|\d+")
_DATES = {"release_date", "knowledge_cutoff", "retirement_date"}
_ANY_VALUE = {"capability"}  # which capability, and whether it is denied, says it all


def matches(wanted: Wanted, found: Claim) -> bool:
    """Whether `found` is the claim that was expected."""
    return (
        wanted.attribute == found.attribute
        and wanted.polarity == found.polarity
        and wanted.start < found.end
        and found.start < wanted.end
        and same_model(wanted.names, found.subject)
        and _same_details(wanted, found)
        and (wanted.attribute in _ANY_VALUE or same_value(wanted.attribute, wanted.value, found.value))
    )


def same_model(names: Iterable[str], model: Model) -> bool:
    """Whether one of the names is the model's: its display name, its id, or the words the article used."""
    said = {bag(name) for name in (model.name, model.mention, (model.id or "").rpartition("/")[2]) if name}
    return any(bag(name) in said for name in names)


def bag(name: str) -> str:
    """The parts of a name, sorted and glued, without vendor and filler words: "OpenAI GPT-4o mini" -> "4ogptmini"."""
    return "".join(sorted(part for part in _PART.findall(name.lower()) if part not in _FILLER))


def same_value(attribute: str, wanted: Value, found: Value) -> bool:
    """Equality as the attribute understands it."""
    if wanted is None or found is None or isinstance(wanted, bool) or isinstance(found, bool):
        return wanted is found
    if attribute in _DATES:
        return str(wanted) == str(found)
    try:
        left, right = float(wanted), float(found)
    except ValueError:
        return same_word(str(wanted), str(found))
    slack = 0.02 if attribute == "relative" else 0.001
    return abs(left - right) <= slack * max(abs(left), abs(right))


def same_word(wanted: str | None, found: str | None) -> bool:
    """Words without case and punctuation; one may begin the other ("GPQA" and "GPQA Diamond")."""
    left, right = (re.sub(r"[^a-z0-9]", "", (word or "").lower()) for word in (wanted, found))
    return bool(left and right) and (left.startswith(right) or right.startswith(left))


def _same_details(wanted: Wanted, found: Claim) -> bool:
    if wanted.attribute == "benchmark_score":
        return same_word(wanted.benchmark, found.benchmark)
    if wanted.attribute == "capability":
        return same_word(wanted.capability, found.capability)
    if wanted.attribute == "relative":
        return found.other is not None and same_model([wanted.other or ""], found.other) and same_word(wanted.base, found.base)
    return True
