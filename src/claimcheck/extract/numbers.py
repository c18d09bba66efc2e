"""Numbers of this field: a text comes in, quantities with their kind, scale, unit and bound go out.

General unit parsers read "128K" as kelvin and "70B" as bytes, and shop price parsers read "0.150" as 150; here K, M, B
and T are scales, and the number is kept as written because its precision decides later what counts as a rounding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from claimcheck.extract.cue_words import fold
from claimcheck.extract.currencies import CURRENCIES, foreign_amounts
from claimcheck.extract.dates import MONTHS, dates
from claimcheck.extract.number_lists import clean, share
from claimcheck.extract.number_marks import (
    BETWEEN,
    CENTS,
    CHANGE,
    DOLLARS,
    NAMED_RATIOS,
    NTH,
    ORDINAL,
    PERCENT,
    PERCENTILE,
    POWER,
    PRICED_BY,
    RANGE,
    RATIOS,
    SCALE,
    SCALES,
    TIMES,
    UNIT,
    bound,
    currency_start,
    glued,
    per_what,
)
from claimcheck.extract.number_words import COUNTING, spelled, value_of
from claimcheck.extract.spans import Spans
from claimcheck.extract.values import Quantity

# A class of characters in front: Python looks for that much faster than for alternatives.
_NUMBER = re.compile(
    r"[\d.](?:(?<=\d)(?:\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3}){1,4}(?=[\s-]tokens?\b)|\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|\d*(?:\.\d+)?)"
    r"|(?<=\.)(?<![\d.]\.)\d+)"
)
_DECIMAL_COMMA = re.compile(r"\s*(?P<all>(?P<sign>\$\s?)?(?P<number>\d{1,3},\d{1,2}))\s*")  # a cell that holds "1,25" and nothing else
_WORD = re.compile(r"[a-z]+|[^\x00-\x7f]|\$")
_IN_NUMBER = re.compile(r"[,\s]")
_TIMED = re.compile(r"\s?(?:ms|milliseconds|s|secs?|seconds|t/s|tps|tok(?:ens?)?(?:/|\s(?:per|a)\s)s(?:ec(?:ond)?)?)\b")  # "200-300 ms", "70-90 tokens/s"
_DOLLAR_WORD = re.compile(r"\s(?:dollars?|USD)\b", re.I)


def quantities(text: str, *, names: Sequence[tuple[int, int]] = (), folded: str | None = None) -> list[Quantity]:
    """All quantities of a text, `folded` where that is at hand, in order; spans in `names` (model and benchmark names) hold no numbers."""
    folded = fold(text) if folded is None else folded
    lone = _DECIMAL_COMMA.fullmatch(text)
    if lone:
        written = lone["number"].replace(",", ".")
        return [Quantity(lone.start("all"), lone.end("all"), "money" if lone["sign"] else "number", float(written), written)]
    words = frozenset(_WORD.findall(folded))  # a look at them tells sooner than a search that there is no date, no word that counts
    names = names if words.isdisjoint(CURRENCIES) else (*names, *foreign_amounts(text, folded))
    taken = Spans(names)
    found: list[Quantity] = []
    for start, end, iso in dates(text, folded) if not words.isdisjoint(MONTHS) or "20" in text or "19" in text else ():
        if not taken.touch(start, end) and not _is_plain_year(text, start, end):
            found.append(Quantity(start, end, "date", 0.0, text[start:end], date=iso))
    blocked = Spans([*names, *((q.start, q.end) for q in found)]) if found else taken
    position = 0
    for start, end, value, scaled in spelled(text, folded) if not words.isdisjoint(COUNTING) else ():
        if start >= position and not blocked.touch(start, end) and not PRICED_BY.search(text, max(0, start - 24), start):
            found.append(_spelled(text, start, end, value, scaled))
            position = found[-1].end
    blocked = Spans([*names, *((q.start, q.end) for q in found)]) if found else taken
    position = 0
    for match in _NUMBER.finditer(text):
        if len(match.group()) > 20 or match.start() < position or blocked.touch(match.start(), match.end()) or glued(text, match.start()):
            continue
        last = found[-1] if found and found[-1].kind == "money" and not found[-1].per else None
        if last and text[last.end : match.start()] == "/" and not re.match(r"\s?(?:[KkMm]\b|million|thousand)", text[match.end() :]):
            per, per_end = per_what(text, match.end())
            quantity: Quantity | None = Quantity(match.start(), match.end(), "money", _plain(match.group()), match.group(), per=per, per_end=per_end)
        else:
            quantity = _read(text, match)
        if quantity is not None:
            found.append(quantity)
            position = max(quantity.end, quantity.per_end)
    for match in NAMED_RATIOS.each(text, folded) if not words.isdisjoint(RATIOS) or "1/" in text else ():
        if match["slash"]:
            found = [q for q in found if not match.start() <= q.start < match.end()]
        if not blocked.touch(match.start(), match.end()):
            found.append(_named_ratio(text, match))
    return share(text, sorted(found, key=lambda q: (q.start, q.end)))


def _is_plain_year(text: str, start: int, end: int) -> bool:
    """A bare "2024" that counts something ("2024 tokens") is no date."""
    return end - start == 4 and bool(UNIT.match(text, end)) and text[start:end].isdigit()


def _plain(written: str) -> float:
    return float(_IN_NUMBER.sub("", written))


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    start, end, written = match.start(), match.end(), match.group()
    value = _plain(written)
    currency = currency_start(text, start)
    value_to: float | None = None
    span = RANGE.match(text, end)
    units = span and (currency != start or any(unit.match(text, span.end()) for unit in (TIMES, _TIMED, PERCENT, SCALE)))
    if span and units and not CHANGE.search(text[max(0, currency - 48) : span.end(1)]):
        upper = _plain(span.group(1))
        if upper >= value or currency == start:  # "from $10 to $2" is a change, no range
            value_to, end = upper, span.end()
    base = Quantity(currency, end, "number", value, written, op=bound(text, currency), value_to=value_to)
    if currency != start:
        return _money(text, base)
    for reader in (_read_percent, _read_times, _read_cents) if not POWER.match(text, end) else ():
        quantity = reader(text, base)
        if quantity is not None:
            return quantity
    return _scaled(text, base)


def _money(text: str, base: Quantity) -> Quantity:
    """The fresh quantity `base`, made money."""
    scale = SCALE.match(text, base.end)
    value, end, scaled = base.value, base.end, False
    if scale and (scale["word"] or scale["letter"] in {"K", "M", "B", "T", "k"}):
        value, end, scaled = value * SCALES[(scale["word"] or scale["letter"]).lower()], scale.end(), True
    base.per, base.per_end = per_what(text, end)
    base.kind, base.value, base.end, base.scaled = "money", value, end, scaled
    return base


def _read_percent(text: str, base: Quantity) -> Quantity | None:
    match = PERCENTILE.match(text, base.end)
    if match:
        return replace(base, kind="percentile", end=match.end())
    match = PERCENT.match(text, base.end)
    upper = BETWEEN.match(text, match.end()) if match and text[base.start - 8 : base.start].lower() == "between " else None
    if upper and float(upper["upper"]) > base.value:
        return replace(base, kind="percent", end=upper.end(), value_to=float(upper["upper"]))
    return replace(base, kind="percent", end=match.end()) if match else None


def _read_times(text: str, base: Quantity) -> Quantity | None:
    match = TIMES.match(text, base.end)
    return replace(base, kind="ratio", end=match.end()) if match else None


def _read_cents(text: str, base: Quantity) -> Quantity | None:
    match = CENTS.match(text, base.end)
    if match:
        per, per_end = per_what(text, match.end())
        return replace(base, kind="money", value=base.value / 100, end=match.end(), per=per, per_end=per_end)
    match = _DOLLAR_WORD.match(text, base.end)
    if match:
        per, per_end = per_what(text, match.end())
        return replace(base, kind="money", end=match.end(), per=per, per_end=per_end)
    return None


def _scaled(text: str, base: Quantity) -> Quantity | None:
    """The fresh quantity `base`, made a plain number with its scale and unit."""
    if ORDINAL.match(text, base.end):
        return None
    value, value_to, end, scaled, op = base.value, base.value_to, base.end, False, base.op
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isalnum():
        op = ">="
    power = POWER.match(text, end)
    match = SCALE.match(text, end) if power is None else None
    match = None if match and text.startswith("/s", match.end()) else match  # "180 t/s" are tokens per second, no trillions
    if power:
        value, end, scaled = value * 10.0 ** int(power["power"]), power.end(), True
    if match:
        factor = SCALES[(match["word"] or match["letter"]).lower()]
        value, end, scaled = value * factor, match.end(), True
        value_to = value_to * factor if value_to is not None else None
        op = ">=" if "+" in match.group() else op
        end -= 1 if match["after"] else 0
    unit = UNIT.match(text, end + (text[end : end + 1] == "+"))
    word = unit["unit"].lower() if unit else ""
    kind: Literal["number", "speed", "seconds"] = "number"
    if _is_speed(word):
        kind = "speed"
    elif word in {"seconds", "second", "secs", "sec", "s"}:
        kind = "seconds"
    elif word in {"ms", "millisecond", "milliseconds"}:
        kind, value, value_to = "seconds", value / 1000, value_to / 1000 if value_to is not None else None
    if unit and kind != "number":
        end = unit.end()
    base.kind, base.value, base.value_to, base.end = kind, clean(value), value_to, end
    base.scaled, base.unit, base.op = scaled, word, op
    return base


def _is_speed(unit: str) -> bool:
    return unit in {"tok/s", "tok/sec", "t/s", "tps"} or (unit.startswith("token") and unit not in {"token", "tokens"})


def _spelled(text: str, start: int, end: int, value: float, scaled: bool) -> Quantity:
    base = Quantity(start, end, "number", clean(value), text[start:end], op=bound(text, start), scaled=scaled)
    match = DOLLARS.match(text, end)
    if match:
        return _spelled_money(text, base, match)
    for reader in (_read_percent, _read_times, _read_cents):
        quantity = reader(text, base)
        if quantity is not None:
            return quantity
    per, per_end = per_what(text, end)
    if per in {"mtok", "ktok"}:
        return replace(base, kind="money", per=per, per_end=per_end)
    unit = UNIT.match(text, end)
    word = unit["unit"].lower() if unit else ""
    if unit and _is_speed(word):
        return replace(base, kind="speed", end=unit.end(), unit=word)
    return replace(base, unit=word)


def _spelled_money(text: str, base: Quantity, match: re.Match[str]) -> Quantity:
    cents = value_of(match["cents"].lower()) if match["cents"] else None
    end = match.end() if cents is not None else match.end() if not match["cents"] else match.start("cents") - 1
    value = base.value + (cents or 0) / 100
    per, per_end = per_what(text, end)
    return replace(base, kind="money", value=round(value, 4), end=end, per=per, per_end=per_end, written=f"{value:.2f}")


def _named_ratio(text: str, match: re.Match[str]) -> Quantity:
    fixed = {"half": 0.5, "twice": 2.0, "triple": 3.0}
    word = next((word for word in fixed if match[word]), None)
    value = fixed[word] if word else 1 / (int(match["slash"]) if match["slash"] else NTH[match["nth"].lower()])
    return Quantity(match.start(), match.end(), "ratio", value, match.group(), op=bound(text, match.start()), unit="named")
