"""What an attribute is: its name for people, the labels that name it, its unit, and how its values are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Compare = Literal["number", "count", "price", "score", "date", "modality", "word", "flag", "ratio", "order", "model"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One attribute of the contract.

    `label` is a regular expression that a table label, a list label or a heading must contain to make the attribute the
    topic of what follows. `noun` is its name in messages. All patterns ignore case.
    """

    name: str
    noun: str
    compare: Compare
    unit: str | None = None
    label: str | None = None
    doc: str = ""
