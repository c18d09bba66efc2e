"""Text that was decoded wrongly once ("Hereâ€™s") in, the characters that were meant out, with the offsets kept."""

from __future__ import annotations

import re

from claimcheck.articles.views import Draft, Raw

_CONTINUED = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_UNIT = re.compile(f"[Â-ß][{_CONTINUED}]|[à-ï][{_CONTINUED}]{{2}}|[ð-ô][{_CONTINUED}]{{3}}|â€|Â(?=[ \n]|$)")


def mend(raw: Raw) -> Raw:
    """`raw` with each wrongly decoded sequence replaced by its character, which then stands for the whole sequence."""
    if not _UNIT.search(raw.text):
        return raw
    draft = Draft()
    done = 0
    for match in _UNIT.finditer(raw.text):
        meant = _meant(match.group())
        if meant is None:
            continue
        start, end = match.span()
        draft.copy(raw, done, start)
        if meant:
            draft.put(meant, raw.starts[start], raw.ends[end - 1])
        done = end
    draft.copy(raw, done, len(raw.text))
    return draft.raw()


def _meant(unit: str) -> str | None:
    """What `unit` (2 to 4 characters) was before it was decoded wrongly; None when it is what it seems."""
    if unit == "â€":  # the third byte of a closing quote has no character in Windows-1252 and is often lost
        return "”"
    if unit == "Â":
        return ""
    from ftfy import fix_encoding

    meant = str(fix_encoding(unit))
    return meant if meant != unit else None
