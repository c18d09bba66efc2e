"""Article objects of the wire format in, flat rows out, one a finding, every column of one type: ready for any table.

`COLUMNS` is the schema for all of JSON Lines, Parquet, pandas and Spark. An inconsistency is a row too (verdict "inconsistent"), and so
is an article that could not be read (verdict null, `error` set): nothing vanishes from a table silently.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

Row = dict[str, Any]
Kind = Literal["string", "double", "bigint", "boolean"]

COLUMNS: dict[str, Kind] = {
    "path": "string", "title": "string", "published": "string", "verdict": "string", "reason": "string", "message": "string",
    "subject_id": "string", "subject_name": "string", "mention": "string", "attribute": "string",
    "value_number": "double", "value_text": "string", "unit": "string", "op": "string", "stance": "string", "polarity": "boolean",
    "benchmark": "string", "capability": "string", "base": "string", "other_id": "string", "other_name": "string",
    "value_to": "double", "condition": "string", "quote": "string",
    "start": "bigint", "end": "bigint", "line": "bigint", "column": "bigint",
    "expected_number": "double", "expected_text": "string", "expected_since": "string", "expected_until": "string",
    "replacement": "string", "source_url": "string", "source_checked": "string", "error": "string", "waived": "string",
}  # fmt: skip


def rows(article: dict[str, Any]) -> Iterator[Row]:
    """The rows of one article, as `report.json_.article_object` gives it; none for one without findings."""
    about = {name: article[name] for name in ("path", "title", "published")}
    if article["error"] is not None:
        yield _row(about, error=article["error"])
    for finding in article["findings"]:
        yield _row(about, **_finding(finding))
    for item in article["inconsistencies"]:
        first = item["places"][0]
        at = {name: first[name] for name in ("quote", "start", "end", "line", "column")}
        yield _row(about, verdict="inconsistent", reason=item["kind"], message=item["message"], waived=item.get("waived"), **at)


def lines(line: bytes | str) -> str:
    """The rows of one finished line, as lines of JSON."""
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n" for row in rows(json.loads(line)))


def _row(about: Row, **said: Any) -> Row:
    return {**dict.fromkeys(COLUMNS), **about, **said}


def _finding(finding: dict[str, Any]) -> Row:
    claim, other, expected = finding["claim"], finding["claim"]["other"], finding["expected"] or {}
    number, text = _split(claim["value"])
    right_number, right_text = _split(expected.get("value"))
    source: dict[str, Any] = next(iter(finding["sources"]), {})
    same = ("attribute", "unit", "op", "stance", "polarity", "benchmark", "capability", "base", "quote", "start", "end", "line", "column")
    return {
        "verdict": finding["verdict"], "reason": finding["reason"], "message": finding["message"],
        "subject_id": claim["subject"]["id"], "subject_name": claim["subject"]["name"], "mention": claim["subject"]["mention"],
        **{name: claim[name] for name in same},
        "value_number": number, "value_text": text, "value_to": _split(claim.get("value_to"))[0], "condition": claim.get("condition"),
        "other_id": other and other["id"], "other_name": other and other["name"],
        "expected_number": right_number, "expected_text": right_text,
        "expected_since": expected.get("since"), "expected_until": expected.get("until"),
        "replacement": finding["suggestion"] and finding["suggestion"]["replacement"],
        "source_url": source.get("url"), "source_checked": source.get("checked"), "waived": finding.get("waived"),
    }  # fmt: skip


def _split(value: Any) -> tuple[float | None, str | None]:
    """A value as a number or as words; true and false are words, lists are joined by commas."""
    if isinstance(value, bool):
        return None, str(value).lower()
    if isinstance(value, int | float):
        return float(value), None
    return None, ", ".join(value) if isinstance(value, list) else value
