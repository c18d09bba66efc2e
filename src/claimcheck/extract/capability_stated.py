"""Whether a noun for a capability says anything: a sentence and the noun's place come in, yes or no goes out.

"Function calling" alone is a topic; offered ("supports …"), praised in a list, or an item by itself it says that a model has it.
"""

from __future__ import annotations

import re

from claimcheck.extract.capability_words import ABOUT_IT, FEATURE_LIST
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.statements import LETS

_OFFERS = re.compile(
    r"\b(?:support\w*|offer\w*|featur(?:es?|ing|ed)(?!\s(?:implement\w+|requests?|flags?|development|engineering|parity))"
    r"|includ\w+|ha[sd]|have|with|enabl\w+|introduc\w+|provid\w+"
    r"|allow\w*|built-in|can|cannot|capab\w+|access to|through|adds?|lacks?|"
    r"uses|using|abilit\w+|be asked to|able to|impressive|integrat\w+|comes?|via|unique|full"
    r"|automatically|no|essentially|advantage of|powered by|equipped|got|gets|gain(?:s|ed)|receiv(?:es|ed)|honou?rs|ships?|shipped|brings?|brought|operates in"
    r"|lets? (?:you|users|developers) (?:set|choose|control|adjust|dial|tune|pick)|handles|(?<=\w )added|added(?=:))\b"
    r"(?:(?!\b(?:bugs?|issues?|problems?(?!-)|errors?|compar\w+|performance (?:across|on|in)|evaluat\w+|benchmarks?|because|since)\b)(?:[^.;]|\.(?=\w)))*$",
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
_IN_MODE = re.compile(r"\b[Ii]n\s(?:(?:its|the|high|medium|low)\s){0,2}[\"“]?$")  # "In thinking mode, the model weighs its words"
_IT_DOES = re.compile(r"[\"”]?,\s(?:the\smodel|this\smodel|it)\s(?!is\b)", re.I)
_OF_QUALITY = re.compile(r"\b(?:improved|better|strong|excellent|high|reliable|native|superior|with)\s$", re.I)
_FREE_TO = re.compile(
    r"\b(?:can|could|free to|able to|lets? (?:you|them|users|teams)|allow(?:s|ing)? (?:you|users|teams|developers) to)"
    r"(?:\s[^.;]{0,80}(?:,|\band|\bor|\bthen|\balso|\beasily))?\s$", re.I
)
_EXCEPT = re.compile(r"\bexcept\b(?:\s(?:for|one|in)\b){0,2}\W*$", re.I)  # "better in all but … except one: tool use"
_STRONG = re.compile(
    r"(?:[:,;]\s(?:improved|better|enhanced|stronger|upgraded|strong|excellent|robust|reliable|native|built-in|full|best|superior|great)(?:\s(?:agentic|multi-step|parallel))?|(?:\b(?:and|around|with|its)|['’]s)\s(?:native|built-in)"
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
_THE_FEATURE = re.compile(r"\W*The\s(?:new\s|optional\s|built-in\s)?$")
_FEATURE = re.compile(r"\s(?:feature|mode|option|capability)\b", re.I)
_ITEM_BEGINS = re.compile(r"(?:^\W*|[,;+·&]\s?)(?:(?:native|strong|full|built-in|agentic|best|improved|excellent|reliable|parallel|and|plus)\s){0,2}$", re.I)
_ITEM_ENDS = re.compile(r"(?:\s(?:support|capabilit\w+|control))?\s?(?:[,;+·&(]|$)", re.I)
_ACTS = re.compile(
    r"\s(?:(?:is|are|do|does|ca|wo)n['’]t|is|are|was|can|could|helps?|costs?|makes?|allows?|lets?|means|reduces?|works?|requires?|needs?|saves?"
    r"|cuts?)\b", re.I
)


def _told_by_neighbours(sentence: Sentence, name: str, start: int, end: int) -> bool | None:
    """What the words right around a noun decide alone: "90% off what was read before (prompt caching)", "extended thinking lets X …"; else None."""
    text = sentence.text
    if name in {"prompt_caching", "batch_api"} and _DISCOUNT.search(text, max(sentence.start, start - 60), start):
        return True
    if (lets := LETS.match(text, end, sentence.end)) and any(m.start == lets.end() for m in sentence.mentions):
        return True
    if name == "reasoning" and _IN_MODE.search(text, sentence.start, start) and _IT_DOES.match(text, end, sentence.end):
        return True
    if text.startswith(("fine-tune ", "fine tune "), start):
        return _FREE_TO.search(text, max(sentence.start, start - 90), start) is not None
    return None


def is_stated(sentence: Sentence, name: str, start: int, end: int) -> bool:
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
