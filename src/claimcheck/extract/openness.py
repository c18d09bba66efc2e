"""Open weights: a sentence or a label comes in, whether it calls a model's weights open or closed goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract import weights_of
from claimcheck.extract.cues import Cue
from claimcheck.extract.open_lists import examples, labelled_list, noted, such, under_label, wanted
from claimcheck.extract.open_names import is_adjective, is_asked, right_before
from claimcheck.extract.open_words import GOES_ON, OTHER_NOUN
from claimcheck.extract.phrases import negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, coordinated_forward, is_object
from claimcheck.extract.statements import statement
from claimcheck.extract.values import Target

OPEN = Cue(
    r"\bopen[\s-]?(?:ly\s)?(?:source|sourced|weights?|weight)\b"
    r"|\bweights are (?:openly|freely|publicly) available\b"
    r"|\b(?:openly|freely|publicly)[\s-]available weights\b|\bdownloadable weights\b"
    r"|\bweights "
    r"(?:can be downloaded|are (?:on (?:the web|hugging face)|downloadable|open|public|available|free(?!\sof)))\b"
    r"|\bopen weights\b|\bopen(?:ly available)? (?:large language |foundation |language |multimodal |MoE )?model\b"
    r"|\bopen (?:large language |foundation |language |multimodal |MoE )?models\b"
    r"|\bweights (?:(?:are|were|have been|fully|freely|openly|publicly|also|now|all) ){0,3}(?:released|published|available|hosted)"
    r"(?= (?:on|via|through|under|at|to the public)\b)"
    r"|\bweights (?:openly|freely|publicly) (?:available|downloadable)\b|\bopenly available (?=(?:large )?(?:language models|LLMs))"
    r"|\bdownload and (?:run|self-host)(?=\s)",
)
_CLOSED = Cue(
    r"\bclosed[\s-]?(?:source|sourced|weights?)\b|(?<=\bis\s)proprietary\b|(?<=\bare\s)proprietary\b"
    r"|\bproprietary\s(?:model\s)?weights\b|\bproprietary\s(?:(?:frontier|multimodal|reasoning|language|large|AI|flagship|cloud|API-only)\s){0,2}(?:model|llm)s?\b"
    r"|\bclosed\s(?:(?:AI|frontier|commercial|language)\s)?(?:models|LLMs)\b"
    r"|\bproprietary(?=\s(?-i:[A-Z]))|\b(?:remains|stays) closed\b(?!\s(?:to|for|at|until)\b)",
)
_MIXED = re.compile(  # both kinds
    r"\b(?:open|closed|proprietary|commercial)(?:[\s-](?:source|weights?)|-)?(?:\s(?:and|or|&)|\s?/)\s?(?:leading\s|top\s)?$", re.I
)
_BEST = re.compile(
    r"(?:\b(?:is|was|remains|as)\s(?:\w+\s)?|:\s|[,–—]\s|\(|^\W*)(?:the\s|our\s)?(?:(?:current|overall)\s)?(?:best|top|leading|strongest|largest"
    r"|biggest|cheapest)\s$",
    re.I,
)
_ARE = re.compile(r"\b(?:is|are|was|were|remains?)\s(?:(?:an?|both|all|fully|still|currently|completely)\s){0,2}$", re.I)
_MODELS = re.compile(r"(?:\s[\w-]{1,20}){0,2}?\s(?:models?|LLMs?|systems?)\b", re.I)  # "X and Y are open-source models"
_NATURE_OF = re.compile(r"\s(?:nature|availability|status|release)\sof\s(?:the\s)?", re.I)
_PICK = re.compile(r"\s(?:option|choice|pick|all-rounder|contender|performer|coder|alternative(?!\sto\b))\b")  # "X: best open-source option"
_NOTE_ENDS = re.compile(r"\s?(?:[).,;]|$)")  # "X – 42% (best open-source)"
_ONE_MODEL = re.compile(r"[\s-]?(?:(?:source|weights?|reasoning|thinking|coding|AI|language|large|multimodal|small)\s){0,3}(?:model|LLM)\b", re.I)
_GENERIC = re.compile(
    r"\b(?:which|whichever|what|another|that|most|other|many|all|any|among|leading|best|than|the|their|between|some|these|like|community"
    r"|driving|drove|existing|comparable|managed|consider|choose|choosing|evaluate|explore|top|counterparts|of|for|larger|popular|via|using|in|to|on|with"
    r"|and|or|from|by|other leading|against|support|every)\s(?:the\s)?$",
    re.I,
)
_TAKEN = re.compile(  # "… and actually got a 9B open-weight model": another one
    r"\b(?:got|gets?|getting|us(?:e|es|ing)|cho(?:ose|oses|osing|se)|pick(?:s|ing)?|run(?:s|ning)?|via|through|into|to|onto|deploy(?:s|ing)?|than|from|per)"
    r"\san?\s(?:[\w.-]{1,20}\s){0,3}$", re.I
)
_LIKE = re.compile(r"(?:[\s-][\w-]{1,16}){0,3}?\s(?:like|such as|called|named)\s", re.I)


# "Open source is stronger than ever", "it was a spring when open source caught up"
_OPEN_ITSELF = re.compile(
    r"\s(?:is|was|has|remains|wins|won|will|keeps|stays|hits?|reache[sd]|catches|caught|closes|closed|continues|gains|gained|matche[sd])\b"
)
# open source at large
_OPEN_OBJECT = re.compile(r"\b(?:kill(?:s|ed|ing)?|destroy\w*|hurt(?:s|ing)?|love[sd]?|future of|harm\w*|fund(?:s|ed|ing)?|sustain\w*)\s(?:the\s)?$", re.I)
_OPENS_CLAUSE = re.compile(r"(?:^|[,;:]\s|\b(?:when|while|and|as|that|where)\s)[\s“\"*_]*$")
_FAMILYS_OWN = re.compile(r"(?:['’]s|\b(?:is|was)\san?)\s(?:[\w-]{1,20}\s)?$")  # "Acme's open-weight model family"
_DOUBTED = re.compile(
    r"[“\"‘']$|\b(?:definition of|strictly|truly"
    r"|(?<!is )(?<!being )(?<!are )(?<!\ba )(?<!all )(?<!\bas )(?<!was )(?<!and )(?<!both )(?<!been )(?<!, )fully)\s$"
)
_KINDS = re.compile(r"[\s-][\w-]{3,14}\smodels\b", re.I)  # "open-source distilled models" are others
_SAID = re.compile(r"\b(?:are|were|as|both)\s(?:all\s|both\s)?$", re.I)
_ONE_OF = re.compile(r"\bone of the (?:[\w-]{1,20}\s){0,3}$", re.I)  # "one of the largest open-weight models"
_ITS_LINE = re.compile(  # "in a family of openly available LLMs", "the latest generation of open-source models"
    r"\b(?:family|series|suite|collection|generation|line|set|pair|trio|duo|range|line-?up) of "
    r"(?:(?:its |the |our )?(?:four|three|two|new|powerful|state-of-the-art|advanced|efficient|small|large) ){0,2}$", re.I
)
_IS_LINE = re.compile(
    r"[\s*”\"]{0,3}(?:,|(?:is|are|was|isn['’]t|represents|belongs\sto)\b)(?:(?!\b(?:about|than|like|asked|unlike|by|against)\b)[^.;:]){0,90}", re.I
)
_LINE_NOUN = re.compile(r"(?:[\s-](?:weights?|source|AI|large|language|foundation|multimodal|reasoning|generative|coding)){0,4}[\s-](?:models?|LLMs?)\b", re.I)
_UNDER = re.compile(  # "is available under a permissive open-source licence"
    r"\b(?:released|available|published|distributed|licen[sc]ed|offered|provided|is|are|comes?)\s(?:freely\s)?under\s(?:an?|its|their|the)\s"
    r"(?:[\w-]{1,20},?\s){0,3}$", re.I
)
_LICENCE = re.compile(r"(?:\s(?:Apache[\s-]2\.0|Apache|MIT|BSD))?[\s,]{1,2}licen[sc]e\b", re.I)
_APPOSED = re.compile(r"(?:,|\s(?:is|was|remains))\s(?:an?|the)\s(?:(?!(?:best|top|leading|like|of|to|for)\b)[\w-]{1,20}\s){0,3}$", re.I)
_LIKENESS = re.compile(r"\s(?:clone|copy|rival|competitor|equivalent|replica|reproduction|implementation|alternative|answer)\s(?:of|to|for)\b", re.I)
# "the X wrapper is open"
_NO_MODEL = re.compile(
    r"[\s-](?:wrappers?|clients?|apps?|plugins?|adapters?|clones?|alternatives?|forks?|SDKs?|integrations?|agents?|tools?)\b",
    re.I,
)
_NOUN_AFTER = re.compile(r"\s\(|\s(?:under|available|on\s|from|are|were|make|let|mean)|[.,;)]|$|\sand\s", re.I)


def _is_noun(words: str, before: str, after: str) -> bool:
    """Whether the words say what the model has or is of their own ("with open weights", "its open-source nature")."""
    if re.fullmatch(r"open weights", words, re.I) and _NOUN_AFTER.match(after):
        return re.search(r"(?<!models )(?<!most )\b(?:with|the|its)\s$", before, re.I) is not None
    return re.match(r"\s(?:nature|status|availability|access(?:ibility)?)\b", after, re.I) is not None


def _said_of_it(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words that are often said of others are said of a model here: "X, the bold open-source AI.", "a family of openly available LLMs"."""
    text = sentence.text
    if _ITS_LINE.search(text, max(sentence.start, start - 60), start):
        last = next((m.end for m in reversed(sentence.mentions) if m.end <= start), -1)
        named = last >= 0 and _IS_LINE.fullmatch(text, last, start) is not None
        own = text[start:end].lower().endswith(("models", "llms")) or _LINE_NOUN.match(text, end, sentence.end) is not None
        return text[end:].startswith(("large", "LLMs", "language")) or (named and own)
    if _UNDER.search(text, max(sentence.start, start - 90), start) and _LICENCE.match(text, end):
        return True
    before = [m for m in sentence.mentions if m.end <= start]
    alone = re.match(r"\sAI(?:\s?[.,;!)]|$)", text[end : min(sentence.end, end + 6)]) is not None
    return bool(before) and alone and _APPOSED.fullmatch(text, before[-1].end, start) is not None


CUES = (OPEN, _CLOSED, *weights_of.CUES)


def openness(sentence: Sentence) -> Iterator[Reading]:
    """Readings of the words for open and closed weights in a sentence."""
    yield from weights_of.weights_of(sentence)
    yield from weights_of.given_out(sentence)
    yield from under_label(sentence)
    yield from noted(sentence)
    for pattern, value in ((OPEN, True), (_CLOSED, False)):
        for match in pattern.within(sentence):
            yield from _of_words(sentence, match, value)


_AGAINST_CLOSED = re.compile(r"\s(?:over|vs\.?|versus|or|and|against)\s(?:proprietary|closed|commercial|open)\b", re.I)  # "choose open source over proprietary"


def _of_words(sentence: Sentence, match: re.Match[str], value: bool) -> Iterator[Reading]:
    """What one place that speaks of open or closed weights says, nothing where it says nothing of a model."""
    text, (start, end) = sentence.text, match.span()
    if is_asked(sentence, start, end):
        return
    begin, _ = sentence.clause(start)
    denied = negated(text, begin, start)
    named = () if _is_plural(match) else right_before(sentence, start, end)
    if named is None:
        return
    if value is False and not named and is_adjective(sentence, start, end):
        return
    told = named or _told(sentence, start, end)
    if told and not denied:
        yield Reading(attribute="open_weights", value=value, start=start, end=end, targets=told)
        return
    if match.group().lower().startswith("download and") or _AGAINST_CLOSED.match(text, end):
        return
    before = text[max(sentence.start, start - 40) : start]
    last = next((m for m in reversed(sentence.mentions) if m.end <= start), None)
    if last is None and _LIKENESS.match(text, end):
        return  # "an open-source clone of X"
    if last is not None and re.match(r"['’]s\b", text[last.end : last.end + 3]) is None and _NO_MODEL.match(text, last.end):
        return
    if (value and _is_best(sentence, match, before)) or _predicated(sentence, match, before) or _said_of_it(sentence, start, end):
        yield from statement(sentence, start, end, "open_weights", value)
    elif _says_nothing(sentence, match, before):
        return
    elif not denied:
        yield from statement(sentence, start, end, "open_weights", value)
    elif re.search(r"\b(?:not|n['’]t)\s(?:an?\s)?$|[✘❌✗]\s*(?:not\s)?$", before, re.I):
        yield from statement(sentence, start, end, "open_weights", not value)


def _told(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """The models that "the open-source nature of X" and lists behind the words name."""
    if _AGAINST_CLOSED.match(sentence.text, end) or sentence.text[start : start + 8].lower() == "download":
        return ()
    owned = _NATURE_OF.match(sentence.text, end)
    owner = next((m for m in sentence.mentions if owned and m.start == owned.end()), None)
    if owner is not None and not owner.possessive:
        return coordinated_forward(sentence, owner)
    listed = examples(sentence, end) or labelled_list(sentence, start, end) or wanted(sentence, start, end) or such(sentence, start)
    return () if listed and _MIXED.search(sentence.text, max(sentence.start, start - 40), start) else listed


def _is_best(sentence: Sentence, match: re.Match[str], before: str) -> bool:
    """Whether a model is called the best open one: "X: the best open-source model", "X – 42% (best open-source)", "X: best open-source option"."""
    if not _BEST.search(before):
        return False
    if _PICK.match(sentence.text, match.end()):
        return bool(sentence.mentions or sentence.context.label_text)
    one = match.group().lower().endswith("model") or _ONE_MODEL.match(sentence.text, match.end())
    return bool(one or _NOTE_ENDS.match(sentence.text, match.end()))


def _predicated(sentence: Sentence, match: re.Match[str], before: str) -> bool:
    """Whether the words are what a model named in the sentence, or several, are said to be: "X and Y are closed-source models"."""
    plural = match.group().lower().endswith(("model", "models", "llm", "llms"))
    said = _ARE.search(before) is not None and (plural or _MODELS.match(sentence.text, match.end(), sentence.end) is not None)
    last = next((m for m in reversed(sentence.mentions) if m.end <= match.start()), None)
    near = last is not None and match.start() - last.end < 24 and not is_object(sentence, last)
    return said and near and not negated(sentence.text, sentence.clause(match.start())[0], match.start())


def _is_plural(match: re.Match[str]) -> bool:
    return match.group().lower().endswith(("models", "llms"))


def _says_nothing(sentence: Sentence, match: re.Match[str], before: str) -> bool:
    """Whether the words are said of others, of open source itself, or with a doubt ("truly open")."""
    after = sentence.text[match.end() : match.end() + 40]
    if (_is_plural(match) and not _ONE_OF.search(before)) or after[:7] == " or not":
        return True
    if match.group()[:7].lower() == "weights":  # "The weights are open"
        return False
    if (_TAKEN.search(before) and not _LIKE.match(after)) or (_OPEN_OBJECT.search(before) and not re.match(r"\s\w", after)):
        return True
    if _GENERIC.search(before) and not _is_noun(match.group(), before, after) and not re.search(r"\b(?:its|released its)\s(?:\w+\s)?$", before, re.I):
        if not re.search(r"\bthe (?:only|first)\s$|\b(?:is|was) another\s$|\bavailable as open|\bas\s$", before, re.I):
            return True
    if _FAMILYS_OWN.search(before) and after.startswith(" model family"):
        return False
    if OTHER_NOUN.match(after) and re.search(r"\b(?:available|released|published|offered)\sas\s(?:fully\s)?$", before, re.I):
        return False  # "will be available as open-source software"
    if (OTHER_NOUN.match(after) or (_KINDS.match(after) and not _SAID.search(before))) and not (
        _ONE_OF.search(before) and re.match(r"\s(?:[\w-]+\s)?(?:models|LLMs)\b", after)
    ):
        return True
    if re.match(r"open[\s-](?:source|weights?)$", match.group(), re.I) and not GOES_ON.match(sentence.text[match.end() : match.end() + 80]):
        return True
    alone = re.fullmatch(r"open[\s-]source", match.group(), re.I) is not None and not any(m.end <= match.start() for m in sentence.mentions)
    led = alone or _OPENS_CLAUSE.search(sentence.text[sentence.start : match.start()])
    if _OPEN_ITSELF.match(after) and led:
        return True
    return _DOUBTED.search(before) is not None
