"""What is no property of a model: a reading and what stands above it come in, whether it is only a use, or a program's feature, goes out.

"Best for: batch jobs" and "Choose X if: you need web search" name what one may want a model for; below "## ChatGPT" the app is spoken of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extract.name_shapes import PRODUCT
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.terms import Block

if TYPE_CHECKING:
    from claimcheck.extract.sections import Sections

_FEATURES = frozenset({"capability", "input_modality", "output_modality"})
_BEST_FOR = re.compile(r"\b(?:best|ideal|perfect|great|good|suited|suitable|recommended|optimal|excellent|useful)(?:ly)?\s(?:for|when|if|uses?)\b", re.I)
_USES = re.compile(
    r"^\W*(?:[\w’'-]+\s){0,3}use[\s-]?cases?(?:\sfor\s[\w\s.-]{2,40})?\W*$|\bwhen\sto\b|\bwho\s(?:should|is|it['’]s)\b"
    r"|\b(?:choose|pick|use|go\swith|select|consider|prefer|avoid|switch\sto|stick\swith)\b[^:\n]{0,60}\b(?:if|when|for)\b"
    r"|\b(?:if|when)(?:\syou)?\W*$|\bwhat\s(?:you|developers|we)\scan\s(?:build|make|create|do)\b|\broadmap\b|\bwhat['’]s\snext\b|\bupcoming\b|\b(?:road|path)\sahead\b|\bfuture\s(?:plans?|features?|updates?)\b",
    re.I,
)
_APP = re.compile(
    r"\b(?:(?:Microsoft|GitHub|Bing|MS)\sCopilot|Copilot|Perplexity|Cursor|Windsurf|NotebookLM|Midjourney|Notion\sAI|Jasper|Poe|You\.com|Ollama|LangChain"
    r"|LlamaIndex|OpenRouter|Zapier|Canva|Replit|Antigravity|Claude\.ai|[Ll]ibrary|[Ff]ramework|SDK|[Tt]oolkit|\w{3,20}\sMCP|MCP\s[Ss]ervers?)\b"
)

# "Best for: agents, native code execution", "multimodal tasks (text, images)"
_SAID = re.compile(r"\b(?:(?:native|built-in|its|supports?|has)\s(?:[\w-]+,?\s){0,3}|multi-?modal\s\w+\s\([^()]{0,40})$", re.I)


def for_use(words: str, *, of_model: bool = False) -> bool:
    """Whether a label, heading or lead-in line says that uses or plans follow ("Best for", "When to use X", "Roadmap").

    A heading `of_model` ("### X (best for letters)") brings in the model itself.
    """
    return len(words) <= 80 and (_USES.search(words) is not None or (not of_model and _BEST_FOR.search(words) is not None))


def names_program(heading: str) -> bool:
    """Whether a heading that names no model names an app or a tool ("4. Perplexity: research", "Deep dive: ChatGPT")."""
    return _APP.search(heading) is not None or PRODUCT.search(heading) is not None


def is_use(sections: Sections, index: int, sentence: Sentence, reading: Reading) -> bool:
    """Whether a feature is only wished for, or is had by the program that the headings name: no word here says who has it."""
    if reading.attribute not in _FEATURES or _names_own(sections, index, reading):
        return False
    if sentence.context.uses and not sentence.points_back() and not _SAID.search(sentence.text, sentence.start, reading.start):
        return True
    return not sentence.speaks_of_several() and (_below_program(sections, sections.blocks[index]) or _tells_of_stranger(sections, index))


_FIRST_WORD = re.compile(r"\W*(?P<name>[A-Z][A-Za-z]{3,})\b")


def _tells_of_stranger(sections: Sections, index: int) -> bool:
    """Whether a paragraph begins with a name of its heading that is no model's: "### 2. QuizCat", and below it "QuizCat reads speech"."""
    block = sections.blocks[index]
    found = _FIRST_WORD.match(block.view.text) if block.kind == "paragraph" and block.heading is not None else None
    if found is None or block.heading is None or sections.mentions[block.heading]:
        return False
    name = found["name"]
    if re.search(rf"\b{name}\b", sections.blocks[block.heading].view.text) is None or any(m.start <= found.start("name") for m in sections.mentions[index]):
        return False
    return not any(re.search(rf"\b{name.lower()}\b", other.view.text) for other in sections.blocks)


def _names_own(sections: Sections, index: int, reading: Reading) -> bool:
    """Whether a block, or an item that it stands below, names a subject of the reading."""
    own, at = {target.name for target in reading.targets}, index
    while True:
        if any(mention.target.name in own for mention in sections.mentions[at]):
            return True
        above = sections.blocks[at].parent
        if above is None or above >= at:
            return False
        at = above


def _below_program(sections: Sections, block: Block) -> bool:
    """Whether the nearest heading below the title that names a model or a program names a program."""
    for at, heading in sections.over(block.heading):
        if heading.about or at == sections.first_heading:
            return False
        if heading.program:
            return True
    return False
