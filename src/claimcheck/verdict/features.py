"""Modalities, flags, words: a claim and a model's facts come in, a finding goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reference import asof
from claimcheck.terms import Article, Claim, Fact, Finding
from claimcheck.verdict import matching, words
from claimcheck.verdict.outcome import REFUTING, finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge


def modality(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """A kind of input or output is supported on some surface, was, was announced, or is not there at all."""
    facts = judge.book.facts(model, claim.attribute)
    if claim.subject.snapshot:
        facts = tuple(f for f in facts if f.snapshot == claim.subject.snapshot) or facts
    word, name = str(claim.value), judge.name(model)
    shipped = tuple(f for f in facts if f.stance != "planned" and isinstance(f.value, tuple))
    plans = tuple(f for f in facts if f.stance == "planned" and isinstance(f.value, tuple) and word in f.value)
    if not facts:
        return judge.no_fact(claim)
    main = tuple(f for f in shipped if f.snapshot is None or f.snapshot == claim.subject.snapshot)
    now = tuple(f for f in asof.in_force(main, judge.as_of) or (main if not asof.past(main, judge.as_of) else ()))
    has = tuple(f for f in now if isinstance(f.value, tuple) and word in f.value)
    way = "input" if claim.attribute == "input_modality" else "output"
    if claim.stance == "planned":
        return _planned(claim, plans, has, judge, name, way)
    if not claim.polarity:
        return _denied(claim, has, now, name, word, way, judge)
    if has:
        surface = f" ({has[0].scope})" if has[0].scope else ""
        return finding(claim, "supported", "agrees", f"{name} takes {word} as input{surface}" if way == "input" else f"{name} gives {word} as output{surface}", fact=has[0])
    once = [f for f in asof.past(main, judge.as_of) if isinstance(f.value, tuple) and word in f.value]
    if once:
        return finding(claim, "outdated", "was_right", f"was right {words.period(once[-1])}", fact=once[-1])
    whole = [f for f in now if f.complete and f.grade in REFUTING] or [f for f in now if f.complete and f.grade == "quoted" and len(now) == len(has) + 1 and False]
    snapshots = [f for f in shipped if f.snapshot and isinstance(f.value, tuple) and word in f.value]
    later = [f for f in asof.future(main, judge.as_of) if isinstance(f.value, tuple) and word in f.value]
    if later or (claim.stance == "hedged"):
        return finding(claim, "nei", "not_yet" if later else "hedged", f"{word} {way} came{words.since(later[0])}" if later else "told as a rumour", facts=later[:1])
    if not whole:
        return judge.no_fact(claim)
    why = f"; {word} was announced for later" if plans else f"; only {snapshots[0].snapshot} has it" if snapshots else ""
    listed = ", ".join(whole[0].value) if isinstance(whole[0].value, tuple) else ""
    return finding(claim, "refuted", "announced_not_shipped" if plans else "not_supported", f"{name}’s {way} is {listed}{why}", fact=whole[0], facts=[*whole[:2], *plans[:1]])


def _planned(claim: Claim, plans: tuple[Fact, ...], has: tuple[Fact, ...], judge: Judge, name: str, way: str) -> Finding:
    word = str(claim.value)
    if asof.in_force(plans, judge.as_of):
        return finding(claim, "supported", "announced", f"{word} {way} was announced for {name}", fact=plans[0])
    if plans:
        return finding(claim, "outdated", "plan_overtaken", f"{word} {way} was announced {words.period(plans[0])}; {'it has shipped since' if has else f'it never came to {name} itself'}", fact=plans[0], facts=[plans[0], *has[:1]])
    if has:
        return finding(claim, "outdated", "shipped_since", f"{name} has {word} {way} already{words.since(has[0])}", fact=has[0])
    return finding(claim, "nei", "planned", f"told as a plan; no announcement of {word} {way} for {name} is known")


def _denied(claim: Claim, has: tuple[Fact, ...], now: tuple[Fact, ...], name: str, word: str, way: str, judge: Judge) -> Finding:
    if not has:
        whole = [f for f in now if f.complete]
        if whole:
            return finding(claim, "supported", "agrees", f"{name}’s {way} is {', '.join(whole[0].value) if isinstance(whole[0].value, tuple) else ''}", fact=whole[0])
        return judge.no_fact(claim)
    api = [f for f in has if f.complete and f.grade in REFUTING]
    if api:
        return finding(claim, "refuted", "supported_indeed", f"{name} does have {word} {way}{words.since(api[0])}", fact=api[0])
    return finding(claim, "nei", "ambiguous", f"{word} {way} depends on the surface ({has[0].scope or 'announcement'})", fact=has[0])


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
        return finding(claim, "supported", "agrees", f"{judge.name(model)}: {what}: {'yes' if wanted else 'no'}{words.since(agreeing[0])}", fact=agreeing[0])
    later = [f for f in asof.future(facts, judge.as_of)]
    if not wanted and later and not now:
        return finding(claim, "supported", "agrees", f"{judge.name(model)}: {what} came only{words.since(later[0])}", fact=later[0])
    if wanted and later and not now:
        return finding(claim, "nei", "not_yet", f"{judge.name(model)}: {what} only{words.since(later[0])}", fact=later[0])
    vetted = [f for f in now if f.grade in REFUTING]
    if vetted and claim.stance == "asserted" and (wanted or not claim.capability or "ChatGPT" not in (vetted[0].scope or "")):
        return finding(claim, "refuted", "value_differs", f"{judge.name(model)}: {what}: {'no' if wanted else 'yes'}{words.since(vetted[0])}", fact=vetted[0])
    return judge.no_fact(claim)


def word(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """Developers, licences, architectures."""
    if claim.attribute == "developer":
        return _developer(claim, model, judge)
    facts = tuple(f for f in judge.book.facts(model, claim.attribute) if isinstance(f.value, str))
    value = str(claim.value)
    hit = next((f for f in facts if matching.same_word(value, str(f.value))), None)
    if hit is not None:
        return finding(claim, "supported", "agrees", f"{judge.name(model)}: {hit.value}", fact=hit)
    vetted = [f for f in facts if f.grade in REFUTING]
    if not vetted or claim.attribute in {"architecture", "training_method"} or claim.stance != "asserted":
        return judge.no_fact(claim)
    return finding(claim, "refuted", "value_differs", f"{judge.name(model)}’s licence: {vetted[0].value}", fact=vetted[0])


def _developer(claim: Claim, model: str, judge: Judge) -> Finding:
    known = judge.developer(model)
    evidence = [f for f in judge.book.facts_of(model) if any(s.primary for s in f.sources)][:1] or list(judge.book.facts_of(model)[:1])
    if matching.same_word(str(claim.value), known):
        return finding(claim, "supported", "agrees", f"{judge.name(model)} is by {known}", facts=evidence)
    result = finding(claim, "refuted", "wrong_developer", f"{judge.name(model)} is by {known}, not by {claim.value}", facts=evidence)
    return result


def successor(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """ "positioned as the successor to X": what the vendor said, or the next release of the same line."""
    facts = judge.book.facts(model, claim.attribute)
    wanted = claim.other.id if claim.other else None
    hit = next((f for f in facts if f.value == wanted), None)
    if hit is not None:
        return finding(claim, "supported", "agrees", f"{judge.name(model)} follows {judge.name(str(hit.value))}", fact=hit)
    return judge.no_fact(claim)
