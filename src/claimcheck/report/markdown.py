"""Markdown for a pull request: a Report in, a headline, counts and one table an article out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.report import safe, words
from claimcheck.report.cards import link
from claimcheck.report.headline import headline
from claimcheck.report.spool import Spool
from claimcheck.report.summary import Counted, Counts, count, ordered
from claimcheck.terms import VERDICTS, Checked, Finding

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream

_SPECIAL = re.compile(r"([\\`*_\[\]#|~>$])")  # what means something within a line; words of others never begin one


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """Problems and inconsistencies of every article; with `verbose` every finding and what was not checked."""
    articles, body = Counted(report.articles), Spool()
    for checked in articles:
        if not look.quiet:
            body.put(_article(checked, verbose=look.verbose))
    held = f"{words.count(report.reference.models, 'model')}, {words.count(report.reference.facts, 'fact')}"
    yield f"## claimcheck: {headline(articles.counts)}\n\n{_tally(articles.counts)}\n\n"
    yield from body.text()
    judged = f"Judged as of {report.as_of} against the reference of {_plain(report.reference.version)} ({held})."
    yield f"<sub>{judged}</sub>\n"


def _tally(counts: Counts) -> str:
    parts = [f"{words.SYMBOL[name]} **{counts.verdicts[name]:,}** {words.WORD[name]}" for name in VERDICTS]
    if counts.inconsistent:
        parts.append(f"{words.INCONSISTENT} **{counts.inconsistent:,}** inconsistent")
    if counts.all_waived:
        parts.append(f"{words.WAIVED} **{counts.all_waived:,}** waived")
    if counts.unchecked:
        parts.append(f"○ **{counts.unchecked:,}** not checked")
    if counts.unused_waivers:
        parts.append(f"{words.WAIVED} **{words.count(counts.unused_waivers, 'unused waiver')}**")
    if counts.unreadable:
        parts.append(f"✘ **{words.count(counts.unreadable, 'article')}** not read")
    return " · ".join(parts)


def _article(checked: Checked, *, verbose: bool) -> list[str]:
    article = checked.article
    head = f"### {_plain(article.path)}"
    if article.error is not None:
        return [head, "", f"✘ **not read:** {_plain(article.error)}", ""]
    rows = [_row(finding) for finding in ordered(checked) if verbose or words.is_problem(finding)]
    rows += list(_clashes(checked, verbose=verbose))
    for item in checked.unused_waivers:
        rows.append(_cells(str(item.place.line), f"{words.WAIVED} unused waiver", _plain(item.place.quote), _plain(item.message), ""))
    if verbose:
        rows += [
            _cells(str(item.place.line), "○ not checked", f"“{_plain(item.place.quote)}”", _plain(words.reason(item.reason)), "") for item in checked.unchecked
        ]
    if not rows:
        return []
    title = f"*{_plain(article.title)}* · " if article.title else ""
    table = ["| Line | Verdict | The article says | Right | Source |", "| ---: | --- | --- | --- | --- |", *rows]
    return [head, "", f"{title}{_tally(count([checked]))}", "", *table, ""]


def _row(finding: Finding) -> str:
    claim = finding.claim
    says = f"**{_plain(claim.subject.name)}** {_plain(words.attribute(claim))}: “{_plain(claim.quote)}”"
    right = [_plain(finding.message)]
    if finding.arithmetic:
        right.append(_plain(finding.arithmetic))
    if finding.suggestion is not None:
        right.append(f"write **{_plain(finding.suggestion.replacement)}**")
    verdict = f"{words.SYMBOL[finding.verdict]} {words.WORD[finding.verdict]}"
    if finding.waived is not None:
        verdict = f"{words.WAIVED} waived ({words.WORD[finding.verdict]})"
        right.append(f"waived: {_plain(words.waived(finding))}")
    return _cells(str(claim.line), verdict, says, "<br>".join(right), "<br>".join(_sources(finding)))


def _sources(finding: Finding) -> Iterator[str]:
    for source in finding.sources[:2]:
        shown = link(source)
        label = _plain(safe.shorten(shown.label, 60))
        linked = f"[{label}](<{shown.href}>)" if shown.href else label
        yield f"{linked} ({shown.kind}, {_plain(shown.checked)})"
    if len(finding.sources) > 2:
        yield f"and {len(finding.sources) - 2} more"


def _clashes(checked: Checked, *, verbose: bool) -> Iterator[str]:
    for item in checked.inconsistencies:
        if item.waived is not None and not verbose:
            continue
        lines = ", ".join(str(place.line) for place in item.places)
        quotes = " ↔ ".join(f"“{_plain(place.quote)}”" for place in item.places)
        kind = f"{words.INCONSISTENT} {_plain(item.kind)}" if item.waived is None else f"{words.WAIVED} waived ({_plain(item.kind)})"
        reason = "" if item.waived is None else f"<br>waived: {_plain(words.waived(item))}"
        yield _cells(lines, kind, quotes, _plain(item.message) + reason, "")


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Words of others, so that they are shown and do nothing: no markup, no HTML, no mention of a person or an issue."""
    folded = " ".join(safe.line(text).split())
    escaped = _SPECIAL.sub(r"\\\1", folded.replace("&", "&amp;").replace("<", "&lt;"))
    return escaped.replace("@", "&#64;").replace("\\#", "&#35;").replace("://", ":&#47;&#47;").replace("www.", "www&#46;")
