"""Licence of the weights."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="license",
    noun="licence",
    compare="word",
    label=r"\blicen[sc]e\b",
    doc=__doc__,
)
