"""Folders of pages written by several processes, and waivers on their way through cache, lines, tables and comparisons."""

from __future__ import annotations

import json
from pathlib import Path

from scale_samples import Run, text

WAIVED = "\nGPT-4o costs $5.00 per 1M input tokens. <!-- claimcheck: ignore input_price: launch price -->\n\n<!-- claimcheck: ignore -->\n"


def pages(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_many_processes_write_the_same_bytes_as_one(archive: Path, tmp_path: Path, run: Run) -> None:
    (archive / "0050.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0")  # no article: its page says so
    results = [run(archive, "-o", f"{tmp_path / name}/", "--jobs", jobs) for name, jobs in (("one", 1), ("many", 3), ("cached", 3))]
    assert {result.returncode for result in results} == {3}
    one, many, cached = (pages(tmp_path / name) for name in ("one", "many", "cached"))
    assert len(one) == 120 + 5
    assert one == many == cached


def test_pages_judge_by_the_age_of_checks_that_was_asked_for(tmp_path: Path, run: Run) -> None:
    article = tmp_path / "a.md"
    article.write_text("GPT-4o has a context window of 64,000 tokens.\n", encoding="utf-8")
    for name, days, marks in (("lenient", 0, 0), ("strict", 4000, 1)):
        run(article, "-o", f"{tmp_path / name}/", "--as-of", "2030-01-01", "--max-age", days)
        assert (tmp_path / name / "a" / "1.html").read_text(encoding="utf-8").count('class="mark refuted"') == marks


def test_waivers_survive_the_cache_and_end_up_in_lines_and_tables(archive: Path, tmp_path: Path, run: Run) -> None:
    (archive / "0007.md").write_text(text(7) + WAIVED, encoding="utf-8")
    lines = []
    for name in ("first.jsonl", "second.jsonl"):
        assert run(archive, "--format", "jsonl", "-o", tmp_path / name).returncode == 0
        lines.append((tmp_path / name).read_text(encoding="utf-8"))
    assert lines[0] == lines[1]
    article = json.loads(lines[0].splitlines()[7])
    assert [finding["waived"] for finding in article["findings"] if "waived" in finding] == ["launch price"]
    assert article["counts"]["waived"] == article["counts"]["unused_waivers"] == 1
    assert lines[0].count('"waived"') == 2
    assert run(archive, "--format", "findings", "-o", tmp_path / "rows.jsonl").returncode == 0
    rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["waived"] for row in rows if row["waived"] is not None] == ["launch price"]


def test_waiving_an_old_error_mends_it_and_taking_the_waiver_away_breaks_it(archive: Path, tmp_path: Path, run: Run) -> None:
    path = archive / "0007.md"
    results = []
    for number, article in enumerate((text(7) + WAIVED.partition("<!--")[0], text(7) + WAIVED)):
        path.write_text(article, encoding="utf-8")
        run(path, "--format", "jsonl", "-o", tmp_path / f"{number}.jsonl")
        results.append(tmp_path / f"{number}.jsonl")
    from claimcheck.scale import diff

    assert [(change.before, change.after) for change in diff.difference(str(results[0]), str(results[1])).mended] == [("outdated", "waived")]
    assert [(change.before, change.after) for change in diff.difference(str(results[1]), str(results[0])).wrong] == [("waived", "outdated")]
