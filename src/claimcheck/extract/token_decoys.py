"""Counts of tokens that are no limit of a model: a quantity with what stands around it comes in, whether it is one goes out."""

from __future__ import annotations

import re

from claimcheck.extract.cues import Cue
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.token_talk import ESTIMATE, is_length_of_run, is_worked_out
from claimcheck.extract.values import Quantity

COUNTED = re.compile(
    r"(?:\s|-(?!token|context))(?:A4\s)?(?!(?:tokens?|context|window|input|output|in|of|for|and|or|to|is|are|with|while|on|per|at|max)\b|max_)[a-z]{3,}", re.I
)
_NOTE = re.compile(  # a footnote that says of what size the calls were that a table gives the cost of
    r"[\s*†‡¹(]{0,4}(?:(?:based|calculated|computed|assum\w+|for|on|an?|each|request|call|task|per)\s){0,5}[\d.,]+[KkMm]?\s(?:input|prompt)(?:\stokens?)?"
    r"\s?(?:,|and|\+|/|&|plus)\s?(?:and\s)?[\d.,]+[KkMm]?\s(?:output|completion)(?:\stokens?)?[\s.)*]{0,4}",
    re.I,
)
_TOKEN_DECOY = Cue(
    r"\bvocab\w*|\btokenizer|\bper (?:minute|day|month|hour|second)|\bTPM\b|\brate limits?|\bdaily\b"
    r"|\bfree tokens|\bmonthly\b|\bimagine\b|\bsuppose\b|\bdifference between\b|\bdimension|\bper month"
    r"|\bbatch size|\brecall\b|\btest(?:ing|ed)\b(?=[^.;]{0,12}$)|\blines of code"
    r"|\btheta\b|\bvalues? of\b|\bthinking (?:tokens|budget)|\b(?:quer(?:y|ies)|requests?) (?:with|of)\b"
    r"|\b(?:doubles?|after|past)\s(?=~?\s?[\d$])|\breasoning tokens|\btokens? used|\bconsum\w+|\bworkload"
    r"|\busage of\b|\bgenerat(?:ing|ed) [\d.,]+|\bprompts? (?:over|under|above|below|up to|longer|larger|≤|>|<)"
    r"|\b(?:team|company|user|customer|app|pipeline|agent|startup|system)s?\s(?:\w+\s){0,2}?(?:process|send|us|generat|consum)(?:ing|es|e|s)\b"
    r"|\b\w{3,12}_tokens[\"']?\s?[:=]|\btokens?\s(?:on\s)?(?:average|avg|each)\b|\btokens?\s?/\s?(?:call|request|query|task|message|user|conversation|turn)\b|\bserializ\w+"
    r"|\b(?:our|my) (?:largest|average|typical|biggest|longest)\b"
    r"|\b(?:sliding[\s-]window|local attention|attend(?:s|ing)?\s(?:only\s)?to\s(?:only\s)?(?:the\s)?(?:previous|last|preceding|nearest|next)|propagat\w+)\b"
    r"|\battend(?:s|ing)?\s(?:only\s)?to\s(?:the\s)?(?=\d)"
    r"|\bcach(?:e|es|ed|ing)\s(?:starts?\s)?(?:from|at least|at)\s|\bbeyond\b|\babove\b\s*$|\blatency\b(?!,\swith\b)|\bp\d\d\b|\bmeasured\b"
)
_UNIT_OF_PRICE = re.compile(r"(?:\bper|\bevery|\beach|/)\s?(?:~\s?)?$", re.I)
_WINDOW_NEXT = re.compile(r"[\s-]?(?:tokens?\s)?(?:of\s)?(?:context|window)\b", re.I)
_WORKLOAD = re.compile(r"\(\d[\d.,]*[KkMm]?\s?/\s?\d[\d.,]*[KkMm]?\)")
_MEASURE = re.compile(
    r"\s?(?:(?:input|output|cached|prompt|completion)\s){0,2}tokens?\s(?:will\s|would\s)?"
    r"(?:(?:costs?|comes?|are|is|goe?s?|runs?)\b[^.;$]{0,30})?\$"
    r"|\s?tokens?\s(?:are|is|equals?|make|correspond to)\s(?:about\s|roughly\s|around\s|approximately\s)?[\d.,]+\s(?:[A-Za-z]+\s)?(?:words|pages|characters)\b",
    re.I,
)
_RECALL = re.compile(r"\b(?:recall|retriev\w+|needle|haystack)\b", re.I)
_TIER = re.compile(
    r"(?:\b(?:prompts?|inputs?|requests?|contexts?|tokens?)?\s?(?:over|under|above|below|beyond|up to"
    r"|exceeding|longer than|greater than|less than|within|first)\s|[<>≤≥]\s?)$",
    re.I,
)
_TIER_OF_CONTEXT = re.compile(
    r"\b(?:(?:for|with|on|in)\scontexts\s(?:of\s)?|(?:standard|short|small|normal|regular|base)(?:er)?[\s-](?:context|prompts?|tier)s?\s?\(\s?)"
    r"(?:over|under|above|below|beyond|up to|exceeding|longer than|greater than|less than|within|first|at least|at most|[<>≤≥])\s?$"
    r"|\b(?:long|large|extended)(?:er)?[\s-](?:context|prompts?|tier)s?\s?\(\s?(?:over|above|beyond|exceeding|longer than|greater than|at least|[>≥])\s?$",
    re.I,
)
_BEYOND = re.compile(r"\W*[>≥]\s?\d[\d.,]*\s?[KM]?(?:\stokens)?\W*", re.I)  # a cell that holds ">200K" and nothing else: a tier of prices
# "X (≤200K context)": what the row is about is a tier of X
_BOUND_OPENS = re.compile(r"\(\s?(?:up to|over|under|above|below|[<>≤≥]=?)\s?$", re.I)
_BOUND_CLOSES = re.compile(r"[\s-]?(?:tokens?|context(?:\swindow|\slength)?|prompts?|inputs?)?(?:\s(?:tokens?|context|prompts?|inputs?))?\)", re.I)
_PRODUCT = re.compile(  # "200 files × 3,000 tokens = 600,000 tokens"
    r"(?:[×✕]|\bx\s)[^=.;]{0,60}=\s?[~≈*]{0,3}\s?$|\d\s?(?:[\w,]{1,20}\s){0,3}[×✕]\s(?:\w+\s){0,3}$"
)
_OF_TOKENS_OPENS = re.compile(  # "Input tokens (<128K)"
    r"\b(?:(?:inputs?|outputs?|prompts?|tokens?|prices?|pricing|costs?)\s\(\s?[<>≤≥]?=?"
    r"|(?:prices?|pricing|costs?)\s\((?:up to|under|over|below|above))\s?$",
    re.I,
)
_COUNTED_BY_THOUSANDS = re.compile(
    r"\+?\s?[❤♥♡★⭐👍]|\+?\s(?:likes|upvotes|hearts|visitors|signups|members|conversations|requests|users|queries|messages|articles|documents|calls|people|companies|customers|developers|downloads|stars|followers|views"
    r"|images|emails|tickets|records|rows|samples|examples|trajectories|problems|questions|tasks|repos\w*|projects|employees|GPUs|hours|lines|words|pages|S?LOC)\b",
    re.I,
)
_EACH_OF = re.compile(  # "typical tasks (~160K tokens)"
    r"\b(?:tasks?|sessions?|requests?|jobs?|conversations?|documents?|codebases?|projects?|prompts?|answers?)\s\(\s?~\s?$", re.I
)
_IN_APP = re.compile(
    r"\s?(?:tokens?\s)?\((?:in\s|on\s|via\s|for\s)?(?:the\s)?"
    r"(?:ChatGPT|Claude\.ai|Gemini app|app|web|free|plus|pro|team|enterprise|consumer)\b(?![^()]*\bAPI\b)",
    re.I,
)
_BY_MODEL = re.compile(
    r"[^.;]{0,24}\b(?:depend(?:s|ing)\son|var(?:y|ies)\s(?:by|with))\s(?:the\s|which\s)?(?:model|version|variant|tier|plan|provider)", re.I
)
_EQUALS = re.compile(r"(?:\bper\s[\w-]+|[×*]\s?[\d.,]+\s?[KMkm]?(?:\s\w+)?)\s?=\s?[~≈*]{0,3}$")
_RECORD = re.compile(r"(?:\b(?:item|id|issue|thread|post|PR|no\.)\s|#\s?)$", re.I)  # "hn item 48518684"
_TESTED_AT = re.compile(r"\b(?:RULER|MRCR|NIAH|LongBench|InfiniteBench|HELMET|GraphWalks|[Nn]eedle[\w -]{0,16})\s[(@]{0,2}$")  # "RULER 128K: 85%"
_BY_OTHERS = re.compile(r"\b(?:providers?|hosts?|platforms?|vendors)\s(?:\w+\s)?(?:limit|cap|restrict|truncat)\w*\s[^.;]{0,34}$", re.I)
_FIRST = re.compile(r"\b(?:the|its|your)\s(?:very\s)?(?:first|last)\s$", re.I)  # "look at the first 50k"
_LEVEL = re.compile(r"[\s-](?:token[\s-])?(?:level|scale|class)\b(?!\s(?:context|window))", re.I)  # "80k-level inputs"
_AT_LENGTH = re.compile(r"\s(?:tokens?\s)?in[- ]context\b(?!\s(?:length|window|size))", re.I)  # "at 100 K tokens in-context, throughput drops"
_VERSION_OF = re.compile(r"[\s-](?:tokens?[\s-])?context\s(?:version|variant|tier|option|edition)s?\b", re.I)  # "$0.03 for the 128K context version"
_FACTOR = re.compile(r"\s(?:input|output|prompt|completion)?(?:\s?tokens?)?\s?[×✕]\s?")
_PART = re.compile(r"\b(?:sliding|local|attention)\s(?:attention\s)?window\b|\bvocab|\bchunk|\bbatch\s?size|\bblock\s?size|\bembedding|\bhidden\b", re.I)
_RECKONED = re.compile(r"\b(?:estimating|assuming|assume|reckoning)\s(?:about\s|around\s|roughly\s)?~?$", re.I)  # "the report (estimating 1000 tokens)"
_EVEN_WITH = re.compile(r"\beven\s(?:with|at)\s(?:just\s|only\s)?an?\s~?$", re.I)  # "even with a 4K window it reaches back further"
_FED = re.compile(r"(?:^|[.:;–—•*]\s)\W{0,3}(?:Processing|Sending|Feeding|Filling)\s(?:the\sfull\s|a\sfull\s)?~?$")  # "Processing 1M tokens on X costs $5"
_SETTING = re.compile(r"\bat\s$", re.I)  # "3.5 times the throughput at 32K context"
_TASKS_AT = re.compile(r"\b(?:tasks?|tests?|benchmarks?|retrieval|recall|accuracy)\sat\s$", re.I)  # "does well on tasks at 128K tokens"
_SETTING_NEXT = re.compile(r"[\s-](?:tokens?\s(?:of\s)?)?context(?:\s?length)?(?!\s?(?:window|length|limit|size|tokens))", re.I)
_SORT_OF_MODEL = re.compile(r"[\s-]?(?:tokens?)?[\s-](?:models|competitors|rivals|systems)\b", re.I)  # "what 200K-token models cannot match"
_MEASURED = re.compile(r"\b(?:throughput|compute|FLOPs|memory|faster|slower|times|tokens? per second|latency|accuracy|scor\w+|recall)\b", re.I)
_SUMMED = re.compile(r"\s(?:input|output|prompt|completion)s?(?:\stokens?)?\s?\+\s?[\d.,]|\s?\+\s?\d", re.I)  # "1,500 input + 500 output": a workload
_SUCH_A = re.compile(r"(?:^|[.:•*]\s)\W{0,3}An?\s~?$")
_IS_LIKE = re.compile(r"[\s-](?:tokens?\s)?(?:context\s)?window\s(?:is|means|lets|allows|would)\b", re.I)  # "An 8K token window is like having …"
_OTHER_MODELS = re.compile(  # "versus models with 128K"
    r"\bmodels\s(?:with|of|at|capped at|limited to)\s(?:only\s|just\s|about\s|context\swindows?\s(?:of\s|around\s|up\sto\s)?)?"
    r"(?:[\d.,]+\s?[KMk]?\s(?:or|and|to)\s)?$",
    re.I,
)
_TOTALS = re.compile(r"\btotal(?:s|ing)\s(?:about\s|roughly\s|around\s)?~?$", re.I)
_ADDED = re.compile(r"(?:\d[KMk]?|tokens?|input|output|prompt)\s?\+\s?$")  # what is added to another count, but not "good code + 1M context"
_EACH_RUN = re.compile(
    r"\b(?:sessions?|tasks?|requests?|calls?|jobs?|runs?|conversations?|averaging|each)"
    r" (?:with|of|using|averaging|at|uses?|takes?|burns?|consumes?|needs?|requires?|averages?)?\s?(?:about |roughly |around |~)?$",
    re.I,
)
_SIDE_USED = re.compile(r"\W*(?:(?:avg\.?|total)\s)?(?:input|output|prompt|completion)(?:\stokens)?(?:\sused)?\W*", re.I)
_MOST_USED = 60_000  # tokens; what a run took is no round number, and small
_PLAN_USERS = re.compile(r"\b(?:Free|Plus|Pro|Team|Business|Enterprise|Go|Max)\s(?:users|subscribers|members|customers|accounts)\b(?![^.;]*\bAPI\b)")
_LENGTH_OF_WORK = re.compile(  # "1.1M words ≈ 1.5M tokens", "a codebase (2.1M LOC, ~8M tokens)"
    r"\d\s?[KMB]?\s(?:words|LOC|SLOC|lines|pages|characters|files|documents|hours|minutes)\b[^.;()]{0,16}?[≈=~,(→]\s?[~≈]?$", re.I
)
_LEAST = re.compile(r"\bminimum(?:\s(?:is|of|prompt|length|size|cacheable|input|context|token|for|about|at|:)){0,4}\s~?$", re.I)  # "caching minimum is 32K"
_NORM = re.compile(  # "1M tokens is now the baseline"
    r"(?:[\s-](?:tokens?|context|windows?)){0,3}\s(?:(?:is|are|has become|have become|became|becomes)\s)(?:(?:now|also|quickly|fast|becoming)\s){0,2}"
    r"(?:(?:the|a)\s(?:new\s)?(?:baseline|standard|norm|default)\b|standard\b(?!\s(?:on|for|in|with|across))|table stakes)", re.I
)
_OF_PROMPTS = re.compile(r"\b(?:for|with|prompts (?:of|with))\s~?$", re.I)  # "80% below X for 200K inputs", "for prompts with 200,000 tokens or fewer"
_PROMPTS_NEXT = re.compile(r"\s(?:tokens?\s)?(?:inputs|prompts|requests|or (?:fewer|less|more))\b", re.I)
_TOOK = re.compile(r"\b(?:took|used|spent|burn(?:ed|t)|ate|needed)\s(?:up\s)?(?:about\s|around\s|roughly\s|nearly\s|some\s|only\s|just\s)?~?$", re.I)
_CHAIN = re.compile(r"\d[KM]?\s?(?:→|->|➔)\s?\d[\d.,]*[KM]?\s?(?:→|->|➔)\s?$")  # "8K → 32K → 128K": of one edition each
_AT_SUCH_COST = re.compile(
    r"\$\s?[\d.,]{1,9}\s?(?:/|per\s|a\s)\s?(?:session|request|call|query|task|conversation|turn|message|run)\s(?:with|for|at)\sa?\s?~?$", re.I
)


# What tells by itself that a count is no limit: words before it (with how many characters they may take), words after it, and words farther before.
_BEFORE = (
    (_TASKS_AT, 16), (_EQUALS, 40), (_TESTED_AT, 36), (_BY_OTHERS, 60), (_FIRST, 16), (_EVEN_WITH, 24), (_EACH_OF, 40), (_TIER_OF_CONTEXT, 50),
    (_RECKONED, 24), (_FED, 40),
)  # fmt: skip
_AFTER = (_FACTOR, _AT_LENGTH, _LEVEL, _COUNTED_BY_THOUSANDS, _IN_APP, _SORT_OF_MODEL, _NORM)
_FAR_BEFORE = ((_PRODUCT, 90), (_RECALL, 90), (_LENGTH_OF_WORK, 60), (_LEAST, 60), (_AT_SUCH_COST, 60), (_TOOK, 60), (_CHAIN, 60))


def is_no_limit(sentence: Sentence, quantity: Quantity, before: str, after: str, near: str) -> bool:
    """Whether a count of tokens is a unit of price, a tier of one, a workload, a setting of a test, or a sort of model."""
    text, start, label = sentence.text, quantity.start, sentence.context.label_text
    if any(words.search(before[-reach:]) for words, reach in _BEFORE) or any(words.match(after) for words in _AFTER):
        return True
    if any(words.search(text, max(sentence.start, start - reach), start) for words, reach in _FAR_BEFORE) or _PART.search(label):
        return True
    if _WORKLOAD.match(text, max(sentence.start, start - 1)) or _BY_MODEL.match(text, quantity.end):
        return True
    near = _own_words(near, before, after) if _WINDOW_NEXT.match(after) else near
    return (
        _TOKEN_DECOY.search(near) is not None
        or _is_plain_count(sentence, quantity, before, after)
        or _is_unit(sentence, quantity, before, after)
        or _is_tier(sentence, quantity, before, after)
        or is_worked_out(sentence, quantity)
        or _is_of_use(sentence, quantity)
        or _is_workload(sentence, quantity, before)
        or _is_setting(sentence, before, after)
        or is_length_of_run(before, after)
    )


def _is_plain_count(sentence: Sentence, quantity: Quantity, before: str, after: str) -> bool:
    """ "5,000 requests", "item 48518684": a number without a unit that counts other things."""
    plain = not quantity.unit and not quantity.scaled and not sentence.context.fixed
    return plain and (COUNTED.match(after) is not None or _RECORD.search(before[-10:]) is not None)


def _is_unit(sentence: Sentence, quantity: Quantity, before: str, after: str) -> bool:
    """The thousand or million of "per 1M tokens", "1M tokens cost $2", "1M tokens is about 750,000 words"."""
    per = _UNIT_OF_PRICE.search(before[-12:]) and not _WINDOW_NEXT.match(after) and not _in_row_of_windows(sentence)
    return quantity.value in {1e3, 1e6} and bool(per or _MEASURE.match(sentence.text, quantity.end))


def _is_tier(sentence: Sentence, quantity: Quantity, before: str, after: str) -> bool:
    """Where one price ends and the next begins: a cell ">200K", "Input tokens (<128K)", "for prompts with 200,000 tokens or fewer"."""
    text = sentence.text
    labelled = sentence.context.fixed or _OF_TOKENS_OPENS.search(text, max(sentence.start, quantity.start - 24), quantity.start) is not None
    if labelled and _BOUND_OPENS.search(before[-12:]) and _BOUND_CLOSES.match(after):
        return True
    if (sentence.context.fixed and _BEYOND.fullmatch(text)) or (_OF_PROMPTS.search(before[-16:]) and _PROMPTS_NEXT.match(after)):
        return True
    return (_TIER.search(before[-26:]) is not None or _VERSION_OF.match(after) is not None) and _price_near(sentence)


def _is_setting(sentence: Sentence, before: str, after: str) -> bool:
    """ "3.5 times the throughput at 32K context": the length at which something was measured."""
    return bool(_SETTING.search(before[-4:]) and _SETTING_NEXT.match(after)) and _compares(sentence)


def _is_of_use(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a count is of one run, or of what a subscription gives, and so of no model."""
    if _SIDE_USED.fullmatch(sentence.context.label_text) and sentence.context.fixed:
        odd = quantity.value < _MOST_USED and all(quantity.value % whole for whole in (500, 1024))
        return odd or (quantity.op == "~" and quantity.value < 1e6)
    return _PLAN_USERS.search(sentence.text, sentence.start, quantity.start) is not None


_SAYS_MORE = re.compile(  # "a 200K context window handles most workloads": what it does is no matter of how long it is
    r"[,;—]\s|(?:(?<=window)|(?<=context))\s(?=(?:and|with|for|handles?|lets?|means?|makes?|covers?|fits?|allows?|can|will|gives?|enables?|supports?|opens?|changes?|puts?|keeps?)\b)"
)


def _own_words(near: str, before: str, after: str) -> str:
    """The words around a count up to the nearest commas, where the count itself is said to be one of a window: the rest speaks of something else."""
    left = re.split(r"[,;—]\s", before[-46:])[-1]
    right = _SAYS_MORE.split(after[:46])[0]
    return left + near[len(before[-46:]) : len(near) - len(after[:46])] + right if near.endswith(after[:46]) else near


def _in_row_of_windows(sentence: Sentence) -> bool:
    """ "200K (standard) / 1M (beta)" in a cell on context windows, where nothing is a price."""
    return sentence.context.fixed and "context_window" in sentence.context.topics and not _price_near(sentence)


def _is_workload(sentence: Sentence, quantity: Quantity, before: str) -> bool:
    """ "Estimated tokens: 1,500 input + 500 output", "50K input tokens, 5K output tokens" alone below a table: what one call takes."""
    if not sentence.context.strong and not sentence.context.fixed and _NOTE.fullmatch(sentence.text, sentence.start, sentence.end):
        return True
    if _IS_LIKE.match(sentence.text, quantity.end) and _SUCH_A.search(sentence.text[sentence.start : quantity.start]):
        return True
    if _OTHER_MODELS.search(before[-60:]) or _TOTALS.search(before[-20:]):
        return True
    summed = _SUMMED.match(sentence.text, quantity.end) or _ADDED.search(before[-10:])
    return (
        bool(summed)
        or _EACH_RUN.search(before[-60:]) is not None
        or ESTIMATE.search(sentence.context.label_text) is not None
        or ESTIMATE.search(before[-30:]) is not None
    )


def _compares(sentence: Sentence) -> bool:
    """Whether the sentence tells how fast or good something is, for which a length is a setting."""
    return any(q.kind in {"ratio", "percent"} for q in sentence.quantities) or _MEASURED.search(sentence.text, sentence.start, sentence.end) is not None


def _price_near(sentence: Sentence) -> bool:
    return any(q.kind == "money" for q in sentence.quantities)


def is_note(text: str) -> bool:
    """Whether a line below a table says of what size the calls were that it gives the cost of, and nothing else."""
    return _NOTE.fullmatch(text) is not None
