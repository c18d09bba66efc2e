"""One article of the HTML report as values: a Checked article in, its rows with the cards that stand beside them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimcheck.report import marks, words
from claimcheck.report.cards import Card, card
from claimcheck.report.flow import Row, readable, rows
from claimcheck.report.marks import Item, Piece
from claimcheck.report.summary import count, ordered
from claimcheck.report.tallies import Tally, tallies
from claimcheck.terms import Checked

Homes = dict[str, int | None]
T = TypeVar("T", "Card", "Clash", "Item")


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
    anchor: str
    kind: str
    message: str
    waived: str | None
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A row of the article and what stands beside it."""

    row: Row
    cards: tuple[Card, ...]
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One article: its rows, the cards and clashes whose words are not shown, its counts, what was not checked or waives nothing."""

    id: str
    path: str
    title: str | None
    published: str | None
    error: str | None
    plain: bool  # line ends of the article mean something
    tallies: tuple[Tally, ...]
    claims: int
    problems: tuple[Card, ...]
    rows: tuple[Beside, ...]
    elsewhere: tuple[Card, ...]
    lost: tuple[Clash, ...]
    clashes: tuple[Clash, ...]
    unchecked: tuple[tuple[Spot, str], ...]
    unused: tuple[tuple[Spot, str], ...]


def story(id: str, checked: Checked, *, as_of: str) -> Story:
    """The values of one article; `id` begins every id in it."""
    article = checked.article
    blocks = readable(article)
    cards, items = _cards(id, checked, as_of)
    everything = [*items, *_clash_items(id, checked), *_unread_items(id, checked)]
    shown = marks.Homes(blocks)
    homes: Homes = {item.anchor: shown.of(item) for item in everything}
    clashes = _clashes(id, checked, homes)
    at, near, here = _grouped(cards, homes), _grouped(clashes, homes), _grouped(everything, homes)

    def pieces(index: int) -> tuple[Piece, ...]:
        # an id may stand only once: what spans two blocks is marked in the first
        return marks.pieces(blocks[index], here.get(index, []))

    return Story(
        id=id,
        path=article.path,
        title=article.title,
        published=article.published,
        error=article.error,
        plain=article.path.lower().endswith((".txt", ".text")),
        tallies=tallies(count([checked]).verdicts),
        claims=len(checked.findings),
        problems=tuple(found for found in cards if found.kind in words.PROBLEMS),
        rows=tuple(
            Beside(row, tuple(c for index in row.blocks for c in at.get(index, ())), tuple(c for index in row.blocks for c in near.get(index, ())))
            for row in rows(article.text, blocks, pieces)
        ),
        elsewhere=tuple(at.get(None, ())),
        lost=tuple(near.get(None, ())),
        clashes=clashes,
        unchecked=_unchecked(id, checked, homes),
        unused=tuple((_spot("", item.place.quote, item.place.line, item.place.column, {}), item.message) for item in checked.unused_waivers),
    )  # fmt: skip


def _grouped(things: Sequence[T], homes: Homes) -> dict[int | None, list[T]]:
    """Cards, clashes or items by the block in which they are shown."""
    found: dict[int | None, list[T]] = {}
    for each in things:
        found.setdefault(homes.get(each.anchor), []).append(each)
    return found


def _cards(id: str, checked: Checked, as_of: str) -> tuple[list[Card], list[Item]]:
    cards, items = [], []
    for number, finding in enumerate(ordered(checked), 1):
        target, anchor = f"{id}-c{number}", f"{id}-m{number}"
        cards.append(card(checked.article, finding, id=target, anchor=anchor, as_of=as_of))
        claim = finding.claim
        kind = cards[-1].kind
        label = f"{'waived, ' if kind == 'waived' else ''}{words.WORD[finding.verdict]}: {claim.subject.name}, {words.attribute(claim)}"
        items.append(Item(kind, claim.start, claim.end, anchor, target, label))
    return cards, items


def _clash_items(id: str, checked: Checked) -> list[Item]:
    items = []
    for number, clash in enumerate(checked.inconsistencies, 1):
        kind, label = ("clash", "") if clash.waived is None else ("waived", "waived, ")
        for nth, place in enumerate(clash.places, 1):
            items.append(Item(kind, place.start, place.end, f"{id}-i{number}-{nth}", f"{id}-i{number}", f"{label}inconsistent ({clash.kind})"))
    return items


def _unread_items(id: str, checked: Checked) -> list[Item]:
    return [
        Item("unread", item.place.start, item.place.end, f"{id}-u{number}", f"{id}-unchecked", "not checked")
        for number, item in enumerate(checked.unchecked, 1)
    ]


def _clashes(id: str, checked: Checked, homes: Homes) -> tuple[Clash, ...]:
    return tuple(
        Clash(
            f"{id}-i{number}",
            f"{id}-i{number}-1",
            clash.kind,
            clash.message,
            None if clash.waived is None else words.waived(clash),
            tuple(_spot(f"{id}-i{number}-{nth}", place.quote, place.line, place.column, homes) for nth, place in enumerate(clash.places, 1)),
        )
        for number, clash in enumerate(checked.inconsistencies, 1)
    )


def _unchecked(id: str, checked: Checked, homes: Homes) -> tuple[tuple[Spot, str], ...]:
    return tuple(
        (_spot(f"{id}-u{number}", item.place.quote, item.place.line, item.place.column, homes), words.reason(item.reason))
        for number, item in enumerate(checked.unchecked, 1)
    )


def _spot(anchor: str, quote: str, line: int, column: int, homes: Homes) -> Spot:
    href = f"#{anchor}" if homes.get(anchor) is not None else None
    return Spot(href, " ".join(quote.split()), f"line {line}, column {column}")
