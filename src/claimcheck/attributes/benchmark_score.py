"""A published benchmark result, with its conditions."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="benchmark_score",
    noun="score",
    compare="score",
    unit="percent",
    doc=__doc__,
)
