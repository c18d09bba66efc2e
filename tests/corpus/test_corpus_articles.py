"""The corpus itself: every article has its expected findings, every offset holds, nothing unknown is expected."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from claimcheck import articles
from claimcheck.evaluate import gold
from claimcheck.evaluate.compare import SCORED

CORPUS = Path(__file__).parents[2] / "corpus"
EXPECTED = sorted((CORPUS / "expected").glob("*.json"))


def load(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: file.stem)
def test_expected_file_holds(file: Path) -> None:
    data = load(file)
    article = articles.read(CORPUS / data["article"])
    assert article.error is None
    assert article.text == data["text"]
    assert data["id"] == file.stem
    assert data["part"] in {"tuned", "held"}
    assert data["format"] in gold.FORMATS
    for claim in data["claims"]:
        assert data["text"][claim["start"] : claim["end"]] == claim["quote"]
        assert data["text"].count(claim["context"]) == 1
        assert claim["attribute"] in SCORED
        assert claim["verdict"] in {"supported", "refuted", "outdated", "undisclosed", "nei", None}
        assert claim["verdict"] is None or claim.get("truth")
        assert claim.get("op", "=") in {"=", "~", "<=", ">="}
        assert claim.get("stance", "asserted") in {"asserted", "hedged", "planned", "undisclosed"}
        if claim["attribute"] in {"release_date", "knowledge_cutoff"}:
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", claim["value"])


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: file.stem)
def test_no_claim_is_expected_twice(file: Path) -> None:
    said = [
        (str(c["subject"]), c["attribute"], c["start"], str(c.get("value")), c.get("benchmark"), c.get("capability"), c.get("base"), c.get("other"))
        for c in load(file)["claims"]
    ]
    assert len(said) == len(set(said))


def test_each_article_has_its_expected_findings() -> None:
    assert sorted(path.stem for path in (CORPUS / "articles").iterdir()) == [file.stem for file in EXPECTED]


def test_a_third_is_never_looked_at() -> None:
    held = [load(file)["part"] for file in EXPECTED].count("held")
    assert 0.25 <= held / len(EXPECTED) <= 0.4


@pytest.mark.parametrize("file", [file for file in EXPECTED if load(file).get("decoys")], ids=lambda file: file.stem)
def test_decoys_stand_in_the_text(file: Path) -> None:
    data = load(file)
    for decoy in data["decoys"]:
        assert decoy in data["text"]
