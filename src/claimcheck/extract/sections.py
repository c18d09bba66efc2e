"""What holds around a block: an article's headings, parent items, lead-in lines and last subjects come in, Contexts and Sentences go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract import phrases
from claimcheck.extract.anaphora import spoken_together
from claimcheck.extract.article_models import article_models, most_named
from claimcheck.extract.benchmarks import Benchmark
from claimcheck.extract.context import PRICED, TIMED_WHOLE, Context, Topics, distinct
from claimcheck.extract.cues import Whole
from claimcheck.extract.flat import names_kin
from claimcheck.extract.headings import TITLE_LINE, Heading, is_title_line, read_heading
from claimcheck.extract.leads import Leads, goes_on_from, series_benchmark
from claimcheck.extract.name_shapes import PRODUCT_FIRST
from claimcheck.extract.sentence import Sentence, brings_in, coordinated_forward, is_object
from claimcheck.extract.spans import starting_in
from claimcheck.extract.told_on import month_of_heading, told_on
from claimcheck.extract.values import Mention, Quantity, Target
from claimcheck.terms import Article, Block

_PRONOUN_FIRST = re.compile(r"\s*(?:it|its|this (?:[\w-]+\s){0,2}model|the model)\b", re.I)
_INSTEAD = re.compile(r"\s(?:\w+\s){0,2}instead\b", re.I)
_ASIDE = re.compile(r"^\s*(?:An?|One)\s(?:[\w-]+\s){1,3}?(?:variant|version|sibling|edition),\s(?:called\s)?[\"“]?$", re.I)  # "A heavier variant, X, costs …"
# "For teams that build long chains, X is …": what is led in is the subject
_LED_IN = re.compile(r"(?:For|When|If|With|Among|At|Since|As|By|After|In|Of)\s[^,;:.]{10,100},\s(?:[A-Z]\w+['’]s\s)?")


class Sections:
    """What holds around the blocks of one article, and what was said last (the last subjects, the last group of models)."""

    def __init__(
        self,
        article: Article,
        whole: Whole,
        mentions: Sequence[Sequence[Mention]],
        quantities: Sequence[Sequence[Quantity]],
        benchmarks: Sequence[Sequence[Benchmark]],
        topics: Topics,
    ) -> None:
        self.blocks, self.whole, self.topics = article.blocks, whole, topics
        self.mentions, self.quantities, self.benchmarks = mentions, quantities, benchmarks
        self.published = told_on(article)
        self.main = most_named(mentions)
        self.third_party = any(self.blocks[i].kind != "cell" for i in self.whole.where(phrases.THIRD_PARTY))
        self.timed_whole = bool(self.whole.where(TIMED_WHOLE))
        self.priced = next((i for i in self.whole.where(PRICED) if self.blocks[i].kind != "cell"), None)
        self.first_heading = next((i for i, block in enumerate(self.blocks) if block.kind == "heading"), None)
        self._headings: dict[int, Heading] = {}
        self._wholes: dict[int, Sentence] = {}  # blocks as one sentence each
        self._above: dict[int | None, Context] = {}  # by heading, without the last group
        self._title = self.heading(self.first_heading).about if self.first_heading is not None else ()
        # a title that names a model only to compare with it ("a model to rival X") is not about that one
        compared = {i for i, block in enumerate(self.blocks) if block.kind == "heading" and mentions[i] and not self.heading(i).about}
        self.models = article_models(article, [() if i in compared else found for i, found in enumerate(mentions)], self._spoken_of)
        self.item_context: dict[int, Context] = {}
        self.last: tuple[Target, ...] = ()
        self.listed = False  # whether a list's item named the last subjects: after the list the heading's model is spoken of again
        self.group: tuple[Target, ...] = ()
        self.section: int | None = None
        self.lead: Context | None = None
        self.trail: tuple[Target, ...] = ()
        self.name_line: tuple[Target, ...] = ()  # the model that a line of its own named last, as a title over the lines below
        self.section_trail: tuple[Target, ...] = ()
        self.leads = Leads()
        self._alone: dict[int | None, tuple[Target, ...]] = {}  # by section: the one model that its own text names
        self.last_benchmark: str | None = None

    def above(self, index: int, **more: object) -> Context:
        """Subjects, topics and benchmark of the headings above, nearest first, with `more` that holds; headings are read once."""
        at = self.blocks[index].heading
        if at not in self._above:
            self._above[at] = self._said_above(at)
        said = self._above[at]
        return said.with_(group=said.group or self.group, **more)

    def _said_above(self, heading: int | None) -> Context:
        over = list(self.over(heading))
        named = next(((at, heading.about) for at, heading in over if heading.about), (None, ()))
        app = bool(over) and over[0][1].product
        one = len(named[1]) == 1 or (named[0] is not None and self.heading(named[0]).joint)
        subjects = named[1] if one and not app else ()
        strong = bool(subjects) and named[0] != self.first_heading
        if not subjects and len(self.models) == 1 and not app:
            subjects = self.models
        return Context(
            subjects=subjects,
            group=named[1] if len(named[1]) > 1 else (),
            topics=next((heading.topics for _, heading in over if heading.topics), ()),
            benchmark=next((self.benchmarks[at][0].name for at, _ in over if self.benchmarks[at]), None),
            stance="hedged" if any(heading.rumour for _, heading in over) else "planned" if any(heading.to_come for _, heading in over) else "asserted",
            main=next((heading.about[0] for _, heading in over if len(heading.about) == 1), None),
            per_thousand=any(heading.per_thousand for _, heading in over),
            versus=next((heading.against for _, heading in over if heading.against), None),
            host=next((heading.host for _, heading in over if heading.host), None), tier=over[0][1].edition if over else None,
            wanting=bool(over) and over[0][1].wanting, uses=bool(over) and over[0][1].uses,
            maker=over[0][1].maker if over else None,
            article_main=self.main, strong=strong, third_party=self.third_party, article_models=self.models, weak_subjects=not subjects,
            published=next((day for at, _ in over if (day := month_of_heading(self.blocks[at].view.text))), self.published), timed_whole=self.timed_whole,
        )  # fmt: skip

    def _spoken_of(self, index: int, mention: Mention) -> bool:
        """Whether a mention is more than what something is compared with."""
        if index not in self._wholes:
            self._wholes[index] = self.sentence(index, 0, len(self.blocks[index].view.text), Context())
        return not is_object(self._wholes[index], mention)

    def heading_text(self, index: int) -> str:
        """The nearest heading above a block, "" where there is none."""
        return "" if (at := self.blocks[index].heading) is None else self.blocks[at].view.text

    def over(self, heading: int | None) -> Iterator[tuple[int, Heading]]:
        """A heading and those that it stands below, nearest first, with where they are."""
        at = heading
        while at is not None:
            yield at, self.heading(at)
            following = self.blocks[at].heading
            at = following if following != at else None

    def heading(self, index: int) -> Heading:
        """What a heading says, read once however many blocks stand below it."""
        if index not in self._headings:
            length = min(len(self.blocks[index].view.text), phrases.LONGEST)
            self._headings[index] = read_heading(self.sentence(index, 0, length, Context()), self.topics)
        return self._headings[index]

    def of_block(self, index: int) -> Context:
        """What holds for a block: its headings', its parent item's or lead-in line's context, and the last subjects."""
        block = self.blocks[index]
        if block.heading != self.section:
            self.section, self.last, self.lead, self.group = block.heading, self._carried(block.heading), None, ()
            self.last_benchmark, self.section_trail = None, ()
            if block.heading is not None and block.heading != self.first_heading and self._own_heading(block):
                self.leads.add(None, self.heading(block.heading).about[0])
        said = {"trail": self.trail, "section_trail": self.section_trail, "leads": self.leads.of(block.heading), "last_benchmark": self.last_benchmark}
        context = self.above(index, **said)
        if block.kind == "item":
            parent = self.item_context.get(block.parent) if block.parent is not None else self.lead
            if parent is not None:
                context = context.with_(
                    subjects=goes_on_from(self, index) or parent.subjects or context.subjects,
                    topics=parent.topics or context.topics,
                    benchmark=parent.benchmark or context.benchmark,
                    group=parent.group or context.group,
                    stance=parent.stance if parent.stance != "asserted" else context.stance,
                    label_text=parent.label_text,
                    maker=parent.maker, uses=parent.uses or context.uses,
                    wanting=parent.wanting or context.wanting,
                    per_thousand=parent.per_thousand or context.per_thousand,
                    strong=parent.strong or context.strong or bool(parent.subjects and parent.subjects != self.models),
                )
            elif self.last and (not context.subjects or self._is_member(context.subjects) or self._titled_over(context)):
                context = context.with_(subjects=self.last, strong=len(self.last) == 1 and not self.listed)
            if not context.strong and len(context.subjects) == 1 and context.subjects == self._title:
                context = context.with_(strong=True)
            context = context.with_(benchmark=context.benchmark or series_benchmark(self, index))
            if not context.label_text and block.heading is not None and len(block.view.text) <= 24 and self._is_key(block.heading):
                context = context.with_(label_text=self.blocks[block.heading].view.text)
        elif self.last and (context.weak_subjects or not self._own_heading(block)) and not (self.listed and context.strong) and not self._of_app(block):
            context = context.with_(subjects=self.last)
        if not self.mentions[index] and TITLE_LINE.fullmatch(block.view.text):
            self.name_line = ()
        if self.name_line and context.subjects == self.name_line == self.last:
            context = context.with_(strong=True)
        return context

    def _is_member(self, above: tuple[Target, ...]) -> bool:
        """Whether the headings name only a family, and the text before this list is about one of its models."""
        one = len(above) == len(self.last) == 1 and not self.listed
        return one and above[0].family and not self.last[0].family and self.last[0].parts[:1] == above[0].parts[:1]

    def _titled_over(self, context: Context) -> bool:
        """Whether a line of its own named the last subjects, as a title over the list, and no section's heading names one."""
        return self.name_line == self.last and not context.strong and not self.listed

    def _carried(self, heading: int | None) -> tuple[Target, ...]:
        """The one model that the text of a section names, for a part of it whose own heading names none ("**Pricing**")."""
        if heading is None or self.mentions[heading] or self.blocks[heading].heading in {None, self.first_heading} or not self.heading(heading).topics:
            return ()
        return self._alone.get(self.blocks[heading].heading, ())

    def _own_heading(self, block: Block) -> bool:
        """Whether the nearest heading names just one model, which then stays the subject whatever else is named."""
        return block.heading is not None and len(self.heading(block.heading).about) == 1

    def _of_app(self, block: Block) -> bool:
        """Whether the nearest heading is about a program."""
        return block.heading is not None and self.heading(block.heading).product

    def _is_key(self, index: int) -> bool:
        """Whether a heading is only the name of an attribute ("### License"), so that what stands below is its value."""
        return bool(self.heading(index).topics) and not self.mentions[index] and len(self.blocks[index].view.text) <= 24

    def advance(self, index: int, sentence: Sentence) -> Context:
        """Move the discourse on: the next sentence's "it" and "both" refer to this one's models."""
        context, begin, here = sentence.context, sentence.start, sentence.mentions
        if here:
            context = context.with_(just_named=distinct(here))
        own = [m for m in here if not (is_object(sentence, m) or _INSTEAD.match(sentence.text, m.end) or (index and names_kin(self.blocks[index - 1])))]
        if not own and PRODUCT_FIRST.match(sentence.text, begin):
            self.last = ()
            return context.with_(subjects=(), weak_subjects=True, strong=False)
        passing = own and (phrases.KIN.match(sentence.text, begin) or _PRONOUN_FIRST.match(sentence.text, begin))
        if own and (passing or _ASIDE.search(sentence.text[begin : own[0].start])):
            own = []
        late = bool(own) and own[0].start - begin > 45 and not _LED_IN.fullmatch(sentence.text, begin, own[0].start)
        if late and len(context.subjects) == 1 and sentence.text[max(begin, own[0].start - 2) : own[0].start] != ": ":
            own = []
        if not own and len(distinct(here)) > 1:  # "between X and Y": neither is the subject, but both are spoken of
            self.group = distinct(here)
            context = context.with_(group=self.group)
        if own:
            own = own[-1:] if brings_in(sentence, own[-1]) else own
            first, joined = own[0], distinct(own)
            group = spoken_together(sentence, own)
            run = coordinated_forward(sentence, first) if len(joined) > 1 else ()
            subjects = run if len(run) > 1 else (first.target,)
            self.last, self.group, self.listed = subjects, group, self.blocks[index].kind == "item"
            named = [(m.start - begin, m.end - begin) for m in own[: 1 if self.blocks[index].kind == "item" else None]]
            alone = is_title_line(sentence.text[begin : sentence.end], named)
            self.name_line = subjects if alone else self.name_line if self.name_line == subjects else ()
            self.section_trail = (*[t for t in self.section_trail if t.name not in {s.name for s in subjects}], *subjects)
            self._alone[self.section] = subjects if len(self.section_trail) == 1 else ()
            self.trail = (*[t for t in self.trail if t.name not in {s.name for s in subjects}], *subjects)
            begins = own[0].start - begin <= 6 and len(subjects) == 1 and self.blocks[index].kind == "item"
            trail = (*[t for t in context.block_trail if t not in subjects], *subjects)
            context = context.with_(subjects=subjects, group=group, section_trail=self.section_trail, block_trail=trail, strong=context.strong or begins)
        if sentence.benchmarks:
            self.last_benchmark = sentence.benchmarks[-1].name
            context = context.with_(benchmark=self.last_benchmark)
        return context

    def sentence(self, index: int, start: int, end: int, context: Context) -> Sentence:
        """A stretch of a block with the mentions, quantities and benchmarks that begin in it."""
        text, folded = self.blocks[index].view.text, self.whole.texts[index]
        return Sentence(
            text,
            start,
            end,
            tuple(starting_in(self.mentions[index], start, end)),
            tuple(starting_in(self.quantities[index], start, end)),
            tuple(starting_in(self.benchmarks[index], start, end)),
            context,
            folded,
            folded[start:end],
            self.whole.bits[index],
            self.whole,
        )
