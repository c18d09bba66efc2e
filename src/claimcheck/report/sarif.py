"""SARIF 2.1.0 for code scanning: a Report in, one rule an attribute and verdict and one result a finding out.

Judged right is kind `pass`, not knowable is `open`, a number that was not checked is `review`; only problems have kind `fail`
and a level. Columns count Unicode code points.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimcheck.report import words
from claimcheck.report.indented import array, dumped, opened
from claimcheck.report.places import end_of, place_at, uri
from claimcheck.report.sarif_rules import rule, rule_id
from claimcheck.report.spool import Spool
from claimcheck.report.summary import ordered
from claimcheck.terms import Article, Checked, Claim, Finding, Inconsistency, Place, Unchecked
from claimcheck.version import __version__

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_KINDS = {"supported": "pass", "nei": "open"}
_LEVELS = {"refuted": "error", "undisclosed": "error", "outdated": "warning"}

Json = dict[str, Any]


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """The log with a single run; `look` changes nothing. Its head names the rules of all results, so these wait in a spool."""
    spool, seen = Spool(), _Seen()
    for checked in report.articles:
        spool.put(json.dumps(result) for result in seen.passing(checked))
    yield f'{{\n  "$schema": {dumped(SCHEMA)},\n  "version": "2.1.0",\n  "runs": [\n    '
    yield opened(seen.head(), 2) + '"results": '
    yield from array((seen.finished(json.loads(line)) for line in spool.lines()), 2)
    properties = {
        "asOf": report.as_of,
        "referenceVersion": report.reference.version,
        "referenceModels": report.reference.models,
        "referenceFacts": report.reference.facts,
    }
    yield f',\n      "properties": {dumped(properties, 3)}\n    }}\n  ]\n}}\n'


class _Seen:
    """What the head of the run, and every result of it, must know of all results."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # of each rule
        self._notes: list[Json] = []  # of what was not read
        self._suppressed = False

    def passing(self, checked: Checked) -> Iterator[Json]:
        """The results of an article."""
        if checked.article.error is not None:
            self._notes.append({"level": "error", "message": {"text": checked.article.error}, "locations": [_file(checked.article.path)]})
        for result in _results(checked):
            self._numbers[result["ruleId"]] = -1
            self._suppressed |= "suppressions" in result
            yield result

    def head(self) -> Json:
        """What stands before the results, when all have passed."""
        self._numbers = {id: number for number, id in enumerate(sorted(self._numbers))}
        invocation = {"executionSuccessful": not self._notes, "toolExecutionNotifications": self._notes}
        driver = {"name": "claimcheck", "version": __version__, "rules": [rule(id) for id in self._numbers]}
        return {"tool": {"driver": driver}, "invocations": [invocation], "columnKind": "unicodeCodePoints"}

    def finished(self, result: Json) -> Json:
        """A result with the number of its rule; SARIF wants suppressions for every result of a run or for none."""
        result["ruleIndex"] = self._numbers[result["ruleId"]]
        if self._suppressed:
            result.setdefault("suppressions", [])
        return result


def _results(checked: Checked) -> Iterator[Json]:
    path = checked.article.path
    for finding in ordered(checked):
        yield _finding(checked.article, finding)
    for clash in checked.inconsistencies:
        yield _clash(path, clash)
    for item in checked.unchecked:
        yield _unchecked(path, item)
    for unused in checked.unused_waivers:
        yield _result("unused-waiver", f"Unused waiver: {unused.message}.", [_location(path, unused.place)]) | {"kind": "fail", "level": "note"}


def _finding(article: Article, finding: Finding) -> Json:
    claim, path = finding.claim, article.path
    text = f"{claim.subject.name}, {words.attribute(claim)}: “{' '.join(claim.quote.split())}” is {words.WORD[finding.verdict]}. {finding.message}"
    result = _result(rule_id(claim.attribute, finding.verdict), text, [_location(path, claim)])
    result["kind"] = _KINDS.get(finding.verdict, "fail")
    result["level"] = _LEVELS.get(finding.verdict, "none")
    identity = (path, claim.subject.name, claim.attribute, claim.benchmark or claim.capability or claim.base, claim.quote, claim.context)
    result["partialFingerprints"] = {"claim/v1": hashlib.sha256(repr(identity).encode("utf-8", "replace")).hexdigest()[:32]}
    if finding.suggestion is not None:
        place = place_at(article.text, finding.suggestion.start, finding.suggestion.end)
        result["fixes"] = [_fix(path, place, finding.suggestion.replacement)]
    result["properties"] = {
        "verdict": finding.verdict,
        "reason": finding.reason,
        "sources": [source.url for source in finding.sources],
        **({"expected": words.expected(finding.expected)} if finding.expected else {}),
    }
    return result | _suppressed(finding)


def _clash(path: str, item: Inconsistency) -> Json:
    locations = [_location(path, place) for place in item.places[:1]] or [_file(path)]
    result = _result(f"inconsistent/{item.kind}", item.message, locations)
    related = [_location(path, place) | {"id": number} for number, place in enumerate(item.places[1:], 1)]
    return result | {"kind": "fail", "level": "warning", "relatedLocations": related} | _suppressed(item)


def _suppressed(item: Finding | Inconsistency) -> Json:
    """What is waived is kept as a suppressed result, with the reason that the article gives."""
    if item.waived is None:
        return {}
    return {"suppressions": [{"kind": "inSource", "justification": words.waived(item)}]}


def _unchecked(path: str, item: Unchecked) -> Json:
    text = f"“{' '.join(item.place.quote.split())}” was not checked: {words.reason(item.reason)}."
    return _result("unchecked", text, [_location(path, item.place)]) | {"kind": "review", "level": "none"}


def _result(id: str, text: str, locations: list[Json]) -> Json:
    return {"ruleId": id, "ruleIndex": -1, "kind": "fail", "level": "none", "message": {"text": text}, "locations": locations}


def _location(path: str, place: Place | Claim) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": _region(place)}}


def _file(path: str) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}


def _region(place: Place | Claim) -> Json:
    line, column = end_of(place.quote, place.line, place.column)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": line,
        "endColumn": column,
        "charOffset": place.start,
        "charLength": place.end - place.start,
        "snippet": {"text": place.quote},
    }


def _fix(path: str, place: Place, replacement: str) -> Json:
    region = {name: value for name, value in _region(place).items() if name != "snippet"}
    change = {"deletedRegion": region, "insertedContent": {"text": replacement}}
    return {
        "description": {"text": f"Write “{replacement}”"},
        "artifactChanges": [{"artifactLocation": {"uri": uri(path)}, "replacements": [change]}],
    }
