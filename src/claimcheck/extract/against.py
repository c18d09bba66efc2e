"""Values of two that are held against each other: a value in its sentence comes in, its model goes out where the words around it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.context import distinct
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.subjects import subjects_of
from claimcheck.extract.values import Mention, Quantity, Target

_RIVALS = re.compile(r"\sfor (?:its|the) (?:rival|competitor|opponent|counterpart)\b", re.I)
_FROM = re.compile(r"\bfrom\s[~≈]?$", re.I)
_ON, _TO = re.compile(r"\s(?:on|for|with|by|in|of)\s(?:the\s)?", re.I), re.compile(r",?\sto\s(?:about\s|nearly\s|over\s|a\s)?[~≈]?", re.I)
_VERSUS = re.compile(r"\s(?:vs\.?|versus|against)\s[~≈]?", re.I)


def owners(sentence: Sentence, alike: Sequence[Quantity], quantity: Quantity) -> tuple[Target, ...] | None:
    """The model of "85% for its rival", and of both values of "92% X vs 87% (Y)"; () where nobody knows whose, None for other writings."""
    if _RIVALS.match(sentence.text, quantity.end):
        return _rival(sentence, quantity)
    if (spoken := _own_before_others(sentence, quantity)) is not None:
        return spoken
    if quantity.kind != "percent":
        return None
    if (risen := _risen(sentence, alike, quantity)) is not None:
        return risen
    own = _named_next(sentence, quantity)
    if own is not None and _first_of_two(sentence, alike, own):
        return (own.target,)
    before = next((q for q in reversed(alike) if q.end <= quantity.start), None)
    first = _named_next(sentence, before) if before is not None else None
    if first is None or not _VERSUS.fullmatch(sentence.text, first.end, quantity.start):
        return None
    return (own.target,) if own is not None else _other(sentence, first)


def _risen(sentence: Sentence, alike: Sequence[Quantity], quantity: Quantity) -> tuple[Target, ...] | None:
    """Of "jumped from 36% on X to 74%" the second is another's: of whom the sentence spoke before, or the sentences before it."""
    first = next((q for q in reversed(alike) if q.end <= quantity.start), None)
    named = next((m for m in sentence.mentions if first is not None and first.end < m.start < quantity.start), None)
    if first is None or named is None or not _FROM.search(sentence.text, sentence.start, first.start):
        return None
    if not _ON.fullmatch(sentence.text, first.end, named.start) or not _TO.fullmatch(sentence.text, named.end, quantity.start):
        return None
    if (own := _owner_behind(sentence, quantity)) is not None:
        return (own,)
    others = [t for t in distinct([m for m in sentence.mentions if m.end <= first.start]) or sentence.context.subjects if t.name != named.target.name]
    return (others[0],) if len(others) == 1 else ()


def _owner_behind(sentence: Sentence, quantity: Quantity) -> Target | None:
    """The model of "to 74% on X"."""
    return next((m.target for m in sentence.mentions if m.start >= quantity.end and _ON.fullmatch(sentence.text, quantity.end, m.start)), None)


def _own_before_others(sentence: Sentence, quantity: Quantity) -> tuple[Target, ...] | None:
    """The one spoken of, for the first value behind a benchmark's name: "X leads HumanEval (70%, A at 63%, B at 54%)"; None for other writings."""
    text, opening = sentence.text, quantity.start - 1
    if text[opening : opening + 1] != "(" or not text.startswith(", ", quantity.end) or not any(b.end == opening - 1 for b in sentence.benchmarks):
        return None
    closing = text.find(")", quantity.end, sentence.end)
    others = [m for m in sentence.mentions if quantity.end <= m.start < closing]
    if not others or not any(others[0].end < q.start < closing and q.kind == quantity.kind for q in sentence.quantities):
        return None
    outside = [m for m in sentence.mentions if m.end <= opening and text.count("(", sentence.start, m.start) == text.count(")", sentence.start, m.start)]
    spoken = distinct(outside) or sentence.context.subjects
    return spoken if len(spoken) == 1 else ()


def _named_next(sentence: Sentence, quantity: Quantity) -> Mention | None:
    """The model whose name follows a value and nothing between: "92% X"."""
    return next((m for m in sentence.mentions if m.start == quantity.end + 1 and sentence.text[quantity.end] == " "), None)


def _first_of_two(sentence: Sentence, alike: Sequence[Quantity], named: Mention) -> bool:
    return any(_VERSUS.fullmatch(sentence.text, named.end, q.start) for q in alike if q.start > named.end)


def _other(sentence: Sentence, named: Mention) -> tuple[Target, ...]:
    """The one model that a named one can be held against: the other of the sentence, or the one spoken of."""
    others = [t for t in distinct([m for m in sentence.mentions if m.end <= named.start]) or sentence.context.subjects if t.name != named.target.name]
    return (others[0],) if len(others) == 1 else ()


def _rival(sentence: Sentence, quantity: Quantity) -> tuple[Target, ...]:
    """ "85% for its rival": the other of just two models named before."""
    named = distinct([m for m in sentence.mentions if m.end <= quantity.start])
    if not named:
        return ()
    about = subjects_of(sentence, quantity.start, quantity.end)
    others = [t for t in named if t not in about]
    return (others[0],) if len(named) == 2 and len(others) == 1 else ()
