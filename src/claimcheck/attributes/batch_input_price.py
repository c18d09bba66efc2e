"""Input price of the batch API."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="batch_input_price",
    noun="batch input price",
    compare="price",
    unit="usd_per_1m_tokens",
    label=r"\bbatch (?:api |mode )?(?:pric\w+|inputs?|outputs?|rates?|costs?)|\(batch\)|pric\w+.{0,12}\bbatch",
    doc=__doc__,
)
