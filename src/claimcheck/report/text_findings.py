"""Findings for the terminal: one in, its lines out, with the line of the article and carets below the words that are meant."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.report import excerpt, safe, words
from claimcheck.report.pen import COLORS, Pen
from claimcheck.terms import Article, Finding, Inconsistency, Source, Unchecked, UnusedWaiver

_LABELS = 7  # columns of the widest label below an excerpt, with its colon
_SOURCES = 2  # that are shown unless all are asked for, primary ones when there are any


def state(finding: Finding) -> str:
    """The verdict of a finding, or that it is waived."""
    return finding.verdict if finding.waived is None else "waived"


def full(article: Article, finding: Finding, pen: Pen, *, every: bool) -> list[str]:
    """One finding in full: head, the line of the article with carets and the right value, then labelled lines."""
    claim = finding.claim
    sign = pen.verdict(finding.verdict, waived=finding.waived is not None)
    lines = [_head(article, claim.line, claim.column, sign, _topic(finding), pen)]
    lines += _source_line(article, claim.start, claim.end, str(claim.line), _note(finding), COLORS[state(finding)], pen)
    gutter = " " * len(str(claim.line))
    for label, text in _details(finding, every=every):
        lines.append(f"{gutter} {pen('=', 'blue')} {pen((label + ':' if label else '').ljust(_LABELS), bold=True)} {text}")
    return lines


def short(article: Article, finding: Finding, pen: Pen) -> str:
    """One line for a claim that could not be judged."""
    claim = finding.claim
    rest = f"{_topic(finding)}: “{safe.shorten(safe.line(claim.quote), 50)}” — {safe.line(finding.message)}"
    return _head(article, claim.line, claim.column, pen.verdict(finding.verdict), rest, pen)


def inconsistency(article: Article, item: Inconsistency, pen: Pen) -> list[str]:
    """Both places of an inconsistency, each with its line."""
    first = item.places[0] if item.places else None
    sign = pen(f"{words.INCONSISTENT} {item.kind}", COLORS["inconsistent"], bold=True) if item.waived is None else pen.verdict(item.kind, waived=True)
    line, column = (first.line, first.column) if first else (1, 1)
    lines = [_head(article, line, column, sign, safe.line(item.message), pen)]
    wide = max((len(str(place.line)) for place in item.places), default=1)
    color = COLORS["inconsistent" if item.waived is None else "waived"]
    for place in item.places:
        lines += _source_line(article, place.start, place.end, str(place.line).rjust(wide), "", color, pen)
    if item.waived is not None:
        lines.append(f"{' ' * wide} {pen('=', 'blue')} {pen('waived:', bold=True)} {safe.line(words.waived(item))}")
    return lines


def unchecked(article: Article, item: Unchecked, pen: Pen) -> str:
    """One line for a number that became no claim."""
    place = item.place
    rest = f"“{safe.shorten(safe.line(place.quote), 50)}”: {safe.line(words.reason(item.reason))}"
    return _head(article, place.line, place.column, pen("○ not checked", dim=True), rest, pen)


def unused(article: Article, item: UnusedWaiver, pen: Pen) -> str:
    """One line for a comment that waives nothing."""
    rest = f"{safe.shorten(safe.line(item.place.quote), 60)}: {safe.line(item.message)}"
    return _head(article, item.place.line, item.place.column, pen(f"{words.WAIVED} unused waiver", COLORS["waived"], bold=True), rest, pen)


def _head(article: Article, line: int, column: int, sign: str, rest: str, pen: Pen) -> str:
    where = f"{safe.line(article.path)}:{line}:{column}"
    return f"{pen(where, bold=True)}: {sign}  {rest}"


def _topic(finding: Finding) -> str:
    return safe.line(f"{finding.claim.subject.name} · {words.attribute(finding.claim)}")


def _note(finding: Finding) -> str:
    """What stands beside the carets: the right value, or what was understood when there is none; its dates unless the reason has them."""
    said = f"says {words.claimed(finding.claim)}"
    right = finding.expected
    if right is None or finding.verdict in ("supported", "nei"):
        return said
    shown = words.value(right.value, right.unit)
    unit = " per 1M tokens"
    if shown.endswith(unit):
        said = said.removesuffix(unit)  # it stands behind the right price
    dates = words.period(right.since, right.until)
    if dates and not (right.since and words.day(right.since) in finding.message):
        shown += f", {dates}"
    return f"{said}; {'now' if finding.verdict == 'outdated' else 'right'}: {shown}"


def _details(finding: Finding, *, every: bool) -> Iterator[tuple[str, str]]:
    """The labelled lines below an excerpt; every value is already harmless."""
    earlier = words.was_right(finding)
    if earlier is not None and every:
        yield "was", safe.line(words.expected(earlier))
    if finding.waived is not None:
        yield "waived", safe.line(words.waived(finding))
    yield "why", safe.line(finding.message)
    if finding.arithmetic and finding.arithmetic not in finding.message:
        yield "math", safe.line(finding.arithmetic)
    primary = [source for source in finding.sources if source.primary]
    sources = finding.sources if every else (primary or finding.sources)[:_SOURCES]
    left = len(finding.sources) - len(sources)
    for source in sources:
        more = f", and {left} more" if left and source is sources[-1] else ""
        yield "source", f"{_source(source)}{more}"
    if finding.suggestion is not None:
        yield "write", f"“{safe.line(finding.suggestion.replacement)}”"


def _source(source: Source) -> str:
    return safe.line(f"{source.url} ({words.source_kind(source)}, checked {source.checked})")


def _source_line(article: Article, start: int, end: int, number: str, note: str, color: str, pen: Pen) -> list[str]:
    """The article's line with its number before a bar, and below it carets with a note."""
    shown = excerpt.around(article.text, start, end)
    if not shown.marked:
        return []
    bar = pen("│", "blue")
    text = f"{shown.before}{pen(shown.marked, bold=True)}{shown.after}"
    carets = " " * shown.indent + pen("^" * shown.length + f" {safe.line(note)}".rstrip(), color)
    return [f"{pen(number, 'blue')} {bar} {text}", f"{' ' * len(number)} {bar} {carets}"]
