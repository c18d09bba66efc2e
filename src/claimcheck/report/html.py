"""One self-contained HTML page: a Report in, a page without any network request out.

Everything written by others passes Jinja2's autoescape. Only our own style and script run: the page's
Content-Security-Policy names them by hash and forbids everything else.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.report.page import page
from claimcheck.terms import Report

if TYPE_CHECKING:
    from claimcheck.report import Look

TEMPLATES = Path(__file__).parent / "templates"


def render(report: Report, look: Look) -> str:
    """The page; `look` changes nothing, what is shown is chosen in the page."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style, script = _own("report.css"), _own("report.js")
    template = environment.get_template("page.html")
    return template.render(
        page=page(report),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        style=Markup(style),  # our own file, and the policy holds its hash
        script=Markup(script),
    )


def _own(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
