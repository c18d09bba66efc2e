"""The terminal report: what is shown in full, what is short, and that an article cannot move the cursor."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from report_samples import MINI, claim, golden, hostile, make_report

from claimcheck.errors import UsageError
from claimcheck.report import FORMATS, excerpt, render, safe, words
from claimcheck.terms import Article, Checked, Expected, Report


@pytest.mark.parametrize(
    ("name", "options"),
    [("text", {}), ("verbose", {"verbose": True}), ("color", {"color": True}), ("summary", {"summary": True}),
     ("show", {"show": ["supported", "nei"]})],
)  # fmt: skip
def test_golden(report: Report, name: str, options: dict[str, Any]) -> None:
    golden(render(report, format="text", **options), f"{name}.txt")


def test_several_articles_get_a_table(report: Report) -> None:
    three = make_report(*report.articles, hostile(), Checked(Article("b.md", "", error="it is no text")))
    golden(render(three, format="text", summary=True), "table.txt")
    lines = render(three, format="text").splitlines()
    assert any(line.split()[:1] == ["claims"] for line in lines)
    assert any("✘ not read" in line and "b.md: it is no text" in line for line in lines)


def test_of_many_articles_only_the_table_is_shown(report: Report) -> None:
    many = make_report(*(report.articles * 50))
    text = render(many, format="text")
    assert "why:" not in text
    assert "and 10 more articles (--verbose shows all)" in text
    assert "why:" in render(many, format="text", show=["nei"])


def test_quiet_is_one_line(report: Report) -> None:
    text = render(report, format="text", quiet=True)
    assert text.count("\n") == 1
    assert "✘ 3 refuted" in text
    assert "✔ 6 supported" in text
    assert "? 1 not enough information" in text


def test_supported_is_counted_and_only_shown_when_asked(report: Report) -> None:
    assert "release date" not in render(report, format="text")
    assert "release date" in render(report, format="text", verbose=True)


def test_outdated_says_what_is_right_and_what_was(report: Report) -> None:
    text = render(report, format="text")
    assert "^ says $5.00; now: $2.50 per 1M tokens, since 6 August 2024\n" in text
    assert "was:    $5.00 per 1M tokens, 13 May 2024 until 6 August 2024" in render(report, format="text", verbose=True)
    assert "https://openai.com/api/pricing/ (primary, checked 2026-11-20)" in text


def test_carets_stand_below_the_words(report: Report) -> None:
    lines = render(report, format="text").split("\n")
    for above, below in itertools.pairwise(lines):
        if "│" in below and "^" in below:
            begin, end = below.index("^"), below.rindex("^") + 1
            assert above[begin:end].strip() == above[begin:end]
    above = next(line for line in lines if "│ - **GPT-4o mini**" in line)
    below = lines[lines.index(above) + 1]
    assert above[below.index("^") : below.rindex("^") + 1] == "60% cheaper"


def test_no_color_means_no_escape(report: Report) -> None:
    assert "\x1b" not in render(report, format="text", verbose=True)
    assert "\x1b[" in render(report, format="text", color=True)


def test_hostile_article_cannot_move_the_cursor() -> None:
    text = render(make_report(hostile()), format="text", verbose=True)
    assert "\\x1b[2J" in text
    assert not any(character in text for character in "\x1b\x07\r\x08\u202e\u202c")


def test_unreadable_article_is_named() -> None:
    text = render(make_report(Checked(Article("b.md", "", error="it is no text"))), format="text")
    assert "b.md: ✘ not read: it is no text" in text
    assert "1 article not read" in text


def test_long_and_odd_lines_are_cut() -> None:
    line = "word " * 200 + "GOAL" + " word" * 200
    shown = excerpt.around(line, line.index("GOAL"), line.index("GOAL") + 4)
    whole = shown.before + shown.marked + shown.after
    assert shown.marked == "GOAL"
    assert len(whole) <= excerpt.WIDTH + 4
    assert shown.before.startswith("…")
    assert shown.after.endswith("…")
    crossing = excerpt.around("a\nbc\r\nd", 2, 7)
    assert (crossing.before, crossing.marked, crossing.after) == ("", "bc", "")
    wide = excerpt.around("价格 128K", 3, 7)
    assert wide.indent == 5
    assert wide.length == 4


@pytest.mark.parametrize(
    ("raw", "harmless"),
    [("a\tb\nc", "a b c"), ("\x1b[0m", "\\x1b[0m"), ("\x9b", "\\x9b"), ("\u2066x", "\\u2066x"),
     ("naïve 👩‍🔬", "naïve 👩‍🔬"),
     ("\udcff", "\\udcff"), ("\U000e0041", "\\U000e0041")],
)  # fmt: skip
def test_safe_line(raw: str, harmless: str) -> None:
    assert safe.line(raw) == harmless


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [(128000.0, "tokens", "128,000 tokens"), (4.05e11, "parameters", "405 billion parameters"),
     (0.075, "usd_per_1m_tokens", "$0.075 per 1M tokens"), (2.5, "usd_per_1m_tokens", "$2.50 per 1M tokens"),
     (15.0, "usd_per_1m_tokens", "$15.00 per 1M tokens"), (88.7, "percent", "88.7%"), (1287.0, "elo", "1,287 Elo"),
     (109.5, "tokens_per_second", "109.5 tokens/second"), (0.4, "ratio", "60% less"), (1.56, "ratio", "56% more"), (5.0, "ratio", "5 times as much"),
     (1.0, "ratio", "the same"),
     (True, None, "yes"), (None, None, "not published"), ("2024-05", None, "May 2024"), ("2024-05-03", None, "3 May 2024"),
     ("2024-13", None, "2024-13"), (50.0, "count", "50"),
     (("text", "image"), None, "text, image")],
)  # fmt: skip
def test_values_in_words(value: object, unit: str | None, shown: str) -> None:
    assert words.value(value, unit) == shown  # type: ignore[arg-type]


def test_claims_in_words() -> None:
    ranged = claim("x 1", "1", "output_speed", 80.0, "tokens_per_second", value_to=120.0, op="~", stance="hedged")
    assert words.claimed(ranged) == "about 80 to 120 tokens/second (told as uncertain)"
    denied = claim("x 1", "1", "input_modality", "audio", polarity=False)
    assert words.claimed(denied) == "not audio"
    unable = claim("x 1", "1", "capability", True, capability="fine_tuning", polarity=False)
    assert words.claimed(unable) == "no"
    prices = claim("x 1", "1", "input_price", 0.1, "usd_per_1m_tokens", value_to=0.3)
    assert words.claimed(prices) == "$0.10 to $0.30 per 1M tokens"
    compared = claim("is cheaper", "cheaper", "comparison", "less", base="price", other=MINI)
    assert words.claimed(compared) == "“cheaper” than GPT-4o mini"
    assert words.expected(Expected(1.0, "percent", None, "2025")) == "1%, until 2025"


def test_nei_never_looks_like_supported() -> None:
    assert words.SYMBOL["nei"] != words.SYMBOL["supported"]
    assert len(set(words.SYMBOL.values())) == len(set(words.WORD.values())) == 5


def test_unknown_format_names_the_nearest(report: Report) -> None:
    with pytest.raises(UsageError, match=r"unknown format 'jsn' \(did you mean 'json'\?\); known: text"):
        render(report, format="jsn")
    assert list(FORMATS)[:4] == ["text", "json", "jsonl", "html"]
