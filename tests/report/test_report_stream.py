"""Reports of articles that come one after another: none is kept, and the bytes are those of one whole document."""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterator
from dataclasses import replace

import pytest
from report_samples import REFERENCE, checked, hostile, make_report, waived

from claimcheck.report import FORMATS, Look, Stream, pieces, render
from claimcheck.terms import Article, Checked


class Traced(Checked):
    """A checked article of which one can tell whether anybody still has it."""


def numbered(number: int) -> Checked:
    """The example under another path."""
    base = checked()
    return replace(base, article=replace(base.article, path=f"{number:03}.md"))


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"html"}))
@pytest.mark.parametrize("look", [Look(), Look(verbose=True), Look(summary=True)], ids=["plain", "verbose", "summary"])
def test_articles_are_let_go(form: str, look: Look) -> None:
    living: list[weakref.ref[Checked]] = []
    most = 0

    def coming() -> Iterator[Checked]:
        nonlocal most
        for number in range(30):
            base = numbered(number)
            each = Traced(base.article, base.findings, base.inconsistencies, base.unchecked)
            living.append(weakref.ref(each))
            yield each
            del base, each
            most = max(most, sum(ref() is not None for ref in living))

    text = "".join(pieces(Stream("2026-11-21", REFERENCE, coming()), look, format=form))
    assert text == render(make_report(*map(numbered, range(30))), format=form, verbose=look.verbose, summary=look.summary)
    assert most <= 2


@pytest.mark.parametrize("form", ["json", "sarif"])
@pytest.mark.parametrize("number", [0, 1, 4])
def test_pieces_are_one_indented_document(form: str, number: int) -> None:
    odd = Checked(Article("a\u2028\x85b\ud800.md", "", error="it is\nno text"))
    stream = Stream("2026-11-21", REFERENCE, iter((checked(), waived(), odd, hostile())[:number]))
    text = "".join(pieces(stream, Look(), format=form))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("form", ["markdown", "junit"])
def test_long_bodies_stand_whole_behind_their_head(form: str) -> None:
    titled = [replace(each, article=replace(each.article, title=f"{each.article.path} " + "é…\r" * 400_000)) for each in map(numbered, range(3))]
    if form == "junit":  # has no title; the long words stand in a path
        titled = [replace(each, article=replace(each.article, path=str(each.article.title))) for each in titled]
    alone = [render(make_report(each), format=form).splitlines() for each in titled]
    together = render(make_report(*titled), format=form).splitlines()
    head, tail = (4, 1) if form == "markdown" else (2, 1)
    assert together[head:-tail] == [line for each in alone for line in each[head:-tail]]


def test_of_very_many_articles_those_with_most_problems_are_listed_the_earlier_first() -> None:
    def wrong(number: int) -> Checked:
        base = numbered(number)
        problem = next(each for each in base.findings if each.verdict == "refuted")
        return replace(base, findings=(problem,) * (number * 7 % 5), inconsistencies=())

    table = render(make_report(*map(wrong, range(230)))).splitlines()
    listed = [line.split()[-1] for line in table if line.endswith(".md")]
    assert listed == [f"{number:03}.md" for number in sorted(range(230), key=lambda number: -(number * 7 % 5))[:40]]
    assert any(line.startswith("and 190 more articles") for line in table)
