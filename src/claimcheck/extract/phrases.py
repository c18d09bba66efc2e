"""Words that carry meaning beside numbers: sentences, labels, comparison words, hedges, plans, denials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.cues import Cue

# Characters of the longest stretch read as one sentence; the longest sentence of the articles we know has 415.
LONGEST = 2000

_BREAK = re.compile(
    r"\n|[.!?](?:[\"'”’)\]*]{0,2}|(?:\[\d{1,3}\]){1,4})\s{1,40}"
    r"(?=[\"'“‘(\[*]{0,2}(?:[A-Z0-9$✅❌•]|o[1345]\b|gpt-|claude-|gemini-|llama-|gpt-oss|\[\[|(?:openai|anthropic|google|microsoft|mistral|meta|deepseek)\s))"
)
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|vs|approx|est|etc|Inc|Dr|Mr|ca|cf|incl)|\b[A-Z]|\s\d)\.$", re.I)
_LABEL = Cue(
    r"\s{0,40}(?:[^\w\s$~≈(<>+-]\s{0,9}){0,60}(?P<label>[^:\n]{1,90}?)\s{0,40}"
    r"(?::\s*|\s[—–-]\s+|\s?→\s?|\s?->\s?|\s=\s|\s?\.{3,}\s?|\s\|\s(?=[^|\n]{1,200}\|?$))(?=\S|$)",
    exact=True,
)
_ENDS = re.compile(r"[.!?]\s")
_NO_LABEL = re.compile(r"https?$|\b\d{1,2}$")  # before a colon: an address, a time of day
_NAME_AND_NUMBER = re.compile(r"[A-Z][\w.-]*(?:\s[\w.-]+){0,3}\.\d{1,2}")  # "Walrus-Sim 2.0"
_STATES = re.compile(
    r"^\W*(?:no|not|without|lacks)\b|\b(?:is|are|was|were|has|have|can|offers?|supports?|scores?|costs?|brings|adds|delivers|comes|runs|gets|introduces|provides"
    r"|handles|accepts|reaches|beats|leads|makes|gives|lets|allows|needs|requires|achieves|released|launched)\b",
    re.I,
)
_ASIDE = re.compile(  # "X – once called Y – is …" has no label
    r"\s[—–]\s[^—–:\n]{1,120}\s[—–]\s(?:is|are|was|were|has|have|had|can|will|scor\w+|supports?|offers?|costs?|comes?|runs?|leads|remains?|wins|beats?)\b"
)
_SAYS = re.compile(
    r"(?!\W*(?:what|which|how|why|who|where|when|if)\b)[^:]{0,60}\s"
    r"(?:is|are|was|has|have|can|features?|offers?|supports?|comes|accepts?|handles?|provides?|includes?)\s",
    re.I,
)
RUMOUR = Cue(
    r"\b(?:rumou?r\w*|reported(?:ly)?\b(?! (?:results|scores|benchmarks|by))|unconfirmed|unverified"
    r"|leak(?:ed|s)?|speculat\w+|alleged\w*)\b"
)
HEDGED = Cue(
    r"\b(?:rumou?r(?:ed|s)?|reported(?:ly)?|allegedly|leak(?:ed|s)?|speculat\w+|unconfirmed|unverified"
    r"|believed|estimat(?:ed|es)|thought to|"
    r"supposedly|would have|some (?:estimate|believe|say|claim|think)|some(?:body|one)\s(?:[\w'’]{1,20}\s){0,6}(?:claims|says|thinks|believes)"
    r"|(?:may|might) (?:have|be|well)|(?:may|might|could) (?:drop|fall|rise|go (?:up|down)|decrease|increase|come down)"
    r"|guess(?:es|ed)?|suspected|suggests? that|some sources|probably|likely)\b|\best\.|\(est\)",
)
PLANNED = Cue(
    r"\b(?:planned|plans? to|upcoming|coming (?:soon|in the future|later|next)|expected"
    r"|future (?:support|updates?|releases?|versions?)|"
    r"in the future|on the (?:roadmap|way(?! in\b| out\b))"
    r"|will (?:be|also|soon|add|support|come|gain|get|eventually|accept|handle)|to be (?:added|released)"
    r"|not yet|slated|roadmap|expanding to|(?:\d[KMkm]|tokens?) in testing|testing up to|being tested|(?:is|are) (?:even |already |also )?testing)\b",
)
TO_COME = re.compile(  # before the day of a release
    r"\b(?:will|should|would|to)\s(?:(?:be|become)\s)?(?:(?:widely|generally|publicly|more)\s)?"
    r"(?:rolls?(?:ed|ing)? out|available|released|launched|arrive|ship|debut)\b"
    r"[^.;:,()$]{0,30}\s(?:in|on|by|from)\s(?:early[\s-]|mid[\s-]|late[\s-])?(?:the\s\w+\sof\s)?$",
    re.I,
)
NEGATED = re.compile(
    r"\b(?:not|no|cannot|can['’]?t|doesn['’]?t|does not|do not|don['’]?t|isn['’]?t|aren['’]?t|without"
    r"|lacks?|lacking|neither|nor|unable|unsupported|"
    r"never|won['’]?t|wasn['’]?t|hasn['’]?t|fails? to)\b|❌|✗|✘",
    re.I,
)
_UNDO = re.compile(r"\b(?:not|\w{2,5}n['’]t) (?:only|just|merely|simply)\b|\bno (?:longer than|more than|less than|fewer than)\b|\bno doubt\b", re.I)
CLAUSE = re.compile(
    r";|,?\s(?:while|whereas|but|although|though|however|compared (?:to|with)|in contrast(?: to)?|unlike"
    r"|versus|vs\.?|which|with the exception of)\s"
    r"|,\s(?:and|so|yet)\s|\s[—–]\s|—|\s\|\s",
    re.I,
)
MISQUOTED = Cue(
    r"\b(?:wrongly|incorrectly|mistakenly|erroneously|in error|misquoted|insists? that|contrary to|we "
    r"(?:wrote|said|stated|printed)|(?:our|the) (?:guide|article|post|page|table|brochure) "
    r"(?:gave|said|wrote|stated|claimed|listed|printed)|(?:nonsense|debunked|a hoax|made up))\b"
    r"|[\"”];\s(?:but\s)?(?:the|its|their)\s(?:\w+\s){1,3}says?\b",
)
HYPOTHETICAL = re.compile(
    r"\s*(?:suppose|imagine|assume|assuming|let['’]s say|what if|say you|for example, if"
    r"|if you (?:run|send|process|use|generate))\b",
    re.I,
)
UNDISCLOSED = Cue(
    r"\b(?:undisclosed"
    r"|not (?:officially |publicly |been )*(?:disclosed|published|revealed|released|confirmed|public)"
    r"|unknown|proprietary and undisclosed|"
    r"(?:has|have)(?:n['’]t| not| never) (?:officially |publicly )?"
    r"(?:disclosed|published|revealed|released|confirmed|shared|said|told|stated)|(?:will|would|does|do)"
    r"(?:n['’]t| not) (?:say|disclose|publish|reveal)|disclosed neither|never "
    r"(?:disclosed|published|revealed)|"
    r"keeps? .{0,30}secret|not (?:made )?public)\b",
)
_TO_COME_TITLE = re.compile(
    r"[\W\d]*(?:the\s|our\s|its\s|product\s|model\s|future\s|20\d\d\s){0,3}(?:roadmap|road ahead|coming (?:soon|next|up)|what(?:['’]s| is) (?:next|coming)"
    r"|upcoming(?:\s[\w-]+){0,2}|future plans|planned(?:\s[\w-]+){0,2}|plans for(?:\s[\w-]+){1,2}|in the pipeline|on the horizon)"
    r"(?:\s(?:for|in|of|and)(?:\s[\w-]+){0,3})?(?:\s\d{4})?\W*",
    re.I,
)


def is_to_come(title: str) -> bool:
    """Whether a heading or lead-in line without the names in it says that what follows is planned ("2026 Roadmap:")."""
    return len(title) <= 80 and _TO_COME_TITLE.fullmatch(title) is not None


FORMER = Cue(
    r"\b(?:used to|formerly|previously|originally|initially|until|instead of|(?:down|up) from"
    r"|at (?:its |the |their )?launch|launched (?:at|with|for)|(?:was|were) (?:first )?(?:launched|introduced|released)"
    r"|went on sale|(?:began|started|opened|debuted) (?:out )?(?:at|with)|had (?:asked|cost|charged|been))\b"
    r"|\b(?:was|were)\s(?:(?:only|just|still|about|priced at|sold at|billed at)\s)?(?:\$[\d.]{1,9}\s?(?:/|and)\s?)?$"
)
KIN = re.compile(
    r"\W{0,3}(?:model\s)?(?:family|series|lineage|successor|predecessor|replaces|replaced by|base model|competitors?|rivals?|alternatives?)\b[\s:*]", re.I
)  # "Family: Gemini 2.0" says nothing about whom the next line speaks of
DATED_PAST = Cue(
    r"\b(?:in|on|by)\s(?:(?:early|mid|late)[\s-])?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?|20\d\d|that year|those days)\b"
    r"(?:(?!\b(?:now|today|currently|since|has|is)\b)[^.;]){0,60}\b(?:had|cost|dropped|fell|went down|rose|stood at|asked|charged)\b"
)  # "in June of that year the price fell to $1.50"
FORMER_AFTER = re.compile(
    r"[^.;,()$]{0,40}?\s(?:at (?:its |the )?launch\b|(?:when|while) (?:it|they) (?:was|were|came|launched)\b|before (?:the|its) )"
    r"|\s?(?:/\s?\$[\d.]{1,8}\s?)?(?:(?:per|/)[^.;,()$|→>]{1,24})?(?:→|->|=>)\s?\$\d",  # "$40/$10 → $8/$2"
    re.I,
)
_WANTING = re.compile(
    r"\W*(?:(?:what(?:['’]s| is| it|\s)?|features?|currently|things)\s)?(?:not (?:yet |currently )?(?:supported|available|included|possible|offered|accepted)"
    r"|unsupported|unavailable|missing|lacks?|lacking|no support(?: for)?|(?:does|do)(?: not|n['’]t) (?:yet )?(?:support|have|offer|accept|include|do)"
    r"|cannot do|can['’]t do|without)\s?(?:features?|yet|inputs?|modalities|capabilities)?\W*",
    re.I,
)
THIRD_PARTY = Cue(
    r"\bmini-SWE-agent|\bstandardi[sz]ed scaffold"
    r"|\bindependent(?:ly)? (?:test|benchmark|evaluat|measur)\w*"
    r"|\bour (?:own )?(?:tests?|benchmarks?|evaluation|runs?|measurements?)\b"
    r"|\bwe (?:ran|tested|measured|benchmarked)|\bArtificial Analysis\b|\bvals\.ai|\bVals (?:AI|Index)\b"
    r"|\bHELM\b|\bOpen LLM Leaderboard\b|\bEpoch AI\b|\bLLM-Stats\b|\bSEAL leaderboard\b|\bScale (?:AI |labs )?leaderboard\b",
)


_LONGEST_LINE = 400
_BETWEEN = re.compile(r"\s[|•·‖]\s")
_FIELD = re.compile(r"[^\w\n]{0,6}[A-Za-z][\w /()-]{1,30}:\s{0,3}[^:|•·‖\n]{1,90}")


def is_wanting(label: str) -> bool:
    """Whether a label or heading says that what follows is not had ("Not supported:")."""
    return len(label) < 48 and _WANTING.fullmatch(label) is not None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a text; a line break ends one, an abbreviation does not."""
    start = 0
    for match in _BREAK.finditer(text):
        if match.group() != "\n" and _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start() + 1]):
            if not (text[match.start() - 1].isdigit() and text[match.end() : match.end() + 1].isupper()):
                continue
        yield from stretches(text, start, match.start() + (0 if match.group() == "\n" else 1))
        start = match.end()
    yield from stretches(text, start, len(text))


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`start:end` in pieces of at most `LONGEST`, cut at white space, so that no rule ever works on an endless sentence."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def label(text: str) -> tuple[str, int, int] | None:
    """(label, start, end of label with its colon) of "Label: value" texts, None where there is none."""
    match = _LABEL.match(text) if _LABEL.may_match(text) else None
    if not match or len(match["label"].split()) > 9 or _ENDS.search(match["label"]):
        return None
    if not text[match.end() :].strip() and _SAYS.match(match["label"]):  # "X supports tool calling in two ways:" is a sentence before a list
        return None
    if _ASIDE.match(text, match.end("label")):
        return None
    colon = ":" in text[match.end("label") : match.end()]
    if not colon and match["label"].count("(") > match["label"].count(")"):  # "X's price slashed ($40/$10 → $8/$2)": cut within a parenthesis
        return None
    if (_NO_LABEL if colon else _STATES).search(match["label"]) and not (colon and _NAME_AND_NUMBER.fullmatch(match["label"])):
        return None
    return match["label"], match.start("label"), match.end()


def fields(text: str) -> list[tuple[int, int]]:
    """Offsets of the fields of a line that is nothing but "Label: value | Label: value", none where it is not."""
    if len(text) > _LONGEST_LINE or not _BETWEEN.search(text):
        return []
    cuts = [0, *(at for match in _BETWEEN.finditer(text) for at in match.span()), len(text)]
    found = [(cuts[at], cuts[at + 1]) for at in range(0, len(cuts), 2)]
    return found if all(_FIELD.fullmatch(text, begin, end) for begin, end in found) else []


def clause_starts(text: str, start: int, end: int) -> list[int]:
    """Offsets at which the clauses of a sentence begin, the sentence's own start first."""
    return [start, *(match.end() for match in CLAUSE.finditer(text, start, end))]


def negated(text: str, start: int, position: int) -> bool:
    """Whether a denial between `start` and `position` reaches `position` (a sentence's clause before a word)."""
    window = text[start:position]
    undone = [m.span() for m in _UNDO.finditer(window)]
    for match in NEGATED.finditer(window):
        if any(s <= match.start() < e for s, e in undone):
            continue
        between = window[match.end() :]
        closed = between.find(")")
        if len(between) >= 70 or (closed >= 0 and between.count("(", 0, closed) == 0):  # "(no thinking)": its parenthesis ends before
            continue
        if not re.search(
            r",\s(?:it\s)?(?:possess\w*|has|offers?|supports?|excels?|delivers?|boasts?)\b|\bbut\b|\bexcept\b|;|—|\bhowever\b|\bonly\b"
            r"|\bhow (?:the|it|they)\b|\bwhether\b", between, re.I
        ):
            return True
    return False


NEW_CLAUSE = re.compile(  # "such as A, B is dearer": what follows a bare comma and does something itself is no more of the list
    r"\s(?:also\s|now\s|still\s)?(?:is|was|has|had|does|did|costs|offers|scores|supports|remains|stands|leads|comes|uses|takes|runs|beats|wins|keeps"
    r"|provides|requires|delivers)\b"
)
