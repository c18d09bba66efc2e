"""A value comes in, the ways in which people write it go out: words before, the value itself, words after, and what it states."""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = "January February March April May June July August September October November December".split()
_WORDS = {1: "one", 2: "two", 7: "seven", 8: "eight", 14: "fourteen", 32: "thirty-two", 70: "seventy"}
_KIND = {"in": "input ", "out": "output ", "cache": "cached input "}
_SIGHTS = {"image": ("images", "pictures"), "audio": ("audio",), "video": ("video",)}
_BARE = {"image": ("image",), "audio": ("audio",), "video": ("video",)}


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a value: `before`, `quote` (the value) and `after`; `states` is what the words say, in base units."""

    quote: str
    states: float | str | None
    after: str = ""
    before: str = ""
    op: str = "="

    def __str__(self) -> str:
        return self.before + self.quote + self.after


def forms(key: str, kind: str, value: float | str, *, per_thousand: bool = False) -> list[Form]:
    """All ways of writing the value of a key in a kind of place (see `templates.toml`); empty where there is none.

    `per_thousand` writes a price per million as if it were one per thousand: the wrong unit.
    """
    key = key.split(":")[0].rstrip("12")
    if key in _KIND:
        return _prices(key, kind, float(value), per_thousand)
    if per_thousand:
        return []
    if key in ("ctx", "max"):
        return _tokens(kind, float(value))
    if key in ("size", "active", "train", "hidden"):
        return _sizes(kind, float(value), "tokens" if key == "train" else "parameters")
    if key in ("date", "cutoff"):
        return _dates(kind, str(value))
    if key == "score":
        return [Form(form, float(value)) for form in ((f"{value:g}%", f"{value:g} %", f"{value:g} percent") if kind == "%" else (f"{value:g}", f"{value:.1f}"))]
    if key == "sees":
        return [Form(word, value) for word in (_SIGHTS if kind == "s" else _BARE)[str(value)]]
    return [Form(str(value), value)]


def _tokens(kind: str, value: float) -> list[Form]:
    whole, million = int(value), round(value / 1e6)
    plain = [Form(f"{whole:,}", value)]
    if whole % 1000 == 0 and whole < 1e6:
        plain += [Form(f"{whole // 1000}K", value), Form(f"{whole // 1000}k", value)]
    elif whole % 1024 == 0 and whole < 1e6:
        plain += [Form(f"{whole // 1024}K", whole // 1024 * 1000.0), Form(f"{whole // 1024}k", whole // 1024 * 1000.0)]
    if million and million * 1e6 <= value <= million * 1.05e6:
        plain += [Form(f"{million}M", million * 1e6), Form(f"{million} million", million * 1e6)]
        plain += [Form(f"{_WORDS[million]} million", million * 1e6)] if million in _WORDS else []
    short = [form for form in plain if form.quote[-1] in "KkM"]
    if kind == "adj":
        return [Form(form.quote, form.states, "-token") for form in plain if " " not in form.quote]
    if kind == "short":
        return short
    if kind == "tok":
        return [Form(form.quote, form.states, " tokens") for form in plain]
    if kind == "+":
        return [Form(f"{form.quote}+", form.states, op=">=") for form in short]
    if kind == "below":  # "more than ...": a round number below
        step = 10 ** (len(str(whole)) - 1)
        below = (whole - 1) // step * step
        return [Form(f"{below:,}", float(below), op=">=")] if below > 0.6 * whole else []
    if kind == "num":
        return [Form(f"{whole:,}", value), Form(str(whole), value)]
    return plain


def _prices(key: str, kind: str, value: float, per_thousand: bool) -> list[Form]:
    text = f"{value:.2f}" if round(value, 2) == value else f"{value:.6f}".rstrip("0")
    dollars = [f"${text}"]
    if value == int(value):
        dollars.append(f"${int(value)}")
    if value < 1:
        dollars.append(f"${text[1:]}")
    if kind == "$":
        return [] if per_thousand else [Form(form, value) for form in dollars]
    if kind == "n":
        return [] if per_thousand else [Form(text, value)]
    what = _KIND[key] if kind == "per+" else ""
    if per_thousand:
        return [Form(form, value * 1000, after) for form in dollars for after in (f" per 1K {what}tokens", f" per thousand {what}tokens", f"/1K {what}tokens")]
    units = (" per million ", " per 1M ", "/1M ", " / 1M ", " per one million ", "/M ")
    found = [Form(form, value, f"{unit}{what}tokens") for form in dollars for unit in units]
    found += [Form(f"{text} USD", value, f" per million {what}tokens"), Form(f"US${text}", value, f" per 1M {what}tokens")]
    small = f"{value / 1000:.9f}".rstrip("0")
    found += [Form(f"${small}", value, f" per 1K {what}tokens"), Form(f"${small}", value, f"/1K {what}tokens")]
    cents = round(value * 100, 6)
    if cents < 100 and cents == int(cents):
        found.append(Form(f"{int(cents)} cents", value, f" per million {what}tokens"))
    return found


def _sizes(kind: str, value: float, unit: str) -> list[Form]:
    found = []
    for letter, word, size in (("T", "trillion", 1e12), ("B", "billion", 1e9), ("M", "million", 1e6)):
        if value >= size:
            short = f"{value / size:.4g}"
            short = f"{value / size:.1f}".removesuffix(".0") if len(short) > 4 else short
            states = round(float(short) * size)
            found = [Form(f"{short}{letter}", float(states)), Form(f"{short} {word}", float(states))]
            if value / size in _WORDS:
                found.append(Form(f"{_WORDS[int(value / size)]} {word}", float(states)))
            break
    if kind == "adj":
        return [Form(form.quote.replace(" ", "-"), form.states, f"-{unit.removesuffix('s')}") for form in found]
    if kind == "short":
        return found[:1]
    return [Form(form.quote, form.states, f" {unit}") for form in found] if kind == "p" else found


def _dates(kind: str, value: str) -> list[Form]:
    year, month, *rest = (int(part) for part in value.split("-"))
    name, coarse = MONTHS[month - 1], value[:7]
    months = [Form(f"{name} {year}", coarse), Form(f"{name[:3]} {year}", coarse)]
    if kind == "month":
        return months
    if not rest:
        return [] if kind == "day" else months
    day = rest[0]
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    days = [f"{name} {day}, {year}", f"{day} {name} {year}", f"{name[:3]} {day}, {year}", f"{name} {day}{ending}, {year}", value]
    found = [Form(form, value) for form in days]
    return found if kind == "day" else found + months
