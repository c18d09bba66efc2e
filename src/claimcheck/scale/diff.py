"""Two runs over the same articles in, what became wrong and what was mended out; a claim that only moved is the same claim.

A claim is known by its article, what it says and in which words, never by line or offset. What an article says twice in the
same words counts twice.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.report.json_ import article_object
from claimcheck.terms import Checked

WRONG = ("refuted", "undisclosed", "outdated", "inconsistent")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One claim whose verdict is not what it was; None where there was, or is, no such claim."""

    path: str
    line: int
    quote: str
    message: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What became wrong since the old run, what was wrong and is no more, and how many are as wrong as they were."""

    wrong: tuple[Change, ...]
    mended: tuple[Change, ...]
    same: int


def difference(old: str, new: str) -> Difference:
    """Compare two files of results. Raises UsageError for a file that is none."""
    before, after = _found(old), _found(new)
    wrong, mended, same = [], [], 0
    for key in sorted({*before, *after}):
        was, now = before.get(key, []), after.get(key, [])
        for index in range(max(len(was), len(now))):
            one, two = (side[index] if index < len(side) else None for side in (was, now))
            bad_before, bad_after = one is not None and one[0] in WRONG, two is not None and two[0] in WRONG
            same += bad_before and bad_after and one is not None and two is not None and one[0] == two[0]
            if two is not None and bad_after and (one is None or one[0] != two[0]):
                wrong.append(Change(key[0], two[1], two[2], two[3], one and one[0], two[0]))
            elif one is not None and bad_before and not bad_after:
                mended.append(Change(key[0], two[1] if two else one[1], one[2], one[3], one[0], two and two[0]))
    return Difference(_sorted(wrong), _sorted(mended), same)


def _sorted(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: (change.path, change.line, change.quote, change.message)))


class Baseline:
    """What was wrong in an earlier run and is to be passed over."""

    def __init__(self, path: str) -> None:
        self._known: Counter[tuple[Key, str]] = Counter()
        for article in articles(path):
            self._known.update((key, verdict) for key, (verdict, *_) in _claims(article) if verdict in WRONG)
        self.passed = 0

    def without(self, checked: Checked) -> Checked:
        """The article without what is known to be wrong in it; what is right or open stays."""
        findings = tuple(item for item in checked.findings if self._is_new(replace(checked, findings=(item,), inconsistencies=())))
        inconsistencies = tuple(item for item in checked.inconsistencies if self._is_new(replace(checked, findings=(), inconsistencies=(item,))))
        return replace(checked, findings=findings, inconsistencies=inconsistencies)

    def _is_new(self, alone: Checked) -> bool:
        """Whether the one thing found in an article is right, or not known to be wrong."""
        key, (verdict, *_) = next(_claims(article_object(alone)))
        if verdict not in WRONG or self._known[key, verdict] <= 0:
            return True
        self._known[key, verdict] -= 1
        self.passed += 1
        return False


def articles(path: str) -> Iterator[dict[str, Any]]:
    """The article objects of a file of results, JSON Lines or one JSON report. Raises UsageError when it is none."""
    try:
        with Path(path).open(encoding="utf-8") as file:
            first = file.readline()
            if first.strip() == "{":
                yield from json.loads(first + file.read())["articles"]
                return
            for line in chain((first,), file):
                if line.strip():
                    article = json.loads(line)
                    if not {"path", "findings", "inconsistencies"} <= article.keys():
                        raise ValueError(line)
                    yield article
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(f"{path} is no result of claimcheck --format jsonl or json") from None


Found = tuple[str, int, str, str]  # verdict, line, quote, message


def _found(path: str) -> dict[Key, list[Found]]:
    found: dict[Key, list[Found]] = {}
    for article in articles(path):
        for key, claim in _claims(article):
            found.setdefault(key, []).append(claim)
    return found


def _claims(article: dict[str, Any]) -> Iterator[tuple[Key, Found]]:
    for finding in article["findings"]:
        claim, other = finding["claim"], finding["claim"]["other"] or {}
        said = [claim[name] for name in ("attribute", "value", "op", "stance", "polarity", "benchmark", "capability", "base")]
        parts = (claim["subject"]["name"], *said, other.get("name"), _words(claim["quote"]))
        yield (article["path"], *map(str, parts)), (_verdict(finding, finding["verdict"]), claim["line"], claim["quote"], finding["message"])
    for item in article["inconsistencies"]:
        places = item["places"]
        parts = (item["kind"], *(_words(place["quote"]) for place in places), item["message"])
        yield (article["path"], *parts), (_verdict(item, "inconsistent"), places[0]["line"], places[0]["quote"], item["message"])


def _verdict(item: dict[str, Any], said: str) -> str:
    return said if item.get("waived") is None else "waived"


def _words(quote: str) -> str:
    return " ".join(quote.split()).casefold()
