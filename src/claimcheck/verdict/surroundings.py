"""What stands around a claim and speaks against accusing it: an accusing finding and its article come in, an open finding or None goes out.

A number near a model's name is often a setting of somebody's machine, a test of a quantised copy, or said of something else altogether,
when the model is named only pages away. None of these is an error of the author.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.terms import Article, Block, Claim, Finding
from claimcheck.verdict import running_costs
from claimcheck.verdict.outright import outright

_LIMITS = frozenset({"context_window", "max_output_tokens"})
_BEFORE = 60  # blocks before a claim's own
_CELLS = 2_000  # cells of its table, before and behind
_FIRST = 3  # blocks that hold a title
_DEEPEST = 8  # headings over one another
_MACHINE = re.compile(  # a machine that a model runs on, or the program that runs it there
    r"\bV?RAM\b|\bGPUs?\b|\bRTX\s?\d|\bQ[2-8]_|\bgguf\b|\bKV[\s-]?cache\b|\bnum_ctx\b|\bn_ctx\b|\bctx[-_]size|\bmax[-_]model[-_]len|\bllama[.-](?:cpp|server)\b"
    r"|\bquanti[sz]|\btok(?:ens?)?/s(?:ec)?\b|\b\d{1,3}(?:\.\d)?\s?GB\b", re.I
)  # fmt: skip
_SETTING = re.compile(
    r"\bdefaults?\s?(?:to|is|:|=|of)\s?$"
    r"|\b(?:set|limit(?:ed)?|cap(?:ped)?|truncat\w+|trim\w*|configured?)\s(?:\w+\s){0,2}(?:to|at|with)\s$", re.I
)
_BESIDE = 160  # characters
_WHOLE = re.compile(
    r"\b(?:context (?:window|length)|max(?:imum)? (?:context|output|tokens)|supports?|up to)(?:\s(?:of|is|up to|at)){0,2}\W{0,6}$", re.I
)
_COPY = re.compile(r"\bQ[2-8]_|\bQ[2-8]\b|\bgguf\b|\bAWQ\b|\bGPTQ\b|\bquanti[sz]ed\b|\bcommunity[- ]tested\b", re.I)
_NO_LICENCE = re.compile(r"\b(?:API|web|app|cloud|subscription|free|paid|access|hosted|commercial use)\b", re.I)
_PAGE = re.compile(r"\b(?:authors?|last updated|written by|maintained by|copyright)\b\W{0,4}[:\w]|©", re.I)
_GENERAL = frozenset({"relative", "comparison"})
_KINDS = frozenset({"input_modality", "output_modality"})


def read_otherwise(found: Finding, article: Article) -> Finding | None:
    """The finding left open where what stands around its claim allows another reading, None where nothing does."""
    claim = found.claim
    if not _named_near(claim, article):
        return _open(found, f"{claim.subject.name} is named nowhere near; wrong if it is said of it")
    if _only_family(claim) and not _is_topic(claim, article):
        return _open(found, f"“{claim.subject.mention}” names a family; wrong of {claim.subject.name}, which may not be meant")
    if claim.attribute in _KINDS and claim.polarity and found.verdict == "refuted" and not outright(claim, article):
        return _open(found, f"the words may be about something else than {claim.subject.name} itself")
    around = article.text[max(0, claim.start - _BESIDE) : claim.end + _BESIDE]
    if claim.attribute in _LIMITS and found.verdict == "refuted" and _is_smaller(found) and _is_setting(claim, article, around):
        return _open(found, f"so much is set on some machine or by somebody; what {claim.subject.name} can take is more")
    if claim.attribute == "benchmark_score" and _of_copy(claim, article):
        return replace(_open(found, "measured by somebody else, on a quantised copy"), reason="other_harness")
    if claim.attribute in _GENERAL and (claim.base or "").endswith("price") and running_costs.of_a_bill(claim.context or around):
        return _open(found, "the costs of a task or run are more than prices")
    if claim.attribute == "license" and _is_of_page(claim, article):
        return _open(found, "it stands with the author and date of the page, whose licence it may be")
    if claim.attribute == "license" and _NO_LICENCE.search(str(claim.value)):
        return _open(found, f"“{claim.value}” is the name of no licence")
    return None


def _open(found: Finding, why: str) -> Finding:
    return replace(found, verdict="nei", reason="ambiguous", message=f"{why}: {found.message}", suggestion=None)


def _only_family(claim: Claim) -> bool:
    """Whether a model is accused that the article calls by its family's name alone ("Gemini"), which may be its maker or any other of it."""
    said = claim.subject.mention
    return claim.subject.id is not None and claim.attribute not in _GENERAL and said.isalpha() and claim.subject.name.startswith(f"{said} ")


def _is_topic(claim: Claim, article: Article) -> bool:
    """Whether the title names the model in full: then its family's name stands for it."""
    words = claim.subject.name.lower().split()
    first = " ".join(article.text[block.start : block.end] for block in article.blocks[:_FIRST] if block.kind in {"meta", "heading"})
    return all(word in f"{article.title or ''} {first}".lower() for word in words)


def _is_smaller(found: Finding) -> bool:
    known, said = found.expected.value if found.expected else None, found.claim.value
    return isinstance(known, int | float) and isinstance(said, int | float) and said < known


def _is_setting(claim: Claim, article: Article, around: str) -> bool:
    """Whether a limit is one that a machine has room for, or that somebody sets, and no word calls it the model's own."""
    before = article.text[max(0, claim.start - 60) : claim.start]
    if _SETTING.search(before):
        return True
    return _MACHINE.search(around) is not None and not _WHOLE.search(before)


def _of_copy(claim: Claim, article: Article) -> bool:
    """Whether a score stands in a table or sentence about quantised copies, or with their speed."""
    at = _block_of(claim, article)
    if at is None:
        return False
    here = article.blocks[at]
    near = [b for b in _table_of(at, article.blocks) if b.header or b.row == here.row] or [here]
    over = [article.blocks[here.heading]] if here.heading is not None else []
    return any(_COPY.search(article.text, block.start, block.end) for block in (*near, *over))


def _is_of_page(claim: Claim, article: Article) -> bool:
    """Whether a licence stands among what is told of the page itself, and the model is not named there."""
    at = _block_of(claim, article)
    near = [block for block in article.blocks[max(0, (at or 0) - 2) : (at or 0) + 3] if block.kind in {"paragraph", "item", "meta"}]
    here = article.text[article.blocks[at].start : article.blocks[at].end] if at is not None else ""
    said = " ".join(article.text[block.start : block.end] for block in near)
    return _PAGE.search(said) is not None and claim.subject.mention.lower() not in here.lower()


def _block_of(claim: Claim, article: Article) -> int | None:
    """The index of the last block that begins at or before a claim."""
    at = bisect_right(article.blocks, claim.start, key=lambda block: block.start) - 1
    return at if at >= 0 else None


def _named_near(claim: Claim, article: Article) -> bool:
    """Whether the model is named in the block of a claim, its table, the headings above, the text of the section before it, or the title."""
    at = _block_of(claim, article)
    if at is None:
        return True
    said = claim.subject.mention.lower()
    first = said.split()[0] if said.split() else said
    words = set(re.findall(r"[a-z0-9.]*\d[a-z0-9.]*|[a-z]{3,}", claim.subject.name.lower()))

    def names(text: str) -> bool:
        text = text.lower()
        if said in text or (any(letter.isdigit() for letter in first) and first in text):
            return True
        return any(known and all(word in text for word in known) for known in (words, said.split()))

    if names(article.title or "") or any(names(article.text[block.start : block.end]) for block in _around(at, article.blocks)):
        return True
    table = _table_of(at, article.blocks)
    return bool(table) and names(article.text[table[0].start : table[-1].end])


def _table_of(at: int, blocks: tuple[Block, ...]) -> list[Block]:
    """The cells of the table in which block `at` stands, as far as `_CELLS` go; [] where it stands in none."""
    table = blocks[at].table
    return [block for block in blocks[max(0, at - _CELLS) : at + _CELLS] if block.table == table] if table is not None else []


def _around(at: int, blocks: tuple[Block, ...]) -> Iterator[Block]:
    here = blocks[at]
    yield here
    over, depth = here.heading, 0
    while over is not None and depth < _DEEPEST:
        yield blocks[over]
        over, depth = (blocks[over].heading if blocks[over].heading != over else None), depth + 1
    yield from (block for block in blocks[max(0, at - _BEFORE) : at] if block.heading == here.heading)
    yield from blocks[:_FIRST]
