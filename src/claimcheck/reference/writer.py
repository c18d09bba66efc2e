"""The one canonical way to write a model file: TOML text comes in, the same content in fixed order and form goes out.

Comments are kept: one at the end of a line stays at its key, whole lines of comment stay above what they stood above.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from claimcheck.reference import lines
from claimcheck.reference import vocabulary as words
from claimcheck.reference.facts import is_date

Comments = dict[lines.Place, tuple[list[str], str]]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 120


def write(text: str) -> str:
    """Canonical form of a model file. `text` must be valid TOML with `sources` a table and `facts` a list of tables.

    Top keys, sources by name, facts by attribute (order of the README), benchmark or capability, snapshot and since;
    unknown keys are kept, last. Numbers are in their shortest form, from 10_000 up with underscores.
    """
    raw = tomllib.loads(text, parse_float=Decimal)
    comments, rest = _comments(text)
    top = {name: value for name, value in raw.items() if name not in ("sources", "facts")}
    tables = [_table("", (), top, words.TOP_KEYS, comments)]
    for name, source in sorted(raw.get("sources", {}).items()):
        tables.append(_table(f"[sources.{_key(name)}]", ("sources", name), source, words.SOURCE_KEYS, comments))
    for index, fact in sorted(enumerate(raw.get("facts", [])), key=lambda pair: _order(pair[1])):
        tables.append(_table("[[facts]]", ("facts", index), fact, words.FACT_KEYS, comments))
    tables.append(rest)
    return "\n\n".join("\n".join(table) for table in tables if table) + "\n"


def content(raw: dict[str, Any]) -> dict[str, Any]:
    """What a parsed model file says, whatever the order of its facts: equal before and after `write`."""
    optional = words.TOP_KEYS[2:]  # an empty list or table says the same as none
    said = {name: value for name, value in raw.items() if value or name not in optional}
    return said | {"facts": sorted(raw.get("facts", []), key=_order)}


def _order(fact: dict[str, Any]) -> tuple[int, str, str, str, str]:
    known = list(words.ATTRIBUTES)
    attribute = str(fact.get("attribute", ""))
    place = known.index(attribute) if attribute in known else len(known)
    which = str(fact.get("benchmark") or fact.get("capability") or "")
    return place, attribute, which, str(fact.get("snapshot", "")), str(fact.get("since", ""))


def _comments(text: str) -> tuple[Comments, list[str]]:
    """Comments by the place that they belong to (lines above it, words beside it), and those after the last place."""
    found: Comments = {}
    above: list[str] = []
    for line in lines.scan(text):
        if line.bare and line.comment:
            above.append(line.comment)
        elif line.opens or line.comment:
            before, beside = found.get(line.place, ([], ""))
            found[line.place] = ([*before, *above], " ".join(filter(None, (beside, line.comment))))
            above = []
    return found, above


def _table(head: str, place: lines.Place, table: dict[str, Any], order: Sequence[str], comments: Comments) -> list[str]:
    above, beside = comments.get(place, ([], ""))
    out = [*above, head + (f"  {beside}" if beside else "")] if head else []
    for name in sorted(table, key=lambda name: (order.index(name) if name in order else len(order), name)):
        value = table[name]
        if value == [] and name in ("aliases", "members"):
            continue
        above, beside = comments.get((*place, name), ([], ""))
        text = f"{_key(name)} = {_value(_dated(name, value, table), len(name) + 3)}"
        out += [*above, text + (f"  {beside}" if beside else "")]
    return out


def _dated(name: str, value: Any, table: dict[str, Any]) -> Any:
    """A whole day written in quotes becomes a date of TOML, where a date is meant."""
    meant = name in words.DATE_KEYS or (name == "value" and words.ATTRIBUTES.get(table.get("attribute", "")) == "date")
    if meant and isinstance(value, str) and len(value) == 10 and is_date(value):
        return datetime.date.fromisoformat(value)
    return value


def _value(value: Any, used: int = 0) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, int | Decimal):
        return _number(value)
    if isinstance(value, list):
        return _list([_value(inner) for inner in value], used)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(name)} = {_value(inner)}" for name, inner in value.items()) + " }"
    return str(value.isoformat())


def _number(number: int | Decimal) -> str:
    if isinstance(number, Decimal):
        if not number.is_finite() or number != number.to_integral_value() or abs(number) >= 10**18:
            return repr(float(number))
        number = int(number)
    return f"{number:_}" if abs(number) >= 10_000 else str(number)


def _list(items: list[str], used: int) -> str:
    line = f"[{', '.join(items)}]"
    if used + len(line) <= _WIDTH:
        return line
    return "[\n" + "".join(f"    {item},\n" for item in items) + "]"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _string(name)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
