"""Archives on disk, and the program as a process with a cache of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from scale_samples import ROOT, Run, command, text


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of 120 articles."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number:04}.md").write_text(text(number), encoding="utf-8")
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """The same articles as JSON Lines."""
    path = tmp_path / "articles.jsonl"
    rows = [{"id": f"n{number}", "text": text(number), "format": "md"} for number in range(120)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with a cache of its own."""
    return {**os.environ, "CLAIMCHECK_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT / "src")}


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    """Runs the program to its end."""

    def call(*args: object, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command(*args), capture_output=True, text=True, env=environment, check=False, timeout=120, **options)  # type: ignore[call-overload, no-any-return]

    return call
