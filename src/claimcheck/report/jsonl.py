"""JSON Lines: one compact article object of the contract a line, so that long runs can be read while they go on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.report.json_ import article_object
from claimcheck.terms import Checked, Report

if TYPE_CHECKING:
    from claimcheck.report import Look


def render(report: Report, look: Look) -> str:
    """All articles, one a line; empty for a report without articles."""
    return "".join(line(checked) for checked in report.articles)


def line(checked: Checked) -> str:
    """One article as one line, with its line end."""
    return json.dumps(article_object(checked), ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
