"""GitHub annotations: a Report in, one workflow command a problem out, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.report import words
from claimcheck.report.places import end_of
from claimcheck.report.summary import ordered
from claimcheck.terms import Checked, Finding

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream

_LEVELS = {"refuted": "error", "undisclosed": "error", "outdated": "warning", "nei": "notice"}


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """Problems, inconsistencies, unused waivers and unread articles, nothing that is waived; with `verbose` also what could not be judged."""
    return (f"{line}\n" for checked in report.articles for line in _article(checked, verbose=look.verbose))


def _article(checked: Checked, *, verbose: bool) -> Iterator[str]:
    path = checked.article.path
    if checked.article.error is not None:
        yield _command("error", "Article not read", checked.article.error, file=path)
    for finding in ordered(checked):
        if words.is_problem(finding) or (verbose and finding.verdict == "nei" and finding.waived is None):
            yield _finding(path, finding)
    for item in (each for each in checked.inconsistencies if each.waived is None):
        for place in item.places[:1]:
            line, column = end_of(place.quote, place.line, place.column)
            others = ", ".join(f"line {other.line}" for other in item.places[1:])
            message = f"{item.message} (see {others})" if others else item.message
            yield _command("warning", f"{words.INCONSISTENT} {item.kind}", message, file=path, line=place.line,
                           col=place.column, endLine=line, endColumn=column)  # fmt: skip
    for unused in checked.unused_waivers:
        line, column = end_of(unused.place.quote, unused.place.line, unused.place.column)
        yield _command("warning", "Unused waiver", unused.message, file=path, line=unused.place.line, col=unused.place.column,
                       endLine=line, endColumn=column)  # fmt: skip


def _finding(path: str, finding: Finding) -> str:
    claim = finding.claim
    title = f"{words.SYMBOL[finding.verdict]} {words.WORD[finding.verdict]}: {claim.subject.name}, {words.attribute(claim)}"
    parts = [f"“{' '.join(claim.quote.split())}”: {finding.message}"]
    if finding.expected is not None and finding.verdict != "nei":
        parts.append(f"Right: {words.expected(finding.expected)}")
    if finding.suggestion is not None:
        parts.append(f"Write: {finding.suggestion.replacement}")
    parts += [f"{source.url} ({words.source_kind(source)}, checked {source.checked})" for source in finding.sources[:1]]
    line, column = end_of(claim.quote, claim.line, claim.column)
    return _command(_LEVELS[finding.verdict], title, "\n".join(parts), file=path, line=claim.line, col=claim.column,
                    endLine=line, endColumn=column)  # fmt: skip


def _command(level: str, title: str, message: str, **properties: object) -> str:
    """`::error file=a.md,line=1::message`, escaped as actions/toolkit does, so that no text can begin a command of its own."""
    given = {**properties, "title": title}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in given.items())
    return f"::{level} {listed}::{_message(message)}"


def _message(text: str) -> str:
    clean = "".join(character if character.isprintable() or character in "\r\n" else "\ufffd" for character in text)
    return clean.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
