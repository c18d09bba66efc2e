"""Partial names over a whole article: mentions block by block come in, the same with "Sonnet", "the mini", "Claude" resolved go out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.bare_versions import bare_versions, by_version
from claimcheck.extract.cues import Whole
from claimcheck.extract.defined import with_defined
from claimcheck.extract.joined import Joined
from claimcheck.extract.licences import without_licences
from claimcheck.extract.mentions import NameFinder
from claimcheck.extract.short_names import (
    containing,
    entry_of,
    held_against,
    of_another,
    of_unknown,
    one_of,
    other_lines,
    partial,
    shorter,
    sibling,
    vendors_own,
    without_other_things,
)
from claimcheck.extract.sizes import NEAR, sizes_named
from claimcheck.extract.spans import earlier
from claimcheck.extract.values import Mention, Target
from claimcheck.reference.names import parts
from claimcheck.terms import Block

_TIER_NAMED = re.compile(r"\b(?:Opus|Sonnet|Haiku)\s\d\.\d")  # names enough by themselves


def find_mentions(blocks: Sequence[Block], whole: Whole, finder: NameFinder) -> list[list[Mention]]:
    """Mentions of every block of an article in order; partial names resolved to the models that the article names in full."""
    texts, folded = [block.view.text for block in blocks], whole.texts
    full = _full(blocks, texts, whole, finder)
    known = _named(full)
    kin, families = [*known.values(), *(line_up := _versions_named(full))], _heads(full)
    versions, entry, beside, rivals = by_version(known), entry_of(blocks, full), _in_columns(blocks, full), held_against(blocks)
    resolved: list[list[Mention]] = [[] for _ in blocks]
    recent: list[Target] = []
    spoken: list[Target] = []  # with families, which have sizes too
    models, lines = _Above(blocks, full, families=False), _Above(blocks, full, families=True)
    likely, numbers = Joined(folded).spans(finder.short), Joined(texts).spans(_NUMBER)
    for index in (index for index, found in enumerate(full) if found or index in likely or index in numbers):
        heading, mentions = models.of(index), list(full[index])
        if index in numbers:
            mentions += sizes_named(blocks[index], full[index], recent, heading, finder)
            mentions += [] if mentions else sizes_named(blocks[index], (), spoken, lines.of(index), finder)
            mentions += bare_versions(texts[index], mentions, versions, heading, finder)
        if index in likely and (known or families or "4o" in texts[index] or _TIER_NAMED.search(texts[index])):
            for start, end, words in finder.partials(texts[index], folded[index], likely[index], mentions):
                before = recent[-NEAR:] + [m.target for m in earlier(full[index], start)[-NEAR:]]
                target = partial(words, known, before, heading, finder, sibling(words, kin, finder), families)
                target = target or partial(shorter(words), known, before, heading, finder) or vendors_own(texts[index], start, words, finder)
                short = _short_mention(texts[index], start, end, target) if target is not None else None
                mentions += [short] if short is not None else []
        mentions.sort(key=lambda m: m.start)
        done: list[Mention] = []
        for mention in mentions:
            apart = beside[blocks[index].table, blocks[index].column] if mention.text == texts[index].strip() and blocks[index].kind == "cell" else frozenset()
            plain = _SLUG.fullmatch(mention.text) or _WHOLE_LINE.match(texts[index], mention.end) or (mention.target.parts == entry and not heading)
            target = mention.target if plain else _family(mention.target, known, line_up, recent, heading, apart, finder)
            done.append(mention if target is mention.target else replace(mention, target=replace(target, written=mention.text), partial=True))
            spoken.append(target)
            if not target.family:
                recent.append(target)
        resolved[index] = without_other_things(done, texts[index], rivals)
    _names_over_columns(blocks, resolved, finder)
    return resolved


def _full(blocks: Sequence[Block], texts: Sequence[str], whole: Whole, finder: NameFinder) -> list[list[Mention]]:
    """The full names of every block, with those that the article defines, and without those of licences."""
    full = with_defined(texts, whole, _without_chance(finder, finder.find_all(texts, whole.texts)))
    full = [other_lines(found, text) if found else found for found, text in zip(full, texts, strict=True)]
    return [without_licences(found, text) if found and block.kind != "heading" else found for found, text, block in zip(full, texts, blocks, strict=True)]


def _short_mention(text: str, start: int, end: int, target: Target) -> Mention | None:
    """A short name as a mention: of its target, or of the unknown model whose name it ends ("BGE Large"); None where it is another maker's."""
    begin = of_unknown(text, start, end, target)
    if begin is not None:
        written = text[begin:end]
        return Mention(begin, end, written, Target(written, parts=tuple(written.lower().split()), written=written))
    if of_another(text, start, end, target):
        return None
    return Mention(start, end, text[start:end], replace(target, written=text[start:end]), text[end : end + 2] in {"'s", "’s"}, partial=True)


def _names_over_columns(blocks: Sequence[Block], resolved: list[list[Mention]], finder: NameFinder) -> None:
    """Tables that write a name over two columns, side by side or apart: the first cell then names the whole model."""
    _split_names(blocks, resolved, finder)
    _sized_rows(blocks, resolved, finder)


_NUMBER = re.compile(r"\d[^\0]*")  # from the first digit of a text to its end
_SLUG = re.compile(r"[a-z]+(?:-[a-z]+)+")  # "gemini-pro" is an id of its own, and no short name
_WHOLE_LINE = re.compile(r"[\"”*_]{0,2}\s(?:model\s)?(?:family|series|line-?up)\b", re.I)  # "the Qwen family" is no one model of it
_SIZE = re.compile(r"\W*(?P<size>\d+(?:x\d+)?(?:\.\d+)?B)\W*")


def _sized_rows(blocks: Sequence[Block], resolved: list[list[Mention]], finder: NameFinder) -> None:
    """Rows that begin with one name and differ in a column of sizes ("Llama 3" | … | "70B"): the name of each is that of the model of its size."""
    rows: dict[tuple[int | None, int | None], list[int]] = {}
    for index, block in enumerate(blocks):
        if block.kind == "cell":
            rows.setdefault((block.table, block.row), []).append(index)
    begun = [(blocks[row[0]].table, resolved[row[0]][0].text) for row in rows.values() if len(resolved[row[0]]) == 1]
    for row in rows.values():
        named = resolved[row[0]]
        if len(named) != 1 or named[0].text != blocks[row[0]].view.text.strip() or begun.count((blocks[row[0]].table, named[0].text)) < 2:
            continue
        sizes = [match["size"] for index in row[1:] if (match := _SIZE.fullmatch(blocks[index].view.text))]
        whole = finder.lookup((*named[0].target.parts, *parts(sizes[0]))) if len(sizes) == 1 else None
        if whole is not None:
            resolved[row[0]] = [replace(named[0], target=replace(whole, written=f"{named[0].text} {sizes[0]}"))]


_AMOUNT = re.compile(r"[$€£¥%~≈]|\d,\d")  # money and measures, never the rest of a name


def _split_names(blocks: Sequence[Block], resolved: list[list[Mention]], finder: NameFinder) -> None:
    """A table that writes a name over two columns ("Llama 3" | "70B"): the first cell then names the whole model."""
    for index, (cell, following) in enumerate(itertools.pairwise(blocks)):
        rest = resolved[index + 1]
        if cell.kind != "cell" or len(resolved[index]) != 1 or any(not m.partial for m in rest) or (cell.table, cell.row) != (following.table, following.row):
            continue
        mention, more = resolved[index][0], following.view.text.strip()
        if mention.text != cell.view.text.strip() or not 1 < len(more) <= 24 or following.kind != "cell" or _AMOUNT.search(more):
            continue
        whole = finder.lookup((*mention.target.parts, *parts(more)))
        if whole is not None:
            resolved[index] = [replace(mention, target=replace(whole, written=f"{mention.text} {more}"))]
            resolved[index + 1] = []


def _without_chance(finder: NameFinder, full: list[list[Mention]]) -> list[list[Mention]]:
    """Names of no known family count only when the article uses them twice: "Try 405B" is none, "Halden-2 Ultra" is one."""
    counts: dict[str, int] = {}
    for mentions in full:
        for mention in mentions:
            if finder.is_strange(mention.target):
                counts[mention.target.parts[0]] = counts.get(mention.target.parts[0], 0) + 1
    return [[m for m in mentions if not finder.is_strange(m.target) or counts[m.target.parts[0]] > 1] for mentions in full]


def _versions_named(full: Sequence[Sequence[Mention]]) -> list[Target]:
    """Families with a version that the article names, also where the bare version is another name of one member ("GPT-5.6" of GPT-5.6 Sol)."""
    found = {}
    for mention in (m for mentions in full for m in mentions):
        target, own = mention.target, mention.target.parts
        if not target.family:
            if target.id is None or len(own) < 3:  # too short to be named by less
                continue
            said = parts(mention.text)
            own = tuple(part for part in own if part in said)
        if any(part[0].isdigit() for part in own) and (target.family or 1 < len(own) < len(target.parts)):
            found[own] = replace(target, parts=own, family=True)
    return list(found.values())


def _named(full: Sequence[Sequence[Mention]]) -> dict[str, Target]:
    """The distinct models that the article names in full, by display name, in order of first mention."""
    known: dict[str, Target] = {}
    for mentions in full:
        for mention in mentions:
            if not mention.target.family:
                known.setdefault(mention.target.name.lower(), mention.target)
    return known


def _heads(full: Sequence[Sequence[Mention]]) -> frozenset[str]:
    """The first words of all names in an article, makers' among them."""
    return frozenset(m.target.parts[0] for found in full for m in found if m.target.parts)


class _Above:
    """Models (and `families` of models) named by the headings above each block, nearest first."""

    def __init__(self, blocks: Sequence[Block], full: Sequence[Sequence[Mention]], *, families: bool) -> None:
        self._blocks, self._full, self._families = blocks, full, families
        self._known: dict[int, list[Target]] = {}  # by the nearest heading

    def of(self, index: int) -> list[Target]:
        """Those above one block."""
        heading = self._blocks[index].heading
        if heading is None or heading >= index:
            return []
        if heading not in self._known:
            own = [m.target for m in self._full[heading] if self._families or not m.target.family]
            self._known[heading] = own + self.of(heading)
        return self._known[heading]


def _in_columns(blocks: Sequence[Block], full: Sequence[Sequence[Mention]]) -> dict[tuple[int | None, int | None], frozenset[str]]:
    """Names of the models that have a cell of their own in a column of a table, by the numbers of both."""
    found: dict[tuple[int | None, int | None], set[str]] = {}
    for block, mentions in zip(blocks, full, strict=True):
        if block.kind == "cell":
            found.setdefault((block.table, block.column), set()).update(m.target.name for m in mentions if m.text == block.view.text.strip())
    return {place: frozenset(names) for place, names in found.items()}


def _is_whole(target: Target, finder: NameFinder) -> bool:
    """Whether words that several names hold are all of one's: "Sonar Pro" is no "Sonar Reasoning Pro"."""
    return any(finder.parts_of(candidate.rpartition("/")[2]) == target.parts for candidate in target.candidates)


def _family(
    target: Target, known: dict[str, Target], versions: Sequence[Target], recent: Sequence[Target], heading: Sequence[Target],
    apart: frozenset[str], finder: NameFinder,
) -> Target:  # fmt: skip
    """A family without version stands for the article's only model of it, the heading's, or the last one named; for none of those `apart` from it.

    Beside several `versions` of the family ("Llama 2", "Llama 3", "Llama 3.3") the bare name is that of all of them.
    """
    if not target.family or any(part[0].isdigit() for part in target.parts) or "command" in target.parts:
        return target
    matches = containing(target.parts, known)
    if not matches or _is_whole(target, finder) or any(candidate.name in apart for candidate in matches):
        return target
    if len(matches) == 1:
        others = [v for v in versions if v.parts[: len(target.parts)] == target.parts and not set(v.parts) <= set(matches[0].parts)]
        return target if len(others) > 1 else matches[0]
    for pool in (heading[:1], list(reversed(recent))[:6] if len(target.parts) > 1 else []):
        for candidate in pool:
            if candidate in matches:
                return one_of(candidate, matches)
    return target
