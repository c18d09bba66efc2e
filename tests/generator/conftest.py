"""Makes `tests.generator` a package that can be imported, in either import mode of pytest; `written` and `found` are one run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.generator import known
from tests.generator.measure import Measured, measure
from tests.generator.write import Written

from claimcheck import run
from claimcheck.reference.load import Reference


@pytest.fixture(scope="session")
def book() -> Reference:
    """The shipped reference."""
    return run.load_reference(None)


@pytest.fixture(scope="session")
def written(book: Reference) -> list[Written]:
    """The articles of the fixed seed."""
    return known.articles(book)


@pytest.fixture(scope="session")
def found(written: list[Written], book: Reference) -> Measured:
    """What claimcheck makes of them."""
    return measure(written, book)
