"""Names written as ids of a catalogue ("openai/gpt-4o"): a text and the names found in it come in, the names with their owners go out.

A stroke before a name mostly makes it part of a path. Behind a maker's handle it is how catalogues and APIs write the model itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.spans import Spans
from claimcheck.extract.values import Mention, Target
from claimcheck.reference import names

_OWNER = re.compile(
    r"(?<![\w./:@%=~\\-])(?:openrouter/)?(?:openai|anthropic|google|meta-llama|meta|mistralai|mistral|deepseek-ai|deepseek|qwen|alibaba|x-ai|xai|cohere|coherelabs"
    r"|amazon|microsoft|nvidia|moonshotai|z-ai|zai-org|zhipuai|thudm|minimax|minimaxai|perplexity|ai21|tencent|baidu|bytedance|bytedance-seed|ibm-granite"
    r"|stepfun-ai|stepfun|xiaomi|01-ai|allenai|tiiuae|databricks)/$",
    re.I,
)
_LONGEST = 36  # characters of an owner
_NAME = re.compile(r"[A-Za-z0-9][\w.:-]{1,60}(?<![.:-])(?![\w/])")
_FILE = re.compile(r"\.[a-z]{2,4}$")
_TOOL = re.compile(r"(?:^|-)(?:code|cli|sdk|actions?|cookbook|skills?|agents?|python|node|app|api|evals?|docs|examples?|courses?)$", re.I)
_TOLD = re.compile(r"[\d-]")
_AGAIN = re.compile(r"\s\((?:(?:id|model|API)\s?:\s)?$", re.I)
_ASIDE = 12  # characters


def owner_start(text: str, start: int) -> int | None:
    """Where the id begins whose name begins at `start`, behind a stroke; None where the stroke belongs to something else."""
    found = _OWNER.search(text, max(0, start - _LONGEST), start) if text[start - 1 : start] == "/" else None
    return found.start() if found else None


def with_owners(text: str, mentions: Sequence[Mention], target: Callable[[tuple[str, ...], str], Target]) -> list[Mention]:
    """The mentions, those in ids as long as these; without ids that only spell again the name before them ("GPT-4o (openai/gpt-4o)")."""
    ids = list(_ids(text)) if "/" in text else []
    if not ids and not any(text[m.start - 1 : m.start] == "/" for m in mentions):
        return list(mentions)
    taken, whole = Spans((begin, end) for begin, _, end in ids), {(m.start, m.end): m.target for m in mentions}
    found = [m for m in mentions if owner_start(text, m.start) is None and not taken.hold(m.start)]
    ends = {m.end for m in found}
    for begin, start, end in ids:
        name = text[start:end]
        meant = whole.get((start, end)) or target(tuple(names.parts(name)), name)
        again = _AGAIN.search(text, max(0, begin - _ASIDE), begin)
        if (meant.id is not None or _TOLD.search(name)) and not (again and again.start() in ends):
            found.append(Mention(begin, end, text[begin:end], replace(meant, written=name)))
            ends.add(end)
    return sorted(found, key=lambda m: m.start)


def _ids(text: str) -> Iterator[tuple[int, int, int]]:
    """Where the ids of models begin, their names begin, and both end: no paths of files, no tools of an owner ("anthropic/claude-code")."""
    for stroke in re.finditer("/", text):
        begin = owner_start(text, stroke.end())
        match = _NAME.match(text, stroke.end()) if begin is not None else None
        if begin is not None and match and not _FILE.search(match.group()) and not _TOOL.search(match.group()):
            yield begin, *match.span()
