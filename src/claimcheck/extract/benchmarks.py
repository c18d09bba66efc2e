"""Benchmark names: a text comes in, canonical benchmarks with offsets go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.benchmark_names import NAMES, SENSITIVE, UNITS
from claimcheck.extract.cues import Cue, Cues, Whole

# Any name like "Halden Bench", "TripEval" or "MazeQA", which is then its own canonical name.
_OWN = (
    r"(?!(?:The|This|That|These|Our|My|On|In|For|Each|Every|New|Test|Work|Geek)[\s-]?[Bb]ench)[A-Z][A-Za-z0-9]{1,20}(?:-?[Bb]ench|\sBench)"
    r"|(?!Deep|Zero|Open|Lang|Prompt)[A-Z][A-Za-z0-9]{1,14}(?:Eval|QA)(?:\sv\d(?:\.\d)?)?"
)
_ALONE = r"(?<![A-Za-z0-9_/])(?<![a-z]-)(?:{})(?![A-Za-z_])"
# Any other name that the words around it call a benchmark ("on the Tallow benchmark"), or that looks like one behind a score ("51% on Ledger-QX").
_TOLD = Cue(
    r"(?:(?<=\son\s)|(?<=\sin\s)|(?<=\sthe\s))(?P<name>[A-Z][\w+.-]{1,24}(?:\s(?:[A-Z0-9]|v\d)[\w+.-]{0,24}){0,3})"
    r"(?=\s(?:benchmark|leaderboard|evals?|evaluation|test suite|exam)\b)", exact=True
)  # fmt: skip
_SCORED = Cue(
    r"\d\s?(?:%|percent)\s(?:(?:[Pp]ass@\d{1,2}|accuracy|F1|success(?:\srate)?|score)\s)?on\s(?:the\s)?(?P<name>[A-Z][a-z]{0,12}[A-Z0-9][\w+.²³-]{1,24}|[A-Z][a-z]{1,12}-[A-Z][\w+.²³-]{1,24})"
    r"(?<!\.)(?<!-level)(?<!-style)(?<!-based)(?![\w’'-])", exact=True
)
_SCORES = re.compile(
    r"\b(?:scor\w+|reach\w+|achiev\w+|gets?|got|hits?|posts?|earns?|record\w*|manag\w+|with|at|from|to|and)\s(?:[\w~]+\s){0,2}?[~≈]?\d{0,2}\.?$", re.I
)
_NO_TEST = re.compile(  # what runs a model, serves it or judges it, and words that are no name
    r"\b(?:(?:The|This|That|These|Our|My|Each|Every|New|AI|LLMs?|Open|OpenAI|Google|Anthropic|Meta|xAI|DeepSeek|Microsoft|NVIDIA|AMD|Apple|Amazon|AWS|Alibaba"
    r"|Hugging|HuggingFace|GitHub|LinkedIn|YouTube|Reddit|OpenRouter|Kaggle|Vals|Stanford|English|Chinese|Python|Java\w*|TypeScript|MacBook|iOS|API|GPU|CPU"
    r"|[VRKM]\d(?:\.\d)?$|[RG]TX|[HABM]\d{1,3}|RAM|SSD|Q[1-4]|FP\d|NVFP4|INT\d)\b|(?:I|II|SAT|GRE|LSAT|MCAT|Bar|USMLE)\b)",
)
_SHORT_SWE = Cue(r"\d\s?(?:%|percent)\son\s(?P<name>Verified|Pro)\b(?![\s-][A-Z\d])", exact=True)  # where SWE-bench is spoken of
_LOOSE_MATH = Cue(r"(?<!average )(?<!averaged )(?<!overall )\b(?:on|in) (?:the )?(?:mathematical|math) benchmarks?\b")


@dataclass(slots=True)
class Benchmark:
    """A benchmark named in a text, by its canonical name."""

    name: str
    start: int
    end: int


_FIELD = (
    r"cod(?:e|ing)|reasoning|math\w*|knowledge|writing|generation|understanding|creativ\w+|vision|visual|language|multi\w+|general|instructions?|following"
    r"|scien\w+|tools?|us(?:e|age)|long|agentic|problems?|solving|tasks?|summar\w+|translation|analysis"
)
_GENERAL_WORD = re.compile(
    rf"\b(?:{_FIELD}|context|safety|speed|quality|accuracy|overall|average|total|mean|rank\w*|index|cost|price|latency|size|score|date|model|developer|provider|notes?|source|status|access|support|window|tokens?|params?|parameters)\b",
    re.I,
)
_A_FIELD = re.compile(rf"\b(?:{_FIELD})\b", re.I)
_NAME = re.compile(r"[\s*]*(?P<name>[A-Z][\w+.-]{1,24}(?:\s(?:[A-Z0-9]|v\d)[\w+.-]{0,24}){0,3})[\s*]*(?:\([^()]{1,40}\)\s*)?")


def own_name(label: str, *, fields: bool = False) -> str | None:
    """The name of a benchmark that is not listed here, in a cell of a column of benchmarks; a field of work ("Business Analysis") only with `fields`."""
    match = _NAME.fullmatch(label)
    return match["name"] if match and not _GENERAL_WORD.search(_A_FIELD.sub("", label) if fields else label) else None


_BARE_ELO = re.compile(r"Elo(?: (?:score|rating))?", re.I)
_CODEFORCES = re.compile(r"Code\s?forces", re.I)


class BenchmarkFinder:
    """Finds the names in texts; a text is searched only for the names whose words stand in it."""

    def __init__(self) -> None:
        cues = [*(_cue(name, pattern) for name, pattern, _ in NAMES), Cue(_ALONE.format(_OWN), exact=True)]
        self._names, self._cues = Cues(cues), cues

    def find_all(self, texts: Sequence[str], whole: Whole) -> list[list[Benchmark]]:
        """As `find` for the texts of one article."""
        possible: dict[int, list[int]] = {index: [] for cue in (_TOLD, _SCORED, _LOOSE_MATH) for index in whole.places(cue)}
        for place, cue in enumerate(self._cues):
            for index in whole.places(cue):
                possible.setdefault(index, []).append(place)
        found = [self.find(text, whole.texts[index], possible[index]) if index in possible else [] for index, text in enumerate(texts)]
        if any(b.name.startswith("SWE-bench") for named in found for b in named):
            for index in whole.places(_SHORT_SWE):
                found[index] = _with_short(texts[index], whole.texts[index], found[index])
        return found

    def find(self, text: str, folded: str, possible: Sequence[int] | None = None) -> list[Benchmark]:
        """The benchmarks of a text in order; two adjacent names of one benchmark ("MMLU (Massive …)") stay two cues.

        `possible` are the places of the names that the text may hold, where that is known.
        """
        possible = self._names.possible(folded) if possible is None else possible
        found = [_versioned(text, Benchmark(_named(index, match), match.start(), match.end())) for index, match in self._matches(text, folded, possible)]
        found = [b for b in found if not (_BARE_ELO.fullmatch(text, b.start, b.end) and _CODEFORCES.search(text, max(0, b.start - 120), b.end + 20))]
        found = _with_own_elo(text, found)
        found += [Benchmark("MATH", match.start(), match.end()) for match in (_LOOSE_MATH.each(text, folded) if _LOOSE_MATH.may_match(folded) else ())]
        found += [b for b in _told(text, folded) if not any(b.start < other.end and other.start < b.end for other in found)]
        return sorted(found, key=lambda b: b.start)

    def _matches(self, text: str, folded: str, possible: Sequence[int]) -> Iterator[tuple[int, re.Match[str]]]:
        """(place in NAMES, match) from left to right; where several names begin, the first of the list counts."""
        following = {index: match for index in possible if (match := next(self._cues[index].each(text, folded), None))}
        while following:
            first = min(following, key=lambda index: (following[index].start(), index))
            match = following[first]
            yield first, match
            for index in [index for index, other in following.items() if other.start() < match.end()]:
                again = next(self._cues[index].each(text, folded, match.end()), None)
                if again:
                    following[index] = again
                else:
                    del following[index]


_VERSION = re.compile(r"\sv?(?P<version>[1-4]\.\d)(?!\d|\.\d|\s?(?:%|percent|points|/))(?=[\s:)|,;.]|$)")
# What makes a name that of other tasks: "SWE-bench Lite", "HumanEval-Mul", "Aider-Edit", "LiveCodeBench-Base".
_PART = re.compile(r"(?P<joint>-|\s(?=Lite\b|Main\b|Extended\b))(?P<part>Base|Mul|X|XL|Edit|Lite|Mini|Main|Extended|Easy|Infill|ET|CN|EN|ZH)(?![\w-])")
_IN_VERSIONS = re.compile(r"(?:(?<!MT-)Bench|World|Arena|Comp|SWE|Atlas)$")  # benchmarks that come out anew; "MT-Bench 9.1" is a score


_EDITION = re.compile(r"(?:[-‑](?P<edition>zh|cn|ja|ko|fr|es|hi|ar|mini|lite|extra|plus|live|cross|text|vl)|(?P<plus>\+))(?![\w+-])", re.I)


def _versioned(text: str, found: Benchmark) -> Benchmark:
    """A benchmark with the version or edition that follows its name ("OSWorld 2.0", "BrowseComp-zh", "SWE-bench Lite") is another one than without."""
    edition = _EDITION.match(text, found.end) if found.name[-1:].isalnum() and found.name in UNITS else None
    if edition:
        return Benchmark(f"{found.name}{edition.group()}", found.start, edition.end())
    part = _PART.match(text, found.end)
    if part is not None and not text[found.start : found.end].endswith(part["part"]):
        whole = re.sub(r" (?:Verified|Polyglot|Diamond)$", "", found.name)
        return Benchmark(f"{whole}{'-' if part['joint'] == '-' else ' '}{part['part']}", found.start, part.end())
    follows = _VERSION.match(text, found.end) if _IN_VERSIONS.search(found.name) else None
    return Benchmark(f"{found.name} {follows['version']}", found.start, follows.end()) if follows else found


def _told(text: str, folded: str) -> Iterator[Benchmark]:
    """Names that nobody listed, which a text calls a benchmark or gives a score on."""
    for cue in (_TOLD, _SCORED):
        for match in cue.each(text, folded) if cue.may_match(folded) else ():
            name = match["name"]
            if _GENERAL_WORD.search(name) or _NO_TEST.match(name):
                continue
            if cue is _TOLD or _SCORES.search(text, max(0, match.start() - 40), match.start()):
                yield Benchmark(name, match.start("name"), match.end("name"))


def _with_own_elo(text: str, found: list[Benchmark]) -> list[Benchmark]:
    """ "a GDPval Elo of 1890", "first in Design Arena with an Elo of 1240": a bare "Elo" behind another name is that one's."""
    kept: list[Benchmark] = []
    for one in found:
        before = kept[-1] if kept else None
        gap = text[before.end : one.start] if before is not None and before.name != "Arena Elo" and _BARE_ELO.fullmatch(text, one.start, one.end) else "."
        if before is not None and gap == " ":
            kept[-1] = Benchmark("GDPval-AA" if before.name == "GDPval" else before.name, before.start, one.end)
        elif before is not None and UNITS.get(before.name) == "elo" and len(gap) < 40 and not re.search(r"[.;:\n]", gap):
            kept.append(Benchmark(before.name, one.start, one.end))
        else:
            kept.append(one)
    return kept


def _with_short(text: str, folded: str, named: list[Benchmark]) -> list[Benchmark]:
    """ "80% on Verified and 57% on Pro": the sets of SWE-bench by their short names, beside the benchmarks found in a text."""
    short = [Benchmark(f"SWE-bench {m['name']}", m.start("name"), m.end("name")) for m in _SHORT_SWE.each(text, folded)]
    return sorted([*named, *short], key=lambda b: b.start)


def _named(index: int, match: re.Match[str]) -> str:
    return NAMES[index][0] if index < len(NAMES) else match.group()


def _cue(name: str, pattern: str) -> Cue:
    """Names that are also words ("DROP", "MATH") must be in capitals."""
    return Cue(_ALONE.format(pattern), exact=name in SENSITIVE)
