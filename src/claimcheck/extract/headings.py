"""Headings: a heading as a sentence comes in, what it gives to the blocks below it goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.extract import phrases
from claimcheck.extract.context import PER_THOUSAND, Topics, distinct
from claimcheck.extract.editions import edition
from claimcheck.extract.hosts import host_named
from claimcheck.extract.makers import first_maker
from claimcheck.extract.name_shapes import PRODUCT_FIRST
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, is_object
from claimcheck.extract.uses import for_use, names_program
from claimcheck.extract.values import Target


class Heading(NamedTuple):
    """What a heading gives to the blocks below it; `against` is a model that it only compares with ("### vs GPT-4o").

    `product` when it names an app, at most as a model's ("Le Chat: Mistral's app"): what stands below is said of the app.
    `program` when it names an app or a tool and no model; `uses` when it says that uses follow ("When to use X").
    `edition` when it speaks of one at another price ("X (batch)").
    `maker` the vendor that it begins with where it names no model ("### Anthropic").
    `to_come` when what stands below is planned ("Roadmap").
    `joint` when it is nothing but models joined by "and" ("## X & Y"): what stands below is said of all of them.
    """

    about: tuple[Target, ...]
    against: Target | None
    topics: tuple[str, ...]
    per_thousand: bool
    rumour: bool
    host: str | None
    wanting: bool
    product: bool
    uses: bool
    program: bool
    joint: bool
    maker: str | None
    edition: str | None = None
    to_come: bool = False


_JOINT = re.compile(r"[\s\d.)]{0,6}(?:OpenAI|Google|Anthropic|Meta|Mistral|DeepSeek|Alibaba)?(?:[\s,&+]|\band\b)*", re.I)
_SIDE_BY_SIDE = re.compile(r"\bvs\b|\bthan\b|\bversus\b|\bagainst\b|\bcompar\w*|\bover\b|\bor\b|\bbetween\b|\bfrom\b", re.I)
# "When to choose X over Y"
_CHOICE = re.compile(r"\b(?:choos\w+|pick\w*|us(?:e|ing)|prefer|go(?:ing)? with|select|take)\s[^:]{2,40}\s(?:over|instead of|rather than)\s(?:the\s)?$", re.I)


def read_heading(sentence: Sentence, topics: Topics) -> Heading:
    """The models that a heading is about, or that it only compares with, its topics, and how it means what stands below."""
    text = sentence.text[sentence.start : sentence.end]
    spoken = [m for m in sentence.mentions if not is_object(sentence, m)]
    surpassed = spoken and len(spoken) < len(sentence.mentions) and _SIDE_BY_SIDE.search(text) is None  # "X – the model that beats Y"
    about = distinct(spoken if surpassed or len(sentence.mentions) < 2 else sentence.mentions)
    product = PRODUCT_FIRST.match(text) is not None and all(m.possessive for m in sentence.mentions)
    about = () if product else _members(about)
    against = sentence.mentions[0].target if sentence.mentions and not about and not product else None
    if len(sentence.mentions) == 2 and _CHOICE.search(sentence.text, sentence.start, sentence.mentions[1].start):
        about, against = (sentence.mentions[0].target,), sentence.mentions[1].target
    unnamed = _without(text, [(m.start - sentence.start, m.end - sentence.start) for m in sentence.mentions])
    return Heading(
        about=about,
        against=against,
        topics=topics.of(text) if len(text) < 90 else (),
        per_thousand=PER_THOUSAND.search(text) is not None,
        rumour=phrases.RUMOUR.search(text) is not None,
        host=host_named(text),
        wanting=phrases.is_wanting(unnamed if len(about) == 1 else text),
        product=product,
        uses=for_use(text, of_model=bool(sentence.mentions)),
        program=product or (not sentence.mentions and names_program(text)),
        maker=None if sentence.mentions else first_maker(text),
        joint=len(about) > 1 and _JOINT.fullmatch(unnamed) is not None,
        edition=edition(text),
        to_come=phrases.is_to_come(unnamed),
    )


def _members(about: tuple[Target, ...]) -> tuple[Target, ...]:
    """The models of a heading without the family that one of them alone stands for: "Claude (Anthropic) - Claude 3.5 Opus"."""
    if len(about) != 2 or about[0].family is about[1].family or about[0].parts[:1] != about[1].parts[:1]:
        return about
    return tuple(target for target in about if not target.family)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with some stretches of it left out."""
    rest, at = "", 0
    for start, end in spans:
        rest, at = rest + text[at:start], end
    return rest + text[at:]


TITLE_LINE = re.compile(  # "Frequently Asked Questions"
    r"(?:[A-Z][\w’'-]*|of|and|the|in|for|to|a|vs|&)(?:\s(?:[A-Z][\w’'-]*|of|and|the|in|for|to|a|vs|&)){1,6}\W?",
)
_BESIDE_NAMES = re.compile(r"[\s*_:.,/&]*(?:\([^()]{1,40}\))?[\s*_:.]*")


def is_title_line(text: str, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a line is no more than the names of models, as a title over the lines below: "Acme 4 (70B)", "Acme 4 / 4 mini"."""
    return _BESIDE_NAMES.fullmatch(_without(text, names)) is not None


LIMITS = frozenset({"context_window", "max_output_tokens"})


_LIMIT = re.compile(
    r"[\W\d]{0,8}(?:(?:massive|huge|large|larger|giant|enormous|new|native|full|extended|expanded|long|longer|up to|the|an?)\s){0,3}"
    r"(?:\d[\d.,]{0,9}\s?(?:[KM]|million)?\+?[\s-](?:tokens?[\s-])?(?:input\s|output\s)?(?:context|output|window)(?:[\s-](?:windows?|length|limit|tokens?))?"
    r"|(?:context|output|token)\s(?:window|length|limit|tokens?)\s?[(:—–-]\s?(?:up to\s)?\d[\d.,]{0,9}\s?(?:[KM]|million)?\+?(?:\s?tokens?)?\)?)"
    r"(?:\s\([\w ]{2,16}\)|\s?[:—–-]\s[^?\d]{2,60})?\W*",
    re.I,
)


_BEHIND = re.compile(r"\+?[\s-](?:tokens?[\s-])?(?:max\s|maximum\s|input\s)?(?:context|windows?|outputs?)\b", re.I)
_BEFORE = re.compile(r"\b(?:context|output|token)\s(?:windows?|length|limit|tokens?)(?:\s?[(:—–-]\s?|\sof\s|\sto\s)(?:up to\s)?$", re.I)


def is_limit(text: str) -> bool:
    """Whether a heading is no more than a model's limit: "1M token context window (beta)", "Massive context window (1M tokens)"."""
    return len(text) < 90 and _LIMIT.fullmatch(text) is not None


def may_head(sentence: Sentence, found: Reading) -> bool:
    """Whether a heading may state such a thing: not what is only asked there, but a limit of one model, and a score
    where it names model and benchmark.

    The year of the article in its heads ("Acme 4 (2026): all you need") is not that of a model.
    """
    if found.attribute == "release_date" and found.value == (sentence.context.published or "")[:4]:
        return False
    if found.attribute == "benchmark_score":
        return bool(sentence.mentions) and any(b.name == found.benchmark for b in sentence.benchmarks)
    if found.attribute in LIMITS:
        beside = _BEHIND.match(sentence.text, found.end) or _BEFORE.search(sentence.text, sentence.start, found.start)
        one = len(found.targets) == 1 and len({m.target.name for m in sentence.mentions}) < 2
        return bool(beside) and one and not sentence.text.rstrip().endswith("?")
    return found.attribute in {"release_date", "relative", "parameters"}
