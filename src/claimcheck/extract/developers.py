"""Who made a model: a sentence comes in, "GPT-4o by OpenAI" and "OpenAI launched GPT-4o" go out as readings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.maker_verbs import IN_PASSING, MAKES, MAKES_KIND
from claimcheck.extract.makers import CLOUDS, VENDOR, fitting, means_another, vendors
from claimcheck.extract.makers_aside import aside, is_outright, is_own_kind
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, coordinated, coordinated_forward, is_object
from claimcheck.extract.values import Mention, Target

_MADE_BY = re.compile(
    r"\s?(?:\([^()]{0,30}\)\s?)?,?\s?(?:(?:is|was|were|are|an?|the|also|another|latest|new|newest"
    r"|flagship|advanced|AI|chatbot|language|models?|LLMs?|LLM|offering|creation|by|most|cost-efficient"
    r"|powerful|capable|released|yet|small|large|family|of)\s){0,11}"
    r"(?:(?:made|built|developed|created|launched|released|introduced|designed|trained|unveiled|produced"
    r"|offered|provided)\s)?(?:by|from)\s(?:the\s)?",
    re.I,
)
_MADE_LATER = re.compile(
    r"[^.;:]{0,70}?\b(?:developed|created|made|built|released|launched|introduced|designed|trained"
    r"|unveiled|published|offered|produced|announced)\s(?:and\s\w+\s)?"
    r"(?:(?:in\s|on\s)?[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},?\s)?(?:\d{4}\s)?|(?:to|on|in)\s[^,.;:()]{2,40}\s)?by\s(?:the\s|researchers at\s|a team at\s)?",
    re.I,
)
_BEHIND = re.compile(  # "X is the company behind Y", "X, the maker of Y"
    r"(?:,|\s(?:is|was|are))\s(?:the|an?)\s(?:(?!than\b)[\w-]{1,20}\s){0,4}?(?:company|lab|team|start-?up|firm|maker|creator|developer"
    r"|people)s?\s(?:behind|of)\s(?:the\s)?[“\"]?",
    re.I,
)
# "Built by X, Y is quick", "The latest model from X, Y, …": what opens a sentence is said of the name behind the comma.
_OPENS_BY = re.compile(
    r"\W*(?:(?:emerging|hailing|coming|straight)\sfrom\s(?:the\s)?"
    r"|(?:first\s)?(?:released|launched|developed|built|created|announced|introduced|made|trained|designed|unveiled|backed and built)"
    r"(?:\s(?:and|&)\s\w{4,12})?\s(?:in\s(?:[A-Z][a-z]{2,8}\s)?\d{4}\s)?by\s(?:researchers\sat\s|the\s(?:team\sat\s)?)?(?:[A-Z][A-Za-z]{1,12}['’]s?\s)?"
    r"|(?:the\s|an?\s)?(?:latest|newest|newcomer|new|model|offering|release|flagship)(?:\s(?:AI|language|model|release|offering|flagship"
    r"|entry)){0,3}\s(?:from|by)\s(?:the\s)?)"
    r"(?:(?:Chinese|French|American|US|AI|tech|giant|startup|start-up|company|lab|firm)\s){0,4}",
    re.I,
)
_OPENED = re.compile(
    r"(?:\sAI)?(?:\s(?:and|&)\s(?:released|launched|introduced|announced)\s(?:in|on)\s[\w\s]{3,18}?(?:,\s\d{4})?"
    r"|\s(?:in|on)\s[\w\s]{3,18}?(?:,\s\d{4})?)?,\s(?:the\s)?[“\"*]{0,2}"
)
# "… is a small open model from X", "— the most capable LLMs from X": a noun phrase without comparison up to the maker.
_WORD = (
    r"(?!(?:than|like|unlike|over|against|beats?|outperform\w*|surpass\w*|rivals?|versus|vs|compet\w+|other|to|with|every|any|all|similar|and|but|while|not"
    r"|alternatives?|available|alongside|on|many|most\smodels|using|via|for|in|at|between|among|inspired|we|you|they|it|try|use|better|worse"
    r"|faster|cheaper|replac\w+)\b)"
)
_PHRASE_BY = re.compile(
    rf"(?:\s\([^()]{{0,30}}\))?(?:,|\s[-–—]|:)?\s?(?:\s?(?:is|was|are)\b)?(?:\s?{_WORD}[\w.,()+’'-]{{1,24}}\s){{0,12}}"
    r"(?:models?|LLMs?|VLMs?|MoE|release|innovation|offering|assistant|chatbot|creation|system)(?:\s\([^()]{1,12}\))?\s(?:by|from)\s"
    r"(?:the\s)?(?:(?:Chinese|French|American|US|AI|tech|giant|startup|start-up|company|lab|firm|Alibaba-backed|Microsoft-backed|Amazon-backed)\s){0,4}",
    re.I,
)
_APPOSED = re.compile(r"(?:\sAI)?,\s(?:which is\s|from\s)?$", re.I)  # "Gemini, Google's flagship model that …"
_APPOSED_AFTER = re.compile(
    r"['’]s?\s(?:[\w-]{1,20}\s){0,4}?(?:(?:model|LLM|assistant|chatbot|system|family)(?=\s(?:that|which)\b|\s?[.;!]|$|,\s(?:is|has|was)\b)"
    r"|(?:model|LLM|flagship|frontier|creation|brainchild|offering|entry|release|breakthrough|powerhouse|contender|advancement)"
    r"(?=,?\s(?:in|for|to|into|within|with|of)\b|\s?[.;!,]|$))",
    re.I,
)
# "X, shown at a fair in May, is Acme's small model", "X is Acme's December 2024 release", "X (called omni) is Acme's flagship model".
_IS_ITS = re.compile(
    r"(?:\s\([^()]{1,30}\)|\s[—–]\s[^—–]{1,90}\s[—–](?=\s))?"
    r"(?:,?\s(?:announced|released|launched|unveiled|introduced|shown)\s[^.;:()]{0,60},)?\s(?:is|was|remains)\s"
)
_COMES_FROM = re.compile(  # "X comes from the Chinese lab Y", "X is the work of Y"
    r"\s(?:(?:also\s)?(?:comes?|hails?|came)\sfrom|(?:is|was)\s(?:also\s)?(?:the|a)\s(?:work|product|creation|brainchild)\s(?:of|by)|belongs\sto)\s(?:the\s)?"
    r"(?:(?:Chinese|French|American|US|AI|tech|giant|startup|start-up|company|lab|firm)\s){0,4}(?:at\s)?",
    re.I,
)
_IS_ITS_AFTER = re.compile(
    r"['’]s\s(?:(?!(?:answer|rival|response|closest|than|to)\b)[\w.-]{1,20},?\s){0,6}?(?:models?|release|LLM|flagship|family|assistant|offering)\b", re.I
)
# "Released April 28, 2025 by X.", "It is a family of language models, released by X."
_IT_IS_BY = re.compile(
    r"\W*(?:(?:released|launched|developed|built|created|announced|introduced)\s(?:(?:in|on)\s)?(?:[A-Z][a-z]{2,8}\.?\s)?(?:\d{1,2},?\s)?(?:\d{4}\s)?"
    r"|(?:it|the model|this model)\s(?:is|was)\s(?:(?:an?|the)\s(?:[\w-]{1,20}\s){0,8}?(?:models?|LLMs?|family|series),?\s(?:that\s(?:is|was)\s)?)?"
    r"(?:released|launched|developed|built|created|announced|introduced|made|trained)\s)by\s",
    re.I,
)
_IT_IS = re.compile(r"(?:It|This|The model|This model)\s(?=(?:is|was)\s)")
_THESE_FROM = re.compile(r"\W*(?:these|the|both|this)\s(?:new\s|latest\s|two\s)?models?\s(?:from|by)\s", re.I)  # "These models from Acme are …"
_OPENING = re.compile(
    r"(?:['’]s\s(?:[\w-]{1,20}\s){0,2}|\s(?:(?!(?!its\b)[a-z]{1,18}(?:s|ed)\smodel\b)[\w-]{1,20}\s){0,2}"
    r"|(?:['’]s)?\s(?:(?:latest|new|newest|unified|flagship|AI|language|first|most|advanced|small|large|open|multimodal)\s){0,5})model\b",
    re.I,
)
_ASIDE = re.compile(r"\b(?:by|and|or|with|of|from|in)\s$", re.I)
_LED = re.compile(
    r"\s(?:now\s)?(?:offers?|brings?|delivers?|introduces?|launch(?:es|ed)|enters?|aims?|wants?|presents?|releas(?:es|ed))\b", re.I
)  # "With X, Y offers …"
_TEAM = re.compile(r"\s(?:team|lab|researchers)\b", re.I)
_POSSESSIVE = re.compile(
    r"(?:['’]s?|s)\s(?:(?:new|newest|latest|updated|upgraded|flagship|own|open|powerful|popular|offering|model|most|advanced"
    r"|(?:highly|much|long|recently|newly)[\s-](?:anticipated|awaited|acclaimed|released|launched|announced|capable)|groundbreaking|innovative|revolutionary"
    r"|next-gen(?:eration)?|cutting-edge|state-of-the-art|impressive|massive|lightweight|experimental|multimodal|open-source|smaller|larger"
    r"|small|family|of|(?<=of\s)the|upcoming|recent|offering,|model,|is|(?:release|launch|unveiling|introduction|announcement)(?=\sof))\s)*[“\"‘]?",
    re.I,
)


_PLAINLY_BY = re.compile(r"\b(?:developed|created|built|made|trained|designed)\s(?:[^.;:]{0,30}\s)?by\s", re.I)
_LINE = re.compile(r"\s(?:series|family|models?|LLMs?)\b")
_SURROUNDINGS = re.compile(r"(?:/\w+)?\s(?:ecosystem|stack|shop|cloud|workspace|environment|integrations?|partnership|investors?|backers?)\b", re.I)


def developers(sentence: Sentence) -> Iterator[Reading]:
    """ "GPT-4o by OpenAI", "OpenAI launched GPT-4o", "OpenAI's GPT-4o"."""
    if not (sentence.mentions or sentence.context.subjects) or not VENDOR.may_be_in(sentence):
        return
    text = sentence.text
    if not sentence.mentions:
        yield from of_subject(sentence)
        return
    for vendor, start, end in vendors(text, sentence.start, sentence.end):
        if any(m.start < end and start < m.end for m in sentence.mentions if len(m.text) > end - start) or _SURROUNDINGS.match(text, end):
            continue
        targets = _opened(sentence, start, end) or _named_after(sentence, start, end) or _named_before(sentence, start, end)
        targets = tuple(t for t in targets if not means_another(vendor, t) or is_outright(sentence, start, end, t))
        targets = targets or tuple(target for target in aside(sentence, vendor, start, end) if _is_known(target))
        if targets := fitting(vendor, targets):
            yield Reading(attribute="developer", value=vendor, start=start, end=end, targets=targets)


_NO_NEWS = re.compile(r"\s(?:would|will|available)\b")
_GOES_ON = re.compile(r"\s(?:is|was|are|were|has|had|can|could|runs|does|did)\b")  # "… for phones: X was shown beside it"
_AS_SERVICE = re.compile(
    r"\s(?:(?:support|integration|access|plugins?|apps?|agents?)\b|(?:on|in|for|to|through|via|across)\s(?:its\s|the\s|their\s)?(?:[\w-]{1,20}\s){0,2}?"
    r"(?:Azure|Bedrock|Vertex|cloud|GitHub|Copilot|Foundry|SageMaker|catalog|platform|marketplace|customers|Cortex|watsonx)\b)",
    re.I,
)  # "Microsoft launched GPT-4o on Azure"


def _opened(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """The model of a sentence that opens with its maker: "Built by Google, Gemini 3 Pro …"."""
    if start - sentence.start > 90 or not _OPENS_BY.fullmatch(sentence.text, sentence.start, start):
        return ()
    first = next((m for m in sentence.mentions if m.start >= end), None)
    return (first.target,) if first and _OPENED.fullmatch(sentence.text, end, first.start) else ()


def _named_after(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """The models that follow their maker: "OpenAI launched GPT-4o", "OpenAI's GPT-4o"."""
    text = sentence.text
    after = [m for m in sentence.mentions if m.start >= end and not _TEAM.match(text, m.end)]
    if not after:
        return ()
    gap = text[end : after[0].start]
    if not _is_known(after[0].target) and not (MAKES.fullmatch(gap) and _LINE.match(text, after[0].end)):
        return ()
    backer = gap.startswith(",") and _ASIDE.search(text, max(sentence.start, start - 8), start)  # "A, backed by B, has launched X"
    if not _POSSESSIVE.fullmatch(gap) and not _BEHIND.fullmatch(gap):
        made = None if backer or len(gap) > 200 else MAKES.fullmatch(gap) or MAKES_KIND.fullmatch(gap) or IN_PASSING.fullmatch(gap)
        resold = made is not None and ((made.groupdict().get("offers") and text[start:end] in CLOUDS) or _AS_SERVICE.match(text, after[0].end))
        if made is None or resold or _NO_NEWS.match(text, after[0].end) or (gap.rstrip().endswith(":") and _GOES_ON.match(text, after[0].end)):
            return ()
    if len(after) > 1 and re.fullmatch(r"(?:\sfamily)?:\s", text[after[0].end : after[1].start]) and re.search(r"\b(?:variant|version|member) of\s$", gap):
        after = after[1:]  # "another variant of X: X Deep"
    others = [m.start for m in after[1:]]
    stop = next((v[1] for v in vendors(text, after[0].end, sentence.end)), sentence.end)
    group = coordinated_forward(sentence, after[0]) if not others or stop > others[0] else (after[0].target,)
    return tuple(t for t in group if t.parts[:1] == after[0].target.parts[:1] or re.match(r"o\d", t.parts[0]))


def _named_before(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """The model that its maker follows: "GPT-4o by OpenAI", "GPT-4o (OpenAI)", "GPT-4o, OpenAI's flagship model"."""
    text = sentence.text
    before = [m for m in sentence.mentions if m.end <= start]
    if before and _APPOSED.fullmatch(text, before[-1].end, start) and _APPOSED_AFTER.match(text, end) and not is_object(sentence, before[-1]):
        return (before[-1].target,)
    own = [m for m in before if not is_object(sentence, m)]
    if own and is_object(sentence, before[-1]) and re.search(r",\s[^,]{0,60}$", text[before[-1].end : start]):
        before = own
    if not before:
        return ()
    gap = text[before[-1].end : start]
    if re.fullmatch(r"[\s\"”*]*(?:(?:model\s)?(?:family|series|models)\s)?\((?:by\s)?", gap):
        if re.match(r"\s?[,);]", text[end:]):
            return _side_by_side(text, before)
        if re.match(r"(?:['’]s)?\s(?:[\w-]{1,20}\s){0,2}models?\)", text[end : end + 60]):
            return coordinated(sentence, before[-1])
    if own and _IS_ITS.fullmatch(text, own[-1].end, start) and _IS_ITS_AFTER.match(text, end):
        return coordinated(sentence, own[-1])
    if gap == ", " and _LED.match(text, end) and re.match(r"\W*With\s", text[sentence.start : before[-1].start]):
        return coordinated(sentence, before[-1])
    plain = gap.replace("”", "").replace('"', "").replace("“", "")
    if len(gap) >= 90 or not (_is_known(before[-1].target) or _PLAINLY_BY.search(plain)):
        return ()
    if not is_object(sentence, before[-1]) and _COMES_FROM.fullmatch(gap):
        return coordinated(sentence, before[-1])
    made = _MADE_BY.fullmatch(plain) or _MADE_LATER.fullmatch(plain) or (len(before) == 1 and _PHRASE_BY.fullmatch(plain))
    return (before[-1].target,) if made else ()


def _side_by_side(text: str, before: Sequence[Mention]) -> tuple[Target, ...]:
    """The last of the names, with those of its family before a stroke: "X 2 / X 2 Mini (Acme)"."""
    group = [before[-1]]
    for mention in reversed(before[:-1]):
        if not re.fullmatch(r"\s?/\s?", text[mention.end : group[-1].start]) or mention.target.parts[:1] != group[-1].target.parts[:1]:
            break
        group.append(mention)
    return tuple(m.target for m in reversed(group))


def of_subject(sentence: Sentence) -> Iterator[Reading]:
    """ "A language model from OpenAI", said of the one model that a label, cell or heading names."""
    targets = sentence.context.subjects
    if len(targets) != 1 or not sentence.anchored() or not _is_known(targets[0]):
        return
    for vendor, start, end in vendors(sentence.text, sentence.start, sentence.end)[:1]:
        named = sentence.context.fixed or bool(sentence.context.label_text)
        opening = start == sentence.start and bool(_OPENING.match(sentence.text, end, sentence.end) or (named and is_own_kind(sentence.text, end)))
        told = _IT_IS_BY.fullmatch(sentence.text, sentence.start, start)
        if (not told and means_another(vendor, targets[0])) or not fitting(vendor, targets):
            continue
        opening = opening or _THESE_FROM.fullmatch(sentence.text, sentence.start, start) is not None
        spoken = _IT_IS.match(sentence.text, sentence.start, start)
        phrase = spoken.end() - 1 if spoken else sentence.start
        if opening or told or aside(sentence, vendor, start, end) or (start - sentence.start < 120 and _PHRASE_BY.fullmatch(sentence.text, phrase, start)):
            yield Reading(attribute="developer", value=vendor, start=start, end=end, targets=targets)


def _is_known(target: Target) -> bool:
    """A model, or a family with a version or a place in the reference."""
    return not target.family or target.id is not None or any(part[0].isdigit() for part in target.parts)
