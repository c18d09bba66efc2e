"""Whether a value as written agrees with a value as known: numbers at the written precision, dates, words, ratios."""

from __future__ import annotations

import datetime
import re

from claimcheck.terms import BELOW, Claim, Value

_ALIASES = {
    "zai": "zhipuai", "zhipu": "zhipuai", "googledeepmind": "google", "metaai": "meta", "mistral": "mistralai", "xaicorp": "xai", "moonshot": "moonshotai",
    "alibabacloud": "alibaba", "qwen": "alibaba", "qwenteam": "alibaba", "facebook": "meta", "aws": "amazon", "tii": "technologyinnovationinstitute",
}  # fmt: skip


def number(value: Value | tuple[str, ...]) -> float:
    """The value of a claim or fact as a number, 0 where it is none."""
    return float(value) if isinstance(value, int | float) else 0.0


def close_count(claim: Claim, known: float) -> bool:
    """Counts: a rounding at the digits written, or 1024 for 1000 ("128K" for 131,072, "1M" for 1,048,576, "16,000" for 16,384).

    "More than 100K" is true of 128K, and "under 10B parameters" of 3.8B; "up to 200K tokens" names the limit itself.
    """
    if claim.attribute in _CUT_OFF and claim.value_to is not None and number(claim.value) <= known <= claim.value_to:
        return True
    for value in (number(claim.value), claim.value_to):
        if value is None or not value:
            continue
        if abs(known - value) <= max(rounding(value) * 0.5001, _ONE_OFF * (claim.unit == "tokens")) or (claim.op == "~" and abs(known - value) <= 0.1 * known):
            return True
        if (claim.op == ">=" and known >= value * 0.9999) or (
            claim.op == "<=" and (claim.unit == "parameters" or claim.condition == BELOW) and known <= value * 1.0001
        ):
            return True
        if claim.attribute in _CUT_OFF and _same_cut_off(value, known):
            return True
        if claim.unit == "tokens" and value % 1000 == 0 and value < known <= value * _binary(value):
            return True
    return False


_ONE_OFF = 1  # "16,384" where a vendor writes 16,385
_CUT_OFF = frozenset({"parameters", "active_parameters", "training_tokens"})


def _same_cut_off(value: float, known: float) -> bool:
    """Whether one of two sizes is the other with its decimals cut off ("32B" and 32.5 billion, "15T" and 15.6 trillion): makers write both."""
    less, more = sorted((value, known))
    unit = 1e12 if less >= 1e12 else 1e9
    return less % unit == 0 and more - less < unit and more <= less * (1.1 if less < 2e10 else 1.05)


def rounding(value: float) -> float:
    """One unit of the last digit that is not zero: 128000 -> 1000, 1.76e12 -> 1e10, 65536 -> 1."""
    unit = 1.0
    while value % (unit * 10) == 0 and unit * 10 <= value:
        unit *= 10
    return min(unit, max(1.0, value * 0.02))


def _binary(value: float) -> float:
    if value >= 1e6:
        return 1.0501
    return 1.0242


_SMALL = 0.2  # dollars; prices below are rounded to cents


def close_price(claim: Claim, known: float) -> bool:
    """Prices agree exactly, fractions of a cent at the decimals written; with "about" within a tenth; with a bound on the right side of it."""
    value = number(claim.value)
    if claim.op == "<=":
        return known <= value * 1.0001
    if claim.op == ">=":
        return known >= value * 0.9999
    if claim.value_to is not None:
        return value * 0.9999 <= known <= claim.value_to * 1.0001
    slack = 0.1 * known if claim.op == "~" else 0.0
    return abs(known - value) <= max(slack, 1e-9 + known * 1e-6, min(half_digit(claim.written, known, value), known / 4))


def half_digit(written: str | None, known: float, value: float) -> float:
    """Half a unit of the last decimal written, for prices of fractions of a cent ("0.08" for 0.075, "0.13" for 0.125); 0 for others, and for nothing."""
    decimals = len(written.split(".")[1]) if written and "." in written else 0
    if decimals < 2 or not value or known >= _SMALL or abs(known - round(known, decimals)) < 1e-9:
        return 0.0
    return (0.50001 if value > known else 0.49999) / float(10**decimals)


def half_of_thousands(written: str | None, value: float) -> float:
    """Half a unit of the last decimal of a price that was written for a thousand tokens ("$0.003" for $2.50 a million), 0 for others."""
    decimals = len(written.split(".")[1]) if written and re.fullmatch(r"\d*\.\d{2,}", written) else 0
    if not decimals or not written:
        return 0.0
    factor = value / float(written) if float(written) else 1000.0 if decimals > 2 else 1.0
    return 0.50001 * 1000 / float(10**decimals) if abs(factor - 1000) < 1e-3 else 0.0


def close_score(claim: Claim, known: float) -> bool:
    """Scores agree at the coarser of the two precisions; "about 90" allows a point and a half, "about 90.5" not half of one."""
    value = number(claim.value)
    decimals = len(claim.written.split(".")[1]) if claim.written and re.fullmatch(r"[\d,]*\.\d+", claim.written) else 0
    slack = 0.5001 * 10**-decimals if decimals < 2 else 0.0501
    if claim.op == "~":
        slack = max(slack, (0.4501 if decimals else 1.5) if value <= 100 else 0.02 * value)
    if claim.value_to is not None:
        return min(value, claim.value_to) - slack <= known <= max(value, claim.value_to) + slack
    if claim.op == ">=":
        return known >= value - slack and known <= value * 1.1 + 2
    if claim.op == "<=":
        return known <= value + slack
    return abs(known - value) <= slack


def close_number(claim: Claim, known: float) -> bool:
    """Speeds, days, languages: within a rounding at the digits written."""
    value = number(claim.value)
    return abs(known - value) <= max(0.05 * known if claim.op == "~" else 0.0, 0.0051 * max(known, 0.1))


def close_date(value: str, known: str) -> bool:
    """Dates agree when the coarser is the beginning of the finer."""
    return value.startswith(known) or known.startswith(value)


def days_between(a: str, b: str) -> int:
    """Days between two ISO dates, missing parts taken as the middle of the month or year."""

    def whole(text: str) -> datetime.date:
        parts = [int(p) for p in text.split("-")] + [0, 0]
        return datetime.date(parts[0], parts[1] or 7, parts[2] or 15)

    return abs((whole(a) - whole(b)).days)


def same_word(a: str, b: str) -> bool:
    """Words and names, without case, punctuation and known second names."""
    left, right = _flat(a), _flat(b)
    return bool(left) and bool(right) and (left.startswith(right) or right.startswith(left))


def _flat(word: str) -> str:
    flat = re.sub(r"[^a-z0-9]", "", word.lower())
    flat = re.sub(r"licen[sc]e$", "", flat)
    return _ALIASES.get(flat, flat)


def _whole_factor(value: float, ratio: float) -> bool:
    """ "8 times" for 7.5: a whole factor of three or more is rounded to the whole."""
    said, known = (1 / value, 1 / ratio) if value < 1 else (value, ratio)
    return said >= 2.5 and abs(said - round(said)) < 1e-3 and abs(known - round(said)) <= 0.5


_SHARE = re.compile(  # "half the price", "3% of", "1/40 of the cost", without a word for what is saved
    r"^(?!.*\b(?:cheaper|less|lower|fewer|smaller|shorter|slower|off|savings?|reduction|cut|drop)\b)"
    r".*(?:\bof\b|\bhalf\b|\bthe\s(?:\w+\s){0,2}(?:costs?|price|size|speed|param\w*)\b|\bas\s(?:much|expensive|many|large|big|costly)\b|1/\d"
    r"|\b(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b)",
    re.I | re.S,
)


def close_ratio(claim: Claim, ratio: float) -> bool:
    """Ratios: within 5 % of the factor as said, percentages within 1.5 points, "over" and "up to" on their side."""
    value, written = number(claim.value), claim.quote
    if value <= 0 or ratio <= 0:
        return False
    lower, upper = sorted((value, claim.value_to)) if claim.value_to is not None else (value, value)
    percent = "%" in written or "percent" in written.lower()
    slack = max(0.0151, 0.05 * value if value >= 2 else 0.0) if percent else 0.05 * value
    if claim.op == "~":
        slack = max(slack, 0.12 * value)
    cheaper = value < 1 and not _SHARE.search(written)  # "up to 60% cheaper" bounds what is saved, "less than half the price" the price
    if not percent and claim.value_to is None and _whole_factor(value, ratio):
        return True
    if claim.op == ">=":
        return ratio <= upper + slack if cheaper else ratio >= lower - slack
    if claim.op == "<=":
        if value < 1 and not cheaper:
            return ratio <= upper + slack
        return (ratio >= lower - slack and ratio < 1.0) if cheaper else (ratio <= upper + slack and ratio > 1.0)
    return lower - slack <= ratio <= upper + slack
