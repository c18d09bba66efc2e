"""One value of a catalogue beside our facts: a quote and the facts of the model come in, a judged difference goes out.

Verdicts, in the order in which they are tried:
same        one of our facts says it, for the same day and tier
definition  both can be right: input limit for total window, rounding, another event of a release, a file counted as image
tier        the value is ours for another tier, channel, snapshot or processing (batch)
date        the value was or will be right by our history
ours stale  the catalogue dates its value after our newest check, or our check is too old to insist
theirs wrong  a vetted fact of ours, fresh enough to refute, says otherwise
unexplained   none of these: someone should look
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimcheck.reference import asof
from claimcheck.reference.catalogues import Quote, Quoted
from claimcheck.reference.trust import checked_on, may_refute
from claimcheck.terms import Fact

Judgement = Literal["same", "definition", "tier", "date", "ours stale", "theirs wrong", "unexplained"]
JUDGEMENTS: tuple[Judgement, ...] = ("unexplained", "ours stale", "theirs wrong", "date", "tier", "definition", "same")

_SPECIAL = ("over ", "and more", "off-peak", "peak,", "batch", "Vertex", "beta", "priority")
_COUNTS = frozenset({"context_window", "input_limit", "max_output_tokens"})


@dataclass(frozen=True, slots=True)
class Judged:
    """What a quote is beside our facts: the judgement, why in a few words, and the facts that it was held against."""

    judgement: Judgement
    why: str
    facts: tuple[Fact, ...]


def judge(quote: Quote, facts: Sequence[Fact], snapshot: str | None, as_of: str, near: Sequence[Fact] = ()) -> Judged:
    """Hold a quote against our facts of its attribute; `near` are facts of attributes that are easily mixed up with it.

    The quote is read on its own day when it has one, else on `as_of`. `facts` must not be empty.
    """
    day = quote.since or (quote.until and _day_before(quote.until)) or as_of
    own = tuple(f for f in facts if f.snapshot == snapshot) or tuple(f for f in facts if f.snapshot is None)
    now = asof.in_force(own, day)
    for fact in now:
        if agrees(quote, fact.value) and (quote.tier is None) == plain(fact):
            return Judged("same", "", (fact,))
    if not own and not any(agrees(quote, fact.value) for fact in facts):
        return Judged("definition", "a build on which ours has no such fact", tuple(facts))
    return _explained(quote, facts, now, day, near) or _wrong(quote, now or own or tuple(facts), as_of)


def agrees(quote: Quote, value: object) -> bool:
    """Whether a value of ours says what the quote says, exactly; dates as far as both are precise."""
    theirs = quote.value
    if isinstance(theirs, str) and isinstance(value, str):
        shorter = min(len(theirs), len(value))
        return theirs[:shorter] == value[:shorter]
    if isinstance(theirs, float) and isinstance(value, int | float):
        return abs(theirs - value) <= 1e-9 * max(abs(theirs), abs(value))
    return set(theirs) == set(value) if isinstance(theirs, tuple) and isinstance(value, tuple) else theirs == value


def plain(fact: Fact) -> bool:
    """Whether a fact is about the ordinary case, not a tier above it, another channel or time of day."""
    return fact.scope is None or not any(word in fact.scope for word in _SPECIAL)


def _explained(quote: Quote, facts: Sequence[Fact], now: Sequence[Fact], day: str, near: Sequence[Fact]) -> Judged | None:
    inforce = asof.in_force(tuple(facts), day)
    same = tuple(f for f in inforce if agrees(quote, f.value))
    if quote.attribute == "release_date" and same:
        return Judged("same", "", same)
    if same and any(f.snapshot == same[0].snapshot for f in now):
        return Judged("tier", f"ours for {same[0].scope or 'the ordinary tier'}", same)
    if same:
        return Judged("tier", f"ours for {same[0].snapshot or 'the moving name'}", same)
    if quote.tier is not None and not any(not plain(f) for f in now):
        return Judged("tier", f"theirs is {quote.tier}; ours has no such tier", tuple(now))
    kept = _definition(quote, now or facts, near)
    if kept is not None:
        return kept
    dated = tuple(f for f in (*asof.past(tuple(facts), day), *asof.future(tuple(facts), day)) if agrees(quote, f.value))
    if dated:
        return Judged("date", f"ours {_period(dated[0])}", dated)
    return None


def _definition(quote: Quote, facts: Sequence[Fact], near: Sequence[Fact]) -> Judged | None:
    theirs = quote.value
    values = [f.value for f in facts]
    why = ""
    if quote.attribute in _COUNTS and isinstance(theirs, float):
        why = _count_reason(quote.attribute, theirs, facts, near)
    elif isinstance(theirs, tuple):
        without = [set(value) - {"pdf"} for value in values if isinstance(value, tuple)]
        why = "files counted as a modality, or not" if set(theirs) - {"pdf"} in without else ""
    elif quote.attribute == "release_date" and any(_apart(theirs, value) <= 7 for value in values):
        why = "within a week: another event of the release"
    elif quote.attribute == "knowledge_cutoff" and any(_apart(theirs, value) <= 31 for value in values):
        why = "within a month: another wording of the same cutoff"
    elif quote.attribute.endswith("_price") and isinstance(theirs, float):
        numbers = [float(value) for value in values if isinstance(value, int | float)]
        if any(abs(theirs - 1.1 * value) < 1e-6 for value in numbers):
            return Judged("tier", "10% above ours: a region or profile", tuple(facts))
        if quote.attribute.startswith("batch_") and any(agrees(quote, f.value) for f in near):
            why = "the standard price given for batch"
    return Judged("definition", why, tuple(facts)) if why else None


def _count_reason(attribute: str, theirs: float, facts: Sequence[Fact], near: Sequence[Fact]) -> str:
    ours = [float(f.value) for f in facts if isinstance(f.value, int | float)]
    close = {f.attribute: float(f.value) for f in near if isinstance(f.value, int | float)}
    if any(abs(theirs - value) <= 0.05 * value for value in ours):
        return "a rounding of the same number"
    if attribute == "context_window":
        output = close.get("max_output_tokens", 0.0)
        if theirs == close.get("input_limit") or any(theirs == value - output for value in ours):
            return "input limit given as window"
    if attribute == "max_output_tokens" and any(abs(theirs - f) <= 0.05 * f for a, f in close.items() if a != attribute):
        return "window given where a cap is meant"
    return ""


def _wrong(quote: Quote, facts: tuple[Fact, ...], as_of: str) -> Judged:
    checked = max(checked_on(f) for f in facts)
    vetted = tuple(f for f in facts if f.grade in ("primary", "mirror", "lineages"))
    if quote.since is not None and quote.since > checked:
        return Judged("ours stale", f"theirs since {quote.since}, ours checked {checked}", facts)
    if vetted and not any(may_refute(f, as_of) for f in vetted):
        return Judged("ours stale", f"ours was last checked {checked}", vetted)
    if vetted:
        return Judged("theirs wrong", f"ours is vetted ({vetted[0].grade})", vetted)
    return Judged("unexplained", f"ours is {facts[0].grade} only", facts)


def _period(fact: Fact) -> str:
    return " ".join(f"{word} {day}" for word, day in (("since", fact.since), ("until", fact.until)) if day)


def _apart(one: Quoted, other: object) -> float:
    """Days between two dates of any precision, infinite for anything else."""
    if not isinstance(one, str) or not isinstance(other, str):
        return float("inf")
    try:
        days = [date.fromisoformat(asof.first_day(text)) for text in (one, other)]
    except ValueError:
        return float("inf")
    return abs((days[0] - days[1]).days)


def _day_before(day: str) -> str:
    try:
        return date.fromordinal(date.fromisoformat(asof.first_day(day)).toordinal() - 1).isoformat()
    except ValueError:
        return day
