"""`claimcheck evaluate`: what counts as a match, how figures are counted, and that a recorded figure never drops."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claimcheck.cli import main
from claimcheck.errors import UsageError
from claimcheck.evaluate import compare, figures, gold, match, recorded, show
from claimcheck.terms import Claim, Finding, Model

CORPUS = Path(__file__).parents[2] / "corpus"
GPT = Model("openai/gpt-4o", "GPT-4o", "4o")
GPT4 = Model("openai/gpt-4", "GPT-4", "GPT-4")
CLAIM = Claim(GPT, "input_price", 2.5, "usd_per_1m_tokens", "$2.50", 10, 15, 1, 11)
WANTED = gold.Wanted(("GPT-4o",), "input_price", 2.5, 10, 15)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, {}),
        ({"names": ("OpenAI GPT-4o",)}, {}),
        ({"names": ("o4 GPT", "GPT-4o")}, {}),
        ({"value": 2.5001}, {}),
        ({"start": 14, "end": 19}, {}),
        ({"attribute": "relative", "value": 0.4, "base": "price", "other": "GPT-4"}, {"attribute": "relative", "value": 0.405, "base": "price", "other": GPT4}),
        ({"attribute": "license", "value": "Apache 2.0"}, {"attribute": "license", "value": "apache-2.0 license"}),
        ({"attribute": "parameters", "value": None}, {"attribute": "parameters", "value": None}),
        ({"attribute": "benchmark_score", "benchmark": "GPQA"}, {"attribute": "benchmark_score", "benchmark": "GPQA Diamond"}),
        ({"attribute": "capability", "capability": "tool_calling", "value": True}, {"attribute": "capability", "capability": "tool_calling", "value": None}),
    ],
)
def test_match(wanted: dict[str, Any], found: dict[str, Any]) -> None:
    assert match.matches(replace(WANTED, **wanted), replace(CLAIM, **found))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"names": ("GPT-4o mini",)}, {}),
        ({"attribute": "output_price"}, {}),
        ({"value": 2.51}, {}),
        ({"value": None}, {}),
        ({"start": 15, "end": 20}, {}),
        ({"polarity": False}, {}),
        ({"attribute": "release_date", "value": "2024-05"}, {"attribute": "release_date", "value": "2024-05-13"}),
        ({"attribute": "benchmark_score", "benchmark": "MMLU"}, {"attribute": "benchmark_score", "benchmark": "MATH"}),
        ({"attribute": "capability", "capability": "tool_calling"}, {"attribute": "capability", "capability": "streaming"}),
        ({"attribute": "relative", "base": "price", "other": "GPT-4"}, {"attribute": "relative", "base": "price"}),
        ({"attribute": "open_weights", "value": True}, {"attribute": "open_weights", "value": False}),
    ],
)
def test_no_match(wanted: dict[str, Any], found: dict[str, Any]) -> None:
    assert not match.matches(replace(WANTED, **wanted), replace(CLAIM, **found))


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Claude Sonnet 4", "Claude 4 Sonnet", True),
        ("OpenAI GPT-4o-mini", "gpt 4o Mini", True),
        ("Llama 3.1 405B Instruct", "Meta Llama-3.1-405B", True),
        ("Claude 4.1 Sonnet", "Claude Sonnet 4", False),
        ("GPT-4", "GPT-4o", False),
        ("Llama 3.1 70B", "Llama 3.1", False),
    ],
)
def test_bag(left: str, right: str, same: bool) -> None:
    assert (match.bag(left) == match.bag(right)) is same


def outcomes() -> list[compare.Outcome]:
    """One hit with a wrong verdict, one miss of an error, one false alarm, one harmless false claim."""
    article = gold.Gold("x", "x.md", "GPT-4o at $2.50 …" * 3, "markdown", None, "held", ())
    found = Finding(CLAIM, "refuted", "reason", "message")
    return [
        compare.Outcome(article, "table", replace(WANTED, verdict="supported"), found),
        compare.Outcome(article, "prose", replace(WANTED, verdict="refuted"), None),
        compare.Outcome(article, "prose", None, replace(found, verdict="outdated")),
        compare.Outcome(article, "prose", None, replace(found, verdict="nei")),
    ]


def test_figures_count_by_hand() -> None:
    got = figures.figures([outcomes()[0].gold], outcomes())
    assert got["tier_A"] == {"precision": 0.3333, "recall": 0.5, "f1": 0.4, "hit": 1, "false": 2, "missed": 1}
    assert got["tier_B"]["precision"] is None
    assert got["by_kind"]["table"]["f1"] == 1.0
    assert got["verdicts"] == {"judged": 1, "accuracy": 0.0, "confusion": {"supported->refuted": 1}}
    assert (got["false_alarms"], got["errors"], got["missed_errors"]) == (2, 1, 1)
    assert set(got["by_part"]) == {"held"}


def test_every_error_has_its_line() -> None:
    lines = show.errors(outcomes()).splitlines()
    assert len(lines) == 4
    assert [line.split(": ")[1].split(" GPT")[0] for line in lines] == ["FALSE ALARM refuted, should be supported", "missed", "FALSE ALARM", "false"]


def test_what_was_said_in_passing_may_be_missed() -> None:
    from claimcheck import articles

    text = "Nothing here."
    quiet = gold.Gold("x", "x.md", text, "markdown", None, None, (replace(WANTED, start=0, end=7, implicit=True),))
    assert compare.pair(quiet, articles.parse(text, path="x.md", format="markdown"), []) == []


def test_a_recorded_figure_only_rises() -> None:
    low = {"articles": ["a"], "figures": {"tier_A.recall": 0.5, "false_alarms": 3}}
    high = {"articles": ["a"], "figures": {"tier_A.recall": 0.6, "false_alarms": 4}}
    assert recorded.dropped(low, high) == ["false_alarms was 3, is 4"]
    assert recorded.dropped(high, low) == ["tier_A.recall was 0.6, is 0.5"]
    assert recorded.raised(low, high)["figures"] == {"tier_A.recall": 0.6, "false_alarms": 3}
    assert recorded.raised(low, {**high, "articles": ["a", "b"]})["figures"] == high["figures"]
    assert recorded.dropped(low, {"articles": ["a"], "figures": {}}) == [
        "tier_A.recall was 0.5, and is not measured any more",
        "false_alarms was 3, and is not measured any more",
    ]


def test_broken_gold_files_say_where(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{\n oh", encoding="utf-8")
    with pytest.raises(UsageError, match=r"bad\.json:2: no JSON"):
        gold.read([str(tmp_path)])
    (tmp_path / "bad.json").write_text('{"text": "a"}', encoding="utf-8")
    with pytest.raises(UsageError, match="not in the gold format: KeyError 'claims'"):
        gold.read([str(tmp_path / "bad.json")])
    with pytest.raises(UsageError, match="no such gold file"):
        gold.read([str(tmp_path / "none.json")])


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str, str]:
    """The corpus evaluated as on the command line, against the recorded figures."""
    done = CliRunner().invoke(main, ["evaluate", str(CORPUS / "expected"), "--json", "--min", str(CORPUS / "figures.json")])
    return done.exit_code, done.stdout, done.stderr


def test_no_recorded_figure_drops(measured: tuple[int, str, str]) -> None:
    code, _, said = measured
    assert (code, said) == (0, "")


def test_the_figures_were_recorded_on_these_articles(measured: tuple[int, str, str]) -> None:
    """An article added or taken away means: record anew (`claimcheck evaluate --record corpus/figures.json`)."""
    names = sorted(path.stem for path in (CORPUS / "expected").glob("*.json"))
    assert recorded.read(str(CORPUS / "figures.json"))["articles"] == names
    assert json.loads(measured[1])["articles"] == len(names)


def test_a_drop_fails(tmp_path: Path) -> None:
    best = {"articles": ["14-allotment-no-numbers"], "figures": {"tier_A.recall": 1.1}}
    (tmp_path / "figures.json").write_text(json.dumps(best), encoding="utf-8")
    one = str(CORPUS / "expected" / "01-4o-cheat-sheet.json")
    done = CliRunner().invoke(main, ["evaluate", one, "--min", str(tmp_path / "figures.json")])
    assert done.exit_code == 1
    assert "tier_A.recall was 1.1, is" in done.stderr
    assert "by_kind" not in done.stdout
    assert "verdict accuracy" in done.stdout


def test_usage() -> None:
    assert CliRunner().invoke(main, ["evaluate", "no-such-folder"]).exit_code == 2
    one = str(CORPUS / "expected" / "01-4o-cheat-sheet.json")
    done = CliRunner().invoke(main, ["evaluate", one, "--part", "hold"])
    assert (done.exit_code, "there are: tuned" in done.stderr) == (2, True)
