"""One plain statement: an attribute, its value and its place come in, a reading of the models it is said of goes out."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.phrases import PLANNED
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.subjects import subjects_of


def statement(
    sentence: Sentence, start: int, end: int, attribute: str, value: str | bool, capability: str | None = None, polarity: bool = True
) -> Iterator[Reading]:
    """The reading of one statement, nothing when no model is found that it is said of."""
    targets = subjects_of(sentence, start, end)
    begin, _ = sentence.clause(start)
    planned = PLANNED.search(sentence.text[begin : end + 30]) is not None
    if targets:
        yield Reading(
            attribute=attribute,
            value=value,
            start=start,
            end=end,
            targets=targets,
            capability=capability,
            polarity=polarity,
            stance="planned" if planned else "asserted",
        )
