"""Licence of the weights."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="license",
    noun="licence",
    compare="word",
    cue=r"\blicen[sc]e[ds]?\b",
    label=r"\blicen[sc]e\b",
    doc=__doc__,
)
