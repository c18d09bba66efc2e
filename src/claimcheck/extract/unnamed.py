"""Models that nobody names ("most models") or knows, and programs: a sentence and a place in it come in, whether it speaks of them there goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.cues import Cue
from claimcheck.extract.name_shapes import PRODUCT
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Mention

_GENERIC = Cue(
    r"\b(?:previously|before|until (?:now|then)|so far),?\sonly\s(?:[\w-]+\s){0,2}models\b|\b(?:dwarf\w*|eclips\w*|outstrip\w*)\s(?:the|even|most|all|other)\b"
    r"|\b(?:compared (?:to|with)|than|unlike|versus|vs\.?|while|whereas)\s(?:the\s)?(?:other|previous"
    r"|prior|older|competing|rival|most|many|its competitors|the competition|similar|comparable"
    r"|traditional|humans?|earlier|(?:its|their)\s(?:\w+\s)?(?:predecessors?|competitors|rivals|peers)(?!,?\s(?-i:[A-Z])))\b"
    r"|\b(?:with|as|where)\s(?:some|many|most|several|certain|newer|other|modern|leading)\s(?:[\w-]+\s){0,3}?(?:models|LLMs|systems|providers|vendors)\b"
    r"(?!\s(?:like|such as|including))"
)


_GOES_ON = re.compile(  # "runs faster than comparable models, carries …", "…, while still offering …": the list of what the subject does goes on
    r",\s(?:and\s)?(?:also\s)?(?:carries|supports|has|offers|costs|comes\swith|handles|accepts|provides|features|includes|takes|keeps|ships\swith)\s"
    r"|,\s(?:and\s)?(?:(?:an?|its|the|API)\s){0,2}(?:[\w-]{2,16}\s){0,2}?(?:pric(?:es?|ing)|context|licen[sc]e|weights)\b"
    r"|,\s(?:(?:all\s)?while|and|yet)\s(?:still\s|also\s|yet\s)?[a-z]+ing\s",
    re.I,
)
_OF_MODELS = re.compile(  # who "most models" are, no sentence tells
    r"\W*(?:but\s|and\s|so\s|today,?\s|currently,?\s|previously,?\s|until (?:now|then),?\s"
    r"|by \d{4},?\s|(?:by|in|for) (?:comparison|contrast),?\s)?(?:every|each|most|many|some|other|only|typical"
    r"|traditional|competing|rival|older|earlier|previous|conventional)"
    r"(?:\sof\sthe)?\s(?:[\w-]+\s){0,3}?(?:models?|LLMs?|flagships?|assistants?|systems?|chatbots?|vendors?|providers?|rivals?|competitors?)\b"
    r"(?!\s(?:like|such as|including))"
    r"|\W*(?:modern|newer|several|certain|various|frontier|leading|state-of-the-art)\s(?:[\w-]+\s){0,3}?(?:models|LLMs|assistants|systems|chatbots|vendors|providers)\b"
    r"(?!\s(?:like|such as|including))"
    r"|\W*an?\smodel\s(?:that|which|with)\b",
    re.I,
)
_ANY_MODEL = re.compile(  # "a model scoring 80% at $2 may be a worse deal than one scoring 75%"
    r"(?<!\bis\s)(?<!\bas\s)(?<!\bwas\s)(?<!,\s)\b(?:an?\s(?:[\w-]{2,14}\s){0,2}?model|any\smodel|one|(?:oracle|router|ensemble)\s[^.;:]{2,60}?)"
    r"\s(?:(?:that|would|could|might)\s){0,2}(?:scor(?:es?|ing)|cost(?:s|ing)?|hit(?:s|ting)?|reach(?:es|ing)?|solv(?:es?|ing)|achiev(?:es?|ing)|at|priced\sat)"
    r"\s(?:about\s|only\s)?[~≈$]?$", re.I
)
_OF_ANY_SIZE = re.compile(r"\W*(?:(?:and|but|even|yet|so)\s)?an?\s(?:[\w-]{2,14}\s){0,2}$", re.I), re.compile(  # "A 70B model running on a laptop is no demo"
    r"(?:[\s-]?(?:billion|trillion))?(?:[\s-]param\w*)?\s(?:[\w-]{2,14}\s){0,2}?(?:model|LLM)\b(?!\s?[,:(])", re.I
)
_SUPERLATIVE = re.compile(r"\W*most\s(?:[\w-]+\s){1,3}?(?:model|LLM)\b", re.I)  # "Most cost-effective model at $0.02" is one


def of_any_model(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a value is that of a model that nobody names, which a sentence without names speaks of as an instance: "a model scoring 80%"."""
    if _ANY_MODEL.search(sentence.text, max(sentence.start, start - 110), start):
        return True
    context = sentence.context
    alone = not (sentence.mentions or context.strong or context.fixed or context.just_named or context.block_trail or sentence.points_back())
    opening, noun = _OF_ANY_SIZE
    return alone and opening.fullmatch(sentence.text, sentence.start, start) is not None and noun.match(sentence.text, end, sentence.end) is not None


_ITEM = re.compile(r",\s(?:and\s)?an?\s(?:[\w-]{1,20}\s){0,2}[~≈]?$")


def is_list_item(sentence: Sentence, start: int, gap: str) -> bool:
    """Whether a value stands in one thing of a list and the name behind the `gap` in the next: "agents that work, a 30B model, X inside an editor"."""
    return gap.endswith((", ", ", and ")) and _ITEM.search(sentence.text, max(sentence.start, start - 48), start) is not None


def of_models(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a clause that begins here speaks of a whole sort of models."""
    return _OF_MODELS.match(sentence.text, begin, end) is not None and _SUPERLATIVE.match(sentence.text, begin, end) is None


_OWNED_BY_OTHERS = re.compile(  # "a leap from its predecessor's 49%"
    r"\b(?:predecessor|competitor|competition|rival|opponent|counterpart|forerunner|(?:previous|prior|older|earlier|last)[\s-](?:\w+\s)?(?:model|version|generation|leader"
    r"|champion)|runner-up|(?:current|previous)\sleader|human(?:\sexpert)?)(?:['’]s|s['’])\s(?:(?!and\b|but\b)[\w-]{1,16}\s){0,3}(?:of\s)?[~≈$]?$",
    re.I,
)


def compared_with_others(sentence: Sentence, before: Sequence[Mention], start: int) -> bool:
    """Whether what stands at `start` is said of other models than those named before: "costs less than older models at $10"."""
    if _OWNED_BY_OTHERS.search(sentence.text, max(sentence.start, start - 70), start):
        return True
    generic = _GENERIC.search(sentence.text, sentence.start, start)
    named = generic is not None and any(m.start >= generic.start() for m in before)
    return generic is not None and not named and _GOES_ON.search(sentence.text, generic.end(), start) is None


_EDITION = re.compile(
    r"\W*(?:(?:and|but|while|whereas)\s)?the\s(?P<tier>(?-i:Pro|Mini|Nano|Flash|Max|Ultra|Lite|Plus|Turbo|Thinking|Instant|Fast|Heavy|High))"
    r"\s(?:tier|variant|edition|version|model)\b",
    re.I,
)


def of_edition(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a clause that begins here speaks of another edition of the model that nobody resolved: "The Pro tier raises that to $30"."""
    said = _EDITION.match(sentence.text, begin, end)
    return said is not None and not any(said.start("tier") <= m.start < end for m in sentence.mentions)


_APPOSED_NEW = Cue(r"(?-i:\b[A-Z][A-Za-z]{4,}[\w.-]*(?:\s[A-Z0-9][\w.-]*){0,2}),\san?\s(?:[\w-]+\s){0,5}(?:model|LLM)\b", exact=True)


def of_new_name(sentence: Sentence, start: int) -> bool:
    """ "DiffusionGemma, an open model with 26B parameters": a name that nobody here knows is what the value is said of."""
    begin = max((match.start() for match in _APPOSED_NEW.finditer(sentence.text, sentence.start, start)), default=start)
    return begin < start and not any(begin < m.end and m.start < start for m in sentence.mentions)


_TOOL = re.compile(  # what has models inside, but where it only speaks of one ("Cursor called it …")
    r"(?<![\w-])(?:(?:GitHub|OpenAI|Microsoft)\s)?(?:Codex|Claude Code|Cursor|Copilot|Devin|Windsurf|Antigravity|Cline|Cowork)(?![\w-])"
    r"(?!\s(?:called|calls|published|report\w*|says?|said|found|measured|rank\w*|rates?|lists?|puts?|added|adds|picked|chose|uses?|defaults?)\b)"
)
_PLACE = re.compile(  # "unavailable in ChatGPT, though it came out …", but not "in Copilot, which came out …"
    r"\b(?:in|on|via|through|inside|within|for|to|from|of|with|using|backing|behind|power(?:s|ing)|underlying)\s(?:the\s)?$", re.I
)
_WHICH_DID = re.compile(r"[\]”\"]{0,2}(?:\s\([^()]{1,30}\))?,\swhich\s")


def of_product(sentence: Sentence, before: Sequence[Mention], start: int) -> bool:
    """ "Codex CLI scored 77.3%": a program was named since the last model, and the value is its own."""
    text, stretch = sentence.text, (sentence.start, start)
    found = [*(PRODUCT.finditer(text, *stretch) if PRODUCT.may_be_in(sentence) else ()), *_TOOL.finditer(text, *stretch)]
    named = (m for m in found if _WHICH_DID.match(text, m.end()) or not _PLACE.search(text, sentence.start, m.start()))
    last = max((m.end() for m in named if not any(own.start < m.end() and m.start() < own.end for own in sentence.mentions)), default=-1)
    return last > max((m.end for m in before), default=-1)


_WHICH = re.compile(r"\W*(?:(?:and|but|so|then)\s)?which\s(?:one|models?|of)\b[^?\n]*\?\W*", re.I)


def asks_which(text: str, start: int, end: int) -> bool:
    """Whether a sentence asks which model it is ("Which one handles 1M tokens?"): the answer tells."""
    return _WHICH.fullmatch(text, start, end) is not None
