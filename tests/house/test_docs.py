"""The documentation is true: generated blocks are as made anew, links lead somewhere, commands are the ones that CI runs."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "corpus/README.md", "reference/README.md", "docs/scale.md", "docs/benchmarks.md")
]
_spec = importlib.util.spec_from_file_location("house_docs", Path(__file__).with_name("docs.py"))
assert _spec is not None
assert _spec.loader is not None
docs = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(docs)


@pytest.mark.parametrize("name", docs.DOCUMENTS)
def test_generated_blocks_are_true(name: str) -> None:
    """Renew with `python tests/house/docs.py`, and read what changed."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert docs.renewed(text) == text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://)([^)#]+)\)", text):
        assert (page.parent / target).exists(), target


def test_the_two_commands_are_one_line_each_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [line for line in readme.splitlines() if line.startswith("python3 -m venv")]
    assert len(commands) == 2
    assert all("`" not in line and not line.endswith("\\") for line in commands)
    assert (ROOT / commands[0].split()[-1]).is_file()
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"grep .*\^python3 -m venv \.\*pytest.* README\.md", script)


def test_every_option_of_check_is_in_the_readme() -> None:
    from claimcheck.cli.check import check

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for option in check.params:
        for word in option.opts:
            assert word in readme or not word.startswith("--"), word


def test_hooks_name_commands_that_exist() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    from claimcheck.cli import VERBS

    entries = re.findall(r"entry: claimcheck (\w+)(.*)", hooks)
    assert entries
    for verb, _ in entries:
        assert verb in VERBS
