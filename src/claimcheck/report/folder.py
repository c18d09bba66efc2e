"""A folder of HTML pages for many articles: Checked articles in, one after the other, `index.html` and what it leads to out.

Only counts and the rows of the table are kept, never articles. The rows stand in chunk files beside the index, which its own
script loads by `<script src>`: this works from a disk, where a page may fetch nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from claimcheck.errors import UsageError
from claimcheck.report import claimreview, page
from claimcheck.report.html import INDEX_SCRIPTS, INDEX_STYLES, SCRIPTS, STYLES
from claimcheck.report.overview import Gatherer
from claimcheck.report.rows import Line, line
from claimcheck.report.summary import Counts
from claimcheck.report.templating import environment, hashed, own, policy
from claimcheck.report.write import atomic
from claimcheck.terms import Checked, ReferenceInfo, Report

CHUNK = 2000  # rows in a chunk file
LOADER = 'const s=document.createElement("script");s.src="../assets/report.js";document.head.append(s);'


class Pages:
    """The pages of articles in a folder that `prepared` made; may be used by many processes, each with its own."""

    def __init__(self, folder: str, *, as_of: str, reference: ReferenceInfo) -> None:
        self._base = Path(folder)
        self._as_of, self._reference = as_of, reference
        self._templates = environment()

    def put(self, number: int, checked: Checked) -> None:
        """Writes the page of the article with this running number, from 1. Half a page is no harm: the index comes last."""
        text = _article(self._templates, Report(self._as_of, self._reference, (checked,)))
        try:
            (self._base / _page(number)).write_bytes(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise UsageError(f"cannot write {self._base / _page(number)}: {error.strerror}") from error


def write(articles: Iterable[Checked], folder: str, *, as_of: str, reference: ReferenceInfo) -> Counts:
    """Writes all pages into `folder`, which is made when it is missing."""
    prepared(folder)
    pages = Pages(folder, as_of=as_of, reference=reference)

    def written() -> Iterator[Checked]:
        for number, checked in enumerate(articles, 1):
            pages.put(number, checked)
            yield checked

    return write_index(written(), folder, as_of=as_of, reference=reference)


def write_index(articles: Iterable[Checked], folder: str, *, as_of: str, reference: ReferenceInfo) -> Counts:
    """Writes the index of articles whose pages are written by somebody else, and need not be more here than their findings."""
    base, templates, gatherer, lines = Path(folder), environment(), Gatherer(), []
    for number, checked in enumerate(articles, 1):
        gatherer.add(number, checked)
        lines.append(line(number, checked, href=_page(number)))
    chunks = _chunks(base, lines)
    overview = gatherer.overview()
    values = page.index(overview, lines, total=len(lines), chunks=chunks)
    head = page.head(overview.counts, as_of=as_of, reference=reference)
    _put(base / "index.html", _index(templates, head, values))
    _put(base / "articles.html", _plain(templates, head, lines))
    return overview.counts


def _page(number: int) -> str:
    return f"a/{number}.html"


def prepared(folder: str) -> None:
    """Makes the folder and the folders in it, with style and script; pages of an earlier report go, anything else is left alone."""
    base = Path(folder)
    try:
        for inside, pattern in (("a", "*.html"), ("assets", "report.*"), ("data", "rows-*.js")):
            (base / inside).mkdir(parents=True, exist_ok=True)
            for old in (base / inside).glob(pattern):
                old.unlink()
    except OSError as error:
        raise UsageError(f"cannot write {folder}: {error.strerror}") from error
    _put(base / "assets" / "report.css", own(*STYLES))
    _put(base / "assets" / "report.js", own(*SCRIPTS))


def _put(path: Path, text: str) -> None:
    with atomic(str(path)) as file:
        file.write(text.encode("utf-8", "backslashreplace"))


def _article(templates: Environment, report: Report) -> str:
    return templates.get_template("page.html").render(
        head=page.head(report.articles, as_of=report.as_of, reference=report.reference),
        stories=page.stories(report.articles, as_of=report.as_of),
        choices=page.choices(report.articles),
        index=None,
        home="../index.html",
        # 'self' is this server; a page on a disk has none, there `file:` stands for it
        policy=policy(style="'self' file:", script=f"{hashed(LOADER)} 'strict-dynamic'"),
        style=None,
        script=Markup(LOADER),
        style_href="../assets/report.css",
        claimreview=Markup(claimreview.graph(report)),
    )


def _index(templates: Environment, head: page.Head, values: page.Index) -> str:
    style, script = own(*INDEX_STYLES), own(*INDEX_SCRIPTS)
    return templates.get_template("index_page.html").render(
        head=head,
        index=values,
        # the chunks are loaded by our script, which alone may do so
        policy=policy(style=hashed(style), script=f"{hashed(script)} 'strict-dynamic'"),
        style=Markup(style),
        script=Markup(script),
        plain="articles.html" if values.total > len(values.lines) else None,
    )


def _plain(templates: Environment, head: page.Head, lines: Sequence[Line]) -> str:
    """All articles as plain links, for readers without JavaScript."""
    style = own(*INDEX_STYLES)
    return templates.get_template("articles.html").render(head=head, lines=lines, style=Markup(style), policy=policy(style=hashed(style), script="'none'"))


def _chunks(base: Path, lines: Sequence[Line]) -> list[str]:
    names = []
    for start in range(0, len(lines), CHUNK):
        name = f"data/rows-{start // CHUNK + 1}.js"
        rows = claimreview.embedded([each.packed() for each in lines[start : start + CHUNK]])
        _put(base / name, f"claimcheckRows({start},{rows});\n")
        names.append(name)
    return names
