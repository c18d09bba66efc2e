"""What many articles have in common: Checked articles in, one after the other, counts and frequent errors out.

`Gatherer` keeps counts only, never articles, so that it can follow a run of any length.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from claimcheck.report import words
from claimcheck.report.summary import Counts, count, ordered
from claimcheck.terms import Checked, Finding, Report

_DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-|\Z)|\Z)")
EXAMPLES = 5
TOP = 25


@dataclass(frozen=True, slots=True)
class Frequent:
    """The same wrong statement, however often it was made; `examples` are (number of article, number of finding)."""

    verdict: str
    subject: str
    attribute: str
    said: str
    right: str | None
    claims: int
    articles: int
    examples: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts by attribute, model and month (most first, months in order), the most frequent errors, what was not read.

    `attributes` and `months` map each verdict to its number; `models` maps problem verdicts. `unread` holds number of
    article, path and error.
    """

    counts: Counts
    attributes: tuple[tuple[str, dict[str, int]], ...]
    models: tuple[tuple[str, dict[str, int]], ...]
    months: tuple[tuple[str, dict[str, int]], ...]
    undated: int
    errors: tuple[Frequent, ...]
    unread: tuple[tuple[int, str, str], ...]


@dataclass(slots=True)
class _Seen:
    claims: int = 0
    articles: int = 0
    last: int = 0
    examples: list[tuple[int, int]] = field(default_factory=list)


class Gatherer:
    """Takes checked articles and their running number from 1."""

    def __init__(self) -> None:
        self.counts = count([])
        self._attributes: dict[str, Counter[str]] = {}
        self._models: dict[str, Counter[str]] = {}
        self._months: dict[str, Counter[str]] = {}
        self._errors: dict[tuple[str, str, str, str, str | None], _Seen] = {}
        self._unread: list[tuple[int, str, str]] = []
        self._undated = 0

    def add(self, number: int, checked: Checked) -> None:
        """Counts one article in."""
        article = checked.article
        self.counts = self.counts.plus(count([checked]))
        if article.error is not None:
            self._unread.append((number, article.path, article.error))
        month = article.published[:7] if article.published and _DATE.match(article.published) else ""
        self._undated += not month and bool(checked.findings)
        for nth, finding in enumerate(ordered(checked), 1):
            if finding.waived is not None:
                continue
            self._attributes.setdefault(words.group(finding.claim.attribute), Counter())[finding.verdict] += 1
            if month:
                self._months.setdefault(month, Counter())[finding.verdict] += 1
            if finding.verdict in words.PROBLEMS:
                self._models.setdefault(finding.claim.subject.name, Counter())[finding.verdict] += 1
                self._error(number, nth, finding)

    def _error(self, number: int, nth: int, finding: Finding) -> None:
        right = words.value(finding.expected.value, finding.expected.unit) if finding.expected else None
        if finding.verdict == "undisclosed":
            right = words.value(None, None)
        claim = finding.claim
        key = (finding.verdict, claim.subject.name, words.attribute(claim), words.claimed(claim), right)
        seen = self._errors.setdefault(key, _Seen())
        seen.claims += 1
        if seen.last != number:
            seen.articles += 1
            seen.last = number
            if len(seen.examples) < EXAMPLES:
                seen.examples.append((number, nth))

    def overview(self) -> Overview:
        """What was gathered so far."""
        errors = sorted(self._errors.items(), key=lambda item: (-item[1].articles, -item[1].claims, str(item[0])))[:TOP]
        return Overview(
            counts=self.counts,
            attributes=_by_size(self._attributes),
            models=_by_size(self._models)[:TOP],
            months=tuple((month, dict(found)) for month, found in sorted(self._months.items())),
            undated=self._undated,
            errors=tuple(Frequent(*key, each.claims, each.articles, tuple(each.examples)) for key, each in errors),
            unread=tuple(self._unread),
        )


def gather(report: Report) -> Overview:
    """The overview of a whole report."""
    gatherer = Gatherer()
    for number, checked in enumerate(report.articles, 1):
        gatherer.add(number, checked)
    return gatherer.overview()


def _by_size(found: dict[str, Counter[str]]) -> tuple[tuple[str, dict[str, int]], ...]:
    ranked = sorted(found.items(), key=lambda item: (-item[1].total(), item[0]))
    return tuple((name, dict(numbers)) for name, numbers in ranked)
