"""The terminal report: problems with the source line, the right value and its source; the rest short; a summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from claimcheck.report import excerpt, safe, words
from claimcheck.report.summary import Counts, ordered, totals
from claimcheck.terms import VERDICTS, Article, Checked, Finding, Inconsistency, Report, Source, Unchecked

if TYPE_CHECKING:
    from claimcheck.report import Look

_COLORS = {
    "refuted": "red",
    "undisclosed": "magenta",
    "outdated": "yellow",
    "nei": "cyan",
    "supported": "green",
    "inconsistent": "red",
}
_LABELS = 7  # columns of the widest label below an excerpt, with its colon


class Pen:
    """Colours or does not; everything untrusted is made harmless before it comes here."""

    def __init__(self, *, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, color: str | None = None, *, bold: bool = False, dim: bool = False) -> str:
        """`text` in a colour, or as it is."""
        if not self.color or not text:
            return text
        return click.style(text, fg=color, bold=bold or None, dim=dim or None)

    def verdict(self, name: str) -> str:
        """Symbol and word of a verdict."""
        return self(f"{words.SYMBOL[name]} {words.WORD[name]}", _COLORS[name], bold=True)


def render(report: Report, look: Look) -> str:
    """The whole report; ends with a line end."""
    pen = Pen(color=look.color)
    lines: list[str] = []
    if not look.quiet:
        for checked in report.articles:
            lines += _article(checked, pen, verbose=look.verbose)
    lines += _summary(report, pen, quiet=look.quiet)
    return "\n".join(lines) + "\n"


def _article(checked: Checked, pen: Pen, *, verbose: bool) -> list[str]:
    """One article: its path, what is wrong, what could not be judged; empty when there is nothing to say."""
    article = checked.article
    if article.error is not None:
        error = pen("✘ not read", "red", bold=True)
        return [f"{pen(safe.line(article.path), bold=True)}: {error}: {safe.line(article.error)}", ""]
    body: list[str] = []
    open_ones: list[str] = []
    for finding in ordered(checked):
        if verbose or finding.verdict in words.PROBLEMS:
            body += [*_finding(article, finding, pen), ""]
        elif finding.verdict == "nei":
            open_ones.append(_short(article, finding, pen))
    for item in checked.inconsistencies:
        body += [*_inconsistency(article, item, pen), ""]
    if open_ones:
        body += [*open_ones, ""]
    if verbose and checked.unchecked:
        body += [*(_unchecked(article, item, pen) for item in checked.unchecked), ""]
    if not body:
        return []
    title = f"  {pen(safe.shorten(safe.line(article.title), 80), dim=True)}" if article.title else ""
    return [pen(safe.line(article.path), bold=True) + title, "", *body]


def _head(article: Article, line: int, column: int, sign: str, rest: str, pen: Pen) -> str:
    where = f"{safe.line(article.path)}:{line}:{column}"
    return f"{pen(where, bold=True)}: {sign}  {rest}"


def _topic(finding: Finding) -> str:
    return safe.line(f"{finding.claim.subject.name} · {words.attribute(finding.claim)}")


def _finding(article: Article, finding: Finding, pen: Pen) -> list[str]:
    """One finding in full: head, the line of the article with carets, then labelled lines."""
    claim = finding.claim
    lines = [_head(article, claim.line, claim.column, pen.verdict(finding.verdict), _topic(finding), pen)]
    said = f"says {words.claimed(claim)}"
    lines += _source_line(article, claim.start, claim.end, claim.line, said, _COLORS[finding.verdict], pen)
    gutter = " " * len(str(claim.line))
    for label, text in _details(finding):
        lines.append(f"{gutter} {pen('=', 'blue')} {pen((label + ':').ljust(_LABELS), bold=True)} {text}")
    return lines


def _details(finding: Finding) -> Iterator[tuple[str, str]]:
    """The labelled lines below an excerpt; every value is already harmless."""
    earlier = words.was_right(finding)
    if earlier is not None:
        yield "was", safe.line(words.expected(earlier))
    if finding.expected is not None and finding.verdict != "supported":
        yield "right", safe.line(words.expected(finding.expected))
    yield "why", safe.line(finding.message)
    if finding.arithmetic:
        yield "math", safe.line(finding.arithmetic)
    for source in finding.sources:
        yield "source", _source(source)
    if finding.suggestion is not None:
        yield "write", f"“{safe.line(finding.suggestion.replacement)}”"


def _source(source: Source) -> str:
    return safe.line(f"{source.url} ({words.source_kind(source)}, checked {source.checked})")


def _source_line(article: Article, start: int, end: int, line: int, note: str, color: str, pen: Pen) -> list[str]:
    """The article's line between bars, and below it carets with a note."""
    shown = excerpt.around(article.text, start, end)
    if not shown.marked:
        return []
    number = str(line)
    bar = pen("│", "blue")
    text = f"{shown.before}{pen(shown.marked, bold=True)}{shown.after}"
    carets = " " * shown.indent + pen("^" * shown.length + f" {safe.line(note)}".rstrip(), color)
    return [f"{pen(number, 'blue')} {bar} {text}", f"{' ' * len(number)} {bar} {carets}"]


def _short(article: Article, finding: Finding, pen: Pen) -> str:
    """One line for a claim that could not be judged."""
    claim = finding.claim
    rest = f"{_topic(finding)}: “{safe.shorten(safe.line(claim.quote), 50)}” — {safe.line(finding.message)}"
    return _head(article, claim.line, claim.column, pen.verdict(finding.verdict), rest, pen)


def _inconsistency(article: Article, item: Inconsistency, pen: Pen) -> list[str]:
    first = item.places[0] if item.places else None
    sign = pen(f"{words.INCONSISTENT} {item.kind}", _COLORS["inconsistent"], bold=True)
    line, column = (first.line, first.column) if first else (1, 1)
    lines = [_head(article, line, column, sign, safe.line(item.message), pen)]
    for place in item.places:
        lines += _source_line(article, place.start, place.end, place.line, "", _COLORS["inconsistent"], pen)
    return lines


def _unchecked(article: Article, item: Unchecked, pen: Pen) -> str:
    place = item.place
    rest = f"“{safe.shorten(safe.line(place.quote), 50)}”: {safe.line(words.reason(item.reason))}"
    return _head(article, place.line, place.column, pen("○ not checked", dim=True), rest, pen)


def _summary(report: Report, pen: Pen, *, quiet: bool) -> list[str]:
    """One line of counts, and unless quiet one line that says what judged."""
    counts = totals(report)
    parts = [_tally(name, counts, pen) for name in VERDICTS if counts.verdicts[name]]
    if counts.inconsistent:
        sign = pen(f"{words.INCONSISTENT} {counts.inconsistent:,} inconsistent", _COLORS["inconsistent"], bold=True)
        parts.append(sign)
    if counts.unchecked:
        parts.append(f"{words.count(counts.unchecked, 'number')} not checked")
    if counts.unreadable:
        parts.append(f"{words.count(counts.unreadable, 'article')} not read")
    all_of_it = f"{words.count(counts.articles, 'article')}, {words.count(counts.claims, 'claim')}"
    line = ": ".join(filter(None, [pen(all_of_it, bold=True), " · ".join(parts)]))
    if quiet:
        return [line]
    reference = report.reference
    held = f"{words.count(reference.models, 'model')}, {words.count(reference.facts, 'fact')}"
    judged = f"as of {report.as_of}, against the reference of {reference.version} ({held})"
    return [line, pen(safe.line(judged), dim=True)]


def _tally(name: str, counts: Counts, pen: Pen) -> str:
    return pen(f"{words.SYMBOL[name]} {counts.verdicts[name]:,} {words.WORD[name]}", _COLORS[name], bold=True)
