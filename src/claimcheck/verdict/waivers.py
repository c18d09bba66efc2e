"""A checked article in, the same with what its own comments waive out.

`<!-- claimcheck: ignore input_price, outdated: launch price, meant so -->`: what is covered and named is waived, for the reason behind the
colon; without names, everything that is covered. `ignore-start` … `ignore-end` cover what stands between them. What is waived stays in the
report as waived, and what is supported needs no waiver. A comment that waives nothing is told too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from claimcheck.articles import comments
from claimcheck.articles.comments import Comment
from claimcheck.attributes import ALL
from claimcheck.errors import nearest
from claimcheck.terms import VERDICTS, Article, Checked, Finding, Inconsistency, Place, UnusedWaiver
from claimcheck.verdict.waiver_reach import Range, Reach

WORDS = ("ignore", "ignore-start", "ignore-end")
CLASHES = ("inconsistent", "contradiction", "arithmetic")
_SAID = re.compile(r"(?P<word>[\w-]{1,40})(?P<names>[^:]{0,900})(?::(?P<reason>.*))?\Z", re.DOTALL)
_MOST = 8  # comments that are heard for one place
_NEWLINE = re.compile(r"\r\n|\r|\n")

Why = Callable[[str | None, tuple[str, ...], Iterable[tuple[int, int]]], str | None]


@dataclass(slots=True)
class Waiver:
    """What one comment waives: only the attributes and verdicts (or kinds of inconsistency) it names, if any; why it waives nothing."""

    comment: Comment
    word: str = ""
    attributes: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    reason: str = ""
    used: bool = False
    fault: tuple[str, str] | None = None

    def takes(self, attribute: str | None, kinds: tuple[str, ...]) -> bool:
        """Whether it waives a finding of this attribute and verdict; an inconsistency has no attribute but two names."""
        return (not self.attributes or attribute in self.attributes) and (not self.verdicts or not self.verdicts.isdisjoint(kinds))


@dataclass(slots=True)
class _Cover:
    """The ranges of one kind in order, each with its waivers."""

    ranges: dict[Range, list[Waiver]] = field(default_factory=dict)
    order: list[Range] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def over(self, start: int, end: int) -> list[Waiver]:
        if len(self.order) != len(self.ranges):
            self.order = sorted(self.ranges)
            self.starts = [each.start for each in self.order]
        index = bisect_left(self.starts, end) - 1
        return self.ranges[self.order[index]] if index >= 0 and self.order[index].end > start else []


def applied(checked: Checked) -> Checked:
    """The article with its waived findings and inconsistencies marked, and the comments that waive nothing."""
    found = comments.find(checked.article.text)
    if not found:
        return checked
    reach = Reach(checked.article)
    waivers = [parse(comment) for comment in found if not reach.shown(comment)]
    covers = _covers(waivers, reach)

    def reason(attribute: str | None, kinds: tuple[str, ...], spots: Iterable[tuple[int, int]]) -> str | None:
        for start, end in spots:
            for cover in covers:
                for waiver in cover.over(start, end):
                    if waiver.takes(attribute, kinds):
                        waiver.used = True
                        return waiver.reason
        return None

    findings = tuple(_finding(each, reason) for each in checked.findings)
    inconsistencies = tuple(_inconsistency(each, reason) for each in checked.inconsistencies)
    return replace(checked, findings=findings, inconsistencies=inconsistencies, unused_waivers=tuple(_unused(checked.article, waivers)))


def parse(comment: Comment) -> Waiver:
    """What a comment says; a `fault` when that cannot be understood."""
    match = _SAID.match(comment.said.strip())
    word = match["word"].lower() if match else ""
    if match is None or word not in WORDS:
        hint = nearest(word, list(WORDS))
        return Waiver(comment, fault=("unknown_word", f"‘{comment.said[:40]}’ is nothing that claimcheck understands{hint}"))
    names = ["_".join(re.split(r"[\s_-]+", name.strip().lower())) for name in match["names"].split(",") if name.strip()]
    known = [*ALL, *VERDICTS, *CLASHES]
    for name in names:
        if name not in known:
            message = f"‘{name}’ is no attribute and no verdict{nearest(name, known)}; a reason stands behind a colon"
            return Waiver(comment, fault=("unknown_name", message))
    attributes, verdicts = frozenset(names) & set(ALL), frozenset(names) - set(ALL)
    return Waiver(comment, word, attributes, verdicts, (match["reason"] or "").strip())


def _covers(waivers: list[Waiver], reach: Reach) -> tuple[_Cover, ...]:
    """What covers what, the narrowest first; regions do not nest, and one without an end covers nothing."""
    covers = {kind: _Cover() for kind in ("line", "block", "table", "region")}
    begun: Waiver | None = None
    for waiver in waivers:
        place: Range | None = None
        holder = waiver
        if waiver.word == "ignore":
            place = reach.of(waiver.comment)
        elif waiver.word == "ignore-start" and begun is None:
            begun = waiver
        elif waiver.word == "ignore-start":
            waiver.fault = ("open_already", "another ignore-start is open here; the first ignore-end closes it")
        elif waiver.word == "ignore-end" and begun is None:
            waiver.fault = ("no_start", "there is no ignore-start before this ignore-end")
        elif waiver.word == "ignore-end" and begun is not None:
            place, holder, waiver.used = Range("region", begun.comment.end, waiver.comment.start), begun, True
            begun = None
        if place is not None:
            heard = covers[place.kind].ranges.setdefault(place, [])
            if len(heard) < _MOST:
                heard.append(holder)
    if begun is not None:
        begun.fault = ("no_end", "this ignore-start has no ignore-end, so it waives nothing")
    return tuple(covers.values())


def _finding(finding: Finding, reason: Why) -> Finding:
    if finding.verdict == "supported":
        return finding
    claim = finding.claim
    why = reason(claim.attribute, (finding.verdict,), ((claim.start, claim.end),))
    return finding if why is None else replace(finding, waived=why)


def _inconsistency(item: Inconsistency, reason: Why) -> Inconsistency:
    why = reason(None, ("inconsistent", item.kind), ((place.start, place.end) for place in item.places))
    return item if why is None else replace(item, waived=why)


def _unused(article: Article, waivers: list[Waiver]) -> Iterator[UnusedWaiver]:
    left = [waiver for waiver in waivers if waiver.fault is not None or not waiver.used]
    if not left:
        return
    lines = [0, *(match.end() for match in _NEWLINE.finditer(article.text))]
    for waiver in left:
        start, end, _ = waiver.comment
        line = bisect_left(lines, start + 1)
        place = Place(article.text[start:end], start, end, line, start - lines[line - 1] + 1)
        yield UnusedWaiver(place, *(waiver.fault or ("nothing_waived", "it covers nothing that is wrong or open, or names something else")))
