"""Less, equal or greater, without a number."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="comparison",
    noun="comparison",
    compare="order",
    doc=__doc__,
)
