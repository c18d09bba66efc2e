"""A name that may be any of several models ("Claude 3", "Mistral Medium"): a claim of it and the models come in, a finding goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.reference import trust
from claimcheck.terms import Article, Claim, Fact, Finding, Model
from claimcheck.verdict import matching, words
from claimcheck.verdict.outcome import finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge

_MOST = 40  # members that are asked
_LATER = 14  # days


def judge(claim: Claim, members: tuple[str, ...], judge: Judge, article: Article) -> Finding:
    """A family's claim is true when it is true of a member, false only when it is false of every one.

    A price or limit that is true only of members that are no longer offered was right once, where one that still is has another.
    """
    found: list[tuple[str, Finding]] = []
    if claim.attribute in trust.VOLATILE:
        members = tuple(m for m in members[:_MOST] if not _yet_to_come(m, judge)) or members
    for member in members[:_MOST]:
        found.append((member, judge.one(replace(claim, subject=Model(member, judge.name(member), claim.subject.mention)), member, article)))
        if found[-1][1].verdict == "supported" and claim.attribute != "relative" and _retirement(member, judge) is None:
            break
    for verdict in ("supported", "outdated") if claim.attribute != "relative" else ():
        of_it = [(model, result) for model, result in found if result.verdict == verdict]
        if not of_it:
            continue
        model, result = next(((m, r) for m, r in of_it if _retirement(m, judge) is None), of_it[0])
        message = f"{result.message} (“{claim.subject.name}” read as {judge.name(model)})"
        if _came_later(claim, members, judge):
            return replace(result, claim=claim, verdict="nei", reason="ambiguous", message=message, suggestion=None)
        return _no_longer(claim, model, found, judge) or replace(result, claim=claim, reason="family_member", message=message)
    alike = {(r.verdict, r.reason) for _, r in found}
    if len(alike) == 1 and found and (found[0][1].verdict == "undisclosed" or claim.attribute in {"developer", "open_weights"}):
        return replace(found[0][1], claim=claim)
    return finding(claim, "nei", "ambiguous", f"“{claim.subject.name}” may be any of {len(members)} models, and none that we know agrees")


def _yet_to_come(model: str, judge: Judge) -> bool:
    """Whether all that is known of a model's release lies after the day of judgement: what was written before cannot mean it."""
    days = [str(fact.value) for fact in judge.book.facts(model, "release_date") if fact.value]
    return bool(days) and min(days) > judge.as_of


def _came_later(claim: Claim, members: tuple[str, ...], judge: Judge) -> bool:
    """Whether a family's day lies well after the first of its members: "Gemini 3 (4 December)" is the day of its Deep Think."""
    if claim.attribute != "release_date" or len(str(claim.value)) < len("2025-12"):
        return False
    first = min((str(f.value) for member in members[:_MOST] for f in judge.book.facts(member, "release_date") if f.value), default=None)
    return first is not None and not first.startswith(str(claim.value)) and matching.days_between(str(claim.value), first) > _LATER


def _no_longer(claim: Claim, model: str, found: list[tuple[str, Finding]], judge: Judge) -> Finding | None:
    """The finding "was right" for what is true of a retired member alone, None where it still may be meant."""
    retired = _retirement(model, judge)
    lasting = claim.attribute not in trust.VOLATILE or claim.attribute == "capability"
    if retired is None or (lasting and not (claim.attribute == "open_weights" and claim.value and claim.polarity)):
        return None
    today = next((r for m, r in found if r.verdict in {"refuted", "outdated"} and _retirement(m, judge) is None), None)
    if today is None:
        return None
    if today.verdict == "outdated":
        return replace(today, claim=claim)
    message = f"true of {judge.name(model)}, retired on {words.date(str(retired.value))}; {today.message}"
    return replace(today, claim=claim, verdict="outdated", reason="family_member", message=message)


def _retirement(model: str, judge: Judge) -> Fact | None:
    """The vetted fact that the model is no longer offered on the day of judgement."""
    facts = judge.book.facts(model, "retirement_date")
    day = trust.retired_on(facts)
    if day is None or day > judge.as_of:
        return None
    return next((f for f in facts if f.value == day and f.grade in trust.VETTED), None)
