"""Measures the folder of pages over many articles: time to write, size, and time to first paint in Chromium.

    python scripts/measure_index.py [--articles 10000] [--folder DIR]

The articles are those of the corpus, checked once and repeated with other paths, titles and dates.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimcheck.report.folder import write
from claimcheck.run import iter_checked, load_reference
from claimcheck.terms import Checked

ROOT = Path(__file__).parents[1]
PAINTS = """() => new Promise((done) => {
  const paint = () => performance.getEntriesByName("first-contentful-paint")[0];
  const wait = () => paint() ? done(paint().startTime) : setTimeout(wait, 5);
  wait();
})"""

SORT = """() => {
  const begun = performance.now();
  document.querySelector("th[data-sort=refuted] button").click();
  return performance.now() - begun;
}"""


def many(checked: list[Checked], number: int) -> Iterator[Checked]:
    """The articles again and again, each a little different."""
    for n in range(number):
        one = checked[n % len(checked)]
        title = f"{one.article.title or 'Untitled'} ({n})"
        date = f"{2020 + n % 7}-{1 + n % 12:02}-{1 + n % 28:02}"
        yield replace(one, article=replace(one.article, path=f"archive/{n // 1000:02}/{n:05}.md", title=title, published=date))


def paints(index: Path, number: int) -> tuple[list[float], float, float]:
    """Milliseconds to the first paint, thrice; to all rows loaded; to a sort of all rows shown."""
    from playwright.sync_api import expect, sync_playwright

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        firsts = []
        for _ in range(3):
            page: Any = browser.new_page()
            begun = time.perf_counter()
            page.goto(index.as_uri())
            firsts.append(page.evaluate(PAINTS))
            expect(page.locator("#rows-found")).to_have_text(f"{number:,} articles", timeout=60_000)
            whole = 1000 * (time.perf_counter() - begun)
        sort = page.evaluate(SORT)
        browser.close()
    return firsts, whole, sort


def main() -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--folder")
    given = options.parse_args()
    folder = given.folder or tempfile.mkdtemp(prefix="claimcheck-index-")
    book = load_reference(None)
    checked = list(iter_checked([str(ROOT / "corpus" / "articles")], as_of="2026-11-21", book=book))
    begun = time.perf_counter()
    counts = write(many(checked, given.articles), folder, as_of="2026-11-21", reference=book.info)
    seconds = time.perf_counter() - begun
    base = Path(folder)
    size = {name: sum(file.stat().st_size for file in base.glob(name)) for name in ("index.html", "articles.html", "data/*", "a/*")}
    print(f"articles {counts.articles:,}, claims {counts.claims:,}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"written in {seconds:.1f} s ({1000 * seconds / counts.articles:.1f} ms an article), peak memory {memory:.0f} MB")
    print(", ".join(f"{name} {bytes / 1e6:.2f} MB" for name, bytes in size.items()))
    firsts, whole, sort = paints(base / "index.html", given.articles)
    each = ", ".join(f"{first:.0f}" for first in firsts)
    print(f"first paint {statistics.median(firsts):.0f} ms (median of {each}), all rows loaded {whole:.0f} ms, sorted in {sort:.0f} ms")
    if not given.folder:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
