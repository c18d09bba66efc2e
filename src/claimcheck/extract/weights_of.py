"""Whose weights are to be had: a sentence comes in, "the weights of X are public" and "download the weights of X" go out as readings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.cues import Cue
from claimcheck.extract.phrases import PLANNED, negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, coordinated, coordinated_forward
from claimcheck.extract.statements import only_supposed
from claimcheck.terms import Stance

# "download the weights of X", "the weights of X are freely available", "made the weights of X public"
_WEIGHTS_OF = Cue(
    r"(?P<words>(?:\b(?P<verb>download(?:ed|ing)?|releas(?:ed?|ing)|publish(?:ed|ing)?|opened|opening|made|make|shared?)\s)?the\s(?:full\s"
    r"|model\s)?weights)\s(?:of|for)\s",
)
_FREE = re.compile(
    r"\s(?:(?:are|is|were|have been)\s)?(?:(?:now|all|also|freely|openly|publicly)\s)?(?P<free>available|public|free|downloadable|open"
    r"|on hugging face)\b",
    re.I,
)


def weights_of(sentence: Sentence) -> Iterator[Reading]:
    """ "You can download the weights of X", "the weights of X are public"; that a vendor has not released them says the contrary."""
    text = sentence.text
    for match in _WEIGHTS_OF.within(sentence):
        mention = next((m for m in sentence.mentions if 0 <= m.start - match.end() <= 12), None)
        if mention is None:
            continue
        free = _FREE.match(text, mention.end, sentence.end)
        begin, _ = sentence.clause(match.start())
        denied = negated(text, begin, match.start("words") + 4)
        told = match["verb"] and match["verb"].lower() not in {"made", "make"}
        if not only_supposed(sentence, begin, match.start()) and (free or told):
            start, end = match.span("words")
            yield Reading(attribute="open_weights", value=not denied, start=start, end=end, targets=coordinated_forward(sentence, mention))


_ITS_WEIGHTS = Cue(r"\b(?:model\s)?weights\b")
_GAVE = re.compile(  # "published the full X weights", "releasing X's weights"
    r"\b(?:releas(?:ed|es?|ing)|publish(?:ed|es|ing)?|open(?:ed|s|ing)(?:\sup)?|shar(?:ed|es|ing)|post(?:ed|s|ing)|put\sout|download(?:ed|ing)?)\s"
    r"(?:(?:the|its|their|all|full|complete|base|final|model|our|new)\s){0,3}[\"“*_]{0,2}$",
    re.I,
)
_OF_NAME = re.compile(r"[\"”*_]{0,2}(?:['’]s)?\s(?:(?:full|model|base|complete|base model|final)\s){0,2}$", re.I)
_GIVEN_OUT = re.compile(
    r"\s(?:were|have been|has been|are|got)\s(?:(?:also|now|all|fully|officially|finally|later)\s){0,2}"
    r"(?:released|published|posted|uploaded|opened|open-sourced)\b"
    r"|\s(?:are|were)\s(?:(?:freely|publicly|openly|all|now)\s){0,2}(?:downloadable|public|available|open)\b",
    re.I,
)
_TAKE = Cue(
    r"\b(?:can|could|may|to|freely|simply|just|users|developers|anyone|you|and)\s(?:(?:also|freely|simply|now|legally)\s){0,2}(?P<words>download)\s(?:the\s)?[\"“*_]{0,2}"
)
_TO_RUN = re.compile(  # "download X and build upon it", "download X from Hugging Face"
    r"[\"”*_]{0,2}(?:\s\([^()]{1,40}\))?(?:\s(?:models?|family|weights))?(?:\s(?:for free|today|now|directly))?"
    r"(?:,?\sand\s(?:then\s)?(?:run|build|fine-?tune|host|self-host|modify|deploy|adapt|train|customi[sz]e)\b|\s(?:from|on|via|through)\s(?:the\s)?(?:Hugging\s?Face|Ollama|Kaggle"
    r"|ModelScope|LM Studio)\b|\sto\s(?:run|host|fine-?tune)\b)",
    re.I,
)


CUES = (_WEIGHTS_OF, _ITS_WEIGHTS, _TAKE)


def given_out(sentence: Sentence) -> Iterator[Reading]:
    """ "Acme published the full X weights", "X's weights were released", "you can download X and build upon it"."""
    text = sentence.text
    for match in _ITS_WEIGHTS.within(sentence):
        owner = next((m for m in reversed(sentence.mentions) if m.end <= match.start()), None)
        if owner is None or not _OF_NAME.fullmatch(text, owner.end, match.start()):
            continue
        begin, _ = sentence.clause(owner.start)
        gave = _GAVE.search(text, max(sentence.start, owner.start - 40), owner.start)
        out = _GIVEN_OUT.match(text, match.end(), sentence.end)
        if (gave or out) and not only_supposed(sentence, begin, match.start()) and not negated(text, begin, gave.start() if gave else match.start()):
            stance: Stance = "planned" if PLANNED.search(text[begin : match.start()]) else "asserted"
            targets = coordinated(sentence, owner)
            yield Reading(attribute="open_weights", value=True, start=match.start(), end=match.end(), targets=targets, stance=stance)
    for match in _TAKE.within(sentence):
        mention = next((m for m in sentence.mentions if m.start == match.end()), None)
        begin, _ = sentence.clause(match.start())
        if mention and _TO_RUN.match(text, mention.end, sentence.end) and not negated(text, begin, match.start("words")):
            yield Reading(attribute="open_weights", value=True, start=match.start("words"), end=mention.end, targets=coordinated_forward(sentence, mention))
