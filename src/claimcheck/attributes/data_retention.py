"""Days for which API data may be kept."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="data_retention",
    noun="data retention",
    compare="number",
    unit="days",
    cue=r"\bret(?:ain|ention)\w*\b",
    label=r"\bretention\b",
    doc=__doc__,
)
