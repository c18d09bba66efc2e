"""Who else may be meant: a value's models and where it stands come in, the models nearby that it may be said of as well go out.

What a name right beside a value, a table or a label says is firm. What a pronoun, an earlier sentence or a heading above prose
says is a guess at what the writer had in mind, mostly a good one; verdicts have to know which it was.
"""

from __future__ import annotations

from claimcheck.extract.context import distinct
from claimcheck.extract.sentence import ANAPHOR, Sentence, is_object, said_respectively
from claimcheck.extract.subjects import named_beside
from claimcheck.extract.values import Quantity, Target


def rivals(sentence: Sentence, quantity: Quantity, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """Models named nearby, other than `targets`, that a quantity may belong to; () where its own are said in so many words."""
    if _is_firm(sentence, quantity, targets):
        return ()
    context = sentence.context
    own = {target.name for target in targets}
    near = (*distinct(sentence.mentions), *context.group, *context.just_named)
    if _speaks_of_several(sentence):
        near = (*near, *context.section_trail, *context.article_models)
    return tuple({t.name: t for t in near if t.name not in own and (t.id is not None or t.candidates)}.values())


def _is_firm(sentence: Sentence, quantity: Quantity, targets: tuple[Target, ...]) -> bool:
    end = max(quantity.end, quantity.per_end)
    if not sentence.mentions:
        return sentence.context.fixed or (sentence.context.strong and ANAPHOR.search(sentence.text, sentence.start, sentence.end) is None)
    begin, finish = sentence.clause(quantity.start)
    in_clause = [m for m in sentence.mentions if begin <= m.start < finish]
    if len(in_clause) == 1 and targets == (in_clause[0].target,) and not is_object(sentence, in_clause[0]):
        return True
    if said_respectively(sentence, [q for q in sentence.quantities if q.kind == quantity.kind]):
        return True
    return named_beside(sentence, quantity.start, end) == targets


def _speaks_of_several(sentence: Sentence) -> bool:
    """Whether "both", "each", "the latter" or their like stand in the sentence: which models these are is the least certain of all."""
    return any(match["group"] or match["order"] for match in ANAPHOR.finditer(sentence.text, sentence.start, sentence.end))
