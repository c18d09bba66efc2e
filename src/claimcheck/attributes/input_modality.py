"""Kinds of input: text, image, audio, video, pdf."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="input_modality",
    noun="input",
    compare="modality",
    label=r"\b(?:input (?:modalit\w+|types?)|inputs?|multi-?\s?modal\w*|modalit\w+|vision|accepts)\b",
    doc=__doc__,
)
