"""Glued tables: what a copied page leaves of a table is read cell by cell, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.terms import Claim

Read = Callable[..., tuple[Claim, ...]]

TWO = "FeatureGemini 2.0 FlashGPT-4o mini"
ROWS = {
    "Release DateFebruary 5, 2025July 18, 2024": ("release_date", "2025-02-05", "2024-07-18"),
    "Context Window1M tokens128K tokens": ("context_window", 1e6, 128e3),
    "Context window 1.0M 128K": ("context_window", 1e6, 128e3),
    "Input price $0.10/M $0.15/M": ("input_price", 0.1, 0.15),
    "Output (per 1M)$0.40$0.60": ("output_price", 0.4, 0.6),
    "DeveloperGoogleOpenAI": ("developer", "Google", "OpenAI"),
    "Max Output8K16K": ("max_output_tokens", 8e3, 16e3),
    "function calling Yes Yes": ("capability", True, True),
}


@pytest.mark.parametrize(("row", "said"), ROWS.items())
def test_each_value_goes_to_its_model(row: str, said: tuple[str, object, object], read: Read) -> None:
    claims = read(f"{TWO}\n{row}\nMMLU76.4%82.0%\n")
    attribute, first, second = said
    found = {(claim.subject.name, claim.value) for claim in claims if claim.attribute == attribute}
    assert found == {("Gemini 2.0 Flash", first), ("GPT-4o mini", second)}


def test_values_that_cannot_be_told_apart_are_left_alone(read: Read) -> None:
    claims = read(f"{TWO}\nThroughput (tok/sec)250105\nContext Window1M128K\nInput$0.10$0.15\n")
    assert {claim.attribute for claim in claims} == {"context_window", "input_price"}


def test_three_models_glued_without_a_label(read: Read) -> None:
    claims = read("GPT-4oGPT-4.1Claude Sonnet 4.6\nPrompt Price ($/M)$2.50$2.00$3.00\nContext Window128K1.05M1M tokens\n")
    prices = {claim.subject.name: claim.value for claim in claims if claim.attribute == "input_price"}
    assert prices == {"GPT-4o": 2.5, "GPT-4.1": 2.0, "Claude Sonnet 4.6": 3.0}


def test_spaced_head_and_rows(read: Read) -> None:
    claims = read("Metric Claude Sonnet 4.6 OpenAI o3\nTime-to-first-token 0.6 s 3.1 s\nContext window 1M 200K\n")
    assert {(claim.subject.name, claim.attribute, claim.value) for claim in claims} == {
        ("Claude Sonnet 4.6", "time_to_first_token", 0.6),
        ("o3", "time_to_first_token", 3.1),
        ("Claude Sonnet 4.6", "context_window", 1e6),
        ("o3", "context_window", 200e3),
    }


def test_places_of_cells_slice_the_article(read: Read) -> None:
    text = f"Before.\n\n{TWO}\nContext Window1M tokens128K tokens\nInput price $0.10/M $0.15/M\n"
    for claim in read(text):
        assert text[claim.start : claim.end] == claim.quote


RIVALS = {
    "ModelContextInput $/1MOutput $/1MBest for": [
        "GPT-51M$1.25$10.00Latest flagship",
        "GPT-5.4 mini400K$0.75$4.50",
        "o3200K$2.00$8.00Best at sums, 87% cheaper than before",
    ],
    "Model Context Window Input (per 1M tokens) Output (per 1M tokens)": [
        "GPT-5 1M $1.25 $10.00",
        "GPT-5.4 mini 400K tokens $0.75 $4.50",
        "o3 200K $2.00 $8.00",
    ],
}


@pytest.mark.parametrize(("head", "rows"), RIVALS.items())
def test_a_model_in_each_row(head: str, rows: list[str], read: Read) -> None:
    claims = read("\n".join([head, *rows]) + "\n")
    found = {(claim.subject.name, claim.attribute): claim.value for claim in claims}
    for name, window, price, output in [("GPT-5", 1e6, 1.25, 10), ("GPT-5.4 mini", 400e3, 0.75, 4.5), ("o3", 200e3, 2, 8)]:
        assert (found[name, "context_window"], found[name, "input_price"], found[name, "output_price"]) == (window, price, output)
    assert len(found) == 9


def test_a_head_of_labels_that_nobody_uses_is_none(read: Read) -> None:
    assert not read("Model Colour Taste\nGPT-5 1M $1.25\no3 200K $2.00\n")


def test_cache_columns_gaps_and_remarks_in_parentheses(read: Read) -> None:
    claims = read(
        "# Prices per million tokens\n\nModel Input / M tokens Output / M tokens Cache write Cache read\n"
        "GPT-5 $1.25 $10.00 n/a $0.125\nOpenAI o3 $2.00 $8.00 n/a $0.50 (shared)\n"
    )
    found = {(claim.subject.name, claim.attribute): claim.value for claim in claims}
    assert found == {
        ("GPT-5", "input_price"): 1.25, ("GPT-5", "output_price"): 10, ("GPT-5", "cached_input_price"): 0.125,
        ("o3", "input_price"): 2, ("o3", "output_price"): 8, ("o3", "cached_input_price"): 0.5,
    }  # fmt: skip


def test_a_date_glued_to_a_name_and_two_prices_in_a_cell(read: Read) -> None:
    claims = read("VariantReleasedPricing (input / output per 1M)\n\nMistral Medium 32025-05-07$0.40 / $2.00\nMistral Medium 3.12025-08-12$0.40 / $2.00\n")
    for name, day in [("Mistral Medium 3", "2025-05-07"), ("Mistral Medium 3.1", "2025-08-12")]:
        said = {claim.attribute: claim.value for claim in claims if claim.subject.name == name}
        assert said == {"release_date": day, "input_price": 0.4, "output_price": 2}
