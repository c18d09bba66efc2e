"""Makers told in passing: "X: Acme's flagship", "Acme (X, Y)", "Acme released it": a vendor in a sentence comes in, its models go out.

These forms are also used of rivals ("X: Acme's nightmare"), so none of them says who made a model that is known to be another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.makers import CLOUDS, means_another, vendors
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, coordinated, is_object
from claimcheck.extract.values import Mention, Target

_KIND = (  # what a maker's own thing is called
    r"(?:models?|LLMs?|flagship|releases?|assistant|offering|entry|system|AI|family|series|iteration|generation|advancement|breakthrough|innovation|workhorse"
    r"|powerhouse|leader|champion|reasoner|line-?up|successor|upgrade|milestone|leap|step|bet|version|tier|contender|marvel|giant|heavyweight|evolution|foray)"
)
_NOT_OWN = r"(?!(?:answer|rival|response|closest|than|to|competitor|worst|nightmare|biggest|against|like|vs|versus|over|best-known)\b)"
_ITS_KIND = re.compile(rf"['’]s?\s(?:{_NOT_OWN}[\w.’'/&+-]{{1,24}},?\s){{0,7}}?{_KIND}\b(?!\s(?:of|to)\s(?:the\s)?(?:rival|compet))", re.I)
_OWN_KIND = re.compile(
    rf"['’]s?\s(?:{_NOT_OWN}(?!(?:for|of|that|which|and|training)\b)[\w.’/&+-]{{1,24}},?\s){{0,6}}?"
    r"(?:models?|LLMs?|flagship|release|assistant|offering|entry|family|series|line-?up|iteration|workhorse|powerhouse|contender|heavyweight)\b"
    r"(?=\s?(?:[.,;:()|–—-]|$|for\b|with\b|in\b|at\b|that\b|released\b|built\b|optimi[sz]ed\b|creates?\b))",
    re.I,
)
_TITLE_GAP = re.compile(r"(?:\sAI|\s\([^()]{1,30}\))?(?::|\s[-–—]|,)\s(?:which is\s|from\s|is\s)?(?:the\s)?$", re.I)
_STANDS_AS = re.compile(
    r"(?:\s\([^()]{1,30}\))?,?(?:\s(?:also|now|truly|currently|officially|clearly))?\s(?:represents?|marks?|stands\sas|serves\sas|became|becomes|remains"
    r"|continues\sas|is\spositioned\sas|was\spositioned\sas|(?:is|was)\spart\sof|emerges\sas|emerged\sas)\s$",
    re.I,
)
_AS = re.compile(r"(?!\s?[-–—:])[^.;:()]{0,110}\sas\s$")
_RELEASED_IT = re.compile(
    r"(?:\s(?:has|had|just|also|officially|finally|recently|first|quietly|only|actually|publicly|now)){0,3}\s(?:released|launched|introduced|unveiled|announced"
    r"|open-?sourced|built|designed|trained|developed|created|published|debuted|shipped|previewed)\s(?:it|the\smodel|this\smodel|the\s(?:new\s)?LLM)\b"
    r"(?!\s(?:had|has|is|was|will|would|can|could|plans|intends|easier|possible|harder|clear|on\s(?:its|Azure|Bedrock|Vertex)|to\s(?:help|handle|run|its)|into|with)\b)",
    re.I,
)
_KIND_FROM = re.compile(rf"\b{_KIND}\s(?:from|by)\s(?:the\s)?$", re.I)
# "Acme's entry into the market, X, is", "Acme is back with the launch of its newest model: X"
_ENTRY = re.compile(
    rf"['’]s\s(?:{_NOT_OWN}[\w-]{{1,20}}\s){{0,5}}?(?!models\b){_KIND}(?:\s(?:into|in|to|for|on)\s(?:the\s|this\s)?(?:(?!and\b)[\w-]{{1,20}}\s){{0,3}}[\w-]{{1,20}})?,\s[\"“*]{{0,3}}",
    re.I,
)
_ENTRY_ENDS = re.compile(r"[\"”*]{0,3},|\s(?:is|was|has|offers|brings|delivers|boasts|comes|can)\b", re.I)
_WITH_LAUNCH = re.compile(
    r"[^.;:()]{0,60}\bwith\s(?:the|its|their)\s(?:[\w-]{1,20}\s){0,2}?(?:release|launch|introduction|unveiling|debut|announcement|arrival)\sof\s"
    r"(?:(?:its|their|the|new|newest|latest|flagship|most|powerful|advanced|first|own)\s){0,5}(?:(?:AI|language|reasoning|open|flagship)\s){0,2}"
    r"(?:(?:model|LLM|family|series|flagship)[:,]?\s)?[\"“*]{0,3}",
    re.I,
)
_NAMES_IT = re.compile(r"\s?(?P<comma>,\s)?(?(comma)|(?::|\scalled|\snamed|\sdubbed|\sknown\sas))\s?[\"“*\[_]{0,3}")
_ALL_INSIDE = re.compile(r"(?:[\s,/&+]|\band\b|\bor\b|['’]s\b|\be\.g\.|\bthe\b|\bfamily\b|\bseries\b|\bmodels\b)*")
_REFUSED = re.compile(r"\b(?:not|never|isn['’]t|than|like|unlike|against|if)\b", re.I)

_OUTRIGHT_BEFORE = re.compile(
    r"['’]s\s(?:(?:new|newest|latest|flagship|own|recent|popular|powerful)\s){0,3}"
    r"|\s(?:(?:has|just|recently|also|today)\s){0,2}(?:releas|launch|introduc|unveil|announc|develop|creat|built|ma[dk]e)\w{0,4}\s(?:(?:the|its|a|new|latest|flagship)\s){0,3}",
    re.I,
)
_OUTRIGHT_AFTER = re.compile(
    r"[”\"]?\s\((?:by\s)?|[”\"]?(?:\s\([^()]{1,40}\))?,?\s(?:[\w-]{1,20}\s){0,6}?(?:by|is\sa\sproduct\sof|comes\sfrom|is\sfrom)\s(?:the\s)?", re.I
)


def aside(sentence: Sentence, vendor: str, start: int, end: int) -> tuple[Target, ...]:
    """The models that one of these forms says a vendor named at `start:end` has made."""
    found = _in_parentheses(sentence, end) or _its_kind(sentence, start, end) or _kind_from(sentence, start, end)
    found = found or _entry(sentence, vendor, end) or _it(sentence, start, end) or _after_launch(sentence, start) or _this(sentence, start)
    return () if any(means_another(vendor, target) for target in found) else found


def _in_parentheses(sentence: Sentence, end: int) -> tuple[Target, ...]:
    """ "Acme (X, Y and Z)": nothing but names stands in the parentheses behind the maker."""
    text = sentence.text
    if text[end : end + 2] != " (":
        return ()
    closing = text.find(")", end, min(sentence.end, end + 140))
    inside = [m for m in sentence.mentions if end < m.start and m.end <= closing]
    if not inside:
        return ()
    rest, at = "", end + 2
    for mention in inside:
        rest, at = rest + text[at : mention.start], mention.end
    if not _ALL_INSIDE.fullmatch(rest + text[at:closing]):
        return ()
    return tuple(dict.fromkeys(m.target for m in inside))


def _its_kind(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """ "X: Acme's coding powerhouse", "X represents Acme's boldest model", "X came in May as Acme's flagship"."""
    before = [m for m in sentence.mentions if m.end <= start]
    if not before or is_object(sentence, before[-1]) or not _ITS_KIND.match(sentence.text, end, sentence.end):
        return ()
    gap = (before[-1].end, start)
    if _STANDS_AS.fullmatch(sentence.text, *gap):
        return coordinated(sentence, before[-1])
    if _AS.fullmatch(sentence.text, *gap):
        return () if _REFUSED.search(sentence.text, *gap) else (before[-1].target,)
    opens = not sentence.text[sentence.start : before[0].start].strip(' #*_"“0123456789.)')
    return coordinated(sentence, before[-1]) if opens and _TITLE_GAP.fullmatch(sentence.text, *gap) else ()


def is_own_kind(text: str, end: int) -> bool:
    """Whether the words behind a maker are of a thing of its own: "Acme's cheap flagship"."""
    return _OWN_KIND.match(text, end) is not None


def _entry(sentence: Sentence, vendor: str, end: int) -> tuple[Target, ...]:
    """ "Acme's entry into the market, X, …", "Acme is back with the launch of X"; those who host models also launch those of others."""
    after = next((m for m in sentence.mentions if m.start >= end), None)
    if after is None or after.start - end > 160:
        return ()
    if _ENTRY.fullmatch(sentence.text, end, after.start):
        return (after.target,) if _ENTRY_ENDS.match(sentence.text, after.end) else ()
    return (after.target,) if vendor not in CLOUDS and _WITH_LAUNCH.fullmatch(sentence.text, end, after.start) else ()


def _kind_from(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """ "the latest model from Acme: X", "a release by Acme called X"."""
    after = next((m for m in sentence.mentions if m.start >= end), None)
    if after is None or not _KIND_FROM.search(sentence.text, max(sentence.start, start - 40), start):
        return ()
    named = _NAMES_IT.fullmatch(sentence.text, end, after.start)
    return (after.target,) if named and (not named["comma"] or _ENTRY_ENDS.match(sentence.text, after.end)) else ()


def _it(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """ "…, when Acme released it in May": the one model spoken of before."""
    if not _RELEASED_IT.match(sentence.text, end, sentence.end):
        return ()
    before = [m for m in sentence.mentions if m.end <= start and not is_object(sentence, m)]
    if before:
        return (before[-1].target,) if len({m.target for m in before}) == 1 else ()
    subjects = sentence.context.subjects
    return subjects if len(subjects) == 1 and not sentence.mentions else ()


def is_outright(sentence: Sentence, start: int, end: int, target: Target) -> bool:
    """Whether a maker is given in the plainest words, so that even an unlikely one is meant: "Acme's X", "Acme launched X", "X (Acme)", "X, built by Acme"."""
    for mention in sentence.mentions:
        if mention.target.name == target.name:
            before, behind = sentence.text[mention.end : start], sentence.text[end : mention.start]
            if (behind and _OUTRIGHT_BEFORE.fullmatch(behind)) or (before and _OUTRIGHT_AFTER.fullmatch(before)):
                return True
    return False


_AFTER_LAUNCH = re.compile(  # "After launching X in May, Acme …"
    r"\W*(?:after|since|before|by|having|upon|following|when|with)\s(?:(?:first|finally|recently|quietly|already)\s)?"
    r"(?:(?:launching|releasing|unveiling|introducing|open-sourcing|publishing|announcing|launched|released|unveiled|introduced)"
    r"|the\s(?:launch|release|introduction|debut|unveiling)\sof)\s(?:(?:its|the|their|new|flagship)\s){0,3}[\"“*]{0,2}",
    re.I,
)
_THEN = re.compile(r"[\"”*]{0,2}(?:\s(?:in|on|last|earlier|back|this)\s[^.,;:()]{2,30}(?:,\s\d{4})?)?,\s(?:the\s)?")


def _after_launch(sentence: Sentence, start: int) -> tuple[Target, ...]:
    """ "After launching X in May, Acme …"."""
    first = next((m for m in sentence.mentions if m.end <= start), None)
    if first is None or not _AFTER_LAUNCH.fullmatch(sentence.text, sentence.start, first.start):
        return ()
    return (first.target,) if _THEN.fullmatch(sentence.text, first.end, start) else ()


_THIS_BY = re.compile(  # "This small model, developed by Acme, …", "this new model from Acme reads …"
    rf"\b(?:this|the)\s(?:[\w-]{{1,20}}\s){{0,4}}?{_KIND},?\s(?:(?:which|that)\s)?(?:(?:is|was|has\sbeen)\s)?(?:(?:developed|created|built|made|trained|designed"
    r"|introduced|released|launched|unveiled|crafted)\s(?:and\s\w+\s)?by|from)\s(?:the\s(?:team\sat\s)?|researchers\sat\s)?$",
    re.I,
)


def _this(sentence: Sentence, start: int) -> tuple[Target, ...]:
    """ "This small model, developed by Acme": the one model spoken of before."""
    subjects = sentence.context.subjects
    if len(subjects) != 1 or any(m.end <= start for m in sentence.mentions):
        return ()
    return subjects if _THIS_BY.search(sentence.text, max(sentence.start, start - 140), start) else ()


_NOTED = re.compile(r"[\"”*_`\]]{0,3}\s?\((?:by\s)?")


def noted(text: str, mentions: Sequence[Mention]) -> Iterator[Reading]:
    """ "X (Acme)" in a cell; in parentheses there may also be who serves a model, so nobody that serves the models of others."""
    for mention in mentions:
        if mention.partial and not any(letter.isdigit() for letter in mention.text):
            continue  # "Qwen (Alibaba)" is the family, whatever the article makes of its name elsewhere
        opening = _NOTED.match(text, mention.end)
        found = vendors(text, opening.end(), min(len(text), opening.end() + 40)) if opening else []
        if opening is None or not found or found[0][1] != opening.end() or text[found[0][2] : found[0][2] + 1] not in {")", ","}:
            continue
        vendor, start, end = found[0]
        if not (mention.target.family and mention.target.id is None) and not means_another(vendor, mention.target):
            yield Reading(attribute="developer", value=vendor, start=start, end=end, targets=(mention.target,))
