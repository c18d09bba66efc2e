"""What stands around a number: a text and a position come in; scale, unit, percent sign, bound and "per" go out."""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.extract.cues import Cue

SCALE = re.compile(
    r"\+?\s?(?P<plus>\+)?"
    r"(?:(?P<letter>[KkMBbTm])(?![A-Za-z])|[\s-]?(?P<word>thousand|million|billion|trillion|mn|bn)\b)"
    r"(?P<after>\+)?",
    re.I,
)
SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "mn": 1e6, "bn": 1e9}  # fmt: skip
RANGE = re.compile(r"\s?(?:[-–—∼～]|to|→)\s?\$?(\d+(?:,\d{3})*(?:\.\d+)?)", re.I)
CHANGE = re.compile(  # "went from $1 to $0.80", "$10 → $2": two values, no range
    r"(?:\b(?:went|fell|dropped|sank|rose|grew|jumped|moved|came down|cut|raised|lowered|reduced|increased|doubled)\s(?:[\w$.]{1,20}\s){0,8}from"
    r"|,?\sand\sfrom)\s[$\d.,]{1,12}\s?(?:to|–|-)\s?\$?[\d.,]{1,12}$|→\s?\$?[\d.,]{1,12}$",
    re.I,
)
FORMULA = re.compile(r"\$(?=[^$\n]{0,80}[\\=^])[^$\n]{1,80}(?<=\S)\$(?!\d)")  # "$N = 16$" is mathematics, no money
UNIT = re.compile(
    r"[\s-]{0,2}(?:\([^()]{0,12}\)\s)?(?:total\s|active\s|activated\s|output\s|input\s|context\s"
    r"|high-quality\s|text\s|training\s|max(?:imum)?\s|(?:unique|synthetic|filtered|curated|raw|multilingual)\s(?=tokens))?"
    r"(?P<unit>tokens?(?:\s?/\s?s(?:ec(?:onds?)?)?|\s(?:per\s|a\s|/\s?)s(?:ec(?:ond)?)?)?|tok/s(?:ec)?|t/s|tps"
    r"|parameters?|params?|words?|pages?|characters?|"
    r"messages?|images?|minutes?|hours?|days?|months?|years?|weeks?|languages?|questions?|dimensions?|gb|ram|points?|"
    r"ms|milliseconds?|seconds?|secs?|experts?|layers?|gpu|users?|requests?|times|lines|gpus?|h100"
    r"|tasks?|models?|people|developers|"
    r"vocabulary|shots?|steps?|prompts?|files?|hz|fps|samples?|s)\b(?!['’])",
    re.I,
)
PERCENT = re.compile(r"\s?(?:%|percent\b|per cent\b|pct\b)(?!\s?points?)", re.I)
BETWEEN = re.compile(r"\sand\s(?P<upper>\d{1,3}(?:\.\d{1,3})?)(?:\s?%|\spercent\b)")  # "between 52% and 55%"
PERCENTILE = re.compile(r"(?:\s?(?:st|nd|rd|th))?\s+percentile", re.I)
POWER = re.compile(r"\s?[×x·*]\s?10\s?(?:\^|\*\*)\s?\{?(?P<power>\d{1,2})\}?(?!\d)")  # "1.75 × 10^11"
TIMES = re.compile(r"\s?(?:[x×](?![a-z0-9])|-?fold\b|\s?times\b)", re.I)
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.I)
CENTS = re.compile(r"\s?(?:cents?\b|¢)", re.I)
DOLLARS = re.compile(r"\s(?:US\s)?(?:dollars?|USD)\b(?:\s(?:and\s)?(?P<cents>[a-z]+(?:-[a-z]+)?)(?:\s(?P<word>cents?))?)?", re.I)
_PER = re.compile(
    r"\s?(?:USD\s?)?\s?(?:/|per\b|for\b(?:\severy\b|\sa\b)?|a\b|each\b|\(per\b)\s?"
    r"(?:(?P<mtok>(?:(?:1|one)[\s-]?)?(?:m\b|million\b|mtoks?\b|mil\b|1,000,000\b)|mtoks?\b|1m\b)"
    r"|(?P<ktok>(?:1|one)?[\s-]?(?:k\b|thousand\b|1,000\b|1000\b))|(?P<token>tokens?\b|(?:(?<=per\s)|(?<=/))(?=(?:(?:cached|uncached)\s)?(?:input|output|prompt|completion)\stoken\b))"
    r"|(?P<other>[a-z][a-z-]*))",
    re.I,
)
PRICED_BY = re.compile(r"(?:\bper|/|\$\s?[\d.,]{1,12}\sfor)\s?$", re.I)  # before "one million": the unit of a price
_COUNTED = re.compile(  # "$35 per 1K grounded prompts"
    r"\s(?!tokens?\b)(?:(?!(?:in|out)put\b|cached\b)[a-z]{3,12}\s)?(?:prompts(?!\stokens)|quer(?:y|ies)|search(?:es)?|requests?|calls?|pages?|images?|characters?|chars|conversations?"
    r"|generations?|tasks|users|messages?|minutes?|documents?)\b", re.I
)
_OTHER_PER = frozenset(
    "month mo year yr user seat image images minute min second sec s hour hr task request query call second page day message "
    "character characters word words session run video week lifetime search conversation song license".split()
)
_ABOUT = Cue(
    r"(?:\babout|\bapprox(?:imately)?\.?|\baround|\broughly|\bnearly|\balmost|~|≈|\bcirca|\bclose to"
    r"|\bnear|\bsome|\bestimated(?: at)?)\s?$",
)
_AT_MOST = Cue(
    r"(?:\bup to|\bunder|\bless than|\bat most|\bmax(?:imum)?(?: of)?|\bbelow|\bfewer than"
    r"|\bno more than|\bas much as|\b(?:small|short|low)er than|≤|<)\s?$",
)
_AT_LEAST = Cue(
    r"(?:\bover|\bbreak(?:s|ing)?|\bcross(?:es|ing)?|\bsurpass\w*|\bpass(?:es|ed|ing)?|\bmore than"
    r"|\bat least|\b(?:larg|bigg|long|great|high)er than|\bexceed(?:s|ing)|\babove|\bbeyond|\bupwards of|≥|(?<![-=])>)\s?$",
)
_BOUND = Cue("|".join(cue.pattern for cue in (_ABOUT, _AT_MOST, _AT_LEAST)))
Op = Literal["=", "~", "<=", ">="]
NAMED_RATIOS = Cue(
    r"\b(?P<half>half|halv(?:es|ing))\b|\b(?P<twice>twice|double|doubl(?:es|ing)(?=\s(?:the\b|its\b|max(?:imum)?\b|(?-i:[A-Z]))))\b"
    r"|\b(?P<triple>triple|thrice|tripl(?:es|ing)(?=\s(?:the\b|(?-i:[A-Z]))))\b|\b1/"
    r"(?P<slash>\d{1,3})(?:th|rd)?\b(?=\s(?:of\s)?(?:[\w.'’-]+\s){0,4}?(?:cost|pric(?:e|ing)|size|speed|compute)s?\b|\sof\sthat\sof\b)|\b"
    r"(?:a|one)[\s-](?P<nth>third|fourth|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\b",
)
NTH = {"third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
RATIOS = frozenset("half halves halving twice double doubles doubling triple thrice triples tripling".split()) | NTH.keys()  # one is in each, or "1/"


def bound(text: str, start: int) -> Op:
    """What the words before a number say of it: about, at most, at least, or exactly."""
    before = text[max(0, start - 18) : start].rstrip("$ ")
    padded = before + " "
    if not _BOUND.search(padded):
        return "="
    if _ABOUT.search(padded):
        return "~"
    if _AT_MOST.search(padded):
        return "<="
    return ">="


def currency_start(text: str, start: int) -> int:
    """Where the currency sign right before a number begins; the number's own start where there is none."""
    if text[start - 1 : start] == "$" and FORMULA.match(text, start - 1):
        return start
    if text[start - 1 : start] == "$":
        return start - 3 if text[start - 3 : start - 1] == "US" else start - 1
    if text[start - 2 : start] == "$ ":
        return start - 2
    return start - 4 if text[start - 4 : start] == "USD " else start


def per_what(text: str, end: int) -> tuple[str, int]:
    """("mtok", "ktok", "token", "other" or "", end of the words read): what a price is for."""
    match = _PER.match(text, end)
    if not match:
        return "", end
    if not match["other"] and (counted := _COUNTED.match(text, match.end())):
        return "other", counted.end()
    if match["other"]:
        word = match["other"].lower()
        return ("other", match.end()) if word in _OTHER_PER else ("", end)
    return next((name, match.end()) for name in ("mtok", "ktok", "token") if match[name] is not None)


_ARTICLE = re.compile(r"\sa(?=\d{1,4}[KM][\s-]token)")  # "has a128K token window": a page that lost the blank before a link
_SCALED_BEFORE = re.compile(r"\d[KMBT]/$|(?<![\w-])\d{1,4}(?:\.\d)?[KMB]-$")  # "671B/37B", "7B-34B", "128K-256K"
_MARGIN = re.compile(r"(?:±|\+\s?/\s?[-−–]|\+-)\s?$")  # "73% ± 3%": how far a value may be off
_HARDWARE = re.compile(r"\b(?:RTX|GTX|RX|Radeon|GeForce|Ryzen|Xeon|EPYC|Tesla|Quadro|Instinct)\s$")  # names of machines go on with a number


def glued(text: str, start: int) -> bool:
    """Digits inside a word or version ("v2", "H100", "gpt-4", "1.2.3", "RTX 4090") and margins are no quantity."""
    before = text[start - 1 : start]
    if _ARTICLE.match(text, max(0, start - 2)):
        return False
    if _MARGIN.search(text, max(0, start - 5), start) or _HARDWARE.search(text, max(0, start - 9), start):
        return True
    if before.isalpha() or before in {"_", "#"} or text[max(0, start - 6) : start].lower() == "arxiv:":
        return True
    if before == "." and text[start - 2 : start - 1].isdigit():
        return True
    return before in {"-", "/"} and text[start - 2 : start - 1].isalpha() and not _SCALED_BEFORE.search(text, max(0, start - 9), start)
