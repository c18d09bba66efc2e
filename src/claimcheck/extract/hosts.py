"""Whose service a figure is of: words around a price or limit come in, the name of a company that serves other people's models goes out.

What a host asks for an open model, and how much context it serves, is its own; the developer's facts cannot refute it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.cues import Cue
from claimcheck.terms import Claim

# Companies that serve models which others developed, each at its own price. Clouds that resell at the developer's price are left out.
HOSTED = frozenset({
    "input_price", "output_price", "cached_input_price", "batch_input_price", "batch_output_price", "context_window", "max_output_tokens",
    "output_speed", "time_to_first_token",
})  # fmt: skip
_HOST = (
    r"(?:OpenRouter|Groq(?:Cloud)?|Together(?:\.?ai|\sAI)|Fireworks(?:\.?ai|\sAI)?|DeepInfra|Deep\sInfra|Replicate|Novita(?:\sAI)?|SambaNova"
    r"|Cerebras|Hyperbolic|Nebius|SiliconFlow|Lepton\sAI|Anyscale|OctoAI|Baseten|Cloudflare|Workers\sAI|Databricks|Venice(?:\sAI)?|Chutes"
    r"|Parasail|Friendli(?:AI)?|Featherless|Poe|Nscale|Lambda\sLabs|Modal|RunPod|Scaleway|OVHcloud|GMI\sCloud|Inference\.net"
    r"|W&B(?:\sInference)?|CoreWeave|Crusoe|Clarifai|Phala|AtlasCloud|Atlas\sCloud|io\.net)"
)
_SAID = re.compile(
    rf"\b(?i:on|via|through|from|by|at|with|using|over)\s(?P<after>{_HOST})\b|\b(?P<before>{_HOST})(?:['’]s\b"
    r"|\s(?:currently\s|now\s)?(?:prices?|pricing|charges?|API|lists?|offers?|serves?|hosts?|supports)\b)"
)
_CELL = re.compile(rf"\W*(?P<name>{_HOST})\W*")
_ANYWHERE = Cue(rf"\b(?P<name>{_HOST})\b", exact=True)
_COLUMN = re.compile(
    r"\W*(?:inference\s|api\s|cloud\s)?(?:providers?|hosts?|hosted (?:by|on)|platforms?|available (?:on|via|at)|via|served by|access)\W*", re.I
)


def host_said(text: str, start: int, end: int) -> str | None:
    """The host that a sentence says a figure is of ("on Groq", "OpenRouter's price"), None where it names none."""
    match = _SAID.search(text, start, end) if _ANYWHERE.search(text, start, end) else None
    return (match["after"] or match["before"]) if match else None


def shared(claims: Sequence[Claim]) -> list[Claim]:
    """A figure that the article gives elsewhere as that of a host is the host's again where none is named."""
    hosts = {(c.subject.name, c.attribute, str(c.value)): c.host for c in claims if c.host is not None}
    said = (hosts.get((c.subject.name, c.attribute, str(c.value))) if c.host is None and c.attribute in HOSTED else None for c in claims)
    return [replace(claim, host=host) if host else claim for claim, host in zip(claims, said, strict=True)]


def host_named(text: str) -> str | None:
    """The host that a heading or a column's head names, None where it names none."""
    match = _ANYWHERE.search(text)
    return match["name"] if match else None


def host_cell(text: str, header: str) -> str | None:
    """The host that a cell of a row names: a known one alone in its cell, or whatever stands in a column of providers."""
    match = _CELL.fullmatch(text)
    if match:
        return match["name"]
    name = text.strip()
    return name if _COLUMN.fullmatch(header) and re.fullmatch(r"[A-Z][\w.&-]*(?:\s[\w.&-]+){0,3}", name) else None
