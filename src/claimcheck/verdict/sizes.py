"""Parameter counts: a claim and what is known of a model's size come in, a finding goes out where sizes have an answer of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimcheck.reference import asof
from claimcheck.terms import Claim, Fact, Finding
from claimcheck.verdict import words
from claimcheck.verdict.outcome import finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge

Agrees = Callable[[Claim, Fact], bool]


def of_size(claim: Claim, facts: Sequence[Fact], judge: Judge, model: str, agrees: Agrees) -> Finding | None:
    """Sizes of closed models: the fact is that there is none."""
    hidden = [f for f in facts if f.stance == "undisclosed" or f.value is None]
    if claim.attribute == "active_parameters" and not facts:
        hidden = [f for f in judge.book.facts(model, "parameters") if f.value is None]
    known = [f for f in facts if f.value is not None]
    vendor = judge.developer(model)
    name = judge.name(model)
    if claim.stance == "undisclosed":
        if hidden:
            return finding(claim, "supported", "undisclosed_indeed", f"{vendor} never published the parameter count of {name}", fact=hidden[0])
        if known and judge.may_refute(known[0]):
            return finding(claim, "refuted", "was_published", f"{vendor} did publish it: {words.value(claim.attribute, known[0].value)}", fact=known[0])
        return judge.no_fact(claim)
    if known and not any(agrees(claim, f) for f in known):
        return _by_name(claim, known[0], name) or _active_meant(claim, judge, model, agrees)
    if hidden and not known:
        if claim.stance == "hedged":
            return finding(claim, "nei", "hedged", f"told as a rumour or estimate; {vendor} never published the parameter count of {name}", facts=hidden)
        if not any(judge.may_refute(f) for f in hidden):
            return finding(claim, "nei", "not_vetted", f"no published size of {name} is known, but no page of {vendor} was read for it", facts=hidden)
        return finding(claim, "undisclosed", "never_published", f"{name}’s parameter count was never published by {vendor}", fact=hidden[0])
    return None


def _by_name(claim: Claim, fact: Fact, name: str) -> Finding | None:
    """The size that the vendor gives in the model's own name ("QwQ-32B" has 32.5 billion) is nobody's error."""
    sizes = {float(size) * 1e9 for size in re.findall(r"(?<![\w.])(\d+(?:\.\d+)?)B\b", name, re.I)}
    exact = words.value(claim.attribute, fact.value)
    return finding(claim, "supported", "agrees", f"{name}: {exact}, rounded as in its name", fact=fact) if claim.value in sizes else None


def _active_meant(claim: Claim, judge: Judge, model: str, agrees: Agrees) -> Finding | None:
    """A plain "37B parameters" of a mixture of experts that has 37B active ones and more in all: both readings are possible."""
    if claim.attribute != "parameters":
        return None
    for fact in asof.in_force(judge.book.facts(model, "active_parameters"), judge.as_of):
        if fact.value is not None and agrees(claim, fact):
            return finding(claim, "nei", "ambiguous", f"true of the active parameters of {judge.name(model)}, which may be meant", fact=fact)
    return None


def of_variant(claim: Claim, judge: Judge, agrees: Agrees, model: str) -> Finding | None:
    """A size that is that of a model named after this one ("the 7B" of DeepSeek R1 is its distilled variant): both readings are possible."""
    if claim.attribute not in {"parameters", "active_parameters"}:
        return None
    for other in judge.siblings(model):
        if not judge.name(other).startswith(judge.name(model) + " "):
            continue
        for fact in asof.in_force(judge.book.facts(other, claim.attribute), judge.as_of):
            if agrees(claim, fact):
                return finding(claim, "nei", "ambiguous", f"true of {judge.name(other)}, which may be meant", fact=fact)
    return None
