"""Model names in a text: a view text and the name table come in, mentions with what they stand for go out.

A full name starts with a family ("GPT", "Claude", "Llama", "o3"); what follows is read by grammar (version, tier, size,
date), so a name that the reference lacks is read whole and stays unknown. Partial names ("Sonnet", "the mini", "4o") and
families alone ("Claude") are found here and resolved later, over the whole article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from claimcheck.extract import name_shapes
from claimcheck.extract.cue_words import fold
from claimcheck.extract.cues import any_of
from claimcheck.extract.joined import Joined
from claimcheck.extract.name_words import (
    CAPITAL_FAMILIES,
    COMPANY_FAMILIES,
    FAMILIES,
    NO_NAMES,
    PARTIALS,
    RISKY,
    STRICT_TIERS,
    head_words,
    inner_heads,
    odd_names,
    tier_families,
    tier_words,
)
from claimcheck.extract.slugs import owner_start, with_owners
from claimcheck.extract.spans import Spans
from claimcheck.extract.values import Mention, Target
from claimcheck.reference import names

_SEP = r"(?:[\s_-]{1,2}|['’]s\s(?=\d\.\d)|:(?=(?:e?\d{1,3}(?:\.\d)?|\dx\d{1,2})b(?![a-z]))|\s?)"  # "llama3.1:8b"
_VERSION = (
    r"(?:[vrkm][\s-]?\d+(?:\.\d+)*|v?\d+(?:\.\d+)*o?|(?:[vrm]\s)?"
    r"(?:two|three|four|five|six|seven|eight|nine)(?:\spoint\s(?:zero|one|two|three|four|five|six|"
    r"seven|eight|nine))?|[vr]\s?one)"
)
_SIZE = r"(?:\d+x\d+(?:\.\d+)?b|(?:\d+(?:\.\d+)?b|(?:(?<=-)\d|[2-9]\d|\d{3,4})(?:\.\d+)?m)(?=[^a-z]|$)|[ae]\d+(?:\.\d+)?b)"
_DATE_ID = r"(?:20\d\d-?[01]\d-?[0-3]\d|0[1-9][0-3]\d|1[0-2][0-3]\d|[01]\d-20\d\d)"
_DISTILLED = r"r1[ _-](?:qwen|llama)(?=[ _-]\d{1,2}(?:\.\d)?b(?![a-z]))"  # "DeepSeek-R1 Qwen 7B", without the "Distill"
_STRANGE = re.compile(r"[A-Z][A-Za-z]{2,14}[\s-]\d")  # how a name of an unknown family begins
_JOINTS = frozenset("/,&aoAO")  # what an ellipsis begins with: "/", ",", "&", "and", "or"
_VARIANT = re.compile(r"\s\((fast|turbo|lite)\)", re.I)
_SIZED = re.compile(r"\s?\((?P<in>\d+(?:x\d+)?(?:\.\d+)?b|opus|sonnet|haiku|pro|flash|mini|nano|scout|maverick)\)|–(?P<dash>\d+(?:\.\d+)?b)(?![\w-])", re.I)


class NameFinder:
    """Finds names by one regular expression built from the families and the words that the reference uses."""

    def __init__(
        self, name_keys: Mapping[str, str], snapshot_keys: Mapping[str, tuple[str, str]], display: Mapping[str, str],
        members: Mapping[str, tuple[str, ...]], sized_keys: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.name_keys, self.members, self.sized_keys = name_keys, members, sized_keys or {}
        self.snapshot_keys, self.display = snapshot_keys, display
        keys = [(frozenset(key.split()), model) for key, model in name_keys.items()]
        self.parts_of = lru_cache(4096)(lambda written: tuple(names.parts(written)))
        self._target = lru_cache(4096)(lambda parts, written: replace(self.target(parts, written), written=name_shapes.tidy(written)))
        self._containing = lru_cache(1024)(lambda wanted: tuple(sorted({model for key, model in keys if wanted <= key})))
        words = tier_words(name_keys)
        self._heads = {*FAMILIES, *head_words(display.values()), "gpt", "code"}
        capitals = {word.split(" ")[0] for word in display.values() if word[:1].isupper() and len(word) > 2}
        self.heads = re.compile(rf"(?=[A-Zo])(?<![(/@.-])(?P<name>(?:{any_of(capitals)})(?![a-z])|(?<![A-Za-z])o[134](?:-mini|-pro)?(?![\w.]))")
        heads = any_of({*FAMILIES, *head_words(display.values())})
        tiers = any_of(words)
        inner = "".join(f"{before}[ _-]{head}|" for before, head in inner_heads(display.values()))
        part = rf"(?:{_DATE_ID}|{_SIZE}|{_DISTILLED}|{_VERSION}|(?:{inner}{tiers}|code[\s-]fast)(?![a-z])|\+)"
        glued = any_of(word for word in words if len(word) > 2)
        tail = rf"(?:{_SEP}{part}(?:(?![a-z0-9]|\.\d)|(?=(?:{glued})(?![a-z]))))"
        o_series = r"o[1345](?:[\s-](?:mini|preview|pro|high|low|medium|deep[\s-]research)(?![a-z])){0,2}(?:-(?:20\d\d-\d\d-\d\d|[01]\d[0-3]\d))?(?![\w.]*\w)"
        command = r"command[\s-](?:r7b|(?-i:[AR])|(?<=-)[ar])(?:[\s-]?plus|\+)?(?:[\s-](?:reasoning|vision|translate))?(?:-\d\d-20\d\d)?(?![\w+])"
        embedding = r"text-embedding-(?:3-(?:small|large)|ada-002)"
        unknown = (
            rf"(?-i:[A-Z][A-Za-z]{{2,14}})(?:[\s-]\d{{1,3}}(?:\.\d)?[\s-](?-i:{'|'.join(STRICT_TIERS)})(?![A-Za-z])|[\s-]\d{{1,3}}(?:\.\d)?(?-i:B)(?![A-Za-z]))"
        )
        grammar = rf"(?:code\s?)?(?:{heads})(?![a-z]){tail}{{0,6}}|(?:ChatGPT[\s-])?{o_series}"
        odd = odd_names((name for model, name in display.items() if model not in members or re.search(r"\d", name)), self._heads, words)
        self._full = re.compile(rf"(?:(?<![\w@.-])|(?<=\bmeta-))(?:{embedding}|{command}|{odd}{grammar}|(?P<unknown>{unknown}))", re.I)
        firsts = {re.split(r"[ -]", name.lower())[0] for name in display.values()}
        self._starts = re.compile(rf"(?<!\w)(?:{any_of({*FAMILIES, *head_words(display.values()), 'code', 'text-embedding', *firsts})}|o[1345])")
        self._more = re.compile(rf"\s?(?:/|,\s?(?:and\s|or\s)?|\sand\s|\sor\s|\s?&\s?)\s?(?P<new>{part}(?![a-z])(?:{_SEP}{part}(?![a-z])){{0,3}})", re.I)
        partials = "|".join(sorted(PARTIALS, key=len, reverse=True))
        self.short = re.compile(
            rf"(?<![\w/@.$-])(?:(?:\d+\.\d+|[1-9]|4o)[\s-])?(?:4o(?:[\s-]mini)?|[vrkm]\d+(?:\.\d+)*(?:\sthinking(?![a-z]))?|(?:[vr]\s(?:one|two|three|four|five)(?:\spoint\s\w+)?)|"
            rf"(?:{partials}))(?:[\s-](?:(?:\d+(?:\.\d+)?(?![\w%]|\s%|\.\d)|[1-9]b)|(?:{partials}))(?![a-z])){{0,2}}(?![\w])"
        )
        self.tier_family = tier_families(name_keys)

    def find(self, text: str) -> list[Mention]:
        """All full names of a text, with the ellipses that follow them ("8B, 70B, and 405B"), in order."""
        return self.find_all([text], [fold(text)])[0]

    def find_all(self, texts: Sequence[str], folded: Sequence[str]) -> list[list[Mention]]:
        """As `find` for many texts, which come folded too: a name begins where a family does, or a word and a number that may be one."""
        families, strange = Joined(folded).spans(self._starts), Joined(texts).spans(_STRANGE)
        found: list[list[Mention]] = []
        for place, text in enumerate(texts):
            starts = [start for start, _ in (*families.get(place, ()), *strange.get(place, ()))]
            matches = self._names(text, sorted(starts)) if starts else []
            named = self._read(text, matches, name_shapes.products(text, folded[place])) if matches else []
            found.append(with_owners(text, named, self.target) if "/" in text else named)
        return found

    def _read(self, text: str, matches: Sequence[re.Match[str]], products: Spans) -> list[Mention]:
        found: list[Mention] = []
        position = 0
        for match in matches:
            start, end = match.start(), name_shapes.trim(text, match.start(), match.end())
            if start < position or products.hold(start):
                continue
            parts = self.parts_of(text[start:end])
            if match["unknown"] and match["unknown"].split()[0].split("-")[0].lower() in NO_NAMES:
                continue
            if not self._plausible(text, start, end, parts):
                continue
            if longer := name_shapes.longer_id(text, start, end):
                position = longer.end()
                found.append(self._id(text, start, position, self.parts_of(text[start:position])))
                continue
            variant = _VARIANT.match(text, end)
            if variant and not match["unknown"]:
                known = self.lookup((*parts, variant[1].lower()))
                written = name_shapes.tidy(text[start : variant.end()])
                target = known or Target(written, parts=(*parts, variant[1].lower()))
                found.append(Mention(start, variant.end(), text[start : variant.end()], replace(target, written=written)))
                position = variant.end()
                continue
            sized = _SIZED.match(text, end)
            size = (sized["in"] or sized["dash"]).lower() if sized and not any(names.kind(p) == "size" for p in parts) else None
            if sized and size and (sized["dash"] or self.lookup((*parts, size))):
                end, parts = sized.end(), (*parts, size)
            mention = self._mention(text, start, end, parts)
            found.append(mention)
            position = end
            for more in self._ellipses(text, mention):
                found.append(more)
                position = more.end
        return found

    def _id(self, text: str, start: int, end: int, parts: tuple[str, ...]) -> Mention:
        """An id of an API with words that no model of the reference has ("gpt-4o-search-preview"): an unknown model, never its stem."""
        written = text[start:end]
        return Mention(start, end, written, replace(self.lookup(parts) or Target(written, parts=parts), written=written))

    def _names(self, text: str, starts: Sequence[int]) -> list[re.Match[str]]:
        """All matches of a full name that begin at one of the places."""
        found, end = list[re.Match[str]](), 0
        for start in starts:
            # a stroke before a name makes it a path or an address, but for one between two names ("GPT-4/Claude 3.5"), or behind a maker ("openai/gpt-4")
            path = text[start - 1 : start] == "/" and (start - 1 != end or (text[start].islower() and not text[start + 1 : start + 2].isdigit()))
            match = self._full.match(text, start) if start >= end and (not path or owner_start(text, start) is not None) else None
            if match:
                found.append(match)
                end = match.end()
        return found

    def is_strange(self, target: Target) -> bool:
        """Whether a name is of a family that neither the grammar nor the reference knows."""
        return not (target.id or target.family or not target.parts or target.parts[0] in self._heads or re.match(r"o\d|text", target.parts[0]))

    def _plausible(self, text: str, start: int, end: int, parts: tuple[str, ...]) -> bool:
        head, words = parts[0] if parts else "", text[start:end]
        if len(parts) == 1 and head in COMPANY_FAMILIES:
            return words[0].isupper() and (head in {"deepseek", "kimi", "qwen", "palm", "falcon", "mistral"} or name_shapes.is_line(text, end, head))
        if head in CAPITAL_FAMILIES:
            return words[0].isupper() or "-" in words
        return not (words[0] == "O" and re.fullmatch(r"o\d", head) and not re.search(r"OpenAI|\bO[1345]\b", text))

    def _mention(self, text: str, start: int, end: int, parts: tuple[str, ...]) -> Mention:
        possessive = text[end : end + 2] in {"'s", "’s"} or (text[end : end + 1] in {"'", "’"} and text[end - 1] == "s")
        return Mention(start, end, text[start:end], self._target(parts, text[start:end]), possessive)

    def target(self, parts: tuple[str, ...], written: str) -> Target:
        """The model with exactly these parts, or an unknown model, or a family when no version is given."""
        known = self.lookup(parts) or self._known(self.sized_keys.get(names.key_of(parts)))  # a size alone is no name
        kinds = {names.kind(part) for part in parts}
        kept = tuple(p for p in parts if p not in names.VENDOR_WORDS)
        if known is not None:
            if known.id in self.members:
                return replace(known, family=True, parts=kept, candidates=self.members.get(known.id or "", ()))
            if kinds == {"word"} and len(self.containing(kept)) > 1:
                return Target(name_shapes.tidy(written), candidates=self.containing(kept), parts=kept, family=True)
            return known
        if kinds == {"word"}:
            candidates = self.containing(kept)
            return Target(name_shapes.tidy(written), candidates=candidates, parts=kept, family=True)
        candidates = self.containing(kept) if "size" not in kinds else ()
        return Target(name_shapes.spaced(name_shapes.tidy(written)), candidates=candidates, parts=kept, family=bool(candidates))

    def lookup(self, parts: Iterable[str]) -> Target | None:
        """The reference's model for these parts (efforts like "high" dropped for reasoning models), else None."""
        parts = tuple(parts)
        efforts = {"high", "low", "medium", "reasoning"} if parts[:1] != ("command",) and parts[:2] != ("gpt", "2") else frozenset()
        plain = (parts, tuple(p for p in parts if p not in efforts), tuple(p for p in parts if p != "preview"))
        for candidate in (*plain, *name_shapes.first_of_version(parts)):
            key = names.key_of(candidate)
            if key in self.snapshot_keys:
                model, snapshot = self.snapshot_keys[key]
                return Target(self.display[model], model, snapshot, parts=candidate)
            known = self._known(self.name_keys.get(key))
            if known is not None and not name_shapes.bare_family(parts, known.parts):
                return known
        return None

    def _known(self, model: str | None) -> Target | None:
        return Target(self.display[model], model, parts=tuple(names.parts(self.display[model]))) if model else None

    def containing(self, parts: Iterable[str]) -> tuple[str, ...]:
        """Ids of all models whose key holds all of these parts, sorted."""
        return self._containing(frozenset(parts))

    def _ellipses(self, text: str, first: Mention) -> list[Mention]:
        """ "Claude 3 Opus/Sonnet/Haiku", "8B, 70B, and 405B": the parts that change, put into the name before."""
        found: list[Mention] = []
        base, position = list(self.parts_of(first.text)), first.end
        while text[position : position + 3].lstrip()[:1] in _JOINTS and (match := self._more.match(text, position)):
            new = names.parts(match["new"])
            start, end = match.span("new")
            if names.kind(new[0]) == "version" and not name_shapes.version_follows(text, position, start, end, new):
                break
            combined = name_shapes.combine(base, new)
            target = self.lookup(combined) if combined else None
            if combined is None or target is None:
                break
            if text[start:end].islower() and names.kind(new[0]) == "word" and new[0] in RISKY - {"mini", "nano", "pro", "turbo"}:
                break
            mention = self._mention(text, start, end, tuple(combined))
            found.append(Mention(start, end, mention.text, replace(target, written=name_shapes.tidy(mention.text)), mention.possessive))
            base, position = combined, end
        return found

    def partials(self, text: str, folded: str, spans: Sequence[tuple[int, int]], taken: list[Mention]) -> list[tuple[int, int, tuple[str, ...]]]:
        """(start, end, parts) of those spans of `short` whose words may be short for a model named elsewhere in the article; the text comes folded too."""
        found: list[tuple[int, int, tuple[str, ...]]] = []
        taken_up = Spans((m.start, m.end) for m in taken)
        products = name_shapes.products(text, folded)
        for start, end in spans:
            if taken_up.touch(start, end) or products.touch(start, end):
                continue
            parts = self.parts_of(text[start:end])
            if not parts or not name_shapes.can_be_partial(text, start, end, parts):
                continue
            found.append((start, end, parts))
        return found
