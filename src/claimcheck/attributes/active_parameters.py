"""Weights used for one token in a mixture of experts."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="active_parameters",
    noun="active parameter count",
    compare="count",
    unit="parameters",
    label=r"\bactive\b(?!\s(?:users|customers|developers|subscribers|people|accounts|installs))|\bactivated\b",
    doc=__doc__,
)
