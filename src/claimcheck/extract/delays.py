"""Speeds and delays: tokens per second, or seconds, in a sentence come in; output speed or time to the first token goes out."""

from __future__ import annotations

import re

from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_LATENCY = re.compile(
    r"\blatency\b|\btime[\s-]to[\s-]first[\s-]token\b|\bttft\b|\bresponse times?\b|\bresponds?\b|\bfirst token\b"
    r"|\baudio (?:input|response)|\bvoice\b|\bconversation\b|\brespond\b",
    re.I,
)
_LATENCY_DECOY = re.compile(
    r"\b(?:don['’]?t|do not|doesn['’]?t|does not)\s(?:\w+\s)?(?:need|require)\b"
    r"|\btasks?\b|\bin (?:our|my)\b|\bwe\b|\bexceed\w*|\bdemo\b|\bquer(?:y|ies)\b|\btest(?:s|ed)?\b",
    re.I,
)
# What an application needs or takes ("latency-critical apps (<100 ms)", "grading latency: <5s p95") is no property of a model.
_OF_AN_APP = re.compile(
    r"\b(?:latency|time|speed)[\s-](?:critical|sensitive|budget)|\b(?:path|pipeline|endpoint|grading|workflow|page|request|context|upload|search|e2e|end-to-end|target)"
    r"\s(?:latency|response)|\bp9\d\b|\b(?:sub-?second|milliseconds) to\s$",
    re.I,
)
_MORE = re.compile(r"\s(?:faster|slower|more|less|quicker|ahead|behind|higher|lower)\b", re.I)  # "250 milliseconds faster than X"
_OTHERS_SPEED = re.compile(
    r"\b(?:by|(?:class|peer|industry|category|market)\s(?:average|median|mean)(?:\s(?:of|is|at))?)\s(?:(?:about|approximately|around|roughly)\s)?$", re.I
)
_DELAY = re.compile(r"\blatency\b|\bdelay\b", re.I)
_PER_ANSWER = re.compile(r"\s?(?:/\s?|per\s)(?:\d|request|query|task|call|prompt|answer|response|image|page)|[\s-]time-to-complete", re.I)
_LONGEST_DELAY = 5  # seconds; a longer "response time" is that of the whole answer
_FIRST = re.compile(r"\bfirst[\s-]token\b|\bttft\b", re.I)
_WHOLE_TIME = re.compile(r"\s(?:total|overall|end[\s-]to[\s-]end|in total)\b", re.I)
_FOR_WORK = re.compile(  # "3 s for parsing a receipt" is how long a job takes
    r"\s(?:latency\s|response\s(?:time\s)?)?for\s(?:[\w-]{1,20}\s){0,2}?(?:parsing|OCR|extraction|processing|summari\w+|generation|images?|queries|classification"
    r"|code|analysis|documents?|pages?|searches)\b",
    re.I,
)
_LONGEST_WAIT = 60  # seconds; what takes longer is a run of a benchmark or a whole answer


def speed(sentence: Sentence, quantity: Quantity) -> Measure | None:
    """Tokens per second, None when that is a difference ("faster by 25 tokens per second") or what others reach on average."""
    return None if _is_difference(sentence, quantity) else Measure("output_speed", quantity.value)


def _is_difference(sentence: Sentence, quantity: Quantity) -> bool:
    before = sentence.text[max(sentence.start, quantity.start - 40) : quantity.start]
    return _OTHERS_SPEED.search(before) is not None or _MORE.match(sentence.text, quantity.end) is not None


def seconds(sentence: Sentence, quantity: Quantity) -> Measure | None:
    """Seconds to the first token, None when the sentence is about something else that takes time."""
    text = sentence.text[sentence.start : sentence.end]
    if _OF_AN_APP.search(sentence.context.label_text) or _OF_AN_APP.search(text[: quantity.end + 5 - sentence.start]):
        return None
    if _is_difference(sentence, quantity) or _PER_ANSWER.match(sentence.text, quantity.end):
        return None
    if _FOR_WORK.match(sentence.text, quantity.end) and not _FIRST.search(text):
        return None
    first = _FIRST.search(text) or _FIRST.search(sentence.context.label_text)
    delayed = _DELAY.search(text) or _DELAY.search(sentence.context.label_text)
    longest = _LONGEST_WAIT if delayed else _LONGEST_DELAY
    if first is None and (quantity.value > longest or sentence.context.timed_whole or _WHOLE_TIME.match(sentence.text, quantity.end)):
        return None
    if "time_to_first_token" in sentence.context.topics or (_LATENCY.search(text) and not _LATENCY_DECOY.search(text)):
        return Measure("time_to_first_token", quantity.value)
    return None
