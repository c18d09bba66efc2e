"""How far a fact may be trusted on a date: a fact and the day of judgement come in, whether it may refute goes out.

Most of what a vendor says of a model stays true. Prices, limits and whether a model is on sale do not: they are volatile,
and an old check of them still supports a claim but no longer refutes one. The day of judgement is the day that an
article is judged as of; checks made after it count as fresh.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from claimcheck.reference.asof import first_day, last_day
from claimcheck.terms import Fact

MAX_AGE_DAYS = 180
WARN_DAYS = 60
VETTED = frozenset({"primary", "mirror", "lineages"})
VOLATILE = frozenset(
    {
        "input_price", "output_price", "cached_input_price", "batch_input_price", "batch_output_price",
        "context_window", "input_limit", "max_output_tokens", "retirement_date", "data_retention", "capability",
    }
)  # fmt: skip


def may_refute(fact: Fact, as_of: str, max_age_days: int = MAX_AGE_DAYS, *, retired: str | None = None) -> bool:
    """Whether a claim that disagrees with this fact may be called wrong on the day `as_of`.

    Only a vetted fact may (grade primary, mirror or lineages, not a plan). A volatile one must also be fresh: checked at
    most `max_age_days` before, and no change that was still ahead when it was checked may lie between check and judgement.
    `retired` is the day on which the model went off sale (`retired_on`): what was checked after it can change no more.
    """
    if fact.grade not in VETTED or fact.stance == "planned":
        return False
    if not is_volatile(fact, retired=retired):
        return True
    return not past_schedule(fact, as_of) and _age(fact, as_of) <= max_age_days


def is_ageing(fact: Fact, as_of: str, warn_days: int = WARN_DAYS, *, retired: str | None = None) -> bool:
    """Whether a report that rests on this fact should say that its check is old: volatile and older than `warn_days`,
    or past a change that was only announced when it was checked."""
    return is_volatile(fact, retired=retired) and (past_schedule(fact, as_of) or _age(fact, as_of) > warn_days)


def is_volatile(fact: Fact, *, retired: str | None = None) -> bool:
    """Whether the world may have changed since the check: a price, limit or status that was in force or still ahead then."""
    if fact.attribute not in VOLATILE:
        return False
    checked = checked_on(fact)
    if fact.until is not None and first_day(fact.until) <= checked:
        return False  # it had ended when it was checked: history
    return retired is None or last_day(retired) > checked


def past_schedule(fact: Fact, as_of: str) -> bool:
    """Whether a change that lay ahead at the check (a price from 1 December, the end of a promotion) is due on `as_of`."""
    checked, day = checked_on(fact), last_day(as_of)
    return any(bound is not None and checked < first_day(bound) <= day for bound in (fact.since, fact.until))


def checked_on(fact: Fact) -> str:
    """The ISO day of the newest check of a fact; long ago for a fact without sources."""
    return max((source.checked for source in fact.sources), default="0001-01-01")


def retired_on(facts: Iterable[Fact]) -> str | None:
    """When the model that these facts are about went (or goes) off sale, None while nothing says so.

    Dates of single snapshots do not count: the model goes on without them.
    """
    dates = [
        fact.value
        for fact in facts
        if fact.attribute == "retirement_date" and fact.snapshot is None and fact.stance == "asserted" and isinstance(fact.value, str)
    ]
    return max(dates, default=None)


def _age(fact: Fact, as_of: str) -> int:
    """Days from the newest check to the first day of `as_of`; negative when it was checked later."""
    return (date.fromisoformat(first_day(as_of)) - date.fromisoformat(first_day(checked_on(fact)))).days
