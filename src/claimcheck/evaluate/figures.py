"""Outcomes come in, figures go out: precision, recall and F1, verdicts, false alarms, missed errors; all plain JSON values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from claimcheck.evaluate.compare import TIER_A, TIER_B, Outcome
from claimcheck.evaluate.gold import Gold

ALARMS = frozenset({"refuted", "outdated", "undisclosed"})


def figures(golds: Sequence[Gold], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Every figure of one evaluation, ready for `json.dumps`."""
    return {
        "articles": len(golds),
        "claims": sum(outcome.wanted is not None for outcome in outcomes),
        **_tiers(outcomes),
        **_verdicts(outcomes, len(golds)),
        "by_attribute": _by(outcomes, lambda o: o.attribute, [*TIER_A, *TIER_B]),
        "by_kind": _by(outcomes, lambda o: o.kind),
        "by_part": {
            part: {**_tiers(chosen), **_verdicts(chosen, len({o.gold.id for o in chosen}))}
            for part in sorted({o.gold.part for o in outcomes if o.gold.part})
            if (chosen := [o for o in outcomes if o.gold.part == part])
        },
    }


def _tiers(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    return {f"tier_{name}": rates(o for o in outcomes if o.attribute in attributes) for name, attributes in (("A", TIER_A), ("B", TIER_B))}


def _by(outcomes: Sequence[Outcome], group: Callable[[Outcome], str], order: Sequence[str] = ()) -> dict[str, Any]:
    names = {group(outcome) for outcome in outcomes}
    ordered = [name for name in order if name in names] or sorted(names)
    return {name: rates(o for o in outcomes if group(o) == name) for name in ordered}


def rates(outcomes: Iterable[Outcome]) -> dict[str, float | int | None]:
    """Hits, false claims, misses and the rates they make; None where there is nothing to divide by."""
    counts = Counter("hit" if o.wanted and o.finding else "missed" if o.wanted else "false" for o in outcomes)
    hit, wrong, missed = counts["hit"], counts["false"], counts["missed"]
    return {
        "precision": share(hit, hit + wrong),
        "recall": share(hit, hit + missed),
        "f1": share(2 * hit, 2 * hit + wrong + missed),
        "hit": hit,
        "false": wrong,
        "missed": missed,
    }


def share(part: int, whole: int) -> float | None:
    """A rate to four digits, None of nothing."""
    return round(part / whole, 4) if whole else None


def _verdicts(outcomes: Sequence[Outcome], articles: int) -> dict[str, Any]:
    judged = [(o.wanted.verdict, o.finding.verdict) for o in outcomes if o.wanted and o.finding and o.wanted.verdict]
    confusion = Counter(f"{wanted}->{given}" for wanted, given in judged)
    alarms = sum(false_alarm(outcome) for outcome in outcomes)
    errors = [o for o in outcomes if o.wanted and o.wanted.verdict in ALARMS]
    missed = sum(o.finding is None or o.finding.verdict not in ALARMS for o in errors)
    return {
        "verdicts": {
            "judged": len(judged),
            "accuracy": share(sum(wanted == given for wanted, given in judged), len(judged)),
            "confusion": dict(sorted(confusion.items())),
        },
        "false_alarms": alarms,
        "false_alarms_per_article": share(alarms, articles),
        "errors": len(errors),
        "missed_errors": missed,
        "error_recall": share(len(errors) - missed, len(errors)),
    }


def false_alarm(outcome: Outcome) -> bool:
    """Whether something right, unknowable or no claim at all is called wrong."""
    if outcome.finding is None or outcome.finding.verdict not in ALARMS:
        return False
    return outcome.wanted is None or (bool(outcome.wanted.verdict) and outcome.wanted.verdict not in ALARMS)
