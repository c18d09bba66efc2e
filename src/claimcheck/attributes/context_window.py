"""Total window in tokens: what the vendor calls the context length. 128K stands for 128,000 and 131,072."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="context_window",
    noun="context window",
    compare="count",
    unit="tokens",
    cue=r"\bcontext(?:[\s-](?:window|length|size|limit|capacity|handling))?s?\b|\bcontext-window\b|\btoken (?:window|limit|capacity)\b|\binput (?:limit|tokens limit|capacity|length)\b|\bwindow\b",
    label=r"\bcontext\b|\btoken (?:limit|window|capacity)\b|\binput (?:limit|length|size)\b|\bwindow\b",
    no_cue=r"\bvocab\w*|\btokenizer|\bwords?\b|\bdimensions?\b",
    doc=__doc__,
)
