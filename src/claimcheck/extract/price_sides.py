"""Which side a price is of, input or output, from the cache or not: the words around it come in, that goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_IO_BEFORE = re.compile(
    r"(?P<cached>(?<!non-)(?<!not )\bcach(?:ed|e|ing)\s?(?:read\s)?(?:\(?)?)?(?P<batch>\bbatch\s)?\b"
    r"(?P<io>inputs?|prompts?|outputs?|completions?)"
    r"(?:\s(?:tokens?|prices?|pricing|costs?|token price|rate))?s?"
    r"(?:\s?\([^()]{0,30}\))?[\s:=~-]*(?:(?:is|are|at|of|costs?|priced|run|for|only|just|around|about"
    r"|approximately|roughly|to|the|price|pricing|alone|token|tokens|from|was|were|per|1M|million"
    r"|by)[\s:~]*){0,6}$",
    re.I,
)
_IN_DOLLARS = re.compile(r"\bin\s\$")
_OUT_DOLLARS = re.compile(r"\bout\s\$")
_SIDE_WORD = re.compile(
    r"\b(?<!\d\d[Kk]\s)(input|output|(?<![\dKM]\s)prompt|(?<![\dKM]\s)completion)(?!s?\s(?:quality|speed|format|modalit|length|limit|window))", re.I
)
_WAYS = {"in": "input", "out": "output"}  # "on the way in"
_CACHE_ROW = re.compile(r"\W*(?:context|prompt|input|automatic|token)?\s?cach(?:e|ing|ed)(?:\s(?:reads?|hits?|support|tokens?|input))?\W*", re.I)
_CACHE_HIT = re.compile(r"[^.;,$()]{0,30}(?:\(\s?|\s(?=with|for|on|at))(?:(?:with|for|on|at)\s)?(?:a\s)?cach(?:e[\s-]hits?|ed|ing)\b", re.I)
_CACHE_MISS = re.compile(r"[^.;,$()]{0,30}[\s(](?:(?:with|for|on|at)\s)?(?:a\s)?(?:cache[\s-]miss|(?:without|no)\scach)", re.I)
_WHEN_CACHED = re.compile(r"[^.,;$]{0,12}\b(?:when|if|once)\b[^.,;$]{0,30}\bcached\b", re.I)
_WITH_CACHE = re.compile(r"\W*(?:with|using|once|when|via|through)\s(?:[\w-]+\s){0,3}?cach(?:ing|ed?)\b[^;$]{0,80}", re.I)  # "With caching, …"
CACHED_BEFORE = re.compile(r"(?<!non-)(?<!not )\bcach(?:ed|e|ing)\b[^.;,$]{0,28}$", re.I)
_FACTOR_OF = re.compile(r"\b(?P<io>input|output|prompt|completion)s?(?:\stokens)?:?\s[\d.,]{1,9}\s?[KMkm]?(?:\stokens)?\s?[×✕x*@]\s?(?:at\s)?[~≈]?$", re.I)


def by_cache(attribute: str | None, lead: str, after: str) -> str | None:
    """The price that the words after it, or how its sentence begins, tell apart: "$0.07 input (cache hit)", "$0.27 (cache miss)", "With caching, …"."""
    if attribute == "input_price" and (_CACHE_HIT.match(after) or _WITH_CACHE.fullmatch(lead)):
        return "cached_input_price"
    return "input_price" if attribute == "cached_input_price" and _CACHE_MISS.match(after) else attribute


def named_before(sentence: Sentence, quantity: Quantity, before: str, after: str) -> tuple[str, bool, bool]:
    """Input or output, cached, batch, as the words just before a price say; ("", …) when they say nothing."""
    named = _IO_BEFORE.search(before[-80:])
    bare = re.search(r"\b(in|out)\s$", before)
    if bare and in_order(_IN_DOLLARS, _OUT_DOLLARS, sentence.text[sentence.start : sentence.end]):
        return bare.group(1), False, False
    factor = _FACTOR_OF.search(sentence.text, max(sentence.start, quantity.start - 40), quantity.start)
    if factor:  # "Output 204K × $1.50"
        return factor["io"].lower(), False, False
    if named:
        return named["io"].lower(), bool(named["cached"]), bool(named["batch"])
    if sentence.context.fixed and quantity.per and _CACHE_ROW.fullmatch(sentence.context.label_text):
        return "input", True, False
    return ("input", True, False) if CACHED_BEFORE.search(before[-40:]) or _WHEN_CACHED.match(after) else ("", False, False)


_VERSUS_BEHIND = re.compile(r"\s(?:vs\.?|versus)\s[~≈]?\$")
_VERSUS_BEFORE = re.compile(r"\$[\d.,]{1,8}\s(?:vs\.?|versus)\s[~≈]?$")
_CHEAPER = re.compile(
    r"\b(?:cheaper|pricier|(?:less|more)\sexpensive)\s(?:(?:on|for)\s)?(?P<io>input|output)\b"
    r"(?:(?!\b(?:in|out)put|\bbut\b|\bwhile\b)[^;$()]){0,50}\(\s?[~≈]?$",
    re.I,
)
_PAIR_GOES_ON = re.compile(r"(?:\s(?:vs\.?|versus)\s[~≈]?\$[\d.,]{1,8}(?:\s?/\s?1?M(?:Tok)?)?)?\)")


def in_comparison(sentence: Sentence, quantity: Quantity, before: str) -> str:
    """The side that a pair of prices in parentheses compares ("cheaper input than X ($2 vs $3)"), "" for any other price."""
    compared = _CHEAPER.search(before[-90:])
    return compared["io"].lower() if compared and _PAIR_GOES_ON.match(sentence.text, max(quantity.end, quantity.per_end)) else ""


def of_clause(sentence: Sentence, quantity: Quantity, before: str) -> str:
    """Input or output as the words since the last value, comma or "and" say: "; a million output tokens come to $10"."""
    clauses = re.split(r"[,;:()]|\b(?:and|while|whereas|but|or|than|with)\b", before)
    beside = _VERSUS_BEHIND.match(sentence.text, quantity.end) or _VERSUS_BEFORE.search(sentence.text, max(sentence.start, quantity.start - 24), quantity.start)
    if beside and len(clauses) > 1 and not clauses[-1].strip():  # "the output gap is wider: $75 vs $10"
        clauses.pop()
    clause = clauses[-1]
    found = {m.group(1).lower() for m in re.finditer(r"\b(input|output|prompt|completion)s?\s(?:tokens?|price|pricing|difference|gap)\b", clause, re.I)}
    found |= {_WAYS[m.group(1).lower()] for m in re.finditer(r"\bon the way (in|out)\b", clause, re.I)}
    return found.pop() if len(found) == 1 else ""


def around(sentence: Sentence) -> tuple[str, bool, bool]:
    """Input or output as the label says, or as the sentence's only such word says; ("", …) when neither or both."""
    money = [q for q in sentence.quantities if q.kind == "money"]
    beside = any(re.search(r"\b(?:input|output|prompt|completion)", sentence.text[q.end : q.end + 30], re.I) for q in money)
    lead = sentence.text[sentence.start : money[0].start] if len(money) > 1 and beside else sentence.text[sentence.start : sentence.end]
    for text in (sentence.context.label_text, lead):
        found = {m.group(1).lower()[:3] for m in _SIDE_WORD.finditer(text)}
        found |= {_WAYS[m.group(1).lower()][:3] for m in re.finditer(r"\bon the way (in|out)\b", text, re.I)}
        if len(found) == 1:
            word = "output" if found & {"out", "com"} else "input"
            cached = bool(re.search(r"(?<!non-)(?<!not )(?<!no )\bcach(?!e[\s-]?miss)", sentence.context.label_text, re.I))
            return word, cached, bool(re.search(r"\bbatch", text, re.I))
    return "", False, False


_BOTH = re.compile(
    r"(?:\stokens?)?\s?(?:(?:for|on|of)\s)?\(?(?:for\s)?(?P<both>both\s)?(?:the\s)?inputs?(?:\stokens?)?\s(?:and|&)\s(?:for\s)?outputs?\b(?:\stokens?)?(?P<alike>\salike)?",
    re.I,
)


def of_both(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether one price is said of both sides: "$0.70 per million tokens for both input and output"."""
    match = _BOTH.match(sentence.text, max(quantity.end, quantity.per_end), sentence.end)
    if match is None or quantity.value_to is not None:
        return False
    alone = sum(1 for q in sentence.quantities if q.kind == quantity.kind) == 1
    return bool(alone or match["both"] or match["alike"])


def in_order(first: re.Pattern[str], second: re.Pattern[str], text: str) -> bool:
    """Whether the first stands somewhere before the second."""
    found = first.search(text)
    return found is not None and second.search(text, found.end()) is not None
