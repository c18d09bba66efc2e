"""The table of articles on the index page: Checked articles in, flat rows that a script can sort and search out."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.report.summary import count
from claimcheck.terms import VERDICTS, Checked


@dataclass(frozen=True, slots=True)
class Line:
    """One article: its running number from 1, its words and its counts; `verdicts` in the order of `terms.VERDICTS`."""

    number: int
    href: str
    title: str | None
    path: str
    published: str | None
    claims: int
    verdicts: tuple[int, ...]
    inconsistent: int
    unchecked: int
    error: str | None

    @property
    def right(self) -> int | None:
        """Supported claims in percent of those that could be judged, rounded down; None when none could."""
        judged = sum(self.verdicts) - self.verdicts[VERDICTS.index("nei")]
        return 100 * self.verdicts[VERDICTS.index("supported")] // judged if judged else None

    def packed(self) -> list[object]:
        """The row as the script reads it."""
        words = [self.href, self.title, self.path, self.published]
        return [*words, self.claims, *self.verdicts, self.inconsistent, self.unchecked, self.error]


def line(number: int, checked: Checked, *, href: str) -> Line:
    """The row of an article."""
    counts, article = count([checked]), checked.article
    return Line(
        number, href, article.title, article.path, article.published, counts.claims,
        tuple(counts.verdicts[name] for name in VERDICTS), counts.inconsistent, counts.unchecked, article.error,
    )  # fmt: skip
