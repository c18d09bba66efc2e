"""The day before which an article was written: an article comes in, a day goes out, for days that it names without a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.terms import Article, Block

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(r"\b(?=[ADFJMNOS])(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s(?P<year>20\d\d)\b")
MONTH_END = "-99"  # what stands for the day where only the month is told: behind every real one
_HEAD = 12  # blocks in which an article says when it was written


def told_on(article: Article) -> str | None:
    """The article's date, else the end of the last month that its head names, where it names that month of no other year; None where neither is told."""
    if article.published and len(article.published) == 10:
        return article.published
    if article.published and len(article.published) == 7:
        return f"{article.published}{MONTH_END}"
    head = _months(article.blocks[:_HEAD])
    if not head:
        return None
    latest = max(head)
    years = {month[:4] for month in _months(article.blocks) if month[5:] == latest[5:]}
    return f"{latest}{MONTH_END}" if len(years) == 1 else None


_MONTH_HEAD = re.compile(
    r"[^\w\n]{0,6}(?P<month>January|February|March|April|May|June|July|August|September|October|November|December),?\s(?P<year>20\d\d)(?!\d)(?:$|\s?[^\w\s])"
)


def month_of_heading(text: str) -> str | None:
    """The end of the month that a heading names first ("August 2025 – a full month"), before which the days below it lie that name no year."""
    found = _MONTH_HEAD.match(text)
    return f"{found['year']}-{_MONTHS.index(found['month'][:3].lower()) + 1:02}{MONTH_END}" if found else None


def _months(blocks: Sequence[Block]) -> list[str]:
    """The months that blocks name with their year, as "2025-12"."""
    found = (match for block in blocks for match in _MONTH.finditer(block.view.text))
    return [f"{match['year']}-{_MONTHS.index(match['month'].lower()) + 1:02}" for match in found]
