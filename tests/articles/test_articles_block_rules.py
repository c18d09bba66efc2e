"""The short cuts through markdown-it's rules: whatever the lines, they find the blocks that markdown-it itself finds."""

from __future__ import annotations

import random

from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimcheck.articles import block_rules

LINES = (
    "GPT-4o has a 128K window.", "# A heading", "## Another #", "Underlined", "===", "---", "***", "- an item", "* an item", "+ an item", "  - a deeper item",
    "1. first", "12) twelfth", "> quoted", ">> twice", "> - item in a quote", "```python", "```", "~~~", "    indented code", "\ttabbed",
    "| a | b |", "|---|---|", "| 1 | 2 |",
    "| 1 |", "a | b", "--- | ---", ":-- | --:", "| x \\| y | z |", "<div>", "</div>", "<!-- a comment", "-->", "[label]: https://example.org 'a title'",
    "[label]: <not", "", "", "", "   ", "word", "-", "1986. a year", "-no item", "#no heading", "  two blanks before", "|", "||", "-|-", "=", "* * *",
)  # fmt: skip


def _plain() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _quick() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.core.ruler.enableOnly(["normalize", "block"])
    block_rules.install(parser)
    return parser


def _found(tokens: list[Token]) -> list[tuple[object, ...]]:
    """Kinds of blocks with their lines and texts; of a table only its lines, of a paragraph only its text."""
    found: list[tuple[object, ...]] = []
    inside = False
    for token in tokens:
        if token.type == "table_open":
            found.append(("table", *(token.map or ())))
            inside = token.nesting == 1
        elif token.type == "table_close":
            inside = False
        elif not inside and token.type not in {"paragraph_open", "paragraph_close"}:
            found.append((token.type, token.tag, token.markup, token.info, token.content, *(token.map or ())))
    return found


def test_the_short_cuts_find_what_markdown_it_finds() -> None:
    draw = random.Random(7)
    plain, quick = _plain(), _quick()
    for _ in range(3_000):
        text = "\n".join(draw.choices(LINES, k=draw.randint(1, 14)))
        here: dict[str, object] = {}
        there: dict[str, object] = {}
        assert _found(quick.parse(text, here)) == _found(plain.parse(text, there)), text
        assert here == there, text
