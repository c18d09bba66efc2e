"""A ratio between two models: 60% cheaper is 0.40."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="relative",
    noun="relation",
    compare="ratio",
    unit="ratio",
    doc=__doc__,
)
