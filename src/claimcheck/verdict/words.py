"""Findings in plain sentences: values, dates and attributes come in, words for people go out."""

from __future__ import annotations

from claimcheck.attributes import ALL
from claimcheck.terms import Claim, Fact

_MONTHS = "January February March April May June July August September October November December".split()


def number(value: float) -> str:
    """128000 -> "128,000", 0.15 -> "0.15", 82.0 -> "82"."""
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def price(value: float) -> str:
    """0.15 -> "$0.15", 2.5 -> "$2.50", 0.01875 -> "$0.01875"."""
    text = number(value)
    if "." not in text:
        return f"${text}.00"
    return f"${text}0" if len(text.split(".")[1]) == 1 else f"${text}"


def large(value: float) -> str:
    """Counts of weights and training tokens: 175000000000 -> "175 billion"."""
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= scale:
            return f"{number(round(value / scale, 3))} {word}"
    return number(value)


def date(iso: str) -> str:
    """ "2024-05-13" -> "13 May 2024"."""
    parts = iso.split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def value(attribute: str, known: object, unit: str | None = None) -> str:
    """A value with its unit, as people write it."""
    if known is None:
        return "never published"
    if isinstance(known, bool):
        return "yes" if known else "no"
    if isinstance(known, tuple):
        return ", ".join(str(item) for item in known)
    if isinstance(known, str):
        return date(known) if ALL[attribute].compare == "date" else known
    assert isinstance(known, int | float)
    if ALL[attribute].compare == "price":
        return f"{price(known)} per 1M tokens"
    if attribute in {"parameters", "active_parameters", "training_tokens"}:
        return f"{large(known)} {'tokens' if attribute == 'training_tokens' else 'parameters'}"
    if attribute == "benchmark_score":
        return f"{number(known)}" + ("%" if known <= 100 else "")
    units = {"tokens": " tokens", "tokens_per_second": " tokens per second", "seconds": " s", "days": " days", "languages": " languages"}
    return number(known) + units.get(ALL[attribute].unit or "", "")


def said(claim: Claim) -> str:
    """What the article says, as noun phrase: "GPT-4o's input price $5.00"."""
    return f"{claim.subject.name}’s {noun(claim)}"


def noun(claim: Claim) -> str:
    """The attribute in words, with benchmark or capability."""
    if claim.benchmark:
        return f"{claim.benchmark} score"
    if claim.capability:
        return capability(claim.capability)
    return ALL[claim.attribute].noun


def capability(name: str) -> str:
    """batch_api -> "batch API", tool_calling -> "tool calling"."""
    return name.replace("_", " ").replace(" api", " API")


def period(fact: Fact) -> str:
    """ "from 13 May 2024 until 2 October 2024", as far as known."""
    since = f"from {date(fact.since)}" if fact.since else ""
    until = f"until {date(fact.until)}" if fact.until else ""
    return " ".join(part for part in (since, until) if part)


def since(fact: Fact) -> str:
    """ "since 2 October 2024", or nothing."""
    return f" since {date(fact.since)}" if fact.since else ""
