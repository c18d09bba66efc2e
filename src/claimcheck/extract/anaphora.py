"""Pronouns and their like: "it", "both models", "the latter" in a sentence come in, what they stand for goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.context import distinct
from claimcheck.extract.sentence import ANAPHOR, Sentence, coordinated, coordinated_forward, is_object
from claimcheck.extract.values import Mention, Target

_ALSO = re.compile(r"\b(?:also|besides)\b", re.I)
_PREDICATE = re.compile(r"\b(?:is|was|became|becomes|as)\s$")
_FIRST_TO = re.compile(r"\s(?:model\s)?(?:ever\s)?(?:to|that|which)\b")  # "X is the first model to …"
_SMALL = frozenset({"mini", "nano", "lite", "tiny"})


def find_anaphor(sentence: Sentence, begin: int, start: int) -> tuple[int, tuple[Target, ...]] | None:
    """The last pronoun or "both models" before a value and what it stands for."""
    found: tuple[int, tuple[Target, ...]] | None = None
    for match in ANAPHOR.each(sentence.text, sentence.folded, begin, start + 3):  # what follows "the latter" may be the value itself
        if match.end() > start:
            break
        if match["order"] and _PREDICATE.search(sentence.text, begin, match.start()) and _FIRST_TO.match(sentence.text, match.end()):
            continue
        if match["order"]:
            targets = _ordinal(sentence, match.group().lower())
            if not targets:
                return match.start(), ()
        elif match["group"]:
            targets = group_of(sentence, match)
            if not targets and _counted(match.group().lower()):
                return match.start(), ()
        else:
            relative = match.group().lower() == "which"
            meant = [m for m in sentence.mentions if m.end <= match.start() and (relative or not is_object(sentence, m))]
            if match.group().lower() in {"it", "its", "which"} and meant:
                last = meant[-1] if relative else _foremost(sentence, meant)
                targets = coordinated(sentence, last) if sentence.text[last.start - 1 : last.start] == "/" else (last.target,)
            else:
                targets = sentence.context.subjects
                if len(targets) > 1 and match.group().lower() in {"it", "its"}:
                    return match.start(), ()  # one of several, who knows which
        if targets:
            found = (match.start(), targets)
    return found


_BEHIND = re.compile(  # "lets X gain from the skill of Y, though it …": what a preposition hangs on another name is hardly what "it" is
    r"\b(?:of|from|on|in|using|via|through)\s(?:the\s|(?:[A-Z]\w+|xAI)(?:\sAI)?(?:['’]s\s|\s))?[\"“*]*$"
)


def _foremost(sentence: Sentence, mentions: Sequence[Mention]) -> Mention:
    """Which of the names before "it" it stands for: the last, unless only that one stands behind a preposition and another is what the sentence is about."""
    last = mentions[-1]
    if not _BEHIND.search(sentence.text, max(sentence.start, last.start - 24), last.start):
        return last
    ahead = [m for m in mentions if not _BEHIND.search(sentence.text, max(sentence.start, m.start - 24), m.start)]
    return ahead[0] if len(distinct(ahead)) == 1 else last


def _ordinal(sentence: Sentence, words: str) -> tuple[Target, ...]:
    """ "the former", "the second" of two models named together; "the smaller one" only where their names tell which it is."""
    own = distinct([m for m in sentence.mentions if not is_object(sentence, m)])
    group = own if len(own) == 2 else sentence.context.group
    if "flagship" in words:
        return _plainest(sentence)
    if len(group) != 2:
        return ()
    if re.search(r"\b(?:first|former)\b", words):
        return (group[0],)
    size = re.search(r"\b(?:(?P<small>smaller)|larger|bigger)\b", words)
    if size:
        ordered = by_size(group[0], group[1])
        return ordered[:1] if size["small"] else ordered[1:]
    return (group[1],) if re.search(r"\b(?:second|latter)\b", words) else ()


def _counted(words: str) -> int:
    """How many models "both", "the three models" speak of; 0 when that is not said."""
    return 2 if "both" in words or "two" in words or "neither" in words else 3 if "three" in words else 4 if "four" in words else 5 if "five" in words else 0


def _plainest(sentence: Sentence) -> tuple[Target, ...]:
    """ "the flagship" of "GPT-4.1, GPT-4.1 mini and GPT-4.1 nano" is the one whose name begins the others'."""
    context = sentence.context
    for pool in (distinct(sentence.mentions), context.group, context.section_trail, context.article_models):
        plain = [t for t in pool if sum(o.name.startswith(t.name + " ") for o in pool) * 2 >= len(pool) - 1 > 0]
        if len(plain) == 1:
            return (plain[0],)
    return ()


def by_size(a: Target, b: Target) -> tuple[Target, ...]:
    """Two models of one line, the smaller first, where their names tell: "GPT-4o mini" and "GPT-4o", "8B" and "70B"; else ()."""
    left, right = set(a.parts) - set(b.parts), set(b.parts) - set(a.parts)
    if not set(a.parts) & set(b.parts):
        return ()
    if left <= _SMALL and right <= _SMALL and bool(left) != bool(right):
        return (a, b) if left else (b, a)
    sizes = [re.fullmatch(r"(\d+(?:\.\d+)?)b", next(iter(parts), "")) if len(parts) == 1 else None for parts in (left, right)]
    if sizes[0] and sizes[1]:
        return (a, b) if float(sizes[0][1]) < float(sizes[1][1]) else (b, a)
    return ()


def group_of(sentence: Sentence, match: re.Match[str]) -> tuple[Target, ...]:
    """The models that "both", "all three models", "they" stand for, () where that is not certain."""
    words = match.group().lower()
    following = [m for m in sentence.mentions if 0 <= m.start - match.end() <= 5]
    if following:
        return coordinated_forward(sentence, following[0])
    if words == "they":
        return sentence.context.subjects
    own = distinct([m for m in sentence.mentions if m.end <= match.start()])
    if words.startswith("each"):
        return (own if len(own) > 1 else ()) or sentence.context.group or sentence.context.subjects
    wanted = _counted(words)
    leads = sentence.context.leads if wanted > 2 or " " in words else ()  # a bare "both" may be of prices
    if "families" in words:
        return sentence.context.article_models if len(sentence.context.article_models) == wanted else ()
    just = sentence.context.just_named
    aside = tuple(t for t in just if t not in sentence.context.subjects)
    pair = (*sentence.context.subjects, *aside) if len(sentence.context.subjects) == len(aside) == 1 and aside == just else ()  # its successor, and it
    context = sentence.context
    # a group stays one until another model is spoken of
    named = context.group if all(t in context.group for t in context.subjects) or set(just) == set(context.group) else ()
    listed = leads if len(leads) == wanted and _of_one_line(leads) and not _of_one_line(just) else ()
    for group in (own, listed, just, leads, named, pair, context.block_trail, context.section_trail, context.article_models):
        members = tuple(t for t in group if not (t.family and any(o.parts[:1] == t.parts[:1] and not o.family for o in group)))
        if wanted and len(members) == wanted:  # a family beside its members is none of them
            return members
    plain = _plainest(sentence)
    if plain and len(sentence.context.group) == wanted - 1 and plain[0] not in sentence.context.group:
        return (*plain, *sentence.context.group)  # "the mini and the nano" of "the GPT-4.1 family"
    return sentence.context.group if not wanted else ()


def _of_one_line(targets: Sequence[Target]) -> bool:
    """Whether models are of one line-up, as those that one release brings."""
    return len({target.parts[:1] for target in targets}) == 1


def spoken_together(sentence: Sentence, own: Sequence[Mention]) -> tuple[Target, ...]:
    """The models that "both" stands for in the sentence after this one, whose own mentions are `own`.

    Those spoken of, without what they are compared with; where one is compared with another, the two; else what it was before.
    """
    joined, here = distinct(own), distinct(sentence.mentions)
    rivals = [t for m in sentence.mentions if is_object(sentence, m) for t in coordinated_forward(sentence, m)]
    several = tuple(t for t in joined if t not in rivals)
    if len(several) > 1:
        return several
    subjects = sentence.context.subjects
    if len(sentence.mentions) == len(subjects) == 1 and subjects != joined and _ALSO.search(sentence.text, sentence.start, own[0].start):
        return (*subjects, *joined)  # "We also use Y": X of before, and Y
    return here if len(here) > 1 else sentence.context.group
