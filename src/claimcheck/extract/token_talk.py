"""Counts of tokens that a text only talks about: a quantity in its sentence comes in, whether it is said of no model's limit goes out.

"A million tokens holds about 750,000 words", "models capped at 32K or 64K", and the default beside a maximum ("4K default / 8K max").
"""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_BEGINS = re.compile(r"(?:^|[.:;—–(]\s?|,\s|\b(?:that|where|and|but)\s)(?:(?:the|a|that|those|these|even|just|only)\s)?[~≈]?$", re.I)
_SAYS_OF_IT = re.compile(
    r"(?:[\s-]tokens?)?(?:\s(?:already|alone|easily|simply|just|still))?\s(?:holds?|covers?|swallows?|fits?|equals?|represents?|translates?|amounts?|corresponds?|can\shold"
    r"|(?:is|are)\s(?:about|roughly|approximately|around|enough|plenty|sufficient|more\sthan|far\smore|usually|often|not\senough|a\slot|overkill|huge|tight|ample)"
    r"|means?|lets?|sounds?)\b",
    re.I,
)
_LABEL = re.compile(r"\b(?:context|window|tokens?|length|input|output|limit)\b", re.I)
_OTHER_MODELS = re.compile(
    r"\bmodels\s(?:that (?:are|were)\s)?(?:capped|limited|stuck|stopping|topping out)\s(?:at|to)\s(?:only\s|just\s|about\s)?"
    r"(?:[\d.,]+\s?[KMk]?\s?(?:or|and|to|[-–])\s?)?$",
    re.I,
)
_STUFFED = re.compile(  # "if you stuff a 100K-token document into a prompt"
    r"\b(?:if|when|once)\syou\s(?:stuff(?:ed)?|feed|fed|pass(?:ed)?|send|sent|throw|threw|pasted?|load(?:ed)?|hand(?:ed)?|gave|give)\s"
    r"(?:it\s|in\s)?(?:an?\s)?~?$",
    re.I,
)
_DEFAULT = re.compile(r"(?:\s?tokens?)?\s(?:by\s)?default\b[^\d;.]{0,12}\d[\d.,]*\s?[KMk]?(?:\s?tokens?)?\s(?:max|at most)", re.I)


_WINDOWS = re.compile(  # "10M-token windows are technically achievable"
    r"(?:[-–]\d+[KM])?[\s-](?:tokens?[\s-])?(?:context\s)?windows(?P<goes>\s(?:are|become|will|that))?\b", re.I
)
_OF_TEXT = re.compile(  # "one line of code in a 1M token repository"
    r"[\s-]tokens?[\s-](?:repositor(?:y|ies)|codebases?|documents?|prompts?|books?|files?|conversations?|corpus|novels?|transcripts?|haystack)\b", re.I
)
_READS = re.compile(
    r"\b(?:handl|process|support|accept|read|ingest|analy[sz]|tak|fit|hold|cop)\w*\s(?:with\s)?(?:\w+\s){0,2}(?:up to\s)?(?:an?\s|entire\s|whole\s)?~?$", re.I
)


def is_talk(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a count is the subject of what is said of it, that of models nobody names, or a default beside the maximum."""
    text = sentence.text
    before = text[sentence.start : quantity.start][-70:]
    if _OTHER_MODELS.search(before) or _STUFFED.search(before) or _DEFAULT.match(text, quantity.end, sentence.end):
        return True
    windows = _WINDOWS.match(text, quantity.end, sentence.end)
    if windows and (windows["goes"] or before.endswith("Expect ")) and not sentence.mentions and not sentence.points_back() and not sentence.context.fixed:
        return True
    if _OF_TEXT.match(text, quantity.end, sentence.end) and not _READS.search(before):
        return True
    labelled = sentence.context.fixed or _LABEL.search(sentence.context.label_text) is not None
    return not labelled and _BEGINS.search(before) is not None and _SAYS_OF_IT.match(text, quantity.end, sentence.end) is not None


_BOTH_SIDES = re.compile(r"\b[\d.,]+\s?[KMkm]?\s(?:input|prompt)(?:\stokens?)?\s(?:and|plus|\+)\s[\d.,]+\s?[KMkm]?\s(?:output|completion)", re.I)
_WORKING_OUT = re.compile(
    r"\b(?:monthly|daily|per (?:day|month|week|session|request|task|call|query|run)|a (?:day|month|week)|for example|e\.g\.|suppose|say|imagine|assum\w+"
    r"|(?:typical|average|usual|normal)\s(?:[\w-]+\s){0,2}?(?:session|request|task|call|query|run|conversation|job|prompt))\b",
    re.I,
)
_SUM = 120  # characters around a count that may belong to its sum


ESTIMATE = re.compile(
    r"\b(?:estimated|average|avg\.?|expected|typical|total)\s(?:\w+\s)?(?:tokens?|sessions?|requests?|tasks?|calls?|quer(?:y|ies)|conversations?|runs?)\b"
    r"|\btokens?\s(?:usage|used|consumed|consumption|spent|volume)\b|\btoken budget\b",
    re.I,
)
_PLAIN_SIDES = re.compile(r"\b\d[\d,]{2,7}\s(?:input|prompt)(?:\stokens?)?(?:,\s|\s?/\s?|,?\sand\s)\d[\d,]{2,7}\s(?:output|completion)\b", re.I)
_OF_LIMITS = re.compile(r"\b(?:max\w*|limit\w*|up to|at most|supports?|windows?|context|caps?|capped|allows?|handles?)\b", re.I)


def is_worked_out(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a count is one side of a use that a sentence works out: "with 1M input tokens and 2M output tokens a month"."""
    left, right = max(sentence.start, quantity.start - _SUM), min(sentence.end, quantity.end + _SUM)
    limited = _OF_LIMITS.search(sentence.context.label_text) or _OF_LIMITS.search(sentence.text, left, right)
    if not limited and _PLAIN_SIDES.search(sentence.text, left, right):
        return True  # "a small edit: 20,000 input, 4,000 output"
    return _BOTH_SIDES.search(sentence.text, left, right) is not None and _WORKING_OUT.search(sentence.text, left, right) is not None


_AT_START = re.compile(r"(?:^|:\s)\W{0,4}(?:[Ee]ven\s)?[Aa]t\s(?:about\s)?~?$")  # "At 120K tokens: 15% accuracy"
_SET_APART = re.compile(r"(?:\stokens?)?(?:\sof\scontext|\scontext)?[*_]{0,3}(?:\s?[:=→,]|\s[–—-]\s)")
_LEARNT_AT = re.compile(r"\b(?:(?:pre-?|only\s)trained|trained\sonly)\s(?:up\s)?(?:to|at)\s~?$|\btrained\s(?:up\s)?to\s~?$", re.I)  # "only trained to 256K"
_SPAN = re.compile(r"\s?(?:tokens?\s)?(?:effective|of (?:effective )?attention|attention span|receptive)\b", re.I)  # "4K window, ~131K effective"
_SLID = re.compile(r"\bSWA\b[^|;]{0,12}$|\b(?:attention|receptive)\s(?:span|field|range)\b[^.;|]{0,40}$")
_WEIGHED_WITH = re.compile(r"\b(?:(?:FP|BF|INT|NF)\d{1,2}|Q\d(?:_\w{1,4}){0,2}|\d-bit)\s(?:with|at)\s$")  # "FP8 with 128K context needs 16 cards"


def is_length_of_run(before: str, after: str) -> bool:
    """Whether a count is how far a model was trained, tested or run, or how far its attention reaches, and no limit of what it takes."""
    if _AT_START.search(before) and _SET_APART.match(after):
        return True
    return any(words.search(before[-60:]) for words in (_LEARNT_AT, _SLID, _WEIGHED_WITH)) or _SPAN.match(after) is not None
