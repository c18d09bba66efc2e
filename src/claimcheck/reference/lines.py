"""Where things stand in TOML source: text comes in, places such as ("facts", 3, "value") and their lines go out.

`tomllib` forgets lines and comments; this reads just enough of the text again to point at a line and to keep comments.
It knows the way that model files are written (tables with headers, one key a line), not all of TOML: what it does not
find is reported one step further up, at the table or at line 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Place = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_PART = re.compile(r"\"(?P<quoted>[^\"]*)\"|'(?P<literal>[^']*)'|(?P<bare>[^.\s'\"]+)")
_KEY = re.compile(r"\s*(?:\"(?P<quoted>[^\"]*)\"|'(?P<literal>[^']*)'|(?P<bare>[\w-]+))\s*=")
_STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")


@dataclass(frozen=True, slots=True)
class Line:
    """One source line (`number` from 1): the place that it opens or goes on with, and its comment ("# ...") if any.

    `opens` is true for a header or a key, false for blank and comment lines and for the rest of a longer value.
    """

    number: int
    place: Place
    opens: bool
    comment: str | None
    bare: bool  # nothing on the line but the comment, or nothing at all


def scan(text: str) -> list[Line]:
    """All lines of a TOML text in order. Never fails: on text that is no TOML the places are merely wrong."""
    lines: list[Line] = []
    table: Place = ()
    place: Place = ()
    counts: dict[str, int] = {}
    inside = False  # in a string of more than one line
    for number, line in enumerate(text.split("\n"), start=1):
        was_inside = inside
        inside ^= (line.count('"""') + line.count("'''")) % 2 == 1
        if was_inside:
            lines.append(Line(number, place, False, None, False))
            continue
        opens = True
        if header := _HEADER.match(line):
            table = place = _table(header[1], header[2], counts)
        elif key := _KEY.match(line):
            place = (*table, _one(key))
        else:
            opens = False
        lines.append(Line(number, place, opens, _comment(line), not line.strip() or line.lstrip().startswith("#")))
    return lines


def _table(brackets: str, name: str, counts: dict[str, int]) -> Place:
    if brackets == "[[":
        counts[name] = counts.get(name, -1) + 1
        return (name, counts[name])
    return tuple(_one(part) for part in _PART.finditer(name))


def _one(match: re.Match[str]) -> str:
    return next(group for group in match.group("quoted", "literal", "bare") if group is not None)


def _comment(line: str) -> str | None:
    if "#" not in line:
        return None
    at = _STRING.sub(lambda string: "x" * len(string.group()), line).find("#")
    return line[at:].rstrip() if at >= 0 else None


def places(text: str) -> dict[Place, int]:
    """The line (from 1) on which each header and each key stands; for a place met twice, the first."""
    found: dict[Place, int] = {}
    for line in scan(text):
        if line.opens:
            found.setdefault(line.place, line.number)
    return found


def line_of(found: dict[Place, int], place: Place) -> int:
    """The line of a place, or of the nearest thing around it that was found; 1 when there is none."""
    while place:
        if place in found:
            return found[place]
        place = place[:-1]
    return 1
