"""The HTML page as values: a Report in, everything the templates show out; the templates only render."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.report import marks, words
from claimcheck.report.cards import Card, card
from claimcheck.report.flow import Row, readable, rows
from claimcheck.report.marks import Item, Piece
from claimcheck.report.summary import Counts, count, ordered, totals
from claimcheck.terms import VERDICTS, Checked, Report


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a verdict was given; `x` and `width` place it in a bar that is 100 wide."""

    verdict: str
    symbol: str
    word: str
    meaning: str
    number: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A link to a place in the article; `href` is None when the place is not shown."""

    href: str | None
    quote: str
    where: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Two places that cannot both be right."""

    id: str
    kind: str
    message: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One article: its rows with the cards that stand beside them, and the cards whose words are not shown."""

    id: str
    path: str
    title: str | None
    published: str | None
    error: str | None
    plain: bool  # line ends of the article mean something
    tallies: tuple[Tally, ...]
    problems: int
    claims: int
    rows: tuple[tuple[Row, tuple[Card, ...]], ...]
    elsewhere: tuple[Card, ...]
    clashes: tuple[Clash, ...]
    unchecked: tuple[tuple[Spot, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    headline: str
    as_of: str
    reference: str
    tallies: tuple[Tally, ...]
    counts: Counts
    stories: tuple[Story, ...]


def page(report: Report) -> Page:
    """The values of the page."""
    counts = totals(report)
    reference = report.reference
    held = f"{words.count(reference.models, 'model')}, {words.count(reference.facts, 'fact')}"
    only = report.articles[0].article if len(report.articles) == 1 else None
    name = (only.title or only.path) if only else words.count(counts.articles, "article")
    return Page(
        title=name,
        headline=headline(counts),
        as_of=report.as_of,
        reference=f"{reference.version} ({held})",
        tallies=tallies(counts),
        counts=counts,
        stories=tuple(_story(f"a{index}", each, report.as_of) for index, each in enumerate(report.articles, 1)),
    )


def headline(counts: Counts) -> str:
    """The result in one line; what could not be judged is never counted as right."""
    if counts.articles and counts.articles == counts.unreadable:
        return "Nothing could be read"
    if not counts.claims and not counts.inconsistent:
        return "No checkable claim found"
    if counts.problems:
        need = "needs" if counts.problems == 1 else "need"
        return f"{counts.problems:,} of {words.count(counts.claims, 'claim')} {need} work"
    if counts.inconsistent:
        return "The article does not agree with itself" if counts.articles == 1 else "Statements contradict each other"
    supported = counts.verdicts["supported"]
    return f"{supported:,} of {words.count(counts.claims, 'claim')} supported, none found wrong"


def tallies(counts: Counts) -> tuple[Tally, ...]:
    """One entry for every verdict, also for those that were not given."""
    result, x = [], 0.0
    for verdict in VERDICTS:
        number = counts.verdicts[verdict]
        width = round(100 * number / counts.claims, 3) if counts.claims else 0.0
        entry = Tally(verdict, words.SYMBOL[verdict], words.WORD[verdict], words.MEANING[verdict], number, x, width)
        result.append(entry)
        x = round(x + width, 3)
    return tuple(result)


def _story(id: str, checked: Checked, as_of: str) -> Story:
    article = checked.article
    blocks = readable(article)
    cards, items = _cards(id, checked, as_of)
    extra = _clash_items(id, checked) + _unread_items(id, checked)
    everything = [*items, *extra]
    homes = {item.anchor: marks.home(blocks, item) for item in everything}
    at: dict[int | None, list[Card]] = {}
    for each in cards:
        at.setdefault(homes[each.anchor], []).append(each)

    def pieces(index: int) -> tuple[Piece, ...]:
        # an id may stand only once: what spans two blocks is marked in the first
        return marks.pieces(blocks[index], [item for item in everything if homes[item.anchor] == index])

    shown = rows(article.text, blocks, pieces)
    counts = count([checked])
    return Story(
        id=id,
        path=article.path,
        title=article.title,
        published=article.published,
        error=article.error,
        plain=article.path.lower().endswith((".txt", ".text")),
        tallies=tallies(counts),
        problems=counts.problems,
        claims=counts.claims,
        rows=tuple((row, tuple(c for index in row.blocks for c in at.get(index, ()))) for row in shown),
        elsewhere=tuple(at.get(None, ())),
        clashes=_clashes(id, checked, homes),
        unchecked=_unchecked(id, checked, homes),
    )


def _cards(id: str, checked: Checked, as_of: str) -> tuple[list[Card], list[Item]]:
    cards, items = [], []
    for number, finding in enumerate(ordered(checked), 1):
        target, anchor = f"{id}-c{number}", f"{id}-m{number}"
        cards.append(card(checked.article, finding, id=target, anchor=anchor, as_of=as_of))
        claim = finding.claim
        label = words.WORD[finding.verdict]
        items.append(Item(finding.verdict, claim.start, claim.end, anchor, target, label))
    return cards, items


def _clash_items(id: str, checked: Checked) -> list[Item]:
    return [
        Item("clash", place.start, place.end, f"{id}-i{number}-{nth}", f"{id}-i{number}", "inconsistent")
        for number, clash in enumerate(checked.inconsistencies, 1)
        for nth, place in enumerate(clash.places, 1)
    ]


def _unread_items(id: str, checked: Checked) -> list[Item]:
    return [
        Item("unread", item.place.start, item.place.end, f"{id}-u{number}", f"{id}-unchecked", "not checked")
        for number, item in enumerate(checked.unchecked, 1)
    ]


def _clashes(id: str, checked: Checked, homes: dict[str, int | None]) -> tuple[Clash, ...]:
    return tuple(
        Clash(
            f"{id}-i{number}",
            clash.kind,
            clash.message,
            tuple(
                _spot(f"{id}-i{number}-{nth}", place.quote, place.line, place.column, homes)
                for nth, place in enumerate(clash.places, 1)
            ),
        )
        for number, clash in enumerate(checked.inconsistencies, 1)
    )


def _unchecked(id: str, checked: Checked, homes: dict[str, int | None]) -> tuple[tuple[Spot, str], ...]:
    return tuple(
        (
            _spot(f"{id}-u{number}", item.place.quote, item.place.line, item.place.column, homes),
            words.reason(item.reason),
        )
        for number, item in enumerate(checked.unchecked, 1)
    )


def _spot(anchor: str, quote: str, line: int, column: int, homes: dict[str, int | None]) -> Spot:
    href = f"#{anchor}" if homes.get(anchor) is not None else None
    return Spot(href, " ".join(quote.split()), f"line {line}, column {column}")
