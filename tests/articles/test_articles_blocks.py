"""Articles as they are written in, blocks as a reader sees them out."""

from __future__ import annotations

import pytest

from claimcheck import articles
from claimcheck.terms import Article, Block


def quote(article: Article, block: Block, words: str) -> str:
    """The article's own characters behind `words` of a block's view."""
    at = block.view.text.index(words)
    return article.text[block.view.starts[at] : block.view.ends[at + len(words) - 1]]


def shown(article: Article) -> list[str]:
    """Kind and text of each block, briefly: "h2 Pricing", "i1 Input: $5", "p …"."""
    short = {"heading": "h", "item": "i", "paragraph": "p", "quote": "q", "cell": "c", "meta": "m"}
    return [f"{short[block.kind]}{block.level or ''} {block.view.text}" for block in article.blocks]


INLINE = [  # Markdown, what is read, words in the view, the words of the article that they stand for
    (r"Claude 3\.5 Sonnet costs \$3\.00 now.", "Claude 3.5 Sonnet costs $3.00 now.", "3.5", r"3\.5"),
    ("It is **bold**, *slanted*, ***both*** and ~~struck~~.", "It is bold, slanted, both and struck.", "bold", "bold"),
    ("A **128K**-token window, ok.", "A 128K-token window, ok.", "128K-token", "128K**-token"),
    ("* **Level (GPQA)**This one is a list item.", "Level (GPQA)This one is a list item.", "This", "This"),
    ("The snake_case_name and __strong__ stay, 2*3 too, ~5 also.", "The snake_case_name and strong stay, 2*3 too, ~5 also.", "2*3", "2*3"),
    ("See [the `docs`](https://x.y/z_(a) \"T\") for $5.", "See the docs for $5.", "docs", "docs"),
    ("See [a][1] and [b] here, not [c] or [1] now.\n\n[1]: http://a\n[b]: http://b", "See a and b here, not [c] or 1 now.", "a and b", "a][1] and [b"),
    ("At <https://a.b/c> or https://a.b/c?d, also www.openai.com.", "At or , also www.openai.com.", "also", "also"),
    ("Now ![alt [x](y)](z.png) there it is.", "Now there it is.", "there", "there"),
    ("Known[^1] fact【167†source】 here.", "Known fact here.", "fact", "fact"),
    ("A <b>bold</b> word<!-- no --> and<br/>break.", "A bold word and\nbreak.", "bold", "bold"),
    ("Fish &amp; chips&#39; &nbsp;price &lt; 5 & more.", "Fish & chips' price < 5 & more.", "&", "&amp;"),
    ("Wrapped prose goes on\nand on here.", "Wrapped prose goes on and on here.", "on and on", "on\nand on"),
    ("Code `a * b` and ``c ` d`` and ` alone.", "Code a * b and c ` d and ` alone.", "a * b", "a * b"),
    ("Hereâ€™s the â€œmodelâ€\x9d â€“ cafÃ© costÂ $5.", "Here’s the “model” – café cost $5.", "’", "â€™"),
    ("non\u2011breaking\u00a0text\u200b is \u202f fine.", "non-breaking text is fine.", "non-breaking text", "non\u2011breaking\u00a0text"),
    ("Where x < 5 and y > 3, or <3 it.", "Where x < 5 and y > 3, or <3 it.", "<3", "<3"),
    ("MENÜ… and naïve É stay, déjà-vu.", "MENÜ… and naïve É stay, déjà-vu.", "MENÜ…", "MENÜ…"),
    ("{% include x %}The text {{ site.url }} is.", "The text is.", "text", "text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "read", "words", "own"), INLINE)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_inline(text: str, read: str, words: str, own: str, newline: str) -> None:
    article = articles.parse(text.replace("\n", newline), path="a.md", format="markdown")
    assert article.blocks[0].view.text == read
    assert quote(article, article.blocks[0], words) == own.replace("\n", newline)


MARKDOWN = [
    ("# One\n\nText is here.\n\nTwo\n---\n### Three ###\n", ["h1 One", "p Text is here.", "h2 Two", "h3 Three"]),
    ("- **GPT-4o**:\n  - Price: $5\n\n    More text.\n- B", ["i1 GPT-4o:", "i2 Price: $5", "i2 More text.", "i1 B"]),
    ("> Quoted words here,\n> wrapped.\n>\n> - item", ["q Quoted words here, wrapped.", "i1 item"]),
    ("```\ncode\n```\n\n    indented\n\n<!-- no -->\n<script>\nno\n\nno</script>\n\n[x]: http://y\n\nYes, it is.", ["p Yes, it is."]),
    ("- Quick.\n- Cheap.\nThe second is slow.\n- Slow", ["i1 Quick.", "i1 Cheap.", "p The second is slow.", "i1 Slow"]),
    ("- An item that a writer has wrapped by hand after about this many words.\nIt goes on", [
        "i1 An item that a writer has wrapped by hand after about this many words. It goes on"]),
    ("- Slow\nThe third one:\n- Dear.\nResults\n| A | B |\n|---|---|\n| 1 | 2 |\nThat is all.", [
        "i1 Slow", "p The third one:", "i1 Dear.", "h6 Results", "c A", "c B", "c 1", "c 2", "p That is all."]),
    ("Of Models\nA line that nobody wrapped, " + "and that goes on and on, " * 6 + "ends.\nPrices\nThey fell.", [
        "h1 Of Models", "p A line that nobody wrapped, " + "and that goes on and on, " * 6 + "ends.", "h6 Prices", "p They fell."]),
    ("A line that nobody wrapped, " + "and that goes on and on, " * 6 + "goes on\nIn Another Line\nand ends.", [
        "p A line that nobody wrapped, " + "and that goes on and on, " * 6 + "goes on In Another Line and ends."]),
    ("**Cost**: $0.15\n**Use**: all of it\n", ["p Cost: $0.15", "p Use: all of it"]),
    ("GPT-4o\nInput: $5\nOutput: $15\n", ["p GPT-4o", "p Input: $5", "p Output: $15"]),
    ("Costs:\n• Input $5\n• Output $15\nand more\n", ["p Costs:", "i1 Input $5", "i1 Output $15 and more"]),
    ("✅ It is fast.  \n❌ It costs $5.\n", ["i1 ✅ It is fast.", "i1 ❌ It costs $5."]),
    ("First line is here.  \nSecond one is here.\\\nThird.", ["p First line is here.", "p Second one is here.", "p Third."]),
    ("**Pricing**\n\n- $5", ["h6 Pricing", "i1 $5"]),
    ("**Context Window**:\n- 128K", ["h6 Context Window:", "i1 128K"]),
    ("**Likely** (speculated):\n- 128K", ["h6 Likely (speculated):", "i1 128K"]),
    ("Key Features\n\nThe price:\n\nIt costs $5\n\n**It is $5**", ["h6 Key Features", "p The price:", "p It costs $5", "p It is $5"]),
    ("| a | b |\n|---|---|\n| x \\| y | |\n| **1** |\n", ["c a", "c b", "c x | y", "c ", "c 1", "c "]),
    ("- item\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n", ["i1 item", "c a", "c b", "c 1", "c 2"]),
    ("> | a | b |\n> |---|---|\n> | 1 | 2 |\n", ["c a", "c b", "c 1", "c 2"]),
    ("| a | b |\n| 1 | 2 |\n", ["c a", "c b", "c 1", "c 2"]),
    ("Text is here.\n\n<table>\n<tr><th>M</th><th>P</th></tr>\n\n<tr><td>x<br>y</td><td>&#36;5</td></tr>\n</table>\n\nEnd, ok.",
     ["p Text is here.", "c M", "c P", "c x\ny", "c $5", "p End, ok."]),
    ("<div>\n<style>\nh1 {\n\n}\n\n</style>\n</div>\n\n## Yes\n", ["h2 Yes"]),
    ("import A from './a'\n\nThe text is here.", ["p The text is here."]),
    ("Scores:\n\n\tZork 1\tZork 2\nMMLU\t80%\t85%\nAudio\t\t\nMATH\t-\t7%\n\nThat is all.",
     ["p Scores:", "c ", "c Zork 1", "c Zork 2", "c MMLU", "c 80%", "c 85%", "c Audio", "c ", "c ", "c MATH", "c -", "c 7%", "p That is all."]),
    ("| Bun | Price |\n\n|---|---|\n\n| Plain | 2 |\n\n| Rye | 3 |\n\n| Kind | Oven |\n|---|---|\n| Big | 9 |",
     ["c Bun", "c Price", "c Plain", "c 2", "c Rye", "c 3", "c Kind", "c Oven", "c Big", "c 9"]),
    ("| Bun | Price |\n|---|---|\n| Plain | 2 |\n\n| Rye | 3 |\n\nEnd, ok.", ["c Bun", "c Price", "c Plain", "c 2", "c Rye", "c 3", "p End, ok."]),
    ("┌──────┬───────┐\n│ Name │ Cost  │\n├──────┼───────┤\n│ Zork │ in $1 │\n│ 1    │ out $2│\n├──────┼───────┤\n│ Quill│ $3    │\n└──────┴───────┘\nEnd, ok.",
     ["c Name", "c Cost", "c Zork 1", "c in $1 out $2", "c Quill", "c $3", "p End, ok."]),
    ("+---+----+\n| A | B  |\n+---+----+\n| x | 1  |\n| y | 2  |\n|   | 3  |\n+---+----+\n", ["c A", "c B", "c x", "c 1", "c y", "c 2 3"]),
    ("```\n+---+---+\n| A | B |\n+---+---+\n| x | 1 |\n+---+---+\na\tb\nc\td\n```\nThe text is here.", ["p The text is here."]),
    ("---\ntags: [a, b]\nkey_points:\n- \"Zork costs five dollars for a million tokens, all told.\"\n- short one\n---\nThe text is here.",
     ["m Zork costs five dollars for a million tokens, all told.", "p The text is here."]),
    ("+++\ntakeaways = [\n  'Zork costs five dollars for a million tokens, all told.',\n]\n+++\nThe text is here.",
     ["m Zork costs five dollars for a million tokens, all told.", "p The text is here."]),
    ("It is\tso.\n\n\t\tcode(x)\n\t\tcode(y)\n\nThe text is here.", ["p It is so.", "p The text is here."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_markdown(text: str, expected: list[str], newline: str) -> None:
    assert shown(articles.parse(text.replace("\n", newline), path="a.md", format="markdown")) == expected


HTML = [
    (("<html><head><title>T &amp; U</title><style>p{}</style></head><body><h1>One</h1><p>Some <b>bold</b>\n text.<p>More."
     "<div>Bare<div>inner</div></div><nav>no</nav><pre>no</pre>"), ["m T & U", "h1 One", "p Some bold text.", "p More.", "p Bare", "p inner"]),
    ("<ul><li>A<ul><li>B</li></ul></li><li>C<li>D</ul>", ["i1 A", "i2 B", "i1 C", "i1 D"]),
    ("<blockquote><p>Said.</p></blockquote>", ["q Said."]),
    ("<table><tr><th>a<th>b<tr><td>1<td></table>z", ["c a", "c b", "c 1", "c ", "p z"]),
    ("a < b <3 </nope> <!-- x <p>hidden", ["p a < b <3"]),
    ('<div style="display: none">no<p>no</p></div><p title="a>b">Yes</p>', ["p Yes"]),
    ("<p>unclosed <a href='x", ["p unclosed"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HTML)
def test_html(text: str, expected: list[str]) -> None:
    assert shown(articles.parse(text, path="a.html", format="html")) == expected


PLAIN = [
    ("My Title\n\nSome prose that\nis wrapped.\n\nPricing\n\nIt is $5 for all.\n",
     ["h1 My Title", "p Some prose that is wrapped.", "h2 Pricing", "p It is $5 for all."]),
    ("List:\n- a\n  - b\n- c\n\n1. one\n2. two", ["p List:", "i1 a", "i2 b", "i1 c", "i1 one", "i1 two"]),
    ("Model\tPrice\nGPT-4o\t$5\n", ["c Model", "c Price", "c GPT-4o", "c $5"]),
    ("a | b | c\nd | e | f\n", ["c a", "c b", "c c", "c d", "c e", "c f"]),
    ("Context: 128K\nPrice: $5\n", ["p Context: 128K", "p Price: $5"]),
    ("GROK\n\n== PRICES ==\nIt costs $5 a million.\n\n--- Limits ---\n- None.\n",
     ["h1 GROK", "h2 PRICES", "p It costs $5 a million.", "h2 Limits", "i1 None."]),
    ("One line.", ["p One line."]),
    ("See https://a.b/c for it.", ["p See for it."]),
    ("Reference: the docs", ["p Reference: the docs"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLAIN)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_plain(text: str, expected: list[str], newline: str) -> None:
    assert shown(articles.parse(text.replace("\n", newline), path="a.txt", format="plain")) == expected


def test_nesting_and_headings() -> None:
    text = "# A\n\n## B\n\n- one\n  - two\n    - three\n  - four\n- five\n\n## C\n\nText is here.\n\n### D\n"
    blocks = articles.parse(text, path="a.md", format="markdown").blocks
    assert [(block.parent, block.heading, block.level) for block in blocks] == [
        (None, None, 1), (None, 0, 2), (None, 1, 1), (2, 1, 2), (3, 1, 3), (2, 1, 2), (None, 1, 1), (None, 0, 2),
        (None, 7, 0), (None, 7, 3),
    ]  # fmt: skip


def test_cells_line_up() -> None:
    text = "<table><thead><tr><td>m<td colspan=2>p</thead><tr><td rowspan=2>x<td>1<td>2<tr><td>3<td>4</table>"
    blocks = articles.parse(text, path="a.html", format="html").blocks
    assert [(block.view.text, block.row, block.column, block.header) for block in blocks] == [
        ("m", 0, 0, True), ("p", 0, 1, True), ("x", 1, 0, False), ("1", 1, 1, False), ("2", 1, 2, False),
        ("3", 2, 1, False), ("4", 2, 2, False),
    ]  # fmt: skip


HEADS = [
    ("---\ntitle: \"A \\\"b\\\" 3.5\"\ndate: 2024-12-27T12:59:06Z\n---\n", "A \"b\" 3.5", "2024-12-27"),
    ("---\r\ntitle: 'It''s'\r\nlastmod: 2025-01\r\npublishedAt: \"2024-09-30\"\r\n---\r\n", "It's", "2024-09-30"),
    ("+++\ntitle = \"T\"\ndate = 2024-05-13\n+++\n", "T", "2024-05-13"),
    ("---\ntitle: >\n  Two\n  lines\nupdated: March 5, 2026\n---\n", "Two lines", "2026-03-05"),
    ("# T\n\nPublished: 5 March 2026 | Updated 2026-04-01\n", "T", "2026-03-05"),
    ("# T\n\n*Last updated: 2026-03*\n", "T", "2026-03"),
    ("# T (March 2026)\n\n- **Release Date**: May 13, 2024\n", "T (March 2026)", "2026-03"),
    ("No title. Released May 13, 2024.\n", None, None),
    ("---\nnot closed: 2024-01-01\n", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "published"), HEADS)
def test_title_and_date(text: str, title: str | None, published: str | None) -> None:
    article = articles.parse(text + "\nIt is.", path="a.md", format="markdown")
    assert (article.title, article.published) == (title, published)


def test_front_matter_offsets() -> None:
    text = '---\ntitle: "GPT-4o \\"omni\\" at $5"\nslug: no\n---\nText.'
    article = articles.parse(text, path="a.md", format="markdown")
    assert shown(article) == ['m GPT-4o "omni" at $5', "p Text."]
    assert article.blocks[0].key == "title"
    assert quote(article, article.blocks[0], 'omni" at $5') == 'omni\\" at $5'


def test_answers_in_the_front_matter_are_read() -> None:
    text = (
        "---\ntitle: GPT-4o\nfaq:\n  - question: What does GPT-4o cost?\n    answer: \"It costs $2.50,\n      all told.\"\n"
        "  - q: And GPT-4o mini?\n    a: It costs $0.15.\ntags:\n  - answer\n---\nText."
    )  # fmt: skip
    article = articles.parse(text, path="a.md", format="markdown")
    assert shown(article) == ["m GPT-4o", "m It costs $2.50, all told.", "m It costs $0.15.", "p Text."]
    assert quote(article, article.blocks[2], "$0.15") == "$0.15"


def test_long_prose_in_the_front_matter_is_read_line_by_line_and_code_is_not() -> None:
    line = "Claude Sonnet 4 costs $3 per million input tokens, which is what it cost before. " * 4
    body = f"body: >-\n  ### Heading\n\n  {line}\n\n  Short line.\n"
    text = f'---\ntitle: T\n{body}schema: |\n  {{"name": "{line}"}}\nnote: |\n  Just a few words here, not an article.\n---\nText.'
    article = articles.parse(text, path="a.md", format="markdown")
    assert shown(article) == ["m T", f"m {line.strip()}", "p Text."]
