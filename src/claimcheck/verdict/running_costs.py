"""What a use or a run of a model costs, which no price list says: a comparison of prices comes in, whether it is of that goes out."""

from __future__ import annotations

import re

from claimcheck.terms import Article, Claim

_PER_TASK = re.compile(r"/\s?task\b|\b(?:per|each) (?:solved )?task\b", re.I)
_OF_A_USE = re.compile(  # what it costs somebody, in his sentence
    r"\bself[- ]host\w*|\bper[- ](?:call|request|query|run)\b|\bon[- ]prem"
    r"|\b(?:switch|mov|migrat)\w{2,4}\s(?:[\w-]+\s){0,4}?from\b",
    re.I,
)
_OF_A_RUN = re.compile(  # "Running the same suite on X costs 12x less than on Y": how many tokens it took, no price list says
    r"\b(?:re-?run|runs?|running|ran|complet(?:es?|ed|ing)|execut(?:es?|ed|ing)|evaluat(?:es?|ed|ing)|finish(?:es|ed|ing)?)\s(?:[\w'’.-]{1,24}\s){0,6}?"
    r"(?:benchmarks?|evals?|evaluations?|suites?|index|tests?|tasks?|gauntlet|problems?)\b",
    re.I,
)
_BILL = re.compile(  # what a task or a run came to, which prices alone do not tell
    r"\bper (?:task|query|request|run|problem|question|issue|session|page|PR|test|sample|solved)\b"
    r"|\b(?:actual|total|overall|real|true|effective|inference) costs?\b"
    r"|\bacross (?:all|the) tasks\b|\b(?:cost|cheaper|expensive) to run\b", re.I
)  # fmt: skip


def of_a_bill(words: str) -> bool:
    """Whether the words around a comparison speak of what a task or a run came to."""
    return _BILL.search(words) is not None


def of_a_run(claim: Claim) -> bool:
    """Whether the sentence compares what it cost to run a benchmark or a task."""
    return _OF_A_RUN.search(claim.context or "") is not None


def of_a_use(claim: Claim) -> bool:
    """Whether the sentence compares what somebody's use costs."""
    return _OF_A_USE.search(claim.context or "") is not None


def counts_tasks(article: Article) -> bool:
    """Whether the article tells what tasks cost."""
    return any(_PER_TASK.search(block.view.text) for block in article.blocks)
