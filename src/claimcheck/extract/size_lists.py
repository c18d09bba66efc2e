"""Lists of the sizes of a family: blocks with their mentions come in, each size with the model that it is the size of goes out.

"Llama 3.1 comes in 8B, 70B and 405B" names three models and says how many parameters each has. A size that the reference does not
know is that of an unknown model, where the family is named and the list is said to be one of sizes.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.mentions import NameFinder
from claimcheck.extract.sizes import NEAR
from claimcheck.extract.spans import earlier
from claimcheck.extract.values import Mention, Target
from claimcheck.reference.names import kind, parts
from claimcheck.terms import Block

_UNIT = r"(?:[Bb](?:-A\d{1,3}(?:\.\d)?[Bb])?|M|[\s-][bm]illion)(?![\w-])"
_SIZE = rf"\d{{1,4}}(?:\.\d{{1,2}})?{_UNIT}"
_REMARK = r"(?:\s\([^()\n]{1,40}\))?"
_ONE_SIZE = re.compile(r"\d[\s-]?[BbMm]")
_NEXT = r"(?:,\s?(?:and\s|or\s|&\s)?|\s(?:and|or|&)\s|\s?/\s?)(?:the\s(?:flagship|largest|smallest|biggest)\s)?"
_RUN = re.compile(rf"(?<![\w.$~≈–/-]){_SIZE}{_REMARK}(?:{_NEXT}{_SIZE}{_REMARK}){{1,11}}")
_ONE = re.compile(rf"(?<![\w.-])(?P<count>\d{{1,4}}(?:\.\d{{1,2}})?){_UNIT}")
_LONG_UNIT = re.compile(r"[\s-]([bm])illion")
_TOTAL = re.compile(r"\((?:[^()]*\s)?total\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s|\n")
_KNOWN = 2  # sizes that the reference knows, where a family's name has no version ("Code Llama")
_OPENING = 16  # characters at the head of a line
FARTHEST = 200  # characters between a family's name and its sizes
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_SAID = re.compile(  # what stands between the family and its sizes
    r"\b(?:sizes?|variants?|versions?|flavou?rs|scales|parameter counts?|checkpoints|editions)\b[^.;()\d]{0,40}\(?$"
    r"|\b(?:comes?|available|ships?|shipped|released|offered|exists?)\s(?:in|as|at|with)\s(?:[\w-]+\s){0,3}:?\s?\(?$"
    r"|\b(?:line-?up|family|series|collection|suite)\s(?:spans|includes|covers|has|offers|comprises)\s(?:[\w-]+\s){0,3}$",
    re.I,
)
_OPENS = re.compile(  # "Available in multiple sizes (8B, 70B …)", of the one model spoken of so far
    r"\W{0,4}(?:(?:It|They|The (?:models?|family|series|line-?up|collection|suite|range))\s(?:is\s|are\s)?|Both\s|All\s)?(?:also\s|currently\s|now\s)?"
    r"(?:(?:available|offered|released|comes?|ships?|shipped)\s(?:in|as|with|at)|has|have|offers?|includes?|spans?)\b",
    re.I,
)
_OF_RANGE = re.compile(r"\W*(?:The\s|Its\s)?(?:small|large|mid-size|medium|big)\w*\s(?:models|ones|versions|variants|sizes)\s\($", re.I)
_BESIDE = re.compile(r"\b(?:large|small|dense|big|edge)\w*\s(?:models|ones)\b[^.;()\d]{0,40}\(?$|^\s?(?:models?|family|series)?\s?\($", re.I)
_LABELLED = re.compile(r"\s?(?:models?|family|series)?\W{0,3}:\W{0,3}$", re.I)  # "X: 8B, 70B and 405B"
_COUNTED = re.compile(r"\s?(?:[\w-]+\s)?(?:param(?:eter)?s?\b|sizes?\b|(?:models?|versions?|variants?)(?:[.,;:)]|$))", re.I)
_OF_ELSE = re.compile(  # "3B and 20B adapters"; "2B and 9B were trained on …" names models and says nothing of their size
    r"\s(?!(?:and|or|as|at|for|from|in|of|on|that|to|which|while|with|all|each|both|but|plus|models|versions|variants|checkpoints)\b)\w"
)
_LIKENED = re.compile(r"\b(?:than|like|outperform\w*|beat\w*|rival\w*|match\w*|against|versus|vs|compared|exceed\w*|surpass\w*|trained)\b", re.I)
_OTHER = re.compile(r"\s?(?:tokens?|GB|of\s(?:V?RAM|memory)|active)\b|\s?(?:total|all)\b", re.I)
_LABEL = re.compile(r"\W*(?:[\w-]+\s){0,2}(?:sizes?|variants?|versions?|param(?:eter)?s?(?:\s(?:counts?|sizes?))?|models)\W*", re.I)


@dataclass(frozen=True, slots=True)
class Size:
    """`text[start:end]` of a block says that the model `target` has `value` parameters."""

    start: int
    end: int
    value: float
    target: Target


_SINGLE = re.compile(  # "Llama 3 (70B parameter version)"
    r"\s\((?:the\s)?(?P<one>\d{1,4}(?:\.\d{1,2})?[Bb])(?:[\s-]param(?:eter)?s?)?\s(?:version|variant|model|edition)\)"
)


def _single(text: str, mentions: Sequence[Mention], finder: NameFinder) -> Iterator[Size]:
    """The one size that the parentheses behind a family's name pick."""
    for mention in mentions:
        size = _SINGLE.match(text, mention.end) if not any(kind(p) == "size" for p in mention.target.parts) else None
        known = finder.lookup((*mention.target.parts, *parts(size["one"]))) if size else None
        if size is not None and known is not None:
            yield Size(size.start("one"), size.end("one"), round(float(size["one"][:-1]) * 1e9), known)


_TIER = re.compile(r"\b(?P<tier>[A-Z][a-z]{2,9})\s?\((?P<one>\d{1,4}(?:\.\d{1,2})?B)\)")


def _tiers(text: str, owner: Target, finder: NameFinder) -> Iterator[Size]:
    """The sizes of a family's tiers in a cell of its row: "Mini (3.8B), Small (7B)"."""
    for match in _TIER.finditer(text):
        known = finder.lookup((*owner.parts, match["tier"].lower()))
        if known is not None:
            yield Size(match.start("one"), match.end("one"), round(float(match["one"][:-1]) * 1e9), known)


def size_lists(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]], finder: NameFinder) -> list[list[Size]]:
    """The sizes that each block lists, in order."""
    found: list[list[Size]] = [[] for _ in blocks]
    sized = [index for index, block in enumerate(blocks) if _ONE_SIZE.search(block.view.text)]
    rows = _row_models(blocks, mentions) if sized else {}
    heads = {(b.table, b.column): b.view.text for b in reversed(blocks) if b.kind == "cell" and b.row == 0} if sized else {}
    for index in sized:
        block, here = blocks[index], list(_single(blocks[index].view.text, mentions[index], finder))
        for run in _RUN.finditer(block.view.text):
            counted = _counted(block.view.text, run)
            if counted is None:
                continue
            if block.kind == "cell":
                owner = rows.get((block.table, block.row)) if _fills(block.view.text, run, heads.get((block.table, block.column), "")) else None
            else:
                owner = _owner(block.view.text, mentions[index], _above(blocks, mentions, index), run, counted=counted)
                owner = owner or (_led_in(blocks, mentions, index) if counted and run.start() < _OPENING and _all_inside(mentions[index], run) else None)
            here += _sizes(run, owner, finder) if owner else []
        if block.kind == "cell" and (row := rows.get((block.table, block.row))):
            here += _tiers(block.view.text, row, finder)
        found[index] = sorted(here, key=lambda size: size.start)
    return found


def _above(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]], index: int) -> Sequence[Mention]:
    """The names in the nearest heading above a block that has any."""
    at = blocks[index].heading
    while at is not None and not mentions[at]:
        at = blocks[at].heading
    return mentions[at] if at is not None else ()


def _led_in(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]], index: int) -> Target | None:
    """The one model that the line before a list names: "X (July 2023)" over "7B, 13B and 70B parameters"."""
    at = index - 1
    while at >= 0 and blocks[at].kind == "item" and blocks[index].kind == "item":
        at -= 1
    return mentions[at][0].target if at >= 0 and len(mentions[at]) == 1 and mentions[at][0].start < _OPENING else None


def _all_inside(mentions: Sequence[Mention], run: re.Match[str]) -> bool:
    return all(run.start() <= mention.start < run.end() for mention in mentions)


def _row_models(blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]]) -> dict[tuple[int | None, int | None], Target]:
    """The one model that the first cell of a row names, or the second where that is all it holds, by table and row."""
    named = [(b, found[0]) for b, found in zip(blocks, mentions, strict=True) if b.kind == "cell" and b.column in {0, 1} and len(found) == 1]
    second = {(b.table, b.row): m.target for b, m in named if b.column == 1 and m.text == b.view.text.strip()}
    return second | {(b.table, b.row): m.target for b, m in named if b.column == 0}


def _counted(text: str, run: re.Match[str]) -> bool | None:
    """Whether what follows a list says that these are sizes; None where they are those of something else, or of one model's parts."""
    counted = _COUNTED.match(text, run.end()) is not None
    if _OTHER.match(text, run.end()) or (_OF_ELSE.match(text, run.end()) and not counted) or _TOTAL.search(run.group()):
        return None
    return counted


def _fills(text: str, run: re.Match[str], head: str) -> bool:
    """Whether a list is all that a cell below "Sizes" holds."""
    return run.start() < 4 and len(text) - run.end() <= 24 and _LABEL.fullmatch(head) is not None


def _owner(text: str, mentions: Sequence[Mention], above: Sequence[Mention], run: re.Match[str], *, counted: bool) -> Target | None:
    """The family whose sizes a list gives: the one named before it in the sentence, or the heading's for "Sizes: …"; None where that is not clear."""
    named = [m for m in earlier(mentions, run.start())[-NEAR:] if m.end <= run.start() and not any(kind(p) == "size" for p in m.target.parts)]
    between = text[named[-1].end : run.start()] if named and run.start() - named[-1].end <= FARTHEST else "."
    if named and not _SENTENCE_END.search(between):
        likened = _LIKENED.search(_IN_PARENTHESES.sub("", between))
        # two alone may only name the models spoken of: "Gemma 2 (2B and 9B)"
        several = len(_ONE.findall(_IN_PARENTHESES.sub("", run.group()))) > 2 and (_BESIDE.search(between) or _LABELLED.match(between))
        return named[-1].target if not likened and (counted or _SAID.search(between) or several) else None
    opening = _SENTENCE_END.split(between if named else text[: run.start()])[-1]
    told = (_OPENS.match(opening) and (counted or _SAID.search(opening))) or _OF_RANGE.fullmatch(opening)
    if told and len(spoken := {m.target.name: m.target for m in named or above}) == 1:
        return next(iter(spoken.values()))
    label = text[: run.start()] if run.start() <= 40 else ""
    return above[0].target if len(above) == 1 and label.rstrip(" *").endswith(":") and _LABEL.fullmatch(label.rstrip(" :*")) else None


def _sizes(run: re.Match[str], owner: Target, finder: NameFinder) -> Iterator[Size]:
    """Each size of a list with its model; nothing where the reference knows none of them and no family of models is named."""
    stem = tuple(p for p in owner.parts if kind(p) != "size")
    bare = _IN_PARENTHESES.sub(lambda remark: " " * len(remark.group()), run.group())
    ones = list(_ONE.finditer(bare))
    written = [_LONG_UNIT.sub(lambda unit: unit[1].upper(), one.group()) for one in ones]
    models = [finder.lookup((*stem, *parts(size))) for size in written]
    values = [float(one["count"]) * (1e6 if "M" in size else 1e9) for one, size in zip(ones, written, strict=True)]
    if "/" in bare and len(ones) == 2 and values[0] > values[1]:
        return  # "235B/22B": all, and those at work
    numbered = any(part[0].isdigit() or part[-1].isdigit() for part in stem)
    if not (numbered and (any(models) or owner.family)) and sum(1 for model in models if model) < _KNOWN:
        return
    if len(set(values)) < len(values) or not (_rising(values) or _rising(values[::-1])):
        return
    for one, size, value, known in zip(ones, written, values, models, strict=True):
        name = f"{owner.name} {size}"
        target = known or Target(name, parts=(*stem, *parts(size)), written=name)
        yield Size(run.start() + one.start(), run.start() + one.end(), round(value), target)


def _rising(values: Sequence[float]) -> bool:
    return all(a < b for a, b in itertools.pairwise(values))
