"""The number reader: kind, value, scale, bound and unit of what people write in this field; and what is no number."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.number_words import spelled, value_of
from claimcheck.extract.numbers import quantities


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("128K", {"value": 128_000, "kind": "number"}),
        ("128k tokens", {"value": 128_000, "unit": "tokens"}),
        ("128K-token", {"value": 128_000, "unit": "token"}),
        ("128,000 tokens", {"value": 128_000, "written": "128,000"}),
        ("1,047,576", {"value": 1_047_576}),
        ("1M+", {"value": 1_000_000, "op": ">="}),
        ("1 million tokens", {"value": 1_000_000}),
        ("one million tokens", {"value": 1_000_000}),
        ("2 Million", {"value": 2_000_000}),
        ("405B", {"value": 405e9}),
        ("1.76T parameters", {"value": 1.76e12, "unit": "parameters"}),
        ("~1.76T", {"value": 1.76e12, "op": "~"}),
        ("175+ B", {"value": 175e9, "op": ">="}),
        ("up to 64K tokens", {"value": 64_000, "op": "<="}),
        ("at least 8B", {"value": 8e9, "op": ">="}),
        ("more than 100 languages", {"value": 100, "op": ">=", "unit": "languages"}),
        ("nearly 90%", {"value": 90, "kind": "percent", "op": "~"}),
        ("82.0%", {"value": 82, "kind": "percent", "written": "82.0"}),
        ("87 percent", {"value": 87, "kind": "percent"}),
        ("eighty-two percent", {"value": 82, "kind": "percent"}),
        ("$0.150", {"value": 0.15, "kind": "money", "written": "0.150"}),
        ("$.15", {"value": 0.15, "kind": "money"}),
        ("$2.50 per million tokens", {"value": 2.5, "per": "mtok"}),
        ("$2.50/1M", {"value": 2.5, "per": "mtok"}),
        ("$2.50 / MTok", {"value": 2.5, "per": "mtok"}),
        ("$0.0025 per 1K tokens", {"value": 0.0025, "per": "ktok"}),
        ("$0.0025/1K", {"value": 0.0025, "per": "ktok"}),
        ("$20/month", {"value": 20, "per": "other"}),
        ("15 cents", {"value": 0.15, "kind": "money"}),
        ("fifteen cents", {"value": 0.15, "kind": "money"}),
        ("two dollars and fifty cents", {"value": 2.5, "kind": "money"}),
        ("zero point twenty-eight dollars", {"value": 0.28, "kind": "money"}),
        ("US$3", {"value": 3, "kind": "money"}),
        ("2x", {"value": 2, "kind": "ratio"}),
        ("2–4x", {"value": 2, "value_to": 4, "kind": "ratio"}),
        ("30 times", {"value": 30, "kind": "ratio"}),
        ("twice", {"value": 2, "kind": "ratio"}),
        ("half", {"value": 0.5, "kind": "ratio"}),
        ("a third", {"value": 1 / 3, "kind": "ratio"}),
        ("110 tokens per second", {"value": 110, "kind": "speed"}),
        ("110 tok/s", {"value": 110, "kind": "speed"}),
        ("450 ms", {"value": 0.45, "kind": "seconds"}),
        ("0.5 seconds", {"value": 0.5, "kind": "seconds"}),
        ("90th percentile", {"value": 90, "kind": "percentile"}),
        ("two hundred eighty-four billion parameters", {"value": 284e9}),
        ("May 13, 2024", {"kind": "date", "date": "2024-05-13"}),
    ],
)
def test_quantity(text: str, wanted: dict[str, Any]) -> None:
    found = quantities(text)
    assert len(found) == 1, found
    for field, value in wanted.items():
        got = getattr(found[0], field)
        assert got == (pytest.approx(value) if isinstance(value, float) else value), field


@pytest.mark.parametrize("text", ["", "H100", "v2", "gpt-4", "v1.2", "the 3rd of them", "no number at all", "point of view", "one of them"])
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_names_hold_no_numbers() -> None:
    text = "GPT-4 and Llama 3 have 128K"
    assert [q.value for q in quantities(text, names=[(0, 5), (10, 17)])] == [128_000]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$2.50/$10", [2.5, 10]),
        ("$0.15 in, $0.60 out", [0.15, 0.6]),
        ("128K or 200K", [128_000, 200_000]),
        ("8B, 70B, and 405B", [8e9, 70e9, 405e9]),
        ("82%, 77.9% and 73.8%", [82, 77.9, 73.8]),
    ],
)
def test_several(text: str, values: list[float]) -> None:
    assert [q.value for q in quantities(text)] == values


@pytest.mark.parametrize(
    ("run", "value"),
    [
        ("zero", 0),
        ("seventeen", 17),
        ("twenty-eight", 28),
        ("one hundred", 100),
        ("two hundred and five", 205),
        ("three thousand", 3000),
        ("one million", 10**6),
        ("four hundred five billion", 405e9),
        ("zero point five", 0.5),
        ("one point seven six trillion", 1.76e12),
        ("zero point twenty-eight", 0.28),
        ("one two", None),
        ("twenty thirty", None),
    ],
)
def test_number_words(run: str, value: float | None) -> None:
    assert value_of(run) == (None if value is None else pytest.approx(value))


def test_a_lone_small_word_counts_only_before_a_unit() -> None:
    assert list(spelled("one of the two models")) == []
    assert [value for _, _, value, _ in spelled("fifty tokens")] == [50]


@given(st.integers(1, 10**13), st.sampled_from(["", " tokens", " parameters"]))
def test_thousands_separators_change_nothing(number: int, unit: str) -> None:
    plain, separated = quantities(f"it has {number}{unit}"), quantities(f"it has {number:,}{unit}")
    assert len(separated) == 1
    assert separated[0].value == number
    if len(plain) == 1 and plain[0].kind == "number":  # a bare 2024 is a year
        assert plain[0].value == number


@given(st.decimals(min_value=0, max_value=1000, places=4), st.sampled_from(["$%s per 1M tokens", "$%s/1M", "US$%s per million tokens"]))
def test_prices_keep_their_value_and_writing(price: Any, form: str) -> None:
    found = quantities(form % price)
    assert len(found) == 1
    assert (found[0].kind, found[0].per, found[0].written) == ("money", "mtok", str(price))
    assert found[0].value == pytest.approx(float(price))


@given(st.text(max_size=200))
def test_no_text_raises_and_offsets_hold(text: str) -> None:
    for quantity in quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)


@given(st.text(alphabet="0123456789.,$%KMBx-–~+ /()ab", max_size=80))
def test_number_soup(text: str) -> None:
    for quantity in quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.value >= 0
