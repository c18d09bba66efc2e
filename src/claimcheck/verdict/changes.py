"""What was right once: a claim and a model's dated facts come in, the finding "outdated" and the history of a value go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.terms import Claim, Fact, Finding
from claimcheck.verdict import words
from claimcheck.verdict.outcome import finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge


def history_of(own: Sequence[Fact], fact: Fact) -> tuple[Fact, ...]:
    """The dated values of a fact's own line (same scope and benchmark), () when it has only one."""
    line = tuple(f for f in own if f.scope == fact.scope and f.benchmark == fact.benchmark)
    return line if len(line) > 1 else ()


def outdated(claim: Claim, fact: Fact, now: Sequence[Fact], own: Sequence[Fact], judge: Judge, model: str) -> Finding:
    """The finding "was right", with what is right now; open when neither its end nor what is right now may refute.

    Only what may refute is offered as a correction.
    """
    current = next((f for f in now if f.scope == fact.scope), now[0] if now else None)
    today = f"; now {words.value(claim.attribute, current.value)}{words.since(current)}" if current else ""
    message = f"was right {words.period(fact)}{today}"
    evidence = [fact, *([current] if current else [])]
    if not any(judge.may_refute(f) for f in reversed(evidence)):
        return finding(claim, "nei", "not_vetted", f"{message}; not vetted enough to call it outdated", facts=evidence)
    found = finding(
        claim, "outdated", "was_right", message, fact=current or fact, facts=evidence, history=history_of(own, fact) or evidence[: 2 * bool(current)]
    )
    return found if current and judge.may_refute(current) else replace(found, suggestion=None)
