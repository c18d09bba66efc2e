"""Total window in tokens: what the vendor calls the context length. 128K stands for 128,000 and 131,072."""

from __future__ import annotations

from claimcheck.attributes.base import Attribute

ATTRIBUTE = Attribute(
    name="context_window",
    noun="context window",
    compare="count",
    unit="tokens",
    label=r"(?<!strategic )(?<!release )(?<!historical )(?<!business )(?<!market )(?<!industry )(?<!competitive )(?<!broader )(?<!wider )"
    r"(?<!development )(?<!research )(?<!political )(?<!economic )(?<!important )(?<!regulatory )(?<!cultural )(?<!additional )"
    r"\bcontext\b|\bctx\b|\btoken (?:limit|window|capacity)\b|\binput (?:limit|length|size)\b|\bwindow\b",
    doc=__doc__,
)
