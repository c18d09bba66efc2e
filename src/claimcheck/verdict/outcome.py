"""How a verdict is put together: a claim, its reason and the facts it rests on come in, a Finding goes out."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.attributes import ALL
from claimcheck.terms import Claim, Expected, Fact, Finding, Source, Suggestion, Verdict
from claimcheck.verdict import words


def expected(claim: Claim, fact: Fact | None) -> Expected | None:
    """The right value in the claim's unit."""
    if fact is None or fact.value is None:
        return None
    return Expected(fact.value, claim.unit or ALL[claim.attribute].unit, fact.since, fact.until)


def sources(facts: Sequence[Fact]) -> tuple[Source, ...]:
    """The sources of some facts, each once, primary ones first."""
    seen = {source.url: source for fact in facts for source in fact.sources}
    return tuple(sorted(seen.values(), key=lambda s: (not s.primary, s.url)))


def finding(
    claim: Claim,
    verdict: Verdict,
    reason: str,
    message: str,
    *,
    fact: Fact | None = None,
    facts: Sequence[Fact] = (),
    history: Sequence[Fact] = (),
    arithmetic: str | None = None,
) -> Finding:
    """A finding; `fact` is the one that decides, `facts` all the evidence."""
    evidence = tuple(facts) or ((fact,) if fact else ())
    right = expected(claim, fact) if verdict != "undisclosed" else None
    return Finding(
        claim, verdict, reason, message, right, sources(evidence),
        suggestion=suggestion(claim, fact) if verdict in {"refuted", "outdated"} else None,
        history=tuple(e for f in sorted(history, key=lambda f: f.since or "") if (e := expected(claim, f)) is not None), arithmetic=arithmetic,
    )  # fmt: skip


def suggestion(claim: Claim, fact: Fact | None) -> Suggestion | None:
    """One clear replacement in the form written ("$5.00" -> "$2.50", "200K" -> "128K"), None where there is none."""
    if fact is None or not isinstance(fact.value, int | float) or isinstance(fact.value, bool) or claim.value_to is not None:
        return None
    quote, compare = claim.quote, ALL[claim.attribute].compare
    if compare == "price" and claim.written and quote == f"${claim.written}":
        factor = float(claim.written.replace(",", "")) / float(claim.value or 1)
        whole = "." not in claim.written and float(fact.value * factor).is_integer()
        text = words.price(round(fact.value * factor, 8))
        return Suggestion(claim.start, claim.end, text.removesuffix(".00") if whole else text)
    if compare == "count" and quote[-1:] in "Kk" and fact.value % 1000 == 0 and fact.value < 1e6:
        return Suggestion(claim.start, claim.end, f"{int(fact.value // 1000)}{quote[-1]}")
    if compare == "count" and quote == f"{int(float(claim.value or 0)):,}":
        return Suggestion(claim.start, claim.end, f"{int(fact.value):,}")
    if compare == "score" and quote.endswith("%") and claim.written == quote[:-1]:
        return Suggestion(claim.start, claim.end, f"{words.number(fact.value)}%")
    return None
