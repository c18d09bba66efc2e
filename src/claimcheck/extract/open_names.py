"""A name right behind "open-source" or "proprietary": the words and their sentence come in, the model that they are said of, or none, goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.statements import called
from claimcheck.extract.values import Target

_KIND = re.compile(r"(?:\s(?:source|weights?|weight))?\s(?:(?:(?:large|small|AI|language|reasoning|foundation|multimodal)\s){0,3}(?:model|LLM|AI)\s)?[\"'“‘]?")
_SORT = re.compile(r"(?:\s(?:source|weights?|weight))?\s(?:[\w-]{1,20}\s){0,3}?(?:model|LLM)(?=,)")  # "its second open-source MoE model, X"
_OTHER_THING = re.compile(
    r"['’]s\b|[\"'”’]?[\s-](?:alternatives?|competitors?|rivals?(?!\s(?-i:[A-Z]))|equivalents?|clones?|killers?|versions?|implementations?"
    r"|ecosystem|community|derivatives?|forks?"
    r"|replacements?|clients?|wrappers?|apps?|tools?|projects?|tokenizer|level|class|style|like|-based|distill\w*|and|or|vs)\b",
    re.I,
)
_JOINED = re.compile(r"\s(?:and|or|vs\.?|versus)\s")
_CLONES = re.compile(  # "an open-source X and Y alternative" is neither
    r"\s(?:and|or|vs\.?|versus)\s[^.,;:()]{0,40}?\b(?:alternatives?|competitors?|rivals?|equivalents?|clones?|killers?|implementations?|forks?|replacements?|clients?"
    r"|wrappers?|apps?|tools?|projects?|variants?|derivatives?|levels?|class|based|ecosystems?|communit(?:y|ies)|frameworks?|libraries)\b", re.I
)
_BARE = re.compile(r"(?:^|[,;:(]|\b(?:the|and|or|of|to|like|as|than|vs\.?|versus|with|against|over|from|both|while))\s$", re.I)  # "… and the proprietary X"
_MADE_OF_IT = re.compile(r"[\s-](?:fine-?tun\w*|variants?|versions?|deployments?|data|stack|setups?|pipelines?|systems?|code|format|weights)\b", re.I)
_ASKED = re.compile(  # "Is X open source?"
    r"[\W_]*(?:is|are|was|were|will|can|does|do)\s(?!(?:this|these|an?)\s)[^?]{2,60}?\s"
    r"(?:(?:an?|be|fully|really|truly|actually|completely|have|its)\s){0,2}", re.I
)


def is_asked(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a question asks for it ("Is X open source?"): what the answer is, the words do not say."""
    asks = "?" in sentence.text[end : sentence.end] or sentence.text[end : end + 2].startswith("?")
    return asks and _ASKED.fullmatch(sentence.text, sentence.start, start) is not None


def is_adjective(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "proprietary" is no predicate ("X is proprietary"), but belongs to a noun behind it."""
    return sentence.text[start:end].lower() == "proprietary" and re.search(r"\b(?:is|are)\s$", sentence.text[max(0, start - 4) : start]) is None


def _is_of_its_own(sentence: Sentence, start: int, behind: int) -> bool:
    """Whether "proprietary X" is said of X itself, not of what somebody made of it ("our proprietary X fine-tune")."""
    return not _MADE_OF_IT.match(sentence.text, behind) and _BARE.search(sentence.text, max(sentence.start, start - 9), start) is not None


def right_before(sentence: Sentence, start: int, end: int) -> tuple[Target, ...] | None:
    """The model that the words stand right before ("the open-source model 'X'"), None for "an open-source alternative to X" and its like."""
    mention = next((m for m in sentence.mentions if m.start >= end), None)
    text = sentence.text
    if is_adjective(sentence, start, end) and (mention is None or not _is_of_its_own(sentence, start, mention.end)):
        return ()
    if mention is None or mention.start - end > 60:
        return ()
    if not _KIND.fullmatch(text, end, mention.start):
        sort = _SORT.match(text, end, sentence.end)
        return called(sentence, start, sort.end()) if sort else ()
    if _JOINED.match(text, mention.end):
        return None if _CLONES.match(text, mention.end) else (mention.target,)
    if _OTHER_THING.match(text, mention.end):
        return () if re.match(r"['’]s\b|\s(?:and|or|vs)\b", text[mention.end :]) else None
    if text[start:end].lower().startswith("download") and not re.match(r"(?:\smodels?)?\s(?:locally|on (?:your|their))\b", text[mention.end :], re.I):
        return ()
    return (mention.target,)
