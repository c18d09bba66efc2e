"""Prices dealt out to models in order, pairs of which only one side is said, and prices of two models side by side: a sentence and a price
come in, its model and side go out."""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.extract.context import distinct
from claimcheck.extract.sentence import Sentence, all_coordinated
from claimcheck.extract.values import Quantity, Target

_LISTED = re.compile(r",\s|\sand\s|,\sand\s")
_ONE_SIDE = re.compile(
    r"\s?(?:(?:tokens?\s(?:of|for)\s)?(?P<io>input|output)\b(?!\s?(?:tokens?\s?)?(?:,|/|and|&)\s?outputs?)"
    r"|(?:tokens?\s)?on the way (?P<way>in|out)\b)",
    re.I,
)
_SIDES = re.compile(r"\b(?:(?P<input>inputs?|prompts?|on the way in)|(?P<output>outputs?|completions?|on the way out))\b", re.I)


def dealt_out(sentence: Sentence, quantity: Quantity) -> tuple[Target, str] | None:
    """The model and the side ("input" or "output") of a price in "A and B cost $2.50 and $0.15 per million input tokens".

    None unless as many prices stand in a row as models are joined before them, and one side is said of all of them.
    """
    run = [quantity]
    for other in (q for q in sentence.quantities if q.kind == quantity.kind and q.start > quantity.start):
        if _LISTED.fullmatch(sentence.text[max(run[-1].end, run[-1].per_end) : other.start]):
            run.append(other)
    for other in (q for q in reversed(sentence.quantities) if q.kind == quantity.kind and q.start < quantity.start):
        if _LISTED.fullmatch(sentence.text[max(other.end, other.per_end) : run[0].start]):
            run.insert(0, other)
    side = _ONE_SIDE.match(sentence.text, max(run[-1].end, run[-1].per_end), sentence.end)
    before = [m for m in sentence.mentions if m.end <= run[0].start]
    targets = distinct(before)
    if side is None or len(run) < 2 or len(targets) != len(run) or not all_coordinated(sentence, before):
        return None
    return targets[run.index(quantity)], "output" if (side["io"] or side["way"]).lower().startswith("out") else "input"


def one_sided(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a price is one of just two, joined by "and", of which the words before say one side: "On the way out they cost $10 and $0.60"."""
    money = [q for q in sentence.quantities if q.kind == "money"]
    if quantity.kind != "money" or len(money) != 2 or sentence.text[max(money[0].end, money[0].per_end) : money[1].start] != " and ":
        return False
    sides = [{match.lastgroup for match in _SIDES.finditer(sentence.text, start, end)} for start, end in (
        (sentence.start, money[0].start), (money[1].end, sentence.end))]  # fmt: skip
    return len(sides[0]) == 1 and not sides[1]


_VERSUS = re.compile(r"\s(?:vs\.?|versus|against|compared (?:to|with))\s[~≈]?")


def held_against(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """The second price of "$3 vs $5 per million input tokens" when this is the first, which then has the side and the unit said behind both."""
    if quantity.kind != "money" or quantity.per:
        return None
    second = next((q for q in sentence.quantities if q.kind == "money" and q.start >= quantity.end), None)
    return second if second is not None and _VERSUS.fullmatch(sentence.text, quantity.end, second.start) else None


def output_first(sentence: Sentence, stroke: re.Pattern[str]) -> bool:
    """Whether all pairs of prices of a sentence, two or more, give the dearer output first: "from $40/$10 to $8/$2"."""
    money = [q for q in sentence.quantities if q.kind == "money"]
    pairs = [(one, two) for one, two in pairwise(money) if stroke.fullmatch(sentence.text, max(one.end, one.per_end), two.start)]
    return len(pairs) > 1 and all(one.value > two.value for one, two in pairs)
