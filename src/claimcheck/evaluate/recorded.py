"""The recorded figures: a file that an evaluation must not fall below, and that only a better one may change.

The file names the articles it was measured on. While they stay the same a recorded figure can only rise; with articles
added or taken away there is nothing to compare, and recording begins anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.evaluate.gold import Gold

HIGHER = ("tier_A.precision", "tier_A.recall", "tier_A.f1", "tier_B.precision", "tier_B.recall", "tier_B.f1", "verdicts.accuracy", "error_recall")
LOWER = ("false_alarms",)


def kept(figures: dict[str, Any], golds: Sequence[Gold]) -> dict[str, Any]:
    """What is recorded of an evaluation: the articles, the figures as a whole and by part, recall and precision by attribute."""
    whole = dict(_chosen(figures))
    for part, own in figures["by_part"].items():
        whole |= {f"{part}.{name}": value for name, value in _chosen(own)}
    return {"articles": sorted(gold.id for gold in golds), "figures": whole}


def _chosen(figures: dict[str, Any]) -> Iterator[tuple[str, float]]:
    for name in (*HIGHER, *LOWER):
        value: Any = figures
        for key in name.split("."):
            value = value[key]
        if value is not None:
            yield name, value


def read(path: str) -> dict[str, Any]:
    """Recorded figures. Raises UsageError when the file is missing or is none of this kind."""
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        return {"articles": list(data["articles"]), "figures": dict(data["figures"])}
    except FileNotFoundError:
        raise UsageError(f"{path}: no such file of recorded figures") from None
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: no recorded figures: {error}") from None


def dropped(recorded: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """One line for every recorded figure that got worse, or is no longer measured."""
    lines = []
    for name, before in recorded["figures"].items():
        value = now["figures"].get(name)
        if value is None:
            lines.append(f"{name} was {before}, and is not measured any more")
        elif worse(name, value, before):
            lines.append(f"{name} was {before}, is {value}")
    return lines


def worse(name: str, value: float, before: float) -> bool:
    """Whether a figure fell (or rose, for those that should be low) by more than rounding."""
    return value > before + 1e-6 if name.endswith(LOWER) else value < before - 1e-6


def raised(recorded: dict[str, Any] | None, now: dict[str, Any]) -> dict[str, Any]:
    """The figures to record: the better of both on the same articles, the new ones on others."""
    if recorded is None or recorded["articles"] != now["articles"]:
        return now
    best = dict(now["figures"])
    for name, before in recorded["figures"].items():
        if name not in best or worse(name, best[name], before):
            best[name] = before
    return {"articles": now["articles"], "figures": best}


def write(path: str, record: dict[str, Any]) -> None:
    """The file, one figure a line, so that a change shows in a review."""
    Path(path).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
