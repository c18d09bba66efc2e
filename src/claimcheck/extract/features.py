"""Statements without a number: licences, architecture, training, successors, sizes kept secret; a sentence in, readings out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract import capabilities, licences, openness
from claimcheck.extract.cues import Cue
from claimcheck.extract.phrases import UNDISCLOSED
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.statements import statement
from claimcheck.extract.subjects import subjects_of

_ARCHITECTURES = Cue(
    r"\b(?P<moe>mixture[\s-]of[\s-]experts|MoE)\b"
    r"|\b(?:architecture transformer|transformer[\s-](?:based )?architecture)\b|\btransformer\b",
)
_TRAINING = Cue(
    r"\b(?P<rlhf>RLHF|reinforcement learning (?:with|from) human feedback)\b"
    r"|\b(?P<cai>constitutional AI)\b|\b(?P<distilled>distill(?:ed|ation) from)\b",
)
_OF_OTHERS = re.compile(  # "apart from traditional transformer models"
    r"\b(?:apart from|unlike|rather than|instead of|away from|than|traditional|conventional|typical|classic)\s(?:[\w'’-]{1,20}\s){0,3}$", re.I
)
_NONE = re.compile(r"\b(?:no|zero|without|not|third-party)\s(?:any\s)?$", re.I)
_MAKERS = re.compile(r"\b(?:makers|vendors|companies|labs|providers|developers|firms)\b", re.I)
_SUCCEEDS = re.compile(
    r"(?:['’]s)?[\s,]*(?:(?:is|was|as|it|being|positioned|serves?|intended|meant|designed|seen|launched"
    r"|introduced|released|came|the|a|direct|official)\s)*"
    r"(?:successor (?:to|of)|replacement (?:for|of)|replaces|replaced|succeeds|succeeded|supersedes"
    r"|superseded|follow-up to)\s(?:the\s|its\s|older\s|previous\s|OpenAI['’]s\s|Google['’]s\s"
    r"|Anthropic['’]s\s)*",
    re.I,
)


# one of these can match in every sentence that says any of this, unless it names a model or stands under a label
CUES = (*capabilities.CUES, *openness.CUES, *licences.CUES, _ARCHITECTURES, _TRAINING, UNDISCLOSED)


def features(sentence: Sentence) -> Iterator[Reading]:
    """Capabilities, open weights, licences and the words for architecture and training of a sentence."""
    yield from capabilities.capabilities(sentence)
    yield from openness.openness(sentence)
    yield from licences.licences(sentence)
    yield from _successors(sentence)
    for match in _ARCHITECTURES.within(sentence):
        value = "mixture of experts" if match["moe"] else "transformer"
        if sentence.context.fixed or not (value == "transformer" and _OF_OTHERS.search(sentence.text, max(sentence.start, match.start() - 50), match.start())):
            yield from statement(sentence, match.start(), match.end(), "architecture", value)
    for match in _TRAINING.within(sentence):
        value = "RLHF" if match["rlhf"] else "constitutional AI" if match["cai"] else "distillation"
        if not _NONE.search(sentence.text, max(sentence.start, match.start() - 16), match.start()):
            yield from statement(sentence, match.start(), match.end(), "training_method", value)


def _successors(sentence: Sentence) -> Iterator[Reading]:
    """ "X is positioned as the successor to Y", "X replaces Y"."""
    for left, right in zip(sentence.mentions, sentence.mentions[1:], strict=False):
        gap = sentence.text[left.end : right.start]
        if len(gap) < 70 and _SUCCEEDS.fullmatch(gap) and left.target.name != right.target.name:
            yield Reading(attribute="successor_of", value=right.target.name, start=right.start, end=right.end, targets=(left.target,), other=right.target)


def undisclosed(sentence: Sentence) -> Iterator[Reading]:
    """ "OpenAI has not published the parameter count of GPT-4" is a claim too, and mostly a true one."""
    text = sentence.text
    for match in UNDISCLOSED.within(sentence):
        window = text[max(sentence.start, match.start() - 120) : min(sentence.end, match.end() + 120)]
        if not re.search(r"\bparam(?:eter)?s?\b|\bsizes?\b|\bparameter count\b", window, re.I) and "parameters" not in sentence.context.topics:
            continue
        before = [m for m in sentence.mentions if m.end <= match.start()]
        after = [m for m in sentence.mentions if 0 <= m.start - match.end() < 90]
        chosen = tuple(t for t in subjects_of(sentence, match.start(), match.end()) if t.id or not t.family)
        if after and not before and not after[0].target.family:
            chosen = (after[0].target,)
        if not sentence.mentions and _MAKERS.search(text, sentence.start, match.start()):
            continue  # "most makers do not publish sizes" is said of nobody in particular
        if chosen:
            yield Reading(attribute="parameters", value=None, start=match.start(), end=match.end(), targets=chosen, stance="undisclosed")
        return
