"""Pictures of the reports for the README: articles of the corpus in, `docs/images/*.png` out.

    python scripts/screenshots.py [--as-of DATE]

needs the extra `test` and a Chromium. Look at every picture before you commit it.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
ARTICLE = "corpus/articles/05-august-bill.md"
TERMINAL = ["corpus/articles/01-4o-cheat-sheet.md"]
COLORS = {"30": "#1d2125", "31": "#ff8579", "32": "#6fd3a2", "33": "#f0bd66", "34": "#7fb2f5", "35": "#d9aef5", "36": "#7fd0d8"}
SCREEN = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #f4f2ec; padding: 28px; width: max-content; }}
.window {{ background: #16191d; color: #dfe1e4; border-radius: 10px; box-shadow: 0 14px 40px rgb(0 0 0 / .28); overflow: hidden; }}
.window header {{ display: flex; gap: 8px; padding: 12px 14px; background: #22262b; }}
.window i {{ width: 12px; height: 12px; border-radius: 50%; background: #4a5058; }}
pre {{ margin: 0; padding: 16px 20px 20px; font: 13.5px/1.5 "DejaVu Sans Mono", "Liberation Mono", monospace; }}
b {{ color: #fff; }} .dim {{ color: #8d96a0; }} .prompt {{ color: #6fd3a2; }}
</style><div class="window"><header><i></i><i></i><i></i></header><pre><span class="prompt">$</span> <b>claimcheck {command}</b>
{text}</pre></div>"""


def claimcheck(*args: str, color: bool = False) -> str:
    """What claimcheck prints, run as a person would."""
    env = {**os.environ, "FORCE_COLOR": "1" if color else "0"}
    done = subprocess.run([sys.executable, "-m", "claimcheck", *args], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return done.stdout


def as_html(text: str) -> str:
    """Text with the escape codes of a terminal as HTML."""
    parts, classes = [], {"color": "", "bold": False, "dim": False}
    for piece in re.split(r"(\x1b\[[\d;]*m)", text):
        if piece.startswith("\x1b["):
            for code in piece[2:-1].split(";"):
                if code in ("0", ""):
                    classes = {"color": "", "bold": False, "dim": False}
                elif code == "1":
                    classes["bold"] = True
                elif code == "2":
                    classes["dim"] = True
                else:
                    classes["color"] = COLORS.get(code, "")
        elif piece:
            style = f"color:{classes['color']};" if classes["color"] else ""
            style += "font-weight:700;" if classes["bold"] else ""
            style += "color:#8d96a0;" if classes["dim"] else ""
            parts.append(f'<span style="{style}">{html.escape(piece)}</span>')
    return "".join(parts)


def shot(browser: Any, name: str, path: Path, *, width: int, height: int, mark: str = "", **context: Any) -> None:
    """One picture; `mark` is opened before, and stands at about a third of the height."""
    page = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=2, **context).new_page()
    page.goto(path.as_uri())
    page.wait_for_timeout(300)
    if mark:
        found = page.locator(mark).first
        found.click()
        page.evaluate("(e) => scrollTo({ top: e.getBoundingClientRect().top + scrollY - innerHeight / 3, behavior: 'instant' })", found.element_handle())
        page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / f"{name}.png")
    page.context.close()


def terminal(browser: Any, folder: Path, as_of: str) -> None:
    """The terminal report of one article, as it looks on a dark terminal."""
    text = claimcheck(*TERMINAL, "--as-of", as_of, color=True)
    path = folder / "terminal.html"
    path.write_text(SCREEN.format(command=" ".join(TERMINAL), text=as_html(text)), encoding="utf-8")
    page = browser.new_context(viewport={"width": 1400, "height": 900}, device_scale_factor=2).new_page()
    page.goto(path.as_uri())
    page.locator("body").screenshot(path=IMAGES / "terminal.png")
    page.context.close()


def main() -> None:
    """All pictures."""
    from playwright.sync_api import sync_playwright

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--as-of", default="2026-11-21")
    as_of = options.parse_args().as_of
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        claimcheck(ARTICLE, "--as-of", as_of, "--format", "html", "-o", str(folder / "article.html"))
        claimcheck("corpus/articles", "--as-of", as_of, "-o", f"{folder}/all/")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page, index = folder / "article.html", folder / "all" / "index.html"
        shot(browser, "summary", page, width=1280, height=860)
        shot(browser, "article-light", page, width=1280, height=860, mark="a.mark.outdated")
        shot(browser, "article-dark", page, width=1280, height=860, mark="a.mark.outdated", color_scheme="dark")
        shot(browser, "index", index, width=1280, height=900)
        shot(browser, "phone", page, width=390, height=844, mark="a.mark.refuted", is_mobile=True, has_touch=True)
        terminal(browser, folder, as_of)
        browser.close()


if __name__ == "__main__":
    main()
