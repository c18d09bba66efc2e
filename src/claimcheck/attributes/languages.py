"""How many human languages the vendor says it supports."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="languages",
    noun="languages",
    compare="number",
    unit="languages",
    label=r"\blanguages?\b",
    doc=__doc__,
)
