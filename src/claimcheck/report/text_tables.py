"""Tables for the terminal: a Report in, one line an article, an attribute or a frequent error out."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.report import safe, words
from claimcheck.report.overview import Overview, gather
from claimcheck.report.pen import COLORS, Pen
from claimcheck.report.summary import Counts, count
from claimcheck.terms import VERDICTS, Checked, Report

ROWS = 40  # articles that are listed unless all are asked for
_BAR = 10


def articles(checked: Sequence[Checked], pen: Pen, *, every: bool) -> list[str]:
    """One line an article in the order given; of very many only those with most problems."""
    rows = [(each, count([each])) for each in checked]
    left = 0
    if len(rows) > ROWS and not every:
        rows.sort(key=lambda row: (-row[1].unreadable, -row[1].problems - row[1].inconsistent))
        rows, left = rows[:ROWS], len(rows) - ROWS
    signs = "".join(pen(f"{words.SYMBOL[name]:>5}", COLORS[name], bold=True) for name in VERDICTS)
    head = f"{'claims':>6}{signs}{pen(f'{words.INCONSISTENT:>5}', COLORS['inconsistent'], bold=True)}  {'right':<{_BAR + 5}}  article"
    lines = [pen(head, bold=True), *(_row(each, counts, pen) for each, counts in rows)]
    return [*lines, pen(f"and {words.count(left, 'more article')} (--verbose shows all)", dim=True)] if left else lines


def _row(checked: Checked, counts: Counts, pen: Pen) -> str:
    path = safe.line(checked.article.path)
    if checked.article.error is not None:
        return f"{pen('✘ not read'.rjust(36), 'red', bold=True)}  {'':<{_BAR + 5}}  {path}: {safe.line(checked.article.error)}"
    cells = "".join(_cell(counts.verdicts[name], COLORS[name], pen) for name in VERDICTS)
    cells += _cell(counts.inconsistent, COLORS["inconsistent"], pen)
    return f"{counts.claims:>6,}{cells}  {accuracy(counts, pen)}  {path}"


def _cell(number: int, color: str, pen: Pen) -> str:
    return pen(f"{number:>5,}", color) if number else pen(f"{'·':>5}", dim=True)


def accuracy(counts: Counts, pen: Pen) -> str:
    """A bar and a share: supported claims of those that could be judged."""
    if not counts.judged:
        return pen(f"{'nothing judged':<{_BAR + 5}}", dim=True)
    right = counts.verdicts["supported"]
    full = min(round(_BAR * right / counts.judged), _BAR - 1) if right < counts.judged else _BAR  # a full bar has no exception
    bar = pen("█" * full, "green") + pen("░" * (_BAR - full), "red")
    return f"{bar} {100 * right // counts.judged:>3}%"


def overview(report: Report, pen: Pen) -> list[str]:
    """Verdicts by attribute and the most frequent errors."""
    found: Overview = gather(report)
    lines: list[str] = []
    if found.attributes:
        lines.append(pen("by attribute", bold=True))
        for name, verdicts in found.attributes:
            cells = "".join(_cell(verdicts.get(verdict, 0), COLORS[verdict], pen) for verdict in VERDICTS)
            lines.append(f"{sum(verdicts.values()):>6,}{cells}  {safe.line(name)}")
        lines.append("")
    if found.errors:
        lines.append(pen("most frequent errors", bold=True))
        for error in found.errors[:10]:
            where = words.count(error.articles, "article")
            said = f"{pen.verdict(error.verdict)}  {safe.line(error.subject)} · {safe.line(error.attribute)}: {safe.line(error.said)}"
            right = f" → {safe.line(error.right)}" if error.right else ""
            lines.append(f"{error.claims:>6,} in {where:<12}  {said}{right}")
        lines.append("")
    return lines
