"""Editions at another price: the words of a label, heading or head come in, which service of a model ("(Lightning)", "(batch)") they speak of goes out."""

from __future__ import annotations

import re

_EDITION = re.compile(
    r"\(\s?(?:(?:via|with|in|using)\s)?(?:the\s)?(?P<edition>lightning|turbo|fast(?:\smode)?|high[\s-]?speed|priority(?:\stier)?|flex(?:\sprocessing|\stier)?"
    r"|batch(?:es|ed)?(?:\sAPI|\smode)?|list(?:\sprices?)?|promo(?:tion(?:al)?)?(?:\sprices?|\spricing)?(?:\s(?:until|till|through|to)\s[\w\s,]{1,20})?|(?:off[\s-]?)?peak(?:[\s-]hours?)?|express|rush)\s?\)",
    re.I,
)


def edition(text: str) -> str | None:
    """The edition that parentheses tell, whose prices are not the plain ones; None where there is none."""
    found = _EDITION.search(text)
    return found["edition"].lower() if found else None
