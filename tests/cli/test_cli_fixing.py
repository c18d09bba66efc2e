"""`--diff` and `--fix` on real articles: only the safe words change, every other byte stays, a second run finds nothing more."""

from __future__ import annotations

import codecs
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimcheck.cli import main
from claimcheck.report.fixes import form, plan
from claimcheck.terms import Article, Checked, Finding, Inconsistency, Place, Suggestion

ROOT = Path(__file__).parents[2]
WRONG = "# Prices\n\nGPT-4o costs $5.00 per million input tokens.\n\nGPT-4o mini has a context window of 200K tokens.\n"
RIGHT = WRONG.replace("$5.00", "$2.50").replace("200K", "128K")
AS_OF = ("--as-of", "2026-11-21")


def call(*args: str) -> Result:
    result = CliRunner().invoke(main, [*args, *AS_OF])
    assert result.exit_code != 3, result.stderr  # an article could not be read: the reason stands there
    return result


def test_diff_is_what_patch_understands(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    result = call("--diff", str(tmp_path / "a.md"))
    assert result.exit_code == 1
    assert "-GPT-4o costs $5.00 per million input tokens.\n+GPT-4o costs $2.50 per million" in result.stdout
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == WRONG
    subprocess.run(["patch", "-s", str(tmp_path / "a.md")], input=result.stdout, text=True, check=True)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == RIGHT
    assert call("--diff", str(tmp_path / "a.md")).stdout == ""


def test_diff_holds_for_names_with_spaces_and_for_carriage_returns_within_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("two words.md")
    path.write_bytes(f"# Prices\rof today\n\n{WRONG}".encode())
    result = call("--diff", str(path))
    subprocess.run(["patch", "-s", "-p1"], input=result.stdout.encode(), check=True)
    assert path.read_bytes() == f"# Prices\rof today\n\n{RIGHT}".encode()


@pytest.mark.parametrize(
    ("mark", "encoding", "end"),
    [(b"", "utf-8", "\n"), (codecs.BOM_UTF8, "utf-8", "\r\n"), (codecs.BOM_UTF16_LE, "utf-16-le", "\r\n"), (b"", "cp1252", "\r")],
)
def test_every_other_byte_stays(tmp_path: Path, mark: bytes, encoding: str, end: str) -> None:
    def bytes_of(text: str) -> bytes:
        return mark + f"Señor “Hereâ€™s”\n\n{text}  \n\nno end".replace("\n", end).encode(encoding)

    path = tmp_path / "a.md"
    path.write_bytes(bytes_of(WRONG))
    path.chmod(0o640)
    result = call("--fix", str(path))
    assert path.read_bytes() == bytes_of(RIGHT), result.stdout
    assert path.stat().st_mode & 0o777 == 0o640
    assert result.exit_code == 0
    assert "GPT-4o · input price: $5.00 → $2.50" in result.stdout
    assert result.stdout.endswith("fixed 2 claims in 1 article, left 0\n")


def test_a_second_run_finds_nothing_more(tmp_path: Path) -> None:
    for path in (ROOT / "corpus" / "articles").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    first, second = call("--fix", str(tmp_path)), call("--fix", str(tmp_path))
    assert "fixed 0 claims" not in first.stdout
    assert second.stdout.splitlines()[-1].startswith("fixed 0 claims in 0 articles, left ")
    assert ": left " in second.stdout
    assert second.exit_code == 1


def test_what_is_not_safe_is_left_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("GPT-4o was launched at $5.00 per million input tokens.\n\nGPT-4o has 200 billion parameters.\n", encoding="utf-8")
    before = path.read_bytes()
    result = call("--fix", str(path))
    assert path.read_bytes() == before
    assert "no published figure to write" in result.stdout
    assert result.exit_code == 1


def test_standard_input_is_never_written() -> None:
    result = CliRunner().invoke(main, ["--fix", "-", *AS_OF], input=WRONG)
    assert "it is no file that can be written" in result.stdout


@pytest.mark.parametrize("args", [("--fix", "-o", "x"), ("--fix", "--diff"), ("--diff", "--format", "json"), ("--summary", "-q"),
                                  ("--show", "nope"), ("--format", "csv", "-o", "d/")])  # fmt: skip
def test_options_that_do_not_go_together(args: tuple[str, ...]) -> None:
    result = call(*args, str(ROOT / "corpus" / "articles" / "01-4o-cheat-sheet.md"))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def finding(text: str, quote: str, replacement: str, *, subject: str = "GPT-4o", verdict: str = "refuted") -> Finding:
    """A wrong claim with a suggestion for all its words."""
    from claimcheck.terms import Claim, Model

    start = text.index(quote)
    claim = Claim(Model(None, subject, subject), "context_window", 1.0, "tokens", quote, start, start + len(quote), 1, start + 1)
    return Finding(claim, verdict, "value_differs", "Why.", suggestion=Suggestion(start, start + len(quote), replacement))  # type: ignore[arg-type]


def left(text: str, *findings: Finding) -> list[str]:
    """Why nothing was done, for each finding that was left."""
    return [item.why for item in plan(Checked(Article("a.md", text), findings)).left]


def test_words_that_speak_of_two_models_are_left() -> None:
    text = "Both have 200K tokens."
    assert left(text, finding(text, "200K", "128K")) == []
    assert left(text, finding(text, "200K", "128K"), finding(text, "200K", "128K", subject="mini")) == []
    assert left(text, finding(text, "200K", "128K"), finding(text, "200K", "64K", subject="mini")) == [
        "the same words speak of mini too", "the same words speak of GPT-4o too"]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "same"), [("$5.00", "$2.50", True), ("200K", "128K", True), ("128,000", "1,047,576", True),
                                                 ("$5", "$2.50", True), ("1M", "128K", False), ("$5", "5 USD", False), ("88%", "88", False)])  # fmt: skip
def test_form(old: str, new: str, same: bool) -> None:
    assert (form(old) == form(new)) is same


def test_outdated_in_a_sentence_of_the_past_is_left() -> None:
    past, now = "GPT-4o arrived in May at $5 a million.", "GPT-4o was new in May and costs $5 a million."
    assert left(past, finding(past, "$5", "$2.50", verdict="outdated")) == ["the sentence may tell of the past"]
    assert left(now, finding(now, "$5", "$2.50", verdict="outdated")) == []


def test_what_the_article_itself_states_otherwise_is_left() -> None:
    text = "It has 200K tokens. Further down it has 128K tokens."
    wrong = finding(text, "200K", "128K")
    clash = Inconsistency("contradiction", "Why.", tuple(Place(q, text.index(q), text.index(q) + 4, 1, text.index(q) + 1) for q in ("200K", "128K")))
    whole = Checked(Article("a.md", text), (wrong,), (clash,))
    assert [item.why for item in plan(whole).left] == ["the article states it otherwise elsewhere; look at both places"]
    assert plan(replace(whole, inconsistencies=(replace(clash, waived="meant so"),))).left == ()
