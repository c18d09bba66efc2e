"""Which expressions a text may match: the words of a text come in, each looked at once for all articles, bits for groups of cue words go out.

An article's words are mostly those of the articles before it, so what cue words they hold is known: one look for each word of a text
answers for hundreds of expressions, where each would have to look for its own words in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import reduce
from operator import or_
from typing import Protocol

_MOST = 50_000  # words that are remembered
_LONGEST = 64  # characters of a word that is looked at; a longer one may hold anything
_ANYTHING = -1  # all bits
_WORD = re.compile(r"[a-z]{2,}|[^a-z\s\d.,:;()*_'\"-]")  # letters, or a mark that is rare enough to tell something
_NONE: dict[str, int] = {}


class Wordy(Protocol):
    """An expression of which it is known what words each match holds."""

    @property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """Groups of folded words: every match holds one of each."""
        ...


class Lexicon:
    """Knows the cue words of all expressions that were asked for; those asked for in an article are learned before the next."""

    def __init__(self) -> None:
        self.needs: dict[Wordy, int] = {}  # the bits of an expression's groups: a text that it matches has all
        self._asked: dict[Wordy, None] = {}
        self._groups: dict[tuple[str, ...], int] = {}
        self._parts: dict[str, dict[str, int]] = {}  # first two letters -> parts of cue words, with the bits of their groups
        self._known = _Known(self.look)

    def ask(self, cue: Wordy) -> None:
        """Remember an expression, to be learned before the next article."""
        self._asked[cue] = None

    def learn(self) -> None:
        """Learn what was asked for; what words were known to hold is forgotten then."""
        if self._asked:
            self.needs = {**self.needs, **{cue: reduce(or_, map(self._bit, cue.needs), 0) for cue in self._asked}}  # texts read before keep theirs
            self._asked.clear()
            self._known.clear()

    def bits(self, folded: str) -> int:
        """The groups of which a folded text may hold a word; of words with blanks or marks, only the longest part is looked for."""
        if len(self._known) > _MOST:
            self._known.clear()
        return reduce(or_, filter(None, map(self._known.__getitem__, _WORD.findall(folded))), 0) if self.needs else 0

    def any_of(self, cues: Sequence[Wordy]) -> int | None:
        """Bits of which a text has one wherever one of the expressions matches, None while that is not known."""
        found = 0
        for cue in cues:
            need = self.needs.get(cue)
            if need is None:
                self.ask(cue)
            elif need:
                found |= need & -need
        return found if all(map(self.needs.get, cues)) else None

    def _bit(self, group: tuple[str, ...]) -> int:
        """The bit of a group of words, none where one of them is nothing that is looked for."""
        parts = [max(_WORD.findall(word), key=len, default="") for word in group]
        if not all(parts):
            return 0
        if group not in self._groups:
            bit = self._groups[group] = 1 << len(self._groups)
            for part in parts:
                of_head = self._parts.setdefault(part[:2], {})
                of_head[part] = of_head.get(part, 0) | bit
        return self._groups[group]

    def look(self, word: str) -> int:
        """The groups of which a word, or its longest part, stands in a word that nobody has looked at."""
        found = 0
        for at in range(len(word)):
            for part, bits in self._parts.get(word[at : at + 2], _NONE).items():
                if word.startswith(part, at):
                    found |= bits
        return found


class _Known(dict[str, int]):
    """Words with their bits, looked at when they are first asked for."""

    def __init__(self, look: Callable[[str], int]) -> None:
        self._look = look

    def __missing__(self, word: str) -> int:
        if len(word) > _LONGEST:
            return _ANYTHING
        bits = self[word] = self._look(word)
        return bits
