"""Statements without a number: developers, licences, open weights, capabilities, architecture; a sentence in, readings out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.phrases import PLANNED, UNDISCLOSED, negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import Sentence, coordinated_forward, subjects_of
from claimcheck.extract.values import Target

VENDORS: tuple[tuple[str, str], ...] = (
    ("OpenAI", r"OpenAI|Open AI"), ("Anthropic", r"Anthropic"), ("Google", r"Google(?:\sDeepMind)?|DeepMind"), ("Meta", r"Meta(?:\sAI)?|Facebook"),
    ("xAI", r"xAI|XAI|Elon Musk['’]s (?:team|xAI|company|AI company)"), ("Mistral AI", r"Mistral(?:\sAI)?"), ("DeepSeek", r"DeepSeek(?:[\s-]AI)?"),
    ("Alibaba", r"Alibaba(?:\s(?:Cloud|Group))?"), ("Microsoft", r"Microsoft"), ("Amazon", r"Amazon|AWS"), ("Cohere", r"Cohere"), ("NVIDIA", r"NVIDIA|Nvidia"),
    ("Moonshot AI", r"Moonshot(?:\sAI)?"), ("MiniMax", r"MiniMax"), ("Zhipu AI", r"Zhipu(?:\sAI)?|Z\.ai"), ("ByteDance", r"ByteDance"), ("Tencent", r"Tencent"),
    ("Baidu", r"Baidu"), ("AI21 Labs", r"AI21(?:\sLabs)?"), ("IBM", r"IBM"), ("Databricks", r"Databricks"), ("Xiaomi", r"Xiaomi"),
    ("Technology Innovation Institute", r"Technology Innovation Institute|TII"), ("01.AI", r"01\.AI"), ("Stability AI", r"Stability AI"), ("Apple", r"Apple"),
)  # fmt: skip
_VENDOR = re.compile(r"(?<![\w.-])(?:%s)(?![\w-])" % "|".join(f"(?P<v{i}>{p})" for i, (_, p) in enumerate(VENDORS)))
_MADE_BY = re.compile(
    r"\s?(?:\([^()]{0,30}\)\s?)?,?\s?(?:(?:is|was|were|are|an?|the|also|another|latest|new|newest|flagship|advanced|AI|chatbot|language|models?|LLMs?|LLM|offering|creation|by|most|cost-efficient|powerful|capable|released|yet|small|large|family|of)\s){0,11}"
    r"(?:(?:made|built|developed|created|launched|released|introduced|designed|trained|unveiled|produced|offered|provided)\s)?(?:by|from)\s(?:the\s)?",
    re.I,
)
_MADE_LATER = re.compile(
    r"[^.;:]{0,70}?\b(?:developed|created|made|built|released|launched|introduced|designed|trained|unveiled|published|offered|produced)\s(?:and\s\w+\s)?by\s(?:the\s|researchers at\s|a team at\s)?", re.I
)
_MAKES = re.compile(
    r"\s?(?:\([^()]{0,30}\)\s?)?,?\s?(?:(?:has|have|had|also|recently|just|officially|then|finally|first)\s){0,3}(?:releas(?:ed?|es)|launch(?:ed|es)|introduc(?:ed|es)|unveil(?:ed|s)|announced|developed|creat(?:ed|es)|"
    r"built|debuted|dropped|offers|shipped|rolled out)\s(?:(?:two|three|four|its|their|the|an?|new|newest|latest|models?|open-?sourced?|open-weight|flagship|that|are|generating|lot|of|interest:|most|advanced|powerful|ai|language|series|model,)[,:\s]+){0,14}[“\"‘]?",
    re.I,
)
_POSSESSIVE = re.compile(r"['’]s?\s(?:(?:new|newest|latest|flagship|own|open|powerful|popular|offering|model|most|advanced|small|family|of|upcoming|recent|offering,|model,|is)\s)*[“\"‘]?", re.I)
_OPEN = re.compile(r"\bopen[\s-]?(?:ly\s)?(?:source|sourced|weights?|weight)\b|\bweights are (?:openly|freely|publicly) available\b|\b(?:openly|freely|publicly)[\s-]available weights\b|\bdownloadable weights\b"
    r"|\bweights (?:can be downloaded|are (?:on (?:the web|hugging face)|downloadable|open|public|available))\b|\bopen weights\b|\bopen(?:ly available)? (?:large language |foundation |language )?model\b", re.I)
_CLOSED = re.compile(r"\bclosed[\s-]?(?:source|sourced|weights?)\b|(?<=\bis\s)proprietary\b|(?<=\bare\s)proprietary\b|\bproprietary\s(?:model|llm)\b", re.I)
_GENERIC = re.compile(r"\b(?:most|other|many|all|any|among|leading|best|than|the|their|between|some|these|like|community|driving|drove|existing|comparable|top|counterparts|of|for|larger|popular|via|using|in|to|on|with|and|or|from|by|other leading|against|support|every)\s(?:the\s)?$", re.I)
_OPEN_NOUN = re.compile(r"[\s-](?:llms\b|variants?|options|large language models|and (?:closed|proprietary)|licen[sc]e|definition|initiative|sense|standards?|community|alternatives|models\b(?! (?:is|are))|counterparts|competitors|competition|ecosystem|development|tools?|projects?|tokenizer|contributions?|movement|world|space|frameworks?|library)", re.I)
_LICENSE = re.compile(
    r"\b(?P<name>Apache(?:[\s-]2(?:\.0)?)?|MIT|CC[\s-]BY[\w.\s-]{0,8}|Llama(?:\s\d(?:\.\d)?)? Community|Gemma|modified MIT|BSD|GPL\w*|Mistral Research|OpenRAIL|proprietary|commercial)"
    r"(?:[\s-](?:licen[sc]ed?|License)|(?=\slicen[sc]e))\b|\blicen[sc]e[ds]?(?:\s(?:under|is|:|the|an?|of))*\s(?P<after>Apache(?:[\s-]2(?:\.0)?)?|MIT|CC[\s-]BY[\w.-]*)",
    re.I,
)
CAPABILITIES: tuple[tuple[str, str], ...] = (
    ("tool_calling", r"(?:parallel |native |robust |advanced )?(?:tool|function)[\s-]calling|(?:agentic )?tool[\s-](?:use|usage|calling)\b|\btool calls\b"),
    ("structured_output", r"JSON mode|structured outputs?|JSON schema"),
    ("fine_tuning", r"(?:support\w* |offers? |available for |allows? |enables? |custom |outputs? and |calling and |caching and |, )fine-?tuning(?! of)|can be fine-?tuned|fine-?tuning (?:is |support|API|available)"),
    ("reasoning", r"extended thinking|adaptive thinking|(?:three |dual |hybrid )?reasoning modes?|chain[\s-]of[\s-]thought(?: reasoning)?(?=[^.]{0,40}\b(?:to|tech|reason|step|prob|built)|\.)|thinking mode|thinks? before (?:it )?(?:speak|answer|respond)\w*|reasons? before (?:it )?answer\w*|[“\"]think[”\"] before responding|hybrid reasoning|extended deep reasoning|is a reasoning model"),
    ("prompt_caching", r"prompt[\s-]caching|context caching|cached tokens|cach(?:e|ing) discount"),
    ("batch_api", r"batch (?:API|mode|processing API)"),
    ("web_search", r"real-time web (?:browsing|search|access|information)|web (?:search|browsing)(?! benchmark)|brows(?:e|ing) the web|search grounding|grounding with (?:google )?search|internet access|search the web|real-time internet"),
    ("code_execution", r"code interpreter|code execution|run code|execut(?:e|ing) code"),
    ("computer_use", r"computer use|interact with computers directly|(?:control|operate|use)s? (?:a |your )?computers? (?:directly|like)"),
    ("streaming", r"(?:supports? |token |response )streaming"),
)  # fmt: skip
_CAPABILITY = re.compile(r"(?<![\w-])(?:%s)" % "|".join(f"(?P<c{i}>{p})" for i, (_, p) in enumerate(CAPABILITIES)), re.I)
_ARCHITECTURES = re.compile(r"\b(?P<moe>mixture[\s-]of[\s-]experts|MoE)\b|\b(?:architecture transformer|transformer[\s-](?:based )?architecture)\b|\btransformer\b", re.I)
_TRAINING = re.compile(r"\b(?P<rlhf>RLHF|reinforcement learning (?:with|from) human feedback)\b|\b(?P<cai>constitutional AI)\b|\b(?P<distilled>distill(?:ed|ation) from)\b", re.I)


def vendors(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """(canonical vendor, start, end) of the vendors named."""
    return [(VENDORS[int((m.lastgroup or "v0")[1:])][0], m.start(), m.end()) for m in _VENDOR.finditer(text, start, end)]


def developers(sentence: Sentence) -> Iterator[Reading]:
    """ "GPT-4o by OpenAI", "OpenAI launched GPT-4o", "OpenAI's GPT-4o"."""
    text = sentence.text
    for vendor, start, end in vendors(text, sentence.start, sentence.end):
        if any(m.start < end and start < m.end for m in sentence.mentions if len(m.text) > end - start):
            continue
        after = [m for m in sentence.mentions if m.start >= end]
        if after and _is_known(after[0].target):
            gap = text[end : after[0].start]
            if _POSSESSIVE.fullmatch(gap) or (_MAKES.fullmatch(gap) and not re.match(r"\s(?:would|will)\b", text[after[0].end :])):
                others = [m.start for m in after[1:]]
                stop = next((v[1] for v in vendors(text, after[0].end, sentence.end)), sentence.end)
                group = coordinated_forward(sentence, after[0]) if not others or stop > others[0] else (after[0].target,)
                group = tuple(t for t in group if t.parts[:1] == after[0].target.parts[:1] or re.match(r"o\d", t.parts[0]))
                yield Reading(attribute="developer", value=vendor, start=start, end=end, targets=group)
                continue
        before = [m for m in sentence.mentions if m.end <= start]
        if before and re.fullmatch(r"[\s\"”*]*\((?:by\s)?", text[before[-1].end : start]) and re.match(r"\s?[,);]", text[end:]):
            yield Reading(attribute="developer", value=vendor, start=start, end=end, targets=(before[-1].target,))
            continue
        if before:
            gap = text[before[-1].end : start]
            plain = gap.replace("”", "").replace('"', "").replace("“", "")
            if len(gap) < 90 and _is_known(before[-1].target) and (_MADE_BY.fullmatch(plain) or _MADE_LATER.fullmatch(plain)):
                yield Reading(attribute="developer", value=vendor, start=start, end=end, targets=(before[-1].target,))


def features(sentence: Sentence) -> Iterator[Reading]:
    """Capabilities, open weights, licences and the words for architecture and training of a sentence."""
    yield from _capabilities(sentence)
    yield from _openness(sentence)
    yield from _successors(sentence)
    text = sentence.text
    for match in _LICENSE.finditer(text, sentence.start, sentence.end):
        group = "name" if match["name"] else "after"
        if re.match(r"proprietary|commercial|gemma", match[group], re.I):
            continue
        yield from _statement(sentence, match.start(group), match.end(group), "license", match[group])
    for match in _ARCHITECTURES.finditer(text, sentence.start, sentence.end):
        value = "mixture of experts" if match["moe"] else "transformer"
        yield from _statement(sentence, match.start(), match.end(), "architecture", value)
    for match in _TRAINING.finditer(text, sentence.start, sentence.end):
        value = "RLHF" if match["rlhf"] else "constitutional AI" if match["cai"] else "distillation"
        yield from _statement(sentence, match.start(), match.end(), "training_method", value)


_SUCCEEDS = re.compile(
    r"(?:['’]s)?[\s,]*(?:(?:is|was|as|it|being|positioned|serves?|intended|meant|designed|seen|launched|introduced|released|came|the|a|direct|official)\s)*"
    r"(?:successor (?:to|of)|replacement (?:for|of)|replaces|replaced|succeeds|succeeded|supersedes|superseded|follow-up to)\s(?:the\s|its\s|older\s|previous\s|OpenAI['’]s\s|Google['’]s\s|Anthropic['’]s\s)*",
    re.I,
)


def _successors(sentence: Sentence) -> Iterator[Reading]:
    """ "X is positioned as the successor to Y", "X replaces Y"."""
    for left, right in zip(sentence.mentions, sentence.mentions[1:], strict=False):
        gap = sentence.text[left.end : right.start]
        if len(gap) < 70 and _SUCCEEDS.fullmatch(gap) and left.target.name != right.target.name:
            yield Reading(attribute="successor_of", value=right.target.name, start=right.start, end=right.end, targets=(left.target,), other=right.target)


def _statement(sentence: Sentence, start: int, end: int, attribute: str, value: str | bool, capability: str | None = None, polarity: bool = True) -> Iterator[Reading]:
    targets = subjects_of(sentence, start, end)
    begin, _ = sentence.clause(start)
    planned = PLANNED.search(sentence.text[begin : end + 30]) is not None
    if targets:
        yield Reading(attribute=attribute, value=value, start=start, end=end, targets=targets, capability=capability, polarity=polarity, stance="planned" if planned else "asserted")


def _capabilities(sentence: Sentence) -> Iterator[Reading]:
    text = sentence.text
    seen = set()
    listed = _LISTED.match(text, sentence.start, sentence.end)
    if listed:
        yield from _statement(sentence, sentence.start + len(text[sentence.start : sentence.end]) - len(text[sentence.start : sentence.end].lstrip(" ✅✔☑*-")), sentence.end, "capability", True, capability="reasoning")
    for match in _CAPABILITY.finditer(text, sentence.start, sentence.end):
        name = CAPABILITIES[int((match.lastgroup or "c0")[1:])][0]
        if name in seen:
            continue
        seen.add(name)
        begin, _ = sentence.clause(match.start())
        if not _is_stated(sentence, match.start(), match.end()):
            continue
        polarity = not negated(text, begin, match.start())
        yield from _statement(sentence, match.start(), match.end(), "capability", True, capability=name, polarity=polarity)


def _is_known(target: Target) -> bool:
    """A model, or a family with a version or a place in the reference."""
    return not target.family or target.id is not None or any(part[0].isdigit() for part in target.parts)


_OFFERS = re.compile(
    r"\b(?:support\w*|offer\w*|featur\w+|includ\w+|ha[sd]|have|with|enabl\w+|introduc\w+|provid\w+|allow\w*|built-in|can|cannot|capab\w+|access to|adds?|lacks?|"
    r"use[sd]?|using|abilit\w+|be asked to|able to|impressive|integrat\w+|comes?|via|unique|full|automatically|no|essentially|advantage of|powered by|equipped)\b",
    re.I,
)


_LISTED = re.compile(r"\W*(?:[✅✔☑]\s*|native\s|built-in\s)+(?:advanced\s)?reasoning(?:\s(?:capabilit\w+|support))?\W*$", re.I)


def _is_stated(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words before a capability say that a model has it; a bare topic ("pricing, tool use and speed") says nothing."""
    before = sentence.text[max(sentence.start, start - 90) : start]
    if re.match(r"is\s|thinks?\s|reasons?\s", sentence.text[start:end], re.I):
        return True
    if not before.strip(" *-–—:✅❌(\"“"):
        return len(sentence.text[sentence.start : sentence.end]) < 90 or bool(re.match(r"\s(?:capabilit\w+|support|is|are)\b", sentence.text[end:]))
    return bool(_OFFERS.search(before)) or bool(re.match(r"[\s\w]{0,14}\b(?:capabilit\w+|support(?:ed)?|available)\b", sentence.text[end : end + 40]))


def _openness(sentence: Sentence) -> Iterator[Reading]:
    text = sentence.text
    for pattern, value in ((_OPEN, True), (_CLOSED, False)):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            before = text[max(sentence.start, match.start() - 24) : match.start()]
            after = text[match.end() : match.end() + 18]
            if _GENERIC.search(before) and not re.search(r"\b(?:its|released its)\s(?:\w+\s)?$", before, re.I):
                if not re.search(r"\bthe (?:only|first)\s$|\bavailable as open|\bas\s$", before, re.I):
                    continue
            if _OPEN_NOUN.match(after):
                continue
            begin, _ = sentence.clause(match.start())
            if re.search(r"[“\"‘']$|\b(?:definition of|strictly|truly|fully)\s$", before):
                continue
            if negated(text, begin, match.start()):
                if re.search(r"\b(?:not|n['’]t)\s(?:an?\s)?$|[✘❌✗]\s*(?:not\s)?$", before, re.I):
                    yield from _statement(sentence, match.start(), match.end(), "open_weights", not value)
            else:
                yield from _statement(sentence, match.start(), match.end(), "open_weights", value)


def undisclosed(sentence: Sentence) -> Iterator[Reading]:
    """ "OpenAI has not published the parameter count of GPT-4" is a claim too, and mostly a true one."""
    text = sentence.text
    for match in UNDISCLOSED.finditer(text, sentence.start, sentence.end):
        window = text[max(sentence.start, match.start() - 120) : min(sentence.end, match.end() + 120)]
        if not re.search(r"\bparam(?:eter)?s?\b|\bsizes?\b|\bparameter count\b", window, re.I) and "parameters" not in sentence.context.topics:
            continue
        before = [m for m in sentence.mentions if m.end <= match.start()]
        after = [m for m in sentence.mentions if 0 <= m.start - match.end() < 90]
        chosen = tuple(t for t in subjects_of(sentence, match.start(), match.end()) if t.id or not t.family)
        if after and not before and not after[0].target.family:
            chosen = (after[0].target,)
        if chosen:
            yield Reading(attribute="parameters", value=None, start=match.start(), end=match.end(), targets=chosen, stance="undisclosed")
        return


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


def open_label(text: str) -> tuple[int, int] | None:
    """Where a label says "Open-Source" and nothing else, None otherwise."""
    match = re.fullmatch(r"\W*(?P<word>open[\s-](?:source|weights?))\W*", text, re.I)
    return match.span("word") if match else None


def capability_label(text: str) -> tuple[str, int, int] | None:
    """(capability, start, end) of a label that names a capability and nothing else ("Prompt Caching:")."""
    found = capability_span(text)
    if found is None or re.sub(r"\b(?:support|native|and|modes?|api|hybrid|built-in|parallel|advanced|full|robust)\b|\W", "", text[: found[1]] + text[found[2] :], flags=re.I):
        return None
    return found
