"""Tables for the terminal: checked articles, or their overview, in, one line an article, an attribute or a frequent error out."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.report import safe, words
from claimcheck.report.overview import Overview
from claimcheck.report.pen import COLORS, Pen
from claimcheck.report.spool import Spool
from claimcheck.report.summary import Counts, count
from claimcheck.terms import VERDICTS, Checked

ROWS = 40  # articles that are listed unless all are asked for
_BAR = 10


class Table:
    """One line an article in the order given; of very many only those with most problems, unless `every` one is asked for."""

    def __init__(self, pen: Pen, *, every: bool) -> None:
        self._pen, self._every = pen, every
        self._number = 0
        self._all = Spool()
        self._few: list[tuple[tuple[int, int], str]] = []

    def add(self, checked: Checked) -> None:
        """The next article."""
        counts = count([checked])
        self._number += 1
        row = f"{_row(checked, counts, self._pen)}\n"
        if self._every:
            self._all.add(row)
            return
        self._few.append(((-counts.unreadable, -counts.problems - counts.inconsistent), row))
        if len(self._few) > 2 * ROWS:
            self._cut()

    def text(self) -> Iterator[str]:
        """The table, in pieces."""
        pen = self._pen
        signs = "".join(pen(f"{words.SYMBOL[name]:>5}", COLORS[name], bold=True) for name in VERDICTS)
        head = f"{'claims':>6}{signs}{pen(f'{words.INCONSISTENT:>5}', COLORS['inconsistent'], bold=True)}  {'right':<{_BAR + 5}}  article"
        yield f"{pen(head, bold=True)}\n"
        yield from self._all.text()
        if len(self._few) > ROWS:
            self._cut()
        yield from (row for _, row in self._few)
        if not self._every and self._number > ROWS:
            yield pen(f"and {words.count(self._number - ROWS, 'more article')} (--verbose shows all)", dim=True) + "\n"

    def _cut(self) -> None:
        """Lets go of rows that others surpass; of equals the earlier one stays."""
        self._few.sort(key=lambda ranked: ranked[0])
        del self._few[ROWS:]


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


def overview(found: Overview, pen: Pen) -> list[str]:
    """Verdicts by attribute and the most frequent errors."""
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
