"""Catalogues in their own formats beside a small reference: what is read, how differences are judged, what is proposed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import UsageError
from claimcheck.reference import load as loading
from claimcheck.reference import propose, verbs
from claimcheck.reference.audit import audit, lines
from claimcheck.reference.catalogues import FIRST_PARTY, Quote, Row
from claimcheck.reference.catalogues.read import read
from claimcheck.reference.compare import judge
from claimcheck.reference.load import load
from claimcheck.terms import Fact, Source

Make = Callable[..., Path]

MODELS_DEV = {
    "openai": {
        "id": "openai",
        "models": {
            "gpt-9": {
                "id": "gpt-9",
                "name": "GPT-9",
                "tool_call": True,
                "reasoning": False,
                "release_date": "2026-01-01",
                "knowledge": "2025-06",
                "open_weights": False,
                "modalities": {"input": ["text", "image"], "output": ["text"]},
                "cost": {"input": 1.5, "output": 6, "cache_read": 0.15, "context_over_200k": {"input": 3}},
                "limit": {"context": 400000, "output": 128000},
            }
        },
    }
}
FLAT = {
    "id": "gpt-9", "provider": "openai", "name": "GPT-9", "limit_context": 400000, "open_weights": False,
    "input": ["text"], "pricing": [{"min_context": 0, "cost_input": 1.5}, {"min_context": 200000, "cost_input": 3}],
}  # fmt: skip
LITELLM = {
    "sample_spec": {"litellm_provider": "one of ...", "mode": "chat"},
    "gpt-9": {
        "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1.5e-06, "max_input_tokens": 272000,
        "input_cost_per_token_above_200k_tokens": 3e-06, "supports_function_calling": True, "deprecation_date": "2027-01-01",
    },
    "azure/gpt-9": {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 9e-06},
    "dall-e": {"litellm_provider": "openai", "mode": "image_generation"},
}  # fmt: skip
GENAI = [
    {
        "id": "openai",
        "models": [
            {
                "id": "gpt-9",
                "match": {"equals": "gpt-9"},
                "context_window": 400000,
                "prices": [
                    {"prices": {"input_mtok": {"base": 2, "tiers": [{"start": 200000, "price": 4}]}}},
                    {"constraint": {"start_date": "2026-06-01"}, "prices": {"input_mtok": 1.5}},
                    {"constraint": {"start_time": "16:30"}, "prices": {"input_mtok": 0.75}},
                ],
                "price_variants": [{"when": {"processing": "batch"}, "prices": {"input_mtok": 0.75}}],
            }
        ],
    }
]


@pytest.fixture
def save(tmp_path: Path) -> Callable[[Any], str]:
    def write(data: Any) -> str:
        path = tmp_path / "catalogue.json"
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
        return str(path)

    return write


def prices(row: Row, attribute: str = "input_price") -> list[tuple[object, str | None, str | None, str | None]]:
    return [(q.value, q.tier, q.since, q.until) for q in row.quotes if q.attribute == attribute]


def test_models_dev(save: Callable[[Any], str]) -> None:
    (row,) = read(save(MODELS_DEV))
    assert (row.catalogue, row.provider, row.id, row.name) == ("models.dev", "openai", "gpt-9", "GPT-9")
    assert prices(row) == [(1.5, None, None, None), (3.0, "over 200K", None, None)]
    assert Quote("capability", True, capability="tool_calling") in row.quotes
    assert Quote("context_window", 400000.0) in row.quotes
    assert Quote("input_modality", ("text", "image")) in row.quotes
    assert not any(quote.capability == "reasoning" for quote in row.quotes), "false may mean unknown"
    (flat,) = read(save(json.dumps(FLAT) + "\n"))
    assert prices(flat) == prices(row)


def test_models_dev_row_of_the_past(save: Callable[[Any], str]) -> None:
    (row,) = read(save(json.dumps({**FLAT, "removed": "2026-05-01"}) + "\n"))
    assert {quote.until for quote in row.quotes} == {"2026-05-01"}


def test_litellm(save: Callable[[Any], str]) -> None:
    rows = read(save(LITELLM))
    assert [(row.id, row.developer) for row in rows] == [("gpt-9", "openai"), ("azure/gpt-9", None)]
    assert prices(rows[0]) == [(1.5, None, None, None), (3.0, "over 200K", None, None)]
    assert Quote("retirement_date", "2027-01-01") in rows[0].quotes


def test_genai_prices(save: Callable[[Any], str]) -> None:
    (row,) = read(save(GENAI))
    assert prices(row) == [
        (4.0, "over 200K", None, "2026-06-01"),
        (2.0, None, None, "2026-06-01"),
        (1.5, None, "2026-06-01", None),
        (0.75, "time of day", None, None),
    ]
    assert prices(row, "batch_input_price") == [(0.75, None, None, None)]


@pytest.mark.parametrize("data", ["", "no json", "[]", "{}", '{"a": 1}', '[{"a": 1}]', "17", '{"a": {"models": {"b": 1}}}'])
def test_no_catalogue_is_one_line(save: Callable[[Any], str], data: str) -> None:
    with pytest.raises(UsageError) as error:
        read(save(data))
    assert "\n" not in str(error.value)
    assert "models.dev" in str(error.value)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        read(str(tmp_path / "none.json"))


def fact(value: object, **more: Any) -> Fact:
    source = Source("https://a.org", "2026-11-21", True)
    row: dict[str, Any] = {"attribute": "input_price", "grade": "primary", "sources": (source,)}
    return Fact(model="a/b", value=value, **(row | more))  # type: ignore[arg-type]


CONTEXT = {"attribute": "context_window"}


@pytest.mark.parametrize(
    ("quote", "facts", "near", "expected"),
    [
        (Quote("input_price", 1.0), [fact(1.0)], [], "same"),
        (Quote("input_price", 2.0), [fact(1.0), fact(2.0, scope="prompts over 200K tokens")], [], "tier"),
        (Quote("input_price", 2.0, tier="over 200K"), [fact(1.0), fact(2.0, scope="prompts over 200K tokens")], [], "same"),
        (Quote("input_price", 2.0, tier="over 200K"), [fact(1.0)], [], "tier"),
        (Quote("input_price", 2.0), [fact(1.0), fact(2.0, snapshot="b-0101")], [], "tier"),
        (Quote("input_price", 1.1), [fact(1.0)], [], "tier"),
        (Quote("input_price", 2.0), [fact(2.0, until="2025-01-01"), fact(1.0, since="2025-01-01")], [], "date"),
        (Quote("input_price", 2.0, until="2025-01-01"), [fact(2.0, until="2025-01-01"), fact(1.0)], [], "same"),
        (Quote("input_price", 2.0, since="2026-12-01"), [fact(1.0)], [], "ours stale"),
        (Quote("input_price", 2.0), [fact(1.0)], [], "theirs wrong"),
        (Quote("input_price", 2.0), [fact(1.0, sources=(Source("https://a.org", "2025-01-01", True),))], [], "ours stale"),
        (Quote("input_price", 2.0), [fact(1.0, grade="catalogue")], [], "unexplained"),
        (Quote("batch_input_price", 1.0), [fact(0.5, attribute="batch_input_price")], [fact(1.0)], "definition"),
        (Quote("batch_input_price", 0.8), [fact(0.5, attribute="batch_input_price")], [fact(1.0)], "theirs wrong"),
        (Quote("context_window", 272e3), [fact(400_000, **CONTEXT)], [fact(272_000, attribute="input_limit")], "definition"),
        (Quote("context_window", 272e3), [fact(400_000, **CONTEXT)], [fact(128_000, attribute="max_output_tokens")], "definition"),
        (Quote("context_window", 1e6), [fact(1_048_576, **CONTEXT)], [], "definition"),
        (Quote("context_window", 8e3), [fact(32_768, **CONTEXT)], [], "theirs wrong"),
        (Quote("max_output_tokens", 2e5), [fact(4096, attribute="max_output_tokens")], [fact(200_000, **CONTEXT)], "definition"),
        (Quote("input_modality", ("text", "pdf")), [fact(("text",), attribute="input_modality")], [], "definition"),
        (Quote("input_modality", ("text", "audio")), [fact(("text",), attribute="input_modality")], [], "theirs wrong"),
        (Quote("knowledge_cutoff", "2023-09"), [fact("2023-10-01", attribute="knowledge_cutoff")], [], "definition"),
        (Quote("knowledge_cutoff", "2023-10"), [fact("2023-10-01", attribute="knowledge_cutoff")], [], "same"),
        (Quote("knowledge_cutoff", "2024-05"), [fact("2023-10-01", attribute="knowledge_cutoff")], [], "theirs wrong"),
        (Quote("release_date", "2024-05-10"), [fact("2024-05-13", attribute="release_date")], [], "definition"),
    ],
)  # fmt: skip
def test_judgement(quote: Quote, facts: list[Fact], near: list[Fact], expected: str) -> None:
    assert judge(quote, facts, None, "2026-11-21", near).judgement == expected


def test_what_we_know_of_other_builds_only_proves_nobody_wrong() -> None:
    ours = [fact("2026-10-23", attribute="retirement_date", snapshot="b-0513")]
    for quoted, expected in (("2027-01-14", "definition"), ("2026-10-23", "tier")):
        assert judge(Quote("retirement_date", quoted), ours, "b-0806", "2026-11-21").judgement == expected
    assert judge(Quote("retirement_date", "2027-01-14"), ours, "b-0513", "2026-11-21").judgement == "theirs wrong"


@pytest.fixture
def reference(make: Make, mini: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small reference, its maker known to the catalogues."""
    monkeypatch.setitem(FIRST_PARTY, "zorkia", "zorkia")
    folder = make()
    monkeypatch.setattr(loading, "default_folder", lambda: folder)
    return folder


def rows() -> list[Row]:
    quotes = (Quote("input_price", 0.2, since="2026-12-01"), Quote("context_window", 128000.0))
    return [
        Row("models.dev", "zorkia", "zork-4o-mini-2024-07-18", None, quotes),
        Row("models.dev", "zorkia", "zork-5", "Zork 5", (Quote("input_price", 3.0), Quote("release_date", "2026-11-01"))),
        Row("models.dev", "zorkia", "zork-5-latest", None, (Quote("input_price", 3.0),)),
        Row("models.dev", "zorkia", "zork-6", None, ()),
        Row("models.dev", "gateway", "zork-4o-mini", None, quotes),
    ]


def test_audit(reference: Path) -> None:
    found = audit(load(reference), rows(), as_of="2026-11-21")
    assert [row.id for row in found.unknown] == ["zork-5", "zork-5-latest", "zork-6"]
    assert found.hosts == 1
    assert found.without == {"context_window": 1}
    assert found.count()["ours stale"] == 1
    text = "\n".join(lines(found))
    assert "zorkia/zork-4o-mini input_price: models.dev zork-4o-mini-2024-07-18 0.2 since 2026-12-01, ours 0.1" in text


def test_a_dated_build_that_we_do_not_tell_apart_is_not_theirs_wrong(reference: Path) -> None:
    quotes = (Quote("input_price", 0.7),)
    for id, expected in (("zork-4o-mini", "theirs wrong"), ("zork-4o-mini-2025-02-03", "definition")):
        (one,) = audit(load(reference), [Row("models.dev", "zorkia", id, None, quotes)], as_of="2026-11-21").compared
        assert (one.model, one.judged.judgement) == ("zorkia/zork-4o-mini", expected)


def test_proposals_pass_the_checks_and_overwrite_nothing(reference: Path, tmp_path: Path) -> None:
    book = load(reference)
    before = {path: path.read_bytes() for path in reference.rglob("*.toml")}
    files = propose.proposals(book, audit(book, rows(), as_of="2026-11-21"), checked="2026-11-21")
    assert list(files) == ["zorkia/zork-4o-mini", "zorkia/zork-5"]
    assert "# would end: input_price 0.1 since 2025-02; give it until = 2026-12-01\n" in files["zorkia/zork-4o-mini"]
    into = tmp_path / "proposed"
    propose.write_all(files, into)
    assert verbs.validate(into) == []
    assert verbs.format_folder(into, write=False) == []
    merged = load(into)
    assert [fact.value for fact in merged.facts("zorkia/zork-4o-mini", "input_price")] == [0.15, 0.1, 0.2]
    assert merged.entry("zorkia/zork-5").developer == "Zorkia"
    assert {fact.grade for fact in merged.facts_of("zorkia/zork-5")} == {"catalogue"}
    with pytest.raises(UsageError, match="never overwrite"):
        propose.write_all(files, into)
    with pytest.raises(UsageError, match="is a reference"):
        propose.write_all(files, reference)
    assert {path: path.read_bytes() for path in reference.rglob("*.toml")} == before
