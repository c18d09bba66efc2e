"""Pieces come in, whole articles in the gold format of `claimcheck evaluate` go out, each with all that must be found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.generator import facts
from tests.generator.facts import Dice, Subject
from tests.generator.pieces import CORRUPTIONS, Piece, Template, piece, templates

from claimcheck.reference.load import Reference

DAYS = ("2026-11-21", "2025-06-30")
FILLERS = (
    "Choosing among them is harder than it looks.",
    "Nobody reads the small print, so we did.",
    "Here is what we wrote down.",
    "Ask three colleagues and you will hear four opinions.",
    "The rest is a matter of taste.",
    "We will come back to this point later.",
    "None of this replaces a trial with your own documents.",
    "Good tools disappear into the work.",
)
# Numbers that say nothing of a model; nothing may be accused of them.
DECOYS = (
    "Our bill for last month came to $314.20, coffee included.",
    "A ChatGPT Plus subscription costs $20 a month.",
    "As a rule of thumb, 1,000 tokens are about 750 words.",
    "We asked 40 colleagues, and 27 of them answered within 2 days.",
    "Summarising 10,000 letters cost us $18.40 in total.",
    "Our office has 12 desks and 3 coffee machines.",
    "The survey closed on 14 March 2023 with 212 replies.",
)


@dataclass(frozen=True)
class Written:
    """One article: its gold as `claimcheck evaluate` reads it, and the pieces it is made of with their offsets."""

    gold: dict[str, Any]
    pieces: tuple[tuple[int, Piece], ...]


def each(book: Reference, *, seed: int, times: int = 1) -> Iterator[Written]:
    """Every template as it is and in every corruption that fits it, `times` times, each in an article of its own."""
    pools = {day: facts.subjects(book, day) for day in DAYS}
    for template in templates():
        for corruption in (None, *CORRUPTIONS):
            for time in range(times):
                dice = Dice(f"{seed} {template.name} {corruption} {time}")
                day = DAYS[time % len(DAYS)]
                made = piece(template, corruption, pools[day], dice)
                if made is not None:
                    yield article([made], day, dice)


def mixed(book: Reference, *, seed: int, articles: int) -> Iterator[Written]:
    """Articles of several pieces on the same few models; about one piece in three is corrupted."""
    pools = {day: facts.subjects(book, day) for day in DAYS}
    every = templates()
    for number in range(articles):
        dice = Dice(f"{seed} mixed {number}")
        day, format = dice.pick(DAYS, "day"), "html" if dice.chance(0.1, "html") else "md"
        cast = _cast(pools[day], dice)
        pieces: list[Piece] = []
        for template in dice.order([t for t in every if t.format == format], "templates"):
            made = _any(template, cast, Dice(f"{dice.key} {template.name}"))
            if made is not None:
                pieces.append(made)
            if len(pieces) == 6:
                break
        if pieces:
            yield article(pieces, day, dice)


def _cast(pool: Sequence[Subject], dice: Dice) -> list[Subject]:
    """Three or four models of which much is known."""
    rich = [subject for subject in pool if len(subject.truths) >= 7]
    return dice.order(rich, "cast")[: 3 + dice.chance(0.5, "four")]


def _any(template: Template, cast: Sequence[Subject], dice: Dice) -> Piece | None:
    if dice.chance(0.35, "corrupt"):
        for corruption in dice.order(CORRUPTIONS, "corruption"):
            made = piece(template, corruption, cast, dice)
            if made is not None:
                return made
    return piece(template, None, cast, dice)


def article(pieces: Sequence[Piece], day: str, dice: Dice) -> Written:
    """The pieces one after another, with headings and other people's sentences between them."""
    format = pieces[0].template.format
    text = {"md": "# Notes on language models\n\n", "html": "<html><body>\n<h1>Notes on language models</h1>\n", "txt": "Notes on language models\n\n"}[format]
    placed = []
    for number, one in enumerate(pieces):
        # A heading of our own ends what the piece before was about, unless the piece brings its own.
        bare = not one.text.lstrip().startswith(("#", "<h"))
        text += _paragraph(f"{'#' * 2} Part {number + 1}", format, heading=True) if bare and len(pieces) > 1 else ""
        if bare and dice.chance(0.5, f"filler {number}"):
            text += _paragraph(dice.pick(FILLERS, f"filler {number}"), format)
        placed.append((len(text), one))
        text += one.text + "\n\n"
        if dice.chance(0.4, f"decoy {number}"):
            text += _paragraph(dice.pick(DECOYS, f"decoy {number}"), format)
    text += "</body></html>\n" if format == "html" else ""
    claims = [_claim(text, start, told, one) for start, one in placed for told in one.told]
    corruption = ", ".join(dict.fromkeys(one.corruption for one in pieces if one.corruption)) or None
    gold = {"id": dice.key, "format": format, "published": day, "corruption": corruption, "text": text, "claims": claims}
    return Written(gold, tuple(placed))


def _paragraph(words: str, format: str, *, heading: bool = False) -> str:
    if format == "html":
        return f"<h2>{words.strip('# ')}</h2>\n" if heading else f"<p>{words}</p>\n"
    return f"{words.strip('# ') if format == 'txt' else words}\n\n"


def _claim(text: str, offset: int, told: Any, one: Piece) -> dict[str, Any]:
    start, end = offset + told.start, offset + told.end
    row = {
        "subject": told.subject.name, "alt_subjects": [told.subject.id.rpartition("/")[2]], "attribute": told.attribute, "value": told.value,
        "quote": text[start:end], "context": text[max(0, start - 60) : end + 40], "start": start, "end": end, "verdict": told.verdict,
        "truth": told.truth, "benchmark": told.benchmark, "implicit": told.implicit,
        "template": one.template.name, "style": one.template.style, "form": told.form, "corruption": told.corruption,
    }  # fmt: skip
    return {key: value for key, value in row.items() if value is not None and value is not False}
