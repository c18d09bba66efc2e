"""Pronouns and their like: "it", "both models", "the latter" in a sentence come in, what they stand for goes out."""

from __future__ import annotations

import re

from claimcheck.extract.context import distinct
from claimcheck.extract.sentence import ANAPHOR, Sentence, coordinated_forward, is_object
from claimcheck.extract.values import Target


def find_anaphor(sentence: Sentence, begin: int, start: int) -> tuple[int, tuple[Target, ...]] | None:
    """The last pronoun or "both models" before a value and what it stands for."""
    found: tuple[int, tuple[Target, ...]] | None = None
    for match in ANAPHOR.finditer(sentence.text, begin, start + 1):  # "the latter $1.60" looks at the sign
        if match["order"]:
            targets = _ordinal(sentence, match.group().lower())
            if not targets:
                return match.start(), ()
        elif match["group"]:
            targets = _group(sentence, match)
            if not targets and _counted(match.group().lower()):
                return match.start(), ()
        else:
            relative = match.group().lower() == "which"
            if match.group().lower() in {"it", "its", "which"} and any(
                m.end <= match.start() and (relative or not is_object(sentence, m)) for m in sentence.mentions
            ):
                last = [m for m in sentence.mentions if m.end <= match.start() and (relative or not is_object(sentence, m))][-1]
                targets = (last.target,)
            else:
                targets = sentence.context.subjects[:1] if len(sentence.context.subjects) == 1 else sentence.context.subjects
        if targets:
            found = (match.start(), targets)
    return found


def _ordinal(sentence: Sentence, words: str) -> tuple[Target, ...]:
    """ "the former", "the second" of two models named together; "the smaller one" stays open."""
    own = distinct([m for m in sentence.mentions if not is_object(sentence, m)])
    group = own if len(own) == 2 else sentence.context.group
    if "flagship" in words:
        return _plainest(sentence)
    if len(group) != 2:
        return ()
    if re.search(r"\b(?:first|former)\b", words):
        return (group[0],)
    return (group[1],) if re.search(r"\b(?:second|latter)\b", words) else ()


def _counted(words: str) -> int:
    """How many models "both", "the three models" speak of; 0 when that is not said."""
    return 2 if "both" in words or "two" in words else 3 if "three" in words else 4 if "four" in words else 5 if "five" in words else 0


def _plainest(sentence: Sentence) -> tuple[Target, ...]:
    """ "the flagship" of "GPT-4.1, GPT-4.1 mini and GPT-4.1 nano" is the one whose name begins the others'."""
    context = sentence.context
    for pool in (distinct(sentence.mentions), context.group, context.section_trail, context.article_models):
        plain = [t for t in pool if sum(o.name.startswith(t.name + " ") for o in pool) * 2 >= len(pool) - 1 > 0]
        if len(plain) == 1:
            return (plain[0],)
    return ()


def _group(sentence: Sentence, match: re.Match[str]) -> tuple[Target, ...]:
    words = match.group().lower()
    following = [m for m in sentence.mentions if 0 <= m.start - match.end() <= 5]
    if following:
        return coordinated_forward(sentence, following[0])
    if words == "they":
        return sentence.context.subjects
    if words.startswith("each"):
        return sentence.context.group or sentence.context.subjects
    wanted = _counted(words)
    own = distinct([m for m in sentence.mentions if m.end <= match.start()])
    for group in (own, sentence.context.group, sentence.context.section_trail, sentence.context.article_models):
        if wanted and len(group) == wanted:
            return group
    plain = _plainest(sentence)
    if plain and len(sentence.context.group) == wanted - 1 and plain[0] not in sentence.context.group:
        return (*plain, *sentence.context.group)  # "the mini and the nano" of "the GPT-4.1 family"
    return sentence.context.group if not wanted else ()
