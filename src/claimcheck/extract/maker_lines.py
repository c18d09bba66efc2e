"""Makers in a line of their own, as cards begin: a block comes in, the model in the line above or below goes out as a reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.extract import makers
from claimcheck.extract.readings import Reading
from claimcheck.extract.values import Target

if TYPE_CHECKING:
    from claimcheck.extract.sections import Sections

_LONGEST = 39  # characters of such a line


def maker_line(sections: Sections, index: int) -> Iterator[Reading]:
    """The maker in a line of its own, right above or below the name of a model that stands as much alone."""
    maker = _only_maker(sections, index)
    if maker is None:
        return
    # a name between two makers, or a maker between two names, may belong to either
    beside = [_only_name(sections, at) for at, beyond in ((index - 1, index - 2), (index + 1, index + 2)) if _only_maker(sections, beyond) is None]
    targets = [target for target in beside if target]
    if len(targets) == 1 and not (_only_name(sections, index - 1) and _only_name(sections, index + 1)):
        yield Reading(attribute="developer", value=maker[0], start=maker[1], end=maker[2], targets=targets[0])


def _only_maker(sections: Sections, index: int) -> tuple[str, int, int] | None:
    """The maker that a block names and says nothing else."""
    if not 0 <= index < len(sections.blocks) or sections.blocks[index].kind in {"cell", "item", "heading"}:
        return None
    text = sections.blocks[index].view.text
    found = makers.vendors(text, 0, len(text)) if len(text) <= _LONGEST else []
    return found[0] if len(found) == 1 and text.strip(" .*_:·•") == text[found[0][1] : found[0][2]] else None


def _only_name(sections: Sections, index: int) -> tuple[Target, ...]:
    """The model that a block names and says nothing else."""
    if not 0 <= index < len(sections.blocks) or sections.blocks[index].kind in {"cell", "item"} or len(sections.mentions[index]) != 1:
        return ()
    mention = sections.mentions[index][0]
    alone = sections.blocks[index].view.text.strip(" .*_:·•") == mention.text.strip()
    return (mention.target,) if alone and not mention.target.family else ()
