"""Sizes that stand for models: a block and the models spoken of come in, mentions for "the 70B model" go out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.mentions import NameFinder
from claimcheck.extract.spans import Spans, earlier
from claimcheck.extract.values import Mention, Target
from claimcheck.reference.names import kind, parts
from claimcheck.terms import Block

# How many names back a short form is looked for: more than any article needs, and a bound for texts that are all names.
NEAR = 400

_DIGIT_B = re.compile(r"\dB")  # stands in every size
_SIZE_NAME = re.compile(
    r"(?<![\w.$~≈-])(?P<size>\d+(?:\.\d+)?B(?:-A\d+B)?)(?![\w-])"
    r"(?=(?P<noun>\s(?:parameter\s|param\s|instruction\s|instruct\s|chat\s|base\s|text\s)?(?:model|version|variant|instruct)s?\b)"
    r"|(?P<kind>\s(?:dense|MoE|sparse)\smodels?\b)"
    r"|(?P<joined>\s?(?:,|\)|/|\sand\s|:))|(?P<verb>\s[a-z]))"
)
_SIZE_RUN = re.compile(  # "1B, 4B and 12B were trained on …": sizes that do something are models
    r"(?<![\w.$~≈-])\d+(?:\.\d+)?B(?:,\s\d+(?:\.\d+)?B){0,9},?\sand\s\d+(?:\.\d+)?B"
    r"(?=\s(?:is|are|was|were|has|have|had|saw|see|came|come|accepts?|takes?|supports?|costs?|scores?|uses?|reads?|runs?)\b)"
)
_SIZES_COUNTED = re.compile(  # "7B, 13B, and 70B parameters" are counts, whoever they belong to
    r"(?<![\w.$~≈-])\d+(?:\.\d+)?B(?:,\s\d+(?:\.\d+)?B){0,9},?\s(?:and|or|&)\s\d+(?:\.\d+)?B\s(?:total\s)?param"
)
_THE = re.compile(r"\b(?:the|its|their)\s$", re.I)  # "the 32B dense model" is one of a family, "a 32B dense model" says how large one is
_ANY = re.compile(  # "faster than any dense 70B model": of whoever's make
    r"\b(?:(?:any|most|many|every|other|some|typical|comparable|equivalent|similar)\s(?:dense\s|sparse\s|open\s)?"
    r"|an?\s(?:typical|dense|sparse|comparable|similar)\s)$", re.I
)
_SIZE_CELL = re.compile(r"\W*(?P<size>\d+(?:\.\d+)?B(?:-A\d+B)?)\W*")  # the first cell of a row, or the head of a column
_SIZE_LIST = re.compile(r"(?:\A\W{0,4}|\(|\bboth\s|\bthe\s|models?\s|,\s|\band\s|/\s?)$", re.I)


def sizes_named(block: Block, full: Sequence[Mention], recent: Sequence[Target], heading: Sequence[Target], finder: NameFinder) -> list[Mention]:
    """ "the 70B model", "(8B, 14B, 32B)", a row that begins with "70B": a size alone names the model of that size in the family spoken of."""
    if "B" not in block.view.text or not _DIGIT_B.search(block.view.text):
        return []
    found, text = [], block.view.text
    names_row = block.kind == "cell" and (block.column == 0 or block.header) and _SIZE_CELL.fullmatch(text)
    taken = Spans((m.start, m.end) for m in full)
    runs = Spans(m.span() for m in _SIZE_RUN.finditer(text))
    counted = Spans(m.span() for m in _SIZES_COUNTED.finditer(text)) if "B param" in text or "B total param" in text else Spans(())
    for match in (names_row,) if names_row else _SIZE_NAME.finditer(text):
        start, end = match.span("size")
        if taken.touch(start, end) or counted.hold(start):
            continue
        if not names_row and not _names_model(match, text[max(0, start - 32) : start], in_run=runs.hold(start)):
            continue
        before = [m.target for m in earlier(full, start)[-NEAR:]]
        possible: dict[str, Target] = {}
        near = () if block.kind == "cell" and not names_row else reversed(recent[-6:])  # a row speaks of its own model
        for target in (*heading, *reversed(before), *near):
            stem = [p for p in target.parts if kind(p) != "size"]
            known = finder.lookup((*stem, *parts(match["size"])))
            if known is not None and kind(match["size"].lower().split("-")[0]) == "size" and stem:
                possible.setdefault(known.name, known)
        if possible:
            first, *others = possible.values()
            found.append(Mention(start, end, match["size"], replace(first, written=match["size"], meant=tuple(others)), partial=True))
    return found


def _names_model(match: re.Match[str], before: str, *, in_run: bool) -> bool:
    """Whether the words around a size make a name of it."""
    if _ANY.search(before):
        return False
    if match["kind"]:
        return _THE.search(before) is not None
    return match["noun"] is not None or in_run or (not match["verb"] and _SIZE_LIST.search(before) is not None)
