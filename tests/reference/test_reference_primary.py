"""Facts that were read in a vendor's own text, one row each in `primary_facts.csv`: each stays in the reference, vetted, under its conditions.

A row names the model, the attribute with its benchmark or event, the value, the snapshot, the conditions, who reported it (when that is
not the model's own vendor), and the page. To change one, read the page again, and change the fact and the row together.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from claimcheck.reference.load import Reference, load
from claimcheck.reference.trust import VETTED
from claimcheck.terms import Fact

Row = tuple[str, ...]


def rows() -> dict[str, list[Row]]:
    """The rows of each model."""
    found: dict[str, list[Row]] = defaultdict(list)
    with (Path(__file__).parent / "primary_facts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["model"]].append(tuple(row.values())[1:])
    return found


@pytest.fixture(scope="module")
def book() -> Reference:
    return load()


@pytest.fixture(autouse=True)
def cache() -> None:
    """The index of the shipped reference may be kept where it always is."""


def as_rows(fact: Fact) -> set[Row]:
    """A fact as it would stand in the table, once for each of its sources."""
    which = fact.benchmark or fact.event or " of ".join(filter(None, (fact.base, fact.other)))
    plain = (fact.attribute, which, said(fact), fact.snapshot or "", fact.scope or "", fact.reported_by or "")
    return {(*plain, source.url) for source in fact.sources}


def said(fact: Fact) -> str:
    """A value as the table writes it."""
    if fact.value is None:
        return "never published"
    if isinstance(fact.value, tuple):
        return "+".join(fact.value)
    if isinstance(fact.value, int | float):
        return f"{fact.value:.12g}" if fact.value != int(fact.value) else str(int(fact.value))
    return fact.value


@pytest.mark.parametrize(("model", "wanted"), rows().items(), ids=list(rows()))
def test_what_was_read_is_there(book: Reference, model: str, wanted: list[Row]) -> None:
    known = {row for fact in book.facts_of(model) if fact.grade in VETTED for row in as_rows(fact)}
    assert not [row for row in wanted if row not in known]
