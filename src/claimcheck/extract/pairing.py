"""Whose value it is when several values or several models stand together: a measured quantity comes in, its models go out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from claimcheck.extract import against, versus
from claimcheck.extract.compared import compared_behind, of_nobody_named
from claimcheck.extract.context import distinct
from claimcheck.extract.cues import Cue
from claimcheck.extract.dealt import dealt_out, held_against, one_sided
from claimcheck.extract.makers import VENDORS, vendor_slug
from claimcheck.extract.measures import is_old_value, same_kind
from claimcheck.extract.owned import marked, owned
from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence, is_object, respectively, said_respectively
from claimcheck.extract.subjects import named_in_parentheses, subjects_of
from claimcheck.extract.values import Quantity, Target
from claimcheck.terms import ASIDE

_PAIRED = re.compile(r"(?:\s?tokens)?\s(?:to|vs\.?|versus|against|compared (?:to|with))\s[~≈]?", re.I)
_SECOND = re.compile(r"(?:\s(?:input|in))?\s?(?:/|and|,)\s?(?:(?:for\s)?(?:input|output)\s(?:at\s|is\s|for\s)?)?", re.I)  # "$1.25 and output $10"
_SHORT_NAME = re.compile(r"\s?\((?=[^()]{0,12}\d)[\w. -]{1,12}\)")
_MAKERS = re.compile(rf"(?<![\w.-])(?P<name>{'|'.join(pattern for _, pattern in VENDORS)})['’]s\s$")
_CARD_DATE = re.compile(r"(?:^|[|·•])\s?Date:\s{1,3}$")
_DROPPED = re.compile(  # "On May 13, 2024, OpenAI dropped what many call …", without the name of what it dropped
    rf",?\s(?:{'|'.join(pattern for _, pattern in VENDORS)})\s(?:has\s)?(?:dropped|released|launched|unveiled|introduced|announced|shipped)\s"
    r"(?:what\s|(?:its|their|an?|the)\s(?:[\w-]+\s){0,4}?(?:model|flagship|LLM|successor)\b)"
)
_FAMILIES_OUT = re.compile(
    r"\b(?:models|families|LLMs)\s(?:(?:were|was|have been|all|both)\s)?(?:launched|released|announced|introduced|came out|arrived|appeared)\s(?:in|on)\s$",
    re.I,
)
_BOTH_OUT = re.compile(
    r"\b(?:both(?:\s(?:of\s)?(?:these|the|them)(?:\smodels)?|\smodels)?|they)\s(?:were\s|have\sbeen\s|had\s)?(?:both\s|all\s)?"
    r"(?:released|launched|shipped|dropped|arrived|debuted|landed|came\sout|announced|introduced|unveiled|went\slive)\b",
    re.I,
)
# "X - Vision: no, Released: May 2024"
_OUT_LABEL = re.compile(r"(?:^|[,;|·•(–—-]\s{0,2})(?:Released|Release(?:\sdate)?|Launched|Launch(?:\sdate)?)\*{0,2}:[\s*]{0,4}$", re.I)
_OUT_FIRST = re.compile(r"\W{0,3}(?:released|launched|announced|introduced|unveiled|(?:public |experimental )?preview)\b", re.I)
_LIMIT = re.compile(r"(?:\s?tokens?)?\s(?:of\s|max\s|maximum\s|token\s){0,2}(?P<word>inputs?|context|windows?|outputs?|completions?)\b", re.I)
_ANSWERS = frozenset({"output", "outputs", "completion", "completions"})
_RESPECTIVELY = Cue(r"\brespectively\b")
_CONTEST = re.compile(
    r"\b(?:beat\w*|edg\w+|outperform\w*|lead\w*|trail\w*|surpass\w*|top(?:s|ped)|ahead of|behind|vs\.?|versus|match\w*|exceed\w*"
    r"|outpac\w+|undercut\w*|than|over|against|compared)\b",
    re.I,
)


def owners(sentence: Sentence, quantity: Quantity, stated: Measure) -> tuple[Target, ...]:
    """The models that a measured quantity belongs to, () when nothing tells."""
    own = owned(sentence, quantity, stated.attribute)
    if stated.attribute == "release_date" and not own and stated.condition != ASIDE and not _dated_here(sentence, quantity):
        return ()
    alike = _same_noun(sentence, quantity, same_kind(sentence.quantities, quantity))
    if said_respectively(sentence, alike):
        return (respectively(sentence, alike)[quantity.start],)
    pairs = _pairs(sentence, alike) if alike and _RESPECTIVELY.search(sentence.text, alike[-1].end, sentence.end) else 0
    if pairs > 1:
        named = _spoken_of(sentence, alike)
        return (named[alike.index(quantity) // 2],) if len(named) == pairs else ()
    dealt = dealt_out(sentence, quantity) if quantity.kind == "money" else None
    if dealt is not None:
        return (dealt[0],)
    if own:
        return own
    if behind := _named_behind(sentence, quantity):
        return behind
    if _SHORT_NAME.match(sentence.text, max(quantity.end, quantity.per_end)) and any(_named_behind(sentence, q) for q in sentence.quantities):
        return ()  # "$2.50 (4o) vs $5.00 (4)": a name so short that only its writer knows it
    if compared := compared_behind(sentence, quantity):
        return compared
    first = _first_of_pair(sentence, quantity) or _first_owned(sentence, alike, quantity)
    if first is not None:
        return owners(sentence, first, stated)
    for pairs_up in (against.owners, _contest, versus.owners):
        if (found := pairs_up(sentence, alike, quantity)) is not None:
            return found
    if len(alike) > 1:
        mapped = respectively(sentence, alike)
        if quantity.start in mapped:
            return (mapped[quantity.start],)
    targets = subjects_of(sentence, quantity.start, max(quantity.end, quantity.per_end))
    if one_sided(sentence, quantity) and len(targets) < 2:  # "On the way out they cost $10 and $0.60": two models, or nobody knows whose
        targets = sentence.context.group if len(sentence.context.group) == 2 and not sentence.mentions else ()
    return () if _of_another_maker(sentence, quantity, targets) else marked(sentence, quantity, _shared(sentence, quantity, alike, targets))


def _same_noun(sentence: Sentence, quantity: Quantity, alike: Sequence[Quantity]) -> list[Quantity]:
    """Of several values those that are not told to be of another limit: in "1M context, 64K output" each stands for itself."""
    nouns = {q.start: noun["word"].lower() for q in alike if (noun := _LIMIT.match(sentence.text, q.end, sentence.end))}
    own = nouns.get(quantity.start)
    return [q for q in alike if own is None or (nouns.get(q.start, own) in _ANSWERS) == (own in _ANSWERS)]


def _pairs(sentence: Sentence, alike: Sequence[Quantity]) -> int:
    """How many pairs of "They cost $5 / $30 and $1 / $6, respectively" there are, 0 where values stand outside of one."""
    pairs = list(zip(alike[::2], alike[1::2], strict=False))
    joined = all(re.fullmatch(r"\s?/\s?", sentence.text[max(a.end, a.per_end) : b.start]) for a, b in pairs)
    return len(pairs) if joined and len(pairs) * 2 == len(alike) else 0


def _spoken_of(sentence: Sentence, alike: Sequence[Quantity]) -> tuple[Target, ...]:
    """The models named before the first of these values, here or in the sentence before."""
    return distinct([m for m in sentence.mentions if m.end <= alike[0].start]) or sentence.context.just_named


def _of_another_maker(sentence: Sentence, quantity: Quantity, targets: tuple[Target, ...]) -> bool:
    """ "123 billion parameters fight Meta's 405 billion": a value right after a company's name is not that of another company's model."""
    maker = _MAKERS.search(sentence.text, max(sentence.start, quantity.start - 30), quantity.start)
    if maker is None or any(m.start <= maker.start() < m.end for m in sentence.mentions):
        return False
    slug = vendor_slug(next(name for name, pattern in VENDORS if re.fullmatch(pattern, maker["name"])))
    return all(t.id is not None and not t.id.startswith(slug) for t in targets)


def _dated_here(sentence: Sentence, quantity: Quantity) -> bool:
    """A release needs its model named nearby: features and articles come out on dates too."""
    if (
        "release_date" in sentence.context.topics
        or _CARD_DATE.search(sentence.text, 0, quantity.start)
        or len(sentence.text[sentence.start : sentence.end]) < 40
    ):
        return True
    one = len(sentence.context.subjects) == 1 if sentence.context.strong else len({m.target.name for m in sentence.mentions}) == 1
    if one and _OUT_LABEL.search(sentence.text, sentence.start, quantity.start):
        return True
    one = len(sentence.context.article_models) == 1 or (len(sentence.context.block_trail) == 1 and sentence.context.block_trail == sentence.context.subjects)
    if one and _OUT_FIRST.match(sentence.text, sentence.start):
        return True
    if len(sentence.context.article_models) == 1 and not sentence.mentions and _DROPPED.match(sentence.text, quantity.end, sentence.end):
        return True
    begin, finish = sentence.clause(quantity.start)
    several = _FAMILIES_OUT.search(sentence.text[begin : quantity.start]) or _BOTH_OUT.search(sentence.text[begin : quantity.start])
    if any(m.end > begin and m.start < finish for m in sentence.mentions) or several:
        return True
    if sentence.context.strong and re.search(r"\b(?:released|launched|announced|introduced)(?:\s(?:in|on))?\s$", sentence.text[begin : quantity.start], re.I):
        return True
    return (
        re.search(r"\b(?:it|model|this one|which|its (?:open |full )?weights)\b", sentence.text[begin : quantity.start], re.I) is not None
        or re.match(r"[^.;]{0,8},\s(?:it|this|the)\s(?:new\s|latest\s)?(?:model|release)?", sentence.text[quantity.end : quantity.end + 40], re.I) is not None
    )


def _shared(sentence: Sentence, quantity: Quantity, alike: Sequence[Quantity], targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """ "They cost $2.50 and $3.00": several values for several models are dealt out in order, or not at all."""
    if len(targets) < 2 or len(alike) < 2:
        return targets
    joined = [alike[0]]
    for value in alike[1:]:
        gap = sentence.text[max(joined[-1].end, joined[-1].per_end) : value.start]
        if not re.fullmatch(r"(?:\stokens)?(?:,|\sand|,\sand|\s/)\s?(?:about\s|around\s)?", gap):
            if quantity in joined:
                break
            joined = []
        joined.append(value)
    if quantity not in joined or len(joined) < 2:
        return targets
    return (targets[joined.index(quantity)],) if len(joined) == len(targets) else ()


def _contest(sentence: Sentence, alike: Sequence[Quantity], quantity: Quantity) -> tuple[Target, ...] | None:
    """ "A beats B on X, 92.0% to 90.2%", "(85.3 vs 83.6)": the values follow the order of the two models; None where none are told apart."""
    for first, second in itertools.pairwise(alike):
        if quantity not in (first, second) or is_old_value(sentence, first):
            continue
        if not _PAIRED.fullmatch(versus.between(sentence, first, second)):
            continue
        if other := _held_against(sentence, first):
            return (other,) if quantity is second else ()
        names = _contestants(sentence, first)
        if len(names) == 2:
            turned = sentence.context.wins and _is_better(second, _first_of_pair(sentence, first) or first)
            return (names[0] if (quantity is first) != turned else names[1],)
        if quantity is second and of_nobody_named(sentence, first, second):
            return ()
    return None


def _held_against(sentence: Sentence, first: Quantity) -> Target | None:
    """The only model that the words before a pair of values name, where it is what nobody knows who is held against ("Smaller than X (1 vs 2)")."""
    before = [m for m in sentence.mentions if m.end <= first.start]
    alone = len(distinct(before)) == 1 and not any(m.start >= first.end for m in sentence.mentions) and all(is_object(sentence, m) for m in before)
    about = [t for t in sentence.context.subjects if alone and t.name != before[0].target.name]
    return before[0].target if alone and len(about) != 1 else None


def _is_better(value: Quantity, other: Quantity) -> bool:
    """Whether a value wins over another: a higher score, a lower price."""
    return value.value < other.value if value.kind == "money" else value.value > other.value


def _contestants(sentence: Sentence, first: Quantity) -> tuple[Target, ...]:
    """The two models that the words before a pair of values compare, the one spoken of first."""
    before = [m for m in sentence.mentions if m.end <= first.start]
    after = [m for m in sentence.mentions if m.start >= first.end]
    if after:  # "X is 40% cheaper on input ($2 vs $3) than Y"
        both = (*distinct(before), *distinct(after))
        than = all(is_object(sentence, m) for m in after) and not any(is_object(sentence, m) for m in before)
        return both if than and len(distinct(before)) == 1 and len({t.name for t in both}) == len(both) == 2 else ()
    names = distinct(before)
    if not names and first.kind == "money" and not sentence.context.fixed and not sentence.points_back():
        return ()  # "40% on every token class: $3 vs $5 per million": in which order, nobody says
    said = _CONTEST.search(sentence.text, sentence.start, first.start) is not None
    if len(names) == 2:
        return names if said else ()
    context = sentence.context
    if len(names) == 1 and said and all(is_object(sentence, m) for m in before) and len(context.subjects) == 1:
        return (context.subjects[0], names[0]) if context.subjects[0].name != names[0].name else ()
    own = names or (context.subjects if len(context.subjects) == 1 else ())
    group = context.group if len(context.group) == 2 else context.article_models
    if len(own) == 1 and not any(is_object(sentence, m) for m in before) and len(group) == 2 and own[0].name in {t.name for t in group}:
        return (own[0], next(t for t in group if t.name != own[0].name))
    return ()


def _first_of_pair(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """The first price of "$10 and $30" or "$2.50/$10" when this is the second, which then has the same subject."""
    if quantity.kind != "money" or one_sided(sentence, quantity):
        return None
    before = [q for q in sentence.quantities if q.kind == "money" and q.end <= quantity.start]
    joined = _SECOND.fullmatch(sentence.text, max(before[-1].end, before[-1].per_end), quantity.start) if before else None
    if joined and not ("," in joined.group() and held_against(sentence, quantity) is not None):
        return before[-1]
    return None


def _first_owned(sentence: Sentence, alike: Sequence[Quantity], quantity: Quantity) -> Quantity | None:
    """The first value of "X's 8K and 32K" when this is the second."""
    before = next((q for q in reversed(alike) if q.end <= quantity.start), None)
    if before is None or not re.fullmatch(r"(?:\stokens?)?(?:\sand|\sor|\s/)\s", sentence.text[before.end : quantity.start]):
        return None
    return before if any(sentence.text[m.end : before.start] in {"'s ", "’s "} for m in sentence.mentions) else None


def _named_behind(sentence: Sentence, quantity: Quantity) -> tuple[Target, ...]:
    """ "$2.50 / $10 (GPT-4o)": a pair of prices is that of the model in the parentheses behind it."""
    money = [q for q in sentence.quantities if q.kind == "money" and q.start >= quantity.start] if quantity.kind == "money" else []
    if len(money) > 1 and re.fullmatch(r"\s?/\s?", sentence.text[max(quantity.end, quantity.per_end) : money[1].start]):
        return named_in_parentheses(sentence, max(money[1].end, money[1].per_end))
    return named_in_parentheses(sentence, max(quantity.end, quantity.per_end)) if money else ()
