"""Whether a table tells prices of tokens: its cells come in; whether plain numbers or amounts in dollars under "Input" and "Output" are such goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.table_cells import Cell, rows_of

_SIDE = re.compile(r"\W*(?:(?:input|output|prompt|completion)s?(?:\stokens?)?|in|out)\b", re.I)
_TOKENS_OF = re.compile(
    r"\W*(?:(?:base|standard|batch|cached?|prompt|text)\s)?"
    r"(?:(?:input|output|completion)s?(?:\stokens?)?\b(?!\s(?:limit|window|modalit|type))|cach|(?:in|out)\W*$)",
    re.I,
)
_BARE = re.compile(r"[\s~≈$]*\d[\d.,\s/$–-]*[*†‡¹²³⁴⁵ᵃᵇᶜ]*")


def looks_priced(cells: Sequence[Cell]) -> bool:
    """Whether plain numbers under "Input" and "Output" can be prices: each side named once, most values with decimals.

    Counts of tokens under the same heads are whole numbers, and a table of both has two "Output" columns.
    """
    rows = rows_of(cells)
    heads = rows[0] if any(_SIDE.match(cell.text) for cell in rows[0]) else [row[0] for row in rows]
    sides = [cell for cell in heads if _SIDE.match(cell.text)]
    if len({cell.text.strip().lower() for cell in sides}) < len(sides):
        return False
    if heads is rows[0]:
        columns = {cell.block.column for cell in sides}
        values = [cell.text for row in rows[1:] for cell in row if cell.block.column in columns]
    else:
        values = [cell.text for row in rows if _SIDE.match(row[0].text) for cell in row[1:]]
    bare = [text for text in values if _BARE.fullmatch(text.strip())]
    return len(bare) * 2 >= len(values) > 0 and sum(1 for text in bare if re.search(r"[.,]\d", text)) * 2 >= len(bare)


def shows_dollars(cells: Sequence[Cell]) -> bool:
    """Whether the amounts under or beside "Input", "Output", "Batch" and "Cache" are in dollars, so that these are prices of tokens."""
    rows = rows_of(cells)
    if not rows:
        return False
    columns = {cell.block.column for cell in rows[0] if _TOKENS_OF.match(cell.text)}
    if columns:
        values = [cell.text for row in rows[1:] for cell in row if cell.block.column in columns]
    else:
        values = [cell.text for row in rows if row and _TOKENS_OF.match(row[0].text) for cell in row[1:]]
    filled = [text for text in values if re.search(r"\d", text)]
    return len(filled) > 0 and sum(1 for text in filled if "$" in text) == len(filled)
