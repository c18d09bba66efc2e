"""What `check` does: paths in; the report is written where it was asked for; the counts that decide the exit code out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimcheck.cli.batch import since
from claimcheck.cli.output import color, note, same_screen, tell_unread, write, write_whole
from claimcheck.cli.progress import watched
from claimcheck.report import Look, Stream, pieces, summary
from claimcheck.report.summary import Counts
from claimcheck.terms import Checked

if TYPE_CHECKING:
    from claimcheck.reference.load import Reference

Paths = tuple[str, ...]
Run = dict[str, Any]
LARGE = 200  # articles; more in one HTML file are slow to open
AS_TEXT = ("text", "github", "diff")


def whole(paths: Paths, form: str, output: str | None, look: dict[str, Any], run: Run) -> Counts:
    """Checks all into one report, which appears when it is whole; of no article more is kept than the format needs."""
    book, checked = _checked(paths, run)
    seen = summary.Counted(checked if form == "text" and output is None and same_screen() else _told(checked))
    seeing = Look(output is None and form in ("text", "diff") and color(), **look)
    write_whole(pieces(Stream(run["as_of"], book.info, seen), seeing, format=form), output, as_text=form in AS_TEXT)
    if form == "html" and seen.counts.articles > LARGE:
        note(f"{seen.counts.articles:,} articles in one page are slow to open; -o DIR/ makes a folder of pages")
    return seen.counts


def stream(paths: Paths, output: str | None, run: Run) -> Counts:
    """Writes each article as one line of JSON as soon as it is done."""
    from claimcheck.report.jsonl import line

    _, checked = _checked(paths, run)
    seen = summary.Counted(_told(checked))
    (write if output is None else write_whole)(map(line, seen), output, as_text=False)
    return seen.counts


def folder(paths: Paths, output: str, run: Run) -> Counts:
    """Writes a folder of HTML pages, each as soon as its article is done."""
    from claimcheck.report import folder as pages

    if run.get("baseline"):  # what a page leaves out is only known here
        book, checked = _checked(paths, run)
        counts = pages.write(_told(checked), output, as_of=run["as_of"], reference=book.info)
    else:
        from claimcheck.run import iter_pages, load_reference

        book = load_reference(run["reference"])
        pages.prepared(output)
        checked = watched(iter_pages(paths, output, book=book, **run), total=total(paths, run))
        counts = pages.write_index(_told(checked), output, as_of=run["as_of"], reference=book.info)
    note(f"wrote {output.rstrip('/')}/index.html and {counts.articles:,} article page{'' if counts.articles == 1 else 's'}")
    return counts


def _told(checked: Iterator[Checked]) -> Iterator[Checked]:
    """The same articles; what could not be read is told on the way."""
    for each in checked:
        tell_unread([each])
        yield each


def fix(paths: Paths, run: Run) -> Counts:
    """Corrects the files, says what was done and left, and gives the counts of a second look at what was changed."""
    from claimcheck.cli import fixing
    from claimcheck.report.words import count

    made = left = files = 0
    counts, changed = summary.count([]), []
    _, checked = _checked(paths, run)
    for each in list(checked):  # all are read before the first is written
        done = fixing.fix(each)
        tell_unread([each])
        write(fixing.lines(done), None, as_text=True)
        made, left = made + len(done.made), left + len(done.left)
        files += bool(done.made)
        if done.made:
            changed.append(each.article.path)
        else:
            counts = counts.plus(summary.count([each]))
    write([f"fixed {count(made, 'claim')} in {count(files, 'article')}, left {left:,}\n"], None, as_text=True)
    if changed:
        _, again = _checked(tuple(changed), {**run, "exclude": ()})
        counts = counts.plus(summary.count(again))
    return counts


def _checked(paths: Paths, run: Run) -> tuple[Reference, Iterator[Checked]]:
    """The reference, and every article as soon as it is checked, with a bar on standard error when it takes long."""
    from claimcheck.run import iter_checked, load_reference

    book = load_reference(run["reference"])
    checked = since(run.get("baseline"), iter_checked(paths, book=book, **run))
    return book, watched(checked, total=total(paths, run))


def total(paths: Paths, run: Run) -> int | None:
    """How many articles there are, counted only where a bar can be seen."""
    import sys

    if not sys.stderr.isatty():
        return None
    from claimcheck.scale import items

    return items.total(paths, exclude=tuple(run["exclude"]))
