"""Weights used for one token in a mixture of experts."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="active_parameters",
    noun="active parameter count",
    compare="count",
    unit="parameters",
    label=r"\bactive\b|\bactivated\b",
    doc=__doc__,
)
