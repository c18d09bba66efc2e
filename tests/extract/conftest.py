"""The real pipeline, built once a session on the names of the shipped reference; `read` gives the claims of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck import articles, run
from claimcheck.terms import Article, Claim, Unchecked

Reading = tuple[Article, tuple[Claim, ...], tuple[Unchecked, ...]]


@pytest.fixture(scope="session")
def reading() -> Callable[..., Reading]:
    """Article, claims and unread numbers of a text, by default of Markdown."""
    checker = run.Checker(run.load_reference(None), as_of="2026-11-21")

    def read(text: str, format: str = "markdown") -> Reading:
        article = articles.parse(text, path="a.md", format=format)
        return article, *checker.read(article)

    return read


@pytest.fixture(scope="session")
def read(reading: Callable[..., Reading]) -> Callable[..., tuple[Claim, ...]]:
    """Only the claims."""
    return lambda text, format="markdown": reading(text, format)[1]
