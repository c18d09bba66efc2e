"""Models that nobody names ("most models") or knows, and programs: a sentence and a place in it come in, whether it speaks of them there goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.cues import Cue
from claimcheck.extract.makers import VENDOR
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


_SHORT_NAME = re.compile(  # "… might outbill Sol at $5": a short name that nothing here tells the model of
    r"(?<![\w-])(?P<name>Opus|Sonnet|Haiku|Flash|Mini|Nano|Lite|Pro|Max|Ultra|Sol|Terra|Luna|Scout|Maverick)"
    r"\s(?:(?:is|costs?|comes in)\s)?(?:at|for|only)\s[~≈]?$"
)
_HEAD = re.compile(  # "Laguna S 2.1 costs …", "OpenHands scores …": what a sentence begins with, and a verb
    r"[\W_]{0,6}(?:(?:Meanwhile|Today|Now|However|And|But|Then|Also|Even|Only|While|Whereas|Where|Elsewhere|By contrast|In contrast|By comparison),?\s)?"
    r"(?:The\s(?=[A-Z]))?(?P<name>[A-Z][\w.-]{1,24}(?:\s(?:[A-Z0-9]|v\d)[\w.-]{0,16}){0,3})(?:['’]s(?P<owned>(?:\s[\w.-]{1,16}){1,3}))?"
    r"\s(?:(?:also|now|only|just|currently|still|already|even|alone)\s)?"
    r"(?:has|had|is|was|costs?|offers?|offered|supports?|supported|runs?|ran|scores?|scored|generates?|accepts?|speaks|reaches|reached|achieves?|achieved|comes|came"
    r"|ships|shipped|uses|can|provides|boasts|features|delivers|handles|processes|launched|arrived|gets|got|hits|hit|beats|trails|takes|took|charges|asks"
    r"|reads|includes|tops|leads|lands|sits|stands|posts|posted|clocks|manages|managed|holds|allows|lets|contains|carries|sports|packs|weighs|adds|covers"
    r"|remembers|debuted|starts|sells|gives|does|did|will|would)\s"
)
_CODED = re.compile(r"(?:^|\s)(?!Q[1-4]|H[12]|I/O)[A-Z]{1,3}[.-]?\d(?:\.\d)?\b")  # "XS.2", "M.1", "Hy3"
_CAMEL = re.compile(r"[A-Z]?[a-z]+[A-Z]|[A-Z]{2,}[a-z]{2}|[A-Za-z]{2}[\w-]*\d")  # "OpenHands", "XGen", "MM1": no word of everyday language
_VERSIONED = re.compile(r"(?!(?:Q|H|Step|Phase|Part|Tier|Level|Version|Figure|Table|Section|Chapter|Option|Week|Day|Round|Task|Test|Case|Python|Node|Windows"
                        r"|January|February|March|April|May|June|July|August|September|October|November|December|In|By|Since|Over|Only|The|About)\b)"
                        r"[A-Z][a-z]{2,}(?:\s[A-Z]\w*)*\s(?:v\d{1,2}|\d{1,2}(?:\.\d{1,2})?)(?:\s|$)")  # fmt: skip


_COUNT = re.compile(r"\d[\d.,]{0,6}\s?[KMB]\b")
_NAME_OPENS = re.compile(r"(?:,\s(?:and\s)?|\sand\s)[A-Z][a-z]+[A-Z][\w.-]{1,20}\s\([~≈]?$")  # "long-context models: X, OpenFancy (128K context)"


def of_stranger(sentence: Sentence, before: Sequence[Mention], start: int) -> bool:
    """Whether the words before a value name a model that nobody here knows, right before it or at the head of the sentence."""
    short = _SHORT_NAME.search(sentence.text, max(sentence.start, start - 40), start) if sentence.text[start] == "$" else None
    if short is not None and not any(m.start <= short.start("name") < m.end for m in before):
        return True
    if _COUNT.match(sentence.text, start) and _NAME_OPENS.search(sentence.text, max(sentence.start, start - 40), start):
        opening = sentence.text.rfind("(", sentence.start, start)
        return not any(m.start < opening <= m.end + 2 for m in before)
    if before:
        return False
    begin, _ = sentence.clause(start)
    heads = [_HEAD.match(sentence.text, at, start) for at in dict.fromkeys((sentence.start, _clause_head(sentence, begin, start)))]
    return any(head is not None and _is_strange_head(sentence, head) for head in heads) or _after_stranger(sentence)


_JOINS = re.compile(r",?\s(?:and|but|while|whereas)\s(?:the\s)?(?=[A-Z])")


def _clause_head(sentence: Sentence, begin: int, start: int) -> int:
    """Where the subject of the last of joined clauses begins: "The M.1 hits 72%, and the XS.2 is a 33B model"."""
    joined = [match.end() for match in _JOINS.finditer(sentence.text, begin, start)]
    return joined[-1] if joined else begin


def _is_strange_head(sentence: Sentence, head: re.Match[str]) -> bool:
    if _is_strange(sentence, head["name"], head.start("name")):
        return True
    return head["owned"] is not None and _CODED.search(head["owned"]) is not None


_BRINGS = re.compile(  # "Acme launched Vibe, agents powered by their Medium 3.5 model. It hits 77.6%"
    r"(?:^|[.!?:]\s)[\s*_]{0,4}[A-Z][\w.-]{1,20}(?:\s(?:AI|Labs?|Research|Intelligence))?\s(?:(?:has|have|just|also|quietly|recently|today)\s){0,2}"
    r"(?:launched|released|shipped|introduced|unveiled|announced|dropped|open-sourced|launches|releases|ships|introduces|unveils|announces|drops)\s"
    r"(?!it\b|them\b|this\b|that\b|the\s(?:model|weights)\b)[^.!?]{0,200}(?:\d\.\d[^.!?]{0,80}){0,2}[.!?]\s{1,2}$"
)


def _after_stranger(sentence: Sentence) -> bool:
    """Whether the sentence before, in a paragraph that named no model yet, brings in something that nobody here knows."""
    context = sentence.context
    if sentence.start == 0 or sentence.mentions or context.block_trail or context.just_named or context.strong or context.fixed:
        return False
    return _BRINGS.search(sentence.text, max(0, sentence.start - 320), sentence.start) is not None


def _is_strange(sentence: Sentence, name: str, start: int) -> bool:
    """Whether what a sentence begins with is the name of something that nobody here knows, and no vendor, benchmark or abbreviation."""
    if VENDOR.match(sentence.text, start) or any(b.start < start + len(name) and b.end > start for b in sentence.benchmarks):
        return False
    return _CAMEL.match(name) is not None or _VERSIONED.match(name) is not None or _CODED.search(name) is not None


_APPOSED_NEW = Cue(r"(?-i:\b[A-Z][A-Za-z]{4,}[\w.-]*(?:\s[A-Z0-9][\w.-]*){0,2}),\san?\s(?:[\w-]+\s){0,5}(?:model|LLM)\b", exact=True)


def of_new_name(sentence: Sentence, start: int) -> bool:
    """ "DiffusionGemma, an open model with 26B parameters": a name that nobody here knows is what the value is said of."""
    begin = max((match.start() for match in _APPOSED_NEW.finditer(sentence.text, sentence.start, start)), default=start)
    return begin < start and not any(begin < m.end and m.start < start for m in sentence.mentions)


_PLACE = re.compile(r"\b(?:in|on|via|through|inside|within|for|to|from|of|with|using)\s(?:the\s)?$", re.I)  # "unavailable in ChatGPT, though it came out …"


def of_product(sentence: Sentence, before: Sequence[Mention], start: int) -> bool:
    """ "Codex CLI scored 77.3%": a program was named since the last model, and the value is its own."""
    if not PRODUCT.may_be_in(sentence):
        return False
    named = (m for m in PRODUCT.finditer(sentence.text, sentence.start, start) if not _PLACE.search(sentence.text, sentence.start, m.start()))
    last = max((m.end() for m in named), default=-1)
    return last > max((m.end for m in before), default=-1)


_WHICH = re.compile(r"\W*(?:(?:and|but|so|then)\s)?which\s(?:one|models?|of)\b[^?\n]*\?\W*", re.I)


def asks_which(text: str, start: int, end: int) -> bool:
    """Whether a sentence asks which model it is ("Which one handles 1M tokens?"): the answer tells."""
    return _WHICH.fullmatch(text, start, end) is not None
