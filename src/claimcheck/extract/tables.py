"""Tables: the cells of one table come in, each cell's text with the subject, topic and benchmark that its row and column give it go out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimcheck.extract import heads as heads_of
from claimcheck.extract.context import Context, Topics, distinct
from claimcheck.extract.editions import edition
from claimcheck.extract.hosts import host_cell, host_named
from claimcheck.extract.makers import vendors
from claimcheck.extract.one_model import by_tier, key_value, labelled_rows, priced_sides
from claimcheck.extract.table_cells import Cell, CellReading, rows_of
from claimcheck.extract.values import Target
from claimcheck.extract.winners import contests, is_winner, winners_column


def read_table(cells: Sequence[Cell], context: Context, topics: Topics) -> tuple[list[CellReading], list[list[Cell]]]:
    """(value cells with their contexts, rows to be read as sentences because no row or column carries the models)."""
    rows = rows_of(cells)
    if not rows:
        return [], []
    header = rows[0] if rows[0] and (rows[0][0].block.header or len(rows) > 1) else []
    body = rows[1:] if header else rows
    if heads_of.second_labels(header, body):
        header, body = header[1:], [row[1:] for row in body if len(row) > 1]
    column = _model_column(body)
    column = _headed_column(header, body) if column is None else column
    column = 0 if column == 1 and heads_of.MODEL_HEAD.fullmatch(header[0].text if header else "") and heads_of.is_base(_texts(header)) else column
    heads = header[1:] or [cell for cell in header if cell.block.column]  # a card has one head and no corner
    header_models = sum(1 for cell in heads if cell.mentions and not heads_of.held_against(cell))
    if column == 0 and heads_of.are_shifted(header, body):
        return [], []
    if header_models and (header_models * 2 >= len(heads) or column is None) and not (column == 0 and header_models < 2):
        return _models_as_columns(header, body, context, topics), []
    if won := winners_column(header, body):
        return contests(body, won, context, topics), []
    if column is not None and column < len(header) and _LEFT_BEHIND.fullmatch(header[column].text):
        return [], []  # "From | To | When": what was left for which, and when
    if column is not None:
        return _models_as_rows(header, body, column, context, topics), []
    if len(rows[0]) == 2:
        named = next((row[1].mentions for row in rows if len(row) == 2 and _MODEL_ROW.fullmatch(row[0].text) and row[1].mentions), ())
        if context.subjects and not context.weak_subjects and any(_FLAGSHIP.fullmatch(row[0].text) for row in rows):
            named = ()  # a card of the family, which names its best
        if named:
            context = context.with_(subjects=distinct(named)[:1], weak_subjects=False)
        if len(context.subjects) == 1:
            return key_value(rows, context, topics), []
    if len(context.subjects) == 1 and header:
        if heads_of.are_tiers([row[0].text for row in body if row]) and (sides := priced_sides(header, topics)):
            return by_tier(body, sides, context), []
        values = heads_of.value_columns([cell.text for cell in header], [row[0].benchmarks for row in body if row])
        if values:
            return labelled_rows(header, body, values, context, topics), []
    return [], body


_LEFT_BEHIND = re.compile(
    r"\W*(?:previous(?:ly)?|old|former(?:ly)?|from|before|prior|replaced|migrated from)(?:\s(?:stack|models?|llms?|providers?|vendors?))?\W*", re.I
)
_COMPARED = re.compile(r"\b(?:than|versus|vs\.?)\s$", re.I)  # "2x larger than X" is no row of X's
_TIER = re.compile(r"\(\s?(?P<tier>(?:[<>≤≥]|(?:up to|over|under|above|below|prompts?|inputs?)\s)[^()]{1,40})\)", re.I)  # "X (>200K tokens)"
_CACHE_HIT = re.compile(r"\((?:with\s|on\s)?cache(?:d|[\s-]hits?|[\s-]reads?)\)", re.I)
_MODEL_ROW = re.compile(
    r"\W*(?:(?:current |latest |newest )?(?:flagship|model)(?: (?:model|code|name|id|string|identifier))?|api (?:name|id|model)|name|id|identifier)\W*", re.I
)
_FLAGSHIP = re.compile(r"\W*flagship\W*", re.I)

def _texts(cells: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in cells]


def _heads(header: Sequence[Cell]) -> dict[int | None, Cell]:
    """Column -> its header cell, the first where two claim a column."""
    return {cell.block.column: cell for cell in reversed(header)}


def _model_column(body: Sequence[Sequence[Cell]]) -> int | None:
    """The column whose cells name one model each, in at least half of the rows; the first such column wins."""
    width = max((len(row) for row in body), default=0)
    for column in range(min(width, 3)):
        named = sum(1 for row in body if column < len(row) and _names_row(row[column]))
        distinct_names = {(row[column].mentions[0].target.name, row[column].mentions[0].text) for row in body if column < len(row) and row[column].mentions}
        if body and named * 2 >= len(body) and len(distinct_names) * 2 > named and (column == 0 or not _prefixed(body, column)):
            return column
    return None


def _headed_column(header: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> int | None:
    """The column below "Model", where fewer than half of its cells name a model that we know."""
    scores = any(row and row[0].benchmarks for row in body)  # "Benchmark | Best model | Score | Runner-up" is no table of one model a row
    at = next((i for i, cell in enumerate(header[:3]) if (head := heads_of.MODEL_HEAD.fullmatch(cell.text)) and not (scores and head["advised"])), None)
    return at if at is not None and any(at < len(row) and _names_row(row[at]) for row in body) else None


def _prefixed(body: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether the first column already says what each row is about (a benchmark or feature), so names are only values."""
    return sum(1 for row in body if row and (row[0].benchmarks or len(row[0].text.split()) > 3)) * 2 > len(body)


def _names_row(cell: Cell) -> bool:
    if not cell.mentions or cell.mentions[0].start > 24 or len(cell.text) > 80:
        return False
    return _COMPARED.search(cell.text[: cell.mentions[0].start]) is None


def _models_as_columns(header: Sequence[Cell], body: Sequence[Sequence[Cell]], context: Context, topics: Topics) -> list[CellReading]:
    found = []
    heads = _heads(header)
    pair = distinct([cell.mentions[0] for cell in header if cell.mentions])
    context = context.with_(group=pair) if len(pair) == 2 else context
    above = None if any(row[0].benchmarks for row in body) else context.benchmark  # where rows name tests, the heading's is not that of the others
    for label, *cells in body:
        found_topics = topics.within(label.text, context.topics)
        benchmark = heads_of.row_benchmark("" if label.mentions else label.text, label.benchmarks, header[0].text if header else "", _texts(cells))
        for cell in cells:
            column = cell.block.column or 0
            head = heads.get(column)
            if head is None:
                continue
            own = distinct(head.mentions)[:1] if head.mentions else _unknown(head.text)
            own = distinct(label.mentions)[:1] if heads_of.held_against(head) else own
            own = distinct(label.mentions)[:1] if label.mentions and label.benchmarks else own  # "X on MMLU"
            found.append(
                CellReading(
                    cell,
                    context.with_(
                        subjects=own,
                        topics=found_topics,
                        benchmark=heads_of.scored_elsewhere(cell.text, cell.benchmarks) or benchmark or (None if found_topics else above),
                        benchmarks=heads_of.several(label.text, label.benchmarks),
                        label_text=label.text,
                        tier=edition(head.text),
                        stance=heads_of.stance_of([head.text], 0) or context.stance,
                        weak_subjects=not own,
                        wins=not own and is_winner(head.text),
                    ),
                    own,
                    label.text,
                    head.text,
                )
            )
    return found


_NOT_MODELS = re.compile(
    r"\b(?:winner|notes?|verdict|best|difference|comments?|advantage|edge|better|source|why|change|delta"
    r"|gap|description|details|unit|metric|total|average|avg)\b", re.I
)


def _unknown(text: str) -> tuple[Target, ...]:
    """A column between model columns whose head looks like a name is a model that the grammar does not know."""
    name = re.sub(r"\s+", " ", text).strip()
    if not re.fullmatch(r"[A-Z][\w.+-]*(?:[\s-][\w.+()-]+){0,4}", name) or _NOT_MODELS.search(name) or not re.search(r"\d|-", name):
        return ()
    return (Target(name, parts=tuple(name.lower().split()), written=name),)


_TASK = re.compile(
    r"\W*(?:tasks?|roles?|use[\s-]?cases?|scenarios?|needs?|goals?|purposes?|applications?|situations?|if you \w+|when|priorit(?:y|ies))\W*", re.I
)
_SYSTEM = re.compile(r"[\w)]\s?\+\s?[A-Z](?!hinking|ools?\b|earch\b)[\w-]")
_JOINTS = re.compile(r"(?:[\s/,&+*|]|\band\b|\bor\b)*")


_VARIANT = re.compile(r"\b(?:variants?|editions?|siblings?|light\w*|smaller|distill\w*)\b", re.I)  # "Model | Lightweight variant | Size": the variant's size


def _row_models(cell: Cell) -> tuple[Target, ...]:
    """The model of a row, or all that its cell names and nothing else ("X / Y", "X or Y")."""
    alone = _JOINTS.fullmatch(_unnamed(cell)) is not None
    if not alone and _SYSTEM.search(cell.text):  # "Acme v2 + X": the score of a system with the model in it
        return ()
    return distinct(cell.mentions)[: None if alone else 1]


def _unnamed(cell: Cell) -> str:
    """The words of a cell without the models that it names."""
    rest, at = "", 0
    for mention in cell.mentions:
        rest, at = rest + cell.text[at : mention.start], mention.end
    return rest + cell.text[at:]


def _heads_rows(row: Sequence[Cell]) -> bool:
    """Whether a row only heads those below it ("| **Google** | | |")."""
    return bool(row[0].text.strip()) and not any(cell.text.strip() for cell in row[1:])


def _models_as_rows(header: Sequence[Cell], body: Sequence[Sequence[Cell]], column: int, context: Context, topics: Topics) -> list[CellReading]:
    found = []
    heads = _heads(header)
    previous: tuple[Target, ...] = ()
    for row in (row for row in body if not (column and _heads_rows(row))):
        label = row[column].text if column < len(row) else ""
        subjects = (_row_models(row[column]) if column < len(row) else ()) or (previous if column < len(row) and not label.strip() else ()) or _unknown(label)
        previous = subjects
        served = next((name for c in row if c.block.column != column and (name := _host(c, heads))), context.host)
        for cell in row:
            head = heads.get(at := cell.block.column or 0)
            head_text = head.text if head else ""
            if at > column and _VARIANT.search(head_text) and _JOINTS.fullmatch(_unnamed(cell)):
                subjects = distinct(cell.mentions) or subjects
            if at == column or (at < column and (_TASK.fullmatch(head_text) or heads_of.is_class(cell.text))):
                continue
            found.append(
                CellReading(
                    cell,
                    context.with_(
                        subjects=subjects,
                        topics=_cached(topics.within(head_text, context.topics) or heads_of.all_of_size(head_text, _texts(header)), label),
                        benchmark=heads_of.scored(head_text, head.benchmarks if head else (), context.benchmark),
                        benchmarks=heads_of.several(head_text, head.benchmarks) if head else (),
                        label_text=head_text,
                        host=host_named(head_text) or served,
                        stance=heads_of.stance_of(_texts(row), column) or context.stance,
                        tier=_tier(row, column),
                        weak_subjects=not subjects,
                    ),
                    subjects,
                    head_text,
                    label,
                )
            )
        if column < len(row):
            told = row[0].benchmarks[0].name if column and row[0].benchmarks else None  # "SWE-bench | X (80%)"
            found.append(CellReading(row[column], context.with_(subjects=subjects, topics=(), benchmark=told, label_text=""), subjects, "", ""))
    return found


def _cached(topics: tuple[str, ...], label: str) -> tuple[str, ...]:
    """The topics of a cell in a row for what the cache holds ("X (cache hit)")."""
    return ("cached_input_price",) if topics == ("input_price",) and _CACHE_HIT.search(label) else topics


def _tier(row: Sequence[Cell], column: int) -> str | None:
    """What prompts a row is about, as the parentheses behind its model say."""
    found = _TIER.search(row[column].text) if column < len(row) else None
    return found["tier"] if found else edition(row[column].text) if column < len(row) else None


def _host(cell: Cell, heads: Mapping[int | None, Cell]) -> str | None:
    """Who serves the row's model, where a cell says that it is somebody else than its developer."""
    head = heads.get(cell.block.column)
    if vendors(cell.text, 0, len(cell.text)):
        return None
    return host_cell(cell.text, head.text if head else "")
