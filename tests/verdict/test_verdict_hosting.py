"""Prices that somebody else may ask, or that nobody asked in dollars: they are left open, never called wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

_TABLE = "| Model | Input price per 1M tokens |\n|---|---|\n"


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("GLM-5.2 costs $1.30 per million input tokens.", ["refuted"]),
        ("GLM-5.2 costs $1.30 per million input tokens. It is on OpenRouter too.", ["nei"]),
        ("GPT-5 costs $1.30 per million input tokens. It is on OpenRouter too.", ["refuted"]),
        ("GPT-5 costs $1.25 per million input tokens. It is on OpenRouter too.", ["supported"]),
        (_TABLE + "| Mistral 7B | $0.00 |", ["nei"]),
        (_TABLE + "| GPT-5 | $0.00 |", ["refuted"]),
        (_TABLE + "| DeepSeek V4 Pro | ¥3 (~$0.21) |", ["nei"]),
        (_TABLE + "| DeepSeek V4 Pro | $0.21 |", ["refuted"]),
        (_TABLE + "| GPT-5 | $9.00 |\n| o3 | $2.00 |", ["refuted", "supported"]),
        (_TABLE + "| GPT-5 (est.) | $9.00 |\n| o3 | $2.00 |", ["nei", "supported"]),
        (_TABLE + "| GPT-5 (List) | $9.00 |\n| o3 | $2.00 |", ["nei", "supported"]),
        ("The enterprise tier of GPT-5 can exceed $50 per million output tokens.", ["nei"]),
        ("GPT-4o costs $0.003 per 1K input tokens.", ["nei"]),
        ("GPT-4o costs $0.004 per 1K input tokens.", ["refuted"]),
    ],
)
def test_prices_of_others_are_left_open(text: str, verdicts: list[str], shipped: Callable[[str], list[str]]) -> None:
    assert shipped(text) == verdicts
