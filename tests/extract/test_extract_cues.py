"""Cues look for their words before they search: that may never hide a match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract import capabilities, comparisons, features, licences, modality_words, openness, reasoners, weights_of
from claimcheck.extract.capability_words import CAPABILITY
from claimcheck.extract.cue_words import fold, needs_of
from claimcheck.extract.cues import Cue, Cues, Whole, any_of
from claimcheck.extract.lexicon import Lexicon
from claimcheck.extract.phrases import PLANNED

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
    cues, lexicon = Cues(map(Cue, SOURCES)), Lexicon()
    whole = Whole(list(map(fold, texts)), lexicon)
    for text in texts:
        expected = [index for index, source in enumerate(SOURCES) if re.search(source, text, re.IGNORECASE)]
        assert cues.in_text(text) == expected
        assert set(expected) <= set(cues.possible(fold(text)))
        assert all(whole.may_match(cues.cues[index]) for index in expected)
    learned = Whole(list(map(fold, texts)), lexicon)
    for cue in (cue for cue in cues.cues if "(?-i" not in cue.pattern):
        assert whole.where(cue) == learned.where(cue) == [place for place, text in enumerate(texts) if re.search(cue.pattern, text, re.IGNORECASE)]


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


@given(text=st.lists(PIECES, max_size=8).map("".join))
def test_a_learned_text_may_match_what_matches_in_it(text: str) -> None:
    cues, lexicon = list(map(Cue, SOURCES)), Lexicon()
    for cue in cues:
        lexicon.ask(cue)
    lexicon.learn()
    bits = lexicon.bits(fold(text))
    matching = [cue for cue in cues if re.search(cue.pattern, text, re.IGNORECASE)]
    assert all(bits & lexicon.needs[cue] == lexicon.needs[cue] for cue in matching)
    either = lexicon.any_of([cue for cue in cues if lexicon.needs[cue]])
    assert either is None or bits & either or not any(lexicon.needs[cue] for cue in matching)


def test_whatever_a_sentence_without_a_name_may_tell_is_among_the_words_that_it_is_looked_through_for() -> None:
    rooms = (capabilities, openness, licences, reasoners, weights_of, features)
    told = {cue.pattern for cue in (*features.CUES, modality_words.WORD, comparisons.PLAIN)}
    of_labels = {capabilities._TOOLS.pattern}
    found = {value.pattern for room in rooms for value in vars(room).values() if isinstance(value, Cue) and value is not PLANNED}
    assert found - of_labels - {CAPABILITY.pattern} <= told
