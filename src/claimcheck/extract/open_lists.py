"""Lists of open or closed models: the place of "open-source" or "proprietary" in a sentence comes in, the models that are listed behind it go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.phrases import NEW_CLAUSE
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.values import Mention, Target

_NOUNS = (
    r"(?:models|LLMs|options|alternatives|systems|competitors|rivals|challengers|contenders|offerings|families|giants|leaders|players|chatbots|assistants"
    r"|solutions|choices|releases|heavyweights|variants|language models)"
)
_KIND = re.compile(  # what stands between "open-source" and the first name
    r"(?:[*_]{0,2}\s(?:(?:AI|language|large|small|foundation|reasoning|weights?|source|generative|coding|code|frontier|base|vision|multimodal|chat|MoE|LLM|speech"
    r"|embedding|model|Chinese|European|American|Western|state-of-the-art|general-purpose|speciali[sz]ed|lightweight|local|self-hosted|free|powerful|capable"
    r"|popular|distilled|text)\s){0,3}"
    + _NOUNS
    + r"[*_]{0,2}(?:\sor\sLLMs|\s\(LLMs\))?|(?<=models)|(?<=LLMs))"
    r"(?:(?P<given>,?\s(?:like|such as|including|e\.g\.,?|for example,?)\s|\s\((?:e\.g\.,?\s|like\s|such as\s|including\s)?)"
    r"|(?P<told>:[*_]{0,2}\s|(?:\s(?:today|right now|available|currently))?\s(?:(?:now|currently|today)\s)?(?:include|are)[:\s]\s?))",
    re.I,
)
_LABEL = re.compile(r"[\s\W_]*(?:(?:top|best|leading|popular|notable|major|free|strong)\s)?", re.I)  # what stands before the words of a label
_KIND_LABEL = re.compile(
    r"[\s\W_]*(?:(?:top|best|leading|popular|notable|major|free|strong|fully)\s){0,2}(?:(?P<open>open[\s-](?:source|weights?|model)|open(?=\smodels))"
    r"|(?P<closed>proprietary|closed[\s-](?:source|weights?)))"
    r"(?:\s(?:AI|language|large|frontier)){0,2}(?:\s?(?:models?|LLMs?|options?|alternatives?|picks?|choices?))?[\s\W_]*", re.I
)
_LABELLED = re.compile(  # "Open source: A, B", "**Proprietary models**: A", "Open weights (A, B): …"
    r"(?:\s(?:(?:AI|language|large|frontier)\s){0,2}(?:models?|LLMs?|options?|alternatives?|picks?|choices?))?[*_]{0,2}(?::[*_]{0,2}\s|\s(?P<paren>\())", re.I
)
_SUCH = re.compile(  # "Models like A and B are open": they are spoken of
    r"\W*(?:(?:newer|modern|recent|advanced|large|larger|small|smaller|AI|language|frontier|leading|top|popular|reasoning|multimodal|some|many|most|several|current"
    r"|today['’]s|open|open[\s-]source|open[\s-]weights?|proprietary|closed|closed[\s-]source|commercial|premium|flagship|lightweight|high-end|cheap|cheaper"
    r"|powerful)\s){0,3}(?:models|LLMs)\s(?:like|such as)\s(?:the\s)?[\"“*_]{0,2}",
    re.I,
)
_ARE = re.compile(r"\s(?:are|were)\s(?:(?:all|both|fully|now|also|completely|entirely)\s){0,2}")
_BEFORE = re.compile(r"(?:(?:[A-Z]\w{1,12}(?:\sAI)?['’]s\s(?:new\s|own\s|latest\s)?)|the\s)?[“\"‘'*_\[]{0,3}")
_BEHIND = re.compile(
    r"[”\"’'*_\]]{0,3}(?:\s(?:models?|family|series)\b)?(?:\s\([^()]{1,48}\)|\s(?:by|from)\s(?:[A-Z][\w.]{1,12}|xAI)(?:\s(?:AI|Cloud|Labs|DeepMind))?)?"
)
_JOINT = re.compile(r",\s(?:and|or|as well as)\s|\s(?:and|or|as well as|plus)\s|\s?[/&+]\s?|(?P<bare>,\s)")
_STRANGER = re.compile(r"[A-Z][\w.+-]{1,20}(?:\s[A-Z0-9][\w.+-]{0,14}){0,3}(?![\w'’])")
_ENDS = re.compile(r"\s?[,.;()|/&\]*]|\s(?:and|or|by|from|family|models?|series)\b|\s?[–—-]\s|\s*$")
_ITEMS = 12


def examples(sentence: Sentence, end: int) -> tuple[Target, ...]:
    """The models that "open-source models like X, Y and Z" gives as examples, or "the best open models are X and Y" lists."""
    match = _KIND.match(sentence.text, end, sentence.end)
    if match is None:
        return ()
    return listed(sentence, match.end(), told=match["told"] is not None)


def labelled_list(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """The models of a line that begins with the words as its label: "Open source: X, Y", "Proprietary (X, Y): dear"."""
    if not _LABEL.fullmatch(sentence.text, sentence.start, start):
        return ()
    match = _LABELLED.match(sentence.text, end, sentence.end)
    return listed(sentence, match.end(), told=True) if match else ()


def under_label(sentence: Sentence) -> Iterator[Reading]:
    """ "Open source:" was cut off as the label of a line whose words are nothing but a list of models."""
    label = _KIND_LABEL.fullmatch(sentence.context.label_text) if sentence.start else None
    at = sentence.text.rfind(sentence.context.label_text, 0, sentence.start) if label else -1
    if label is None or at < 0:
        return
    opening = sentence.start + len(sentence.text[sentence.start : sentence.end]) - len(sentence.text[sentence.start : sentence.end].lstrip(" *_:–—-"))
    targets = listed(sentence, opening, told=True)
    if targets:
        value = label["open"] is not None
        start, end = label.span("open" if value else "closed")
        yield Reading(attribute="open_weights", value=value, start=at + start, end=at + end, targets=targets)


def such(sentence: Sentence, start: int) -> tuple[Target, ...]:
    """ "Models like X and Y are open source": all that are given as examples."""
    opening = _SUCH.match(sentence.text, sentence.start, start)
    found, end = _walk(sentence, opening.end(), told=False) if opening else ((), start)
    return found if found and _ARE.fullmatch(sentence.text, end, start) else ()


def listed(sentence: Sentence, at: int, *, told: bool) -> tuple[Target, ...]:
    """The models of a list that begins `at` a place; names that nobody here knows may stand between them. `told`: nothing but a list may stand there."""
    return _walk(sentence, at, told=told)[0]


def _walk(sentence: Sentence, at: int, *, told: bool) -> tuple[tuple[Target, ...], int]:
    """The models of a list, and where its last name ends."""
    by_start = {mention.start: mention for mention in sentence.mentions if mention.start >= at}
    found: list[Mention] = []
    text, bare, strangers, last = sentence.text, False, 0, at
    for _ in range(_ITEMS):
        opening = _BEFORE.match(text, at, sentence.end)
        begin = opening.end() if opening else at
        mention = by_start.get(begin) or by_start.get(at)
        if mention is not None:
            if (bare and NEW_CLAUSE.match(text, mention.end)) or (told and not found and not _ENDS.match(text, mention.end)):
                break
            found.append(mention)
            at = mention.end
        else:
            stranger = _STRANGER.match(text, begin, sentence.end)
            strangers += 1
            if stranger is None or strangers > 4 or any(begin <= start < stranger.end() for start in by_start):
                break
            at = stranger.end()
        behind = _BEHIND.match(text, at, sentence.end)
        last = behind.end() if behind else at
        joint = _JOINT.match(text, last, sentence.end)
        if joint is None:
            break
        at, bare = joint.end(), joint["bare"] is not None
    return tuple(dict.fromkeys(mention.target for mention in found)), last


_NOTED = re.compile(  # "X (open)", "Y (proprietary, API only)"; "(open source)" is read where it stands
    r"[*_\"”\])]{0,3}\s\((?P<word>(?P<open>open)|closed(?:[\s-](?:source|weights?))?|proprietary|API[\s-]only)(?=\)|[,;]\s)", re.I
)


def noted(sentence: Sentence) -> Iterator[Reading]:
    """What parentheses right behind a name say: "X (closed)"."""
    for mention in sentence.mentions:
        match = _NOTED.match(sentence.text, mention.end, sentence.end)
        if match:
            value = match["open"] is not None
            yield Reading(attribute="open_weights", value=value, start=match.start("word"), end=match.end("word"), targets=(mention.target,))


_WANTED = re.compile(
    r"\bif\s(?:you|your\s\w+)\s(?:[\w'’-]{1,14}\s){0,3}?(?:want|prefer|need|require|favou?r|like|value|choose)\s(?:an?\s|to\suse\s(?:an?\s)?)?"
    r"(?:fully\s)?$", re.I
)
_HERE_IS = re.compile(
    r"\s(?:solution|option|model|alternative|LLM|choice|route|approach)s?(?:\s[^.,;:()]{1,40})?,\s"
    r"(?:then\s|try\s|consider\s|look at\s|use\s|the\s|check out\s){0,2}", re.I
)


def wanted(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """ "If you prefer an open-source option, X or Y will do"."""
    found = _HERE_IS.match(sentence.text, end, sentence.end) if _WANTED.search(sentence.text, max(sentence.start, start - 70), start) else None
    return listed(sentence, found.end(), told=False) if found else ()
