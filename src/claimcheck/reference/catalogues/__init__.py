"""Public catalogues of models in their own formats: a file or URL comes in, rows of quoted values go out.

`read.read` is the way in. Each format is one file with one function `rows`; what they share is here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Quoted = float | str | bool | tuple[str, ...]

# Who sells through a provider of a catalogue as the maker of the model: names in all catalogues -> our developer folder.
FIRST_PARTY = {
    "openai": "openai", "text-completion-openai": "openai", "anthropic": "anthropic", "google": "google", "gemini": "google",
    "mistral": "mistral", "codestral": "mistral", "xai": "xai", "x-ai": "xai", "deepseek": "deepseek", "alibaba": "alibaba",
    "dashscope": "alibaba", "cohere": "cohere", "cohere_chat": "cohere", "amazon_nova": "amazon", "moonshot": "moonshot",
    "moonshotai": "moonshot", "zai": "zhipu", "zhipuai": "zhipu", "minimax": "minimax", "llama": "meta", "meta_llama": "meta",
    "meta": "meta", "perplexity": "perplexity", "ai21": "ai21", "xiaomi": "xiaomi", "stepfun": "stepfun", "nvidia": "nvidia",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """One value as a catalogue gives it, in our units; `tier` names what it is limited to, since and until its days."""

    attribute: str
    value: Quoted
    tier: str | None = None
    since: str | None = None
    until: str | None = None
    capability: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One model of a catalogue. `developer` is our folder for its maker, None when a host or gateway sells it."""

    catalogue: str
    provider: str
    id: str
    name: str | None
    quotes: tuple[Quote, ...]

    @property
    def developer(self) -> str | None:
        """Our developer folder when the provider sells its own models."""
        return FIRST_PARTY.get(self.provider)


def number(value: Any) -> float | None:
    """A number that says something: catalogues write 0 for "free" and for "not known" alike."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None


def numbers(table: Mapping[str, Any], fields: Mapping[str, str], **more: Any) -> list[Quote]:
    """Quotes for each field of a table that holds a number: {their field: our attribute}."""
    found = ((attribute, number(table.get(field))) for field, attribute in fields.items())
    return [Quote(attribute, value, **more) for attribute, value in found if value is not None]


def modalities(attribute: str, listed: object) -> list[Quote]:
    """A quote for a list of modalities in words that we know; none for anything else."""
    known = ("text", "image", "audio", "video", "pdf")
    if not isinstance(listed, list) or not listed or not all(word in known for word in listed):
        return []
    return [Quote(attribute, tuple(word for word in known if word in listed))]


def flags(table: Mapping[str, Any], fields: Mapping[str, str]) -> list[Quote]:
    """Quotes for capabilities that a table says to be there: {their field: our capability}. False often means unknown."""
    return [Quote("capability", True, capability=name) for field, name in fields.items() if table.get(field) is True]
