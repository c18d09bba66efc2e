"""Relations that leave open who is compared: they and all other readings of an article come in, those that its own numbers settle go out.

"## Pricing: 40% cheaper across the board" names nobody. Where the article gives the prices of the two models that it compares, and one of them
is 40% below the other, it is known who is cheaper than whom; where nothing fits, nothing is read.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.context import distinct
from claimcheck.extract.readings import Reading
from claimcheck.extract.relations import of_discount, of_models, reading_of, told
from claimcheck.extract.sentence import Sentence, is_object
from claimcheck.extract.subjects import subjects_of
from claimcheck.extract.values import Quantity, Target
from claimcheck.terms import Block

_ATTRIBUTES = {
    "price": ("input_price", "output_price"),
    "input_price": ("input_price",),
    "output_price": ("output_price",),
    "context_window": ("context_window",),
    "max_output_tokens": ("max_output_tokens",),
    "parameters": ("parameters",),
    "speed": ("output_speed",),
}
_COMPARED = re.compile(r"[^.;]{0,60}?\b(?:than|compared (?:to|with)|versus|vs\.?|relative to|of)\s(?!\$?\d)", re.I)
_ELSE = re.compile(  # since when, or against which tariff or plan of its own
    r"[^.;]{0,40}?\b(?:after|until|since|from|over the (?:last|past)|year[- ]over[- ]year|yoy|(?:off-?)?peak|batch\w*|cach\w+|subscriptions?|plans?)\b", re.I
)
_OF_MODELS = re.compile(  # "systems that cost 4x more"
    r"\b(?:models|systems|alternatives?|competitors?|rivals?|options?|apis|gpus?|hardware|month|monthly|year|yearly|annually|day|task|request|query|call)\b(?:[^.;]|\.(?=\d)){0,50}$"
    r"|/(?:mo|month)\b[^.;]{0,12}$",
    re.I,
)
_WIDEST = 2.5  # the upper end of a range against its lower
_OPENING = 40  # characters
_COSTS = re.compile(r"\b(?:costs?|pric\w+|tokens?|cheap\w*|expensive)\b", re.I)
_LESS = re.compile(r"\b(?:sav(?:e|es|ed|ings?)|cheaper|lower|less|advantage|discount)\b", re.I)
_MORE = re.compile(r"\b(?:higher|more|dearer|pricier|premium|markup)\b", re.I)
_SIDE = re.compile(r"\b(input|output)\b", re.I)
_MOST = 40  # relations of one article that are tried
Values = Mapping[tuple[str, str], set[float]]  # (attribute, model) -> what the article says of it


@dataclass(frozen=True, slots=True)
class Open:
    """A relation of a sentence whose reading still lacks the model compared with, and perhaps its subject."""

    sentence: Sentence
    reading: Reading
    percent: bool


def left_open(sentence: Sentence, quantity: Quantity) -> Reading | None:
    """A relation that names nobody it compares with, as a reading without the other model; None for all else."""
    if quantity.kind not in {"percent", "ratio"}:
        return None
    found = told(sentence, quantity) or _bare(sentence, quantity)
    if found is None or found[0] <= 0 or found[2] not in _ATTRIBUTES:
        return None
    factor, factor_to, base, end = found
    named = _COMPARED.match(sentence.text, end) or _ELSE.match(sentence.text, end) or of_discount(sentence, quantity)
    wide = factor_to is not None and not 1 / _WIDEST <= factor_to / factor <= _WIDEST
    generic = _OF_MODELS.search(sentence.text, max(sentence.start, quantity.start - 90), quantity.start)
    if named or generic or wide or not of_models(sentence, quantity, base, end):
        return None
    subjects = subjects_of(sentence, quantity.start, quantity.start)
    own = tuple(subjects) if len(subjects) == 1 else ()
    if not own and (sentence.context.fixed or len(distinct(sentence.mentions)) not in (0, 2)):
        return None
    if sentence.mentions and own and not sentence.points_back() and not any(m.target in own for m in sentence.mentions):
        return None  # "the small one undercuts X by 80%": whichever that is
    if not sentence.mentions and not _is_of_models_above(sentence, quantity):
        return None
    return reading_of(sentence, quantity, own, None, factor=factor, factor_to=factor_to, base=base, end=end)


def _is_of_models_above(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sentence without names goes on about the models before it: by a pronoun or label, or because it begins with the number."""
    context = sentence.context
    return context.fixed or context.strong or bool(context.label_text) or sentence.points_back() or quantity.start - sentence.start <= _OPENING


def _bare(sentence: Sentence, quantity: Quantity) -> tuple[float, float | None, str, int] | None:
    """ "Savings with X: 40%", "Higher input costs (+67%)", "40% on every token class": a percentage beside words for dearer or cheaper."""
    text = sentence.text
    before, after = text[max(sentence.start, quantity.start - 60) : quantity.start], text[quantity.end : quantity.end + 40]
    if quantity.kind != "percent" or not _COSTS.search(f"{sentence.context.label_text} {before} {after}"):
        return None
    sign = before[-1:]
    less = sign in {"-", "−", "–"} or _LESS.search(f"{sentence.context.label_text} {before}") is not None
    more = sign == "+" or _MORE.search(f"{sentence.context.label_text} {before}") is not None
    if less == more:
        return None
    sides = {match.lower() for match in _SIDE.findall(f"{sentence.context.label_text} {before}")}
    base = f"{sides.pop()}_price" if len(sides) == 1 else "price"
    share = quantity.value / 100
    return (1 - share if less else 1 + share), None, base, quantity.end


def settled(left: Sequence[Open], readings: Sequence[Reading], blocks: Sequence[Block]) -> Iterator[tuple[int, Reading]]:
    """(block index, reading) of the relations that hold between just two models by the article's own values."""
    if not left:
        return
    values = _values(readings)
    places = {id(block.view.text): index for index, block in enumerate(blocks)}
    for one in left[:_MOST]:
        index = places.get(id(one.sentence.text))
        found = _between(one, values)
        if found is not None and index is not None:
            yield index, replace(one.reading, targets=(found[0],), other=found[1], carried=True)


def _values(readings: Sequence[Reading]) -> Values:
    found: dict[tuple[str, str], set[float]] = {}
    asked = {attribute for attributes in _ATTRIBUTES.values() for attribute in attributes}
    for reading in readings:
        plain = reading.condition is None and reading.value_to is None and reading.host is None
        if reading.attribute in asked and isinstance(reading.value, int | float) and reading.value > 0 and plain:
            for target in reading.targets:
                found.setdefault((reading.attribute, target.name), set()).add(float(reading.value))
    return found


def _between(one: Open, values: Values) -> tuple[Target, Target] | None:
    """Subject and other of a relation, by the nearest two models between which it holds."""
    for pair in _pairs(one):
        fitting = [order for order in (pair, pair[::-1]) if _may_be(one, order[0]) and _holds(one, order[0], order[1], values)]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _may_be(one: Open, subject: Target) -> bool:
    """Whether a model can be the subject: the one that the sentence names for it, or a member of the family that it names, else any."""
    own = one.reading.targets
    firm = one.sentence.context.fixed or any(m.target in own for m in one.sentence.mentions)
    return not firm or not own or subject in own or (own[0].family and subject.id in own[0].candidates)


def _pairs(one: Open) -> Iterator[tuple[Target, Target]]:
    """Two models each, the likeliest first: those of the sentence, of the group spoken of, of the article, of the lines before."""
    sentence, context = one.sentence, one.sentence.context
    spoken = distinct(sentence.mentions)
    for several in (spoken, context.group, context.article_models):
        if len(several) == 2 and not any(target.family for target in several):
            yield several[0], several[1]
    own = one.reading.targets or distinct([m for m in sentence.mentions if not is_object(sentence, m)])
    others = (*context.just_named, *reversed(context.block_trail), *reversed(context.section_trail[-2:]), *([context.main] if context.main else []))
    if len(own) == 1 and not own[0].family:
        yield from ((own[0], other) for other in dict.fromkeys(others) if other.name != own[0].name and not other.family)


def _holds(one: Open, subject: Target, other: Target, values: Values) -> bool:
    """Whether a relation follows from what the article says of both models; from the one price, or both, that it is said of."""
    for attribute in _ATTRIBUTES.get(one.reading.base or "", ()):
        left, right = values.get((attribute, subject.name), set()), values.get((attribute, other.name), set())
        if any(_fits(one, a / b) for a, b in itertools.islice(itertools.product(sorted(left), sorted(right)), 16)):
            return True
    return False


def _fits(one: Open, ratio: float) -> bool:
    """Whether a ratio is the one written, as exactly as such numbers are rounded."""
    reading = one.reading
    value = float(reading.value) if isinstance(reading.value, int | float) else 0.0
    upper = reading.value_to if reading.value_to is not None else value
    low, high = sorted((value, upper))
    slack = max(0.011, 0.03 * value if value > 1 else 0.0) if one.percent else 0.07 * value
    slack *= 2 if reading.op == "~" else 1
    return low - slack <= ratio <= high + slack and (ratio < 1) == (value < 1)
