"""Modalities: "accepts text, image and audio inputs", "vision", "generates images" in a sentence come in, readings go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.capability_words import ABOUT_IT, FEATURE_LIST
from claimcheck.extract.modality_direction import BOTH_NOUNS, MAKES, behind_dash, direction_by_wording, stated_direction
from claimcheck.extract.modality_words import WORD, Enumeration, enumerations
from claimcheck.extract.name_words import MEDIA_FAMILIES
from claimcheck.extract.phrases import PLANNED, negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, is_object
from claimcheck.extract.statements import contrasted, denied_after, only_supposed
from claimcheck.extract.subjects import subjects_of
from claimcheck.extract.values import Target

_NEAR = 24  # characters
_IN_PARENTHESES = re.compile(r"\s\($")  # "X (text, image)"
_LIMITED = re.compile(r"\b(?:limited|weak(?:er)?|behind|worse)\s(?:on|in|for|at)\s$", re.I)
_CONFINED = re.compile(r"(?:^\W*|\b(?:is|are|remains?)\s(?:still\s|currently\s)?)(?:limited|restricted|confined)\sto\s$", re.I)  # "is limited to text"
_ONLY = re.compile(r"\s(?:outputs?\s|inputs?\s)?only\b", re.I)
_ABLE = re.compile(  # "128K context, vision capabilities"
    r"(?:-?\s?language\s(?:tasks|models?|understanding)|capabilit\w+|support|inputs?|understanding)\s?(?:[.,;]|$|and\b)", re.I
)
_CROSSED = re.compile(r"(?:[✗✘❌]|\bno,|\bno\s?\()\s?$", re.I)
_OTHER_MATTER = re.compile(
    r"\b(?:DALL[·-]?E|Sora|Midjourney|Imagen|Veo|Whisper|Stable Diffusion)\b|\b(?:(?:Live|Realtime) API|Voice Mode)\b[^,;]{0,60}$"
    r"|\b(?:training|dataset|corpus|pre-?training|trained"
    r"(?!\s(?:(?:from the (?:ground up|start|beginning|outset)|from scratch|end-to-end|natively|jointly|specifically)\s)?to\b))\b", re.I
)
_GENERIC_SUBJECT = re.compile(
    r"\b(?:LLMs|AI models|language models|AI systems)\s(?:to|that|can|could)\b"
    r"|\babilit(?:y|ies) of (?:the )?(?:LLMs|models)\b",
    re.I,
)
_TOPIC = re.compile(  # "This isn't just about transcribing speech", "the convergence of technologies – voice recognition, …": nobody is said to do it
    r"(?:\b(?:is|are|was)(?:n['’]t|\snot)?|['’]s(?:\snot)?)\s(?:(?:just|only|merely|simply|all)\s)?about\s"
    r"|\b(?:convergence|combination|fusion|rise|evolution|history|future)\sof\s(?:\w+\s){0,3}(?:technolog|modalit|field|discipline)\w+\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:variants|versions|siblings|derivatives)\s(?:capable of|that|which|able to)\b[^.;]{0,40}$", re.I)  # kin without a name
_BY_OTHERS = re.compile(r"[^.;]{0,30}\b(?:through|via|using|by|with)\s(?:an?\s)?(?:external|separate|third-party|other|additional|dedicated)\b", re.I)
_MADE_BY = re.compile(  # "Image generation with DALL-E", "image generation is left to gpt-image-1"
    r"(?:[\s-](?:generation|creation|editing|gen))?\s(?:\w+\s){0,6}?\(?(?:with|via|through|using|by|from|to|uses|is|=)\s(?:the\s)?"
    r"(?:DALL[·-]?E|Sora|Midjourney|Imagen|Veo|gpt-image|GPT[\s-]Image|GPT-4o/gpt-image|Nano Banana|Flux|FLUX|Stable Diffusion|Janus|Whisper|Aurora)"
)
_PLATFORM = re.compile(
    r"(?:\s(?:and|or|&)\s\w+)?\s(?:generation|creation|editing|synthesis)\s"
    r"(?:platforms?|apps?|tools?|pipelines?|projects?|services?|startups?|websites?|markets?|space)\b",
    re.I,
)
_GIVEN_TO_MODEL = re.compile(
    r"\b(?:to|with|by|through|via|using|from|into|and)\s(?:the|an?|any|your|another|other|external|separate|dedicated)\s(?:[\w-]+\s)?$", re.I
)
_MAKER_OF_MEDIA = re.compile(r"[\s-](?:generation|creation|editing|synthesis)\smodels?\b", re.I)  # "pass it on to the image generation model"
_SPOKEN_OF = re.compile(  # "voice input technology", "Voice input has been a game-changer": nobody is said to have it
    r"[\s-]?inputs?(?:\s(?:technolog\w+|methods?|devices?|tools?|interfaces?|systems?|data|quality|boxes|fields?)\b"
    r"|\s(?:has|have)\s(?:been|become)\b|\s(?:is|was|becomes|became)\s(?:an?|the)\b)",
    re.I,
)

_ITEM_BEGINS = re.compile(r"(?:^\W*|[,;+·]\s?)(?:(?:native|strong|full|built-in|multimodal:|and|plus)\s)?$", re.I)
_ITEM_ENDS = re.compile(r"(?:support\b|capabilit\w+|-?\s?language\b(?:\smodel)?)?\s?(?:[,;+·]|$)", re.I)
_SORT_OF_MODEL = re.compile(r"(?:-\s?|\s)?(?:language[\s-])?models?\b", re.I)
_SORT_BEGINS = re.compile(
    r"\W*(?:(?!(?:use|try|needs?|no|not|unlike|than|like|beats?|without|for|with|when|if|any|other|most|replac\w+)\b)[\w.,'’&/+-]{1,20}\s){0,7}", re.I
)
_ASKED = re.compile(r"[^.!?;:]{0,24}\?")  # "Can X see images? Not yet"
_STEP = re.compile(r"\W*(?:Start|Begin|Try|Keep)\s(?:generating|creating|producing|making)\s")  # a step of a guide, no claim
_SEE = re.compile(r"\(see\s(?:the\s)?$", re.I)  # "(see picture below)"
_AFTER_INPUT = re.compile(r"\binputs?\s?(?:→|->|=>|,|/|;|and|to)\s?$", re.I)  # "Text input → text output"


def modalities(sentence: Sentence, *, direction: str | None = None) -> Iterator[Reading]:
    """Readings of the modalities that a sentence states; `direction` when a label ("Input:") already says which."""
    if not WORD.may_be_in(sentence):
        return
    text = sentence.text
    seen: set[tuple[str, str, str]] = set()
    last = sentence.start
    for run in enumerations(text, sentence.start, sentence.end, sentence.folded):
        own = _direction(sentence, run)
        found = own or direction or _listed(sentence, run)
        if direction and last > sentence.start and re.fullmatch(r"\s?(?:→|->|=>)\s?", text[last : run.start]):
            found = "output_modality"
        last = run.end
        if found is None:
            continue
        for attribute in ("input_modality", "output_modality") if found == "both" else (found,):
            of_cell = sentence.context.subjects if own is None and direction is None and sentence.context.fixed else ()
            for reading in _read(sentence, run, attribute, of_cell, whole=found == "both" or own is None):
                keys = {(attribute, str(reading.value), target.name) for target in reading.targets}
                if not keys <= seen:
                    yield reading
                seen |= keys


def _listed(sentence: Sentence, run: Enumeration) -> str | None:
    """Items that are modality words and nothing else, of a feature list or of a cell ("Features: vision, streaming"); "X: a small vision-language model"."""
    label = sentence.context.label_text
    before, after = sentence.text[sentence.start : run.start], sentence.text[run.end : sentence.end].lstrip()
    if label and FEATURE_LIST.fullmatch(label):
        alone = after[:1] in {"", ",", ";", "."} or _ABLE.match(after) is not None
        return "input_modality" if before.rstrip()[-1:] in {"", ",", ";"} and alone else None
    if all(word == "text" for word, _, _ in run.words):
        return None
    if sentence.context.fixed and label and ABOUT_IT.fullmatch(label):
        alone = _ITEM_BEGINS.search(before) is not None and _ITEM_ENDS.match(after) is not None
        return "input_modality" if alone else None
    if label and sentence.context.strong and not sentence.context.topics and _SORT_OF_MODEL.match(after) and _SORT_BEGINS.fullmatch(before[-120:]):
        return "input_modality" if len(before) < 120 and run.words[0][0] == "image" else None
    return None


def _direction(sentence: Sentence, run: Enumeration) -> str | None:
    text = sentence.text
    after = text[run.end : min(sentence.end, run.end + 40)]
    begin, _ = sentence.clause(run.start)
    before = text[max(begin, run.start - 110) : run.start]
    by_others = _BY_OTHERS.match(after) or _MADE_BY.match(text, run.end)
    if _MAKER_OF_MEDIA.match(after) and _GIVEN_TO_MODEL.search(before):
        return None
    if _ASKED.match(after) or _SPOKEN_OF.match(after) or _SEE.search(before) or by_others or _PLATFORM.match(after):
        return None
    if _IN_PARENTHESES.search(before) and re.match(r"(?:\sonly)?\)", after) and any(m.end == run.start - 2 for m in sentence.mentions):
        return "input_modality"
    listed = behind_dash(text[max(sentence.start, run.start - 200) : run.start]) if len(run.words) > 1 else None
    return listed or stated_direction(before, after) or direction_by_wording(text[run.start : run.end], run, before, after)


def _read(sentence: Sentence, run: Enumeration, attribute: str, of_cell: Sequence[Target], *, whole: bool = False) -> Iterator[Reading]:
    text = sentence.text
    begin, _finish = sentence.clause(run.start)
    targets = [t for t in of_cell or subjects_of(sentence, run.start, run.end) if t.id or MEDIA_FAMILIES.isdisjoint(t.parts[:2])]
    if not targets:
        return
    if (
        only_supposed(sentence, begin, run.start)
        or _OTHERS.search(text[begin : run.start])
        or _TOPIC.search(text, sentence.start, run.start)
        or _of_models_at_large(sentence, begin, run.start)
        or _of_other_matter(sentence, run.start, targets)
        or _LIMITED.search(text, begin, run.start)
        or _STEP.match(text, sentence.start)
    ):
        return
    if re.search(r"\btrain|\bdata\b", sentence.context.label_text, re.I):
        return
    just = _ONLY.match(text, run.end) is not None and _CROSSED.search(text, begin, run.start) is not None  # "✗ Text only"
    polarity = not sentence.context.wanting and (just or not negated(text, _own(sentence, begin, run.start), run.start)) and not denied_after(text, run.end)
    polarity = polarity or (not sentence.context.wanting and _CONFINED.search(text[begin : run.start]) is not None)
    planned = _planned(sentence, run, begin)
    seen = set()
    for word, start, end in run.words:
        lone = word == "text" and len(run.words) == 1 and attribute == "output_modality"
        made = re.match(r"[\s-]outputs?\b", text[end:]) and MAKES.search(text, begin, start)
        said = made or re.match(r"\s(?:only|out)\b", text[end:]) or _AFTER_INPUT.search(text, max(begin, start - 14), start)
        if word in seen or (lone and not whole and not said):
            continue
        seen.add(word)
        nouns = BOTH_NOUNS.match(text, run.end, sentence.end) if attribute == "output_modality" else None
        reading = Reading(
            attribute=attribute, value=word, start=start, end=nouns.end() if nouns else end,
            targets=tuple(targets), polarity=polarity, stance="planned" if planned else "asserted",
        )  # fmt: skip
        yield reading
        yield from contrasted(sentence, reading)


def _of_models_at_large(sentence: Sentence, begin: int, start: int) -> bool:
    """ "AI models that can see images", but not "Unlike AI models that read text, X sees images"."""
    said = _GENERIC_SUBJECT.search(sentence.text, begin, start)
    return said is not None and not any(said.end() <= m.start < start and not is_object(sentence, m) for m in sentence.mentions)


def _of_other_matter(sentence: Sentence, start: int, targets: Sequence[Target]) -> bool:
    """Whether the words before a modality speak of training data, or of a program for pictures or voices that is not itself the subject."""
    begin = max(sentence.start, start - 60)
    found = _OTHER_MATTER.search(sentence.text[begin:start])
    at = begin + found.start() if found else 0
    return found is not None and not any(m.start <= at < m.end and m.target in targets for m in sentence.mentions)


_AGAINST = re.compile(r"\W*(?:unlike|while|whereas|although|compared (?:to|with))\s", re.I)


def _own(sentence: Sentence, begin: int, start: int) -> int:
    """Where the words that may deny a modality at `start` begin: behind the owner's name ("no match for X's vision", "unlike Y, which had none, X reads …")."""
    if _AGAINST.match(sentence.text, sentence.start, start):
        named = [m.end for m in sentence.mentions if begin <= m.start and m.end <= start and sentence.text[m.start - 2 : m.start] == ", "]
        begin = named[0] if named else begin
    owners = [m.end for m in sentence.mentions if begin <= m.start and m.end <= start and sentence.text[m.end : m.end + 2] in {"'s", "’s"}]
    return owners[-1] if owners and start - owners[-1] <= _NEAR else begin


def _planned(sentence: Sentence, run: Enumeration, begin: int) -> bool:
    """Whether words of planning stand before the run (after any other run) or right behind it."""
    runs = enumerations(sentence.text, begin, sentence.end, sentence.folded)
    left = max([begin, *(r.end for r in runs if r.end <= run.start)])
    right = min([sentence.end, run.end + 45, *(r.start for r in runs if r.start >= run.end)])
    behind = sentence.text[run.end : right]
    for stop in (",", ";", "."):
        behind = behind.split(stop)[0]
    return PLANNED.search(sentence.text[left : run.start]) is not None or PLANNED.search(behind) is not None
