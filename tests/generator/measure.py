"""Written articles come in; they are checked, and what was caught, missed, accused and read goes out."""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.generator.write import Written

from claimcheck import articles, run
from claimcheck.evaluate import compare, gold
from claimcheck.evaluate.figures import ALARMS
from claimcheck.reference.load import Reference
from claimcheck.terms import Checked


@dataclass
class Measured:
    """What came of a run. Each list holds one line of text a case, with the words of the article around it.

    `accused`: right or no statements called wrong; `passed`: corrupted ones shown as supported; `missed`: corrupted ones not
    caught, by template; `misjudged`: caught with another verdict than the right one; `spans`: claims whose offsets do not
    give their quote; `read` and `right`: right statements found, and all of them, by style; `tried`: corruptions by template.
    """

    accused: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    unread: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    misjudged: list[str] = field(default_factory=list)
    spans: list[str] = field(default_factory=list)
    tried: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    corrupted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)

    def recall(self) -> dict[str, float]:
        """Share of the right statements that were found, by style."""
        return {style: round(self.read[style] / count, 4) for style, count in sorted(self.right.items())}


def measure(written: Sequence[Written], book: Reference) -> Measured:
    """Check every article as of its day, and hold the findings against what was written into it."""
    found = Measured()
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(written):
            (Path(folder) / f"{number:06}.json").write_text(json.dumps(one.gold), encoding="utf-8")
        golds = gold.read([folder])
    checkers: dict[str, run.Checker] = {}
    for one, expected in zip(written, golds, strict=True):
        checker = checkers.setdefault(expected.as_of, run.Checker(book, as_of=expected.as_of))
        article = articles.parse(expected.text, path=expected.path, format=expected.format)
        _count(found, one, expected, checker.judge(article, *checker.read(article)))
    return found


def _count(found: Measured, one: Written, expected: gold.Gold, checked: Checked) -> None:
    text = expected.text
    found.spans += [f"{f.claim.quote!r} at {f.claim.start}" for f in checked.findings if text[f.claim.start : f.claim.end] != f.claim.quote]
    rows = {(row["start"], row["attribute"], row["subject"]): row for row in one.gold["claims"]}
    for row in one.gold["claims"]:
        if text[row["start"] : row["end"]] != row["quote"]:
            found.spans.append(f"expected {row['quote']!r} at {row['start']}")
    answered = set()
    for outcome in compare.pair(expected, checked.article, checked.findings):
        if outcome.wanted is None:
            continue
        row = rows[(outcome.wanted.start, outcome.wanted.attribute, outcome.wanted.names[0])]
        answered |= {id(outcome.finding)} if row.get("corruption") else set()
        _told(found, row, text, outcome)
    wrong = {(row["start"], row["end"], row["attribute"]) for row in rows.values() if row.get("corruption")}
    # "Both have 96K" of which one is right: the finding on the right one is expected to support.
    fine = {(row["start"], row["subject"]) for row in rows.values() if not row.get("corruption")}
    for finding in checked.findings:
        claim = finding.claim
        where = f"{finding.verdict} {claim.subject.name} {claim.attribute} {claim.value!r}: {_around(text, claim.start, claim.end)}"
        if finding.verdict in ALARMS and id(finding) not in answered:
            found.accused.append(f"{where} [{finding.message}] ({one.gold['id']})")
        for start, end, attribute in wrong:
            told = claim.start < end and start < claim.end and claim.attribute == attribute
            if told and finding.verdict == "supported" and (start, claim.subject.name) not in fine:
                found.passed.append(f"{where} ({one.gold['id']})")
    if not wrong:
        found.accused += [f"{i.kind}: {i.message} {[_around(text, p.start, p.end) for p in i.places]} ({one.gold['id']})" for i in checked.inconsistencies]


def _told(found: Measured, row: dict[str, Any], text: str, outcome: compare.Outcome) -> None:
    """One expected statement and its finding, counted."""
    finding, name, kind = outcome.finding, row["template"], row.get("corruption")
    line = f"{kind or 'right'}, {row['subject']} {row['attribute']} {row.get('value')!r} as {row['form']}: {_around(text, row['start'], row['end'])}"
    if kind is None:
        if not row.get("implicit"):
            found.right[row["style"]] += 1
            found.read[row["style"]] += finding is not None
            if finding is None:
                found.unread[name].append(line)
        return
    found.tried[name] += 1
    found.corrupted[kind] += 1
    if finding is None or finding.verdict not in ALARMS:
        found.missed[name].append(f"{line} -> {finding.verdict + ' ' + finding.message if finding else 'not found'}")
        return
    found.caught[kind] += 1
    if finding.verdict != row["verdict"]:
        found.misjudged.append(f"{line} -> {finding.verdict}, should be {row['verdict']}")


def _around(text: str, start: int, end: int) -> str:
    """The words in question between their neighbours, on one line."""
    return " ".join(f"…{text[max(0, start - 110) : start]}⟦{text[start:end]}⟧{text[end : end + 50]}…".split())
