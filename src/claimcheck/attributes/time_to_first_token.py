"""Delay until the answer begins."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="time_to_first_token",
    noun="time to first token",
    compare="number",
    unit="seconds",
    label=r"\b(?:(?<!total )latency|ttft|time[\s-]to[\s-]first[\s-]token|response time)\b",
    doc=__doc__,
)
