"""Which attribute a number states: a quantity in its sentence comes in, attribute, value and benchmark go out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.benchmarks import UNITS, Benchmark
from claimcheck.extract.context import PER_THOUSAND, PRICE_LABEL
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_CONTEXT = re.compile(r"\bcontext\b|\btoken window|\bcontext-window|\binput (?:tokens?|limit|capacity|length|window)\b|\bwindow\b|(?<!output )\btokens? (?:limit|capacity)\b|\bmemory window", re.I)
_OUTPUT = re.compile(
    r"\bmax(?:imum)?[\s-](?:output|completion|response|token output)|\boutput (?:limit|token limit|length|capacity|cap|window|tokens?|per)\b|\btoken output\b|\boutputs?\b|\bcompletion tokens|\bper response|\b(?:repl(?:y|ies)|answers?|responses?|generations?)\b(?=[^.;]{0,18}$)|\b(?:longest|maximum) (?:reply|answer|response)|\bstops? after\s*$|\bgo(?:es)? on for (?:as many as)?\s*$|\b(?:generate|return|write|produce|emit|output)s? (?:up to|as many as|at most|no more than)?\s*$",
    re.I,
)
_CONTEXT_VERB = re.compile(
    r"\b(?:handl|process|manag|support|accept|read|ingest|analy[sz]|remember|tak|hold|input|prompt|document|consum|retain|expand|extend|scal)\w*\s(?:inputs? of\s|prompts? of\s|documents? of\s|in\s)?"
    r"(?:up to|over|more than|as many as|about|around|approximately|roughly|nearly|a (?:massive|whopping|full)|at least|to|as much as)?\s*$", re.I
)
_TRAINING = re.compile(r"\b(?:pre-?)?train(?:ed|ing)\b|\btraining (?:data|corpus|set|dataset)", re.I)
_PARAMETERS = re.compile(r"\bparam(?:eter)?s?\b", re.I)
_ACTIVE = re.compile(r"\bactiv(?:e|ated|ates?|ating)\b", re.I)
_PER_EXPERT = re.compile(r"\beach\s+~?$|\bper expert\b|\beach expert\b|\bexperts? (?:of|with)\b|\bexpert models\b", re.I)
_TOKEN_DECOY = re.compile(
    r"\bvocab\w*|\btokenizer|\bper (?:minute|day|month|hour|second)|\bTPM\b|\brate limits?|\bdaily\b|\bfree tokens|\bmonthly\b|\bimagine\b|\bsuppose\b|\bdifference between\b|\bdimension|\bper month|\bbatch size"
    r"|\bthinking (?:tokens|budget)|\b(?:quer(?:y|ies)|requests?) (?:with|of)\b|\b(?:doubles?|after|past)\s(?=[\d$])|\breasoning tokens|\btokens? used|\bconsum\w+|\bworkload|\bgenerat(?:ing|ed) [\d.,]+|\bprompts? (?:over|under|above|below|up to|longer|larger|≤|>|<)|\bbeyond\b|\babove\b\s*$",
    re.I,
)
_TIER = re.compile(r"(?:\b(?:prompts?|inputs?|requests?|contexts?|tokens?)?\s?(?:over|under|above|below|beyond|up to|exceeding|longer than|greater than|less than|within|first)\s|[<>≤≥]\s?)$", re.I)
_MONEY_DECOY = re.compile(
    r"\bmonth(?:ly)?\b|\bsubscri\w+|\bper (?:user|seat|task|request|query|image|minute|month|year|day)|/\s?(?:mo|month|task|yr|user)\b|\btotal\b|\bworkload|\bsav(?:e|es|ing|ings)\b|\bspend\w*|"
    r"\btraining (?:cost|run)|\bfunding\b|\bvaluation\b|\brevenue\b|\bbilled\b|\bblended\b|\bplus (?:plan|subscription)|\bwould cost\b|\bcost you\b|\bcost per (?:task|request|query|run)|\bcredits?\b|\bavg\b|\baverage\b|\bbill\b|\bannual\w*",
    re.I,
)
_IO_AFTER = re.compile(
    r"\s?(?:\(?(?:USD\s)?(?:/|per|for|a)?\s?(?:1\s?M|1M|one million|1 million|million|M|1K|1,000|MTok|K|thousand)?\s?(?:tokens?\s)?(?:for\s(?:the\s)?|of\s|on\s(?:the\sway\s)?|\(|in\s(?=(?:the\s)?(?:cached|batch|input|output|prompt))|that\s(?:go|come)(?:es)?\s|going\s|coming\s)?\s?"
    r"(?:the\s)?(?P<cached>cached?(?:\s|d\s)?)?(?P<batch>batch\s)?(?P<io>input|prompt|output|completion|in\b|out\b)?)",
    re.I,
)
_IO_BEFORE = re.compile(
    r"(?P<cached>\bcach(?:ed|e|ing)\s?(?:read\s)?(?:\(?)?)?(?P<batch>\bbatch\s)?\b(?P<io>inputs?|prompts?|outputs?|completions?)(?:\s(?:tokens?|prices?|pricing|costs?|token price|rate))?s?"
    r"(?:\s?\([^()]{0,30}\))?[\s:=~-]*(?:(?:is|are|at|of|costs?|priced|run|for|only|just|around|about|approximately|roughly|to|the|price|pricing|alone|token|tokens|from|was|were|per|1M|million|by)[\s:~]*){0,6}$",
    re.I,
)
_CACHED_BEFORE = re.compile(r"\bcach(?:ed|e|ing)\b[^.;,$]{0,28}$", re.I)
_RELEASE = re.compile(
    r"\b(?:releas\w*|launch\w*|announc\w*|introduc\w*|unveil\w*|debut\w*|came out|made available|(?:generally )?available (?:since|from|on)|rolled out|dropped|shipped|arriv\w+|appeared|followed|landed|out (?:on|since)|presented|published|went live|revealed)\b",
    re.I,
)
_CUTOFF = re.compile(r"\bcut-?\s?off\b(?!\s(?:access|support|from))|\bknows? (?:\w+\s){0,3}(?:until|up to|through)\b|\bknowledge\b|\btraining data\b|\btrained (?:on (?:a )?(?:limited )?data(?: ?set)?|up|until|through|till)\b|\bdata (?:up |un)?(?:till|until|through|to|up to)\b", re.I)
_RETIRE = re.compile(r"\b(?:retir\w*|deprecat\w*|sunset\w*|shut ?down|discontinu\w*|end[- ]of[- ]life)\b", re.I)
_NOT_RELEASE = re.compile(r"\bprice (?:cut|drop|reduction)s?\b|\bpricing as of\b|\bas of\b|\bupdated?\b|\breview(?:ed)?\b|\bbenchmarks? (?:run|from)\b|\bresults? (?:from|published)\b|\bleaderboard\b|\btested\b", re.I)
_FEATURE_OUT = re.compile(
    r"\b(?:abilit\w+|features?|mode|support|generation|voice|access|plugins?|tools?|integration|fine-tuning|subscription|app|functionality|prices?|ChatGPT)\b(?:\s\w+){0,5}?\s"
    r"(?:released|launched|rolled|announced|introduced|available|added)\b|\b(?:released|launched|rolled out|announced|introduced|added)\s(?:\w+\s){0,3}?(?:support|features?|mode|access|an? (?:app|plugin|tool|API))\b",
    re.I,
)
_LATENCY = re.compile(r"\blatency\b|\btime to first token\b|\bttft\b|\bresponse times?\b|\bresponds?\b|\bfirst token\b|\baudio (?:input|response)|\bvoice\b|\bconversation\b|\brespond\b", re.I)
_LATENCY_DECOY = re.compile(r"\btasks?\b|\bin (?:our|my)\b|\bwe\b|\bexceed\w*|\bdemo\b|\bquer(?:y|ies)\b|\btest(?:s|ed)?\b", re.I)
_RELATION_AFTER = re.compile(
    r"\s?(?:over\s(?=[A-Z])|of (?:the|its|their)\s(?:\w+\s)?(?:cost|price|speed|size|inference|compute)|as\s(?:fast|much|expensive)|the\s(?:cost|price|speed|size|response)|(?:[\w-]+\s){0,2}?(?:cheaper|less|more|faster|slower|lower|higher|larger|bigger|greater|smaller|longer|fewer|better|worse|off|reduction|increase|savings?|discount|improvement|drop|gain|premium|markup|shorter|quicker|cost)\b)",
    re.I,
)
_SCORE_AFTER = re.compile(
    r"\s?(?:\([^()]{0,20}\)\s?)?(?:accuracy|score|success rate|points|pass(?:@1)?|pass rate|correct|of (?:the )?problems|percent|result|rating|resolved|Elo)?\s?(?:rate\s)?(?:score\s)?(?:on|in|for|at|from|across)\s(?:the\s|its\s|a\s|graduate-level\s|complex\s|challenging\s|standard\s|[\w-]+ing\s|[\w-]+\s)?(?:the\s)?[\"“(]?$",
    re.I,
)
_OTHER_TEST = re.compile(r"\s(?:[\w-]+\s){0,3}?(?:in|on|for|at)\s(?:the\s)?(?!(?:this|that|same|these|it|the|both)\b)[a-z][\w-]+\s[\w-]+", re.I)
_SAME_TEST = re.compile(r"\b(?:same|this|that) (?:test|benchmark|exam|eval(?:uation)?)\b", re.I)
_NOUN = re.compile(r"\s(?!(?:on|in|for|points?|score|scores|and|vs|while|but|to|percent|with|compared|from|at|by|versus|against|accuracy|rating|out|or|of|Elo|which|is|was|as|the)\b)[a-z]{3,}")
_COUNT_UNITS = re.compile(r"(?:word|page|character|message|image|minute|hour|day|month|year|week|question|dimension|gb|ram|expert|layer|gpu|user|request|line|h100|task|model|people|developers|vocabulary|shot|step|prompt|file|hz|fps|sample)", re.I)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a quantity states. `value` in the attribute's base unit."""

    attribute: str
    value: float | str
    benchmark: str | None = None
    condition: str | None = None
    unit: str | None = None


def measure(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    """The measure of a quantity; a reason word when it is a number of a model that cannot be read; None when it is no claim."""
    readers = {
        "money": _price, "percent": _score, "percentile": _score, "number": _number, "date": _date, "speed": _speed,
        "seconds": _seconds,
    }  # fmt: skip
    reader = readers.get(quantity.kind)
    if _is_old_value(sentence, quantity):
        return None
    return reader(sentence, quantity) if reader else None


def _is_old_value(sentence: Sentence, quantity: Quantity) -> bool:
    """The X of "from X to Y" is what was, not what is claimed."""
    before = sentence.text[max(sentence.start, quantity.start - 24) : quantity.start]
    if not re.search(r"\bfrom\s(?:about\s|around\s)?$", before, re.I):
        return False
    end = max(quantity.end, quantity.per_end)
    if re.search(r"\b(?:up|down|increase[ds]?|grew|jump(?:ed)?|rise|improve\w*) from\s(?:about\s|around\s)?$", before, re.I):
        return not re.match(r"(?:\s(?:tokens?|parameters?))?\s(?:in|for|of|with|on)\s", sentence.text[end:])
    return any(q.kind == quantity.kind and re.fullmatch(r"[\w\s/]{0,26}?\s?(?:to|→|down to|up to)\s", sentence.text[end : q.start]) for q in sentence.quantities if q.start >= end)


def _neighbours(sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """Where the stretch of text that belongs to a quantity begins and ends: up to the quantities beside it."""
    before = [max(q.end, q.per_end) for q in sentence.quantities if q.end <= quantity.start]
    after = [q.start for q in sentence.quantities if q.start >= max(quantity.end, quantity.per_end)]
    return max([sentence.start, *before]), min([sentence.end, *after])


def _price(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    if quantity.per == "other" or _MONEY_DECOY.search(sentence.context.label_text):
        return None
    left, right = _neighbours(sentence, quantity)
    before, after = sentence.text[left : quantity.start], sentence.text[max(quantity.end, quantity.per_end) : right]
    factor = {"ktok": 1000.0, "token": 1e6}.get(quantity.per, 1.0)
    if _MONEY_DECOY.search(after[:24]) or (not quantity.per and _MONEY_DECOY.search(before[-40:])):
        return None
    attribute = _price_attribute(sentence, quantity, before, after)
    pair = _pair_index(sentence, quantity)
    if pair is not None and re.search(r"\binputs?\s?(?:/|and|&)\s?outputs?\b|\bin\s?(?:/|and)\s?out\b", sentence.text[sentence.start : sentence.end], re.I):
        attribute = ("input_price", "output_price")[pair]
    topics = [t for t in sentence.context.topics if t.endswith("price")]
    if attribute is None:
        return "attribute_unclear" if quantity.per in {"mtok", "ktok", "token"} or topics else None
    listed = sentence.context.fixed and re.fullmatch(r"\W*(?:cached\s)?(?:input|output|prompt|completion)s?(?:\s(?:tokens?|cached))?\W*", sentence.context.label_text, re.I)
    if not (quantity.per in {"mtok", "ktok", "token"} or topics or listed or _token_price(sentence, quantity)):
        return None
    if quantity.per == "" and not topics:
        factor = _shared_factor(sentence)
    elif quantity.per == "":
        factor = 1000.0 if sentence.context.per_thousand or PER_THOUSAND.search(sentence.context.label_text) else _shared_factor(sentence)
    tier = re.match(r"\s?(?:tokens?\s?)?\((?:for\s)?(?P<tier>(?:[<>≤≥]|prompts|up to|over|under|above)[^()]{1,40})\)", after)
    return Measure(attribute, round(quantity.value * factor, 8), condition=tier["tier"] if tier else None)


def _token_price(sentence: Sentence, quantity: Quantity) -> bool:
    """A price without unit is one of tokens when the sentence or a sibling says so, or it is one of an in/out pair."""
    text = sentence.text[sentence.start : sentence.end]
    if re.search(r"\btokens?\b|/\s?1?M\b|\bper 1?M\b|\bmillion\b|\bAPI\b|\boutput pric|\binput pric|\b(?:input|in)\b.*\b(?:output|out)\b", text):
        return True
    return _pair_index(sentence, quantity) is not None and not _MONEY_DECOY.search(text)


def _shared_factor(sentence: Sentence) -> float:
    if PER_THOUSAND.search(sentence.text, sentence.start, sentence.end) and "illion" not in sentence.text[sentence.start : sentence.end]:
        return 1000.0
    pers = {q.per for q in sentence.quantities if q.kind == "money" and q.per}
    return 1000.0 if pers == {"ktok"} else 1e6 if pers == {"token"} else 1.0


def _price_attribute(sentence: Sentence, quantity: Quantity, before: str, after: str) -> str | None:
    match_after = _IO_AFTER.match(after)
    io, cached, batch = "", False, False
    if match_after and (match_after["io"] or match_after["cached"]):
        word = match_after["io"] or "input"
        bare_in = word.lower() in {"in", "out"}
        if not (bare_in and re.match(r"\s\w", after[match_after.end() :]) and word.lower() == "in" and not re.match(r"\s?(?:and|/|,)", after[match_after.end() :])):
            io, cached, batch = word.lower(), bool(match_after["cached"]), bool(match_after["batch"])
    if not io:
        match_before = _IO_BEFORE.search(before[-80:])
        bare = re.search(r"\b(in|out)\s$", before)
        if bare and re.search(r"\bin\s\$.*\bout\s\$", sentence.text[sentence.start : sentence.end]):
            io = bare.group(1)
        elif match_before:
            io, cached, batch = match_before["io"].lower(), bool(match_before["cached"]), bool(match_before["batch"])
        elif _CACHED_BEFORE.search(before[-40:]):
            io, cached = "input", True
    if not io and _pair_index(sentence, quantity) is None:
        io, cached, batch = _io_around(sentence)
    topics = [t for t in sentence.context.topics if t.endswith("price") and t != "price"]
    if io and not cached and "cached_input_price" in topics:
        cached = True
    if not io:
        pair = _pair_index(sentence, quantity)
        if pair is not None and len(topics) != 1:
            return topics[pair] if len(topics) > pair else ("input_price", "output_price")[pair] if pair < 2 else None
        if len(topics) == 1:
            return topics[0]
        if any("embedding" in m.text.lower() for m in sentence.mentions) or any("embedding" in t.name for t in sentence.context.subjects):
            return "input_price"
        return None
    side = "output_price" if io.startswith(("out", "comp")) else "input_price"
    if cached and side == "input_price":
        return "cached_input_price"
    if batch or "batch_input_price" in topics or re.search(r"\bbatch(?:es|ed)?\b", sentence.text[sentence.start : quantity.start], re.I):
        return "batch_" + side
    return side


def _io_around(sentence: Sentence) -> tuple[str, bool, bool]:
    """Input or output as the label says, or as the sentence's only such word says; ("", …) when neither or both."""
    money = [q for q in sentence.quantities if q.kind == "money"]
    lead = sentence.text[sentence.start : money[0].start] if len(money) > 1 else sentence.text[sentence.start : sentence.end]
    for text in (sentence.context.label_text, lead):
        found = {m.group(1).lower()[:3] for m in re.finditer(r"\b(input|output|prompt|completion)", text, re.I)}
        if len(found) == 1:
            word = "output" if found & {"out", "com"} else "input"
            cached = bool(re.search(r"\bcach", sentence.context.label_text, re.I))
            return word, cached, bool(re.search(r"\bbatch", text, re.I))
    return "", False, False


def _pair_index(sentence: Sentence, quantity: Quantity) -> int | None:
    """0 or 1 for the two prices of "$2.50/$10" or "$2.50 / $10.00", None when the price stands alone."""
    money = [q for q in sentence.quantities if q.kind == quantity.kind]
    index = money.index(quantity)
    for at, other in ((0, index + 1), (1, index - 1)):
        if not 0 <= other < len(money):
            continue
        first, second = (money[index], money[other]) if at == 0 else (money[other], money[index])
        gap = sentence.text[max(first.end, first.per_end) : second.start]
        if re.fullmatch(r"\s?(?:/|\||→|and|in\s?/|,)?\s?", gap) and gap.strip() and ("/" in gap or "|" in gap or "and" in gap):
            return at
    return None


def _number(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    score = _plain_score(sentence, quantity)
    if score is not None:
        return score
    unit, text = quantity.unit, sentence.text
    topics = sentence.context.topics
    if not unit and not quantity.scaled and sentence.context.fixed and topics and all(t.endswith("price") for t in topics):
        return _price(sentence, quantity) if PRICE_LABEL.search(sentence.context.label_text) and quantity.value < 2000 else None
    if "→" in text[max(0, quantity.start - 2) : quantity.start] + text[quantity.end : quantity.end + 2]:
        return None
    left, right = _neighbours(sentence, quantity)
    before, after = text[left : quantity.start], text[quantity.end : right]
    quantity = _header_scale(sentence, quantity)
    if unit.startswith("day") and re.search(r"\bret(?:ain\w*|ention)\b|\bkept\b|\bkeeps?\b|\bstor(?:ed|es)\b", text[sentence.start : sentence.end], re.I):
        return Measure("data_retention", quantity.value) if re.search(r"\bdata\b|\bAPI\b|\bprompts?\b|\brequests?\b", text[sentence.start : sentence.end]) else None
    if unit.startswith("param") and quantity.value < 1e5:
        return None
    if unit.startswith("param") or (_is_size(quantity, text) and _size_topic(sentence, before, after)):
        if re.search(r"\bdistill\w*", text[sentence.start : sentence.end], re.I) and quantity.value < 1e11:
            return None
        if re.match(r"\s?[x×]\s?\d+\s?(?:experts|E\b)", after):
            return Measure("active_parameters", quantity.value)
        if _PER_EXPERT.search(before[-30:]) or re.match(r"\s?(?:parameters?\s)?(?:each|per expert)\b", after):
            return None
        return Measure(_which_parameters(sentence, quantity, before, after), quantity.value)
    if unit.startswith("language") and "program" not in after[:24].lower() and "program" not in text[quantity.end : quantity.end + 14].lower():
        return Measure("languages", quantity.value) if 5 <= quantity.value <= 400 else None
    if unit and _COUNT_UNITS.match(unit):
        return None
    if unit.startswith("token") or quantity.scaled or (quantity.value >= 1000 and ("," in quantity.written or len(quantity.written) >= 4)):
        return _tokens(sentence, quantity, before, after)
    return None


def _header_scale(sentence: Sentence, quantity: Quantity) -> Quantity:
    """A plain number under "Context (K tokens)" or "Params (billions)" is counted in thousands or billions."""
    if not sentence.context.fixed or quantity.scaled or quantity.unit:
        return quantity
    match = re.search(r"\(\s?(?:in\s)?(?P<scale>k|thousands?|m|millions?|b|billions?|t|trillions?)(?:\s(?:of\s)?(?:tokens|params|parameters))?\s?\)", sentence.context.label_text, re.I)
    if not match:
        return quantity
    factor = {"k": 1e3, "t": 1e3 if match["scale"].lower().startswith("th") else 1e12, "m": 1e6, "b": 1e9}[match["scale"][0].lower()]
    unit = "parameters" if "parameters" in sentence.context.topics or "active_parameters" in sentence.context.topics else "tokens"
    return replace(quantity, value=quantity.value * factor, scaled=True, unit=unit)


def _is_size(quantity: Quantity, text: str) -> bool:
    if quantity.scaled and quantity.unit.startswith("param"):
        return True
    return quantity.scaled and bool(re.search(r"(?:[bt]|billion|trillion|million|bn|m)\+?$", text[quantity.start : quantity.end], re.I))


def _size_topic(sentence: Sentence, before: str, after: str) -> bool:
    topics = sentence.context.topics
    if re.match(r"\s?[x×]\s?\d+\s?experts", after):
        return True
    if re.match(r"[\s-]*(?:(?:in\s)?(?:total|all)|active\b(?!\s(?:users|customers|developers|subscribers|people))|activated|parameters?|params?|of (?:them|which) (?:are )?active)\b", after, re.I) and not re.match(r"\s?(?:total )?tokens", after, re.I):
        return True
    if {"parameters", "active_parameters"} & set(topics):
        return not re.match(r"[\s-]*(?:\w+-\w+\s)?tokens?", after, re.I)
    span = sentence.text[sentence.start : sentence.end]
    return bool(_PARAMETERS.search(span)) and not re.match(r"[\s-]*(?:[\w-]+\s){0,2}tokens?", after, re.I)


def _which_parameters(sentence: Sentence, quantity: Quantity, before: str, after: str) -> str:
    topics = sentence.context.topics
    if re.match(r"[\s-]*(?:in\s)?(?:total|all)\b", after, re.I):
        return "parameters"
    if re.match(r"[\s-]*(?:parameters?\s|params\s)?(?:of\s(?:them|which|those)\s)?(?:are\s|is\s|being\s)?\(?(?:active|activated|used (?:for|per|at))\b", after, re.I) or re.search(
        r"\bactiv(?:e|ates?|ated|ating)(?:\s(?:only|just|about|roughly|parameters?|params?|:|of|around))*[\s:~(]*$", before, re.I
    ):
        return "active_parameters"
    if "active_parameters" in topics and "parameters" not in topics:
        return "active_parameters"
    if "active_parameters" in topics and "/" in before[-4:]:
        return "active_parameters"
    return "parameters"


def _tokens(sentence: Sentence, quantity: Quantity, before: str, after: str) -> Measure | str | None:
    text = sentence.text
    if "words" in quantity.unit or quantity.value < 500:
        return None
    if not quantity.unit and re.search(r"(?:[Bb]|billion|bn)\+?$", text[quantity.start : quantity.end]) and quantity.value < 1e11:
        return None
    near = before[-46:] + text[quantity.start : quantity.end] + after[:46]
    if _TRAINING.search(before[-70:] + " " + after[:50]) and (quantity.value >= 1e10):
        return Measure("training_tokens", quantity.value) if quantity.unit.startswith("token") or "token" in text[quantity.end : quantity.end + 40].lower() or "training_tokens" in sentence.context.topics else None
    if quantity.value >= 2e10:
        return Measure("training_tokens", quantity.value) if "training_tokens" in sentence.context.topics else None
    if _TOKEN_DECOY.search(near) or _TIER.search(before[-26:]) and _price_near(sentence, quantity):
        return None
    attribute = _token_attribute(sentence, quantity, before, after)
    if attribute:
        return Measure(attribute, quantity.value, condition=_token_condition(after))
    return "attribute_unclear" if quantity.unit.startswith("token") and quantity.scaled else None


def _price_near(sentence: Sentence, quantity: Quantity) -> bool:
    return any(q.kind == "money" for q in sentence.quantities)


def _token_attribute(sentence: Sentence, quantity: Quantity, before: str, after: str) -> str | None:
    topics = sentence.context.topics
    is_tokens = quantity.unit.startswith("token") or quantity.scaled or "," in quantity.written
    match = re.match(r"[\s-]*(?:tokens?)?[\s-]*\)?[\s-]*(?:of\s|for\s|in\s(?:its\s)?)?(?:[\w-]+\s){0,2}?(?P<word>context|window|inputs?|outputs?|responses?|completion)\b", after, re.I)
    if match and is_tokens:
        word = match["word"].lower()
        if word.startswith(("output", "response", "completion")):
            return "max_output_tokens"
        return "context_window"
    outputs, contexts = list(_OUTPUT.finditer(before)), list(_CONTEXT.finditer(before))
    if not is_tokens and not (outputs or contexts or topics):
        return None
    if outputs or contexts:
        last_output = outputs[-1].end() if outputs else -1
        last_context = contexts[-1].end() if contexts else -1
        weak = outputs and re.fullmatch(r"outputs?", outputs[-1].group(), re.I) and "max_output_tokens" not in topics
        if last_output > last_context and not (weak and not re.search(r"up to\s*$|\bof\s*$|:\s*$", before)):
            return "max_output_tokens"
        if last_context >= 0:
            return "context_window"
    if "max_output_tokens" in topics and "context_window" in topics:
        return "max_output_tokens" if "/" in before[-3:] or "output" in before.lower() else "context_window"
    for topic in ("max_output_tokens", "context_window"):
        if topic in topics:
            return topic
    if quantity.unit.startswith("token") and _CONTEXT_VERB.search(before):
        return "context_window"
    if _CONTEXT.search(after[:60]) and is_tokens and "." not in after[:60].split("context")[0]:
        return "context_window"
    return None


def _token_condition(after: str) -> str | None:
    match = re.match(r"\s?(?:tokens?\s?)?\(?(?P<word>beta|preview|experimental|with beta header|extended|coming soon)\b", after, re.I)
    return match["word"].lower() if match else None


def _benchmark_of(sentence: Sentence, quantity: Quantity) -> tuple[Benchmark | None, str | None]:
    """The benchmark of a score: one that follows tightly, else the last before it, else the next, else the context's."""
    text = sentence.text
    mapped = _respective_benchmark(sentence, quantity)
    if mapped is not None:
        return mapped, mapped.name
    following = [b for b in sentence.benchmarks if b.start >= quantity.end]
    if following and _SCORE_AFTER.match(text[quantity.end : following[0].start]) and len(text[quantity.end : following[0].start]) < 60:
        return following[0], following[0].name
    preceding = [b for b in sentence.benchmarks if b.end <= quantity.start]
    if preceding:
        return preceding[-1], preceding[-1].name
    if following and not any(quantity.end <= q.start < following[0].start for q in sentence.quantities) and following[0].start - quantity.end < 90:
        return following[0], following[0].name
    return None, sentence.context.benchmark


def _respective_benchmark(sentence: Sentence, quantity: Quantity) -> Benchmark | None:
    """ "MMLU-Pro and AIME 2024 at 87% and 94%, respectively": the n-th value is the n-th benchmark's."""
    if not re.search(r"\brespectively\b", sentence.text[sentence.start : sentence.end], re.I):
        return None
    alike = [q for q in sentence.quantities if q.kind == quantity.kind]
    named = [b for b in sentence.benchmarks if alike and b.end <= alike[0].start]
    return named[alike.index(quantity)] if len(named) == len(alike) > 1 else None


def _score(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    after = sentence.text[quantity.end : quantity.end + 40]
    before = sentence.text[max(sentence.start, quantity.start - 30) : quantity.start]
    if _RELATION_AFTER.match(after) and not re.match(r"\s?(?:accuracy|score)", after):
        return None
    if _MARGIN.search(before):
        return None
    found, name = _benchmark_of(sentence, quantity)
    if name is None and re.match(r"(?:in contrast|meanwhile|by comparison|on the other hand|conversely|by contrast|in comparison)\b", sentence.text[sentence.start : sentence.end], re.I):
        name = sentence.context.last_benchmark if re.match(r"\s(?:accuracy|score|on)\b", after) else None
    if name is None or not 0 < quantity.value <= 100:
        return None
    if found is None and (not _scores_here(sentence, quantity) or (not sentence.context.label_text and _OTHER_TEST.match(after))):
        return None
    if quantity.kind == "percentile":
        return Measure("benchmark_score", quantity.value, benchmark=name, condition="percentile", unit="percentile")
    return Measure("benchmark_score", quantity.value, benchmark=name, unit="percent")


def _scores_here(sentence: Sentence, quantity: Quantity) -> bool:
    """Without a benchmark's name in the sentence, only a short text or scoring words let the context's benchmark in."""
    text = sentence.text[sentence.start : sentence.end]
    return len(text) < 80 or bool(re.search(r"\bscor\w+|\baccura\w+|\bachiev\w+|\bresults?\b|\b(?:with|at|get|got)\b", text, re.I)) or bool(_SAME_TEST.search(text))


_MARGIN = re.compile(
    r"\b(?:by|within|margin of|gap of|second best is|second[- ]best(?: at)?|next best(?: is| at)?|runner-up(?: at| is)?|difference of|lead of|improv\w+ (?:of|by)|saves?|discount of|up)\s"
    r"(?:over\s|about\s|nearly\s|around\s|roughly\s|almost\s)?$",
    re.I,
)


def _plain_score(sentence: Sentence, quantity: Quantity) -> Measure | None:
    """A score without percent sign: tightly beside a benchmark's name, or in a cell or label of one."""
    if _MARGIN.search(sentence.text[max(sentence.start, quantity.start - 30) : quantity.start]):
        return None
    if quantity.scaled or (quantity.unit and quantity.unit != "points"):
        return None
    if re.match(r"[\s-]?(?:shot|step|pass\b|B\b|-)", sentence.text[quantity.end : quantity.end + 6]):
        return None
    found, name = _benchmark_of(sentence, quantity)
    if name is None:
        return None
    elo = UNITS.get(name, "percent") == "elo"
    if elo != (quantity.value >= 600) or (not elo and not 0 < quantity.value <= 100):
        return None
    if "." not in quantity.written and not elo and (quantity.value < 4 or _NOUN.match(sentence.text, quantity.end)):
        return None
    earlier = [q for q in sentence.quantities if q.kind == "number" and q.end <= quantity.start]
    if earlier and re.fullmatch(r"(?:,|\sand|,\sand)\s", sentence.text[earlier[-1].end : quantity.start]):
        return Measure("benchmark_score", quantity.value, benchmark=name, unit="elo" if elo else "percent") if _plain_score(sentence, earlier[-1]) else None
    if found is not None:
        gap = sentence.text[found.end : quantity.start] if found.end <= quantity.start else sentence.text[quantity.end : found.start]
        if len(gap) > 60:
            return None
        quoted = next((m for m in sentence.mentions if m.start >= quantity.end), None)
        if quoted is not None and re.fullmatch(r"\s(?:for|from|by)\s(?:the\s)?", sentence.text[quantity.end : quoted.start]):
            return Measure("benchmark_score", quantity.value, benchmark=name, unit="elo" if elo else "percent")
        strict = re.fullmatch(r"[\s:=(|~–—-]*(?:benchmark|test|score|rating|of|at|is|was|scores?|a|scoring|exam|leaderboard|,|with|Elo|around|about|\([^()]{0,40}\)|for|near(?:ly)?|[\s:])*", gap, re.I)
        names = [m for m in sentence.mentions if min(found.end, quantity.end) <= m.start <= max(found.start, quantity.start)]
        if not strict and not names and not _SCORE_AFTER.match(gap):
            return None
    elif not sentence.context.label_text and len(sentence.text[sentence.start : sentence.end]) > 60:
        return None
    return Measure("benchmark_score", quantity.value, benchmark=name, unit="elo" if elo else "percent")


def _date(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    if quantity.date is None:
        return None
    left, right = _neighbours(sentence, quantity)
    text, topics = sentence.text, sentence.context.topics
    begin, finish = sentence.clause(quantity.start)
    near = text[max(left, begin) : min(right, finish)]
    bare_year = len(quantity.date) == 4
    if re.fullmatch(r"\W*(?:date|published|posted|updated|last updated|author|as of)\W*", sentence.context.label_text, re.I):
        return None
    if bare_year and re.search(r"\b(?:through|until|throughout|during|since|between|by|before|after|and)\s$", text[max(0, quantity.start - 12) : quantity.start], re.I):
        return None
    if re.search(r"\b(?:date|published|posted(?: on)?|updated)\s?:\s$|\b(?:as of|mid|late|early)[\s-]*$|\bupdated\b|\breviewed\b|\bpricing\b", text[left : quantity.start][-24:], re.I):
        return None
    if "knowledge_cutoff" in topics or _CUTOFF.search(near):
        return Measure("knowledge_cutoff", quantity.date)
    if "retirement_date" in topics:
        return Measure("retirement_date", quantity.date)
    if _RETIRE.search(near):
        named = any(m.start >= begin and m.end <= quantity.start for m in sentence.mentions) or sentence.context.strong
        return Measure("retirement_date", quantity.date) if named and _tight_cue(_RETIRE, text, quantity, begin, finish) else None
    if quantity.date.startswith("--"):
        return None
    if "release_date" in topics and (sentence.context.label_text or len(near) < 60):
        return Measure("release_date", quantity.date)
    if _FEATURE_OUT.search(near):
        return None
    if _NOT_RELEASE.search(near) or not _tight_cue(_RELEASE, text, quantity, begin, finish, reach=22 if bare_year else 60):
        return _in_name_parentheses(sentence, quantity)
    return Measure("release_date", quantity.date)


def _tight_cue(cue: re.Pattern[str], text: str, quantity: Quantity, begin: int, finish: int, *, reach: int = 60) -> bool:
    before = [m for m in cue.finditer(text, begin, quantity.start)]
    after = [m for m in cue.finditer(text, quantity.end, min(finish, quantity.end + reach))]
    return bool((before and quantity.start - before[-1].end() <= reach) or after)


def _in_name_parentheses(sentence: Sentence, quantity: Quantity) -> Measure | None:
    """ "GPT-4 Turbo (November 2023)" in a heading or label says when it came out."""
    before = sentence.text[sentence.start : quantity.start]
    names = [m for m in sentence.mentions if m.end <= quantity.start]
    closed = sentence.text[quantity.end : quantity.end + 1] == ")"
    if closed and names and re.fullmatch(r"[\s\"”*]*(?:\([^()]*\)\s)?\((?:[A-Z][\w.]*(?:\s[A-Z]\w*)?,\s)?", before[names[-1].end - sentence.start :]):
        return Measure("release_date", quantity.date or "")
    return None


def _speed(sentence: Sentence, quantity: Quantity) -> Measure | None:
    return Measure("output_speed", quantity.value)


def _seconds(sentence: Sentence, quantity: Quantity) -> Measure | None:
    text = sentence.text[sentence.start : sentence.end]
    if "time_to_first_token" in sentence.context.topics or (_LATENCY.search(text) and not _LATENCY_DECOY.search(text)):
        return Measure("time_to_first_token", quantity.value)
    return None


def same_kind(quantities: Sequence[Quantity], quantity: Quantity) -> list[Quantity]:
    """The quantities of a sentence that state the same sort of thing as this one."""
    def alike(other: Quantity) -> bool:
        if other.kind != quantity.kind:
            return False
        return other.kind in {"percent", "money"} or other.unit[:5] == quantity.unit[:5] or (other.scaled and quantity.scaled and "" in {other.unit, quantity.unit})

    return [q for q in quantities if alike(q)]


def worth_listing(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether an unread number is of the sort that a checker should own up to: a price, a count with a scale, a percentage."""
    if quantity.kind == "money":
        return quantity.per != "other" and not _MONEY_DECOY.search(sentence.text[sentence.start : sentence.end])
    if quantity.kind == "number":
        return (quantity.scaled and quantity.unit in {"", "token", "tokens", "parameters"}) or (quantity.unit.startswith("token") and quantity.value >= 1000)
    return quantity.kind == "percent"
