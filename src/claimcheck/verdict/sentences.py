"""What the reference knows, as a sentence: a model's name and one fact come in, "GPT-4o’s input price has been … since …" goes out."""

from __future__ import annotations

from claimcheck.attributes import ALL
from claimcheck.reference import asof
from claimcheck.terms import Fact
from claimcheck.verdict import words


def told(name: str, fact: Fact, *, attribute: str, as_of: str) -> str:
    """One fact in the tense that fits the day of judgement, with its scope in parentheses; without a full stop.

    `attribute` is the one claimed: it says how the value is written, where the fact is of a near one (an input limit).
    """
    scope = f" ({fact.scope})" if fact.scope else ""
    return f"{_told(name, fact, attribute, as_of)}{scope}"


def yes_or_no(name: str, fact: Fact) -> str:
    """A flag in words: its weights are open or not, it supports a capability or does not."""
    if fact.attribute == "open_weights":
        return f"{name}’s weights are {'' if fact.value else 'not '}open{words.since(fact)}"
    what = words.capability(fact.capability or fact.attribute)
    return f"{name} {'supports' if fact.value else 'does not support'} {what}{words.since(fact)}"


def scored(name: str, benchmark: str | None, shown: str) -> str:
    """A score that is already in words: "GPT-4o scores 88.7% on MMLU"."""
    return f"{name} scores {shown} on {benchmark}" if benchmark else f"{name} scores {shown}"


def reckoned(quote: str, left: str, right: str, ratio: float) -> str:
    """The sum behind a relation, in the form of the words: "1 − 0.15 / 2.50 = 94 %" for a percentage, "2.50 / 1 = 2.5" for times."""
    if "%" in quote or "percent" in quote:
        if ratio < 1:
            return f"1 − {left} / {right} = {words.number(round((1 - ratio) * 100, 1))} %"
        return f"{left} / {right} − 1 = {words.number(round((ratio - 1) * 100, 1))} %"
    if ratio < 1:
        return f"{right} / {left} = {words.number(round(1 / ratio, 2))}"
    return f"{left} / {right} = {words.number(round(ratio, 2))}"


def _told(name: str, fact: Fact, attribute: str, as_of: str) -> str:
    if isinstance(fact.value, bool):
        return yes_or_no(name, fact)
    shown = words.value(attribute, fact.value)
    if fact.attribute in ("parameters", "active_parameters"):
        return f"{name} has {shown.replace(' parameters', ' active parameters') if fact.attribute.startswith('active') else shown}"
    if fact.attribute == "training_tokens":
        return f"{name} was trained on {shown}"
    about = f"{name}’s {ALL[fact.attribute].noun if fact.attribute in ALL else fact.attribute.replace('_', ' ')}"
    if asof.future((fact,), as_of):
        return f"{about} will be {shown}{words.since(fact).replace(' since', ' from')}"
    if asof.past((fact,), as_of):
        return f"{about} was {shown} {words.period(fact)}"
    return f"{about} has been {shown}{words.since(fact)}" if fact.since else f"{about} is {shown}"
