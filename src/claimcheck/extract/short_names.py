"""What short names stand for: words like "Sonnet" or "4o mini" and the models that an article names in full come in, one model or None goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.makers import means_another, vendors
from claimcheck.extract.mentions import NameFinder
from claimcheck.extract.name_shapes import combine
from claimcheck.extract.name_words import RISKY
from claimcheck.extract.values import Mention, Target
from claimcheck.reference.names import kind
from claimcheck.terms import Block

_MOST_MEANT = 6  # models that a short name is held to stand for besides the likeliest
_VENDOR_BEFORE = re.compile(r"\b(?P<name>DeepSeek|Kimi|MiniMax)(?:['’]s)?\s(?:[\w-]+\s){0,6}$")


def containing(words: Sequence[str], known: dict[str, Target]) -> list[Target]:
    """The models of which all these words are part, in order of first mention."""
    wanted = set(words)
    return [target for target in known.values() if wanted <= set(target.parts)]


def sibling(words: tuple[str, ...], kin: Sequence[Target], finder: NameFinder) -> Target | None:
    """ "Sonnet" beside the Claude 3 family, or beside two of its models: the one model of this tier among their sisters.

    One model alone does not tell: beside Claude 3.5 Sonnet, "Haiku" may be of Claude 3 or of Claude 3.5.
    """
    if any(word not in finder.tier_family or word in RISKY for word in words):
        return None
    stems: dict[tuple[str, ...], set[str]] = {}
    for target in kin:
        if target.parts[:1] == (finder.tier_family[words[0]],):
            stems.setdefault(tuple(combine(target.parts, words) or ()), set()).update({"", target.name} if target.family else {target.name})
    hits = {found.name: found for stem, sisters in stems.items() if len(sisters) > 1 and (found := finder.lookup(stem)) is not None}
    return next(iter(hits.values())) if len(hits) == 1 else None


def partial(
    words: tuple[str, ...], known: dict[str, Target], recent: Sequence[Target], heading: Sequence[Target], finder: NameFinder, sister: Target | None = None,
    families: frozenset[str] = frozenset(),
) -> Target | None:  # fmt: skip
    """The model among those `known` that a short name stands for: the only one, the heading's or the last one named; else the `sister` of one.

    `families` are the first words of all that the article names, makers too: "V4-Pro", where it names DeepSeek.
    """
    if not words:
        return None
    matches = containing(words, known)
    if not matches and all(kind(word) == "word" for word in words):
        for near in (*reversed(recent[-4:]), *heading[:1]):
            extended = finder.lookup((*near.parts, *words))
            if extended is not None:
                return extended
    if not matches and sister is not None:
        return sister
    exact = _with_family(words, finder, known, families)
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
                return one_of(target, matches)
    shortest = [target for target in matches if len(target.parts) == fewest]
    return one_of(shortest[0], matches) if len(shortest) == 1 else _all_of(words, matches, finder)


def _all_of(words: tuple[str, ...], matches: Sequence[Target], finder: NameFinder) -> Target | None:
    """ "Opus", where the article names several of that tier and none of them before: what is said may be true of any."""
    if len(words) > 1 or words[0] not in finder.tier_family or words[0] in RISKY or not all(target.id for target in matches):
        return None
    family = finder.tier_family[words[0]]
    ids = tuple(sorted(target.id for target in matches if target.id))
    return Target(f"{family.capitalize()} {words[0].capitalize()}", candidates=ids, parts=(family, *words), family=True)


def one_of(target: Target, matches: Sequence[Target]) -> Target:
    """A target that keeps the others which its short name may stand for."""
    return replace(target, meant=tuple(other for other in matches if other != target)[:_MOST_MEANT])


def shorter(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a short name without an effort ("K2.5 Thinking") or a number before it ("the 3 Sonnet models"), () where it has neither."""
    if len(words) > 1 and words[-1] == "thinking":
        return words[:-1]
    return words[1:] if words[0].isdigit() else ()


_THEIRS = re.compile(  # "Their latest V4 model", "the company's V4", "their V3 and V4 models"
    r"\b(?:their|its|the\scompany['’]s|latest|newest|flagship)\s(?:[\w-]+\s){0,2}$|\b[VRKM]\d(?:\.\d)?(?:,|\sand|\sor|,\sand|\s?/)\s?$", re.I
)
_LINES = {"DeepSeek": "deepseek", "Moonshot AI": "kimi", "MiniMax": "minimax"}
_SAME_BREATH = 400  # characters


def vendors_own(text: str, start: int, words: tuple[str, ...], finder: NameFinder) -> Target | None:
    """ "DeepSeek showed their V4 model": the version of the vendor's own family, where the vendor is named before it."""
    if not re.fullmatch(r"[vkmr]\d.*", words[0]):
        return None
    vendor = _VENDOR_BEFORE.search(text, max(0, start - 60), start) if words[0][0] != "r" else None
    line = vendor["name"].lower() if vendor else None
    if line is None and _THEIRS.search(text, max(0, start - 40), start):
        named = vendors(text, max(0, start - _SAME_BREATH), start)
        line = _LINES.get(named[-1][0]) if named else None
    return finder.lookup((line, *words)) if line else None


_PRODUCT_OF = re.compile(r"\sBanana\b")  # "Nano Banana"
_VERSION = re.compile(r"[VKM]\d(?:\.\d)?")
_NEW_NAME = re.compile(r"\b(?!(?:The|Its|Their|New|And|But|In|On|With|While|For|Both|Latest|DeepSeek|Deepseek|Kimi|MiniMax|Moonshot|AI)\b)[A-Z]\w+(?:\sAI)?\s$")
_SIZE_WORD = re.compile(r"Small|Medium|Large|Base|XL", re.I)
_BEFORE_SIZE = re.compile(
    r"(?:^|[\s|(*])(?P<name>(?!(?:The|Its|Their|Use|And|Or|But|With|For|Both|Only|New|Try|Pick|Choose|From|To|At|In|On)\b)[A-Z][\w.-]{1,14})\s$"
)
_ANOTHERS = re.compile(r"\b(?:Perplexity|Sonar)\s$")


def of_another(text: str, start: int, end: int, target: Target) -> bool:
    """Whether a short name is that of another maker's thing: "Perplexity R1", "Nano Banana"."""
    if _PRODUCT_OF.match(text, end) or _ANOTHERS.search(text, max(0, start - 16), start):
        return True
    if _VERSION.fullmatch(text, start, end) and _NEW_NAME.search(text, max(0, start - 24), start):
        return True
    named = vendors(text, max(0, start - 20), start)
    return bool(named) and named[-1][2] == start - 1 and means_another(named[-1][0], target)


def of_unknown(text: str, start: int, end: int, target: Target) -> int | None:
    """Where the name begins of which a size ("Large") is the rest, where that is nobody's that we know ("BGE Large"); else None."""
    before = _BEFORE_SIZE.search(text, max(0, start - 20), start) if _SIZE_WORD.fullmatch(text, start, end) else None
    if before is None or before["name"].lower() in target.parts or vendors(before["name"], 0, len(before["name"])):
        return None
    return before.start("name")


_MISTRALS = frozenset({"small", "medium", "large"})  # tiers of one family, and efforts of others


def _with_family(words: tuple[str, ...], finder: NameFinder, known: dict[str, Target], named: frozenset[str] = frozenset()) -> Target | None:
    """The model that the parts name once its family is put before them: "Opus 4.6", "4o mini", "V3"."""
    families = {finder.tier_family[p] for p in words if p in finder.tier_family}
    if "4o" in words:
        families.add("gpt")
    present = {target.parts[0] for target in known.values() if target.parts}
    letter = re.match(r"([vrkm])\d", words[0])
    if letter:
        families |= (present | (named if letter[1] != "m" else frozenset())) & {{"v": "deepseek", "r": "deepseek", "k": "kimi", "m": "minimax"}[letter[1]]}
    if not families and any(p[0].isdigit() for p in words) and len(words) > 1:
        families = {"mistral"} & (present | named) if _MISTRALS.intersection(words) else present
    hits = {t.name: t for family in sorted(families) if (t := finder.lookup((family, *words)))}
    if len(hits) != 1 or (words == ("4o",) and "gpt" not in present):
        return None
    return next(iter(hits.values()))


MAKERS = frozenset({"deepseek", "mistral", "qwen", "kimi", "falcon", "palm", "minimax", "cohere"})  # makers, or families, by the same name as the model
_BARE = "|".join(sorted(MAKERS))
_RIVAL = rf"(?:{_BARE}|ChatGPT|GPT|OpenAI|Claude|Anthropic|Gemini|Llama|Grok|Copilot|Perplexity|Gemma|Phi|GLM|o\d)"
_VERSUS = re.compile(
    rf"\b(?P<first>{_BARE})\s(?:vs\.?|versus)\s{_RIVAL}\b"
    rf"|\b{_RIVAL}(?:[\s-][\w.]{{1,8}}){{0,3}}\s(?:vs\.?|versus)\s(?P<second>{_BARE})\b(?!\s[\w-]{{0,9}}\d)", re.I
)


def held_against(blocks: Sequence[Block]) -> frozenset[str]:
    """Names of makers that the article's title holds against another name ("DeepSeek vs Claude"): in such an article they are models."""
    first = next((block.view.text for block in blocks if block.kind == "heading"), "")
    titles = [first, *(block.view.text for block in blocks if block.kind == "meta" and block.key == "title")]
    return frozenset((match["first"] or match["second"]).lower() for title in titles for match in _VERSUS.finditer(title))


_OF_FAMILY = re.compile(r"(?:\b(?:the|models?|family|series|LLMs?|AI|overview|explained)\b|[\W_])*", re.I)


def entry_of(blocks: Sequence[Block], full: Sequence[Sequence[Mention]]) -> tuple[str, ...] | None:
    """The parts of a family's bare name that is all of the article's first heading: the article is about the family, whatever members it names."""
    first = next((i for i, block in enumerate(blocks) if block.kind == "heading"), None)
    named = full[first] if first is not None else ()
    if first is None or len(named) != 1 or not named[0].target.family:
        return None
    text, mention = blocks[first].view.text, named[0]
    return mention.target.parts if _OF_FAMILY.fullmatch(text[: mention.start] + text[mention.end :]) else None


_SPEAKS = re.compile(
    r"['’]s\s(?:[\w-]{1,20}\s){0,3}?(?:open[\s-](?:source|weights?)\s(?:nature|approach)|context\s(?:window|length)|API pric)"
    r"|\s*(?:['’]s\s+)?(?:supports?|offers?|scores?|costs?|handles?|accepts?|achieves?|has\s(?:an?\s)?~?\d|at\s+\$|model|\(|:|trails|outperforms|matches"
    r"|is\s(?:(?:completely|fully|also|still|now|far|much)\s)?(?:free\b|open[\s-]|cheap|faster|slower|text-only|multimodal)"
    r"|(?:is|was)\s(?:about\s|up\sto\s|over\s|roughly\s|nearly\s)?~?\d)"
    r"|\s(?:family|series(?!\s[A-F]\b))\b|,?\s(?:(?:is|was|were)\s)?(?:developed|created|trained)\sby\b"
    r"|\sis\s(?:an?|the|another)\s(?:[\w-]{1,20}\s){0,5}?(?:language\smodel|LLM|model|family\sof)\b",
    re.I,
)


_PART_OF = re.compile(
    r"\b(?:part|member|version|generation|addition|latest|newest|entry|model|models|from|in|to|of|within|for)\s(?:(?:to|of|in)\s)?(?:the|its|their)\s$")
_NATURE = re.compile(r"\b(?:nature|weights|window)\sof\s$")  # "the open-source nature of DeepSeek"
# "Qwen Long Latest offers": one that nobody here knows
_ANOTHER = re.compile(r"\s(?:[A-Z][a-z]+\s){1,2}(?:offers?|supports?|costs?|has|scores?|accepts?|handles?)\b")
_PLAN = re.compile(r"\s(?:Max|Marketplace|Partner Network|surfaces)\b(?!\s\d)")  # what one may buy, and where it runs
_BASE_OF = re.compile(r"[\s-](?:based|derived)\)")


def without_other_things(mentions: list[Mention], text: str, rivals: frozenset[str]) -> list[Mention]:
    """ "DeepSeek" alone is mostly the company, a model where it does what a model does or is among `rivals`; "Codex (GPT-3.5 based)" is about Codex."""
    kept = []
    for mention in mentions:
        if _BASE_OF.match(text, mention.end) and text.startswith("(", max(0, mention.start - 1)):
            continue
        if mention.text == "Claude" and _PLAN.match(text, mention.end):
            continue
        bare = mention.text.lower() in MAKERS - rivals
        part = bare and _PART_OF.search(text, max(0, mention.start - 30), mention.start) is not None
        owned = bare and _NATURE.search(text, max(0, mention.start - 20), mention.start) is not None
        if not bare or owned or text.strip() == mention.text or (not part and _SPEAKS.match(text, mention.end)) or _ANOTHER.match(text, mention.end):
            kept.append(mention)
    return kept


_OTHER_LINE = re.compile(r"\s(?:Omni|Robotics|Diffusion|Astra)(?![\w-])")  # what makes a family's bare name that of a model of another kind


def other_lines(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions, "Gemini" of "Gemini Omni" as that of a model which is none of those that the bare name may stand for."""
    if _OTHER_LINE.search(text) is None:
        return mentions
    kept = []
    for mention in mentions:
        line = _OTHER_LINE.match(text, mention.end) if mention.target.family and len(mention.target.parts) == 1 else None
        if line is not None:
            written = text[mention.start : line.end()]
            mention = replace(mention, end=line.end(), text=written, target=Target(written, parts=tuple(written.lower().split()), written=written))
        kept.append(mention)
    return kept
