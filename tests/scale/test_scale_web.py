"""Pages of the web, from a real server on this machine: read like files, and no failing one ends a run."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claimcheck.articles import addresses
from claimcheck.scale import items

PAGE = "<html><body><article><p>GPT-4o costs $2.50 per million input tokens.</p></article></body></html>"
PAGES = {"/page": ("text/html; charset=utf-8", PAGE), "/notes": ("text/markdown", "# GPT-4o\n"), "/plain": ("application/octet-stream", "GPT-4o\n")}


class Server(BaseHTTPRequestHandler):
    """Gives the pages above, and 404 for everything else."""

    def do_GET(self) -> None:
        kind, text = PAGES.get(self.path, ("", ""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_pages_are_read_beside_files(site: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("GPT-4o\n", encoding="utf-8")
    found = list(items.find([f"{site}/page", str(tmp_path), f"{site}/page"]))
    assert [item.path for item in found] == [str(tmp_path / "a.md"), f"{site}/page"]
    assert items.total([f"{site}/page", str(tmp_path)]) == 2
    content = items.read(found[1])
    assert (content.data.decode(), content.format, content.error) == (PAGE, "html", None)


@pytest.mark.parametrize(("page", "format"), [("/notes", "markdown"), ("/plain", None)])
def test_the_server_names_the_format(site: str, page: str, format: str | None) -> None:
    assert items.read(items.Item(site + page)).format == format


def test_what_cannot_be_fetched_is_said(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert items.read(items.Item(f"{site}/none")).error == "the server answers 404 Not Found"
    assert "could not be fetched" in str(items.read(items.Item("http://127.0.0.1:1/x")).error)
    assert "could not be fetched" in str(items.read(items.Item("https://")).error)
    monkeypatch.setattr(addresses, "LARGEST", 10)
    assert items.read(items.Item(f"{site}/page")).error == "larger than 10 bytes"
