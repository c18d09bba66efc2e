"""Files in, articles or clear errors out."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import articles
from claimcheck.errors import UsageError


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "empty file"),
        (b"\xef\xbb\xbf \n", "empty file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not text (binary data)"),
        (bytes(range(1, 32)) * 9, "not text (binary data)"),
        (b"\xff\xfe\x00", "not text (broken UTF-16)"),
    ],
)
def test_bad_articles(tmp_path: Path, data: bytes, error: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(data)
    assert articles.read(file).error == articles.read("-", data=data, name="b.md").error == error


def test_no_file(tmp_path: Path) -> None:
    assert articles.read(tmp_path / "none.md").error == "no such file"
    assert articles.read(tmp_path).error == "a folder, not a file"
    assert articles.read("bad\0name").error


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffPreis: 5 €\r\nfür alle".encode(), "Preis: 5 €\r\nfür alle"),
        ("Preis: 5 €".encode("utf-16"), "Preis: 5 €"),
        (
            "This text about the model’s price – five euros, naïvely put – is “low” for a café.".encode("cp1252"),
            "This text about the model’s price – five euros, naïvely put – is “low” for a café.",
        ),
        ("Hereâ€™s".encode(), "Hereâ€™s"),
    ],
)
def test_decoding(data: bytes, text: str) -> None:
    article = articles.read("-", data=data, name="a.txt")
    assert (article.text, article.error) == (text, None)


def test_format_is_seen_without_a_suffix() -> None:
    assert articles.read("-", data=b"# T\n\nIt **is**.").title == "T"
    assert articles.read("-", data=b"<!doctype html><h1>T</h1>").title == "T"


def test_discover(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.md", "a.txt", "sub/c.html", "sub/d.py", ".git/e.md", "node_modules/f.md", "drafts/g.MD"):
        Path(name).parent.mkdir(exist_ok=True, parents=True)
        Path(name).write_text("x")
    Path("sub/loop").symlink_to(tmp_path / "sub", target_is_directory=True)
    Path("sub/itself").symlink_to("itself")
    Path("empty").mkdir()
    assert [str(path) for path in articles.discover(["."])] == ["a.txt", "b.md", "drafts/g.MD", "sub/c.html"]
    kept = articles.discover(["sub", "-", "b.md", "sub/c.html", "sub/d.py"])
    assert [str(path) for path in kept] == ["sub/c.html", "-", "b.md", "sub/d.py"]
    assert articles.discover(["."], exclude=["drafts/", "*.txt", "sub/c.html"]) == [Path("b.md")]
    with pytest.raises(UsageError, match=r"^no such file or folder: none$"):
        articles.discover(["none"])
    with pytest.raises(UsageError, match=r"^no articles in empty \(looked for \.md, \.markdown"):
        articles.discover(["empty"])
