"""Templates and the policy of a page: our own files in, a Jinja2 environment and hashes out.

Everything written by others passes autoescape. Only our own style and script run: the page's Content-Security-Policy names
them by hash and forbids everything else.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"
NOTHING_ELSE = "base-uri 'none'; form-action 'none'"


def environment() -> Environment:
    """The templates of this room."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def own(*names: str) -> str:
    """Our own style or script files, joined."""
    return "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names)


def hashed(text: str) -> str:
    """The source expression that allows exactly this inline text."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def policy(*, style: str, script: str) -> str:
    """A Content-Security-Policy with these source expressions and nothing else."""
    return f"default-src 'none'; style-src {style}; script-src {script}; {NOTHING_ELSE}"
