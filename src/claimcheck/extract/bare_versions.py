"""Versions that stand for a model: "4.1 asks $2", "faster than 5.2" and the models that an article names come in, mentions go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.mentions import NameFinder
from claimcheck.extract.spans import Spans
from claimcheck.extract.values import Mention, Target

_VERSION_NAME = re.compile(
    r"(?=\d\.\d)(?:(?<=^)|(?<=[.:;,!?]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bwhile\s)|(?<=\bthan\s))(?P<version>\d\.\d)"
    r"(?=\s(?:asks|costs|accepts|is|has|can|supports|takes|offers|charges|reads|handles|was|knows|still|also)\b)",
    re.M,
)
_PRICED_VERSION = re.compile(r"\$\d[\d.]{0,7}(?:\s?(?:/|per)\s?1?\s?(?:M|K|million)(?:Tok|\s?tokens)?)?\s\((?P<version>\d(?:\.\d)?o?)\)")  # "$5.00/1M (4)"
_THAN_VERSION = re.compile(  # "25% faster than 5.2", "twice as fast as 1.5", "a 40% increase from 5.1"
    r"(?:\b(?:cheaper|faster|slower|larger|smaller|longer|higher|lower|fewer|less|more|better|expensive|pricier)\s(?:[\w-]+\s){0,3}?than"
    r"|\bas\s(?:fast|much|expensive|large|long|cheap)\sas|\b(?:increase|reduction|jump|improvement|cut|drop)\s(?:from|over|vs\.?|versus))"
    r"\s(?P<version>\d\.\d)(?!\s(?:Pro|Flash|Mini|Nano|Max|Opus|Sonnet|Haiku|Turbo|Lite|Plus|Ultra|Codex|Thinking)\b)(?=['’]s\b|[.;:!?)]?(?:\s[(A-Z—–-]|$)|,|\)|\s(?:on|in|at|for|with|and|but|while|did|does|was|is)\b)"
)
_VERSION = re.compile(r"\d\.\d")  # stands in every match but those behind a price
_NEAR = 200  # characters


def by_version(known: dict[str, Target]) -> dict[str, Target]:
    """Version -> the one model of the article that is a family name with just this version ("4.1": GPT-4.1)."""
    found: dict[str, list[Target]] = {}
    for target in known.values():
        if len(target.parts) == 2:
            found.setdefault(target.parts[1], []).append(target)
    return {version: owners[0] for version, owners in found.items() if len(owners) == 1}


def bare_versions(text: str, named: Sequence[Mention], versions: dict[str, Target], heading: Sequence[Target], finder: NameFinder) -> list[Mention]:
    """ "4.1 asks $2": a bare version that acts like a model is the one model that the article names by it, or the sibling of the one compared."""
    if not _VERSION.search(text) and "$" not in text:
        return []
    found = list(_siblings(text, named, heading, finder))
    if not any(version in text for version in versions):
        return found
    taken = Spans((m.start, m.end) for m in (*named, *found))
    for match in (*_VERSION_NAME.finditer(text), *_PRICED_VERSION.finditer(text)):
        start, end = match.span("version")
        owner = versions.get(match["version"])
        if owner is not None and not taken.touch(start, end):
            found.append(Mention(start, end, match["version"], replace(owner, written=match["version"]), partial=True))
    return found


def _siblings(text: str, named: Sequence[Mention], heading: Sequence[Target], finder: NameFinder) -> Iterator[Mention]:
    """What is compared with in "X 4.6 is faster than 4.5": the model of another version by the name of the one named before it, or above."""
    for match in _THAN_VERSION.finditer(text):
        start, end = match.span("version")
        if any(m.start < end and start < m.end for m in named):
            continue
        before = [m.target for m in named if start - _NEAR <= m.start and m.end <= start]
        for target in (*before[-1:], *(heading[:1] if not before else ())):
            own = next((part for part in target.parts if re.fullmatch(r"\d\.\d|\d", part)), None)
            if own is None or own == match["version"]:
                continue
            wanted = tuple(match["version"] if part == own else part for part in target.parts)
            other = finder.lookup(wanted) or finder.lookup(wanted[:2])
            if other is not None:
                yield Mention(start, end, match["version"], replace(other, written=match["version"]), partial=True)
