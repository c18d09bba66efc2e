"""genai-prices: its data.json (a list of providers with their models), or one model a line with its provider.

Prices are USD per 1M tokens, plain or by prompt size; a list of prices has start dates or hours of the day, of which the
last one that applies wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.reference.catalogues import Quote, Row, number

_PRICES = {"input_mtok": "input_price", "output_mtok": "output_price", "cache_read_mtok": "cached_input_price"}
_BATCH = {"input_mtok": "batch_input_price", "output_mtok": "batch_output_price"}


def is_data(data: Any) -> bool:
    """Whether this is `data.json`."""
    return isinstance(data, list) and bool(data) and all(isinstance(one, dict) and isinstance(one.get("models"), list) for one in data)


def is_line(line: dict[str, Any]) -> bool:
    """Whether this is one model of a file of lines."""
    return "prices" in line and "match" in line


def data_rows(data: list[dict[str, Any]]) -> Iterator[Row]:
    """Rows of `data.json`."""
    for provider in data:
        for model in provider["models"]:
            yield row({"provider": provider.get("id", ""), **model})


def row(line: dict[str, Any]) -> Row:
    """One model with its provider."""
    prices = line.get("prices")
    quotes = _dated(prices, _PRICES) if isinstance(prices, list) else _table(prices, _PRICES, {})
    for variant in line.get("price_variants") or []:
        if (variant.get("when") or {}).get("processing") == "batch":
            since = (variant.get("constraint") or {}).get("start_date")
            quotes += _table(variant.get("prices"), _BATCH, {"since": since})
    context = number(line.get("context_window"))
    if context is not None:
        quotes.append(Quote("context_window", context))
    return Row("genai-prices", str(line["provider"]), str(line["id"]), line.get("name"), tuple(quotes))


def _dated(prices: list[Any], fields: dict[str, str]) -> list[Quote]:
    """Prices with their days: each holds until the next start date. Hours of the day are a tier."""
    entries = [entry for entry in prices if isinstance(entry, dict)]
    starts = sorted({start for entry in entries if (start := _start(entry)) is not None})
    quotes: list[Quote] = []
    for entry in entries:
        constraint, start = entry.get("constraint") or {}, _start(entry)
        timed = "start_time" in constraint or ("start_date" not in constraint and bool(constraint))
        until = next((day for day in starts if start is None or day > start), None)
        days = {} if timed else {"since": start, "until": until}
        quotes += _table(entry.get("prices"), fields, {**days, "tier": "time of day" if timed else None})
    return quotes


def _start(entry: dict[str, Any]) -> str | None:
    start = (entry.get("constraint") or {}).get("start_date")
    return str(start) if start else None


def _table(prices: Any, fields: dict[str, str], more: dict[str, Any]) -> list[Quote]:
    quotes: list[Quote] = []
    for field, attribute in fields.items():
        price = prices.get(field) if isinstance(prices, dict) else None
        if isinstance(price, dict):
            for tier in price.get("tiers") or []:
                quotes += _quote(attribute, tier.get("price"), {**more, "tier": f"over {int(tier.get('start', 0)) // 1000}K"})
            price = price.get("base")
        quotes += _quote(attribute, price, more)
    return quotes


def _quote(attribute: str, price: Any, more: dict[str, Any]) -> list[Quote]:
    value = number(price)
    return [Quote(attribute, value, **more)] if value is not None else []
