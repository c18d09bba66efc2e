"""CSV for spreadsheets and scripts: a Report in, one row a finding, inconsistency place, unchecked number, unused waiver or unread article out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.report import words
from claimcheck.report.summary import ordered
from claimcheck.terms import Checked, Finding, Inconsistency, Model, Place

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream

COLUMNS = (
    "kind", "path", "line", "column", "start", "end", "verdict", "reason", "subject_id", "subject", "attribute",
    "value", "unit", "op", "stance", "polarity", "benchmark", "capability", "base", "other_id", "other", "quote",
    "expected", "since", "until", "message", "arithmetic", "suggestion", "source", "source_kind", "checked",
    "title", "published", "waived",
)  # fmt: skip

Row = dict[str, object]


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """RFC 4180 with a header row and CRLF; `look` changes nothing."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for checked in report.articles:
        for row in _rows(checked):
            article = checked.article
            row |= {"path": article.path, "title": article.title, "published": article.published}
            writer.writerow({name: _cell(value) for name, value in row.items()})
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()  # the header of a report without articles


def _cell(value: object) -> object:
    """Numbers as they are; text that a spreadsheet would take for a formula gets a quote before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return int(value) if value.is_integer() else f"{value:.12g}"
    if isinstance(value, int):
        return value
    text = str(value).replace("\0", "")
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _rows(checked: Checked) -> Iterator[Row]:
    if checked.article.error is not None:
        yield {"kind": "unread", "message": checked.article.error}
    for finding in ordered(checked):
        yield _finding(finding)
    for item in checked.inconsistencies:
        for place in item.places:
            yield {"kind": "inconsistency", "reason": item.kind, "message": item.message, "waived": _reason(item), **_place(place)}
    for number in checked.unchecked:
        yield {"kind": "unchecked", "reason": number.reason, **_place(number.place)}
    for unused in checked.unused_waivers:
        yield {"kind": "unused_waiver", "reason": unused.reason, "message": unused.message, **_place(unused.place)}


def _place(place: Place) -> Row:
    return {
        "quote": place.quote, "start": place.start, "end": place.end, "line": place.line, "column": place.column,
    }  # fmt: skip


def _finding(finding: Finding) -> Row:
    claim, right, sources = finding.claim, finding.expected, finding.sources
    row: Row = {"kind": "finding", "subject_id": claim.subject.id, "subject": claim.subject.name}
    row |= _other(claim.other)
    for name in ("line", "column", "start", "end", "attribute", "value", "unit", "op", "stance", "polarity",
                 "benchmark", "capability", "base", "quote"):  # fmt: skip
        row[name] = getattr(claim, name)
    row |= {"verdict": finding.verdict, "reason": finding.reason, "message": finding.message}
    if right is not None:
        expected = ", ".join(right.value) if isinstance(right.value, tuple) else right.value
        row |= {"expected": expected, "since": right.since, "until": right.until}
    if sources:
        row |= {"source": sources[0].url, "source_kind": words.source_kind(sources[0]), "checked": sources[0].checked}
    replacement = finding.suggestion.replacement if finding.suggestion else None
    return row | {"arithmetic": finding.arithmetic, "suggestion": replacement, "waived": _reason(finding)}


def _reason(item: Finding | Inconsistency) -> str | None:
    return None if item.waived is None else words.waived(item)


def _other(other: Model | None) -> Row:
    return {"other_id": other.id, "other": other.name} if other else {}
