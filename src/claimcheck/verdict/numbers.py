"""Prices, counts, scores, speeds and dates: a claim and a model's facts come in, a finding goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimcheck.attributes import ALL
from claimcheck.reference import asof
from claimcheck.terms import Article, Claim, Fact, Finding
from claimcheck.verdict import matching, words
from claimcheck.verdict.outcome import REFUTING, finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge

Agrees = Callable[[Claim, Fact], bool]
_ALSO = {"context_window": ("input_limit",), "input_price": (), "output_price": ()}


def facts_for(claim: Claim, model: str, judge: Judge) -> tuple[Fact, ...]:
    """The facts that can decide a claim, with those of near attributes (an input limit is called a context window too)."""
    facts = judge.book.facts(model, claim.attribute)
    for other in _ALSO.get(claim.attribute, ()):
        facts += judge.book.facts(model, other)
    return tuple(f for f in facts if f.stance != "planned" or claim.stance == "planned")


def judge(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """Counts, prices and other plain numbers."""
    compare = ALL[claim.attribute].compare
    close = {"count": matching.close_count, "price": matching.close_price, "number": matching.close_number}[compare]

    def agrees(claim: Claim, fact: Fact) -> bool:
        return isinstance(fact.value, int | float) and close(claim, float(fact.value))

    facts = facts_for(claim, model, judge)
    if claim.attribute in {"parameters", "active_parameters"}:
        found = _size(claim, facts, judge, model, agrees)
        if found is not None:
            return found
    return decide(claim, facts, judge, agrees, model)


def _size(claim: Claim, facts: Sequence[Fact], judge: Judge, model: str, agrees: Agrees) -> Finding | None:
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
        if known and known[0].grade in REFUTING:
            return finding(claim, "refuted", "was_published", f"{vendor} did publish it: {words.value(claim.attribute, known[0].value)}", fact=known[0])
        return judge.no_fact(claim)
    if hidden and not known:
        if claim.stance == "hedged":
            return finding(claim, "nei", "hedged", f"told as a rumour or estimate; {vendor} never published the parameter count of {name}", facts=hidden)
        return finding(claim, "undisclosed", "never_published", f"{name}’s parameter count was never published by {vendor}", fact=hidden[0])
    return None


def decide(claim: Claim, facts: Sequence[Fact], judge: Judge, agrees: Agrees, model: str) -> Finding:
    """In force and agreeing supports; agreeing once is outdated; a vetted fact in force that disagrees refutes."""
    known = tuple(f for f in facts if f.value is not None)
    if not known:
        return judge.no_fact(claim)
    snapshot = claim.subject.snapshot
    own = tuple(f for f in known if (f.snapshot == snapshot if snapshot else f.snapshot is None))
    if snapshot and not own:
        own = tuple(f for f in known if f.snapshot is None)
    others = tuple(f for f in known if f not in own)
    now, before, later = (part(own, judge.as_of) for part in (asof.in_force, asof.past, asof.future))
    plain = [f for f in now if f.scope is None] if claim.condition is None else []
    for fact in plain:
        if agrees(claim, fact):
            return finding(claim, "supported", "agrees", _agrees_message(claim, fact, judge, model), fact=fact, history=_history(own, fact))
    for fact in reversed(before):
        if plain and fact.scope is None and agrees(claim, fact):
            return _outdated(claim, fact, plain, own, judge, model)
    for fact in now:
        if agrees(claim, fact):
            return finding(claim, "supported", "agrees", _agrees_message(claim, fact, judge, model), fact=fact, history=_history(own, fact))
    for fact in reversed(before):
        if agrees(claim, fact):
            return _outdated(claim, fact, now, own, judge, model)
    for fact in asof.in_force(others, judge.as_of):
        if agrees(claim, fact):
            return finding(claim, "supported", "other_snapshot", f"true of {fact.snapshot or judge.name(model)}{words.since(fact)}", fact=fact, history=_history(own, fact))
    for fact in asof.past(others, judge.as_of):
        if agrees(claim, fact):
            return _outdated(claim, fact, now, known, judge, model)
    for fact in (*later, *asof.future(others, judge.as_of)):
        if agrees(claim, fact):
            if not now and not before:
                return finding(claim, "supported", "agrees", _agrees_message(claim, fact, judge, model), fact=fact)
            return finding(claim, "nei", "not_yet", f"right only{words.since(fact)}", fact=fact, history=_history(own, fact))
    return _refuse(claim, now or before or later or others, own, judge, model)


def _agrees_message(claim: Claim, fact: Fact, judge: Judge, model: str) -> str:
    scope = f" ({fact.scope})" if fact.scope else ""
    return f"{judge.name(model)}: {words.value(claim.attribute, fact.value)}{words.since(fact)}{scope}"


def _history(own: Sequence[Fact], fact: Fact) -> tuple[Fact, ...]:
    line = tuple(f for f in own if f.scope == fact.scope and f.benchmark == fact.benchmark)
    return line if len(line) > 1 else ()


def _outdated(claim: Claim, fact: Fact, now: Sequence[Fact], own: Sequence[Fact], judge: Judge, model: str) -> Finding:
    current = next((f for f in now if f.scope == fact.scope), now[0] if now else None)
    today = f"; now {words.value(claim.attribute, current.value)}{words.since(current)}" if current else ""
    message = f"was right {words.period(fact)}{today}"
    evidence = [fact, *([current] if current else [])]
    return finding(claim, "outdated", "was_right", message, fact=current or fact, facts=evidence, history=_history(own, fact))


def _refuse(claim: Claim, facts: Sequence[Fact], own: Sequence[Fact], judge: Judge, model: str) -> Finding:
    vetted = [f for f in facts if f.grade in REFUTING]
    if not vetted:
        return finding(claim, "nei", "not_vetted", f"what is known disagrees ({words.value(claim.attribute, facts[0].value)}) but is not vetted enough to refute", facts=facts[:2])
    fact = vetted[0]
    right = words.value(claim.attribute, fact.value)
    if claim.stance == "hedged":
        return finding(claim, "nei", "hedged", f"told as a rumour or estimate; published is {right}", fact=fact)
    if claim.stance == "planned":
        return finding(claim, "nei", "planned", f"told as a plan; today it is {right}", fact=fact)
    reason, why = _why(claim, vetted, judge, model)
    scope = f" ({fact.scope})" if fact.scope else ""
    return finding(claim, "refuted", reason, f"{judge.name(model)}: {right}{words.since(fact)}{scope}{why}", fact=fact, facts=vetted[:3], history=_history(own, fact))


def _why(claim: Claim, vetted: Sequence[Fact], judge: Judge, model: str) -> tuple[str, str]:
    """A named reason where the wrong value shows where it came from."""
    value = claim.value
    if ALL[claim.attribute].compare == "price" and isinstance(value, int | float) and value:
        for fact in vetted:
            ratio = float(fact.value or 0) / value if isinstance(fact.value, int | float) else 0.0
            if abs(ratio - 1000) < 1 or abs(ratio - 0.001) < 1e-6:
                return "wrong_unit", "; the number fits per 1K tokens" if ratio < 1 else "; the number fits another unit"
        opposite = {"input_price": "output_price", "output_price": "input_price"}.get(claim.attribute)
        if opposite:
            for fact in asof.in_force(judge.book.facts(model, opposite), judge.as_of):
                if fact.value == value:
                    return "swapped", f"; {words.price(value)} is its {ALL[opposite].noun}"
    return "value_differs", ""


def score(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """Benchmark scores: true under any published condition; another runner's figure is not knowable here."""
    every = judge.book.facts(model, "benchmark_score")
    name = claim.benchmark or ""
    facts = tuple(f for f in every if _same_benchmark(name, f.benchmark or ""))
    if claim.condition == "percentile":
        facts = tuple(f for f in facts if isinstance(f.value, int | float) and f.value <= 100)
    elif claim.unit == "elo":
        facts = tuple(f for f in facts if isinstance(f.value, int | float) and f.value > 100)
    facts = tuple(f for f in facts if isinstance(f.value, int | float))

    def agrees(claim: Claim, fact: Fact) -> bool:
        return matching.close_score(claim, float(fact.value))  # type: ignore[arg-type]

    if not facts:
        return judge.no_fact(claim)
    lasting = tuple(f for f in facts if f.until is None)
    hit = next((f for f in lasting if agrees(claim, f)), None)
    if hit is not None:
        scope = f" ({hit.scope})" if hit.scope else ""
        by = f", as reported by {hit.reported_by}" if hit.reported_by else ""
        return finding(claim, "supported", "agrees", f"{judge.name(model)} on {hit.benchmark}: {words.value('benchmark_score', hit.value)}{scope}{by}", fact=hit)
    old = next((f for f in facts if f.until is not None and agrees(claim, f)), None)
    if old is not None:
        if old in asof.in_force((old,), judge.as_of):
            return finding(claim, "supported", "agrees", f"{judge.name(model)} on {old.benchmark}: {words.value('benchmark_score', old.value)}", fact=old)
        return _outdated(claim, old, lasting, facts, judge, model)
    if third_party(article):
        return finding(claim, "nei", "other_harness", f"measured by somebody else; {judge.developer(model)} reports {words.value('benchmark_score', facts[0].value)}", facts=facts[:2])
    return _refuse_score(claim, facts, judge, model)


def _refuse_score(claim: Claim, facts: Sequence[Fact], judge: Judge, model: str) -> Finding:
    exact = [f for f in facts if f.benchmark == claim.benchmark] or list(facts)
    own = [f for f in exact if f.reported_by is None and f.grade in REFUTING]
    vetted = own
    if not vetted or claim.stance == "hedged":
        return finding(claim, "nei", "no_fact" if not vetted else "hedged", f"published under other conditions: {words.value('benchmark_score', facts[0].value)}", facts=facts[:2])
    known = sorted({float(f.value) for f in vetted})  # type: ignore[arg-type]
    gap = min(abs(float(claim.value or 0) - value) for value in known)  # type: ignore[arg-type]
    if claim.benchmark in HARNESS_BOUND and gap <= 6 and not _elsewhere(claim, vetted[0], judge):
        shown = words.value("benchmark_score", known[0])
        return finding(claim, "nei", "other_harness", f"{claim.benchmark} depends on the harness; {judge.developer(model)} reports {shown}", facts=vetted[:2])
    values = " or ".join(words.value("benchmark_score", v) for v in known[:3])
    return finding(claim, "refuted", "value_differs", f"{judge.name(model)} on {vetted[0].benchmark}: {values}", fact=vetted[0], facts=vetted[:3])


HARNESS_BOUND = frozenset(
    "SWE-bench Verified|SWE-bench Pro|SWE-bench Multilingual|Terminal-Bench|Terminal-Bench 2.0|BrowseComp|Humanity's Last Exam|OSWorld|OSWorld-Verified|ARC-AGI-1|ARC-AGI-2|ARC-AGI|"
    "LiveCodeBench|LiveBench|AIME|AIME 2024|AIME 2025|AIME 2026|HMMT 2025|FrontierMath|TAU-bench|TAU-bench Retail|TAU-bench Airline|tau2-bench|tau2-bench Telecom|tau2-bench Retail|"
    "tau2-bench Airline|Aider Polyglot|SimpleQA|Codeforces|Arena Elo|GDPval|WebArena|MCP Atlas|Vending-Bench 2|LiveCodeBench Pro|MRCR".split("|")
)


def _elsewhere(claim: Claim, fact: Fact, judge: Judge) -> bool:
    """Whether the value is a sibling's published score on this benchmark, which makes it a mix-up rather than another run."""
    siblings = judge.siblings(fact.model)
    return any(
        f.benchmark == fact.benchmark and isinstance(f.value, int | float) and abs(float(f.value) - float(claim.value or 0)) < 0.05  # type: ignore[arg-type]
        for model in siblings
        for f in judge.book.facts(model, "benchmark_score")
    )


def _same_benchmark(said: str, known: str) -> bool:
    """ "AIME" may be any year's, "GPQA" is Diamond, "TAU-bench" either part; "MATH" was MATH-500 from o1 on."""
    if said == known:
        return True
    if said in {"AIME", "TAU-bench", "tau2-bench", "ARC-AGI", "OSWorld", "Terminal-Bench", "SimpleQA", "Arena Elo", "HMMT 2025", "SWE-bench Pro"}:
        return known.startswith(said.split(" ")[0] if said == "HMMT 2025" else said)
    return (said, known) in {("MATH", "MATH-500"), ("GPQA Diamond", "GPQA"), ("HumanEval", "HumanEval+")}


def third_party(article: Article) -> bool:
    """Whether the article says that its figures come from somebody's own runs."""
    from claimcheck.extract.phrases import THIRD_PARTY

    return any(THIRD_PARTY.search(block.view.text) for block in article.blocks if block.kind != "cell")


def date(claim: Claim, model: str, judge: Judge, article: Article) -> Finding:
    """Dates: right when they match any event they could mean."""
    facts = tuple(f for f in judge.book.facts(model, claim.attribute) if isinstance(f.value, str))
    value = str(claim.value)
    if not facts:
        return judge.no_fact(claim)
    hit = next((f for f in facts if matching.close_date(value, str(f.value))), None)
    if hit is not None:
        event = f" ({(hit.event or hit.scope or '').replace('_', ' ')})" if hit.event or hit.scope else ""
        return finding(claim, "supported", "agrees", f"{judge.name(model)}’s {ALL[claim.attribute].noun}: {words.date(str(hit.value))}{event}", fact=hit)
    vetted = [f for f in facts if f.grade in REFUTING]
    gap = min(matching.days_between(value, str(f.value)) for f in facts)
    if not vetted or (claim.attribute == "release_date" and (gap <= 45 and not any(f.grade in {"primary", "mirror"} for f in vetted) or gap <= 8)):
        return finding(claim, "nei", "not_vetted", f"known is {words.date(str(facts[0].value))}, not vetted enough to refute", facts=facts[:2])
    if claim.stance in {"hedged", "planned"}:
        return finding(claim, "nei", claim.stance, f"told as {'a rumour' if claim.stance == 'hedged' else 'a plan'}; known is {words.date(str(facts[0].value))}", facts=facts[:2])
    events = "; ".join(dict.fromkeys(f"{words.date(str(f.value))}{f' ({f.event.replace(chr(95), chr(32))})' if f.event else ''}" for f in facts[:3]))
    return finding(claim, "refuted", "value_differs", f"{judge.name(model)}’s {ALL[claim.attribute].noun}: {events}", fact=vetted[0], facts=vetted[:3])
