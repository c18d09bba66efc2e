"""What a run with the fixed seed is known to give: the run comes in, `known.json` goes out and is compared with.

`missed` names the templates in which some corruption is not caught, with how many of how many; `recall` the share of right
statements that are found, by style. Both depend on the facts that the reference holds: `python -m tests.generator --record` renews them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.generator import write
from tests.generator.measure import Measured
from tests.generator.write import Written

from claimcheck.reference.load import Reference

FILE = Path(__file__).with_name("known.json")
SEED, ARTICLES = 1, 150


def articles(book: Reference) -> list[Written]:
    """Every template right and in each corruption that fits it, and articles of several pieces."""
    return [*write.each(book, seed=SEED), *write.mixed(book, seed=SEED, articles=ARTICLES)]


def read() -> dict[str, Any]:
    """What was recorded."""
    data: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return data


def record(found: Measured) -> None:
    """Write down what was missed and read, one template or style a line."""
    data = {"missed": {name: [len(lines), found.tried[name]] for name, lines in sorted(found.missed.items())}, "recall": found.recall()}
    FILE.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
