"""Numbers beside benchmarks that are no scores: margins, ranks, rates of something else, notes; a quantity comes in, whether it is one goes out."""

from __future__ import annotations

import re

from claimcheck.extract.cues import Cue
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Quantity

_RELATION_AFTER = re.compile(
    r"\s?(?:over\s(?=[A-Z])|of (?:the|its|their|[A-Z][\w.-]{1,20}(?:\s[\w.-]{1,12}){0,2}['’]s)\s(?:\w+\s)?"
    r"(?:cost|price|speed|size|inference|compute|performance|quality|scores?|capabilit\w+|intelligence|power)"
    r"|as\s(?:fast|much|expensive)|the\s(?:cost|price|speed|size|response)|(?:[\w-]+\s){0,2}?(?:cheaper"
    r"|less|more|faster|slower|lower|higher|larger|bigger|greater|smaller|longer|fewer|better|worse|off"
    r"|reduction|increase|savings?|discount|improvement|(?-i:drop)|gain|gap|difference|margin|advantage|deficit|premium|markup|shorter|quicker"
    r"|cost)\b)",
    re.I,
)
_MARGIN = Cue(
    r"\b(?:by|within|margin of|gap of|second best is|second[- ]best(?: at)?|next best(?: is| at)?"
    r"|next[- ]best (?:system|model|competitor|rival)(?:['’]s)?(?:\s(?:score|result)(?: of)?)?"
    r"|runner-up(?: at| is)?|difference of|lead of|improv\w+ (?:of|by)|saves?|discount of|up|some (?:below|under|above|over))\s"
    r"(?:(?:over|about|nearly|around|roughly|almost|only|just|merely|up to|at least|more than|less than|as much as|a mere)\s)?$",
)
_OF_SOMETHING = re.compile(  # "5% of enterprise workloads", "Savings: 17% cost, 50% tokens"
    r"\s(?:delta|difference|gap|swing|margin)\b|\s(?:\w+\s)?(?:coming|stemming|explained|due)\s(?:from|by|to)\b|\s?(?:of\s(?:all\s|the\s|our\s|enterprise\s)?(?:[a-z-]+\s){0,2}(?:workloads?|users?|customers?|market|revenue|companies|developers|traffic|budget|companies|requests|tokens)\b"
    r"|\sof\s(?:all\s(?!(?:the\s)?(?:tasks?|problems?|questions?|issues?|tests?|cases|instances|challenges|bugs|items)\b)|the\s(?:benchmark\s)?(?:score|total)\b)"
    r"|(?:fewer\s|less\s)?(?:tokens?|costs?|savings?|time)\b(?!\s?(?:on|per)))",
    re.I,
)
_AHEAD_OF = re.compile(r"%?\s?[>≥]\s?[A-Z][\w.-]{1,20}(?:\s[\w.-]{1,10}){0,3}\)")  # "37.5% (11% > X)"
_BY_EARLIER = re.compile(  # "the 38 percent achieved by previous versions"
    r"%?\s(?:achieved|scored|reached|posted|recorded|managed|attained|set)\sby\s(?:the\s|its\s|any\s)?"
    r"(?:previous|earlier|older|prior|preceding|other|competing|rival|next)\b", re.I
)
_BY_PEOPLE = re.compile(r"\b(?:non-)?experts\b|\bhumans?\b|\bannotators\b|\bnovices\b|\bPhDs?\b", re.I)
_PEOPLE = re.compile(  # "the human baseline of 29%" is nobody's score here
    r"\b(?:humans?|people|experts?|graduates?|students?)\s(?:(?:expert\s)?(?:baseline|average|performance|level|score)s?)?\s?(?:of|at|is|was|score|reach)?"
    r"\s?(?:about\s|around\s|only\s)?[(~≈]?$"
    r"|\b(?:random|chance|guessing)\s(?:guess(?:ing|es)\s)?(?:(?:level|baseline|performance)\s)?"
    r"(?:gives|gets|yields|scores|is|of|at|would be)\s(?:about\s|around\s)?$",
    re.I,
)
_WANTED = re.compile(  # "a prize for 85%", "the requirement of 85% accuracy": what is asked for, nobody has reached by that
    r"\b(?:requirement|requires?|threshold|target|goal|bar|cut-?off|pass(?:ing)? mark|minimum|criterion)s?\s"
    r"(?:(?:score|level|accuracy)\s)?(?:of|at|is|was|set at)\s(?:an?\s|at least\s|about\s|over\s)?$", re.I
)
_BEST_OF_ALL = re.compile(  # "with top scores well beyond 90%", "those top models getting 90% on …": whose, nobody says
    r"\b(?:top|best|leading|most|many|all|other|these|those)\s(?:(?:performing|frontier|AI|open|language)\s)?(?:scores?|results?|models|LLMs|systems)\s"
    r"(?:(?:now|already|all|are|is|was|were|have|had|been|well|just|barely|still|getting|reaching|scoring|hitting|get|reach|score|hit|at|of|above|beyond|over|around|near|below"
    r"|exceed(?:s|ing)?|more|than|close|to|about|only)\s){1,5}$", re.I
)
_SIGNED = re.compile(r"(?:^|[\s(:;,|])[+±−]\s?$|\bminus\s$|\d,$")  # "minus 78"; the "8" of "53,8%"
_RANK = Cue(r"(?:#\s?|\b(?:top|rank|ranked|ranks|ranking|place|position|number|no\.)\s#?)$")  # "outside the top 10"
_NOTE = re.compile(r"\[\\?(?:\d{1,3}\s?[,–-]\s?){0,6}$"), re.compile(r"(?:\s?[,–-]\s?\d{1,3}){0,6}\\?\]")  # "97.4% [18]"
_POINTS_APART = re.compile(  # "20+ points over X", "0.2 percentage points behind X"
    r"\+?[\s-](?:percentage[\s-])?(?:points?|pts|pp)\s(?:over|behind|ahead|above|below|more|higher|lower|better|worse|clear|short|shy|less|apart|lead|gap|gain|margin"
    r"|advantage|difference|jump|improvement|increase|drop)\b|\+?[\s-](?:percentage[\s-]points?|pp)\b",
    re.I,
)
_LEAD_OF = Cue(
    r"\b(?:lead|gap|margin|advantage|edge|gain|jump|drop|increase|improvement|difference)s?\s(?:of|is|was)\s(?:about\s|only\s|just\s|over\s|roughly\s)?$"
)
# How often something goes wrong is no share of tasks solved ("with 25% prompt injection success", "Fails 20%").
_FAILS = re.compile(
    r"\s(?:head-to-head\s)?win[\s-]rate\s(?:against|over|versus|vs\.?)\s"
    r"|\s(?:[\w-]+\s){0,2}?(?:(?:prompt[\s-])?injections?|hallucinat\w+|errors?|fail\w*|refus\w+|jailbreak\w*|attacks?|churn|uptime|wrong|incorrect\w*)\b", re.I
)
_FAILED = re.compile(
    r"\b(?:injections?|hallucinat\w+|errors?|fail(?:s|ed|ures?)?|refus\w+|jailbreak\w*|churn|uptime)(?:\s(?:rates?|success))?:?"
    r"(?:\s(?:of|at|on|is|was|in|about|only|just|around|under|over|drops?|dropped|fell|to|rates?)){0,4}\s?[~<>≈*]{0,3}$",
    re.I,
)
_FOR = re.compile(r"\b(?:for|in|on)\s(?:about\s|over\s|nearly\s|around\s|roughly\s|the other\s|the\s)?~?$", re.I)  # "better for 80% of tasks"
_OF_TASKS = re.compile(
    r"\sof\s(?:(?:all|the|your|our|most|my)\s)?(?:[a-z-]+\s){0,2}?(?:tasks|cases|quer(?:y|ies)|work|situations|scenarios|prompts|needs|times?|jobs)\b", re.I
)
_TESTED = r"(?:pass|success|solve|resolve[ds]?|resolution|win|completion|accuracy|correct|issue)"
_RATE = re.compile(rf"\s(?!{_TESTED}[\s-])[a-z][\w-]*\srates?\b"), re.compile(rf"\b(?!{_TESTED}\s)[a-z][\w-]*\srates?(?:\s(?:of|is|at))?\s?[(:~]{{0,2}}\s?$")
_MAY_REACH = re.compile(  # "X could reach 80% by next year"
    r"\b(?:could|would|might|may|will|should|expected to|projected to|on track to)\s(?:\w+\s)?(?:reach|hit|exceed|surpass|get to|climb to|approach|top|pass)"
    r"\s(?:about\s|around\s|over\s|nearly\s)?$",
    re.I,
)
_LEAP = re.compile(r"\s(?:[\w.-]+\s){1,4}?(?:leap|jump|improvement|gain|boost|gap|lead|edge|advantage)\b", re.I)  # "an 83% ARC-AGI-2 reasoning leap"
_FRACTION = re.compile(r"/\d{1,3}\)|/\d{2,4}\s(?:pass|correct|solved|problems|tasks|questions)\b"), re.compile(r"\([\d.]{1,5}/$")  # "83% (12.5/15)"
_RANGE = re.compile(r"\d\s?[-–—]\s?$"), re.compile(r"\s?[-–—]\s?\d")  # "competitive (90-92)"

_NAME_GOES_ON = re.compile(r"\b(?:Apache|licen[sc]e|[Vv]ersion|Python|CUDA|iOS|macOS)\s$", re.I)  # "Apache 2.0"
_VERSION_COMPARED = re.compile(r"\b(?:than|over|from|versus|vs\.?|beats?|behind|to|and|with|as|did)\s$")  # "worse than 4.7 on …", beside X 4.8
_OF_VERSION = re.compile(r"%\s(?:on|for|with|in|of)\s$")  # "up from 69.3% on 4.7"


def is_no_percentage_of_success(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a percentage is a margin, a price compared, what people reach, or a share of something else."""
    after = sentence.text[quantity.end : quantity.end + 40]
    if _OF_SOMETHING.match(after) or (not sentence.mentions and _BY_PEOPLE.search(sentence.text, sentence.start, quantity.start)):
        return True
    if _RELATION_AFTER.match(after) and not re.match(r"\s?(?:accuracy|score)", after):
        return True
    before = sentence.text[max(sentence.start, quantity.start - 40) : quantity.start]
    if _FOR.search(before) and _OF_TASKS.match(sentence.text, quantity.end):
        return True
    if _SHARE_OF.search(before) or _RATE[0].match(after) or _RATE[1].search(before) or _MAY_REACH.search(before) or _LEAP.match(after):
        return True
    if _WANTED.search(before) or (_BEST_OF_ALL.search(sentence.text, max(sentence.start, quantity.start - 90), quantity.start) and not sentence.context.fixed):
        return True
    return (
        _FAILS.match(after) is not None or _FAILED.search(before) is not None or is_difference(sentence, quantity) or _PEOPLE.search(before[-30:]) is not None
    )


def is_difference(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number says by how much: with a sign ("+9.0 on MATH"), after "by", or as points over another's."""
    before = sentence.text[max(sentence.start, quantity.start - 40) : quantity.start]
    if _AHEAD_OF.match(sentence.text, quantity.end) or _BY_EARLIER.match(sentence.text, quantity.end):
        return True
    return bool(_SIGNED.search(before[-6:]) or _MARGIN.search(before[-30:]) or _LEAD_OF.search(before) or _POINTS_APART.match(sentence.text, quantity.end))


def _is_version(sentence: Sentence, written: str) -> bool:
    """Whether a number is written as the version of a model of this sentence or article, or as one of another decimal ("4.7", beside X 4.8)."""
    whole = written.split(".")[0] + "." if "." in written else "?"
    near = (*(m.target for m in sentence.mentions), *sentence.context.subjects, *sentence.context.article_models)
    return any(part == written or part.startswith(whole) for target in near for part in target.parts)


_CODING = re.compile(r"\s(?:in|on|for)\s(?:[\w-]+\s){0,2}?(?:cod(?:e|ing)|programming)\b", re.I)  # "an Elo rating of 2073 in coding contests": of no arena
_ELO = re.compile(r"\bElo\b", re.I)


def is_no_plain_score(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number without percent sign is a rank, a margin, or the number of a note in brackets."""
    if _CODING.match(sentence.text, quantity.end) and _ELO.search(sentence.text, max(sentence.start, quantity.start - 24), quantity.start):
        return True
    before = sentence.text[max(sentence.start, quantity.start - 30) : quantity.start]
    if _OF_VERSION.search(before) or _NAME_GOES_ON.search(before):
        return True
    if quantity.value < 10 and _VERSION_COMPARED.search(before) and _is_version(sentence, quantity.written):
        return True
    if _NOTE[0].search(before) and _NOTE[1].match(sentence.text, quantity.end):
        return True
    if _RANGE[0].search(before[-4:]) or _RANGE[1].match(sentence.text, quantity.end):
        return True
    if _FRACTION[0].match(sentence.text, quantity.end) or _FRACTION[1].search(before):
        return True
    return _RANK.search(before) is not None or is_difference(sentence, quantity)


_LESS_EFFORT = re.compile(
    r"\s?(?:(?:accuracy|rate|score)\s){0,2}(?:(?:on|in)\s(?:[\w.'’-]{1,24}\s){1,4}?(?=at\b|with\b))?\(?(?:at|with|in|on)?\s?(?:an?\s|the\s)?(?:low|medium|minimal|lower)\s(?:reasoning\s|thinking\s)?"
    r"(?:effort|intensity|setting|level|mode|compute)\b",
    re.I,
)
_BY_OTHER_MEANS = re.compile(  # "54% on ARC-AGI through a refinement of its answers" is a system's built around the model
    r"\s?(?:(?:accuracy|score)\s)?(?:(?:on|in)\s(?:[\w.'’-]{1,24}\s){1,4}?)?(?:through|via|using|by means of)\s(?:[\w-]{1,20}\s){0,3}?"
    r"(?:refinement|scaffold\w*|harness\w*|ensembl\w*|techniques?|pipelines?|wrappers?|fine-tuning)\b",
    re.I,
)
_VARIANT_AFTER = re.compile(r"\s?%?\s\(?(?:pro|std|high|low|max|thinking|parallel)\b", re.I)  # "78% std, 86% pro" in a cell
_SHARE_OF = re.compile(r"\b(?:accounts? for|makes? up|contributes?|represents?)\s(?:about\s|roughly\s|only\s)?$", re.I)
_OF_VARIANT = re.compile(r"\((?:Pro|Max|mini|nano|x?high|max|thinking|extended|Deep Think|parallel[^()]{0,30})\)")  # "GPQA Diamond (Pro)"


def effort_of(sentence: Sentence, quantity: Quantity) -> str | None:
    """The condition of a score that is told of less effort, or of a variant that its row names."""
    told = any(cue.match(sentence.text, quantity.end) for cue in (_LESS_EFFORT, _BY_OTHER_MEANS))
    told = told or (sentence.context.fixed and _VARIANT_AFTER.match(sentence.text, quantity.end) is not None)
    return "effort" if told or _OF_VARIANT.search(sentence.context.label_text) else None


OTHER_TASK = Cue(  # of what no benchmark is named: "when it comes to following instructions, 93%"
    r"\b(?:when it comes to|in terms of|as for)\s(?:[\w-]+\s){0,2}?"
    r"(?:instructions?|maths?|mathematics|coding|programming|vision|language|knowledge|science|writing|translations?|summar\w+|tools?|agents?)\b"
)
