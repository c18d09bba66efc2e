"""Accessibility in Chromium: axe-core finds no violation of WCAG 2.2 AA, in both themes, wide and narrow, open and closed."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from report_samples import checked, make_report

from claimcheck.articles import parse
from claimcheck.report import render
from claimcheck.report.folder import write
from claimcheck.terms import Article, Checked

Open = Callable[..., Any]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Any) -> list[str]:
    """What axe-core complains about, one line each. The script is given to the page's world by the driver, past its policy."""
    axe = pytest.importorskip("axe_playwright_python", reason="pip install 'claimcheck-models[test]'")
    page.evaluate((files(axe) / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", RULES)
    return [f"{each['id']}: {node['html'][:160]} {node['failureSummary']}" for each in found["violations"] for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1360, 390])
def test_article_page(open_page: Open, article: Path, scheme: str, width: int) -> None:
    page = open_page(article, width=width, color_scheme=scheme, reduced_motion="reduce")
    for folded in page.locator("details:visible > summary").all():
        if folded.is_visible() and folded.evaluate("e => !e.parentElement.open"):
            folded.click()
    assert violations(page) == []
    page.locator("#a1-m2").click()
    assert violations(page) == []


WILD = """#### A small line first

# The title

#### Skipped two levels

|  | Input | Output |
| --- | --- | --- |
| One | $1 | $2 |

```
$ a command
```

##### Another

|  | Input |
| --- | --- |
| Two | $3 |
"""


def test_articles_as_people_write_them(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "wild.html"
    path.write_text(render(make_report(Checked(parse(WILD, path="wild.md", format="markdown"))), format="html"), encoding="utf-8")
    page = open_page(path, reduced_motion="reduce")
    assert violations(page) == []
    assert page.locator(".text :is(h2, h3, h4, h5, h6)").all_inner_texts() == ["A small line first", "The title", "Skipped two levels", "Another"]
    assert page.locator(".text pre").inner_text() == "$ a command"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_waived_claims(open_page: Open, with_waivers: Path, scheme: str) -> None:
    page = open_page(with_waivers, color_scheme=scheme, reduced_motion="reduce")
    page.locator("#a1-m2").click()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_index_page(open_page: Open, folder: Path, scheme: str) -> None:
    page = open_page(folder / "index.html", color_scheme=scheme, reduced_motion="reduce")
    page.locator("th[data-sort=claims] button").click()
    assert violations(page) == []


def test_one_file_with_several_articles(open_page: Open, small: Path) -> None:
    assert violations(open_page(small, reduced_motion="reduce")) == []


def test_plain_list(open_page: Open, tmp_path: Path) -> None:
    report = make_report(checked(), Checked(Article("c.md", "", error="it is no text")))
    write(report.articles, str(tmp_path), as_of=report.as_of, reference=report.reference)
    assert violations(open_page(tmp_path / "articles.html")) == []
