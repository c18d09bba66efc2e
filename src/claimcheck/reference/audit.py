"""The reference beside a public catalogue: a reference and rows come in, judged differences go out.

Only rows of the maker's own channel count: what a host or gateway charges is no fact about the model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from claimcheck.reference.catalogues import Quote, Row
from claimcheck.reference.compare import JUDGEMENTS, Judged, judge
from claimcheck.reference.load import Reference
from claimcheck.reference.names import key
from claimcheck.terms import Fact

_DATED = re.compile(r"[-@](?:20\d{6}|20\d\d-\d\d-\d\d|\d{4})(?:-v\d+)?$|-latest$")
_MOVING = re.compile(r"\blatest\b|[-_](?:preview|exp|experimental|beta)\b")
_NEAR = {
    "context_window": ("input_limit", "max_output_tokens"),
    "max_output_tokens": ("context_window", "input_limit"),
    "input_price": ("batch_input_price",),
    "output_price": ("batch_output_price",),
    "batch_input_price": ("input_price",),
    "batch_output_price": ("output_price",),
}
_OPEN = ("unexplained", "ours stale", "theirs wrong")


@dataclass(frozen=True, slots=True)
class Difference:
    """A value of a catalogue beside ours. `row` and `quote` are theirs, `model`, `snapshot` and `judged` ours."""

    row: Row
    quote: Quote
    model: str
    snapshot: str | None
    judged: Judged


@dataclass(slots=True)
class Audit:
    """All of one catalogue: what was compared, what was not and why."""

    compared: list[Difference] = field(default_factory=list)
    hosts: int = 0  # rows of hosts and gateways
    unknown: list[Row] = field(default_factory=list)  # rows of makers whose model we lack
    without: Counter[str] = field(default_factory=Counter)  # quotes on attributes that we have no fact on, by attribute

    def count(self) -> dict[str, int]:
        """How many quotes got each judgement, in the order of `JUDGEMENTS`."""
        found = Counter(one.judged.judgement for one in self.compared)
        return {name: found[name] for name in JUDGEMENTS}


def audit(reference: Reference, rows: Iterable[Row], *, as_of: str) -> Audit:
    """Hold every row of a catalogue against the reference as of a day."""
    found = Audit()
    finder = Finder(reference)
    for row in rows:
        place = finder.find(row)
        if row.developer is None:
            found.hosts += 1
        elif place is None:
            found.unknown.append(row)
        else:
            _row(reference, row, *place, as_of, found)
    return found


class Finder:
    """Finds the model of ours that a catalogue row is about; what another maker's channel sells is none."""

    def __init__(self, reference: Reference) -> None:
        """Takes the name tables once."""
        self._names = reference.name_keys()
        self._snapshots = reference.snapshot_keys()
        self._families = {id for id in reference.ids() if reference.entry(id).members}

    def find(self, row: Row) -> tuple[str, str | None, bool] | None:
        """Id, snapshot, and whether the id says so itself: else it was found by its id without a date, or by its name."""
        plain = row.id.rsplit("/", 1)[-1]
        for spelling in (plain, _DATED.sub("", plain), row.name or ""):
            id, snapshot = self._by(spelling)
            if id is not None and id.split("/")[0] == row.developer and id not in self._families:
                return id, snapshot, spelling == plain
        return None

    def _by(self, spelling: str) -> tuple[str | None, str | None]:
        name = key(spelling) if spelling else ""
        if name in self._snapshots:
            return self._snapshots[name]
        return self._names.get(name), None


def _row(reference: Reference, row: Row, model: str, snapshot: str | None, exact: bool, as_of: str, found: Audit) -> None:
    for quote in row.quotes:
        facts = tuple(_about(reference, model, quote))
        if not facts:
            found.without[quote.capability or quote.attribute] += 1
            continue
        near = tuple(f for name in _NEAR.get(quote.attribute, ()) for f in reference.facts(model, name))
        judged = judge(quote, facts, snapshot, as_of, near)
        if judged.judgement in _OPEN and snapshot is None and _MOVING.search(row.id):
            judged = replace(judged, judgement="definition", why="a moving name or a preview: another build")
        elif judged.judgement in ("unexplained", "theirs wrong") and snapshot is None and not exact and _DATED.search(row.id):
            judged = replace(judged, judgement="definition", why="a dated build that ours does not tell apart")
        found.compared.append(Difference(row, quote, model, snapshot, judged))


def _about(reference: Reference, model: str, quote: Quote) -> Iterator[Fact]:
    """Our shipped facts with a value that the quote could contradict."""
    for fact in reference.facts(model, quote.attribute):
        if fact.stance == "asserted" and fact.value is not None and fact.capability == quote.capability:
            yield fact


def lines(found: Audit, *, every: bool = False) -> Iterator[str]:
    """The differences as text, one a line, grouped by judgement, what needs a look first; `every` also lists the rest."""
    for judgement in JUDGEMENTS:
        group = [one for one in found.compared if one.judged.judgement == judgement]
        if group and (every or judgement != "same"):
            yield f"{judgement}: {len(group):,}"
            yield from (f"  {_line(one)}" for one in group)
    if every:
        yield f"models that we lack: {len(found.unknown):,}"
        yield from (f"  {row.provider} {row.id}" for row in found.unknown)


def summary(found: Audit) -> str:
    """Counts in one line."""
    counts = ", ".join(f"{number:,} {name}" for name, number in found.count().items())
    rest = f"{found.hosts:,} rows of hosts left out, {len(found.unknown):,} of models that we lack"
    return f"{len(found.compared):,} values compared: {counts}; {rest}; {found.without.total():,} values on which we have no fact"


def _line(one: Difference) -> str:
    quote = one.quote
    what = " ".join(filter(None, (quote.attribute, quote.capability, f"({quote.tier})" if quote.tier else None)))
    days = "".join(f" {word} {day}" for word, day in (("since", quote.since), ("until", quote.until)) if day)
    ours = " or ".join(dict.fromkeys(_shown(fact.value) for fact in one.judged.facts))
    return f"{one.model} {what}: {one.row.catalogue} {one.row.id} {_shown(quote.value)}{days}, ours {ours}; {one.judged.why}".rstrip("; ")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "+".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,g}" if isinstance(value, float) and value < 1e4 else f"{int(value):,}" if isinstance(value, int | float) else str(value)
