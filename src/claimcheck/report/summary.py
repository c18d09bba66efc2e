"""Counts that every report shares: a Report or one Checked article in, ordered plain numbers out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.terms import VERDICTS, Checked, Finding, Report


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of what. `verdicts` has every verdict, in the order of `terms.VERDICTS`, also those with none."""

    articles: int
    unreadable: int
    claims: int
    verdicts: dict[str, int]
    inconsistent: int
    unchecked: int

    @property
    def problems(self) -> int:
        """Claims that need work: refuted, undisclosed or outdated."""
        return sum(self.verdicts[name] for name in ("refuted", "undisclosed", "outdated"))

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        verdicts = {name: number + other.verdicts[name] for name, number in self.verdicts.items()}
        return Counts(
            self.articles + other.articles,
            self.unreadable + other.unreadable,
            self.claims + other.claims,
            verdicts,
            self.inconsistent + other.inconsistent,
            self.unchecked + other.unchecked,
        )

    def of(self, kind: str) -> int:
        """The count of a verdict or of `inconsistent`, as `--fail-on` names them."""
        return self.inconsistent if kind == "inconsistent" else self.verdicts[kind]


def count(articles: Iterable[Checked]) -> Counts:
    """The counts over some articles; `count(report.articles)` are the totals."""
    verdicts = dict.fromkeys((str(name) for name in VERDICTS), 0)
    total = unreadable = inconsistent = unchecked = 0
    for checked in articles:
        total += 1
        unreadable += checked.article.error is not None
        inconsistent += len(checked.inconsistencies)
        unchecked += len(checked.unchecked)
        for finding in checked.findings:
            verdicts[finding.verdict] += 1
    return Counts(total, unreadable, sum(verdicts.values()), verdicts, inconsistent, unchecked)


def totals(report: Report) -> Counts:
    """The counts over the whole report."""
    return count(report.articles)


def ordered(checked: Checked) -> list[Finding]:
    """Findings by position; what stands at the same place is ordered by its content, so that the order never varies."""

    def key(finding: Finding) -> tuple[object, ...]:
        claim = finding.claim
        return (
            claim.start, claim.end, claim.subject.name, claim.attribute,
            claim.benchmark or claim.capability or claim.base or "", str(claim.value), finding.verdict, finding.reason,
        )  # fmt: skip

    return sorted(checked.findings, key=key)
