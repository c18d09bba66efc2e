"""List price of one million output tokens on the vendor's own API, standard tier."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="output_price",
    noun="output price",
    compare="price",
    unit="usd_per_1m_tokens",
    label=r"\boutputs?\b|\bcompletion\b",
    doc=__doc__,
)
