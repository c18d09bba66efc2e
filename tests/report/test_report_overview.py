"""What many articles have in common, time lines, and the folder of pages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from report_samples import checked, hostile, make_report

from claimcheck.report import charts, timeline
from claimcheck.report.folder import write
from claimcheck.report.overview import Overview, gather
from claimcheck.terms import Article, Checked, Expected


def of(*articles: Checked) -> Overview:
    return gather(make_report(*articles))


def dated(day: str | None) -> Checked:
    one = checked()
    return replace(one, article=replace(one.article, published=day))


def test_frequent_errors_are_counted_by_article_with_examples() -> None:
    found = of(checked(), checked(), hostile())
    first = found.errors[0]
    assert (first.articles, first.claims) == (2, 2)
    assert first.examples[0][0] == 1
    assert [error.articles for error in found.errors] == sorted((error.articles for error in found.errors), reverse=True)


def test_findings_stand_in_the_month_of_the_article_without_gaps() -> None:
    chart = charts.by_date(of(dated("2024-11-03"), dated("2025-02"), dated(None), dated("next week")))
    assert [bar.label for bar in chart.bars] == ["2024-11", "2024-12", "2025-01", "2025-02"]
    assert [bar.total for bar in chart.bars] == [12, 0, 0, 12]
    assert of(dated(None), dated("next week")).undated == 2


def test_long_times_are_counted_by_year() -> None:
    chart = charts.by_date(of(dated("2019-11-03"), dated("2025")))
    assert [bar.label for bar in chart.bars][::6] == ["2019", "2025"]


def test_bars_are_on_one_scale() -> None:
    chart = charts.by_attribute(of(checked()))
    assert chart.bars[0].parts[-1].at + chart.bars[0].parts[-1].size == pytest.approx(100)
    assert all(sum(part.number for part in bar.parts) == bar.total for bar in chart.bars)


def test_time_line_shows_what_was_said_and_what_holds() -> None:
    finding = next(each for each in checked().findings if each.verdict == "outdated")
    line = timeline.line(finding, as_of="2026-11-21", published="2024-07-18")
    assert line is not None
    assert [bar.kind for bar in line.bars] == ["said", "now"]
    assert line.bars[0].x == 0
    assert line.bars[1].x + line.bars[1].width == pytest.approx(timeline.WIDTH, abs=1)
    assert line.written is not None
    assert line.bars[0].x < line.written < line.bars[1].x
    assert timeline.line(replace(finding, history=finding.history[:1]), as_of="2026-11-21", published=None) is None
    odd = (Expected(1.0, None, "<d>", None), Expected(2.0, None, None, "2024"))
    timeline.line(replace(finding, history=odd), as_of="2026-11-21", published="<2024>")


def test_a_folder_is_written_again_over_an_older_one(tmp_path: Path) -> None:
    report = make_report()
    (tmp_path / "keep.txt").write_text("mine")
    write([checked()] * 3, str(tmp_path), as_of=report.as_of, reference=report.reference)
    write([checked(), hostile()], str(tmp_path), as_of=report.as_of, reference=report.reference)
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["1.html", "2.html"]
    assert (tmp_path / "keep.txt").read_text() == "mine"


def test_rows_stand_in_chunks_that_hold_nothing_but_data(tmp_path: Path) -> None:
    report = make_report()
    counts = write(iter([hostile(), checked()]), str(tmp_path), as_of=report.as_of, reference=report.reference)
    assert counts.articles == 2
    text = (tmp_path / "data" / "rows-1.js").read_text(encoding="utf-8")
    assert text.startswith("claimcheckRows(0,[[")
    assert "<" not in text
    rows = json.loads(text.removeprefix("claimcheckRows(0,").removesuffix(");\n"))
    assert rows[1] == ["a/2.html", "GPT-4o or GPT-4o mini?", "articles/mini.md", "2024-07-18", 12, 3, 1, 1, 1, 6, 1, 1, None]


def test_nothing_at_all_can_be_shown(tmp_path: Path) -> None:
    report = make_report()
    counts = write([Checked(Article("a.md", ""))], str(tmp_path), as_of=report.as_of, reference=report.reference)
    assert counts.claims == 0
    assert "No checkable claim found" in (tmp_path / "index.html").read_text(encoding="utf-8")
