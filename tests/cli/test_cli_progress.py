"""The bar on standard error: only on a terminal, only for long work, and gone when it is done."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator

from claimcheck.cli.progress import picture, watched
from claimcheck.report.summary import count
from claimcheck.terms import Article, Checked


class Screen(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def ticking(step: float) -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += step


ARTICLES = [Checked(Article(f"{n}.md", "x")) for n in range(40)]


def test_long_work_has_a_bar_that_goes_away() -> None:
    screen, clock = Screen(), ticking(0.25)
    assert list(watched(ARTICLES, total=40, screen=screen, clock=lambda: next(clock))) == ARTICLES
    shown = screen.getvalue()
    assert "/40 articles" in shown
    assert "left" in shown
    assert shown.endswith("\r\x1b[K")


def test_short_work_and_files_have_none() -> None:
    screen, clock = Screen(), ticking(0.001)
    assert len(list(watched(ARTICLES, total=40, screen=screen, clock=lambda: next(clock)))) == 40
    assert screen.getvalue() == ""
    plain, clock = io.StringIO(), ticking(1.0)
    assert len(list(watched(ARTICLES, total=40, screen=plain, clock=lambda: next(clock)))) == 40
    assert plain.getvalue() == ""


def test_the_bar_goes_away_when_the_work_breaks_off() -> None:
    def broken() -> Iterator[Checked]:
        yield from ARTICLES[:10]
        raise KeyboardInterrupt

    screen, clock = Screen(), ticking(1.0)
    with contextlib.suppress(KeyboardInterrupt):
        list(watched(broken(), total=None, screen=screen, clock=lambda: next(clock)))
    assert screen.getvalue().endswith("\r\x1b[K")


def test_picture() -> None:
    half = count(ARTICLES[:20])
    assert picture(half, 40, 4.0) == "━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌ 20/40 articles · 0 problems · 5.0/s · 0:04 left"
    assert picture(half, None, 1.0) == "20 articles · 0 problems · 20/s"
