"""The lines of one paragraph in, the groups of lines that are statements of their own out.

Wrapped prose is one statement. Lines with bullets, hard line breaks and "Key: value" lines stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_BULLETS = "•‣◦▪▫●○■□►➤➢⁃·∙🔹🔸"
_DASHES = "–—-*+"
_MARKS = "✅❌✔✖☑✓✗➡👉⭐⚠📌🚀💡🔍💰⚡"
_NUMBER = re.compile(r"\d{1,2}[.)]\s")
_LABEL = re.compile(r"[^\w*`\[(\"“]{0,4}(?:\*\*|__)?[\w*`\[(\"“][^:.!?\n]{0,50}:(?=[\s*_]|$)")
_BOLD = re.compile(r"(\*\*|__)(?!\s)([^*_\n]{1,80})\1\s{0,2}:?$")
_ASIDE = re.compile(r"(?:references?|sources?|image|photo|credits?|note|via|by|author|published|updated)\b", re.IGNORECASE)
_VALUE = re.compile(
    r"[$€£¥]\s?\d|\d\s?%|:.*?(?<![\w-])[~≈<>]?\d|"
    r"(?<![A-Za-z\d.])(?<!M-)\d[\d.,]*\+?\s?-?(?:[kmbt]\b|x\b|tokens|parameters|million|billion|trillion|thousand|seconds|ms\b|per\b|/)",
    re.IGNORECASE,
)  # but "GSM8K" and "GSM-8K" are names


_ENDS_IN_VALUE = re.compile(
    r"(?:\d[\d.,]*\s?(?:%|[kmbt]\b|x)?(?:\s?/\s?\w{1,8})?(?:\sper\s(?:\w{1,9}\s){0,2}\w{1,9}|\s(?:tokens?|tok/s|parameters))?|\b(?:yes|no|n/a)|[✓✗✅❌✔✘|])\W{0,2}$",
    re.IGNORECASE,
)

_NAME_ONLY = re.compile(r"[A-Za-z][A-Za-z /()-]{1,39}:?\s{0,3}")
_VALUE_ONLY = re.compile(r"[~≈<>]?\$?\d[\d.,]*\s?(?:%|[KMBkmb]\b|million\b|billion\b)?(?:\s?(?:/|per\s)?\s?[\w ]{1,16})?\s{0,3}")
_SHORT = 60  # a line of wrapped prose is hardly shorter, so the break after it is meant
_SEAM = re.compile(r"[a-z)](?:[A-Z][a-z]|\d)|\d[A-Z][a-z]")  # where two cells were glued together
_SIZE_IN_NAME = re.compile(r"(?<=[A-Za-z0-9.][\s-])[ae]?\d+(?:x\d+)?(?:\.\d+)?b\b", re.IGNORECASE)


class Statement(NamedTuple):
    """Lines `first` to `last` (exclusive) of a paragraph; `cut` characters of the first line are its bullet."""

    first: int
    last: int
    item: bool = False
    cut: int = 0


def split(lines: Sequence[str]) -> list[Statement]:
    """The statements of a paragraph, in order; `lines` may end in the blanks or backslash of a hard line break."""
    begin, end = _pairs(lines)
    if end:
        paired = [Statement(index, index + 2) for index in range(begin, end, 2)]
        after = [part._replace(first=part.first + end, last=part.last + end) for part in split(lines[end:])]
        return [*split(lines[:begin]), *paired, *after]
    cuts = _bullets(lines)
    apart = _keyed(lines) or _listed(lines)
    found: list[Statement] = []
    for index, cut in enumerate(cuts):
        if found and cut is None and not (apart or _broken(lines[index - 1], lines[index]) or _piped(lines[index - 1]) or _piped(lines[index])):
            found[-1] = found[-1]._replace(last=index + 1)
        else:
            found.append(Statement(index, index + 1, cut is not None, cut or 0))
    return found


def begins(line: str, *, after: str, last: bool) -> bool:
    """Does a line begin something new: a table, a lead-in (`last` before a list) or, after a short finished line, a sentence?"""
    line, after = line.strip(), after.rstrip()
    if line.startswith("|") and line.endswith("|"):
        return True
    first = line.lstrip('*_"“')[:1]
    if not first.isupper() or after[-1:] in ",–—-":
        return False
    return (last and line.rstrip("*_").endswith(":") and len(line) <= _SHORT) or (after.rstrip("*_")[-1:] in ".!?:" and len(after) <= _SHORT)


def apart(lines: Sequence[str]) -> list[slice]:
    """Runs of the lines after a list that belong together: rows of a table, a line that is finished or reads as a title, prose that goes on."""
    found: list[slice] = []
    for at, line in enumerate(lines):
        before = lines[at - 1].strip() if at else ""
        piped = line.lstrip().startswith("|")
        ended = before.rstrip("*_")[-1:] in ".!?:" or (is_title(before) and not line.lstrip()[:1].islower()) if before else True
        if not found or piped != before.startswith("|") or (ended and not piped):
            found.append(slice(at, at + 1))
        else:
            found[-1] = slice(found[-1].start, at + 1)
    return found


def titles(lines: Sequence[str], *, first: bool) -> list[int]:
    """Which lines of a paragraph that is not wrapped read as headings: what follows begins anew, and what stands before them is finished.

    `first` when nothing stands before the paragraph, whose first line may then be the title.
    """
    found: list[int] = []
    for at, line in enumerate(lines):
        begins_anew = at + 1 == len(lines) or not lines[at + 1].lstrip()[:1].islower()
        finished = (first if at == 0 else lines[at - 1].rstrip("*_ ")[-1:] in ".!?") or at - 1 in found
        if finished and begins_anew and is_title(line):
            found.append(at)
    return found


def _pairs(lines: Sequence[str]) -> tuple[int, int]:
    """First and last (exclusive) of the lines that are label and value by turns ("Input", "$3.00/M"), at least two pairs; (0, 0) without."""
    begin = 0
    while begin + 3 < len(lines):
        end = begin
        while end + 1 < len(lines) and _NAME_ONLY.fullmatch(lines[end]) and _VALUE_ONLY.fullmatch(lines[end + 1]):
            end += 2
        if end - begin > 2:
            return begin, end
        begin = max(end, begin + 1)
    return 0, 0


def bullet(line: str) -> int:
    """How many characters the bullet of a line takes, with the blanks after it; 0 without a bullet."""
    if line[:1] in _BULLETS and line:
        return _with_blanks(line, 1)
    if line[:1] in _DASHES and line[1:2].isspace():
        return _with_blanks(line, 1)
    match = _NUMBER.match(line)
    return _with_blanks(line, match.end()) if match else 0


def _with_blanks(line: str, size: int) -> int:
    return len(line) - len(line[size:].lstrip())


def _bullets(lines: Sequence[str]) -> list[int | None]:
    """For each line the size of its bullet (0 for a mark like ✅ that is kept), None when it begins no item."""
    kinds = [_kind(line) for line in lines]
    many = {kind for kind in kinds if kind and (kind == "bullet" or kinds.count(kind) > 1)}
    if kinds and kinds[0] == "dash":
        many.add("dash")
    return [(0 if kind == "mark" else bullet(line)) if kind in many else None for kind, line in zip(kinds, lines, strict=True)]


def _kind(line: str) -> str:
    if not line:
        return ""
    if line[0] in _BULLETS:
        return "bullet"
    if line[0] in _MARKS:
        return "mark"
    if line[0] in _DASHES and line[1:2].isspace():
        return "dash"
    return "number" if _NUMBER.match(line) else ""


def _broken(line: str, after: str) -> bool:
    """Does `line` end in a hard line break? (Stray blanks inside a wrapped sentence are none.)"""
    hard = line.endswith(("  ", "\\")) and not line.endswith("\\\\")
    return hard and not after[:1].islower()


def _piped(line: str) -> bool:
    """Is this "Label | value |", a row of a table of two columns that has no line of dashes?"""
    return line.rstrip().endswith("|") and line.count("|") == 2 and not line.lstrip().startswith("|")


def _keyed(lines: Sequence[str]) -> bool:
    """Are these "Key: value" lines? The first may be a title for the rest."""
    if len(lines) < 2 or any(len(line) > 200 for line in lines):
        return False
    rest = lines[1:] if len(lines) > 2 and len(lines[0]) < 80 and lines[0].rstrip()[-1:] not in ".,;" else lines
    return all(_LABEL.match(line) for line in rest) or all(line.startswith("**") for line in lines)


def _listed(lines: Sequence[str]) -> bool:
    """Are these the rows of a list or table that lost its marks: short lines without end, half of them ending in a value?"""
    if len(lines) < 2 or any(len(line) > 100 or line.rstrip()[-1:] in ".,;:!?-–—" for line in lines):
        return False
    rows = sum(1 for line in lines if _ENDS_IN_VALUE.search(line) or _SEAM.search(line))
    return rows * 2 >= len(lines) if len(lines) > 2 else rows == 2


def is_title(line: str, *, longest: int = 60, words: int = 9, colon: bool = False) -> bool:
    """Does a line that stands alone read as a heading: short, without end or value?

    Labels ("Background: …") and questions only count with `colon`: in plain text headings have no marks.
    """
    line = line.strip()
    plain = line.replace("*", "").replace("\\", "")
    if "**" in line or (":" in line and _ASIDE.match(line)) or (not colon and (":" in line or line[-1:] == "?")):
        return False
    if not 2 <= len(plain) <= longest or len(plain.split()) > words or line[0] in _MARKS + _BULLETS:
        return False
    if not any(char.isalpha() for char in plain) or plain[-1] in ".!;,:…" or "://" in plain or "](" in plain:
        return False
    return plain[0] not in "<|{[!(" and not plain[0].islower() and not _VALUE.search(_SIZE_IN_NAME.sub("", plain))


def is_bold_title(line: str) -> bool:
    """Is the whole line bold, or its begin with a colon at the end, and is it neither a sentence nor a value?"""
    line = line.strip()
    lead = line.startswith(("**", "__")) and line.rstrip("*_").endswith(":") and len(line) <= 60
    match = _BOLD.match(line)
    words = match.group(2) if match else line if lead else "."
    return words[-1] not in ".!;," and not _VALUE.search(_SIZE_IN_NAME.sub("", words))
