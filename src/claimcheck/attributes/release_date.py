"""Day of any release event: announcement, preview, API, general availability."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="release_date",
    noun="release date",
    compare="date",
    cue=r"\b(?:releas\w*|launch\w*|announc\w*|introduc\w*|unveil\w*|debut\w*|came out|made available|available (?:since|from|on)|rolled out|dropped|shipped|published|presented|arriv\w+)\b",
    label=r"\b(?:release(?:d)?(?: date)?|launch(?:ed)?(?: date)?|announced|availability|available since|date released|introduced)\b",
    no_cue=r"\bretir\w*|\bdeprecat\w*|\bcut-?off|\btrained\b|\bdata\b|\bprice\b|\bknowledge\b|\bupdated?\b|\breviewed\b",
    doc=__doc__,
)
