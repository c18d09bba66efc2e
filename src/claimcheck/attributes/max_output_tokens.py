"""Most tokens of one answer."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="max_output_tokens",
    noun="maximum output",
    compare="count",
    unit="tokens",
    cue=r"\b(?:max(?:imum)?\s(?:output|completion)|output (?:token )?(?:limit|length|capacity|cap|window)|output tokens?|token output|completion tokens|outputs? up to|generate up to|responses? (?:of )?up to|output of up to|max output)\b",
    label=r"\b(?:max(?:imum)?\.?\s(?:output|completion|response)|output (?:token )?(?:limit|length|tokens?|cap|window|size)|output context|max tokens|completion)\b",
    no_cue=r"\$|\bper (?:1m|million)\b|\bper second\b",
    doc=__doc__,
)
