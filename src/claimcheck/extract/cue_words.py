"""What any match of an expression holds: a regular expression comes in, groups of words, one of each of which stands in every match, go out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

Words = tuple[str, ...]
_MOST = 3  # groups of an expression that are looked for


def fold(text: str) -> str:
    """The text as an expression that ignores case sees it, character for character: in lower case, "ı" an i, and "ſ" an s."""
    if not text.isascii():
        text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
    return text.lower()


def needs_of(pattern: str) -> tuple[Words, ...]:
    """Groups of folded words, the most telling first: of each, one word stands in every match; none when no such words are known."""
    from re import _parser  # type: ignore[attr-defined]

    kept: list[frozenset[str]] = []
    for group in sorted(_groups(_parser.parse(pattern, re.I)), key=_worth, reverse=True):
        if not any(_implies(other, group) for other in kept):
            kept.append(group)
    return tuple(tuple(sorted(word for word in group if not any(other in word and other != word for other in group))) for group in kept[:_MOST])


def _implies(group: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a text with a word of the one group has one of the other."""
    return all(any(short in word for short in other) for word in group)


def _groups(items: Any, before: str = "") -> list[frozenset[str]]:
    """The groups of a sequence: each of its parts must match, so the groups of all hold; `before` stands right before it."""
    from re import _constants as op  # type: ignore[attr-defined]

    groups: list[frozenset[str]] = []
    run = before
    for kind, value in items:
        if kind is op.LITERAL:
            run += fold(chr(value))
        elif kind not in (op.AT, op.ASSERT_NOT):
            groups += [_telling({run}), *_part(kind, value, run, op)]
            run = "" if kind is not op.ASSERT else run
    return [group for group in (*groups, _telling({run})) if group]


def _part(kind: Any, value: Any, before: str, op: Any) -> list[frozenset[str]]:
    """The groups of one part of a sequence; `before` is the literal text that it follows."""
    if kind is op.SUBPATTERN:
        return _groups(value[3], before)
    if kind is op.BRANCH:
        branches = [max(_groups(branch, before), key=_worth, default=frozenset()) for branch in value[1]]
        return [frozenset().union(*branches)] if all(branches) else []
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] > 0:
        return _groups([*value[2]] * min(value[0], 9), before)
    if kind is op.ASSERT and value[0] > 0:  # what stands before may stand before the stretch that is searched
        return _groups(value[1], before)
    if kind is op.IN and all(each is op.LITERAL for each, _ in value):
        return [_telling({before + fold(chr(each)) for _, each in value})]
    return []


def _telling(words: set[str]) -> frozenset[str]:
    """The words, none when one of them stands everywhere: a single plain letter or digit, a blank, nothing."""
    return frozenset(words) if all(len(word) > 1 or (word and not _is_plain(word)) for word in words) else frozenset()


def _is_plain(letter: str) -> bool:
    return letter.isspace() or (letter.isascii() and letter.isalnum())


def _worth(words: Iterable[str]) -> tuple[float, int]:
    """Long words stand in few texts, and few words are looked for sooner."""
    lengths = [len(word) for word in words]
    return (min(lengths) - len(lengths) / 8, -len(lengths)) if lengths else (-1e9, 0)
