"""Models whose kind is told, "o3 and o4-mini are reasoning models": a sentence comes in, readings go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.cues import Cue
from claimcheck.extract.phrases import negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, coordinated, coordinated_forward, is_object
from claimcheck.extract.statements import called
from claimcheck.extract.values import Target

# "o3/o4-mini (OpenAI reasoning models)", "the o4-mini reasoning model", "X and Y are the current reasoning models", "X: the best reasoning model".
REASONERS = Cue(r"\b(?:reasoning|thinking) (?:AI |language )?(?P<noun>models?|LLMs?|specialists?)\b(?! (?:benchmarks?|leaderboards?)\b)")
_EARLIER = re.compile(r"\b(?:previous|earlier|prior|older|other|unlike)\s$", re.I)  # "Unlike previous reasoning models, X …"
_ONE = re.compile(r"(?<=model)\s\((?:the\s)?")  # "a flagship reasoning model (X at $2)"
_SUCH_AS = re.compile(
    r"(?<=models)(?:,?\s(?:like|such as|including)\s|,\s|\s?\(|:\s|\s[-–—]\s)(?:e\.g\.,?\s)?(?:(?:OpenAI|Google|DeepSeek|xAI|Anthropic)['’]s\s"
    r"|the\s)?",
)
_OF_KIND = re.compile(
    r"\s|\s\((?:the\s)?(?:(?:OpenAI|Google|Anthropic|DeepSeek|xAI)(?:['’]s)?\s)?(?:(?:latest|new|small|best|open)\s)?"
    r"|(?:\s(?:in|on)\s(?:[A-Z][a-z]{2,8}\s)?(?:\d{1,2},\s)?\d{4})?,\s(?:an?|the|its|their|our)\s(?:(?!(?:not|no|like|than|non-\w+)\b)[\w.-]{1,20},?\s){0,4}"
    r"|\s\([^()]{1,60}\)\s?[—–:-]\s(?:(?:the|an?|its)\s)?(?:(?!(?:not|no|like|than)\b)[\w-]{1,20},?\s){0,3}"
    r"|\s(?:is|are|remains?|represents?|marks|stands as|serves as)\s(?:now\s|both\s|all\s)?(?:among\s|one\sof\s)?"
    r"(?:(?:the|an?|[A-Za-z]{2,20}['’]s)\s)?(?:(?!(?:not|no|like"
    r"|than)\b)[\w-]{1,20},?\s){0,3}"
)
_SORT_ALONE = re.compile(
    r"\W*(?:(?:the|an?|its|best|top|latest|new|newest|first|pure|dedicated|hybrid|open|open-source|open-weight|open source|open weights?|enhanced|advanced"
    r"|frontier|lightweight|efficient|cost-efficient|next-generation|(?:industry|world)['’]s first|strongest|cheapest|fastest|flagship|small|compact"
    r"|cost-effective|affordable|powerful)(?:,|[”\"])?\s[\"“]?){0,5}", re.I
)
_SORT_ENDS = re.compile(r"\s?(?:[.,;)|]|$|(?:for|from|with|under|available|that|which|optimi[sz]ed|built|designed|excelling)\b)")


def reasoners(sentence: Sentence) -> Iterator[Reading]:
    """Models that their kind is told of: "the o4-mini reasoning model", "o3 and o4-mini are reasoning models"."""
    text = sentence.text
    for match in REASONERS.within(sentence):
        before = [m for m in sentence.mentions if m.end <= match.start()]
        targets: tuple[Target, ...] = ()
        if before and not is_object(sentence, before[-1]) and _OF_KIND.fullmatch(text, before[-1].end, match.start()):
            # "GPT-4, o3 reasoning models" is said of the last at least
            listed = text[before[-1].end : match.start()] == " " and text[: before[-1].start].endswith(", ")
            targets = (before[-1].target,) if listed else coordinated(sentence, before[-1])
        elif not before and (sentence.context.fixed or sentence.context.label_text) and _SORT_ALONE.fullmatch(text, sentence.start, match.start()):
            many = len(sentence.context.subjects) > 1 or any(target.family for target in sentence.context.subjects)
            many = many or not text[match.end() : sentence.end].strip(" .*")
            single = (many or not match["noun"].endswith("s")) and _SORT_ENDS.match(text, match.end(), sentence.end)
            targets = sentence.context.subjects if single else ()
        targets = targets or called(sentence, match.start(), match.end())
        if not targets and (such := _SUCH_AS.match(text, match.end(), sentence.end) or _ONE.match(text, match.end(), sentence.end)):
            named = next((m for m in sentence.mentions if m.start == such.end()), None)
            targets = coordinated_forward(sentence, named) if named and not negated(text, sentence.clause(match.start())[0], match.start()) else ()
            if such.group() == ", " and len(targets) < 2:  # "unlike reasoning models, X …"
                targets = ()
        if _EARLIER.search(text, max(sentence.start, match.start() - 24), match.start()):
            continue
        if targets and not text[: sentence.end].rstrip().endswith("?"):
            yield Reading(attribute="capability", value=True, capability="reasoning", start=match.start(), end=match.end(), targets=targets)
