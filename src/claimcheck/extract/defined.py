"""Names that an article itself says are models' ("Dunlin is another open-source language model"): its texts and mentions come in, with theirs goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.cues import Cue, Whole
from claimcheck.extract.makers import VENDOR
from claimcheck.extract.spans import Spans
from claimcheck.extract.values import Mention, Target

_NONE = (  # what is called a model or a chatbot, and is a product, a technique, or nobody's name
    r"(?!(?:It|This|That|These|Those|He|She|We|They|What|Which|Who|There|Here|The|An?|One|Our|Your|My|Its|Their|Each|Every|Another|Such|Unlike|Like|While|And|But|Or|If|When"
    r"|In|On|At|As|For|With|By|LLMs?|SLMs?|GPTs?|AI|NLP|RAG|MoE|MCP|API|ChatGPT|Chatbot|Chat|Copilot|Siri|Alexa|Cortana|Bing|Bard|Perplexity|Poe|Pi|Jasper|Replika"
    r"|Cursor|LangChain|Ollama|Transformers?|Attention|Model|Models|Answer|Question|Yes|No|So|Today|Today's|OpenAI|Meta|Google|Anthropic|Microsoft|Prompt\w*|Fine)\b)"
)
_MANY = 20  # names that one article defines
_DEFINED = Cue(
    r"(?:^|(?<=[.!?]\s)|(?<=\n))[\W\d_]{0,6}" + _NONE + r"(?P<name>(?-i:[A-Z][A-Za-z0-9.+-]{1,24}(?:\s(?:[A-Z][A-Za-z0-9.+-]{0,16}|\d[\d.]*[BM]?)){0,2}))"
    r"(?:\s\([^()]{1,60}\))?\s(?:is|was)\s(?:an?|another|the)\s"
    r"(?:(?!(?:of|for|to|by|with|that|which|than|like)\b)[\w.,-]{1,20}\s){0,6}?"
    r"(?:open[\s-]source\s(?:AI\s)?(?:chatbot|conversational\sagent)|(?:language|foundation|multimodal)\smodel|LLM)"
    r"(?=\s(?:that|which|with|by|from|developed|created|trained|designed|built|released|made|introduced|based|for|capable|in|on|and|family|series)\b|\s?[.,;(]|\s?$)",
)
# "released Marbo-x2, a 7B reasoning model": what stands before the comma is a name only where no plain word looks so
_APPOSED = Cue(
    r"(?<![\w/@.-])" + _NONE + r"(?P<name>(?-i:(?=[A-Za-z.+-]{0,20}(?:\d|[a-z][A-Z]))[A-Z][A-Za-z0-9.+-]{2,24}))"
    r",\s(?:an?|its|their|another)\s(?:(?!(?:of|for|to|by|with|that|which|than|like)\b)[\w.-]{1,20},?\s){0,5}?"
    r"(?:(?:language|foundation|multimodal|reasoning|vision-language|coding|generative)\s(?:AI\s)?model|LLM|LMM|VLM)"
    r"(?=\s(?:that|which|with|by|from|developed|created|trained|designed|built|released|made|introduced|based|for|capable|in|on|and|family|series|under)\b|\s?[.,;(]|\s?$)",
)


def with_defined(texts: Sequence[str], whole: Whole, full: Sequence[list[Mention]]) -> list[list[Mention]]:
    """The mentions block by block, with every place of a name that a sentence of the article says is a language model's, and that nobody here knows."""
    names: dict[str, Target] = {}
    for cue, index in [(each, place) for each in (_DEFINED, _APPOSED) for place in whole.places(each)]:
        text, taken = texts[index], Spans((m.start, m.end) for m in full[index])
        for match in cue.each(text, whole.texts[index]):
            start, end = match.span("name")
            written = text[start:end].rstrip(".")
            if len(names) < _MANY and not VENDOR.match(text, start) and not taken.touch(start, end):
                names.setdefault(written, Target(written, parts=tuple(written.lower().split()), written=written))
    if not names:
        return list(full)
    anywhere = re.compile(rf"(?<![\w/@.-])(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?![\w-])")
    return [_added(text, found, anywhere, names) for text, found in zip(texts, full, strict=True)]


def _added(text: str, found: Sequence[Mention], anywhere: re.Pattern[str], names: dict[str, Target]) -> list[Mention]:
    """The mentions of one text with those of the names."""
    new = []
    taken = Spans((m.start, m.end) for m in found)
    for match in anywhere.finditer(text):
        if not taken.touch(match.start(), match.end()):
            possessive = text[match.end() : match.end() + 2] in {"'s", "’s"}
            new.append(Mention(match.start(), match.end(), match.group(), names[match.group()], possessive))
    return sorted([*found, *new], key=lambda m: m.start)
