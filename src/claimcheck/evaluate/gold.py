"""Gold files in, `Gold` articles out: the text, its date, and the claims a careful checker expects in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError, nearest
from claimcheck.terms import Value

TODAY = "2026-11-21"  # the day as of which articles without a date were annotated
FORMATS = {"md": ("markdown", ".md"), "html": ("html", ".html"), "txt": ("plain", ".txt")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One expected claim; `names` are the names that count as its subject, `verdict` is None when nobody is sure.

    `implicit` means said only in passing: finding it is welcome, missing it is no error.
    """

    names: tuple[str, ...]
    attribute: str
    value: Value
    start: int
    end: int
    polarity: bool = True
    benchmark: str | None = None
    capability: str | None = None
    base: str | None = None
    other: str | None = None
    verdict: str | None = None
    truth: str | None = None
    context: str = ""
    implicit: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article. `part` is "tuned" (looked at while the rules were made), "held" (never) or None."""

    id: str
    path: str
    text: str
    format: str
    published: str | None
    part: str | None
    claims: tuple[Wanted, ...]

    @property
    def as_of(self) -> str:
        """The date as of which its verdicts hold."""
        return self.published or TODAY


def read(paths: Iterable[str], *, part: str | None = None) -> list[Gold]:
    """All gold articles of files and folders (their *.json), in order; with `part` only those of that part.

    Raises UsageError for a path that does not exist, for a file that is no gold file, and for a part that is empty.
    """
    golds = [_read(file) for path in paths for file in _files(Path(path))]
    parts = sorted({gold.part for gold in golds if gold.part})
    if part is not None and part not in parts:
        raise UsageError(f"no article of the part {part!r}{nearest(part, parts)}; there are: {', '.join(parts) or 'none'}")
    return [gold for gold in golds if part in (None, gold.part)]


def _files(path: Path) -> Sequence[Path]:
    if path.is_dir():
        found = sorted(path.glob("*.json"))
        if not found:
            raise UsageError(f"{path}: no gold file (*.json) in this folder")
        return found
    if not path.is_file():
        raise UsageError(f"{path}: no such gold file")
    return [path]


def _read(file: Path) -> Gold:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        form, suffix = FORMATS[data.get("format", "md")]
        name = str(data.get("id") or file.stem)
        claims = tuple(_wanted(claim, data["text"]) for claim in data["claims"])
        return Gold(name, name + suffix, data["text"], form, data.get("published"), data.get("part"), claims)
    except json.JSONDecodeError as error:
        raise UsageError(f"{file}:{error.lineno}: no JSON: {error.msg}") from None
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: not in the gold format: {type(error).__name__} {error}") from None
    except ValueError as error:
        raise UsageError(f"{file}: {error}") from None


def _wanted(claim: dict[str, Any], text: str) -> Wanted:
    start, end = _place(claim, text)
    subject = claim["subject"]
    names = (subject if isinstance(subject, list) else [subject]) + claim.get("alt_subjects", [])
    return Wanted(
        tuple(names), claim["attribute"], claim.get("value"), start, end, bool(claim.get("polarity", True)), claim.get("benchmark"),
        claim.get("capability"), claim.get("base"), claim.get("other"), claim.get("verdict"), claim.get("truth"), claim["context"],
        bool(claim.get("implicit")),
    )  # fmt: skip


def _place(claim: dict[str, Any], text: str) -> tuple[int, int]:
    """Offsets of the quote: those given when they hold, else found by its context."""
    quote, context = claim["quote"], claim["context"]
    start, end = claim.get("start"), claim.get("end")
    if isinstance(start, int) and isinstance(end, int) and text[start:end] == quote:
        return start, end
    at = context.find(quote)
    for _ in range(claim.get("at", 0)):
        at = context.find(quote, at + 1)
    if text.count(context) != 1 or at < 0:
        raise ValueError(f"quote {quote!r} is not found by its context {context!r}")
    start = text.index(context) + at
    return start, start + len(quote)
