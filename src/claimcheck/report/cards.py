"""What a card of the HTML report says: one Finding in, a flat value of ready words out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from claimcheck.report import timeline, words
from claimcheck.terms import Article, Expected, Finding, Source

_QUOTES = re.compile(r"""[ "'<>\\^`{|}]""")


@dataclass(frozen=True, slots=True)
class Dated:
    """One line of the history: a value, its dates, whether it holds on the day of the report, whether it was said."""

    value: str
    period: str
    current: bool
    said: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A source; `href` is None when the address is not plainly http or https, then it is only shown."""

    href: str | None
    label: str
    address: str
    kind: str
    checked: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that is shown of one finding."""

    id: str
    anchor: str
    verdict: str
    kind: str  # what filters go by and how it looks: the verdict, or "waived"
    waived: str | None
    symbol: str
    word: str
    subject: str
    unknown: bool
    attribute: str
    group: str  # the attribute that filters go by
    quote: str
    said: str
    was: str | None
    right: str | None
    brief: tuple[str, str | None]  # what is said and what is right, in as few words as they need
    message: str
    reason: str
    arithmetic: str | None
    history: tuple[Dated, ...]
    line: timeline.Line | None
    links: tuple[Link, ...]
    old: str | None
    new: str | None


def card(article: Article, finding: Finding, *, id: str, anchor: str, as_of: str) -> Card:
    """The card of one finding."""
    claim, suggestion = finding.claim, finding.suggestion
    earlier = words.was_right(finding)
    return Card(
        id=id,
        anchor=anchor,
        verdict=finding.verdict,
        kind=finding.verdict if finding.waived is None else "waived",
        waived=None if finding.waived is None else words.waived(finding),
        symbol=words.SYMBOL[finding.verdict],
        word=words.WORD[finding.verdict],
        subject=claim.subject.name,
        unknown=claim.subject.id is None,
        attribute=words.attribute(claim),
        group=words.group(claim.attribute),
        quote=" ".join(claim.quote.split()),
        said=words.claimed(claim),
        was=words.expected(earlier) if earlier else None,
        right=words.expected(finding.expected) if finding.expected else None,
        brief=words.brief(finding),
        message=finding.message,
        reason=finding.reason.replace("_", " "),
        arithmetic=finding.arithmetic,
        history=tuple(_dated(item, finding, as_of) for item in finding.history),
        line=timeline.line(finding, as_of=as_of, published=article.published),
        links=tuple(link(source) for source in finding.sources),
        old=article.text[suggestion.start : suggestion.end] if suggestion else None,
        new=suggestion.replacement if suggestion else None,
    )


def _dated(item: Expected, finding: Finding, as_of: str) -> Dated:
    begun = item.since is None or item.since <= as_of
    over = item.until is not None and item.until <= as_of
    return Dated(
        value=words.value(item.value, item.unit),
        period=words.period(item.since, item.until) or "dates not known",
        current=begun and not over,
        said=item.value == finding.claim.value,
    )


def link(source: Source) -> Link:
    """A source as a link when its address is safe to follow, and else as words."""
    address = source.url
    host = _host(address)
    return Link(
        href=address if host else None,
        label=source.title or host or address,
        address=address,
        kind=words.source_kind(source),
        checked=source.checked,
    )


def _host(address: str) -> str | None:
    """The host of an http or https address without white space, controls or quotes; None for anything else."""
    if not address.isprintable() or _QUOTES.search(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return host.removeprefix("www.")
