"""When a fact may refute: grade, age of its check, scheduled changes, and what cannot change any more."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.reference.trust import checked_on, is_ageing, is_volatile, may_refute, retired_on
from claimcheck.terms import Fact, Source


def fact(**changes: Any) -> Fact:
    """A vetted price checked on 2026-06-01."""
    checked = changes.pop("checked", "2026-06-01")
    row: dict[str, Any] = {"model": "a/b", "attribute": "input_price", "value": 1.0, "grade": "primary"}
    return Fact(**(row | {"sources": (Source("https://a.org", checked, True),)} | changes))


@pytest.mark.parametrize(
    ("changes", "as_of", "refutes", "ageing"),
    [
        ({}, "2026-06-01", True, False),
        ({}, "2026-07-31", True, False),  # 60 days
        ({}, "2026-08-01", True, True),
        ({}, "2026-11-28", True, True),  # 180 days
        ({}, "2026-11-29", False, True),
        ({}, "2020-01-01", True, False),  # judged as of a day before the check
        ({}, "2026-11", True, True),  # a month is read from its first day
        ({"grade": "quoted"}, "2026-06-01", False, False),
        ({"grade": "catalogue"}, "2026-06-01", False, False),
        ({"grade": "lineages"}, "2026-06-01", True, False),
        ({"stance": "planned"}, "2026-06-01", False, False),
        ({"attribute": "parameters"}, "2030-01-01", True, False),
        ({"attribute": "release_date", "value": "2024-05-13"}, "2030-01-01", True, False),
        ({"attribute": "context_window"}, "2030-01-01", False, True),
        ({"until": "2026-01-01"}, "2030-01-01", True, False),  # history when it was checked
        ({"until": "2026-07-01"}, "2026-06-30", True, False),  # a promotion that is due to end
        ({"until": "2026-07-01"}, "2026-07-01", False, True),  # ... whose end nobody checked
        ({"since": "2026-07-01"}, "2026-07-01", False, True),  # a rise that was announced
        ({"since": "2026-05-01"}, "2026-07-01", True, False),
    ],
)
def test_may_refute(changes: dict[str, Any], as_of: str, refutes: bool, ageing: bool) -> None:
    assert may_refute(fact(**changes), as_of) is refutes
    assert is_ageing(fact(**changes), as_of) is ageing


def test_limits_are_options() -> None:
    assert not may_refute(fact(), "2026-06-11", 9)
    assert may_refute(fact(), "2030-06-11", 10_000)
    assert is_ageing(fact(), "2026-06-11", 9)


def test_a_model_off_sale_changes_no_more() -> None:
    assert may_refute(fact(), "2030-01-01", retired="2026-01-05")
    assert not may_refute(fact(), "2030-01-01", retired="2026-12-31"), "it was still on sale when it was checked"
    assert not is_volatile(fact(), retired="2026-01-05")


def test_retired_on() -> None:
    def end(value: str, **more: Any) -> Fact:
        return fact(attribute="retirement_date", value=value, **more)

    assert retired_on([fact(), end("2026-01-05")]) == "2026-01-05"
    assert retired_on([end("2026-01-05", snapshot="a-0101"), end("2026-01-05", stance="planned")]) is None


def test_the_newest_check_counts() -> None:
    both = fact(sources=(Source("https://a.org", "2026-01-01", True), Source("https://b.org", "2026-03-01", False)))
    assert checked_on(both) == "2026-03-01"
    assert checked_on(fact(sources=())) == "0001-01-01"
