"""A price or limit that is true of a part alone: of long prompts, of a variant that can do less. It is not shown as right where that part is not told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

_TABLE = "| Model | Input price per 1M tokens |\n|---|---|\n"


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("GPT-5.4 costs $5 per million input tokens.", ["nei"]),
        ("Gemini 2.5 Pro charges $15 per million output tokens.", ["nei"]),
        (_TABLE + "| Gemini 2.5 Pro | $2.50 |", ["nei"]),
        (_TABLE + "| Gemini 2.5 Pro | $1.25 / $2.50 |", ["supported", "supported"]),
        (_TABLE + "| Gemini 2.5 Pro | $1.25 (≤200K) / $2.50 (>200K) |", ["supported", "supported"]),
        ("Gemini 2.5 Pro, over 200K tokens:\n\n- Input: $2.50 per million tokens\n- Output: $15 per million tokens", ["supported", "supported"]),
        ("Gemini 2.5 Pro:\n\n- Input: $2.50 per million tokens\n- Output: $15 per million tokens", ["nei", "nei"]),
        ("Above 272K tokens GPT-5.4 costs $5 per million input tokens.", ["supported"]),
        ("For long prompts GPT-5.4 costs $5 per million input tokens.", ["supported"]),
        ("GPT-5.6 Sol costs $30 per million output tokens.", ["outdated"]),
        ("GPT-5.4 costs $2.50 per million input tokens.", ["supported"]),
        ("GPT-5 has a context window of 128K tokens.", ["nei"]),
        ("GPT-5 has a context window of 400K tokens.", ["supported"]),
        ("GPT-4 has a context window of 32K tokens.", ["supported"]),
    ],
)
def test_what_is_true_of_a_part_alone(text: str, verdicts: list[str], shipped: Callable[[str], list[str]]) -> None:
    assert shipped(text) == verdicts
