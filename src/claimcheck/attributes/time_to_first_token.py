"""Delay until the answer begins."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="time_to_first_token",
    noun="time to first token",
    compare="number",
    unit="seconds",
    cue=r"\b(?:latency|time to first token|ttft|response times?|respond\w*|average of|first token|voice|conversation)\b",
    label=r"\b(?:latency|ttft|time to first token|response time)\b",
    no_cue=r"\btasks?\b|\bcompleted\b|\bin our\b|\bmy\b|\bwe\b",
    doc=__doc__,
)
