"""Price of input tokens read from the prompt cache."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="cached_input_price",
    noun="cached input price",
    compare="price",
    unit="usd_per_1m_tokens",
    label=r"\bcach(?:ed?|ing)\b(?!.{0,8}write|[\s-]?miss)(?<!non-cached)",
    doc=__doc__,
)
