"""The small time line of a card: dated values in, bars on a line 320 wide and 3 labels' room high out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck.report import words
from claimcheck.terms import Expected, Finding

WIDTH = 320.0
_LETTER = 6.2  # width of a digit at the size of the labels


@dataclass(frozen=True, slots=True)
class Bar:
    """A value and when it held; `label` is None where there is no room for it. `kind` is said, now or past."""

    x: float
    width: float
    label: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day below the line; `anchor` is start or end."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """Bars, the days at which values changed, where the article was written (None when not known), and that day in words."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    written: float | None
    day: str


def line(finding: Finding, *, as_of: str, published: str | None) -> Line | None:
    """The time line of a finding whose value has a history of at least two dated values."""
    dated = [item for item in finding.history if item.since or item.until]
    if len(dated) < 2:
        return None
    now = _day(as_of)
    edges = [_day(text) for item in dated for text in (item.since, item.until) if text]
    low, high = min(edges), max(*edges, now)
    if any(item.since is None for item in dated):
        low -= max(0.2, (high - low) / 8)
    if high - low < 1e-6:
        return None

    def at(day: float) -> float:
        return round(WIDTH * (day - low) / (high - low), 1)

    bars = tuple(_bar(item, finding, at(_day(item.since) if item.since else low), at(_day(item.until) if item.until else high),
                      now) for item in dated)  # fmt: skip
    written = at(_day(published)) if published and low <= _day(published) <= high else None
    return Line(bars, _ticks(dated, at), written, words.day(published or ""))


def _bar(item: Expected, finding: Finding, left: float, right: float, now: float) -> Bar:
    holds = (item.since is None or _day(item.since) <= now) and (item.until is None or _day(item.until) > now)
    kind = "now" if holds else "said" if item.value == finding.claim.value else "past"
    label = words.bare(words.value(item.value, item.unit))
    width = max(2.0, round(right - left, 1))
    return Bar(left, width, label if len(label) * _LETTER < width else None, kind)


def _ticks(dated: Sequence[Expected], at: Callable[[float], float]) -> tuple[Tick, ...]:
    """The days on which a value began, leaving out those that would stand on another."""
    found: list[Tick] = []
    for day in sorted({item.since for item in dated if item.since}):
        x = at(_day(day))
        anchor = "end" if x > WIDTH - 45 else "start"
        if not found or x - found[-1].x > (90 if anchor == "end" else 46):
            found.append(Tick(x, day[:7], anchor))
    return tuple(found)


def _day(text: str) -> float:
    """An ISO date of any precision as a year with a fraction; 0 for what is no date."""
    parts = text.split("-")
    try:
        year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    except ValueError:
        return 0.0
    return year + (month - 1) / 12 + (day - 1) / 366
