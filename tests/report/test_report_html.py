"""The HTML page: the article reads as before, claims are marked in place, nothing of others is ever executed."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from report_samples import TEXT, block, blocks, hostile, make_report, place

from claimcheck.report import render
from claimcheck.report.cards import link
from claimcheck.report.flow import readable, rows
from claimcheck.report.marks import Item, pieces, view_range
from claimcheck.terms import Article, Block, Checked, Report, Source, View

VOID = {"meta", "input", "br", "link"}


class Tree(HTMLParser):
    """Collects tags with their attributes, ids and text; fails where tags do not close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not set(self.open) & {"script", "style"}:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture
def page(report: Report) -> str:
    return render(report, format="html")


def test_every_claim_has_a_mark_and_a_card(page: str) -> None:
    tree = Tree(page)
    ids = [attributes["id"] for _, attributes in tree.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for number in range(1, 13):
        assert f"a1-c{number}" in ids
        assert f"a1-m{number}" in ids
    for attributes in tree.all("a"):
        href = attributes["href"] or ""
        assert href.startswith("https://") or href.removeprefix("#") in ids


def test_shared_words_are_one_mark_with_two_cards(page: str) -> None:
    marks = re.findall(r'data-cards="([^"]*)"', page)
    assert "a1-c3 a1-c4" in marks
    assert len(marks) == 11  # twelve claims, two of which share their words


def test_the_article_reads_as_it_is(page: str) -> None:
    for shown in ('<h2 class="h1">GPT-4o or GPT-4o mini?</h2>', '<h3 class="h2">Prices</h3>', "<ul><li>GPT-4o mini: ", "<ul><li>input at ",
                  '<th scope="col">Context</th>', "<td>GPT-4o</td>", "<blockquote><p>Mini costs "):  # fmt: skip
        assert shown in page, shown
    assert "**" not in re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.S)


def test_verdicts_have_symbol_and_word(page: str) -> None:
    assert (
        '<mark>$0.25</mark><span class="sign" aria-hidden="true">✘≠</span>'
        '<span class="sr"> (refuted: GPT-4o mini, input price; inconsistent (contradiction))</span>'
    ) in page
    assert '<mark>110 tokens/s</mark><span class="sign" aria-hidden="true">?</span>' in page
    assert "5 of 12 claims need work" in page


def test_card_has_all_the_evidence(page: str) -> None:
    text = " ".join(Tree(page).text.split())
    for shown in ("1 − 0.15 / 2.50 = 94 %", "$2.50 per 1M tokens, since 6 August 2024", "13 May 2024 until 6 August 2024",
                  "secondary, checked 2026-11-20", "primary, checked 2026-11-20", "$5.00 → $2.50",
                  "it is unclear what the number measures", "input price is $0.25 here"):  # fmt: skip
        assert shown in text, shown


def test_only_our_own_style_and_script_may_run(page: str) -> None:
    policy = next(a["content"] for a in Tree(page).all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, flags=re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    for _, attributes in Tree(page).tags:
        assert not any(name.startswith("on") or name in ("style", "src", "srcset") for name in attributes)


def test_nothing_is_loaded(page: str) -> None:
    assert not {tag for tag, _ in Tree(page).tags} & {"img", "link", "iframe", "object", "embed", "base", "form"}
    assert "@import" not in page
    assert "url(" not in page
    assert "fetch(" not in page


def test_hostile_article_is_inert() -> None:
    page = render(make_report(hostile()), format="html")
    tree = Tree(page)
    names = {tag for tag, _ in tree.tags}
    assert not names & {"img", "u", "s", "em", "v", "w", "x", "q", "d1", "h"}
    assert [script.get("type") for script in tree.all("script")] == [None, "application/ld+json"]
    assert len([tag for tag, _ in tree.tags if tag == "head"]) == 1
    for _, attributes in tree.tags:
        assert not any(name.startswith("on") for name in attributes)
    outside = [a["href"] or "" for a in tree.all("a") if not (a["href"] or "").startswith("#")]
    assert outside == ["https://fine.example/?a=1&b=2"]
    assert "{{ 7*7 }}" in tree.text
    assert "javascript:alert(3)" in tree.text


@pytest.mark.parametrize("address", ["javascript:alert(1)", " https://a.example", "https://a.example/\n", "data:x",
                                     "//a", "https:///x", "https://[x", "HTTPS://", "", "https://a.example/ b", "ftp://a.example",
                                     "java\tscript:alert(1)", "https://a.example/\u202e"])  # fmt: skip
def test_unsafe_addresses_are_no_links(address: str) -> None:
    assert link(Source(address, "2026-11-20", True)).href is None


def test_many_articles_have_contents(report: Report) -> None:
    unread = Checked(Article("c.md", "", error="it is no text"))
    page = render(make_report(*report.articles, hostile(), unread), format="html")
    tree = Tree(page)
    assert {"#a1", "#a2", "#a3"} <= {a["href"] for a in tree.all("a")}
    assert "it is no text" in tree.text
    assert "1 article not read" in " ".join(tree.text.split())


def test_pieces_join_to_the_text() -> None:
    items = [Item("refuted", 5, 9, "m1", "c1", "x"), Item("supported", 7, 12, "m2", "c2", "y"),
             Item("nei", 12, 14, "m3", "c3", "z")]  # fmt: skip
    whole = block(TEXT, TEXT[:40])
    cut = pieces(whole, items)
    assert "".join(piece.text for piece in cut) == whole.view.text
    kinds = [(piece.text, piece.mark.kinds) for piece in cut if piece.mark]
    assert kinds == [(TEXT[5:12], ("refuted", "supported")), (TEXT[12:14], ("nei",))]


def test_offsets_map_through_markup() -> None:
    item = blocks()[3]
    at = place(TEXT, "**GPT-4o mini**")
    assert view_range(item.view, at.start, at.end) == (0, 11)
    assert view_range(item.view, at.start, at.start + 2) is None
    assert view_range(View("", (), ()), 0, 5) is None


def test_claim_outside_the_blocks_keeps_its_card(report: Report) -> None:
    article = report.articles[0]
    bare = replace(article, article=replace(article.article, blocks=article.article.blocks[:1]))
    page = render(make_report(bare), format="html")
    assert "Claims outside the text shown" in page
    assert 'id="a1-c12"' in page
    Tree(page)


def test_article_without_blocks_is_shown_as_paragraphs() -> None:
    shown = readable(Article("a.txt", "one\ntwo\n\n  \nthree\n"))
    assert [each.view.text for each in shown] == ["one\ntwo", "three"]
    assert readable(Article("a.txt", " \n")) == ()


def test_lists_and_tables_are_rebuilt() -> None:
    text = "1. one\n   - two\n2. three\n| a |\n"
    items = (
        block(text, "one", "item", level=1),
        block(text, "two", "item", level=2),
        block(text, "three", "item", level=1),
    )
    cell = Block("cell", View("a", (27,), (28,)), 27, 28, table=0, row=1, column=1)
    found = list(rows(text, (*items, cell), lambda index: ()))
    assert [row.kind for row in found] == ["list", "table"]
    first, second = found[0].entries
    assert first.ordered
    assert second.ordered
    assert not first.children[0].ordered
    assert found[1].head == ()
    assert len(found[1].body[0]) == 2
