"""schema.org ClaimReview as JSON-LD: findings in, data for search engines out; what could not be judged or is waived is no review."""

from __future__ import annotations

import json
from typing import Any

from claimcheck.report import words
from claimcheck.report.cards import link
from claimcheck.report.summary import ordered
from claimcheck.terms import Checked, Finding, Report

RATING = {"refuted": 1, "undisclosed": 2, "outdated": 3, "supported": 5}
SCRIPT_SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

Json = dict[str, Any]


def graph(report: Report) -> str:
    """The JSON-LD text, harmless inside a `<script type="application/ld+json">`."""
    reviews = [review for checked in report.articles for review in _reviews(checked, report.as_of)]
    return embedded({"@context": "https://schema.org", "@graph": reviews})


def embedded(value: object) -> str:
    """JSON that holds no character that could end a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in SCRIPT_SAFE.items():
        text = text.replace(character, escape)
    return text


def _reviews(checked: Checked, as_of: str) -> list[Json]:
    return [_review(checked, finding, as_of) for finding in ordered(checked) if finding.verdict in RATING and finding.waived is None]


def _review(checked: Checked, finding: Finding, as_of: str) -> Json:
    claim, article = finding.claim, checked.article
    work: Json = {"@type": "CreativeWork", "name": article.title or article.path}
    if article.published:
        work["datePublished"] = article.published
    review: Json = {
        "@type": "ClaimReview",
        "claimReviewed": f"{claim.subject.name}, {words.attribute(claim)}: {words.claimed(claim)}",
        "datePublished": as_of,
        "author": {"@type": "Organization", "name": "claimcheck"},
        "itemReviewed": {"@type": "Claim", "appearance": work},
        "reviewRating": {
            "@type": "Rating", "ratingValue": RATING[finding.verdict], "bestRating": 5, "worstRating": 1,
            "alternateName": words.WORD[finding.verdict].capitalize(),
        },
        "reviewBody": finding.message,
    }  # fmt: skip
    cited = [found.href for found in map(link, finding.sources) if found.href]
    return review | ({"citation": cited} if cited else {})
