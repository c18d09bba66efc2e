"""RLHF, distillation, constitutional AI."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="training_method",
    noun="training method",
    compare="word",
    label=r"\b(?:training method|alignment)\b",
    doc=__doc__,
)
