"""Numbered items in, their pages in a folder out: the process that checks an article writes its page too, and sends only findings on."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.reference.load import Reference
from claimcheck.report.folder import Pages
from claimcheck.scale.items import Item
from claimcheck.scale.outcome import failed_checked
from claimcheck.scale.worker import Plan, Worker, trimmed
from claimcheck.terms import Checked, ReferenceInfo

Numbered = tuple[int, Item]


class Task:
    """The task of a worker process that checks articles and writes their pages."""

    def __init__(self, plan: Plan, book: Reference | None, folder: str) -> None:
        self._worker = Worker(plan, book)
        self._pages = Pages(folder, as_of=plan.as_of, reference=self._worker.book.info)
        self.close = self._worker.close

    def __call__(self, numbered: Numbered) -> Checked:
        """The checked article without its text, when its page is written."""
        number, item = numbered
        checked = self._worker.check(item)
        self._pages.put(number, checked)
        return replace(checked, article=trimmed(checked.article, "findings"))


def failed(numbered: Numbered, reason: str, *, folder: str, as_of: str, reference: ReferenceInfo) -> Checked:
    """An article that could not be checked; its page says why."""
    number, item = numbered
    checked = failed_checked(item, reason)
    Pages(folder, as_of=as_of, reference=reference).put(number, checked)
    return checked
