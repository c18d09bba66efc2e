"""A user's own facts over a reference: two folders come in, one set of checked files goes out.

The user's folder has `models/<developer>/<model>.toml` like the reference, but no `VERSION`. A file of a model that the
reference knows adds aliases, members, sources and facts to it and need not repeat its name; nothing is ever taken away or
overwritten, so a claim that agrees with either side is right. A file of another model adds the model. The same checks
hold, across both folders: no two models may share a name.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimcheck.reference import lines
from claimcheck.reference.folder import File, Folder, read_folder, read_models
from claimcheck.reference.schema import Document, FactFile

_OWN = "own: "  # before the names of the user's sources: a file of both may have two called "launch"


def read_overlay(folder: Path, base: Path) -> Folder:
    """Both folders as one. `errors` are those of `folder`, or those of `base` when that one is broken itself."""
    under = read_folder(base)
    if under.errors:
        return under
    found = Folder(version=under.version, names=dict(under.names), snapshots=dict(under.snapshots))
    read_models(folder, found, under)
    if not found.files and not found.errors:
        found.errors.append((str(folder), 1, "no files models/<developer>/<model>.toml in this folder"))
    for id, file in found.files.items():
        if id in under.files:
            _check_top(file, under.files[id], found)
    merged = {**found.files, **{id: _merge(file, found.files.get(id)) for id, file in under.files.items()}}
    found.files = dict(sorted(merged.items()))
    return found


def _check_top(own: File, known: File, found: Folder) -> None:
    for field in ("name", "developer"):
        theirs = getattr(known.document, field)
        if getattr(own.document, field) != theirs:
            words = f"the reference says {field} = {theirs!r} of {own.id}: leave it out here, or write it alike"
            found.errors.append((own.path, lines.line_of(own.places, (field,)), words))


def _merge(known: File, own: File | None) -> File:
    if own is None:
        return known
    one, two = known.document, own.document
    facts = (*one.facts, *((len(one.facts) + index, _renamed(fact)) for index, fact in two.facts))
    document = Document(
        name=one.name,
        developer=one.developer,
        aliases=tuple(dict.fromkeys((*one.aliases, *two.aliases))),
        members=tuple(dict.fromkeys((*one.members, *two.members))),
        sources={**one.sources, **{_OWN + name: source for name, source in two.sources.items()}},
        facts=facts,
    )
    return replace(known, document=document)


def _renamed(fact: FactFile) -> FactFile:
    return fact.model_copy(update={"sources": [_OWN + name for name in fact.sources]})
