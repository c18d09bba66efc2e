"""Statements of one article that cannot both be right: findings come in, inconsistencies go out.

No reference is needed to find them; where it knows both values to have been right (another day, tier or snapshot), the two
are no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from claimcheck.attributes import ALL
from claimcheck.terms import Claim, Finding, Inconsistency, Place, Value
from claimcheck.verdict import matching, sentences, words

_FIRM = {
    "parameters",
    "active_parameters",
    "context_window",
    "max_output_tokens",
    "input_price",
    "output_price",
    "release_date",
    "developer",
    "training_tokens",
}
_PRICE_BASES = {"price": ("input_price", "output_price"), "input_price": ("input_price",), "output_price": ("output_price",)}


def inconsistencies(findings: Sequence[Finding]) -> tuple[Inconsistency, ...]:
    """Contradictions, and relations that do not follow from the article's own numbers."""
    claims = [finding.claim for finding in findings]
    right = {(f.claim.start, f.claim.attribute, f.claim.subject.name) for f in findings if f.verdict in {"supported", "outdated"}}
    found = [*_contradictions(claims, right), *_arithmetic(claims)]
    return tuple(sorted(found, key=lambda i: (i.places[0].start, i.places[-1].start, i.message)))


def _place(claim: Claim) -> Place:
    return Place(claim.quote, claim.start, claim.end, claim.line, claim.column)


def _firm(claim: Claim) -> bool:
    return claim.stance == "asserted" and claim.polarity and claim.op == "=" and claim.condition is None and claim.value_to is None and claim.value is not None


def _contradictions(claims: Sequence[Claim], right: AbstractSet[tuple[int, str, str]]) -> Iterator[Inconsistency]:
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.attribute in _FIRM and _firm(claim) and not claim.subject.candidates:
            groups.setdefault((claim.subject.name, claim.attribute), []).append(claim)
    for (name, attribute), group in groups.items():
        first = group[0]
        for claim in group[1:]:
            both = all((c.start, attribute, name) in right for c in (first, claim))
            if claim.value != first.value and not both and not _compatible(first, claim) and not _beside(first, claim):
                one, other = (words.value(attribute, c.value) for c in (first, claim))
                yield Inconsistency("contradiction", f"{name}’s {ALL[attribute].noun} is given as {one} and as {other}", (_place(first), _place(claim)))
                break


def _beside(a: Claim, b: Claim) -> bool:
    """Two values of one cell or sentence are tiers or steps, no contradiction."""
    return abs(a.start - b.start) < 90


def _compatible(a: Claim, b: Claim) -> bool:
    compare = ALL[a.attribute].compare
    if compare == "count":
        return matching.close_count(a, matching.number(b.value)) or matching.close_count(b, matching.number(a.value))
    if compare == "date":
        return matching.close_date(str(a.value), str(b.value)) or matching.days_between(str(a.value), str(b.value)) < 400
    if compare == "word":
        return matching.same_word(str(a.value), str(b.value))
    return abs(matching.number(a.value) - matching.number(b.value)) < 1e-9


def _arithmetic(claims: Sequence[Claim]) -> Iterator[Inconsistency]:
    """A relation between two prices that the article gives itself."""
    said: dict[tuple[str, str], dict[Value, Claim]] = {}
    for claim in claims:
        if _firm(claim):
            said.setdefault((claim.attribute, claim.subject.name), {})[claim.value] = claim
    for claim in claims:
        if claim.attribute != "relative" or claim.base not in _PRICE_BASES or claim.other is None or claim.stance != "asserted":
            continue
        pairs = []
        for attribute in _PRICE_BASES[claim.base]:
            left, right = said.get((attribute, claim.subject.name), {}), said.get((attribute, claim.other.name), {})
            if len(left) == 1 and len(right) == 1:
                pairs.append((next(iter(left.values())), next(iter(right.values()))))
        ratios = [matching.number(a.value) / matching.number(b.value) for a, b in pairs if a.value and b.value]
        if not ratios or any(matching.close_ratio(claim, ratio) for ratio in ratios):
            continue
        if min(ratios) <= matching.number(claim.value) <= max(ratios):
            continue
        shown = "; ".join(
            sentences.reckoned(claim.quote, words.price(matching.number(a.value)), words.price(matching.number(b.value)), r)
            for (a, b), r in zip(pairs, ratios, strict=True)
        )
        yield Inconsistency(
            "arithmetic",
            f"“{claim.quote}” does not follow from the article’s own prices: {shown}",
            (_place(claim), *(_place(c) for pair in pairs[:1] for c in pair)),
        )
