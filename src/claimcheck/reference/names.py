"""The grammar of model names: a name comes in, its parts (family, version, tier, size, date) and one comparable key go out.

Names are never compared by likeness: "GPT-4o-mini" and "GPT-4o" share most letters and are two models. A name is cut
into parts, spelling differences (case, hyphens, order, a leading vendor) are taken away, and what is left must be equal.
"""

from __future__ import annotations

import re

VENDOR_WORDS = frozenset(
    "openai anthropic google deepmind meta facebook xai alibaba microsoft amazon aws cohere nvidia moonshot zhipu zai "
    "bytedance tencent baidu ibm the new latest model models api base s ai instruct chat it hf fp8".split()
)
NUMBER_WORDS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9",
}  # fmt: skip
FAMILY_WORDS = {"chatgpt": "gpt", "chat-gpt": "gpt", "qvq": "qvq"}

_SIZE = re.compile(r"\d+(?:\.\d+)?[bmt]$|\d+x\d+(?:\.\d+)?b$|[ae]\d+(?:\.\d+)?b$")
_VERSION = re.compile(r"\d+(?:\.\d+)*$|4o$|[vrkmo]\d+(?:\.\d+)*$")
_DATE = re.compile(r"(?:20\d{6}|\d{4})$")
_PART = re.compile(
    r"20\d\d-\d\d-\d\d(?!\d)|\d+x\d+(?:\.\d+)?b(?![a-z])|\d+(?:\.\d+)*(?:[bt]|m|k)(?![a-z0-9])|4o|\d+(?:\.\d+)*"
    r"|[a-z](?=\d)\d+(?:\.\d+)*b?(?![a-z])|[a-z]+(?:\+)?"
)
_FAMILY_CHAT = re.compile(r"(?:[a-z]+/)?([a-z]+)-chat")  # "deepseek-chat" is an id of its own; "Llama 2 Chat" is Llama 2 as tuned
_SPLIT_ID = re.compile(r"(?<![\d.])(\d)-(\d)(?![\d.a-z])")


def parts(name: str) -> list[str]:
    """Lower-case parts of a name in the order written: "Claude 3.5 Sonnet" -> ["claude", "3.5", "sonnet"]."""
    raw = name.lower().replace("’", "'").replace("'s ", " ").replace("‑", "-").replace("z.ai", "zai")
    if (own := _FAMILY_CHAT.fullmatch(raw)) is not None:
        return [own[1], "-chat"]
    raw = _SPLIT_ID.sub(r"\1.\2", raw)
    found: list[str] = []
    for match in _PART.finditer(raw):
        part = match.group()
        if part.endswith("+"):
            found += [part[:-1], "plus"]
        elif part in FAMILY_WORDS:
            found.append(FAMILY_WORDS[part])
        else:
            found.append(part.replace("-", "") if part[:2] == "20" and len(part) == 10 else part)
    return _join(found)


def _join(found: list[str]) -> list[str]:
    """Put together what writing takes apart: "V four" -> v4, "three point two" -> 3.2, "4 o" -> 4o."""
    joined: list[str] = []
    index = 0
    while index < len(found):
        part = NUMBER_WORDS.get(found[index], found[index])
        if found[index + 1 : index + 2] == ["point"] and index + 2 < len(found):
            part = f"{part}.{NUMBER_WORDS.get(found[index + 2], found[index + 2])}"
            index += 2
        if joined and joined[-1] in {"v", "r", "k", "m", "o"} and part[:1].isdigit():
            joined[-1] += part
        elif part == "o" and joined and joined[-1] == "4":
            joined[-1] = "4o"
        else:
            joined.append(part)
        index += 1
    return joined


def kind(part: str) -> str:
    """What a part says: "size" (70b, 8x7b), "date" (20240513, 0613), "version" (3.5, 4o, v3) or "word" (mini, opus)."""
    if _SIZE.match(part):
        return "size"
    if _DATE.match(part):
        return "date"
    return "version" if _VERSION.match(part) else "word"


def key_of(name_parts: list[str] | tuple[str, ...]) -> str:
    """The comparable key of parts: vendor words dropped, order forgotten."""
    kept = [part for part in name_parts if part not in VENDOR_WORDS] or list(name_parts)
    return " ".join(sorted(kept))


def key(name: str) -> str:
    """The comparable key of a name: equal for "Claude 4.5 Sonnet" and "claude-sonnet-4-5", unequal for any other model."""
    return key_of(parts(name))
