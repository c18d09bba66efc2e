"""Numbers that stand in a list: the quantities of a text come in, with the scale, unit and "per" of the last one given to the others."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.extract.number_marks import SCALES, per_what
from claimcheck.extract.values import Quantity

_SHARED = re.compile(r",\s|\sand\s|,\sand\s|\sor\s|/")
_LISTED = re.compile(r",\s|,?\sand\s")
_DOLLARS = re.compile(r"[a-z\d]\sdollars\b", re.I)
_SCALE_WORD = re.compile(r"\s(thousand|million|billion|trillion)$", re.I)
_TRAILING_DOLLAR = re.compile(r"\s?\$(?![\w$])")
_OPENED = re.compile(r"(?<![\d\s])\s?\$[^$\n]*$")  # a formula that the dollar behind a number closes
_UP_TO = re.compile(
    r"\s?[-–—∼～]\s?|\s(?:all the way\s)?(?:up\s)?(?:to|through)\s(?:an?\s(?:impressive|massive|whopping|huge|colossal|staggering|giant|full)\s)?"
)
_THOUSANDS = re.compile(r"(?:[KMk]|million|thousand)$", re.I)
_MILLIONS = re.compile(r"(?:M|[\s-]million)$")
_BILLIONS = re.compile(r"(?:[BT]|[\s-][bt]r?illion)$")
_FROM = re.compile(r"\bfrom\s(?:about\s|just\s|only\s)?$", re.I)
_SPANS = re.compile(r"\b(?:spans?|spanning|rang(?:es?|ing)\sfrom|sizes?\sfrom)\s$", re.I)  # "spans 180B to 1.3B"
_GREW = re.compile(
    r"\b(?:went|gr[eo]w(?:n|ing|s)?|scal(?:ed|ing)|expand(?:ed|ing)|up|down|jump(?:ed|ing)?|increas(?:ed|ing)|shr[au]nk|cut|reduced|pruned|distilled|compressed)\sfrom\s$",
    re.I,
)


def share(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "8, 70 and 405 billion parameters": the scale and unit of the last number hold for those joined to it."""
    found = _spanned(text, [_in_trailing_dollars(text, quantity) for quantity in found])
    scale = 0.0
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        if following.kind == this.kind == "money" and not this.per and following.per and _LISTED.fullmatch(text[this.end : following.start]):
            found[index] = this = replace(this, per=following.per)
        if following.kind == "money" and this.kind == "number" and not this.scaled and not this.unit and _in_dollars(text, this, following):
            found[index] = this = replace(this, kind="money", per=following.per)
        counts = this.kind == following.kind == "number" and following.unit.startswith("token") and not this.unit and this.value >= 1000
        if counts and ("," in this.written + following.written or (this.scaled and following.scaled)) and _LISTED.fullmatch(text[this.end : following.start]):
            found[index] = this = replace(this, unit=following.unit)
        word = _SCALE_WORD.search(text[following.start : following.end])
        scale = SCALES[word[1].lower()] if word else scale if following.scaled and scale else 0.0
        if scale and this.kind == following.kind == "number" and not this.scaled and not this.unit and _SHARED.fullmatch(text[this.end : following.start]):
            found[index] = replace(this, value=clean(this.value * scale), scaled=True, unit=following.unit)
    return found


def _in_trailing_dollars(text: str, quantity: Quantity) -> Quantity:
    """ "15$ per million tokens": many write the currency behind the number."""
    match = _TRAILING_DOLLAR.match(text, quantity.end) if quantity.kind == "number" and not quantity.scaled and not quantity.unit else None
    if match is None or _OPENED.search(text, max(0, quantity.start - 40), quantity.start):
        return quantity
    per, per_end = per_what(text, match.end())
    return replace(quantity, kind="money", end=match.end(), per=per, per_end=per_end)


def _spanned(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "from 0.6B to 235B" is one range of sizes, where nothing grew from the one to the other; so is "128K–1M tokens"."""
    spanned: list[Quantity] = []
    for quantity in found:
        before = spanned[-1] if spanned else None
        falls = before is not None and before.value > quantity.value and _is_size(text, before) and _SPANS.search(text, max(0, before.start - 24), before.start)
        if before is not None and _are_ends(text, before, quantity) and (before.value < quantity.value or falls) and before.value_to is None:
            joined = _UP_TO.fullmatch(text, before.end, quantity.start)
            if joined and not before.unit and not _GREW.search(text, max(0, before.start - 30), before.start):
                low, high = (quantity, before) if falls else (before, quantity)
                spanned[-1] = replace(low, start=before.start, end=quantity.end, value_to=high.value, unit=quantity.unit)
                continue
        spanned.append(quantity)
    return spanned


def _are_ends(text: str, lower: Quantity, upper: Quantity) -> bool:
    """Whether two counts can be the ends of one range: both sizes, or both thousands and millions that nothing rose "from"."""
    if _is_size(text, lower) or (_is_size(text, upper) and lower.scaled and lower.value >= 1e7 and _MILLIONS.search(text, lower.start, lower.end)):
        return _is_size(text, upper)
    counts = all(q.kind == "number" and q.scaled and _THOUSANDS.search(text, q.start, q.end) for q in (lower, upper))
    return counts and not _FROM.search(text, max(0, lower.start - 16), lower.start)


def _is_size(text: str, quantity: Quantity) -> bool:
    return quantity.kind == "number" and quantity.scaled and _BILLIONS.search(text, quantity.start, quantity.end) is not None


def _in_dollars(text: str, this: Quantity, following: Quantity) -> bool:
    """ "two and twelve dollars": the currency named behind the second holds for the first."""
    joined = re.fullmatch(r"\s(?:and|or)\s", text[this.end : following.start])
    return this.written.isalpha() and joined is not None and _DOLLARS.search(text, following.start, following.end) is not None


def clean(value: float) -> float:
    """Take off the noise of scaling: 1.76 * 1e12 is 1760000000000."""
    return float(round(value)) if abs(value) >= 1000 and abs(value - round(value)) < 1e-3 else value
