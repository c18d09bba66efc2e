"""Relations between two models: "60% cheaper than", "half the cost of", "2x faster", "cheaper than" come in, readings go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, is_object, subjects_of
from claimcheck.extract.values import Mention, Quantity, Target

_NOUNS = (
    ("context_window", r"context|window|memory"),
    ("input_price", r"input (?:tokens?|pric\w+|costs?)"),
    ("output_price", r"output (?:tokens?|pric\w+|costs?)"),
    ("parameters", r"param\w*"),
    ("latency", r"latency|response times?"),
    ("error_rate", r"error rates?|errors?|hallucinat\w+|factual"),
    ("inference_compute", r"inference compute|compute(?!\scosts?)|flops"),
    ("kv_cache", r"kv[\s-]?cache"),
    ("max_output_tokens", r"output (?:limit|length|window)"),
    ("speed", r"speed|throughput|faster|slower|quick\w*|response speed"),
    ("price", r"pric\w*|cost\w*|cheap\w*|expensive|afford\w*"),
)
_UP = r"more expensive|pricier|costlier|faster|quicker|larger|bigger|greater|longer|higher|more"
_DOWN = r"cheaper|less expensive|more affordable|slower|smaller|lower|shorter|fewer|less|off|reduction|savings?|more cost[- ](?:efficient|effective)|more economical"
_COMPARATIVE = re.compile(
    rf"\s?\)?\s?(?:the\s)?(?:(?:significantly|even|much|roughly|price|cost|context|token|speed|output|input|in)\s)?(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\b(?P<noun>(?:\s(?!than\b|and\b|but\b|which\b)[\w-]+){{0,4}})", re.I
)
_OF = re.compile(r"\s?(?:of\s)?(?:the\s|its\s|their\s)?(?P<noun>(?:[\w-]+\s){0,3}?(?:cost|price|pricing|speed|size|latency|compute|cache|parameters|throughput|rate|context(?:\swindow)?|response\sspeed|fees?))\b|\s?of\s(?=[^.;]{0,50}\b(?:cost|price|compute|cache))", re.I)
_AS = re.compile(r"\s?as\s(?P<adjective>fast|quick|expensive|costly|cheap|large|big|long|much|slow)\b", re.I)
_PLAIN = re.compile(
    r"\b(?P<adverb>(?:much|far|significantly|even|slightly|considerably|notably|substantially|a lot|also|generally|typically|comparatively)\s)?"
    r"(?P<word>cheaper|less expensive|more affordable|more economical|more cost-effective|more expensive|pricier|costlier|faster|slower|"
    r"(?:(?:lower|reduced|higher|smaller|larger|bigger|longer|shorter|fewer|more)\s(?:\w+\s)?(?:costs?|prices?|parameters|context(?:\s(?:window|length))?|latency|response\stimes?|input\scosts?|output\scosts?))|"
    r"newer|older|smaller|larger)\b",
    re.I,
)
_SPEEDS = {"faster": ("speed", "greater"), "slower": ("speed", "less"), "newer": ("release_date", "greater"), "older": ("release_date", "less"),
           "smaller": ("parameters", "less"), "larger": ("parameters", "greater")}  # fmt: skip


def base_of(words: str) -> str | None:
    """The quantity compared that some words name, None when they name none."""
    for base, pattern in _NOUNS:
        if re.search(rf"\b(?:{pattern})\b", words, re.I):
            return base
    return None


def relation(sentence: Sentence, quantity: Quantity, before: Reading | None = None) -> Reading | None:
    """A relation with a number; None when the quantity states none or the other model is not named.

    `before` is the relation read last in the same sentence ("twice as fast as X at half the cost" compares with X twice).
    """
    if quantity.kind not in {"percent", "ratio"}:
        return None
    found = _factor(sentence, quantity)
    if found is None:
        return None
    factor, factor_to, base, end = found
    subjects = [t for t in _relation_subjects(sentence, quantity) if not (t.family and len(t.candidates) > 40)]
    named_after = any(m.start >= quantity.end for m in sentence.mentions)
    if before is not None and not named_after and before.other is not None:
        subjects, other = list(before.targets), before.other
    else:
        other = _other(sentence, quantity, end, subjects)
    subjects = [t for t in subjects if other is None or t.name != other.name]
    if not subjects or other is None or factor <= 0:
        return None
    stop = min(end, quantity.end + 30)
    text_end = quantity.end + len(sentence.text[quantity.end : stop].split(" than")[0].rstrip())
    return Reading(attribute="relative", value=round(factor, 6), start=quantity.start, end=max(quantity.end, text_end), targets=tuple(subjects[:1]), op=quantity.op, base=base,
                   other=other, value_to=factor_to, written=quantity.written, unit="ratio")  # fmt: skip


_CUT_BY = re.compile(r"\b(?:reduc\w+|cut\w*|lower\w*|decreas\w+|slash\w*)\s(?:the\s|its\s|their\s)?(?P<noun>(?:[\w-]+\s){1,3}?)by\s(?:about\s|nearly\s|around\s|roughly\s|over\s|almost\s|up to\s)?$", re.I)


def _factor(sentence: Sentence, quantity: Quantity) -> tuple[float, float | None, str, int] | None:
    text = sentence.text
    cut = _CUT_BY.search(text, max(sentence.start, quantity.start - 70), quantity.start)
    if cut:
        base = base_of(cut["noun"])
        return (1 - quantity.value / 100 if quantity.kind == "percent" else quantity.value, None, base, quantity.end) if base else None
    as_match = _AS.match(text, quantity.end)
    if as_match and quantity.kind == "ratio":
        return _as_factor(quantity, as_match, sentence)
    of_match = _OF.match(text, quantity.end)
    comparative = _COMPARATIVE.match(text, quantity.end)
    if of_match and not (comparative and of_match["noun"]) and (quantity.value < 1 or quantity.kind == "percent" or (of_match["noun"] and not comparative)) and (of_match["noun"] or quantity.unit == "named" or quantity.kind == "percent"):
        tail = of_match["noun"] or text[of_match.end() : min(sentence.end, of_match.end() + 50)]
        if re.match(r"\sdifference", text[of_match.end() :]):
            return None
        if comparative and comparative["down"] and re.search(r"reduction|savings?|off", comparative["down"], re.I):
            return None
        base = base_of(tail)
        factor = quantity.value / 100 if quantity.kind == "percent" else quantity.value
        return (factor, None, base, of_match.end()) if base else None
    if comparative is None:
        if quantity.unit == "named" and quantity.value < 1:
            half_of = re.match(r"\s?of\s", text[quantity.end :])
            before_base = base_of(text[max(sentence.start, quantity.start - 45) : quantity.start])
            if half_of and before_base:
                return quantity.value, None, before_base, quantity.end + 3
        return None
    noun = comparative["noun"] or ""
    base = _comparative_base(sentence, quantity, comparative, noun)
    if base is None or base in {"latency_none"}:
        return None
    down = comparative["down"] is not None
    return _apply(quantity, down, base), _apply_to(quantity, down, base), base, comparative.end()


def _as_factor(quantity: Quantity, match: re.Match[str], sentence: Sentence) -> tuple[float, float | None, str, int] | None:
    word = match["adjective"].lower()
    after = sentence.text[match.end() : match.end() + 30]
    base = {"fast": "speed", "quick": "speed", "slow": "speed", "expensive": "price", "costly": "price", "cheap": "price"}.get(word) or base_of(after) or (
        base_of(sentence.text[max(sentence.start, quantity.start - 40) : quantity.start]) if word == "much" else None
    )
    if base is None:
        return None
    value = 1 / quantity.value if word in {"slow", "cheap"} else quantity.value
    return value, None, base, match.end()


def _comparative_base(sentence: Sentence, quantity: Quantity, match: re.Match[str], noun: str) -> str | None:
    word = (match["down"] or match["up"]).lower()
    text = sentence.text
    if word in {"cheaper", "less expensive", "more affordable", "more expensive", "pricier", "costlier", "more economical"} or word.startswith("more cost"):
        after = text[match.end() : match.end() + 60]
        scoped = re.match(r"[^,.;]{0,40}?\b(?:for|on)\s(?P<io>input|output)\b", noun + after, re.I) or re.match(r"\s(?P<io>input|output)", noun)
        lead = re.search(r"\b(input|output)\b[^,.;]{0,12}$", text[max(sentence.start, quantity.start - 20) : quantity.start], re.I)
        if scoped or lead:
            return f"{(scoped['io'] if scoped else lead.group(1)).lower()}_price"  # type: ignore[union-attr]
        sides = [t for t in sentence.context.topics if t in {"input_price", "output_price"}]
        said = {m.group(1).lower() for m in re.finditer(r"\b(input|output)\b", text[max(sentence.start, quantity.start - 60) : quantity.start], re.I)}
        if len(sides) == 1 or len(said) == 1 and "token" in text[max(sentence.start, quantity.start - 60) : quantity.start]:
            return sides[0] if len(sides) == 1 else f"{said.pop()}_price"
        return "price"
    if word in {"faster", "quicker", "slower"}:
        return "speed"
    base = base_of(noun) or base_of(match.group())
    if base:
        return base
    around = text[max(sentence.start, quantity.start - 60) : quantity.start]
    before = base_of(around)
    if before:
        return before
    for topic in sentence.context.topics:
        if topic in {"context_window", "max_output_tokens", "parameters", "input_price", "output_price", "price"}:
            return topic
    return "price" if re.search(r"\bcost|\bpric|\bcheap", sentence.context.label_text, re.I) else None


def _apply(quantity: Quantity, down: bool, base: str) -> float:
    if quantity.kind == "percent":
        return 1 - quantity.value / 100 if down else 1 + quantity.value / 100
    return 1 / quantity.value if down and quantity.value else quantity.value


def _apply_to(quantity: Quantity, down: bool, base: str) -> float | None:
    if quantity.value_to is None:
        return None
    value = quantity.value_to
    if quantity.kind == "percent":
        return 1 - value / 100 if down else 1 + value / 100
    return 1 / value if down else value


def _relation_subjects(sentence: Sentence, quantity: Quantity) -> tuple[Target, ...]:
    return subjects_of(sentence, quantity.start, quantity.start)


def _other(sentence: Sentence, quantity: Quantity, end: int, subjects: list[Target]) -> Target | None:
    """The model compared with: named after "than/of/as/compared to", else the sentence's other model, else the main one."""
    text = sentence.text
    taken = {t.name for t in subjects}
    for mention in sentence.mentions:
        if mention.start >= quantity.end:
            gap = text[end : mention.start] if mention.start >= end else ""
            if re.search(r"\b(?:than|of|as|to|with|versus|vs\.?|against|over|that)\b[^.;]{0,60}$", gap, re.I) and len(gap) < 90 and mention.target.name not in taken:
                return mention.target
            if gap.strip() in {"", "the"} and mention.target.name not in taken:
                return mention.target
    earlier = [m for m in sentence.mentions if m.end <= quantity.start and m.target.name not in taken]
    if earlier and is_object(sentence, earlier[-1]):
        return earlier[-1].target
    if len(subjects) == 1 and re.search(r"\bthan\b|\bcompared\b", text[quantity.end : sentence.end], re.I):
        pair = [t for t in sentence.context.article_models if t.name not in taken]
        if len(pair) == 1 and len(sentence.context.article_models) == 2:
            return pair[0]
    if sentence.context.versus is not None and sentence.context.versus.name not in taken:
        return sentence.context.versus
    if re.search(r"\bthan\b|\bcompared to\b|\bvs\b", text[sentence.start : sentence.end], re.I) or not re.search(
        r"\b(?:cheaper|expensive|costlier|pricier|faster|slower)\b", text[quantity.end : quantity.end + 40], re.I
    ):
        return earlier[-1].target if earlier and len(subjects) == 1 and earlier[-1].target.name not in taken and is_object(sentence, earlier[-1]) else None
    mains = [t for t in (sentence.context.main, sentence.context.article_main, *sentence.context.trail[:1]) if t is not None and t.name not in taken]
    return mains[0] if mains else None


def comparisons(sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Reading]:
    """Relations without a number: "cheaper than X", "has fewer parameters" where the article compares two models."""
    for match in _PLAIN.finditer(sentence.text, sentence.start, sentence.end):
        start, end = match.span("word")
        if any(s <= start < e + 2 for s, e in taken) or re.search(r"[\d%x]\s$|\btimes\s$|\bthe\s$|\bor\s$", sentence.text[max(0, start - 6) : start]):
            continue
        found = _order(match["word"].lower())
        if found is None:
            continue
        base, order = found
        after = [m for m in sentence.mentions if m.start >= end]
        than = re.match(r"[^.;,]{0,30}?\bthan\s(?:the\s|its\s|full\s|OpenAI['’]s\s)*", sentence.text[end : end + 60], re.I)
        subjects = [t for t in subjects_of(sentence, start, end) if not t.family]
        other: Target | None = None
        if than and after and after[0].start == end + than.end():
            other = after[0].target
        elif not than and len(sentence.context.article_models) == 2 and len(subjects) == 1 and base != "parameters" or "param" in match["word"].lower():
            rest = [t for t in sentence.context.article_models if subjects and t.name != subjects[0].name]
            other = rest[0] if len(rest) == 1 and len(sentence.context.article_models) == 2 else None
        if len(subjects) == 1 and other is not None and other.name != subjects[0].name and not other.family:
            yield Reading(attribute="comparison", value=order, start=start, end=end, targets=(subjects[0],), base=base, other=other)


def _order(word: str) -> tuple[str, str] | None:
    if word in _SPEEDS:
        return _SPEEDS[word] if word in {"faster", "slower", "newer", "older"} else None
    less = bool(re.match(r"cheaper|less expensive|more (?:affordable|economical|cost)|lower|reduced|smaller|shorter|fewer", word))
    if re.match(r"cheaper|less exp|more (?:aff|econ|cost|exp)|pricier|costlier", word):
        return "price", "less" if less else "greater"
    base = base_of(word)
    if base == "latency":
        return None
    return (base, "less" if less else "greater") if base else None


def same(a: Mention, b: Mention) -> bool:
    """Whether two mentions stand for one model."""
    return a.target.name == b.target.name
