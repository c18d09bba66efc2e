"""Tables cell by cell: the cells of one table come in, readings go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract import answers, capability_words, features, makers, modalities, modality_words, openness_cells, phrases, priced_tables, tables
from claimcheck.extract.bills import exceeding, is_bill
from claimcheck.extract.context import Context, distinct
from claimcheck.extract.developers import of_subject
from claimcheck.extract.labels import modality_direction
from claimcheck.extract.makers_aside import noted
from claimcheck.extract.number_reader import NumberReader
from claimcheck.extract.readings import Reading, Unread
from claimcheck.extract.savings import savings
from claimcheck.extract.sections import Sections
from claimcheck.extract.stances import CHANGING
from claimcheck.extract.table_cells import Cell, CellReading
from claimcheck.extract.values import Target
from claimcheck.terms import FORMERLY

_OTHERS = re.compile(  # columns of users, partners and hosts, and of what a model runs on
    r"\b(?:hardware|chips?|gpus?|accelerators?|silicon|cloud|hosts?|hosting|hosted|platforms?|infrastructure|customers?|users?|used by|adopters?|partners?"
    r"|investors?|backers?|backed|competitors?|rivals?|targets?|alternatives?|integrations?|runs on|availab\w+|ecosystem|compatible|access)\b",
    re.I,
)
_MODE = re.compile(r"\W*(?:thinking|reasoning) mode\W*", re.I)  # what is denied there is no matter of degree
_HISTORY = re.compile(r"\b(?:histor(?:y|ical)|timeline|over time|(?:price|pricing) (?:changes|evolution))\b", re.I)
_DATE = re.compile(r"\W*(?:date|when|since|from|effective|valid|period)\W*", re.I)
_ABOUT = re.compile(r"\b(?:cach\w+|sizes?|limits?|length|pric\w+|costs?|resolution)\b", re.I)  # "Caching PDFs" asks about caching
_BY_ITSELF = re.compile(r"\b(?:implicit|automatic)\s(?:prompt\s|context\s)?cach", re.I)  # who lacks that may cache when told to
_TUNED = re.compile(r"\bfine[\s-]?tun(?:ing|ed)\b", re.I)
_COMPARED = re.compile(r"\b(?:than|versus|vs\.?|that of|compared (?:to|with))\s(?:the\s)?$", re.I)  # "3x faster than X"
Found = tuple[int, Reading | Unread]


class CellReader:
    """Reads the cells of tables under the contexts that their rows and columns give them."""

    def __init__(self, sections: Sections, numbers: NumberReader) -> None:
        self.sections, self.numbers = sections, numbers
        self.bill = False  # whether the table at hand tells what workloads cost
        self.history = False  # whether it tells what held when, not what holds
        self.tuned = False  # whether it tells what models cost that users trained further
        self.sums: frozenset[int] = frozenset()  # the columns that do so, where the others do not

    def table(self, cells: Sequence[Cell]) -> Iterator[Found]:
        """Readings of all cells of one table, in order."""
        context = self.sections.above(cells[0].index)
        lead = self.sections.lead if self._is_led(cells[0].index) else None
        if lead is not None and len(lead.subjects) == 1:  # "Benchmarks of X:", and the table right below
            context = context.with_(subjects=lead.subjects, weak_subjects=False, strong=True)
        if not context.subjects and self.sections.last:
            context = context.with_(subjects=self.sections.last[:1])
        if not context.subjects and cells[0].block.row == 1 and len(self.sections.trail) == 1:  # a card without a title, after just one model
            context = context.with_(subjects=self.sections.trail)
        if self.sections.priced is not None and self.sections.priced < cells[0].index and priced_tables.looks_priced(cells):
            context = context.with_(topics=context.topics or ("price",), priced=True)
        if not any(topic.endswith("price") for topic in context.topics) and priced_tables.shows_dollars(cells):
            context = context.with_(topics=("price",))
        if self.sections.lead is not None:
            context = context.with_(topics=context.topics or self.sections.lead.topics, host=context.host or self.sections.lead.host)
        self.bill = is_bill([cell.text for cell in cells if not cell.block.row or not cell.block.column], self.sections.heading_text(cells[0].index))
        self.sums = exceeding(_texts(cells)) if self.bill else frozenset()
        dated = any(_DATE.fullmatch(cell.text) for cell in cells if not cell.block.row)
        self.history = dated and _HISTORY.search(self.sections.heading_text(cells[0].index)) is not None
        self.tuned = _TUNED.search(self.sections.heading_text(cells[0].index)) is not None
        for cell in cells:
            yield from ((cell.index, reading) for reading in noted(cell.text, cell.mentions))
        values, rows = tables.read_table(cells, context, self.sections.topics)
        for item in values:
            yield from self._cell(item)
        for row in rows:
            yield from self._row(row, context)
        yield from savings(cells, self.sections.topics, self.sections.quantities)

    def _is_led(self, index: int) -> bool:
        """Whether the line right above a table ends in a colon and names a model."""
        above = self.sections.blocks[index - 1] if index else None
        return above is not None and above.kind == "paragraph" and above.view.text.rstrip(" *_").endswith(":") and bool(self.sections.mentions[index - 1])

    def _cell(self, item: CellReading) -> Iterator[Found]:
        text, index = item.cell.text, item.cell.index
        if not text.strip() or re.fullmatch(r"\s*(?:n/?a|[-–—?]+|tbd|unknown)\s*", text, re.I):
            if "parameters" in item.context.topics and item.context.subjects and re.search(r"unknown", text, re.I):
                yield index, Reading(attribute="parameters", value=None, start=0, end=len(text), targets=item.context.subjects, stance="undisclosed")
            return
        own = distinct(item.cell.mentions)
        context = item.context.with_(fixed=True)
        compared = bool(own and context.subjects) and _COMPARED.search(text[: item.cell.mentions[0].start]) is not None
        if own and context.weak_subjects and not compared:
            context = context.with_(subjects=own[:1])
        if not context.subjects and not own:
            return
        yield from self._cell_quantities(index, text, context)
        if "developer" in context.topics and context.subjects:
            for vendor, start, end in makers.vendors(text, 0, len(text))[:1]:
                if fitting := makers.fitting(vendor, context.subjects):
                    yield index, Reading(attribute="developer", value=vendor, start=start, end=end, targets=fitting)
        elif context.subjects and not own and not _OTHERS.search(context.label_text):
            for vendor, start, end in makers.vendors(text, 0, len(text))[:1]:
                if len(text.strip()) <= end - start + 3 and makers.fitting(vendor, context.subjects):
                    yield index, Reading(attribute="developer", value=vendor, start=start, end=end, targets=context.subjects)
                elif len(text) <= 90:
                    sentence = self.sections.sentence(index, 0, len(text), context)
                    yield from ((index, reading) for reading in of_subject(sentence))
        if not (own and context.wins):  # "✅ X" under "Winner" is no answer
            yield from self._cell_words(index, text, context)

    def _cell_quantities(self, index: int, text: str, context: Context) -> Iterator[Found]:
        self.numbers.stated = []
        for begin, end in phrases.stretches(text, 0, len(text)):
            sentence = self.sections.sentence(index, begin, end, context)
            for quantity in sentence.quantities:
                if quantity.kind == "money" and (self.tuned or (self._billed(index) and not quantity.per)):
                    yield index, Unread(quantity.start, quantity.end, "unit_unclear")
                    continue
                for found in self.numbers.read(sentence, quantity):
                    if self.history and isinstance(found, Reading) and found.attribute in CHANGING and found.condition is None:
                        found.condition = FORMERLY
                    yield index, found

    def _billed(self, index: int) -> bool:
        return self.bill and (not self.sums or self.sections.blocks[index].column in self.sums)

    def _cell_words(self, index: int, text: str, context: Context) -> Iterator[Found]:
        """Lists of modalities, yes and no, licences in a cell; of an endless one only the beginning is read."""
        text = text[: phrases.LONGEST]
        topics, targets = context.topics, context.subjects
        if not targets:
            return
        hidden = phrases.UNDISCLOSED.search(text) if "parameters" in topics else None
        if hidden:
            yield index, Reading(attribute="parameters", value=None, start=hidden.start(), end=hidden.end(), targets=targets, stance="undisclosed")
        sentence = self.sections.sentence(index, 0, len(text), context)
        said = answers.answer(text)
        asked = capability_words.capability_label(context.label_text) if said is None else None
        if asked:
            said = answers.graded(text) or (answers.discounted(text) if asked[0] in {"prompt_caching", "batch_api"} else None)
        direction = modality_direction(context)
        runs = list(modalities.modalities(sentence, direction=direction))
        for reading in runs:
            yield index, reading
        closed = openness_cells.closed_cell(text, context.label_text)
        opened = openness_cells.open_cell(text, context.label_text)
        answered = _answered(said, text, context, lists=bool(runs)) if said is not None else None
        if answered is not None:
            yield from ((index, reading) for reading in answered)
        elif closed or opened:
            start, end = closed or opened or (0, 0)
            yield index, Reading(attribute="open_weights", value=closed is None, start=start, end=end, targets=targets)
        if not runs or capability_words.FEATURE_LIST.fullmatch(context.label_text):
            for reading in features.features(sentence):
                if not (reading.attribute == "capability" and said is not None):
                    yield index, reading
        if "license" in topics and closed is None and not any(r.attribute == "license" for r in features.features(sentence)):
            match = re.match(r"\s*(?P<name>(?!open\b)[A-Z][\w.\s-]{1,30}?)\s*(?:licen[sc]e)?\s*(?:\([^()]{0,30}\)\s*|/[^/]{1,30})?$", text, re.I)
            if match:
                yield index, Reading(attribute="license", value=match["name"], start=match.start("name"), end=match.end("name"), targets=targets)

    def _row(self, row: Sequence[Cell], context: Context) -> Iterator[Found]:
        """A row without a fixed place for models: each value goes to the last model named before it in the row."""
        benchmark: str | None = None
        current: tuple[Target, ...] = ()
        topics = self.sections.topics.within(row[0].text, context.topics) if row and not row[0].mentions else ()
        for cell in row:
            if cell.benchmarks and not cell.mentions:
                benchmark = cell.benchmarks[0].name
                continue
            found = distinct(cell.mentions)
            local = context.with_(subjects=current, topics=topics, benchmark=benchmark, label_text=row[0].text)
            if found:
                current = found[:2] if re.search(r"\s/\s", cell.text) else found[:1]
                local = local.with_(subjects=current)
            if (benchmark and current) or (found and topics):
                yield from self._cell_quantities(cell.index, cell.text, local if benchmark else local.with_(subjects=()))


def _texts(cells: Sequence[Cell]) -> list[list[str]]:
    """The words of a table row by row, each in the place of its column."""
    width = max((cell.block.column or 0 for cell in cells), default=0) + 1
    rows: dict[int, list[str]] = {}
    for cell in cells:
        rows.setdefault(cell.block.row or 0, [""] * width)[cell.block.column or 0] = cell.text
    return [row for _, row in sorted(rows.items())]


def _answered(said: tuple[bool, int, int], text: str, context: Context, *, lists: bool) -> list[Reading] | None:
    """What a yes or no says of what its label asks about, None when that is nothing of ours; `lists` when the cell names modalities of its own."""
    label, targets = context.label_text, context.subjects
    yes, start, end = said
    asked = modality_words.enumerations(label, 0, len(label)) if not _ABOUT.search(label) else []
    own = capability_words.capability_spans(text) if yes else []
    capability = capability_words.capability_of(label) if yes or not _BY_ITSELF.search(label) else None
    if asked and not lists:
        way = "output_modality" if re.search(r"\boutput|\bgenerat", label, re.I) else "input_modality"
        words = [word for word, _, _ in asked[0].words if word != "text"]
        return [Reading(attribute=way, value=word, start=start, end=end, targets=targets, polarity=yes) for word in words]
    if own and not (text[start:end].isalpha() and all(name == capability for name, _, _ in own)):  # "Native, with parallel tool calls" says yes first
        return [Reading(attribute="capability", value=True, capability=name, start=begin, end=stop, targets=targets) for name, begin, stop in own]
    if capability and (yes or capability != "reasoning" or _MODE.fullmatch(label)):
        return [Reading(attribute="capability", value=True, capability=capability, start=start, end=end, targets=targets, polarity=yes)]
    if "open_weights" in context.topics:
        return [Reading(attribute="open_weights", value=yes, start=start, end=end, targets=targets)]
    return None
