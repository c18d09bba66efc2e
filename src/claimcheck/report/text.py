"""The terminal report: problems with the source line, the right value and its source; the rest short; counts at the end.

One article is shown whole; several get a table below their findings; many get only the table, for which every article is
one line. `summary` leaves the findings out, `quiet` everything but one line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.report import safe, text_findings, text_tables, words
from claimcheck.report.overview import Gatherer
from claimcheck.report.pen import COLORS, Pen
from claimcheck.report.summary import Counted, Counts, ordered
from claimcheck.terms import VERDICTS, Checked

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream

MANY = 20  # articles; above, findings are shown only when asked for


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """The whole report; ends with a line end."""
    pen = Pen(color=look.color)
    articles, table, overview = Counted(report.articles), text_tables.Table(pen, every=look.verbose), Gatherer()
    shown = not look.quiet and not look.summary
    some: list[str] | None = [] if shown and not (look.verbose or look.show) else None  # findings of so few articles that they will be shown
    for number, checked in enumerate(articles, 1):
        table.add(checked)
        if look.summary:
            overview.add(number, checked)
        if some is not None and number <= MANY:
            some.append(_lines(_article(checked, pen, look)))
        elif some is None and shown:
            yield _lines(_article(checked, pen, look))
    counts = articles.counts
    if some is not None and counts.articles <= MANY:
        yield from some
    if counts.articles > 1 and not look.quiet:
        yield from table.text()
        yield "\n"
    if look.summary:
        yield _lines(text_tables.overview(overview.overview(), pen))
    yield _lines(_summary(report, counts, pen, quiet=look.quiet))


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _article(checked: Checked, pen: Pen, look: Look) -> list[str]:
    """One article: its path, what is wrong, what could not be judged; empty when there is nothing to say."""
    article = checked.article
    if article.error is not None:
        error = pen("✘ not read", "red", bold=True)
        return [f"{pen(safe.line(article.path), bold=True)}: {error}: {safe.line(article.error)}", ""]
    body: list[str] = []
    open_ones: list[str] = []
    for finding in ordered(checked):
        if look.verbose or text_findings.state(finding) in (*words.PROBLEMS, *look.show):
            body += [*text_findings.full(article, finding, pen, every=look.verbose), ""]
        elif text_findings.state(finding) == "nei":
            open_ones.append(text_findings.short(article, finding, pen))
    for item in checked.inconsistencies:
        if item.waived is not None and not look.verbose and "waived" not in look.show:
            continue
        body += [*text_findings.inconsistency(article, item, pen), ""]
    if checked.unused_waivers:
        body += [*(text_findings.unused(article, item, pen) for item in checked.unused_waivers), ""]
    if open_ones:
        body += [*open_ones, ""]
    if look.verbose and checked.unchecked:
        body += [*(text_findings.unchecked(article, item, pen) for item in checked.unchecked), ""]
    if not body:
        return []
    title = f"  {pen(safe.shorten(safe.line(article.title), 80), dim=True)}" if article.title else ""
    return [pen(safe.line(article.path), bold=True) + title, "", *body]


def _summary(report: Stream, counts: Counts, pen: Pen, *, quiet: bool) -> list[str]:
    """One line of counts, and unless quiet one line that says what judged."""
    parts = [_tally(name, counts, pen) for name in VERDICTS if counts.verdicts[name]]
    if counts.inconsistent:
        sign = pen(f"{words.INCONSISTENT} {counts.inconsistent:,} inconsistent", COLORS["inconsistent"], bold=True)
        parts.append(sign)
    if counts.all_waived:
        parts.append(pen(f"{words.WAIVED} {counts.all_waived:,} waived", COLORS["waived"], bold=True))
    if counts.unchecked:
        parts.append(f"{words.count(counts.unchecked, 'number')} not checked")
    if counts.unused_waivers:
        parts.append(words.count(counts.unused_waivers, "unused waiver"))
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
    return pen(f"{words.SYMBOL[name]} {counts.verdicts[name]:,} {words.WORD[name]}", COLORS[name], bold=True)
