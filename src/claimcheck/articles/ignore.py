"""Folders in, which of their files git would ignore out; the rules of `.gitignore` files, nearest first."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Rules:
    """The `.gitignore` files that hold for a folder: (folder, its patterns), innermost first."""

    levels: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def ignored(self, path: str, *, folder: bool) -> bool:
        """Whether git leaves out this path; the innermost file that says anything about it decides."""
        for root, spec in self.levels:
            below = os.path.relpath(path, root).replace(os.sep, "/") + ("/" if folder else "")
            included = spec.check_file(below).include
            if included is not None:
                return included
        return False

    def entering(self, folder: str) -> Rules:
        """The rules inside a folder: those of its own `.gitignore`, then these."""
        spec = _read(folder)
        return Rules(((folder, spec), *self.levels)) if spec else self


def above(folder: str) -> Rules:
    """The rules that the folders above give, from the root of the git repository on; none outside of one."""
    inner = os.path.abspath(folder)
    chain: list[str] = []
    while not os.path.exists(os.path.join(inner, ".git")):
        outer = os.path.dirname(inner)
        if outer == inner:
            return Rules()
        chain.append(outer)
        inner = outer
    rules = Rules()
    for name in reversed(chain):
        rules = rules.entering(name)
    return rules


def _read(folder: str) -> GitIgnoreSpec | None:
    """The patterns of a folder's `.gitignore`; a file that cannot be read has none."""
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec  # only where there is something to ignore

    return GitIgnoreSpec.from_lines(lines)
