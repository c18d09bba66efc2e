"""Comments in an article that waive what stands there: what they cover, what they name, and that they change nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from claimcheck import articles, run
from claimcheck.articles.comments import blanked, find
from claimcheck.reference.load import Reference
from claimcheck.terms import Checked

Check = Callable[..., Checked]


def waived(checked: Checked) -> list[tuple[str, str | None]]:
    """The words of every finding that is not supported, and why it is waived."""
    return [(finding.claim.quote, finding.waived) for finding in checked.findings if finding.verdict != "supported"]


def unused(checked: Checked) -> list[str]:
    return [item.reason for item in checked.unused_waivers]


@pytest.mark.parametrize("place", ["{} <!-- claimcheck: ignore: meant so -->", "<!-- claimcheck: ignore: meant so -->\n{}",
                                   "<!-- claimcheck: ignore: meant so -->\n\n{}", "> <!--claimcheck:ignore:meant so-->\n> {}",
                                   "{} {{/* claimcheck: ignore: meant so */}}"])  # fmt: skip
def test_a_comment_waives_its_line_or_the_next_block(check: Check, place: str) -> None:
    text = place.format("Zork 1 has a context window of 64K tokens.") + "\n\nZork 1 mini has a context window of 32K tokens.\n"
    checked = check(text)
    assert waived(checked) == [("64K", "meant so"), ("32K", None)]
    assert unused(checked) == []


def test_behind_words_only_their_line_counts(check: Check) -> None:
    text = "Zork 1 has a context window of 64K tokens. <!-- claimcheck: ignore -->\nZork 1 mini has a context window of 32K tokens.\n"
    assert waived(check(text)) == [("64K", ""), ("32K", None)]


def test_names_choose_attributes_and_verdicts(check: Check) -> None:
    line = "Zork 1 has 3 billion parameters and a context window of 64K tokens, and costs $5.00 per million input tokens."

    def kept(names: str) -> set[str]:
        return {finding.claim.attribute for finding in check(f"<!-- claimcheck: ignore {names} -->\n{line}").findings if finding.waived is not None}

    assert kept("") == {"parameters", "context_window", "input_price"}
    assert kept("parameters, input price: a reason: with a colon") == {"parameters", "input_price"}
    assert kept("outdated") == {"input_price"}
    assert kept("parameters, outdated") == set()
    assert kept("undisclosed, refuted, parameters") == {"parameters"}


TABLE = "| Model | Context | Input |\n|---|---|---|\n| Zork 1 | 64K{} | $7.00 |\n| Zork 1 mini | 32K | $9.00 |\n"


def test_tables_are_waived_whole_or_by_row(check: Check) -> None:
    assert all(why == "" for _, why in waived(check("# Zork\n\n<!-- claimcheck: ignore -->\n\n" + TABLE.format(""))))
    by_row = {finding.claim.line: finding.waived for finding in check(TABLE.format(" <!-- claimcheck: ignore -->")).findings}
    assert by_row == {3: "", 4: None}


def test_regions_are_waived_up_to_their_end(check: Check) -> None:
    text = f"Zork 1 has a context window of 16K tokens.\n\n<!-- claimcheck: ignore-start: old -->\n\n{TABLE.format('')}\n"
    after = "<!-- claimcheck: ignore-end -->\n\nZork 1 mini has a context window of 48K tokens.\n"
    reasons = [finding.waived for finding in check(text + after).findings]
    assert reasons == [None, "old", "old", "old", "old", None]
    left_open = check(text)
    assert {finding.waived for finding in left_open.findings} == {None}
    assert unused(left_open) == ["no_end"]


@pytest.mark.parametrize(("comment", "reason"), [
    ("ignore context_windw", "unknown_name"), ("ignore because I say so", "unknown_name"), ("ignored", "unknown_word"), ("", "unknown_word"),
    ("ignore-end", "no_start"), ("ignore outdated", "nothing_waived"), ("ignore input_price", "nothing_waived"),
])  # fmt: skip
def test_a_waiver_that_waives_nothing_is_told_with_its_place(check: Check, comment: str, reason: str) -> None:
    text = f"Zork 1 is a model.\n\n<!-- claimcheck: {comment} -->\nZork 1 has a context window of 64K tokens.\n"
    checked = check(text)
    (item,) = checked.unused_waivers
    assert item.reason == reason
    assert (item.place.line, item.place.column) == (3, 1)
    assert text[item.place.start : item.place.end] == item.place.quote
    assert waived(checked) == [("64K", None)]


def test_what_is_supported_needs_no_waiver(check: Check) -> None:
    checked = check("<!-- claimcheck: ignore -->\nZork 1 has a context window of 128K tokens.\n")
    assert [finding.waived for finding in checked.findings] == [None]
    assert unused(checked) == ["nothing_waived"]


def test_inconsistencies_can_be_waived(check: Check) -> None:
    text = "Zork 1 has a context window of 64K tokens, says its maker.{}\n\n" + "Words. " * 20 + "\n\nZork 1 has a context window of 32K tokens.\n"
    assert [item.waived for item in check(text.format("")).inconsistencies] == [None]
    assert [item.waived for item in check(text.format(" <!-- claimcheck: ignore inconsistent: two sources -->")).inconsistencies] == ["two sources"]
    assert [item.waived for item in check(text.format(" <!-- claimcheck: ignore context_window -->")).inconsistencies] == [None]


@pytest.mark.parametrize("example", ["Write `<!-- claimcheck: ignore -->` there. {}", "```md\n<!-- claimcheck: ignore -->\n```\n{}",
                                     "~~~~\n<!-- claimcheck: ignore -->\n```\n{}"])  # fmt: skip
def test_examples_in_code_are_no_comments(check: Check, example: str) -> None:
    checked = check(example.format("Zork 1 has a context window of 64K tokens."))
    assert [why for _, why in waived(checked)] in ([None], [])
    assert unused(checked) == []


PROSE = [
    "# Zork 1 and its mini", "Zork 1 has a context window of 64K tokens and costs $5.00 per million input tokens.",
    "- Zork 1 mini: $0.25 per million input tokens", "- Context window: 128K",
    "Zork 1 has 3 billion parameters. Zork 1 mini was\nreleased in May 2024.",
]  # fmt: skip
COMMENT = "<!-- claimcheck: ignore max_output_tokens: Zork 1 once cost $77 per million output tokens and had a 9K context window -->"


@pytest.mark.parametrize("format", ["markdown", "plain", "html"])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("nth", range(len(PROSE)))
def test_comments_make_no_claims_and_move_nothing_but_offsets(book: Reference, format: str, before: bool, nth: int) -> None:
    parts = [f"<p>{part}</p>" if format == "html" else part for part in PROSE]
    plain = "\n\n".join(parts)
    at = plain.index(parts[nth]) + (0 if before else len(parts[nth]))
    added = f"{COMMENT}\n\n" if before else f" {COMMENT}"
    checker = run.Checker(book, as_of="2026-11-21")

    def found(text: str) -> Checked:
        article = articles.parse(text, path="a", format=format)
        return checker.judge(article, *checker.read(article))

    first, second = found(plain), found(plain[:at] + added + plain[at:])
    text = second.article.text
    assert len(first.findings) >= 5
    assert len(second.findings) == len(first.findings)
    for one, other in zip(first.findings, second.findings, strict=True):
        moved = len(added) if one.claim.start >= at else 0
        assert other.claim.start == one.claim.start + moved
        assert text[other.claim.start : other.claim.end] == other.claim.quote
        assert replace(other.claim, start=0, end=0, line=0, column=0, context=None) == replace(one.claim, start=0, end=0, line=0, column=0, context=None)
        assert other.verdict == one.verdict
    assert unused(second) == ["nothing_waived"]


def test_blanked_text_keeps_every_offset() -> None:
    text = "a <!-- claimcheck: ignore:\nb --> c\r\n<!-- other -->"
    assert len(blanked(text)) == len(text)
    assert blanked(text).split() == ["a", "c", "<!--", "other", "-->"]
    assert [text[comment.start : comment.end][:4] for comment in find(text)] == ["<!--"]
