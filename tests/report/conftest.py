"""Makes the hand-made reports of `report_samples` available here, in either import mode of pytest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from report_samples import make_report

from claimcheck.terms import Report


@pytest.fixture
def report() -> Report:
    """The example report."""
    return make_report()
