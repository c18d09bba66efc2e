"""A dated id is judged by what is known of it: another dated id's figure neither supports nor, where nothing else is known, refutes."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("gpt-4o-2024-05-13 costs $5 per million input tokens.", ["supported"]),
        ("gpt-4o-2024-08-06 costs $5 per million input tokens.", ["refuted"]),
        ("gpt-4o-2024-08-06 costs $2.50 per million input tokens.", ["supported"]),
        ("GPT-4o costs $5 per million input tokens.", ["outdated"]),
        ("GPT-4o was released on November 20, 2024.", ["nei"]),
        ("The refreshed GPT-4o, out on November 20, 2024, is better.", ["supported"]),
        ("GPT-4o was released on May 13, 2024.", ["supported"]),
        ("DeepSeek V3 came out in March 2025.", ["nei"]),
        ("GPT-3.5 was released in November 2022.", ["nei"]),
        ("GPT-3.5 Turbo was released in November 2022.", ["refuted"]),
        ("### gpt-3.5-turbo-16k\n\n- **Release date**: 2023-06-13", ["nei"]),
        ("- **GPT-4o**: the newest model (May 2023)", ["nei"]),
        ("Gemini 3 Pro reached 54% on ARC-AGI-2 through a refinement of its answers.", ["nei"]),
        ("Gemini 3 Pro reached 54% on ARC-AGI-2.", ["refuted"]),
        ("Gemini 1.5 Pro scores 71.9% on HumanEval.", ["outdated"]),  # the figure of February 2024, which a rival's table quotes
        ("Gemini 3 was released on December 4, 2025.", ["nei"]),
        ("Gemini 3 was released on November 18, 2025.", ["supported"]),
        ("| Model | Batch input | Batch output |\n|---|---|---|\n| gpt-4o-2024-08-06 | $1.25 | $7.50 |", ["supported", "refuted"]),
        ("| Model | Batch input | Batch output |\n|---|---|---|\n| gpt-4o-2024-05-13 | $2.50 | $7.50 |", ["supported", "supported"]),
        ("| Model | Batch input | Batch output |\n|---|---|---|\n| gpt-4o | $2.50 | $7.50 |", ["outdated", "outdated"]),
    ],
)
def test_a_dated_id_is_judged_by_its_own_figures(text: str, verdicts: list[str], shipped: Callable[[str], list[str]]) -> None:
    assert shipped(text) == verdicts
