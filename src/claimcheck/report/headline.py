"""The result of a run in one line: Counts in, words out; what could not be judged is never counted as right."""

from __future__ import annotations

from claimcheck.report import words
from claimcheck.report.summary import Counts


def headline(counts: Counts) -> str:
    """`5 of 12 claims need work`, `9 of 12 claims supported, none found wrong` and the like."""
    if counts.articles and counts.articles == counts.unreadable:
        return "Nothing could be read"
    if not counts.claims and not counts.inconsistent:
        return "No checkable claim found"
    if counts.problems:
        need = "needs" if counts.problems == 1 else "need"
        return f"{counts.problems:,} of {words.count(counts.claims, 'claim')} {need} work"
    if counts.inconsistent:
        return "The article does not agree with itself" if counts.articles == 1 else "Statements contradict each other"
    supported = counts.verdicts["supported"]
    return f"{supported:,} of {words.count(counts.claims, 'claim')} supported, none found wrong"
