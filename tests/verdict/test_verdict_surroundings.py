"""What stands around a claim: names far away, families, machines, quantised copies, laboratories and bills accuse nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.terms import Checked

_MUCH = "\n\n".join(f"## Part {n}\n\nThe harvest was good that year." for n in range(3))
OPEN = {
    "named pages before": f"{_MUCH}\n\n## News\n\nZork 1 is out.\n\n{_MUCH}\n\n## Files\n\nNotes:\n\n- context window of 900K tokens",
    "room on a machine": "With 24 GB of VRAM, Zork 1 at Q4_K_M runs with 16K context to spare.",
    "a setting": "- `ZORK_MODEL`: Zork 1\n- `ZORK_MAX_TOKENS`: Maximum output tokens of Zork 1 (default: 512)",
    "a quantised copy": "| Zork build (GGUF Q4_K_M) | MMLU |\n|---|---|\n| Zork 1 mini | 61% |",
    "a laboratory's own runs": "We introduce Plonk, a small model of ours.\n\nZork 1 mini scores 61% on MMLU.",
    "the page's own licence": "# Notes on Zork 1\n\nZork 1 is out.\n\n---\n\n*Last updated: May 2024*\n\n*License: MIT*",
    "a list of something else": "## Tools\n\nBrix is a terminal tool that:\n- Works with many models (Zork 1, say)\n- Supports voice input",
    "what others do around it": "If Zork 1 is good enough at reasoning, and the canvas can handle video on the fly, the argument weakens.",
    "news of another": "Zork 1 came with a dense release that expands both NLP and speech capabilities.",
    "the run of a test": "Running the same test on Zork 1 mini costs about 90x less than Zork 1.",
    "no licence": "| Name | License |\n|---|---|\n| Zork 1 | public web API |",
}
FIRM = [
    "Zork 1 has a context window of 900K tokens.",
    "Zork 1 accepts video.",
    "Zork 1 takes text, images and audio.",
    "Zork 1 is the flagship. It can watch videos too.",
    "| Name | Modalities |\n|---|---|\n| Zork 1 | Video |",
    "On our GPU it is nice that Zork 1 has a context window of 16K tokens.",
    "Plonk is a small model.\n\nZork 1 mini scores 61% on MMLU.",
]


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN.keys())
def test_what_may_be_read_otherwise_accuses_nobody(check: Callable[..., Checked], text: str) -> None:
    assert "refuted" not in [f.verdict for f in check(text).findings]


@pytest.mark.parametrize("text", FIRM)
def test_what_may_not_does(check: Callable[..., Checked], text: str) -> None:
    assert "refuted" in [f.verdict for f in check(text).findings]
