"""What holds on a date, for bounds and dates of every precision."""

from __future__ import annotations

import pytest

from claimcheck.reference.asof import future, in_force, past
from claimcheck.terms import Fact

TABLE = [  # since, until, date, where the fact is on that date
    (None, None, "2024-05-13", "in"),
    ("2024-05-13", None, "2024-05-12", "future"),
    ("2024-05-13", None, "2024-05-13", "in"),
    ("2024-05-13", None, "2024-05-14", "in"),
    (None, "2024-05-13", "2024-05-12", "in"),
    (None, "2024-05-13", "2024-05-13", "past"),
    (None, "2024-05-13", "2024-05-14", "past"),
    ("2024-05-13", "2024-06-01", "2024-05-31", "in"),
    ("2024-05-13", "2024-06-01", "2024-06-01", "past"),
    ("2024-05", None, "2024-04-30", "future"),
    ("2024-05", None, "2024-05-01", "in"),
    ("2024", None, "2023-12-31", "future"),
    ("2024", None, "2024-01-01", "in"),
    (None, "2024-05", "2024-04-30", "in"),
    (None, "2024-05", "2024-05-01", "past"),
    (None, "2024", "2024-01-01", "past"),
    ("2024-05-13", None, "2024-04", "future"),
    ("2024-05-13", None, "2024-05", "in"),
    ("2024-02-29", None, "2024-02", "in"),
    ("2024-05-13", None, "2024", "in"),
    ("2025-01-01", None, "2024", "future"),
    (None, "2024-05-13", "2024-05", "past"),
    (None, "2024-05-13", "2024-04", "in"),
    ("2024-05", "2024-06", "2024-05", "in"),
]


@pytest.mark.parametrize(("since", "until", "date", "where"), TABLE)
def test_where(since: str | None, until: str | None, date: str, where: str) -> None:
    facts = (Fact("a/b", "license", "MIT", "primary", (), since, until),)
    found = {"in": in_force(facts, date), "past": past(facts, date), "future": future(facts, date)}
    assert {name for name, group in found.items() if group} == {where}


def test_order_is_kept() -> None:
    facts = tuple(Fact("a/b", "license", word, "primary", ()) for word in "cab")
    assert in_force(facts, "2024") == facts
    assert past(facts, "2024") == future(facts, "2024") == () == in_force((), "2024")
