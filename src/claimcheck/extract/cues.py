"""A regular expression comes in, one that looks first whether a text holds any of its words goes out: most sentences hold none.

The words are found in the expression itself, so they can never fall behind it: groups of words, of each of which one stands in
every match. A text that holds none of a group cannot match, and is not searched.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Protocol

from claimcheck.extract.cue_words import Words, fold, needs_of
from claimcheck.extract.lexicon import Lexicon, Wordy


class Stretch(Protocol):
    """A sentence: `start:end` of a text, and of the same text folded."""

    @property
    def text(self) -> str:
        """The whole text."""
        ...

    @property
    def start(self) -> int:
        """Where the stretch begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...

    @property
    def folded(self) -> str:
        """The whole text as `fold` gives it."""
        ...

    @property
    def words(self) -> str:
        """The stretch itself, folded."""
        ...

    @property
    def bits(self) -> int:
        """What the whole text may hold, in the bits of its article's `needs`."""
        ...

    @property
    def whole(self) -> Whole:
        """The article that it is of."""
        ...


class Whole:
    """All folded texts of an article together: what can match nowhere in one need not be looked for in its sentences."""

    __slots__ = ("_all", "_known", "_lexicon", "_text", "bits", "needs", "texts")

    def __init__(self, folded: Sequence[str], lexicon: Lexicon) -> None:
        lexicon.learn()
        self.texts = folded
        self.bits = [lexicon.bits(text) for text in folded]  # what each text may hold, in the bits of `needs`
        self.needs: Mapping[Wordy, int] = lexicon.needs
        self._all = reduce(or_, self.bits, 0)
        self._text = "\n".join(folded)
        self._known: dict[Cue, bool] = {}
        self._lexicon = lexicon

    def may_match(self, cue: Cue) -> bool:
        """Whether a match is possible anywhere in the article."""
        known = self._known.get(cue)
        if known is None:
            self._lexicon.ask(cue)
            known = self._known[cue] = cue.may_match(self._text)
        return known

    def any_of(self, cues: Sequence[Cue]) -> int | None:
        """Bits of which a text has one wherever one of the expressions matches, None while that is not known."""
        return self._lexicon.any_of(cues)

    def places(self, cue: Cue) -> list[int]:
        """Places of the texts that an expression may match."""
        need = self.needs.get(cue)
        if need is None:
            return [index for index, text in enumerate(self.texts) if cue.may_match(text)] if self.may_match(cue) else []
        if self._all & need != need:
            return []
        return [index for index, bits in enumerate(self.bits) if bits & need == need and cue.may_match(self.texts[index])]

    def where(self, cue: Cue) -> list[int]:
        """Places of the texts in which an expression that ignores case matches."""
        return [index for index in self.places(cue) if next(cue.each(self.texts[index], self.texts[index]), None)]


class Cue:
    """An expression that ignores case (`exact`: that does not), compiled when a text first holds one of its words.

    It can be used as a compiled one is. Sentences, which know their folded text, it searches faster, since Python looks for words
    much faster when it need not think of case.
    """

    __slots__ = ("_compiled", "_flags", "_folding", "_needs", "pattern")

    def __init__(self, pattern: str, *, exact: bool = False) -> None:
        self.pattern = pattern
        self._flags = 0 if exact else re.I
        self._folding = not exact and "(?-" not in pattern  # whether it may be searched for in folded text
        self._compiled: dict[bool, re.Pattern[str]] = {}
        self._needs: tuple[Words, ...] | None = None

    @property
    def needs(self) -> tuple[Words, ...]:
        """Groups of folded words: every match holds one of each; none when no such words are known."""
        if self._needs is None:
            self._needs = needs_of(self.pattern)
        return self._needs

    def may_match(self, folded: str) -> bool:
        """Whether a match is possible in a text, which comes folded: whether it holds a word of each group."""
        for group in self._needs if self._needs is not None else self.needs:
            for word in group:  # any() takes three times as long, and this is where the time goes
                if word in folded:
                    break
            else:
                return False
        return True

    def may_be_in(self, sentence: Stretch) -> bool:
        """Whether a match is possible in a sentence."""
        need = sentence.whole.needs.get(self)
        if need is None:
            return sentence.whole.may_match(self) and self.may_match(sentence.words)
        return sentence.bits & need == need and self.may_match(sentence.words)

    def _may_be_near(self, sentence: Stretch) -> bool:
        """Whether a match is possible in the text that a sentence is of."""
        need = sentence.whole.needs.get(self)
        return sentence.whole.may_match(self) if need is None else sentence.bits & need == need

    def within(self, sentence: Stretch) -> Iterable[re.Match[str]]:
        """All matches in a sentence; the words that they hold may be folded, their offsets are the text's."""
        return self.each(sentence.text, sentence.folded, sentence.start, sentence.end) if self.may_be_in(sentence) else ()

    def first(self, sentence: Stretch) -> re.Match[str] | None:
        """The first match in a sentence."""
        return next(self.each(sentence.text, sentence.folded, sentence.start, sentence.end), None) if self.may_be_in(sentence) else None

    def alone(self, sentence: Stretch, start: int, end: int) -> re.Match[str] | None:
        """The first match in `start:end` of a sentence's text, as if nothing stood around it; its offsets begin there, its words may be folded."""
        folded = sentence.folded[start:end]
        if not self._may_be_near(sentence) or not self.may_match(folded):
            return None
        return next(self.each(sentence.text[start:end], folded), None)

    def between(self, sentence: Stretch, start: int, end: int) -> re.Match[str] | None:
        """The first match in `start:end` of a sentence's text, where what stands before is seen; its words may be folded."""
        if not self._may_be_near(sentence) or not self.may_match(sentence.folded[start:end]):
            return None
        return next(self.each(sentence.text, sentence.folded, start, end), None)

    def each(self, text: str, folded: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches in `start:end` of a text that comes folded too, which nobody has looked for words in."""
        return self._for(self._folding).finditer(folded if self._folding else text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As of a compiled expression."""
        return self._for(False).finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of a compiled expression."""
        return self._for(False).search(text, start, end) if self.may_match(fold(text[start:end])) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of a compiled expression."""
        return self._for(False).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of a compiled expression."""
        return self._for(False).fullmatch(text, start, end)

    def _for(self, folding: bool) -> re.Pattern[str]:
        if folding not in self._compiled:
            self._compiled[folding] = re.compile(_lower(self.pattern)) if folding else re.compile(self.pattern, self._flags)
        return self._compiled[folding]


class Cues:
    """Many expressions that are asked for together: the words of all are looked for once, and only what they leave possible is searched."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.cues = list(cues)
        self._wordless = frozenset(index for index, cue in enumerate(self.cues) if not cue.needs)
        self._places: dict[str, list[int]] = {}  # word -> places of the expressions that it may stand for
        for index, cue in enumerate(self.cues):
            for word in cue.needs[0] if cue.needs else ():
                self._places.setdefault(word, []).append(index)

    def possible(self, folded: str) -> list[int]:
        """Places of the expressions that may match in a folded text."""
        there = [places for word, places in self._places.items() if word in folded]
        return [index for index in sorted(self._wordless.union(*there)) if self.cues[index].may_match(folded)]

    def in_text(self, text: str) -> list[int]:
        """Places of the expressions that match somewhere in a text."""
        folded = fold(text)
        return [index for index in self.possible(folded) if next(self.cues[index].each(text, folded), None)]


def _lower(pattern: str) -> str:
    """An expression for folded texts: its letters in lower case, but not those of its own language (`\\S`, names of groups)."""
    return re.sub(r"\\.|\(\?P[<=]\w+|[A-Z]", lambda found: found.group().lower() if len(found.group()) == 1 else found.group(), pattern)


def any_of(words: Iterable[str]) -> str:
    """An expression that matches the words, the longest that fits first, and reads common beginnings once."""
    heads: dict[str, set[str]] = {}
    for word in words:
        heads.setdefault(word[:1], set()).add(word[1:])
    whole = "" in heads
    heads.pop("", None)
    branches = [re.escape(letter) + any_of(rest) for letter, rest in sorted(heads.items())]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if whole else ''}"
