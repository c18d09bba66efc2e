"""Capabilities: a sentence or a label comes in; tool calling, fine-tuning, reasoning and their like go out.

A capability is named by a noun ("function calling"), which says something only where the words around it offer it ("supports …",
"… is not available", an item of a feature list), or told by a verb that says it alone ("can be fine-tuned", "thinks before it answers").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.capability_words import ABOUT_IT, ANY_CAPABILITY, CAPABILITY, FEATURE_LIST, TYPE_LABEL, capability_label, which
from claimcheck.extract.cues import Cue
from claimcheck.extract.phrases import negated
from claimcheck.extract.readings import Reading
from claimcheck.extract.reasoners import reasoners
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.statements import LETS, denied_after, only_supposed, statement

_OFFERS = re.compile(
    r"\b(?:support\w*|offer\w*|featur(?:es?|ing|ed)(?!\s(?:implement\w+|requests?|flags?|development|engineering|parity))"
    r"|includ\w+|ha[sd]|have|with|enabl\w+|introduc\w+|provid\w+"
    r"|allow\w*|built-in|can|cannot|capab\w+|access to|through|adds?|lacks?|"
    r"uses|using|abilit\w+|be asked to|able to|impressive|integrat\w+|comes?|via|unique|full"
    r"|automatically|no|essentially|advantage of|powered by|equipped|got|gets|gain(?:s|ed)|receiv(?:es|ed)|honou?rs|ships?|shipped|brings?|brought|operates in"
    r"|lets? (?:you|users|developers) (?:set|choose|control|adjust|dial|tune|pick)|handles|added)\b"
    r"(?:(?!\b(?:bugs?|issues?|problems?|errors?|compar\w+|performance (?:across|on|in)|evaluat\w+|benchmarks?|because|since)\b)(?:[^.;]|\.(?=\w)))*$",
    re.I,
)
_PURPOSE = re.compile(  # "with X as the model, and Brave for web search"
    r"(?<![\w-])(?!(?:Support|Access|API|Native|Designed|Built|Optimi[sz]ed|T(?:un|rain)ed|Available|Tools?|Excellent|Good)\b)[A-Z]\w+\sfor\s$"
)
_MEANT_FOR = re.compile(
    r"\b(?:(?:designed|built|made|optimi[sz]ed|trained|tuned|tailored)\s(?:specifically\s)?for|specifically\sfor|(?:excels?|shines?|leads)\s(?:at|in)"
    r"|(?:good|better|great|best|strong|stronger)\s(?:at|in)|superior\s(?:performance\s)?(?:at|in)|speciali[sz](?:es|ed)\sin"
    r"|models?\sfocused\son|improvements?\sin)\b(?:(?!\b(?:without|not)\b)[^.;:]){0,60}$",
    re.I,
)
# Nouns that are also things one does, or that bills speak of: only a verb of offering just before them, or a list after one, counts.
_BUSY = frozenset({"fine_tuning", "streaming", "batch_api"})
_OFFERS_IT = re.compile(
    r"\b(?:support(?:s|ed|ing)?|offer(?:s|ed|ing)?|featur(?:es?|ing)|includ(?:es?|ing)|provid(?:es?|ing)|allow(?:s|ing)?(?:\sfor)?|enabl(?:es?|ing)"
    r"|has|have|adds?|added|launch(?:es|ed|ing)?|roll(?:s|ed|ing)?\sout|lacks?|permits?|no|introduc\w+|works with|available for|built-in"
    r"|compatible with|opened for|open for|takes)\b"
    r"(?:(?!\b(?:for|to|when|after|before|because|via|from|into|than|costs?|during|if|we|you)\b)[^.;:!?]){0,90}$",
    re.I,
)
_OFFERED = re.compile(
    r"[”\"’)]?(?:\s(?:capabilit\w+|support|features?|tool|mode|(?:for|on|of)\s[\w.-]+(?:\s[\w.-]+){0,2}))?\s?,?"
    r"\s(?:(?:is|are|was|isn['’]t|aren['’]t|not|also|now|fully|natively|currently|still|yet|made)\s){0,4}"
    r"(?:support(?:ed)?|available|possible|included|offered|enabled|built[\s-]in|excellent|native|solid|great|robust|reliable|strong|impressive)\b",
    re.I,
)
_SAVES = re.compile(  # "Prompt caching can save up to 90%"
    r"(?:\swith\sthe\s(?:\w+\s){0,2}API)?\s(?:(?:can|could|may|also)\s){0,2}"
    r"(?:(?:save|cut|reduce|lower|slash|halve)s?\b[^.;]{0,40}|(?:gets?|gives?|brings?|takes?|earns?|knocks?)\s(?:you\s)?(?:an?\s|another\s)?)\d\s?%", re.I
)
_DISCOUNT = re.compile(r"\d\s?%[^.;()]{1,50}\s\($", re.I)  # "90% off what it has seen before (prompt caching)"
_COMPOUND = re.compile(r"[\s-](?:reliability|accuracy|loops?|failures?|errors?|benchmarks?|leaderboards?|datasets?|tutorials?|guides?|overhead)\b", re.I)
_OF_QUALITY = re.compile(r"\b(?:improved|better|strong|excellent|high|reliable|native|superior|with)\s$", re.I)
_FREE_TO = re.compile(
    r"\b(?:can|could|free to|able to|lets? (?:you|them|users|teams)|allow(?:s|ing)? (?:you|users|teams|developers) to)"
    r"(?:\s[^.;]{0,80}(?:,|\band|\bor|\bthen|\balso|\beasily))?\s$", re.I
)
_EXCEPT = re.compile(r"\bexcept\b(?:\s(?:for|one|in)\b){0,2}\W*$", re.I)  # "better in all but … except one: tool use"
_STRONG = re.compile(
    r"(?:[:,;]\s(?:strong|excellent|robust|reliable|native|built-in|full|best|superior|great)(?:\s(?:agentic|multi-step|parallel))?|(?:\b(?:and|around|with|its)|['’]s)\s(?:native|built-in)"
    r"|\b(?:and|with)\s(?:better|improved|enhanced|stronger|superior))\s$", re.I
)
_PLAIN_ITEM = re.compile(r"\W*(?:native|built-in|python|parallel|dynamic|top-notch|autonomous|configurable|enhanced)\s", re.I)  # "Native tool use" as an item
_GOOD_ITEM = re.compile(
    r"\W*(?:(?:native|built-in|parallel|improved|better|best|superior|great|good|agentic|multi-step|complex|reliable|robust|strong|stronger|excellent|advanced|full"
    r"|precise|seamless|structured|enhanced)\s){1,2}", re.I
)
_OWN = r"(?:(?:new|own|native|built-in|innovative|groundbreaking|unique|improved|advanced|strong|excellent)\s){0,2}[\"“]?"
_ITS = re.compile(rf"\b(?:its|whose)\s{_OWN}$", re.I)
_MODELS = re.compile(rf"['’]s\s{_OWN}", re.I)  # "X's hybrid reasoning"
_CROSSED = re.compile(r"\W*[❌✗✘]\W*")  # "❌ Thinking mode is verbose" is a fault, no lack
_LACKED = re.compile(r"\s?(?:support\b|capabilit\w+|available\b|modes?\b|at all\b|yet\b|[.,;()/&]|and\b|or\b|$)", re.I)
_THE_FEATURE = re.compile(r"\W*The\s(?:new\s|optional\s|built-in\s)?$")
_FEATURE = re.compile(r"\s(?:feature|mode|option|capability)\b", re.I)
_ITEM_BEGINS = re.compile(r"(?:^\W*|[,;+·&]\s?)(?:(?:native|strong|full|built-in|agentic|best|improved|excellent|reliable|parallel|and|plus)\s){0,2}$", re.I)
_ITEM_ENDS = re.compile(r"(?:\s(?:support|capabilit\w+|control))?\s?(?:[,;+·&(]|$)", re.I)
_ACTS = re.compile(
    r"\s(?:(?:is|are|do|does|ca|wo)n['’]t|is|are|was|can|could|helps?|costs?|makes?|allows?|lets?|means|reduces?|works?|requires?|needs?|saves?"
    r"|cuts?)\b", re.I
)
# "No separate tool-calling layer", and what is to be written in a prompt: "to expose its chain of thought"
_NOT_SAID = re.compile(
    r"\b(?:no|without(?: an?)?|instead of(?: an?)?) (?:separate|extra|additional|special|dedicated|external|need for)\s[^.;,]{0,24}$"
    r"|(?:n['’]t|\bnot|\bnever)\s(?:\w+\s)?(?:need|require)\s[^.;,]{0,24}$"  # "a prompt doesn't need X's extended thinking"
    r"|\b(?:expos|elicit|encourag|prompt|ask|outlin)\w*\s(?:for\s)?(?:its\s|the\s|an?\s)?$",
    re.I)  # fmt: skip
# "62.3% (no extended thinking)" tells of a run
_OF_A_RUN = re.compile(r"\d\s?%?(?:\s(?:on|in))?(?:\s[A-Z][\w.-]{1,20}){0,3}\s\((?:no|without|non-?|w/o)\s?(?:the\s)?$|\bsynthetic\s$")
_RUN_WITH = re.compile(  # "45% on X with code execution", "(with search and …)", "errors drop to 5% with web access"
    r"\d\s?%\s(?:on|in)\s[\w.’' -]{2,40}\s\(?(?:with|using)\s$|\b(?:drops?|falls?|fell|rises?|rose)\sto\s[\d.]{1,5}\s?%\swith\s$"
)
_BUDGET = re.compile(r"\d\s?K?\s(?:tokens?\sof\s)?(?:total\s)?$")  # "averaged over five runs, a 128K thinking budget"
_LIST_GAP = re.compile(
    r"(?:\s?\([^()]{0,40}\))?(?:\s(?:capabilit\w+|support))?\s?(?:,|/|&|\+|;|\band\b|\bor\b|\bplus\b)"
    r"(?:[\w\s/’'-]{0,40}(?:,|&|\band\b))?(?:\s[\w’'-]+){0,3}\s?",
    re.I,
)
_REASONING = re.compile(r"(?<![\w-])(?:advanced |hybrid |standard/|dedicated )?(?:reasoning|reasoner|thinking)\b", re.I)
_LISTED = Cue(r"\W*(?:[✅✔☑]\s*|native\s|built-in\s)+(?:advanced\s)?reasoning(?:\s(?:capabilit\w+|support))?\W*$")


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
    if ANY_CAPABILITY.first(sentence) is None and not _LISTED.may_match(sentence.words):
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
        if noun and not chained and not _is_stated(sentence, name, match.start(), match.end()):
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
    """Whether the words tell how a test was run, not what the model can do."""
    before = sentence.start, match.start()
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


def _told_by_neighbours(sentence: Sentence, name: str, start: int, end: int) -> bool | None:
    """What the words right around a noun decide alone: "90% off what was read before (prompt caching)", "extended thinking lets X …"; else None."""
    text = sentence.text
    if name in {"prompt_caching", "batch_api"} and _DISCOUNT.search(text, max(sentence.start, start - 60), start):
        return True
    if (lets := LETS.match(text, end, sentence.end)) and any(m.start == lets.end() for m in sentence.mentions):
        return True
    if text.startswith(("fine-tune ", "fine tune "), start):
        return _FREE_TO.search(text, max(sentence.start, start - 90), start) is not None
    return None


def _is_stated(sentence: Sentence, name: str, start: int, end: int) -> bool:
    """Whether the words around a noun say that a model has it; a bare topic ("pricing, tool use and speed") says nothing."""
    decided = _told_by_neighbours(sentence, name, start, end)
    if decided is not None:
        return decided
    text, label = sentence.text, sentence.context.label_text
    if label and (FEATURE_LIST.fullmatch(label) or _OFFERS_IT.search(label)):
        return True
    before, after = text[max(sentence.start, start - 90) : start], text[end : min(sentence.end, end + 60)]
    if sentence.context.fixed and label and ABOUT_IT.fullmatch(label) and _ITEM_BEGINS.search(before) and _ITEM_ENDS.match(after):
        return True
    if name not in _BUSY and _THE_FEATURE.fullmatch(before) and _FEATURE.match(after):
        return True
    if _OFFERED.match(after) or (name in {"prompt_caching", "batch_api"} and _SAVES.match(after)):
        return True
    if name not in _BUSY and _STRONG.search(before):
        return True
    plain = _PLAIN_ITEM.fullmatch(before) or (name not in _BUSY and name != "reasoning" and _GOOD_ITEM.fullmatch(before))
    if plain and sentence.end - sentence.start < 90 and not _ACTS.match(after):
        return True
    if _EXCEPT.search(label or before):
        return False
    if re.search(r"\((?:native|built-in)\s$", before):
        return True
    if _COMPOUND.match(after) and not _OFFERED.match(after):
        return _OF_QUALITY.search(before) is not None
    if not re.search(r"\w", before) and "⚠" not in before:
        return sentence.end - sentence.start < 90 and (not _ACTS.match(after) or re.match(r"\sworks?\s(?:in|with)\s", after) is not None)
    owner = next((m for m in reversed(sentence.mentions) if m.end <= start), None)
    if name not in _BUSY and (_ITS.search(before) or (owner is not None and _MODELS.fullmatch(text, owner.end, start))):
        return True
    if name in _BUSY:
        return _OFFERS_IT.search(before) is not None
    if name != "reasoning" and _MEANT_FOR.search(before):
        return True
    if _PURPOSE.search(before) and not any(m.end == start - 5 for m in sentence.mentions):
        return False
    return bool(_OFFERS.search(before)) or re.match(r"[\s\w]{0,14}\bcapabilit\w+\b", after) is not None
