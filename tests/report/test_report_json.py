"""The wire format: keys and shapes of the contract, plain numbers, the same bytes twice."""

from __future__ import annotations

import json
from typing import Any

from report_samples import claim, hostile, make_report

from claimcheck.report import render
from claimcheck.terms import Checked, Report

CLAIM = {"subject", "attribute", "value", "unit", "op", "stance", "polarity", "benchmark", "capability", "base",
         "other", "quote", "start", "end", "line", "column"}  # fmt: skip
FINDING = {"claim", "verdict", "reason", "message", "expected", "sources", "suggestion"}
PLACE = {"quote", "start", "end", "line", "column"}
VERDICTS = {"supported", "outdated", "refuted", "undisclosed", "nei"}


def parsed(report: Report) -> Any:
    return json.loads(render(report, format="json"))


def test_shape_is_that_of_the_contract(report: Report) -> None:
    found = parsed(report)
    assert list(found) == ["schema_version", "tool", "reference", "as_of", "articles", "totals"]
    assert found["schema_version"] == 1
    assert found["tool"].keys() == {"name", "version"}
    assert found["tool"]["name"] == "claimcheck"
    assert found["reference"] == {"version": "2026-11-20", "models": 412, "facts": 6321}
    assert found["as_of"] == "2026-11-21"
    (article,) = found["articles"]
    assert list(article) == [
        "path",
        "title",
        "published",
        "error",
        "findings",
        "inconsistencies",
        "unchecked",
        "counts",
    ]
    for finding in article["findings"]:
        assert finding.keys() >= FINDING
        assert finding.keys() <= FINDING | {"history", "arithmetic"}
        assert finding["claim"].keys() >= CLAIM
        assert finding["claim"].keys() <= CLAIM | {"value_to", "condition", "context"}
        assert finding["claim"]["subject"].keys() == {"id", "name", "mention"}
        for source in finding["sources"]:
            assert source.keys() >= {"url", "checked", "primary"}
    assert article["inconsistencies"][0].keys() == {"kind", "message", "places"}
    assert all(place.keys() == PLACE for place in article["inconsistencies"][0]["places"])
    assert article["unchecked"][0].keys() == PLACE | {"reason"}
    assert article["counts"].keys() >= VERDICTS
    assert found["totals"].keys() >= VERDICTS


def test_counts_and_order(report: Report) -> None:
    found = parsed(report)
    article = found["articles"][0]
    positions = [(finding["claim"]["start"], finding["claim"]["end"]) for finding in article["findings"]]
    assert positions == sorted(positions)
    assert {name: found["totals"][name] for name in VERDICTS} == {
        "supported": 6, "outdated": 1, "refuted": 3, "undisclosed": 1, "nei": 1,
    }  # fmt: skip
    assert found["totals"]["claims"] == 12
    assert found["totals"]["inconsistent"] == found["totals"]["unchecked"] == 1


def test_offsets_quote_the_article(report: Report) -> None:
    text = report.articles[0].article.text
    for finding in parsed(report)["articles"][0]["findings"]:
        assert text[finding["claim"]["start"] : finding["claim"]["end"]] == finding["claim"]["quote"]


def test_numbers_are_written_plainly(report: Report) -> None:
    text = render(report, format="json")
    assert '"value": 128000,' in text
    assert '"value": 200000000000,' in text
    assert "128000.0" not in text
    assert "e+" not in text
    assert '"value": 0.15,' in text
    assert "1 − 0.15 / 2.50 = 94 %" in text  # UTF-8 not escaped


def test_noise_of_binary_fractions_is_rounded_away() -> None:
    from claimcheck.report.json_ import _value

    assert _value(0.1 + 0.2) == 0.3
    assert _value(2.5000000000000004) == 2.5
    assert _value(float("nan")) is None
    assert _value(True) is True
    assert _value(("text", "image")) == ["text", "image"]


def test_optional_keys_only_when_set() -> None:
    from dataclasses import replace

    from claimcheck.terms import Article, Finding

    plain = claim("costs 1 to 2", "1 to 2", "input_price", 1.0, "usd_per_1m_tokens")
    ranged = replace(plain, value_to=2.0, condition="batch", start=plain.start + 1)
    findings = tuple(Finding(each, "nei", "no_fact", "No fact.") for each in (plain, ranged))
    first, second = parsed(make_report(Checked(Article("a.md", "costs 1 to 2"), findings)))["articles"][0]["findings"]
    assert first["claim"].keys() == CLAIM
    assert second["claim"]["value_to"] == 2
    assert second["claim"]["condition"] == "batch"
    assert "history" not in first
    assert "arithmetic" not in first


def test_lines_are_the_articles_of_the_json() -> None:
    both = make_report(*make_report().articles, hostile())
    lines = render(both, format="jsonl").split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == parsed(both)["articles"]


def test_same_report_same_bytes(report: Report) -> None:
    from dataclasses import replace

    article = report.articles[0]
    other = replace(report, articles=(replace(article, findings=article.findings[::-1]),))
    for name in ("json", "jsonl", "text", "html"):
        assert render(report, format=name) == render(report, format=name) == render(other, format=name)


def test_no_articles() -> None:
    empty = Report("2026-11-21", make_report().reference)
    assert parsed(empty)["articles"] == []
    assert render(empty, format="jsonl") == ""
    assert render(empty, format="text").startswith("0 articles")
    assert "No checkable claim found" in render(empty, format="html")
