"""A real Chromium for the pages: the one of the system, driven by Playwright; skipped where there is none, but never in CI."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))

from report_samples import checked, hostile, make_report, waived

from claimcheck.report import render
from claimcheck.report.folder import write
from claimcheck.terms import Article, Checked

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def _missing(reason: str) -> None:
    """Skips with the reason; in CI a browser is part of the promise, there it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}; CI is set, where the pages must be tested", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("Playwright is not installed (pip install 'claimcheck-models[test]')")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        _missing("there is no Chromium (apt-get install chromium, or set CHROMIUM to its path)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


class Watched:
    """A page and everything it must not do: speak on the console, fail, ask for anything that is not a file."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: self.asked.append(request.url))


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a file in a page of its own; at the end nothing must have been said on the console or asked of the network."""
    watched: list[Watched] = []
    contexts = []

    def opened(path: Path, hash: str = "", *, width: int = 1360, height: int = 900, **context: Any) -> Any:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **context))
        watch = Watched(contexts[-1].new_page())
        watched.append(watch)
        watch.page.goto(path.as_uri() + hash)
        watch.page.wait_for_timeout(50)
        return watch.page

    yield opened
    for watch in watched:
        assert watch.said == []
        assert [url for url in watch.asked if not url.startswith("file:")] == []
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One article in one file."""
    path = tmp_path_factory.mktemp("page") / "article.html"
    path.write_text(render(make_report(), format="html"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def with_waivers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One article with waived claims, a waived contradiction and a waiver that waives nothing."""
    path = tmp_path_factory.mktemp("waived") / "article.html"
    path.write_text(render(make_report(waived()), format="html"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles in one file, one hostile and one that could not be read."""
    path = tmp_path_factory.mktemp("small") / "report.html"
    three = make_report(checked(), hostile(), Checked(Article("c.md", "", error="it is no text")))
    path.write_text(render(three, format="html"), encoding="utf-8", errors="backslashreplace")
    return path


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 2,501 articles, so that there are two chunks of rows."""
    base = tmp_path_factory.mktemp("folder")
    one = checked()
    articles = [one, hostile(), Checked(Article("c.md", "", error="it is no text"))]
    articles += [Checked(Article(f"many/{n:04}.md", "", title=f"Piece {n}", published=f"20{20 + n % 6}-0{1 + n % 9}-01"),
                         one.findings[: n % 13]) for n in range(2498)]  # fmt: skip
    write(articles, str(base), as_of="2026-11-21", reference=make_report().reference)
    return base
