"""LiteLLM's model_prices_and_context_window.json: key -> prices in USD per one token, input limits, flags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.reference.catalogues import Quote, Row, flags, modalities, number

_PRICES = {
    "input_cost_per_token": "input_price",
    "output_cost_per_token": "output_price",
    "cache_read_input_token_cost": "cached_input_price",
    "input_cost_per_token_batches": "batch_input_price",
    "output_cost_per_token_batches": "batch_output_price",
}
_TIERS = {"_above_128k_tokens": "over 128K", "_above_200k_tokens": "over 200K", "_above_272k_tokens": "over 272K"}
_FLAGS = {
    "supports_function_calling": "tool_calling",
    "supports_reasoning": "reasoning",
    "supports_response_schema": "structured_output",
    "supports_prompt_caching": "prompt_caching",
    "supports_computer_use": "computer_use",
}
_MODES = (None, "chat", "completion", "responses")


def is_prices(data: Any) -> bool:
    """Whether this is LiteLLM's file."""
    return isinstance(data, dict) and any(isinstance(one, dict) and "litellm_provider" in one for one in data.values())


def rows(data: dict[str, Any]) -> Iterator[Row]:
    """Rows of the file; its first entry is a sample that describes the fields."""
    for key, entry in data.items():
        if key != "sample_spec" and isinstance(entry, dict) and entry.get("mode") in _MODES:
            yield _row(key, entry)


def _row(key: str, entry: dict[str, Any]) -> Row:
    quotes = _prices(entry)
    limits = (("max_input_tokens", "context_window"), ("max_output_tokens", "max_output_tokens"))
    for field, attribute in limits:
        value = number(entry.get(field))
        if value is not None:
            quotes.append(Quote(attribute, value))
    quotes += modalities("input_modality", entry.get("supported_modalities"))
    quotes += modalities("output_modality", entry.get("supported_output_modalities"))
    quotes += flags(entry, _FLAGS)
    if isinstance(entry.get("deprecation_date"), str):
        quotes.append(Quote("retirement_date", entry["deprecation_date"]))
    return Row("LiteLLM", str(entry.get("litellm_provider", "")), key, None, tuple(quotes))


def _prices(entry: dict[str, Any]) -> list[Quote]:
    quotes = []
    for field, attribute in _PRICES.items():
        for ending, tier in {"": None, **_TIERS}.items():
            value = number(entry.get(field + ending))
            if value is not None:
                quotes.append(Quote(attribute, float(f"{value * 1e6:.9g}"), tier=tier))
    return quotes
