"""What can go wrong, in words for people: every error is one line that says where, what was expected, and what is near."""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Base of all errors that a user can mend. `str(error)` is one clear line."""

    exit_code = 2


class UsageError(ClaimcheckError):
    """A wrong option, path or configuration."""


class BrokenReference(ClaimcheckError):
    """A reference file that is broken: `path:line: what is wrong (did you mean …?)`."""


class ArticleError(ClaimcheckError):
    """An article that could not be read; the others are still checked."""

    exit_code = 3


def nearest(word: str, known: list[str]) -> str:
    """ " (did you mean 'x'?)" for the closest known word, or an empty string."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""
