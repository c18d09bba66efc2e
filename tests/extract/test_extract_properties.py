"""What holds for every text: quotes are the article's own words, the same input gives the same claims, nothing raises."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.attributes import ALL
from claimcheck.terms import Article, Claim, Unchecked

Reading = tuple[Article, tuple[Claim, ...], tuple[Unchecked, ...]]

NAMES = ["GPT-4o", "GPT-4o mini", "Claude 3.5 Sonnet", "the mini", "Sonnet", "Llama 3.1 405B", "Gemini 1.5 Pro", "Halden 2", "it", "both models"]
VERBS = ["has", "costs", "supports", "was released on", "scores", "does not support", "reportedly has", "is cheaper than", ":", "|", "vs."]
VALUES = ["128K", "$2.50", "$0.15/1M", "82%", "May 13, 2024", "405B", "2x", "1M+", "text and images", "half", "3-6", "10⁶", "½", "𝟝", "$", "%", "1e9"]
NOUNS = [
    "context window",
    "per million input tokens",
    "parameters",
    "on MMLU",
    "output tokens",
    "knowledge cutoff",
    "\n\n",
    "\n- ",
    "\n| ",
    " |\n|---|\n",
    "# ",
]
MARKS = ["**", "`", "[", "](x)", "<b>", "</td>", "\\", "&amp;", "\u200b", "\u00a0", "é", "🙂", "\r\n", "\t", "---", "```\n", "（", "'s", "’s", "\x00", "\u202e"]

words = st.lists(st.sampled_from(NAMES + VERBS + VALUES + NOUNS + MARKS), max_size=30).map(" ".join)
glued = st.lists(st.sampled_from(NAMES + VERBS + VALUES + NOUNS + MARKS), max_size=20).map("".join)
formats = st.sampled_from(["markdown", "plain", "html"])
relaxed = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def sound(reading: Reading) -> None:
    """Offsets, lines and values of all that was read are as the contract says."""
    article, claims, unchecked = reading
    assert list(claims) == sorted(claims, key=lambda claim: (claim.start, claim.end))
    for claim in claims:
        assert claim.quote == article.text[claim.start : claim.end] != ""
        assert claim.attribute in ALL
        assert claim.op in {"=", "~", "<=", ">="}
        assert claim.stance in {"asserted", "hedged", "planned", "undisclosed"}
        assert (claim.line, claim.column) == _position(article.text, claim.start)
        assert claim.subject.name
        assert (claim.value is None) <= (claim.stance == "undisclosed" or ALL[claim.attribute].compare == "model")
        if ALL[claim.attribute].compare == "date":
            assert isinstance(claim.value, str)
        if ALL[claim.attribute].compare in {"ratio", "order"}:
            assert claim.other is not None
            assert claim.base
    for unread in unchecked:
        assert unread.place.quote == article.text[unread.place.start : unread.place.end] != ""
        assert unread.reason


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


@relaxed
@given(words, formats)
def test_word_soup(reading: Callable[..., Reading], text: str, format: str) -> None:
    sound(reading(text, format))


@relaxed
@given(glued, formats)
def test_glued_soup(reading: Callable[..., Reading], text: str, format: str) -> None:
    sound(reading(text, format))


@relaxed
@given(st.text(max_size=300), formats)
def test_any_text(reading: Callable[..., Reading], text: str, format: str) -> None:
    sound(reading(text, format))


@relaxed
@given(words, formats)
def test_same_input_same_output(reading: Callable[..., Reading], text: str, format: str) -> None:
    assert reading(text, format)[1:] == reading(text, format)[1:]


@pytest.mark.parametrize("filler", ["An evening in the country. ", "We walked on, and it rained. "])
def test_text_around_moves_nothing_but_offsets(reading: Callable[..., Reading], filler: str) -> None:
    text = "GPT-4o has a context window of 128,000 tokens and costs $2.50 per million input tokens."
    bare, wrapped = reading(text)[1], reading(f"{filler}\n\n{text}\n\n{filler}")[1]
    assert [(c.subject.name, c.attribute, c.value) for c in bare] == [(c.subject.name, c.attribute, c.value) for c in wrapped]
    assert {wide.start - narrow.start for narrow, wide in zip(bare, wrapped, strict=True)} == {len(filler) + 2}


STRANGE = {
    "a number of 300 digits": "GPT-4o has " + "9" * 300 + " parameters",
    "3000 names": "GPT-4o " * 3000,
    "2000 cells": "| GPT-4o " * 2000,
    "3000 items": "- " * 3000 + "GPT-4o",
    "500 quotes": "> " * 500 + "GPT-4o: 128K",
    "5000 brackets": "(" * 5000 + "GPT-4o costs $5",
    "3000 number words": "one " * 3000 + "million tokens for GPT-4o",
    "3000 prices": "GPT-4o " + "$1/" * 3000,
    "one long word": "a" * 100_000,
}


@pytest.mark.parametrize("name", STRANGE)
def test_large_and_strange_texts_end(reading: Callable[..., Reading], name: str) -> None:
    sound(reading(STRANGE[name]))


# One paragraph of up to 200 KB each; all end in a second or two where work grows with the length, not with its square.
HOSTILE = {
    "priced names": "GPT-4o costs $5 " * 10_000,
    "slashed prices": "$1/" * 30_000,
    "dots": "a." * 50_000,
    "brackets": "(" * 50_000,
    "words": "lorem ipsum dolor context model " * 6_250,
    "names": "GPT-4o " * 20_000,
    "unknown names": "Foo-1 Pro " * 15_000,
    "percentages": "MMLU 82% " * 20_000,
    "marks": ":" * 50_000,
    "quotation marks": '"' * 60_000,
    "relations": "GPT-4o is 2x cheaper than GPT-4 and " * 5_000,
    "comparatives": "cheaper " * 20_000 + "than GPT-4o",
    "vendors": "OpenAI released GPT-4o " * 7_000,
    "denials": "GPT-4o not open-source and " * 6_000,
    "sizes": "Llama 3 (" + "8B, " * 30_000 + ")",
    "dates": "May 13, 2024 " * 12_000,
    "sentences": "GPT-4o has 128K context. It costs $5. " * 5_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_linear_time(reading: Callable[..., Reading], name: str) -> None:
    begun = time.process_time()
    reading(HOSTILE[name])
    assert time.process_time() - begun < 10


def test_a_number_beyond_floats(reading: Callable[..., Reading]) -> None:
    sound(reading("GPT-4o has " + "9" * 5000 + " parameters"))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("GPT-4o mini costs $0.42.", "$0.42"),
        ("GPT-4o has 64,000 tokens of something.", "64,000"),
        ("GPT-4o has 128K.", "128K"),
        ("GPT-4o got 88.7%.", "88.7%"),
    ],
)
def test_numbers_beside_a_model_are_listed_when_unread(reading: Callable[..., Reading], text: str, quote: str) -> None:
    _, claims, unchecked = reading(text)
    assert claims == ()
    assert [unread.place.quote for unread in unchecked] == [quote]
