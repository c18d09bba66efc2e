"""Which suffix is which format: the one list of what can be read."""

from __future__ import annotations

from typing import Literal

Format = Literal["markdown", "plain", "html"]

FORMATS: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


def of(name: str, text: str) -> Format:
    """The format of an article by its name; without a known suffix by a look at its first characters."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if suffix in FORMATS:
        return FORMATS[suffix]
    head = text[:2000].lstrip()
    if head[:15].lower().startswith(("<!doctype html", "<html")):
        return "html"
    lines = head.split("\n")
    marks = ("# ", "## ", "### ", "- **", "* **", "|-", "| -", "```")
    if lines[0].rstrip() in ("---", "+++") or any(line.startswith(marks) for line in lines):
        return "markdown"
    return "plain"
