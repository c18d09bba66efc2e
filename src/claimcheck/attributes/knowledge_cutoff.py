"""Last month that the training data covers."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="knowledge_cutoff",
    noun="knowledge cutoff",
    compare="date",
    cue=r"\b(?:knowledge(?: cut-?\s?off)?|cut-?\s?off|training data|trained (?:on data )?(?:up )?(?:until|till|through|to)|data (?:up )?(?:till|until|through|to)|trained on (?:a )?(?:limited )?data)\b",
    label=r"\b(?:knowledge|cut-?\s?off|training data)\b",
    doc=__doc__,
)
