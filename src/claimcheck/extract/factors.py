"""How much of what: the words around "60%" or "twice" come in, the factor and the quantity compared ("price", "speed") go out."""

from __future__ import annotations

import re

from claimcheck.extract.cues import Cue
from claimcheck.extract.named_factors import WINDOW, is_of_output, of_models, of_what_has_a_value, trained_on_more
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.shares import left_of, share, share_to
from claimcheck.extract.values import Quantity

_NOUNS = (
    ("training_tokens", Cue(r"\b(?:pre-?)?training (?:data|tokens|corpus|set|dataset)\b")),
    ("context_window", Cue(r"\b(?:context|window|(?<!cache )(?<!gpu )(?<!video )memory(?! (?:usage|footprint|consumption|use|requirements?|bandwidth)\b))\b")),
    ("input_price", Cue(r"\b(?:input (?:tokens?|pric\w+|costs?))\b")),
    ("output_price", Cue(r"\b(?:output (?:tokens?|pric\w+|costs?))\b")),
    ("active_parameters", Cue(r"\b(?:activ(?:e|ated) param\w*)\b")),
    ("parameters", Cue(r"\b(?:param\w*)\b")),
    ("latency", Cue(r"\b(?:latency|response times?)\b")),
    ("error_rate", Cue(r"\b(?:error rates?|errors?|hallucinat\w+|factual)\b")),
    ("inference_compute", Cue(r"\b(?:inference compute|compute(?!\scosts?)|flops)\b")),
    ("kv_cache", Cue(r"\b(?:kv[\s-]?cache|cache (?:memory|size))\b")),
    ("max_output_tokens", Cue(r"\b(?:output (?:limit|length|window))\b")),
    ("speed", Cue(r"\b(?:speed|throughput|faster|slower|quick\w*|response speed)\b")),
    ("price", Cue(r"\b(?:pric\w*|cost\w*|cheap\w*|expensive|expenses?|afford\w*)\b")),
)
_UP = r"more expensive|pricier|costlier|faster|quicker|larger|bigger|greater|longer|higher|more|increase|expansion|jump"
_DOWN = (
    r"cheaper|less expensive|more affordable|slower|smaller|lower|shorter|fewer|less|off|reduction"
    r"|savings?|cut|drop|discount(?=\s(?:from|versus|vs|relative|compared)\b)|more cost[- ](?:efficient|effective)|more economical"
)
_COMPARATIVE = re.compile(
    rf"\s?\)?\s?(?:the\s)?(?:(?:significantly|even|much|roughly|price|cost|context|token|speed|output|input|in)\s)?(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\b(?P<noun>(?:\s(?!(?:than|and|but|which|compared|versus|vs|relative|over|against|from)\b)[\w-]+){{0,4}})",
    re.I,
)
_OF = re.compile(
    r"\s?(?:of\s)?(?:the\s|its\s|their\s)?(?P<noun>(?!(?:on|in|for)\s)(?:[\w-]+\s){0,3}?(?:cost|price|pricing|speed|size"
    r"|latency|compute|cache|parameters|throughput|rate|context(?:\swindow)?|maximum\soutput(?!\s(?:speed|pric|cost))|output\s(?:limit|length|capacity)|response\sspeed|fees?|expenses))\b"
    r"|\s?of\s(?=(?:(?!\b(?:quality|performance|capabilit|accuracy|intelligence|results|scores?|for|at|with|while|but|and)\b)(?:[^.;]|\.(?=\d))){0,50}\b(?:cost|pric|compute|cache|expens))"
    r"|\s?of\s(?=(?-i:[A-Z])(?:[^.;,]|\.(?=\d)){0,40}['’]s?\s(?:total\s)?(?:param|speed|throughput|context))",
    re.I,
)
_AS = re.compile(r"\s?as\s(?P<adjective>fast|quick|expensive|costly|cheap|large|big|long|much|slow)\b", re.I)
_CUT_BY = re.compile(
    r"\b(?:reduc\w+|cut\w*|lower\w*|decreas\w+|slash\w*)\s(?:the\s|its\s|their\s)?"
    r"(?P<noun>(?!(?:our|my|his|her)\b)(?:[\w-]+\s){1,3}?)by\s(?:about\s|nearly\s|around\s|roughly\s|over\s|almost\s|up to\s)?$",
    re.I,
)


# "a 12% improvement on X over Y", "2x better than Y on X"
_GAIN = re.compile(r"\s?(?:relative\s|overall\s)?(?:improvement|gain|lift|uplift|boost|increase|jump|better|higher)\b", re.I)
_ON_BENCHMARKS = re.compile(r"\s(?:(?:score|results?|performance)\s)?(?:on|in|across)\s(?:[\w-]+\s){0,2}?benchmarks?\b", re.I)
_FOR_SIDE = re.compile(r"(?:[^.;]|\.(?=\d)){0,80}?\b(?:for|on)\s(?P<io>input|output)\stokens?\b", re.I)  # "27x less than X for input tokens"
_WAS_CUT = Cue(  # "API prices were cut by 50%"; what training or running costs is no list price
    r"(?<!training )(?<!inference )(?<!operating )\b(?P<noun>pric(?:es?|ing)|costs?|latency)\s(?:(?:was|were|is|are|has been|have been|got)\s)?"
    r"(?:cut|reduced|lowered|slashed|decreased)\s(?:by\s)?(?:about\s|nearly\s|around\s|roughly\s|over\s|almost\s|up to\s|~)?$"
)
_THAT_OF = re.compile(r"\s(?:of\s)?(?:that|those)\s(?:of|on|in)\b", re.I)
_BESIDE = re.compile(r"\s(?:(?P<down>below|under)|(?P<up>above))\s", re.I)
_WITHIN = re.compile(r"\bwithin\s(?:about\s|roughly\s|just\s)?$", re.I)  # "within 0.5% of X" is a distance
_OF_QUALITY = re.compile(r"\s(?:reliable|accurate|capable|likely|powerful|productive|useful|consistent|robust|secure|popular)\b", re.I)
_OTHER_NOUN = re.compile(  # "5x higher rate limits" are none of the quantities compared here
    r"\s(?:[\w-]+\s)?(?:limits?|quotas?|usage|requests?|quer(?:y|ies)|messages?|features?|users?|downloads?|adoption|revenue|accuracy|quality|productivity|tasks?|code|bugs?|headlines?|claims?|figures?|numbers?|tokens?\s(?:per|on))\b"
    r"(?!\s(?:cost|pric))",
    re.I,
)
_OF_TOKENS_USED = re.compile(  # "76% fewer output tokens", "a 40% reduction in tokens": what an answer takes, no price
    r"\s?\)?\s?(?:the\s)?(?:fewer|less|more|reduction)\s(?:in\s)?(?:the\s)?(?:number\sof\s)?(?:[\w-]+\s)?tokens\b(?!\s(?:pric|cost|rate))", re.I
)
_OF_ITS_OWN = re.compile(r"\s?of\s(?:its|their)\s(?:own\s|total\s)?param", re.I)  # "activates 5% of its parameters"
_COSTS = re.compile(r"\b(?:costs?|costing|charges?|priced at)\s(?:about\s|roughly\s|around\s|only\s|just\s|over\s)?$", re.I)
_TOLD_BEFORE = frozenset({"context_window", "parameters", "price", "input_price", "output_price"})
_ALONE = re.compile(r"(?:['’]s?)?\s*(?:[.,;:)!]|$)|\s(?:and|while|but)\b|\s[—–-]\s")
_ITS_OWN = re.compile(r"\s?(?:of\s)?(?:its|their)\b")  # "beats models 10 times its size"
_TRAINED = re.compile(r"\btrain", re.I)  # "Context training | … (3x more than X)" compares tokens trained on
# "twice the size of X's training set"; "of the Qwen2.5 set" has a dot in its name
_OF_DATA = re.compile(r"(?:[^.;]|\.(?=\d)){0,50}?\b(?:train\w*|data\w*|corpus|vocabulary|images?|files?|documents?|prompts?)\b", re.I)
_INPUT, _OUTPUT, _COSTLY = re.compile(r"\binput\b", re.I), re.compile(r"\boutput\b", re.I), re.compile(r"\$\d|\bcost|\bpric", re.I)
_SIZE = re.compile(r"^(?:the\s)?(?:model\s)?size$", re.I)


def base_of(words: str) -> str | None:
    """The quantity compared that some words name, None when they name none."""
    return next((base for base, cue in _NOUNS if cue.search(words)), None)


def factor_of(sentence: Sentence, quantity: Quantity, default: str | None = None) -> tuple[float, float | None, str, int] | None:
    """(factor subject/other, upper end of a range or None, quantity compared, end of the words read) of a percentage or ratio, else None."""
    text = sentence.text
    stretch = max(sentence.start, quantity.start - 70), quantity.start
    cut = _CUT_BY.search(text, *stretch) or _WAS_CUT.search(text, *stretch)
    if cut:
        base = base_of(cut["noun"])
        return (left_of(quantity, quantity.value), None, base, quantity.end) if base else None
    if _WITHIN.search(text, max(sentence.start, quantity.start - 20), quantity.start) or _OF_ITS_OWN.match(text, quantity.end):
        return None
    if _OF_TOKENS_USED.match(text, quantity.end):
        return (share(quantity, False), None, "training_tokens", quantity.end) if trained_on_more(sentence, quantity) else None
    if (of_named := of_what_has_a_value(sentence, quantity)) is not None:
        return of_named
    as_match = _AS.match(text, quantity.end)
    if as_match and quantity.kind == "ratio":
        return _as_factor(quantity, as_match, sentence)
    of_match = _OF.match(text, quantity.end)
    gained = _gain(sentence, quantity)
    if gained is not None:
        return gained
    comparative = _COMPARATIVE.match(text, quantity.end)
    if of_match and _is_share(quantity, of_match, comparative):
        return _of_factor(sentence, quantity, of_match, comparative)
    if comparative is not None and (_OF_QUALITY.match(comparative["noun"] or "") or _OTHER_NOUN.match(comparative["noun"] or "")):
        return None
    if comparative is None:
        return _by_what_stands_before(sentence, quantity)
    noun = comparative["noun"] or ""
    base = _comparative_base(sentence, quantity, comparative, noun) or default
    if base is None:
        return None
    down = comparative["down"] is not None
    return share(quantity, down), share_to(quantity, down), base, comparative.end()


def _is_share(quantity: Quantity, of: re.Match[str], comparative: re.Match[str] | None) -> bool:
    """Whether "60% of the cost" is a share of it: not "60% lower cost", nor "2 of the sizes"."""
    if comparative and of["noun"]:
        return False
    shares = quantity.value < 1 or quantity.kind == "percent" or (bool(of["noun"]) and comparative is None)
    return shares and (bool(of["noun"]) or quantity.unit == "named" or quantity.kind == "percent")


def _of_factor(
    sentence: Sentence, quantity: Quantity, of: re.Match[str], comparative: re.Match[str] | None
) -> tuple[float, float | None, str, int] | None:  # fmt: skip
    """The factor of a share "of the cost", None where the words after it are of a difference."""
    text = sentence.text
    if re.match(r"\s(?:difference|advantage|gap|savings?|reduction|overhead|increase)\b", text[of.end() : of.end() + 12]):
        return None
    if comparative and comparative["down"] and re.search(r"reduction|savings?|off|cut|drop", comparative["down"], re.I):
        return None
    base = base_of(of["noun"] or text[of.end() : min(sentence.end, of.end() + 50)])
    of_else = _ITS_OWN.match(text, quantity.end) or _OF_DATA.match(text, of.end(), sentence.end)
    if base is None and not of_else and _SIZE.search(of["noun"] or "") and not WINDOW.search(text, sentence.start, sentence.end):
        base = "parameters"
    factor = quantity.value / 100 if quantity.kind == "percent" else quantity.value
    return (factor, None, base, of.end()) if base else None


def _gain(sentence: Sentence, quantity: Quantity) -> tuple[float, float | None, str, int] | None:
    """How much better a model does on a benchmark, or on "benchmarks", that stands close to the words for it."""
    match = _GAIN.match(sentence.text, quantity.end)
    if match is None:
        return None
    near = any(quantity.start - 45 <= b.start <= match.end() + 45 for b in sentence.benchmarks)
    if not near and not _ON_BENCHMARKS.match(sentence.text, match.end()):
        return None
    return share(quantity, False), share_to(quantity, False), "benchmark_score", match.end()


def _by_what_stands_before(sentence: Sentence, quantity: Quantity) -> tuple[float, float | None, str, int] | None:
    """Factors whose quantity is named before them: "a price that is half of", "costs 5x X", "16 times that of", "priced 80% below X"."""
    text = sentence.text
    before = text[max(sentence.start, quantity.start - 60) : quantity.start]
    base = base_of(before[-45:])
    if base and quantity.unit == "named" and quantity.value < 1 and re.match(r"\s?of\s", text[quantity.end : quantity.end + 4]):
        return quantity.value, None, base, quantity.end + 3
    if quantity.kind == "ratio":
        that = _THAT_OF.match(text, quantity.end)
        if that:
            base = base or base_of(before)
            return (quantity.value, None, base, that.end()) if base else None
        named = next((m for m in sentence.mentions if m.start > quantity.end and text[quantity.end : m.start] in {" ", " the ", " what "}), None)
        if named is not None and _COSTS.search(before):
            return quantity.value, quantity.value_to, "price", quantity.end
        of_it = named is not None and base in _TOLD_BEFORE and _ALONE.match(text, named.end)  # "context window (1M tokens, 5x X)"
        return (quantity.value, quantity.value_to, base, quantity.end) if of_it and base else None
    beside = _BESIDE.match(text, quantity.end)
    if beside and base in {"price", "input_price", "output_price"} and any(m.start == beside.end() for m in sentence.mentions):
        return share(quantity, beside["down"] is not None), None, base, quantity.end
    return None


def _as_factor(quantity: Quantity, match: re.Match[str], sentence: Sentence) -> tuple[float, float | None, str, int] | None:
    word = match["adjective"].lower()
    after = sentence.text[match.end() : match.end() + 30]
    base = (
        {"fast": "speed", "quick": "speed", "slow": "speed", "expensive": "price", "costly": "price", "cheap": "price"}.get(word)
        or base_of(after)
        or ("price" if word == "much" and _COSTS.search(sentence.text, max(sentence.start, quantity.start - 40), quantity.start) else None)
        or (base_of(sentence.text[max(sentence.start, quantity.start - 40) : quantity.start]) if word == "much" else None)
    )
    if base is None:
        return None
    side = re.match(r"\s(?:on|for)\s(input|output)\b", sentence.text[match.end() :]) if base == "price" else None
    base = f"{side[1]}_price" if side else base
    value = 1 / quantity.value if word in {"slow", "cheap"} else quantity.value
    return value, None, base, match.end()


def _comparative_base(sentence: Sentence, quantity: Quantity, match: re.Match[str], noun: str) -> str | None:
    word = (match["down"] or match["up"]).lower()
    text = sentence.text
    if word in {"cheaper", "less expensive", "more affordable", "more expensive", "pricier", "costlier", "more economical"} or word.startswith("more cost"):
        after = text[match.end() : match.end() + 60]
        scoped = re.match(r"[^,.;]{0,40}?\b(?:for|on|per)\s(?P<io>input|output)\b", noun + after, re.I) or re.match(r"\s(?P<io>input|output)", noun)
        lead = re.search(r"\b(input|output)\b[^,.;]{0,18}$", text[max(sentence.start, quantity.start - 26) : quantity.start], re.I)
        if scoped or lead:
            return f"{(scoped['io'] if scoped else lead.group(1)).lower()}_price"  # type: ignore[union-attr]
        sides = [t for t in sentence.context.topics if t in {"input_price", "output_price"}]
        said = {m.group(1).lower() for m in re.finditer(r"\b(input|output)\b", text[max(sentence.start, quantity.start - 60) : quantity.start], re.I)}
        if len(sides) == 1 or (len(said) == 1 and "token" in text[max(sentence.start, quantity.start - 60) : quantity.start]):
            return sides[0] if len(sides) == 1 else f"{said.pop()}_price"
        return "price"
    if word in {"faster", "quicker", "slower"}:
        return "speed"
    if is_of_output(text, match.start()):
        return "max_output_tokens"
    before = text[max(sentence.start, quantity.start - 60) : quantity.start]
    both = _INPUT.search(before) is not None and _OUTPUT.search(before) is not None
    base = base_of(noun) or base_of(match.group()) or _saved_side(word, noun) or ("price" if both and _COSTLY.search(before) else base_of(before))
    if base == "price" and (side := _FOR_SIDE.match(text, match.end(), sentence.end)):
        return f"{side['io'].lower()}_price"
    if base:
        return base
    for topic in () if _TRAINED.search(sentence.context.label_text) else sentence.context.topics:
        if topic in {"context_window", "max_output_tokens", "parameters", "input_price", "output_price", "price"}:
            return topic
    if word in {"smaller", "larger", "bigger"} and not noun and of_models(sentence, quantity, match):
        return "parameters"
    if word == "discount":
        return "price"
    return "price" if re.search(r"\bcost|\bpric|\bcheap", sentence.context.label_text, re.I) else None


def _saved_side(word: str, noun: str) -> str | None:
    """ "96% savings on output": of its price."""
    side = (_INPUT.search(noun) or _OUTPUT.search(noun)) if word.startswith("saving") else None
    return f"{side.group().lower()}_price" if side else None
