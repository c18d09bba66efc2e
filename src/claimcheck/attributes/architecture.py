"""Transformer, mixture of experts, dense."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="architecture",
    noun="architecture",
    compare="word",
    label=r"\barchitecture\b",
    doc=__doc__,
)
