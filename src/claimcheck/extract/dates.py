"""Dates in running text: "May 13, 2024", "13 May 2024", "2024-05", "October 2023" come in, ISO dates at the precision written go out."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.cue_words import fold
from claimcheck.extract.cues import Cue

MONTHS = {name: i + 1 for i, name in enumerate(
    "january february march april may june july august september october november december".split())}  # fmt: skip
MONTHS |= {name[:3]: number for name, number in list(MONTHS.items())} | {"sept": 9}
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_FULL = "|".join(sorted((name for name in MONTHS if len(name) > 3 or name == "may"), key=len, reverse=True))
_DATE = Cue(
    rf"\b(?=[adfjmnos\d])(?:(?<!-)|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-))(?:(?P<m1>{_NAME})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_NAME})\.?,?\s+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<m3>{_NAME})(?:\.?,?\s+(?:of\s+)?|-)(?P<y3>(?:19|20)\d\d)"
    r"|(?P<y10>20[12]\d)(?P<joint>[/.])(?P<m10>0?[1-9]|1[0-2])(?P=joint)(?P<d10>[0-3]?\d)"
    r"|(?<![\d/.])(?P<d11>1[3-9]|2\d|3[01])/(?P<m11>0?[1-9]|1[0-2])/(?P<y11>20[12]\d)|(?<![\d/.])(?P<m12>0?[1-9]|1[0-2])/(?P<d12>1[3-9]|2\d|3[01])/(?P<y12>20[12]\d)"
    r"|(?P<y4>(?:19|20)\d\d)[-/](?P<m4>0[1-9]|1[0-2])(?:[-/](?P<d4>[0-3]\d))?"
    r"|(?<![\d/.])(?P<d8>[0-3]?\d)\.(?P<m8>0?[1-9]|1[0-2])\.(?P<y8>20[12]\d)|(?<![\d/.])(?P<m9>0[1-9]|1[0-2])/(?P<y9>20[12]\d)"
    rf"|(?P<d7>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m7>{_FULL})(?!\.?,?\s+(?:of\s+)?\d)"
    rf"|(?P<m5>{_NAME})\.?\s+(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?"
    r"|(?<!\d[.,])(?<!\$)(?<!rating\sof\s)(?<!Elo\sof\s)(?<!rating:\s)(?P<y6>20[12]\d))(?![\w]|[.,]?\d|-\d|%)",
)
_FORMS = tuple(map(str, range(1, 13)))


def dates(text: str, folded: str | None = None) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, iso) of a text, `folded` where that is at hand, with iso "2024", "2024-05" or "2024-05-13"; a day without a year is "--05-13"."""
    folded = fold(text) if folded is None else folded
    for match in _DATE.each(text, folded) if _DATE.may_match(folded) else ():
        groups = match.groupdict()
        for index in _FORMS:
            year, month = groups.get("y" + index), groups.get("m" + index)
            if year is None and month is None:
                continue
            day = groups.get("d" + index)
            if (index == "5" and text[match.start()].islower()) or (index == "7" and text[match.start("m7")].islower()):
                break
            number = "" if month is None else f"-{int(month) if month.isdigit() else MONTHS[month.lower()]:02d}"
            iso = f"{year or '-'}{number}{f'-{int(day):02d}' if day else ''}"
            if not day or 1 <= int(day) <= 31:
                yield match.start(), match.end(), iso
            break
