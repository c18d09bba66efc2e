"""Indented JSON in pieces: values in, the text out that `json.dumps` with an indent of two gives for all of them together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator


def dumped(value: object, depth: int = 0) -> str:
    """A value as it stands so many levels deep; UTF-8 is not escaped, and no line end is within a string of JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False).replace("\n", f"\n{'  ' * depth}")


def opened(members: dict[str, object], depth: int = 0) -> str:
    """An object that begins with these members and goes on with another one."""
    return dumped(members, depth).removesuffix(f"\n{'  ' * depth}}}") + f",\n{'  ' * (depth + 1)}"


def array(values: Iterable[object], depth: int) -> Iterator[str]:
    """An array that is a member of an object so many levels deep, one piece a value."""
    inside = f"\n{'  ' * (depth + 2)}"
    begin = "["
    for value in values:
        yield f"{begin}{inside}{dumped(value, depth + 2)}"
        begin = ","
    yield "[]" if begin == "[" else f"\n{'  ' * (depth + 1)}]"
