"""The shape of one model file: what `tomllib` read comes in, the checked document and its problems (place, words) go out.

This is the only file of the room that imports pydantic, and only building the index or `validate` imports it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from claimcheck.errors import nearest
from claimcheck.reference import facts as rules
from claimcheck.reference.lines import Place

Problem = tuple[Place, str]
Shape = TypeVar("Shape", bound=BaseModel)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SourceFile(_Strict):
    """A `[sources.<name>]` table; dates are ISO strings (dates of TOML were turned into strings before)."""

    url: str
    checked: str
    primary: bool = False
    title: str | None = None
    published: str | None = None


class FactFile(_Strict):
    """A `[[facts]]` table as written; whether its words make sense together is checked in `facts.py`."""

    attribute: str
    grade: str
    sources: list[str]
    value: bool | int | float | str | list[str] | None = None
    undisclosed: bool = False
    since: str | None = None
    until: str | None = None
    snapshot: str | None = None
    scope: str | None = None
    event: str | None = None
    benchmark: str | None = None
    capability: str | None = None
    base: str | None = None
    other: str | None = None
    stance: str = "asserted"
    complete: bool = False
    reported_by: str | None = None
    note: str | None = None


class ModelFile(_Strict):
    """The top of a model file. Sources and facts are checked one by one, so that one broken fact hides no other."""

    name: str
    developer: str
    aliases: list[str] = []
    members: list[str] = []
    sources: dict[str, dict[str, Any]] = {}
    facts: list[dict[str, Any]] = []


@dataclass(frozen=True, slots=True)
class Document:
    """What a model file says, checked as far as one file can tell; only parts without problems are in it."""

    name: str
    developer: str
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    sources: dict[str, SourceFile]
    facts: tuple[tuple[int, FactFile], ...]  # with their 0-based position in the file


def check(raw: dict[str, Any]) -> tuple[Document | None, list[Problem]]:
    """Check one parsed file (numbers are int or float, dates ISO strings). None when not even its top can be read."""
    head, problems = _read(ModelFile, raw, ())
    if head is None:
        return None, problems
    for word in ("name", "developer"):
        if not getattr(head, word).strip():
            problems.append(((word,), f"field {word!r} is empty"))
    sources: dict[str, SourceFile] = {}
    for name, table in head.sources.items():
        source, found = _read(SourceFile, table, ("sources", name))
        problems += found
        if source is not None:
            problems += [(("sources", name, field), words) for field, words in rules.source_problems(source)]
            sources[name] = source
    facts: list[tuple[int, FactFile]] = []
    for index, table in enumerate(head.facts):
        fact, found = _read(FactFile, table, ("facts", index))
        problems += found
        if fact is not None:
            known = list(head.sources)
            problems += [(("facts", index, field), words) for field, words in rules.problems(fact, known)]
            facts.append((index, fact))
    problems += _unused(head)
    document = Document(head.name, head.developer, tuple(head.aliases), tuple(head.members), sources, tuple(facts))
    return document, problems


def _unused(head: ModelFile) -> list[Problem]:
    used: set[Any] = set()
    for table in head.facts:
        named = table.get("sources")
        used |= {name for name in named if isinstance(name, str)} if isinstance(named, list) else set()
    return [(("sources", name), f"source {name!r} is used by no fact") for name in head.sources if name not in used]


def _read(shape: type[Shape], raw: object, place: Place) -> tuple[Shape | None, list[Problem]]:
    """The table as a value, None when that cannot be; unknown fields alone hide nothing of the rest."""
    try:
        return shape.model_validate(raw), []
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False)
    problems: dict[Place, str] = {}  # a union reports each of its arms: the first is enough
    for one in found:
        at = tuple(one["loc"])
        at = at[:2] if at[:1] in (("facts",), ("sources",)) else at[:1]
        problems.setdefault((*place, *at), _words(shape, one["type"], tuple(one["loc"]), one["msg"]))
    if isinstance(raw, dict) and all(one["type"] == "extra_forbidden" for one in found):
        return shape.model_validate({name: raw[name] for name in raw if name in shape.model_fields}), list(problems.items())
    return None, list(problems.items())


def _words(shape: type[BaseModel], kind: str, at: Place, message: str) -> str:
    field = str(at[0]) if at else ""
    if kind == "extra_forbidden":
        return f"unknown field {field!r}{nearest(field, list(shape.model_fields))}"
    if kind == "missing":
        return f"field {field!r} is missing"
    if field == "value":
        return "field 'value' must be a number, a date, a word in quotes, true or false, or a list of words"
    if kind == "string_type" and len(at) > 1:
        return f"field {field!r} must be a list of texts in quotes"
    expected = {
        "string_type": "text in quotes",
        "bool_type": "true or false",
        "list_type": "a list",
        "dict_type": "a table",
    }.get(kind)
    return f"field {field!r} must be {expected}" if expected else f"field {field!r}: {message}"
