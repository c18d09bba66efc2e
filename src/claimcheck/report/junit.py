"""JUnit XML for build servers: a Report in, one test suite an article and one test case a claim out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from claimcheck.report import words
from claimcheck.report.spool import Spool
from claimcheck.report.summary import Counted, Counts, count, ordered
from claimcheck.terms import Checked, Finding, Inconsistency

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """Problems and inconsistencies fail, what could not be judged or is waived is skipped, an unread article is an error."""
    articles, suites = Counted(report.articles), Spool()
    for checked in articles:
        suites.put(_suite(checked, report))
    counts = articles.counts
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<testsuites name="claimcheck" tests="{_cases(counts)}" '
        f'failures="{counts.problems + counts.inconsistent}" errors="{counts.unreadable}" '
        f'skipped="{counts.verdicts["nei"] + counts.all_waived}">\n'
    )
    yield from suites.text()
    yield "</testsuites>\n"


def _cases(counts: Counts) -> int:
    return counts.claims + counts.inconsistent + counts.waived_clashes + counts.unreadable


def _suite(checked: Checked, report: Stream) -> list[str]:
    counts, article = count([checked]), checked.article
    lines = [
        f'  <testsuite name={_attribute(article.path)} tests="{_cases(counts)}" '
        f'failures="{counts.problems + counts.inconsistent}" errors="{counts.unreadable}" '
        f'skipped="{counts.verdicts["nei"] + counts.all_waived}">',
        "    <properties>",
        f'      <property name="as_of" value={_attribute(report.as_of)}/>',
        f'      <property name="reference" value={_attribute(report.reference.version)}/>',
        f'      <property name="unchecked" value="{counts.unchecked}"/>',
        "    </properties>",
    ]
    if article.error is not None:
        inside = f'<error type="unread" message={_attribute(article.error)}/>'
        lines.append(f'    <testcase classname={_attribute(article.path)} name="can be read">{inside}</testcase>')
    lines += [_case(article.path, finding) for finding in ordered(checked)]
    lines += [_clash(article.path, item) for item in checked.inconsistencies]
    return [*lines, "  </testsuite>"]


def _case(path: str, finding: Finding) -> str:
    claim = finding.claim
    quoted = " ".join(claim.quote.split())
    name = f"{claim.line}:{claim.column} {claim.subject.name}, {words.attribute(claim)}: “{quoted}”"
    head = f'    <testcase classname={_attribute(path)} name={_attribute(name)} file={_attribute(path)} line="{claim.line}"'
    if finding.waived is not None:
        return f"{head}>{_waived(finding)}</testcase>"
    if finding.verdict in words.PROBLEMS:
        kind, message = _attribute(finding.verdict), _attribute(finding.message)
        return f"{head}><failure type={kind} message={message}>{_text(_details(finding))}</failure></testcase>"
    if finding.verdict == "nei":
        return f"{head}><skipped message={_attribute(finding.message)}/></testcase>"
    return f"{head}/>"


def _clash(path: str, item: Inconsistency) -> str:
    where = " and ".join(f"{place.line}:{place.column} “{' '.join(place.quote.split())}”" for place in item.places)
    line = item.places[0].line if item.places else 1
    inside = f'<failure type="inconsistent" message={_attribute(item.message)}/>' if item.waived is None else _waived(item)
    return f'    <testcase classname={_attribute(path)} name={_attribute(f"{item.kind}: {where}")} file={_attribute(path)} line="{line}">{inside}</testcase>'


def _waived(item: Finding | Inconsistency) -> str:
    return f"<skipped message={_attribute(f'waived: {words.waived(item)}')}/>"


def _details(finding: Finding) -> str:
    lines = [f"says: {words.claimed(finding.claim)}"]
    if finding.expected is not None:
        lines.append(f"right: {words.expected(finding.expected)}")
    if finding.arithmetic:
        lines.append(f"arithmetic: {finding.arithmetic}")
    lines += [f"source: {source.url} ({words.source_kind(source)}, checked {source.checked})" for source in finding.sources]
    if finding.suggestion is not None:
        lines.append(f"write: {finding.suggestion.replacement}")
    return "\n".join(lines)


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))
