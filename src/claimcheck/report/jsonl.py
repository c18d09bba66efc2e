"""JSON Lines: one compact article object of the contract a line, so that long runs can be read while they go on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.report.json_ import article_object
from claimcheck.terms import Checked

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """All articles, one a line; empty for a report without articles."""
    return map(line, report.articles)


def line(checked: Checked) -> str:
    """One article as one line, with its line end."""
    return json.dumps(article_object(checked), ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
