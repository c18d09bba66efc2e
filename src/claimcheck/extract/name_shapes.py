"""Where a name begins and ends, and what may be short for one: words of a text come in, yes, no, or their true end goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.cues import Cue
from claimcheck.extract.name_words import RISKY
from claimcheck.extract.spans import Spans
from claimcheck.reference import names

_BAD_NEXT = re.compile(
    r"['’]?\s?(?:users?|subscri\w+|plans?|tips?|mode\b|code\b|versions? of|plus\b|team\b|enterprise\b"
    r"|store\b|app\b|accounts?)",
    re.I,
)
PRODUCT = Cue(
    r"\b(?:(?:claude|anthropic)\s(?:app|code|pro|max|team|enterprise|artifacts|desktop|cowork"
    r"|design|agent sdk|skills|projects|in chrome|for (?:chrome|excel|work))"
    r"|gemini\s(?:advanced|live|app|code assist|cli|api|nano banana)"
    r"|chatgpt(?:\s(?:plus|pro|team|enterprise|edu|go|free|atlas|agent|users?))?(?!\s?-?(?:\d|o\d))"
    r"|codex\scli|(?:qwen|kimi)\s(?:code|cli)|grok\s(?:imagine|app)|gpt\sstore|gpts\b|github copilot|grok\scode(?!\sfast)"
    r"|llama(?:\.cpp|[\s-]?index|[\s-]server|file)|macbook\s(?:pro|air)|deepseek\s(?:app|api|chat)|le\schat|google ai studio|step\s\d+[:.)]|phase\s\d"
    r"|command\s(?:line|prompt)|command-line)(?![\w])",
)


def products(text: str, folded: str) -> Spans:
    """Where a text, which comes folded too, names apps and tools, which are no models."""
    return Spans(m.span() for m in PRODUCT.each(text, folded)) if PRODUCT.may_match(folded) else Spans(())


PRODUCT_FIRST = re.compile(rf"\W{{0,3}}(?:(?:but|and|the|meanwhile,|today,|introducing|meet|inside)\s)?{PRODUCT.pattern}", re.I)

# What makes a name another model's, and not the family's: "GLM" + "-5V-Turbo", "GLM-5.1" + "-V", "Whisper" + " ASR", "X base" + "-5T".
_OTHER_VERSION = re.compile(
    r"(?<=\d)-(?!IT|HF|PT|AI|US|EU|Q|K|M|B)[A-Z]{1,2}(?![\w-])"
    r"|[-\s]?\d+(?:\.\d+)*(?![BKMTXx])[A-Z](?![A-Za-z0-9])(?:[-\s](?:Turbo|Pro|Flash|Mini|Lite|Max|Air|Plus)\b)?"
    r"|-(?:Voice|Omni|Vision|Audio|Speech|Coder|Math|Prover|Guard|Embedding|Reranker|Realtime|Translate|Captioner|Image|Video|Live)(?![\w])"
    r"|[-\s](?:(?:TTS|ASR|STT|OCR)(?![A-Za-z])|Diarize\b|Search Preview\b)|-\d+(?:\.\d+)?T(?![\w-])"  # of speech; after so many tokens of training
)

# What makes a name with a number that of a model for something else: "Gemini 2.5 Flash" + " Image", but not "GPT-4o" + " Image Input".
_OTHER_USE = re.compile(
    r"\s(?:(?:Native\s)?Image(?:\s(?:Preview|Generat(?:or|ion)|Gen))?(?!\s(?i:analy|underst|input|capab|recogn|process|support|token|pric|edit|cost|model|and\b|or\b))"
    r"|Native\sAudio|(?:Audio|Vision)\sPreview|TTS|Transcribe|Live\sAPI)(?![\w-])"
)

# The rest of a model's id after the part that is a name: "gpt-4o" + "-search-preview", "grok-2" + "-image-1212", but not "gpt-4o-powered".
API_ID = re.compile(
    r"(?:-(?!(?:powered|based|level|class|like|style|generated|driven|compatible|only|quality|tier|sized|equivalent|family|series|lineup|era|wide|ready)\b)"
    r"(?:[a-z][a-z0-9.]{2,19}|(?<!thinking-)\d{1,3}k)(?<!\.))(?:-(?:[a-z][a-z0-9.]{2,19}|\d{3,8})(?<!\.)){0,4}(?![\w/-])"
)


def longer_id(text: str, start: int, end: int) -> re.Match[str] | None:
    """What goes on after a name and makes it that of another model: the rest of an id, a version, or another use; None where the name is whole."""
    written = text[start:end]
    if written.islower() and " " not in written:
        return API_ID.match(text, end)
    return _OTHER_VERSION.match(text, end) or (_OTHER_USE.match(text, end) if re.search(r"\d", written) else None)


# What makes the number at the end of a name one of a quantity instead: "Claude 3 times", "Llama 2 of".
_UNIT_NEXT = re.compile(
    r"(?:[-–]\d{1,3}(?:\.\d)?(?=\s?x\b|\s?%|\stimes\b))?"
    r"\s?(?:x\b|%|times\b|percent|million|billion|tokens?\b|models?\b.{0,12}\bcompared|-?(?:k|K)\b|of\b|months|years|days)"
)


_OF_ANOTHER = re.compile(r"[-‑](?:Zero|Distill|Voice|Coder|VL|OCR)\b")  # "R1-Zero": another model than R1
_OF_CLASS = re.compile(r"[-‑–]?\s?(?:class|tier|level|grade|sized)\b", re.I)  # "the first Opus-class model" is any that is like Opus

_VARIANT_NEXT = re.compile(r"\s(?:variant|sibling|counterpart)\b")  # "the pro variant costs $30"

_SORT_NEXT = re.compile(r"[\s-](?:language|vision|reasoning|multi-?modal|action|scale|context)\b", re.I)  # "a Large Language Model"
_PROPER = frozenset({"fable", "mythos", "sol", "terra", "luna"})  # plain words in small letters


def can_be_partial(text: str, start: int, end: int, parts: tuple[str, ...]) -> bool:
    """Whether words may be short for a model: tier words that are also plain words must look like names."""
    words = text[start:end]
    if not words[0].isupper() and any(p in _PROPER for p in parts):
        return False
    if _OF_CLASS.match(text, end) or _OF_ANOTHER.match(text, end) or (words.lower() in {"large", "small", "medium"} and _SORT_NEXT.match(text, end)):
        return False
    if all(p in RISKY for p in parts) or parts[0] == "mini":
        before = text[max(0, start - 12) : start].lower()
        determined = re.search(r"\b(?:the|its|and|than|vs\.?|versus|while|whereas|both)\s$", before) is not None
        if not words[0].isupper() and not (determined and (parts[0] in {"mini", "nano", "turbo"} or _VARIANT_NEXT.match(text, end))):
            return False
        if _BAD_NEXT.match(text, end) or re.search(r"(?:macbook|chatgpt|iphone|google)\s$", before):
            return False
        if parts[0] in {"pro", "plus", "max"} and re.match(r"[s']|\s?[:/]|\s(?:and|con|out|inp|tok|len|resp|compl)", text[end : end + 60], re.I):
            return False
    if len(parts) == 1 and names.kind(parts[0]) == "version" and parts[0] != "4o":
        return words[0].isupper()
    return True


def version_follows(text: str, position: int, start: int, end: int, new: list[str]) -> bool:
    """A lone version continues a list only after a slash, or as "4.1" after "and"/comma when a tier follows."""
    joiner = text[position:start].strip()
    if re.match(r"\s?(?:%|x\b|k\b|tokens?|million|billion|percent|points|models? )", text[end : end + 60], re.I):
        return False
    return joiner == "/" or len(new) > 1 or ("." in new[0] and joiner in {"and", "or", "&"}) or new[0] in {"4o"} or not new[0][0].isdigit()


def combine(base: Sequence[str], new: Sequence[str]) -> list[str] | None:
    """Put new parts into a name in place of the parts of the same kind; None when nothing can be replaced."""
    kinds = {names.kind(part) for part in new}
    combined = [part for index, part in enumerate(base) if index == 0 or names.kind(part) not in kinds]
    if "version" in kinds:
        combined = [part for part in combined if names.kind(part) != "size"]
        if names.kind(base[0]) == "version":
            combined = combined[1:]
    return [*combined, *new]


def first_of_version(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """ "Gemini 2 Flash" with its version written out, "Gemini 2.0 Flash": where no model is named plainly so, that one is meant."""
    for index, part in enumerate(parts[1:], 1):
        if part[0] == "v" and "." in part:
            yield (*parts[:index], part[1:], *parts[index + 1 :])
        if len(part) == 1 and part.isdigit():
            yield (*parts[:index], f"{part}.0", *parts[index + 1 :])


def bare_family(parts: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a family's name alone only looks like a model's, whose "chat" or "instruct" no key holds: "DeepSeek" is not "deepseek-chat"."""
    return len(parts) == 1 < len(whole) and parts[0] == whole[0] and names.VENDOR_WORDS.issuperset(whole[1:])


_OWNED = re.compile(r"['’]s\s\d{1,3}(?:\.\d{1,3})?")  # "Claude's 9.5" is a value of Claude's


_LAST_NUMBER = re.compile(r"[\s-](\d+(?:\.\d+)?)$")
_LAST_WORD = re.compile(r"[\s](two|three|four|five|six|seven|eight|nine)$", re.I)


_TOPIC = re.compile(r"\s(deep|code|math|chat)$", re.I)
_TITLE_GOES_ON = {
    "deep": re.compile(r"(?![\s-](?:think|research))", re.I),
    "code": re.compile(r"\s(?!Fast|Preview|Model)[A-Z][a-z]"),
    "math": re.compile(r"\s(?!Instruct|Model|RM)[A-Z][a-z]"),
    "chat": re.compile(r"\s(?!Latest|Model|Preview)[A-Z][a-z]"),
}  # what follows a word that is no part of a name, where the name stands in a title


def trim(text: str, start: int, end: int) -> int:
    """A name does not end in a separator, and a version at its end does not run into a unit ("Claude 3 times")."""
    while end > start and text[end - 1] in " -_\u00a0":
        end -= 1
    while (last := _LAST_NUMBER.search(text[start:end])) and _UNIT_NEXT.match(text, end):
        end = start + last.start()
    word = _LAST_WORD.search(text[start:end])
    if word and re.match(r"\s(?:models?|variants?|versions?|times|of|different|new)\b", text[end : end + 60], re.I):
        end = start + word.start()
    topic = _TOPIC.search(text, max(start, end - 6), end)
    if topic and _TITLE_GOES_ON[topic[1].lower()].match(text, end):
        end = topic.start()  # "DeepSeek V3 Deep Dive", "GPT-4o Code Review"
    if text[end - 6 : end].lower() == " large" and re.match(r"\slanguage\b", text[end : end + 10], re.I):
        end -= 6  # "Claude 3 large language models"
    owned = _OWNED.search(text, start, end)
    if owned and owned.end() == end:
        return owned.start()
    return end - 2 if text[end - 2 : end] in {"'s", "’s"} else end


def spaced(name: str) -> str:
    """ "Llama3 400B" as its maker writes the family, "Llama 3 400B"."""
    return re.sub(r"^Llama(?=\d)", "Llama ", name, flags=re.I)


def tidy(written: str) -> str:
    """A name on one line, with single spaces."""
    return re.sub(r"\s+", " ", written).strip()


_LINE_HEADS = frozenset({"yi", "phi", "granite", "alpaca", "bloom", "aya", "solar", "nova", "titan", "reka"})
_LINE = re.compile(
    r"\s(?:series|family|models?|LLMs?)\b|\s(?:is|was)\s(?:an?|another|the)\s(?:[\w-]{1,20}\s){0,5}?(?:language\smodel|LLM|chatbot|model|family|series)\b"
    r"|\s\((?:01\.AI|Microsoft|IBM|Stanford|BigScience|Cohere|Upstage|Amazon|Reka)\b", re.I
)


def is_line(text: str, end: int, head: str) -> bool:
    """Whether a plain word that some family is called by is a family's name here: "the Yi series", "Phi (Microsoft)"."""
    return head in _LINE_HEADS and _LINE.match(text, end) is not None
