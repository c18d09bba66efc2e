"""How a value is meant: a fresh reading and its sentence come in, the same marked as hedged, planned, former or a host's goes out."""

from __future__ import annotations

import re

from claimcheck.extract import phrases
from claimcheck.extract.hosts import HOSTED, host_said
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.terms import FORMERLY

CHANGING = frozenset("input_price output_price cached_input_price batch_input_price batch_output_price context_window max_output_tokens".split())
_NOW = re.compile(r"\b(?:now|today|currently|since|(?<!used )to|and (?:is|has been))\s|→|->", re.I)
ADDITION = re.compile(r"\(|[,—–]\s?(?:with|and|plus)\s")
_DAY = re.compile(r"\W*(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?:\d{1,2},?\s)?20\d\d|20\d\d(?:-\d\d){0,2})\W*")
_OF_EDITION = re.compile(  # "128K (original)", "32K (K2-Instruct-0711)", "8K (v0.1)": of one dated or numbered edition
    r"\s?(?:tokens?\s)?\((?:in\s|for\s)?(?:(?:[A-Za-z][\w.]{0,14}[\s-]){0,3}(?:0[1-9]\d\d|1[0-2]\d\d|20\d{6}|v\d(?:\.\d)?)|(?:the\s)?(?:original|initial|first)(?:ly)?)"
    r"(?:\s(?:model|update|version|release|snapshot))?\)"
)
_ENTRY = re.compile(r"[*_)\]]{0,3}\s?(?:[:—–|]|-\s)")  # "2024-02-15 — X with 1M context": what a timeline tells of a day


def stanced(sentence: Sentence, reading: Reading) -> Reading:
    """A fresh reading, changed: hedges and plans in the same clause (or above the whole section) change how a value is meant."""
    begin, finish = sentence.clause(reading.start)
    until = min(finish, reading.end + 60, _aside(sentence, reading))
    since = sentence.start if "parameters" in reading.attribute else begin  # "leaked (…; …): 8 experts, ~1.76T in all"
    if phrases.HEDGED.alone(sentence, since, until) or (sentence.context.stance == "hedged" and reading.attribute not in {"release_date"}):
        reading.stance = "hedged"
    elif reading.attribute == "release_date":
        reading.stance = "planned" if phrases.TO_COME.search(sentence.text, begin, reading.start) else reading.stance
    elif reading.attribute not in {"knowledge_cutoff", "benchmark_score"} and (
        sentence.context.stance == "planned" or phrases.PLANNED.alone(sentence, begin, until)
    ):
        reading.stance = "planned"
    if reading.attribute in HOSTED:
        reading.host = host_said(sentence.text, sentence.start, sentence.end) or sentence.context.host
    if _is_former(sentence, reading):
        reading.condition = FORMERLY
    reading.context_start, reading.context_end = sentence.start, sentence.end
    return reading


def _aside(sentence: Sentence, reading: Reading) -> int:
    """Where an addition after a value begins that holds another value: its hedges are not this one's ("1M (2M planned)", "1M, with 2M to come")."""
    following = next((q.start for q in sentence.quantities if q.start >= reading.end), sentence.end)
    opening = ADDITION.search(sentence.text, reading.end, following)
    return opening.start() if opening and following < sentence.end else sentence.end


def _is_former(sentence: Sentence, reading: Reading) -> bool:
    """Whether a price, limit or relation told as a former one ("used to cost", "at launch", "(was $5)"), to be judged by what was right once."""
    if reading.condition is not None or not (reading.attribute in CHANGING or reading.attribute == "relative"):
        return False
    day = next((q.end for q in sentence.quantities[:1] if q.kind == "date" and q.start - sentence.start < 8), None)
    if _DAY.fullmatch(sentence.context.label_text) or (day is not None and _ENTRY.match(sentence.text, day)):
        return True
    begin, finish = sentence.clause(reading.start)
    before = sentence.text[max(begin, reading.start - 90) : reading.start]
    now = max((m.end() for m in _NOW.finditer(before)), default=0)
    found = phrases.FORMER.search(before[now:]) or phrases.DATED_PAST.search(before) or phrases.FORMER_AFTER.match(sentence.text[reading.end : finish])
    return found is not None or _OF_EDITION.match(sentence.text, reading.end) is not None
