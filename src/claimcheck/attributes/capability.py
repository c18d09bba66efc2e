"""Tool calling, structured output, reasoning and other named abilities."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="capability",
    noun="capability",
    compare="flag",
    doc=__doc__,
)
