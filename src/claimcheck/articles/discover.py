"""Paths as typed in, the article files that they stand for out, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from claimcheck.articles.formats import FORMATS
from claimcheck.errors import UsageError

_SKIPPED = frozenset(("node_modules", "venv", "__pycache__"))


def discover(paths: Iterable[Path | str], *, exclude: Collection[str] = ()) -> list[Path]:
    """Files of `paths`, each once; folders recursively, sorted, only files with a known suffix; "-" stays.

    `exclude` are patterns (`drafts/*`, `*.txt`) for paths below a folder or names. Raises UsageError for a missing path
    and for a folder without articles.
    """
    found: dict[str, Path] = {}  # by real path
    for given in paths:
        path = Path(given)
        if str(given) == "-":
            found["-"] = path
        elif path.is_dir():
            inside = sorted(_walk(path, exclude), key=lambda file: file.parts)
            if not inside:
                raise UsageError(f"no articles in {given} (looked for {', '.join(FORMATS)})")
            for file in inside:
                found.setdefault(os.path.realpath(file), file)
        elif path.exists():
            if not _excluded(path.name, exclude):
                found.setdefault(os.path.realpath(path), path)
        else:
            raise UsageError(f"no such file or folder: {given}")
    return list(found.values())


def _walk(folder: Path, exclude: Collection[str]) -> Iterator[Path]:
    """Article files below `folder`; a folder reached twice (by a link) is read once."""
    seen: set[str] = set()
    for root, folders, files in os.walk(folder, followlinks=True):
        real = os.path.realpath(root)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        below = Path(root).relative_to(folder)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _SKIPPED and not _excluded(str(below / name), exclude)
        )
        for name in files:
            known = os.path.splitext(name)[1].lower() in FORMATS
            if known and not name.startswith(".") and not _excluded(str(below / name), exclude):
                yield Path(root) / name


def _excluded(path: str, patterns: Collection[str]) -> bool:
    name = os.path.basename(path)
    return any(fnmatch(path, pattern.rstrip("/")) or fnmatch(name, pattern.rstrip("/")) for pattern in patterns)
