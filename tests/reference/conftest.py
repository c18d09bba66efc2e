"""Small reference folders for the tests of this room; the cache of the user is never touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

MINI = """\
name = "Zork 4o mini"
developer = "Zorkia"
aliases = ["zork-4o-mini-2024-07-18"]

[sources.launch]
url = "https://example.org/zork"
title = "Zork"
published = 2024-07-18
checked = 2026-11-20
primary = true

[sources.list]
url = "https://example.org/list"
checked = 2026-11-01

[[facts]]
attribute = "input_price"
value = 0.150  # per 1M tokens
since = 2024-07-18
until = "2025-02"
grade = "mirror"
sources = ["launch"]

[[facts]]
attribute = "input_price"
value = 0.1
since = "2025-02"
grade = "lineages"
sources = ["launch", "list"]

[[facts]]
attribute = "release_date"
value = 2024-07-18
event = "api"
snapshot = "zork-4o-mini-2024-07-18"
grade = "primary"
sources = ["launch"]

[[facts]]
attribute = "input_modality"
value = ["text", "image"]
complete = true
scope = "API"
grade = "primary"
sources = ["launch"]

[[facts]]
attribute = "parameters"
undisclosed = true
grade = "primary"
sources = ["launch"]

[[facts]]
attribute = "benchmark_score"
benchmark = "MMLU"
value = 82.0
grade = "primary"
sources = ["launch"]
"""

FAMILY = """\
name = "Zork 4"
developer = "Zorkia"
members = ["zorkia/zork-4o-mini"]

[sources.page]
url = "https://example.org/family"
checked = 2026-11-02

[[facts]]
attribute = "relative"
base = "input_price"
other = "zorkia/zork-4o-mini"
value = 2
grade = "quoted"
sources = ["page"]
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "cache"
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(place))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    return place


@pytest.fixture
def mini() -> str:
    return MINI


@pytest.fixture
def family() -> str:
    return FAMILY


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Write a reference folder from {id: text}; without arguments, the mini and its family."""

    def write(files: dict[str, str] | None = None, *, version: str | None = "2026-11-21") -> Path:
        folder = tmp_path / "ref"
        default = {"zorkia/zork-4o-mini": MINI, "zorkia/zork-4": FAMILY}
        for id, text in (default if files is None else files).items():
            path = folder / "models" / f"{id}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (folder / "models").mkdir(parents=True, exist_ok=True)
        if version is not None:
            (folder / "VERSION").write_text(version + "\n", encoding="utf-8")
        return folder

    return write


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: builds and installs a wheel")
