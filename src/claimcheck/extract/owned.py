"""Values that a few fixed words tie to the model named right before them: a quantity in its sentence comes in, that model goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence, coordinated, coordinated_forward
from claimcheck.extract.spans import earlier
from claimcheck.extract.timeline import came_out
from claimcheck.extract.values import Quantity, Target

_ITS_VALUE = re.compile(  # "than X's pricing of $10/$30", "X's context window is 128K"
    r"['’]s?\s(?:[\w-]{2,14}\s){0,3}?(?:pric(?:e|es|ing)|rates?|costs?|windows?|context|limit|length|size|scores?|count)\s"
    r"(?:of|at|is|was)\s(?:(?:about|only|just|around|up to|roughly|nearly)\s)?[~≈$]?",
    re.I,
)
_ITS_PLAIN = re.compile(  # "X's standard 200K"
    r"['’]s?\s(?:(?:standard|own|mere|native|default|max(?:imum)?|usual|regular|full|current|modest|smaller|larger|paltry|massive)\s){0,2}[~≈]?", re.I
)
_CAME_OUT = re.compile(  # "models like X, released in early 2025, …"
    r",?\s\(?(?:which was\s|that was\s)?(?:first\s|originally\s|officially\s|just\s)?(?:released|launched|announced|introduced|unveiled)\s"
    r"(?:(?:only|just)\s)?(?:[\w-]{1,8}\s(?:days?|weeks?|months?|years?)\s(?:ago|earlier|before|later)\s)?(?:back\s)?(?:in|on)\s(?:early[\s-]|mid[\s-]|late[\s-])?"
    r"|,\swhich\s(?:was\s)?(?:first\s)?(?:released|launched|announced|debuted|arrived|came out|shipped|landed|dropped)\s(?:(?:back\s)?(?:in|on)\s)?",
    re.I,
)
_DAY_FIRST = re.compile(  # "2024-07-18: X launches", "May 13, 2024 — Acme releases X"
    r"\s?[:–—-]\s[\W_]{0,3}(?:[A-Z]\w+\s(?:releas|launch|announc|unveil|introduc)(?:es|ed)\s)?(?:the\s)?"
)
_RELEASE_OF = re.compile(  # "its May 13, 2024 release of X"
    r"\s(?:release|launch|debut|announcement|unveiling|introduction|arrival)\sof\s(?:the\s|its\s)?(?:[A-Z]\w+['’]s\s)?"
)
_FIRST_OF_TWO = re.compile(  # "has more context (200K tokens vs 128K for Y)"
    r"\s?(?:tokens?\s|context\s)?(?:vs\.?|versus|against|compared\s(?:to|with))\s[~≈$]?\d[\d.,]{0,9}\s?[KMB%]?(?:\s?tokens?)?\s(?:for|on|in|of|at|with|by|from)\s(?:the\s)?"
)
_REMARK = re.compile(r"(?:\stokens?)?\s?\((?P<words>[^()\n]{2,40})\)", re.I)


def owned(sentence: Sentence, quantity: Quantity, attribute: str) -> tuple[Target, ...]:
    """The model named right before a value, where the words between say that the value is its own, though it be only compared with; else ()."""
    if attribute == "release_date" and (out := came_out(sentence, quantity)) is not None:
        return coordinated_forward(sentence, out)
    if attribute == "release_date" and (of := _RELEASE_OF.match(sentence.text, quantity.end, sentence.end)):
        return next((coordinated_forward(sentence, m) for m in sentence.mentions if m.start == of.end()), ())
    before = [m for m in earlier(sentence.mentions, quantity.start)[-1:] if m.end <= quantity.start]
    if attribute == "release_date" and not before and not sentence.text[sentence.start : quantity.start].strip(" *_-•"):
        day = _DAY_FIRST.match(sentence.text, quantity.end, sentence.end)
        behind = next((m for m in sentence.mentions if day and m.start == day.end()), None)
        return coordinated_forward(sentence, behind) if behind else ()
    if not before:
        return ()
    if attribute == "release_date":
        return coordinated(sentence, before[0]) if _CAME_OUT.fullmatch(sentence.text, before[0].end, quantity.start) else ()
    limit = attribute == "context_window" and _ITS_PLAIN.fullmatch(sentence.text, before[0].end, quantity.start)
    return (before[0].target,) if limit or _ITS_VALUE.fullmatch(sentence.text, before[0].end, quantity.start) else ()


def is_its(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a value stands right behind the possessive of a model: "X's standard 200K"; not where two short names were taken for that one."""
    before = [m for m in earlier(sentence.mentions, quantity.start) if m.end <= quantity.start]
    if not before or _ITS_PLAIN.fullmatch(sentence.text, before[-1].end, quantity.start) is None:
        return False
    return all(m.text == before[-1].text or m.target.name != before[-1].target.name for m in before)


def not_of_second(sentence: Sentence, quantity: Quantity, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """The models of a value without the one that only the second of two values is of: "200K vs 128K for Y" says nothing of Y with the first."""
    behind = _FIRST_OF_TWO.match(sentence.text, max(quantity.end, quantity.per_end), sentence.end)
    second = next((m.target for m in sentence.mentions if behind and m.start == behind.end()), None)
    return tuple(target for target in targets if target != second)


def marked(sentence: Sentence, quantity: Quantity, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """Of several models that a value may be of, the one that the parentheses behind it tell by its tier: "10M tokens (Scout variant)"."""
    remark = _REMARK.match(sentence.text, max(quantity.end, quantity.per_end), sentence.end) if len(targets) > 1 else None
    said = re.findall(r"[a-z]{3,}", remark["words"].lower()) if remark else []
    telling = [word for word in said if not all(word in target.parts for target in targets)]
    meant = tuple(target for target in targets if any(word in target.parts for word in telling))
    return meant if len(meant) == 1 else targets
