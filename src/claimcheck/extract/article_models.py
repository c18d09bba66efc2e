"""The models that an article is about: its blocks and their mentions come in, the models of its title and the one named most go out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from claimcheck.extract.context import distinct
from claimcheck.extract.values import Mention, Target
from claimcheck.terms import Article, Block

TITLES = frozenset({"title", "meta_title", "name", "model"})  # fields of a front matter that name what the article is about

_MANY = 100  # names of one block that are looked at; in an endless one the rest count as spoken of


def article_models(article: Article, mentions: Sequence[Sequence[Mention]], spoken_of: Callable[[int, Mention], bool]) -> tuple[Target, ...]:
    """The models that the article is about: those of its title, else of its headings, else those named most.

    What is only compared with is not among those named most. A single model in the headings below the title is only what one
    section is about, where others are named beside it.
    """
    sections: list[Mention] = []
    for index, block in enumerate(article.blocks):
        titled = (block.kind == "heading" and block.level == 1) or (block.kind == "meta" and block.key in TITLES)
        if block.kind == "heading" or titled:
            found = [m for m in mentions[index] if not m.target.family or any(part[0].isdigit() for part in m.target.parts)]
            if titled and index < 12 and (found or _only_a_family(block.view.text, mentions[index])):
                return distinct(found or mentions[index])
            sections += found
    if len(distinct(sections)) > 1:
        return distinct(sections)
    counts: dict[str, list[Target]] = {}
    spoken: set[str] = set()
    for index, found_here in enumerate(mentions):
        for place, mention in enumerate(found_here):
            if not mention.target.family:
                counts.setdefault(mention.target.name, []).append(mention.target)
                if mention.target.name not in spoken and (place >= _MANY or spoken_of(index, mention)):
                    spoken.add(mention.target.name)
    ranked = sorted(counts.values(), key=len, reverse=True)
    if not ranked:
        return ()
    most = tuple(targets[0] for targets in ranked if len(targets) * 3 >= len(ranked[0]) and targets[0].name in spoken)
    first = next(iter(counts.values()))[0].name
    return most if len(most) != 1 or most[0].name == first else ()


def named_in_titles(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]]) -> frozenset[str]:
    """The names of the models that the article's titles name: its first heading, those of the highest level, and the title in its head."""
    first = next((block for block in blocks if block.kind == "heading"), None)
    titles = (block is first or (block.kind == "heading" and block.level == 1) or (block.kind == "meta" and block.key in TITLES) for block in blocks)
    return frozenset(mention.target.name for title, found in zip(titles, mentions, strict=True) if title for mention in found)


def _only_a_family(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a title is a family's name and nothing else ("Grok", "CLAUDE (Anthropic)"): the article is then about the family."""
    if len(mentions) != 1:
        return False
    rest = text[: mentions[0].start] + text[mentions[0].end :]
    return re.sub(r"\([^()]{0,40}\)|\W|\b(?:by|AI|models?|family|overview|guide)\b", "", rest, flags=re.I) == ""


def most_named(mentions: Sequence[Sequence[Mention]]) -> Target | None:
    """The model named far more often than any other, which relations without "than" compare with."""
    counts: dict[str, tuple[int, Target]] = {}
    for found in mentions:
        for mention in found:
            count = counts.get(mention.target.name, (0, mention.target))[0]
            counts[mention.target.name] = (count + 1, mention.target)
    ranked = sorted(counts.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] < 1.5 * ranked[1][0]):
        return None
    return ranked[0][1]


def stands_alone(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a field of the head is the article's title, and no heading repeats it: it then says what a heading says."""
    if block.kind != "meta" or block.key != "title":
        return False
    title = block.view.text.strip()
    return not any(other.kind == "heading" and other.view.text.strip() == title for other in blocks)
