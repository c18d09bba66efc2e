"""The way through this room: an article comes in, its mentions, benchmarks and quantities are found, its claims go out.

Four steps, each a function over plain values, block by block. What names no model claims nothing and is left after the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.benchmark_names import UNITS
from claimcheck.extract.benchmarks import Benchmark, BenchmarkFinder
from claimcheck.extract.build import Builder
from claimcheck.extract.call_settings import is_setting
from claimcheck.extract.context import Topics
from claimcheck.extract.cue_words import fold
from claimcheck.extract.cues import Whole
from claimcheck.extract.glued import unglued
from claimcheck.extract.hosts import shared
from claimcheck.extract.lexicon import Lexicon
from claimcheck.extract.mentions import NameFinder
from claimcheck.extract.number_words import holding_numbers
from claimcheck.extract.numbers import quantities
from claimcheck.extract.reader import Reader
from claimcheck.extract.readings import Reading, Unread
from claimcheck.extract.resolve import find_mentions
from claimcheck.extract.select import select
from claimcheck.extract.size_lists import Size, size_lists
from claimcheck.extract.unsided import sided
from claimcheck.extract.values import Mention, Quantity
from claimcheck.extract.worked_out import settled
from claimcheck.terms import Article, Claim, Unchecked

Found = tuple[tuple[Claim, ...], tuple[Unchecked, ...]]


class Extractor:
    """Reads article after article; `finder` holds the names of one reference."""

    def __init__(self, finder: NameFinder) -> None:
        self.finder = finder
        self.benchmarks = BenchmarkFinder()
        self._topics = Topics()
        self._lexicon = Lexicon()

    def read(self, article: Article) -> Found:
        """The claims of an article, and the numbers beside models that became none."""
        article = unglued(article, self.finder)
        folded = [fold(block.view.text) for block in article.blocks]
        whole = Whole(folded, self._lexicon)
        mentions = find_mentions(article.blocks, whole, self.finder)
        if not any(mentions):
            return (), ()
        benchmarks = self.benchmarks.find_all([block.view.text for block in article.blocks], whole)
        benchmarks = without_models(benchmarks, mentions)
        mentions = without_benchmarks(mentions, benchmarks)
        sizes = size_lists(article.blocks, mentions, self.finder)
        return self.claims(article, whole, mentions, all_quantities(article, whole, mentions, benchmarks, sizes), benchmarks, sizes)

    def claims(
        self, article: Article, whole: Whole, mentions: Sequence[Sequence[Mention]], numbers: Sequence[Sequence[Quantity]],
        benchmarks: Sequence[Sequence[Benchmark]], sizes: Sequence[Sequence[Size]],
    ) -> Found:  # fmt: skip
        """Values linked to attributes and models; all that was found comes block by block."""
        reader = Reader(article, whole, mentions, numbers, benchmarks, sizes, self._topics)
        builder = Builder(article)
        claims: list[Claim] = []
        unchecked: list[Unchecked] = []
        told = list(reader.read())
        for index, found in (*told, *settled(reader.numbers.open, [found for _, found in told if isinstance(found, Reading)], article.blocks)):
            if isinstance(found, Unread):
                unchecked.append(builder.unchecked(article.blocks[index], found))
            elif not is_setting(article.blocks, index, found):
                claims += builder.claims(article.blocks[index], found)
        claims, unsided = sided(claims)
        return select(shared(claims), unchecked + unsided)


def without_benchmarks(mentions: Sequence[list[Mention]], benchmarks: Sequence[Sequence[Benchmark]]) -> list[list[Mention]]:
    """The mentions of every block without short names that are part of a benchmark's."""
    return [
        [m for m in found if not (m.partial and any(b.start < m.end and m.start < b.end for b in named))] if named else found
        for found, named in zip(mentions, benchmarks, strict=True)
    ]


def without_models(benchmarks: Sequence[list[Benchmark]], mentions: Sequence[Sequence[Mention]]) -> list[list[Benchmark]]:
    """The benchmarks of every block without names nobody listed that are part of a model's."""
    return [
        [b for b in found if b.name in UNITS or not any(b.start < m.end and m.start < b.end and not m.partial for m in named)] if found and named else found
        for found, named in zip(benchmarks, mentions, strict=True)
    ]


def all_quantities(
    article: Article, whole: Whole, mentions: Sequence[Sequence[Mention]], benchmarks: Sequence[Sequence[Benchmark]],
    sizes: Sequence[Sequence[Size]],
) -> list[list[Quantity]]:  # fmt: skip
    """The numbers of every block that are no part of a name, and no sizes of a list."""
    texts = [block.view.text for block in article.blocks]
    found: list[list[Quantity]] = [[] for _ in texts]
    for index in holding_numbers(texts, whole):
        spans = [(m.start, m.end) for m in mentions[index]] + [(b.start, b.end) for b in benchmarks[index]] + [(s.start, s.end) for s in sizes[index]]
        found[index] = quantities(texts[index], names=spans, folded=whole.texts[index])
    return found
