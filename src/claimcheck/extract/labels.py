"""What a label says of the words after it ("License: MIT", "Input: text"): a sentence under a label comes in, readings go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract import answers, capability_words, features, makers, modality_words, openness_cells
from claimcheck.extract.context import Context, distinct
from claimcheck.extract.open_lists import under_label
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Mention, Target

_MAKER = re.compile(  # a longer label is a phrase that happens to speak of makers
    r"\W*(?:[\w-]+\s){0,2}?(?:developers?|providers?|vendors?|company|makers?|creators?|organi[sz]ation"
    r"|(?:made|built|developed|created|released)?\s?by|lab|team)\W*",
    re.I,
)
_OUTPUT, _INPUT = re.compile(r"\boutputs?\b", re.I), re.compile(r"\binputs?\b", re.I)
_ABOUT_OUTPUT = re.compile(r"\W*(?:output (?:modalit\w+|types?|formats?)|outputs?|generates|multimodal output)\W*", re.I)
_ABOUT_INPUT = re.compile(
    r"\W*(?:(?:supported )?(?:input )?modalit\w+(?: supported)?(?:\s?\(?inputs?\)?)?|inputs?|input types?|inputs? supported"
    r"|takes|reads|accepts|(?:(?:native|natively|strong|true|truly|fully|full|built-in)\s)?(?:multi|omni)-?\s?modal\w*(?:\s(?:inputs?|support|capabilit\w+))?|accepts"
    r"|(?:vision|images?)(?:\s?/\s?multi-?\s?modal\w*|\s(?:support|inputs?|understanding|capabilit\w+))?|multi-?\s?modal\w*\s?(?:/\s?|\()vision\)?"
    r"|input formats?)\W*",
    re.I,
)
_AVAILABLE = re.compile(r"\W*(?:now\s|only\s|also\s)?(?:available|supported)\s(?:on|in|for|with)\s(?:both\s)?", re.I)
_JOINTS = re.compile(r"(?:[\s,&.*]|\band\b)*", re.I)
_HOSTS = re.compile(r"\b(?:cloud|hosting|hosts?|hardware|inference|API|platforms?|partners?)\b", re.I)  # "Cloud providers: AWS, …" have not made the model


def named_alone(mentions: Sequence[Mention], text: str, start: int) -> tuple[Target, ...]:
    """What the words after a label name and nothing else ("A smaller one with 21B parameters: X", "1M context — available on X and Y")."""
    found = [m for m in mentions if m.start >= start]
    rest = text[start:]
    if found and _AVAILABLE.fullmatch(rest[: found[0].start - start]):
        cuts = [*[at for m in found for at in (m.start - start, m.end - start)][1:], len(rest)]  # where the words between them begin and end
        return distinct(found) if all(_JOINTS.fullmatch(rest, *gap) for gap in zip(cuts[::2], cuts[1::2], strict=True)) else ()
    return (found[0].target,) if len(found) == 1 and rest.strip(" .*()[]") == found[0].text else ()


_DOES = re.compile(
    r"\s*(?:(?:can|also|fully|natively)\s)?(?:handl|read|process|understand|analy[sz]|interpret|extract|recogni[sz]|support|describ)"
    r"(?:s|es|e|ies)?\b(?!\s(?:not|no)\b)", re.I
)
# what is asked of a model, what the thing is, what models in general do
_OF_NONE = re.compile(
    r"\s*(?:(?:must|should|required)\b|(?:an?|the)\s(?:feature|ability|technique|process|method|way|capability"
    r"|mechanism|term|concept|approach)\b|(?:models|LLMs|systems|data)\b|when\b|which\b|how\b|whether\b)", re.I
)
_OPEN = re.compile(r"\b(?:open\w*|weights?|self-host\w*|download\w*|local\w*)\b", re.I)  # a heading's "Open models" is not what "Safety: built-in" answers
_NAMED_ABOVE = re.compile(r"\W*(?P<name>(?:Modified\s)?MIT|Apache[\s-]2(?:\.0)?)\slicen[sc]ed?\W*", re.I)  # "MIT license – do what you want"


def labelled(sentence: Sentence) -> Iterator[Reading]:
    """Words after a label: "Developer: OpenAI", "License: MIT", "Open source: No"."""
    topics, text = sentence.context.topics, sentence.text
    targets = sentence.context.subjects
    if not sentence.context.label_text or not targets or (len(targets) > 1 and not sentence.context.strong):
        return
    said = answers.answer(text[sentence.start : sentence.end])
    named = capability_words.capability_label(text[: sentence.start])
    if named is not None and _OF_NONE.match(text, sentence.start, sentence.end):
        named = None
    if named is not None and (said is None or said[0]):
        end = max(sentence.start + said[2] if said is not None else named[2], _again(sentence, named[0]))
        yield Reading(attribute="capability", value=True, capability=named[0], start=named[1], end=end, targets=targets)
    elif named is not None and said is not None:
        start, end = sentence.start + said[1], sentence.start + said[2]
        yield Reading(attribute="capability", value=True, capability=named[0], start=start, end=end, targets=targets, polarity=False)
    asked = modality_words.modality_label(text[: sentence.start]) if said is not None else None
    if asked is not None and said is not None:
        start, end = sentence.start + said[1], sentence.start + said[2]
        yield from (Reading(attribute=asked[0], value=word, start=start, end=end, targets=targets, polarity=said[0]) for word in asked[1])
    yield from _told_by_label(sentence, targets, text)
    if "license" in topics and not any(r.attribute == "license" for r in features.features(sentence)):
        match = re.compile(
            r"\s*(?P<name>(?:modified\s)?(?:Apache[\s-]2(?:\.0)?|MIT|CC[\s-]BY[\w.-]*|Llama[\w\s.]{0,12}Community|Gemma|Mistral Research|proprietary)"
            r"|(?-i:(?!The\b|This\b|Its\b|An?\b|No\b)[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20}){0,4}\sLicen[sc]e\b))", re.I
        ).match(text, sentence.start)
        match = match or _NAMED_ABOVE.fullmatch(text, 0, sentence.start)
        if match:
            yield Reading(attribute="license", value=match["name"], start=match.start("name"), end=match.end("name"), targets=targets)
    if "developer" in topics and _MAKER.fullmatch(sentence.context.label_text) and not _HOSTS.search(sentence.context.label_text):
        for vendor, start, end in makers.vendors(text, sentence.start, sentence.end)[:1]:
            if fitting := makers.fitting(vendor, targets):
                yield Reading(attribute="developer", value=vendor, start=start, end=end, targets=fitting)
    if "open_weights" in topics:
        label = openness_cells.open_label(text[: sentence.start])
        if said is None and label is not None and not any(under_label(sentence)):
            yield Reading(attribute="open_weights", value=True, start=label[0], end=label[1], targets=targets)
        if said is not None and _OPEN.search(sentence.context.label_text):
            yield Reading(attribute="open_weights", value=said[0], start=sentence.start + said[1], end=sentence.start + said[2], targets=targets)


def _told_by_label(sentence: Sentence, targets: tuple[Target, ...], text: str) -> Iterator[Reading]:
    """ "Vision: handles receipts and charts": what the label names is had where the words behind it say how, and name no input themselves."""
    asked = modality_words.modality_label(text[: sentence.start]) if _DOES.match(text, sentence.start, sentence.end) else None
    if asked is None or modality_words.WORD.search(text, sentence.start, sentence.end):
        return
    start = len(text[: sentence.start]) - len(text[: sentence.start].lstrip(" *_-✅✔"))
    end = len(text[: sentence.start].rstrip(" :*_–—-"))
    yield from (Reading(attribute=asked[0], value=word, start=start, end=end, targets=targets) for word in asked[1])


def _again(sentence: Sentence, capability: str) -> int:
    """Where the words behind a label name the capability of the label once more ("Tool use: native function calling"), 0 where they do not."""
    return next((end for name, _, end in capability_words.capability_spans(sentence.text[: min(sentence.end, sentence.start + 60)])
                 if name == capability and end > sentence.start), 0)  # fmt: skip


def modality_direction(context: Context) -> str | None:
    """The direction that a label gives ("Input: …", "Modalities: …"), None when it is about something else."""
    label = context.label_text
    if not label or len(label) > 60 or {"context_window", "max_output_tokens", "input_price", "output_price"} & set(context.topics):
        return None
    if _OUTPUT.search(label) and _INPUT.search(label):
        return None
    if _ABOUT_OUTPUT.fullmatch(label):
        return "output_modality"
    return "input_modality" if _ABOUT_INPUT.fullmatch(label) else None
