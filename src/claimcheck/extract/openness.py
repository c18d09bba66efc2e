"""Open weights: a sentence or a label comes in, whether it calls a model's weights open or closed goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.cues import Cue
from claimcheck.extract.phrases import negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.statements import statement
from claimcheck.extract.values import Target

_OPEN = Cue(
    r"\bopen[\s-]?(?:ly\s)?(?:source|sourced|weights?|weight)\b"
    r"|\bweights are (?:openly|freely|publicly) available\b"
    r"|\b(?:openly|freely|publicly)[\s-]available weights\b|\bdownloadable weights\b"
    r"|\bweights "
    r"(?:can be downloaded|are (?:on (?:the web|hugging face)|downloadable|open|public|available))\b"
    r"|\bopen weights\b|\bopen(?:ly available)? (?:large language |foundation |language |multimodal |MoE )?model\b"
    r"|\bweights (?:openly|freely|publicly) (?:available|downloadable)\b|\bopenly available (?=(?:large )?(?:language models|LLMs))"
    r"|\bdownload and (?:run|self-host)(?=\s)",
)
_CLOSED = Cue(
    r"\bclosed[\s-]?(?:source|sourced|weights?)\b|(?<=\bis\s)proprietary\b|(?<=\bare\s)proprietary\b"
    r"|\bproprietary\s(?:model|llm)\b",
)
_GENERIC = re.compile(
    r"\b(?:that|most|other|many|all|any|among|leading|best|than|the|their|between|some|these|like|community"
    r"|driving|drove|existing|comparable|top|counterparts|of|for|larger|popular|via|using|in|to|on|with"
    r"|and|or|from|by|other leading|against|support|every)\s(?:the\s)?$",
    re.I,
)
_OPEN_NOUN = re.compile(
    r"[\s-](?:llms\b|AI\b(?=\s(?:remains?|is|has|will|models|community|and|as)\b|[.,;])"
    r"|variants?|options|large language models|and (?:closed|proprietary)|licen[sc]e"
    r"|definition|initiative|sense|standards?|community|alternatives|models\b(?! (?:is|are))"
    r"|counterparts|competitors|competition|ecosystem|development|tools?|projects?|tokenizer"
    r"|contributions?|movement|world|space|frameworks?|library|leaderboards?|rankings?|category)"
    r"|-LLMs?\b",
    re.I,
)


_OPEN_ITSELF = re.compile(r"\s(?:is|was|has|remains|wins|won|will|keeps|stays)\b")  # "Open source is stronger than ever"
_KINDS = re.compile(r"[\s-][\w-]{3,14}\smodels\b", re.I)  # "open-source distilled models" are others
_SAID = re.compile(r"\b(?:are|were|as|both)\s(?:all\s|both\s)?$", re.I)
_ONE_OF = re.compile(r"\bone of the (?:[\w-]{1,20}\s){0,3}$", re.I)  # "one of the largest open-weight models"
_ITS_LINE = re.compile(r"\b(?:family|series|suite|collection|generation) of $", re.I)  # "in a family of openly available LLMs"
_APPOSED = re.compile(r"(?:,|\s(?:is|was|remains))\s(?:an?|the)\s(?:(?!(?:best|top|leading|like|of|to|for)\b)[\w-]{1,20}\s){0,3}$", re.I)
_KIND = re.compile(r"(?:\s(?:source|weights?|weight))?\s(?:(?:(?:large|small|AI|language|reasoning|foundation|multimodal)\s){0,3}(?:model|LLM|AI)\s)?[\"'“‘]?")
_OTHER_THING = re.compile(
    r"['’]s\b|[\"'”’]?[\s-](?:alternatives?|competitors?|rivals?|equivalents?|clones?|killers?|versions?|implementations?|ecosystem|community|derivatives?|forks?"
    r"|replacements?|clients?|wrappers?|apps?|tools?|projects?|tokenizer|level|class|style|like|-based|distill\w*|and|or|vs)\b",
    re.I,
)
_NOUN_AFTER = re.compile(r"\s(?:under|available|on\s|from|are|were|make|let|mean)|[.,;)]|$|\sand\s", re.I)


def _is_noun(words: str, before: str, after: str) -> bool:
    """Whether the words say what the model has or is of their own ("with open weights", "its open-source nature")."""
    if re.fullmatch(r"open weights", words, re.I) and _NOUN_AFTER.match(after):
        return re.search(r"(?<!models )(?<!most )\b(?:with|the|its)\s$", before, re.I) is not None
    return re.match(r"\s(?:nature|status|availability)\b", after, re.I) is not None


def _named(sentence: Sentence, start: int, end: int) -> tuple[Target, ...] | None:
    """The model that the words stand right before ("the open-source model 'X'"), None for "an open-source alternative to X" and its like."""
    mention = next((m for m in sentence.mentions if m.start >= end), None)
    text = sentence.text
    if mention is None or mention.start - end > 60 or not _KIND.fullmatch(text, end, mention.start):
        return ()
    if _OTHER_THING.match(text, mention.end):
        return () if re.match(r"['’]s\b|\s(?:and|or|vs)\b", text[mention.end :]) else None
    if text[start:end].lower().startswith("download") and not re.match(r"(?:\smodels?)?\s(?:locally|on (?:your|their))\b", text[mention.end :], re.I):
        return ()
    return (mention.target,)


def _said_of_it(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words that are often said of others are said of a model here: "X, the bold open-source AI.", "a family of openly available LLMs"."""
    text = sentence.text
    if _ITS_LINE.search(text, max(sentence.start, start - 40), start):
        return text[end:].startswith("large") or text[end:].startswith(("LLMs", "language"))
    before = [m for m in sentence.mentions if m.end <= start]
    alone = re.match(r"\sAI(?:\s?[.,;!)]|$)", text[end : min(sentence.end, end + 6)]) is not None
    return bool(before) and alone and _APPOSED.fullmatch(text, before[-1].end, start) is not None


def openness(sentence: Sentence) -> Iterator[Reading]:
    """Readings of the words for open and closed weights in a sentence."""
    text = sentence.text
    for pattern, value in ((_OPEN, True), (_CLOSED, False)):
        for match in pattern.within(sentence):
            before = text[max(sentence.start, match.start() - 40) : match.start()]
            after = text[match.end() : match.end() + 18]
            begin, _ = sentence.clause(match.start())
            named = _named(sentence, match.start(), match.end())
            if named is None:
                continue
            if named and not negated(text, begin, match.start()):
                yield Reading(attribute="open_weights", value=value, start=match.start(), end=match.end(), targets=named)
                continue
            if match.group().lower().startswith("download and"):
                continue
            if _said_of_it(sentence, match.start(), match.end()):
                yield from statement(sentence, match.start(), match.end(), "open_weights", value)
                continue
            if _GENERIC.search(before) and not _is_noun(match.group(), before, after) and not re.search(r"\b(?:its|released its)\s(?:\w+\s)?$", before, re.I):
                if not re.search(r"\bthe (?:only|first)\s$|\bavailable as open|\bas\s$", before, re.I):
                    continue
            if (_OPEN_NOUN.match(after) or (_KINDS.match(after) and not _SAID.search(before))) and not (
                _ONE_OF.search(before) and re.match(r"\s(?:[\w-]+\s)?(?:models|LLMs)\b", after)
            ):
                continue
            if _OPEN_ITSELF.match(after) and not text[sentence.start : match.start()].strip(' "“*_'):
                continue
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
