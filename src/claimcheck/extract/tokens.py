"""Counts of tokens: a quantity comes in; context window, output limit or training tokens goes out."""

from __future__ import annotations

import re

from claimcheck.extract.owned import is_its
from claimcheck.extract.readings import Measure
from claimcheck.extract.sentence import Sentence, beside_name, neighbours
from claimcheck.extract.token_decoys import COUNTED, is_no_limit
from claimcheck.extract.token_talk import is_talk
from claimcheck.extract.training import are_so_many, is_of_training
from claimcheck.extract.values import Quantity
from claimcheck.terms import BELOW

_CONTEXT = re.compile(
    r"\bcontexts?\b|(?<![\w-])ctx(?![\w-])|\btoken window|\bcontext-window|\binput (?:tokens?|limit|capacity|length|window)\b"
    r"|\bwindows?\b(?! of time)|(?<!output )\btokens? (?:limit|capacity)\b|\bmemory window",
    re.I,
)
_OUTPUT = re.compile(
    r"\boutputs? (?:is|are|stays?|remains?) (?:limited|capped|restricted) (?:to|at)\s*$|\bmax(?:imum)?[\s-](?:output|completion|response|token output)"
    r"|\boutput (?:limit|token limit|length|capacity|cap|window|tokens?|per)\b|\btoken output\b"
    r"|\boutputs?\b|\bcompletion tokens|\bper response"
    r"|\b(?:repl(?:y|ies)|answers?|responses?|generations?)\b(?=[^.;]{0,18}$)"
    r"|\b(?:longest|maximum) (?:reply|answer|response)|\bstops? after\s*$"
    r"|\b(?:answer|reply|response)\b[^;,]{0,60}\bas long as\s*$"
    r"|\bgo(?:es)? on for (?:as many as)?\s*$"
    r"|\b(?:generate|return|write|produce|emit|output)s? (?:up to|as many as|at most|no more than)?\s*$",
    re.I,
)
_CONTEXT_VERB = re.compile(
    r"\b(?:handl|process|manag|support|accept|read|ingest|analy[sz]|remember|tak|hold|input|prompt"
    r"|document|consum|retain|expand|extend|scal)\w*\s(?:inputs? of\s|prompts? of\s|documents? of\s"
    r"|in\s)?"
    r"(?:up to|over|more than|as many as|about|around|approximately|roughly|nearly"
    r"|a (?:massive|whopping|full)|at least|to|as much as)?\s*$",
    re.I,
)


# "for contexts under 200K", "Standard Context (up to 200K tokens)": where one price ends and the next begins.
_BOUND = re.compile(r"\b(?:smaller|less|lower|fewer|shorter)\sthan\s(?:about\s)?$", re.I)
_WHILE = re.compile(r"\W*(?:while|whereas)\s", re.I)
_OFFERS = re.compile(r"\s(?:offers?|has|have|supports?|provides?|handles?|gives?)\s(?:up to\s)?$", re.I)
_TOPS_OUT = re.compile(r"\w\s(?:tops? out|caps? out|max(?:es)? out|caps?|is capped|stops?)\sat\s(?:about\s|around\s|roughly\s|just\s|only\s)?[~≈]?$", re.I)
_RANKED = re.compile(r"\(\d{1,4}[KM]\)\s[>≥]\s[A-Z][^()<>\n]{2,40}\(\d{1,4}[KM]\)")  # "X (200K) > Y (128K)"
_AND = re.compile(r",?\s(?:and|or)\s")  # "4K and 128K context variants"
_IS_CONTEXT = re.compile(r"[\s-](?:tokens?[\s-])?contexts?\b", re.I)

_MAX_TOKENS = re.compile(r"\s?[`\"']?max_(?:output_|completion_|new_)?tokens\b")  # "up to 16,384 max_tokens"
_ALLOWS = re.compile(r"\b(?:supports?|allows?|accepts?|handles?|offers?|limit of|maximum of|up to)\s(?:up to\s|a maximum of\s)?$", re.I)
_AT_ONCE = re.compile(r"(?:\s?tokens?)?\s(?:in|per)\s(?:one|an?|a single|each)\s(?:call|request|prompt|go|pass|shot|query|conversation|session)\b", re.I)
_HAS = re.compile(r"\s(?:has|have|had|offers?|supports?|handles?|comes? with|only has)\s(?:(?:up to|about|around|only|just|a)\s){0,2}~?", re.I)
_ALL_SAID = re.compile(r"\s?tokens?(?=[.,;:)]|\s(?:and|while|but|whereas|which)\b|$)", re.I)
_SIDE = re.compile(r"\W*(?:max(?:imum)?\s)?(?P<side>input|output)s?(?:\s(?:tokens?|limits?|capacity|size|length))*\W*", re.I)
_OF_SOME = re.compile(r"\s?(?:tokens?\s)?(?:for|on|in|with)\s(?:most|some|many|other|older|newer|certain|select)\b", re.I)
_UP_TO = re.compile(r"(?:^|\W)(?:up to|max(?:imum)?(?: of)?|at most)\s$", re.I)
_OUT = re.compile(r"\s(?:tokens?\s)?(?P<word>out)(?=\s?[,;).]|$)", re.I)  # "400K (272K in, 128K out)"
_IN_LENGTH = re.compile(r"\s?(?:tokens?\s)?(?:in length|long)\b", re.I)  # "reads texts of up to 128K in length"
_SLASHED = re.compile(r"\d?[KM]/$")
_TOKEN_LABEL = re.compile(r"\W*(?:(?:training\s)?tokens?(?:\scounts?)?|(?:pre-?)?training(?:\s(?:size|scale|corpus))?)\W*", re.I)
# tokens that a window commonly holds
_USUAL = frozenset({4_000, 4_096, 8_000, 8_192, 16_000, 16_384, 32_000, 32_768, 64_000, 65_536, 100_000, 128_000, 131_072, 200_000, 256_000,
                    262_144, 272_000, 400_000, 500_000, 1_000_000, 1_048_576, 2_000_000, 2_097_152, 10_000_000})  # fmt: skip
_OPENS = re.compile(r"[*_`\]]{0,3}\s?\(")
_CLOSES = re.compile(r"(?P<unit>[\s-]?(?:tokens?(?:\s(?:max|limit))?|limit|max))?\)(?!\s?(?:=|×|x\b|\*\s?\$))")
_LONG = re.compile(r"\b(?:contexts?|windows?|long(?:er|est)?|documents?|docs|codebases?)\b", re.I)
_SHORT = 1_000  # tokens; shorter windows are those of the oldest models, and called so
_WINDOW = re.compile(r"\bwindow|\bcontext\s(?:length|size|limit)|\bmax", re.I)
_WIDEST = 2e8  # tokens; twice the widest window that anybody has announced: "processing one billion tokens" speaks of a workload


def tokens(sentence: Sentence, quantity: Quantity, before: str, after: str) -> Measure | str | None:
    """Context window, output limit or training tokens that a count states; a reason word when it is unclear which, None for other tokens."""
    text = sentence.text
    around = f"{sentence.context.label_text} {before[-60:]}{after[:40]}"
    if "word" in quantity.unit or quantity.value < 500 or (quantity.value < _SHORT and not _WINDOW.search(around)):
        return None
    if not quantity.unit and re.search(r"(?:[Bb]|billion|bn)\+?$", text[quantity.start : quantity.end]) and quantity.value < 1e11:
        return None
    if is_of_training(sentence, quantity, before, after):
        counted = quantity.unit.startswith("token") or "token" in text[quantity.end : quantity.end + 40].lower() or "training_tokens" in sentence.context.topics
        return Measure("training_tokens", quantity.value) if counted else None
    if quantity.value >= 2e10:
        said = "training_tokens" in sentence.context.topics or _TOKEN_LABEL.fullmatch(sentence.context.label_text) or are_so_many(sentence, quantity)
        return Measure("training_tokens", quantity.value) if said else None
    labelled = bool(sentence.context.label_text) and "max_output_tokens" in sentence.context.topics
    near = before[-46:] + text[quantity.start : quantity.end] + (after.split("(")[0] if labelled else after)[:46]  # "128,000 tokens (with thinking)"
    if is_no_limit(sentence, quantity, before, after, near) or is_talk(sentence, quantity):
        return None
    if _SLASHED.search(text, max(0, quantity.start - 3), quantity.start) and "max_output_tokens" not in sentence.context.topics:
        return "attribute_unclear"  # "128K/16K": another limit, or another edition's
    attribute = _token_attribute(sentence, quantity, before, after)
    if attribute == "context_window" and quantity.value > _WIDEST:
        return None
    if attribute:
        return Measure(attribute, quantity.value, condition=BELOW if _BOUND.search(before[-24:]) else _token_condition(before, after))
    if quantity.scaled and _speaks_of_windows(sentence, quantity, before, after):
        return Measure("context_window", quantity.value)
    return "attribute_unclear" if quantity.unit.startswith("token") and quantity.scaled else None


def _speaks_of_windows(sentence: Sentence, quantity: Quantity, before: str, after: str) -> bool:
    """Whether a count without its noun can only be that of a window: in a contrast, "X tops out at 200K", "X (200K) > Y (128K)"."""
    if _WHILE.match(sentence.text, sentence.start) and _OFFERS.search(before[-30:]) and _context_last(sentence, quantity):
        return True
    if not quantity.unit and _RANKED.search(sentence.text, sentence.start, sentence.end) and beside_name(sentence, quantity):
        return True
    return _TOPS_OUT.search(before[-28:]) is not None and re.match(r"(?:\stokens?)?(?:[.,;)]|$)", after) is not None


def _context_last(sentence: Sentence, quantity: Quantity) -> bool:
    """ "While X offers 128K and Y offers 200K, Z's 256K context …": the last of the values that a sentence contrasts says what all are."""
    rest = [q for q in sentence.quantities if q.start > quantity.start and q.kind == quantity.kind]
    return bool(rest) and all(q.scaled for q in rest) and _IS_CONTEXT.match(sentence.text, rest[-1].end) is not None


def _token_attribute(sentence: Sentence, quantity: Quantity, before: str, after: str) -> str | None:
    topics = sentence.context.topics
    is_tokens = quantity.unit.startswith("token") or quantity.scaled or "," in quantity.written
    if after.strip() == "/" or (quantity.scaled and _AND.fullmatch(after) and _IS_CONTEXT.match(_after_pair(sentence, quantity))):
        after = _after_pair(sentence, quantity)
    match = (_OUT.match(after) if "context_window" in topics else None) or re.match(
        r"[\s-]*(?:tokens?)?[\s-]*\)?[\s-]*(?:of\s|for\s|as\s|in\s(?:its\s)?)?(?:(?!but\b|while\b|whereas\b|and\b)[\w-]+\s){0,2}?(?P<word>context|ctx|window|inputs?|outputs?|responses?|completion)\b",
        after,
        re.I,
    )
    if match and is_tokens:
        word = match["word"].lower()
        if word.startswith(("out", "response", "completion")):
            return "max_output_tokens"
        return "context_window"
    if _MAX_TOKENS.match(after) and _ALLOWS.search(before[-40:]):
        return "max_output_tokens"
    outputs, contexts = list(_OUTPUT.finditer(before)), list(_CONTEXT.finditer(before))
    if contexts and re.match(r"\s(?!tokens?\b)[a-z]+\s(?!of\b|for\b|to\b)[a-z]+", after) and "," in before[contexts[-1].end() :] and not quantity.unit:
        return None
    if not is_tokens and not (outputs or contexts or topics):
        return None
    if outputs or contexts:
        last_output = outputs[-1].end() if outputs else -1
        last_context = contexts[-1].end() if contexts else -1
        weak = outputs and re.fullmatch(r"outputs?", outputs[-1].group(), re.I) and "max_output_tokens" not in topics
        if last_output > last_context and not (weak and not re.search(r"up to\s*$|\bof\s*$|:\s*$", before)):
            return "max_output_tokens"
        if last_context >= 0:
            return "context_window"
    if "max_output_tokens" in topics and "context_window" in topics:
        return "max_output_tokens" if "/" in before[-3:] or "output" in before.lower() else "context_window"
    counted = not quantity.unit and not quantity.scaled and not sentence.context.fixed and COUNTED.match(after)
    for topic in ("max_output_tokens", "context_window"):
        if topic in topics and not counted:
            return topic
    return _by_verb(sentence, quantity, before, after) if is_tokens else None


def _by_verb(sentence: Sentence, quantity: Quantity, before: str, after: str) -> str | None:
    """The limit of a count of tokens that no noun and no topic tells: by its model's name, a verb, a label for one side, or what follows."""
    if _window_of_name(sentence, quantity):
        return "context_window"
    if (quantity.unit.startswith("token") or (quantity.scaled and _AT_ONCE.match(after))) and _CONTEXT_VERB.search(before):
        return "context_window"
    if quantity.scaled and quantity.value in _USUAL and _UP_TO.search(before) and _IN_LENGTH.match(after):
        return "context_window"
    if quantity.unit.startswith("token") and (side := _side_of_label(sentence, before, after)):
        return side
    if _CONTEXT.search(after[:60]) and "." not in after[:60].split("context")[0]:
        return "context_window"
    return None


def _side_of_label(sentence: Sentence, before: str, after: str) -> str | None:
    """The limit of "Input: up to 200,000 tokens", "Output: up to 8K tokens", where nothing is a price."""
    side = _SIDE.fullmatch(sentence.context.label_text)
    if side is None or not _UP_TO.search(before) or _OF_SOME.match(after) or any(q.kind == "money" for q in sentence.quantities):
        return None
    return "max_output_tokens" if side["side"].lower() == "output" else "context_window"


def _after_pair(sentence: Sentence, quantity: Quantity) -> str:
    """ "128K / 200K context window": what follows the second count, which is said of the first too."""
    second = next((q for q in sentence.quantities if q.start >= quantity.end), quantity)
    return sentence.text[second.end : neighbours(sentence, second)[1]]


def _window_of_name(sentence: Sentence, quantity: Quantity) -> bool:
    """ "GPT-4o (128K) and o3 (200K) differ in their context windows": a count beside a name, where nothing speaks of output."""
    said = sentence.text[sentence.start : sentence.end]
    if quantity.value in _USUAL and (_noted(sentence, quantity, said) or _had(sentence, quantity)):
        return True
    windows = re.search(r"\bcontext(?:\s(?:windows?|lengths?|sizes?)|(?=\s\())\b|\btoken window\b", said, re.I)
    return windows is not None and (beside_name(sentence, quantity) or (quantity.scaled and is_its(sentence, quantity))) and not _OUTPUT.search(said)


def _had(sentence: Sentence, quantity: Quantity) -> bool:
    """ "X has 128K tokens" and no more said of them."""
    before = next((m for m in reversed(sentence.mentions) if m.end <= quantity.start), None)
    if before is None or not _HAS.fullmatch(sentence.text, before.end, quantity.start):
        return False
    return quantity.scaled and _ALL_SAID.match(sentence.text, quantity.end, sentence.end) is not None


def _noted(sentence: Sentence, quantity: Quantity, said: str) -> bool:
    """ "X (10M tokens)": a count alone in the parentheses behind a name, where it says that it is of tokens, or the sentence that texts are long."""
    before = next((m for m in reversed(sentence.mentions) if m.end <= quantity.start), None)
    if before is None or not _OPENS.fullmatch(sentence.text, before.end, quantity.start):
        return False
    closes = _CLOSES.match(sentence.text, quantity.end)
    if closes is None or _OUTPUT.search(said):
        return False
    return bool(closes["unit"]) or _LONG.search(f"{sentence.context.label_text} {said}") is not None


def _token_condition(before: str, after: str) -> str | None:
    told = re.search(r"\b(?P<word>experimental|alpha|beta|preview)\s(?:of\s)?(?:an?\s)?$", before, re.I)
    match = told or re.match(r"\s?(?:tokens?\s?)?\(?(?P<word>beta|preview|experimental|with beta header|extended|coming soon)\b", after, re.I)
    return match["word"].lower() if match else None
