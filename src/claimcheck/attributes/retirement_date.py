"""Day on which the vendor switches the model off."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="retirement_date",
    noun="retirement date",
    compare="date",
    label=r"\b(?:retire\w*|deprecat\w*|shutdown|sunset|end of life)\b",
    doc=__doc__,
)
