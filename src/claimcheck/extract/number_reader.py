"""The numbers of a sentence: each quantity comes in, a reading, or the reason why there is none, goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract import phrases, relations
from claimcheck.extract.measures import measure, worth_listing
from claimcheck.extract.owned import not_of_second
from claimcheck.extract.pairing import owners
from claimcheck.extract.price_sides import of_both
from claimcheck.extract.ranges import of_each, slashed, too_wide
from claimcheck.extract.readings import Measure, Reading, Unread
from claimcheck.extract.rivals import rivals
from claimcheck.extract.said_on import said_on
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.stances import ADDITION, stanced
from claimcheck.extract.subjects import subjects_of
from claimcheck.extract.unsided import unsided
from claimcheck.extract.values import Quantity, Target
from claimcheck.extract.worked_out import Open, left_open
from claimcheck.terms import UNSIDED

MOST_NUMBERS = 60
_IT = re.compile(r"\W*(?:it|they)(?:['’]s|\s(?:is|are|was|were|also|even))\b", re.I)
_DISMISSED = re.compile(r"[\"”\s]*(?:This|That|It)\b[^.!?]{0,70}\b(?:nonsense|wrong|false|untrue|incorrect|mistaken|not (?:true|right|so)|a myth)\b", re.I)
_WRONG_TOO = re.compile(
    r"[;,–—-]\s?(?:and\s|but\s)?(?:that|this|which|it)(?:\sis|\swas|['’]s)\s(?:also\s|simply\s|just\s)?"
    r"(?:wrong|false|untrue|incorrect|not (?:true|right|correct|so)|nonsense|a myth)\b(?!\s(?:that|to)\b)",
    re.I,
)
_CORRECTED = re.compile(
    r"\s*(?:(?:The|Its) (?:right|correct|actual|true|real) (?:figure|number|value|price|date|size)\b"
    r"|(?:It|That)(?: is|['’]s) (?:not\b(?=[,;:])|wrong\b|false\b|not (?:true|right|correct)\b)|(?:Wrong|Not so|Not true)\b(?=[.,:;!]))"
)
_ELIDED = frozenset({"context_window", "max_output_tokens", "parameters", "input_price", "output_price"})
_AGAINST = re.compile(r"(?:\stokens?)?\s(?:vs\.?|versus|against|compared (?:to|with))\s")  # "1M vs 128K tokens"
_TO_FOLLOW = re.compile(
    r"\s(?:tokens?\s)?(?:is\s|are\s)?(?:coming soon|planned|promised|on the way|in (?:testing|preview|beta|the works)|to (?:come|follow))\b", re.I
)
_WINDOWS = ("context_window", "max_output_tokens")  # in this order, "window and output limit (200K/32K)"
_WIDEST = 2e8  # tokens
_GOES_ON = re.compile(
    r"\bthe (?:former|latter|second|larger|smaller|bigger|other)(?: one| model)?\s(?:costs?\s|charges?\s|one of\s|at\s)?$"
    r"|[;,]\s(?:and\s)?(?:today|now)\s(?:it (?:costs|charges|asks|has|is)\s)?$",
    re.I,
)


class NumberReader:
    """Reads the numbers of sentences and cells; holds the scores given so far, what was stated last in the sentence, and relations left open."""

    def __init__(self) -> None:
        self.scores: dict[tuple[str, float], str] = {}
        self.stated: list[tuple[Quantity, Measure]] = []
        self.last: tuple[Sentence, Quantity, Measure] | None = None
        self.relation: Reading | None = None
        self.open: list[Open] = []
        self.relation_sentence: tuple[int, str] | None = None

    def read(self, sentence: Sentence, quantity: Quantity) -> Iterator[Reading | Unread]:
        """The reading of one quantity, or why there is none; nothing when it is no claim at all."""
        left_out = _left_out(sentence, quantity)
        found = relations.relation(sentence, quantity, self._said_before(sentence))
        if found is not None and left_out != "quoted_error":
            self.relation, self.relation_sentence = found, (sentence.start, sentence.text)
            yield from (stanced(sentence, replace(one)) for one in (found, *relations.also(sentence, found)))
            return
        if left_out:
            yield Unread(quantity.start, quantity.end, left_out)
            return
        if (left := left_open(sentence, quantity)) is not None:
            self.open.append(Open(sentence, stanced(sentence, left), quantity.kind == "percent"))
        stated = measure(sentence, quantity)
        if self.stated and _said_again(sentence, self.stated[-1][0], quantity):
            return
        if stated is None or isinstance(stated, str):
            said = self._repeated(sentence, quantity) or self._elided(sentence, quantity) or said_on(self.last, sentence, quantity)
            stated = said or unsided(sentence, quantity, stated)
        if stated is None or isinstance(stated, str):
            if stated or (sentence.mentions and worth_listing(sentence, quantity)):
                if sentence.mentions or sentence.context.subjects:
                    yield Unread(quantity.start, quantity.end, stated or ("unit_unclear" if quantity.kind == "money" else "attribute_unclear"))
            return
        targets = not_of_second(sentence, quantity, owners(sentence, quantity, stated))
        if too_wide(quantity, stated) and not any(target.family or target.id is None for target in targets):
            targets = ()
        if not targets or (len(targets) > 1 and of_each(sentence, quantity)):
            if not sentence.context.fixed and _AGAINST.match(sentence.text, quantity.end):
                self.stated.append((quantity, stated))  # whose the second of "128K vs 400K" is may be known still
            yield Unread(quantity.start, quantity.end, "subject_unclear")
            return
        if stated.condition != UNSIDED:
            self.stated.append((quantity, stated))
            self.last = sentence, quantity, stated
        if stated.benchmark:
            self.scores.update({(target.name, quantity.value): stated.benchmark for target in targets})
        yield (read := stanced(sentence, _reading(sentence, stated, quantity, targets)))
        if stated.attribute == "input_price" and of_both(sentence, quantity):
            yield replace(read, attribute="output_price")

    def _said_before(self, sentence: Sentence) -> Reading | None:
        """The relation read last in this sentence, or in the one before where this one goes on about "it" and names nobody."""
        if self.relation is None or self.relation_sentence is None or self.relation_sentence[1] != sentence.text:
            return None
        goes_on = not sentence.mentions and self.relation.targets == sentence.context.subjects and _IT.match(sentence.text, sentence.start)
        return self.relation if self.relation_sentence[0] == sentence.start or goes_on else None

    def _elided(self, sentence: Sentence, quantity: Quantity) -> Measure | None:
        """ "X has a context window of 128K tokens, Y offers 200K": the second value is of the same attribute."""
        if self.stated and quantity.kind == "date":
            return self._same_event(sentence, quantity)
        is_count = quantity.scaled or "," in quantity.written
        if quantity.kind == "money" and quantity.scaled:  # "$6M"
            return None
        if not self.stated or quantity.per == "other" or not (quantity.kind == "money" or (quantity.kind == "number" and is_count)):
            return None
        if quantity.value > _WIDEST and self.stated[-1][1].attribute in _WINDOWS:  # "128K (12B/27B)"
            return None
        before, said = next((one for one in reversed(self.stated) if not _enclosed(sentence, one[0], quantity.start)), self.stated[-1])
        gap = sentence.text[before.end : quantity.start]
        if quantity.kind == "number" and (place := slashed(sentence, quantity)) is not None:
            both = {one.attribute for _, one in self.stated} >= set(_WINDOWS)
            return replace(said, attribute=_WINDOWS[place], value=quantity.value) if both else None
        if before.kind == quantity.kind == "number" and _AGAINST.fullmatch(gap):
            return replace(said, value=quantity.value) if said.attribute in _ELIDED else None
        if before.kind == quantity.kind == "number" and re.fullmatch(r"(?:\stokens)?(?:,|\sand|,\sand|\sor)\s(?:about\s)?", gap):
            return replace(said, value=quantity.value) if said.attribute != "benchmark_score" else None
        if said.attribute == "context_window" and quantity.value > before.value and ADDITION.search(gap) and _TO_FOLLOW.match(sentence.text, quantity.end):
            return replace(said, value=quantity.value)
        if before.kind != quantity.kind or quantity.unit not in {"", before.unit} or said.attribute not in _ELIDED:
            return None
        if before.scaled != quantity.scaled and said.attribute == "parameters":
            return None
        return replace(said, value=quantity.value) if _goes_on(sentence, before, quantity) else None

    def _same_event(self, sentence: Sentence, quantity: Quantity) -> Measure | None:
        """ "X knows the world until June 2024, Y until May 2025": the second date is of the same sort."""
        before, said = self.stated[-1]
        between = [m for m in sentence.mentions if before.end <= m.start and m.end <= quantity.start]
        if before.kind != "date" or quantity.date is None or len(between) != 1:
            return None
        gap = sentence.text[before.end : between[0].start], sentence.text[between[0].end : quantity.start]
        joined = re.fullmatch(r"(?:,|;|,?\sand|,?\s(?:whereas|while|but))\s", gap[0])
        same = joined and re.fullmatch(r"\s(?:until|up to|in|on)\s|['’]s\s(?:extends|reaches|goes|runs|ends)\s(?:to|until|up to|in)\s", gap[1])
        return replace(said, value=quantity.date) if same else None

    def _repeated(self, sentence: Sentence, quantity: Quantity) -> Measure | None:
        """A percentage that repeats a score given before for the same model is that score again, unless it fills a cell of a row of something else."""
        if quantity.kind != "percent" or (sentence.context.fixed and len(sentence.text) <= 12):
            return None
        for target in subjects_of(sentence, quantity.start, quantity.end)[:1]:
            benchmark = self.scores.get((target.name, quantity.value))
            if benchmark:
                return Measure("benchmark_score", quantity.value, benchmark=benchmark, unit="percent")
        return None


def _enclosed(sentence: Sentence, before: Quantity, position: int) -> bool:
    """Whether a value stood in parentheses that are closed by now: what goes on is what was said before them."""
    opening = sentence.text.rfind("(", sentence.start, before.start)
    closing = sentence.text.find(")", before.end, position)
    return opening >= 0 and closing >= 0 and ")" not in sentence.text[opening : before.start] and "(" not in sentence.text[before.end : closing]


def _said_again(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """Whether a number says in parentheses, in other words, what stands before them: "1T (1 trillion)"."""
    gap = sentence.text[before.end : quantity.start]
    return before.kind == quantity.kind == "number" and before.value == quantity.value and gap in {" (", " tokens (", " parameters ("}


def _goes_on(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """Whether a value says of another model, or of today, what the value before it said: "Y offers 200K", "the latter $3"."""
    between = [m for m in sentence.mentions if before.end <= m.start and m.end <= quantity.start]
    if between:
        return len(between) == 1 and len(sentence.text[between[0].end : quantity.start]) <= 30
    gap = sentence.text[max(before.end, before.per_end) : quantity.start]
    if _GOES_ON.search(gap):
        return True
    after = next((m.start for m in sentence.mentions if m.start >= quantity.end), 0)
    compared = re.search(r"\b(?:compared (?:to|with)|against|versus|vs\.?)\s$", gap)
    return compared is not None and re.fullmatch(r"\s(?:for|of|with|from)\s(?:the\s)?", sentence.text[max(quantity.end, quantity.per_end) : after]) is not None


def _reading(sentence: Sentence, stated: Measure, quantity: Quantity, targets: tuple[Target, ...]) -> Reading:
    factor = stated.value / quantity.value if isinstance(stated.value, float) and quantity.value else 1.0
    return Reading(
        attribute=stated.attribute, value=stated.value, benchmark=stated.benchmark, condition=stated.condition, unit=stated.unit,
        start=quantity.start, end=quantity.end, op=quantity.op, written=quantity.written,
        value_to=quantity.value_to * factor if quantity.value_to is not None else None,
        targets=targets, rivals=rivals(sentence, quantity, targets),
    )  # fmt: skip


def _left_out(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why the numbers of a sentence are not read at all: too many of them, a thought experiment, an error quoted to be corrected."""
    if len(sentence.quantities) > MOST_NUMBERS:
        return "too_many_numbers"
    if phrases.HYPOTHETICAL.match(sentence.text, sentence.start):
        return "hypothetical"
    corrected = _CORRECTED.match(sentence.text, sentence.end, sentence.end + 50)
    quoted = any(mark in sentence.text[sentence.end - 1 : sentence.end + 2] for mark in '"”')
    if _WRONG_TOO.search(sentence.text, quantity.end, sentence.end):
        return "quoted_error"
    dismissed = quoted and _DISMISSED.match(sentence.text, sentence.end)
    return "quoted_error" if corrected or dismissed or phrases.MISQUOTED.first(sentence) else None
