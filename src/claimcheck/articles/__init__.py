"""Files in, `Article`s out: decoded text that never changes, and blocks whose views carry exact offsets.

Each format is one module with `blocks(text)`; `formats.FORMATS` lists them. Nothing here raises for a bad article: what
could not be read is a value (`Article.error`) that reaches every report.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from claimcheck.articles.discover import discover
from claimcheck.articles.formats import FORMATS
from claimcheck.errors import ArticleError
from claimcheck.terms import Article

__all__ = ["FORMATS", "discover", "parse", "read"]


def read(path: Path | str, *, data: bytes | None = None, name: str | None = None) -> Article:
    """The article in a file, or in `data` when it is given (`name` then tells its path and format).

    Never raises for a bad article: `error` says in one line why it could not be read.
    """
    from claimcheck.articles import decode, formats

    shown = name or str(path)
    try:
        text = decode.decode(_bytes(Path(path)) if data is None else data)
    except ArticleError as error:
        return Article(shown, "", error=str(error))
    if not text.strip():
        return Article(shown, text, error="empty file")
    return parse(text, path=shown, format=formats.of(shown, text))


def parse(text: str, *, path: str, format: str) -> Article:
    """The article in decoded text; `format` is one of the values of `FORMATS`."""
    from claimcheck.articles import dates

    if format not in FORMATS.values():
        return Article(path, text, error=f"unknown format {format!r} (known: {', '.join(sorted(set(FORMATS.values())))})")
    blocks, said = import_module(f"claimcheck.articles.{format}").blocks(text)
    heading = next((block.view.text for block in blocks if block.kind == "heading" and block.level == 1), None)
    # a heading that ends in an address is shown without it, and without what led to it
    title = said.get("title") or (" ".join(heading.split()).rstrip(" -–—|·:") if heading else None)
    return Article(path, text, tuple(blocks), title=title, published=said.get("published") or dates.stated(blocks))


def _bytes(path: Path) -> bytes:
    """Content of a file; raises ArticleError with one clear line."""
    try:
        if path.is_dir():
            raise ArticleError("a folder, not a file")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ArticleError("no such file") from error
    except PermissionError as error:
        raise ArticleError("no permission to read it") from error
    except (OSError, ValueError) as error:
        raise ArticleError(f"could not be read ({getattr(error, 'strerror', None) or error})") from error
