"""Names: which writings mean the same model, which never do, and what an article's short forms stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.reference.names import key, key_of, parts
from claimcheck.terms import Claim

SAME = [
    ("GPT-4o mini", "gpt-4o-mini", "GPT 4o Mini", "OpenAI GPT-4o mini", "GPT-4o-Mini", "GPT‑4o mini"),
    ("Claude Sonnet 4", "Claude 4 Sonnet", "claude-sonnet-4", "Anthropic Claude 4 Sonnet"),
    ("Claude 3.5 Sonnet", "claude-3-5-sonnet", "Claude 3.5-Sonnet"),
    ("Llama 3.1 70B", "Llama-3.1-70B", "Llama-3.1-70B-Instruct", "Meta Llama 3.1 70B"),
    ("Gemini 2.5 Pro", "gemini-2.5-pro", "Google Gemini 2.5 Pro"),
    ("DeepSeek V3", "deepseek-v3", "DeepSeek-V3", "DeepSeek V 3"),
    ("Mixtral 8x7B", "mixtral-8x7b", "Mixtral-8x7B-Instruct"),
    ("deepseek-chat", "DeepSeek-Chat", "deepseek/deepseek-chat"),
    ("Llama 2 70B Chat", "Llama 2 70B"),
]
DIFFERENT = [
    ("GPT-4o", "GPT-4o mini"),
    ("GPT-4o", "GPT-4"),
    ("GPT-4", "GPT-4 Turbo"),
    ("GPT-4.1", "GPT-4"),
    ("GPT-4.1 mini", "GPT-4.1 nano"),
    ("o1", "o1-mini"),
    ("o1", "o3"),
    ("Claude 3 Opus", "Claude 3 Sonnet"),
    ("Claude 3.5 Sonnet", "Claude 3.7 Sonnet"),
    ("Claude Opus 4", "Claude Opus 4.1"),
    ("Llama 3.1 70B", "Llama 3.1 405B"),
    ("Llama 3 70B", "Llama 3.1 70B"),
    ("Llama 3.1", "Llama 3.1 8B"),
    ("Gemini 1.5 Pro", "Gemini 1.5 Flash"),
    ("DeepSeek V3", "DeepSeek V3.1"),
    ("DeepSeek V3", "DeepSeek R1"),
    ("Mixtral 8x7B", "Mixtral 8x22B"),
    ("Qwen2.5 72B", "Qwen2 72B"),
    ("deepseek-chat", "DeepSeek"),
    ("deepseek-chat", "deepseek-reasoner"),
]


@pytest.mark.parametrize("group", SAME, ids=lambda group: group[0])
def test_one_model_in_many_writings(group: tuple[str, ...]) -> None:
    assert len({key(name) for name in group}) == 1, [parts(name) for name in group]


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_two_models(left: str, right: str) -> None:
    assert key(left) != key(right)


@pytest.mark.parametrize("name", [name for group in SAME for name in group])
def test_key_is_made_of_the_parts(name: str) -> None:
    assert key(name) == key_of(parts(name))


# The subject of the one context window that each text states.
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("GPT-4o-mini has a 128K context window.", "GPT-4o mini"),
        ("GPT 4o Mini has a 128K context window.", "GPT-4o mini"),
        ("`gpt-4o-mini-2024-07-18` has a 128K context window.", "GPT-4o mini"),
        ("GPT-4o is large. 4o mini has a 128K context window.", "GPT-4o mini"),
        ("Claude 4 Sonnet has a 200K context window.", "Claude Sonnet 4"),
        ("Claude's 3.5 Sonnet has a 200K context window.", "Claude 3.5 Sonnet"),
        ("I like Claude 3 Haiku. The Haiku has a 200K context window.", "Claude 3 Haiku"),
        ("Llama-3.1-70B-Instruct has a 128K context window.", "Llama 3.1 70B"),
        ("**GPT-4o** mini has a 128K context window.", "GPT-4o mini"),
        ("Claude 4.1 Sonnet has a 200K context window.", "Claude 4.1 Sonnet"),
        ("GPT-4.0 has an 8K context window.", "GPT-4.0"),
        ("Llama 3.1 300B has a 128K context window.", "Llama 3.1 300B"),
        ("GPT-4o came in May. This model has a 128K context window.", "GPT-4o"),
        ("GPT-4o came in May. Its context window is 128K.", "GPT-4o"),
    ],
)
def test_subject(text: str, name: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    found = [claim.subject.name for claim in read(text) if claim.attribute == "context_window"]
    assert found == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Claude 4.1 Sonnet",
        "GPT-4o nano",
        "Llama 3.1 300B",
        "Claude Opus 4.9",
        "GPT-7",
        "Gemini 2.5 Mega",
    ],
)
def test_a_model_that_does_not_exist_is_no_other(name: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    found = [claim.subject for claim in read(f"{name} has a context window of 128K tokens.") if claim.attribute == "context_window"]
    assert [subject.id for subject in found] == [None] * len(found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Claude 3 Opus/Sonnet/Haiku have a context window of 200K tokens.", ["Claude 3 Haiku", "Claude 3 Opus", "Claude 3 Sonnet"]),
        ("Llama 3.1 8B, 70B, and 405B have a context window of 128K tokens.", ["Llama 3.1 405B", "Llama 3.1 70B", "Llama 3.1 8B"]),
        ("## GPT-4o vs. GPT-4o mini\n\nBoth models have a context window of 128K tokens.", ["GPT-4o", "GPT-4o mini"]),
        ("GPT-4o and GPT-4o mini are siblings. The two models have a context window of 128K tokens.", ["GPT-4o", "GPT-4o mini"]),
    ],
)
def test_several_subjects(text: str, names: list[str], read: Callable[[str], tuple[Claim, ...]]) -> None:
    assert sorted(claim.subject.name for claim in read(text) if claim.attribute == "context_window") == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SantaCoder2 15B reads 16,384 tokens.", "SantaCoder2 15B"),
        ("Cerebras-GPT was trained on 402 billion tokens.", "Cerebras-GPT"),
        ("Koala 2 has 13 billion parameters.", "Koala 2"),
        ("Persimmon XXL has 11 billion parameters.", "Persimmon XXL"),
        ("Claude 3 Opus came first. MiniGPT has 24 billion parameters.", "MiniGPT"),
        ("GPT-4o costs money. Luminous 1 has 1.55 billion parameters.", "Luminous 1"),
    ],
)
def test_a_model_that_the_reference_lacks_takes_what_is_its_own(text: str, name: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    assert [claim.subject.name for claim in read(text)] == [name]


@pytest.mark.parametrize(
    "text", ["Gemini 2.5 Pro can whisper in 24 languages.", "An inflection point at 70 billion parameters.", "A trinity of 3 billion parameters."]
)
def test_words_of_every_day_are_no_names(text: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    assert not {claim.subject.name for claim in read(text)} - {"Gemini 2.5 Pro"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gemini 2.5 Flash Image", "Gemini 2.5 Flash Image"),
        ("Gemini 2.5 Flash Native Audio", "Gemini 2.5 Flash Native Audio"),
        ("GPT-4o Image Generator", "GPT-4o Image Generator"),
        ("GPT-4o Transcribe", "GPT-4o Transcribe"),
        ("GPT-4o", "GPT-4o"),
    ],
)
def test_a_name_for_another_use_is_another_model(text: str, name: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    assert [claim.subject.name for claim in read(f"{text} was released in August 2025.")] == [name]
