"""Articles on the web: an address as typed in comes in, the bytes of the page and its format go out. Nothing else here uses the network."""

from __future__ import annotations

from claimcheck.errors import ArticleError

SECONDS = 30  # to wait for a server
LARGEST = 20_000_000  # bytes of a page; what is larger is no article
_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/markdown": "markdown"}


def is_address(path: str) -> bool:
    """Whether a path as typed in is the address of a page."""
    return path.lower().startswith(("https://", "http://"))


def fetch(address: str) -> tuple[bytes, str | None]:
    """The bytes of a page, and its format where the server names one that is read here.

    Raises ArticleError when there is no page, or one of more than LARGEST bytes.
    """
    from http.client import HTTPException
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    from claimcheck.version import __version__

    try:
        with urlopen(Request(address, headers={"User-Agent": f"claimcheck/{__version__}"}), timeout=SECONDS) as answer:  # is_address
            data: bytes = answer.read(LARGEST + 1)
            kind: str = answer.headers.get_content_type()
    except HTTPError as error:
        raise ArticleError(f"the server answers {error.code} {error.reason}".rstrip()) from error
    except (OSError, ValueError, HTTPException) as error:
        raise ArticleError(f"could not be fetched ({getattr(error, 'reason', None) or error})") from error
    if len(data) > LARGEST:
        raise ArticleError(f"larger than {LARGEST:,} bytes")
    return data, _FORMATS.get(kind)
