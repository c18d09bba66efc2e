"""Which attribute a number states: a quantity in its sentence comes in, attribute, value and benchmark go out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.counts import number
from claimcheck.extract.cues import Cue
from claimcheck.extract.delays import seconds, speed
from claimcheck.extract.moments import date
from claimcheck.extract.prices import price
from claimcheck.extract.readings import Measure
from claimcheck.extract.scores import score
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.sums import MONEY_DECOY
from claimcheck.extract.values import Quantity

_MOST_OUTPUT = 2_000_000  # tokens: no model gives more at once, a run of a test may
_BECOMES = re.compile(r"\s?(?:→|->|⇒)\s?[$\d]")
_FROM = Cue(r"(?P<rose>\b(?:up|down|increase[ds]?|grew|jump(?:ed)?|rise|improve\w*) )?\bfrom\s(?:about\s|around\s)?$")
_OF_IT = re.compile(
    r"(?:\s(?:tokens?|parameters?))?\s(?:in|for|of|with|on)\s|(?:\sand\s\$[\d.]{1,8})?(?:\sper|/)\s?(?:1M|million)\s(?-i:[A-Z])[\w. -]{2,30}\s(?:in|out)put"
)
_OF_BARE_VERSION = re.compile(r"\s(?:in|for|of|with|on)\s\d\.\d(?![\d%])")  # "up from 69% on 4.7": of the one before
_TO = re.compile(r"[\w\s/]{0,26}?\s?(?:to|→|down to|up to)\s")


def measure(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    """The measure of a quantity; a reason word when it is a number of a model that cannot be read; None when it is no claim."""
    readers = {
        "money": price, "percent": score, "percentile": score, "number": number, "date": date, "speed": speed,
        "seconds": seconds,
    }  # fmt: skip
    reader = readers.get(quantity.kind)
    if is_old_value(sentence, quantity):
        return None
    stated = reader(sentence, quantity) if reader else None
    used_up = isinstance(stated, Measure) and stated.attribute == "max_output_tokens" and quantity.value > _MOST_OUTPUT
    return None if used_up else stated


def is_old_value(sentence: Sentence, quantity: Quantity) -> bool:
    """The X of "from X to Y" and "X → Y" is what was, not what is claimed."""
    text, end = sentence.text, max(quantity.end, quantity.per_end)
    if _BECOMES.match(text, end, quantity.end + 24):
        return True
    before = _FROM.search(text[max(sentence.start, quantity.start - 24) : quantity.start])
    if before is None:
        return False
    if before["rose"]:
        return not _OF_IT.match(text, end) or _OF_BARE_VERSION.match(text, end) is not None
    return any(q.kind == quantity.kind and _TO.fullmatch(text, end, q.start) for q in sentence.quantities if q.start >= end)


def same_kind(quantities: Sequence[Quantity], quantity: Quantity) -> list[Quantity]:
    """The quantities of a sentence that state the same sort of thing as this one."""

    def alike(other: Quantity) -> bool:
        if other.kind != quantity.kind:
            return False
        return (
            other.kind in {"percent", "money"}
            or other.unit[:5] == quantity.unit[:5]
            or ("" in {other.unit, quantity.unit} and all(q.scaled or "," in q.written for q in (other, quantity)))
        )

    return [q for q in quantities if alike(q)]


def worth_listing(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether an unread number is of the sort that a checker should own up to: a price, a count with a scale, a percentage."""
    if quantity.kind == "money":
        return quantity.per != "other" and not MONEY_DECOY.search(sentence.text[sentence.start : sentence.end])
    if quantity.kind == "number":
        return (quantity.scaled and quantity.unit in {"", "token", "tokens", "parameters"}) or (quantity.unit.startswith("token") and quantity.value >= 1000)
    return quantity.kind == "percent"
