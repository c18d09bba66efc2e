"""Licences: a sentence comes in, readings of the licences that it names go out; and which names of models are only part of a licence's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.cues import Cue
from claimcheck.extract.phrases import negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.statements import statement
from claimcheck.extract.values import Mention
from claimcheck.reference.names import kind

_FAMILIES = frozenset("gemma llama qwen mistral deepseek grok falcon jamba hunyuan glm kimi nemotron".split())
_OWN = (  # licences that a family's name is part of
    r"(?:Llama|Gemma|Qwen|Tongyi Qianwen|DeepSeek|Mistral(?: AI)?|MNPL|MRL|Jamba|NVIDIA|Falcon|Hunyuan|Grok|Kimi|GLM|TII|BigCode|MiniMax|Yi|Nemotron|Phi"
    r"|Stability AI|Databricks Open|DBRX|OpenRAIL(?:[+-]?[MS])?|Responsible AI)(?:[\s-][KM]?\d(?:\.\d)?)?"
    r"(?:\s(?:Falcon(?:\s(?:LLM|\d{1,3}B))?|OpenRAIL(?:[+-]?M)?(?:\sv\d)?))?"
    r"(?:\s(?:Community|Research|Open(?: Model)?|Model|Non-Production)){0,2}"
)
_NAMED = Cue(
    r"\b(?P<name>Apache(?:[\s-]2(?:\.0)?)?|modified[\s-]MIT|(?<!modified-)MIT|CC[\s-]BY[\w.\s-]{0,8}"
    r"|Llama(?:\s\d(?:\.\d)?)? Community|BSD|GPL\w*|Mistral Research|OpenRAIL)"
    r"(?:[\s-](?:licen[sc](?:ed?|ing)|License)|(?=\slicen[sc]e))\b"
    r"|\blicen[sc]e[ds]?(?:\s(?:under|is|:|the|an?|of))*\s(?P<after>Apache(?:[\s-]2(?:\.0)?)?|MIT|CC[\s-]BY[\w.-]*)",
)
# "uses Google's Gemma license", "under its own Llama 4 Community License"
_FAMILYS = Cue(
    r"\b(?:uses?|using|under|with|via|has|have|carr(?:y|ies)|keeps?|its|licen[sc]e)(?::\s|\s)"
    r"(?:(?:the|its|their|an?|own|custom|permissive|special|restrictive|modified|new|(?:Google|Meta|Alibaba|NVIDIA|DeepSeek|xAI|Mistral|Tencent)['’]s)\s){0,4}"
    rf"[\"“*]{{0,2}}(?P<own>{_OWN}\s(?:licen[sc]e|terms of use))\b",
)
# "under a restrictive non-commercial license", "licensed for non-commercial use only"
_UNSOLD = Cue(
    r"\b(?:under|with|has|had|carr(?:y|ies|ied)|uses?|on|its|comes with)\s"
    r"(?:(?:a|an|the|more|fairly|restrictive|restricted|custom|strict|limited|its own|own)\s){0,4}"
    r"(?P<kind>non-?commercial|research[\s-]only|non-production)(?:,?\s(?:research|bespoke|custom|use|academic))?\slicen[sc]e\b"
    r"|\blicen[sc]ed\s(?:only\s)?for\s(?P<for>non-?commercial|research[\s-]only)\b",
)
# "under Apache 2.0", "uses MIT", "is Apache 2.0"
_PLAIN = Cue(
    r"\b(?:uses?|under|are|is|carr(?:y|ies)|on)\s(?:(?:the|a|fully|permissive|standard|same)\s){0,2}"
    r"(?P<plain>Apache[\s-]2(?:\.0)?(?!\.\d)|(?-i:MIT)|modified[\s-]MIT|CC[\s-]BY(?:-\w\w){0,3}(?:[\s-]\d\.\d)?)"
    r"(?=\s?(?:[,.;:)]|$|\s(?:and|so|which|for|but|with|on|since|as)\b|\s\(|\s[—–-]\s))",
)
# "…, 64K context, Apache 2.0", "(Apache 2.0)", "all Apache 2.0", "ships MIT": the name of a licence that stands alone.
_BARE = Cue(
    r"(?:[,(|/;]\s?|\ball\s|\bships?\s|^\W{0,4})(?P<apache>Apache[\s-]2(?:\.0)?)(?!\.\d)(?=\s?(?:[,).;:|]|$)|\s[-–—+]\s)"
    r"|\b(?P<modified>modified[\s-]MIT)(?=\s?(?:/|open\b))"
    r"|(?<![\w-])(?P<open>(?-i:MIT))(?=\sopen[\s-](?:source|weights?)\b)"
    r"|(?:\bships?\s|\ball\s)(?P<mit>MIT)(?=\s?(?:[,).;:|]|$)|\s[-–—]\s)",
)
_BEHIND_NAME = re.compile(r"[\"”*]{0,2}\s\((?P<name>(?-i:MIT)|Modified MIT)(?=\)|,\s|;\s|\slicen[sc]e|\s/)", re.I)
_BEFORE_NAME = re.compile(r"(?:^|[\s(*])(?P<name>Apache[\s-]2(?:\.0))\s[\"“*]{0,2}$")  # "Apache 2.0 Gemma 4 runs …"
_LICENSED = re.compile(r"[\s-]licen[sc]ed\s(?:open[\s-]weights?\s)?")  # "an Apache-2.0 licensed X"
_ALL_BUT = re.compile(r"\ball (?:[\w.-]+ ){0,3}models\b[^;]{0,80}\b(?:except|but|apart from|other than)\b", re.I)
_OF_PROGRAM = re.compile(
    r"\b(?:CLI|SDK|(?:entire|whole) system|codebase|(?:built|written) in (?:Rust|TypeScript|Python|Go|C\+\+)\b|GitHub stars)", re.I
)  # whose licence it is then
_CODE = re.compile(r"\b(?:code|repo\w*|library|framework|tools?|sdk|github|not|unlike|than|agents?|cli|server|app|dataset)\b", re.I)
_SOFTWARE = re.compile(r"\b(?:API|SDK|librar(?:y|ies)|framework|wrapper|client|CLI|plugin|toolkit|package|dataset|adapter|repo(?:sitory)?)\b", re.I)
_LICENCE = re.compile(
    r"\s(?:(?:community|research|open(?:\smodel)?|model|non-production|custom)\s){0,2}(?:licen[sc]e\b(?!\sof\b)|terms\sof\suse\b)"
    r"|\scommunity\b(?=\s?(?:[.,;|)]|$))",
    re.I,
)


CUES = (_NAMED, _FAMILYS, _UNSOLD, _PLAIN, _BARE)


def licences(sentence: Sentence) -> Iterator[Reading]:
    """Readings of the licences that a sentence says a model is under."""
    text = sentence.text
    if "all " in sentence.words and _ALL_BUT.search(text, sentence.start, sentence.end):
        return
    yield from _beside_names(sentence)
    for match in _NAMED.within(sentence):
        start, end = match.span("name" if match["name"] else "after")
        beside = _SOFTWARE.search(text, sentence.clause(start)[0], start) or _SOFTWARE.match(text, match.end() + 1)
        if beside or _OF_PROGRAM.search(text, max(sentence.start, start - 90), start):
            continue
        following = next((m for m in sentence.mentions if m.start >= end and _LICENSED.fullmatch(text, end, m.start)), None)
        if following is not None:
            yield Reading(attribute="license", value=text[start:end], start=start, end=end, targets=(following.target,))
            continue
        yield from statement(sentence, start, end, "license", text[start:end])
    for match in _FAMILYS.within(sentence):
        start, end = match.span("own")
        if not _denied(sentence, start) and not _NAMED.search(text[start:end]):
            yield from statement(sentence, start, end, "license", text[start:end])
    for match in _UNSOLD.within(sentence):
        start, end = match.span(match.lastgroup or "kind")
        if not _denied(sentence, start) and not _of_code(sentence, start):
            yield from statement(sentence, start, end, "license", "non-commercial" if text[start : start + 3].lower() == "non" else text[start:end])
    for match in _PLAIN.within(sentence):
        start, end = match.span("plain")
        if not _denied(sentence, start) and not _of_code(sentence, start):
            yield from statement(sentence, start, end, "license", text[start:end])
    for match in _BARE.within(sentence):
        start, end = match.span(match.lastgroup or "apache")
        of_another = match.group().lower().startswith("ship") and not any(text[m.end : match.start()] == " " for m in sentence.mentions)
        if not of_another and not _of_code(sentence, start):
            yield from statement(sentence, start, end, "license", text[start:end])


def _beside_names(sentence: Sentence) -> Iterator[Reading]:
    """ "X (MIT)", "X (MIT, 9B)": a licence that opens the parentheses right behind a name."""
    for mention in sentence.mentions:
        before = _BEFORE_NAME.search(sentence.text, max(sentence.start, mention.start - 24), mention.start)
        if before:
            yield Reading(attribute="license", value=before["name"], start=before.start("name"), end=before.end("name"), targets=(mention.target,))
        match = _BEHIND_NAME.match(sentence.text, mention.end, sentence.end)
        if match:
            yield Reading(attribute="license", value=match["name"], start=match.start("name"), end=match.end("name"), targets=(mention.target,))


def without_licences(found: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions but for names of families that are part of a licence's name ("the Gemma license", "Llama 4 Community License")."""
    return [m for m in found if not (_LICENCE.match(text, m.end) and _is_line(m))]


def _is_line(mention: Mention) -> bool:
    """Whether a name is of a family or a generation of it, not of one model."""
    target = mention.target
    plain = all(kind(part) in {"word", "version"} for part in target.parts)
    return target.parts[:1] != () and target.parts[0] in _FAMILIES and plain and (target.family or target.id is None)


def _denied(sentence: Sentence, start: int) -> bool:
    return negated(sentence.text, sentence.clause(start)[0], start)


def _of_code(sentence: Sentence, start: int) -> bool:
    return _CODE.search(sentence.text, max(sentence.start, start - 60), start) is not None
