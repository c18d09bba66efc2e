"""Dates as people write them, at the precision written."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.dates import dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("May 13, 2024", "2024-05-13"),
        ("May 13th, 2024", "2024-05-13"),
        ("May 13 2024", "2024-05-13"),
        ("13 May 2024", "2024-05-13"),
        ("the 13th of May 2024", "2024-05-13"),
        ("Sept. 4, 2025", "2025-09-04"),
        ("Sep 2025", "2025-09"),
        ("October 2023", "2023-10"),
        ("October, 2023", "2023-10"),
        ("2024-05-13", "2024-05-13"),
        ("2024-05", "2024-05"),
        ("2024/05/13", "2024-05-13"),
        ("in 2024", "2024"),
        ("May 13", "--05-13"),
    ],
)
def test_date(text: str, iso: str) -> None:
    assert [found for _, _, found in dates(text)] == [iso]


@pytest.mark.parametrize("text", ["gpt-4o-2024-05-13x", "12024", "2024%", "may 13 of us come", "$8.2010"])
def test_no_date(text: str) -> None:
    assert list(dates(text)) == []


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2049, 12, 31)), st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%b %d, %Y"]))
def test_every_day_is_read_back(day: datetime.date, form: str) -> None:
    text = f"released on {day.strftime(form)}."
    assert [(text[start:end], iso) for start, end, iso in dates(text)] == [(day.strftime(form), day.isoformat())]
