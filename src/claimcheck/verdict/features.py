"""Flags, words and successors: a claim and a model's facts come in, a finding goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.reference import asof
from claimcheck.terms import Article, Claim, Finding
from claimcheck.verdict import matching, sentences, words
from claimcheck.verdict.outcome import finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge


_COMMON_LICENCE = re.compile(r"^(?:modified )?(?:MIT|Apache|BSD|[AL]?GPL|CC[- ]BY|Llama|Gemma|proprietary)", re.I)


def flag(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """Yes-or-no facts: open weights and capabilities."""
    facts = judge.book.facts(model, claim.attribute)
    if claim.capability:
        facts = tuple(f for f in facts if f.capability == claim.capability)
    wanted = bool(claim.value) == claim.polarity if claim.attribute == "open_weights" else claim.polarity
    now = asof.in_force(facts, judge.as_of)
    what = words.noun(claim)
    agreeing = [f for f in now if f.value is wanted]
    if agreeing:
        return finding(claim, "supported", "agrees", sentences.yes_or_no(judge.name(model), agreeing[0]), fact=agreeing[0])
    later = list(asof.future(facts, judge.as_of))
    if not wanted and later and not now:
        return finding(claim, "supported", "agrees", f"{judge.name(model)} gets {what} only later{words.since(later[0])}", fact=later[0])
    if wanted and later and not now:
        return finding(claim, "nei", "not_yet", f"{judge.name(model)} gets {what} only later{words.since(later[0])}", fact=later[0])
    vetted = [f for f in now if judge.may_refute(f)]
    if vetted and not wanted and re.search(r"open[\s-]?source", claim.quote, re.I) and _restricted(model, judge):
        return finding(claim, "nei", "ambiguous", f"{judge.name(model)}’s weights are open, its licence is no open-source licence", fact=vetted[0])
    if not wanted:
        vetted = [f for f in vetted if asof.known_by(f, judge.as_of)]
    if vetted and claim.stance == "asserted" and (wanted or not claim.capability or "ChatGPT" not in (vetted[0].scope or "")):
        return finding(claim, "refuted", "value_differs", sentences.yes_or_no(judge.name(model), vetted[0]), fact=vetted[0])
    return judge.no_fact(claim)


def _restricted(model: str, judge: Judge) -> bool:
    """Whether no licence of a model's weights is one that the Open Source Initiative approves."""
    licences = [str(f.value) for f in judge.book.facts(model, "license") if isinstance(f.value, str)]
    return not any(re.match(r"apache|mit\b|bsd", name, re.I) for name in licences)


def word(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """Developers, licences, architectures."""
    if claim.attribute == "developer":
        return _developer(claim, model, judge)
    facts = tuple(f for f in judge.book.facts(model, claim.attribute) if isinstance(f.value, str))
    value, said = str(claim.value), f"{judge.name(model)}’s {words.noun(claim)}"
    hit = next((f for f in facts if matching.same_word(value, str(f.value)) or (claim.attribute == "license" and _shorter(value, str(f.value)))), None)
    if hit is not None:
        return finding(claim, "supported", "agrees", f"{said} is {hit.value}", fact=hit)
    vetted = [f for f in facts if judge.may_refute(f)]
    if claim.attribute == "license" and not vetted:
        return _closed(claim, model, judge)
    if not vetted or claim.attribute in {"architecture", "training_method"} or claim.stance != "asserted" or not _is_settled(claim):
        return judge.no_fact(claim)
    if (later := _of_edition(claim, model, judge, article)) is not None:
        return later
    return finding(claim, "refuted", "value_differs", f"{said} is {vetted[0].value}", fact=vetted[0])


def _of_edition(claim: Claim, model: str, judge: Judge, article: Article) -> Finding | None:
    """The open finding for a word that is right of a later edition, where the article names it too: DeepSeek V3-0324 is under MIT, V3 was not."""
    for other in judge.editions(model):
        if judge.name(other).removeprefix(judge.name(model)).strip(" -") not in article.text:
            continue
        for fact in judge.book.facts(other, claim.attribute):
            if matching.same_word(str(claim.value), str(fact.value)):
                return finding(claim, "nei", "ambiguous", f"true of {judge.name(other)}, which may be meant", fact=fact)
    return None


def _is_settled(claim: Claim) -> bool:
    """Whether a licence is one that everybody calls by the same name; makers' own go by many."""
    return claim.attribute != "license" or _COMMON_LICENCE.search(str(claim.value)) is not None


def _shorter(said: str, known: str) -> bool:
    """Whether a licence is named in fewer of its words, the first among them ("Llama Community License" for "Llama 4 Community License")."""
    left, right = ([w for w in re.findall(r"[\w.]+", name.lower()) if w not in {"license", "licence"}] for name in (said, known))
    if "community" in left and "community" in right:
        return True
    return len(left) > 1 and left[:1] == right[:1] and set(left) <= set(right)


def _closed(claim: Claim, model: str, judge: Judge) -> Finding:
    """A licence that no vendor's text tells: a model without open weights is proprietary, and under no licence of open ones."""
    closed = [f for f in asof.in_force(judge.book.facts(model, "open_weights"), judge.as_of) if f.value is False]
    if closed and matching.same_word(str(claim.value), "proprietary"):
        return finding(claim, "supported", "agrees", f"{judge.name(model)}’s weights are not open", fact=closed[0])
    vetted = [f for f in closed if judge.may_refute(f)]
    if vetted and claim.stance == "asserted":
        return finding(claim, "refuted", "value_differs", f"{judge.name(model)}’s weights are not open; it is under no licence of open weights", fact=vetted[0])
    return judge.no_fact(claim)


_ONE_HOUSE = frozenset({"Google", "DeepMind", "Google DeepMind"})


def _developer(claim: Claim, model: str, judge: Judge) -> Finding:
    known = judge.developer(model)
    evidence = [f for f in judge.book.facts_of(model) if any(s.primary for s in f.sources)][:1] or list(judge.book.facts_of(model)[:1])
    if matching.same_word(str(claim.value), known) or {str(claim.value), known} <= _ONE_HOUSE:
        return finding(claim, "supported", "agrees", f"{judge.name(model)} is by {known}", facts=evidence)
    shared = next((f for f in judge.book.facts(model, claim.attribute) if matching.same_word(str(claim.value), str(f.value))), None)
    if shared is not None:  # made by several, or by one that another bought
        return finding(claim, "supported", "agrees", f"{judge.name(model)} is by {known} and {shared.value}", fact=shared)
    return finding(claim, "refuted", "wrong_developer", f"{judge.name(model)} is by {known}, not by {claim.value}", facts=evidence)


def successor(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """ "positioned as the successor to X": what the vendor said, or the next release of the same line."""
    facts = judge.book.facts(model, claim.attribute)
    wanted = claim.other.id if claim.other else None
    hit = next((f for f in facts if f.value == wanted), None)
    if hit is not None:
        return finding(claim, "supported", "agrees", f"{judge.name(model)} follows {judge.name(str(hit.value))}", fact=hit)
    return judge.no_fact(claim)
