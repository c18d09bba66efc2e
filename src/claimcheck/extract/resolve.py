"""Partial names over a whole article: mentions block by block come in, the same with "Sonnet", "the mini", "Claude" resolved go out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.mentions import NameFinder
from claimcheck.extract.sizes import NEAR, sizes_named
from claimcheck.extract.spans import Spans, earlier
from claimcheck.extract.values import Mention, Target
from claimcheck.reference.names import kind, parts
from claimcheck.terms import Block


def find_mentions(blocks: Sequence[Block], folded: Sequence[str], finder: NameFinder) -> list[list[Mention]]:
    """Mentions of every block, whose texts come folded too, in order; partial names resolved to the models that the article names in full."""
    texts = [block.view.text for block in blocks]
    full = _without_chance(finder, [finder.find(text, low) for text, low in zip(texts, folded, strict=True)])
    known = _named(full)
    versions = _by_version(known)
    beside = _in_columns(blocks, full)
    resolved: list[list[Mention]] = []
    recent: list[Target] = []
    spoken: list[Target] = []  # with families, which have sizes too
    for index in range(len(blocks)):
        heading = _heading_targets(blocks, index, full)
        mentions = list(full[index]) + sizes_named(blocks[index], full[index], recent, heading, finder)
        mentions += [] if mentions else sizes_named(blocks[index], (), spoken, _heading_targets(blocks, index, full, families=True), finder)
        mentions += _versions(texts[index], mentions, versions)
        if known or "4o" in texts[index]:
            for start, end, words in finder.partials(texts[index], folded[index], mentions):
                before = recent[-NEAR:] + [m.target for m in earlier(full[index], start)[-NEAR:]]
                target = (
                    _partial(words, known, before, heading, finder)
                    or _partial(_shorter(words), known, before, heading, finder)
                    or _vendors_own(texts[index], start, words, finder)
                )
                if target is not None:
                    possessive = texts[index][end : end + 2] in {"'s", "’s"}
                    mentions.append(Mention(start, end, texts[index][start:end], replace(target, written=texts[index][start:end]), possessive, partial=True))
        mentions.sort(key=lambda m: m.start)
        done: list[Mention] = []
        for mention in mentions:
            apart = beside[blocks[index].table, blocks[index].column] if mention.text == texts[index].strip() and blocks[index].kind == "cell" else frozenset()
            target = _family(mention.target, known, recent, heading, apart)
            done.append(mention if target is mention.target else replace(mention, target=replace(target, written=mention.text), partial=True))
            spoken.append(target)
            if not target.family:
                recent.append(target)
        resolved.append(_drop_bare_companies(done, texts[index]))
    _split_names(blocks, resolved, finder)
    return resolved


def _split_names(blocks: Sequence[Block], resolved: list[list[Mention]], finder: NameFinder) -> None:
    """A table that writes a name over two columns ("Llama 3" | "70B"): the first cell then names the whole model."""
    for index, (cell, following) in enumerate(itertools.pairwise(blocks)):
        if cell.kind != "cell" or len(resolved[index]) != 1 or resolved[index + 1] or (cell.table, cell.row) != (following.table, following.row):
            continue
        mention, rest = resolved[index][0], following.view.text.strip()
        if mention.text != cell.view.text.strip() or not 1 < len(rest) <= 24 or following.kind != "cell":
            continue
        whole = finder.lookup((*mention.target.parts, *parts(rest)))
        if whole is not None:
            resolved[index] = [replace(mention, target=replace(whole, written=f"{mention.text} {rest}"))]


def _without_chance(finder: NameFinder, full: list[list[Mention]]) -> list[list[Mention]]:
    """Names of no known family count only when the article uses them twice: "Try 405B" is none, "Halden-2 Ultra" is one."""
    counts: dict[str, int] = {}
    for mentions in full:
        for mention in mentions:
            if finder.is_strange(mention.target):
                counts[mention.target.parts[0]] = counts.get(mention.target.parts[0], 0) + 1
    return [[m for m in mentions if not finder.is_strange(m.target) or counts[m.target.parts[0]] > 1] for mentions in full]


_VENDOR_BEFORE = re.compile(r"\b(?P<name>DeepSeek|Kimi|MiniMax)(?:['’]s)?\s(?:[\w-]+\s){0,6}$")
_VERSION_NAME = re.compile(
    r"(?:(?<=^)|(?<=[.:;,!?]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bwhile\s)|(?<=\bthan\s))(?P<version>\d\.\d)"
    r"(?=\s(?:asks|costs|accepts|is|has|can|supports|takes|offers|charges|reads|handles|was|knows|still|also)\b)",
    re.M,
)


def _by_version(known: dict[str, Target]) -> dict[str, Target]:
    """Version -> the one model of the article that is a family name with just this version ("4.1": GPT-4.1)."""
    found: dict[str, list[Target]] = {}
    for target in known.values():
        if len(target.parts) == 2:
            found.setdefault(target.parts[1], []).append(target)
    return {version: owners[0] for version, owners in found.items() if len(owners) == 1}


def _versions(text: str, full: Sequence[Mention], versions: dict[str, Target]) -> list[Mention]:
    """ "4.1 asks $2": a bare version that acts like a model is the one model that the article names by it."""
    if not any(version in text for version in versions):
        return []
    found = []
    taken = Spans((m.start, m.end) for m in full)
    for match in _VERSION_NAME.finditer(text):
        start, end = match.span("version")
        owner = versions.get(match["version"])
        if owner is not None and not taken.touch(start, end):
            found.append(Mention(start, end, match["version"], replace(owner, written=match["version"]), partial=True))
    return found


def _named(full: Sequence[Sequence[Mention]]) -> dict[str, Target]:
    """The distinct models that the article names in full, by display name, in order of first mention."""
    known: dict[str, Target] = {}
    for mentions in full:
        for mention in mentions:
            if not mention.target.family:
                known.setdefault(mention.target.name.lower(), mention.target)
    return known


def _heading_targets(blocks: Sequence[Block], index: int, full: Sequence[Sequence[Mention]], *, families: bool = False) -> list[Target]:
    """Models (and `families` of models) named by the headings above a block, nearest first."""
    found: list[Target] = []
    above = blocks[index].heading
    while above is not None and above < index:
        found += [m.target for m in full[above] if families or not m.target.family]
        above = blocks[above].heading if blocks[above].heading != above else None
    return found


def _containing(words: Sequence[str], known: dict[str, Target]) -> list[Target]:
    wanted = set(words)
    return [target for target in known.values() if wanted <= set(target.parts)]


def _partial(words: tuple[str, ...], known: dict[str, Target], recent: Sequence[Target], heading: Sequence[Target], finder: NameFinder) -> Target | None:
    if not words:
        return None
    matches = _containing(words, known)
    if not matches and all(kind(word) == "word" for word in words):
        for near in (*reversed(recent[-4:]), *heading[:1]):
            extended = finder.lookup((*near.parts, *words))
            if extended is not None:
                return extended
    exact = _with_family(words, finder, known)
    if exact is not None and (len(words) > 1 or not matches):
        return exact
    if len(matches) == 1:
        return matches[0]
    if not matches:
        return None
    fewest = min(len(target.parts) for target in matches)
    for pool in (heading, list(reversed(recent))):
        for target in pool:
            if target in matches:
                return target
    shortest = [target for target in matches if len(target.parts) == fewest]
    return shortest[0] if len(shortest) == 1 else None


def _shorter(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a short name without an effort ("K2.5 Thinking") or a number before it ("the 3 Sonnet models"), () where it has neither."""
    if len(words) > 1 and words[-1] == "thinking":
        return words[:-1]
    return words[1:] if words[0].isdigit() else ()


def _vendors_own(text: str, start: int, words: tuple[str, ...], finder: NameFinder) -> Target | None:
    """ "DeepSeek showed their V4 model": the version of the vendor's own family, where the vendor is named before it."""
    vendor = _VENDOR_BEFORE.search(text, max(0, start - 60), start)
    return finder.lookup((vendor["name"].lower(), *words)) if vendor and re.fullmatch(r"[vkm]\d.*", words[0]) else None


def _with_family(words: tuple[str, ...], finder: NameFinder, known: dict[str, Target]) -> Target | None:
    """The model that the parts name once its family is put before them: "Opus 4.6", "4o mini", "V3"."""
    families = {finder.tier_family[p] for p in words if p in finder.tier_family}
    if "4o" in words:
        families.add("gpt")
    present = {target.parts[0] for target in known.values() if target.parts}
    letter = re.match(r"([vrkm])\d", words[0])
    if letter:
        families |= present & {{"v": "deepseek", "r": "deepseek", "k": "kimi", "m": "minimax"}[letter[1]]}
    if not families and any(p[0].isdigit() for p in words) and len(words) > 1:
        families = present
    hits = {t.name: t for family in sorted(families) if (t := finder.lookup((family, *words)))}
    if len(hits) != 1 or (words == ("4o",) and "gpt" not in present):
        return None
    return next(iter(hits.values()))


def _in_columns(blocks: Sequence[Block], full: Sequence[Sequence[Mention]]) -> dict[tuple[int | None, int | None], frozenset[str]]:
    """Names of the models that have a cell of their own in a column of a table, by the numbers of both."""
    found: dict[tuple[int | None, int | None], set[str]] = {}
    for block, mentions in zip(blocks, full, strict=True):
        if block.kind == "cell":
            found.setdefault((block.table, block.column), set()).update(m.target.name for m in mentions if m.text == block.view.text.strip())
    return {place: frozenset(names) for place, names in found.items()}


def _family(target: Target, known: dict[str, Target], recent: Sequence[Target], heading: Sequence[Target], apart: frozenset[str]) -> Target:
    """A family without version stands for the article's only model of it, the heading's, or the last one named; for none of those `apart` from it."""
    if not target.family or any(part[0].isdigit() for part in target.parts) or "command" in target.parts:
        return target
    matches = _containing(target.parts, known)
    if not matches or any(candidate.name in apart for candidate in matches):
        return target
    if len(matches) == 1:
        return matches[0]
    for pool in (heading[:1], list(reversed(recent))[:6] if len(target.parts) > 1 else []):
        for candidate in pool:
            if candidate in matches:
                return candidate
    return target


_SPEAKS = re.compile(
    r"\s*(?:['’]s\s+)?(?:supports?|offers?|scores?|costs?|handles?|accepts?|achieves?|has\s+a\s+\d|at\s+\$|model|\(|:|trails|outperforms|matches"
    r"|(?:is|was)\s(?:about\s|up\sto\s|over\s|roughly\s|nearly\s)?~?\d)",
    re.I,
)


def _drop_bare_companies(mentions: list[Mention], text: str) -> list[Mention]:
    """ "DeepSeek" or "Mistral" alone is mostly the company; it is a model only where it does what a model does."""
    kept = []
    for mention in mentions:
        bare = mention.text.lower() in {"deepseek", "mistral", "qwen", "kimi", "falcon", "palm", "minimax", "cohere"}
        if not bare or text.strip() == mention.text or _SPEAKS.match(text, mention.end):
            kept.append(mention)
    return kept
