"""The words and signs that people see, the same in every report: values, dates and verdicts in, short text out."""

from __future__ import annotations

import re

from claimcheck.terms import Claim, Expected, Finding, Inconsistency, Source, Value

SYMBOL = {"refuted": "✘", "undisclosed": "⊘", "outdated": "↻", "nei": "?", "supported": "✔"}
WORD = {
    "refuted": "refuted",
    "undisclosed": "undisclosed",
    "outdated": "outdated",
    "nei": "not enough information",
    "supported": "supported",
}
MEANING = {
    "refuted": "a vetted fact disagrees",
    "undisclosed": "told as fact, but never published by the vendor",
    "outdated": "was right earlier, is not any more",
    "nei": "no vetted fact to judge by: neither right nor wrong",
    "supported": "a vetted fact agrees",
}
PROBLEMS = ("refuted", "undisclosed", "outdated")
INCONSISTENT = "≠"
WAIVED = "⚐"

_OPS = {"=": "", "~": "about ", "<=": "at most ", ">=": "at least "}
_STANCES = {"hedged": "told as uncertain", "planned": "told as a plan"}
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")
_MONTHS = "January February March April May June July August September October November December".split()
_REASONS = {
    "subject_unclear": "it is unclear which model is meant",
    "attribute_unclear": "it is unclear what the number measures",
}


def count(number: int, word: str, *, plural: str | None = None) -> str:
    """`1 claim`, `2 claims`, `1,234 claims`."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def number(value: float) -> str:
    """A number for people: thousands separated, no trailing zeros, large counts in billions or trillions."""
    for size, word in ((1e12, "trillion"), (1e9, "billion")):
        if abs(value) >= size:
            return f"{value / size:.6g} {word}"
    whole = round(value)
    return f"{whole:,}" if abs(value - whole) < 1e-9 else f"{value:,.6g}"


def money(value: float) -> str:
    """US dollars with at least two decimals: `$2.50`, `$0.075`."""
    digits = f"{value:.6f}".rstrip("0")
    whole, _, cents = digits.partition(".")
    return f"${int(whole):,}.{cents.ljust(2, '0')}"


def value(item: Value | tuple[str, ...], unit: str | None) -> str:
    """A value with its unit as people write it; never raises for an unknown unit."""
    if item is None:
        return "not published"
    if isinstance(item, bool):
        return "yes" if item else "no"
    if isinstance(item, tuple):
        return ", ".join(item) or "none"
    if isinstance(item, str):
        return day(item)
    return _quantity(item, unit)


def day(text: str) -> str:
    """An ISO date at its precision as people write it: `2 October 2024`, `October 2024`; anything else as it is."""
    match = _DAY.fullmatch(text)
    if match is None:
        return text
    year, month, date = match.groups()
    return f"{f'{int(date)} ' if date else ''}{_MONTHS[int(month) - 1]} {year}"


def _quantity(item: float, unit: str | None) -> str:
    if unit == "usd_per_1m_tokens":
        return f"{money(item)} per 1M tokens"
    if unit == "percent":
        return f"{number(item)}%"
    if unit == "elo":
        return f"{number(item)} Elo"
    if unit == "ratio":
        return _ratio(item)
    if unit == "seconds":
        return f"{number(item)} s"
    if unit is None or unit == "count":
        return number(item)
    return f"{number(item)} {unit.replace('_per_', '/').replace('_', ' ')}"


def _ratio(item: float) -> str:
    """A ratio to another model: 0.4 -> `60% less`, 1.56 -> `56% more`, 2.0 -> `2 times as much`."""
    if 0 < item < 1:
        return f"{number(round(100 * (1 - item), 1))}% less"
    if 1 < item < 2:
        return f"{number(round(100 * (item - 1), 1))}% more"
    return "the same" if item == 1 else f"{item:.4g} times as much"


def group(attribute: str) -> str:
    """An attribute of the contract in words, without benchmark or other model: what charts and filters go by."""
    return {"relative": "relation"}.get(attribute, attribute.replace("_", " "))


def attribute(claim: Claim) -> str:
    """The attribute of a claim in words: `input price`, `MMLU score`, `tool calling`, `input price against GPT-4`."""
    if claim.attribute == "benchmark_score" and claim.benchmark:
        return f"{claim.benchmark} score"
    if claim.attribute == "capability" and claim.capability:
        return claim.capability.replace("_", " ").replace(" api", " API")
    if claim.attribute in ("relative", "comparison"):
        base = (claim.base or claim.attribute).replace("_", " ")
        return f"{base} against {claim.other.name}" if claim.other else base
    return claim.attribute.replace("_", " ")


def claimed(claim: Claim) -> str:
    """What the article says, normalised: `at least 50`, `not audio`, `$0.10 to $0.30 per 1M tokens`, `“cheaper” than GPT-4o`."""
    said = _OPS[claim.op] + (_compared(claim) if claim.attribute in ("relative", "comparison") else _said(claim))
    if not claim.polarity:
        said = {True: "no", False: "yes"}[claim.value] if isinstance(claim.value, bool) else f"not {said}"
    if claim.condition:
        said += f", {claim.condition}"
    if claim.stance in _STANCES:
        said += f" ({_STANCES[claim.stance]})"
    return said


def _said(claim: Claim) -> str:
    """The value, or both ends of a range, the unit once."""
    if claim.value_to is None or not isinstance(claim.value, int | float):
        return value(claim.value, claim.unit)
    low = money(claim.value) if claim.unit == "usd_per_1m_tokens" else number(claim.value)
    return f"{low} to {value(claim.value_to, claim.unit)}"


def _compared(claim: Claim) -> str:
    """The article's own words for a comparison, and after `cheaper` and the like the model it compares with."""
    quote = " ".join(claim.quote.split())
    if claim.other is None or claim.value not in ("less", "greater"):
        return f"“{quote}”"
    return f"“{quote}” {'' if quote.endswith(' than') else 'than '}{claim.other.name}"


def period(since: str | None, until: str | None) -> str:
    """`since 6 August 2024`, `13 May 2024 until 6 August 2024`, `until 2025`, or nothing when both are open."""
    if since and until:
        return f"{day(since)} until {day(until)}"
    if since:
        return f"since {day(since)}"
    return f"until {day(until)}" if until else ""


def expected(right: Expected) -> str:
    """The right value with its dates: `$2.50 per 1M tokens, since 6 August 2024`."""
    dates = period(right.since, right.until)
    return value(right.value, right.unit) + (f", {dates}" if dates else "")


def brief(finding: Finding) -> tuple[str, str | None]:
    """What is said and what is right, without dates and without a unit that the attribute makes plain: `$5.00`, `$2.50`."""
    right = finding.expected
    if finding.verdict == "undisclosed":
        return bare(claimed(finding.claim)), value(None, None)
    return bare(claimed(finding.claim)), None if right is None else bare(value(right.value, right.unit))


def bare(text: str) -> str:
    """A value without the unit of prices, limits and sizes, for where there is little room."""
    return text.removesuffix(" per 1M tokens").removesuffix(" tokens").removesuffix(" parameters")


def was_right(finding: Finding) -> Expected | None:
    """For an outdated claim, the earlier dated value that agrees with what the article says, latest first."""
    if finding.verdict != "outdated":
        return None
    agreeing = [item for item in finding.history if item.value == finding.claim.value and item.until]
    return agreeing[-1] if agreeing else None


def reason(code: str) -> str:
    """Why a number was not checked, in words; an unknown code is shown as it is."""
    return _REASONS.get(code, code.replace("_", " "))


def is_problem(finding: Finding) -> bool:
    """Whether a finding needs work: refuted, undisclosed or outdated, and not waived."""
    return finding.verdict in PROBLEMS and finding.waived is None


def waived(item: Finding | Inconsistency) -> str:
    """Why something is waived, as its article says it."""
    return item.waived or "no reason given"


def source_kind(source: Source) -> str:
    """`primary` for the vendor's own words, `secondary` for everything else."""
    return "primary" if source.primary else "secondary"
