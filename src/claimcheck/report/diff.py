"""A unified diff of the safe corrections: a Report in, what `patch` and `git apply` understand out; empty when there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING

from claimcheck.report import safe
from claimcheck.report.fixes import apply, plan
from claimcheck.terms import Checked

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")  # what patch and git call a line: a carriage return alone ends none
_COLORS = {"@": "\x1b[36m", "-": "\x1b[31m", "+": "\x1b[32m"}


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """One diff an article; with colour, for a screen, control characters are shown as escapes."""
    return (_shown(line, color=look.color) for checked in report.articles for line in _diff(checked))


def _diff(checked: Checked) -> Iterator[str]:
    article = checked.article
    edits = plan(checked).edits
    if not edits:
        return
    name = _name(article.path)
    before, after = (_LINE.findall(text) for text in (article.text, apply(article.text, edits)))
    for line in unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm="\n"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _name(path: str) -> str:
    """A path that cannot begin a line of its own; after one with a space a tab says where it ends."""
    name = safe.line(path.removeprefix("/").replace("\\", "/"))
    return f"{name}\t" if " " in name else name


def _shown(line: str, *, color: bool) -> str:
    if not color:
        return line
    body = safe.line(line.rstrip("\r\n"))
    if line.startswith(("---", "+++")):
        return f"\x1b[1m{body}\x1b[0m\n"
    begin = _COLORS.get(line[:1])
    return f"{begin}{body}\x1b[0m\n" if begin else f"{body}\n"
