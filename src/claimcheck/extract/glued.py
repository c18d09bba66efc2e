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

from claimcheck.extract.developers import VENDORS
from claimcheck.extract.mentions import NameFinder
from claimcheck.terms import Article, Block, View

LONGEST = 160
MOST_MODELS = 4
_TABLE = -1000  # the first table number given here; what other rooms number counts up from 0 or down from -1
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_VALUE = (
    r"(?:[✓✗✅❌✔✘]\s?)?(?:"
    r"~?\$\d[\d,]*(?:\.\d{1,4})?(?:\s?/\s?(?:1?\s?M(?:Tok|\stokens)?|million(?:\stokens)?|1?K(?:\stokens)?)\b)?"
    rf"|{_MONTH}\s\d{{1,2}},\s\d{{4}}|{_MONTH}\s\d{{4}}|\d{{4}}-\d\d(?:-\d\d)?(?!\d)"
    r"|\d{1,3}(?:\.\d{1,2})?%"
    r"|~?\d[\d,]*(?:\.\d+)?\s?(?:[KMBT](?![a-z])|million|billion)\+?(?:\s(?:tokens?|parameters|params)(?![a-z]))?"
    r"|\d[\d,.]*\s(?:tokens?(?:/s(?:ec(?:ond)?)?)?|tok/s(?:ec)?)(?![a-z])"
    r"|\d{1,3}(?:,\d{3})+(?!\d)|~?\d+(?:\.\d+)?\s?(?:s|ms|sec|seconds)(?![a-z])"
    r"|(?:Yes|No|Not disclosed|Undisclosed|Unknown|N/A|Supported|Not supported|TBD|None)(?![a-z])"
    r"|[Tt]ext(?:(?:,|\s\+|\sand)?\s(?:[Ii]mages?|[Aa]udio|[Vv]ideo|[Pp][Dd][Ff]s?|[Ff]iles?))*(?![a-z])"
    rf"|(?:{'|'.join(pattern for _, pattern in VENDORS)})(?![a-z])"
    r"|[✓✗✅❌✔✘—–])"
)
_ROWS = {
    models: re.compile(r"(?P<label>[^\d$✓✗✅❌✔✘][^\n]{0,59}?)\s{0,3}" + r"\s{0,3}".join(rf"(?P<v{i}>{_VALUE})" for i in range(models)) + r"\s{0,3}")
    for models in range(2, MOST_MODELS + 1)
}
_CORNER = re.compile(
    r"\W*(?:metrics?|features?|models?|specs?|specifications?|aspects?|benchmarks?|tests?|categor(?:y|ies)|capabilit(?:y|ies)"
    r"|criteri(?:a|on)|attributes?|propert(?:y|ies)|parameters?)\b",
    re.I,
)
_VENDOR_END = re.compile(rf"\s(?:{'|'.join(pattern for _, pattern in VENDORS)})$")
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
    while index < len(blocks):
        names = _head(blocks[index], finder)
        rows = _rows(blocks, index + 1, len(names)) if names else []
        if sum(1 for row in rows if row) < 2:
            index += 1
            continue
        yield index, tuple(_cell(blocks[index], span, number, 0, column + 1) for column, span in enumerate(names))
        for row, spans in enumerate(rows, 1):
            block = blocks[index + row]
            yield index + row, tuple(_cell(block, span, number, row, column) for column, span in enumerate(spans))
        index, number = index + 1 + len(rows), number - 1


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
    """Spans of the model names that a line ends in, at least two of them glued together or to the label; [] for any other line."""
    text = block.view.text
    if not _is_line(block):
        return []
    seams = [match.start("name") for match in finder.heads.finditer(text)]
    glued = any(at > 0 and text[at - 1].isalnum() for at in seams)
    if not (glued or _CORNER.match(text)) or not 2 <= len(seams) <= MOST_MODELS or len(text[: seams[0]].split()) > 4:
        return []
    spans = []
    for start, end in zip(seams, [*seams[1:], len(text)], strict=True):
        piece = _VENDOR_END.sub("", text[start:end].rstrip())
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
    match = _ROWS[models].fullmatch(text)
    if match:
        return [match.span("label"), *(match.span(f"v{i}") for i in range(models))]
    seams = [0, *(m.start() for m in _SEAM.finditer(text)), len(text)]
    return [(a, b) for a, b in itertools.pairwise(seams)] if len(seams) == models + 2 else []
