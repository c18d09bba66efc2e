"""Read a catalogue whatever its format: a path or URL comes in, its rows go out; the content says which format it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.reference.catalogues import Row, genai_prices, litellm, models_dev

_LIMIT = 100_000_000  # bytes
_KNOWN = "models.dev api.json, LiteLLM model_prices_and_context_window.json, genai-prices data.json, or one model a line"


def read(source: str) -> list[Row]:
    """All rows of a catalogue in a file or behind a URL. Raises UsageError (one line) when it is none that we know."""
    data = _bytes(source)
    try:
        return list(_rows(_parsed(data)))
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise UsageError(f"{source}: neither JSON nor JSON lines; expected {_KNOWN}") from None
    except (KeyError, TypeError, AttributeError, ValueError):
        raise UsageError(f"{source}: JSON, but no catalogue that I know; expected {_KNOWN}") from None


def _bytes(source: str) -> bytes:
    if source.startswith(("https://", "http://")):
        from urllib.request import Request, urlopen

        try:
            with urlopen(Request(source, headers={"User-Agent": "claimcheck"}), timeout=30) as answer:
                data: bytes = answer.read(_LIMIT + 1)
        except OSError as error:
            raise UsageError(f"{source}: cannot be fetched: {error}") from None
    else:
        path = Path(source)
        if not path.is_file():
            raise UsageError(f"{source}: there is no such file")
        data = path.read_bytes()
    if len(data) > _LIMIT:
        raise UsageError(f"{source}: larger than {_LIMIT // 1_000_000} MB, that is no catalogue")
    return data


def _parsed(data: bytes) -> Any:
    """The JSON value, or the list of the values of all lines."""
    text = data.decode("utf-8-sig")
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def _rows(data: Any) -> Iterable[Row]:
    if models_dev.is_api(data):
        return models_dev.api_rows(data)
    if litellm.is_prices(data):
        return litellm.rows(data)
    if genai_prices.is_data(data):
        return genai_prices.data_rows(data)
    return _lines(data if isinstance(data, list) else [data])


def _lines(data: list[Any]) -> Iterator[Row]:
    if not data:
        raise ValueError("empty")
    for line in data:
        if genai_prices.is_line(line):
            yield genai_prices.row(line)
        elif models_dev.is_line(line):
            yield models_dev.row(line)
        else:
            raise ValueError("another format")
