"""A bar for long work: checked articles in, the same out, and on standard error how far it is, only where a person looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from claimcheck.report.summary import Counts, count

T = TypeVar("T")
DELAY, EVERY, WIDTH = 1.0, 0.1, 24  # seconds before it appears, seconds between two pictures, columns of the bar


def watched(
    items: Iterable[T], *, total: int | None, counted: Callable[[T], Counts] = lambda checked: count([checked]),  # type: ignore[list-item]
    screen: TextIO | None = None, clock: Callable[[], float] = time.monotonic,
) -> Iterator[T]:  # fmt: skip
    """The items; a bar is shown when standard error is a terminal and the work takes longer than a second."""
    screen = screen or sys.stderr
    if not screen.isatty():
        yield from items
        return
    begun = shown = clock()
    counts, drawn = count([]), False
    try:
        for item in items:
            more, now = counted(item), clock()
            counts = counts.plus(more)
            if drawn and more.unreadable:  # a line that says so follows
                screen.write("\r\x1b[K")
            elif now - begun >= DELAY and now - shown >= EVERY:
                screen.write(f"\r\x1b[K{picture(counts, total, now - begun)}")
                screen.flush()
                shown, drawn = now, True
            yield item
    finally:
        if drawn:
            screen.write("\r\x1b[K")
            screen.flush()


def picture(counts: Counts, total: int | None, seconds: float) -> str:
    """`━━━━━╌╌╌╌╌ 1,200/10,000 articles · 340 problems · 410/s · 0:21 left`."""
    done, rate = counts.articles, counts.articles / max(seconds, 1e-9)
    problems = f"{counts.problems:,} problem{'' if counts.problems == 1 else 's'}"
    tail = f"{problems} · {rate:,.0f}/s" if rate >= 10 else f"{problems} · {rate:,.1f}/s"
    if not total or done > total:
        return f"{done:,} articles · {tail}"
    full = WIDTH * done // total
    left = (total - done) / max(rate, 1e-9)
    return f"{'━' * full}{'╌' * (WIDTH - full)} {done:,}/{total:,} articles · {tail} · {_clock(left)} left"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
