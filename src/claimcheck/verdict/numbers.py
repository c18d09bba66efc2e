"""Prices, counts, speeds and other plain numbers: a claim and a model's facts come in, a finding goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.attributes import ALL
from claimcheck.reference import asof
from claimcheck.terms import FORMERLY, Article, Claim, Fact, Finding
from claimcheck.verdict import hosting, limits, matching, sentences, sizes, tiers, words
from claimcheck.verdict.changes import history_of, outdated
from claimcheck.verdict.outcome import finding
from claimcheck.verdict.sizes import Agrees

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge

_MEASURED = frozenset({"output_speed", "time_to_first_token"})
_LIMITS = frozenset({"context_window", "max_output_tokens"})
_NEAR_SIZE, _NEAR_NAME = 0.025, 0.35  # "685B" with the extra layer for predicting tokens, 671B without; a size that only the name tells
_BATCH, _CACHE = re.compile(r"\bbatch", re.I), re.compile(r"\bcach", re.I)
_NEARBY, _BESIDE = 500, 120  # characters
_ALSO = {"context_window": ("input_limit",), "input_price": (), "output_price": ()}


def facts_for(claim: Claim, model: str, judge: Judge) -> tuple[Fact, ...]:
    """The facts that can decide a claim, with those of near attributes (an input limit is called a context window too)."""
    facts = judge.book.facts(model, claim.attribute)
    for other in _ALSO.get(claim.attribute, ()):
        facts += judge.book.facts(model, other)
    return tuple(f for f in facts if f.stance != "planned" or claim.stance == "planned")


def judge(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """Counts, prices and other plain numbers."""
    compare = ALL[claim.attribute].compare
    close = {"count": matching.close_count, "price": matching.close_price, "number": matching.close_number}[compare]

    def agrees(claim: Claim, fact: Fact) -> bool:
        return isinstance(fact.value, int | float) and close(claim, float(fact.value))

    facts = facts_for(claim, model, judge)
    if claim.attribute in {"parameters", "active_parameters"}:
        found = sizes.of_size(claim, facts, judge, model, agrees)
        if found is not None:
            return found
    if (open_ := tiers.untold(claim, facts, agrees, judge.as_of, article)) is not None:
        return open_
    found = decide(claim, facts, judge, agrees, model)
    if found.verdict != "refuted" or compare != "price":
        return found
    others = _of_neighbour(claim, judge, agrees, model, article) or _announced(claim, judge, agrees, model)
    return others or hosting.of_a_host(found, judge, model, article) or found


def _announced(claim: Claim, judge: Judge, agrees: Agrees, model: str) -> Finding | None:
    """A price that the vendor once announced for later, and that did not come: who gives it as the price has read the announcement."""
    plans = (f for f in judge.book.facts(model, claim.attribute) if f.stance == "planned" and f.value is not None)
    fact = next((f for f in plans if agrees(claim, f)), None)
    if fact is None:
        return None
    return finding(claim, "nei", "planned", f"announced{words.since(fact)} as a later price of {judge.name(model)}, but not what it costs", fact=fact)


def _of_neighbour(claim: Claim, judge: Judge, agrees: Agrees, model: str, article: Article) -> Finding | None:
    """A plain price that is wrong, but the one of batches or of a cache's contents, which are spoken of nearby: both readings are possible."""
    if claim.attribute not in {"input_price", "output_price"}:
        return None
    neighbours = ((f"batch_{claim.attribute}", _BATCH, "batches", _NEARBY), (f"cached_{claim.attribute}", _CACHE, "cached input", _BESIDE))
    for attribute, cue, what, reach in neighbours:
        hits = (f for f in asof.in_force(judge.book.facts(model, attribute), judge.as_of) if agrees(claim, f))
        if (fact := next(hits, None)) is not None and cue.search(article.text, max(0, claim.start - reach), claim.end + reach):
            return finding(claim, "nei", "ambiguous", f"true of {what}, spoken of nearby; {_told(claim, fact, judge, model)}", fact=fact)
    return None


def decide(claim: Claim, facts: Sequence[Fact], judge: Judge, agrees: Agrees, model: str) -> Finding:
    """In force and agreeing supports; agreeing once is outdated; a vetted fact in force that disagrees refutes."""
    known = tuple(f for f in facts if f.value is not None)
    if not known:
        return judge.no_fact(claim)
    snapshot = claim.subject.snapshot
    own = tuple(f for f in known if (snapshot.startswith(f.snapshot or "-") if snapshot else f.snapshot is None))
    if snapshot and own:  # what another dated id costs or cost is no answer
        known = tuple(f for f in known if f in own or (f.snapshot is None and f.until is None))
    elif snapshot:
        own = tuple(f for f in known if f.snapshot is None)
    others = tuple(f for f in known if f not in own)
    now, before, later = (part(own, judge.as_of) for part in (asof.in_force, asof.past, asof.future))
    once = _once(claim, own, others, judge, agrees, model) if claim.condition == FORMERLY else None
    if once is not None:
        return once
    plain = [f for f in now if f.scope is None] if claim.condition in {None, FORMERLY} else []
    for fact in plain:
        if agrees(claim, fact):
            return finding(claim, "supported", "agrees", _told(claim, fact, judge, model), fact=fact, history=history_of(own, fact))
    if claim.stance == "planned" and any(agrees(claim, f) for f in before):
        return finding(claim, "nei", "planned", f"told as a plan, which {judge.developer(model)} had", facts=before[-1:])
    for fact in reversed(before):
        if plain and fact.scope is None and agrees(claim, fact):
            return outdated(claim, fact, plain, own, judge, model)
    for fact in now:
        if agrees(claim, fact):
            return finding(claim, "supported", "agrees", _told(claim, fact, judge, model), fact=fact, history=history_of(own, fact))
    for fact in reversed(before):
        if agrees(claim, fact):
            return outdated(claim, fact, now, own, judge, model)
    found = _elsewhere(claim, known, own, judge, agrees, model) or sizes.of_variant(claim, judge, agrees, model)
    if found is not None:
        return found
    return _refuse(claim, now or before or later or others, own, judge, model)


def _once(claim: Claim, own: Sequence[Fact], others: Sequence[Fact], judge: Judge, agrees: Agrees, model: str) -> Finding | None:
    """A value told as a former one: true when it was right at any time; None when it never changed and so counts as today's."""
    before = asof.past(tuple(own), judge.as_of)
    for fact in (*reversed(before), *asof.past(tuple(others), judge.as_of), *asof.in_force((*own, *others), judge.as_of)):
        if agrees(claim, fact):
            return finding(claim, "supported", "agrees", _told(claim, fact, judge, model), fact=fact, history=history_of(own, fact))
    if before:
        return finding(claim, "nei", "no_fact", f"told as a former value, and no vetted fact agrees with {words.said(claim)}")
    return _of_another_version(claim, judge, agrees, model)


def _of_another_version(claim: Claim, judge: Judge, agrees: Agrees, model: str) -> Finding | None:
    """A value told as a former one that another model of the name has: "128K of output, up from 64K" speaks of the version before."""
    for other in judge.siblings(model):
        for fact in judge.book.facts(other, claim.attribute):
            if fact.value is not None and agrees(claim, fact):
                return finding(claim, "nei", "ambiguous", f"told as a former value; true of {judge.name(other)}, which may be meant", fact=fact)
    return None


def _elsewhere(claim: Claim, known: tuple[Fact, ...], own: tuple[Fact, ...], judge: Judge, agrees: Agrees, model: str) -> Finding | None:
    """A value that is true of another snapshot, or only later; None when it is neither."""
    others = tuple(f for f in known if f not in own)
    now, before, later = (part(own, judge.as_of) for part in (asof.in_force, asof.past, asof.future))
    for fact in asof.in_force(others, judge.as_of):
        if agrees(claim, fact):
            message = f"true of {fact.snapshot or judge.name(model)}{words.since(fact)}"
            if claim.subject.snapshot and fact.snapshot:
                return finding(claim, "nei", "ambiguous", f"{message}, not known of {claim.subject.snapshot}", fact=fact, history=history_of(own, fact))
            if claim.attribute in _LIMITS and any(matching.number(f.value) > matching.number(fact.value) for f in now):
                return finding(claim, "nei", "ambiguous", f"{message} alone", fact=fact, history=history_of(own, fact))
            return finding(claim, "supported", "other_snapshot", message, fact=fact, history=history_of(own, fact))
    for fact in asof.past(others, judge.as_of):
        if agrees(claim, fact):
            return outdated(claim, fact, now, known, judge, model)
    for fact in (*later, *asof.future(others, judge.as_of)):
        if agrees(claim, fact):
            if not now and not before and (fact.scope is None or ALL[claim.attribute].compare != "price"):
                return finding(claim, "supported", "agrees", _told(claim, fact, judge, model), fact=fact)
            return finding(claim, "nei", "not_yet", f"right only{words.since(fact)}", fact=fact, history=history_of(own, fact))
    return None


def _told(claim: Claim, fact: Fact, judge: Judge, model: str) -> str:
    return sentences.told(judge.name(model), fact, attribute=claim.attribute, as_of=judge.as_of)


def _refuse(claim: Claim, facts: Sequence[Fact], own: Sequence[Fact], judge: Judge, model: str) -> Finding:
    if claim.host is not None:
        own_value = words.value(claim.attribute, facts[0].value)
        served = f"{claim.host} serves {judge.name(model)} at its own prices and limits; those of {judge.developer(model)}: {own_value}"
        return finding(claim, "nei", "other_channel", served, facts=facts[:2])
    if (open_ := hosting.of_condition(claim, facts, judge.developer(model))) is not None:
        return open_
    vetted = sorted((f for f in facts if judge.may_refute(f) and _decides(claim, f)), key=lambda f: f.scope is not None and claim.condition is None)
    if not vetted:
        return finding(
            claim,
            "nei",
            "not_vetted",
            f"what is known disagrees ({words.value(claim.attribute, facts[0].value)}) but is not vetted enough to refute",
            facts=facts[:2],
        )
    fact = vetted[0]
    if (open_ := _not_decided(claim, fact)) is not None:
        return open_
    right = words.value(claim.attribute, fact.value)
    if claim.stance == "hedged":
        return finding(claim, "nei", "hedged", f"told as a rumour or estimate; published is {right}", fact=fact)
    if claim.stance == "planned":
        return finding(claim, "nei", "planned", f"told as a plan; today it is {right}", fact=fact)
    reason, why = _why(claim, vetted, judge, model)
    message = f"{_told(claim, fact, judge, model)}{why}"
    return finding(claim, "refuted", reason, message, fact=fact, facts=vetted[:3], history=history_of(own, fact))


def _not_decided(claim: Claim, fact: Fact) -> Finding | None:
    """What differs from the vendor's figure and yet is nobody's error: speeds as measured elsewhere, windows a few percent off."""
    known, said = matching.number(fact.value), matching.number(claim.value)
    shown = words.value(claim.attribute, fact.value)
    rounded = max(matching.half_digit(claim.written, known, said), matching.half_of_thousands(claim.written, said))
    if ALL[claim.attribute].compare == "price" and abs(known - said) <= rounded:
        return finding(claim, "nei", "ambiguous", f"published is {shown}, which may have been rounded", fact=fact)
    if claim.attribute == "languages" and said < known:
        return finding(claim, "nei", "ambiguous", f"published is {shown}; fewer may be those that are meant", fact=fact)
    if claim.attribute == "training_tokens" and said < known and f"({claim.quote}" in (claim.context or ""):
        return finding(claim, "nei", "ambiguous", f"published is {shown}; fewer may be a part of the data", fact=fact)
    if claim.attribute in _MEASURED:
        return finding(claim, "nei", "other_harness", f"speed depends on who serves the model, and when; published is {shown}", fact=fact)
    if claim.attribute in _LIMITS:
        return limits.not_decided(claim, fact)
    if "parameters" in claim.attribute and abs(known - said) <= (_NEAR_NAME if "by name" in (fact.scope or "") else _NEAR_SIZE) * known:
        return finding(claim, "nei", "ambiguous", f"published is {shown}; so small a difference is often one of counting", fact=fact)
    return None


def _decides(claim: Claim, fact: Fact) -> bool:
    """Whether a fact can show that a claim is wrong.

    An input limit refutes smaller windows alone: the whole holds the answer too. A plain price does not tell that of a tier.
    """
    if ALL[claim.attribute].compare == "price" and claim.condition not in {None, FORMERLY} and fact.scope is None:
        return False
    return fact.attribute == claim.attribute or matching.number(claim.value) < matching.number(fact.value)


def _why(claim: Claim, vetted: Sequence[Fact], judge: Judge, model: str) -> tuple[str, str]:
    """A named reason where the wrong value shows where it came from."""
    value = claim.value
    if ALL[claim.attribute].compare == "price" and isinstance(value, int | float) and value:
        for fact in vetted:
            ratio = float(fact.value or 0) / value if isinstance(fact.value, int | float) else 0.0
            if abs(ratio - 1000) < 1 or abs(ratio - 0.001) < 1e-6:
                return "wrong_unit", "; the number fits per 1K tokens" if ratio < 1 else "; the number fits another unit"
        opposite = {"input_price": "output_price", "output_price": "input_price"}.get(claim.attribute)
        if opposite:
            for fact in asof.in_force(judge.book.facts(model, opposite), judge.as_of):
                if fact.value == value:
                    return "swapped", f"; {words.price(value)} is its {ALL[opposite].noun}"
    return "value_differs", ""
