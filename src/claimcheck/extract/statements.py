"""One plain statement: an attribute, its value and its place come in, a reading of the models it is said of goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract.anaphora import group_of
from claimcheck.extract.phrases import PLANNED
from claimcheck.extract.readings import Reading
from claimcheck.extract.sentence import ANAPHOR, Sentence, coordinated_forward
from claimcheck.extract.subjects import subjects_of
from claimcheck.extract.values import Target

_DENIED_AFTER = re.compile(
    r"[”\"’)]?(?:\s(?:inputs?|outputs?|support|capabilit\w+|tool|mode))?\s(?:is|are)(?:\s(?:currently|still|yet|also))?(?:\snot|n['’]t|\s(?:missing|absent|unsupported|unavailable))\b"
    r"|\s(?:not|un)\s?(?:currently\s)?(?:supported|accepted|available)",
    re.I,
)
_SUPPOSED = re.compile(
    r"\bwhen (?:the|your|a) (?:prompt|user|task|question)\b|\b(?:the )?only (?:way|option|means)\b|\b(?:if|whether|unless)\b[^,]*$"
    r"|\bif\syour\s(?:\w+\s){1,2}(?:needs?|requires?|involves?|must)\b(?:(?!,\s(?-i:[A-Z]))[^.;])*$"
    r"|\bhow\s(?:well|good|far|reliably)\b[^,]*$|\b(?:would|should|wish)\b",
    re.I,
)
_NEEDED = re.compile(r"\W*(?:\w{3,12}:\W{1,4})?(?:(?:you|just|also|only|I|we)\s){0,2}(?:need|needs|needed|want|wants|wanted|require|looking for)\s", re.I)
_OF_PLAN = re.compile(r"\b(?:unlocks?|(?:this|the|a|pro|plus) (?:subscription|plan|tier|membership))\b", re.I)  # what a subscription brings
_CONDITION = re.compile(r"\W*only if\b", re.I)
_GENERAL = re.compile(
    r"\W*(?:most|many|some|modern|today['’]s|multimodal|other|such|reasoning|large|language|ai|frontier|proprietary|open|competing|smaller|all|newer|advanced|leading)"
    r"\s(?:[\w-]+\s){0,3}?(?:models|LLMs|assistants|systems|chatbots|vendors|providers|platforms|tools|solutions|apps)\b(?!\s(?:like|such as|including))",
    re.I,
)
_PRODUCT = re.compile(
    r"\b(?:ChatGPT(?:\s(?:Plus|Pro|Team|Free|Enterprise))?|Copilot|Perplexity|LangChain|LlamaIndex|Cursor|Codex|Ollama|vLLM|Bing|Siri|Claude\.ai|Claude Code"
    r"|the (?:Gemini |mobile |web |desktop )?(?:app|website|library|framework|playground|platform))\b",
    re.I,
)
_PROGRAM = re.compile(  # "The bot said it cannot transcribe audio"
    r"\W*(?:the|an?|my|our|your|his|their|this|autonomous|coding)\s(?:[\w-]{1,16}\s){0,2}?"
    r"(?:agents?|bots?|daemons?|harness|scripts?|gateways?|routers?|servers?|workflows?|extensions?|plugins?|dashboards?|terminals?)\s", re.I
)
_HAD_BY = re.compile(
    r"(?:\s(?:is|are|now|also|natively|fully|currently|not|only)){1,3}\s(?:available|supported|included|offered|possible|enabled|built in|built into)"
    r"\s(?:(?:on|in|across|for|with|by|to)\s)?(?:the\s|both\s(?=[A-Z]))?",
    re.I,
)
_NOT_SO = re.compile(
    r"\s(?:does\snot|doesn['’]t|do\snot|don['’]t|did\snot|didn['’]t|cannot|can['’]t|is\snot|isn['’]t)(?:\ssupport\s(?:it|them|this|that))?(?=\s?(?:[.,;)]|$))"
    r"|\slacks?\s(?:it|this|that|them)\b",
    re.I,
)
_IS_SO = re.compile(r"\s(?:does|do|can|has|did)(?=\s?(?:[.,;)]|$))", re.I)


def statement(
    sentence: Sentence, start: int, end: int, attribute: str, value: str | bool, capability: str | None = None, polarity: bool = True
) -> Iterator[Reading]:
    """The reading of one statement, nothing when no model is found that it is said of."""
    had = _had_by(sentence, end)
    targets = _named_next(sentence, start, end) or (subjects_of(sentence, start, end) if had is None else had)
    begin, _ = sentence.clause(start)
    planned = PLANNED.search(sentence.text[begin : end + 30]) is not None
    if targets:
        reading = Reading(
            attribute=attribute,
            value=value,
            start=start,
            end=end,
            targets=targets,
            capability=capability,
            polarity=polarity,
            stance="planned" if planned else "asserted",
        )
        yield reading
        yield from contrasted(sentence, reading)


_CALLED = re.compile(r",\s(?:called\s|named\s)?[\"“*]*")
_ONE_OF_ITS = re.compile(r"\b(?:an?|another|its|their|the\s(?:first|second|third|latest|new))\s(?:[\w-]{1,20}\s){0,3}$", re.I)
_NAME_SHUT = re.compile(r"[\"”*]{0,3}(?:,|\s(?:which|that|with|in|on)\b|\s?[.!(;]|\s?$)")


def called(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """The model whose name follows what it is, after a comma: "launched its first reasoning model, X, …"; () where none does."""
    opens = _CALLED.match(sentence.text, end, sentence.end)
    if opens is None or not _ONE_OF_ITS.search(sentence.text, max(sentence.start, start - 60), start):
        return ()
    named = next((m for m in sentence.mentions if m.start == opens.end()), None)
    return (named.target,) if named is not None and _NAME_SHUT.match(sentence.text, named.end, sentence.end) else ()


def _named_next(sentence: Sentence, start: int, end: int) -> tuple[Target, ...]:
    """ "the open-weight reasoning model DeepSeek R1", "you can fine-tune GPT-4o": the name that follows with nothing between."""
    if not re.search(r"(?:model|LLM|tune)$", sentence.text[max(0, end - 6) : end], re.I):
        return ()
    if later := called(sentence, start, end):
        return later
    following = next((m for m in sentence.mentions if m.start >= end), None)
    joined = following is not None and re.fullmatch(r"\s(?:model\s)?[\"“*]*", sentence.text[end : following.start], re.I)
    return coordinated_forward(sentence, following) if joined and following else ()


LETS = re.compile(r"(?:\s(?:modes?|feature|API|support))?\s(?:(?:now|also)\s)?(?:lets|allows|enables)\s(?:the\s|both\s)?", re.I)


def _had_by(sentence: Sentence, end: int) -> tuple[Target, ...] | None:
    """ "Web search is available in A and B", "… is supported across all three models": who has what stands before, None where the words behind name nobody."""
    had = _HAD_BY.match(sentence.text, end, sentence.end) or LETS.match(sentence.text, end, sentence.end)
    if had is None:
        return None
    named = next((m for m in sentence.mentions if m.start == had.end()), None)
    if named is not None:
        return coordinated_forward(sentence, named)
    spoken_of = ANAPHOR.match(sentence.text, had.end(), sentence.end)
    return group_of(sentence, spoken_of) if spoken_of and spoken_of["group"] else None


def contrasted(sentence: Sentence, reading: Reading) -> Iterator[Reading]:
    """ "X reads images, Y does not", "X cannot read images as Y can": the contrary of the model named after."""
    for mention in sentence.mentions:
        if mention.start < reading.end or mention.target in reading.targets:
            continue
        denial = (_NOT_SO if reading.polarity else _IS_SO).match(sentence.text, mention.end, sentence.end)
        if denial and not any(c in sentence.text[reading.end : mention.start] for c in ".!?:"):
            yield replace(reading, end=denial.end(), targets=(mention.target,), polarity=not reading.polarity)
        return


def denied_after(text: str, position: int) -> bool:
    """Whether the words behind a thing deny it: "is not supported", "not available"."""
    return _DENIED_AFTER.match(text, position) is not None


def only_supposed(sentence: Sentence, begin: int, start: int) -> bool:
    """Whether a thing at `start` is asked, wished or supposed, or said of an app or of models in general."""
    text = sentence.text
    general = _GENERAL.match(text, sentence.start)
    one = sentence.context.strong or len(sentence.context.subjects) == 1
    all_of_one = one and general is not None and general.group().strip(" *-").lower() == "all models"
    if general and not all_of_one and not any(m.start < start for m in sentence.mentions):
        return True
    if (
        _CONDITION.match(text, sentence.start)
        or _OF_PLAN.search(text, sentence.start, sentence.end)
        or text[: sentence.end].rstrip().endswith("?")
        or _NEEDED.match(text, sentence.start)
        or _SUPPOSED.search(text, begin, start)
    ):
        return True
    if _PROGRAM.match(text, sentence.start, start) and not any(m.start < start for m in sentence.mentions):
        return True
    apps = [match.start() for match in _PRODUCT.finditer(text, begin, start)]
    return bool(apps) and not any(apps[-1] <= m.start < start for m in sentence.mentions)
