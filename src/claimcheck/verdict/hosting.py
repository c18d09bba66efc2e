"""Prices of models that others sell too: a wrong price and its article come in; the open finding goes out where another's price may be meant.

What a model with open weights costs, everyone who serves it says for himself, and who runs it at home pays nobody. An article that speaks of
such hosts often gives their prices without saying whose each is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.reference import asof
from claimcheck.terms import CONVERTED, UNSIDED, Article, Claim, Fact, Finding
from claimcheck.verdict import words
from claimcheck.verdict.outcome import finding

if TYPE_CHECKING:
    from claimcheck.verdict.judge import Judge

_SAME_EVERYWHERE = frozenset({"OpenAI", "Anthropic", "Google", "xAI"})  # whose closed models cost the same wherever they are sold


def of_a_host(found: Finding, judge: Judge, model: str, article: Article) -> Finding | None:
    """The open finding instead of one that calls a price wrong, None where nobody but the developer can be meant."""
    is_open = any(f.value is True for f in asof.in_force(judge.book.facts(model, "open_weights"), judge.as_of))
    if is_open and found.claim.value == 0:
        why = "its weights are open, so that who runs it at home pays nothing"
    elif (is_open or judge.developer(model) not in _SAME_EVERYWHERE) and judge.asked(article, _speaks_of_hosts):
        why = "the article speaks of hosts with prices of their own, and does not say whose this is"
    else:
        return None
    right = words.value(found.claim.attribute, found.expected.value) if found.expected else "another price"
    open_ = finding(found.claim, "nei", "other_channel", f"{why}; {judge.developer(model)} asks {right}")
    return replace(open_, expected=found.expected, sources=found.sources, history=found.history)


def of_condition(claim: Claim, facts: Sequence[Fact], developer: str) -> Finding | None:
    """The open finding for a wrong price of which no word says the side, or that is converted from another currency; None for others."""
    right = words.value(claim.attribute, facts[0].value)
    if claim.condition == UNSIDED:
        message = f"no word says here whether it is asked for input or output; the {words.noun(claim)} is {right}"
        return finding(claim, "nei", "ambiguous", message, facts=facts[:2])
    if claim.condition == CONVERTED:
        message = f"in dollars {developer} asks {right}; this is what another currency's price comes to"
        return finding(claim, "nei", "other_channel", message, facts=facts[:2])
    return None


def _speaks_of_hosts(article: Article) -> bool:
    from claimcheck.extract.hosts import host_named

    return host_named(article.text) is not None
