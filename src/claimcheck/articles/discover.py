"""Paths as typed in, the article files that they stand for out, one after another, in a stable order.

Nothing is gathered: a folder of any size is walked while its articles are read. What is remembered of each file is one
number, so that a file reached twice (by a link, or named twice) is read once.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatch
from glob import has_magic, iglob
from pathlib import Path

from claimcheck.articles import ignore
from claimcheck.articles.formats import FORMATS
from claimcheck.errors import UsageError

_SKIPPED = frozenset(("node_modules", "venv", "__pycache__"))


def discover(paths: Iterable[Path | str], *, exclude: Collection[str] = ()) -> list[Path]:
    """All that `walk` gives, as a list."""
    return list(walk(paths, exclude=exclude))


def walk(paths: Iterable[Path | str], *, exclude: Collection[str] = ()) -> Iterator[Path]:
    """Files of `paths`, each once; folders recursively, sorted, only files with a known suffix; "-" stays.

    A path that does not exist may be a glob (`docs/**/*.md`). What `.gitignore` files leave out is left out inside of
    folders, never when it is named itself. `exclude` are patterns (`drafts/*`, `*.txt`) for paths below a folder or
    names. Raises UsageError at once for a missing path and for a folder without articles.
    """
    given = [path for typed in paths for path in _expanded(str(typed))]
    for path in given:
        if path != "-" and os.path.isdir(path) and next(_Walk(exclude).folder(path), None) is None:
            raise UsageError(f"no articles in {path} (looked for {', '.join(FORMATS)})")
    return _files(given, _Walk(exclude))


def _files(given: Iterable[str], walk: _Walk) -> Iterator[Path]:
    for path in given:
        if path == "-":
            if walk.first(path):
                yield Path(path)
        elif os.path.isdir(path):
            yield from map(Path, walk.folder(path))
        elif not _excluded(os.path.basename(path), walk.exclude) and walk.first(os.path.realpath(path)):
            yield Path(path)


def _expanded(path: str) -> list[str]:
    """The path itself, or what it matches as a glob."""
    if path == "-" or os.path.exists(path):
        return [path]
    found = sorted(iglob(path, recursive=True)) if has_magic(path) else []
    if not found:
        raise UsageError(f"nothing matches {path}" if has_magic(path) else f"no such file or folder: {path}")
    return found


class _Walk:
    """One walk: what is excluded, and what was met."""

    def __init__(self, exclude: Collection[str]) -> None:
        self.exclude = exclude
        self._met: set[int] = set()

    def first(self, real: str) -> bool:
        """Whether this real path is met for the first time."""
        number, before = hash(real), len(self._met)
        self._met.add(number)
        return len(self._met) > before

    def folder(self, path: str) -> Iterator[str]:
        """Article files below a folder; a folder reached twice (by a link) is read once."""
        yield from self._below(path, "", os.path.realpath(path), ignore.above(path))

    def _below(self, path: str, below: str, real: str, rules: ignore.Rules) -> Iterator[str]:
        if not self.first(real):
            return
        rules = rules.entering(os.path.abspath(path))
        for entry in self._entries(path):
            place = f"{below}/{entry.name}" if below else entry.name
            inside = os.path.join(real, entry.name)
            if entry.is_symlink():
                inside = os.path.realpath(inside)
            folder = _is_folder(entry)
            if not self._wanted(entry.name, place, folder) or rules.ignored(os.path.abspath(entry.path), folder=folder):
                continue
            if folder:
                yield from self._below(os.path.join(path, entry.name), place, inside, rules)
            elif self.first(inside):
                yield os.path.join(path, entry.name)

    def _entries(self, path: str) -> list[os.DirEntry[str]]:
        """What stands in a folder, sorted; nothing when it cannot be listed."""
        try:
            with os.scandir(path) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError:
            return []

    def _wanted(self, name: str, place: str, folder: bool) -> bool:
        if name.startswith(".") or _excluded(place, self.exclude):
            return False
        return name not in _SKIPPED if folder else os.path.splitext(name)[1].lower() in FORMATS


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder; a link that leads to itself is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _excluded(path: str, patterns: Collection[str]) -> bool:
    name = os.path.basename(path)
    return any(fnmatch(path, pattern.rstrip("/")) or fnmatch(name, pattern.rstrip("/")) for pattern in patterns)
