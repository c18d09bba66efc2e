"""Last month that the training data covers."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="knowledge_cutoff",
    noun="knowledge cutoff",
    compare="date",
    label=r"\b(?:knowledge|cut-?\s?off|training data|knows (?:\w+\s){0,3}until)\b",
    doc=__doc__,
)
