"""A template, models and a corruption come in; a piece of text with the claims that stand in it goes out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, permutations
from pathlib import Path

from tests.generator.facts import BENCHMARKS, KEYS, Dice, Subject, Truth
from tests.generator.forms import Form, forms

# What may be done to a right statement, and the verdict that it must then get.
CORRUPTIONS = {
    "wrong value": "refuted", "swapped models": "refuted", "input and output swapped": "refuted", "wrong unit": "refuted",
    "old value": "outdated", "invented size": "undisclosed",
}  # fmt: skip
_TRIES = 300  # casts looked at before a corruption is given up
_HOLE = re.compile(r"\{(?:(?P<bench>bench\d)|(?P<who>[A-D](?:\+[A-D])*)(?:\.(?P<key>\w+)(?:\|(?P<kind>[^}]+))?)?)\}")
_SMALL = re.compile(r"(.+?)[ -](?:mini|nano|lite|Lite|Flash-Lite)")


@dataclass(frozen=True, slots=True)
class Hole:
    """One hole of a template: a value of some models, their name (`key` is None) or a benchmark (`who` is empty)."""

    start: int
    end: int
    who: tuple[str, ...]
    key: str | None
    kind: str


@dataclass(frozen=True)
class Template:
    """A text with holes; `name` is the style and the first words, `number` its place in the file."""

    name: str
    style: str
    text: str
    format: str
    siblings: bool
    holes: tuple[Hole, ...]

    @property
    def letters(self) -> list[str]:
        """The models that it needs, in order."""
        return sorted({letter for hole in self.holes for letter in hole.who})

    def needs(self, letter: str) -> list[str]:
        """The keys that it says of a model, "score1" among them."""
        return [hole.key for hole in self.holes if letter in hole.who and hole.key]


@dataclass(frozen=True)
class Told:
    """One statement: what must be found of it. `corruption` is None where it is right."""

    subject: Subject
    attribute: str
    value: float | str | None
    start: int
    end: int
    verdict: str | None
    truth: str
    benchmark: str | None = None
    corruption: str | None = None
    form: str = ""
    implicit: bool = False


@dataclass(frozen=True)
class Piece:
    """A text and what is told in it; `template` names where it came from."""

    text: str
    template: Template
    corruption: str | None
    told: tuple[Told, ...]


@dataclass
class Cast:
    """Which model stands for which letter, which benchmark for which number, and what is told instead of the truth."""

    models: dict[str, Subject]
    benchmarks: dict[str, str]
    instead: dict[int, float | str] = field(default_factory=dict)
    corruption: str | None = None

    def truth(self, letter: str, key: str) -> Truth | None:
        """What holds of a model of this cast."""
        if key == "was":
            truth = self.models[letter].truths.get("in")
            return replace(truth, value=truth.old[-1]) if truth and truth.old else None
        return self.models[letter].truths.get(f"score:{self.benchmarks['bench' + key[5:]]}" if key.startswith("score") else key)


def templates() -> list[Template]:
    """All templates of `templates.toml`; a second one that begins with the same words gets a number."""
    found: list[Template] = []
    for row in tomllib.loads(Path(__file__).with_name("templates.toml").read_text(encoding="utf-8"))["template"]:
        holes = tuple(
            Hole(m.start(), m.end(), tuple(m["who"].split("+")) if m["who"] else (), m["key"] or m["bench"], m["kind"] or "")
            for m in _HOLE.finditer(row["text"])
        )
        name = f"{row['style']}: {' '.join(row['text'].split())[:70]}"
        assert name not in {template.name for template in found}, name
        found.append(Template(name, row["style"], row["text"], row.get("format", "md"), row.get("siblings", False), holes))
    return found


def piece(template: Template, corruption: str | None, pool: Sequence[Subject], dice: Dice) -> Piece | None:
    """The template told of models of the pool; None when no models fit, or when it has nothing to corrupt in this way."""
    if corruption and not _possible(template, corruption):
        return None
    for cast in islice(_casts(template, corruption, pool, dice), _TRIES):
        told = _corrupted(template, corruption, cast, dice) if corruption else cast
        if told is not None:
            return _render(template, told, dice)
    return None


def _possible(template: Template, corruption: str) -> bool:
    """Whether a template has holes of the kind that a corruption changes; with a price told as history none is made old."""
    holes = [hole for hole in template.holes if hole.who and hole.key]
    pairs = [(a, b) for a in holes for b in holes if a is not b and a.kind == b.kind and len(a.who) == len(b.who) == 1]
    return {
        "wrong unit": any(hole.kind.startswith("per") for hole in holes),
        "old value": any(hole.key in ("in", "out", "cache", "ctx", "max") for hole in holes) and not any(hole.key == "was" for hole in holes),
        "invented size": any(hole.key == "size" for hole in holes),
        "swapped models": any(a.key == b.key and a.who != b.who for a, b in pairs),
        "input and output swapped": any((a.key, b.key) == ("in", "out") and a.who == b.who for a, b in pairs),
    }.get(corruption, True)


def _casts(template: Template, corruption: str | None, pool: Sequence[Subject], dice: Dice) -> Iterator[Cast]:
    """Models and benchmarks for which everything in the template is known, and can be written in its place."""
    names = [hole.key for hole in template.holes if not hole.who and hole.key]
    ordered = dice.order(pool, "models")
    for chosen in list(permutations(dice.order(BENCHMARKS, "benchmarks"), len(set(names))))[:12]:
        benchmarks = dict(zip(sorted(set(names)), chosen, strict=True))
        fitting = {letter: _fitting(template, letter, ordered, benchmarks, corruption) for letter in template.letters}
        for models in _chosen(template.letters, fitting):
            cast = Cast(models, benchmarks)
            if _agree(template, cast):
                yield cast


def _fitting(template: Template, letter: str, ordered: Sequence[Subject], benchmarks: dict[str, str], corruption: str | None) -> list[Subject]:
    """Models for a letter; first those with a history where one is to be told."""
    found = [subject for subject in ordered if _fits(template, letter, subject, benchmarks, corruption)]
    if corruption == "old value":
        found.sort(key=lambda subject: not any((truth := subject.truths.get(key)) and truth.old for key in template.needs(letter)))
    return found if template.siblings else found[:25]


def _chosen(letters: Sequence[str], fitting: dict[str, list[Subject]]) -> Iterator[dict[str, Subject]]:
    """Every choice of different models for the letters."""
    if not letters:
        yield {}
        return
    for rest in _chosen(letters[:-1], fitting):
        yield from ({**rest, letters[-1]: model} for model in fitting[letters[-1]] if model not in rest.values())


def _fits(template: Template, letter: str, subject: Subject, benchmarks: dict[str, str], corruption: str | None) -> bool:
    cast = Cast({letter: subject}, benchmarks)
    for hole in template.holes:
        if hole.key and letter in hole.who:
            truth = cast.truth(letter, hole.key)
            if truth is None and corruption == "invented size" and hole.key == "size":
                truth = subject.truths.get("hidden")
            elif truth is None or truth.value is None or not forms(_form_key(hole), hole.kind, truth.value):
                return False
            if truth is None:
                return False
    return True


def _agree(template: Template, cast: Cast) -> bool:
    """Values told of several models at once are the same for all; siblings are of one line; others are told apart by name."""
    for hole in template.holes:
        if len(hole.who) > 1 and hole.key and len({truth.value for letter in hole.who if (truth := cast.truth(letter, hole.key))}) != 1:
            return False
    if template.siblings:
        small = _SMALL.fullmatch(cast.models["B"].name)
        return small is not None and small[1] == cast.models["A"].name
    return True


def _corrupted(template: Template, corruption: str, cast: Cast, dice: Dice) -> Cast | None:
    """The cast with something told instead of the truth; None when this cannot be done to it."""
    values = [(number, hole) for number, hole in enumerate(template.holes) if hole.who and hole.key and hole.key != "was"]
    for number, hole in dice.order(values, corruption):
        instead = _instead(template, corruption, cast, number, hole, dice)
        if instead and _all_known(template, cast, instead):
            return Cast(cast.models, cast.benchmarks, instead, corruption)
    return None


def _all_known(template: Template, cast: Cast, instead: dict[int, float | str]) -> bool:
    """Whether everything told that is not corrupted is known."""
    return all(cast.truth(w, h.key) for n, h in enumerate(template.holes) if n not in instead and h.key for w in h.who)


def _instead(template: Template, corruption: str, cast: Cast, number: int, hole: Hole, dice: Dice) -> dict[int, float | str]:
    """For the holes that one corruption changes, what is told in them; empty when it does not fit."""
    assert hole.key is not None
    truths = [cast.truth(letter, hole.key) for letter in hole.who]
    if corruption == "invented size":
        hidden = cast.models[hole.who[0]].truths.get("hidden")
        return {number: dice.pick(hidden.false, "size")} if hidden and hole.key == "size" and truths == [None] else {}
    own = [truth for truth in truths if truth is not None]
    if len(own) != len(truths):
        return {}
    if corruption == "wrong value":
        return _wrong(number, hole, own, dice)
    if corruption == "wrong unit":
        fits = hole.kind.startswith("per") and isinstance(own[0].value, float) and own[0].is_false(own[0].value * 1000)
        return {number: own[0].value} if fits and own[0].value is not None else {}
    if corruption == "old value":
        old = own[0].old[-1:] if len(own) == 1 else ()
        return {number: old[0]} if old and all(form.op == "=" for form in forms(_form_key(hole), hole.kind, old[0])) else {}
    return _swapped(template, corruption, cast, number, hole, own[0]) if len(own) == 1 else {}


def _wrong(number: int, hole: Hole, own: Sequence[Truth], dice: Dice) -> dict[int, float | str]:
    assert hole.key is not None
    for value in dice.order(own[0].false, f"false {number}"):
        written = forms(_form_key(hole), hole.kind, value)
        beyond = all(form.op == "=" or float(form.states or 0) > 1.13 * max(truth.known) for form in written for truth in own)
        if written and beyond and all(truth.is_false(form.states) for truth in own for form in written if form.states is not None):
            return {number: value}
    return {}


def _swapped(template: Template, corruption: str, cast: Cast, number: int, hole: Hole, own: Truth) -> dict[int, float | str]:
    """The value of another hole, and this one's there: of another model, or of the other kind of price."""
    turned = {"in": "out", "out": "in"}
    for at, other in enumerate(template.holes):
        if at == number or len(other.who) != 1 or other.key is None or other.key == "was" or other.kind != hole.kind:
            continue
        there = cast.truth(other.who[0], other.key)
        if there is None or own.value is None or there.value is None:
            continue
        if corruption == "swapped models" and other.who != hole.who and other.key == hole.key and own.is_false(there.value) and there.is_false(own.value):
            return {number: there.value, at: own.value}
        if corruption == "input and output swapped" and other.who == hole.who and turned.get(hole.key or "") == other.key:
            if all(abs(float(v) - k) > 0.13 * k for v, t in ((there.value, own), (own.value, there)) for k in t.known):
                return {number: there.value, at: own.value}
    return {}


def _form_key(hole: Hole) -> str:
    return "in" if hole.key == "was" else hole.key or ""


def _render(template: Template, cast: Cast, dice: Dice) -> Piece:
    """The text with every hole filled, and what each hole tells."""
    parts: list[str] = []
    told: list[Told] = []
    length = last = 0
    for number, hole in enumerate(template.holes):
        form = _fill(template, cast, number, hole, dice)
        before = template.text[last : hole.start] + form.before
        parts += [before, form.quote, form.after]
        start = length + len(before)
        length, last = start + len(form.quote) + len(form.after), hole.end
        if hole.who and hole.key:
            told += [_told(cast, number, hole, letter, form, start) for letter in hole.who]
    return Piece("".join([*parts, template.text[last:]]), template, cast.corruption, tuple(told))


def _fill(template: Template, cast: Cast, number: int, hole: Hole, dice: Dice) -> Form:
    if not hole.who:
        name = cast.benchmarks[hole.key or ""]
        return Form("GPQA" if name == "GPQA Diamond" and dice.chance(0.5, "GPQA") else name, None)
    if hole.key is None:
        return Form(_named(template, cast.models[hole.who[0]], hole, Dice(f"{dice.key} {number}")), None)
    truth = cast.truth(hole.who[0], hole.key)
    value = cast.instead.get(number, truth.value if truth and truth.value is not None else 0.0)
    per_thousand = cast.corruption == "wrong unit" and number in cast.instead
    # The same way of writing in all holes of a kind, as in one table or one sentence, and another one in the next piece.
    written = forms(_form_key(hole), hole.kind, value, per_thousand=per_thousand)
    return written[dice.pick(range(len(written)), f"form {hole.key} {hole.kind}")]


def _named(template: Template, subject: Subject, hole: Hole, dice: Dice) -> str:
    """The official name, or one of the spellings that follow from it."""
    bare = "**" not in template.text and template.format == "md"
    if dice.chance(0.08, "id"):
        return subject.id.rpartition("/")[2]
    if dice.chance(0.06, "hyphens"):
        return subject.name.replace("-", "\u2011")
    if dice.chance(0.06, "spaces") and re.fullmatch(r"GPT-[\w.]+(?: \w+)?", subject.name):
        return subject.name.replace("-", " ")
    return f"**{subject.name}**" if bare and dice.chance(0.1, "bold") else subject.name


def _told(cast: Cast, number: int, hole: Hole, letter: str, form: Form, start: int) -> Told:
    assert hole.key is not None
    truth = cast.truth(letter, hole.key)
    attribute = KEYS["in" if hole.key == "was" else "score" if hole.key.startswith("score") else hole.key]
    benchmark = cast.benchmarks.get("bench" + hole.key[5:]) if hole.key.startswith("score") else None
    corruption = cast.corruption if number in cast.instead else None
    past = hole.key == "was"
    verdict = None if past else CORRUPTIONS[corruption] if corruption else "supported"
    right = "never published" if truth is None else str(truth.value)
    return Told(
        cast.models[letter], attribute, form.states, start, start + len(form.quote), verdict, right, benchmark, corruption, f"{hole.key} {hole.kind}", past
    )
