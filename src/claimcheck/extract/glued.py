"""Glued tables: lines like "Context WindowGPT-4oGPT-4.1" that a copied page leaves of a table come in, its cells as blocks go out.

The head is a line that ends in two or more model names, one right after the other; each line below it is a label and
one value for each name, told apart by what a value looks like or by where a small letter meets a capital. A line that
cannot be divided for sure is left out: it would give each model the other's values.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.cues import Cue
from claimcheck.extract.glued_rows import PAIR, VALUE, has_remark, head, row
from claimcheck.extract.makers import VENDORS
from claimcheck.extract.mentions import NameFinder
from claimcheck.terms import Article, Block, View

LONGEST = 160
MOST_MODELS = 4
_TABLE = -1000  # the first table number given here; what other rooms number counts up from 0 or down from -1
_LICENSE = r"(?:Llama\s\d(?:\.\d)?\s)?Community(?:\sLicense)?|Apache[\s-]2(?:\.0)?|MIT|Proprietary|Closed|Open[\s-](?:source|weights?)"
# what one value is: with a mark of a footnote, a remark in parentheses, and the badge of the better one, which lost the space before it
_VALUES = rf"(?:~?{PAIR}|~?\$\d+(?:\.\d{{1,4}})?\s?[–-]\s?\$?\d+(?:\.\d{{1,4}})?|(?:{_LICENSE})(?![a-z])|{VALUE})"
_SCORE = r"~?(?:100(?:\.0)?|\d\d(?:\.\d)?)%?"
_REMARK = r"(?:[*†‡§]|\s?\([^()\n]{1,24}\))?"
_BADGE = r"(?:\s?(?:WIN(?:NER)?|BEST|TIE)(?![a-z]))?"


def _row_of(value: str, models: int) -> Cue:
    values = r"\s{0,3}".join(rf"(?P<v{i}>{value}{_REMARK}){_BADGE}" for i in range(models))
    return Cue(rf"(?P<label>[^\d$✓✗✅❌✔✘][^\n]{{0,59}}?)\s{{0,3}}{values}\s{{0,3}}", exact=True)


_ROWS = {models: (_row_of(_VALUES, models), _row_of(_SCORE, models)) for models in range(2, MOST_MODELS + 1)}
_CORNER = re.compile(
    r"\W*(?:metrics?|features?|models?|specs?|specifications?|aspects?|benchmarks?|tests?|categor(?:y|ies)|capabilit(?:y|ies)"
    r"|criteri(?:a|on)|attributes?|propert(?:y|ies)|parameters?)\b",
    re.I,
)
_CARD = re.compile(
    r"(?P<key>(?:Property|Properties|Features?|Spec(?:ification)?s?|Attributes?|Fields?|Metrics?|Items?|Parameters?)\s?)(?P<value>Values?|Details?|Descriptions?|Info)"
)
_KEY = re.compile(
    r"(?:Context(?:\s(?:window|length|size))?|(?:Knowledge\s|Training\s)?Cut-?off(?:\sdate)?|Modalit(?:y|ies)|Released?(?:\sdate)?|Developer|Provider|Vendor|Licen[sc]e|Languages"
    r"|Tool\s(?:use|calling)|Function\scalling|JSON\smode|Structured\soutputs?|Streaming|Vision|Fine-?tuning"
    r"|Max(?:imum)?\soutput(?:\stokens)?|(?:Input|Output)\s(?:price|pricing|cost|tokens)|(?:Total\s|Active\s)?Param(?:eter)?s)(?=(?-i:[A-Z])|[\d$~])",
    re.I,
)
_VENDOR_END = re.compile(rf"\s(?:{'|'.join(pattern for _, pattern in VENDORS)})$")
_ASIDE_END = re.compile(r"\s\([\w .-]{1,20}\)$")
_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z][A-Za-z]|\d)|(?<=[\d)a-z])(?=\$)|(?<=[\dKMB%])(?=[A-Z][a-z])|(?<=[KMB])(?=\d)|(?<=[^\s(])(?=[✓✗✅❌✔✘])")


def unglued(article: Article, finder: NameFinder) -> Article:
    """The article with the lines of its glued tables divided into cells; the article itself where it has none."""
    pieces = dict(_tables(article.blocks, finder))
    if not pieces:
        return article
    blocks: list[Block] = []
    moved: list[int] = []
    for index, block in enumerate(article.blocks):
        moved.append(len(blocks))
        blocks += pieces.get(index, (block,))
    return replace(article, blocks=tuple(_moved(block, moved) for block in blocks))


def _moved(block: Block, moved: Sequence[int]) -> Block:
    return replace(
        block,
        parent=moved[block.parent] if block.parent is not None else None,
        heading=moved[block.heading] if block.heading is not None else None,
    )


def _tables(blocks: Sequence[Block], finder: NameFinder) -> Iterator[tuple[int, tuple[Block, ...]]]:
    """(block index, its cells) of the lines of all glued tables."""
    number, index = _TABLE, 0
    lines = [_is_line(block) for block in blocks]
    while index < len(blocks):
        labels, rows, first = _table(blocks, index, finder) if all(lines[index : index + 3]) else ([], [], 0)
        if sum(1 for row in rows if row) < 2:
            index += 1
            continue
        yield index, tuple(_cell(blocks[index], span, number, 0, column + first) for column, span in enumerate(labels))
        for at, spans in enumerate(rows, 1):
            block = blocks[index + at]
            yield index + at, tuple(_cell(block, span, number, at, column) for column, span in enumerate(spans))
        index, number = index + 1 + len(rows), number - 1


def _table(blocks: Sequence[Block], index: int, finder: NameFinder) -> tuple[list[tuple[int, int]], list[list[tuple[int, int]]], int]:
    """Spans of the head's cells, of each row's cells, and the column that the head begins in (1 below an empty corner)."""
    names = _head(blocks[index], finder)
    if names:
        return names, _rows(blocks, index + 1, len(names)), 1
    pair = _CARD.fullmatch(blocks[index].view.text)
    if pair:
        return [pair.span("key"), pair.span("value")], _card(blocks[index + 1 :]), 0
    labels = head(blocks[index].view.text)
    return labels, _model_rows(blocks, index, labels, finder) if labels else [], 0


def _card(blocks: Sequence[Block]) -> list[list[tuple[int, int]]]:
    """Spans of label and value of each line below "PropertyValue", [] for one whose label is not known; ends where a line is no row."""
    rows: list[list[tuple[int, int]]] = []
    for block in itertools.takewhile(_is_line, blocks):
        key = _KEY.match(block.view.text)
        rows.append([key.span(), (key.end(), len(block.view.text))] if key else [])
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _model_rows(blocks: Sequence[Block], index: int, labels: list[tuple[int, int]], finder: NameFinder) -> list[list[tuple[int, int]]]:
    """Spans of the cells of each line below a head with a model in each row; ends where a line is no row."""
    remark = has_remark(blocks[index].view.text, labels)
    rows: list[list[tuple[int, int]]] = []
    for block in blocks[index + 1 :]:
        spans = row(block.view.text, len(labels) - 1 - remark, remark, finder) if _is_line(block) else []
        if not spans:
            break
        rows.append(spans)
    return rows


def _cell(block: Block, span: tuple[int, int], table: int, row: int, column: int) -> Block:
    start, end = span
    view = View(block.view.text[start:end], block.view.starts[start:end], block.view.ends[start:end])
    return replace(
        block, kind="cell", view=view, start=view.starts[0], end=view.ends[-1], level=0, parent=None, table=table, row=row, column=column, header=row == 0
    )


def _is_line(block: Block) -> bool:
    text = block.view.text
    return block.kind in {"paragraph", "heading", "item"} and 4 < len(text) <= LONGEST and "\n" not in text and text.rstrip()[-1:] not in ".!?:;"


def _head(block: Block, finder: NameFinder) -> list[tuple[int, int]]:
    """Spans of the model names that a line ends in, at least two of them glued together or to the label; else []."""
    text = block.view.text
    seams = [match.start("name") for match in finder.heads.finditer(text)]
    glued = any(at > 0 and text[at - 1].isalnum() for at in seams)
    if not (glued or _CORNER.match(text)) or not 2 <= len(seams) <= MOST_MODELS or len(text[: seams[0]].split()) > 4:
        return []
    spans = []
    for start, end in zip(seams, [*seams[1:], len(text)], strict=True):
        piece = _VENDOR_END.sub("", text[start:end].rstrip())
        found = finder.find(piece)
        if not found or found[0].end < len(piece):  # what stands in parentheses is no part of the name, but for a tier: "Claude 4 (Opus)"
            piece = _ASIDE_END.sub("", piece)
            found = finder.find(piece)
        if len(found) != 1 or found[0].start > 0 or found[0].end < len(piece):
            return []
        spans.append((start, start + len(piece)))
    return spans


def _rows(blocks: Sequence[Block], start: int, models: int) -> list[list[tuple[int, int]]]:
    """Spans of label and values of each line below a head, [] for one that cannot be divided; ends where a line is no row."""
    rows: list[list[tuple[int, int]]] = []
    for block in blocks[start:]:
        if not _is_line(block) or (block.kind == "heading" and not _divided(block.view.text, models)):
            break
        rows.append(_divided(block.view.text, models))
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _divided(text: str, models: int) -> list[tuple[int, int]]:
    match = next(filter(None, (pattern.fullmatch(text) for pattern in _ROWS[models])), None)
    if match:
        return [match.span("label"), *(match.span(f"v{i}") for i in range(models))]
    seams = [0, *(m.start() for m in _SEAM.finditer(text)), len(text)]
    return [(a, b) for a, b in itertools.pairwise(seams)] if len(seams) == models + 2 else []
