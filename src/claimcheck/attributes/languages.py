"""How many human languages the vendor says it supports."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="languages",
    noun="languages",
    compare="number",
    unit="languages",
    cue=r"\blanguages?\b",
    label=r"\blanguages?\b",
    no_cue=r"\bprogramming\b|\bcoding\b",
    doc=__doc__,
)
