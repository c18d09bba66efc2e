"""Gold articles and a reference come in; for each, which expected claims were found, missed, or found without being there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.evaluate.gold import Gold, Wanted
from claimcheck.evaluate.match import matches
from claimcheck.terms import Article, Block, Finding

TIER_A = (
    "parameters active_parameters context_window max_output_tokens input_price output_price cached_input_price batch_input_price "
    "batch_output_price release_date knowledge_cutoff"
).split()
TIER_B = (
    "input_modality output_modality benchmark_score output_speed time_to_first_token developer license open_weights capability "
    "languages training_tokens relative"
).split()
SCORED = frozenset([*TIER_A, *TIER_B])  # the gold holds no others
_KINDS = {"cell": "table", "item": "list", "paragraph": "prose", "quote": "prose", "heading": "heading", "meta": "front matter"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expected claim with the finding that answers it (hit), without (missed), or a finding nobody expected (false).

    `kind` is the kind of writing: table, list, prose, heading or front matter.
    """

    gold: Gold
    kind: str
    wanted: Wanted | None
    finding: Finding | None

    @property
    def attribute(self) -> str:
        """What it is about."""
        if self.wanted is not None:
            return self.wanted.attribute
        assert self.finding is not None
        return self.finding.claim.attribute


def compare(golds: Sequence[Gold], *, reference: str | None = None) -> list[Outcome]:
    """Check every article as of its own date and pair what is found with what was expected."""
    from claimcheck import articles, run

    book = run.load_reference(reference)
    by_date: dict[str, list[Gold]] = defaultdict(list)
    for gold in golds:
        by_date[gold.as_of].append(gold)
    found: dict[str, list[Outcome]] = {}
    for day, group in sorted(by_date.items()):
        read = [articles.parse(gold.text, path=gold.path, format=gold.format) for gold in group]
        for gold, checked in zip(group, run.check_articles(read, as_of=day, book=book), strict=True):
            found[gold.id] = pair(gold, checked.article, checked.findings)
    return [outcome for gold in golds for outcome in found[gold.id]]


def pair(gold: Gold, article: Article, findings: Sequence[Finding]) -> list[Outcome]:
    """Each expected claim takes the first finding that matches it; every finding answers one claim at most."""
    left = [finding for finding in findings if finding.claim.attribute in SCORED]
    outcomes = []
    for wanted in gold.claims:
        hit = next((finding for finding in left if matches(wanted, finding.claim)), None)
        if hit is not None:
            left.remove(hit)
        if hit is not None or not wanted.implicit:
            outcomes.append(Outcome(gold, kind_at(article.blocks, wanted.start), wanted, hit))
    return outcomes + [Outcome(gold, kind_at(article.blocks, finding.claim.start), None, finding) for finding in left]


def kind_at(blocks: Sequence[Block], position: int) -> str:
    """The kind of writing at an offset: that of the innermost block that holds it."""
    around = [block for block in blocks if block.start <= position < block.end]
    return _KINDS[min(around, key=lambda block: block.end - block.start).kind] if around else "prose"
