"""Day of any release event: announcement, preview, API, general availability."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="release_date",
    noun="release date",
    compare="date",
    label=r"(?<!\bweights )(?<!\bpaper )(?<!\bcode )"
    r"\b(?:release(?:d)?(?: date)?|launch(?:ed)?(?: date)?|announced|availability|available since|date released|introduced|out since|came out"
    r"|date available|(?:release |launch )year|year (?:of release|released))\b",
    doc=__doc__,
)
