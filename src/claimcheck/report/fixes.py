"""Which suggestions are safe to apply: a Checked article in, edits of its text and what is left (with why) out.

Safe is one clear replacement in the same form as written ("$5.00" → "$2.50", "200K" → "128K") of words that nothing else was
read from. Offsets are those of the article's text; the text outside the edits is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.report import words
from claimcheck.report.summary import ordered
from claimcheck.terms import Checked, Finding

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_PAST = re.compile(
    r"\b(?:was|were|had|used to|arrived|launched|debuted|started|began|came|opened|cost|at (?:launch|release|first)|"
    r"initially|originally|formerly|previously|until|back (?:in|then)|(?:in|since|as of) (?:(?:early|mid|late)[ -])?"
    r"(?:20\d\d|January|February|March|April|May|June|July|August|September|October|November|December))\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r",?\s+(?:and|but|while|whereas|which)\s|;\s", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)*_]*(?=\s)|\n\s*\n|\n(?=\s*(?:[-*+|]|\d+[.)])\s)")
_UNSAFE = {"wrong_unit": "the unit is wrong, not only the number"}


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` becomes `replacement`; `findings` are the claims that this puts right."""

    start: int
    end: int
    replacement: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A problem that no safe edit solves, and why."""

    finding: Finding
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The edits of one article in reading order, none overlapping, and what they leave."""

    edits: tuple[Edit, ...]
    left: tuple[Left, ...]


def plan(checked: Checked) -> Plan:
    """What can safely be put right in an article."""
    edits: dict[tuple[int, int, str], list[Finding]] = {}
    left = []
    every = ordered(checked)
    torn = {(place.start, place.end) for clash in checked.inconsistencies if clash.waived is None for place in clash.places}
    for finding in every:
        if not words.is_problem(finding):
            continue
        why = _obstacle(finding, checked.article.text, every)
        if why is None and (finding.claim.start, finding.claim.end) in torn:
            why = "the article states it otherwise elsewhere; look at both places"
        if why is None and finding.suggestion is not None:
            change = finding.suggestion
            edits.setdefault((change.start, change.end, change.replacement), []).append(finding)
        else:
            left.append(Left(finding, why or ""))
    return Plan(tuple(Edit(*key, tuple(found)) for key, found in sorted(edits.items())), tuple(left))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made."""
    done, parts = 0, []
    for edit in edits:
        parts += [text[done : edit.start], edit.replacement]
        done = edit.end
    return "".join([*parts, text[done:]])


def _obstacle(finding: Finding, text: str, every: list[Finding]) -> str | None:
    """Why the suggestion of a problem is not safe, or None."""
    change, claim = finding.suggestion, finding.claim
    if change is None:
        return "no published figure to write" if finding.verdict == "undisclosed" else "no single replacement"
    if finding.reason in _UNSAFE:
        return _UNSAFE[finding.reason]
    if claim.stance != "asserted" or not claim.polarity:
        return "the sentence would no longer fit"
    old = text[change.start : change.end]
    if not old or not claim.start <= change.start < change.end <= claim.end:
        return "it does not stand where the claim was read"
    if form(old) != form(change.replacement) or old == change.replacement:
        return f"“{change.replacement}” is not written in the same form"
    if finding.verdict == "outdated" and _PAST.search(_clause(text, change.start, change.end)):
        return "the sentence may tell of the past"
    for other in every:
        if other is finding or other.claim.start >= change.end or change.start >= other.claim.end:
            continue
        if other.waived is not None:
            return "a claim in the same words is waived"
        if other.suggestion != change:
            return (
                f"the same words speak of {other.claim.subject.name} too"
                if other.claim.subject != claim.subject
                else (f"the same words also state its {words.attribute(other.claim)}")
            )
    return None


def _clause(text: str, start: int, end: int) -> str:
    """The part of the sentence, list item or table row in which a place stands."""
    before, after = text[max(0, start - 500) : start], text[end : end + 500]
    for pattern in (_SENTENCE_END, _CLAUSE_END):
        before = before[max((match.end() for match in pattern.finditer(before)), default=0) :]
        stop = pattern.search(after)
        after = after[: stop.start()] if stop else after
    return f"{before}{text[start:end]}{after}"


def form(written: str) -> str:
    """How a value is written, its number left out: `$5.00` and `$2.50` have the form `$#`."""
    return _NUMBER.sub("#", " ".join(written.split()))
