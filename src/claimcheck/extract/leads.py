"""Lines before lists, and labels: a parent item, a line that ends in a colon or a label comes in, the context that it gives goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extract import phrases
from claimcheck.extract.capability_words import FEATURE_LIST, TYPE_LABEL, capability_label
from claimcheck.extract.context import PER_THOUSAND, Context, distinct
from claimcheck.extract.heads import several
from claimcheck.extract.hosts import host_said
from claimcheck.extract.makers import first_maker
from claimcheck.extract.sentence import is_object
from claimcheck.extract.uses import for_use
from claimcheck.extract.values import Target

if TYPE_CHECKING:
    from claimcheck.extract.sections import Sections

_TAKES = re.compile(r"\b(?:accepts?|process(?:es)?|handles?|understands?|takes?|reads?|works? with)(?:\s(?:natively|directly|all of))?:\s*$", re.I)


_ID_LABEL = re.compile(r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*-(?:preview|latest|mini|pro|turbo|instruct|chat|beta|\d[\d.-]*)")


class Leads:
    """The models that headings (section None) and lines before lists bring in, each with the section where it was last."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int | None, Target]] = {}

    def add(self, section: int | None, target: Target) -> None:
        """Remember that a line of a section, or a heading, brings in a model."""
        self._found[target.name] = (section, target)

    def of(self, section: int | None) -> tuple[Target, ...]:
        """The models that a section's lines bring in, in order; where that is one or none, those of the whole article."""
        here = tuple(target for at, target in self._found.values() if at == section)
        return here if len(here) > 1 else tuple(target for _, target in self._found.values())


def for_children(sections: Sections, index: int, context: Context, start: int) -> Context:
    """What nested items take over: a leading name, a topic, or what this item took over itself."""
    lead = [m for m in sections.mentions[index] if m.start <= 12 + start]
    if start == 0 and phrases.is_wanting(sections.blocks[index].view.text):
        return context.with_(wanting=True)
    if start == 0 and for_use(sections.blocks[index].view.text):
        context = context.with_(uses=True)
    if context.label_text and context.label_text == sections.heading_text(index):  # a heading is no label of what stands below its items
        context = context.with_(label_text="")
    if start == 0 and lead and len(distinct(sections.mentions[index])) == 1:
        return context.with_(subjects=(lead[0].target,), strong=True)
    if start == 0 and sections.benchmarks[index] and sections.benchmarks[index][0].start < 24:
        return context.with_(benchmark=sections.benchmarks[index][0].name)
    text = sections.blocks[index].view.text
    if not sections.mentions[index] and (name := _unknown_head(sections, index)):
        return context.with_(subjects=(Target(name, parts=tuple(name.lower().split()), written=name),), strong=True)
    if start == 0 and not sections.mentions[index] and len(text) < 60 and (topics := sections.topics.of(text)):
        return context.with_(topics=topics, label_text=text, benchmark=None, per_thousand=context.per_thousand or PER_THOUSAND.search(text) is not None)
    return context


def lead_of(sections: Sections, index: int, context: Context) -> Context:
    """The context that a line ending in a colon gives to the list after it."""
    text = sections.blocks[index].view.text
    last = list(phrases.sentences(text))[-1]
    found = [m for m in sections.mentions[index] if m.start >= last[0]]
    sentence = sections.sentence(index, last[0], last[1], context)
    subjects = distinct([m for m in found if not is_object(sentence, m)])
    if len(subjects) == 1 and len(text) - last[0] <= 60:
        sections.leads.add(sections.blocks[index].heading, subjects[0])
    named = [b for b in sections.benchmarks[index] if b.start >= last[0]]
    topics = sections.topics.of(text[last[0] :]) if len(text) - last[0] < 120 else ()
    return context.with_(
        subjects=subjects if len(subjects) == 1 else (() if subjects else context.subjects),
        group=subjects if len(subjects) > 1 else context.group,
        topics=topics or context.topics,
        benchmark=named[0].name if named else context.benchmark,
        wanting=phrases.is_wanting(text[max((m.end for m in found), default=last[0]) :]),
        uses=for_use(text[last[0] :]),
        label_text=text[last[0] :] if topics else ("Inputs" if _TAKES.search(text, last[0]) else _lists(text[last[0] :])),
        strong=len(subjects) == 1 or context.strong,
        stance="planned" if context.stance == "asserted" and phrases.is_to_come(text[last[0] :]) else context.stance,
        per_thousand=context.per_thousand or PER_THOUSAND.search(text) is not None,
        host=host_said(text, last[0], len(text)) or context.host,
        maker=None if found else first_maker(text[last[0] :]) or context.maker,
    )


def _lists(lead: str) -> str:
    """The label of a list of features ("Supports:"), "" for any other lead."""
    return lead.strip(" :*_") if FEATURE_LIST.fullmatch(lead) else ""


_NEW_NAME = re.compile(  # "Skywork Matrix 2.0", "LFM2-VL": a version or size, and no word that counts things
    r"(?!(?:Step|Phase|Part|Option|Tier|Level|Round|Day|Week|Month|Year|Top|Rule|Tip|Stage|Chapter|Section|Example|Case|Scenario|Tasks?|Tests?|Question|Point"
    r"|Reason|Method|Figure|Table|Type|Group|Team|Plan|Number|Note|Item|Update|Version|Windows|Python|Node|RTX|Nvidia|NVIDIA|Q[1-4]|H[12]|FY"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?=[^\d]{0,40}\d)[A-Z][\w.-]{1,24}(?:\s[A-Z0-9][\w.-]{0,24}){0,3}"
)
_ODD_NAME = re.compile(r"(?=[A-Z]{5}|[A-Z][a-z]+[A-Z])(?!(?:OpenAI|GitHub|ChatGPT|JavaScript|TypeScript)\b)[A-Z][A-Za-z-]{3,24}")  # "BLOOM", "StarCoder"
_BESIDE = 6  # items
_LABEL_ENDS = re.compile(r"[\s*_`]{0,4}(?:\([^()]{1,40}\)[\s*_]{0,3})?[:–—-]")
_A_NUMBER = re.compile(r"[A-Z]?\d[\d.,]*\s?(?:%|[KMBkmbx]|[A-Za-z]{3,})?")


_HEAD = re.compile(r"[\s`*]*(?P<name>[A-Za-z][\w.-]{2,30}(?:/[\w.-]{2,30})?(?:\s[A-Z0-9][\w.-]{0,20}){0,3})[`*]*(?=\s*$|\s?[–—(|]|\s-\s)")
_SLUG = re.compile(r"(?=[^\d]{0,40}\d)[a-z][a-z0-9]*(?:[-./][a-z0-9.]+)+|[A-Z]{2,6}-[A-Z]\w*")  # "acme-swift-v2", "GPT-J"


def _unknown_head(sections: Sections, index: int) -> str | None:
    """The name of a model that nobody here knows, where it opens an item with items of its own: those speak of it, and not of the model before."""
    below = sections.blocks[index + 1] if index + 1 < len(sections.blocks) else None
    found = _HEAD.match(sections.blocks[index].view.text) if below is not None and below.parent == index else None
    if found is None:
        return None
    name = found["name"]
    alone = found.end() == len(sections.blocks[index].view.text.rstrip()) and _ODD_NAME.fullmatch(name) is not None
    return name if alone or "/" in name or _SLUG.fullmatch(name) or (_NEW_NAME.fullmatch(name) and not _A_NUMBER.fullmatch(name)) else None


def _is_new_name(label: str, kind: str) -> bool:
    """Whether a label is an id, or in a list the name of a model that nobody here knows."""
    if _ID_LABEL.fullmatch(label):
        return True
    return kind == "item" and _NEW_NAME.fullmatch(label) is not None and not _A_NUMBER.fullmatch(label)


def _is_beside_models(sections: Sections, index: int, label: str) -> bool:
    """Whether a label looks like a name and one of the items right before it in the list has a model's name for a label."""
    if not _ODD_NAME.fullmatch(label) or sections.blocks[index].kind != "item":
        return False
    for at in range(index - 1, max(-1, index - _BESIDE), -1):
        before, named = sections.blocks[at], sections.mentions[at]
        if before.kind != "item" or before.parent != sections.blocks[index].parent:
            return False
        if named and named[0].start <= 3 and _LABEL_ENDS.match(before.view.text, named[0].end):
            return True
    return False


def narrowed_by(sections: Sections, index: int, context: Context, label: str, start: int, end: int) -> Context | None:
    """The context after a label, None when the words before the colon are no label of ours."""
    sentence = sections.sentence(index, start, end, context)
    mentions = distinct([m for m in sentence.mentions if not is_object(sentence, m)])
    named = [b for b in sections.benchmarks[index] if start <= b.start < end]
    topics = sections.topics.within(label, context.topics)
    lists = FEATURE_LIST.fullmatch(label) or TYPE_LABEL.fullmatch(label) or capability_label(label) or for_use(label)
    if not named and not topics and not mentions and (len(label.split()) > 6 or (sections.blocks[index].kind != "item" and not lists)):
        return None
    last = bool(topics) and any(m.end == start + len(label.rstrip()) for m in sentence.mentions)  # "Context window (tokens) GPT-4o: 128,000"
    if len(mentions) == 1 and not last and any(m.start > start + 30 for m in sentence.mentions if not is_object(sentence, m)):
        mentions = ()
    alone = _BY_MAKER.sub("", label).strip("`* ")
    topics = () if topics == ("developer",) and alone != label.strip("`* ") else topics  # "Some-9B by Acme"
    if not mentions and not sentence.mentions and not topics and not named and _is_new_name(alone, sections.blocks[index].kind):
        mentions = (Target(alone, parts=tuple(alone.split("-")), written=alone),)
    elif not mentions and not sentence.mentions and not topics and not named and _is_beside_models(sections, index, label.strip("`* ")):
        mentions = (Target(label.strip("`* "), parts=(label.strip("`* "),), written=label.strip("`* ")),)
    against = distinct([m for m in sentence.mentions if is_object(sentence, m)])
    return context.with_(
        versus=against[0] if mentions and len(against) == 1 else context.versus,
        subjects=mentions or context.subjects,
        topics=topics or (context.topics if mentions or not named else ()),
        benchmark=named[0].name if named else (None if topics and not mentions else context.benchmark),
        benchmarks=several(sections.blocks[index].view.text, named),
        label_text=label,
        wanting=context.wanting or phrases.is_wanting(label),
        uses=context.uses or for_use(label),
        weak_subjects=False if mentions else context.weak_subjects,
        strong=bool(mentions) or context.strong,
        per_thousand=context.per_thousand or PER_THOUSAND.search(label) is not None,
    )


_BY_MAKER = re.compile(r"[*`]{0,3}\s(?:by|from)\s[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20})?\W*$")
_IT = re.compile(r"\W{0,3}(?:it|its|this model|the model)\b", re.I)


def goes_on_from(sections: Sections, index: int) -> tuple[Target, ...]:
    """The one model that the item right before names, where this one under the same parent goes on about "it"; () elsewhere."""
    block, before = sections.blocks[index], sections.blocks[index - 1] if index else None
    if before is None or block.parent is None or before.kind != "item" or before.parent != block.parent or not _IT.match(block.view.text):
        return ()
    named = distinct([m for m in sections.mentions[index - 1] if not is_object(sections.sentence(index - 1, 0, len(before.view.text), Context()), m)])
    return named if len(named) == 1 else ()


_ITS_SCORE = re.compile(r"[\s*_]{0,4}(?::|[-–—]\s)[\s*_~]{0,4}")


def series_benchmark(sections: Sections, index: int) -> str | None:
    """The benchmark of a list's items that are no more than a name and a percentage, where an item right above names it: "A: 70% on X", "B: 65%"."""
    at = index
    while _is_score(sections, at):
        if sections.benchmarks[at]:
            return sections.benchmarks[at][0].name if at != index and len(sections.benchmarks[at]) == 1 else None
        at -= 1
    return None


def _is_score(sections: Sections, index: int) -> bool:
    """Whether a block is a list's item that begins with a model's name and a percentage."""
    if index < 0 or sections.blocks[index].kind != "item" or not sections.mentions[index] or not sections.quantities[index]:
        return False
    mention, quantity = sections.mentions[index][0], sections.quantities[index][0]
    gap = _ITS_SCORE.fullmatch(sections.blocks[index].view.text, mention.end, quantity.start)
    return mention.start <= 3 and quantity.kind == "percent" and gap is not None
