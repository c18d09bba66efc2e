"""What an attribute is: its cues in prose and in labels, the values it takes, and how it is compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Compare = Literal["number", "count", "price", "score", "date", "modality", "word", "flag", "ratio", "order", "model"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One attribute of the contract.

    `cue` is a regular expression for words in prose that name it; `label` one that a table label, a list label or a
    heading must contain to make it the topic of what follows; `no_cue` words beside a value that take it away from this
    attribute (vocabulary sizes are no context windows). `noun` is its name in messages. All patterns ignore case.
    """

    name: str
    noun: str
    compare: Compare
    unit: str | None = None
    cue: str | None = None
    label: str | None = None
    no_cue: str | None = None
    doc: str = ""
