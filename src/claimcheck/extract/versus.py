"""Two values of which no name says whose they are ("200K vs 128K"): a value in its sentence comes in, the one of two models compared that has it goes out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity, Target

_VERSUS = re.compile(r"(?:\s?/\s?\$?[\d.]+)?[\w\s/-]{0,24}?\s(?:vs\.?|versus|against|compared (?:to|with))\s", re.I)
_BESIDE = re.compile(r"(?:\s[\w%/$.-]+){0,2}\s(?:for|of|in|by|from)\s")
_COMPARES = re.compile(r"\b(?:(?P<more>larger|bigger|longer|wider|greater|higher|more)|smaller|shorter|lower|fewer|less|limited)\b[^.;()\d]{0,40}\(?$", re.I)
_NEAR = 3  # models spoken of last


def owners(sentence: Sentence, alike: Sequence[Quantity], quantity: Quantity) -> tuple[Target, ...] | None:
    """The model of one of two values, in the order of the models compared; () where nobody knows whose it is, None when it is no such pair."""
    for first, second in itertools.pairwise(alike):
        if quantity in (first, second) and _VERSUS.fullmatch(sentence.text, max(first.end, first.per_end), second.start):
            return _unnamed(sentence, alike, first, quantity) if not sentence.mentions else _named(sentence, first, second, quantity)
    return None


def _named(sentence: Sentence, first: Quantity, second: Quantity, quantity: Quantity) -> tuple[Target, ...] | None:
    """Of "X has 200K versus 128K" the second is the other model's, where that is known."""
    beside = any(first.end <= m.start < second.start for m in sentence.mentions) or _BESIDE.match(sentence.text, max(second.end, second.per_end))
    if quantity is first or beside:
        return None
    versus = sentence.context.versus
    named = {m.target.name for m in sentence.mentions}
    if versus is None and quantity.kind == "number" and len(named) == 1:
        versus = _other(sentence, named)
    return (versus,) if versus is not None and versus.name not in named else ()


def _unnamed(sentence: Sentence, alike: Sequence[Quantity], first: Quantity, quantity: Quantity) -> tuple[Target, ...]:
    context = sentence.context
    if len(context.just_named) == 2 and len(alike) == 2:  # "A is faster than B. The first token comes after 200 ms vs 500 ms."
        return (context.just_named[0] if quantity is first else context.just_named[1],)
    if context.versus is not None and len(context.subjects or ((context.article_main,) if context.article_main else ())) == 1:
        own = context.subjects[0] if context.subjects else context.article_main
        return (own,) if quantity is first and own is not None else (context.versus,)
    one = quantity.kind == "number" and context.strong and len(context.subjects) == 1
    if one and (context.label_text or _is_told(sentence, alike, first)):  # "X's strength: 200K versus 128K"
        other = _other(sentence, {context.subjects[0].name})
        return (context.subjects[0],) if quantity is first else (other,) if other is not None else ()
    return ()


def _is_told(sentence: Sentence, alike: Sequence[Quantity], first: Quantity) -> bool:
    """Whether the words before two values say which is the larger, and they are so: "larger context window (200K vs 128K)"."""
    word = _COMPARES.search(sentence.text, max(sentence.start, first.start - 60), first.start)
    second = next((q for q in alike if q.start > first.start), first)
    return word is not None and second is not first and (first.value > second.value) == (word["more"] is not None)


def _other(sentence: Sentence, named: set[str]) -> Target | None:
    """The other of the two models that the article is about, where it was spoken of just before."""
    both, near = sentence.context.article_models, {t.name for t in (*sentence.context.trail[-_NEAR:], *sentence.context.group)}
    others = [t for t in both if t.name not in named]
    return others[0] if len(both) == 2 and len(others) == 1 and others[0].name in near else None


_ON = re.compile(r"\s(?:on|in)\s(?:the\s)?", re.I)


def between(sentence: Sentence, first: Quantity, second: Quantity) -> str:
    """What stands between two values, without the benchmark that the first is told of: " on MMLU compared to "."""
    gap = sentence.text[max(first.end, first.per_end) : second.start]
    told = next((b for b in sentence.benchmarks if first.end < b.start and b.end < second.start), None) if first.kind == "percent" else None
    if told is None or not _ON.fullmatch(sentence.text, first.end, told.start):
        return gap
    return sentence.text[told.end : second.start]
