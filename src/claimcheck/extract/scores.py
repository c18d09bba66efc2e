"""Scores: a percentage or plain number in its sentence comes in, the score of a benchmark goes out."""

from __future__ import annotations

import itertools
import re

from claimcheck.extract.benchmark_names import UNITS
from claimcheck.extract.benchmarks import Benchmark
from claimcheck.extract.readings import Measure
from claimcheck.extract.score_decoys import OTHER_TASK, effort_of, is_no_percentage_of_success, is_no_plain_score
from claimcheck.extract.sentence import RESPECTIVELY, Sentence
from claimcheck.extract.values import Quantity

_SCORE_AFTER = re.compile(
    r"\s?(?:\([^()]{0,20}\)\s?)?(?:accuracy|score|success rate|points|pass(?:@1)?|pass rate|correct"
    r"|of (?:the )?problems|percent|result|rating|resolved|Elo(?:\s(?:rating|score))?)?\s?(?:rate\s)?(?:score\s)?(?:on|in|for"
    r"|at|from|across)\s(?:the\s(?:(?!of\b|in\b)[a-z][\w-]{1,20}\s){1,3}|the\s|its\s|a\s|graduate-level\s|complex\s|challenging\s|standard\s"
    r"|[\w-]+ing\s|[\w-]+\s)?(?:the\s)?[\"“(]?$",
    re.I,
)
_ON_PART_OF = re.compile(r"\s(?:on|in)\s(?:the\s)?(?:[\w-]+\s){1,4}(?:of|in|from)\s(?:the\s)?", re.I)  # "92% on the science questions of X"
_TWO_RUNS = re.compile(  # "83% at high effort and 76% at medium effort in X"
    r"(?:\s(?:accuracy|rate|score)){0,2}\s(?:at|with|in)\s(?:[\w-]+\s){1,4}and\s[\d.]{1,6}%?(?:\s(?:accuracy|rate|score)){0,2}"
    r"\s(?:at|with|in)\s(?:[\w-]+\s){1,4}(?:in|on)\s(?:the\s)?",
    re.I,
)
_OTHER_FIELD = re.compile(  # "76.4% on MMLU, a strong math performance at 89.7%": of which test, it does not say
    r",\s(?:(?:and|with|but)\s)?(?:an?\s|its\s)?(?:[\w-]+\s){0,2}?(?:math\w*|cod(?:e|ing)|reasoning|vision|visual|multimodal|knowledge|language|creative|science|logic)"
    r"\s(?:performance|abilit(?:y|ies)|accuracy|skills?|scores?|results?|capabilit(?:y|ies))\s(?:at|of|with|is|reaches)\s",
    re.I,
)
_SHUT = re.compile(r"[^()]*\)\s?[;,]|[^;]*;\s")  # "(54% for X); MMLU: 80%": what follows is of another test
_JOINED = re.compile(r"(?:,|\sand|,\sand|\svs\.?|\sversus|\sagainst|\s(?:at|with)\s[\w\s-]{1,30},?\sand)\s", re.I)
_IN_A_ROW = re.compile(r"(?:,|\sand|,\sand)\s")
_OTHER_TEST = re.compile(
    r"\s(?:[\w-]+\s){0,3}?(?:in|on|for|at)\s(?:the\s)?"
    r"(?!(?:this|that|same|these|it|the|both)\b)[a-z][\w-]+\s[\w-]+",
    re.I,
)
_BRACKETS = re.compile(r"^[)*]{1,3}")
_BETWEEN_SCORES = re.compile(
    r"(?:[\s,;()'’=:*|~≈\"–—-]|\b(?:vs|s|versus|compared|to|with|against|and|while|whereas|at|by|for|of|over|behind|followed|scor(?:es|ed|ing)|gets?|got|has|had"
    r"|reach(?:es|ed)|achiev(?:es|ed)|only|just|about|the|points?"
    r"|is|are|was|were|beats?|ahead|leads?|trails?|edges?|out|tops?|outperforms?|outscores?|surpass(?:es)?|exceeds?|nearly|slightly|narrowly|clearly|then|but|also)\b\.?){1,60}",
    re.I,
)
_SET_OFF = re.compile(r"\s?[:–—]\s[~≈]?|\s\([~≈]?")  # "X: 72.5%, Y: 72.7%, …" below the heading of a test
_SAME_TEST = re.compile(r"\b(?:same|this|that) (?:test|benchmark|exam|eval(?:uation)?)\b", re.I)
_ELO_OR_SHARE = frozenset({"Codeforces", "GDPval-AA"})
_ON_THE_SAME = re.compile(r"\s(?:accuracy\s)?(?:on|in)\s(?:the|that|this)\s(?:very\s)?same\s(?:test|benchmark|exam|eval(?:uation)?|suite)\b", re.I)
_NOUN = re.compile(
    r"\+?\s(?!(?:on|in|for|points?|score|scores|and|vs|while|but|to|percent|with|compared|from|at|by|versus"
    r"|against|accuracy|rating|out|or|of|Elo|elo|ELO|which|is|was|as|the)\b)[a-z]{3,}"
)
_SCORE_OF = re.compile(
    r",?\s(?:with|for|(?:achiev|reach|secur|earn|obtain)ing)\san?\s(?:[a-z]+\s)?score\sof\s$|,\s(?:while\s|by\s)?(?:scor|achiev|reach|post|hitt)ing\s$", re.I
)
_BEHIND_NAME = re.compile(r"\s\((?=[\d.]+\))|['’]s\s(?:score\sof\s)?(?=[\d.]+(?:[,;)]|\.?\s|\.?$))")


def score(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    """The score of a benchmark that a percentage or percentile states, None when it states none."""
    if is_no_percentage_of_success(sentence, quantity):
        return None
    after = sentence.text[quantity.end : quantity.end + 40]
    found, name = _benchmark_of(sentence, quantity)
    if name is None and re.match(
        r"(?:in contrast|meanwhile|by comparison|on the other hand|conversely|by contrast|in comparison)\b", sentence.text[sentence.start : sentence.end], re.I
    ):
        name = sentence.context.last_benchmark if re.match(r"\s(?:accuracy|score|on)\b", after) else None
    if name is None and _ON_THE_SAME.match(after):
        name = sentence.context.last_benchmark
    if name is None or not 0 < quantity.value <= 100 or UNITS.get(name) == "points" or (UNITS.get(name) == "elo" and name not in _ELO_OR_SHARE):
        return None
    if found is None and (not _scores_here(sentence, quantity) or (not sentence.context.label_text and _OTHER_TEST.match(after))):
        return None
    if quantity.kind == "percentile":
        return Measure("benchmark_score", quantity.value, benchmark=name, condition="percentile", unit="percentile")
    return Measure("benchmark_score", quantity.value, benchmark=name, unit="percent", condition=effort_of(sentence, quantity))


def _benchmark_of(sentence: Sentence, quantity: Quantity) -> tuple[Benchmark | None, str | None]:
    """The benchmark of a score: one that follows tightly, else the last before it, else the next, else the context's."""
    text = sentence.text
    mapped = _respective_benchmark(sentence, quantity)
    if mapped is not None:
        return mapped, mapped.name
    if len(sentence.context.benchmarks) > 1:
        return None, _of_column(sentence, quantity)
    if _elo_of_heading(sentence):
        return None, sentence.context.benchmark
    following = [b for b in sentence.benchmarks if b.start >= quantity.end]
    if following and text[quantity.end : following[0].start] == " (" and text[following[0].end : following[0].end + 1] in {")", ","}:
        return following[0], following[0].name  # "88.7 (MMLU), 53.6 (GPQA)"
    first = following[0] if following and re.fullmatch(r"\s(?:on|in)\s(?:the\s)?", text[quantity.end : following[0].start]) else None
    if sentence.context.label_text and sentence.context.benchmark and first is None and not text[sentence.start : quantity.start].strip(" *~≈"):
        return None, sentence.context.benchmark
    if following and _SCORE_AFTER.match(text[quantity.end : following[0].start]) and len(text[quantity.end : following[0].start]) < 60:
        return following[0], following[0].name
    if following and _ON_PART_OF.fullmatch(text[quantity.end : following[0].start]):
        return following[0], following[0].name
    if following and _TWO_RUNS.fullmatch(text[quantity.end : following[0].start]):
        return following[0], following[0].name
    preceding = [b for b in sentence.benchmarks if b.end <= quantity.start]
    apart = not preceding or re.search(r",|\sand\s", text[preceding[-1].end : quantity.start])  # "94% on X, and 80% versus 39% on Y"
    if following and ((not preceding and _dealt_before(sentence, quantity, following[0])) or (apart and _held_together(sentence, quantity, following[0]))):
        return following[0], following[0].name
    listed = not preceding or re.search(r"[,;]|\d|\sand\s", text[preceding[-1].end : quantity.start])
    if following and text[quantity.end : following[0].start] == " " and listed:
        return following[0], following[0].name
    if preceding:
        return (None, None) if _OTHER_FIELD.search(text, preceding[-1].end, quantity.start) else (preceding[-1], preceding[-1].name)
    if following and not any(quantity.end <= q.start < following[0].start for q in sentence.quantities) and following[0].start - quantity.end < 90:
        if not _SHUT.match(text, quantity.end, following[0].start):
            return following[0], following[0].name
    return None, None if OTHER_TASK.search(text, sentence.start, quantity.start) else sentence.context.benchmark


def _of_column(sentence: Sentence, quantity: Quantity) -> str | None:
    """The benchmark of a value in a cell under "A / B": the n-th of as many values, of a lone one the first."""
    alike, names = [q for q in sentence.quantities if q.kind == quantity.kind], sentence.context.benchmarks
    if any(alike[0].end <= m.start < alike[-1].start for m in sentence.mentions):
        return None
    if len(alike) == len(names):
        return names[alike.index(quantity)]
    return names[0] if len(alike) == 1 else None


def _elo_of_heading(sentence: Sentence) -> bool:
    """Whether "an Elo rating" is that of the contest which the heading names, and no other is named here."""
    above = sentence.context.benchmark
    if above is None or above == "Arena Elo" or UNITS.get(above) != "elo":
        return False
    return bool(sentence.benchmarks) and all(b.name == "Arena Elo" and sentence.text[b.start : b.start + 3].lower() == "elo" for b in sentence.benchmarks)


def _dealt_before(sentence: Sentence, quantity: Quantity, benchmark: Benchmark) -> bool:
    """ "A and B score 80% and 70% on MMLU": values in a row, one for each model before them, are of the benchmark that follows the last."""
    alike = [q for q in sentence.quantities if q.kind == quantity.kind and q.end <= benchmark.start]
    named = {m.target.name for m in sentence.mentions if alike and m.end <= alike[0].start}
    return (
        1 < len(alike) == len(named)
        and all(_IN_A_ROW.fullmatch(sentence.text, a.end, b.start) for a, b in itertools.pairwise(alike))
        and _SCORE_AFTER.match(sentence.text[alike[-1].end : benchmark.start]) is not None
    )


def _held_together(sentence: Sentence, quantity: Quantity, benchmark: Benchmark) -> bool:
    """ "A beats B (80.9% vs 80.0%) on X", "A got 81% compared to B's 80% on X": percentages with only names between them are all of what follows."""
    since = max((b.end for b in sentence.benchmarks if b.end <= quantity.start), default=sentence.start)
    alike = [q for q in sentence.quantities if q.kind == quantity.kind == "percent" and since <= q.start and q.end <= benchmark.start]
    gap = _BRACKETS.sub("", sentence.text[alike[-1].end : benchmark.start]) if len(alike) > 1 else ""
    if gap != " (" and not _SCORE_AFTER.match(gap):
        return False
    return all(_BETWEEN_SCORES.fullmatch(_without_names(sentence, a.end, b.start)) for a, b in itertools.pairwise(alike))


def _without_names(sentence: Sentence, start: int, end: int) -> str:
    """A short stretch of text without the models named in it, "?" for a long one."""
    if end - start > 70:
        return "?"
    kept, at = "", start
    for mention in sentence.mentions:
        if at <= mention.start and mention.end <= end:
            kept, at = kept + sentence.text[at : mention.start], mention.end
    return kept + sentence.text[at:end]


def _respective_benchmark(sentence: Sentence, quantity: Quantity) -> Benchmark | None:
    """ "MMLU-Pro and AIME 2024 at 87% and 94%": the n-th of the values in a row is the n-th benchmark's, where as many are named in a row before."""
    alike = [q for q in sentence.quantities if q.kind == quantity.kind]
    named = [b for b in sentence.benchmarks if alike and b.end <= alike[0].start]
    if not len(named) == len(alike) > 1:
        return None
    if RESPECTIVELY.first(sentence) is None:
        gaps = [sentence.text[a.end : b.start] for a, b in itertools.pairwise(named)] + [sentence.text[a.end : b.start] for a, b in itertools.pairwise(alike)]
        if not all(_IN_A_ROW.fullmatch(gap) for gap in gaps):
            return None
    return named[alike.index(quantity)]


def _scores_here(sentence: Sentence, quantity: Quantity) -> bool:
    """Without a benchmark's name in the sentence, only a short text or scoring words let the context's benchmark in."""
    text = sentence.text[sentence.start : sentence.end]
    return (
        len(text) < 80
        or bool(re.search(r"\bscor\w+|\baccura\w+|\bachiev\w+|\bresults?\b|\b(?:re)?solv(?:es?|ed|ing)\b|\b(?:with|at|get|got)\b", text, re.I))
        or bool(_SAME_TEST.search(text))
        or any(_SET_OFF.fullmatch(sentence.text, m.end, quantity.start) for m in sentence.mentions)
        or (bool(sentence.context.label_text) and not sentence.text[sentence.start : quantity.start].strip(" ~≈*"))
    )


def _is_edition(sentence: Sentence, found: Benchmark, quantity: Quantity) -> bool:
    """ "OSWorld 2.0" is an edition of a benchmark, no score; those of MT-Bench are as small as that."""
    return quantity.value < 10 and "." in quantity.written and found.name != "MT-Bench" and sentence.text[found.end : quantity.start] == " "


def plain_score(sentence: Sentence, quantity: Quantity) -> Measure | None:
    """A score without percent sign: tightly beside a benchmark's name, or in a cell or label of one."""
    of_else = quantity.scaled or (quantity.unit and quantity.unit != "points")
    if of_else or is_no_plain_score(sentence, quantity):
        return None
    if re.match(r"[\s-]?(?:shot|step|pass\b|B\b|-)", sentence.text[quantity.end : quantity.end + 6]):
        return None
    found, name = _benchmark_of(sentence, quantity)
    if name is None or (found is not None and _is_edition(sentence, found, quantity)):
        return None
    elo = UNITS.get(name, "percent") == "elo"
    if elo != (quantity.value >= 600) or (not elo and not 0 < quantity.value <= 100):
        return None
    if "." not in quantity.written and ((not elo and quantity.value < 10) or _NOUN.match(sentence.text, quantity.end)):
        return None
    stated = Measure("benchmark_score", quantity.value, benchmark=name, unit="elo" if elo else "percent", condition=effort_of(sentence, quantity))
    earlier = [q for q in sentence.quantities if q.kind == "number" and q.end <= quantity.start]
    if earlier and _JOINED.fullmatch(sentence.text[earlier[-1].end : quantity.start]):
        return stated if plain_score(sentence, earlier[-1]) else None
    return stated if _is_close(sentence, quantity, found) else None


def _like_another(sentence: Sentence, quantity: Quantity, found: Benchmark) -> bool:
    """ "On MMLU it scored 88.7, close to X (88.6)", "matching X's 88.6": a number alone right behind a name, after another score of the same test."""
    if not any((behind := _BEHIND_NAME.match(sentence.text, m.end)) and behind.end() == quantity.start for m in sentence.mentions):
        return False
    earlier = [q for q in sentence.quantities if q.kind == "number" and found.end <= q.start < quantity.start]
    return quantity.start - found.end <= 260 and any(plain_score(sentence, q) is not None for q in earlier[:4])


def _is_close(sentence: Sentence, quantity: Quantity, found: Benchmark | None) -> bool:
    """Whether the words between a number and the benchmark `found` make it its score, or the number stands in a short text under a label."""
    if found is not None:
        gap = sentence.text[found.end : quantity.start] if found.end <= quantity.start else sentence.text[quantity.end : found.start]
        if len(gap) > 60 and _like_another(sentence, quantity, found):
            return True
        if len(gap) > 60:  # "GPQA showed its reasoning on questions of graduates, with a score of 59.1"
            return len(gap) <= 140 and found.end <= quantity.start and _SCORE_OF.search(gap) is not None
        quoted = next((m for m in sentence.mentions if m.start >= quantity.end), None)
        if quoted is not None and re.fullmatch(r"\s(?:for|from|by)\s(?:the\s)?", sentence.text[quantity.end : quoted.start]):
            return True
        strict = re.fullmatch(
            r"[\s:=(|)~–—-]*(?:it|has|an|its|gets|got|reach(?:es|ed)|benchmark|test|score|rating|of|at|is|was|scor(?:e[sd]?|ing)|a|exam|leaderboard|,|with"
            r"|Elo|around|about|\([^()]{0,60}\)|for|near(?:ly)?"
            r"|top|high|strong|impressive|(?:secur|reach|earn|achiev|record|post|obtain)ing|[\s:])*",
            gap,
            re.I,
        )
        names = any(min(found.end, quantity.end) <= m.start <= max(found.start, quantity.start) for m in sentence.mentions)
        return bool(strict or names or _SCORE_AFTER.match(gap))
    return bool(sentence.context.label_text) or len(sentence.text[sentence.start : sentence.end]) <= 60
