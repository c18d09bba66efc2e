"""The way of an article, top to bottom: read it, extract its claims, judge them as of a date, report. Only this file knows the order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimcheck import articles
from claimcheck.reference.load import Reference, load
from claimcheck.terms import Article, Checked, Claim, Report, Unchecked
from claimcheck.verdict import consistency, judge


def check(paths: Sequence[str], *, as_of: str, reference: str | None = None, exclude: Sequence[str] = ()) -> Report:
    """Check files and folders; unreadable articles stand in the report with their error.

    Raises UsageError for a missing path and BrokenReference for a reference that does not hold.
    """
    book = load_reference(reference)
    checked = tuple(iter_checked(paths, as_of=as_of, book=book, exclude=exclude))
    return Report(as_of=as_of, reference=book.info, articles=checked)


def load_reference(folder: str | None) -> Reference:
    """The shipped reference, or the one in `folder`."""
    return load(Path(folder) if folder else None)


def iter_checked(paths: Sequence[str], *, as_of: str, book: Reference, exclude: Sequence[str] = ()) -> Iterator[Checked]:
    """Each article as soon as it is checked, in stable order."""
    found = articles.discover(paths, exclude=tuple(exclude))
    return check_articles((articles.read(path) for path in found), as_of=as_of, book=book)


def check_articles(read: Iterable[Article], *, as_of: str, book: Reference) -> Iterator[Checked]:
    """Claims of already read articles, judged."""
    judged = judge.Judge(book, as_of=as_of)
    for article, claims, unchecked in extract(read, book):
        yield _checked(article, claims, unchecked, judged)


def extract(read: Iterable[Article], book: Reference) -> Iterator[tuple[Article, tuple[Claim, ...], tuple[Unchecked, ...]]]:
    """Claims of each article; spaCy is imported only when there is an article to read."""
    from claimcheck.extract import pipeline
    from claimcheck.extract.mentions import NameFinder

    display = {model: book.entry(model).name for model in book.ids()}
    members = {model: book.entry(model).members for model in book.ids() if book.entry(model).members}
    nlp = pipeline.build(NameFinder(book.name_keys(), book.snapshot_keys(), display, members))
    return pipeline.extract(nlp, read)


def _checked(article: Article, claims: tuple[Claim, ...], unchecked: tuple[Unchecked, ...], judged: judge.Judge) -> Checked:
    if article.error is not None:
        return Checked(article)
    findings = tuple(judged.finding(claim, article) for claim in claims)
    return Checked(article, findings, consistency.inconsistencies(article, claims), unchecked)
