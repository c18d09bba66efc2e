"""Words in, the ISO date that they state out, at the precision written ("March 2026" is "2026-03")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.terms import Block

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_ISO = r"(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?!\d)"
_US = rf"(?P<m1>{_NAMES})\.?\s{{1,3}}(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}})?(?P<y1>(?:19|20)\d\d)(?!\d)"
_EU = rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?P<m2>{_NAMES})\.?,?\s{{1,3}}(?P<y2>(?:19|20)\d\d)(?!\d)"
_DATE = re.compile(rf"(?<![\w.])(?:{_ISO}|{_US}|{_EU})", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:^|[|·•(/–—-] ?)(?:(?P<new>published|posted|publication date|publish date|date|released on)|"
    r"(?P<late>last updated|last update|last modified|last reviewed|updated|validated))"
    r"(?: on| at)?\s{0,3}[:\-–—]?\s{0,3}",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"\((?:{_NAMES}) (?:19|20)\d\d\)$", re.IGNORECASE)  # "… (March 2026)"


def find(text: str) -> str | None:
    """The first date in `text`, or None."""
    match = _DATE.search(text)
    return _iso(match) if match else None


def at_start(text: str) -> str | None:
    """The date that `text` begins with, or None."""
    match = _DATE.match(text.strip("\"' "))
    return _iso(match) if match else None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = parts["y"] or parts["y1"] or parts["y2"]
    name = parts["m1"] or parts["m2"]
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["m"])
    day = parts["d"] or parts["d1"] or parts["d2"]
    if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def stated(blocks: Sequence[Block], edge: int = 8) -> str | None:
    """The date that the first or last blocks give as the article's own ("Last updated: …"); published comes first.

    A short block that is nothing but a date counts when it is among the first.
    """
    late: str | None = None
    if blocks and blocks[0].kind in ("meta", "heading") and (month := _TITLE.search(blocks[0].view.text)):
        late = find(month.group())
    near = [*blocks[:edge], *blocks[max(edge, len(blocks) - edge) :]]
    for index, block in enumerate(near):
        text = block.view.text
        if block.kind == "cell" or len(text) > 400:
            continue
        if index < edge and len(text) <= 20 and (date := at_start(text)):
            return date
        for match in _LABEL.finditer(text):
            if date := at_start(text[match.end() : match.end() + 40]):
                if match.group("new"):
                    return date
                late = late or date
    return late
