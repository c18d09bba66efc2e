"""The words that names are made of: families, tiers, and words that only look like them; the names of the reference come in, its own words go out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping

from claimcheck.reference import names

FAMILIES = (
    *(
        "gpt chatgpt claude gemini gemma palm llama codellama mistral mixtral ministral codestral pixtral magistral devstral grok deepseek "
        "qwen qwq phi nova titan glm kimi minimax yi falcon dbrx jamba ernie hunyuan doubao seed nemotron olmo granite sonar reka "
        "command bloom vicuna alpaca stablelm mpt smollm internlm baichuan mimo longcat step exaone solar lfm aya bert roberta t5 lamda chinchilla gopher "
        "molmo bart starcoder chatglm tinyllama wizardlm wizardcoder wizardmath llava pythia voxtral imagen xlnet galactica instructgpt jurassic whisper sora "
        "veo zephyr starling openllama openelm moondream guanaco dolly orca koala hermes inflection trinity arctic persimmon xgen luminous codegen santacoder "
        "gpt-j gpt-neo flan-t5 flan-ul2 cerebras-gpt gpt4all openassistant redpajama minigpt sdxl midjourney kling genie internvl cogvlm"
    ).split(),
    "stable diffusion",
    "stable lm",
    "nano banana",
    "open assistant",
)
MEDIA_FAMILIES = frozenset("sora veo imagen whisper sdxl midjourney kling diffusion banana".split())  # what they make is in their name
COMPANY_FAMILIES = frozenset(
    (
        "deepseek mistral minimax seed command step nova titan reka solar bloom falcon yi phi sonar granite alpaca aya chatgpt palm gpt kimi qwen "
        "zephyr starling dolly orca hermes inflection trinity arctic persimmon luminous guanaco koala midjourney kling genie snowflake "
        "davinci babbage"
    ).split()
)
CAPITAL_FAMILIES = frozenset(  # words of everyday language too: names only with a capital letter or a hyphen
    "seed step command nova titan solar yi sonar granite bloom falcon phi reka aya whisper sora veo imagen zephyr starling dolly orca koala hermes "
    "inflection trinity arctic persimmon luminous galactica guanaco pythia jurassic midjourney kling genie".split()
)
COMMON_TIERS = (
    "mini nano turbo pro preview omni oss instruct vision codex thinking audio realtime haiku sonnet opus instant ultra flash lite "
    "deep think large medium small nemo tiny coder math plus max air scout maverick behemoth base chat vl next exp speciale fast code "
    "reasoner moe guard premier micro express canvas multi it prover lightning high embedding mega giga hyper super omega prime elite xl xxl pico"
).split()
RISKY = frozenset(
    (
        "pro flash plus max large small medium base chat lite code fast air next deep think math vision audio high it "
        "ultra instant multi super prime elite xl omega guard micro express canvas premier moe exp preview large instruct "
        "step thinking coder embedding realtime turbo nano tiny lightning codex omni oss"
    ).split()
)
STRICT_TIERS = ("Ultra", "Pro", "Mini", "Nano", "Flash", "Turbo", "Max", "Lite", "Large", "Small", "Swift", "Instruct")
NO_NAMES = frozenset(
    (
        "the over under about around roughly nearly only just with and for from than has have table figure phase step "
        "section chapter part version top january february march april may june july august september october november "
        "december total active all both its some another each up size iphone galaxy pixel windows macbook surface dense "
        "larger smaller original base model models parameters parameter released moe open apple at most least less more "
        "mini nano turbo flash pro lite ultra scout maverick sonnet opus haiku instruct via series"
    ).split()
)
_NO_TIERS = {"point", "series", "family", "beta", "code", "models", "model", "open", "llm", "stable", "core", "mid", "light", "davinci", "babbage"}
PARTIALS = (
    "mini nano turbo pro haiku sonnet opus instant ultra flash lite scout maverick behemoth large small medium nemo max codex fable mythos sol terra luna"
).split()


_USUAL = re.compile(r"[vrkmaeo]?\d+(?:\.\d+)*(?:x\d+(?:\.\d+)?)?[bo]?")


def tier_words(name_keys: Mapping[str, str]) -> set[str]:
    """The tier words of the grammar, with those that only the reference's names use."""
    heads = {*FAMILIES, "gpt", "text", "embedding"}
    words = set(COMMON_TIERS)
    for key in name_keys:
        words |= {p for p in key.split() if p.isalpha() and len(p) > 2 and p not in heads}
    return words - _NO_TIERS


def head_words(displays: Iterable[str]) -> set[str]:
    """First words of the reference's names, for families that the fixed list lacks."""
    heads = set()
    for name in displays:
        first = names.parts(name)[:1]
        if first and first[0].isalpha() and len(first[0]) > 2 and first[0] not in {"text", "the", "code", "open", "deep", "next", "stable"}:
            heads.add(re.escape(first[0]))
    return heads


def inner_heads(displays: Iterable[str]) -> list[tuple[str, str]]:
    """Families inside the reference's names, each with the word before it: ("distill", "qwen") of "DeepSeek R1 Distill Qwen 14B"."""
    found = set()
    for name in displays:
        words = names.parts(name)
        found |= {(a, b) for a, b in itertools.pairwise(words) if b in FAMILIES and a.isalpha()}
    return sorted(found)


def odd_names(displays: Iterable[str], heads: set[str], tiers: set[str]) -> str:
    """Alternatives, each with its stroke, for names that the grammar does not read whole ("Gemma 3n E4B", "Grok Beta"): as
    they are written, and in small letters with hyphens."""
    odd = sorted({name for name in displays if _is_odd(name, heads, tiers)}, key=lambda name: (-len(name), name))
    spelled = (rf"(?-i:{re.escape(name).replace(chr(92) + ' ', '[ -]')}|{re.escape(name.lower().replace(' ', '-'))})(?:-[Ii]nstruct)?(?![\w-])" for name in odd)
    return "".join(f"{one}|" for one in spelled)


def _is_odd(name: str, heads: set[str], tiers: set[str]) -> bool:
    """Whether a name has a word that is neither a family at its front nor a tier, version, size or date."""
    first, *rest = re.split(r"[ -]", name.lower().removeprefix("code "))
    family = re.match(r"[a-z]+", first)
    known = family is not None and (family.group() in heads or first[0] == "o" or (first == "text" and "embedding" in rest))
    return not known or any(word not in tiers and word != "embedding" and not _USUAL.fullmatch(word) for word in rest)


def tier_families(name_keys: Mapping[str, str]) -> dict[str, str]:
    """Tier words that only one family uses: {"opus": "claude"}."""
    owners: dict[str, set[str]] = {}
    for key in name_keys:
        parts = key.split()
        family = next((p for p in parts if p in FAMILIES), None)
        for part in parts:
            if part.isalpha() and part != family and family:
                owners.setdefault(part, set()).add(family)
    return {tier: next(iter(families)) for tier, families in owners.items() if len(families) == 1}
