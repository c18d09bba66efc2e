"""Items and a plan in, checked articles or their finished lines out, in the order of the items: here or over processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from claimcheck.reference.load import Reference
from claimcheck.scale import outcome, worker
from claimcheck.scale.items import Item
from claimcheck.scale.outcome import Outcome
from claimcheck.scale.worker import Plan
from claimcheck.terms import Checked

I = TypeVar("I")  # noqa: E741
T = TypeVar("T")

__all__ = ["Plan", "iter_checked", "iter_outcomes", "iter_pages"]

FEW = 12  # so many articles are done sooner than a second process is ready


def iter_checked(items: Iterable[Item], plan: Plan, *, jobs: int | None = None, book: Reference | None = None) -> Iterator[Checked]:
    """Each article as soon as it and all before it are checked; `jobs` is by default the number of cores."""
    return _each(items, partial(worker.Task, plan, book), outcome.failed_checked, jobs)


def iter_outcomes(items: Iterable[Item], plan: Plan, *, jobs: int | None = None, book: Reference | None = None) -> Iterator[Outcome]:
    """As `iter_checked`, but only the finished lines: for runs over more articles than memory holds."""
    return _each(items, partial(outcome.Task, plan, book), outcome.failed, jobs)


def iter_pages(items: Iterable[Item], plan: Plan, folder: str, *, jobs: int | None = None, book: Reference) -> Iterator[Checked]:
    """As `iter_checked`, without text; each article's page is written into a folder that `report.folder` prepared."""
    from claimcheck.scale import pages

    failed = partial(pages.failed, folder=folder, as_of=plan.as_of, reference=book.info)
    return _each(enumerate(items, 1), partial(pages.Task, plan, book, folder), failed, jobs)


def _each(items: Iterable[I], make: Callable[[], Any], failed: Callable[[I, str], T], jobs: int | None) -> Iterator[T]:
    from claimcheck.scale.serve import cores

    jobs = jobs or cores()
    queue = iter(items)
    head = list(islice(queue, FEW)) if jobs > 1 else []
    if jobs == 1 or len(head) < FEW:
        yield from _here(chain(head, queue), make)
        return
    from claimcheck.scale.pool import Pool

    yield from Pool(make, failed, jobs=jobs).run(chain(head, queue))


def _here(items: Iterable[Any], make: Callable[[], Any]) -> Iterator[Any]:
    task = None
    try:
        for item in items:
            task = task or make()
            yield task(item)
    finally:
        if task:
            task.close()
