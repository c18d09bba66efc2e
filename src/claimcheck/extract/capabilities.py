"""Capabilities: a sentence or a label comes in; tool calling, fine-tuning, reasoning and their like go out.

A capability is named by a noun ("function calling"), which says something only where the words around it offer it ("supports …",
"… is not available", an item of a feature list), or told by a verb that says it alone ("can be fine-tuned", "thinks before it answers").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.capability_stated import is_stated
from claimcheck.extract.capability_words import ANY_CAPABILITY, CAPABILITY, FEATURE_LIST, TYPE_LABEL, capability_label, which
from claimcheck.extract.cues import Cue
from claimcheck.extract.phrases import negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.reasoners import REASONERS, reasoners
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.statements import denied_after, only_supposed, statement

_CROSSED = re.compile(r"\W*[❌✗✘]\W*")  # "❌ Thinking mode is verbose" is a fault, no lack
_LACKED = re.compile(r"\s?(?:support\b|capabilit\w+|available\b|modes?\b|at all\b|yet\b|[.,;()/&]|and\b|or\b|$)", re.I)
# "No separate tool-calling layer", and what is to be written in a prompt: "to expose its chain of thought"
_NOT_SAID = re.compile(
    r"\b(?:no|without(?: an?)?|instead of(?: an?)?) (?:separate|extra|additional|special|dedicated|external|need for)\s[^.;,]{0,24}$"
    r"|(?:n['’]t|\bnot|\bnever)\s(?:\w+\s)?(?:need|require)\s[^.;,]{0,24}$"  # "a prompt doesn't need X's extended thinking"
    r"|\b(?:upgrades?|changes|improvements|novelties|additions)\s\((?:particularly|especially|above all|like|such as|e\.g\.|mainly)\s$"
    r"|\b(?:expos|elicit|encourag|prompt|ask|outlin)\w*\s(?:for\s)?(?:its\s|the\s|an?\s)?$",
    re.I)  # fmt: skip
# "62.3% (no extended thinking)" tells of a run
_OF_A_RUN = re.compile(r"\d\s?%?(?:\s(?:on|in))?(?:\s[A-Z][\w.-]{1,20}){0,3}\s\((?:no|without|non-?|w/o)\s?(?:the\s)?$|\bsynthetic\s$")
_RUN_WITH = re.compile(  # "45% on X with code execution", "(with search and …)", "errors drop to 5% with web access"
    r"\d\s?%\s(?:on|in)\s[\w.’' -]{2,40}\s\(?(?:with|using)\s$|\b(?:drops?|falls?|fell|rises?|rose)\sto\s[\d.]{1,5}\s?%\swith\s$"
)
_TRAINED_BY = re.compile(  # "made by supervised fine-tuning (SFT)": how it was trained is no offer to train it
    r"\b(?:supervised|instruction|instruct|CoT|chain-of-thought|thought|reinforcement learning|RL|preference|post-training|self-supervised"
    r"|rejection sampling|pre-?training)(?:\sand|,|\s\([^()]{1,20}\))?[\s-]$", re.I
), re.compile(r"\s(?:\((?:SFT|IFT)\)|(?:and|with|followed by)\s(?:[\w-]+\s){0,3}(?:reinforcement|RLHF|DPO|human feedback)\b)", re.I)
_BUDGET = re.compile(r"\d\s?K?\s(?:tokens?\sof\s)?(?:total\s)?$")  # "averaged over five runs, a 128K thinking budget"
_LIST_GAP = re.compile(
    r"(?:\s?\([^()]{0,40}\))?(?:\s(?:capabilit\w+|support))?\s?(?:,|/|&|\+|;|\band\b|\bor\b|\bplus\b)"
    r"(?:[\w\s/’'-]{0,40}(?:,|&|\band\b))?(?:\s[\w’'-]+){0,3}\s?",
    re.I,
)
_REASONING = re.compile(r"(?<![\w-])(?:advanced |hybrid |standard/|dedicated )?(?:reasoning|reasoner|thinking)\b", re.I)
_LISTED = Cue(r"\W*(?:[✅✔☑]\s*|native\s|built-in\s)+(?:advanced\s)?reasoning(?:\s(?:capabilit\w+|support))?\W*$")


CUES = (ANY_CAPABILITY, _LISTED, REASONERS)


def capabilities(sentence: Sentence) -> Iterator[Reading]:
    """Readings of the capabilities that a sentence says a model has or lacks, each capability once."""
    told = [*_told(sentence), *_of_type(sentence), *_tools(sentence)]
    yield from told
    for reading in reasoners(sentence):
        if not any(other.start < reading.end and reading.start < other.end for other in told):
            yield reading


_TOOLS = Cue(r"(?:^\W*|[,;+/&]\s?|\band\s)(?P<tools>tools)(?=\s?(?:[,;+/&]|$))")


def _tools(sentence: Sentence) -> Iterator[Reading]:
    """ "Supports: vision, tools"."""
    if FEATURE_LIST.fullmatch(sentence.context.label_text) and (match := _TOOLS.alone(sentence, sentence.start, sentence.end)):
        start, end = (sentence.start + at for at in match.span("tools"))
        yield from statement(sentence, start, end, "capability", True, capability="tool_calling", polarity=not sentence.context.wanting)


def _of_type(sentence: Sentence) -> Iterator[Reading]:
    """ "Model type: hybrid reasoning model"."""
    if not TYPE_LABEL.fullmatch(sentence.context.label_text) or sentence.end - sentence.start > 90:
        return
    match = _REASONING.search(sentence.text, sentence.start, sentence.end)
    if match and not negated(sentence.text, sentence.start, match.start()):
        yield from statement(sentence, match.start(), match.end(), "capability", True, capability="reasoning")


_ON_PLAN = re.compile(
    r"\s(?:(?!available\b|accessible\b)\w+\s)?(?:on|in|for|to)\s(?:the\s|a\s)?(?:free|basic|lower|plus|pro|paid)\s(?:tier|plan|users?|version)\b"
    r"|\s\(?without\s(?:an?\s)?(?:tools|plugins?|extensions?|add-ons?|search|MCP|integrations?)\b",
    re.I,
)


def _told(sentence: Sentence) -> Iterator[Reading]:
    """Readings of the nouns and verbs that tell of a capability."""
    text = sentence.text
    if ANY_CAPABILITY.first(sentence) is None and not _LISTED.may_be_in(sentence):
        return
    named = capability_label(text[: sentence.start]) if sentence.context.label_text else None
    seen: set[tuple[str, int]] = set()
    listed = _LISTED.match(text, sentence.start, sentence.end)
    if listed:
        start = sentence.start + len(sentence.words) - len(sentence.words.lstrip(" ✅✔☑*-"))
        yield from statement(sentence, start, sentence.end, "capability", True, capability="reasoning")
    told = -1
    for match in CAPABILITY.within(sentence):
        name, noun = which(match)
        chained = 0 <= told < match.start() and _LIST_GAP.fullmatch(text, told, match.start()) is not None
        if noun and not chained and not is_stated(sentence, name, match.start(), match.end()):
            continue
        begin, _ = sentence.clause(match.start())
        if _CROSSED.fullmatch(text, sentence.start, match.start()) and not _LACKED.match(text, match.end(), sentence.end):
            continue
        if _ON_PLAN.match(text, match.end(), sentence.end) or _of_a_run(sentence, name, match):
            continue
        if only_supposed(sentence, begin, match.start()) or _NOT_SAID.search(text, max(begin, match.start() - 40), match.start()):
            continue
        told = match.end()
        end = _same_again(sentence, match, name)
        if (name, begin) not in seen and not (named and name == named[0]):
            seen.add((name, begin))
            denied = negated(text, begin, match.start()) or _denies(match.group()) or denied_after(text, match.end())
            if denied and match.group().lower().startswith(("adaptive", "implicit", "automatic")):  # to lack that one way is not to lack all
                continue
            polarity = not (denied or sentence.context.wanting)
            yield from statement(sentence, match.start(), end, "capability", True, capability=name, polarity=polarity)


def _of_a_run(sentence: Sentence, name: str, match: re.Match[str]) -> bool:
    """Whether the words tell how a test was run, or the model trained, not what it can do."""
    before = sentence.start, match.start()
    if name == "fine_tuning" and (_TRAINED_BY[0].search(sentence.text, *before) or _TRAINED_BY[1].match(sentence.text, match.end(), sentence.end)):
        return True
    if _OF_A_RUN.search(sentence.text, *before) or (name != "reasoning" and _RUN_WITH.search(sentence.text, *before)):
        return True
    return match.group().lower().startswith("thinking budget") and _BUDGET.search(sentence.text, *before) is not None


def _same_again(sentence: Sentence, match: re.Match[str], name: str) -> int:
    """Where the words for a capability end that is named twice in a row ("tool use and function calling")."""
    following = CAPABILITY.search(sentence.text[match.end() : min(sentence.end, match.end() + 40)])
    if following and which(following)[0] == name and re.fullmatch(r"(?:,|\s?/|\sand|\s&)\s?", sentence.text[match.end() : match.end() + following.start()]):
        return match.end() + following.end()
    return match.end()


def _denies(words: str) -> bool:
    return re.search(r"\bnot\b|n['’]t\b", words) is not None


