"""Model names in a text: a view text and the name table come in, mentions with what they stand for go out.

A full name starts with a family ("GPT", "Claude", "Llama", "o3"); what follows is read by grammar (version, tier, size,
date), so a name that the reference lacks is read whole and stays unknown. Partial names ("Sonnet", "the mini", "4o") and
families alone ("Claude") are found here and resolved later, over the whole article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimcheck.extract.values import Mention, Target
from claimcheck.reference import names

FAMILIES = (
    "gpt chatgpt claude gemini gemma palm llama codellama mistral mixtral ministral codestral pixtral magistral devstral grok deepseek "
    "qwen qwq phi nova titan glm kimi minimax yi falcon dbrx jamba ernie hunyuan doubao seed nemotron olmo granite sonar reka "
    "command bloom vicuna alpaca stablelm mpt smollm internlm baichuan mimo longcat step exaone solar lfm aya"
).split()
COMPANY_FAMILIES = frozenset({"deepseek", "mistral", "minimax", "seed", "command", "step", "nova", "titan", "reka", "solar", "bloom", "falcon",
                              "yi", "phi", "sonar", "granite", "alpaca", "aya", "chatgpt", "palm", "gpt", "kimi", "qwen"})  # fmt: skip
COMMON_TIERS = (
    "mini nano turbo pro preview omni oss instruct vision codex thinking audio realtime haiku sonnet opus instant ultra flash lite "
    "deep think large medium small nemo tiny coder math plus max air scout maverick behemoth base chat vl next exp speciale fast code "
    "reasoner moe guard premier micro express canvas multi it prover lightning high embedding mega giga hyper super omega prime elite xl pico"
).split()
_RISKY = frozenset("pro flash plus max large small medium base chat lite code fast air next deep think math vision audio high it ultra "
                   "instant multi super prime elite xl omega guard micro express canvas premier moe exp preview large instruct step thinking coder embedding realtime "
                   "turbo nano tiny lightning codex omni oss".split())  # fmt: skip
_SEP = r"(?:[\s_-]{1,2}|['’]s\s(?=\d\.\d)|\s?)"
_VERSION = (
    r"(?:[vrkm][\s-]?\d+(?:\.\d+)*|v?\d+(?:\.\d+)*o?|(?:[vrm]\s)?(?:two|three|four|five|six|seven|eight|nine)(?:\spoint\s(?:zero|one|two|three|four|five|six|"
    r"seven|eight|nine))?|[vr]\s?one)"
)
_SIZE = r"(?:\d+x\d+(?:\.\d+)?b|\d+(?:\.\d+)?[bm](?=[^a-z]|$)|[ae]\d+(?:\.\d+)?b)"
_DATE_ID = r"(?:20\d\d-?[01]\d-?[0-3]\d|0[1-9][0-3]\d|1[0-2][0-3]\d|[01]\d-20\d\d)"
_BAD_NEXT = re.compile(r"['’]?\s?(?:users?|subscri\w+|plans?|tips?|mode\b|code\b|versions? of|plus\b|team\b|enterprise\b|store\b|app\b|accounts?)", re.I)
_PRODUCT = re.compile(
    r"\b(?:claude\s(?:code|pro|max|team|enterprise|artifacts|desktop|cowork)|gemini\s(?:advanced|live|app|code assist|cli|api|nano banana)"
    r"|chatgpt(?:\s(?:plus|pro|team|enterprise|edu|go|free|atlas|agent|users?))?(?!\s?-?(?:\d|o\d))|gpt\sstore|gpts\b|github copilot|grok\scode(?!\sfast)"
    r"|macbook\s(?:pro|air)|deepseek\s(?:app|api|chat)|google ai studio|step\s\d+[:.)]|phase\s\d|command\s(?:line|prompt)|command-line)(?![\w])",
    re.I,
)


_VARIANT = re.compile(r"\s\((fast|turbo|lite)\)", re.I)
_SIZED = re.compile(r"\s?\((\d+(?:x\d+)?(?:\.\d+)?b)\)", re.I)


class NameFinder:
    """Finds names by one regular expression built from the families and the words that the reference uses."""

    def __init__(
        self, name_keys: Mapping[str, str], snapshot_keys: Mapping[str, tuple[str, str]], display: Mapping[str, str], members: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.name_keys, self.members = name_keys, members
        self.snapshot_keys = snapshot_keys
        self.display = display
        words = _tier_words(name_keys)
        self._heads = {*FAMILIES, *_head_words(display.values()), "gpt", "code"}
        heads = "|".join(sorted({*FAMILIES, *_head_words(display.values())}, key=len, reverse=True))
        tiers = "|".join(sorted(words, key=len, reverse=True))
        part = rf"(?:{_DATE_ID}|{_SIZE}|{_VERSION}|(?:{tiers})(?![a-z])|\+)"
        glued = "|".join(w for w in sorted(words, key=len, reverse=True) if len(w) > 2)
        tail = rf"(?:{_SEP}{part}(?:(?![a-z0-9])|(?=(?:{glued})(?![a-z]))))"
        vendor = r"(?:(?:OpenAI|Anthropic|Google(?:\sDeepMind)?|Meta(?:\sAI)?|xAI|Alibaba|Microsoft|Amazon|Mistral(?:\sAI)?|Cohere)(?:['’]s)?\s)?"
        o_series = r"o[1345](?:[\s-](?:mini|preview|pro|high|low|medium)(?![a-z])){0,2}(?:-20\d\d-\d\d-\d\d)?(?![\w.]*\w)"
        embedding = r"text-embedding-(?:3-(?:small|large)|ada-002)"
        unknown = rf"(?-i:[A-Z][A-Za-z]{{2,14}})(?:[\s-]\d{{1,3}}(?:\.\d)?[\s-](?-i:{'|'.join(_STRICT_TIERS)})(?![A-Za-z])|[\s-]\d{{1,3}}(?:\.\d)?(?-i:B)(?![A-Za-z]))"
        self._full = re.compile(rf"(?<![\w/@.-])(?:{embedding}|(?:code\s?)?(?:{heads})(?![a-z]){tail}{{0,6}}|(?:ChatGPT[\s-])?{o_series}|(?P<unknown>{unknown}))", re.I)
        self._more = re.compile(rf"\s?(?:/|,\s?(?:and\s|or\s)?|\sand\s|\sor\s|\s?&\s?)\s?(?P<new>{part}(?![a-z])(?:{_SEP}{part}(?![a-z])){{0,3}})", re.I)
        partials = "|".join(sorted(_PARTIALS, key=len, reverse=True))
        self._partial = re.compile(
            rf"(?<![\w/@.$-])(?:(?:\d+\.\d+|[1-9]|4o)[\s-])?(?:4o(?:[\s-]mini)?|[VRKM]\d+(?:\.\d+)*|(?:[VR]\s(?:one|two|three|four|five)(?:\spoint\s\w+)?)|"
            rf"(?:{partials}))(?:[\s-](?:(?:\d+(?:\.\d+)?(?![\w%])|[1-9]b)|(?:{partials}))(?![a-z])){{0,2}}(?![\w])",
            re.I,
        )
        self._vendor = re.compile(vendor)
        self.tier_family = _tier_families(name_keys)

    def find(self, text: str) -> list[Mention]:
        """All full names, with the ellipses that follow them ("8B, 70B, and 405B"), in order."""
        found: list[Mention] = []
        position = 0
        products = [m.span() for m in _PRODUCT.finditer(text)]
        for match in self._full.finditer(text):
            start, end = match.start(), _trim(text, match.start(), match.end())
            if start < position or any(s <= start < e for s, e in products):
                continue
            parts = tuple(names.parts(text[start:end]))
            if match["unknown"] and match["unknown"].split()[0].split("-")[0].lower() in _NO_NAMES:
                continue
            if not self._plausible(text, start, end, parts):
                continue
            variant = _VARIANT.match(text, end)
            if variant and not match["unknown"]:
                known = self.lookup((*parts, variant[1].lower()))
                written = _tidy(text[start : variant.end()])
                target = known or Target(written, parts=(*parts, variant[1].lower()), written=written)
                found.append(Mention(start, variant.end(), text[start : variant.end()], replace(target, written=written)))
                position = variant.end()
                continue
            sized = _SIZED.match(text, end)
            if sized and not any(names.kind(p) == "size" for p in parts) and self.lookup((*parts, sized[1].lower())):
                end = sized.end()
                parts = (*parts, sized[1].lower())
            mention = self._mention(text, start, end, parts)
            found.append(mention)
            position = end
            for more in self._ellipses(text, mention):
                found.append(more)
                position = more.end
        return found

    def is_strange(self, target: Target) -> bool:
        """Whether a name is of a family that neither the grammar nor the reference knows."""
        return target.id is None and not target.family and bool(target.parts) and target.parts[0] not in self._heads and not re.match(r"o\d|text", target.parts[0])

    def _plausible(self, text: str, start: int, end: int, parts: tuple[str, ...]) -> bool:
        head = parts[0] if parts else ""
        words = text[start:end]
        if len(parts) == 1 and head in COMPANY_FAMILIES | {"step", "command"}:
            return head in {"deepseek", "kimi", "qwen", "palm", "falcon", "mistral"} and words[0].isupper()
        if head in {"seed", "step", "command", "nova", "titan", "solar", "yi", "sonar", "granite", "bloom", "falcon", "phi", "reka", "aya"}:
            return words[0].isupper() or "-" in words
        if re.fullmatch(r"o\d", head) and words[0] == "O" and not re.search(r"OpenAI|\bO[1345]\b", text):
            return False
        return True

    def _mention(self, text: str, start: int, end: int, parts: tuple[str, ...]) -> Mention:
        possessive = text[end : end + 2] in {"'s", "’s"} or text[end : end + 1] in {"'", "’"} and text[end - 1] == "s"
        return Mention(start, end, text[start:end], replace(self.target(parts, text[start:end]), written=_tidy(text[start:end])), possessive)

    def target(self, parts: tuple[str, ...], written: str) -> Target:
        """The model with exactly these parts, or an unknown model, or a family when no version is given."""
        known = self.lookup(parts)
        kinds = {names.kind(part) for part in parts}
        kept = tuple(p for p in parts if p not in names.VENDOR_WORDS)
        if known is not None:
            if known.id in self.members:
                return replace(known, family=True, parts=kept, candidates=self.members.get(known.id or "", ()))
            if kinds == {"word"} and len(self.containing(kept)) > 1:
                return Target(_tidy(written), candidates=self.containing(kept), parts=kept, family=True)
            return known
        if kinds == {"word"}:
            candidates = self.containing(kept)
            return Target(_tidy(written), candidates=candidates, parts=kept, family=True)
        candidates = self.containing(kept) if "size" not in kinds else ()
        return Target(_tidy(written), candidates=candidates, parts=kept, family=bool(candidates))

    def lookup(self, parts: Iterable[str]) -> Target | None:
        """The reference's model for these parts (efforts like "high" dropped for reasoning models), else None."""
        parts = tuple(parts)
        for candidate in (parts, tuple(p for p in parts if p not in {"high", "low", "medium", "reasoning"}), tuple(p for p in parts if p != "preview")):
            key = names.key_of(candidate)
            if key in self.snapshot_keys:
                model, snapshot = self.snapshot_keys[key]
                return Target(self.display[model], model, snapshot, parts=candidate)
            if key in self.name_keys:
                model = self.name_keys[key]
                return Target(self.display[model], model, parts=tuple(names.parts(self.display[model])))
        return None

    def containing(self, parts: Iterable[str]) -> tuple[str, ...]:
        """Ids of all models whose key holds all of these parts."""
        wanted = set(parts)
        return tuple(sorted({model for key, model in self.name_keys.items() if wanted <= set(key.split())}))

    def _ellipses(self, text: str, first: Mention) -> list[Mention]:
        """ "Claude 3 Opus/Sonnet/Haiku", "8B, 70B, and 405B": the parts that change, put into the name before."""
        found: list[Mention] = []
        base, position = list(first.target.parts or names.parts(first.text)), first.end
        base = names.parts(first.text)
        while match := self._more.match(text, position):
            new = names.parts(match["new"])
            start, end = match.span("new")
            if names.kind(new[0]) == "version" and not _version_follows(text, position, start, end, new):
                break
            combined = _combine(base, new)
            target = self.lookup(combined) if combined else None
            if combined is None or target is None:
                break
            if text[start:end].islower() and names.kind(new[0]) == "word" and new[0] in _RISKY - {"mini", "nano", "pro", "turbo"}:
                break
            mention = self._mention(text, start, end, tuple(combined))
            found.append(Mention(start, end, mention.text, replace(target, written=_tidy(mention.text)), mention.possessive))
            base, position = combined, end
        return found

    def partials(self, text: str, taken: list[Mention]) -> list[tuple[int, int, tuple[str, ...]]]:
        """(start, end, parts) of words that may be short for a model named elsewhere in the article."""
        found = []
        spans = [(m.start, m.end) for m in taken] + [m.span() for m in _PRODUCT.finditer(text)]
        for match in self._partial.finditer(text):
            start, end = match.span()
            if any(s < end and start < e for s, e in spans):
                continue
            parts = tuple(names.parts(match.group()))
            if not parts or not _can_be_partial(text, start, end, parts):
                continue
            found.append((start, end, parts))
        return found


def _can_be_partial(text: str, start: int, end: int, parts: tuple[str, ...]) -> bool:
    words = text[start:end]
    if all(p in _RISKY for p in parts) or parts[0] == "mini":
        before = text[max(0, start - 12) : start].lower()
        determined = re.search(r"\b(?:the|its|and|than|vs\.?|versus|while|whereas|both)\s$", before) is not None
        if not words[0].isupper() and not (parts[0] in {"mini", "nano", "turbo"} and determined):
            return False
        if _BAD_NEXT.match(text, end) or re.search(r"(?:macbook|chatgpt|iphone|google)\s$", before):
            return False
        if parts[0] in {"pro", "plus", "max"} and re.match(r"[s']|\s?[:/]|\s(?:and|con)", text[end:], re.I):
            return False
    if len(parts) == 1 and names.kind(parts[0]) == "version" and parts[0] != "4o":
        return words[0].isupper()
    return True


def _version_follows(text: str, position: int, start: int, end: int, new: list[str]) -> bool:
    """A lone version continues a list only after a slash, or as "4.1" after "and"/comma when a tier follows."""
    joiner = text[position:start].strip()
    if re.match(r"\s?(?:%|x\b|k\b|tokens?|million|billion|percent|points|models? )", text[end:], re.I):
        return False
    return joiner == "/" or len(new) > 1 or ("." in new[0] and joiner in {"and", "or", "&"}) or new[0] in {"4o"} or not new[0][0].isdigit()


def _combine(base: list[str], new: list[str]) -> list[str] | None:
    """Put new parts into a name in place of the parts of the same kind; None when nothing can be replaced."""
    kinds = {names.kind(part) for part in new}
    combined = [part for index, part in enumerate(base) if index == 0 or names.kind(part) not in kinds]
    if "version" in kinds:
        combined = [part for part in combined if names.kind(part) != "size"]
        if names.kind(base[0]) == "version":
            combined = combined[1:]
    return combined + new


def _trim(text: str, start: int, end: int) -> int:
    """A name does not end in a separator, and a version at its end does not run into a unit ("Claude 3 times")."""
    while end > start and text[end - 1] in " -_\u00a0":
        end -= 1
    words = text[start:end]
    last = re.search(r"[\s-](\d+(?:\.\d+)?)$", words)
    if last and re.match(r"\s?(?:x\b|%|times\b|percent|million|billion|tokens?\b|models?\b.{0,12}\bcompared|-?(?:k|K)\b|of\b|months|years|days)", text[end:]):
        end = start + last.start()
    word = re.search(r"[\s](two|three|four|five|six|seven|eight|nine)$", text[start:end], re.I)
    if word and re.match(r"\s(?:models?|variants?|versions?|times|of|different|new)\b", text[end:], re.I):
        end = start + word.start()
    return end - 2 if text[end - 2 : end] in {"'s", "’s"} else end


def _tidy(written: str) -> str:
    return re.sub(r"\s+", " ", written).strip()


_STRICT_TIERS = ("Ultra", "Pro", "Mini", "Nano", "Flash", "Turbo", "Max", "Lite", "Large", "Small", "Swift", "Instruct")
_NO_NAMES = frozenset("the over under about around roughly nearly only just with and for from than has have table figure phase step section chapter part version top january "
                      "february march april may june july august september october november december total active all both its some another each up size iphone galaxy pixel "
                      "windows macbook surface dense larger smaller original base model models parameters parameter released moe open apple at most least less more mini nano turbo flash pro lite ultra scout maverick sonnet opus haiku instruct via series".split())  # fmt: skip
_NO_TIERS = {"point", "series", "family", "beta", "code", "models", "model"}
_PARTIALS = (
    "mini nano turbo pro haiku sonnet opus instant ultra flash lite scout maverick behemoth large small medium nemo max codex fable mythos"
).split()


def _tier_words(name_keys: Mapping[str, str]) -> set[str]:
    heads = {*FAMILIES, "gpt", "text", "embedding"}
    words = set(COMMON_TIERS)
    for key in name_keys:
        words |= {p for p in key.split() if p.isalpha() and len(p) > 2 and p not in heads}
    return words - _NO_TIERS


def _head_words(displays: Iterable[str]) -> set[str]:
    """First words of the reference's names, for families that the fixed list lacks."""
    heads = set()
    for name in displays:
        first = names.parts(name)[:1]
        if first and first[0].isalpha() and len(first[0]) > 2 and first[0] not in {"text", "the", "code", "open", "deep", "next"}:
            heads.add(re.escape(first[0]))
    return heads


def _tier_families(name_keys: Mapping[str, str]) -> dict[str, str]:
    """Tier words that only one family uses: {"opus": "claude"}."""
    owners: dict[str, set[str]] = {}
    for key in name_keys:
        parts = key.split()
        family = next((p for p in parts if p in FAMILIES), None)
        for part in parts:
            if part.isalpha() and part != family and family:
                owners.setdefault(part, set()).add(family)
    return {tier: next(iter(families)) for tier, families in owners.items() if len(families) == 1}
