"""Relations without a number: "cheaper than X", "has fewer parameters" come in, readings of two models go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.cues import Cue
from claimcheck.extract.factors import base_of
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.subjects import subjects_of
from claimcheck.extract.values import Target

PLAIN = Cue(
    r"\b(?P<adverb>(?:much|far|significantly|even|slightly|considerably|notably|substantially|a lot|also"
    r"|generally|typically|comparatively)\s)?"
    r"(?P<word>cheaper|less expensive|more affordable|more economical|more cost-effective|more expensive"
    r"|pricier|costlier|faster|slower|"
    r"(?:(?:lower|reduced|higher|smaller|larger|bigger|longer|shorter|fewer|more)\s(?:\w+\s)?(?:costs?"
    r"|prices?|parameters|context(?:\s(?:window|length))?|latency|response\stimes?|input\scosts?"
    r"|output\scosts?))|"
    r"newer|older|smaller|larger)\b",
)
_SPEEDS = {"faster": ("speed", "greater"), "slower": ("speed", "less"), "newer": ("release_date", "greater"), "older": ("release_date", "less"),
           "smaller": ("parameters", "less"), "larger": ("parameters", "greater")}  # fmt: skip


# "is faster", "costs come out lower": without "than" a word compares models only where the sentence says it of one.
_SAYS = re.compile(
    r"\b(?:is|are|was|were|be|runs?|feels?|works?|responds?|answers?|remains?|comes?|offers?|has|have|provides?|delivers?)\s(?:[\w-]+\s){0,3}$", re.I
)
_PLANS = re.compile(r"\b(?:subscri\w+|monthly|(?:per|a|/)\s?month|plans?|seats?)\b", re.I)


def _is_said(sentence: Sentence, start: int) -> bool:
    begin, _ = sentence.clause(start)
    return _SAYS.search(sentence.text, begin, start) is not None and _PLANS.search(sentence.text, sentence.start, sentence.end) is None


def comparisons(sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Reading]:
    """Relations without a number: "cheaper than X", "has fewer parameters" where the article compares two models."""
    for match in PLAIN.within(sentence):
        start, end = match.span("word")
        if any(s <= start < e + 2 for s, e in taken) or re.search(r"[\d%x]\s$|\btimes\s$|\bthe\s$|\bor\s$", sentence.text[max(0, start - 6) : start]):
            continue
        found = _order(match["word"])
        if found is None:
            continue
        base, order = found
        after = [m for m in sentence.mentions if m.start >= end]
        than = re.match(r"[^.;,]{0,30}?\bthan\s(?:the\s|its\s|full\s|OpenAI['’]s\s)*", sentence.text[end : end + 60], re.I)
        if not than and not _is_said(sentence, start):
            continue
        subjects = [t for t in subjects_of(sentence, start, end) if not t.family]
        other: Target | None = None
        if than and after and after[0].start == end + than.end():
            other = after[0].target
        elif (not than and len(sentence.context.article_models) == 2 and len(subjects) == 1 and base != "parameters") or "param" in match["word"]:
            rest = [t for t in sentence.context.article_models if subjects and t.name != subjects[0].name]
            other = rest[0] if len(rest) == 1 and len(sentence.context.article_models) == 2 else None
        if len(subjects) == 1 and other is not None and other.name != subjects[0].name and not other.family:
            yield Reading(attribute="comparison", value=order, start=start, end=end, targets=(subjects[0],), base=base, other=other)


def _order(word: str) -> tuple[str, str] | None:
    if word in _SPEEDS:
        return _SPEEDS[word] if word in {"faster", "slower", "newer", "older"} else None
    less = bool(re.match(r"cheaper|less expensive|more (?:affordable|economical|cost)|lower|reduced|smaller|shorter|fewer", word))
    if re.match(r"cheaper|less exp|more (?:aff|econ|cost|exp)|pricier|costlier", word):
        return "price", "less" if less else "greater"
    base = base_of(word)
    if base == "latency":
        return None
    return (base, "less" if less else "greater") if base else None
