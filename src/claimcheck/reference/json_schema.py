"""The JSON Schema of a model file, for editors that complete and check TOML: nothing comes in, a schema goes out.

The shape is taken from `schema.py`, the words from `vocabulary.py`, so it says what `validate` says, as far as a schema
can. What needs a look at other files (ids, names, source names) is left to `validate`.
"""

from __future__ import annotations

import json
from typing import Any

from claimcheck.reference import vocabulary as words
from claimcheck.reference.schema import FactFile, ModelFile, SourceFile

Schema = dict[str, Any]

_DATE = r"^\d{4}(-\d\d(-\d\d)?)?$"
_TOP = {
    "name": "official display name, without the vendor",
    "developer": "who made the model",
    "aliases": "spellings that do not follow from the name",
    "members": "only for a family: ids of its models",
    "sources": "a short name for each source, used by the facts",
    "facts": "one dated, sourced statement each",
}
_SOURCE = {
    "url": "address of the page, repository or paper",
    "title": "its title",
    "published": "when it was published",
    "checked": "the whole day on which the facts were held against it",
    "primary": "true for the vendor's own words",
}
_FACT = {
    "attribute": "what the fact is about",
    "value": "number in base units, date, word, true/false, or a list of modalities",
    "undisclosed": "instead of a value: the vendor never published it",
    "since": "first day in force; leave out when not known",
    "until": "first day no longer in force; leave out while it holds",
    "snapshot": "the fact holds for this dated id or variant only",
    "scope": "price tier, channel, surface, beta or benchmark setting, in words",
    "event": "release_date only: which of the dates of a release",
    "benchmark": "benchmark_score only: which benchmark",
    "capability": "capability only: which one",
    "base": "relative only: quantity compared",
    "other": "relative only: id of the model compared with; the value is the ratio this/other",
    "reported_by": "who published a score, when not the model's own vendor",
    "stance": '"planned" for something announced for the future',
    "complete": "modalities only: what the list leaves out is not supported there",
    "grade": "how the fact was vetted, best first",
    "sources": "names of sources above, at least one",
    "note": "anything a reviewer should know",
}


def text() -> str:
    """The schema as it stands in `reference/schema.json`."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """The schema of one model file (JSON Schema 2020-12)."""
    top = _table(ModelFile, words.TOP_KEYS, _TOP)
    top["properties"]["sources"] |= {"additionalProperties": _source()}
    top["properties"]["facts"] |= {"items": _fact()}
    for name in ("aliases", "members"):
        top["properties"][name] |= {"uniqueItems": True}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "claimcheck model file", **top}


def _source() -> Schema:
    table = _table(SourceFile, words.SOURCE_KEYS, _SOURCE)
    table["properties"]["url"] |= {"pattern": "^https?://"}
    table["properties"]["published"] |= {"pattern": _DATE}
    table["properties"]["checked"] |= {"pattern": r"^\d{4}-\d\d-\d\d$"}
    return table


def _fact() -> Schema:
    table = _table(FactFile, words.FACT_KEYS, _FACT)
    fields = table["properties"]
    known = {
        "attribute": words.ATTRIBUTES, "grade": words.GRADES, "event": words.EVENTS,
        "capability": words.CAPABILITIES, "stance": words.STANCES,
    }  # fmt: skip
    for name, choice in known.items():
        fields[name] |= {"enum": list(choice)}
    for name in ("since", "until"):
        fields[name] |= {"pattern": _DATE}
    fields["sources"] |= {"minItems": 1, "uniqueItems": True}
    table["oneOf"] = [{"required": ["value"]}, {"required": ["undisclosed"]}]
    table["allOf"] = [_values(), *(_needs(name, needed) for name, needed in words.NEEDED.items())]
    return table


def _values() -> Schema:
    """What a value may be, attribute by attribute."""
    kinds: dict[str, list[str]] = {}
    for attribute, of in words.ATTRIBUTES.items():
        kinds.setdefault(of, []).append(attribute)
    rule: Schema = {}
    for kind, names in reversed(list(kinds.items())):
        rule = {"if": _is(names), "then": {"properties": {"value": _kind(kind)}}} | ({"else": rule} if rule else {})
    return rule


def _kind(kind: str) -> Schema:
    number: Schema = {"type": "number", "exclusiveMinimum": 0}
    shapes: dict[str, Schema] = {
        "count": {"type": "integer", "minimum": 1},
        "positive": number,
        "ratio": number,
        "amount": {"type": "number", "minimum": 0},
        "date": {"type": "string", "pattern": _DATE},
        "flag": {"type": "boolean"},
        "modalities": {"type": "array", "items": {"enum": list(words.MODALITIES)}, "minItems": 1, "uniqueItems": True},
        "id": {"type": "string", "pattern": "^[^/]+/[^/]+$"},
    }
    return shapes.get(kind, {"type": "string", "minLength": 1})


def _needs(attribute: str, needed: tuple[str, ...]) -> Schema:
    return {"if": _is([attribute]), "then": {"required": list(needed)}}


def _is(attributes: list[str]) -> Schema:
    return {"properties": {"attribute": {"enum": attributes}}, "required": ["attribute"]}


def _table(shape: type[ModelFile] | type[SourceFile] | type[FactFile], order: tuple[str, ...], told: dict[str, str]) -> Schema:
    """The fields of a shape in the order in which they are written, each with a line for people."""
    found = shape.model_json_schema()
    fields = {name: _field(found["properties"][name], told[name]) for name in order}
    required = [name for name in order if name in found["required"]]
    return {"type": "object", "properties": fields, "required": required, "additionalProperties": False}


def _field(field: Schema, told: str) -> Schema:
    """One field without pydantic's titles and nulls: what is not there is left out of a TOML file."""
    arms = [arm for arm in field.pop("anyOf", []) if arm.get("type") != "null"]
    shape = arms[0] if len(arms) == 1 else {"anyOf": arms} if arms else field
    return {"description": told} | {name: value for name, value in shape.items() if name not in ("title", "default")}
