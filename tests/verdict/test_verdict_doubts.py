"""What only the whole article shows: accusations against a number beside the right one, and families of which only a retired member agrees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.terms import Checked

BESIDE = [
    "Zork 1 costs $2.50 per million input tokens, and $7 per million input tokens elsewhere.",
    "| Item | Zork 1 |\n|---|---|\n| Input price | $2.50 per 1M tokens ($7 per 1M tokens at night) |",
    "Zork 1 mini scores 82% on MMLU, with another 61% on MMLU in Welsh.",
]
APART = [
    "Zork 1 costs $2.50 per million input tokens. It really is so.\n\nElsewhere they write that Zork 1 costs $7 per million input tokens.",
    "Zork 1 costs $2.50 per million input tokens and $7 per million output tokens.",
]

NAMELESS = [  # sentences that may speak of anybody, below one that names a model
    "Whole books fit: a 900K token context window is rare.",
    "Nothing in the world writes an output of up to 700K tokens.",
]


@pytest.mark.parametrize("text", NAMELESS)
def test_a_sentence_without_a_name_accuses_nobody(check: Callable[..., Checked], text: str) -> None:
    found = check(f"Zork 1 is out. It is quick.\n\n{text}").findings
    assert [(f.verdict, f.reason) for f in found] == [("nei", "ambiguous")]
    assert "names no model" in found[0].message


def test_it_does_where_another_says_the_same_by_name(check: Callable[..., Checked]) -> None:
    found = check(f"Zork 1 has a context window of 900K tokens. It is quick.\n\n{NAMELESS[0]}").findings
    assert [f.verdict for f in found] == ["refuted", "refuted"]


@pytest.mark.parametrize("text", BESIDE)
def test_a_number_beside_the_right_one_accuses_nobody(check: Callable[..., Checked], text: str) -> None:
    found = check(text).findings
    assert [f.verdict for f in found] == ["supported", "nei"]
    assert found[1].reason == "ambiguous"
    assert "rightly" in found[1].message
    assert found[1].suggestion is None


@pytest.mark.parametrize("text", APART)
def test_in_another_sentence_or_of_another_thing_it_does(check: Callable[..., Checked], text: str) -> None:
    assert [f.verdict for f in check(text).findings] == ["supported", "refuted"]


def test_a_family_is_not_right_by_a_member_that_the_article_does_not_mean(check: Callable[..., Checked]) -> None:
    found = check("Quill 2 70B has a context window of 64K tokens.\n\nFor Quill 2 the window is 64K tokens.").findings
    assert found[0].verdict == "refuted"
    assert all(f.verdict != "supported" for f in found)


def test_a_price_of_a_tier_is_not_wrong_by_the_plain_one(check: Callable[..., Checked]) -> None:
    found = check("| Model | Input |\n|---|---|\n| Zork 1 (>64K tokens) | $7 per 1M tokens |\n| Zork 1 | $8 per 1M tokens |").findings
    assert [(f.claim.condition, f.verdict) for f in found] == [(">64K tokens", "nei"), (None, "refuted")]


def test_a_number_after_versus_without_a_name_accuses_nobody(check: Callable[..., Checked]) -> None:
    found = check("# Zork 1 or Quill 2 70B\n\nZork 1 has the edge: a 128K token context window versus 64K, which still holds a novel.").findings
    assert found[0].verdict == "supported"
    assert "refuted" not in [f.verdict for f in found]


def test_a_price_of_another_edition_is_not_wrong_by_the_plain_one(check: Callable[..., Checked]) -> None:
    found = check("## Zork 1\n\n| Spec | Value |\n|---|---|\n| Cost (Lightning) | $8 per 1M input tokens |\n| Cost | $9 per 1M input tokens |").findings
    assert [f.verdict for f in found] == ["nei", "refuted"]


ELSEWHERE = [
    "A tool by others is new. It comes with a board for audio input and it is cheap.",
    "A voice app was renewed. Its dictionary is in step across devices, audio input gets its own settings.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_it_after_words_for_something_else_accuses_nobody(check: Callable[..., Checked], text: str) -> None:
    found = check(f"# Zork 1 and other news\n\nZork 1 is out.\n\n## Tools\n\n{text}").findings
    assert all(f.verdict != "refuted" for f in found)


def test_who_made_a_tool_is_not_held_against_the_only_model(check: Callable[..., Checked]) -> None:
    found = check("# Helpers\n\nMost run on Zork 1.\n\n## Scribe, the writer\n\n**Made by:** Microsoft\n\nIt is good.").findings
    assert all(f.verdict != "refuted" for f in found)
