"""Benchmark scores: a claim and a model's published scores come in, a finding goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.reference import asof
from claimcheck.terms import Article, Claim, Fact, Finding
from claimcheck.verdict import matching, sentences, words
from claimcheck.verdict.changes import outdated
from claimcheck.verdict.outcome import finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge

HARNESS_BOUND = frozenset({
    "SWE-bench Verified", "SWE-bench Pro", "SWE-bench Multilingual", "Terminal-Bench", "Terminal-Bench 2.0",
    "BrowseComp", "Humanity's Last Exam", "OSWorld", "OSWorld-Verified", "ARC-AGI-1", "ARC-AGI-2", "ARC-AGI",
    "LiveCodeBench", "LiveBench", "AIME", "AIME 2024", "AIME 2025", "AIME 2026", "HMMT 2025", "FrontierMath",
    "TAU-bench", "TAU-bench Retail", "TAU-bench Airline", "tau2-bench", "tau2-bench Telecom",
    "tau2-bench Retail", "tau2-bench Airline", "Aider Polyglot", "SimpleQA", "Codeforces", "Arena Elo", "GDPval",
    "WebArena", "MCP Atlas", "Vending-Bench 2", "LiveCodeBench Pro", "MRCR",
})  # fmt: skip


_LAB = re.compile(
    r"\b(?:[Ww]e|[Tt]his (?:paper|work|repo(?:sitory)?))\s(?:(?:also|further|now|are|have|officially|proudly|hereby|today|excited to|proud to|happy to)\s){0,3}"
    r"(?:introduc(?:e|ing|ed)|present|releas(?:e|ed|ing)|open-?sourc(?:e|ed|ing)|propose|pre-?train(?:ed)?|fine-?tuned?)\b"
    r"|\b[Oo]ur (?:\d+(?:\.\d+)?B |base |chat |instruct |final |best |new |proposed )?models?\b"
    r"(?! (?:comparison|guide|page|catalog\w*|list|selection|picker|router))"
)  # how its makers speak of a model
_LOOSELY = frozenset({("MATH", "MATH-500"), ("HumanEval", "HumanEval+"), ("HumanEval-Mul", "HumanEval")})  # called by the other's name, but not the same tasks
_MOVING = frozenset({"LiveBench", "Arena Elo", "Artificial Analysis Intelligence Index"})  # leaderboards, whose figures are renewed
_IMPLAUSIBLE = 4  # times; a score so far below the published one is mostly another number of the sentence
_SLACK = {"Humanity's Last Exam": 20}  # points between runs; tools and search double the score of this one
_ABOUT = 1.5  # points; how far "about 90.5" may be off before it is wrong
_TUNED = 6  # points; what tuning changes at least where a score far from the tuned model's may be the base model's
_ANOTHER_RUN = 1.5  # points; what two runs of one model differ by, so that a sibling's score within it is no mix-up


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
        return matching.close_score(claim, matching.number(fact.value))

    if not facts:
        return judge.no_fact(claim)
    lasting = tuple(f for f in facts if f.until is None)
    hit = next((f for f in sorted(lasting, key=lambda f: f.benchmark != name) if agrees(claim, f)), None)
    old = next((f for f in facts if f.until is not None and agrees(claim, f)), None)
    hit = None if _is_old_quotation(hit, old) else hit
    if hit is not None and _only_namesake(claim, hit, lasting, judge):
        message = f"not what {judge.developer(model)} reports, but {hit.reported_by}’s figure for {hit.benchmark}, which may be meant"
        return finding(claim, "nei", "ambiguous", message, facts=(hit,))
    if hit is not None:
        scope = f" ({hit.scope})" if hit.scope else ""
        by = f", as reported by {hit.reported_by}" if hit.reported_by else ""
        return finding(claim, "supported", "agrees", f"{_scored(hit, judge, model)}{scope}{by}", fact=hit)
    if old is not None:
        if old in asof.in_force((old,), judge.as_of):
            return finding(claim, "supported", "agrees", _scored(old, judge, model), fact=old)
        return outdated(claim, old, lasting, facts, judge, model)
    if judge.asked(article, third_party) or judge.asked(article, by_a_lab) or claim.benchmark in _MOVING:
        return finding(
            claim,
            "nei",
            "other_harness",
            f"measured by somebody else; {judge.developer(model)} reports {words.value('benchmark_score', facts[0].value)}",
            facts=facts[:2],
        )
    return _refuse_score(claim, facts, judge, model)


def _is_old_quotation(hit: Fact | None, old: Fact | None) -> bool:
    """Whether a score agrees only as another vendor's quotation of what the vendor itself has replaced since."""
    return hit is not None and hit.reported_by is not None and old is not None and old.reported_by is None


def _only_namesake(claim: Claim, hit: Fact, facts: Sequence[Fact], judge: Judge) -> bool:
    """Whether a score agrees only as somebody else's on a benchmark of a like name, while the vendor's own on the one named differs."""
    if hit.benchmark == claim.benchmark or hit.reported_by is None:
        return False
    return any(f.benchmark == claim.benchmark and f.reported_by is None and judge.may_refute(f) for f in facts)


def _scored(fact: Fact, judge: Judge, model: str) -> str:
    return sentences.scored(judge.name(model), fact.benchmark, words.value("benchmark_score", fact.value))


def _refuse_score(claim: Claim, facts: Sequence[Fact], judge: Judge, model: str) -> Finding:
    exact = [f for f in facts if f.benchmark == claim.benchmark] or [f for f in facts if (claim.benchmark, f.benchmark) not in _LOOSELY]
    vetted = [f for f in exact if f.reported_by is None and judge.may_refute(f) and not of_base(f)]
    if not vetted or claim.stance == "hedged":
        return finding(
            claim,
            "nei",
            "no_fact" if not vetted else "hedged",
            f"published under other conditions: {words.value('benchmark_score', facts[0].value)}",
            facts=facts[:2],
        )
    known = sorted({matching.number(f.value) for f in vetted})
    if claim.condition == "effort":
        shown = words.value("benchmark_score", known[0])
        return finding(claim, "nei", "other_harness", f"told of less effort or another setup; {judge.developer(model)} reports {shown}", facts=vetted[:2])
    if _finer(claim, vetted):
        return finding(
            claim, "nei", "other_harness", f"given to the hundredth, which {judge.developer(model)}’s figures are not: another run", facts=vetted[:2]
        )
    gap = min(abs(matching.number(claim.value) - value) for value in known)
    bases = [matching.number(f.value) for f in exact if of_base(f) and f.reported_by is None]
    if gap > _TUNED and any(abs(matching.number(claim.value) - value) <= _ANOTHER_RUN for value in bases):
        return finding(claim, "nei", "other_harness", "close to the base model’s score, which may be meant", facts=exact[:2])
    if claim.op == "~" and gap <= _ABOUT:
        return finding(claim, "nei", "ambiguous", f"said to be about so much; published is {words.value('benchmark_score', known[0])}", facts=vetted[:2])
    if _of_edition(claim, vetted[0], judge):
        return finding(claim, "nei", "ambiguous", f"that of a later edition of {judge.name(model)}, which may be meant", facts=vetted[:2])
    near = gap <= _SLACK.get(claim.benchmark or "", 6) or _between_runs(claim, exact)
    if claim.benchmark in HARNESS_BOUND and near and not (gap > _ANOTHER_RUN and not _within(claim, known) and _elsewhere(claim, vetted[0], judge)):
        shown = words.value("benchmark_score", known[0])
        return finding(claim, "nei", "other_harness", f"{claim.benchmark} depends on the harness; {judge.developer(model)} reports {shown}", facts=vetted[:2])
    if matching.number(claim.value) * _IMPLAUSIBLE < known[0] <= 100:
        shown = words.value("benchmark_score", known[0])
        return finding(claim, "nei", "ambiguous", f"published is {shown}; so far below, the number may be of something else", facts=vetted[:2])
    shown_first = dict.fromkeys([matching.number(vetted[0].value), *known])
    values = " or ".join(words.value("benchmark_score", v) for v in list(shown_first)[:3])
    return finding(claim, "refuted", "value_differs", sentences.scored(judge.name(model), vetted[0].benchmark, values), fact=vetted[0], facts=vetted[:3])


def _finer(claim: Claim, facts: Sequence[Fact]) -> bool:
    """Whether a score has hundredths ("67.80 %") and none of the vendor's on the benchmark has: whoever ran it, it was not the vendor."""
    if claim.written is None or not re.fullmatch(r"\d+\.\d\d+", claim.written):
        return False
    return all(abs(matching.number(f.value) * 10 - round(matching.number(f.value) * 10)) < 1e-6 for f in facts)


def _between_runs(claim: Claim, facts: Sequence[Fact]) -> bool:
    """Whether a value lies between the scores that different runners published: with the one harness so much, with another less."""
    known = [matching.number(f.value) for f in facts]
    return len({f.reported_by for f in facts}) > 1 and min(known) <= matching.number(claim.value) <= max(known)


def _within(claim: Claim, known: Sequence[float]) -> bool:
    """Whether a value lies between two that the vendor gives for different runs."""
    return known[0] < matching.number(claim.value) < known[-1]


def of_base(fact: Fact) -> bool:
    """Whether a score is that of the base model: it says nothing of the tuned one, which most articles mean."""
    return "base" in (fact.scope or "").replace(",", " ").replace(";", " ").split()


def _of_edition(claim: Claim, fact: Fact, judge: Judge) -> bool:
    """Whether a value is what a later edition of the same name scores: "DeepSeek V3" may be V3-0324."""
    known = [f for model in judge.editions(fact.model) for f in judge.book.facts(model, "benchmark_score")]
    scores = [f for f in known if _same_benchmark(claim.benchmark or "", f.benchmark or "")]
    return any(matching.close_score(claim, matching.number(f.value)) for f in scores)


def _elsewhere(claim: Claim, fact: Fact, judge: Judge) -> bool:
    """Whether the value is a sibling's published score on this benchmark, which makes it a mix-up rather than another run."""
    siblings = [model for model in judge.siblings(fact.model) if model not in judge.editions(fact.model)]
    return any(
        f.benchmark == fact.benchmark and isinstance(f.value, int | float) and abs(matching.number(f.value) - matching.number(claim.value)) < 0.05
        for model in siblings
        for f in judge.book.facts(model, "benchmark_score")
    )


def _same_benchmark(said: str, known: str) -> bool:
    """ "AIME" may be any year's, "GPQA" is Diamond, "TAU-bench" either part; "MATH" was MATH-500 from o1 on."""
    if said == known:
        return True
    if said in {"AIME", "TAU-bench", "tau2-bench", "ARC-AGI", "OSWorld", "Terminal-Bench", "SimpleQA", "Arena Elo", "HMMT 2025", "SWE-bench Pro"}:
        return known.startswith(said.split(" ")[0] if said == "HMMT 2025" else said)
    return (said, known) in {("MATH", "MATH-500"), ("GPQA Diamond", "GPQA"), *_LOOSELY}


def by_a_lab(article: Article) -> bool:
    """Whether an article presents its authors' own model, and so compares it with what they measured of others."""
    return any(_LAB.search(block.view.text) for block in article.blocks if block.kind not in {"cell", "quote"})


def third_party(article: Article) -> bool:
    """Whether the article says that its figures come from somebody's own runs."""
    from claimcheck.extract.cue_words import fold
    from claimcheck.extract.phrases import THIRD_PARTY

    return any(THIRD_PARTY.search(fold(block.view.text)) for block in article.blocks if block.kind != "cell")
