"""The spaCy pipeline: articles come in, Docs that carry mentions, quantities, benchmarks and readings go out.

This is the only module that imports spaCy. One Doc is one article; each component declares what it needs and what it gives, so
that `nlp.analyze_pipes()` can check the order. The Docs hold no words: every rule reads characters, and most articles
hold far more words than claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from claimcheck.extract.benchmarks import BenchmarkFinder
from claimcheck.extract.build import Builder
from claimcheck.extract.context import Topics
from claimcheck.extract.cues import fold
from claimcheck.extract.glued import unglued
from claimcheck.extract.hosts import shared
from claimcheck.extract.mentions import NameFinder
from claimcheck.extract.number_words import holds_number
from claimcheck.extract.numbers import quantities
from claimcheck.extract.reader import Reader
from claimcheck.extract.readings import Unread
from claimcheck.extract.resolve import find_mentions
from claimcheck.extract.select import select
from claimcheck.terms import Article, Claim, Unchecked

_FIELDS = ("article", "folded", "mentions", "quantities", "benchmarks", "claims", "unchecked")


def build(finder: NameFinder) -> Language:
    """A blank English pipeline with this project's components; `finder` holds the names of one reference."""
    import spacy

    _register()
    # English without its own tokenizer: building that one's exceptions costs more than reading an article.
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "claimcheck.no_words.v1"}}})
    nlp.add_pipe("claimcheck_mentions")
    nlp.add_pipe("claimcheck_benchmarks")
    nlp.add_pipe("claimcheck_quantities")
    nlp.add_pipe("claimcheck_claims")
    nlp.get_pipe("claimcheck_mentions").finder = finder  # type: ignore[attr-defined]
    return nlp


def extract(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Claim, ...], tuple[Unchecked, ...]]]:
    """Claims and unread numbers of each article, in the order given."""
    finder = nlp.get_pipe("claimcheck_mentions").finder  # type: ignore[attr-defined]
    for doc in nlp.pipe(_doc(nlp, unglued(article, finder)) for article in articles):
        yield doc._.article, doc._.claims, doc._.unchecked


def _doc(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc("")
    doc._.article = article
    doc._.folded = [fold(block.view.text) for block in article.blocks]
    return doc


def _register() -> None:
    """Declare extensions and components once a process; doing it on import would be a side effect."""
    for field in _FIELDS:
        if not Doc.has_extension(field):
            Doc.set_extension(field, default=None)
    factories: dict[str, tuple[Callable[..., object], list[str], list[str]]] = {
        "claimcheck_mentions": (Mentions, ["doc._.article"], ["doc._.mentions"]),
        "claimcheck_benchmarks": (Benchmarks, ["doc._.article", "doc._.mentions"], ["doc._.benchmarks"]),
        "claimcheck_quantities": (Quantities, ["doc._.mentions", "doc._.benchmarks"], ["doc._.quantities"]),
        "claimcheck_claims": (Claims, ["doc._.mentions", "doc._.quantities", "doc._.benchmarks"], ["doc._.claims", "doc._.unchecked"]),
    }
    if "claimcheck.no_words.v1" not in registry.tokenizers:
        registry.tokenizers("claimcheck.no_words.v1", func=lambda: lambda nlp: lambda _text: Doc(nlp.vocab))
    for name, (factory, requires, assigns) in factories.items():
        if name not in registry.factories:
            Language.factory(name, requires=[r for r in requires if r != "doc._.article"], assigns=assigns, func=_maker(factory))


def _maker(factory: Callable[..., object]) -> Callable[..., object]:
    def make(nlp: Language, name: str) -> object:
        return factory()

    return make


class Mentions:
    """Finds model names in every block and resolves partial ones over the article."""

    finder: NameFinder

    def __call__(self, doc: Doc) -> Doc:
        doc._.mentions = find_mentions(doc._.article.blocks, doc._.folded, self.finder)
        return doc


class Benchmarks:
    """Finds benchmark names in every block of an article that names a model: nothing is claimed in the others."""

    def __init__(self) -> None:
        self._finder = BenchmarkFinder()

    def __call__(self, doc: Doc) -> Doc:
        if not any(doc._.mentions):
            return doc
        doc._.benchmarks = self._finder.find_all([block.view.text for block in doc._.article.blocks], doc._.folded)
        doc._.mentions = [
            [m for m in mentions if not (m.partial and any(b.start < m.end and m.start < b.end for b in named))] if named else mentions
            for mentions, named in zip(doc._.mentions, doc._.benchmarks, strict=True)
        ]
        return doc


class Quantities:
    """Reads the numbers of every block that are no part of a name, where the article names a model."""

    def __call__(self, doc: Doc) -> Doc:
        if not any(doc._.mentions):
            return doc
        found = []
        for block, folded, mentions, named in zip(doc._.article.blocks, doc._.folded, doc._.mentions, doc._.benchmarks, strict=True):
            spans = [(m.start, m.end) for m in mentions] + [(b.start, b.end) for b in named]
            found.append(quantities(block.view.text, names=spans, folded=folded) if holds_number(block.view.text, folded) else [])
        doc._.quantities = found
        return doc


class Claims:
    """Links values to attributes and models, and builds the claims."""

    def __init__(self) -> None:
        self._topics = Topics()

    def __call__(self, doc: Doc) -> Doc:
        article: Article = doc._.article
        if not any(doc._.mentions):
            doc._.claims, doc._.unchecked = (), ()
            return doc
        reader = Reader(article, doc._.folded, doc._.mentions, doc._.quantities, doc._.benchmarks, self._topics)
        builder = Builder(article)
        claims: list[Claim] = []
        unchecked: list[Unchecked] = []
        for index, found in reader.read():
            if isinstance(found, Unread):
                unchecked.append(builder.unchecked(article.blocks[index], found))
            else:
                claims += builder.claims(article.blocks[index], found)
        doc._.claims, doc._.unchecked = select(shared(claims), unchecked)
        return doc
