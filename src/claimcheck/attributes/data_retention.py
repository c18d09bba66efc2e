"""Days for which API data may be kept."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="data_retention",
    noun="data retention",
    compare="number",
    unit="days",
    label=r"\bretention\b",
    doc=__doc__,
)
