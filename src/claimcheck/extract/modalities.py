"""Modalities: "accepts text, image and audio inputs", "vision", "generates images" in a sentence come in, readings go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.phrases import PLANNED, negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.subjects import subjects_of
from claimcheck.extract.values import Target

_WORDS = {
    "text": "text", "textual": "text", "language": "text", "texts": "text",
    "image": "image", "images": "image", "picture": "image", "pictures": "image", "photos": "image", "vision": "image", "visual": "image", "visuals": "image",
    "audio": "audio", "voice": "audio", "speech": "audio", "voices": "audio", "sound": "audio",
    "video": "video", "videos": "video", "pdf": "pdf", "pdfs": "pdf",
}  # fmt: skip
_WORD = re.compile(r"(?<![\w-])(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")(?![\w])", re.I)
_JOIN = re.compile(
    r"(?:[\s-]?(?:based|inputs?|data|files?))?\s?(?:,|/|&|\+|\band\b|\bor\b|, and\b|,? as well as"
    r"|, but also|\bplus\b|\balong with|\bwith\b(?=\stext))\s?(?:also\s|even\s|both\s|native\s"
    r"|understand\s|process\s|files?,?\s(?:and\s)?|code,?\s(?:and\s)?)*",
    re.I,
)
_INPUT_AFTER = re.compile(
    r"[\s-]?(?:\w+\s)?(?:inputs?\b|understanding|processing|analysis|comprehension|recognition"
    r"|prompts?\b|uploads?|capabilit\w+|support|features?|tasks|content natively)",
    re.I,
)
_OUTPUT_AFTER = re.compile(r"[\s-]?(?:and\s\w+\s)?(?:outputs?\b|generation\b|synthesis\b|creation\b|responses?\b)", re.I)
_INPUT_VERB = re.compile(
    r"\b(?:accept(?:s|ing)?|handl(?:e|es|ing)|process(?:es|ing)?|analy[sz](?:e|es|ing)"
    r"|understand(?:s|ing)?|interpret(?:s|ing)?|tak(?:e|es|ing)|support(?:s|ing|ed)?|"
    r"inputs?|reason(?:s|ing)? (?:with|about|over|across)|work(?:s|ing)? with"
    r"|multi-?modal(?:\sinputs?|\scapabilities|\ssupport)?|see|perceive|transcribe text from"
    r"|respond(?:s|ing)? to|inputs? of|including|focused on|in multimodal tasks|natively|reads?|looks? at|opens?|listens? to|watch(?:es)?|sees)\b"
    r"(?:\s(?:both|not only|native|all kinds of file formats such as|only|any|combination of|a mix of"
    r"|various|multiple|multimodal|inputs?|data|formats?|like|such as|charts and|information from"
    r"|including|complex|(?:the\s)?user['’]s?|in|modalities|up to|your|visual|primarily|imperfect"
    r"|text from|with|real-time|different|types of|large|users?|file|files|formats|and|for|code)(?:,"
    r"|(?=\W))){0,8}[\s:(]*$",
    re.I,
)
_OUTPUT_VERB = re.compile(
    r"\b(?:generat(?:e|es|ing)|produc(?:e|es|ing)|creat(?:e|es|ing)|outputs?|give the output in|respond"
    r"(?:s|ing)? (?:with|in)|text-to)\b(?:\s(?:content|combining|responses|in|both|not only|any|native"
    r"|different|characters['’]?|high-quality|realistic|and edit|only|of|original|stunning|new"
    r"|combination)){0,4}[\s:(]*$",
    re.I,
)
_BOTH_VERBS = re.compile(
    r"\b(?:process|understand|accept|handl|analy[sz]|tak|perceiv|interpret)\w*\s(?:and|or|/)\s"
    r"(?:also\s)?(?:generat|produc|creat|output)\w*\s(?:both\s|native\s|content\s(?:across|in)\s)*$",
    re.I,
)
_NOUN_AFTER = re.compile(
    r"[\s-](?:generation tasks?|translation|summari[sz]ation|editing|completion|classification|calls?"
    r"|chats?|messages?|editor|length|accuracy|quality|style|embedding|"
    r"descriptions?|content\b(?! natively)|based|only|conversations?|assistants?|agents?|mode\b"
    r"|understanding benchmark|reasoning|question|models?\b|window|barriers?|boundaries)",
    re.I,
)
_FEATURE_VERB = re.compile(
    r"\b(?:support(?:s|ed)?|features?|offers?|includes?|has|have|with|adds?|lacks?|provides?"
    r"|excels? (?:in|at)|native|for|strong|advanced|state-of-the-art|enhanced|integrated|built-in|no"
    r"|both)\b[^.;]{0,40}$",
    re.I,
)


_OTHER_MATTER = re.compile(
    r"\b(?:DALL[·-]?E|Sora|Midjourney|Imagen|Veo|Whisper|Stable Diffusion)\b|\b(?:training|trained|dataset|corpus|pre-?training)\b", re.I
)
_GENERIC_SUBJECT = re.compile(
    r"\b(?:LLMs|AI models|language models|AI systems)\s(?:to|that|can|could)\b"
    r"|\babilit(?:y|ies) of (?:the )?(?:LLMs|models)\b",
    re.I,
)
_DENIED_AFTER = re.compile(
    r"(?:\s(?:inputs?|outputs?))?\s(?:is|are)(?:\snot|n['’]t|\s(?:missing|absent|lacking|unsupported|unavailable))\b"
    r"|\s(?:not|un)\s?(?:supported|accepted|available)",
    re.I,
)


_TEXT_ONLY = re.compile(
    r"\b(?:is|are|was|were|remains?|stays?)\s(?:still\s|both\s|all\s)?(?:an?\s)?(?P<word>text-only)\b"
    r"(?!\s(?:mode|API|version|prompt|output)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Modality words joined by commas and "and": (word, start, end) each."""

    words: tuple[tuple[str, int, int], ...]

    @property
    def start(self) -> int:
        return self.words[0][1]

    @property
    def end(self) -> int:
        return self.words[-1][2]


def enumerations(text: str, start: int, end: int) -> list[Enumeration]:
    """The runs of modality words of a stretch of text."""
    runs: list[list[tuple[str, int, int]]] = []
    for match in _WORD.finditer(text, start, end):
        item = (_WORDS[match.group().lower()], match.start(), match.end())
        if runs and _JOIN.fullmatch(text[runs[-1][-1][2] : match.start()]):
            runs[-1].append(item)
        else:
            runs.append([item])
    return [Enumeration(tuple(run)) for run in runs]


def modalities(sentence: Sentence, *, direction: str | None = None) -> Iterator[Reading]:
    """Readings of the modalities that a sentence states; `direction` when a label ("Input:") already says which."""
    text = sentence.text
    seen: set[tuple[str, str, str]] = set()
    yield from _text_only(sentence)
    for run in enumerations(text, sentence.start, sentence.end):
        own = _direction(sentence, run)
        found = own or direction
        if found is None:
            continue
        for attribute in ("input_modality", "output_modality") if found == "both" else (found,):
            for reading in _read(sentence, run, attribute, whole=found == "both" or own is None):
                keys = {(attribute, str(reading.value), target.name) for target in reading.targets}
                if not keys <= seen:
                    yield reading
                seen |= keys


def _text_only(sentence: Sentence) -> Iterator[Reading]:
    """ "X is (a) text-only (model)" says that it takes text."""
    for match in _TEXT_ONLY.finditer(sentence.text, sentence.start, sentence.end):
        targets = subjects_of(sentence, match.start("word"), match.end("word"))
        if targets:
            yield Reading(attribute="input_modality", value="text", start=match.start("word"), end=match.end("word"), targets=tuple(targets))


def _direction(sentence: Sentence, run: Enumeration) -> str | None:
    text = sentence.text
    after = text[run.end : min(sentence.end, run.end + 40)]
    begin, _ = sentence.clause(run.start)
    before = text[max(begin, run.start - 110) : run.start]
    return _stated_direction(before, after) or _direction_by_wording(text[run.start : run.end], run, before, after)


def _stated_direction(before: str, after: str) -> str | None:
    """The direction where the sentence says it outright: "image input", "accepts and generates text"."""
    if re.match(r"[\s-]?inputs? (?:and|/|&) outputs?", after, re.I):
        return "both"
    if re.match(r"[\s-]?inputs?\b", after, re.I):
        return "input_modality"
    if re.match(r"[\s-]?outputs?\b", after, re.I):
        return "output_modality"
    if _BOTH_VERBS.search(before):
        return "both"
    if re.search(r"\b(?:process|understand|handl|accept|support|analy[sz])\w*\snot only\s$", before, re.I):
        return "input_modality"
    return None


def _direction_by_wording(words: str, run: Enumeration, before: str, after: str) -> str | None:
    """The direction by the verb before the words and the noun after them; none where they only name a task."""
    only_text = all(word == "text" for word, _, _ in run.words)
    if only_text and len(run.words) == 1:
        only = re.match(r"\s(?:only|alone)\b", after, re.I) or re.search(r"\bonly\s$", before, re.I)
        return ("output_modality" if _OUTPUT_VERB.search(before) else "input_modality" if _INPUT_VERB.search(before) else None) if only else None
    if (
        re.fullmatch(r"vision", words, re.I)
        and re.search(r"\b(?:has|have|supports?|with|adds?|gains?|lacks?|no)\s(?:native\s|built-in\s)?$", before, re.I)
        and not re.match(r"\s(?!capabilit|support|input|and\b|but\b|or\b)\w", after)
    ):
        return "input_modality"
    if re.match(r"visual", words, re.I) and len(run.words) == 1 and not re.match(r"\sinputs?\b", after, re.I):
        return None
    if re.match(r"[\s-]?(?:generation|understanding|recognition|processing|synthesis)\s?(?:is|means|refers)\b", after, re.I):
        return None
    if _OUTPUT_AFTER.match(after):
        return "output_modality" if not only_text and _claims_feature(before) else None
    if re.search(r"\b(?:content|text|captions?|descriptions?|responses?|answers?)\s(?:based on|from)\s(?:[\w-]+\s)?$", before, re.I):
        return "input_modality"
    output_verb, input_verb = _OUTPUT_VERB.search(before), _INPUT_VERB.search(before)
    if output_verb and (not input_verb or output_verb.start() > input_verb.start()):
        return "output_modality" if len(run.words) > 1 or not _NOUN_AFTER.match(after) else None
    if _NOUN_AFTER.match(after):
        return None
    if input_verb:
        return "input_modality"
    if re.match(r"[\s-]?(?:and \w+ )?(?:inputs?\b|understanding|processing|analysis|capabilit\w+|support)", after, re.I) and _claims_feature(before):
        return "input_modality"
    return None


def _claims_feature(before: str) -> bool:
    return bool(_FEATURE_VERB.search(before)) or not before.strip(" *-–:✅❌")


def _read(sentence: Sentence, run: Enumeration, attribute: str, *, whole: bool = False) -> Iterator[Reading]:
    text = sentence.text
    begin, _finish = sentence.clause(run.start)
    targets: Sequence[Target] = subjects_of(sentence, run.start, run.end)
    if not targets:
        return
    if _GENERIC_SUBJECT.search(text[begin : run.start]) or _OTHER_MATTER.search(text[max(sentence.start, run.start - 60) : run.start]):
        return
    if re.search(r"\btrain|\bdata\b", sentence.context.label_text, re.I):
        return
    polarity = not negated(text, begin, run.start) and not _DENIED_AFTER.match(text, run.end)
    planned = _planned(sentence, run, begin)
    seen = set()
    for word, start, end in run.words:
        if word in seen or (word == "text" and len(run.words) == 1 and attribute == "output_modality" and not whole and not re.match(r"\sonly\b", text[end:])):
            continue
        seen.add(word)
        yield Reading(
            attribute=attribute, value=word, start=start, end=end, targets=tuple(targets), polarity=polarity, stance="planned" if planned else "asserted"
        )


def _planned(sentence: Sentence, run: Enumeration, begin: int) -> bool:
    """Whether words of planning stand before the run (after any other run) or right behind it."""
    runs = enumerations(sentence.text, begin, sentence.end)
    left = max([begin, *(r.end for r in runs if r.end <= run.start)])
    right = min([sentence.end, run.end + 45, *(r.start for r in runs if r.start >= run.end)])
    behind = sentence.text[run.end : right]
    for stop in (",", ";", "."):
        behind = behind.split(stop)[0]
    return PLANNED.search(sentence.text[left : run.start]) is not None or PLANNED.search(behind) is not None
