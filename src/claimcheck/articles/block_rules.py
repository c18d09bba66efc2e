"""A markdown-it parser comes in; it goes out asking only the rules that the first character of a line can belong to, with tokens for what is read here only.

Most lines are prose, for which markdown-it asks all its rules, each of which looks at the same character; of a table only the lines are read here
(`pipes` divides them), and of a paragraph only its text, so that no other tokens are made.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, code, fence, heading, hr, html_block, lheading, list_block, reference, table

_Rule = Callable[[StateBlock, int, int, bool], bool]
_MOST_FILLED = 0x10000  # cells missing in the rows of a table, as markdown-it counts them

_ENDING_LISTS: dict[str, tuple[_Rule, ...]] = {"`": (fence,), "~": (fence,), ">": (blockquote,), "*": (hr,), "-": (hr,), "_": (hr,)}
_ENDING = _ENDING_LISTS | {"*": (hr, list_block), "-": (hr, list_block), "+": (list_block,), "<": (html_block,), "#": (heading,)}
_ENDING |= dict.fromkeys("0123456789", (list_block,))
_OPENING = _ENDING | {"[": (reference,)}
_UNDERLINE = re.compile(r"(?:-+|=+)[ \t]*")


def install(parser: MarkdownIt) -> None:
    """Put these rules in the place of the parser's."""
    rules = parser.block.ruler
    rules.enableOnly(["code"])  # of which the parser asks whether it is on
    rules.before("code", "block", _block)
    for name, rule in (("paragraph", _ends_text), ("reference", _ends_text), ("blockquote", _ends_quote), ("list", _ends_list)):
        rules.push(f"end of {name}", rule, {"alt": [name]})


def _block(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Any block that begins in a line."""
    if state.is_code_block(line):
        return code(state, line, end, silent)
    if _may_be_table(state, line, end) and _table(state, line, end):
        return True
    return any(rule(state, line, end, silent) for rule in _OPENING.get(_first(state, line), ())) or _prose(state, line, end)


def _ends_text(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    return _ends_quote(state, line, end, silent) or (_may_be_table(state, line, end) and table(state, line, end, True))


def _ends_quote(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    return any(rule(state, line, end, True) for rule in _ENDING.get(_first(state, line), ()))


def _ends_list(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    return any(rule(state, line, end, True) for rule in _ENDING_LISTS.get(_first(state, line), ()))


def _first(state: StateBlock, line: int) -> str:
    """The first character of a line that is no blank, behind the marks of what the line stands in."""
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at : at + 1]


def _may_be_table(state: StateBlock, line: int, end: int) -> bool:
    return line + 1 < end and _first(state, line + 1) in {"|", "-", ":"}


def _table(state: StateBlock, line: int, end: int) -> bool:
    """A table: one token that tells its lines; it ends where markdown-it's does."""
    if not table(state, line, end, True):
        return False
    outer, state.parentType = state.parentType, "table"
    width, missing, last = _cells(state, line), 0, line + 2
    while last < end and not state.isEmpty(last) and 0 <= state.sCount[last] - state.blkIndent <= 3 and not _ends_quote(state, last, end, True):
        missing += width - _cells(state, last)
        if missing > _MOST_FILLED:
            break
        last += 1
    state.parentType, state.line = outer, last
    token = state.push("table_open", "table", 0)
    token.map = [line, last]
    return True


def _cells(state: StateBlock, line: int) -> int:
    """How many cells a row has."""
    row = state.src[state.bMarks[line] : state.eMarks[line]].strip()
    ends = row.endswith("|") and not row.endswith("\\|")
    return row.count("|") - row.count("\\|") + 1 - row.startswith("|") - ends


def _prose(state: StateBlock, start: int, end: int) -> bool:
    """A paragraph, or a heading with a line under it."""
    outer, state.parentType = state.parentType, "paragraph"
    line = start + 1
    while line < end and not state.isEmpty(line):
        indent = state.sCount[line] - state.blkIndent
        if 0 <= indent <= 3 and _UNDERLINE.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]):
            state.parentType = outer
            return lheading(state, start, end, False)
        if indent <= 3 and state.sCount[line] >= 0 and _ends_text(state, line, end, True):
            break
        line += 1
    state.parentType, state.line = outer, line
    token = state.push("inline", "", 0)
    token.content = state.getLines(start, line, state.blkIndent, False).strip()
    token.map = [start, line]
    return True
