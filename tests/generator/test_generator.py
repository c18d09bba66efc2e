"""The property: in articles made from the reference's own facts, what is right is never accused and what is corrupted is caught."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.generator import known, write
from tests.generator.measure import Measured
from tests.generator.pieces import CORRUPTIONS, templates
from tests.generator.write import Written

from claimcheck.cli import main
from claimcheck.reference.load import Reference


def lines(cases: list[str]) -> str:
    return "\n".join(cases)


def test_nothing_right_is_accused(found: Measured) -> None:
    assert not found.accused, lines(found.accused)


def test_nothing_corrupted_is_shown_as_supported(found: Measured) -> None:
    assert not found.passed, lines(found.passed)


def test_every_corruption_is_caught_but_in_the_templates_known_to_fail(found: Measured) -> None:
    recorded = known.read()["missed"]
    new = {name: cases for name, cases in found.missed.items() if len(cases) > recorded.get(name, [0])[0]}
    assert not new, "\n".join(f"{name}\n{lines(cases)}" for name, cases in new.items())


def test_templates_known_to_fail_still_fail(found: Measured) -> None:
    mended = set(known.read()["missed"]) - set(found.missed)
    assert not mended, f"these are caught now; run `python -m tests.generator --record`: {mended}"


def test_what_is_caught_gets_the_right_verdict(found: Measured) -> None:
    assert not found.misjudged, lines(found.misjudged)


def test_offsets_give_the_quotes(found: Measured) -> None:
    assert not found.spans, lines(found.spans)


def test_right_statements_are_found_as_often_as_recorded(found: Measured) -> None:
    recorded, now = known.read()["recall"], found.recall()
    worse = {style: (rate, now.get(style)) for style, rate in recorded.items() if now.get(style, 0.0) < rate}
    assert not worse, f"recall by style, recorded and now: {worse}; not found: {dict(found.unread)}"


def test_every_template_and_corruption_is_told(found: Measured, written: list[Written]) -> None:
    told = {piece.template.name for one in written for _, piece in one.pieces}
    assert {template.name for template in templates()} <= told
    assert set(found.corrupted) == set(CORRUPTIONS)
    assert set(found.right) == {template.style for template in templates()}


def test_a_corrupted_number_is_nowhere_in_the_reference(book: Reference, written: list[Written]) -> None:
    """What the generator calls wrong must be wrong: no fact of the model, of any time, snapshot or tier, holds that number."""
    ids = {book.entry(id).name: id for id in book.ids()}
    for one in written:
        for claim in one.gold["claims"]:
            if claim.get("corruption") in {"wrong value", "swapped models", "wrong unit"} and isinstance(claim["value"], float | int):
                facts = book.facts(ids[claim["subject"]], claim["attribute"])
                if claim["attribute"] == "benchmark_score":
                    facts = tuple(fact for fact in facts if fact.benchmark == claim["benchmark"])
                assert claim["value"] not in {fact.value for fact in facts}, claim


def test_the_same_seed_gives_the_same_articles(book: Reference) -> None:
    first, again, other = (list(write.mixed(book, seed=seed, articles=3)) for seed in (5, 5, 6))
    assert [one.gold for one in first] == [one.gold for one in again]
    assert [one.gold["text"] for one in first] != [one.gold["text"] for one in other]


def test_evaluate_scores_the_articles(book: Reference, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = list(write.mixed(book, seed=7, articles=3))
    for number, one in enumerate(made):
        (tmp_path / f"{number}.json").write_text(json.dumps(one.gold), encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["evaluate", "--json", str(tmp_path)])
    figures = json.loads(capsys.readouterr().out)
    assert figures["articles"] == 3
    assert figures["claims"] >= sum(not claim.get("implicit") for one in made for claim in one.gold["claims"])
