"""What holds of every verdict: bounds, roundings, evidence, and that a wrong value is never supported."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.terms import VERDICTS, Checked, Finding

relaxed = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@relaxed
@given(st.decimals(min_value="0.01", max_value=90, places=2))
def test_a_price_is_right_only_when_it_is_the_price(verdict: Callable[..., Finding], price: object) -> None:
    found = verdict(f"Zork 1 costs ${price} per million input tokens.")
    wanted = {"2.50": "supported", "5.00": "outdated"}.get(str(price), "refuted")
    assert (found.verdict, found.message) == (wanted, found.message)


@relaxed
@given(st.integers(1, 2000).filter(lambda number: number not in {125, 126, 127}))
def test_a_window_is_right_only_when_it_is_the_window(verdict: Callable[..., Finding], thousands: int) -> None:
    found = verdict(f"Zork 1 has a context window of {thousands}K tokens.")
    assert (found.verdict, found.message) == ("supported" if thousands == 128 else "refuted", found.message)


@pytest.mark.xfail(reason="the slack of 1024 for 1000 is given to 128,000 too, which is no binary number")
@pytest.mark.parametrize("thousands", [125, 126, 127])
def test_binary_thousands_only_for_binary_windows(verdict: Callable[..., Finding], thousands: int) -> None:
    assert verdict(f"Zork 1 has a context window of {thousands}K tokens.").verdict == "refuted"


@relaxed
@given(
    st.dates(), st.sampled_from(["Zork 1 costs $5 per million input tokens.", "Zork 1 has 9 billion parameters.", "Zork 9 costs $1 per million input tokens."])
)
def test_any_day_gives_a_verdict(check: Callable[..., Checked], day: object, text: str) -> None:
    for found in check(text, str(day)).findings:
        assert found.verdict in VERDICTS
        assert found.reason
        assert found.message
        assert "\n" not in found.message
        assert found.sources or found.verdict == "nei"
        assert (found.expected is None) <= (found.verdict != "outdated")


@pytest.mark.parametrize(("text", "kind"), [
    ("Zork 1 costs $2.50 per million input tokens, as the page says.\n\nFurther down in the text, after a long while and many other words that we need here to "
     "keep the two apart, Zork 1 costs $4.00 per million input tokens.", "contradiction"),
    ("Claude Opus 4.9 has a context window of 64K tokens.\n\nA lot of words about boats, birds and the weather stand between the two statements here.\n\n"
     "Claude Opus 4.9 has a context window of 256K tokens.", "contradiction"),
    ("Zork 1 mini costs $0.15 per million input tokens, Zork 1 costs $2.50 per million input tokens.\n\n"
     "Zork 1 mini is 30 times cheaper than Zork 1.", "arithmetic"),
])  # fmt: skip
def test_inconsistencies(text: str, kind: str, check: Callable[..., Checked]) -> None:
    assert [found.kind for found in check(text).inconsistencies] == [kind]
    for found in check(text).inconsistencies:
        assert len(found.places) >= 2
        for place in found.places:
            assert place.quote == text[place.start : place.end]


@pytest.mark.parametrize("text", [
    "Zork 1 has a context window of 128K tokens.\n\nSome words.\n\nTo be exact, the context window of Zork 1 is 128,000 tokens.",
    "Zork 1 was released in May 2024.\n\nSome words.\n\nZork 1 was released on May 13, 2024.",
    "Zork 1 mini costs $0.15 per million input tokens, Zork 1 costs $2.50 per million input tokens.\n\nZork 1 mini is 94% cheaper than Zork 1.",
    "Until October Zork 1 cost $5.00 per million input tokens. Since October 2024 Zork 1 costs $2.50 per million input tokens.",
    "Zork 1 has a context window of 128K tokens.\n\nZork 1 mini has a context window of 64K tokens.",
])  # fmt: skip
def test_no_inconsistency(text: str, check: Callable[..., Checked]) -> None:
    assert check(text).inconsistencies == ()
