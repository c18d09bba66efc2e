"""Counts that every report shares: a Report or one Checked article in, ordered plain numbers out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.terms import VERDICTS, Checked, Finding


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of what. `verdicts` has every verdict, in the order of `terms.VERDICTS`, also those with none.

    What is waived is counted as a claim, and in `waived`, but neither in `verdicts` nor in `inconsistent`.
    """

    articles: int
    unreadable: int
    claims: int
    verdicts: dict[str, int]
    inconsistent: int
    unchecked: int
    waived: int = 0
    waived_clashes: int = 0
    unused_waivers: int = 0

    @property
    def all_waived(self) -> int:
        """Waived claims and waived inconsistencies together."""
        return self.waived + self.waived_clashes

    @property
    def judged(self) -> int:
        """Claims with a verdict that counts, other than that it cannot be known."""
        return sum(self.verdicts.values()) - self.verdicts["nei"]

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
            self.waived + other.waived,
            self.waived_clashes + other.waived_clashes,
            self.unused_waivers + other.unused_waivers,
        )

    def of(self, kind: str) -> int:
        """The count of a verdict, of `inconsistent` or of `unused_waiver`, as `--fail-on` names them."""
        others = {"inconsistent": self.inconsistent, "unused_waiver": self.unused_waivers}
        return others[kind] if kind in others else self.verdicts[kind]


def count(articles: Iterable[Checked]) -> Counts:
    """The counts over some articles; `count(report.articles)` are the totals."""
    verdicts = dict.fromkeys((str(name) for name in VERDICTS), 0)
    total = unreadable = inconsistent = unchecked = waived = waived_clashes = unused = 0
    for checked in articles:
        total += 1
        unreadable += checked.article.error is not None
        clashes = sum(item.waived is not None for item in checked.inconsistencies)
        waived_clashes += clashes
        inconsistent += len(checked.inconsistencies) - clashes
        unused += len(checked.unused_waivers)
        unchecked += len(checked.unchecked)
        for finding in checked.findings:
            if finding.waived is None:
                verdicts[finding.verdict] += 1
            else:
                waived += 1
    claims = sum(verdicts.values()) + waived
    return Counts(total, unreadable, claims, verdicts, inconsistent, unchecked, waived, waived_clashes, unused)


class Counted:
    """Articles on their way; `counts` are those of the articles that have passed."""

    def __init__(self, articles: Iterable[Checked]) -> None:
        self._articles = articles
        self.counts = count([])

    def __iter__(self) -> Iterator[Checked]:
        for checked in self._articles:
            self.counts = self.counts.plus(count([checked]))
            yield checked


def ordered(checked: Checked) -> list[Finding]:
    """Findings by position; what stands at the same place is ordered by its content, so that the order never varies."""

    def key(finding: Finding) -> tuple[object, ...]:
        claim = finding.claim
        return (
            claim.start, claim.end, claim.subject.name, claim.attribute,
            claim.benchmark or claim.capability or claim.base or "", str(claim.value), finding.verdict, finding.reason,
        )  # fmt: skip

    return sorted(checked.findings, key=key)
