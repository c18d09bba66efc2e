"""Who else may be meant: a value's models and where it stands come in, the models nearby that it may be said of as well go out.

What a name right beside a value, a table or a label says is firm. What a pronoun, an earlier sentence or a heading above prose
says is a guess at what the writer had in mind, mostly a good one; verdicts have to know which it was.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from claimcheck.extract.context import distinct
from claimcheck.extract.sentence import ANAPHOR, Sentence, is_object, respectively, said_respectively
from claimcheck.extract.subjects import named_beside
from claimcheck.extract.values import Quantity, Target

_JOINT = re.compile(r"(?:\stokens)?(?:,|\s?/|,?\sand|,?\sor)\s?")


def rivals(sentence: Sentence, quantity: Quantity, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """Models named nearby, other than `targets`, that a quantity may belong to.

    Where its own are said in so many words, only those that a short name may stand for as well.
    """
    own = {target.name for target in targets}
    meant = {other.name: other for target in targets for other in target.meant if other.name not in own}
    if _is_firm(sentence, quantity, targets):
        return tuple(meant.values())
    context = sentence.context
    near = (*meant.values(), *distinct(sentence.mentions), *context.group, *context.just_named)
    if sentence.speaks_of_several():
        near = (*near, *context.section_trail, *context.article_models)
    return tuple({t.name: t for t in near if t.name not in own and (t.id is not None or t.candidates)}.values())


def spoken_of(sentence: Sentence, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """Models of the same section, other than `targets`, that a statement without a number may be about where its sentence names none."""
    context, own = sentence.context, {target.name for target in targets}
    alone = {t.name for t in context.just_named} <= own and (context.strong or {t.name for t in context.block_trail} == own)
    if sentence.mentions or context.fixed or alone:
        return ()
    near = (*context.group, *context.just_named, *context.section_trail)
    return tuple({t.name: t for t in near if t.name not in own and (t.id is not None or t.candidates)}.values())


def _is_firm(sentence: Sentence, quantity: Quantity, targets: tuple[Target, ...]) -> bool:
    if not sentence.mentions:
        if sentence.speaks_of_several():
            return _in_order(sentence) and len(sentence.context.just_named) == 2
        others = {target.name for target in sentence.context.just_named} - {target.name for target in targets}
        return sentence.context.fixed or (sentence.context.strong and not others and not sentence.points_back())
    if sentence.context.label_text and sentence.context.strong and targets == sentence.context.subjects:
        return True
    alike = [q for q in sentence.quantities if q.kind == quantity.kind]
    beside = named_beside(sentence, quantity.start, max(quantity.end, quantity.per_end)) == targets
    if sentence.speaks_of_several() and not beside and not any(m.end <= quantity.start for m in sentence.mentions):
        return False  # "Both are huge: 128K holds a novel, and X's holds two"
    if respectively(sentence, alike) and (said_respectively(sentence, alike) or _in_a_row(sentence, alike)):
        return True
    return _only_name(sentence, quantity, alike, targets) or beside


def _only_name(sentence: Sentence, quantity: Quantity, alike: Sequence[Quantity], targets: tuple[Target, ...]) -> bool:
    """Whether the only model named in the clause, or since the last value of the kind, is the value's own."""
    begin, finish = sentence.clause(quantity.start)
    last = max((q.end for q in alike if q.end <= quantity.start), default=sentence.start)
    for near in (
        [m for m in sentence.mentions if begin <= m.start < finish],
        [m for m in sentence.mentions if last <= m.start and m.end <= quantity.start],
    ):
        if len(near) == 1 and targets == (near[0].target,) and not is_object(sentence, near[0]):
            return True
    return False


def _in_a_row(sentence: Sentence, alike: Sequence[Quantity]) -> bool:
    """ "A / B: 128K / 200K": values with nothing between them are dealt out in order."""
    return all(_JOINT.fullmatch(sentence.text[max(a.end, a.per_end) : b.start]) for a, b in itertools.pairwise(alike))


def _in_order(sentence: Sentence) -> bool:
    """Whether "the former" or "the latter" stands in the sentence."""
    return any(match["order"] for match in ANAPHOR.within(sentence))
