"""Read and check a whole reference folder: its path comes in, the checked documents and every error line go out.

Errors are one line each, `path:line: what is wrong (did you mean ...?)`, sorted by path and line. A folder may be laid
over another one (`overlay.py`): what that one says of names and ids counts too, but only this folder's errors are told.
"""

from __future__ import annotations

import datetime
import os
import re
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from claimcheck.errors import BrokenReference, nearest
from claimcheck.reference import lines
from claimcheck.reference.facts import is_date
from claimcheck.reference.names import key
from claimcheck.reference.schema import Document, check

_AT_LINE = re.compile(r" ?\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class File:
    """One model file: its id, the path to show, its document and where things stand in it."""

    id: str
    path: str
    document: Document
    places: dict[lines.Place, int]


@dataclass(slots=True)
class Folder:
    """All readable files of a reference by id, the name tables, and every error found (empty when all is well)."""

    version: str = ""
    files: dict[str, File] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    snapshots: dict[str, tuple[str, str]] = field(default_factory=dict)
    errors: list[tuple[str, int, str]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The errors as `path:line: what is wrong`, sorted by path and line, none twice."""
        return [f"{path}:{line}: {words}" for path, line, words in sorted(set(self.errors))]


def parse(text: str, *, path: str) -> dict[str, Any]:
    """A TOML text as plain values: decimals as the nearest float, dates as ISO strings.

    Raises BrokenReference (one line, with the path as given) when the text is no TOML or has a key twice.
    """
    try:
        return {name: _plain(value) for name, value in tomllib.loads(text, parse_float=Decimal).items()}
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at else max(1, len(text.split("\n")) - text.endswith("\n"))
        words = _AT_LINE.sub("", str(error)).replace(" (at end of document)", ", at the end of the file")
        if words == "Cannot overwrite a value":
            words = f"the key {text.splitlines()[line - 1].split('=')[0].strip()!r} stands here a second time"
        raise BrokenReference(f"{path}:{line}: no valid TOML: {words}") from None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value


def shown(path: Path) -> str:
    """A path as people want to read it: relative to the working folder when it lies inside."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def read_folder(folder: Path) -> Folder:
    """Read `VERSION` and every `models/<developer>/<model>.toml` of a reference folder and check them all."""
    found = Folder()
    _read_version(folder, found)
    read_models(folder, found)
    return found


def read_models(folder: Path, found: Folder, base: Folder | None = None) -> None:
    """Read every `models/<developer>/<model>.toml` of a folder into `found` and check them all, over `base` if given."""
    if not (folder / "models").is_dir():
        found.errors.append((shown(folder), 1, "no folder 'models' here: this is no reference"))
    for path in sorted((folder / "models").rglob("*.toml")):
        _read_file(folder, path, found, base)
    found.files = dict(sorted(found.files.items()))
    known = {**base.files, **found.files} if base else found.files
    for file in found.files.values():
        _check_ids(file, found, known)
    for file in found.files.values():
        _add_names(file, found)
    for file in found.files.values():
        _add_snapshots(file, found)


def _read_version(folder: Path, found: Folder) -> None:
    path = folder / "VERSION"
    try:
        found.version = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        found.errors.append((shown(path), 1, "this file is missing or unreadable: it holds the version, an ISO date"))
        return
    if not is_date(found.version) or len(found.version) != 10:
        found.errors.append((shown(path), 1, f"must hold one ISO date such as 2026-11-21, not {found.version!r}"))


def _read_file(folder: Path, path: Path, found: Folder, base: Folder | None) -> None:
    name = shown(path)
    parts = path.relative_to(folder / "models").with_suffix("").parts
    if len(parts) != 2:
        found.errors.append((name, 1, "a model file must lie at models/<developer>/<model>.toml"))
    try:
        text = path.read_bytes().decode("utf-8")
        raw = parse(text.replace("\r\n", "\n"), path=name)
    except UnicodeDecodeError as error:
        found.errors.append((name, path.read_bytes()[: error.start].count(b"\n") + 1, "this is no UTF-8 text"))
    except OSError as error:
        found.errors.append((name, 1, f"cannot be read: {error.strerror}"))
    except BrokenReference as error:
        line, words = str(error)[len(name) + 1 :].split(": ", 1)
        found.errors.append((name, int(line), words))
    else:
        known = base.files.get("/".join(parts)) if base else None
        if known is not None:  # facts of the user on a model that is known: its name need not be said again
            raw = {"name": known.document.name, "developer": known.document.developer, **raw}
        document, problems = check(raw)
        places = lines.places(text)
        found.errors += [(name, lines.line_of(places, place), words) for place, words in problems]
        if document is not None:
            file = File("/".join(parts), name, document, places)
            found.files[file.id] = file


def _check_ids(file: File, found: Folder, known: dict[str, File]) -> None:
    """Ids that a file names must be files. A file too broken to read still counts: its own error is reported."""
    named: list[tuple[lines.Place, str, str]] = [(("members",), "member", id) for id in file.document.members]
    for index, fact in file.document.facts:
        if fact.other is not None:
            named.append((("facts", index, "other"), "model", fact.other))
        if fact.attribute == "successor_of" and isinstance(fact.value, str):
            named.append((("facts", index, "value"), "model", fact.value))
    for place, what, id in named:
        if id == file.id:
            words = f"{what} {id!r} is this model itself"
        elif id in known or _is_file(file, id):
            continue
        else:
            words = f"no {what} has the id {id!r}{nearest(id, list(known))}"
        found.errors.append((file.path, lines.line_of(file.places, place), words))


def _is_file(file: File, id: str) -> bool:
    models = Path(file.path).parent.parent
    return id.count("/") == 1 and ".." not in id and os.path.isfile(models / f"{id}.toml")


def _add_names(file: File, found: Folder) -> None:
    """Enter the keys of name and aliases; two models must never share one."""
    spellings = [("name", file.document.name), *(("aliases", alias) for alias in file.document.aliases)]
    for place, spelling in spellings:
        name = key(spelling)
        owner = found.names.setdefault(name, file.id) if name else file.id
        if not name:
            words = f"{spelling!r} is no name: it has neither letters nor digits"
        elif owner != file.id:
            words = f"{spelling!r} also names the model {owner!r}"
        else:
            continue
        found.errors.append((file.path, lines.line_of(file.places, (place,)), words))


def _add_snapshots(file: File, found: Folder) -> None:
    """Enter the keys of the snapshots that facts are about; they may be aliases of their own model, of no other."""
    for index, fact in file.document.facts:
        if fact.snapshot is None:
            continue
        name = key(fact.snapshot)
        named, snapshot = found.names.get(name, file.id), found.snapshots.get(name, (file.id, fact.snapshot))
        if not name:
            words = f"snapshot {fact.snapshot!r} is no name: it has neither letters nor digits"
        elif named != file.id or snapshot[0] != file.id:
            words = f"snapshot {fact.snapshot!r} also names the model {named if named != file.id else snapshot[0]!r}"
        else:
            if name != key(file.document.name):  # "-latest" and the like: the moving name itself, no snapshot
                found.snapshots[name] = snapshot
            continue
        found.errors.append((file.path, lines.line_of(file.places, ("facts", index, "snapshot")), words))
