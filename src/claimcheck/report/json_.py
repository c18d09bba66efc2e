"""The wire format of the contract (schema_version 1): a Report in, JSON text out; keys are only ever added."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimcheck.report.indented import array, dumped, opened
from claimcheck.report.summary import Counted, Counts, count, ordered
from claimcheck.terms import (
    Checked,
    Claim,
    Expected,
    Finding,
    Inconsistency,
    Model,
    Place,
    Source,
    Suggestion,
    Unchecked,
    UnusedWaiver,
)
from claimcheck.version import __version__

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream

SCHEMA_VERSION = 1

Json = dict[str, Any]


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """The whole report as indented JSON in the key order of the contract, UTF-8 not escaped; `look` changes nothing."""
    articles = Counted(report.articles)
    yield opened(_head(report)) + '"articles": '
    yield from array((article_object(checked) for checked in articles), 0)
    totals = {"articles": articles.counts.articles, **_counts(articles.counts)}
    yield f',\n  "totals": {dumped(totals, 1)}\n}}\n'


def _head(report: Stream) -> Json:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "claimcheck", "version": __version__},
        "reference": {
            "version": report.reference.version,
            "models": report.reference.models,
            "facts": report.reference.facts,
        },
        "as_of": report.as_of,
    }


def article_object(checked: Checked) -> Json:
    """One article with all that was found, findings by position."""
    article = checked.article
    return {
        "path": article.path,
        "title": article.title,
        "published": article.published,
        "error": article.error,
        "findings": [_finding(finding) for finding in ordered(checked)],
        "inconsistencies": [_inconsistency(item) for item in checked.inconsistencies],
        "unchecked": [_unchecked(item) for item in checked.unchecked],
        **({"unused_waivers": [_unused(item) for item in checked.unused_waivers]} if checked.unused_waivers else {}),
        "counts": _counts(count([checked])),
    }


def _counts(counts: Counts) -> Json:
    return {
        "claims": counts.claims,
        **counts.verdicts,
        "inconsistent": counts.inconsistent,
        "unchecked": counts.unchecked,
        "unreadable": counts.unreadable,
        **({"waived": counts.all_waived} if counts.all_waived else {}),
        **({"unused_waivers": counts.unused_waivers} if counts.unused_waivers else {}),
    }


def _finding(finding: Finding) -> Json:
    result: Json = {
        "claim": _claim(finding.claim),
        "verdict": finding.verdict,
        "reason": finding.reason,
        "message": finding.message,
        "expected": _expected(finding.expected) if finding.expected else None,
        "sources": [_source(source) for source in finding.sources],
        "suggestion": _suggestion(finding.suggestion) if finding.suggestion else None,
    }
    if finding.history:
        result["history"] = [_expected(item) for item in finding.history]
    if finding.arithmetic:
        result["arithmetic"] = finding.arithmetic
    if finding.waived is not None:
        result["waived"] = finding.waived
    return result


def _claim(claim: Claim) -> Json:
    result: Json = {
        "subject": _model(claim.subject),
        "attribute": claim.attribute,
        "value": _value(claim.value),
        "unit": claim.unit,
        "op": claim.op,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "benchmark": claim.benchmark,
        "capability": claim.capability,
        "base": claim.base,
        "other": _model(claim.other) if claim.other else None,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "column": claim.column,
    }
    for name in ("value_to", "condition", "context", "host"):
        if getattr(claim, name) is not None:
            result[name] = _value(getattr(claim, name))
    return result


def _model(model: Model) -> Json:
    return {"id": model.id, "name": model.name, "mention": model.mention}


def _value(value: object) -> object:
    """Integral numbers as integers, others without the noise of binary fractions (12 digits), tuples as lists."""
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() else float(f"{value:.12g}")
    return list(value) if isinstance(value, tuple) else value


def _expected(expected: Expected) -> Json:
    return {
        "value": _value(expected.value),
        "unit": expected.unit,
        "since": expected.since,
        "until": expected.until,
    }


def _source(source: Source) -> Json:
    result: Json = {"url": source.url, "checked": source.checked, "primary": source.primary}
    if source.title is not None:
        result["title"] = source.title
    if source.published is not None:
        result["published"] = source.published
    return result


def _suggestion(suggestion: Suggestion) -> Json:
    return {"start": suggestion.start, "end": suggestion.end, "replacement": suggestion.replacement}


def _inconsistency(item: Inconsistency) -> Json:
    waived = {} if item.waived is None else {"waived": item.waived}
    return {"kind": item.kind, "message": item.message, "places": [_place(place) for place in item.places], **waived}


def _unchecked(item: Unchecked) -> Json:
    return {**_place(item.place), "reason": item.reason}


def _unused(item: UnusedWaiver) -> Json:
    return {**_place(item.place), "reason": item.reason, "message": item.message}


def _place(place: Place) -> Json:
    return {
        "quote": place.quote,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
    }
