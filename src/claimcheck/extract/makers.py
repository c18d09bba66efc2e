"""The names of those who make models: a text comes in, the vendors named in it go out."""

from __future__ import annotations

from claimcheck.extract.cues import Cue
from claimcheck.extract.values import Target

VENDORS: tuple[tuple[str, str], ...] = (
    ("OpenAI", r"OpenAI|Open AI|Openai"), ("Anthropic", r"Anthropic"), ("Google", r"Google(?:\s(?:DeepMind|Deepmind|Research|Brain))?|Deep[Mm]ind"),
    ("Meta", r"Meta(?:\s(?:AI|Platforms(?:,?\sInc\b\.?)?))?|Facebook"), ("xAI", r"xAI|XAI|Elon Musk['’]s (?:team|xAI|company|AI company)"),
    ("Mistral AI", r"Mistral(?:\sAI)?"), ("DeepSeek", r"DeepSeek(?:[\s-]AI)?"), ("Alibaba", r"Alibaba(?:\s(?:Cloud|Group))?"),
    ("Microsoft", r"Microsoft(?:\sResearch)?"), ("Amazon", r"Amazon(?:\sWeb\sServices(?:\s\(AWS\))?)?|AWS"),
    ("Cohere", r"Cohere"), ("NVIDIA", r"NVIDIA|Nvidia"),
    ("Moonshot AI", r"Moonshot(?:\sAI)?"), ("MiniMax", r"MiniMax"), ("Zhipu AI", r"Zhipu(?:\sAI)?|Z\.(?:ai|AI)"), ("ByteDance", r"ByteDance"),
    ("Tencent", r"Tencent"), ("Baidu", r"Baidu"), ("AI21 Labs", r"AI21(?:\sLabs)?"), ("IBM", r"IBM"), ("Databricks", r"Databricks"), ("Xiaomi", r"Xiaomi"),
    ("Technology Innovation Institute", r"Technology Innovation Institute|TII"), ("01.AI", r"01\.AI"), ("Stability AI", r"Stability AI"), ("Apple", r"Apple"),
    ("StepFun", r"StepFun"), ("AI2", r"Allen Institute for AI|AI2"), ("LG AI Research", r"LG AI Research"), ("Huawei", r"Huawei"),
    ("EleutherAI", r"EleutherAI"), ("BigScience", r"BigScience"), ("Arcee AI", r"Arcee(?:[\s.]AI)?"), ("Ant Group", r"Ant Group"), ("Meituan", r"Meituan"),
    ("Salesforce", r"Salesforce"), ("Snowflake", r"Snowflake"), ("Liquid AI", r"Liquid AI"), ("Reka", r"Reka AI"), ("Upstage", r"Upstage"),
    ("MosaicML", r"MosaicML"), ("BigCode", r"BigCode"), ("LMSYS", r"LMSYS(?:\s[Oo]rg)?(?!\s(?:[Cc]hatbot|[Aa]rena|[Ll]eader))"),
    ("Stanford", r"Stanford(?:\sUniversity)?"),
    ("Nous Research", r"Nous Research"), ("Inflection AI", r"Inflection AI"), ("Aleph Alpha", r"Aleph Alpha"), ("SenseTime", r"SenseTime"),
    ("World Labs", r"World Labs"), ("Black Forest Labs", r"Black Forest Labs"), ("Thinking Machines", r"Thinking Machines(?:\sLab)?"), ("BAAI", r"BAAI"),
    ("Sakana AI", r"Sakana AI"), ("Shanghai AI Lab", r"Shanghai AI Lab(?:oratory)?"), ("Sarvam AI", r"Sarvam AI"), ("Prime Intellect", r"Prime Intellect"),
)  # fmt: skip
_OPENING, _BEFORE = 40, 4  # characters
CLOUDS = frozenset({"Microsoft", "Amazon", "AWS", "Databricks", "Snowflake", "Alibaba Cloud", "Salesforce", "NVIDIA", "Nvidia", "IBM"})
_PRODUCTS = (  # what a vendor sells beside models, and what models run on: "NVIDIA GPUs", "AWS Bedrock"
    r"Bedrock|SageMaker|Azure|Foundry|Vertex|AI Studio|Search|Sheets?|Docs|Drive|Maps|Workspace|Colab|Photos|Play|Translate|Assistant|Lens|Scholar|Trends"
    r"|365|Copilot|Teams|Office|Excel|Bing|Edge|Windows|GPUs?|H\d{2,3}s?|chips?|hardware|accelerators?|Codex|Playground|APIs?|SDKs?|Analytics|stock|shares?"
)
_SELDOM = frozenset({"LMSYS", "Stanford"})  # who mostly test models
MINOR = frozenset(  # who tune and test the models of others too, so that none of those is said to be theirs
    {*_SELDOM, "MosaicML", "BigCode", "Nous Research", "Inflection AI", "Aleph Alpha", "SenseTime", "World Labs", "Black Forest Labs", "Thinking Machines",
     "BAAI", "Sakana AI", "Shanghai AI Lab", "Sarvam AI", "Prime Intellect"}
)  # fmt: skip
VENDOR = Cue(
    r"\b(?<![.-])(?=[A-Zx0])(?:" + "|".join(f"(?P<v{i}>{p})" for i, (_, p) in enumerate(VENDORS))
    + rf")(?!(?!s\s(?:\w+\s)?(?-i:[A-Zo]))[\w-]|\s(?:{_PRODUCTS})\b)", exact=True
)


def vendors(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """(canonical vendor, start, end) of the vendors named."""
    return [(VENDORS[int((m.lastgroup or "v0")[1:])][0], m.start(), m.end()) for m in VENDOR.finditer(text, start, end)]


def first_maker(text: str) -> str | None:
    """The vendor with which a short text begins ("**OpenAI cost per call:**"), None for clouds, which serve everybody's models."""
    found = vendors(text, 0, min(len(text), _OPENING))
    return found[0][0] if found and found[0][1] <= _BEFORE and found[0][0] not in CLOUDS else None


def vendor_slug(vendor: str) -> str:
    """How the ids of a vendor's models begin."""
    return "tii" if vendor == "Technology Innovation Institute" else vendor.lower().split(" ")[0].split(".")[0]


def means_another(vendor: str, subject: Target) -> bool:
    """Whether a model is known to be another's than this vendor's: "OpenAI's flagship model brings …" after it means one of OpenAI's own."""
    return subject.id is not None and not subject.id.startswith(vendor_slug(vendor))


def fitting(vendor: str, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """The models of which a vendor may be said to be the maker: one of the `MINOR` has made none that we know."""
    if vendor not in MINOR:
        return targets
    return tuple(target for target in targets if not means_another(vendor, target) and (target.id or vendor not in _SELDOM))
