"""Upkeep of the shipped files: the schema for editors, canonical form, old checks, and the verbs from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import BrokenReference
from claimcheck.reference import json_schema, stale, verbs
from claimcheck.reference.folder import parse
from claimcheck.reference.load import default_folder, load

Make = Callable[..., Path]


def test_the_schema_in_the_repository_is_the_one_of_the_code() -> None:
    assert (default_folder() / "schema.json").read_text(encoding="utf-8") == json_schema.text(), "run: claimcheck reference schema > reference/schema.json"


def test_the_shipped_files_keep_the_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json_schema.schema())
    for path in sorted((default_folder() / "models").rglob("*.toml")):
        errors = [error.message for error in validator.iter_errors(parse(path.read_text(encoding="utf-8"), path=str(path)))]
        assert errors == [], path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('grade = "mirror"', 'grade = "miror"'),
        ("value = 0.150", 'value = "cheap"'),
        ('attribute = "parameters"', 'attribute = "parametres"'),
        ('event = "api"\n', ""),
        ("undisclosed = true", "note = 'nothing'"),
        ('["text", "image"]', '["text", "smell"]'),
        ('developer = "Zorkia"', 'developper = "Zorkia"'),
        ("checked = 2026-11-01", 'checked = "2026-11"'),
    ],
)
def test_the_schema_refuses_what_validate_refuses(make: Make, mini: str, old: str, new: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    assert old in mini
    validator = jsonschema.Draft202012Validator(json_schema.schema())
    assert validator.is_valid(parse(mini, path="mini"))
    broken = mini.replace(old, new)
    assert not validator.is_valid(parse(broken, path="mini"))
    assert verbs.validate(make({"zorkia/zork-4o-mini": broken})) != []


def test_the_shipped_files_are_in_canonical_form() -> None:
    assert verbs.format_folder(write=False) == []


def test_format_writes_nothing_when_one_file_is_broken(make: Make, mini: str) -> None:
    folder = make({"zorkia/a": mini, "zorkia/b": "name = "})
    with pytest.raises(BrokenReference, match=r"b\.toml:1"):
        verbs.format_folder(folder)
    assert (folder / "models/zorkia/a.toml").read_text(encoding="utf-8") == mini


def test_format_writes_what_changes(make: Make, mini: str) -> None:
    folder = make({"zorkia/a": mini})
    (path,) = verbs.format_folder(folder)
    assert path.endswith("a.toml")
    assert verbs.format_folder(folder) == []
    assert tomllib.loads((folder / "models/zorkia/a.toml").read_text(encoding="utf-8"))["name"] == "Zork 4o mini"


def test_format_of_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(BrokenReference, match="no files"):
        verbs.format_folder(tmp_path)


def test_stale(make: Make) -> None:
    reference = load(make())
    assert stale.stale(reference, as_of="2026-11-21") == []
    (found,) = stale.stale(reference, as_of="2027-03-01")
    assert (found.fact.value, found.checked) == (0.1, "2026-11-20"), "history and what does not change are left out"
    assert stale.stale(reference, as_of="2027-03-01", days=400) == []
    (line,) = stale.lines([found])
    assert line.startswith("zorkia/zork-4o-mini input_price = 0.1: last checked 2026-11-20; https://")


def run(*args: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimcheck", "reference", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_verb_runs(tmp_path: Path) -> None:
    catalogue = tmp_path / "api.json"
    model = {"id": "gpt-4o", "cost": {"input": 2.5, "output": 10}, "limit": {"context": 128000}}
    catalogue.write_text(json.dumps({"openai": {"models": {"gpt-4o": model, "gpt-99": {**model, "id": "gpt-99"}}}}))
    for args, words in (
        (("list", "--developer", "OpenAI"), "openai/gpt-4o "),
        (("show", "gpt-4o", "--as-of", "2024-06-01"), "input_price: 5 (since 2024-05-13 until 2024-10-02)"),
        (("search", "mini"), "openai/gpt-4o-mini"),
        (("stats",), "models of"),
        (("stale", "--as-of", "2030-01-01"), "openai/gpt-4o input_price = 2.5"),
        (("audit", catalogue), "3 same"),
        (("import", catalogue), "# models/openai/gpt-99.toml"),
        (("schema",), '"$schema"'),
    ):
        done = run(*args)
        assert (done.returncode, done.stderr) == (0, ""), args
        assert words in done.stdout, args
    assert run("validate").returncode == 0
    assert run("format", "--check").returncode == 0
    into = run("import", catalogue, "--into", tmp_path / "new")
    assert "1 proposed files" in into.stderr
    assert "GPT-99" in run("show", "gpt-99", "--reference", tmp_path / "new").stdout.upper()


def test_mistakes_are_one_line_and_exit_code_2(tmp_path: Path) -> None:
    for args in (("audit", tmp_path / "none"), ("show", "no such model"), ("list", "--reference", tmp_path / "none"), ("stale", "--days", "x")):
        done = run(*args)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), args
