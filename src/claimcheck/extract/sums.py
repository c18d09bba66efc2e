"""Amounts that are no price of tokens (bills, sums, subscriptions, other services) and numbers that are marks: an amount in its
sentence comes in, whether it is one of these goes out."""

from __future__ import annotations

import re

from claimcheck.extract.cues import Cue
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

MONEY_DECOY = Cue(
    r"\bmonth(?:ly)?\b|\bsubscri\w+|\bper (?:user|seat|task|request|query|image|minute|hour|month|year|day)"
    r"|/\s?(?:mo|month|task|yr|user)\b|\btotal\b|\bworkload|\bsav(?:e|es|ing|ings)\b|\bspend\w*|"
    r"\btraining (?:cost|run)|\bfunding\b|\bvaluation\b|\brevenue\b|\bbilled\b|\bblended\b"
    r"|\bplus (?:plan|subscription)|\bwould cost\b|\bcost you\b|\bcost per (?:task|request|query|run)"
    r"|\badditional\b[^.;$]{0,20}\bcosts?\b|\bcredits?\b|\bavg\b|\baverage\b|\bbill\b|\bannual\w*"
    r"|\beffective\s(?:\w+\s)?(?:costs?|rates?|prices?|pricing)\b"
)
_BLENDED = Cue(r"\b(?:blended|combined input)\b")
_MODE = Cue(
    r"\b(?:(?:fast|priority|flex|turbo|express)\s(?:mode|tier)|cache storage|storage):?\s(?:\$[\d.]+\s?/\s?)?$"
)  # prices of another service
_PLANS = re.compile(  # "$29/$79/$179 a month"
    r"(?:\s?[/,|]\s?\$\d[\d.,]{0,6}){1,3}(?:\s(?:or|and)\s\$\d[\d.,]{0,6})?\s?(?:/\s?|per\s|a\s)(?:mo|month|year|yr|user|seat)\b"
)
_EFFECTIVE = Cue(r"\beffective\s(?:\w+\s)?(?:costs?|rates?|prices?|pricing)\b[^.;$]*$")
# "Processing one billion tokens costs $200 on input" is a bill; "a million tokens cost $2" is a price.
_BILLED = Cue(r"\b(?:billion|(?:[2-9]|\d{2,4}|ten|twenty|fifty|hundred) million)\s(?:input\s|output\s)?tokens\s(?:would\s|will\s)?costs?\s")
_DIFFERENCE = Cue(r"\b(?:difference|gap) between\s(?:\$[\d.,]{1,9}\s(?:and|to)\s)?$")
_FRACTION = re.compile(r"\b1\s?/\s?\d{1,3}\s(?:of|the|as|that)\b")  # "compute is 1/20 of X"
_OTHERS_ASK = re.compile(  # "while the industry standard hovers between $1.25 and $2.00"
    r"\b(?:industry (?:standards?|averages?|norms?)|market (?:rates?|averages?|prices?)|(?:other|most|many) (?:providers|vendors|models|labs)|competitors"
    r"|rivals|hover(?:s|ed|ing)?)\b(?:[^.;,]|\.(?=\d)){0,70}$",
    re.I,
)
_MORE = re.compile(r"(?:\s(?:tokens?|input|output))?\s(?:more|less|cheaper|higher|lower|extra|dearer|pricier)\b(?!\sexpensive\b)")  # "$5/M more than X"
_NOT = re.compile(  # "$3, not $5", "(not the inflated $5/$20)"
    r"\bnot (?:the )?(?:(?:inflated|usual|old|full|claimed|rumou?red|advertised|quoted|expected|once|original) )?(?:\$[\d.,]{1,9}\s?/\s?)?[~≈]?$", re.I
)
_FOR_SO_MANY = re.compile(  # "For 1,500 tokens, the input cost is $0.002"
    r"\bfor\s(?:about\s|roughly\s|these\s|those\s)?(?P<count>\d[\d,.]{0,9})\s?(?P<scale>[KM]|thousand|million)?\s(?:input\s|output\s)?tokens\b"
    r"(?:[^.;()]|\.(?=\d)){0,70}$", re.I
)
_BILL_BEFORE = re.compile(r"\b(?:bills?|invoices?)\b[^.;:()]{0,50}$", re.I)
_TIMES = re.compile(r"[×✕·*]\s?\(?$|\b[xX]\s\(?$")  # "500 × $0.50"
_TIMES_OF = re.compile(r"\d\s?[×✕]\s?\(?$")
_CALCULATED = re.compile(r"[×✕·*]|\b[xX]\s(?=[$\d])")  # "500 × 3 = $15"
_ADDED_UP = re.compile(r"\s(?:(?:for\s)?\(?(?:input|output)s?(?:\stokens)?\)?\s)?\+\s\$", re.I)  # "$0.25 input + $0.125 output = $0.375"
_SUM = re.compile(r"\+[^=+]{1,30}=\s?[~≈*]{0,3}\s?$")  # "$2 input + $12 output = $14"
_USE = re.compile(  # "100k input + 20k output ≈ $0.45 (input $0.25 + output $0.20)": what one use comes to
    r"\d\s?[km]?\s(?:input|prompt)s?(?:\stokens?)?\s?\+\s?[\d.,]{1,9}\s?[km]?\s(?:output|completion|response)", re.I
)
_SUM_ARROW = re.compile(r"\+[^=+]{1,90}(?:→|->|=>)\s?[~≈*]{0,3}\s?$")  # "5k cached + 3k new → ~$0.005"
_PROCESSING = Cue(
    r"\b(?:process|send|us|fill|runn?|load|read)ing\b[^.;$]{0,60}\b(?:would\s|will\s)?costs?\s(?:about\s|roughly\s|around\s|only\s|just\s)?$"
)
_WOULD_COST = Cue(r"\b(?:session|task|request|call|job|query|run|pipeline|month)s?\b[^.;$]{0,80}\bwould\scosts?\b")
_PERIOD = re.compile(r"\b(?:per|a|each|/)\s?(?:month|day|year|week)\b|\bfees\b", re.I)
_BILL = 100.0  # dollars
_ADDED_TO = re.compile(r"\+\s$")
_COMES_TO = re.compile(r"=\s?[~≈*]{0,3}\$[\d.,]{1,9}(?![\d.,]|\s?(?:/|per)\s?1?\s?(?:M\b|MTok|million))|\bper (?:task|request|run|query)")
_CACHE_WRITE = Cue(
    r"\bcach(?:e|es|ed|ing)\b[\s-]?(?:\w+[\s-])?(?:writes?|writing|creation|storage)\b|\bwrit(?:es?|ing|ten)\s(?:in)?to\s(?:the\s)?cache\b"
)
_RATING = re.compile(r"\s?/\s?(?:5|10|100)(?![\d.]|\s?(?:M|K|per))")  # "7/10"
_OUT_OF = re.compile(r"(?<![\d.])\d{1,2}\s?/\s?$")


def _is_mark(sentence: Sentence, quantity: Quantity) -> bool:
    """ "7/10": a number out of five or ten, or the ten itself, is a mark."""
    if quantity.kind == "money" or {"input_price", "output_price"} <= set(sentence.context.topics):
        return False
    out_of = quantity.written in {"5", "10", "100"} and _OUT_OF.search(sentence.text, max(0, quantity.start - 6), quantity.start)
    return bool(out_of) or _RATING.match(sentence.text, quantity.end) is not None


def in_a_sum(sentence: Sentence, quantity: Quantity, before: str) -> bool:
    """Whether money is a factor without unit, or what comes out, of a bill that is worked out: "10,000 × $0.50 = $5.00"."""
    said = sentence.text[sentence.start : sentence.end]
    if not quantity.per and _of_so_many(sentence, quantity):
        return True
    if not quantity.per and (_WOULD_COST.search(said) or (quantity.value >= _BILL and _PERIOD.search(said))):
        return True
    if not quantity.per and _PROCESSING.search(sentence.text, max(sentence.start, quantity.start - 90), quantity.start):
        return True
    behind = sentence.text[max(sentence.start, quantity.start - 60) : quantity.start]
    if _SUM.search(behind) or _SUM_ARROW.search(sentence.text, max(sentence.start, quantity.start - 120), quantity.start):
        return True
    if not quantity.per and _USE.search(sentence.text, max(sentence.start, quantity.start - 120), quantity.start):
        return True
    if _ADDED_UP.match(sentence.text, max(quantity.end, quantity.per_end)) or _ADDED_TO.search(before):
        return not quantity.per and (_COMES_TO.search(sentence.text, quantity.end, sentence.end) or _CALCULATED.search(said)) is not None
    result = before.rstrip(" ~≈").endswith(("=", "≈")) and _CALCULATED.search(sentence.text, sentence.start, quantity.start)
    return bool(result) or (not quantity.per and (_TIMES.search(before) or _TIMES_OF.search(behind)) is not None)


def _of_so_many(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether an amount is what a number of tokens comes to that no price is given for."""
    found = _FOR_SO_MANY.search(sentence.text, max(sentence.start, quantity.start - 110), quantity.start)
    if found is None:
        return False
    scale = (found["scale"] or "")[:1].lower()
    count = float(found["count"].replace(",", "").strip(".") or 0) if found["count"].count(".") < 2 else 0.0
    return count * {"k": 1e3, "t": 1e3, "m": 1e6}.get(scale, 1.0) not in {1e3, 1e6}


def _is_blended(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether words before a price, or behind it up to the next comma, speak of a mixture of input and output."""
    end = max(quantity.end, quantity.per_end)
    stop = sentence.text.find(", ", end, sentence.end)
    return _BLENDED.search(sentence.text, sentence.start, stop if stop >= 0 else sentence.end) is not None


def is_no_price(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether money is per something else than tokens, a mark, a bill, a difference, or a mixture of input and output."""
    text = sentence.text
    if _CACHE_WRITE.search(sentence.context.label_text) or _CACHE_WRITE.search(text, max(sentence.start, quantity.start - 40), quantity.start):
        return True
    if quantity.per == "other" or _is_mark(sentence, quantity) or MONEY_DECOY.search(sentence.context.label_text):
        return True
    around = max(sentence.start, quantity.start - 4)
    if quantity.kind != "money" and any(m.start() <= quantity.start < m.end() for m in _FRACTION.finditer(text, around, min(sentence.end, quantity.end + 12))):
        return True
    if _NOT.search(text, max(sentence.start, quantity.start - 40), quantity.start):
        return True
    if _OTHERS_ASK.search(text, max(sentence.start, quantity.start - 90), quantity.start):
        return True
    if _MORE.match(text, max(quantity.end, quantity.per_end)) or _PLANS.match(text, quantity.end):
        return True
    if not quantity.per and _BILL_BEFORE.search(text, max(sentence.start, quantity.start - 80), quantity.start):
        return True
    if _MODE.search(text, max(sentence.start, quantity.start - 40), quantity.start):
        return True
    if _EFFECTIVE.search(text, max(sentence.start, quantity.start - 60), quantity.start):
        return True
    if _is_blended(sentence, quantity) or _DIFFERENCE.search(text, max(sentence.start, quantity.start - 40), quantity.start):
        return True
    return not quantity.per and _BILLED.search(text, sentence.start, quantity.start) is not None
