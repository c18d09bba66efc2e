"""The HTML pages as values: a Report in, everything the templates show out; the templates only render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.report import charts, words
from claimcheck.report.charts import Chart
from claimcheck.report.headline import headline
from claimcheck.report.overview import Overview
from claimcheck.report.rows import Line
from claimcheck.report.story import Story, story
from claimcheck.report.summary import Counts, count
from claimcheck.report.tallies import Tally, tallies
from claimcheck.terms import Checked, ReferenceInfo

PAGE = 100  # rows of the table of articles that are shown at a time


@dataclass(frozen=True, slots=True)
class Head:
    """What stands on top of every page."""

    title: str
    headline: str
    as_of: str
    reference: str
    tallies: tuple[Tally, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Choices:
    """What the claims of a page can be filtered by, with counts, most first; `grid` counts verdicts by attribute, without what is waived."""

    attributes: tuple[tuple[str, int], ...]
    models: tuple[tuple[str, int], ...]
    grid: tuple[tuple[str, tuple[Tally, ...]], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A link to one place where a frequent error stands."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Index:
    """The index of many articles: charts, frequent errors with links to examples, what was not read, the first rows."""

    attributes: Chart
    models: Chart
    dates: Chart
    undated: int
    errors: tuple[tuple[object, str, str, tuple[Example, ...]], ...]
    unread: tuple[tuple[str, str, str], ...]
    lines: tuple[Line, ...]
    total: int
    chunks: tuple[str, ...]
    data: str


def head(articles: Sequence[Checked] | Counts, *, as_of: str, reference: ReferenceInfo) -> Head:
    """The head of a page over these articles."""
    counts = articles if isinstance(articles, Counts) else count(articles)
    name = words.count(counts.articles, "article")
    if not isinstance(articles, Counts) and len(articles) == 1:
        name = articles[0].article.title or articles[0].article.path
    held = f"{words.count(reference.models, 'model')}, {words.count(reference.facts, 'fact')}"
    return Head(name, headline(counts), as_of, f"{reference.version} ({held})", tallies(counts.verdicts), counts)


def stories(articles: Sequence[Checked], *, as_of: str) -> tuple[Story, ...]:
    """The articles, with ids that begin with `a1`, `a2` and so on."""
    return tuple(story(f"a{number}", checked, as_of=as_of) for number, checked in enumerate(articles, 1))


def choices(articles: Sequence[Checked]) -> Choices:
    """The filters of a page over these articles."""
    attributes: dict[str, dict[str, int]] = {}
    everything: dict[str, int] = {}
    models: dict[str, int] = {}
    for checked in articles:
        for finding in checked.findings:
            name = words.group(finding.claim.attribute)
            everything[name] = everything.get(name, 0) + 1
            if finding.waived is None:
                found = attributes.setdefault(name, {})
                found[finding.verdict] = found.get(finding.verdict, 0) + 1
            models[finding.claim.subject.name] = models.get(finding.claim.subject.name, 0) + 1
    ranked = sorted(attributes.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return Choices(
        tuple(sorted(everything.items(), key=lambda item: (-item[1], item[0]))),
        tuple(sorted(models.items(), key=lambda item: (-item[1], item[0]))),
        tuple((name, tallies(numbers)) for name, numbers in ranked),
    )


def index(overview: Overview, lines: Sequence[Line], *, total: int, chunks: Sequence[str] = (), data: str = "") -> Index:
    """The index page; `lines` are the rows that stand in the page itself, the others are in `chunks` or `data`."""
    hrefs = {line.number: line for line in lines}

    def example(number: int, nth: int) -> Example:
        href = hrefs[number].href if number in hrefs else f"a/{number}.html"
        inside = href.startswith("#")
        return Example(f"{href}-c{nth}" if inside else f"{href}#a1-c{nth}", f"article {number}")

    errors = tuple(
        (error, words.SYMBOL[error.verdict], words.WORD[error.verdict], tuple(example(*each) for each in error.examples)) for error in overview.errors
    )
    return Index(
        attributes=charts.by_attribute(overview),
        models=charts.by_model(overview),
        dates=charts.by_date(overview),
        undated=overview.undated,
        errors=errors,
        unread=tuple((hrefs[number].href if number in hrefs else f"a/{number}.html", path, why) for number, path, why in overview.unread),
        lines=tuple(lines[:PAGE]),
        total=total,
        chunks=tuple(chunks),
        data=data,
    )  # fmt: skip
