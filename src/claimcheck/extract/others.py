"""The model that a relation compares with: a ratio in its sentence comes in, the other model, or none, goes out."""

from __future__ import annotations

import re

from claimcheck.extract.sentence import Sentence, is_object
from claimcheck.extract.values import Mention, Quantity, Target

_LOWERED_FROM = re.compile(  # "a 50% price cut from X", "a 16x expansion from the older X"
    r"\b(?:reduction|drop|cut|saving|decrease|discount|increase|expansion|jump|hike)s?\s(?:from|over)\s(?:the\s)?(?:(?:previous|original|older|earlier|old)\s)?"
    r"(?:(?-i:[A-Z])\w+['’]s\s)?$",
    re.I,
)
_THAN_MAKERS = re.compile(  # "10x larger than Anthropic's 200K limit", "than the competition": no model that anybody could name
    r"[^.;,]{0,24}\bthan\s(?:(?:[A-Z]\w+|xAI)['’]s\s|(?:most|many|other|its|their|the)\s(?:\w+\s)?(?:competitors?|competition|rivals?|models"
    r"|alternatives|predecessors)\b)"
)
# "than comparable dense models", "compared to a single-model setup", "than its predecessor": no name here is that of the other
_THAN_NO_NAME = re.compile(
    r"[^.;,]{0,30}?\b(?-i:than|compared (?:to|with)|versus|vs\.?)\s[`“\"‘']?"
    r"(?!(?:it|the (?:other|former|latter|first|second)|twice|half|double|triple|one|two|three|four|five|ten)\b)[a-z]"
)
_ENGINE = re.compile(  # "3x faster decoding", "30% faster on that hardware", without "than": faster than the same model ran before
    r"\s?(?:times\s)?(?:faster|quicker|speed)\s(?:inference|decoding|generation|response|outputs?|throughput|training|prefill|improvement|gain|processing"
    r"|on|in|within|with|via|through)\b(?![^.;]{0,60}\b(?:than|over|compared|vs|versus)\b)",
    re.I,
)
_THAN_BEFORE = re.compile(  # "just made X 40% faster", "X gets 2x faster", "**X ~40% faster**": than the same model ran before
    r"(?:\b(?:gets?|got|becomes?|became|grows?|grew|runs)|\b(?:makes?|made|making)\s[^.;,]{1,40})\s(?:(?:about|over|up to|now|even|another)\s){0,2}[~≈]?$", re.I
)
_IS_CHEAPER = re.compile(
    r"\b(?:is|are|as)\s(?:(?:clearly|easily|also|still|far|much|by far)\s){0,2}(?:the\s)?(?:cheaper|pricier|costlier|more (?:expensive|affordable))\b", re.I
)
_AS_GOOD = re.compile(  # "X was the best. Now Y gives similar quality at a third of the cost"
    r"\b(?:similar|same|comparable|equal|equivalent|matching|identical)\s(?:[\w-]+\s){0,3}?(?:performance|quality|results?|capabilit\w+|intelligence|accuracy)\b",
    re.I,
)
_SIZED = re.compile(r"\s?(?:larger|bigger|longer|greater|higher|more|smaller|shorter|lower|less|fewer)\b", re.I)
_TWO_VALUES = re.compile(  # "a 5x larger window (1M vs 200K)"
    r"\([~$]?\d[\d.,]{0,12}\s?[KMBT]?(?:\s(?:tokens|million))?\s(?:vs\.?|versus|compared to|against)\s[~$]?\d"
)
_CLOSED = re.compile(r"[^()]{0,60}\)[^()]{0,60}\(")  # "(57% vs X's 80%) or cost (matched by Y at 15x less)": X is of other parentheses
_WHILE_DOING = re.compile(
    r"\W*(?:(?:while|but|and|yet|despite)\s)?(?:still\s|only\s)?(?:charg|cost|be|run|us|ask|offer|deliver|need|requir|pric)\w{0,6}\b",
    re.I,
)
_MAKERS = re.compile(r"(?:the\s)?[A-Z]\w+(?:\sAI)?(?:['’]s)?\s")  # "2% of OpenAI X's price"
NAMED_AFTER = re.compile(r"\b(?:than|compared (?:to|with)|versus|vs)\b", re.I)  # with whom it is compared, the sentence says itself
_OTHER_MATTER = re.compile(r"[^,;]{0,40},\s(?:an?\s)?[~+]?")  # "less careful than X, 40% price increase" need not be against X
_CHANGE = re.compile(r"\s(?:price\s|cost\s)?(?:increase|hike|jump|cut|drop|reduction)\b", re.I)
_OVERHEAD = re.compile(r"\s(?:overhead|penalty|surcharge|spike|blow-?up)\b", re.I)  # "a 2x cost overhead" is that of using something


def other_of(sentence: Sentence, quantity: Quantity, end: int, subjects: list[Target], base: str) -> Target | None:
    """The model compared with: named after "than/of/as/compared to", else the sentence's other model, else the main one."""
    text = sentence.text
    taken = {t.name for t in subjects}
    for mention in sentence.mentions:
        if mention.start >= quantity.end:
            gap = text[end : mention.start] if mention.start >= end else ""
            than = end + gap.rfind("than ") if "than " in gap else mention.start
            if any(than <= q.start < mention.start for q in sentence.quantities):
                return None  # "10x larger than Anthropic's 200K and twice the size of X's": what it is larger than has no name
            if (
                len(gap) < 90
                and (
                    re.search(r"\b(?:than|of|as|to|with|versus|vs\.?|against|over|that)\b[^.;]{0,60}$", gap, re.I)
                    or _LOWERED_FROM.search(text, quantity.end, mention.start)
                )
                and mention.target.name not in taken
            ):
                return mention.target
            behind_of = text[:end].endswith("of ") and _MAKERS.fullmatch(gap)
            if (gap.strip() in {"", "the", "what"} or behind_of) and mention.target.name not in taken:
                return mention.target
    if _THAN_MAKERS.match(text, end) or _OVERHEAD.match(text, end) or (not _names_after(sentence, end, taken) and _THAN_NO_NAME.match(text, end, sentence.end)):
        return None
    earlier = [m for m in sentence.mentions if m.end <= quantity.start and m.target.name not in taken]
    earlier = [m for m in earlier if not _CLOSED.match(text, m.end, quantity.start)]
    if earlier and is_object(sentence, earlier[-1]):  # in "A leads B, but C is 6x cheaper" it may be either
        begin, _ = sentence.clause(quantity.start)
        apart = earlier[-1].end <= begin and len({m.target.name for m in earlier}) > 1 and not _of_same_doer(sentence, earlier, begin)
        elsewhere = _CHANGE.match(text, quantity.end) and _OTHER_MATTER.fullmatch(text, earlier[-1].end, quantity.start)
        return None if apart or elsewhere else earlier[-1].target
    if base == "speed" and (_ENGINE.match(text, quantity.end) or _than_before(sentence, quantity)):
        return None
    if len(subjects) == 1 and re.search(r"\bthan\b|\bcompared\b", text[quantity.end : sentence.end], re.I):
        pair = [t for t in sentence.context.article_models if t.name not in taken]
        if len(pair) == 1 and len(sentence.context.article_models) == 2:
            return pair[0]
    if sentence.context.versus is not None and sentence.context.versus.name not in taken:
        return sentence.context.versus
    return _unsaid_other(sentence, quantity, subjects, earlier, base)


def _than_before(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a model is said to have become faster than it was: no word tells of another."""
    text = sentence.text
    beside = any(m.end <= quantity.start and not text[m.end : quantity.start].strip(" ~≈") for m in sentence.mentions)
    became = beside or _THAN_BEFORE.search(text, max(sentence.start, quantity.start - 60), quantity.start) is not None
    return became and not sentence.context.fixed and not re.search(r"\bthan\b|\bcompared\b|\bvs\b|\bversus\b", text[sentence.start : sentence.end], re.I)


def _of_same_doer(sentence: Sentence, earlier: list[Mention], begin: int) -> bool:
    """ "X matches A and B while charging a tenth": the clause goes on about X, and holds it against those that it was held against before."""
    doing = _WHILE_DOING.match(sentence.text, begin) is not None and NAMED_AFTER.search(sentence.text, begin, sentence.end) is None
    return doing and all(is_object(sentence, m) for m in earlier)


def _names_after(sentence: Sentence, end: int, taken: set[str]) -> bool:
    return any(m.start >= end and m.target.name not in taken for m in sentence.mentions)


def _unsaid_other(sentence: Sentence, quantity: Quantity, subjects: list[Target], earlier: list[Mention], base: str) -> Target | None:
    """The model compared with where no word names it: the one of the other clause, of the pair spoken of, or the article's main one."""
    text, taken = sentence.text, {t.name for t in subjects}
    just = [t for t in sentence.context.just_named if t.name not in taken]
    if len(just) == 1 and not earlier and _AS_GOOD.search(text, sentence.start, quantity.start):
        return just[0]
    sized = _SIZED.search(text, quantity.end, min(sentence.end, quantity.end + 30))
    sized = sized if sentence.context.fixed or _TWO_VALUES.search(text, quantity.end, sentence.end) else None
    ahead = f"{sentence.context.label_text} {text[sentence.start : quantity.start]}"
    said = _IS_CHEAPER.search(ahead) if base.endswith("price") else None  # "X is the cheaper one: 40% less on input"
    if re.search(r"\bthan\b|\bcompared to\b|\bvs\b(?!\.?\s[$~]?\d)", text[sentence.start : sentence.end], re.I) or not (
        said or sized or re.search(r"\b(?:cheaper|expensive|costlier|pricier|faster|slower)\b", text[quantity.end : quantity.end + 40], re.I)
    ):
        return earlier[-1].target if earlier and len(subjects) == 1 and earlier[-1].target.name not in taken and is_object(sentence, earlier[-1]) else None
    contrast = re.search(r"\b(?:while|whereas)\b", text[sentence.start : quantity.start])
    if contrast and len({m.target.name for m in earlier}) == 1 and earlier[-1].end <= sentence.start + contrast.start():
        return earlier[-1].target
    group = sentence.context.group
    if len(group) == 2 and len(subjects) == 1 and any(t.name == subjects[0].name for t in group):
        return next((t for t in group if t.name not in taken), None)
    pair = [t for t in sentence.context.article_models if t.name not in taken] if len(sentence.context.article_models) == 2 else []
    if base == "speed" or sentence.context.fixed or (sized and not said):
        # "3x faster inference" is mostly that of a new engine, "8x cheaper" in a row often that of the first one
        return pair[0] if len(pair) == 1 else None
    mains = [t for t in (sentence.context.main, sentence.context.article_main, *pair[:1], *sentence.context.trail[:1]) if t is not None and t.name not in taken]
    return mains[0] if mains else None
