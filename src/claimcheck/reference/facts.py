"""The rules that one fact and one source must keep: the parsed table comes in, (field, what is wrong) pairs go out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.errors import nearest
from claimcheck.reference import vocabulary as words
from claimcheck.reference.asof import first_day

if TYPE_CHECKING:
    from claimcheck.reference.schema import FactFile, SourceFile

FieldProblem = tuple[str, str]

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Whether a text is an ISO date of day, month or year precision that exists in the calendar."""
    if not _ISO.fullmatch(text):
        return False
    try:
        date.fromisoformat(first_day(text))
    except ValueError:
        return False
    return True


def source_problems(source: SourceFile) -> list[FieldProblem]:
    """What is wrong with a source: address, dates. `checked` must be a whole day."""
    found: list[FieldProblem] = []
    if not source.url.startswith(("https://", "http://")):
        found.append(("url", f"{source.url!r} is no web address (it must begin with https://)"))
    if source.published is not None and not is_date(source.published):
        found.append(("published", _no_date("published", source.published)))
    if not is_date(source.checked) or len(source.checked) != 10:
        found.append(("checked", f"field 'checked' must be a whole day such as 2026-11-21, not {source.checked!r}"))
    return found


def problems(fact: FactFile, sources: Sequence[str]) -> list[FieldProblem]:
    """What is wrong with a fact by itself, given the names of the file's sources. Other files are not looked at."""
    return [*_words(fact), *_sources(fact, sources), *_dates(fact), *_fields(fact), *_value(fact)]


def _words(fact: FactFile) -> Iterator[FieldProblem]:
    checked = (
        ("attribute", fact.attribute, tuple(words.ATTRIBUTES)),
        ("grade", fact.grade, words.GRADES),
        ("event", fact.event, words.EVENTS),
        ("capability", fact.capability, words.CAPABILITIES),
        ("stance", fact.stance, words.STANCES),
    )
    for field, word, known in checked:
        if word is not None and word not in known:
            yield field, f"unknown {field} {word!r}{nearest(word, list(known))}"
    if fact.grade == "lineages" and fact.attribute in words.NEVER_LINEAGES:
        yield "grade", f"{fact.attribute} is never vetted by agreement of catalogues: grade cannot be 'lineages'"


def _sources(fact: FactFile, known: Sequence[str]) -> Iterator[FieldProblem]:
    if not fact.sources:
        yield "sources", "a fact needs at least one source"
    for index, name in enumerate(fact.sources):
        if name not in known:
            yield "sources", f"no source is called {name!r}{nearest(name, list(known))}"
        elif name in fact.sources[:index]:
            yield "sources", f"source {name!r} is named twice"


def _dates(fact: FactFile) -> Iterator[FieldProblem]:
    for field, text in (("since", fact.since), ("until", fact.until)):
        if text is not None and not is_date(text):
            yield field, _no_date(field, text)
            return
    if fact.since and fact.until and first_day(fact.since) >= first_day(fact.until):
        yield "until", f"'until' ({fact.until}) must be later than 'since' ({fact.since})"


def _fields(fact: FactFile) -> Iterator[FieldProblem]:
    if fact.attribute not in words.ATTRIBUTES:
        return
    for field in words.NEEDED.get(fact.attribute, ()):
        if not getattr(fact, field):
            yield "attribute", f"a fact on {fact.attribute} needs the field {field!r}"
    for field, attributes in words.FIELD_OF.items():
        if field in fact.model_fields_set and fact.attribute not in attributes:
            yield field, f"field {field!r} is for {' and '.join(attributes)} only, not for {fact.attribute}"


def _value(fact: FactFile) -> Iterator[FieldProblem]:
    kind = words.ATTRIBUTES.get(fact.attribute)
    if fact.undisclosed:
        if fact.value is not None:
            yield "undisclosed", "a fact has either 'value' or 'undisclosed = true', not both"
        return
    if fact.value is None:
        yield "attribute", "a fact needs the field 'value' (or 'undisclosed = true')"
    elif kind in ("count", "positive", "amount", "ratio"):
        yield from _number(fact.attribute, kind, fact.value)
    elif kind == "modalities":
        yield from _modalities(fact.attribute, fact.value)
    elif kind == "flag":
        if not isinstance(fact.value, bool):
            yield "value", f"{fact.attribute} must be true or false, not {fact.value!r}"
    elif kind in ("word", "id", "date"):
        if not isinstance(fact.value, str) or not fact.value.strip():
            yield "value", f"{fact.attribute} must be {'a date' if kind == 'date' else 'a word'}, not {fact.value!r}"
        elif kind == "date" and not is_date(fact.value):
            yield "value", _no_date(fact.attribute, fact.value)


def _number(attribute: str, kind: str, value: object) -> Iterator[FieldProblem]:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        yield "value", f"{attribute} must be a number, not {value!r}"
    elif value < 0 or (value == 0 and kind != "amount"):
        yield "value", f"{attribute} must be a positive number, not {value!r}"
    elif kind == "count" and value != int(value):
        yield "value", f"{attribute} must be a whole number, not {value!r}"


def _modalities(attribute: str, value: object) -> Iterator[FieldProblem]:
    if not isinstance(value, list) or not value:
        yield "value", f"{attribute} must be a list of {', '.join(words.MODALITIES)}, not {value!r}"
        return
    for index, word in enumerate(value):
        if word not in words.MODALITIES:
            yield "value", f"unknown modality {word!r}{nearest(word, list(words.MODALITIES))}"
        elif word in value[:index]:
            yield "value", f"modality {word!r} is named twice"


def _no_date(field: str, text: str) -> str:
    return f'{field!r} must be a date such as 2024-05-13, "2024-05" or "2024", not {text!r}'
