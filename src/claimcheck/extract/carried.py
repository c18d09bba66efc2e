"""How firmly a sentence names whom it speaks of: a sentence and a reading come in, whether its subject is only taken over goes out.

A sentence without a name and without a word that points back ("it", "the model") mostly goes on about the model named before; but it
may as well speak of models at large, of a program, or of whoever the article turned to next. Such a reading may hold, and accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Container

from claimcheck.attributes import ALL
from claimcheck.extract.makers import CLOUDS, means_another, vendors
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import ANAPHOR, Sentence
from claimcheck.extract.values import Target
from claimcheck.reference.names import kind
from claimcheck.terms import Block

_REACH = 120  # characters between a name and what is said of it
_NAME = re.compile(  # in the midst of a sentence
    r"[a-z,;:]\s(?:[Tt]he\s|[Aa]nd\s)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d|Mixture\b)[A-Z][a-z]{2,}[\w-]*"
)
_BRIEF = 80  # characters of a paragraph's first sentence that tells one thing: "Prompt caching is available for 90% off."
_SHORT = 40  # characters of a sentence that is a note on the one before: "MIT license."
_WORDS = frozenset({"word", "flag", "modality"})  # kinds without a number: their words are common ones
_LATE = 40  # characters of a sentence before a pronoun that mostly stands for something they name
_TITLES = frozenset({"meta", "heading"})


_VERSUS = re.compile(r"\b(?:vs\.?|versus|against|compared (?:to|with))\s$", re.I)


def is_carried(sentence: Sentence, reading: Reading) -> bool:
    """Whether neither the sentence nor a label, row or heading of its own names a subject of the reading or points back to one.

    A number may also follow the sentence that named its model and no other.
    """
    context, own = sentence.context, {target.name for target in reading.targets}
    if "parameters" in reading.attribute and _picks_another(sentence, reading, own):
        return True
    if _maker_asks(sentence, reading, own):
        return True
    if context.fixed or context.strong:
        return False
    if sentence.points_back():
        return _of_another_thing(sentence, own) if ALL[reading.attribute].compare not in _WORDS else _of_its_maker(sentence, reading.targets)
    if ALL[reading.attribute].compare not in _WORDS:
        follows = len(own) == 1 and not sentence.mentions and {target.name for target in context.just_named} == own
        if follows or context.label_text:
            return False
    return not any(mention.target.name in own for mention in sentence.mentions)


_ASKS = re.compile(r"\s(?:(?:now|also|only|currently)\s)?(?:charg|pric|ask|bill|offer|sell)(?:es|s|ed|ing)\b", re.I)


def _maker_asks(sentence: Sentence, reading: Reading, own: set[str]) -> bool:
    """ "…, with Acme charging $2": a price that a maker asks, in a sentence without a model of its own, may be that of any of its models."""
    if not reading.attribute.endswith("price") or sentence.context.fixed or any(m.target.name in own for m in sentence.mentions):
        return False
    return any(_ASKS.match(sentence.text, end, reading.start) for _, _, end in vendors(sentence.text, sentence.start, reading.start))


_THE = re.compile(r"\b(?:the|its|their)\s(?:\w+\s)?$", re.I)
_ONE = re.compile(r"[\s-](?:param(?:eter)?s?[\s-])?(?:model|version|variant|one|edition)\b", re.I)


def _picks_another(sentence: Sentence, reading: Reading, own: set[str]) -> bool:
    """ "The 405B parameter model, trained on …": a size that picks one of a family, which may be another than the one named last."""
    near = any(m.target.name in own and abs(m.start - reading.start) <= _LATE for m in sentence.mentions)
    return not near and bool(_THE.search(sentence.text, max(sentence.start, reading.start - 24), reading.start) and _ONE.match(sentence.text, reading.end))


def _of_another_thing(sentence: Sentence, own: set[str]) -> bool:
    """Whether "it" follows a sentence of its own paragraph that names none of these models: "A bar crawls on. It is slow: 70 billion parameters"."""
    context, pronoun = sentence.context, ANAPHOR.first(sentence)
    if sentence.start == 0 or context.label_text or pronoun is None or not pronoun["single"] or "model" in pronoun.group().lower():
        return False
    near = {target.name for target in (*context.block_trail, *context.just_named, *(m.target for m in sentence.mentions))}
    return not own & near


_DOES_WITH_ITS = re.compile(
    r"(?P<name>[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{0,20}){0,3})\s(?:(?:has|have|had|also|just|recently)\s){0,2}[a-z]{2,12}(?:ed|s)(?:\sout)?\s$"
)


def _of_its_maker(sentence: Sentence, targets: tuple[Target, ...]) -> bool:
    """Whether "its" is that of somebody the sentence begins with, who made none of these models: "Acme AI launched its first app with web search"."""
    pronoun = ANAPHOR.first(sentence)
    if pronoun is None or pronoun.group().lower() != "its" or sentence.mentions:
        return False
    found = _DOES_WITH_ITS.search(sentence.text, max(sentence.start, pronoun.start() - 110), pronoun.start())
    if found is None:
        return False
    known = vendors(sentence.text, *found.span("name"))
    return all(means_another(known[-1][0], target) for target in targets) if known else " " in found["name"]


def far_fetched(sentence: Sentence, reading: Reading, block: Block, titled: tuple[Target, ...], title: Container[str] = ()) -> bool:
    """Whether a carried statement without a number is too far from its subject to be one.

    It may follow the sentence that named the model and no other, or the heading that did (`titled`, right above), or be an
    item or labelled line of an article about that model alone, which its title (whose models' names are in `title`) or this section names.
    """
    if not reading.carried or ALL[reading.attribute].compare not in _WORDS or block.kind in _TITLES or titled == reading.targets:
        return False
    context, own = sentence.context, {target.name for target in reading.targets}
    brief = sentence.start == 0 and sentence.end <= _BRIEF and not sentence.mentions and all(name in title for name in own)
    brief = brief and reading.attribute in {"capability", "input_modality", "output_modality"}
    if block.kind == "item" or context.label_text or brief:
        near = reading.attribute == "license" or all(name in title for name in own) or own <= {target.name for target in context.section_trail}
        return {target.name for target in context.article_models} != own or not near
    if context.block_trail[-1:] == reading.targets and sentence.end - sentence.start <= _SHORT:
        return False
    return {target.name for target in context.just_named} != own


def _points_elsewhere(sentence: Sentence, own: set[str]) -> bool:
    """Whether "it" hardly is the model: late in its sentence ("each gets its own …"), or after sentences of its paragraph that name no model."""
    pronoun, context = ANAPHOR.first(sentence), sentence.context
    if pronoun is None or not pronoun["single"] or "model" in pronoun.group().lower() or context.strong:
        return False
    near = {target.name for target in (*context.block_trail, *context.just_named)}
    late = pronoun.start() - sentence.start > _LATE and not sentence.text.endswith(", ", sentence.start, pronoun.start())
    return late or (sentence.start > 0 and not own & near and not context.label_text)


_LIST_OF_LINKS = re.compile(
    r"\W*(?:\d+[.)]?\s)?(?:references?|sources?|citations?|bibliography|(?:further|additional|recommended) reading|read more|learn more|see also"
    r"|(?:useful |related |external |additional )?(?:links|resources)|related (?:articles|posts|reading)|sources (?:and|&) (?:references|further reading))\W*",
    re.I,
)


def is_link(block: Block, heading: str) -> bool:
    """Whether a block is an item of a list of sources: its words are the title of another page."""
    return block.kind == "item" and _LIST_OF_LINKS.fullmatch(heading) is not None


def passes_another(sentence: Sentence, reading: Reading) -> bool:
    """Whether a statement without a number stands far behind the name of its subject, behind another name, or behind a word for something else."""
    own = {target.name for target in reading.targets}
    named = [m for m in sentence.mentions if m.target.name in own]
    if sentence.context.fixed:
        return False
    if not named:
        loose = reading.attribute == "open_weights" and sentence.text[sentence.start : reading.start].strip(" *-:–—") != ""
        behind_name = not sentence.context.label_text and _NAME.search(sentence.text, sentence.start, reading.start) is not None
        return loose or behind_name or _points_elsewhere(sentence, own)
    before = [m for m in named if m.end <= reading.start]
    if not before:
        return named[0].start - reading.end > _REACH
    gap = sentence.text[before[-1].end : reading.start]
    return len(gap) > _REACH or ";" in gap or _NAME.search(gap) is not None


_POSSESSIVE = re.compile(r"['’]s\s[^,;:.()]{0,40}")
_MODELS_DO = re.compile(  # "Models handle up to 128K"
    r"\W*(?:The\s(?:new\s)?)?[Mm]odels\s(?!like\b|such\b|with\b|that\b|from\b|of\b|in\b|can\b)[a-z]"
)
_TOGETHER = re.compile(r"\b(?:both|all|they|their|them|these|those|each|every|either)\b", re.I)


def told_of_all(sentence: Sentence, targets: tuple[Target, ...]) -> bool:
    """Whether what a sentence without a name says may be said of each of several models: of one line-up, or where a word takes them together."""
    line_ups = {tuple(part for part in target.parts if kind(part) != "size")[:2] for target in targets}
    place = sentence.start, sentence.end
    return len(line_ups) == 1 or _MODELS_DO.match(sentence.text, *place) is not None or _TOGETHER.search(sentence.text, *place) is not None


_DOES = re.compile(  # "Acme, in particular, has shown", "Acme offers": a maker, or its model by the same name, is whom a clause speaks of
    r"(?:,\s(?:in\s(?:particular|contrast|turn)|(?:on|for)\s(?:[\w-]+\s){0,2}[\w-]+|meanwhile|however|too|by\s(?:contrast|comparison)),)?"
    r"\s(?:(?:also|now|already|meanwhile|still|recently|currently)\s)?(?:has|have|had|is|was|offers?|charges?|provides?|supports?|scor(?:es|ed)|achiev(?:es|ed)|boasts?"
    r"|claims?|reports?|shows?|showed|excels?|delivers?|handles?|allows?|features?|brings?|gives?|leads?|comes|reach(?:es|ed)|uses|prices|lets|costs?)\b",
    re.I,
)
_OPENS = re.compile(r"(?:\W|(?:meanwhile|however|and|but|while|whereas|on\sthe\sother\shand|in\scontrast|by\scontrast|today|now|also|then)\b){0,6}", re.I)
_IT = re.compile(r"\b(?:it|(?:the|this)\smodel)\b", re.I)
_FAMILIES = {"Qwen": "Alibaba", "Kimi": "Moonshot AI"}  # lines named without a version that are no maker's name
_FAMILY = re.compile(rf"\b(?P<name>{'|'.join(_FAMILIES)})\b(?![\s-]?\d)")


def of_another_maker(sentence: Sentence, reading: Reading) -> bool:
    """Whether the lead-in line, the heading or the words before a value name a vendor whose the subject is not.

    "OpenAI's costs:", below Claude; and after a sentence about Claude, "OpenAI offers" what it offers for its own.
    """
    context, own = sentence.context, {target.name for target in reading.targets}
    if of_other_doer(sentence, reading):
        return True
    if any(target.name in own for target in (*(m.target for m in sentence.mentions), *context.just_named, *context.block_trail)):
        return False
    text, start = sentence.text, reading.start
    owners = [name for name, _, end in vendors(text, max(sentence.start, start - _REACH), start) if _POSSESSIVE.fullmatch(text, end, start)]
    named = owners and any(mention.end <= start for mention in sentence.mentions)  # "OpenAI's o1 costs $15"
    maker = context.maker if not owners or named else owners[-1]
    return maker is not None and maker not in CLOUDS and all(means_another(maker, target) for target in reading.targets)


def of_other_doer(sentence: Sentence, reading: Reading) -> bool:
    """Whether a maker, or a line without its version, that the subject is not of does or has what is said ("OpenAI has a 128K window", after Claude)."""
    text, start = sentence.text, reading.start
    own = {target.name for target in reading.targets}
    if reading.attribute == "developer" or sentence.context.fixed or sentence.context.label_text:
        return False
    here = any(m.target.name in own for m in sentence.mentions)
    begin, _ = sentence.clause(start)
    named = [(name, at, end) for name, at, end in vendors(text, begin, start) if name not in CLOUDS]
    named += [(_FAMILIES[m["name"]], m.start(), m.end()) for m in _FAMILY.finditer(text, begin, start)]
    for maker, at, end in sorted(named, key=lambda found: -found[1]):
        does = not here and _OPENS.fullmatch(text, begin, at) and _DOES.match(text, end, start)
        own_thing = _POSSESSIVE.fullmatch(text, end, start) and not any(end <= m.start < start for m in sentence.mentions)
        if (does or own_thing) and not _IT.search(text, end, start):
            return all(means_another(maker, target) for target in reading.targets)
    return False


def held_against_unnamed(sentence: Sentence, reading: Reading) -> bool:
    """Whether a relation is to a model that neither its sentence, what it follows nor its heading names, in an article about more than two.

    So is a value behind "versus" where the sentence names another model than the one that has it.
    """
    context = sentence.context
    if reading.attribute == "context_window" and _VERSUS.search(sentence.text, max(sentence.start, reading.start - 16), reading.start):
        return all(mention.target not in reading.targets for mention in sentence.mentions)
    if reading.other is None or context.fixed or reading.other in (context.versus, context.main):
        return False
    two = context.article_models if len(context.article_models) == 2 else ()
    near = {target.name for target in (*context.just_named, *context.group, *two)} | {mention.target.name for mention in sentence.mentions}
    return reading.other.name not in near
