"""What the heads of a table's rows and columns say of its values: their words come in, kinds of columns and benchmarks go out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from claimcheck.extract.benchmark_names import UNITS
from claimcheck.extract.benchmarks import Benchmark, own_name
from claimcheck.extract.phrases import HEDGED
from claimcheck.extract.table_cells import Cell

_LABEL = re.compile(
    r"\W*(?:(?:key|technical)\s)?(?:benchmarks?|tests?|evals?|evaluations?|tasks?|features?|aspects?|metrics?|attributes?|spec(?:ification)?s?|propert(?:y|ies)"
    r"|categor(?:y|ies)|capabilit(?:y|ies)|components?|parameters?|characteristics?|areas?|items?|what|modalit(?:y|ies))(?:\sname)?\W*",
    re.I,
)
_TIER = re.compile(
    r"\W*(?:(?:standard|short|long|base|extended|normal)\b[^|]{0,30}\d{2,4}\s?K\b|(?:(?:prompts?|inputs?|contexts?|requests?)\s)?"
    r"(?:up to|over|under|above|below|within|more than|less than|[<>≤≥]=?)\s?\d{2,4}\s?K\b)[^|]{0,30}",
    re.I,
)
_JOINED = re.compile(r"\s?(?:/|&|\||,|\band\b|\+)\s?")
_BENCHMARKS = re.compile(r"\W*(?:benchmarks?|evals?)(?:\snames?)?\W*", re.I)
_VALUE = re.compile(
    r"\W*(?:(?:the|our|its|reported|published|model|key)\s)?(?:scores?|results?|values?|accuracy|performance|descriptions?|details?|status|specs?|specifications?"
    r"|support(?:ed)?|answers?|numbers?|figures?|ratings?|pass@1|%|standard|(?:non-)?thinking|(?:extended|standard|no)\s(?:thinking|reasoning))\W*",
    re.I,
)
_SCORE = re.compile(
    r"\W*(?:(?:test|benchmark|overall|reported)\s)?(?:scores?|results?|accuracy|overall(?:\saccuracy)?|pass(?:\srate|@1)|success\srate|ratings?|(?P<elo>elo)|percent(?:age)?"
    r"|(?:%|percent)\s(?:resolved|correct)|resolved|correct)(?:\s?\((?:%|percent|elo|[^()]{0,12}\b(?:tools?|effort|thinking|shots?))\))?\W*",
    re.I,
)


def value_columns(heads: Sequence[str], labels: Sequence[Sequence[Benchmark]]) -> list[int]:
    """The places of the columns that hold what a table of three or more says of the one model spoken of ("Benchmark | Score | Notes").

    `labels` are the benchmarks that each cell of the first column names.
    """
    if not labels or not (_LABEL.fullmatch(heads[0]) or sum(1 for named in labels if named) * 2 > len(labels)):
        return []
    return [at for at, text in enumerate(heads) if at and _VALUE.fullmatch(text)]


def scored(text: str, benchmarks: Sequence[Benchmark], above: str | None) -> str | None:
    """The benchmark whose scores stand in a column: one that its head names, or for "Score" the one of the heading `above` the table."""
    if benchmarks:
        return benchmarks[0].name
    found = _SCORE.fullmatch(text)
    if found is None:
        return None
    return "Arena Elo" if found["elo"] and UNITS.get(above or "") != "elo" else above


def several(text: str, benchmarks: Sequence[Benchmark]) -> tuple[str, ...]:
    """The benchmarks of a head that joins some of them ("MMLU / GPQA"), () for one."""
    joined = all(_JOINED.fullmatch(text, a.end, b.start) for a, b in itertools.pairwise(benchmarks))
    names = tuple(dict.fromkeys(b.name for b in benchmarks))
    return names if joined and len(names) == len(benchmarks) > 1 else ()


def row_benchmark(label: str, benchmarks: Sequence[Benchmark], corner: str, cells: Sequence[str]) -> str | None:
    """The benchmark of a row: one that its label names, else the label itself where the first column is one of benchmarks.

    A field of work ("Business Analysis") is one where its `cells` hold percentages, and no ratings.
    """
    if benchmarks:
        return benchmarks[0].name
    return own_name(label, fields=any("%" in text for text in cells)) if _BENCHMARKS.fullmatch(corner) else None


_ELSEWHERE = re.compile(r"\W{0,2}\d[\d.]{0,5}\s?%?\s?\(")


def scored_elsewhere(text: str, benchmarks: Sequence[Benchmark]) -> str | None:
    """The benchmark that a cell names behind its own score ("77 (MBPP)"), whatever the row is about."""
    return benchmarks[0].name if benchmarks and _ELSEWHERE.match(text) else None


def are_tiers(labels: Sequence[str]) -> bool:
    """Whether the first column of a table tells tiers by the length of the prompt ("Standard (up to 200K)", "> 200K tokens")."""
    return len(labels) > 1 and all(_TIER.fullmatch(label) for label in labels)


_HELD = re.compile(r"\b(?:pre|post|before|after|since|over|than)[\s-]+(?:the\s|[A-Z]\w+\s)?$", re.I)
_SECOND_HEAD = re.compile(r"\W*(?:models?|llms?|providers?|vendors?|company|developers?|tools?|names?|labs?)\W*", re.I)


def second_labels(header: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Whether the second column says what the rows are about, and the first only sorts them: "Category | Benchmark | X | Y"."""
    rows = [row for row in body if len(row) > 2]
    if len(header) < 3 or not rows or any(row[0].mentions or row[0].benchmarks or row[1].mentions for row in rows):
        return False
    return sum(1 for row in rows if row[1].benchmarks) * 2 > len(rows) and not header[1].mentions


def held_against(head: Cell) -> bool:
    """Whether the head of a column names a model only to hold something against it, or to tell a time: "Gain over GPT-4", "Prices after GPT-4o"."""
    return bool(head.mentions) and _HELD.search(head.text[: head.mentions[0].start]) is not None


def are_shifted(header: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Whether all rows lack the last cell, as where a title took the place of the first head: which value is which is unsure."""
    lacking = bool(body) and all(not row[-1].text.strip() and len(row) == len(header) for row in body)
    return lacking and len(header) > 2 and bool(header[-1].text.strip()) and _SECOND_HEAD.fullmatch(header[1].text) is not None


MODEL_HEAD = re.compile(
    r"\W*(?:(?:ai|base|default|primary)\s)?(?:models?|llms?)(?:\s(?:name|id|used))?\W*|(?P<advised>\W*(?:best|recommended|suggested|top|our|my)\s"
    r"(?:models?|llms?|tool|choice|pick|option)\W*|\W*recommendation\W*)", re.I
)
_ESTIMATE = re.compile(r"\d\s?[BT]\s\(est(?:imated|imate|\.)?\)", re.I)
_BASE = re.compile(  # "Model | Base | Tokens": what the row's model was made of
    r"\W*(?:base|backbone|foundation|parent|teacher|init\w*|based on|built on|derived from|fine-?tuned from)(?:\s(?:model|llm|weights|checkpoint))?\W*", re.I
)
_ACTIVE = re.compile(r"\W*(?:active|activated)(?:\sparam\w*)?\W*", re.I)
_ALL = re.compile(r"\W*total\W*", re.I)


def stance_of(cells: Sequence[str], column: int) -> str | None:
    """The stance "hedged" of a row whose name in this column, or a size in which, is told as an estimate ("X (reported)", "~1.8T (est.)")."""
    named = column < len(cells) and HEDGED.search(cells[column]) is not None
    return "hedged" if named or any(_ESTIMATE.search(cell) for cell in cells) else None


_CLASS = re.compile(
    r"\W*(?:(?:up to|over|under|above|below|[<>≤≥]=?)\s?[\d.]{1,6}\s?B|[\d.]{1,6}\s?B?\s?(?:[-–—]|to)\s?[\d.]{1,6}\s?B|[\d.]{1,6}\s?B\+)\W*", re.I
)


def is_class(text: str) -> bool:
    """Whether the first cell of a row holds a class of sizes ("21.1B - 41B") of which the row's models are examples."""
    return _CLASS.fullmatch(text) is not None


def is_base(heads: Sequence[str]) -> bool:
    """Whether the second column names what the models of the first were made of."""
    return len(heads) > 1 and _BASE.fullmatch(heads[1]) is not None


def all_of_size(head: str, heads: Sequence[str]) -> tuple[str, ...]:
    """The topic of a column "Total" beside one "Active": all parameters, and those at work."""
    return ("parameters",) if _ALL.fullmatch(head) and any(_ACTIVE.fullmatch(other) for other in heads) else ()
