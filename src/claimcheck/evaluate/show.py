"""Figures and outcomes come in, text for a terminal goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.evaluate.compare import Outcome
from claimcheck.evaluate.figures import false_alarm


def text(figures: dict[str, Any]) -> str:
    """The figures as tables of fixed width, ending with a line end."""
    lines = [f"{figures['articles']} articles, {figures['claims']} expected claims", "", *_header("tier")]
    lines += [_row("A: numbers and dates", figures["tier_A"]), _row("B: all others", figures["tier_B"])]
    for part, own in figures["by_part"].items():
        lines += [_row(f"A, {part}", own["tier_A"]), _row(f"B, {part}", own["tier_B"])]
    for title, group in (("attribute", "by_attribute"), ("kind of writing", "by_kind")):
        lines += ["", *_header(title), *(_row(name, row) for name, row in figures[group].items())]
    return "\n".join([*lines, "", *_verdicts(figures)]) + "\n"


def _header(title: str) -> list[str]:
    return [f"{title:<22}{'precision':>10}{'recall':>8}{'F1':>8}{'hit':>7}{'false':>7}{'missed':>8}"]


def _row(name: str, row: dict[str, Any]) -> str:
    rates = (("precision", 10), ("recall", 8), ("f1", 8))
    counts = (("hit", 7), ("false", 7), ("missed", 8))
    return f"{name:<22}" + "".join(f"{number(row[k]):>{w}}" for k, w in rates) + "".join(f"{row[k]:>{w}}" for k, w in counts)


def number(rate: float | None) -> str:
    """0.9133 -> "0.913", None -> "-"."""
    return "-" if rate is None else f"{rate:.3f}"


def _verdicts(figures: dict[str, Any]) -> Iterator[str]:
    verdicts = figures["verdicts"]
    wrong = {pair: count for pair, count in verdicts["confusion"].items() if len(set(pair.split("->"))) == 2}
    yield f"verdict accuracy {number(verdicts['accuracy'])} on {verdicts['judged']} claims found whose verdict is known"
    yield from (f"  should be {pair.split('->')[0]}, given {pair.split('->')[1]}: {count}" for pair, count in wrong.items())
    yield f"false alarms: {figures['false_alarms']} = {number(figures['false_alarms_per_article'])} per article"
    yield f"errors of the articles missed: {figures['missed_errors']} of {figures['errors']}"
    for part, own in figures["by_part"].items():
        accuracy, alarms = number(own["verdicts"]["accuracy"]), number(own["false_alarms_per_article"])
        yield f"  {part}: verdict accuracy {accuracy}, false alarms {alarms} per article, errors missed {own['missed_errors']} of {own['errors']}"


def errors(outcomes: Sequence[Outcome]) -> str:
    """One line for everything missed, found without being there, or judged otherwise than expected."""
    return "".join(f"{line}\n" for outcome in outcomes for line in _error(outcome))


def _error(outcome: Outcome) -> Iterator[str]:
    wanted, finding, place = outcome.wanted, outcome.finding, f"{outcome.gold.id} ({outcome.kind})"
    if finding is None and wanted is not None:
        detail = wanted.benchmark or wanted.capability or ""
        yield f"{place}: missed {' '.join([*wanted.names[:1], wanted.attribute, detail])} {wanted.value!r} <- {wanted.context!r}"
    elif wanted is None and finding is not None:
        claim = finding.claim
        around = outcome.gold.text[max(0, claim.start - 40) : claim.end + 25]
        detail = claim.benchmark or claim.capability or ""
        alarm = "FALSE ALARM" if false_alarm(outcome) else "false"
        yield f"{place}: {alarm} {claim.subject.name} {claim.attribute} {detail} {claim.value!r} [{finding.verdict}] <- {around!r}"
    elif wanted is not None and finding is not None and wanted.verdict and wanted.verdict != finding.verdict:
        alarm = "FALSE ALARM" if false_alarm(outcome) else "verdict"
        yield f"{place}: {alarm} {finding.verdict}, should be {wanted.verdict}: {wanted.names[0]} {wanted.attribute} {wanted.value!r} ({wanted.truth})"
