"""Capabilities: a sentence or a label comes in; tool calling, fine-tuning, reasoning and their like go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.phrases import negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.statements import statement

CAPABILITIES: tuple[tuple[str, str], ...] = (
    ("tool_calling", r"(?:parallel |native |robust |advanced )?(?:tool|function)[\s-]calling"
        r"|(?:agentic )?tool[\s-](?:use|usage|calling)\b|\btool calls\b|(?:uses?|call) (?:external )?(?:tools|functions)\b"),
    ("structured_output", r"JSON (?:mode|outputs?)|structured outputs?|JSON schema|response schemas?"),
    ("fine_tuning", r"(?:support\w* |offers? |available for |allows? |enables? |custom |outputs? and |calling and "
        r"|caching and |, |takes? |opened? (?:for|to) )fine-?tuning(?! of)|can be fine-?tuned|fine-?tuning (?:is |support|API|available)"
        r"|(?:can|could) (?:also )?fine-?tune\b"),
    ("reasoning", r"extended thinking|adaptive thinking|(?:three |dual |hybrid )?reasoning modes?"
        r"|chain[\s-]of[\s-]thought(?: reasoning)?(?=[^.]{0,40}\b(?:to|tech|reason|step|prob|built)|\.)"
        r"|thinking mode|thinks? before (?:it )?(?:speak|answer|respond)\w*"
        r"|reasons? before (?:it )?answer\w*|[“\"]think[”\"] before responding|hybrid reasoning"
        r"|extended deep reasoning|(?:is |isn['’]t )not (?:a|an) (?:reasoning|thinking) model|are (?:all |both )?(?:reasoning|thinking) models"
        r"|is (?:a|an|the first) (?:[\w-]+ )?(?:reasoning|[“\"]?thinking) model"
        r"|(?:latest|cost-efficient|advanced|first|hybrid|open-weight|powerful|small|dedicated) reasoning model(?! s)"),
    ("prompt_caching", r"prompt[\s-]caching|context caching|cached tokens|cach(?:e|ing) discount"),
    ("batch_api", r"batch (?:API|mode|processing API)"),
    ("web_search", r"real-time web (?:browsing|search|access|information)|web (?:search|browsing)(?! benchmark)"
        r"|brows(?:e|ing) the web|search grounding|grounding with (?:google )?search|internet access"
        r"|search the web|real-time (?:internet|search)"),
    ("code_execution", r"code interpreter|code execution|run code|execut(?:e|ing) code"),
    ("computer_use", r"computer use|interact with computers directly"
        r"|(?:control|operate|use)s? (?:a |your )?computers? (?:directly|like)"),
    ("streaming", r"(?:supports? |token |response )streaming"
        r"|(?:can|cannot|can['’]t|does not|doesn['’]t) stream\b|streams (?:its|the|answers|responses|replies|tokens|output|from)\b"),
)  # fmt: skip
_CAPABILITY = re.compile(r"(?<![\w-])(?:" + "|".join(f"(?P<c{i}>{p})" for i, (_, p) in enumerate(CAPABILITIES)) + r")", re.I)
_OFFERS = re.compile(
    r"\b(?:support\w*|offer\w*|featur\w+|includ\w+|ha[sd]|have|with|enabl\w+|introduc\w+|provid\w+"
    r"|allow\w*|built-in|can|cannot|capab\w+|access to|adds?|lacks?|"
    r"use[sd]?|using|abilit\w+|be asked to|able to|impressive|integrat\w+|comes?|via|unique|full"
    r"|automatically|no|essentially|advantage of|powered by|equipped|got|gets|gain(?:s|ed)|receiv(?:es|ed)|knows|understands|honou?rs)\b",
    re.I,
)
_SAYS = re.compile(r"(?:is|are|isn['’]t|thinks?|reasons?|uses?|can|cannot|can['’]t|does|doesn['’]t|offers?|support\w*|takes?|streams|opened?)\s", re.I)
_DENYING = re.compile(r"(?:is|are) not\b|isn['’]t\b|can(?:not|['’]t)\b|does(?: not|n['’]t)\b", re.I)
_LISTED = re.compile(r"\W*(?:[✅✔☑]\s*|native\s|built-in\s)+(?:advanced\s)?reasoning(?:\s(?:capabilit\w+|support))?\W*$", re.I)


def capabilities(sentence: Sentence) -> Iterator[Reading]:
    """Readings of the capabilities that a sentence says a model has or lacks, each capability once."""
    text = sentence.text
    seen: set[tuple[str, int]] = set()
    listed = _LISTED.match(text, sentence.start, sentence.end)
    if listed:
        yield from statement(
            sentence,
            sentence.start + len(text[sentence.start : sentence.end]) - len(text[sentence.start : sentence.end].lstrip(" ✅✔☑*-")),
            sentence.end,
            "capability",
            True,
            capability="reasoning",
        )
    for match in _CAPABILITY.finditer(text, sentence.start, sentence.end):
        name = CAPABILITIES[int((match.lastgroup or "c0")[1:])][0]
        begin, _ = sentence.clause(match.start())
        if (name, begin) in seen:
            continue
        seen.add((name, begin))
        if not _is_stated(sentence, match.start(), match.end()):
            continue
        polarity = not negated(text, begin, match.start()) and not _DENYING.match(match.group())
        yield from statement(sentence, match.start(), match.end(), "capability", True, capability=name, polarity=polarity)


def _is_stated(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words before a capability say that a model has it; a bare topic ("pricing, tool use and speed") says nothing."""
    before = sentence.text[max(sentence.start, start - 90) : start]
    if _SAYS.match(sentence.text, start, end):
        return True
    if not before.strip(' *-–—:✅❌("“'):
        return len(sentence.text[sentence.start : sentence.end]) < 90 or bool(re.match(r"\s(?:capabilit\w+|support|is|are|works?)\b", sentence.text[end:]))
    return bool(_OFFERS.search(before)) or bool(re.match(r"[\s\w]{0,14}\b(?:capabilit\w+|support(?:ed)?|available)\b", sentence.text[end : end + 40]))


def capability_of(label: str) -> str | None:
    """The capability that a table label asks about ("Function calling"), None when it asks about none."""
    match = _CAPABILITY.search(label)
    if match:
        return CAPABILITIES[int((match.lastgroup or "c0")[1:])][0]
    for name, pattern in (
        ("fine_tuning", r"\bfine-?\s?tun\w+"),
        ("batch_api", r"\bbatch\b"),
        ("prompt_caching", r"\bcach\w+"),
        ("streaming", r"\bstreaming\b"),
        ("reasoning", r"\breasoning (?:model|mode)\b|\bthinking\b"),
        ("web_search", r"\bsearch grounding|\bgrounding with search|\bweb\b"),
        ("tool_calling", r"\btools?\b"),
    ):
        if re.search(pattern, label, re.I):
            return name
    return None


def capability_span(text: str) -> tuple[str, int, int] | None:
    """(capability, start, end) of the first capability that a cell's own words name."""
    match = _CAPABILITY.search(text)
    return (CAPABILITIES[int((match.lastgroup or "c0")[1:])][0], match.start(), match.end()) if match else None


def capability_label(text: str) -> tuple[str, int, int] | None:
    """(capability, start, end) of a label that names a capability and nothing else ("Prompt Caching:")."""
    found = capability_span(text)
    if found is None or re.sub(
        r"\b(?:support|native|and|modes?|api|hybrid|built-in|parallel|advanced|full|robust)\b|\W", "", text[: found[1]] + text[found[2] :], flags=re.I
    ):
        return None
    return found
