"""Old checks and unvetted facts support but do not refute, and the finding says why; the tiny reference was checked on 2026-11-20."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.terms import Finding

LAST_DAY, DAY_AFTER = "2027-05-19", "2027-05-20"  # 180 and 181 days after the check
VOLATILE = [
    "Zork 1 costs $7 per million input tokens.",
    "Zork 1 has a context window of 64K tokens.",
    "Zork 1 can write up to 2,048 output tokens.",
    "Zork 1 does not support function calling.",
    "Zork 1 mini is 60 times cheaper than Zork 1.",
]


@pytest.mark.parametrize("text", VOLATILE)
def test_an_old_check_refutes_no_more_and_says_so(text: str, verdict: Callable[..., Finding]) -> None:
    assert verdict(text, as_of=LAST_DAY).verdict == "refuted"
    found = verdict(text, as_of=DAY_AFTER)
    assert (found.verdict, found.reason) == ("nei", "check_too_old")
    assert "last checked 181 days before" in found.message
    assert found.sources
    assert found.suggestion is None


@pytest.mark.parametrize("text", VOLATILE)
def test_the_limit_is_an_option(text: str, verdict: Callable[..., Finding]) -> None:
    assert verdict(text, as_of=DAY_AFTER, max_age=181).verdict == "refuted"
    found = verdict(text, as_of="2026-11-30", max_age=9)
    assert (found.reason, "the limit is 9 days" in found.message) == ("check_too_old", True)
    assert verdict(text, as_of="2026-11-20", max_age=0).verdict == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "Zork 1 costs $2.50 per million input tokens.",
        "Zork 1 has a context window of 128K tokens.",
        "Zork 1 mini is 94% cheaper than Zork 1.",
    ],
)
def test_an_old_check_still_supports_and_is_told_from_60_days(text: str, verdict: Callable[..., Finding]) -> None:
    for day, told in (("2027-01-19", False), ("2027-01-20", True), ("2030-01-01", True)):
        found = verdict(text, as_of=day)
        assert (found.verdict, "days before)" in found.message) == ("supported", told)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quill 2 70B has 8 billion parameters.", "refuted"),
        ("Zork 1 was released on May 13, 2023.", "refuted"),
        ("Zork 1 has 175 billion parameters.", "undisclosed"),
    ],
)
def test_what_cannot_change_refutes_for_ever(text: str, name: str, verdict: Callable[..., Finding]) -> None:
    found = verdict(text, as_of="2035-01-01")
    assert (found.verdict, "days before" in found.message) == (name, False)


def test_past_a_scheduled_change(verdict: Callable[..., Finding]) -> None:
    """On 2026-12-01 the price was to become 0.10; nobody has looked since."""
    old, new, other = (f"Zork 1 mini costs ${price} per million cached input tokens." for price in ("0.075", "0.10", "0.50"))
    assert [verdict(text, as_of="2026-11-30").verdict for text in (old, new, other)] == ["supported", "nei", "refuted"]
    assert verdict(new, as_of="2026-12-01").verdict == "supported"
    for text in (old, other):
        found = verdict(text, as_of="2026-12-01")
        assert (found.verdict, found.reason) == ("nei", "check_too_old")
        assert "before a change that was due" in found.message


def test_fractions_of_a_cent_may_be_rounded(verdict: Callable[..., Finding]) -> None:
    found = [verdict(f"Zork 1 mini costs ${price} per million cached input tokens.", as_of="2026-11-30").verdict for price in ("0.08", "0.07", "0.09")]
    assert found == ["supported", "refuted", "refuted"]


def test_what_was_right_stays_outdated_without_a_stale_correction(verdict: Callable[..., Finding]) -> None:
    text = "Zork 1 costs $5 per million input tokens."
    fresh, stale = verdict(text, as_of=LAST_DAY), verdict(text, as_of=DAY_AFTER)
    assert (fresh.verdict, stale.verdict) == ("outdated", "outdated")
    assert fresh.suggestion is not None
    assert stale.suggestion is None


@pytest.mark.parametrize(
    "text",
    [
        "Quill 2 8B costs $4 per million input tokens.",  # was right, as one catalogue says
        "Quill 2 8B costs $3 per million input tokens.",
        "Quill 1 has 175 billion parameters.",  # one catalogue lists no size
        "Quill 1 is newer than Quill 2 8B.",
    ],
)
def test_one_catalogue_accuses_nobody(text: str, verdict: Callable[..., Finding]) -> None:
    found = verdict(text)
    assert (found.verdict, found.reason) == ("nei", "not_vetted")


@pytest.mark.parametrize(("as_of", "expected"), [("2023", "nei"), ("2024-02-01", "nei"), ("2024-04-20", "refuted"), ("2024-05", "refuted")])
def test_what_was_told_long_before_a_model_came_out_is_left_open(as_of: str, expected: str, verdict: Callable[..., Finding]) -> None:
    assert verdict("Zork 1 takes video as input.", as_of=as_of).verdict == expected
