"""Dates that are no day of a model: a date in its sentence comes in, whether it ends an offer, names an event or is of a service goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_UNTIL = re.compile(r"\b(?:through|until|till|expir(?:es?|ing)(?:\son)?|end(?:s|ing)(?:\son)?)\s$", re.I)
_EVENT = re.compile(  # "an ICLR 2025 paper"
    r"\b(?:ICLR|NeurIPS|ICML|E?ACL|EMNLP|NAACL|COLM|CVPR|[IE]CCV|AAAI|KDD|SIGGRAPH|CES|GTC|I/O|WWDC|Build|Ignite|re:Invent|DevDay|U?S?A?[IM]MO|IOI|ICPC|Olympiad)\s$"
)
_SCHEDULE = re.compile(
    r"\s(?:release\s(?:cadence|schedule|calendar|cycle|plans?)|roadmap|line-?up|deadline|cut-?off|edition|report|survey|index|paper)\b", re.I
)
_TWO_MONTHS = re.compile(r"\b(?P<month>[A-Z][a-z]{2})[a-z]{0,6}\s?(?P<joint>[/–—-])\s?$")  # "Aug/Oct 2024" of two models
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OPENS = re.compile(r"\W*(?:Launched|Released|Introduced|Announced|Unveiled|Founded|Started)\s(?:back\s)?(?:in|on)\s(?:early\s|mid-?\s?|late\s)?", re.I)
_OTHER_THING = re.compile(
    r",\s(?:the|its|this|our)\s(?:[\w-]+\s){0,4}?(?:subscription|plan|app|service|platform|tool|plugin|company|program(?:me)?|feature|product|chatbot|assistant"
    r"|extension|browser|website|startup|benchmark)\b",
    re.I,
)
_OTHERS_LAUNCH = re.compile(  # "**Feb 2024:** Acme launches with X and Y on its menu"
    r"\W{0,6}(?:the\s)?[A-Z][\w.-]{1,20}\s(?:launch(?:es|ed)|start(?:s|ed)|open(?:s|ed)|debut(?:s|ed)|roll(?:s|ed)\sout|go(?:es)?\slive|went\slive)\s(?:with|using|on)\b"
)
_PRICE_MOVED = re.compile(  # "X went from $3 to $6 on May 1"
    r"\b(?:went|rose|fell|dropped|jumped|moved|increased|decreased|doubled|was\s(?:cut|raised|reduced))\b[^.;]{0,30}\$\d[^.;]{0,40}"
    r"\s(?:in|on|from|since|effective|starting)\s$",
    re.I,
)

_SHIPPED_THINGS = re.compile(  # "35 updates in Q1 2026"
    r"\b\d{1,3}\+?\s(?:[\w-]+\s)?(?:updates|features|changes|releases|fixes|improvements|announcements)\s(?:in|during|on)\s(?:Q[1-4]\s)?$"
)
_SEASON = re.compile(  # "February 2026 has seen …"
    r"\s(?:has|have|had|saw|sees|brings|brought|marks|marked|felt|looked)\s(?!(?:the\s|its\s)?(?:launch|release|debut|arrival|introduction)\b)"
)
_MOVED = re.compile(r"\b(?:shifted|changed|moved on|evolved|tightened|crowded|intensified)\b[^.;]{0,24}\s(?:in|by|since)\s(?:(?:early|mid|late)[\s-])?$", re.I)
_OF_COMPARED = re.compile(r"\bthan\s(?:[\w.'’-]+\s){1,7}from\s$", re.I)  # "cheaper than their X model from 2022"


def is_one_of_two(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a date is the second of two that share a year ("Aug/Oct 2024", "May–June"): whose it is, no word says. "March/April" is one time."""
    first, second = _TWO_MONTHS.search(sentence.text, max(0, quantity.start - 12), quantity.start), sentence.text[quantity.start : quantity.start + 3]
    if first is None or first["month"] not in _MONTHS or second not in _MONTHS:
        return False
    return first["joint"] != "/" or _MONTHS.index(second) - _MONTHS.index(first["month"]) != 1


def is_of_something_else(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a date ends an offer, names an event or a schedule, or opens a sentence about a service: "Launched in May 2024, the Pro plan …"."""
    text, start, end = sentence.text, quantity.start, quantity.end
    if _MOVED.search(text, max(sentence.start, start - 70), start) or (start - sentence.start < 6 and _SEASON.match(text, end)):
        return True
    if _SHIPPED_THINGS.search(text, max(sentence.start, start - 60), start):
        return True
    if _PRICE_MOVED.search(text, max(sentence.start, start - 100), start) or _OF_COMPARED.search(text, max(sentence.start, start - 80), start):
        return True
    if _UNTIL.search(text, max(0, start - 14), start) or _EVENT.search(text, max(0, start - 12), start) or _SCHEDULE.match(text, end, sentence.end):
        return True
    launch = _OTHERS_LAUNCH.match(text, end)
    if launch is not None and not any(end <= m.start < launch.end() for m in sentence.mentions):
        return True
    return _OPENS.fullmatch(text, sentence.start, start) is not None and _OTHER_THING.match(text, end, sentence.end) is not None
