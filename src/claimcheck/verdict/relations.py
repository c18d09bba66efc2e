"""Relations between two models: recomputed from dated facts, with the arithmetic shown, or held against the vendor's own claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.attributes import ALL
from claimcheck.reference import asof
from claimcheck.reference.trust import VETTED
from claimcheck.terms import FORMERLY, Article, Claim, Fact, Finding
from claimcheck.verdict import matching, running_costs, sentences, words
from claimcheck.verdict.outcome import finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge

_OF_SEVERAL = re.compile(r"\bthan\s[^.;:]{2,60}?(?:,\s|\s(?:and|or|&)\s)(?-i:[A-Z])")  # "10-25x cheaper than X and Y" need not be both of each
_PRICES = {"price": ("input_price", "output_price"), **{side: (side,) for side in ("input_price", "output_price", "cached_input_price")}}
_COUNTS = frozenset({"context_window", "max_output_tokens", "parameters", "active_parameters", "training_tokens"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two facts compared: the ratio subject/other and both."""

    left: Fact
    right: Fact

    @property
    def ratio(self) -> float:
        return matching.number(self.left.value) / matching.number(self.right.value)


def ratio(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """ "60% cheaper", "2x faster"."""
    other = claim.other.id if claim.other else None
    if other is None:
        return _other_unknown(claim, judge)
    vendor = _vendor(claim, model, other, judge)
    if vendor is not None and claim.base not in _PRICES:
        return vendor
    if claim.base in _PRICES:
        attributes = _PRICES[claim.base]
    elif claim.base in _COUNTS:
        attributes = (claim.base,)
    else:
        return finding(
            claim,
            "nei",
            "no_fact",
            f"no vendor figure compares the {(claim.base or 'quantity').replace('_', ' ')} of {judge.name(model)} and {judge.name(other)}",
        )
    now = _pairs(model, other, attributes, judge, judge.as_of)
    if not now:
        return judge.no_fact(claim)
    shown = _arithmetic(claim, now, judge)
    facts = [fact for pair in now for fact in (pair.left, pair.right)]
    if claim.base in _PRICES and vendor is None and running_costs.of_a_run(claim):
        return finding(claim, "nei", "other_harness", f"the sentence compares the costs of a run; list prices give {shown}", arithmetic=shown)
    if _fits(claim, now):
        return finding(claim, "supported", "agrees", shown, facts=facts, arithmetic=shown)
    once = _once(claim, model, other, attributes, judge)
    if once is not None:
        return once
    if vendor is None and (running_costs.of_a_use(claim) or judge.asked(article, running_costs.counts_tasks)):
        return finding(claim, "nei", "other_harness", f"the article compares costs of a use; list prices give {shown}", arithmetic=shown)
    return vendor or _refuse(claim, now, judge)


def _once(claim: Claim, model: str, other: str, attributes: tuple[str, ...], judge: Judge) -> Finding | None:
    """What was right with the prices of an earlier day, and what is told of former ones; None for other claims."""
    now = _pairs(model, other, attributes, judge, judge.as_of)
    shown, facts = _arithmetic(claim, now, judge), [fact for pair in now for fact in (pair.left, pair.right)]
    for day in reversed(_days(model, other, attributes, judge)):
        pairs = _pairs(model, other, attributes, judge, day)
        if not pairs or not _fits(claim, pairs):
            continue
        then = f"right with the prices of {words.date(day)}: {_arithmetic(claim, pairs, judge)}"
        if claim.condition == FORMERLY:
            return finding(claim, "supported", "agrees", then, facts=facts, arithmetic=then)
        if any(f.grade not in VETTED for pair in pairs for f in (pair.left, pair.right)):
            return finding(claim, "nei", "not_vetted", f"was {then}; now {shown}", facts=facts, arithmetic=shown)
        return finding(claim, "outdated", "was_right", f"was {then}; now {shown}", facts=facts, arithmetic=shown)
    if claim.condition == FORMERLY:
        return finding(claim, "nei", "no_fact", f"told of former prices; of those known, {shown}", facts=facts, arithmetic=shown)
    return None


def _other_unknown(claim: Claim, judge: Judge) -> Finding:
    name = claim.other.name if claim.other else "the other model"
    return finding(
        claim, "nei", "ambiguous" if claim.other and claim.other.candidates else "unknown_model", f"{name} is not one model that the reference knows"
    )


def _vendor(claim: Claim, model: str, other: str, judge: Judge) -> Finding | None:
    """The vendor's own statement of the relation, unless prices can be recomputed."""
    facts = [f for f in judge.book.facts(model, "relative") if f.other == other and isinstance(f.value, int | float)]
    same = [f for f in facts if f.base == claim.base or (claim.base in _PRICES and f.base in _PRICES)]
    hit = next((f for f in same if matching.close_ratio(claim, matching.number(f.value))), None)
    if hit is not None:
        return finding(claim, "supported", "vendor_claim", f"as {judge.developer(model)} states: {words.number(matching.number(hit.value))} times", fact=hit)
    return None


def _base_facts(facts: tuple[Fact, ...], day: str) -> list[Fact]:
    """The facts of the moving name in force on a day, list price or standard tier before other tiers."""
    now = [f for f in asof.in_force(facts, day) if isinstance(f.value, int | float) and f.value and f.stance != "planned"]
    now = [f for f in now if f.grade in VETTED] or now
    plain = [f for f in now if f.snapshot is None]
    unscoped = [f for f in plain if f.scope is None]
    return unscoped or plain or now


def _pairs(model: str, other: str, attributes: tuple[str, ...], judge: Judge, day: str) -> list[Pair]:
    found = []
    for attribute in attributes:
        left, right = (_base_facts(judge.book.facts(m, attribute), day) for m in (model, other))
        found += [Pair(a, b) for a in left[:3] for b in right[:3]]
    return found


def _days(model: str, other: str, attributes: tuple[str, ...], judge: Judge) -> list[str]:
    facts = [f for m in (model, other) for a in attributes for f in judge.book.facts(m, a) if f.snapshot is None and f.stance != "planned"]
    day = asof.last_day(judge.as_of)
    return sorted({asof.first_day(f.since) for f in facts if f.since and asof.first_day(f.since) <= day})


def _fits(claim: Claim, pairs: list[Pair]) -> bool:
    if any(matching.close_ratio(claim, pair.ratio) for pair in pairs):
        return True
    ratios = sorted(pair.ratio for pair in pairs)
    value = matching.number(claim.value)
    return claim.base == "price" and claim.value_to is None and ratios[0] <= value <= ratios[-1] and ratios[-1] <= ratios[0] * 1.6


def _arithmetic(claim: Claim, pairs: list[Pair], judge: Judge) -> str:
    shown = []
    for pair in pairs[:2]:
        left, right = words.number(matching.number(pair.left.value)), words.number(matching.number(pair.right.value))
        kind = pair.left.attribute.replace("_price", "").replace("_", " ")
        shown.append(f"{kind}: {sentences.reckoned(claim.quote, left, right, pair.ratio)}")
    return "; ".join(dict.fromkeys(shown))


def _refuse(claim: Claim, now: list[Pair], judge: Judge) -> Finding:
    vetted = all(judge.may_refute(p.left) and judge.may_refute(p.right) for p in now)
    arithmetic = _arithmetic(claim, now, judge)
    evidence = [f for p in now for f in (p.left, p.right)]
    if not vetted or claim.stance != "asserted" or (claim.op == "~" and _near(claim, now)):
        return finding(claim, "nei", "not_vetted" if not vetted else claim.stance, f"from what is known: {arithmetic}", facts=evidence, arithmetic=arithmetic)
    if claim.base == "price" and min(p.ratio for p in now) <= matching.number(claim.value) <= max(p.ratio for p in now):
        message = f"between the ratios of its two prices, so right for some mix of them: {arithmetic}"
        return finding(claim, "nei", "ambiguous", message, facts=evidence, arithmetic=arithmetic)
    if claim.value_to is not None and _OF_SEVERAL.search(claim.context or ""):
        return finding(claim, "nei", "ambiguous", f"a range over several models: {arithmetic}", facts=evidence, arithmetic=arithmetic)
    if _the_other_way(claim, now):
        return finding(
            claim, "nei", "ambiguous", f"it is the other way round, and the sentence names no model: {arithmetic}", facts=evidence, arithmetic=arithmetic
        )
    return finding(
        claim,
        "refuted",
        "arithmetic",
        f"does not follow from the known {'prices' if claim.base in _PRICES else 'figures'}: {arithmetic}",
        facts=evidence,
        arithmetic=arithmetic,
    )


def _the_other_way(claim: Claim, now: list[Pair]) -> bool:
    """Whether what is said to be less is more, or the reverse, in a sentence that leaves it open which model is which."""
    less = matching.number(claim.value) < 1
    named = claim.context is not None and (claim.subject.mention or claim.subject.name) in claim.context
    return not named and all((pair.ratio < 1) != less for pair in now)


def _near(claim: Claim, now: list[Pair]) -> bool:
    value = matching.number(claim.value)
    return any(abs(pair.ratio - value) <= 0.2 * value for pair in now)


def order(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """ "cheaper than", "fewer parameters": judged from both models' facts."""
    other = claim.other.id if claim.other else None
    if other is None:
        return _other_unknown(claim, judge)
    base = claim.base or ""
    if base in _PRICES or base in _COUNTS:
        pairs = _pairs(model, other, _PRICES.get(base, (base,)), judge, judge.as_of)
        return _ordered(claim, pairs, model, other, judge)
    if base == "release_date":
        return _newer(claim, model, other, judge)
    facts = [f for f in judge.book.facts(model, "relative") if f.other == other and f.base == base and isinstance(f.value, int | float)]
    for fact in facts:
        if (matching.number(fact.value) > 1) == (claim.value == "greater"):
            return finding(claim, "supported", "vendor_claim", f"as {judge.developer(model)} states", fact=fact)
    return finding(claim, "nei", "no_fact", f"no vendor figure compares the {base.replace('_', ' ')} of {judge.name(model)} and {judge.name(other)}")


def _ordered(claim: Claim, pairs: list[Pair], model: str, other: str, judge: Judge) -> Finding:
    if not pairs:
        hidden = [f for m in (model, other) for f in judge.book.facts(m, claim.base or "") if f.value is None] if claim.base == "parameters" else []
        if hidden:
            names = " and ".join(dict.fromkeys(judge.name(f.model) for f in hidden))
            return finding(claim, "nei", "never_published", f"sizes of {names} were never published, so they cannot be compared", facts=hidden)
        return judge.no_fact(claim)
    signs = {"less" if p.ratio < 0.9999 else "greater" if p.ratio > 1.0001 else "equal" for p in pairs}
    shown = "; ".join(dict.fromkeys(_against(pair, judge) for pair in pairs[:2]))
    evidence = [f for p in pairs for f in (p.left, p.right)]
    if signs == {claim.value}:
        return finding(claim, "supported", "agrees", shown, facts=evidence, arithmetic=shown)
    if claim.value in signs or not all(judge.may_refute(f) for f in evidence) or claim.stance != "asserted" or not claim.polarity:
        return finding(claim, "nei", "ambiguous", shown, facts=evidence)
    return finding(claim, "refuted", "value_differs", shown, facts=evidence, arithmetic=shown)


def _against(pair: Pair, judge: Judge) -> str:
    """Both values with the names of their models, the unit once."""
    one, other = (words.value(fact.attribute, fact.value) for fact in (pair.left, pair.right))
    unit = " per 1M tokens" if pair.left.attribute.endswith("_price") else ""
    names = judge.name(pair.left.model), judge.name(pair.right.model)
    return f"{ALL[pair.left.attribute].noun}: {names[0]} {one.removesuffix(unit)}, {names[1]} {other}"


def _newer(claim: Claim, model: str, other: str, judge: Judge) -> Finding:
    days = []
    for m in (model, other):
        dates = sorted(str(f.value) for f in judge.book.facts(m, "release_date") if isinstance(f.value, str))
        if not dates:
            return judge.no_fact(claim)
        days.append(dates[0])
    facts = [f for m in (model, other) for f in judge.book.facts(m, "release_date")[:1]]
    message = f"release date: {judge.name(model)} {words.date(days[0])}, {judge.name(other)} {words.date(days[1])}"
    if (days[0] > days[1]) == (claim.value == "greater"):
        return finding(claim, "supported", "agrees", message, facts=facts)
    if not all(judge.may_refute(f) for f in facts):
        return finding(claim, "nei", "not_vetted", message, facts=facts)
    return finding(claim, "refuted", "value_differs", message, facts=facts)
