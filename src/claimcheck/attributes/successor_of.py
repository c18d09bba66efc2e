"""The model that this one follows."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="successor_of",
    noun="predecessor",
    compare="model",
    doc=__doc__,
)
