"""Numbers spelled out: "two hundred eighty-four billion" or "zero point twenty-eight" come in, values with offsets go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.cue_words import fold
from claimcheck.extract.cues import Cue, Whole
from claimcheck.extract.number_marks import NAMED_RATIOS

_UNITS = {w: i for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())}  # fmt: skip
_TENS = {w: (i + 2) * 10 for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
COUNTING = _UNITS.keys() | _TENS.keys() | _SCALES.keys()
WORDS = Cue(r"\b(?:" + "|".join(sorted(COUNTING)) + r")\b")
_DIGIT = re.compile(r"\d")
_GLUE = re.compile(r"(?:[ -]|\sand\s|\spoint\s)", re.I)
_NEEDS = re.compile(
    r"\s(?:percent|per cent|dollars?|cents?|tokens?"
    r"|times (?:as|cheaper|pricier|costlier|more|less|fewer|faster|slower|larger|bigger|smaller|the|that|its|longer|lower|higher)|languages"
    r"|(?:and|or)\s(?:[a-z]{3,9}[\s-]){1,4}dollars)\b",
    re.I,
)

_DIGIT_BEFORE = re.compile(r"\d[\s-]?$")
_TRILLION_SIZE = re.compile(r"-parameters?\b", re.I)  # "X's trillion-parameter design"; without an owner it is said of a class of models
_TRILLION_PARAMETERS = re.compile(r"(?:-parameter\b(?!\s(?:models|class|scale|era|club))|\sparameters\b)", re.I)
_TRILLION_OF = re.compile(  # "X is a trillion-parameter model", "X has over a trillion parameters"
    r"\b(?:is|was|has|have|had|with|at|of|counts|holds|boasts?|packs?|reach(?:es|ed)|hits?|exceeds?|pass(?:es|ed)|as)\s"
    r"(?:(?:still|already|also|now)\s)?(?:(?:over|nearly|almost|about|around|roughly|more than|some)\s)?an?\s(?:(?:open|sparse|massive|huge|giant)\s)?$",
    re.I,
)
_MILLION_TOKEN = re.compile(r"[\s-]token\b", re.I)  # "a million-token context window"


def holding_numbers(texts: Sequence[str], whole: Whole) -> set[int]:
    """Places of the texts of an article that can hold a number: a digit, or a word that counts."""
    return {*whole.places(WORDS), *whole.places(NAMED_RATIOS), *(index for index, text in enumerate(texts) if _DIGIT.search(text))}


def spelled(text: str, folded: str | None = None) -> Iterator[tuple[int, int, float, bool]]:
    """Yield (start, end, value, scaled) of spelled numbers; lone small words ("one", "two") only before a unit."""
    folded = fold(text) if folded is None else folded
    words = list(WORDS.each(text, folded)) if WORDS.may_match(folded) else []
    index = 0
    while index < len(words):
        last = index
        while last + 1 < len(words):
            between = text[words[last].end() : words[last + 1].start()]
            if not _GLUE.fullmatch(between) or (between.strip().lower() == "and" and _counts_anew(words, last)):
                break
            last += 1
        start, end = words[index].start(), words[last].end()
        run = text[start:end].lower()
        count = last - index + 1
        million = run == "million" and _MILLION_TOKEN.match(text, end) and not _DIGIT_BEFORE.search(text[max(0, start - 2) : start])
        million = million or (run == "trillion" and _is_trillion_size(text, start, end))
        if count > 1 or million or _NEEDS.match(text, end):
            value = value_of(run)
            if value is not None and (million or not (count == 1 and run in _SCALES)):
                yield start, end, value, any(scale in run for scale in ("million", "billion", "trillion"))
        index = last + 1


def _is_trillion_size(text: str, start: int, end: int) -> bool:
    """Whether the lone word "trillion" is the size of one model."""
    if _TRILLION_SIZE.match(text, end) and text[max(0, start - 3) : start] in {"'s ", "’s "}:
        return True
    return _TRILLION_PARAMETERS.match(text, end) is not None and _TRILLION_OF.search(text, max(0, start - 48), start) is not None


def _counts_anew(words: Sequence[re.Match[str]], last: int) -> bool:
    """Whether a second number begins after "and": behind no scale, or with one that is not smaller ("two and twelve", "seventy billion and eight billion")."""
    here = _SCALES.get(words[last].group().lower(), 0)
    if not here:
        return True
    following = next((_SCALES[word.group().lower()] for word in words[last + 1 : last + 5] if word.group().lower() in _SCALES), 0)
    return here > 100 and following >= here


def value_of(run: str) -> float | None:
    """The value of a run of number words, None when it is no number ("one two")."""
    whole, _, fraction = run.replace("-", " ").partition(" point ")
    scale = 1.0
    if fraction:
        fraction_words = fraction.split()
        while fraction_words and fraction_words[-1] in _SCALES:
            scale *= _SCALES[fraction_words.pop()]
        digits = _digits(fraction_words)
        if digits is None:
            return None
    else:
        digits = ""
    value = _whole([word for word in whole.split() if word != "and"])
    if value is None:
        return None
    return float(f"{int(value)}.{digits}") * scale if digits else value * scale


def _digits(words: list[str]) -> str | None:
    """ "twenty eight" -> "28", "two" -> "2", "zero five" -> "05"."""
    if words and all(word in _UNITS for word in words):
        return "".join(str(_UNITS[word]) for word in words)
    value = _whole(words)
    return None if value is None else str(int(value))


def _whole(words: list[str]) -> float | None:
    total, current, seen_unit = 0.0, 0.0, False
    for word in words:
        if word in _UNITS:
            if seen_unit:
                return None
            current, seen_unit = current + _UNITS[word], True
        elif word in _TENS:
            if seen_unit or current % 100:
                return None
            current += _TENS[word]
        elif word == "hundred":
            current, seen_unit = (current or 1) * 100, False
        elif word in _SCALES:
            total, current, seen_unit = total + (current or 1) * _SCALES[word], 0.0, False
        else:
            return None
    return total + current
