"""Prices: an amount of money in its sentence comes in, what it is the price of, in dollars a million tokens, goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extract import price_sides
from claimcheck.extract.context import PER_THOUSAND
from claimcheck.extract.dealt import dealt_out, held_against, one_sided, output_first
from claimcheck.extract.editions import edition
from claimcheck.extract.price_sides import in_order
from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence, neighbours, said_respectively
from claimcheck.extract.sums import MONEY_DECOY, in_a_sum, is_no_price
from claimcheck.extract.values import Quantity
from claimcheck.terms import CONVERTED

_PER_THOUSAND_ONLY = 0.002  # dollars; no million tokens was ever so cheap, so that the writer counts in thousands
DEAREST = 700.0  # dollars a million tokens; what is dearer and names no unit is a bill
_OF_TOKENS = re.compile(r"\btokens?\b|/\s?1?M\b|\bper 1?M\b|\bmillion\b|\bAPI\b|\boutput pric|\binput pric")
_IN = re.compile(r"\b(?:input|in)\b")
_OUT = re.compile(r"\b(?:output|out)\b")
_IO_AFTER = re.compile(
    r"\s?(?:\(?(?:USD\s)?(?:/|per|for|a)?\s?(?:1\s?M|1M|one million|1 million|million|M|1K|1,000|MTok|K"
    r"|thousand)?\s?(?:tokens?\s)?(?:for\s(?:the\s)?|of\s|on\s(?:the\sway\s)?|\("
    r"|in\s(?=(?:the\s)?(?:cached|batch|input|output|prompt))|that\s(?:go|come)(?:es)?\s|going\s"
    r"|coming\s)?\s?"
    r"(?:the\s)?(?P<cached>cached?(?:\s|d\s)?)?(?P<batch>batch\s)?"
    r"(?P<io>input|prompt(?!s?\s(?:up|over|under|above|below|beyond|longer|shorter|larger|smaller|of|with|[≤≥<>]))|output|completion|in\b|out\b)?)",
    re.I,
)
_SIDE_BEFORE = re.compile(r"(?:^|[.,;(]\s?|\band\s)(?:on\s|for\s)?(?:cached\s)?(?:in|out)put(?:\stokens)?(?:\s(?:costs?|is|at|stands at|comes to))?:?\s$", re.I)
_SIDE_AFTER = re.compile(r"\s(?:for|on)\s(?:the\s)?(?:in|out)put(?:\stokens)?(?=[\s.,;)]*(?:$|[.,;)]|and\b|but\b|while\b))", re.I)
_NOT_CACHED = re.compile(r"\s(?:standard|regular|normal|uncached|list price|without|for uncached)\b", re.I)  # "$0.30 cached versus $3.00 standard"
_NOT_BATCH = re.compile(r"\b(?:instead of|rather than|down from|(?:vs\.?|versus|compared (?:to|with))(?: the)? (?:standard|regular|normal))\s$", re.I)
_SIDES = ("input_price", "output_price")
_SLASHED = re.compile(r"\s?(?:/|\||\+|in\s?/)\s?")
_JOINED = re.compile(r"\s?and\s?")
_IN_BATCH = re.compile(r"[^.;$]{0,20}\b(?:in|with|via|through|under|using)\s(?:the\s)?batch", re.I)
_CONVERTED = re.compile(  # "¥6 per million tokens (~$0.84)"
    r"(?:[¥￥€£₹₩]\s?[\d.,–-]{1,14}|[\d.,]{1,12}\s?(?:yuan|RMB|CNY|euros?|EUR|元))[^()$;]{0,30}\(\s?(?:about|approx(?:imately|\.)?|roughly|around|or)?\s?[~≈]?$"
)
_CONTRACT = re.compile(r"\b(?:enterprise|provisioned|reserved|priority)\s(?:tiers?|plans?|pricing|contracts?|customers|throughput)\b[^.;,$]{0,40}$", re.I)
_BATCH_ABOVE = re.compile(r"\b[Bb]atch(?:es|ed|ing)?\b(?:[^.!?]|\.(?=\d)){0,120}[.!]\s{1,3}$")
_BECOMES = re.compile(r"\b(?:becomes?|(?:drops?|falls?|comes?|goes|go) (?:down )?to|(?:would|will) (?:be|cost)|costs? (?:only|just|then))\s[~≈]?\$", re.I)
_BATCH_BEFORE = re.compile(r"\bbatch(?:es|ed|ing)?\b[^;$]{0,60}$", re.I)


def price(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    """The price that money states, in dollars a million tokens; a reason word when it is unclear which, None when it is no price of tokens."""
    if is_no_price(sentence, quantity):
        return None
    before, after, per = _words_beside(sentence, quantity)
    if in_a_sum(sentence, quantity, before) or MONEY_DECOY.search(after[:24]) or (not quantity.per and MONEY_DECOY.search(before[-40:])):
        return None
    attribute = _which(sentence, quantity, before, after)
    if _run_of_prices(sentence, quantity):
        return "attribute_unclear"
    if attribute == "batch_input_price" and _IN_BATCH.match(after) and re.search(r"\bcach", sentence.text[sentence.start : quantity.start], re.I):
        return "attribute_unclear"  # "Cache hits become $0.05 in batch mode"
    topics = [t for t in sentence.context.topics if t.endswith("price")]
    if attribute is None:
        return "attribute_unclear" if per in {"mtok", "ktok", "token"} or topics else None
    listed = sentence.context.fixed and re.fullmatch(
        r"\W*(?:cached\s)?(?:input|output|prompt|completion)s?(?:\s(?:tokens?|cached))?\W*", sentence.context.label_text, re.I
    )
    named = _one_side(before, after) or price_sides.in_comparison(sentence, quantity, before) or _token_price(sentence, quantity)
    if not (per in {"mtok", "ktok", "token"} or topics or listed or named):
        return None
    factor = _factor(sentence, quantity, per, topics)
    if quantity.value * factor > DEAREST and not (per or factor > 1):
        return None
    return Measure(attribute, round(quantity.value * factor, 8), condition=_condition(sentence, quantity, attribute, after))


def _words_beside(sentence: Sentence, quantity: Quantity) -> tuple[str, str, str]:
    """The words before and behind a price up to its neighbours, and what it is for; of prices said in one breath those that hold for all of them."""
    left, right = neighbours(sentence, quantity)
    before, after = sentence.text[left : quantity.start], sentence.text[max(quantity.end, quantity.per_end) : right]
    if re.fullmatch(r"\s?(?:down\s|up\s)?(?:to|→|->|vs\.?|versus)\s?", before):
        before = _before_change(sentence, left) or before
    second = held_against(sentence, quantity)
    if second is not None:  # what stands after the second price is said of both
        after = sentence.text[max(second.end, second.per_end) : neighbours(sentence, second)[1]]
    money = [q for q in sentence.quantities if q.kind == "money"]
    if said_respectively(sentence, money):  # what stands after the last price is said of all
        before = sentence.text[sentence.start : money[0].start]
        after = sentence.text[max(money[-1].end, money[-1].per_end) : sentence.end]
    return before, after, second.per if second is not None else quantity.per


def _which(sentence: Sentence, quantity: Quantity, before: str, after: str) -> str | None:
    """The attribute that a price is of, None where no word tells its side."""
    dealt = dealt_out(sentence, quantity)
    attribute = _price_attribute(sentence, quantity, before, after) if dealt is None else f"{dealt[1]}_price"
    attribute = price_sides.by_cache(attribute, sentence.text[sentence.start : quantity.start], after)
    pair = pair_index(sentence, quantity)
    if pair is not None and re.search(r"\binputs?\s?(?:/|and|&)\s?outputs?\b|\bin\s?(?:/|and)\s?out\b", sentence.text[sentence.start : sentence.end], re.I):
        return _SIDES[pair]
    return "input_price" if attribute is None and price_sides.of_both(sentence, quantity) else attribute


def _condition(sentence: Sentence, quantity: Quantity, attribute: str, after: str) -> str | None:
    """What prompts or edition a price is for, or that it is converted from another currency."""
    if _CONVERTED.search(sentence.text, max(sentence.start, quantity.start - 60), quantity.start):
        return CONVERTED
    if _CONTRACT.search(sentence.text, max(sentence.start, quantity.start - 80), quantity.start):
        return "enterprise"
    tier = re.match(r"\s?(?:tokens?\s?)?\((?:for\s)?(?P<tier>(?:[<>≤≥]|prompts|up to|over|under|above)[^()]{1,40})\)", after)
    return None if attribute.startswith("batch") else tier["tier"] if tier else sentence.context.tier or edition(sentence.context.label_text)


def _one_side(before: str, after: str) -> bool:
    """ "Input costs $0.25, output $2", "$2.50 for input": a side is named right beside a price, so that it is one of tokens."""
    return _SIDE_BEFORE.search(before[-40:]) is not None or (before.strip() != "and" and _SIDE_AFTER.match(after) is not None)


def _factor(sentence: Sentence, quantity: Quantity, per: str, topics: Sequence[str]) -> float:
    """What turns the value into dollars a million tokens, by the unit beside it, above it, or shared with its sentence."""
    if per:
        return {"ktok": 1000.0, "token": 1e6}.get(per, 1.0)
    above = bool(topics) and (sentence.context.per_thousand or PER_THOUSAND.search(sentence.context.label_text) is not None)
    per_million = re.search(r"1\s?M\b|million|MTok", sentence.context.label_text) is not None
    if above or (quantity.value < _PER_THOUSAND_ONLY and not per_million):
        return 1000.0
    return _shared_factor(sentence)


def _run_of_prices(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a price is one of three or more with nothing but blanks between them: which is which, no word says."""
    money = [q for q in sentence.quantities if q.kind == "money"]
    gaps = [(max(one.end, one.per_end), other.start) for one, other in pairwise(money)]
    joined = [(a, b) for a, b in gaps if a < b and not sentence.text[a:b].strip()]
    return len(joined) > 1 and any(quantity.start == b or max(quantity.end, quantity.per_end) == a for a, b in joined)


def _before_change(sentence: Sentence, end: int) -> str:
    """The words before the old value of a change that ends at `end`: "the output price from " of "… from $10.50 to $5"."""
    old = next((q for q in sentence.quantities if q.kind == "money" and max(q.end, q.per_end) == end), None)
    return sentence.text[neighbours(sentence, old)[0] : old.start] if old is not None else ""


def _token_price(sentence: Sentence, quantity: Quantity) -> bool:
    """A price without unit is one of tokens when the sentence or a sibling says so, or it is one of an in/out pair."""
    text = sentence.text[sentence.start : sentence.end]
    if _OF_TOKENS.search(text) or in_order(_IN, _OUT, text):
        return True
    return pair_index(sentence, quantity) is not None and not MONEY_DECOY.search(text)


def _shared_factor(sentence: Sentence) -> float:
    if PER_THOUSAND.search(sentence.text, sentence.start, sentence.end) and "illion" not in sentence.text[sentence.start : sentence.end]:
        return 1000.0
    pers = {q.per for q in sentence.quantities if q.kind == "money" and q.per}
    return 1000.0 if pers == {"ktok"} else 1e6 if pers == {"token"} else 1.0


def _price_attribute(sentence: Sentence, quantity: Quantity, before: str, after: str) -> str | None:
    match_after = _IO_AFTER.match(after)
    io, cached, batch = "", False, False
    if match_after and (match_after["io"] or match_after["cached"]) and not after.startswith(":", match_after.end()):  # "Input: $3Output: $15"
        word = match_after["io"] or "input"
        tier = re.match(r"s?\s(?:of|up|over|under|above|below|longer|shorter|beyond)\b", after[match_after.end() :])
        bare_in = word.lower() in {"in", "out"}
        if not (tier and word.lower() == "prompt") and not (
            bare_in and re.match(r"\s\w", after[match_after.end() :]) and word.lower() == "in" and not re.match(r"\s?(?:and|/|,)", after[match_after.end() :])
        ):
            io, cached, batch = word.lower(), bool(match_after["cached"]), bool(match_after["batch"])
    if not io:
        io, cached, batch = price_sides.named_before(sentence, quantity, before, after)
    io = io or price_sides.in_comparison(sentence, quantity, before) or price_sides.of_clause(sentence, quantity, before)
    if not io and pair_index(sentence, quantity) is None:
        io, cached, batch = price_sides.around(sentence)
    topics = [t for t in sentence.context.topics if t.endswith("price") and t != "price"]
    if io and not cached and ("cached_input_price" in topics or (io.startswith(("in", "prompt")) and price_sides.CACHED_BEFORE.search(before[-40:]))):
        cached = True
    if not io:
        pair = pair_index(sentence, quantity)
        said = f"{sentence.context.tier or ''} {sentence.context.label_text} " + sentence.text[sentence.start : _pair_start(sentence, quantity, pair or 0)]
        if pair is not None and pair < 2 and (_BATCH_BEFORE.search(said) or _made_cheaper(sentence)):
            return ("batch_input_price", "batch_output_price")[pair]
        if pair is not None and len(topics) != 1:
            return topics[pair] if len(topics) > pair else _SIDES[pair ^ output_first(sentence, _SLASHED)] if pair < 2 else None
        if len(topics) == 1:
            return topics[0]
        if any("embedding" in m.text.lower() for m in sentence.mentions) or any("embedding" in t.name for t in sentence.context.subjects):
            return "input_price"
        return None
    side = "output_price" if io.startswith(("out", "comp")) else "input_price"
    if cached and side == "input_price":
        return side if _NOT_CACHED.match(after) else "cached_input_price"
    batches = batch or "batch_input_price" in topics or _of_batches(sentence, quantity)
    return "batch_" + side if batches and not _NOT_BATCH.search(before) else side


def _of_batches(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the row, the heading ("X (batch)") or the words before a price speak of batches."""
    said = re.search(r"\bbatch(?:es|ed)?\b", sentence.text[sentence.start : quantity.start], re.I)
    return said is not None or (sentence.context.tier or "").startswith("batch") or _made_cheaper(sentence)


def _made_cheaper(sentence: Sentence) -> bool:
    """Whether a sentence tells what prices become by the batches that the one before it speaks of: "The Batch API halves that. X becomes $1.50/$7.50"."""
    return _BECOMES.search(sentence.text, sentence.start, sentence.end) is not None and _BATCH_ABOVE.search(sentence.text, 0, sentence.start) is not None


def _pair_start(sentence: Sentence, quantity: Quantity, pair: int) -> int:
    """Where the first price of a pair begins, of which `quantity` is the first (0) or the second (1)."""
    if not pair:
        return quantity.start
    return max(q.start for q in sentence.quantities if q.kind == quantity.kind and q.end <= quantity.start)


def pair_index(sentence: Sentence, quantity: Quantity) -> int | None:
    """0 or 1 for the two prices of "$2.50/$10" or "$2.50 / $10.00", None when the price stands alone."""
    money = [q for q in sentence.quantities if q.kind == quantity.kind]
    if said_respectively(sentence, money) or dealt_out(sentence, quantity) is not None or one_sided(sentence, quantity):
        return None
    index = money.index(quantity)
    for joint in (_SLASHED, _JOINED):  # "$2.50/$10 and $0.15/$0.60": a stroke binds more closely than "and"
        for at, other in ((0, index + 1), (1, index - 1)):
            if not 0 <= other < len(money):
                continue
            first, second = (money[index], money[other]) if at == 0 else (money[other], money[index])
            if joint.fullmatch(sentence.text, max(first.end, first.per_end), second.start):
                return at
    return None
