"""models.dev: its `api.json` (provider -> models), one model a line with its provider, or a line of its flat bundle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claimcheck.reference.catalogues import Quote, Row, flags, modalities, numbers

PRICES = {"input": "input_price", "output": "output_price", "cache_read": "cached_input_price"}
LIMITS = {"context": "context_window", "input": "input_limit", "output": "max_output_tokens"}
FLAGS = {"tool_call": "tool_calling", "reasoning": "reasoning", "structured_output": "structured_output"}
_FLAT_PRICES = {"cost_input": "input_price", "cost_output": "output_price", "cost_cache_read": "cached_input_price"}
_FLAT_LIMITS = {"limit_context": "context_window", "limit_input": "input_limit", "limit_output": "max_output_tokens"}


def is_api(data: Any) -> bool:
    """Whether this is `api.json`."""
    return isinstance(data, dict) and any(isinstance(one, dict) and isinstance(one.get("models"), dict) for one in data.values())


def is_line(line: dict[str, Any]) -> bool:
    """Whether this is one model of a file of lines."""
    return {"id", "provider"} <= set(line) and not {"limit", "limit_context", "cost", "extends"}.isdisjoint(line)


def api_rows(data: dict[str, Any]) -> Iterator[Row]:
    """Rows of `api.json`."""
    for provider, entry in data.items():
        for id, model in entry.get("models", {}).items():
            yield row({"id": id, "provider": provider, **model})


def row(line: dict[str, Any]) -> Row:
    """One model with its provider, nested or flat."""
    quotes = _flat(line) if "limit_context" in line else _nested(line)
    quotes += flags(line, FLAGS)
    if isinstance(line.get("knowledge"), str):
        quotes.append(Quote("knowledge_cutoff", line["knowledge"]))
    if isinstance(line.get("open_weights"), bool):
        quotes.append(Quote("open_weights", line["open_weights"]))
    if isinstance(line.get("removed"), str):  # a row kept from the history: right until then at most
        quotes = [replace(quote, until=line["removed"]) for quote in quotes]
    return Row("models.dev", str(line["provider"]), str(line["id"]), line.get("name"), tuple(quotes))


def _nested(line: dict[str, Any]) -> list[Quote]:
    cost, kinds = line.get("cost") or {}, line.get("modalities") or {}
    quotes = numbers(cost, PRICES) + numbers(line.get("limit") or {}, LIMITS)
    if isinstance(cost.get("context_over_200k"), dict):
        quotes += numbers(cost["context_over_200k"], PRICES, tier="over 200K")
    for tier in cost.get("tiers") or []:
        if isinstance(tier, dict):
            quotes += numbers(tier, PRICES, tier=f"over {_size(tier)}")
    quotes += modalities("input_modality", kinds.get("input")) + modalities("output_modality", kinds.get("output"))
    if isinstance(line.get("release_date"), str):
        quotes.append(Quote("release_date", line["release_date"]))
    return quotes


def _flat(line: dict[str, Any]) -> list[Quote]:
    quotes = numbers(line, _FLAT_LIMITS)
    for price in line.get("pricing") or []:
        start = price.get("min_context") or 0
        quotes += numbers(price, _FLAT_PRICES, tier=f"over {start // 1000}K" if start else None)
    return quotes + modalities("input_modality", line.get("input")) + modalities("output_modality", line.get("output"))


def _size(tier: dict[str, Any]) -> str:
    """The prompt size at which a tier begins: {"tier": {"type": "context", "size": 200000}}."""
    inner = tier.get("tier")
    size = inner.get("size") if isinstance(inner, dict) else None
    return f"{int(size) // 1000}K" if isinstance(size, int | float) else "a limit"
