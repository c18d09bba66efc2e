"""Open weights: a sentence or a label comes in, whether it calls a model's weights open or closed goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.cues import Cue
from claimcheck.extract.phrases import negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.statements import statement

_OPEN = Cue(
    r"\bopen[\s-]?(?:ly\s)?(?:source|sourced|weights?|weight)\b"
    r"|\bweights are (?:openly|freely|publicly) available\b"
    r"|\b(?:openly|freely|publicly)[\s-]available weights\b|\bdownloadable weights\b"
    r"|\bweights "
    r"(?:can be downloaded|are (?:on (?:the web|hugging face)|downloadable|open|public|available))\b"
    r"|\bopen weights\b|\bopen(?:ly available)? (?:large language |foundation |language |multimodal |MoE )?model\b",
)
_CLOSED = Cue(
    r"\bclosed[\s-]?(?:source|sourced|weights?)\b|(?<=\bis\s)proprietary\b|(?<=\bare\s)proprietary\b"
    r"|\bproprietary\s(?:model|llm)\b",
)
_GENERIC = re.compile(
    r"\b(?:most|other|many|all|any|among|leading|best|than|the|their|between|some|these|like|community"
    r"|driving|drove|existing|comparable|top|counterparts|of|for|larger|popular|via|using|in|to|on|with"
    r"|and|or|from|by|other leading|against|support|every)\s(?:the\s)?$",
    re.I,
)
_OPEN_NOUN = re.compile(
    r"[\s-](?:llms\b|AI\b(?=\s(?:remains?|is|has|will|models|community|and|as)\b|[.,;])"
    r"|variants?|options|large language models|and (?:closed|proprietary)|licen[sc]e"
    r"|definition|initiative|sense|standards?|community|alternatives|models\b(?! (?:is|are))"
    r"|counterparts|competitors|competition|ecosystem|development|tools?|projects?|tokenizer"
    r"|contributions?|movement|world|space|frameworks?|library)",
    re.I,
)


_OPEN_ITSELF = re.compile(r"\s(?:is|was|has|remains|wins|won|will|keeps|stays)\b")  # "Open source is stronger than ever"
_KINDS = re.compile(r"[\s-][\w-]{3,14}\smodels\b", re.I)  # "open-source distilled models" are others
_SAID = re.compile(r"\b(?:are|were|as|both)\s(?:all\s|both\s)?$", re.I)
_ONE_OF = re.compile(r"\bone of the (?:[\w-]{1,20}\s){0,3}$", re.I)  # "one of the largest open-weight models"
_NOUN_AFTER = re.compile(r"\s(?:under|available|on\s|from|are|were|make|let|mean)|[.,;)]|$|\sand\s", re.I)


def _is_noun(words: str, before: str, after: str) -> bool:
    """Whether the words say what the model has or is of their own ("with open weights", "its open-source nature")."""
    if re.fullmatch(r"open weights", words, re.I) and _NOUN_AFTER.match(after):
        return re.search(r"(?<!models )(?<!most )\b(?:with|the|its)\s$", before, re.I) is not None
    return re.match(r"\s(?:nature|status|availability)\b", after, re.I) is not None


def openness(sentence: Sentence) -> Iterator[Reading]:
    """Readings of the words for open and closed weights in a sentence."""
    text = sentence.text
    for pattern, value in ((_OPEN, True), (_CLOSED, False)):
        for match in pattern.within(sentence):
            before = text[max(sentence.start, match.start() - 40) : match.start()]
            after = text[match.end() : match.end() + 18]
            if _GENERIC.search(before) and not _is_noun(match.group(), before, after) and not re.search(r"\b(?:its|released its)\s(?:\w+\s)?$", before, re.I):
                if not re.search(r"\bthe (?:only|first)\s$|\bavailable as open|\bas\s$", before, re.I):
                    continue
            if (_OPEN_NOUN.match(after) or (_KINDS.match(after) and not _SAID.search(before))) and not (
                _ONE_OF.search(before) and re.match(r"\s(?:[\w-]+\s)?models\b", after)
            ):
                continue
            if _OPEN_ITSELF.match(after) and not text[sentence.start : match.start()].strip(' "“*_'):
                continue
            begin, _ = sentence.clause(match.start())
            if re.search(r"[“\"‘']$|\b(?:definition of|strictly|truly|(?<!is )(?<!being )fully)\s$", before):
                continue
            if negated(text, begin, match.start()):
                if re.search(r"\b(?:not|n['’]t)\s(?:an?\s)?$|[✘❌✗]\s*(?:not\s)?$", before, re.I):
                    yield from statement(sentence, match.start(), match.end(), "open_weights", not value)
            else:
                yield from statement(sentence, match.start(), match.end(), "open_weights", value)


def open_label(text: str) -> tuple[int, int] | None:
    """Where a label says "Open-Source" and nothing else, None otherwise."""
    match = re.fullmatch(r"\W*(?P<word>open[\s-](?:source|weights?))\W*", text, re.I)
    return match.span("word") if match else None
