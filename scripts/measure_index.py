"""Measures the folder of pages over many articles: time to check and write, size, and time to first paint in Chromium.

    python scripts/measure_index.py [--articles 10000] [--folder DIR]

The articles are those of the corpus, again and again, each with a line of its own, and where that can be with another title and date.
The folder is written twice: when nothing was checked before, and again from the cache. Processor time is that of all processes
together; on a machine with other work it says more than the clock.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

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


def many(folder: Path, number: int) -> None:
    """The articles of the corpus again and again, each a little different, a thousand a folder."""
    corpus = sorted((ROOT / "corpus" / "articles").iterdir())
    for n in range(number):
        path = corpus[n % len(corpus)]
        text = path.read_bytes() + f"\n\nNote {n}.\n".encode()
        if path.suffix == ".md" and not text.startswith(b"---"):
            date = f"{2020 + n % 7}-{1 + n % 12:02}-{1 + n % 28:02}"
            text = f"---\ntitle: Piece {n}\ndate: {date}\n---\n\n".encode() + text
        into = folder / f"{n // 1000:02}"
        into.mkdir(exist_ok=True)
        (into / f"{n:05}{path.suffix}").write_bytes(text)


def written(articles: Path, folder: str, cache: Path) -> str:
    """Runs the program on the articles; how long it took and how much memory its largest process needed."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "claimcheck", str(articles), "-o", f"{folder}/", "--as-of", "2026-11-21", "--fail-on", "none"]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env={**os.environ, "CLAIMCHECK_CACHE": str(cache)})
    after, seconds = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begun
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{seconds:.1f} s by the clock, {busy:.1f} s of processor time, peak {after.ru_maxrss / 1024:.0f} MB"


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
    base = Path(folder)
    with tempfile.TemporaryDirectory() as temporary:
        articles = Path(temporary, "articles")
        articles.mkdir()
        many(articles, given.articles)
        for name in ("checked and written", "written from the cache"):
            print(f"{given.articles:,} articles {name}: {written(articles, folder, Path(temporary, 'cache'))}", flush=True)
    size = {name: sum(file.stat().st_size for file in base.glob(name)) for name in ("index.html", "articles.html", "data/*", "a/*")}
    print(", ".join(f"{name} {bytes / 1e6:.2f} MB" for name, bytes in size.items()))
    firsts, whole, sort = paints(base / "index.html", given.articles)
    each = ", ".join(f"{first:.0f}" for first in firsts)
    print(f"first paint {statistics.median(firsts):.0f} ms (median of {each}), all rows loaded {whole:.0f} ms, sorted in {sort:.0f} ms")
    if not given.folder:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
