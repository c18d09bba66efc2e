"""Every sentence of the case tables, read by the real pipeline: what must be found, and what must not."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.terms import Claim

_spec = importlib.util.spec_from_file_location("case_tables", Path(__file__).with_name("case_tables.py"))
assert _spec is not None
assert _spec.loader is not None
tables = importlib.util.module_from_spec(_spec)
sys.modules.setdefault("case_tables", tables)
_spec.loader.exec_module(tables)
CASES = tables.cases()


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.name, marks=[pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []) for case in CASES]
)
def test_case(case: tables.Case, read: Callable[[str], tuple[Claim, ...]]) -> None:  # type: ignore[name-defined]
    assert tables.differences(case, read(case.text)) == []


def test_known_failures_are_cases() -> None:
    import tomllib

    texts = {(case.attribute, case.text) for case in CASES}
    for row in tomllib.loads(tables.KNOWN.read_text(encoding="utf-8")).get("case", []):
        assert (row["attribute"], row["text"]) in texts


def test_no_text_stands_twice_in_a_table() -> None:
    texts = [(case.attribute, case.text) for case in CASES]
    assert len(texts) == len(set(texts))
