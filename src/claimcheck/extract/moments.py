"""Dates: a date in its sentence comes in; a release, cutoff or retirement goes out."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.extract import phrases
from claimcheck.extract.cues import Cue
from claimcheck.extract.date_decoys import is_of_something_else, is_one_of_two
from claimcheck.extract.days_told import OUT_EARLY, early, in_parentheses, said_otherwise
from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence, neighbours
from claimcheck.extract.timeline import came_out, day_of_label
from claimcheck.extract.told_on import MONTH_END
from claimcheck.extract.values import Quantity

_RELEASE = re.compile(
    r"\b(?:releas\w*|launch\w*|announc\w*|introduc\w*|unveil\w*|debut\w*|came out|made available"
    r"|(?:generally )?available (?:since|from|on)|rolled out|dropped|shipped|arriv\w+|appeared|followed"
    r"|landed|out (?:on|since)|presented|published|went live|revealed|general availability|GA (?:on|since)"
    r"|preview(?:ed)?(?:\s(?:on|in))?(?=\s?\Z))\b",  # right before the day
    re.I,
)
# the date of a model's card, not an article's
_BESIDE_MAKER = re.compile(r"\s?[|·•]\s?(?:Team|Developer|Developed by|Organi[sz]ation|Company|Vendor|Maker|Lab)\s?:")
_OWN_DATE = re.compile(r"(?:^|[|·•])\s?Date:\s{1,3}$")
_CUTOFF = re.compile(
    r"\bcut-?\s?off\b(?!\s(?:access|support|from))|\bknows? (?:\w+\s){0,3}(?:until|up to|through)\b"
    r"|\bknowledge\b|\btraining data\b"
    r"|\btrained (?:on (?:a )?(?:limited )?data(?: ?set)?|up|until|through|till)\b"
    r"|\bdata (?:up |un)?(?:till|until|through|to|up to)\b",
    re.I,
)
_RETIRE = re.compile(r"\b(?:retir\w*|deprecat\w*|sunset\w*|shut ?down|discontinu\w*|end[- ]of[- ]life)\b", re.I)
_VERSIONS_OUT = re.compile(  # "the new versions of X that came out in May"
    r"\b(?:new|newer|latest|updated|later)\b[^.;]{0,40}\b(?:versions?|snapshots?|updates?|editions?)\s(?:that|which)?\s?(?:was|were|came|are|is)?\s?\w{3,12}(?:\sout)?\s(?:in|on)\s$",
    re.I,
)
_RETIRED_THEN = re.compile(r"\b(?:retir(?:ed|es|ing)|deprecated|sunset|shut down|discontinued)\s(?:on\s|in\s|since\s|from\s|by\s)?$", re.I)
_ON_DAY = re.compile(r"(?:[^.;,()]|\.(?=\d)){0,40}?(?:\bon|\bin|\bby|\bfrom|\bas of|\beffective|\bfor|\bdate|:|\(|–|—)[\s*]*", re.I)
_IN_APP = re.compile(r"\bChatGPT\b|\b(?:Plus|Pro|Free) users\b|\bthe app\b", re.I)  # what an app drops may go on in the API
_SOON = 3  # months
_OTHER_OUT = re.compile(
    r"\bThe (?:[\w-]+ ){0,2}?(?:platform|app|tool|product|service|company|plan"
    r"|plugin|extension|CLI|agent|SDK|website|update|report|survey|study|paper)"
    r"\s(?:was\s|is\s)?(?:shipped|launched|released|debuted|announced|rolled out|came out|went live|published)\b",
    re.I,
)
_OTHER_NEWS = re.compile(
    r"\b(?:partnership|deal|acquisition|collaboration|investment|funding|merger|lawsuit|investigation|agreement|integration)\s(?:\w+\s){0,3}?"
    r"(?:announced|launched|unveiled|signed|released)\b",
    re.I,
)
_ANNOUNCED = re.compile(r"\bannounc\w+\b[^.;]*\b(?:retir|deprecat|sunset|shut|discontinu)", re.I)
_NOT_RELEASE = Cue(
    r"\bprice (?:cut|drop|reduction)s?\b|\bpricing as of\b|\bas of\b|\breview(?:ed)?\b"
    r"|\bbenchmarks? (?:run|from)\b|\bresults? (?:from|published)\b|\bleaderboard\b|\btested\b"
)
_FEATURE_OUT = Cue(
    r"\b(?:abilit\w+|features?|mode|support|generation|voice|access|plugins?|tools?|integration"
    r"|fine-tuning|subscription|app|functionality|prices?|ChatGPT)\b(?:,?\s[\w.-]+){0,8}?\s"
    r"(?:released|launched|rolled|announced|introduced|available|added)\b|\b"
    r"(?:released|launched|rolled out|announced|introduced|added)\s(?:\w+\s){0,3}?"
    r"(?:support|features?|mode|access|an? (?:app|plugin|tool|API))\b"
)
_CAME_TO = re.compile(r"\b(?:arriv\w+|landed|came|appeared|shipped|rolled out|launched|introduced|released)\s(?:in|to|for|inside)\s(?:the\s)?", re.I)


_OTHER_NAME_OUT = re.compile(  # "Launched Bard Feb 6, 2023"
    r"\b(?:Launched|Released|Introduced|Unveiled)\s(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|In|On|Early|Mid|Late|Spring|Summer|Fall|Autumn|Winter|Date|Around|Q)\b"
    r"|January|February|March|April|June|July|August|September|October|November|December)[A-Z][a-z]+\s$"
)
_OF_OTHERS = (_OTHER_OUT, _OTHER_NEWS, _VERSIONS_OUT, _OTHER_NAME_OUT)  # what came out, was announced or was replaced is something else


def date(sentence: Sentence, quantity: Quantity) -> Measure | str | None:
    """Release, cutoff or retirement that a date states (ISO, at the precision written); None when it is no claim."""
    if quantity.date is None or is_one_of_two(sentence, quantity):
        return None
    if quantity.date.startswith("--"):
        return _this_year(sentence, quantity)
    left, right = neighbours(sentence, quantity)
    text, topics = sentence.text, sentence.context.topics
    begin, finish = sentence.clause(quantity.start)
    near = text[max(left, begin) : min(right, finish)]
    bare_year = len(quantity.date) == 4
    own = len(sentence.context.subjects) == 1 and _BESIDE_MAKER.match(text, quantity.end) and _OWN_DATE.search(text, 0, quantity.start)
    if own or came_out(sentence, quantity) is not None or day_of_label(sentence, quantity):
        return Measure("release_date", quantity.date)
    if _dates_the_text(sentence) or (bare_year and _in_passing(text, left, quantity)):
        return None
    if "knowledge_cutoff" in topics or _CUTOFF.search(near):
        return Measure("knowledge_cutoff", quantity.date)
    if _NO_RELEASE_BEFORE.search(_said_before(text, left, quantity)) and not early(sentence, quantity, left):
        return None
    if "retirement_date" in topics and (sentence.context.label_text or len(near) < 30):
        return Measure("retirement_date", quantity.date)
    if _RETIRE.search(near):
        context = sentence.context
        named = any(m.start >= begin and m.end <= quantity.start for m in sentence.mentions) or context.strong or (context.fixed and len(context.subjects) == 1)
        if named and _retires_on(text, quantity, begin, finish) and not _IN_APP.search(text, sentence.start, sentence.end):
            return Measure("retirement_date", quantity.date)
        if _ANNOUNCED.search(near) or not _RELEASE.search(near) or _RETIRED_THEN.search(text, begin, quantity.start):
            return None
    elsewhere = is_of_something_else(sentence, quantity)
    if "release_date" in topics and not elsewhere and (sentence.context.label_text or len(near) < 30 or (len(near) < 60 and _speaks_of_model(sentence))):
        return Measure("release_date", quantity.date)
    if elsewhere or _FEATURE_OUT.search(near) or _came_to_model(sentence, begin, finish) or any(c.search(text, begin, quantity.start) for c in _OF_OTHERS):
        return None
    if said_otherwise(sentence, quantity, begin):
        return Measure("release_date", quantity.date)
    return in_parentheses(sentence, quantity) or _cued(sentence, quantity, left, right)


def _cued(sentence: Sentence, quantity: Quantity, left: int, right: int) -> Measure | None:
    """The release that a word near the day tells of."""
    text, (begin, finish) = sentence.text, sentence.clause(quantity.start)
    near = text[max(left, begin) : min(right, finish)]
    bare = len(quantity.date or "") == 4 and not OUT_EARLY.search(text, left, quantity.start)
    reach = 22 if bare else 110 if _names_before(sentence, quantity) else 60
    out = phrases.TO_COME.search(text, begin, quantity.start) or _tight_cue(_RELEASE, text, quantity, begin, finish, reach=reach)
    if _NOT_RELEASE.search(near) or not out or _of_update(text, quantity, max(left, begin), near):
        return None
    return Measure("release_date", quantity.date or "")


_NO_RELEASE_BEFORE = re.compile(
    r"\b(?:date|published|posted(?: on)?|updated)\s?:\s$|\b(?:as of|mid|late|early)[\s-]*$|\bupdated\b|\breviewed\b|\bpricing\b"
    r"|\b(?:ventur|mov|head|enter|look|step|approach|near)(?:es|ing|e|s)?\s(?:(?:in)?to\s)?$",
    re.I,
)
_LEARNT_UNTIL = re.compile(r"\b(?:training data|trained on data|knowledge)\s(?:up\s)?(?:through|until)\s$", re.I)
_EARLY_MONTH = re.compile(r"\b(?:early|mid|late)[\s-]$", re.I)
_UPDATE = re.compile(r"(?<!\ban )(?<!\bas )\bupdated?\b", re.I)
_UPDATE_ON = re.compile(r"\s(?:update|refresh|revision)\b", re.I)
_IN_PASSING = re.compile(r"\b(?:through|until|throughout|during|since|between|by|before|after|and)\s$", re.I)


def _in_passing(text: str, left: int, quantity: Quantity) -> bool:
    """Whether a year stands behind "until", "through" or "since", and no data are said to reach so far."""
    before = _IN_PASSING.search(text, max(0, quantity.start - 12), quantity.start)
    return before is not None and _LEARNT_UNTIL.search(text, left, quantity.start) is None


def _said_before(text: str, left: int, quantity: Quantity) -> str:
    """What stands right before a day, without the "early" of "in early May 2025", which leaves the month what it is."""
    before = text[left : quantity.start]
    return (_EARLY_MONTH.sub("", before) if len(quantity.date or "") > 4 else before)[-24:]


def _of_update(text: str, quantity: Quantity, begin: int, near: str) -> bool:
    """Whether a day is that of an update: one told before it, or behind it where nothing before it says that something came out."""
    if _UPDATE.search(text[begin : quantity.start]) or _UPDATE_ON.match(text, quantity.end):
        return True
    return _UPDATE.search(near) is not None and not any(quantity.start - out.end() <= 60 for out in _RELEASE.finditer(text, begin, quantity.start))


def _dates_the_text(sentence: Sentence) -> bool:
    """Whether a label says when the article itself was written."""
    return re.fullmatch(r"\W*(?:date|published|posted|updated|last updated|author|as of)\W*", sentence.context.label_text, re.I) is not None


def _names_before(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a model stands right before the day: "showed the next generation of its models, X, on May 10"."""
    return any(re.fullmatch(r"\)?,?\s(?:on|in)\s", sentence.text[m.end : quantity.start]) for m in sentence.mentions if m.end <= quantity.start)


def _came_to_model(sentence: Sentence, begin: int, finish: int) -> bool:
    """ "Prompt caching arrived in GPT-4o": what comes out in or for a model is a feature of it."""
    starts = {m.start for m in sentence.mentions}
    return any(match.end() in starts for match in _CAME_TO.finditer(sentence.text, begin, finish))


def _this_year(sentence: Sentence, quantity: Quantity) -> Measure | None:
    """A release on "November 18", told as past in an article with a date: the last such day before it."""
    published = sentence.context.published
    begin, finish = sentence.clause(quantity.start)
    if published is None or quantity.date is None or phrases.PLANNED.search(sentence.text, sentence.start, sentence.end):
        return None
    if re.search(r"\b(?:will|until|by|before|from|(?-i:next)|as of)\b[^.;]{0,12}$", sentence.text[begin : quantity.start], re.I):
        return None
    day = quantity.date[1:]
    if published.endswith(MONTH_END) and day[1:3] != published[5:7]:
        return None  # of the article only the month is known
    if day > published[4:] and int(day[1:3]) - int(published[5:7] or 13) in range(_SOON):
        return None  # a day soon after the article is one to come
    year = int(published[:4]) - (day > published[4:])
    dated = replace(quantity, date=f"{year}{day}")
    found = date(sentence, dated)
    named = any(m.end > begin and m.start < finish for m in sentence.mentions) or sentence.context.strong
    return found if isinstance(found, Measure) and found.attribute == "release_date" and named else None


def _speaks_of_model(sentence: Sentence) -> bool:
    """Whether a sentence under a heading on releases is about a model at all, and not about something else with a date."""
    said = sentence.text[sentence.start : sentence.end]
    return bool(sentence.mentions) or _RELEASE.search(said) is not None or re.search(r"\b(?:it|model)\b", said, re.I) is not None


def _tight_cue(cue: re.Pattern[str], text: str, quantity: Quantity, begin: int, finish: int, *, reach: int = 60) -> bool:
    before = list(cue.finditer(text, begin, quantity.start))
    after = list(cue.finditer(text, quantity.end, min(finish, quantity.end + reach)))
    return bool((before and quantity.start - before[-1].end() <= reach) or after)


def _retires_on(text: str, quantity: Quantity, begin: int, finish: int) -> bool:
    """ "retired on May 1", "shut down in 2025", "May 1: retirement": the day of the retirement, not of its announcement."""
    before = list(_RETIRE.finditer(text, begin, quantity.start))
    if before:
        return _ON_DAY.fullmatch(text, before[-1].end(), quantity.start) is not None
    after = _RETIRE.search(text, quantity.end, finish)
    return after is not None and re.fullmatch(r"\W{0,3}(?:planned\s|official\s)?", text[quantity.end : after.start()]) is not None
