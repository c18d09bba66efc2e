"""One self-contained HTML file: a Report in, a page without any network request out.

One article is shown as it reads; several get the index before them. For very many see `folder`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from claimcheck.report import claimreview, page
from claimcheck.report.overview import gather
from claimcheck.report.rows import line
from claimcheck.report.templating import environment, hashed, own, policy
from claimcheck.terms import Report

if TYPE_CHECKING:
    from claimcheck.report import Look, Stream

STYLES = ("report.css", "cards.css", "print.css")
SCRIPTS = ("report.js", "lines.js")
INDEX_STYLES, INDEX_SCRIPTS = ("report.css", "index.css", "print.css"), ("index.js",)


def pieces(report: Stream, look: Look) -> Iterator[str]:
    """The page, which holds all articles; `look` changes nothing, what is shown is chosen in the page."""
    yield _page(Report(report.as_of, report.reference, tuple(report.articles)))


def _page(report: Report) -> str:
    several = len(report.articles) != 1
    style = own("report.css", *(("index.css",) if several else ()), *STYLES[1:])
    script = own(*SCRIPTS, *(INDEX_SCRIPTS if several else ()))
    return environment().get_template("page.html").render(
        head=page.head(report.articles, as_of=report.as_of, reference=report.reference),
        stories=page.stories(report.articles, as_of=report.as_of),
        choices=page.choices(report.articles),
        index=_index(report) if several else None,
        home=None,
        policy=policy(style=hashed(style), script=hashed(script)),
        style=Markup(style),  # our own files, and the policy holds their hash
        script=Markup(script),
        style_href=None,
        claimreview=Markup(claimreview.graph(report)),  # harmless: no character in it can end a script element
    )  # fmt: skip


def _index(report: Report) -> page.Index:
    lines = [line(number, checked, href=f"#a{number}") for number, checked in enumerate(report.articles, 1)]
    data = claimreview.embedded([each.packed() for each in lines])
    return page.index(gather(report), lines, total=len(lines), data=data)
