"""A user's own facts over a reference: what is added, what is refused, and that the shipped files stay as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.errors import BrokenReference
from claimcheck.reference import index, load, verbs

Make = Callable[..., Path]
ID = "zorkia/zork-4o-mini"
PRICE = """\
aliases = ["tiny"]

[sources.launch]
url = "https://intra.example.org/contract"
checked = 2026-11-20

[[facts]]
attribute = "input_price"
value = 0.05
scope = "our contract"
since = 2026-01-01
grade = "primary"
sources = ["launch"]
"""
NEW = 'name = "House 1"\ndeveloper = "Us"\n\n' + PRICE.replace('"tiny"', '"the house model"')


@pytest.fixture
def own(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], Path]:
    """Write a user's folder, over the small reference of `make`."""
    base = make()
    monkeypatch.setattr(load, "default_folder", lambda: base)

    def write(files: dict[str, str]) -> Path:
        folder = tmp_path / "own"
        for id, text in files.items():
            path = folder / "models" / f"{id}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write


def test_own_facts_are_added(own: Callable[..., Path]) -> None:
    book = load.load(own({ID: PRICE, "us/house-1": NEW}))
    assert book.ids() == ("us/house-1", "zorkia/zork-4", ID)
    assert [fact.value for fact in book.facts(ID, "input_price")] == [0.15, 0.1, 0.05]
    assert book.entry(ID).aliases == ("zork-4o-mini-2024-07-18", "tiny")
    assert book.entry(ID).developer == "Zorkia"
    assert book.facts(ID, "input_price")[-1].sources[0].url == "https://intra.example.org/contract"
    assert book.facts(ID, "input_price")[0].sources[0].url == "https://example.org/zork"
    assert book.families_of(ID) == ("zorkia/zork-4",)
    assert verbs.resolve(book, "the house model") == "us/house-1"
    assert book.info.version == "2026-11-21"
    assert book.info.models == 3


def test_an_overlay_is_kept_and_renewed_with_either_folder(own: Callable[..., Path], make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = own({ID: PRICE})
    load.load(folder)
    with monkeypatch.context() as patch:
        patch.setattr(index, "build", lambda *_, **__: pytest.fail("built again"))
        load.load(folder)
    version = load.default_folder() / "VERSION"
    version.write_text("2026-12-24\n", encoding="utf-8")
    os.utime(version, ns=(5, 5))
    assert load.load(folder).info.version == "2026-12-24"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({ID: 'name = "Zork 4"\n' + PRICE}, f"{ID}.toml:1: the reference says name = 'Zork 4o mini' of {ID}"),
        ({"us/house-1": NEW.replace("House 1", "Zork 4")}, "house-1.toml:1: 'Zork 4' also names the model 'zorkia/zork-4'"),
        ({"us/house-1": PRICE}, "house-1.toml:1: field 'name' is missing"),
        ({ID: PRICE.replace("scope", "scop")}, ".toml:10: unknown field 'scop' (did you mean 'scope'?)"),
        ({}, "own:1: no folder 'models' here: this is no reference"),
    ],
)
def test_the_same_checks_hold(own: Callable[..., Path], files: dict[str, str], expected: str) -> None:
    folder = own(files)
    found = verbs.validate(folder)
    assert any(expected in line for line in found), found
    with pytest.raises(BrokenReference) as error:
        load.load(folder)
    assert "\n" not in str(error.value)


def test_a_broken_overlay_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    path = tmp_path / "models/openai/gpt-4o.toml"
    path.parent.mkdir(parents=True)
    path.write_text(PRICE.replace("0.05", '"cheap"'), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "reference", "show", "gpt-4o", "--reference", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "gpt-4o.toml:9: input_price must be a number, not 'cheap'" in done.stderr
