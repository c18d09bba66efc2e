"""Days of a release that no verb right before them tells: a date in its sentence comes in, whether the words around it make it one goes out.

"X (late 2024)", "X: the newest model (May 2024)", "May 2024 saw the launch of X", "X is the maker's flagship from May 2024".
"""

from __future__ import annotations

import re

from claimcheck.extract import phrases
from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence, is_object
from claimcheck.extract.values import Mention, Quantity
from claimcheck.terms import ASIDE

_BEHIND = re.compile(r"\s(?:also\s)?(?:saw|brought|marked|witnessed)\sthe\s(?:[a-z]+\s)?(?:launch|release|debut|arrival|introduction)\sof\s(?:the\s)?", re.I)
_AROUND = re.compile(r"\b(?:been|is|are)\s(?:around|out|available)\ssince\s(?:early\s|mid\s|late\s)?$", re.I)
_BESIDE = re.compile(r"\b(?:alongside|with|for|to|in|into|on)\s(?:the\s)?$", re.I)  # what came out beside X is something else
_JUSTOUT_EARLY = re.compile(r"\b(?:released|launched|announced|introduced|unveiled|came out|debuted)\sin\s(?:early|mid|late)[\s-]$", re.I)
OUT_EARLY = re.compile(
    r"\b(?:releas(?:ed?|ing)|launch(?:ed)?|announced|introduc(?:ed|tion)|unveil(?:ed|ing)|came out|debut(?:ed)?"
    r"|shipped|arriv(?:ed|al)|dropped|presented|rolled out)\b"
    r"[^.;:,()$]{0,45}\sin\s(?:early|mid|late)[\s-]$",
    re.I,
)
_EARLY = re.compile(r"\W*(?:early|mid|late)[\s-]", re.I)
_MODEL_OF = re.compile(r"\s(?:[\w-]+\s){0,3}?(?:model|release|flagship)\b", re.I)  # "is Google's December 2024 Flash-tier model"
_OWNERS = re.compile(r"\b(?:is|was)\s[A-Z][\w.]{1,15}(?:\s[A-Z][\w.]{1,12})?['’]s\s$")
_FROM = re.compile(r"\b(?:model|flagship|release|LLM)\sfrom\s(?:early\s|mid-?\s?|late\s)?$", re.I)
_IS_ONE = re.compile(r"\s(?:(?:is|was)\s(?:[\w'’.-]+\s){1,6}|)$")  # "X is Acme's open" (model from May), and nothing in "X" (model from May)


def said_otherwise(sentence: Sentence, quantity: Quantity, begin: int) -> bool:
    """Whether a day is said to be that of a release without a word right before it: "May 2024 saw the launch of X", "X has been around since May 2024"."""
    text, starts = sentence.text, {m.start for m in sentence.mentions}
    behind = _BEHIND.match(text, quantity.end, sentence.end)
    if (behind and behind.end() in starts) or (starts and _AROUND.search(text, begin, quantity.start)):
        return True
    if starts and _MODEL_OF.match(text, quantity.end, sentence.end) and _OWNERS.search(text, sentence.start, quantity.start):
        return True
    model = _FROM.search(text, max(begin, quantity.start - 40), quantity.start)
    before = [m for m in sentence.mentions if begin <= m.start and model and m.end < model.start()]
    return model is not None and bool(before) and _IS_ONE.match(text, before[-1].end, model.start()) is not None


def early(sentence: Sentence, quantity: Quantity, left: int) -> bool:
    """Whether "early 2025" says when something came out: behind a word that says so, in parentheses behind a name, or alone below or behind "Release"."""
    context, text = sentence.context, sentence.text
    if (context.fixed or context.label_text) and "release_date" in context.topics and _EARLY.fullmatch(text, sentence.start, quantity.start):
        return True
    if _JUSTOUT_EARLY.search(text, left, quantity.start) or phrases.TO_COME.search(text, left, quantity.start):
        return True
    if in_parentheses(sentence, quantity) is not None:
        return True
    out = OUT_EARLY.search(text, left, quantity.start)
    near = max(left, out.start() - 40) if out else left
    named = [m for m in sentence.mentions if near <= m.start < quantity.start and re.search(r"\d", m.text)]
    return out is not None and bool(named) and not _BESIDE.search(text, max(sentence.start, named[-1].start - 20), named[-1].start)


_TO_DAY = re.compile(  # from the end of a name to a day in parentheses behind it
    r"[\s\"”*]*(?P<several>(?i:family|series)[\s*]{1,3})?(?:\([^()]*\)\s)?\((?:(?![^,]*\b(?:API|pricing|docs|blog|pages?)\b)[A-Z][\w.]*(?:\s[A-Z]\w*)?,\s"
    r"|(?i:full|stable|public|official|initial|first|final)\s(?:version|release|model),?\s)?(?:(?i:early|mid|late)[\s-])?"
)
_WITHIN = re.compile(r"\b(?:within|inside|behind)\s(?:the\s)?$", re.I)  # "a new team within X (May 2025)"
_VERSUS = re.compile(r"\bvs\.?\s|\bversus\b|\bcompar", re.I)


def in_parentheses(sentence: Sentence, quantity: Quantity) -> Measure | None:
    """ "GPT-4 Turbo (November 2023)" in a heading or label, or "**GPT-4 Turbo**: the newer model (November 2023)", says when it came out."""
    text = sentence.text
    names = [m for m in sentence.mentions if m.end <= quantity.start]
    dates = sum(1 for q in sentence.quantities if q.kind == "date")
    alone = dates == 1 and len(sentence.mentions) > 1  # "X vs Y (May 2025)" tells of when it was written
    if (alone or len(quantity.date or "") == 4) and _VERSUS.search(text, sentence.start, sentence.end):
        return None
    if text[quantity.end : quantity.end + 1] != ")":
        return None
    if len(names) > 1 and not text[quantity.end + 1 : sentence.end].strip(" *") and is_object(sentence, names[-1]):
        return None  # the head "X beats Y (June 19)" tells when X came
    behind = _TO_DAY.fullmatch(text, names[-1].end, quantity.start) if names else None
    if behind is not None and _WITHIN.search(text, max(sentence.start, names[-1].start - 16), names[-1].start):
        return None
    if behind is not None:
        return Measure("release_date", quantity.date or "", condition=ASIDE if behind["several"] else None)
    return Measure("release_date", quantity.date or "", condition=ASIDE) if dates == 1 and _described(sentence, quantity, names) else None


_AT_START = re.compile(r"[\W\d_]{0,8}")
_JOINT = re.compile(r"[\s*]{0,3}(?:\s?[:–—-]\s|\sis\s(?:(?:the|its|their|\w{2,12}['’]s)\s)?(?=latest|newest|new\b))")
_KIND = re.compile(
    r"\b(?:models?|LLM|release|version|flagship|workhorse|powerhouse|champion|specialist|generation|latest|newest|preview|successor|upgrade)\b", re.I
)
_NO_KIND = re.compile(
    r"\b(?:review\w*|guide|pric\w+|costs?|benchmark\w*|scor\w+|compar\w+|reports?|papers?|blogs?|docs|documentation|announcement|retir\w+|deprecat\w+"
    r"|shut|cut-?off|knowledge|as of|test\w*|rank\w*|leaderboard|survey|plan|app|agent|tool|support\w*|integration"
    r"|superseded|replaced|by|best|current\w*|top)\b",
    re.I,
)
_CLOSES = re.compile(r"\)[\s*]*(?:$|[.:;,]|[–—-]\s)")
_OPENS = re.compile(r"\s\((?:early\s|mid[\s-]|late\s)?$", re.I)


def _described(sentence: Sentence, quantity: Quantity, names: list[Mention]) -> bool:
    """ "- **X**: the newest model for text (May 2024)": an entry that names one model, says what it is, and closes with a day."""
    text, opened = sentence.text, _OPENS.search(text_before(sentence, quantity))
    if opened is None or not _CLOSES.match(text, quantity.end, sentence.end) or any(q.kind in {"money", "percent"} for q in sentence.quantities):
        return False
    start = _described_from(sentence, names)
    if start is None:
        return False
    said = text[start : quantity.start - len(opened.group())]
    return len(said) <= 90 and _KIND.search(said) is not None and _NO_KIND.search(said) is None and not re.search(r"[().;]", said)


def text_before(sentence: Sentence, quantity: Quantity) -> str:
    """The few characters of a sentence right before a value."""
    return sentence.text[max(sentence.start, quantity.start - 12) : quantity.start]


def _described_from(sentence: Sentence, names: list[Mention]) -> int | None:
    """Where the description begins in "X: a description" with one model; None where the sentence is built in another way."""
    context, text = sentence.context, sentence.text
    if not names:
        label = context.label_text.strip(" *_`:").lower()
        own = len(context.subjects) == 1 and label in {context.subjects[0].written.lower(), context.subjects[0].name.lower()}
        return sentence.start if own and not sentence.mentions else None
    joint = _JOINT.match(text, names[0].end, sentence.end)
    begins = _AT_START.fullmatch(text, sentence.start, names[0].start) is not None
    return joint.end() if joint and begins and names[0].target.id and len(names) == len(sentence.mentions) == 1 else None
