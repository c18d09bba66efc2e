"""What `claimcheck reference ...` can do: a reference, a folder or a text comes in, plain data or text goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import BrokenReference, UsageError, nearest
from claimcheck.reference import asof, vocabulary
from claimcheck.reference.load import Entry, Reference, base_of, default_folder
from claimcheck.reference.names import key
from claimcheck.terms import Fact


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a reference holds. `primary_share` is 0-1: facts with at least one source in the vendor's own words.

    `oldest_check` is the earliest ISO date on which a source that a fact rests on was checked; None without facts.
    """

    models: int
    developers: int
    facts: int
    by_attribute: dict[str, int]
    by_grade: dict[str, int]
    primary_share: float
    oldest_check: str | None


def list_models(reference: Reference, *, developer: str | None = None) -> list[Entry]:
    """All models sorted by id, or those of one developer, by its name or folder (case does not matter).

    Raises UsageError with the nearest name when there is no such developer.
    """
    entries = [reference.entry(id) for id in reference.ids()]
    if developer is None:
        return entries
    wanted = developer.casefold()
    found = [entry for entry in entries if wanted in (entry.developer.casefold(), entry.id.split("/")[0])]
    if not found:
        known = sorted({name for entry in entries for name in (entry.developer, entry.id.split("/")[0])})
        raise UsageError(f"no model in the reference is by {developer!r}{nearest(developer, known)}")
    return found


def search(reference: Reference, words: str) -> list[Entry]:
    """Models whose id, name, developer or aliases hold every one of the words (case does not matter), sorted by id.

    When there is none, the models whose names look like the words.
    """
    wanted = words.casefold().split()
    entries = list_models(reference)
    found = [entry for entry in entries if all(word in _haystack(entry) for word in wanted)]
    if found:
        return found
    from difflib import get_close_matches

    names = {entry.name.casefold(): entry for entry in entries}
    return [names[name] for name in get_close_matches(words.casefold(), list(names), n=5)]


def _haystack(entry: Entry) -> str:
    return "\n".join((entry.id, entry.name, entry.developer, *entry.aliases)).casefold()


def resolve(reference: Reference, model: str) -> str:
    """The id of a model given by id, name, alias or snapshot. Raises UsageError with the nearest name."""
    if model in reference.ids():
        return model
    name = key(model)
    id = reference.name_keys().get(name) or reference.snapshot_keys().get(name, (None,))[0]
    if id is None:
        known = [*reference.ids(), *(entry.name for entry in list_models(reference))]
        raise UsageError(f"no model in the reference is called {model!r}{nearest(model, known)}")
    return id


def show(reference: Reference, model: str, *, as_of: str) -> str:
    """A page of text on one model: what holds on the date, what held before, what is dated later; with sources.

    `model` is an id, name, alias or snapshot. Raises UsageError when the reference has no such model.
    """
    id = resolve(reference, model)
    entry, facts = reference.entry(id), reference.facts_of(id)
    out = [f"{entry.name} ({entry.id}), {entry.developer}"]
    for label, names in (("aliases", entry.aliases), ("members", entry.members), ("in", reference.families_of(id))):
        out += [f"{label}: {', '.join(names)}"] if names else []
    parts = (
        (f"As of {as_of}", asof.in_force(facts, as_of)),
        ("Earlier", asof.past(facts, as_of)),
        ("Later", asof.future(facts, as_of)),
    )
    for title, group in parts:
        out += ["", title, *_rows(group)] if group else []
    return "\n".join(out) + "\n"


def _rows(facts: Iterable[Fact]) -> list[str]:
    order = list(vocabulary.ATTRIBUTES)
    found = sorted(facts, key=lambda fact: (order.index(fact.attribute), _which(fact), fact.since or ""))
    return [f"  {_which(fact)}: {_shown(fact)}" for fact in found]


def _which(fact: Fact) -> str:
    extra = fact.benchmark or fact.capability or fact.event or " of ".join(filter(None, (fact.base, fact.other)))
    return f"{fact.attribute} {extra}".rstrip()


def _shown(fact: Fact) -> str:
    value = fact.value
    if fact.stance == "undisclosed":
        text = "never published"
    elif isinstance(value, tuple):
        text = ", ".join(value)
    elif isinstance(value, bool):
        text = "yes" if value else "no"
    elif isinstance(value, int | float):
        text = f"{int(value) if value == int(value) else value:,}"
    else:
        text = str(value)
    dates = " ".join(f"{word} {date}" for word, date in (("since", fact.since), ("until", fact.until)) if date)
    planned = "planned" if fact.stance == "planned" else None
    notes = [part for part in (planned, fact.snapshot, fact.scope, dates, fact.reported_by) if part]
    where = ", ".join(f"{source.url} (checked {source.checked})" for source in fact.sources)
    aside = f" ({'; '.join(notes)})" if notes else ""
    return f"{text}{aside} [{fact.grade}] {where}"


def validate(folder: Path | None = None) -> list[str]:
    """Every error in a reference folder (default: the program's own), `path:line: what is wrong`; empty when good.

    A folder without `VERSION` is checked as what it is: a user's own facts over the program's.
    """
    from claimcheck.reference.folder import read_folder
    from claimcheck.reference.overlay import read_overlay

    base = base_of(folder)
    if folder is None or base is None:
        return read_folder(default_folder() if folder is None else folder).lines()
    return read_overlay(folder, base).lines()


def stats(reference: Reference) -> Stats:
    """Counts over the whole reference. Reads every model, so it takes longer than other look-ups."""
    facts = [fact for id in reference.ids() for fact in reference.facts_of(id)]
    attributes = Counter(fact.attribute for fact in facts)
    grades: Counter[str] = Counter(fact.grade for fact in facts)
    primary = sum(any(source.primary for source in fact.sources) for fact in facts)
    checks = [source.checked for fact in facts for source in fact.sources]
    return Stats(
        models=reference.info.models,
        developers=len({entry.developer for entry in list_models(reference)}),
        facts=len(facts),
        by_attribute={name: attributes[name] for name in vocabulary.ATTRIBUTES if name in attributes},
        by_grade={name: grades[name] for name in vocabulary.GRADES if name in grades},
        primary_share=primary / len(facts) if facts else 0.0,
        oldest_check=min(checks, default=None),
    )


def format_text(text: str, *, path: str = "<text>") -> str:
    """Canonical form of a model file (see `writer.write`); formatting it again changes nothing. Comments are kept.

    Raises BrokenReference (one line, with `path`) for text that is no TOML or lacks the shape of a model file.
    """
    from claimcheck.reference.folder import parse
    from claimcheck.reference.writer import content, write

    text = text.replace("\r\n", "\n")
    raw = parse(text, path=path)
    sources, facts = raw.get("sources", {}), raw.get("facts", [])
    if not isinstance(sources, dict) or not all(isinstance(source, dict) for source in sources.values()):
        raise BrokenReference(f"{path}:1: 'sources' must be tables: [sources.name]")
    if not isinstance(facts, list) or not all(isinstance(fact, dict) for fact in facts):
        raise BrokenReference(f"{path}:1: 'facts' must be tables: [[facts]]")
    formatted = write(text)
    if content(parse(formatted, path=path)) != content(raw):
        raise BrokenReference(f"{path}:1: cannot be formatted without losing something")
    return formatted


def format_folder(folder: Path | None = None, *, write: bool = True) -> list[str]:
    """Bring every model file of a folder (default: the program's own) into canonical form; the paths that were not in it.

    Raises BrokenReference, before anything is written, when a file cannot be formatted or there are none.
    """
    from claimcheck.reference.folder import shown

    folder = default_folder() if folder is None else folder
    texts = {path: path.read_bytes().decode("utf-8") for path in sorted((folder / "models").rglob("*.toml"))}
    if not texts:
        raise BrokenReference(f"{shown(folder)}: no files models/<developer>/<model>.toml in this folder")
    formatted = {path: format_text(text, path=shown(path)) for path, text in texts.items()}
    changed = [path for path, text in texts.items() if formatted[path] != text]
    for path in changed if write else []:
        path.write_text(formatted[path], encoding="utf-8", newline="\n")
    return [shown(path) for path in changed]
