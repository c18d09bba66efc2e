"""Relations with a number: "60% cheaper than", "half the cost of", "2x faster" come in, readings of two models go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract.compared_prices import further_sides, side_of
from claimcheck.extract.cues import Cue
from claimcheck.extract.factors import factor_of
from claimcheck.extract.hosts import host_said
from claimcheck.extract.instead import saved
from claimcheck.extract.others import NAMED_AFTER, other_of
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, coordinated, coordinated_forward, is_object
from claimcheck.extract.subjects import subjects_of
from claimcheck.extract.values import Quantity, Target

_THAN_EFFORT = re.compile(r"\sthan\s[`“\"‘']?(?:none|minimal|low|medium|high|xhigh|max|standard|default)\b(?!\s(?-i:[A-Z]))", re.I)  # efforts of one model
_OTHER_COSTS = re.compile(r"\bR\s?&\s?D\b|\b(?:research|development|training|hardware|energy|infrastructure|hosting)\b", re.I)  # what no vendor lists
_THATS = re.compile(r"\W*(?P<that>(?:that['’]s|that is|this is|which is|so)\s)?(?:(?:about|roughly|nearly|almost|over|up to|an?|more than)\s)*~?", re.I)
_AT = re.compile(r"(?:['’]s?\s[\w-]{3,16})?,?\s(?:at|for)\s(?:about\s|roughly\s|just\s|only\s|nearly\s)?")
_OWN_MODE = re.compile(
    r"\sthan\s(?:(?:with|when|on|in)\b|(?:the|its)\s(?:default|standard|normal|regular|usual|non-\w+)\s(?:mode|speed|setting|tier|API|price)\b)",
    re.I,
)
# dearer tokens of long prompts: "5x more expensive than X at the same context length"
_LONG = re.compile(r"\bat (?:the same|that|this) (?:context|prompt|input) (?:length|size)|\b(?:over|above|beyond|past) (?:the )?\d{3}K\b", re.I)
_TYPICAL = re.compile(r"[^.;]{0,30}\bfor (?:typical|most|your|our|these|such|heavy|light) (?:\w+\s)?(?:workloads?|usage|use cases?|users?|teams?)\b", re.I)
_CUT_ON = re.compile(  # "an 80% price cut on X" compares X with nobody
    r"\s(?:price\s|cost\s)?(?:cuts?|reductions?|discounts?|drops?|hikes?|increases?|off)\s(?:on|for|to|of)\s(?:(?:its|their|the)\s)?(?:all\s)?(?=[A-Z])"
)
_IN_USE = re.compile(  # "on my RAG pipeline at 1/40th the cost": what a use costs, no list price
    r"\b(?:on|in|for|of|across)\s(?:my|our|your|their|a|an|one|this)\s(?:[\w-]+\s){0,3}?(?:pipelines?|workloads?|workflows?|apps?|stacks?|setups?|use cases?"
    r"|tasks?|jobs?|tests?|bills?|teams?|projects?)\b[^.;]{0,20}$",
    re.I,
)
_OF_DATA = re.compile(r"\s?(?:more|less|fewer)\s(?:training\s|pre-?training\s)?(?:data|compute|FLOPs|experts|combinations)\b", re.I)  # "4x more data"
_PER_PRICE = re.compile(r"\s?(?:the\s)?(?:price|cost)[-/\s](?:to[-\s])?performance\b", re.I)
_AND = re.compile(r"\band\s(?:(?:even|about|over|nearly|roughly|some|almost|also|up to)\s)?$", re.I)
_DOLLARS = re.compile(r"\$\s?(\d{1,4}(?:\.\d{1,4})?)\b")
_THAN_ANY = re.compile(r"[^.;,]{0,40}\bthan\s(?:any|most|many|all|other|every\w*)\b", re.I)  # "than any other model" names none
_DRAINS = re.compile(  # what a model uses up is no speed
    r"\b(?:consum\w*|burn\w*|drain\w*|exhaust\w*|uses? up|eats?|hits?)\s(?:[\w-]+\s){0,3}?(?:limits?|quotas?|tokens|credits|budgets?|usage)\b",
    re.I,
)
_LIST_ENDS = re.compile(r"['’]?s?\s*(?:[.,;:)!]|~?\d|$|(?:and|with|for|on|in|at|but|when|while|across|yet)\b)")
_DIFFERENCE = re.compile(r"\b(?:cost|price)\s(?:difference|gap|delta)\b", re.I)
_MAKES = re.compile(r"\s(?:cheaper|less|lower)\s?[—–,-]{1,2}\s(?:makes|puts|gives)\s")
_BOTH = re.compile(r"\bboth\b", re.I)
_OWN_DISCOUNT = Cue(r"\bbatch\b|\bcach(?:e|ed|ing)\b|\boff-peak\b|\bdiscounts?\b|\bannual\w*|\brouting\b|\bquantiz\w+|\bsingle-model\b")


def relation(sentence: Sentence, quantity: Quantity, before: Reading | None = None) -> Reading | None:
    """A relation with a number; None when the quantity states none or the other model is not named.

    `before` is the relation read last in the same sentence ("twice as fast as X at half the cost" compares with X twice).
    """
    if (instead := _instead(sentence, quantity)) is not None:
        return instead
    if (found := told(sentence, quantity, before)) is None:
        return None
    factor, factor_to, base, end = found
    if _thats(sentence, quantity):
        return _by_prices(sentence, quantity, found)
    if not of_models(sentence, quantity, base, end):
        return None
    base = side_of(sentence, quantity, end) or base if base == "price" else base
    if before is not None and base == "price" and before.base in {"input_price", "output_price"} and len(sentence.text[before.end : quantity.start]) < 60:
        base = before.base
    subjects = _subjects(sentence, quantity, before)
    named_after = any(m.start >= quantity.end for m in sentence.mentions)
    other: Target | None
    if before is not None and not named_after and before.other is not None:
        if _THAN_ANY.match(sentence.text, end):
            return None
        subjects, other = _named_since(sentence, before, quantity) or list(before.targets), before.other
    else:
        other = other_of(sentence, quantity, end, subjects, base)
    subjects = [t for t in subjects if other is None or t.name != other.name]
    if not subjects or other is None or factor <= 0:
        return None
    named = {m.target for m in sentence.mentions if m.end <= quantity.start}
    both = len(subjects) == 2 and _BOTH.search(sentence.text, sentence.start, quantity.start) is not None
    targets = tuple(subjects) if all(t in named for t in subjects) or both else (subjects[0],)
    return reading_of(sentence, quantity, targets, other, factor=factor, factor_to=factor_to, base=base, end=end)


def _instead(sentence: Sentence, quantity: Quantity) -> Reading | None:
    """What is saved by taking one model instead of another."""
    if quantity.kind not in {"percent", "ratio"} or of_discount(sentence, quantity) or (found := saved(sentence, quantity)) is None:
        return None
    if not of_models(sentence, quantity, found.base, quantity.end):
        return None
    return reading_of(
        sentence, quantity, (found.subject,), found.other, factor=found.factor, factor_to=found.factor_to, base=found.base, end=quantity.end
    )  # fmt: skip


def told(sentence: Sentence, quantity: Quantity, before: Reading | None = None) -> tuple[float, float | None, str, int] | None:
    """What a quantity says of how much more or less of what, as `factors.factor_of` gives it; None for discounts and their like."""
    if quantity.kind not in {"percent", "ratio"}:
        return None
    if of_discount(sentence, quantity):
        return None
    if _CUT_ON.match(sentence.text, quantity.end) or _PER_PRICE.match(sentence.text, quantity.end):
        return None
    found = factor_of(sentence, quantity, before.base if before is not None else None)
    return None if found is not None and found[2] == "parameters" and _OF_DATA.match(sentence.text, quantity.end) else found


def of_discount(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number tells what a model saves against itself: in batches, from the cache, at night."""
    near = max(sentence.start, quantity.start - 60), quantity.start
    return _OWN_DISCOUNT.search(sentence.context.label_text) is not None or _OWN_DISCOUNT.search(sentence.text, *near) is not None


def of_models(sentence: Sentence, quantity: Quantity, base: str, end: int) -> bool:
    """Whether two models are compared, at the prices that vendors list; not two modes or efforts of one, hosts, or what a use costs."""
    if base == "speed" and _DRAINS.search(sentence.text, max(sentence.start, quantity.start - 60), quantity.start):
        return False
    of_one = _OWN_MODE.match(sentence.text, end) or _THAN_EFFORT.match(sentence.text, end)
    return not of_one and not _of_no_list_price(sentence, quantity, base, end)


def _of_no_list_price(sentence: Sentence, quantity: Quantity, base: str, end: int) -> bool:
    """Whether a price compared is that of a host, or of something that no vendor lists."""
    if "price" in base and host_said(sentence.text, 0 if sentence.context.label_text else sentence.start, sentence.end):
        return True
    if "price" in base and _LONG.search(sentence.text, quantity.end, sentence.end):
        return True
    if base != "price":
        return False
    if _OTHER_COSTS.search(sentence.text, quantity.end, end):  # "at a tenth of the training cost"
        return True
    other_costs = sentence.context.fixed and _OTHER_COSTS.search(sentence.context.label_text) is not None
    if _IN_USE.search(sentence.text, max(sentence.start, quantity.start - 70), quantity.start):
        return True
    return other_costs or _TYPICAL.match(sentence.text, quantity.end) is not None


def _subjects(sentence: Sentence, quantity: Quantity, before: Reading | None) -> list[Target]:
    """Whose relation it is, without families of everything."""
    subjects = [t for t in subjects_of(sentence, quantity.start, quantity.start) if not (t.family and len(t.candidates) > 40)]
    subjects = _made_default(sentence, quantity) or _ahead_of(sentence, quantity, subjects)
    if before is not None and subjects == [before.other] and _AND.search(sentence.text, before.end, quantity.start):
        return list(before.targets)  # "ten times larger than X, and five times larger than Y"
    return subjects


def _named_since(sentence: Sentence, before: Reading, quantity: Quantity) -> list[Target]:
    """ "A is 5x cheaper than X, and B is 25x cheaper": who was brought in since the relation before, and not only compared with."""
    since = [m for m in sentence.mentions if before.end <= m.start and m.end <= quantity.start and m.target != before.other and not is_object(sentence, m)]
    return [since[-1].target] if since else []


def _made_default(sentence: Sentence, quantity: Quantity) -> list[Target]:
    """ "X is good, but the cost difference — 60% less — makes Y the default": of Y."""
    makes = _DIFFERENCE.search(sentence.text, max(sentence.start, quantity.start - 50), quantity.start) and _MAKES.match(sentence.text, quantity.end)
    return [m.target for m in sentence.mentions if makes and m.start == makes.end()]


def _ahead_of(sentence: Sentence, quantity: Quantity, subjects: list[Target]) -> list[Target]:
    """ "X beats Y at twice the speed": what stands right behind the one beaten is said of the one that beats it."""
    left = [m for m in sentence.mentions if m.end <= quantity.start]
    if not left or subjects != [left[-1].target] or not is_object(sentence, left[-1]) or not _AT.fullmatch(sentence.text, left[-1].end, quantity.start):
        return subjects
    own = [m for m in left if not is_object(sentence, m)]
    if own:
        return [own[-1].target]
    return [t for t in sentence.context.subjects if t != left[-1].target][:1]


def _thats(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sentence is "That's 30x cheaper", or prose without name and verb ("Thirty times cheaper."): who is cheaper, prices must tell."""
    context = sentence.context
    opening = _THATS.fullmatch(sentence.text, sentence.start, quantity.start)
    if opening is None or sentence.mentions or context.fixed:
        return False
    return opening["that"] is not None or not (context.strong or context.label_text)


def _by_prices(sentence: Sentence, quantity: Quantity, found: tuple[float, float | None, str, int]) -> Reading | None:
    """ "X is $1. Y is $30. That's 30x cheaper": of the two models spoken of last, the one with the lower price, None where that is not told."""
    factor, factor_to, base, end = found
    pair = sentence.context.block_trail[-2:]
    if base != "price" or len(pair) != 2:
        return None
    prices = [_price_behind(sentence, target) for target in pair]
    if prices[0] is None or prices[1] is None or prices[0] == prices[1]:
        return None
    low, high = pair if prices[0] < prices[1] else pair[::-1]
    subject, other = (low, high) if factor < 1 else (high, low)
    return reading_of(sentence, quantity, (subject,), other, factor=factor, factor_to=factor_to, base=base, end=end)


def _price_behind(sentence: Sentence, target: Target) -> float | None:
    """The first price after the last naming of a model in this block before the sentence."""
    at = sentence.text.rfind(target.written, 0, sentence.start) if target.written else -1
    price = _DOLLARS.search(sentence.text, at, sentence.start) if at >= 0 else None
    return float(price[1]) if price else None


def reading_of(
    sentence: Sentence, quantity: Quantity, targets: tuple[Target, ...], other: Target | None, *, factor: float, factor_to: float | None, base: str, end: int
) -> Reading:
    """The relation as a reading; `end` is where the words of the comparison end."""
    stop = min(end, quantity.end + 30)
    text_end = quantity.end + len(sentence.text[quantity.end : stop].split(" than")[0].rstrip())
    return Reading(
        attribute="relative",
        value=round(factor, 6),
        start=quantity.start,
        end=max(quantity.end, text_end),
        targets=targets,
        op=quantity.op,
        base=base,
        other=other,
        value_to=factor_to,
        written=quantity.written,
        unit="ratio",
    )


def also(sentence: Sentence, found: Reading) -> Iterator[Reading]:
    """The same relation of other things: to the other models joined to the one compared with ("twice as fast as X and Y"), on the other side of the price."""
    yield from (replace(found, other=target) for target in _joined_others(sentence, found))
    if bases := further_sides(sentence, found.start) if found.base in {"price", "input_price"} else ():
        found.base = "input_price"
        yield from (replace(found, base=base) for base in bases)


def _joined_others(sentence: Sentence, found: Reading) -> tuple[Target, ...]:
    """The models joined to the one compared with, behind the number or before it ("X matches A and B at half the price")."""
    compared = next((m for m in sentence.mentions if m.start >= found.start and m.target == found.other), None)
    if compared is None:
        before = next((m for m in reversed(sentence.mentions) if m.end <= found.start and m.target == found.other), None)
        alone = before is not None and is_object(sentence, before) and NAMED_AFTER.search(sentence.text, found.start, sentence.end) is None
        joined = coordinated(sentence, before) if before is not None and alone else ()
        return () if any(t in joined for t in found.targets) else tuple(t for t in joined if t != found.other)
    joined = coordinated_forward(sentence, compared)
    if len(joined) < 2 or any(t in joined for t in found.targets):
        return ()
    last = [m for m in sentence.mentions if m.target == joined[-1]][-1]
    return joined[1:] if _LIST_ENDS.match(sentence.text, last.end, sentence.end) else ()
