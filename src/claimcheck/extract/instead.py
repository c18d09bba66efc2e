"""What it saves to take one model instead of another: "switching from X to Y cuts costs by 90%", "Y undercuts X by 40%" come in, readings' parts go out."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.shares import left_of
from claimcheck.extract.subjects import subjects_of
from claimcheck.extract.values import Mention, Quantity, Target


class Saved(NamedTuple):
    """A price of `subject` as a share of that of `other`; `factor_to` is the upper end of a range."""

    subject: Target
    other: Target
    factor: float
    factor_to: float | None
    base: str


_ABOUT = r"(?:(?:up to|about|around|roughly|nearly|almost|over|more than|some|a full|an impressive|a whopping)\s)?[~≈]?"
_SAVES = re.compile(
    r"\b(?:sav(?:e|es|ed|ing)|cut(?:s|ting)?|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|drop(?:s|ped|ping)?)\s"
    r"(?:you\s|teams\s)?(?:(?:your|the|API|token|inference|per-token|(?P<side>input|output))\s){0,3}(?:(?:costs?|pric(?:e|es|ing)|spend(?:ing)?|expenses)\s)?"
    rf"(?:by\s)?{_ABOUT}$",
    re.I,
)
_FROM = re.compile(r"\b(?:switch|mov|migrat|chang|upgrad|downgrad|go|shift|transition)\w{0,4}\s(?:[\w-]+\s){0,4}?from\s(?:the\s)?$", re.I)
_SWAP = re.compile(r"\b(?:replac|swap|substitut)\w{0,4}\s(?:out\s)?(?:the\s)?$", re.I)
_CHOICE = re.compile(r"\b(?:choos|us|pick|select|tak|prefer|call)(?:e|ing)?\s(?:the\s)?$", re.I)
_TO, _WITH, _OVER = re.compile(r"\sto\s(?:the\s)?"), re.compile(r"\s(?:with|for|by)\s(?:the\s)?"), re.compile(r"\s(?:over|instead of|rather than)\s(?:the\s)?")
_UNDERCUTS = re.compile(r"\bundercut(?:s|ting)?\s(?:(?:even|also|both)\s)?(?:(?-i:[A-Z])\w+['’]s\s)?$", re.I)
_UNDERCUTS_TOO = re.compile(r"\bundercut(?:s|ting)?\s(?:[^.;]|\.(?=\d)){0,140}\sand\s(?:(?-i:[A-Z])\w+['’]s\s)?$", re.I)
_BY = re.compile(rf"(?:['’]s?)?(?:\s(?:(?:input|output|list|API|token)\s)?pric(?:e|es|ing))?(?:\son\spric(?:e|ing)|\son\scost)?\sby\s{_ABOUT}")
_SIDE = re.compile(r"\s(?:on|for)\s(?:the\s)?(?P<side>input|output)\b", re.I)
_RESPECTIVELY = re.compile(r"\sand\s\d{1,2}(?:\.\d+)?%,?\srespectively\b")
_OF_FAMILY = re.compile(r"\sof\s(?:the|this|its)\s(?:family|line|series|range)\b", re.I)  # "the mini of the family": of which, is not said
_NEAR = 70  # characters from the second name to the number


def saved(sentence: Sentence, quantity: Quantity) -> Saved | None:
    """What a percentage or factor says is saved by taking one model instead of another, None where it says no such thing."""
    pair = _undercut(sentence, quantity) or _switched(sentence, quantity)
    if pair is None or quantity.value <= 0 or (quantity.kind == "percent" and max(quantity.value, quantity.value_to or 0) >= 100):
        return None
    subject, other, side = pair
    after = _SIDE.match(sentence.text, quantity.end)
    side = after["side"] if after else side
    upper = left_of(quantity, quantity.value_to) if quantity.value_to is not None else None
    return Saved(subject, other, left_of(quantity, quantity.value), upper, f"{side.lower()}_price" if side else "price")


def _undercut(sentence: Sentence, quantity: Quantity) -> tuple[Target, Target, str | None] | None:
    for mention in (m for m in sentence.mentions if m.end <= quantity.start):
        verb = _UNDERCUTS.search(sentence.text, max(sentence.start, mention.start - 40), mention.start)
        verb = verb or _UNDERCUTS_TOO.search(sentence.text, max(sentence.start, mention.start - 150), mention.start)
        if verb is None or not _BY.fullmatch(sentence.text, mention.end, quantity.start) or _RESPECTIVELY.match(sentence.text, quantity.end):
            continue
        subjects = subjects_of(sentence, verb.start(), verb.start())
        own = [m for m in sentence.mentions if m.target in subjects and not _OF_FAMILY.match(sentence.text, m.end)]
        named = sentence.points_back() or own
        if named and len(subjects) == 1 and subjects[0].name != mention.target.name:
            return subjects[0], mention.target, None
    return None


def _switched(sentence: Sentence, quantity: Quantity) -> tuple[Target, Target, str | None] | None:
    verb = _SAVES.search(sentence.text, max(sentence.start, quantity.start - 70), quantity.start)
    if verb is None:
        return None
    for first, second in itertools.pairwise(m for m in sentence.mentions if m.end <= verb.start() + 1):
        pair = _order(sentence, first, second)
        if pair is not None and pair[0].name != pair[1].name and quantity.start - second.end <= _NEAR:
            return *pair, verb["side"]
    return None


def _order(sentence: Sentence, first: Mention, second: Mention) -> tuple[Target, Target] | None:
    """(the one taken, the one left) of two models that stand side by side."""
    text, gap = sentence.text, (first.end, second.start)
    before = max(sentence.start, first.start - 60), first.start
    if (_FROM.search(text, *before) and _TO.fullmatch(text, *gap)) or (_SWAP.search(text, *before) and _WITH.fullmatch(text, *gap)):
        return second.target, first.target
    return (first.target, second.target) if _CHOICE.search(text, *before) and _OVER.fullmatch(text, *gap) else None
