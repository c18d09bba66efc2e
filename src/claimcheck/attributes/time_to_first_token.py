"""Delay until the answer begins."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="time_to_first_token",
    noun="time to first token",
    compare="number",
    unit="seconds",
    label=r"\b(?:latency|ttft|time to first token|response time)\b",
    doc=__doc__,
)
