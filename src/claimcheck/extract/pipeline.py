"""The spaCy pipeline: articles come in, Docs that carry mentions, quantities, benchmarks and readings go out.

This is the only module that imports spaCy. One Doc is one article's readable text (block by block, a line break between);
each component declares what it needs and what it gives, so that `nlp.analyze_pipes()` can check the order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from claimcheck.extract import benchmarks as benchmark_names
from claimcheck.extract.build import Builder
from claimcheck.extract.context import Topics
from claimcheck.extract.glued import unglued
from claimcheck.extract.mentions import NameFinder
from claimcheck.extract.numbers import quantities
from claimcheck.extract.reader import Reader
from claimcheck.extract.readings import Unread
from claimcheck.extract.resolve import find_mentions
from claimcheck.extract.select import select
from claimcheck.terms import Article, Claim, Unchecked

_TOKEN = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*|\S")
_FIELDS = ("article", "mentions", "quantities", "benchmarks", "claims", "unchecked")


class WordTokenizer:
    """Splits only at white space and punctuation, so that "GPT-4o-mini", "128K-token" and "0.150" stay whole."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for match in _TOKEN.finditer(text):
            if words and match.start() > position:
                spaces[-1] = text[position] == " "
            words.append(match.group())
            spaces.append(False)
            position = match.end()
        return Doc(self.vocab, words=words, spaces=spaces)


def build(finder: NameFinder) -> Language:
    """A blank English pipeline with this project's components; `finder` holds the names of one reference."""
    import spacy

    _register()
    # English without its own tokenizer: building that one's exceptions costs more than reading an article.
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "claimcheck.words.v1"}}})
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
    doc = nlp.make_doc("\n".join(block.view.text for block in article.blocks))
    doc._.article = article
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
    if "claimcheck.words.v1" not in registry.tokenizers:
        registry.tokenizers("claimcheck.words.v1", func=lambda: lambda nlp: WordTokenizer(nlp.vocab))
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
        doc._.mentions = find_mentions(doc._.article.blocks, self.finder)
        return doc


class Benchmarks:
    """Finds benchmark names in every block."""

    def __init__(self) -> None:
        self._pattern = benchmark_names.finder()

    def __call__(self, doc: Doc) -> Doc:
        doc._.benchmarks = [benchmark_names.benchmarks(block.view.text, self._pattern) for block in doc._.article.blocks]
        doc._.mentions = [
            [m for m in mentions if not (m.partial and any(b.start < m.end and m.start < b.end for b in named))] if named else mentions
            for mentions, named in zip(doc._.mentions, doc._.benchmarks, strict=True)
        ]
        return doc


class Quantities:
    """Reads the numbers of every block that are no part of a name."""

    def __call__(self, doc: Doc) -> Doc:
        found = []
        for block, mentions, named in zip(doc._.article.blocks, doc._.mentions, doc._.benchmarks, strict=True):
            spans = [(m.start, m.end) for m in mentions] + [(b.start, b.end) for b in named]
            found.append(quantities(block.view.text, names=spans))
        doc._.quantities = found
        return doc


class Claims:
    """Links values to attributes and models, and builds the claims."""

    def __init__(self) -> None:
        self._topics = Topics()

    def __call__(self, doc: Doc) -> Doc:
        article: Article = doc._.article
        reader = Reader(article, doc._.mentions, doc._.quantities, doc._.benchmarks, self._topics)
        builder = Builder(article)
        claims: list[Claim] = []
        unchecked: list[Unchecked] = []
        for index, found in reader.read():
            if isinstance(found, Unread):
                unchecked.append(builder.unchecked(article.blocks[index], found))
            else:
                claims += builder.claims(article.blocks[index], found)
        doc._.claims, doc._.unchecked = select(claims, unchecked)
        return doc
