"""Which checks have grown old: a reference and a day come in, the facts that should be held against their source again go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.reference import asof, trust
from claimcheck.reference.load import Reference
from claimcheck.terms import Fact


@dataclass(frozen=True, slots=True)
class Stale:
    """A fact whose check is old on a day, and why."""

    fact: Fact
    checked: str
    why: str


def stale(reference: Reference, *, as_of: str, days: int = trust.WARN_DAYS) -> list[Stale]:
    """Volatile facts of models still on sale that nobody has checked for `days`, or whose scheduled change is past.

    Oldest check first, then by model. History that was over when it was checked is left out.
    """
    found = [one for id in reference.ids() for one in _of(reference.facts_of(id), as_of, days)]
    return sorted(found, key=lambda one: (one.checked, one.fact.model))


def _of(facts: tuple[Fact, ...], as_of: str, days: int) -> Iterator[Stale]:
    retired = trust.retired_on(facts)
    for fact in facts:
        if not trust.is_ageing(fact, as_of, days, retired=retired):
            continue
        checked = trust.checked_on(fact)
        if trust.past_schedule(fact, as_of):
            due = min(day for day in (fact.since, fact.until) if day and asof.first_day(day) > checked)
            yield Stale(fact, checked, f"a change was due on {due}")
        else:
            yield Stale(fact, checked, f"last checked {checked}")


def lines(found: Iterable[Stale]) -> Iterator[str]:
    """One line a fact: model, what it says, why it should be checked, and where."""
    for one in found:
        fact = one.fact
        what = " ".join(filter(None, (fact.attribute, fact.capability, fact.snapshot, f"({fact.scope})" if fact.scope else None)))
        yield f"{fact.model} {what} = {fact.value}: {one.why}; {', '.join(source.url for source in fact.sources)}\n"
