"""The verbs: list, search, show, stats, format."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.errors import BrokenReference, UsageError
from claimcheck.reference import verbs
from claimcheck.reference.load import default_folder, load

Make = Callable[..., Path]
ID = "zorkia/zork-4o-mini"


def test_list_and_search(make: Make) -> None:
    reference = load(make())
    assert [entry.id for entry in verbs.list_models(reference)] == ["zorkia/zork-4", ID]
    assert len(verbs.list_models(reference, developer="ZORKIA")) == 2
    assert len(verbs.list_models(reference, developer="zorkia")) == 2
    with pytest.raises(UsageError, match=r"no model in the reference is by 'Zorka' \(did you mean 'Zorkia'\?\)"):
        verbs.list_models(reference, developer="Zorka")
    assert [entry.id for entry in verbs.search(reference, "mini zork")] == [ID]
    assert verbs.search(reference, "Zrok 4o mini")[0].id == ID
    assert verbs.search(reference, "qqqq") == []


@pytest.mark.parametrize("name", [ID, "Zork 4o mini", "zork-4o-mini", "zork-4o-mini-2024-07-18"])
def test_show(make: Make, name: str) -> None:
    reference = load(make())
    page = verbs.show(reference, name, as_of="2024-12-01")
    assert page.startswith("Zork 4o mini (zorkia/zork-4o-mini), Zorkia\naliases: ")
    now, later = page.split("\nLater\n")
    assert "in: zorkia/zork-4" in now
    assert "As of 2024-12-01" in now
    assert "Earlier" not in now
    assert "  input_price: 0.15 (since 2024-07-18 until 2025-02) [mirror] https://example.org/zork (checked" in now
    assert "  parameters: never published [primary]" in now
    assert "input_modality: text, image (API)" in now
    assert "  input_price: 0.1 (since 2025-02) [lineages]" in later
    assert "\nEarlier\n  input_price: 0.15" in verbs.show(reference, name, as_of="2026-01-01")


def test_show_unknown(make: Make) -> None:
    with pytest.raises(UsageError, match=r"no model .* 'Zork 4o minni' .did you mean 'Zork 4o mini'"):
        verbs.show(load(make()), "Zork 4o minni", as_of="2026-01-01")


def test_stats(make: Make) -> None:
    found = verbs.stats(load(make()))
    assert (found.models, found.developers, found.facts) == (2, 1, 7)
    assert list(found.by_attribute.items())[:2] == [("parameters", 1), ("input_price", 2)]
    assert found.by_grade == {"primary": 4, "mirror": 1, "lineages": 1, "quoted": 1}
    assert found.primary_share == pytest.approx(6 / 7)
    assert found.oldest_check == "2026-11-01"


def test_stats_of_nothing(make: Make) -> None:
    found = verbs.stats(load(make({})))
    assert (found.models, found.facts, found.primary_share, found.oldest_check) == (0, 0, 0.0, None)


WILD = '''\
# reviewed by two people
developer = 'Zorkia'   # see page
name = "Zork \\"9\\""
members = []

# the prices
[[facts]]
sources = ["b",
   "a"]  # both
attribute = "output_price"
grade = "primary"
value = 10.00
[[facts]]
grade = "primary"
attribute = "parameters"
value = 405000000000.0
since = "2024-05-13"
sources = ["a"]
note = """two
lines # no comment"""
[[facts]]
grade = "primary"
attribute = "input_price"
value = 1e-3
since = "2024-05"
sources = ["a"]

[sources.b]
checked = "2026-11-21"
url = "https://example.org/#b"
[sources.a]
checked = 2026-11-21
url = "https://example.org/a"
# the end
'''
TIDY = """\
# reviewed by two people
name = "Zork \\"9\\""
developer = "Zorkia"  # see page

[sources.a]
url = "https://example.org/a"
checked = 2026-11-21

[sources.b]
url = "https://example.org/#b"
checked = 2026-11-21

[[facts]]
attribute = "parameters"
value = 405_000_000_000
since = 2024-05-13
grade = "primary"
sources = ["a"]
note = "two\\nlines # no comment"

[[facts]]
attribute = "input_price"
value = 0.001
since = "2024-05"
grade = "primary"
sources = ["a"]

# the prices
[[facts]]
attribute = "output_price"
value = 10
grade = "primary"
sources = ["b", "a"]  # both

# the end
"""


def test_format() -> None:
    found = verbs.format_text(WILD)
    assert found.replace("# reviewed by two people\n", "") == TIDY.replace("# reviewed by two people\n", "")
    assert found.count("# reviewed by two people\n") == 1
    assert verbs.format_text(found) == found


def test_format_keeps_unknown_keys_and_windows_line_ends(mini: str) -> None:
    text = mini.replace('title = "Zork"', 'titel = "Zork"').replace("\n", "\r\n")
    found = verbs.format_text(text)
    assert tomllib.loads(found)["sources"]["launch"]["titel"] == "Zork"
    assert "\r" not in found
    assert "value = 0.15  # per 1M tokens\n" in found
    assert found.endswith('sources = ["launch"]\n')


def test_format_breaks_long_lists_only() -> None:
    found = verbs.format_text(f"aliases = {[f'zork-number-{number}' for number in range(20)]}\nname = 'x'\n")
    assert '    "zork-number-0",\n' in found
    assert verbs.format_text(found) == found


@pytest.mark.parametrize("text", ["name = ", "sources = 3\n", "facts = [1]\n", "name = 1\nname = 2\n"])
def test_format_refuses_what_is_no_model_file(text: str) -> None:
    with pytest.raises(BrokenReference, match=r"^x\.toml:\d+: "):
        verbs.format_text(text, path="x.toml")


def test_format_of_the_shipped_files_loses_nothing_and_is_stable() -> None:
    for path in sorted((default_folder() / "models").rglob("*.toml")):
        text = verbs.format_text(path.read_text(encoding="utf-8"), path=str(path))
        assert verbs.format_text(text) == text, path
