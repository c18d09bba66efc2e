"""Parameters at work or in all: a size in its sentence comes in, the attribute that it is a value of goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_TOTAL_FIRST = re.compile(r"\W*[\d.]{1,6}\s?[BT]\s?/\s?")  # "235B / 22B" in a cell: all, and those at work
_JOINED = re.compile(r"(?:(?:,|\sand|,\sand)\s[\d.]{1,9}\s?(?:b|billion|t|trillion|m|million)?(?=[\s,])){1,9}", re.I)
_LIKE_ITS = re.compile(
    r"\d\s?[BT]?\s(?:active|activated)(?:\sparam\w*)?\s\((?:(?:very\s)?similar to|vs\.?|versus|compared (?:to|with)|against|like|the same as|up from|down from)"
    r"\s[^()]{2,40}['’]s\s$",
    re.I,
)
_USES = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|engag(?:e|es|ed|ing)|employ(?:s|ed|ing)?|runs?)\s(?:only\s|just\s|about\s|roughly\s|around\s)*$", re.I
)
_AT_WORK = re.compile(
    r"(?:\sof\s(?:them|these|those|its))?(?:\s?(?:parameters|params))?\s(?:(?:at|in|for|on|during|per)\s)(?:(?:any|each|every|a|one|given|single)\s){0,3}"
    r"(?:inference|operation|runtime|tokens?|forward pass|time|step|quer(?:y|ies)|prompt|request)\b|\s?(?:parameters\s|params\s)?out of\s|\)",
    re.I,
)
_SIZES_BEHIND = re.compile(
    r"[\s*_]{0,3}\s\((?P<all>\d{1,4}(?:\.\d{1,2})?)(?P<unit>[BT])(?:\s?/\s?(?P<active>\d{1,3}(?:\.\d{1,2})?)B\)|-A\d{1,3}(?:\.\d)?B\)|[,;]\s(?!\d))"
)
_ONLY_OF = re.compile(
    r"\sof\s(?:its\s|the\s|all\s)?[\d.]{1,6}\s?(?:[BT]|billion|trillion)\s(?:total\s)?param\w*\s(?:\w+\s)?(?:activat\w+|(?:is|are) (?:active|used))\b", re.I
)
_JUST = re.compile(r"\b(?:only|just|merely)\s(?:about\s|around\s|roughly\s|some\s|approximately\s)?[~≈]?$", re.I)
_ARE_USED = re.compile(r"(?:\sparam\w*)?\s(?:are|get|being)\s(?:ever\s|actually\s)?(?:used|engaged|involved|needed|run|computed|called upon)\b", re.I)
_FIRES = re.compile(  # "only 37B of which fire per token", "32B of its parameters are active"
    r"(?:\s(?:parameters|params))?\sof\s(?:which|them|those|these|(?:its|the|those|all)\s(?:[\d.]{1,6}\s?[BT]\s)?(?:parameters|params|weights))\s(?:are\s|is\s)?(?:[a-z]+ly\s)?"
    r"(?:fires?|lights? up|kicks? in|wakes?|works?|runs?|engaged?|activates?|active|activated|used|awake|in use|at work)\b",
    re.I)  # fmt: skip
_ACTIVATES = re.compile(
    r"\bactiv(?:e|ates?|ated|ating)(?:\s(?:only|just|about|roughly|approximately|around|nearly|some|parameters?|params?|:|of))*[\s:~(]*$", re.I
)
_AT_WORK_OF = re.compile(r"[^.;]{0,40}\b(?:activ(?:e|ated?)|awake|at (?:a|any one) time|at once|(?:per|for each) token|(?:are|is) used|work)\b", re.I)


def pair_of_sizes(sentence: Sentence, name_end: int, quantity: Quantity) -> bool | None:
    """Of "X (400B / 17B)", all parameters and those at work, whether this is the second; None where it is neither, nor alone as in "X (24B, open)"."""
    match = _SIZES_BEHIND.match(sentence.text, name_end, sentence.end)
    if match is None or quantity.start not in (match.start("all"), match.start("active")):
        return None
    if match["active"] is None:
        return False
    larger = float(match["all"]) * (1000 if match["unit"] == "T" else 1) > 1.5 * float(match["active"])
    return quantity.start == match.start("active") if larger else None


def which_parameters(sentence: Sentence, quantity: Quantity, before: str, after: str) -> str:
    """“parameters” or “active_parameters” of a size between the words `before` and `after`."""
    topics = sentence.context.topics
    following = sentence.text[quantity.end : min(sentence.end, quantity.end + 60)]
    after = after if after.strip(" ,and") else _JOINED.sub("", following)  # "22 and 3 billion active": what follows the last holds for all
    if re.search(r"\bof (?:which|them|these)\s(?:only\s|about\s|just\s)?$", before, re.I) and _AT_WORK_OF.match(following):
        return "active_parameters"
    if re.match(r"[\s-]*(?:in\s)?(?:total|all)\b", after, re.I):
        return "parameters"
    if _LIKE_ITS.search(sentence.text, sentence.start, quantity.start):  # "32B active parameters (similar to X's 37B)"
        return "active_parameters"
    if (
        re.match(
            r"[\s-]*(?:parameters?\s|params\s)?(?:of\s(?:them|which|those)\s)?(?:are\s|is\s|being\s)?"
            r"\(?(?:active|activated|actively \w+ed|engaged|used (?:for|per|at))\b", after, re.I
        )
        or _FIRES.match(following)
        or _ACTIVATES.search(before)
    ):
        return "active_parameters"
    if _ONLY_OF.match(following) or (_JUST.search(before) and _ARE_USED.match(following)) or (_USES.search(before) and _AT_WORK.match(following)):
        return "active_parameters"
    if "active_parameters" in topics and "parameters" not in topics:
        return "active_parameters"
    owner = next((m for m in reversed(sentence.mentions) if m.end <= quantity.start), None)
    if owner is not None and pair_of_sizes(sentence, owner.end, quantity):
        return "active_parameters"
    second = sentence.context.fixed and _TOTAL_FIRST.fullmatch(sentence.text, sentence.start, quantity.start)
    if "/" in before[-4:] and ("active_parameters" in topics or second):
        total = next((q.value for q in reversed(sentence.quantities) if q.end <= quantity.start), quantity.value)
        return "active_parameters" if total >= quantity.value else "parameters"  # "16B/236B" are two sizes
    return "parameters"
