"""Cues look for their words before they search: that may never hide a match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.cue_words import fold, needs_of
from claimcheck.extract.cues import Cue, Cues, Whole, any_of

# Expressions of the forms that rules use: alternatives, optional parts, repeats, look-aheads, look-behinds, classes, groups, capitals.
SOURCES = (
    r"\bopen[\s-]?(?:ly\s)?(?:source|weights?)\b|\bdownloadable weights\b",
    r"(?<=\bis\s)proprietary\b|\bclosed[\s-]?source",
    r"(?P<a>JSON (?:mode|outputs?))|\b(?:tool|function)[\s-]calling",
    r"\b1/(?:\d{1,3})(?=\s(?:cost|price))|\bhalf\b|\btwice\b",
    r"(?:[kvm]\d|\d+(?:\.\d+)?%)",
    r"(?:very\s)+cheap(?:er)?(?!ly)",
    r"[✅❌]|(?:yes|no)\b",
    r"\s?\.{3,}\s?|\s[—–-]\s",
    r"(?:M|m)(?:o|O)E\b|\bRLHF\b|[A-Z]lama \d",
    r"\bcan (?-i:[A-Z])\w+|yes",
)
PIECES = st.sampled_from(
    ["open", "OPEN", "weights", "-", " ", "source", "ly", "downloadable", "is", "proprietary", "closed", "JSON", "mode", "output", "tool", "calling",
     "1/10", "12", "cost", "half", "Twice", "k3", "5%", "very", "cheap", "er", "✅", "no", "...", " — ", "MoE", "moe", "RLHF", "Llama 3", "ſource",
     "prıce", "İs", "\n", "."]
)  # fmt: skip


@pytest.mark.parametrize("source", SOURCES)
@given(pieces=st.lists(PIECES, max_size=8))
def test_a_cue_finds_what_its_expression_finds(source: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    expected = [match.span() for match in re.finditer(source, text, re.IGNORECASE)]
    cue = Cue(source)
    assert cue.may_match(fold(text)) or not expected
    assert [match.span() for match in cue.each(text, fold(text))] == expected
    assert [match.span() for match in cue.finditer(text)] == expected
    assert (cue.search(text) is not None) == bool(expected)


@given(texts=st.lists(st.lists(PIECES, max_size=6).map("".join), min_size=1, max_size=4))
def test_many_cues_together_find_what_each_finds_alone(texts: list[str]) -> None:
    cues, whole = Cues(map(Cue, SOURCES)), Whole(map(fold, texts))
    words = cues.words_in("\n".join(map(fold, texts)))
    for text in texts:
        expected = [index for index, source in enumerate(SOURCES) if re.search(source, text, re.IGNORECASE)]
        assert cues.in_text(text) == expected
        assert set(expected) <= set(cues.possible(fold(text), words)) == set(cues.possible(fold(text)))
        assert all(whole.may_match(cues.cues[index]) for index in expected)
    for cue in (cue for cue in cues.cues if "(?-i" not in cue.pattern):
        assert whole.where(cue) == [place for place, text in enumerate(texts) if re.search(cue.pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("source", "groups"),
    [
        (r"\b(?:tool|function)[\s-]calling", [{"calling"}, {"tool", "function"}]),
        (r"(?:GPU|CPU)s?\b|\bmemory", [{"gpu", "cpu", "memory"}]),
        (r"(?:\bopen(?:ly)?\s)+(?=weights)", [{"weights"}, {"open"}]),
        (r"\d+ ?%", [{"%"}]),
        (r"[τx]\s²", [{"²"}]),
        (r"(?:maybe)?\d", []),
        (r"(?<=\bis\s)[a-z]\w*", []),
        (r"vision|v\w+", []),
    ],
)
def test_words_are_those_that_every_match_holds(source: str, groups: list[set[str]]) -> None:
    assert [set(group) for group in needs_of(source)] == groups


@given(text=st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(words=st.sets(st.text("abc.-", min_size=1, max_size=5), min_size=1), text=st.text("abc.-", max_size=12))
def test_any_of_matches_what_the_longest_word_would(words: set[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert [match.span() for match in re.finditer(any_of(words), text)] == [match.span() for match in re.finditer(plain, text)]
