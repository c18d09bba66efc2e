"""Every kind of mistake in a model file gives one line: path, line, what is wrong, and the nearest valid word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.reference.load import default_folder
from claimcheck.reference.verbs import validate

Make = Callable[..., Path]
HEAD = 'name = "Zork 9"\ndeveloper = "Zorkia"\n\n[sources.a]\nurl = "https://example.org"\nchecked = 2026-11-21\n\n'
FACT = HEAD + "[[facts]]\n{}\n" + 'grade = "primary"\nsources = ["a"]\n'  # the fact's own lines begin at line 9


def lines(make: Make, text: str) -> list[str]:
    return [line.split("zork-9.toml:", 1)[1] for line in validate(make({"zorkia/zork-9": text}))]


GOOD = [
    'attribute = "input_price"\nvalue = 2',
    'attribute = "context_window"\nvalue = 128_000',
    'attribute = "parameters"\nvalue = 7.5e9',
    'attribute = "parameters"\nundisclosed = true',
    'attribute = "release_date"\nvalue = "2024-05"\nevent = "announced"',
    'attribute = "release_date"\nvalue = "2024"\nevent = "weights"\nstance = "planned"',
    'attribute = "knowledge_cutoff"\nvalue = 2023-10-01\nscope = "reliable"',
    'attribute = "output_modality"\nvalue = ["text", "pdf"]\ncomplete = true',
    'attribute = "benchmark_score"\nvalue = 0.0\nbenchmark = "ARC-AGI"\nreported_by = "Epoch"',
    'attribute = "data_retention"\nvalue = 0',
    'attribute = "open_weights"\nvalue = false',
    'attribute = "capability"\nvalue = true\ncapability = "tool_calling"',
    'attribute = "license"\nvalue = "MIT"\nsince = "2024-05"\nuntil = 2024-05-02\nnote = "n"',
]


@pytest.mark.parametrize("fact", GOOD)
def test_good_fact(make: Make, fact: str) -> None:
    assert lines(make, FACT.format(fact)) == []


BAD = [
    ('attribute = "input_prise"\nvalue = 2', "9: unknown attribute 'input_prise' (did you mean 'input_price'?)"),
    ('attribute = "license"\nvalue = "MIT"\nsinse = 2024-05-01', "11: unknown field 'sinse' (did you mean 'since'?)"),
    ('attribute = "license"', "9: a fact needs the field 'value' (or 'undisclosed = true')"),
    ("value = 2", "8: field 'attribute' is missing"),
    ('attribute = "license"\nvalue = {}', "10: field 'value' must be a number, a date, a word in quotes"),
    ('attribute = "license"\nvalue = 3', "10: license must be a word, not 3"),
    ('attribute = "license"\nvalue = ""', "10: license must be a word, not ''"),
    ('attribute = "license"\nvalue = "MIT"\nnote = 3', "11: field 'note' must be text in quotes"),
    ('attribute = "license"\nvalue = "MIT"\nstance = "hedged"', "11: unknown stance 'hedged'"),
    ('attribute = "input_price"\nvalue = "2"', "10: input_price must be a number, not '2'"),
    ('attribute = "input_price"\nvalue = true', "10: input_price must be a number, not True"),
    ('attribute = "input_price"\nvalue = nan', "10: input_price must be a number, not nan"),
    ('attribute = "input_price"\nvalue = 0', "10: input_price must be a positive number, not 0"),
    ('attribute = "input_price"\nvalue = -2.5', "10: input_price must be a positive number, not -2.5"),
    ('attribute = "context_window"\nvalue = 1.5', "10: context_window must be a whole number, not 1.5"),
    ('attribute = "open_weights"\nvalue = "yes"', "10: open_weights must be true or false, not 'yes'"),
    ('attribute = "parameters"\nvalue = 2\nundisclosed = true', "11: a fact has either 'value' or 'undisclosed"),
    ('attribute = "release_date"\nvalue = "May 2024"\nevent = "api"', "10: 'release_date' must be a date such as"),
    ('attribute = "release_date"\nvalue = "2024-13"\nevent = "api"', "10: 'release_date' must be a date such as"),
    ('attribute = "release_date"\nvalue = 2024-05-01T10:00:00\nevent = "api"', "10: 'release_date' must be a date"),
    ('attribute = "release_date"\nvalue = 2024\nevent = "api"', "10: release_date must be a date, not 2024"),
    ('attribute = "release_date"\nvalue = 2024-05-01', "9: a fact on release_date needs the field 'event'"),
    (
        'attribute = "release_date"\nvalue = "2024"\nevent = "anounced"',
        "11: unknown event 'anounced' (did you mean 'announced'?)",
    ),
    ('attribute = "license"\nvalue = "MIT"\nsince = "soon"', "11: 'since' must be a date such as"),
    (
        'attribute = "license"\nvalue = "MIT"\nsince = 2024-05-13\nuntil = "2024-05"',
        "12: 'until' (2024-05) must be later than 'since' (2024-05-13)",
    ),
    (
        'attribute = "input_modality"\nvalue = ["text", "imgae"]',
        "10: unknown modality 'imgae' (did you mean 'image'?)",
    ),
    ('attribute = "input_modality"\nvalue = "text"', "10: input_modality must be a list of text, image"),
    ('attribute = "input_modality"\nvalue = ["text", "text"]', "10: modality 'text' is named twice"),
    ('attribute = "benchmark_score"\nvalue = 80', "9: a fact on benchmark_score needs the field 'benchmark'"),
    ('attribute = "capability"\nvalue = true', "9: a fact on capability needs the field 'capability'"),
    (
        'attribute = "capability"\nvalue = true\ncapability = "tool_caling"',
        "11: unknown capability 'tool_caling' (did you mean 'tool_calling'?)",
    ),
    ('attribute = "relative"\nvalue = 2\nother = "zorkia/zork-9"', "9: a fact on relative needs the field 'base'"),
    ('attribute = "license"\nvalue = "MIT"\nevent = "api"', "11: field 'event' is for release_date only, not for"),
    ('attribute = "license"\nvalue = "MIT"\ncomplete = true', "11: field 'complete' is for input_modality and"),
    ('attribute = "successor_of"\nvalue = "zorkia/zork-8"', "10: no model has the id 'zorkia/zork-8'"),
    ('attribute = "successor_of"\nvalue = "zorkia/zork-9"', "10: model 'zorkia/zork-9' is this model itself"),
]


@pytest.mark.parametrize(("fact", "expected"), BAD, ids=[expected[:60] for _, expected in BAD])
def test_broken_fact(make: Make, fact: str, expected: str) -> None:
    found = lines(make, FACT.format(fact))
    assert any(line.startswith(expected) for line in found), found
    assert all("\n" not in line for line in found)


@pytest.mark.parametrize("attribute", ["parameters", "knowledge_cutoff", "retirement_date", "benchmark_score"])
def test_never_by_agreement_of_catalogues(make: Make, attribute: str) -> None:
    fact = f'attribute = "{attribute}"\nvalue = "2024-01"\nbenchmark = "X"'
    found = _lineages(make, fact)
    assert f"12: {attribute} is never vetted by agreement of catalogues: grade cannot be 'lineages'" in found


def _lineages(make: Make, fact: str) -> list[str]:
    return lines(make, FACT.format(fact).replace('"primary"', '"lineages"'))


OTHER = [
    (HEAD.replace("name =", "nmae ="), "1: unknown field 'nmae' (did you mean 'name'?)"),
    (HEAD.replace("developer", "devloper"), "1: field 'developer' is missing"),
    (HEAD.replace('"Zorkia"', '" "'), "2: field 'developer' is empty"),
    (HEAD.replace('"Zorkia"', "7"), "2: field 'developer' must be text in quotes"),
    ("aliases = [7]\n" + HEAD, "1: field 'aliases' must be a list of texts in quotes"),
    ('aliases = "x"\n' + HEAD, "1: field 'aliases' must be a list"),
    ('aliases = ["!"]\n' + HEAD, "1: '!' is no name: it has neither letters nor digits"),
    (HEAD, "4: source 'a' is used by no fact"),
    (HEAD.replace("url", "uri"), "5: unknown field 'uri' (did you mean 'url'?)"),
    (HEAD.replace("https", "htps"), "5: 'htps://example.org' is no web address"),
    (HEAD.replace("2026-11-21", '"2026-11"'), "6: field 'checked' must be a whole day"),
    (HEAD + '[[facts]]\nsources = ["b"]\n', "8: field 'attribute' is missing"),
    (FACT.format('attribute="license"\nvalue="x"').replace('["a"]', '["b"]'), "12: no source is called 'b'"),
    (FACT.format('attribute="license"\nvalue="x"').replace('["a"]', '["a", "a"]'), "12: source 'a' is named twice"),
    (FACT.format('attribute="license"\nvalue="x"').replace('["a"]', "[]"), "12: a fact needs at least one source"),
    (HEAD.replace("developer", "name"), "2: no valid TOML: the key 'name' stands here a second time"),
    (HEAD + "[[facts\n", "8: no valid TOML"),
    (HEAD + "x = ", "8: no valid TOML"),
    ('members = ["zorkia/zork-10"]\n' + HEAD, "1: no member has the id 'zorkia/zork-10' (did you mean"),
]


@pytest.mark.parametrize(("text", "expected"), OTHER, ids=[expected for _, expected in OTHER])
def test_broken_file(make: Make, text: str, expected: str) -> None:
    found = lines(make, text)
    assert any(line.startswith(expected) for line in found), found


def test_all_errors_of_all_files_are_listed(make: Make, mini: str, family: str) -> None:
    bad = mini.replace('"mirror"', '"miror"').replace('benchmark = "MMLU"', "").replace("[sources.list]", "[sources.ls]")
    folder = make({"zorkia/zork-4o-mini": bad, "zorkia/zork-4": family.replace("value = 2", "value = -2")})
    found = [line.split("/models/")[1] for line in validate(folder)]
    assert found == [
        "zorkia/zork-4.toml:13: relative must be a positive number, not -2",
        "zorkia/zork-4o-mini.toml:12: source 'ls' is used by no fact",
        "zorkia/zork-4o-mini.toml:21: unknown grade 'miror' (did you mean 'mirror'?)",
        "zorkia/zork-4o-mini.toml:29: no source is called 'list' (did you mean 'ls'?)",
        "zorkia/zork-4o-mini.toml:54: a fact on benchmark_score needs the field 'benchmark'",
    ]


def test_an_unknown_field_hides_no_other_error(make: Make) -> None:
    text = 'alias = ["x"]\n' + FACT.format('attribute="license"\nvalue=7\nnot = "x"').replace("https", "ftp")
    assert [line.split(": ", 1)[1] for line in validate(make({"zorkia/zork": text}))] == [
        "unknown field 'alias' (did you mean 'aliases'?)",
        "'ftp://example.org' is no web address (it must begin with https://)",
        "license must be a word, not 7",
        "unknown field 'not' (did you mean 'note'?)",
    ]


def test_two_models_may_not_share_a_name(make: Make, mini: str, family: str) -> None:
    twin = family.replace('"Zork 4"', '"zork-4O Mini"').replace('other = "zorkia/zork-4o-mini"', 'other = "b/twin"')
    folder = make({"zorkia/zork-4o-mini": mini, "a/twin": twin})
    found = [line.split("/models/")[1] for line in validate(folder)]
    assert "zorkia/zork-4o-mini.toml:1: 'Zork 4o mini' also names the model 'a/twin'" in found
    assert "a/twin.toml:12: no model has the id 'b/twin' (did you mean 'a/twin'?)" in found


def test_a_snapshot_may_not_name_another_model(make: Make, mini: str) -> None:
    fact = 'attribute = "license"\nvalue = "MIT"\nsnapshot = "{}"'
    other = FACT.format(fact.format("zork-4o-mini-2024-07-18"))
    folder = make({"zorkia/zork-4o-mini": mini, "zorkia/zork-9": other})
    (found,) = validate(folder)
    assert found.endswith("zork-9.toml:11: snapshot 'zork-4o-mini-2024-07-18' also names the model 'zorkia/zork-4o-mini'")


def test_folder_itself(make: Make, tmp_path: Path, family: str) -> None:
    assert validate(make({}, version=None))[0].endswith("no files models/<developer>/<model>.toml in this folder")
    assert "must hold one ISO date" in validate(make({}, version="1.0"))[0]
    assert any("this is no reference" in line for line in validate(tmp_path / "nowhere"))
    deep = validate(make({"a/b/c": family.replace("zorkia/zork-4o-mini", "a/b/d")}))
    assert any("c.toml:1: a model file must lie at models/<developer>/<model>.toml" in line for line in deep)


def test_no_utf8(make: Make) -> None:
    folder = make()
    (folder / "models/zorkia/zork-4o-mini.toml").write_bytes(b'name = "x"\ndeveloper = "\xff"\n')
    assert any("zork-4o-mini.toml:2: this is no UTF-8 text" in line for line in validate(folder))


def test_the_shipped_reference_is_right() -> None:
    folder = default_folder()
    if not any((folder / "models").rglob("*.toml")):
        pytest.skip("no models yet")
    assert validate(folder) == []
