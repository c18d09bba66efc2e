"""Whether the weights can be downloaded. Articles say open source."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="open_weights",
    noun="open weights",
    compare="flag",
    label=r"\b(?:open[\s-]?(?:source|weights?)|weights)\b",
    doc=__doc__,
)
