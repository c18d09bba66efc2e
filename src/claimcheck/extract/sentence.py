"""One sentence with all that was found in it, and the question this room turns on: whom does a value belong to?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.benchmarks import Benchmark
from claimcheck.extract.context import Context, distinct
from claimcheck.extract.phrases import clause_starts
from claimcheck.extract.values import Mention, Quantity, Target

_OBJECT = re.compile(
    r"(?:\b(?:than|versus|vs\.?|against|unlike|like|beat(?:s|ing)?|outperform\w*|surpass\w*|exceed\w*|match(?:es|ing)?|behind|ahead of|between|alongside(?: updated)?|such as|competitors? like|"
    r"outpac\w+|trail\w*|replac\w+|rival\w*|over|as (?:good|fast|expensive|cheap|large|much|many|quick|big|long) as|(?:compared|relative|similar|comparable|close|superior|inferior|"
    r"equivalent|identical|next|approach\w+|counterparts?) (?:to|with)|compared|alternative to|successor (?:to|of)|predecessor,?|instead of|"
    r"(?:half|third|quarter|\w+th|fraction|percent|%|times|speed)\b[^.;()]{0,28}\bof|version of|based on|built on|from)"
    r"|,\s?(?:not|unlike))\s(?:(?:the|its|their|full|original|base|standard|OpenAI['’]s|Google['’]s|Anthropic['’]s|models? like|both|older|other|"
    r"most|such as|predecessor|sibling|rival|competitor|flagship|latest|larger|smaller)\s)*[\"“‘(]?$",
    re.I,
)
_TIGHT = re.compile(
    r"(?:['’]s?)?,?(?:(?<=,)(?=\sat\s)|(?<!,))[\s\"”’)*]*(?:\((?:high|low|medium|max|xhigh|thinking|reasoning|non-thinking|[\w\s.-]{1,24})\)\s*)?"
    r"(?:\s?(?:model|API|family|input|output|costs?|scores?|scored|scoring|achieves?|achieved|at|with|has|have|had|is|was|gets?|got|reach(?:es|ed)?|hits?|offers?|"
    r"supports?|which|lineup,?|series,?|comes? in|leads?|follows?|sits?|stands?|lands?|delivers?|records?|posts?|clocks?|runs?|starts?|charges?|includes?|provides?|features?|handles?|boasts?|only|just|even|a|an|the|"
    r"around|about|approximately|roughly|nearly|over|up|to|of|on|for|itself|itself,|respectively|priced|costing|still|currently|score|accuracy|result|managing|managed|manages|"
    r"also|now|both|each|all|contains?|uses?|has|maintains|=|:|-|–|—|~|≈|>|<|\|)\s?){0,7}[\s:(\"“$~≈*-]*",
    re.I,
)
_FOLLOWING = re.compile(r"\s(?:(?:[\w%/-]+\s){0,4}?(?:for|by|from)\s|(?:that|of|in|with)\s)(?:the\s|both\s|using\s|full\s)*[\"“]?", re.I)
_COORDINATED = re.compile(r"['’]?s?[\s\"”*]*(?:,|/|&|\band\b|\bor\b|, and\b|,? as well as|\bplus\b|\+)(?:\s(?:the|OpenAI['’]s|Google['’]s|Anthropic['’]s|Meta['’]s))?[\s\"“*]*", re.I)
_INITIAL = re.compile(r"[^.;:]{0,90},\s(?:the\s|and\s|[A-Z]\w+(?:['’]s)?\s(?:has\s)?(?:\w+ed\s)?(?:its\s|the\s)?)?[\"“]?")
_ANAPHOR = re.compile(
    r"\b(?P<group>both(?:\s(?:(?:of\s)?(?:these|them|the)\s?)?(?:ai\s|language\s)?(?:models|versions|templates|variants|options|systems|llms|tools|giants)|\sof\sthem|"
    r"(?=\s(?:support|are|is|have|has|offer|can|use|share|handle|accept|come|were|cost|provide|excel|process|feature|include|get|got|run|work|do|allow|deliver|boast|score|now|also|use)))|"
    r"(?:the|these)\stwo(?:\s(?:models|versions|variants|llms|systems|options))|all\s(?:three|four|five|of\sthem)(?:\s(?:models|versions|variants))?|(?:these|the)\s(?:three|four)\smodels|"
    r"each\s(?:model|of\sthem)|they)\b"
    r"|\b(?P<order>the\s(?:first|former|second|latter)(?=\s(?:is|has|costs?|asks?|offers?|scores?|takes|handles|supports?|one|model|at|with|\$|[\d$])|,)|"
    r"the\s(?:elder|younger|smaller|larger|bigger|cheaper|older|newer|other|latest|pricier|faster|slower)(?:\s(?:one|model|sibling|brother|sister|version|variant))?(?=\s(?:is|has|costs?|asks?|offers?|scores?|takes|handles|supports?|was|can|charges|comes|reasons|reads|gets)\b))"
    r"|\b(?P<single>it|its|this\s(?:[\w-]+\s){0,2}?(?:model|version|variant|llm|release|one)|the\s(?:model|latest\smodel|new\smodel)|which)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch `start:end` of a block's view text, with what stands in it (offsets in the block's text)."""

    text: str
    start: int
    end: int
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    benchmarks: tuple[Benchmark, ...]
    context: Context

    def anchored(self) -> bool:
        """Whether the sentence, or something firmer than the sentence before, says which model it speaks of."""
        context = self.context
        return bool(self.mentions) or context.fixed or context.strong or len(context.article_models) == 1 or _ANAPHOR.search(self.text, self.start, self.end) is not None

    def clause(self, position: int) -> tuple[int, int]:
        """Offsets of the clause around a position."""
        starts = clause_starts(self.text, self.start, self.end)
        begin = max(s for s in starts if s <= max(position, self.start))
        after = [s for s in starts if s > position]
        return begin, (after[0] if after else self.end)


_GENERIC = re.compile(r"\b(?:compared (?:to|with)|than|unlike|versus|vs\.?|while|whereas)\s(?:the\s)?(?:other|previous|prior|older|competing|rival|most|many|its competitors|the competition|similar|comparable|traditional|humans?|earlier)\b", re.I)


def subjects_of(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """The models that a value at `start:end` belongs to, () when nothing in the sentence or its context tells."""
    mentions = [m for m in sentence.mentions if (m.end <= start or m.start >= end) and not _aside(sentence, m, start)]
    if sentence.context.fixed and not mentions:
        return sentence.context.subjects
    for rule in (_in_parentheses, _tight, _following):
        found = rule(sentence, mentions, start, end)
        if found:
            return found
    return _by_clause(sentence, mentions, start)


def _aside(sentence: Sentence, mention: Mention, start: int) -> bool:
    """Whether a mention stands in parentheses that close before a value, after another name that the value is about."""
    if mention.start >= start:
        return False
    opening = sentence.text.rfind("(", sentence.start, mention.start)
    if opening < 0 or ")" in sentence.text[opening : mention.start]:
        return False
    closing = sentence.text.find(")", mention.end, start)
    return closing >= 0 and any(m.end <= opening and opening - m.end <= 9 for m in sentence.mentions)


def _in_parentheses(sentence: Sentence, mentions: Sequence[Mention], start: int, end: int) -> tuple[Target, ...]:
    text = sentence.text
    opening = text.rfind("(", sentence.start, start)
    if opening < 0 or ")" in text[opening:start]:
        return ()
    inside = [m for m in mentions if opening < m.start and m.end <= start]
    if inside:
        return coordinated(sentence, inside[-1])
    closing = text.find(")", end)
    after = [m for m in mentions if m.start >= end and (closing < 0 or m.end <= closing)]
    if after and _FOLLOWING.fullmatch(text[end : after[0].start]):
        return (after[0].target,)
    for mention in reversed(mentions):
        if mention.end <= opening:
            gap = text[mention.end : opening].strip(" \"”’'*s")
            if len(gap) > 2:
                return ()
            slashed = [m for m in mentions if m.end <= mention.start and text[m.end : mention.start].strip() == "/"]
            return (slashed[-1].target, mention.target) if slashed else (mention.target,)
    return ()


def _tight(sentence: Sentence, mentions: Sequence[Mention], start: int, end: int) -> tuple[Target, ...]:
    for mention in reversed(mentions):
        if mention.end <= start:
            gap = sentence.text[mention.end : start]
            if re.match(r",\s(?:whose|which)\s[^,;:]{0,50}$", gap):
                return (mention.target,)
            if len(gap) <= 60 and _TIGHT.fullmatch(gap):
                if is_object(sentence, mention) and not re.match(r"['’]s|\s?\(|,?\s(?:at|with|which|scor|has|achiev|costs?|is|was|gets|got|offers|supports|:)|:", gap):
                    return ()
                return coordinated(sentence, mention)
            return ()
    return ()


def _following(sentence: Sentence, mentions: Sequence[Mention], start: int, end: int) -> tuple[Target, ...]:
    for mention in mentions:
        if mention.start >= end:
            gap = sentence.text[end : mention.start]
            joined = re.fullmatch(r"\s(?:and|/|or)\s\$?[\d.,KMkm%]+\sfor\s(?:the\s|full\s)?", gap)
            if len(gap) <= 48 and (_FOLLOWING.fullmatch(gap) or joined) and not any(end <= q.start < mention.start and q.start != start for q in sentence.quantities if not _paired(sentence, end, q)):
                return coordinated_forward(sentence, mention)
            return ()
    return ()


def _paired(sentence: Sentence, end: int, other: Quantity) -> bool:
    """Whether a second value is joined to the one that ends at `end` ("$2.50 and $10 for X")."""
    return re.fullmatch(r"\s?(?:and|/|or)\s?", sentence.text[end : other.start]) is not None


def _by_clause(sentence: Sentence, mentions: Sequence[Mention], start: int) -> tuple[Target, ...]:
    begin, finish = sentence.clause(start)
    before = [m for m in mentions if m.end <= start]
    generic = _GENERIC.search(sentence.text, sentence.start, start)
    if generic and not any(m.start >= generic.start() for m in before):
        return ()
    anaphor = _anaphor(sentence, begin, start)
    in_clause = [m for m in before if m.start >= begin and not is_object(sentence, m)]
    if in_clause and (anaphor is None or in_clause[-1].end > anaphor[0]):
        return coordinated(sentence, in_clause[-1])
    if anaphor is not None:
        return anaphor[1]
    earlier = [m for m in before if m.start < begin and not is_object(sentence, m)]
    after = [m for m in mentions if m.start >= start]
    if after and (not earlier or begin > earlier[-1].end) and after[0].start < finish and not earlier:
        gap = sentence.text[start : after[0].start]
        if _INITIAL.fullmatch(gap) or (not before and not sentence.context.subjects and len(gap) <= 70 and not is_object(sentence, after[0])):
            return coordinated_forward(sentence, after[0])
    if earlier:
        return coordinated(sentence, earlier[-1])
    earlier_anaphor = _anaphor(sentence, sentence.start, start)
    if earlier_anaphor is not None:
        return earlier_anaphor[1]
    if sentence.context.subjects:
        return sentence.context.subjects
    if after and not before and not is_object(sentence, after[0]):
        return coordinated_forward(sentence, after[0])
    return ()


def is_object(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is only what something is compared with ("than X", "compared to X", "unlike X")."""
    return bool(_OBJECT.search(sentence.text[max(sentence.start, mention.start - 60) : mention.start]))


def coordinated(sentence: Sentence, mention: Mention) -> tuple[Target, ...]:
    """A mention with those joined to it on its left: "GPT-4o and GPT-4o mini"."""
    group = [mention]
    for other in reversed([m for m in sentence.mentions if m.end <= mention.start]):
        if not _COORDINATED.fullmatch(sentence.text[other.end : group[-1].start]) or is_between(sentence, other, group[-1]):
            break
        group.append(other)
    if len(group) > 1 and is_object(sentence, group[-1]) and not is_object(sentence, mention):
        return (mention.target,)
    return distinct(list(reversed(group)))


def is_between(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether a number stands between two mentions, which then do not share what follows."""
    return any(left.end <= q.start < right.start for q in sentence.quantities)


def coordinated_forward(sentence: Sentence, mention: Mention) -> tuple[Target, ...]:
    """A mention with those joined to it on its right."""
    group = [mention]
    for other in [m for m in sentence.mentions if m.start >= mention.end]:
        if not _COORDINATED.fullmatch(sentence.text[group[-1].end : other.start]):
            break
        group.append(other)
    return distinct(group)


def _anaphor(sentence: Sentence, begin: int, start: int) -> tuple[int, tuple[Target, ...]] | None:
    """The last pronoun or "both models" before a value and what it stands for."""
    found: tuple[int, tuple[Target, ...]] | None = None
    for match in _ANAPHOR.finditer(sentence.text, begin, start):
        if match["order"]:
            targets = _ordinal(sentence, match.group().lower())
            if not targets:
                return match.start(), ()
        elif match["group"]:
            targets = _group(sentence, match)
        else:
            relative = match.group().lower() == "which"
            if match.group().lower() in {"it", "its", "which"} and any(
                m.end <= match.start() and (relative or not is_object(sentence, m)) for m in sentence.mentions
            ):
                last = [m for m in sentence.mentions if m.end <= match.start() and (relative or not is_object(sentence, m))][-1]
                targets = (last.target,)
            else:
                targets = sentence.context.subjects[:1] if len(sentence.context.subjects) == 1 else sentence.context.subjects
        if targets:
            found = (match.start(), targets)
    return found


def _ordinal(sentence: Sentence, words: str) -> tuple[Target, ...]:
    """ "the former", "the second" of two models named together; "the smaller one" stays open."""
    own = distinct([m for m in sentence.mentions if not is_object(sentence, m)])
    group = own if len(own) == 2 else sentence.context.group
    if len(group) != 2:
        return ()
    if re.search(r"\b(?:first|former)\b", words):
        return (group[0],)
    return (group[1],) if re.search(r"\b(?:second|latter)\b", words) else ()


def _group(sentence: Sentence, match: re.Match[str]) -> tuple[Target, ...]:
    words = match.group().lower()
    following = [m for m in sentence.mentions if 0 <= m.start - match.end() <= 5]
    if following:
        return coordinated_forward(sentence, following[0])
    if words == "they":
        return sentence.context.subjects
    if words.startswith("each"):
        return sentence.context.group or sentence.context.subjects
    wanted = 2 if "both" in words or "two" in words else 3 if "three" in words else 4 if "four" in words else 5 if "five" in words else 0
    own = distinct([m for m in sentence.mentions if m.end <= match.start()])
    for group in (own, sentence.context.group, sentence.context.section_trail, sentence.context.article_models):
        if wanted and len(group) == wanted:
            return group
    return sentence.context.group if not wanted else ()


def respectively(sentence: Sentence, same_kind: Sequence[Quantity]) -> dict[int, Target]:
    """Start of each quantity -> its model, for "A and B … 69.1% and 68.3%, respectively" and "A and B: 2T and 6T"."""
    first = same_kind[0].start if same_kind else sentence.end
    before = [m for m in sentence.mentions if m.end <= first]
    targets = distinct(before)
    said = re.search(r"\brespectively\b", sentence.text[sentence.start : sentence.end], re.I) is not None
    joined = all(
        re.fullmatch(r"[^.;]{0,22}?(?:,|/|\band\b|&|,? and)\s?(?:[~$]|about|roughly)?\s?", sentence.text[a.end : b.start]) is not None
        for a, b in zip(same_kind, same_kind[1:], strict=False)
    )
    if len(targets) != len(same_kind) or len(targets) < 2 or not (said or (joined and _all_coordinated(sentence, before))):
        return {}
    return {q.start: t for q, t in zip(same_kind, targets, strict=True)}


def _all_coordinated(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    return all(
        _COORDINATED.fullmatch(sentence.text[a.end : b.start]) is not None for a, b in zip(mentions, mentions[1:], strict=False)
    ) and not any(is_object(sentence, m) for m in mentions)
