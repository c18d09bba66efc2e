"""The linker: an article's blocks with mentions, quantities and benchmarks come in, readings block by block go out.

The way of a block: what holds around it (headings, parent items, lead-in lines) becomes its Context; its own label
("Context Window: …") narrows that; then each sentence is read for numbers, relations, modalities and features.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract import comparisons, developers, features, flat, licences, modalities, modality_words, openness_titles, phrases, uses
from claimcheck.extract.article_models import TITLES, named_in_titles, stands_alone
from claimcheck.extract.benchmarks import Benchmark
from claimcheck.extract.carried import far_fetched, held_against_unnamed, is_carried, is_link, of_another_maker, of_other_doer, passes_another, told_of_all
from claimcheck.extract.cells import CellReader, Found
from claimcheck.extract.context import Context, Topics, distinct
from claimcheck.extract.cues import Whole
from claimcheck.extract.headings import is_limit, may_head
from claimcheck.extract.labels import labelled, modality_direction, named_alone
from claimcheck.extract.leads import for_children, lead_of, narrowed_by
from claimcheck.extract.maker_lines import maker_line
from claimcheck.extract.number_reader import NumberReader
from claimcheck.extract.readings import Reading, Unread
from claimcheck.extract.rivals import spoken_of
from claimcheck.extract.sections import Sections
from claimcheck.extract.sentence import Sentence
from claimcheck.extract.size_lists import Size
from claimcheck.extract.table_cells import Cell
from claimcheck.extract.token_decoys import is_note
from claimcheck.extract.unnamed import asks_which
from claimcheck.extract.values import Mention, Quantity, Target
from claimcheck.terms import Article, Block, Stance

_SAYS = re.compile(r"\s(?:is|are|supports?|accepts?|has|have|can|cannot|lacks?|offers?|adds?)\s", re.I)


class Reader:
    """Reads one article, block by block."""

    def __init__(
        self,
        article: Article,
        whole: Whole,
        mentions: Sequence[Sequence[Mention]],
        quantities: Sequence[Sequence[Quantity]],
        benchmarks: Sequence[Sequence[Benchmark]],
        sizes: Sequence[Sequence[Size]],
        topics: Topics,
    ) -> None:
        self.sizes = sizes
        self.sections = Sections(article, whole, mentions, quantities, benchmarks, topics)
        self.titled = named_in_titles(self.sections.blocks, mentions)
        self.numbers = NumberReader()
        self.telling = whole.any_of((*features.CUES, modality_words.WORD, comparisons.PLAIN))
        self.cells = CellReader(self.sections, self.numbers)

    def read(self) -> Iterator[Found]:
        """(block index, reading) in the order of the text."""
        table: list[Cell] = []
        flattened = flat.tables(self.sections.blocks, self.sections.mentions, self.sections.topics)
        for index, block in enumerate(self.sections.blocks):
            if index in flattened:
                block = flat.as_cell(block, flattened[index])
            if table and (block.kind != "cell" or block.table != table[-1].block.table):
                yield from self.cells.table(table)
                table = []
            if block.kind == "cell":
                yield from ((index, reading) for reading in self._sizes(index, 0, len(block.view.text)))
                table.append(Cell(index, block, tuple(self.sections.mentions[index]), tuple(self.sections.benchmarks[index])))
                continue
            yield from self._block(index, block)
        if table:
            yield from self.cells.table(table)

    def _block(self, index: int, block: Block) -> Iterator[Found]:
        text = block.view.text
        if not text.strip() or (block.kind == "meta" and block.key in TITLES and not stands_alone(block, self.sections.blocks)):
            return
        if block.kind == "paragraph" and index and self.sections.blocks[index - 1].kind == "cell" and is_note(text):
            return
        context = self.sections.of_block(index)
        yield from ((index, reading) for reading in maker_line(self.sections, index))
        if block.kind == "heading" or stands_alone(block, self.sections.blocks):
            bare = context.with_(subjects=self._titled(index), topics=(), benchmark=None)
            for begin, end in phrases.stretches(text, 0, len(text)):
                yield from self._sentence(index, self.sections.sentence(index, begin, end, bare), heading=True)
            found = distinct(self.sections.mentions[index])
            self.sections.group = found if len(found) > 1 else self.sections.group
            return
        if parts := phrases.fields(text):
            yield from self._fields(index, parts, context)
            return
        start = 0
        label = phrases.label(text)
        if label is not None:
            narrowed = narrowed_by(self.sections, index, context, label[0], label[1], label[2])
            if narrowed is not None:
                yield from self._label(index, label, context)
                context, start = narrowed, label[2]
        if block.kind == "item":
            self.sections.item_context[index] = for_children(self.sections, index, context, start)
        for begin, end in phrases.sentences(text[start:]) if start else phrases.sentences(text):
            sentence = self.sections.sentence(index, begin + start, end + start, context)
            yield from self._answered(index, sentence)
            yield from self._sentence(index, sentence)
            context = self.sections.advance(index, sentence)
        if block.kind in {"paragraph", "quote"} or text.rstrip().endswith(":"):
            self.sections.lead = lead_of(self.sections, index, context) if text.rstrip().endswith(":") and block.kind != "item" else None

    def _fields(self, index: int, parts: Sequence[tuple[int, int]], context: Context) -> Iterator[Found]:
        """ "Developer: X | License: Y": each field under its own label."""
        text = self.sections.blocks[index].view.text
        for begin, end in parts:
            label = phrases.label(text[begin:end])
            narrowed, start = None, begin
            if label is not None:
                label = (label[0], label[1] + begin, label[2] + begin)
                narrowed, start = narrowed_by(self.sections, index, context, *label), label[2]
            sentence = self.sections.sentence(index, start if narrowed else begin, end, narrowed or context)
            yield from self._sentence(index, sentence)
            after = self.sections.advance(index, sentence)
            context = context.with_(subjects=after.subjects, strong=True) if sentence.mentions else context

    def _label(self, index: int, label: tuple[str, int, int], context: Context) -> Iterator[Found]:
        """A label can hold a date or a size itself: "GPT-4 (March 2023): …"."""
        sentence = self.sections.sentence(index, label[1], label[2], context)
        named = named_alone(self.sections.mentions[index], self.sections.blocks[index].view.text, label[2])
        if named and not sentence.mentions:
            sentence = self.sections.sentence(index, label[1], label[2], context.with_(subjects=named, strong=True))
        if self._is_day(sentence):  # "January 31, 2025: X is released"
            _, end = next(phrases.sentences(self.sections.blocks[index].view.text[label[2] :]), (0, 0))
            others = any(label[2] <= m.start < label[2] + end for m in self.sections.mentions[index])
            whole = self.sections.sentence(index, label[1], label[2] + end, context.with_(subjects=()) if others else context)
            yield from (found for found in self._sentence(index, whole) if found[1].start < label[2])
        elif sentence.quantities:
            yield from self._sentence(index, sentence)
        elif sentence.mentions or named:
            says = _SAYS.search(sentence.text, sentence.start, sentence.end)  # "X is text-only: it reads no images", "X uses a modified MIT licence: …"
            told = (*modalities.modalities(sentence), *features.features(sentence)) if says else licences.licences(sentence)
            yield from ((index, reading) for reading in (*developers.developers(sentence), *told))
        else:  # "OpenAI launched two models: A and B"
            _, end = next(phrases.sentences(self.sections.blocks[index].view.text[label[2] :]), (0, 0))
            whole = self.sections.sentence(index, label[1], label[2] + end, context)
            yield from ((index, reading) for reading in developers.developers(whole) if reading.start < label[2])

    @staticmethod
    def _is_day(label: Sentence) -> bool:
        """Whether a label is a date and nothing else, so that the words after it say what happened then."""
        dates = [q for q in label.quantities if q.kind == "date"]
        return len(label.quantities) == len(dates) == 1 and label.text[dates[0].start : dates[0].end] == label.text[label.start : label.end].strip(" *:_–—-")

    def _titled(self, index: int) -> tuple[Target, ...]:
        """The model of a card's title, for the heading right below it ("Released …"); that of the section, for one that is a limit ("1M context")."""
        if not index or self.sections.mentions[index]:
            return ()
        above, text = self.sections.above(index), self.sections.blocks[index].view.text
        titled = self.sections.blocks[index - 1].kind == "heading"
        about = above.subjects if above.strong and is_limit(text) else self.sections.heading(index - 1).about if titled else ()
        return about if len(about) == 1 else ()

    def _answered(self, index: int, sentence: Sentence) -> Iterator[Found]:
        """What the question right above says of the model that is the whole answer: "Which one handles 1M tokens?" "X."."""
        text = self.sections.blocks[index - 1].view.text if index and sentence.start == 0 and len(sentence.mentions) == 1 else ""
        if not asks_which(text, 0, len(text)) or self.sections.mentions[index - 1]:
            return
        if sentence.text[: sentence.end].strip(" .!*") == sentence.mentions[0].text:
            context = sentence.context.with_(subjects=(sentence.mentions[0].target,), fixed=True, weak_subjects=False)
            yield from self._sentence(index - 1, self.sections.sentence(index - 1, 0, len(text), context))

    def _sizes(self, index: int, start: int, end: int) -> Iterator[Reading]:
        """The parameters of each model of a family whose sizes a stretch of text lists."""
        text = self.sections.blocks[index].view.text
        stance: Stance = "hedged" if self.sizes[index] and phrases.HEDGED.search(text, start, end) else "asserted"
        for size in self.sizes[index]:
            if start <= size.start < end:
                yield Reading(
                    attribute="parameters", value=size.value, start=size.start, end=size.end, targets=(size.target,), stance=stance,
                    written=text[size.start : size.end], context_start=start, context_end=end,
                )  # fmt: skip

    def _sentence(self, index: int, sentence: Sentence, *, heading: bool = False) -> Iterator[Found]:
        taken: list[tuple[int, int]] = []
        self.numbers.stated = []
        for quantity in sentence.quantities:
            for found in self.numbers.read(sentence, quantity):
                if heading and (isinstance(found, Unread) or not may_head(sentence, found)):
                    continue
                taken.append((found.start, found.end))
                if isinstance(found, Reading):
                    found.carried = is_carried(sentence, found) or held_against_unnamed(sentence, found)
                    if of_another_maker(sentence, found) or (found.carried and not told_of_all(sentence, found.targets)):
                        found = Unread(found.start, found.end, "subject_unclear")
                yield index, found
        for reading in developers.developers(sentence):
            yield from self._near(index, sentence, reading)
        if heading:
            yield from ((index, reading) for reading in openness_titles.titled(sentence))
            return
        if self.sizes[index]:
            yield from ((index, reading) for reading in self._sizes(index, sentence.start, sentence.end))
        if not self._may_tell(sentence) or not sentence.may_be_of_model():
            return
        direction = None
        if sentence.context.label_text and (sentence.start > 0 or self.sections.blocks[index].kind == "item"):
            direction = modality_direction(sentence.context)
        if sentence.anchored():
            for reading in (*modalities.modalities(sentence, direction=direction), *features.features(sentence)):
                reading.rivals = spoken_of(sentence, reading.targets)
                yield from self._near(index, sentence, reading)
        yield from ((index, reading) for reading in features.undisclosed(sentence))
        for reading in comparisons.comparisons(sentence, taken):
            reading.carried = all(mention.target != reading.other for mention in sentence.mentions)
            yield index, reading
        for reading in labelled(sentence):
            reading.carried = is_carried(sentence, reading) and not {sentence.context.main, *sentence.context.section_trail}.intersection(reading.targets)
            yield index, reading

    def _may_tell(self, sentence: Sentence) -> bool:
        """Whether a sentence can say anything but numbers: it names a model, stands under a label, or holds words that tell something."""
        return bool(sentence.mentions or sentence.context.label_text) or self.telling is None or sentence.bits & self.telling != 0

    def _near(self, index: int, sentence: Sentence, reading: Reading) -> Iterator[Found]:
        """The reading with what its subject rests on, nothing when that is too far away or the words are the title of a source."""
        block = self.sections.blocks[index]
        reading.carried = is_carried(sentence, reading)
        opens = sentence.start == 0 and index > 0 and self.sections.blocks[index - 1].kind == "heading"
        above = self.sections.heading(index - 1).about if opens else ()
        far = far_fetched(sentence, reading, block, above, self.titled) or of_other_doer(sentence, reading)
        if not far and not is_link(block, self.sections.heading_text(index)) and not uses.is_use(self.sections, index, sentence, reading):
            reading.carried = reading.carried or passes_another(sentence, reading)
            yield index, reading
