"""List price of one million input tokens on the vendor's own API, standard tier."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="input_price",
    noun="input price",
    compare="price",
    unit="usd_per_1m_tokens",
    label=r"\binputs?\b|\bprompt\b",
    doc=__doc__,
)
