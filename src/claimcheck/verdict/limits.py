"""Context windows and output limits that differ from the vendor's: a claim and the fact come in, a finding goes out where that is nobody's error."""

from __future__ import annotations

import re

from claimcheck.terms import Claim, Fact, Finding
from claimcheck.verdict import matching, words
from claimcheck.verdict.outcome import finding

_ON_TRIAL = frozenset({"experimental", "alpha"})  # a wider limit that some may try
_FAR_BELOW = 8  # times
_AS_LIMIT = re.compile(r"\b(?:max\w*|limit\w*|up to|at most|caps?|capped|windows?|lengths?)\b", re.I)
_OF_CONTEXT = r"[\s-](?:tokens?[\s-])?(?:context|window)\b"
_GREW = re.compile(r"(?P<count>\d[\d,.]{0,10})\s?(?P<scale>[KkMm])?(?:\stokens?)?\s?(?:→|->|⇒)\s?$")
_LENGTH_OF_ONE = 3000  # tokens; "500 output tokens" of a model that can write 64,000 is what one answer takes
_NEAR = 0.05  # "197K" where 204,800 is published


def not_decided(claim: Claim, fact: Fact) -> Finding | None:
    """The open finding on a limit that may be of another version, of one answer, on trial, or counted in another way; None for a wrong one."""
    known, said = matching.number(fact.value), matching.number(claim.value)
    why = _why_open(claim, fact, known, said)
    return finding(claim, "nei", "ambiguous", why, fact=fact) if why else None


def _why_open(claim: Claim, fact: Fact, known: float, said: float) -> str:
    shown = words.value(claim.attribute, fact.value)
    if _grew_from(claim, known):
        return f"published is {shown}, from which the text tells a change; it may speak of another version"
    if said < _LENGTH_OF_ONE and said * _FAR_BELOW < known and not _is_limit(claim):
        return f"published is {shown}; so small a number may be of one request or answer"
    if claim.condition in _ON_TRIAL and said > known:
        return f"told as {claim.condition}; published for all is {shown}"
    if said > known and any(abs(said - known / 1000**power * 1024**power) < 1 for power in (1, 2)):
        return f"published is {shown}; counted in powers of two it is what the text says"
    if fact.grade != "primary" and abs(known - said) <= _NEAR * known:
        return f"published is {shown}; so small a difference may be another way of counting or another host"
    return ""


def _grew_from(claim: Claim, known: float) -> bool:
    """Whether the value that the text says this one came from is the model's: "100K → 200K" below the older of two."""
    before = _GREW.search((claim.context or "").split(claim.quote)[0])
    value = float(before["count"].replace(",", "").strip(".")) * {"k": 1e3, "m": 1e6}.get((before["scale"] or "").lower(), 1.0) if before else 0.0
    return value > 0 and abs(known - value) <= 0.05 * value


def _is_limit(claim: Claim) -> bool:
    """Whether a small count is said to be a limit: a word for one stands around it, or it is "2K context", or all that a cell on windows holds."""
    around = claim.context or ""
    window = claim.attribute == "context_window" and (around.strip(" *~") == claim.quote or re.search(re.escape(claim.quote) + _OF_CONTEXT, around) is not None)
    return window or _AS_LIMIT.search(around) is not None
