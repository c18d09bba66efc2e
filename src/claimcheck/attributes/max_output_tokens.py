"""Most tokens of one answer."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="max_output_tokens",
    noun="maximum output",
    compare="count",
    unit="tokens",
    label=r"\b(?:max(?:imum)?\.?\s(?:output|completion|response)|output (?:token )?(?:limit|length|tokens?|cap|window|size)"
    r"|output context|longest (?:answer|output|reply)|max tokens|completion)\b",
    doc=__doc__,
)
