"""Limits that a user sets: the blocks of an article and a reading come in, whether it is one of a list of settings goes out.

"Temperature: 0.2, Max output tokens: 2048" says how somebody calls a model, not what the model can do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.readings import Reading
from claimcheck.terms import Block

_KNOB = re.compile(r"\W{0,6}(?:temperature|top[\s_-]?[pk]|(?:frequency|presence|repetition)[\s_-]penalty)\b\W{0,8}(?:(?:set to|of|to)\s)?[\d.]", re.I)
_LABEL = 30  # characters before the value
_NEAR = 5  # blocks of a list
_NEAR_CELLS = 12  # cells of a table


def is_setting(blocks: Sequence[Block], index: int, reading: Reading) -> bool:
    """Whether a limit stands among settings with their values, in the same list or table."""
    if reading.attribute not in {"max_output_tokens", "context_window"}:
        return False
    here = blocks[index]
    if here.kind not in {"item", "cell"} or reading.start > _LABEL:
        return False
    reach = _NEAR_CELLS if here.kind == "cell" else _NEAR
    for at in range(max(0, index - reach), min(len(blocks), index + reach + 1)):
        other = blocks[at]
        if other.kind == here.kind and (other.table, other.heading) == (here.table, here.heading):
            beside = f" {blocks[at + 1].view.text[:8]}" if here.kind == "cell" and at + 1 < len(blocks) else ""
            if _KNOB.match(other.view.text[:60] + beside):
                return True
    return False
