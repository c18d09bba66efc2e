"""`--fix`: checked articles in, the safe corrections in their files and lines that say what was done and what was left out.

Files are edited in the encoding they have, all at once; a byte order mark, line ends and everything else keep their bytes.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.report import safe, words
from claimcheck.report.fixes import Edit, Left, Plan, apply, plan
from claimcheck.report.write import atomic
from claimcheck.terms import Article, Checked

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ENCODINGS = ("utf-8", "cp1252", "latin-1", "shift_jis", "gb18030", "euc_kr", "cp1251", "cp1250", "big5")


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of one article: the edits that were made and what was left."""

    article: Article
    made: tuple[Edit, ...]
    left: tuple[Left, ...]


def fix(checked: Checked) -> Fixed:
    """Applies the safe corrections of one article to its file."""
    article = checked.article
    steps = plan(checked)
    if not steps.edits:
        return Fixed(article, (), steps.left)
    why = _rewrite(article, steps.edits)
    return Fixed(article, steps.edits, steps.left) if why is None else _none(article, steps, why)


def lines(fixed: Fixed) -> Iterator[str]:
    """One line for every claim that was put right or left."""
    path = fixed.article.path
    for edit in fixed.made:
        claim = edit.findings[0].claim
        old = fixed.article.text[edit.start : edit.end]
        topic = f"{claim.subject.name} · {words.attribute(claim)}"
        yield safe.line(f"{path}:{claim.line}:{claim.column}: fixed  {topic}: {old} → {edit.replacement}") + "\n"
    for item in fixed.left:
        claim = item.finding.claim
        topic = f"{claim.subject.name} · {words.attribute(claim)}"
        quote = safe.shorten(claim.quote, 50)
        yield safe.line(f"{path}:{claim.line}:{claim.column}: left   {topic}: “{quote}”, {item.why}") + "\n"


def _none(article: Article, steps: Plan, why: str) -> Fixed:
    kept = tuple(Left(finding, why) for edit in steps.edits for finding in edit.findings)
    every = sorted((*steps.left, *kept), key=lambda item: item.finding.claim.start)
    return Fixed(article, (), tuple(every))


def _rewrite(article: Article, edits: tuple[Edit, ...]) -> str | None:
    """Writes the file; the reason in words when that cannot be done without touching other bytes."""
    path = Path(article.path)
    if article.path == "-" or not path.is_file():
        return "it is no file that can be written"
    data = path.read_bytes()
    found = _encoding(data, article.text)
    if found is None:
        return "its file is not plainly the text that was checked"
    mark, encoding = found
    try:
        new = mark + apply(article.text, edits).encode(encoding)
    except UnicodeEncodeError:
        return f"the replacement cannot be written in {encoding}"
    with atomic(article.path) as file:
        file.write(new)
    return None


def _encoding(data: bytes, text: str) -> tuple[bytes, str] | None:
    """The byte order mark and the encoding in which exactly these bytes are this text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (mark, encoding) if _same(data[len(mark) :], encoding, text) else None
    return next(((b"", encoding) for encoding in _ENCODINGS if _same(data, encoding, text)), None)


def _same(data: bytes, encoding: str, text: str) -> bool:
    try:
        return data.decode(encoding) == text and text.encode(encoding) == data
    except UnicodeError:
        return False
