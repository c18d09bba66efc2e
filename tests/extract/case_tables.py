"""The case tables, tests/cases/<attribute>.toml, in; cases out. `python tests/extract/case_tables.py` lists what fails now,
and with `--write` puts it into `known_failures.toml`.

A table has `find`, texts with all claims of that attribute that must be read in them, and `none`, texts in which there is none
of it. A wanted claim gives `s` (the subject's display name) and what else must hold: `v` (value), `yes` (what a flag comes
down to), `op`, `stance`, `polarity`, `benchmark`, `capability`, `base`, `other`, `quote`. With the stance "undisclosed" the
value is nothing. What is known to fail stands in `known_failures.toml` with the reason, and is a strict xfail.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.evaluate.match import bag
from claimcheck.terms import Claim

FOLDER = Path(__file__).parents[1] / "cases"
KNOWN = Path(__file__).parent / "known_failures.toml"
_FIELDS = ("op", "stance", "polarity", "benchmark", "capability", "base", "quote")


@dataclass(frozen=True)
class Case:
    """One text of a table and the claims of the attribute that it must give."""

    attribute: str
    text: str
    claims: tuple[dict[str, Any], ...]
    xfail: str | None = None

    @property
    def name(self) -> str:
        """For the test's id."""
        sign = "+" if self.claims else "-"
        return f"{self.attribute}{sign}{' '.join(self.text.split())[:60]}"


def cases() -> list[Case]:
    """All cases of all tables."""
    known = {(row["attribute"], row["text"]): row["reason"] for row in tomllib.loads(KNOWN.read_text(encoding="utf-8")).get("case", [])}
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        assert set(table) == {"find", "none"}, path
        rows = [(row["text"], row["claims"]) for row in table["find"]] + [(text, []) for text in table["none"]]
        found += [Case(path.stem, text, tuple(claims), known.get((path.stem, text))) for text, claims in rows]
    return found


def differences(case: Case, claims: Sequence[Claim]) -> list[str]:
    """What is missing and what is too much, one line each."""
    left = [claim for claim in claims if claim.attribute == case.attribute]
    lines = []
    for wanted in case.claims:
        hit = next((claim for claim in left if agrees(wanted, claim)), None)
        if hit is None:
            lines.append(f"missing {wanted}")
        else:
            left.remove(hit)
    return lines + [f"too much: {shown(claim)}" for claim in left]


def agrees(wanted: dict[str, Any], claim: Claim) -> bool:
    """Whether a claim has all that is wanted of it."""
    if bag(wanted["s"]) != bag(claim.subject.name):
        return False
    if "v" in wanted and not _equal(wanted["v"], claim.value):
        return False
    if "yes" in wanted and (bool(claim.value) == claim.polarity) is not wanted["yes"]:
        return False
    if "other" in wanted and (claim.other is None or bag(wanted["other"]) != bag(claim.other.name)):
        return False
    if wanted.get("stance") == "undisclosed" and claim.value is not None:
        return False
    defaults = {"op": "=", "stance": "asserted", "polarity": True}
    if "yes" in wanted:
        defaults.pop("polarity")
    return all(getattr(claim, field) == wanted.get(field, defaults.get(field)) for field in _FIELDS if field in wanted or field in defaults)


def _equal(wanted: Any, value: Any) -> bool:
    if isinstance(wanted, str) or isinstance(value, str | bool) or value is None:
        return bool(str(wanted) == str(value))
    return bool(abs(float(wanted) - float(value)) <= 0.011 * abs(float(wanted)))


def shown(claim: Claim) -> dict[str, Any]:
    """A claim as a row of a table."""
    row = {"s": claim.subject.name, "v": claim.value, "quote": claim.quote, "other": claim.other.name if claim.other else None}
    row |= {field: getattr(claim, field) for field in ("op", "stance", "polarity", "benchmark", "capability", "base")}
    return {key: value for key, value in row.items() if value not in (None, "=", "asserted") and not (key == "polarity" and value is True)}


def _main(write: bool) -> None:
    """Tells what fails and is not known to, and what is known to fail and passes; with `write` the file is made anew."""
    from claimcheck import articles, run

    checker = run.Checker(run.load_reference(None), as_of="2026-11-21")
    rows = ["# Cases that are known to fail, each with the reason: a strict xfail, so that it tells the day it passes.\n"]
    for case in cases():
        claims, _ = checker.read(articles.parse(case.text, path="a.md", format="markdown"))
        wrong = differences(case, claims)
        if wrong:
            fields = {"attribute": case.attribute, "text": case.text, "reason": case.xfail or "; ".join(wrong)}
            rows.append("\n[[case]]\n" + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items()))
        if wrong and not case.xfail:
            print(f"FAILS  {case.attribute}: {case.text!r}", *wrong, sep="\n         ")
        elif case.xfail and not wrong:
            print(f"PASSES {case.attribute}: {case.text!r}")
    if write:
        KNOWN.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    _main("--write" in sys.argv)
