"""Kinds of output: text, image, audio, video."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="output_modality",
    noun="output",
    compare="modality",
    label=r"\b(?:output (?:modalit\w+|types?)|outputs?|generates)\b",
    doc=__doc__,
)
