"""The linker: an article's blocks with mentions, quantities and benchmarks come in, readings block by block go out.

The way of a block: what holds around it (headings, parent items, lead-in lines) becomes its Context; its own label
("Context Window: …") narrows that; then each sentence is read for numbers, relations, modalities and features.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract import features, flat, modalities, phrases, relations, tables
from claimcheck.extract.benchmarks import Benchmark
from claimcheck.extract.context import PER_THOUSAND, Context, Topics, distinct
from claimcheck.extract.measures import Measure, measure, same_kind, worth_listing
from claimcheck.extract.readings import Reading, Unread
from claimcheck.extract.sentence import Sentence, is_object, respectively, subjects_of
from claimcheck.extract.values import Mention, Quantity, Target
from claimcheck.terms import Article, Block

MOST_NUMBERS = 60
Found = tuple[int, Reading | Unread]
_NUMBERS = {"parameters", "active_parameters", "context_window", "max_output_tokens", "release_date", "knowledge_cutoff", "benchmark_score", "output_speed",
            "time_to_first_token", "training_tokens", "languages", "retirement_date", "data_retention"}  # fmt: skip


class Reader:
    """Reads one article; holds what was said last (the subjects of the last sentence, the last group of models)."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Sequence[Mention]],
        quantities: Sequence[Sequence[Quantity]],
        benchmarks: Sequence[Sequence[Benchmark]],
        topics: Topics,
    ) -> None:
        self.blocks = article.blocks
        self.published = article.published
        self.mentions, self.quantities, self.benchmarks, self.topics = mentions, quantities, benchmarks, topics
        self.models = _article_models(article, mentions)
        self.third_party = any(phrases.THIRD_PARTY.search(block.view.text) for block in self.blocks if block.kind != "cell")
        self.item_context: dict[int, Context] = {}
        self.last: tuple[Target, ...] = ()
        self.group: tuple[Target, ...] = ()
        self.section: int | None = None
        self.lead: Context | None = None
        self.trail: tuple[Target, ...] = ()
        self.section_trail: tuple[Target, ...] = ()
        self.last_benchmark: str | None = None
        self.scores: dict[tuple[str, float], str] = {}
        self.first_heading = next((i for i, block in enumerate(self.blocks) if block.kind == "heading"), None)
        self.main = _most_named(mentions)
        self.stated: list[tuple[Quantity, Measure]] = []
        self.relation: Reading | None = None
        self.relation_sentence: tuple[int, str] | None = None

    def read(self) -> Iterator[Found]:
        """(block index, reading) in the order of the text."""
        table: list[tables.Cell] = []
        flattened = flat.tables(self.blocks, self.mentions)
        for index, block in enumerate(self.blocks):
            if index in flattened:
                block = flat.as_cell(block, flattened[index])
            if table and (block.kind != "cell" or block.table != table[-1].block.table):
                yield from self._table(table)
                table = []
            if block.kind == "cell":
                table.append(tables.Cell(index, block, tuple(self.mentions[index]), tuple(self.benchmarks[index])))
                continue
            yield from self._block(index, block)
        if table:
            yield from self._table(table)

    # -- what holds around a block ---------------------------------------------------------------

    def _section_context(self, index: int) -> Context:
        """Subjects, topics and benchmark of the headings above, nearest first."""
        block = self.blocks[index]
        subjects: tuple[Target, ...] = ()
        topics: tuple[str, ...] = ()
        benchmark, group, stance = None, self.group, "asserted"
        main: Target | None = None
        per_thousand = False
        above = block.heading
        stopped, strong = False, False
        versus: Target | None = None
        while above is not None and above < index:
            text = self.blocks[above].view.text
            found, against = self._heading(above)
            versus = versus or against
            if not stopped and found:
                if len(found) == 1 and not subjects:
                    subjects, strong = found, above != self.first_heading
                if len(found) > 1:
                    group = found
                stopped = True
            if len(found) == 1:
                main = main or found[0]
            topics = topics or (self.topics.of(text) if len(text) < 90 else ())
            per_thousand = per_thousand or PER_THOUSAND.search(text) is not None
            if benchmark is None and self.benchmarks[above]:
                benchmark = self.benchmarks[above][0].name
            if phrases.RUMOUR.search(text) and stance == "asserted":
                stance = "hedged"
            following = self.blocks[above].heading
            above = following if following != above else None
        if not subjects and len(self.models) == 1:
            subjects = self.models
        return Context(subjects=subjects, group=group, topics=topics, benchmark=benchmark, stance=stance, main=main, article_main=self.main, per_thousand=per_thousand, strong=strong, versus=versus, third_party=self.third_party,
                       article_models=self.models, weak_subjects=not subjects)  # fmt: skip

    def _heading(self, index: int) -> tuple[tuple[Target, ...], Target | None]:
        """(models that a heading is about, the model it only compares with: "### vs GPT-4o")."""
        sentence = self._make(index, 0, len(self.blocks[index].view.text), Context())
        about = distinct([m for m in sentence.mentions if not is_object(sentence, m) or len(sentence.mentions) > 1])
        return about, (sentence.mentions[0].target if sentence.mentions and not about else None)

    def _context(self, index: int) -> Context:
        block = self.blocks[index]
        if block.heading != self.section:
            self.section, self.last, self.lead, self.group, self.last_benchmark, self.section_trail = block.heading, (), None, (), None, ()
        context = self._section_context(index).with_(trail=self.trail, section_trail=self.section_trail, last_benchmark=self.last_benchmark)
        if block.kind == "item":
            parent = self.item_context.get(block.parent) if block.parent is not None else self.lead
            if parent is not None:
                context = context.with_(
                    subjects=parent.subjects or context.subjects,
                    topics=parent.topics or context.topics,
                    benchmark=parent.benchmark or context.benchmark,
                    group=parent.group or context.group,
                    stance=parent.stance if parent.stance != "asserted" else context.stance,
                    label_text=parent.label_text,
                    per_thousand=parent.per_thousand or context.per_thousand,
                    strong=bool(parent.subjects) or context.strong,
                )
            elif not context.subjects and self.last:
                context = context.with_(subjects=self.last, strong=len(self.last) == 1)
        elif self.last and (context.weak_subjects or not self._own_heading(block)):
            context = context.with_(subjects=self.last)
        return context

    def _own_heading(self, block: Block) -> bool:
        """Whether the nearest heading names just one model, which then stays the subject whatever else is named."""
        return block.heading is not None and len(self._heading(block.heading)[0]) == 1

    # -- blocks ----------------------------------------------------------------------------------

    def _block(self, index: int, block: Block) -> Iterator[Found]:
        text = block.view.text
        if not text.strip() or block.kind == "meta" and block.key in {"title", "meta_title"}:
            return
        context = self._context(index)
        if block.kind == "heading":
            yield from self._sentence(index, 0, len(text), context.with_(subjects=(), topics=(), benchmark=None), heading=True)
            found = distinct(self.mentions[index])
            self.group = found if len(found) > 1 else self.group
            return
        start = 0
        label = phrases.label(text)
        if label is not None:
            narrowed = self._narrow(index, context, label[0], label[1], label[2])
            if narrowed is not None:
                yield from self._label(index, label, context)
                context, start = narrowed, label[2]
        if block.kind == "item":
            self.item_context[index] = self._for_children(index, context, start)
        for begin, end in phrases.sentences(text[start:]) if start else phrases.sentences(text):
            begin, end = begin + start, end + start
            yield from self._sentence(index, begin, end, context)
            context = self._advance(index, begin, end, context)
        if block.kind in {"paragraph", "quote"} or text.rstrip().endswith(":"):
            self.lead = self._lead(index, context) if text.rstrip().endswith(":") and block.kind != "item" else None

    def _label(self, index: int, label: tuple[str, int, int], context: Context) -> Iterator[Found]:
        """A label can hold a date or a size itself: "GPT-4 (March 2023): …"."""
        if any(label[1] <= q.start < label[2] for q in self.quantities[index]):
            yield from self._sentence(index, label[1], label[2], context)

    def _narrow(self, index: int, context: Context, label: str, start: int, end: int) -> Context | None:
        """The context after a label, None when the words before the colon are no label of ours."""
        mentions = distinct([m for m in self.mentions[index] if start <= m.start < end])
        named = [b for b in self.benchmarks[index] if start <= b.start < end]
        topics = self.topics.within(label, context.topics)
        if not named and not topics and not mentions and (len(label.split()) > 6 or self.blocks[index].kind != "item"):
            return None
        if len(mentions) == 1 and any(m.start > start + 30 for m in self.mentions[index] if start <= m.start < end):
            mentions = ()
        return context.with_(
            subjects=mentions or context.subjects,
            topics=topics or (context.topics if mentions or not named else ()),
            benchmark=named[0].name if named else (None if topics and not mentions else context.benchmark),
            label_text=label,
            weak_subjects=False if mentions else context.weak_subjects,
            strong=bool(mentions) or context.strong,
            per_thousand=context.per_thousand or PER_THOUSAND.search(label) is not None,
        )

    def _for_children(self, index: int, context: Context, start: int) -> Context:
        """What nested items take over: a leading name, a topic, or what this item took over itself."""
        lead = [m for m in self.mentions[index] if m.start <= 12 + start]
        if start == 0 and lead and len(distinct(self.mentions[index])) == 1:
            return context.with_(subjects=(lead[0].target,), strong=True)
        if start == 0 and self.benchmarks[index] and self.benchmarks[index][0].start < 24:
            return context.with_(benchmark=self.benchmarks[index][0].name)
        return context

    def _lead(self, index: int, context: Context) -> Context:
        """The context that a line ending in a colon gives to the list after it."""
        text = self.blocks[index].view.text
        last = list(phrases.sentences(text))[-1]
        found = [m for m in self.mentions[index] if m.start >= last[0]]
        sentence = self._make(index, last[0], last[1], context)
        subjects = distinct([m for m in found if not is_object(sentence, m)])
        named = [b for b in self.benchmarks[index] if b.start >= last[0]]
        topics = self.topics.of(text[last[0] :]) if len(text) - last[0] < 120 else ()
        return context.with_(
            subjects=subjects if len(subjects) == 1 else (() if subjects else context.subjects),
            group=subjects if len(subjects) > 1 else context.group,
            topics=topics or context.topics,
            benchmark=named[0].name if named else context.benchmark,
            label_text=text[last[0] :] if topics else "",
            strong=len(subjects) == 1 or context.strong,
            per_thousand=context.per_thousand or PER_THOUSAND.search(text) is not None,
        )

    def _advance(self, index: int, begin: int, end: int, context: Context) -> Context:
        """Move the discourse on: the next sentence's "it" and "both" refer to this one's models."""
        sentence = self._make(index, begin, end, context)
        here = [m for m in sentence.mentions]
        own = [m for m in here if not is_object(sentence, m)]
        if own and _PRONOUN_FIRST.match(sentence.text, begin):
            own = []
        if own and own[0].start - begin > 45 and len(context.subjects) == 1 and sentence.text[max(begin, own[0].start - 2) : own[0].start] != ": ":
            self.group = distinct(here) if len(distinct(here)) > 1 else self.group
            own = []
        if own:
            first = own[0]
            joined = distinct([m for m in own])
            subjects = (first.target,) if len(joined) != 1 else joined
            group = distinct(here) if len(distinct(here)) > 1 else context.group
            if len(joined) > 1:
                from claimcheck.extract.sentence import coordinated_forward

                run = coordinated_forward(sentence, first)
                subjects = run if len(run) > 1 else (first.target,)
            self.last, self.group = subjects, group
            self.section_trail = (*[t for t in self.section_trail if t.name not in {s.name for s in subjects}], *subjects)
            self.trail = (*[t for t in self.trail if t.name not in {s.name for s in subjects}], *subjects)
            begins = own[0].start - begin <= 6 and len(subjects) == 1
            context = context.with_(subjects=subjects, group=group, strong=context.strong or (begins and self.blocks[index].kind == "item"))
        if sentence.benchmarks:
            self.last_benchmark = sentence.benchmarks[-1].name
            context = context.with_(benchmark=self.last_benchmark)
        return context

    def _make(self, index: int, start: int, end: int, context: Context) -> Sentence:
        return Sentence(
            self.blocks[index].view.text,
            start,
            end,
            tuple(m for m in self.mentions[index] if start <= m.start < end),
            tuple(q for q in self.quantities[index] if start <= q.start < end),
            tuple(b for b in self.benchmarks[index] if start <= b.start < end),
            context,
        )

    # -- sentences -------------------------------------------------------------------------------

    def _sentence(self, index: int, start: int, end: int, context: Context, *, heading: bool = False) -> Iterator[Found]:
        sentence = self._make(index, start, end, context)
        taken: list[tuple[int, int]] = []
        self.stated = []
        for quantity in sentence.quantities:
            for found in self._quantity(sentence, quantity):
                if heading and isinstance(found, Reading) and found.attribute not in {"release_date", "relative"}:
                    continue
                if isinstance(found, Unread) and heading:
                    continue
                taken.append((found.start, found.end))
                yield index, found
        yield from ((index, reading) for reading in features.developers(sentence))
        if heading:
            return
        direction = None
        if context.label_text and start > 0:
            direction = _modality_direction(context)
        if sentence.anchored():
            for reading in (*modalities.modalities(sentence, direction=direction), *features.features(sentence)):
                yield index, reading
        for reading in (*features.undisclosed(sentence), *relations.comparisons(sentence, taken)):
            yield index, reading
        yield from self._labelled(index, sentence)

    def _quantity(self, sentence: Sentence, quantity: Quantity) -> Iterator[Reading | Unread]:
        found = relations.relation(sentence, quantity, self.relation if self.relation_sentence == (sentence.start, sentence.text) else None)
        if found is not None:
            self.relation, self.relation_sentence = found, (sentence.start, sentence.text)
            yield self._stanced(sentence, found)
            return
        left_out = _left_out(sentence)
        if left_out:
            yield Unread(quantity.start, quantity.end, left_out)
            return
        stated = measure(sentence, quantity)
        if stated is None or isinstance(stated, str):
            stated = self._repeated(sentence, quantity) or self._elided(sentence, quantity) or stated
        if stated is None or isinstance(stated, str):
            if stated or (sentence.mentions and worth_listing(sentence, quantity)):
                if sentence.mentions or sentence.context.subjects:
                    yield Unread(quantity.start, quantity.end, stated or ("unit_unclear" if quantity.kind == "money" else "attribute_unclear"))
            return
        targets = self._targets(sentence, quantity, stated)
        if not targets:
            yield Unread(quantity.start, quantity.end, "subject_unclear")
            return
        self.stated.append((quantity, stated))
        if stated.benchmark:
            self.scores.update({(target.name, quantity.value): stated.benchmark for target in targets})
        yield self._stanced(sentence, _reading(stated, quantity, targets))

    def _elided(self, sentence: Sentence, quantity: Quantity) -> Measure | None:
        """ "X has a context window of 128K tokens, Y offers 200K": the second value is of the same attribute."""
        if not self.stated or quantity.kind not in {"number", "money"} or not (quantity.scaled or quantity.kind == "money") or quantity.per == "other":
            return None
        before, said = self.stated[-1]
        between = [m for m in sentence.mentions if before.end <= m.start and m.end <= quantity.start]
        if len(between) != 1 or before.kind != quantity.kind or before.scaled != quantity.scaled or quantity.unit not in {"", before.unit}:
            return None
        if said.attribute not in {"context_window", "max_output_tokens", "parameters", "input_price", "output_price"} or len(sentence.text[between[0].end : quantity.start]) > 30:
            return None
        return replace(said, value=quantity.value)

    def _repeated(self, sentence: Sentence, quantity: Quantity) -> Measure | None:
        """A percentage that repeats a score given before for the same model is that score again."""
        if quantity.kind != "percent":
            return None
        for target in subjects_of(sentence, quantity.start, quantity.end)[:1]:
            benchmark = self.scores.get((target.name, quantity.value))
            if benchmark:
                return Measure("benchmark_score", quantity.value, benchmark=benchmark, unit="percent")
        return None

    def _targets(self, sentence: Sentence, quantity: Quantity, stated: Measure) -> tuple[Target, ...]:
        if stated.attribute == "release_date" and not self._dated_here(sentence, quantity):
            return ()
        first = _first_of_pair(sentence, quantity)
        if first is not None:
            return self._targets(sentence, first, stated)
        alike = same_kind(sentence.quantities, quantity)
        versus = _versus(sentence, alike, quantity)
        if versus is not None:
            return versus
        contest = _contest(sentence, alike)
        if quantity.start in contest:
            return (contest[quantity.start],)
        if len(alike) > 1:
            mapped = respectively(sentence, alike)
            if quantity.start in mapped:
                return (mapped[quantity.start],)
        return _shared(sentence, quantity, alike, subjects_of(sentence, quantity.start, max(quantity.end, quantity.per_end)))

    def _dated_here(self, sentence: Sentence, quantity: Quantity) -> bool:
        """A release needs its model named nearby: features and articles come out on dates too."""
        if "release_date" in sentence.context.topics or len(sentence.text[sentence.start : sentence.end]) < 40:
            return True
        begin, finish = sentence.clause(quantity.start)
        if any(m.end > begin and m.start < finish for m in sentence.mentions):
            return True
        return re.search(r"\b(?:it|model|this one|which)\b", sentence.text[begin : quantity.start], re.I) is not None or re.match(
            r"[^.;]{0,8},\s(?:it|this|the)\s(?:new\s|latest\s)?(?:model|release)?", sentence.text[quantity.end : quantity.end + 40], re.I
        ) is not None

    def _stanced(self, sentence: Sentence, reading: Reading) -> Reading:
        """Hedges and plans in the same clause (or above the whole section) change how a value is meant."""
        begin, finish = sentence.clause(reading.start)
        window = sentence.text[begin : min(finish, reading.end + 60)]
        stance = reading.stance
        if phrases.HEDGED.search(window) or (sentence.context.stance == "hedged" and reading.attribute not in {"release_date"}):
            stance = "hedged"
        elif phrases.PLANNED.search(window) and reading.attribute not in {"release_date", "knowledge_cutoff", "benchmark_score"}:
            stance = "planned"
        return replace(reading, stance=stance, context_start=sentence.start, context_end=sentence.end)

    def _labelled(self, index: int, sentence: Sentence) -> Iterator[Found]:
        """Words after a label: "Developer: OpenAI", "License: MIT", "Open source: No"."""
        topics, text = sentence.context.topics, sentence.text
        targets = sentence.context.subjects
        if not sentence.context.label_text or not targets or len(targets) != 1:
            return
        said = tables.answer(text[sentence.start : sentence.end])
        named = features.capability_label(text[: sentence.start])
        if named is not None and (said is None or said[0]):
            yield index, Reading(attribute="capability", value=True, capability=named[0], start=named[1], end=named[2], targets=targets)
        if "license" in topics and not any(r.attribute == "license" for r in features.features(sentence)):
            match = re.compile(r"\s*(?P<name>(?:modified\s)?(?:Apache[\s-]2(?:\.0)?|MIT|CC[\s-]BY[\w.-]*|Llama[\w\s.]{0,12}Community|Gemma|Mistral Research|proprietary))", re.I).match(text, sentence.start)
            if match:
                yield index, Reading(attribute="license", value=match["name"], start=match.start("name"), end=match.end("name"), targets=targets)
        if "developer" in topics:
            for vendor, start, end in features.vendors(text, sentence.start, sentence.end)[:1]:
                yield index, Reading(attribute="developer", value=vendor, start=start, end=end, targets=targets)
        if "open_weights" in topics:
            label = features.open_label(text[: sentence.start])
            if said is None and label is not None:
                yield index, Reading(attribute="open_weights", value=True, start=label[0], end=label[1], targets=targets)
            if said is not None:
                yield index, Reading(attribute="open_weights", value=said[0], start=sentence.start + said[1], end=sentence.start + said[2], targets=targets)

    # -- tables ----------------------------------------------------------------------------------

    def _table(self, cells: Sequence[tables.Cell]) -> Iterator[Found]:
        context = self._section_context(cells[0].index)
        if not context.subjects and self.last:
            context = context.with_(subjects=self.last[:1])
        values, rows = tables.read_table(cells, context, self.topics)
        for item in values:
            yield from self._cell(item)
        for row in rows:
            yield from self._row(row, context)

    def _cell(self, item: tables.CellReading) -> Iterator[Found]:
        text, index = item.cell.text, item.cell.index
        if not text.strip() or re.fullmatch(r"\s*(?:n/?a|[-–—?]+|tbd|unknown)\s*", text, re.I):
            if "parameters" in item.context.topics and item.context.subjects and re.search(r"unknown", text, re.I):
                yield index, Reading(attribute="parameters", value=None, start=0, end=len(text), targets=item.context.subjects, stance="undisclosed")
            return
        own = distinct(item.cell.mentions)
        context = item.context.with_(fixed=True)
        if own and context.weak_subjects:
            context = context.with_(subjects=own[:1])
        if not context.subjects and not own:
            return
        yield from self._cell_quantities(index, text, context)
        if "developer" in context.topics and context.subjects:
            for vendor, start, end in features.vendors(text, 0, len(text))[:1]:
                yield index, Reading(attribute="developer", value=vendor, start=start, end=end, targets=context.subjects)
        elif context.subjects and not own:
            for vendor, start, end in features.vendors(text, 0, len(text))[:1]:
                if len(text) <= 40:
                    yield index, Reading(attribute="developer", value=vendor, start=start, end=end, targets=context.subjects)
        yield from self._cell_words(index, text, context)

    def _cell_quantities(self, index: int, text: str, context: Context) -> Iterator[Found]:
        sentence = self._make(index, 0, len(text), context)
        for quantity in sentence.quantities:
            for found in self._quantity(sentence, quantity):
                yield index, found

    def _cell_words(self, index: int, text: str, context: Context) -> Iterator[Found]:
        """Lists of modalities, yes and no, licences in a cell."""
        topics, targets = context.topics, context.subjects
        if not targets:
            return
        hidden = phrases.UNDISCLOSED.search(text) if "parameters" in topics else None
        if hidden:
            yield index, Reading(attribute="parameters", value=None, start=hidden.start(), end=hidden.end(), targets=targets, stance="undisclosed")
        sentence = self._make(index, 0, len(text), context)
        said = tables.answer(text)
        label_runs = modalities.enumerations(context.label_text, 0, len(context.label_text))
        direction = _modality_direction(context)
        runs = list(modalities.modalities(sentence, direction=direction)) if direction else []
        for reading in runs:
            yield index, reading
        capability = features.capability_of(context.label_text)
        if said is not None and label_runs and not runs:
            way = "output_modality" if re.search(r"\boutput|\bgenerat", context.label_text, re.I) else "input_modality"
            for word, _, _ in label_runs[0].words:
                if word != "text":
                    yield index, Reading(attribute=way, value=word, start=said[1], end=said[2], targets=targets, polarity=said[0])
        elif said is not None and said[0] and features.capability_span(text):
            name, start, end = features.capability_span(text) or ("", 0, 0)
            yield index, Reading(attribute="capability", value=True, capability=name, start=start, end=end, targets=targets)
        elif said is not None and capability and (said[0] or capability != "reasoning"):
            yield index, Reading(attribute="capability", value=True, capability=capability, start=said[1], end=said[2], targets=targets, polarity=said[0])
        elif said is not None and "open_weights" in topics:
            yield index, Reading(attribute="open_weights", value=said[0], start=said[1], end=said[2], targets=targets)
        if not runs:
            for reading in features.features(sentence):
                if not (reading.attribute == "capability" and said is not None):
                    yield index, reading
        if "license" in topics and not any(r.attribute == "license" for r in features.features(sentence)):
            match = re.match(r"\s*(?P<name>[A-Z][\w.\s-]{1,30}?)\s*(?:licen[sc]e)?\s*$", text, re.I)
            if match:
                yield index, Reading(attribute="license", value=match["name"], start=match.start("name"), end=match.end("name"), targets=targets)

    def _row(self, row: Sequence[tables.Cell], context: Context) -> Iterator[Found]:
        """A row without a fixed place for models: each value goes to the last model named before it in the row."""
        benchmark: str | None = None
        current: tuple[Target, ...] = ()
        topics: tuple[str, ...] = ()
        for cell in row:
            if cell.benchmarks and not cell.mentions:
                benchmark = cell.benchmarks[0].name
                continue
            found = distinct(cell.mentions)
            local = context.with_(subjects=current, topics=topics, benchmark=benchmark, label_text=row[0].text)
            if found:
                current = found[:2] if re.search(r"\s/\s", cell.text) else found[:1]
                local = local.with_(subjects=current)
            if benchmark and current:
                yield from self._cell_quantities(cell.index, cell.text, local)


_PRONOUN_FIRST = re.compile(r"\s*(?:it|its|this (?:[\w-]+\s){0,2}model|the model)\b", re.I)


def _reading(stated: Measure, quantity: Quantity, targets: tuple[Target, ...]) -> Reading:
    factor = stated.value / quantity.value if isinstance(stated.value, float) and quantity.value else 1.0
    return Reading(
        attribute=stated.attribute,
        value=stated.value,
        start=quantity.start,
        end=quantity.end,
        targets=targets,
        op=quantity.op,
        benchmark=stated.benchmark,
        value_to=quantity.value_to * factor if quantity.value_to is not None else None,
        written=quantity.written,
        condition=stated.condition,
        unit=stated.unit,
    )


def _modality_direction(context: Context) -> str | None:
    """The direction that a label gives ("Input: …", "Modalities: …"), None when it is about something else."""
    label = context.label_text
    if not label or len(label) > 60 or {"context_window", "max_output_tokens", "input_price", "output_price"} & set(context.topics):
        return None
    if re.search(r"\boutputs?\b", label, re.I) and re.search(r"\binputs?\b", label, re.I):
        return None
    if re.fullmatch(r"\W*(?:output (?:modalit\w+|types?|formats?)|outputs?|generates|multimodal output)\W*", label, re.I):
        return "output_modality"
    if re.fullmatch(r"\W*(?:(?:supported )?(?:input )?modalit\w+(?: supported)?|inputs?|input types?|inputs? supported|takes|reads|accepts|multi-?\s?modal\w*(?:\s(?:inputs?|support|capabilit\w+))?|accepts|vision|input formats?)\W*", label, re.I):
        return "input_modality"
    return None


def _article_models(article: Article, mentions: Sequence[Sequence[Mention]]) -> tuple[Target, ...]:
    """The models that the article is about: those of its title, else of its first headings, else those named most."""
    for index, block in enumerate(article.blocks[:12]):
        if block.kind == "heading" or (block.kind == "meta" and block.key in {"title", "meta_title"}):
            found = tuple(t for t in distinct(mentions[index]) if not t.family or any(part[0].isdigit() for part in t.parts))
            if found:
                return found
    counts: dict[str, list[Target]] = {}
    for found_here in mentions:
        for mention in found_here:
            if not mention.target.family:
                counts.setdefault(mention.target.name, []).append(mention.target)
    ranked = sorted(counts.values(), key=len, reverse=True)
    if not ranked:
        return ()
    return tuple(targets[0] for targets in ranked if len(targets) * 3 >= len(ranked[0]))


def _shared(sentence: Sentence, quantity: Quantity, alike: Sequence[Quantity], targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """ "They cost $2.50 and $3.00": several values for several models are dealt out in order, or not at all."""
    if len(targets) < 2 or len(alike) < 2:
        return targets
    joined = [alike[0]]
    for value in alike[1:]:
        gap = sentence.text[max(joined[-1].end, joined[-1].per_end) : value.start]
        if not re.fullmatch(r"(?:\stokens)?(?:,|\sand|,\sand|\s/)\s?(?:about\s|around\s)?", gap):
            break
        joined.append(value)
    if quantity not in joined or len(joined) < 2:
        return targets
    return (targets[joined.index(quantity)],) if len(joined) == len(targets) else ()


def _contest(sentence: Sentence, alike: Sequence[Quantity]) -> dict[int, Target]:
    """ "A beats B on X, 92.0% to 90.2%": the values follow the order of the names."""
    if len(alike) != 2 or not re.fullmatch(r"\s(?:to|vs\.?|versus|against)\s", sentence.text[alike[0].end : alike[1].start]):
        return {}
    names = distinct([m for m in sentence.mentions if m.end <= alike[0].start])
    verb = re.search(r"\b(?:beat\w*|edg\w+|outperform\w*|lead\w*|trail\w*|surpass\w*|top(?:s|ped)|ahead of|behind|vs\.?|versus)\b", sentence.text[sentence.start : alike[0].start], re.I)
    return {alike[0].start: names[0], alike[1].start: names[1]} if len(names) == 2 and verb else {}


def _left_out(sentence: Sentence) -> str | None:
    """Why the numbers of a sentence are not read at all: too many of them, a thought experiment, an error quoted to be corrected."""
    if len(sentence.quantities) > MOST_NUMBERS:
        return "too_many_numbers"
    if phrases.HYPOTHETICAL.match(sentence.text, sentence.start):
        return "hypothetical"
    corrected = re.match(r"\s*(?:The|Its) (?:right|correct|actual|true|real) (?:figure|number|value|price|date|size)\b", sentence.text[sentence.end : sentence.end + 50])
    return "quoted_error" if corrected or phrases.MISQUOTED.search(sentence.text, sentence.start, sentence.end) else None


def _first_of_pair(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """The first price of "$10 and $30" or "$2.50/$10" when this is the second, which then has the same subject."""
    if quantity.kind != "money":
        return None
    before = [q for q in sentence.quantities if q.kind == "money" and q.end <= quantity.start]
    if before and re.fullmatch(r"\s?(?:/|and)\s?", sentence.text[max(before[-1].end, before[-1].per_end) : quantity.start]):
        return before[-1]
    return None


def _versus(sentence: Sentence, alike: Sequence[Quantity], quantity: Quantity) -> tuple[Target, ...] | None:
    """ "200K vs 128K" without names belongs to the two models compared, in their order; None when it is no such pair."""
    for first, second in zip(alike, alike[1:], strict=False):
        gap = sentence.text[max(first.end, first.per_end) : second.start]
        if quantity in (first, second) and re.fullmatch(r"(?:\s?/\s?\$?[\d.]+)?[\w\s/]{0,16}?\s(?:vs\.?|versus|against|compared (?:to|with))\s", gap, re.I):
            if sentence.mentions:
                beside = any(first.end <= m.start < second.start for m in sentence.mentions) or re.match(
                    r"(?:\s[\w%/$.-]+){0,2}\s(?:for|of|in|by|from)\s", sentence.text[max(second.end, second.per_end) :]
                )
                if quantity is second and not beside:
                    against = sentence.context.versus
                    return (against,) if against is not None and against.name not in {m.target.name for m in sentence.mentions} else ()
                return None
            context = sentence.context
            if context.versus is not None and len(context.subjects or ((context.article_main,) if context.article_main else ())) == 1:
                own = context.subjects[0] if context.subjects else context.article_main
                return (own,) if quantity is first and own is not None else (context.versus,)
            return ()
    return None


def _most_named(mentions: Sequence[Sequence[Mention]]) -> Target | None:
    """The model named far more often than any other, which relations without "than" compare with."""
    counts: dict[str, tuple[int, Target]] = {}
    for found in mentions:
        for mention in found:
            count = counts.get(mention.target.name, (0, mention.target))[0]
            counts[mention.target.name] = (count + 1, mention.target)
    ranked = sorted(counts.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] < 1.5 * ranked[1][0]):
        return None
    return ranked[0][1]
