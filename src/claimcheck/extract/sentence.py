"""One sentence with all that was found in it comes in; which of its mentions are objects, joined, or dealt out in order goes out."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.extract.benchmarks import Benchmark
from claimcheck.extract.context import Context, distinct
from claimcheck.extract.cues import Cue, Whole
from claimcheck.extract.object_words import ASIDE, CLASS, EDITION, OBJECT
from claimcheck.extract.phrases import NEW_CLAUSE, clause_starts
from claimcheck.extract.spans import earlier
from claimcheck.extract.values import Mention, Quantity, Target

_COORDINATED = re.compile(
    r"['’]?s?[\s\"”*]*(?:\(~?\d{1,4}(?:\.\d{1,2})?[BT]\))?[\s\"”*]*(?:,|/|&|\band\b|\b[n]?or\b|, and\b|,? as well as|\bplus\b|\+)"
    r"(?:\s(?:the|OpenAI['’]s|Google['’]s|Anthropic['’]s|Meta['’]s))?[\s\"“*]*",
    re.I,
)
_SIZED = re.compile(r"\s\(~?\d{1,4}(?:\.\d{1,2})?[BT]\)")  # "X (7B) and Y (14B) came out in May"
RESPECTIVELY = Cue(r"\brespectively\b")
ANAPHOR = Cue(
    r"\b(?P<group>both(?:\s(?:(?:of\s)?(?:these|them|the)\s?)?(?:ai\s|language\s)?"
    r"(?:models|versions|templates|variants|options|systems|llms|tools|giants)|\sof\sthem|"
    r"(?=\s(?:support|are|is|have|has|offer|can|use|share|handle|accept|come|were|cost|provide|excel"
    r"|process|feature|include|get|got|run|work|do|allow|deliver|boast|score|now|also|use|represent|mark|bring"
    r"|shipped|launched|dropped|arrived|debuted|landed|went)))|"
    r"neither(?:\smodel|\sof\sthem|\sone)?(?=\s(?:(?:can|currently|natively|directly|really)\s){0,2}(?:generate|create|produce|accept|process|read|handle|support)s?\s[^.;\d]{3,60}(?:[.;]|$))|"
    r"(?:the|these)\stwo(?:\s(?:models|versions|variants|llms|systems|options))"
    r"|all\s(?:three|four|five|of\sthem)(?:\s(?:models|versions|variants))?"
    r"|(?:these|the)\s(?:three|four)\smodels"
    r"|(?:two|three|four)\s(?:[\w-]+\s){0,4}?(?:models|families)"
    r"(?=\s(?:were\s|have been\s)?(?:launched|released|announced|introduced|came|arrived|appeared)\b)|"
    r"each\s(?:model|of\sthem)|they)\b"
    r"|\b(?P<order>the\s(?:first|former|second|latter)"
    r"(?=\s(?:is|has|costs?|asks?|offers?|scores?|takes|handles|supports?|one|model|at|with|\$|[\d$])|,)"
    r"|the\s(?:elder|younger|smaller|larger|bigger|cheaper|older|newer|other|latest|pricier|faster"
    r"|slower|flagship)(?:\s(?:one|model|sibling|brother|sister|version|variant))?(?=\s(?:is|has|costs?|asks?"
    r"|offers?|scores?|takes|handles|supports?|was|can|charges|comes|reasons|reads|gets)\b|\s\$?\.?\d))"
    r"|\b(?P<single>it|its|this\s(?:[\w-]+\s){0,2}?(?:model|version|variant|llm|release|system|one)"
    r"|the\s(?:model|latest\smodel|new\smodel)|which)\b",
)


@dataclass(slots=True)  # not frozen: Python makes those half as fast, and every article has many
class Sentence:
    """A stretch `start:end` of a block's view text, with what stands in it (offsets in the block's text)."""

    text: str
    start: int
    end: int
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    benchmarks: tuple[Benchmark, ...]
    context: Context
    folded: str  # the whole text as `cues.fold` gives it
    words: str  # the stretch, folded
    bits: int  # what the whole text may hold, as `lexicon.Lexicon` says it
    whole: Whole  # the article
    objects: dict[int, bool] = field(default_factory=dict, compare=False, repr=False)  # what `is_object` found, by start
    clauses: list[int] = field(default_factory=list, compare=False, repr=False)  # where its clauses begin, once asked for
    back: bool | None = field(default=None, compare=False, repr=False)  # what `points_back` found, once asked for

    def anchored(self) -> bool:
        """Whether the sentence, or something firmer than the sentence before, says which model it speaks of."""
        context = self.context
        firm = bool(self.mentions) or context.fixed or context.strong or len(context.article_models) == 1
        return firm or self.points_back()

    def points_back(self) -> bool:
        """Whether a pronoun or its like stands in the sentence."""
        if self.back is None:
            self.back = ANAPHOR.first(self) is not None
        return self.back

    def speaks_of_several(self) -> bool:
        """Whether "both", "each", "the latter" or their like stand in the sentence: which models these are is the least certain of all."""
        return self.points_back() and any((match["group"] and match.group() != "they") or match["order"] for match in ANAPHOR.within(self))

    def may_be_of_model(self) -> bool:
        """Whether a model can be its subject: one is named, or spoken of before, or words for several point back to some."""
        return bool(self.mentions) or bool(self.context.subjects) or self.speaks_of_several()

    def clause(self, position: int) -> tuple[int, int]:
        """Offsets of the clause around a position."""
        if not self.clauses:
            self.clauses.extend(clause_starts(self.text, self.start, self.end))
        starts = self.clauses
        after = bisect_right(starts, position)
        return starts[max(after, 1) - 1], (starts[after] if after < len(starts) else self.end)


def is_object(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is only what something is compared with ("than X", "compared to X", "unlike X")."""
    if mention.start not in sentence.objects:
        sentence.objects[mention.start] = _is_compared(sentence, mention) or _joined_to_object(sentence, mention)
    return sentence.objects[mention.start]


def _is_compared(sentence: Sentence, mention: Mention) -> bool:
    begin = max(sentence.start, mention.start - 60)
    before = sentence.text[begin : mention.start]
    if _AN_EXAMPLE.search(before) and _TOLD_OF.match(sentence.text, mention.end):
        return False
    if _AGAINST_OPENS.search(before):
        return True
    if ASIDE.search(before):
        return True
    compared = OBJECT.alone(sentence, begin, mention.start) is not None and EDITION.search(before) is None
    return compared or CLASS.match(sentence.text, mention.end) is not None


_AN_EXAMPLE = re.compile(  # "There are smaller variants like X, built for …": X is spoken of
    r"\b(?:speciali[sz]ed|smaller|larger|newer|dedicated|lighter|other)\s(?:variants|models|versions|editions|members)\s(?:like|such as)\s$", re.I
)
_TOLD_OF = re.compile(r",\s(?:designed|built|made|trained|optimi[sz]ed|tuned|weighing|released|which)\b")
_AGAINST_OPENS = re.compile(  # "1.5M hours (vs 6M for X)", "roughly 2× X, with a 1M window"
    r"\((?:vs\.?|versus|compared (?:to|with)|against)\s[^()]{1,48}$|\d\s?[×x]\s(?:the\s|that\sof\s)?$", re.I
)
_SIDE_BY_SIDE = re.compile(r"\b(?:compar(?:e|ed|es|ing)|between)\s(?:the\s|both\s)?$", re.I)  # "We compared A and B": neither is what the other is held against
_AND = re.compile(r"\s(?:and|or|&)\s(?:the\s|even\s|[A-Z]\w+['’]s\s)?|\s?/\s?")
_COMMA = re.compile(r",\s(?:and\s|or\s)?(?:the\s|even\s)?")
_LIST_GOES_ON = re.compile(r",?\s(?:and|or)\s|,\s(?=[A-Z])|[.!?)]|\s[—–-]\s|$")
_ACTS = re.compile(
    r"\s(?:(?:also|both|each|now|still|only)\s)?(?:is|[a-z]{2,12}s|are|have|can|cost|score|offer|support|come|share|get|was|were|had|at)\b|\s?\(|\s?:(?=\s*\S)|['’]s|\s[~≈$]?\d"
)


def _joined_to_object(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is one more of those that something is compared with: "rivals A and B on …", "than A, B and C", but not "beats A and B has …"."""
    before = earlier(sentence.mentions, mention.start - 1)
    if not before or _ACTS.match(sentence.text, mention.end):
        return False
    gap = before[-1].end, mention.start
    listed = _COMMA.fullmatch(sentence.text, *gap) is not None and _LIST_GOES_ON.match(sentence.text, mention.end) is not None
    if not listed and not _AND.fullmatch(sentence.text, *gap):
        return False
    return not _SIDE_BY_SIDE.search(sentence.text, max(sentence.start, before[-1].start - 20), before[-1].start) and is_object(sentence, before[-1])


def coordinated(sentence: Sentence, mention: Mention) -> tuple[Target, ...]:
    """A mention with those joined to it on its left: "GPT-4o and GPT-4o mini"."""
    group = [mention]
    for other in reversed([m for m in sentence.mentions if m.end <= mention.start]):
        if not _COORDINATED.fullmatch(sentence.text[other.end : group[-1].start]) or is_between(sentence, other, group[-1]):
            break
        group.append(other)
    slashed = all(sentence.text[left.end : right.start] == "/" for right, left in itertools.pairwise(group))
    if not slashed and is_object(sentence, group[-1]) and not is_object(sentence, mention):
        return (mention.target,)
    return distinct(list(reversed(group)))


def is_between(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether a number stands between two mentions, which then do not share what follows."""
    between = [q for q in sentence.quantities if left.end <= q.start < right.start]
    return bool(between) and not (len(between) == 1 and _SIZED.match(sentence.text, left.end) is not None)


def coordinated_forward(sentence: Sentence, mention: Mention) -> tuple[Target, ...]:
    """A mention with those joined to it on its right."""
    group = [mention]
    for other in [m for m in sentence.mentions if m.start >= mention.end]:
        gap = sentence.text[group[-1].end : other.start]
        if not _COORDINATED.fullmatch(gap) or (gap == ", " and NEW_CLAUSE.match(sentence.text, other.end)) or CLASS.match(sentence.text, other.end):
            break
        group.append(other)
    return distinct(group)


def respectively(sentence: Sentence, same_kind: Sequence[Quantity]) -> dict[int, Target]:
    """Start of each quantity -> its model, for "A and B … 69.1% and 68.3%, respectively" and "A and B: 2T and 6T"."""
    first = same_kind[0].start if same_kind else sentence.end
    before = [m for m in sentence.mentions if m.end <= first]
    targets = distinct(before)
    said = RESPECTIVELY.first(sentence) is not None
    joined = all(
        re.fullmatch(r"[^.;]{0,22}?(?:,|/|\band\b|&|,? and)\s?(?:[~$]|about|roughly)?\s?", sentence.text[a.end : b.start]) is not None
        for a, b in itertools.pairwise(same_kind)
    )
    if len(targets) != len(same_kind) or len(targets) < 2 or not (said or (joined and all_coordinated(sentence, before))):
        return {}
    return {q.start: t for q, t in zip(same_kind, targets, strict=True)}


def said_respectively(sentence: Sentence, same_kind: Sequence[Quantity]) -> bool:
    """Whether the sentence says that these quantities are dealt out to as many models in order."""
    return len(same_kind) > 1 and RESPECTIVELY.first(sentence) is not None and bool(respectively(sentence, same_kind))


def all_coordinated(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether mentions are joined to each other ("A, B and C") and none is only compared with."""
    return all(_COORDINATED.fullmatch(sentence.text[a.end : b.start]) is not None for a, b in itertools.pairwise(mentions)) and not any(
        is_object(sentence, m) for m in mentions
    )


def brings_in(sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence ends in a colon and one name, of which the next then speaks: "There is a new one: X."."""
    before, after = sentence.text[sentence.start : mention.start], sentence.text[mention.end : sentence.end]
    return before.rstrip(' *"“').endswith(":") and not after.strip(' .!*"”')


def beside_name(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a value stands beside a model's name and alone: "GPT-4o (128K)", "from GPT-4o's 128K to"."""
    before = [m for m in sentence.mentions if m.end <= quantity.start]
    gap = sentence.text[before[-1].end : quantity.start] if before else ""
    after = sentence.text[quantity.end : quantity.end + 9]
    if gap in {"'s ", "’s "}:
        return re.match(r"(?:\stokens?)?(?:[,.;:)]|\s(?:to|and|or|vs)\b|$)", after) is not None
    return gap == " (" and re.match(r"(?:\stokens?)?(?:\)|,\s[a-z]+\s)", after) is not None


def neighbours(sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """Where the stretch of text that belongs to a quantity begins and ends: up to the quantities beside it."""
    before = [max(q.end, q.per_end) for q in sentence.quantities if q.end <= quantity.start]
    after = [q.start for q in sentence.quantities if q.start >= max(quantity.end, quantity.per_end)]
    return max([sentence.start, *before]), min([sentence.end, *after])
