"""Whom a value belongs to, the question this room turns on: a sentence and a stretch of it come in, the models it is said of go out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.anaphora import find_anaphor
from claimcheck.extract.beaten import is_how_won
from claimcheck.extract.sentence import Sentence, coordinated, coordinated_forward, is_object
from claimcheck.extract.strangers import of_stranger
from claimcheck.extract.unnamed import asks_which, compared_with_others, is_list_item, of_any_model, of_edition, of_models, of_new_name, of_product
from claimcheck.extract.values import Mention, Quantity, Target

_TIGHT = re.compile(
    r"(?:-\d{4})?(?:['’]s?)?,?(?:(?<=,)(?=\sat\s)|(?<!,))[\s\"”’)*]*"
    r"(?:\((?:high|low|medium|max|xhigh|thinking|reasoning|non-thinking|[\w\s.-]{1,24})\)\s*)?"
    r"(?:\s?(?:model|API|family|input|output|costs?|scores?|scored|scoring|achieves?|achieved|at|with"
    r"|has|have|had|is|was|gets?|got|reach(?:es|ed)?|hits?|offers?|"
    r"supports?|which|lineup,?|series,?|comes? in|leads?|follows?|sits?|stands?|lands?|delivers?"
    r"|records?|posts?|clocks?|runs?|starts?|charges?|includes?|provides?|features?|handles?|boasts?"
    r"|only|just|even|a|an|the|its|"
    r"around|about|approximately|roughly|nearly|over|up|to|of|on|for|itself|itself,|respectively|priced"
    r"|costing|still|currently|score|accuracy|result|managing|managed|manages|previous|earlier|prior|best|"
    r"also|now|both|each|all|contains?|uses?|has|maintains|=|:|-|–|—|~|≈|>|<|\|)\s?){0,7}[\s:(\"“$~≈*-]*",
    re.I,
)
# "vs GPT-4o 82.1%", "than Opus 4.5 (80.9%)": what is compared with has a value of its own right behind its name.
_OBJECT_OWNS = re.compile(r"(?:-\d{4})?(?:['’]s|\s?\(|,?\s(?:at|with|which|scor|has|achiev|costs?|is|was|gets|got|offers|supports|:)|:|\s[~≈]?$)")
_PER_ITS = re.compile(r"(?:\sand\s\$[\d.]{1,8})?(?:\sper\s|\s?/\s?)(?:1\s?M|million)\s")  # "$1.25 and $10 per million X input/output tokens"
_ITS_TOKENS = re.compile(r"\s(?:input|output|tokens?)\b")
_PLACED = re.compile(  # "X sits under Y at $3", "X challenges Y with 671B": X's price, X's size
    r"\b(?:under|below|beneath|underneath|above|challeng(?:es|ed|ing))\s(?:the\s|both\s|[A-Z][\w-]{1,12}\s)?$"
)
_ITS_OWN = re.compile(r"['’]s\s(?:[\w-]{2,14}\s){1,3}")  # "Opus 4.6's input pricing ($15.00/1M)"
_FOLLOWING = re.compile(
    r"(?:-parameter)?\s(?:in\s(?:[A-Z][a-z]{2,8}\s)?20\d\d\s(?=with\s))?(?:(?<=-parameter\s)|(?:[\w%/-]+\s){0,4}?(?:for|by|from)\s"
    r"|(?:works?\s|is\savailable\s|(?:(?:input|output|cached)\s)?tokens?\s(?:used\s|seen\s)?|parameters\s)?(?:that|of|in|with|on)\s"
    r"|(?:parameters?\s)?(?:(?:AI|language)\s)?(?:models?|LLMs?)\s(?:like|such\sas)\s"
    r"|(?:[\w-]+\s){0,3}?(?:makes?|puts?|sets?)\s)"
    r"(?:the\s|both\s|using\s|full\s|(?-i:[A-Z])[\w-]{1,20}['’]s\s)*[\"“]?",
    re.I,
)
_OWNS_NEXT = re.compile(r"['’]s\s[~$]?\d")  # "rose to 89% from X's 86%"
_THE_SIZE = re.compile(r"\b[Tt]he\s~?\d{1,4}(?:\.\d{1,2})?[BT]$")  # "beats the 280B X"
_NAME_LAST = re.compile(r"(?:\s[A-Za-z]+){0,3}:\s{1,3}\W{0,3}")  # "a smaller one with 21B parameters: X"
_NOW = re.compile(r"\((?:it is\s|it['’]s\s)?(?:now|today|currently)(?:\sat)?\s[~≈$]?", re.I)
_INITIAL = re.compile(r"(?:[^.;:]|\.(?=\d)){0,90},\s(?:the\s|and\s|(?:[A-Z]\w+|xAI)(?:\sAI)?(?:['’]s)?\s(?:has\s)?(?:\w+ed\s)?(?:its\s|the\s)?)?[\"“]?")
_THAN = re.compile(r"\b(?:than|versus|vs\.?|unlike|against|compared\s(?:to|with))\s(?:the\s)?$", re.I)
_SUPPORT_FOR = re.compile(r"\W*(?:native\s|full\s|broad\s)?(?:support|coverage)\s(?:for|of)\s", re.I)


def subjects_of(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """The models that a value at `start:end` belongs to, () when nothing in the sentence or its context tells."""
    mentions = _around(sentence, start, end)
    if sentence.context.fixed and all(_is_held_against(sentence, m, start) for m in mentions):
        return sentence.context.subjects
    return named_beside(sentence, start, end) or _by_clause(sentence, mentions, start, end)


def _is_held_against(sentence: Sentence, mention: Mention, start: int) -> bool:
    """ "60 tokens a second (3x faster than X)" in a cell: a model named behind a value in comparison with the cell's own."""
    return mention.start > start and is_object(sentence, mention) and len(sentence.context.subjects) == 1


def named_beside(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """The models whose names stand right beside a value, () when none does."""
    mentions = _around(sentence, start, end)
    named = named_in_parentheses(sentence, end)
    if named:
        return named
    for rule in (_listed, _in_parentheses, _tight, _following):
        found = rule(sentence, mentions, start, end)
        if found:
            return found
    return ()


def _around(sentence: Sentence, start: int, end: int) -> list[Mention]:
    return [m for m in sentence.mentions if (m.end <= start or m.start >= end) and not _aside(sentence, m, start)]


_HELD_AGAINST = re.compile(
    r"\((?:vs\.?|versus|compared|against|higher than|lower than|better than|ahead of|beating|behind|up from"
    r"|(?:similar|close|equal|comparable) to|nearly|almost|near|just (?:below|above|behind|under)|matching|approaching"
    r"|[\\~≈]{0,3}\d[\d.]{0,4}\s?[x×])\s", re.I
)


def _aside(sentence: Sentence, mention: Mention, start: int) -> bool:
    """Whether a mention stands in parentheses that close before a value, after another name that the value is about."""
    if mention.start >= start:
        return False
    opening = sentence.text.rfind("(", sentence.start, mention.start)
    if opening < 0 or ")" in sentence.text[opening : mention.start]:
        return False
    closing = sentence.text.find(")", mention.end, start)
    if closing >= 0 and _HELD_AGAINST.match(sentence.text, opening):
        return True
    return closing >= 0 and any(m.end <= opening and opening - m.end <= 9 for m in sentence.mentions)


def named_in_parentheses(sentence: Sentence, end: int) -> tuple[Target, ...]:
    """ "$0.15 per million tokens (GPT-4o mini)", "200K (Claude 3 Opus and Claude 3 Haiku)": names alone in the parentheses after a value are its models'."""
    after = [m for m in sentence.mentions if m.start >= end]
    if not after or not re.fullmatch(r"(?:\s(?:(?:input|output)\s)?tokens?)?\s\((?:in\s)?", sentence.text[end : after[0].start]):
        return ()
    targets = coordinated_forward(sentence, after[0])
    last = after[min(len(targets), len(after)) - 1]
    return targets if _OTHER_SIZES.match(sentence.text, last.end) else ()


_OTHER_SIZES = re.compile(r"(?:/\d{1,4}(?:\.\d{1,2})?[BM]){0,3}\)")  # "32K (1B/270M)": names, and sizes that are none
_EACH = re.compile(r"(?:\s(?:tokens?|parameters|params))?\s(?:for|in|with|on)\s(?:the\s)?")
_FOR = re.compile(r"[,;]\s(?:and\s|or\s)?[~≈$]?")


def _in_parentheses(sentence: Sentence, mentions: Sequence[Mention], start: int, end: int) -> tuple[Target, ...]:
    text = sentence.text
    opening = text.rfind("(", sentence.start, start)
    if opening < 0 or ")" in text[opening:start]:
        return ()
    if _NOW.fullmatch(text, opening, start) and sentence.context.subjects:  # "cut by half vs X (now $1)"
        return sentence.context.subjects
    inside = [m for m in mentions if opening < m.start and m.end <= start]
    closing = text.find(")", end)
    after = [m for m in mentions if m.start >= end and (closing < 0 or m.end <= closing)]
    if inside and after and _FOR.fullmatch(text, inside[-1].end, start) and _EACH.fullmatch(text, end, after[0].start):
        return (after[0].target,)  # "(32K for X, 128K for Y)"
    if inside:
        return coordinated(sentence, inside[-1])
    if after and _FOLLOWING.fullmatch(text[end : after[0].start]):
        return (after[0].target,)
    for mention in reversed(mentions):
        if mention.end <= opening:
            gap = text[mention.end : opening].strip(" \"”’'*s")
            if len(gap) > 2 and not _ITS_OWN.fullmatch(text, mention.end, opening):
                return ()
            if mention.text[:1].isdigit():  # "Opus 4.8 and 4.7 ($5/$25)"
                return coordinated(sentence, mention)
            slashed = [m for m in mentions if m.end <= mention.start and text[m.end : mention.start].strip() == "/"]
            return (slashed[-1].target, mention.target) if slashed else (mention.target,)
    return ()


def _tight(sentence: Sentence, mentions: Sequence[Mention], start: int, end: int) -> tuple[Target, ...]:
    for mention in reversed(mentions):
        if mention.end <= start:
            gap = sentence.text[mention.end : start]
            if re.match(r",?\s(?:whose|which|that)\s[^,;:]{0,50}$", gap):
                return coordinated(sentence, mention) if sentence.text[mention.start - 1 : mention.start] == "/" else (mention.target,)
            if len(gap) <= 60 and _TIGHT.fullmatch(gap):
                has_its_own = any(mention.end + 1 < q.start and q.end <= start for q in sentence.quantities)  # "beats X (86%) with 88%"
                placed = gap.startswith((" at ", " with ")) and _PLACED.search(sentence.text, max(sentence.start, mention.start - 24), mention.start)
                if is_object(sentence, mention) and (has_its_own or placed or not _OBJECT_OWNS.match(gap) or is_how_won(sentence, mention, start)):
                    return ()
                return coordinated(sentence, mention)
            return ()
    return ()


_LIST_OPENS = re.compile(r"(?:\s?tokens?)?:[\s*]{1,3}")


def _listed(sentence: Sentence, mentions: Sequence[Mention], _start: int, end: int) -> tuple[Target, ...]:
    """ "400K: X, Y": the models that a value is the label of, all that follow it."""
    opens = _LIST_OPENS.match(sentence.text, end)
    first = next((m for m in mentions if opens is not None and m.start == opens.end()), None)
    return coordinated_forward(sentence, first) if first is not None else ()


def _following(sentence: Sentence, mentions: Sequence[Mention], start: int, end: int) -> tuple[Target, ...]:
    for mention in mentions:
        if mention.start >= end:
            gap = sentence.text[end : mention.start]
            if _NAME_LAST.fullmatch(gap) and not sentence.text[mention.end : sentence.end].strip(" .)]*"):
                return (mention.target,)
            if gap == " " and _THE_SIZE.search(sentence.text, max(sentence.start, start - 8), end):
                return (mention.target,)
            if _PER_ITS.fullmatch(gap) and _ITS_TOKENS.match(sentence.text, mention.end):
                return (mention.target,)
            joined = re.fullmatch(r"\s(?:and|/|or)\s\$?[\d.,KMkm%]+\sfor\s(?:the\s|full\s)?", gap)
            if (
                len(gap) <= 48
                and not (" by " in gap and is_object(sentence, mention))
                and (_FOLLOWING.fullmatch(gap) or joined)
                and not _OWNS_NEXT.match(sentence.text, mention.end)
                and not any(end <= q.start < mention.start and q.kind != "date" and not _paired(sentence, end, q) for q in sentence.quantities)
            ):
                return coordinated_forward(sentence, mention)
            return ()
    return ()


def _paired(sentence: Sentence, end: int, other: Quantity) -> bool:
    """Whether a second value is joined to the one that ends at `end` ("$2.50 and $10 for X")."""
    return re.fullmatch(r"\s?(?:and|/|or)\s?", sentence.text[end : other.start]) is not None


def _taken_over(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Target, ...]:
    """The subjects of the sentences before, unless this one compares its own with one of them: then the one model of the article is meant."""
    compared = {m.target.name for m in mentions if _THAN.search(sentence.text, max(sentence.start, m.start - 24), m.start)}
    for subjects in (sentence.context.subjects, sentence.context.article_models[:1] if len(sentence.context.article_models) == 1 else ()):
        if compared.isdisjoint(target.name for target in subjects):
            return subjects
    return ()


def _by_clause(sentence: Sentence, mentions: Sequence[Mention], start: int, end: int) -> tuple[Target, ...]:
    begin, finish = sentence.clause(start)
    before = [m for m in mentions if m.end <= start]
    if of_new_name(sentence, start) or of_stranger(sentence, before, start) or of_product(sentence, before, start):
        return ()
    if of_any_model(sentence, start, end) or compared_with_others(sentence, before, start):
        return ()
    if not any(m.start >= begin for m in before) and (of_models(sentence, begin, start) or of_edition(sentence, begin, start)):
        return ()
    if not before and not sentence.context.fixed and asks_which(sentence.text, sentence.start, sentence.end):
        return ()
    anaphor = find_anaphor(sentence, begin, start)
    named = {m.target.name for m in sentence.mentions}
    if len(named) == 1 and mentions and not before and not is_object(sentence, mentions[0]) and _SUPPORT_FOR.match(sentence.text, sentence.start):
        return (mentions[0].target,)  # "Support for 119 languages, …, widens X's reach"
    in_clause = [m for m in before if m.start >= begin and not is_object(sentence, m)]
    if in_clause and (anaphor is None or in_clause[-1].end > anaphor[0]):
        return coordinated(sentence, in_clause[-1])
    if anaphor is not None:
        return anaphor[1]
    earlier = [m for m in before if m.start < begin and not is_object(sentence, m)]
    after = [m for m in mentions if m.start >= start]
    after = [m for m in after if not is_object(sentence, m)] or after
    if after and (not earlier or begin > earlier[-1].end) and after[0].start < finish and not earlier:
        gap = sentence.text[start : after[0].start]
        if not is_list_item(sentence, start, gap) and ((_INITIAL.fullmatch(gap) and not (sentence.context.label_text and sentence.context.subjects)) or (
            not before and not sentence.context.subjects and len(gap) <= 70 and not is_object(sentence, after[0])
        )):
            return coordinated_forward(sentence, after[0])
    if earlier:
        return coordinated(sentence, earlier[-1])
    earlier_anaphor = find_anaphor(sentence, sentence.start, start)
    if earlier_anaphor is not None:
        return earlier_anaphor[1]
    if sentence.context.subjects:
        return _taken_over(sentence, mentions)
    if after and not before and not is_object(sentence, after[0]) and not is_list_item(sentence, start, sentence.text[start : after[0].start]):
        return coordinated_forward(sentence, after[0])
    return ()
