"""Percentages and factors as shares: "60%" or "3x" and whether it is more or less come in, the ratio of the two things compared goes out."""

from __future__ import annotations

from claimcheck.extract.values import Quantity


def share(quantity: Quantity, down: bool) -> float:
    """The ratio that a number states: 0.4 of "60% less", 1.6 of "60% more", a third of "3x less"."""
    if quantity.kind == "percent":
        return 1 - quantity.value / 100 if down else 1 + quantity.value / 100
    return 1 / quantity.value if down and quantity.value else quantity.value


def share_to(quantity: Quantity, down: bool) -> float | None:
    """The same of the upper end of a range, None where there is none."""
    if quantity.value_to is None:
        return None
    value = quantity.value_to
    if quantity.kind == "percent":
        return 1 - value / 100 if down else 1 + value / 100
    return 1 / value if down else value


def left_of(quantity: Quantity, value: float) -> float:
    """What is left of a thing that is cut by a number: 0.4 of "60%", a half of "half", a tenth of "10x"."""
    if quantity.kind == "percent":
        return 1 - value / 100
    return 1 / value if value > 1 else 1 - value
