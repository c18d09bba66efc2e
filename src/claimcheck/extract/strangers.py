"""Models and things that nobody here knows, told of by name: a sentence and a value in it come in, whether the value is theirs goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.makers import VENDOR
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Mention

_SHORT_NAME = re.compile(  # "… might outbill Sol at $5": a short name that nothing here tells the model of
    r"(?<![\w-])(?P<name>Opus|Sonnet|Haiku|Flash|Mini|Nano|Lite|Pro|Max|Ultra|Sol|Terra|Luna|Scout|Maverick)"
    r"\s(?:(?:is|costs?|comes in)\s)?(?:at|for|only)\s[~≈]?$"
)
_HEAD = re.compile(  # "Laguna S 2.1 costs …", "OpenHands scores …": what a sentence begins with, and a verb
    r"[\W_]{0,6}(?:(?:Meanwhile|Today|Now|However|And|But|Then|Also|Even|Only|While|Whereas|Where|Elsewhere|By contrast|In contrast|By comparison),?\s)?"
    r"(?:The\s(?=[A-Z]))?(?P<name>[A-Z][\w.-]{0,24}(?:\s(?:[A-Z0-9]|v\d)[\w.-]{0,16}){0,3})(?:['’]s(?P<owned>(?:\s[\w.-]{1,16}){1,3}))?"
    r"\s(?:(?:also|now|only|just|currently|still|already|even|alone)\s)?"
    r"(?:has|had|is|was|costs?|offers?|offered|supports?|supported|runs?|ran|scores?|scored|generates?|accepts?|speaks|reaches|reached|achieves?|achieved|comes|came"
    r"|ships|shipped|uses|can|provides|boasts|features|delivers|handles|processes|launched|arrived|gets|got|hits|hit|beats|trails|takes|took|charges|asks"
    r"|reads|includes|tops|leads|lands|sits|stands|posts|posted|clocks|manages|managed|holds|allows|lets|contains|carries|sports|packs|weighs|adds|covers"
    r"|remembers|debuted|starts|sells|gives|does|did|will|would|at|with|hitting|running|covering|reinforces|trains|trained)\s"
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
    return any(head is not None and _is_strange_head(sentence, head) for head in heads) or _is_news(sentence, start) or _after_stranger(sentence)


_JOINS = re.compile(r",?\s(?:and|but|while|whereas)\s(?:the\s)?(?=[A-Z])")


def _clause_head(sentence: Sentence, begin: int, start: int) -> int:
    """Where the subject of the last of joined clauses begins: "The M.1 hits 72%, and the XS.2 is a 33B model"."""
    joined = [match.end() for match in _JOINS.finditer(sentence.text, begin, start)]
    return joined[-1] if joined else begin


def _is_strange_head(sentence: Sentence, head: re.Match[str]) -> bool:
    if _is_strange(sentence, head["name"], head.start("name")):
        return True
    owned = (head["owned"] or "").strip()
    return _CODED.search(owned) is not None or _VERSIONED.match(owned) is not None or (_CAMEL.match(owned) is not None and any(map(str.isdigit, owned)))


_NEWS = (  # "Acme launched Vibe", "Cloud Research introduced a new kernel"
    r"(?!(?:It|This|That|They|The|Its|He|She|We|You|Both|Each|Which)\b)[A-Z][\w.-]{1,20}(?:\s(?:[A-Z][\w.-]{1,20}|with|and)){0,4}\s(?:(?:has|have|just|also|quietly|recently|today)\s){0,2}"
    r"(?:launched|released|shipped|introduced|unveiled|announced|dropped|open-sourced|published|launches|releases|ships|introduces|unveils|announces|drops|publishes)\s"
)
_BRINGS = re.compile(  # "… with their Medium 3.5 model inside. It hits 77.6%"
    rf"(?:^|[.!?:]\s)[\s*_]{{0,4}}{_NEWS}(?!it\b|them\b|this\b|that\b|the\s(?:model|weights)\b)[^.!?]{{0,200}}(?:\d\.\d[^.!?]{{0,80}}){{0,2}}[.!?]\s{{1,2}}$"
)
_BRINGS_HERE = re.compile(
    rf"[\s*_-]{{0,6}}(?:(?:On|In)\s[\w\s]{{3,30}},\s|(?:Separately|Meanwhile|Also|Elsewhere|Finally|And),?\s)?{_NEWS}"
    r"(?:[A-Z]|an?\s(?:[\w.-]{1,20}\s){0,6}?(?:model|system|tool|agent|library|framework|app|platform|dataset|benchmark|architecture|kernel|method|paper|engine|language)\b)"
)
_FRESH = 320  # characters


def _after_stranger(sentence: Sentence) -> bool:
    """Whether the sentence before, in a paragraph that named no model yet, brings in something that nobody here knows."""
    context = sentence.context
    if sentence.start == 0 or sentence.mentions or context.block_trail or context.just_named or context.strong or context.fixed:
        return False
    opening = _HEAD.match(sentence.text, 0, sentence.start) if sentence.start <= _FRESH else None
    if opening is not None and _is_strange_head(sentence, opening) and any(map(str.isdigit, opening.group())):
        return True
    return _BRINGS.search(sentence.text, max(0, sentence.start - _FRESH), sentence.start) is not None


def _is_news(sentence: Sentence, start: int) -> bool:
    """Whether a sentence without names tells of something new by its maker, which the value before `start` is said of."""
    context = sentence.context
    if sentence.mentions or context.strong or context.fixed:
        return False
    return _BRINGS_HERE.match(sentence.text, sentence.start, start) is not None


def _is_strange(sentence: Sentence, name: str, start: int) -> bool:
    """Whether what a sentence begins with is the name of something that nobody here knows, and no vendor, benchmark or abbreviation."""
    if VENDOR.match(sentence.text, start) or any(b.start < start + len(name) and b.end > start for b in sentence.benchmarks):
        return False
    return _CAMEL.match(name) is not None or _VERSIONED.match(name) is not None or _CODED.search(name) is not None
