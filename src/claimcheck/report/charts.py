"""Charts of the index page: an Overview in, bars with places and lengths out; the templates only draw."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.report import words
from claimcheck.report.overview import Overview
from claimcheck.terms import VERDICTS

ROWS, COLUMNS = 14, 36
HEIGHT = 100.0


@dataclass(frozen=True, slots=True)
class Part:
    """One verdict in a bar: where it begins and how long it is, of 100 (or of the chart's height)."""

    verdict: str
    word: str
    number: int
    at: float
    size: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its words, its total, and what is wrong in it."""

    label: str
    total: int
    wrong: int
    parts: tuple[Part, ...]
    x: float = 0.0
    width: float = 0.0
    named: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, how many were left out, and the largest total."""

    bars: tuple[Bar, ...]
    left: int
    top: int


def by_attribute(overview: Overview) -> Chart:
    """All verdicts of the attributes claimed most often, on one scale."""
    return _rows(overview.attributes)


def by_model(overview: Overview) -> Chart:
    """Problems of the models that have most."""
    return _rows(overview.models)


def by_date(overview: Overview) -> Chart:
    """All verdicts by the month in which the article was published, or by year when there are many months."""
    months = _without_gaps(overview.months)
    top = max((sum(numbers.values()) for _, numbers in months), default=0)
    step = 100 / max(len(months), 12)
    every = -(-len(months) // 12)
    bars = []
    for index, (month, numbers) in enumerate(months):
        bar = _bar(month, numbers, top, HEIGHT)
        x, width = round((index + 0.12) * step, 3), round(0.76 * step, 3)
        bars.append(replace(bar, x=x, width=width, named=index % every == 0))
    return Chart(tuple(bars), 0, top)


def _without_gaps(found: tuple[tuple[str, dict[str, int]], ...]) -> list[tuple[str, dict[str, int]]]:
    """Every month from the first to the last, or every year when that is long or when some article states only a year."""
    if not found:
        return []
    months = [int(month[:4]) * 12 + int(month[5:7] or 1) - 1 for month, _ in found]
    long = months[-1] - months[0] >= COLUMNS or any(len(month) < 7 for month, _ in found)
    size = 4 if long else 7
    span = range(months[0] // 12, months[-1] // 12 + 1) if long else range(months[0], months[-1] + 1)
    filled: dict[str, dict[str, int]] = {f"{slot:04}" if long else f"{slot // 12:04}-{slot % 12 + 1:02}": {} for slot in span}
    for month, numbers in found:
        slot = filled[month[:size]]
        for verdict, number in numbers.items():
            slot[verdict] = slot.get(verdict, 0) + number
    return list(filled.items())


def _rows(found: tuple[tuple[str, dict[str, int]], ...]) -> Chart:
    top = max((sum(numbers.values()) for _, numbers in found[:ROWS]), default=0)
    return Chart(tuple(_bar(name, numbers, top, 100.0) for name, numbers in found[:ROWS]), max(0, len(found) - ROWS), top)


def _bar(label: str, numbers: dict[str, int], top: int, room: float) -> Bar:
    parts, at = [], 0.0
    for verdict in VERDICTS:
        number = numbers.get(verdict, 0)
        if number:
            size = round(room * number / top, 3)
            parts.append(Part(verdict, words.WORD[verdict], number, round(at, 3), size))
            at += size
    return Bar(label, sum(numbers.values()), sum(numbers.get(name, 0) for name in words.PROBLEMS), tuple(parts))
