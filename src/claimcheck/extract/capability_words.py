"""The words for what models can do: a label or a cell comes in, the capabilities that it names or asks about go out."""

from __future__ import annotations

import re

from claimcheck.extract.cues import Cue

NOUNS: tuple[tuple[str, str], ...] = (
    ("tool_calling", r"(?<!\d )(?:tool|function(?:al)?)s?(?:[\s/-]function)?[\s_-](?:call(?:ing|s)\b|us(?:e|age)\b|invocation\b)"
        r"|(?:full|native|built-in|complete) (?:ChatGPT )?tool (?:access|support)\b"),
    ("structured_output", r"JSON (?:mode|format(?:ting)?|outputs?|schemas?(?! validation)|responses?)"
        r"|response schemas?|structured (?:JSON )?(?:outputs?|responses?)|structured JSON"
        r"|constrained (?:outputs?|decoding|generation)"),
    ("fine_tuning", r"fine[\s-]?tuning(?! of)|fine[\s-]tune (?:it|them|the (?:full )?(?:model|weights))\b(?!['’])"),
    ("reasoning", r"(?:extended|adaptive|hybrid|configurable|extreme|interleaved|preserved)[\s-](?:deep )?(?:thinking|reasoning)(?: modes?)?"
        r"|extended deep reasoning"
        r"|(?:three |dual |hybrid )?(?:reasoning|thinking)(?: \(reasoning\))?[”\"]? modes?\b"
        r"|thinking (?:and|/|or) (?:non-?thinking|instant|fast)(?: modes?)?\b"
        r"|(?:native|built-in|integrated|unified) (?:reasoning|thinking)(?! (?:benchmark|abilit|across|over|between|with))|hybrid (?:thinking|reasoner)"
        r"|[“\"]?thinking[”\"]? (?:budgets?|levels?)"
        r"|(?:built-in |native )?Deep Think (?:reasoning|mode)\b|[“\"]Think[”\"] mode\b"
        r"|thinking (?:capabilit\w+|abilit\w+)"
        r"|(?:adjustable|configurable|controllable) (?:reasoning|thinking)(?: (?:efforts?|levels?|depth))?|reasoning[ _]efforts?(?: (?:levels?"
        r"|settings?|parameter))?"
        r"|chain[\s-]of[\s-]thought(?: reasoning)?(?! prompt)(?=[^.]{0,40}\b(?:to|tech|reason|step|prob|built)|\.|(?<=reasoning) before\b"
        r"|\s(?:capabilit|process|support|abilit))"
        r"|(?:enhanced |adjustable )reasoning mode|reasoning-(?:focused|optimi[sz]ed|first)(?=\s?(?:[,;.|]|$|model\b))"),
    ("prompt_caching", r"(?:prompt|context|implicit|explicit|automatic(?: implicit)?)[\s-]caching|cached tokens|(?<=supports )caching|cach(?:e|ing) discount"),
    ("batch_api", r"batch (?:API|mode|processing(?!\s(?:optimi[sz]\w+|improv\w+|strateg\w+|techniques?))|process(?!ing))"),
    ("web_search", r"(?:(?:real-time |live |built-in )?(?:web|internet)[\s-](?:brows(?:ing|e)(?![a-z])|search(?:es)?|access|information|analysis)"
        r"|real-time (?:internet|search))(?! benchmark)"
        r"|(?:Google|Bing|web) Search (?:integration|grounding)|search as a tool"
        r"|(?<!improved )(?<!enhanced )(?<!better )(?<!product )(?<!site )search functionality"
        r"|real-time X (?:\(Twitter\) )?search|(?<=code execution and )(?:Google )?search\b|(?<=code execution, )(?:Google )?search\b"
        r"|(?<=code execution/)search\b|(?:Google )?search(?=,? (?:and )?code execution)|(?:built-in|native|live) search(?! engine)"
        r"|access to search(?! engine)"
        r"|search grounding|grounding with (?:google )?search|access to the (?:internet|web)\b"),
    ("code_execution", r"(?<!remote )(?<!arbitrary )code[\s-](?:interpreter|execution)(?! (?:vulnerabilit|exploit|bug|flaw|attack|risk))"),
    ("computer_use", r"computer use"),
    ("streaming", r"(?:token |response )?streaming(?! (?:audio|video|models?|services?|media|platforms?)\b)"),
)  # fmt: skip
VERBS: tuple[tuple[str, str], ...] = (
    ("tool_calling", r"(?:call(?:s|ing)?|invok(?:es?|ing)|(?<=can )use|(?<=to )use|uses)"
        r" (?:external |your (?:own )?|custom |other )?(?:tools|functions|APIs)\b|(?:(?<=to )|(?<=can ))(?:run|chain|orchestrate) tools\b"),
    ("structured_output", r"(?:respond|repl|answer|return|output|produc|generat|emit)(?:s|es?|ies|y|ing)?"
        r" (?:(?:in|with|as|only|strict|strictly|valid|well-formed|structured|reliable) ){0,3}JSON\b"
        r"|(?:generat|return|emit|produc)(?:es?|ing|s)? (?:reliable )?structured (?:outputs?|data|responses?)\b"),
    ("batch_api", r"(?:\d{1,3}%|savings?|discount|off|cheaper) (?:with|via|using|through|for) (?:the )?batch (?:API|mode|process(?:ing)?)\b"),
    ("fine_tuning", r"be fine[\s-]?tuned(?=\s(?:on|with|for|via|using|through|by|to)\b|[.,;)])|is fine[\s-]?tunable"
        r"|is easy to fine[\s-]?tune|customi[sz](?:able|ed) (?:via|through|with|by) (?:\w+ )?fine[\s-]?tuning"
        r"|(?:(?<=can )|(?<=can also ))fine[\s-]?tune(?=\s(?:(?-i:[A-Zo])|(?:the model|this model|it)\b))"),
    ("reasoning", r"(?:always-on (?:reasoning|thinking)|(?:reasoning|thinking) is always on)"
        r"|(?:is|was) (?:a|an|the|its) (?:[\w-]+,? ){0,2}?(?:reasoning|thinking) mode\b"
        r"|thinks? before (?:it |they )?(?:speak|answer|respond|repl)\w*|reasons? before (?:it )?answer\w*|[“\"]think[”\"] before responding"
        r"|shows? (?:its|the|you its|their) (?:full |own )?(?:reasoning|thinking|thought process|chain of thought)"
        r"|(?:uses?|performs?|employs?|runs?|does) (?:an? )?(?:internal|built-in|native|hidden|full|long) (?:internal )?chain[\s-]of[\s-]thought(?: reasoning)?"
        r"|(?:it['’]s|is|was) (?:not )?an? (?:[\w-]+,? ){0,2}?reasoning-(?:focused|first|oriented|optimized) model"
        r"|(?:is|as) (?:a|an|the first|the) (?:[\w-]+,? ){0,3}?reasoning (?:agent|language) model\b"
        r"|thinks (?:for )?longer (?:before|on|about)|(?:switch|toggle)\w* between (?:a )?(?:thinking|reasoning) and (?:non-|fast|instant|quick)\w*"
        r"|spends? (?:more |extra |some )?time (?:thinking|reasoning)"
        r"|(?:it['’]s|is|was|isn['’]t|as) (?:not )?(?:a|an|the first|the) (?:[\w-]+,? ){0,3}?"
        r"(?:reasoning|[“\"]?thinking)[”\"]? (?:AI )?(?:model|LLM)\b"
        r"|(?:latest|cost-efficient|advanced|first|hybrid|open|open-(?:weight|source)|powerful|small|dedicated|new"
        r"|state-of-the-art|['’]s) (?:reasoning|thinking) (?:AI )?(?:model|LLM)\b"
        r"|(?:addition to|part of|member of) (?:\w+['’]s|the|its) (?:[\w-]+ ){0,2}reasoning (?:series|family|line-?up|line|models)\b"),
    ("web_search", r"(?:search|brows|scan)(?:es|s|e|ing)? the (?:web|internet)"
        r"|(?:integrated|integrates|integration|connected|grounded) (?:with|to|in) (?:Google|Bing|web) Search\b"
        r"|connects? (?:directly )?to (?:Google|Bing) Search\b|tools? (?:like|such as|including) Google Search\b"),
    ("code_execution", r"(?:run|execut)(?:s|es?|ing)? (?:its (?:own )?|Python )?code(?!\w)"),
    ("computer_use", r"interact(?:ing)? with (?:(?:a|your) )?computers?"
        r"(?= (?:directly|in an? (?:more )?(?:human|similar|natural)|like\b|by\b|through\b|just\b|as\b|the way\b)|[.,;])"
        r"|(?:us(?:e|ing)|operat(?:e|ing)) (?:a |the |your )?computers?(?= (?:like|the way|just as|as) (?:a |an )?(?:humans?|people|person|we|you)\b)"
        r"|navigat(?:e|es|ing) (?:(?:on-?|computer |desktop |your )?screens?|(?:computer |desktop )interfaces?|desktops?)(?=,| and\b| or\b)"
        r"|mov(?:e|es|ing) (?:a |the |your )?(?:cursor|mouse)\b(?=,| and\b| around\b)"
        r"|operating (?:computers\b(?! is)|desktop environments)|(?<=like )using computers\b"
        r"|(?:control|operate|use)s? (?:a |your |the )?(?:computers?|desktop|mouse)\b(?! (?:science|vision|code))"),
    ("streaming", r"streams? (?:its |the |their )?(?:outputs?|responses?|tokens|answers?|replies)"),
)  # fmt: skip
CAPABILITIES = NOUNS + VERBS
CAPABILITY = Cue(r"(?<![\w-])(?=[a-z\d\"“”])(?:" + "|".join(f"(?P<c{i}>{p})" for i, (_, p) in enumerate(CAPABILITIES)) + r")")
ANY_CAPABILITY = Cue(CAPABILITY.pattern.replace("(?-i:", "(?:"))  # a little more than that, in folded text, where it is found much faster
FEATURE_LIST = re.compile(
    r"\W*(?:(?:key|main|core|other|api|supported|special|standard|model|notable|native|agentic|agent|developer|advanced|the)\s){0,3}"
    r"(?:features?|capabilit\w+|supports?|functionality|functions|tools|abilities|highlights?|includes)(?:\s(?:supported|support|include))?\W*",
    re.I,
)
ABOUT_IT = re.compile(  # the column or row of a table whose cells list what a model is and has
    r"\W*(?:(?:key|main|core|notable|other|model)\s)?(?:notes?|remarks?|comments?|highlights?|description|details|features?|capabilit\w+|specialt\w+"
    r"|speciali[sz]ation|strengths?|characteristics|what(?:['’]s| is) new|known for|summary|modalit\w+|info|additions?|innovations?|pros|advantages?"
    r"|changes|why it matters|standout\w*)\W*", re.I
)
TYPE_LABEL = re.compile(r"\W*(?:model\s)?(?:types?|kind|class|category|modes?)\W*", re.I)
# what a label asks about in words that say nothing in a sentence
_ASKED = (
    ("fine_tuning", Cue(r"\bfine-?\s?tun\w+")),
    ("batch_api", Cue(r"\bbatch\b")),
    ("prompt_caching", Cue(r"\bcach\w+")),
    ("streaming", Cue(r"\bstreaming\b")),
    ("reasoning", Cue(r"\breasoning (?:model|mode)\b|\bthinking\b")),
    ("web_search", Cue(r"\bsearch grounding|\bgrounding with search|\bweb\b")),
    ("tool_calling", Cue(r"\btools?\b|^\W*functions?\W*$")),
    ("structured_output", Cue(r"^\W*json\W*$")),
)


def which(match: re.Match[str]) -> tuple[str, bool]:
    """The capability of a match, and whether it is told by a noun, which needs words that offer it."""
    index = int((match.lastgroup or "c0")[1:])
    return CAPABILITIES[index][0], index < len(NOUNS)


def capability_of(label: str) -> str | None:
    """The capability that a table label asks about ("Function calling"), None when it asks about none."""
    match = CAPABILITY.search(label)
    if match:
        return which(match)[0]
    return next((name for name, cue in _ASKED if cue.search(label)), None)


def capability_span(text: str) -> tuple[str, int, int] | None:
    """(capability, start, end) of the first capability that a cell's own words name."""
    match = CAPABILITY.search(text)
    return (which(match)[0], match.start(), match.end()) if match else None


def capability_spans(text: str) -> list[tuple[str, int, int]]:
    """(capability, start, end) of every capability that a cell's own words name ("Native JSON mode + function calling")."""
    return [(which(match)[0], match.start(), match.end()) for match in CAPABILITY.finditer(text)]


def capability_label(text: str) -> tuple[str, int, int] | None:
    """(capability, start, end) of a label that names a capability and nothing else ("Prompt Caching:")."""
    found = capability_span(text)
    if found is None or re.sub(
        r"\b(?:beta|preview|experimental|support|discounts?|savings?|native|and|modes?|api|hybrid|built-in|parallel|advanced|full|robust|top-notch|strong|excellent|superior|improved|enhanced|better|reliable|agentic)\b|\W",
        "",
        text[: found[1]] + text[found[2] :],
        flags=re.I,
    ):
        return None
    return found
