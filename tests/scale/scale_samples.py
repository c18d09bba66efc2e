"""A small archive, and the program run on it as its users run it: in processes that can be killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
AS_OF = "2026-11-20"
Run = Callable[..., subprocess.CompletedProcess[str]]


def text(number: int) -> str:
    """An article of three sentences; every one is different."""
    price = ("0.15", "2.50", "99.00")[number % 3]
    return f"# Note {number}\n\nGPT-4o mini costs ${price} per 1M input tokens.\n\nIt has a 128K context window. GPT-4o has 175 billion parameters.\n"


def command(*args: object) -> list[str]:
    """The program with these arguments, as of a fixed day when they name none."""
    return [sys.executable, "-m", "claimcheck", "check", "--as-of", AS_OF, "--fail-on", "none", *map(str, args)]
