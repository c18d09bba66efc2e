"""Judging costs as much for each claim of a long article as for one of a short one."""

from __future__ import annotations

import pytest

from claimcheck.reference.load import load
from claimcheck.run import Checker
from claimcheck.terms import Article
from claimcheck.verdict import scores

SCORE = "GPT-4o scores 12.{}% on MMLU."


def test_an_article_is_read_through_once_however_many_scores_it_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck import articles

    checker = Checker(load(), as_of="2026-11-20")
    asked: list[Article] = []
    real = scores.third_party
    monkeypatch.setattr(scores, "third_party", lambda article: asked.append(article) or real(article))
    pages = ["\n\n".join(SCORE.format(number) for number in range(30)), "We measured with our own harness. " + SCORE.format(0)]
    read = [articles.parse(page, path=f"{number}.md", format="markdown") for number, page in enumerate(pages)]
    found = [checker.judge(article, *checker.read(article)) for article in read]
    assert len(found[0].findings) == 30
    assert [article.path for article in asked] == ["0.md", "1.md"]
