"""The reference comes in; what is certainly true of each model on a day, and what is certainly false, goes out.

A value is told as true only when a vetted fact of the model itself, without any condition, is in force. A value is told as
false only when it is far from every value that the reference has ever held for the model: of any snapshot, tier, surface,
event, grade or time, and for prices of any kind of price.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from claimcheck.reference import asof, trust
from claimcheck.reference.load import Reference
from claimcheck.reference.names import kind, parts
from claimcheck.terms import Fact
from claimcheck.verdict.scores import of_base

Item = TypeVar("Item")
Value = float | str

KEYS = {
    "ctx": "context_window", "max": "max_output_tokens", "in": "input_price", "out": "output_price", "cache": "cached_input_price",
    "size": "parameters", "active": "active_parameters", "train": "training_tokens", "date": "release_date", "cutoff": "knowledge_cutoff",
    "score": "benchmark_score", "dev": "developer", "sees": "input_modality",
}  # fmt: skip
PRICES = ("input_price", "output_price", "cached_input_price", "batch_input_price", "batch_output_price")
NEAR = {"context_window": ("context_window", "input_limit"), "parameters": ("parameters", "active_parameters")}
# Benchmarks whose scores do not hang on somebody's scaffold, so that a wrong figure is plainly wrong.
BENCHMARKS = ("MMLU", "GPQA Diamond", "HumanEval", "MATH", "MGSM", "DROP", "MMMU", "GSM8K", "MMLU-Pro", "MBPP", "IFEval", "HellaSwag")
MAKERS = ("OpenAI", "Anthropic", "Google", "Meta", "Mistral AI", "DeepSeek", "xAI", "Alibaba", "Cohere", "Microsoft")
_COUNTS = {
    "ctx": (4e3, 16e3, 32e3, 64e3, 96e3, 128e3, 200e3, 256e3, 400e3, 500e3, 1e6, 2e6, 4e6),
    "max": (2e3, 4e3, 8e3, 12e3, 16e3, 24e3, 32e3, 48e3, 64e3, 96e3, 128e3),
    "train": (0.3e12, 1e12, 2e12, 3.5e12, 5e12, 9e12, 12e12, 15e12, 22e12, 30e12, 40e12),
}


@dataclass(frozen=True, slots=True)
class Dice:
    """Choices that follow from a key alone; adding to what is chosen from changes a choice only where the new thing wins."""

    key: str

    def order(self, items: Iterable[Item], name: str = "") -> list[Item]:
        """The items in an order of chance."""
        return sorted(items, key=lambda item: hashlib.blake2b(f"{self.key}|{name}|{item}".encode(), digest_size=8).digest())

    def pick(self, items: Sequence[Item], name: str = "") -> Item:
        """One of the items."""
        return self.order(items, name)[0]

    def chance(self, share: float, name: str) -> bool:
        """True in this share of all cases."""
        return int.from_bytes(hashlib.blake2b(f"{self.key}|{name}".encode(), digest_size=4).digest()) < share * 2**32


@dataclass(frozen=True)
class Truth:
    """What holds of one model: the value (None: never published), what was right before, what is surely false, and all
    that the reference has ever held of this attribute (`known`)."""

    attribute: str
    value: Value | None
    false: tuple[Value, ...]
    is_false: Callable[[Value], bool]
    old: tuple[Value, ...] = ()
    known: tuple[float, ...] = ()


@dataclass(frozen=True)
class Subject:
    """One model with its certain truths by key ("ctx", "in", "score:MMLU"; "hidden" is the size that nobody published)."""

    id: str
    name: str
    developer: str
    truths: dict[str, Truth]

    def __str__(self) -> str:
        return self.id


def subjects(book: Reference, day: str) -> list[Subject]:
    """Every model that was out on that day and of which something is certain; no families."""
    found = []
    for id in book.ids():
        entry = book.entry(id)
        if not entry.members and not _is_family_word(book, id) and _is_out(book, id, day):
            found.append(Subject(id, entry.name, entry.developer, _truths(book, id, day)))
    return [subject for subject in found if subject.truths]


def _is_family_word(book: Reference, id: str) -> bool:
    """Whether a name without version and size is part of another's ("Sonar Pro" of "Sonar Reasoning Pro"), and so may mean that."""
    return all(kind(word) == "word" for word in parts(book.entry(id).name)) and bool(_variants(book, id))


def _variants(book: Reference, id: str) -> list[str]:
    """Ids of the models one of whose names holds all words of this name, and more ("DeepSeek V2 Lite" of "DeepSeek V2")."""
    own, every = set(parts(book.entry(id).name)), _names(book)
    return [other for other, names in every.items() if other != id and any(own < words for words in names)]


@lru_cache(maxsize=4)
def _names(book: Reference) -> dict[str, list[set[str]]]:
    """The words of each model's name and further spellings."""
    return {id: [set(parts(name)) for name in (book.entry(id).name, *book.entry(id).aliases)] for id in book.ids()}


def _is_out(book: Reference, id: str, day: str) -> bool:
    events = [(f.event == "announced", asof.last_day(f.value)) for f in book.facts(id, "release_date") if isinstance(f.value, str)]
    return bool(events) and min(events)[1] <= day


def _truths(book: Reference, id: str, day: str) -> dict[str, Truth]:
    found: dict[str, Truth | None] = {}
    retired = trust.retired_on(book.facts(id, "retirement_date"))

    def certain(attribute: str, *, scoped: bool = False) -> list[Fact]:
        facts = [f for f in book.facts(id, attribute) if f.snapshot is None and (scoped or f.scope is None) and f.reported_by is None]
        return [f for f in facts if trust.may_refute(f, day, retired=retired)]

    for key in ("ctx", "max", "in", "out", "cache", "size", "active", "train"):
        found[key] = _number(book, id, key, certain(KEYS[key]), day)
    for key, near in (("date", 60), ("cutoff", 100)):
        found[key] = _date(book, id, KEYS[key], certain(KEYS[key]), near, day)
    for name in BENCHMARKS:
        found[f"score:{name}"] = _score(book, id, name, [f for f in certain("benchmark_score", scoped=True) if f.benchmark == name])
    if any(f.value is None for f in certain("parameters")) and not any(f.value for f in book.facts(id, "parameters")):
        found["hidden"] = Truth("parameters", None, (8e9, 20e9, 175e9, 200e9, 1.8e12), lambda value: True)
    found["dev"], found["sees"] = _developer(book, id), _modality(book, id, certain("input_modality", scoped=True), day)
    return {key: truth for key, truth in found.items() if truth}


def _number(book: Reference, id: str, key: str, certain: list[Fact], day: str) -> Truth | None:
    """A count or a price: one value in force, nothing else in force without a condition."""
    attribute = KEYS[key]
    now = {f.value for f in asof.in_force(tuple(certain), day)}
    plain = {f.value for f in asof.in_force(book.facts(id, attribute), day) if f.snapshot is None and f.scope is None}
    if len(now) != 1 or now != plain or None in now:
        return None
    near = PRICES if attribute in PRICES else NEAR.get(attribute, (attribute,))
    ids = [id, *_variants(book, id)] if key in ("size", "active") else [id]  # a variant's size may be meant
    known = [float(f.value) for one in ids for a in near for f in book.facts(one, a) if isinstance(f.value, int | float)]
    (value,) = (float(v) for v in now if isinstance(v, int | float))

    def is_false(told: Value) -> bool:
        return all(abs(float(told) - one) > 0.13 * max(one, float(told)) for one in known)

    current = {f.value for a in near for f in asof.in_force(book.facts(id, a), day)}
    past = [float(f.value) for f in asof.past(tuple(certain), day) if isinstance(f.value, int | float) and f.value not in current]
    if attribute in PRICES:
        pool = [float(f"{value * factor:.2g}") for factor in (0.1, 0.25, 0.5, 0.8, 1.2, 1.5, 2, 3, 4, 10)]
    elif key in ("size", "active"):
        pool = [float(f"{value * factor:.2g}") for factor in (0.1, 0.5, 0.8, 1.25, 1.5, 2, 3, 10)]
    else:
        pool = list(_COUNTS[key])
    own = tuple(float(f.value) for f in book.facts(id, attribute) if isinstance(f.value, int | float))
    return Truth(attribute, value, tuple(v for v in pool if is_false(v)), is_false, tuple(dict.fromkeys(past)), own)


def _score(book: Reference, id: str, name: str, certain: list[Fact]) -> Truth | None:
    """A published score; false is what is three points from all scores on benchmarks of the same first letters."""
    known = [float(f.value) for f in book.facts(id, "benchmark_score") if isinstance(f.value, int | float) and (f.benchmark or "")[:4] == name[:4]]
    tuned = [f for f in certain if not of_base(f)]  # a base model's score leaves open what its tuned one has
    lasting = [float(f.value) for f in tuned if isinstance(f.value, int | float) and f.until is None and f.value <= 100]
    if not lasting:
        return None

    def is_false(told: Value) -> bool:
        return 5 <= float(told) <= 99 and all(abs(float(told) - one) >= 3 for one in known)

    pool = [round(lasting[0] + step, 1) for step in (-17.3, -8.6, -5.2, -4.1, 3.7, 4.4, 6.9, 9.5)]
    return Truth("benchmark_score", lasting[0], tuple(v for v in pool if is_false(v)), is_false)


def _date(book: Reference, id: str, attribute: str, certain: list[Fact], near: int, day: str) -> Truth | None:
    """A date; false is what is far from the dates of all events and snapshots, and not ahead of the day."""
    known = [str(f.value) for f in book.facts(id, attribute) if f.value]
    values = sorted(str(f.value) for f in certain if f.value and len(str(f.value)) >= 7)
    if not values or values[0] > day:
        return None

    def is_false(told: Value) -> bool:
        return all(_apart(str(told), one) > near for one in known)

    year, month, *rest = (int(part) for part in values[0].split("-"))
    shifted = [(year, month + step) if 1 <= month + step <= 12 else (year + (1 if step > 0 else -1), (month + step - 1) % 12 + 1) for step in (-7, -4, 3, 5, 8)]
    pool = ["-".join([str(y), f"{m:02}", *(f"{min(d, 28):02}" for d in rest)]) for y, m in [*shifted, (year - 1, month), (year + 1, month)]]
    return Truth(attribute, values[0], tuple(v for v in pool if is_false(v) and v <= day), is_false)


def _apart(a: str, b: str) -> int:
    """Days between two dates; none where one is the beginning of the other."""
    if a.startswith(b) or b.startswith(a):
        return 0
    left, right = (date.fromisoformat(text + "0000-06-15"[len(text) :]) for text in (a, b))
    return abs((left - right).days)


def _developer(book: Reference, id: str) -> Truth | None:
    """Who makes it; left out where a second maker has a hand in it."""
    maker = book.entry(id).developer
    if maker not in MAKERS or book.facts(id, "developer"):
        return None
    others = tuple(other for other in MAKERS if other != maker)
    return Truth("developer", maker, others, lambda told: told in others)


def _modality(book: Reference, id: str, certain: list[Fact], day: str) -> Truth | None:
    """A kind of input beside text; false is what no fact of any surface, snapshot or plan names."""
    named = {word for f in book.facts(id, "input_modality") if isinstance(f.value, tuple) for word in f.value}
    whole = [f for f in asof.in_force(tuple(certain), day) if f.complete and isinstance(f.value, tuple)]
    if "text" not in named or not whole or not isinstance(whole[0].value, tuple):
        return None
    false = tuple(word for word in ("image", "audio", "video") if word not in named)
    value = next((word for word in ("video", "audio", "image") if word in whole[0].value), None)
    return Truth("input_modality", value, false, lambda told: told in false) if value or false else None
