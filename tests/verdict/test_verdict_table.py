"""Each verdict for each reason, on sentences about the models of the tiny reference."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.terms import Checked, Finding

SUPPORTED = [
    "Zork 1 costs $2.50 per million input tokens.",
    "Zork 1 costs $10 per million output tokens.",
    "Zork 1 used to cost $5 per million input tokens.",
    "In June 2024 Zork 1 cost $5 per million input tokens.",
    "At launch, Zork 1 was priced at $5 per million input tokens.",
    "Zork 1 was cut from $5 to $2.50 per million input tokens.",
    "Zork 1 was cut: $5 → $2.50 per million input tokens.",
    "Zork 1 costs $0.0025 per 1K input tokens.",
    "Zork 1 has a context window of 128,000 tokens.",
    "Zork 1 has a context window of 128K tokens.",
    "Quill 2 70B has a context window of 128K tokens.",
    "Quill 2 70B has a context window of 131,072 tokens.",
    "Zork 1 can write up to 16,384 output tokens.",
    "Zork 1 can write up to 16K output tokens.",
    "Zork 1 has a context window of more than 100,000 tokens.",
    "Quill 2 70B has 70 billion parameters.",
    "Quill 2 70B has fewer than 80 billion parameters.",
    "Quill 2 70B has 70.6 billion parameters.",
    "Quill 2 70B has about 70B parameters.",
    "Quill 2 70B was developed by Databricks.",
    "Quill 3 32B has 32 billion parameters.",
    "Quill 3 32B activates 3.3B parameters.",
    "Zork 1 was released on May 13, 2024.",
    "Zork 1 was released in May 2024.",
    "Zork 1 was released in 2024.",
    "Zork 1 was released on June 20, 2024.",
    "Zork 1 has a knowledge cutoff of October 2023.",
    "Zork 1 scores 88.7% on MMLU.",
    "Zork 1 scores 87.2% on MMLU.",
    "Zork 1 scores 89% on MMLU.",
    "Zork 1 has never disclosed its parameter count.",
    pytest.param("Zork 1 was developed by Zorkia.", marks=pytest.mark.xfail(reason="developers are a fixed list, not those of the reference")),
    "Quill 2 70B is open source.",
    "Zork 1 is a closed-source model.",
    "Quill 2 70B is released under the Apache 2.0 license.",
    "- **Zork 1**\n  - License: Proprietary\n",
    "Quill 2 70B was trained on 15 trillion tokens.",
    "Quill 2 70B was trained on 15.6 trillion tokens.",
    "Zork 1 supports function calling.",
    "Zork 1 does not accept audio.",
    "Zork 1 mini is 94% cheaper than Zork 1.",
    "Zork 1 mini is up to 95% cheaper than Zork 1.",
    "Zork 1 mini is over 90% cheaper than Zork 1.",
    "Zork 1 mini has less than half the price of Zork 1.",
    "Zork 1 mini costs less than a third of the price of Zork 1.",
    "Zork 1 mini is cheaper than Zork 1.",
    "Zork 1 is twice as fast as Zork 0.",
    "Zork 1 has a larger context window than Zork 0.",
]
REFUTED = [
    ("Zork 1 costs $7 per million input tokens.", "value_differs"),
    ("Zork 1 mini costs $0.15 per 1K input tokens.", "wrong_unit"),
    ("Zork 1 mini costs $0.60 per million input tokens.", "swapped"),
    ("Zork 1 mini used to cost $7 per million input tokens.", "value_differs"),
    ("Zork 1 has a context window of 64K tokens.", "value_differs"),
    ("Zork 1 has a context window of more than 200,000 tokens.", "value_differs"),
    ("Quill 2 70B has a context window of 8K tokens.", "value_differs"),
    ("Quill 2 70B has 8 billion parameters.", "value_differs"),
    ("Zork 1 was released on May 13, 2023.", "value_differs"),
    ("Zork 1 has a knowledge cutoff of April 2024.", "value_differs"),
    ("Zork 1 mini scores 71% on MMLU.", "value_differs"),
    ("Zork 1 mini costs more than half the price of Zork 1.", "arithmetic"),
    ("Zork 1 mini costs less than 1% of the price of Zork 1.", "arithmetic"),
    ("Zork 1 was developed by OpenAI.", "wrong_developer"),
    ("Quill 2 70B was developed by OpenAI.", "wrong_developer"),
    ("Zork 1 is open source.", "value_differs"),
    ("Quill 2 70B is released under the MIT license.", "value_differs"),
    ("Zork 1 is released under the MIT license.", "value_differs"),
    ("Zork 1 does not support function calling.", "value_differs"),
    ("Zork 2 has a context window of 128K tokens.", "value_differs"),
    ("Quill 2 70B has 5 billion parameters.", "value_differs"),
    ("Quill 3 32B has 30 billion parameters.", "value_differs"),
    ("Quill 2 70B costs $3 per million output tokens.", "value_differs"),
    ("Zork 1 accepts video input.", "announced_not_shipped"),
    ("Zork 1 accepts audio input.", "not_supported"),
    ("Zork 1 mini is 60 times cheaper than Zork 1.", "arithmetic"),
    ("Zork 1 mini is more expensive than Zork 1.", None),
]
OTHERS = [
    ("Zork 1 costs $5 per million input tokens.", "outdated", "was_right"),
    ("Since June 2024 Zork 1 has cost $5 per million input tokens.", "outdated", "was_right"),
    ("The time to first token of Zork 1 is 600 ms.", "nei", "other_harness"),
    ("Zork 1 used to cost $4 per million input tokens.", "nei", "no_fact"),
    ("Zork 1 has 175 billion parameters.", "undisclosed", None),
    ("Zork 1 mini has 8B parameters.", "undisclosed", None),
    ("Rumour has it that Zork 1 has 175 billion parameters.", "nei", "hedged"),
    ("Zork 1 reportedly has 1.8T parameters.", "nei", "hedged"),
    ("Zork 1 reportedly costs $7 per million input tokens.", "nei", "hedged"),
    ("Zork 9 costs $7 per million input tokens.", "nei", "unknown_model"),
    ("Zork 1 nano has a context window of 128K tokens.", "nei", "unknown_model"),
    ("Quill 2 70B costs $2 per million input tokens.", "nei", "not_vetted"),
    ("Zork 0 has a knowledge cutoff of April 2021.", "nei", "no_fact"),
    ("Zork 2 has a context window of 400K tokens.", "nei", "not_vetted"),
    ("## Zork 1\n\n- Context window: 128K → 200K tokens", "nei", "ambiguous"),
    ("Zork 1 has a context window of 131,072 tokens.", "nei", "ambiguous"),
    ("Zork 1 has a 2K context.", "refuted", "value_differs"),
    ("Zork 2 has a context window of 272K tokens.", "supported", "agrees"),
    ("Variants of Quill 2 70B have 3 billion parameters.", "nei", "ambiguous"),
    ("With Quill 3 32B you run 3.3 billion parameters.", "nei", "ambiguous"),
    ("On OpenRouter, Quill 2 70B costs $3 per million output tokens.", "nei", "other_channel"),
    ("Groq charges $3 per million output tokens for Quill 2 70B.", "nei", "other_channel"),
    ("## Prices at Together AI\n\nQuill 2 70B costs $3 per million output tokens.", "nei", "other_channel"),
    ("| Model | Provider | Output per 1M tokens |\n|---|---|---|\n| Quill 2 70B | Bladehost | $3.00 |", "nei", "other_channel"),
    ("Groq currently supports these models:\n\n| Model | Context window |\n|---|---|\n| Quill 2 70B | 32K |", "nei", "other_channel"),
    ("We now support these models:\n\n| Model | Context window |\n|---|---|\n| Quill 2 70B | 32K |", "refuted", "value_differs"),
    ("Quill 2 70B was trained on 17 trillion tokens.", "refuted", "value_differs"),
    ("Quill 2 70B has 73 billion parameters.", "refuted", "value_differs"),
    ("| Model | Output per 1M tokens | Output per 1M tokens on Groq |\n|---|---|---|\n| Quill 2 70B | | $3.00 |", "nei", "other_channel"),
    ("Zork 1 scores 91% on HumanEval.", "nei", "no_fact"),
    ("Zork 1 mini scores 61% on HumanEval.", "nei", "no_fact"),
    ("Zork 1 mini scores 40.2% on HumanEval.", "supported", "agrees"),
    ("Zork 1 mini scores 70.2% on MATH.", "supported", "agrees"),
    ("Zork 1 mini scores 67.4% on MATH-500.", "supported", "agrees"),
    ("Zork 1 mini scores 67.4% on MATH.", "nei", "ambiguous"),
    ("Zork 1 mini scores 65% on MATH.", "refuted", "value_differs"),
    ("Zork 1 mini scores 71% on MMLU at medium effort.", "nei", "other_harness"),
    ("Zork 1 mini scores 21.5% on BrowseComp.", "nei", "other_harness"),
    ("Zork 1 mini scores 58.5% on BrowseComp.", "refuted", "value_differs"),
    ("Zork 1 generates 110 tokens per second.", "nei", "no_fact"),
    ("Zork 1 is three times faster than Quill 2 70B.", "nei", "no_fact"),
    ("Zork 1 mini is 90% cheaper than Zork 4.", "nei", "ambiguous"),
    ("Zork 1 mini is 97% cheaper than Zork 4.", "refuted", "arithmetic"),
    ("Running the same benchmark on Zork 1 mini costs 97% less than Zork 4.", "nei", "other_harness"),
    pytest.param(
        "Zork 1 is 60% cheaper than Halden 3.", "nei", "unknown_model", marks=pytest.mark.xfail(reason="no relation is read against an unknown model")
    ),
    ("Quill 2 70B costs $0.90 per million input tokens.", "supported", "agrees"),
    ("Zork 1 mini scores 71.25% on MMLU.", "nei", "other_harness"),
    ("Quill 2 has a context window of 128K tokens.", "supported", "family_member"),
    ("Zork 1 has a context window that was up from 8,192 tokens in the version before.", "nei", "ambiguous"),
    ("We send batches at night. Zork 1 costs $1.25 per million input tokens then.", "nei", "ambiguous"),
    ("Zork 1 costs $1.25 per million input tokens.", "refuted", "value_differs"),
    ("Zork 1 mini costs $0.90 per million output tokens.", "nei", "planned"),
    ("Zork 1 mini costs $0.80 per million output tokens.", "refuted", "value_differs"),
    ("Zork 2 is under the MIT licence, the 0613 one at least.", "nei", "ambiguous"),
    ("Zork 2 is under the MIT licence.", "refuted", "value_differs"),
]


@pytest.mark.parametrize("text", SUPPORTED)
def test_supported(text: str, verdict: Callable[..., Finding]) -> None:
    found = verdict(text)
    assert (found.verdict, found.message) == ("supported", found.message)
    assert found.sources


@pytest.mark.parametrize(("text", "reason"), REFUTED)
def test_refuted(text: str, reason: str | None, verdict: Callable[..., Finding]) -> None:
    found = verdict(text)
    assert (found.verdict, found.message) == ("refuted", found.message)
    assert reason in (None, found.reason)
    assert found.sources
    assert any(source.primary for source in found.sources)


@pytest.mark.parametrize(("text", "name", "reason"), OTHERS)
def test_others(text: str, name: str, reason: str | None, verdict: Callable[..., Finding]) -> None:
    found = verdict(text)
    assert (found.verdict, found.message) == (name, found.message)
    assert reason in (None, found.reason)


@pytest.mark.parametrize(
    "text",
    [
        "Zork 1 has an ancestor. Its predecessor, Zork 0, asked more: $10 per million input tokens.",
        "Zork 1 is well known, and a listener from the north asked us about Zork 0. Well, it has a context window of 8,192 tokens.",
    ],
)
def test_what_is_true_of_another_model_nearby_accuses_nobody(text: str, verdict: Callable[..., Finding]) -> None:
    found = verdict(text)
    assert (found.verdict, found.reason) in {("nei", "ambiguous"), ("supported", "agrees")}, found.message


@pytest.mark.parametrize(
    "text",
    [
        "Zork 0 is old. Zork 1 has a context window of 8,192 tokens.",
        "Zork 0 and Zork 1 were tried. Zork 1 costs $10 per million input tokens.",
        "Zork 1 and Zork 0 were tried. The latter costs $2.50 per million input tokens.",
        "Zork 0 (context window: 128K tokens) goes up against Zork 1 (context window: 8K tokens).",
        "| Model | Context window |\n|---|---|\n| Zork 0 | 128,000 |\n| Zork 1 | 128,000 |",
        "Zork 0 and Zork 1 have context windows of 128,000 and 8,192 tokens, respectively.",
    ],
)
def test_a_firm_word_is_judged_whatever_is_true_of_others(text: str, check: Callable[..., Checked]) -> None:
    assert "refuted" in {finding.verdict for finding in check(text).findings}


@pytest.mark.parametrize(
    ("day", "text", "name"),
    [
        ("2024-07-20", "Zork 1 costs $5 per million input tokens.", "supported"),
        ("2024-10-01", "Zork 1 costs $5 per million input tokens.", "supported"),
        ("2024-10-02", "Zork 1 costs $5 per million input tokens.", "outdated"),
        ("2024-10-02", "Zork 1 costs $2.50 per million input tokens.", "supported"),
        ("2024-07-20", "Zork 1 mini is 97% cheaper than Zork 1.", "supported"),
        ("2026-11-21", "Zork 1 mini is 97% cheaper than Zork 1.", "outdated"),
        ("2026-11-21", "Zork 1 mini is 30 times cheaper than Zork 1.", "outdated"),
        ("2026-11-21", "Zork 1 mini was 97% cheaper than Zork 1.", "supported"),
        ("2026-11-21", "Zork 1 mini was 97% cheaper than Zork 1 at launch.", "supported"),
        ("2026-11-21", "Zork 1 mini was 50% cheaper than Zork 1.", "nei"),
        ("2024-06-01", "Zork 1 will support video input.", "supported"),
        ("2026-11-21", "Zork 1 will support video input.", "outdated"),
        ("2024-06-01", "Zork 1 does not support fine-tuning.", "supported"),
        ("2026-11-21", "Zork 1 does not support fine-tuning.", "refuted"),
    ],
)
def test_as_of(day: str, text: str, name: str, verdict: Callable[..., Finding]) -> None:
    found = verdict(text, as_of=day)
    assert (found.verdict, found.message) == (name, found.message)


def test_what_is_right_is_told(verdict: Callable[..., Finding]) -> None:
    found = verdict("Zork 1 costs $5 per million input tokens.")
    assert found.expected is not None
    assert (found.expected.value, found.expected.since, found.expected.until) == (2.5, "2024-10-02", None)
    assert [(old.value, old.until) for old in found.history] == [(5, "2024-10-02"), (2.5, None)]
    assert found.suggestion is not None
    assert found.suggestion.replacement == "$2.50"


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        ("Zork 1 costs $7 per million input tokens.", "$2.50"),
        ("Zork 1 mini costs $0.15 per 1K input tokens.", "$0.00015"),
        ("Zork 1 has a context window of 64K tokens.", "128K"),
        ("Zork 1 has a context window of 64,000 tokens.", "128,000"),
        ("Zork 1 mini scores 71% on MMLU.", "82%"),
    ],
)
def test_suggestion_in_the_form_written(text: str, replacement: str, verdict: Callable[..., Finding]) -> None:
    found = verdict(text)
    assert found.suggestion is not None
    assert found.suggestion.replacement == replacement
    assert text[found.suggestion.start : found.suggestion.end] == found.claim.quote


def test_the_undisclosed_is_said_plainly(verdict: Callable[..., Finding]) -> None:
    found = verdict("Zork 1 has 175 billion parameters.")
    assert found.message == "Zork 1’s parameter count was never published by Zorkia"
    assert found.expected is None
    assert found.suggestion is None


def test_an_unknown_model_gets_a_hint_and_no_verdict(verdict: Callable[..., Finding]) -> None:
    found = verdict("Zork 1 minni has a context window of 64K tokens.")
    assert found.verdict != "refuted" or found.claim.subject.name == "Zork 1"


def test_arithmetic_is_shown(verdict: Callable[..., Finding]) -> None:
    found = verdict("Zork 1 mini is 60 times cheaper than Zork 1.")
    assert "2.5 / 0.15 = 16.67" in (found.arithmetic or "")


def test_a_price_that_the_article_calls_a_hosts_stays_the_hosts(check: Callable[..., Checked]) -> None:
    found = check("Groq charges $3 per million output tokens for Quill 2 70B.\n\n- Quill 2 70B: good value at $3 per million output tokens")
    assert [(f.verdict, f.reason) for f in found.findings] == [("nei", "other_channel")] * 2


def test_a_day_beside_the_known_one_is_left_open(verdict: Callable[..., Finding]) -> None:
    found = [verdict(f"Zork 1 was released on May {day}, 2024.") for day in (12, 13, 14)]
    assert [(f.verdict, f.reason) for f in found] == [("nei", "ambiguous"), ("supported", "agrees"), ("nei", "ambiguous")]


def test_a_family_is_not_right_by_a_member_that_was_yet_to_come(verdict: Callable[..., Finding]) -> None:
    text = "Quill 2 costs $4 per million input tokens."
    assert [verdict(text, as_of=day).verdict for day in ("2025-07-01", "2025-05-01")] == ["supported", "nei"]
