"""Tokens of training text."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="training_tokens",
    noun="training tokens",
    compare="count",
    unit="tokens",
    label=r"\b(?:training (?:tokens|data(?:set)?)|pre-?training|trained on)\b",
    doc=__doc__,
)
