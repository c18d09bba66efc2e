"""Total number of weights. For closed models the fact is usually that it was never published."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="parameters",
    noun="parameter count",
    compare="count",
    unit="parameters",
    label=r"\bparam(?:eter)?s?\b|\bmodel size\b|\bsize \(b\)|^size$|\btotal params?\b",
    doc=__doc__,
)
