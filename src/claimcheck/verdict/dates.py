"""Dates: a claim and a model's events come in, a finding goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claimcheck.attributes import ALL
from claimcheck.terms import ASIDE, Article, Claim, Fact, Finding
from claimcheck.verdict import matching, words
from claimcheck.verdict.outcome import finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge

_LONG = 45  # days


def date(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """Dates: right when they match any event they could mean."""
    facts = tuple(f for f in judge.book.facts(model, claim.attribute) if isinstance(f.value, str))
    value = str(claim.value)
    if not facts:
        return judge.no_fact(claim)
    hit = next((f for f in facts if matching.close_date(value, str(f.value))), None)
    first = min(facts, key=lambda f: str(f.value))
    if hit is not None and hit.event == "snapshot" and _far_from(claim, first):
        message = f"the day of a later snapshot, which may be meant; {judge.name(model)} was released on {words.date(str(first.value))}"
        return finding(claim, "nei", "ambiguous", message, facts=(hit, first))
    if hit is not None:
        event = f" ({_event(hit.event or hit.scope or '')})" if hit.event or hit.scope else ""
        return finding(claim, "supported", "agrees", f"{judge.name(model)}’s {ALL[claim.attribute].noun} is {words.date(str(hit.value))}{event}", fact=hit)
    vetted = [f for f in facts if judge.may_refute(f)]
    nearest = min(facts, key=lambda f: matching.days_between(value, str(f.value)))
    gap = matching.days_between(value, str(nearest.value))
    if gap <= 1 and len(value) == len(str(nearest.value)):
        return finding(claim, "nei", "ambiguous", f"known is {words.date(str(nearest.value))}; a day's difference may be a time zone's", fact=nearest)
    if not vetted or (claim.attribute == "release_date" and ((gap <= _LONG and not any(f.grade in {"primary", "mirror"} for f in vetted)) or gap <= 8)):
        return finding(claim, "nei", "not_vetted", f"known is {words.date(str(facts[0].value))}, not vetted enough to refute", facts=facts[:2])
    if claim.stance in {"hedged", "planned"}:
        return finding(
            claim,
            "nei",
            claim.stance,
            f"told as {'a rumour' if claim.stance == 'hedged' else 'a plan'}; known is {words.date(str(facts[0].value))}",
            facts=facts[:2],
        )
    if (doubt := _doubtful(claim, model, first, judge)) is not None:
        return finding(claim, "nei", "ambiguous", f"{doubt}; known is {words.date(str(facts[0].value))}", facts=facts[:2])
    if claim.attribute == "retirement_date" and not _OF_API.search(claim.context or ""):
        return finding(
            claim, "nei", "other_channel", f"known is {words.date(str(facts[0].value))} in the API; an app may drop a model on another day", facts=facts[:2]
        )
    events = " or ".join(_events(facts))
    return finding(claim, "refuted", "value_differs", f"{judge.name(model)}’s {ALL[claim.attribute].noun} is {events}", fact=vetted[0], facts=vetted[:3])


def _far_from(claim: Claim, first: Fact) -> bool:
    """Whether a day is long after a model first came out, and told of it by its plain name alone, not of an "updated" one."""
    value = str(claim.value)
    if _UPDATED.search(claim.context or ""):
        return False
    return claim.subject.snapshot is None and len(value) == len("2024-05-13") and matching.days_between(value, str(first.value)) > _LONG


def _doubtful(claim: Claim, model: str, first: Fact, judge: Judge) -> str | None:
    """Why a wrong day may be that of something else: of a description, a namesake before the model, or a variant of it; None where it is the model's."""
    if claim.condition == ASIDE:
        return "in parentheses behind a description or a series, the day may be another one's"
    later = [f for other in judge.editions(model) for f in judge.book.facts(other, claim.attribute)]
    if any(matching.close_date(str(claim.value), str(f.value)) for f in later):
        return f"the day of a later edition of {judge.name(model)}, which may be meant"
    said, name = claim.subject.mention.lower(), judge.name(model).lower()
    if _VARIANT.search(said) and not _VARIANT.search(name):
        return "the variant named may have come out on another day"
    shorter = name.startswith(said) and re.fullmatch(r"\s[a-z]+", name[len(said) :]) is not None
    if shorter and claim.attribute == "release_date" and str(claim.value) < str(first.value)[: len(str(claim.value))]:
        return "an older model of the shorter name may be meant"
    return None


_VARIANT = re.compile(r"[\s-](?:audio|realtime|search|transcribe|tts|instruct|image|vision|\d{1,3}k)\b")
_UPDATED = re.compile(r"\b(?:updat|upgrad|refresh|improv|revis)\w+|\b(?:new|newer|later|latest|second)\b|\b(?:version|snapshot|checkpoint|edition|v2)\b", re.I)
_OF_API = re.compile(r"\bAPI\b|\bendpoints?\b|\bdeprecat", re.I)


def _events(facts: Sequence[Fact]) -> Iterator[str]:
    """The first days known, each once with what happened on it: "18 July 2024 (announced, API)"."""
    days: dict[str, list[str]] = {}
    for fact in facts:
        days.setdefault(str(fact.value), []).extend([_event(fact.event)] if fact.event else [])
    for day, events in islice(days.items(), 3):
        yield words.date(day) + (f" ({', '.join(dict.fromkeys(events))})" if events else "")


def _event(name: str) -> str:
    return "API" if name == "api" else name.replace("_", " ")
