"""The words every room shares: frozen values without logic. Nothing comes in; everything else passes these around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["supported", "outdated", "refuted", "undisclosed", "nei"]
Stance = Literal["asserted", "hedged", "planned", "undisclosed"]
Op = Literal["=", "~", "<=", ">="]
Value = float | str | bool | None
BlockKind = Literal["heading", "paragraph", "item", "cell", "meta", "quote"]
Grade = Literal["primary", "mirror", "quoted", "lineages", "catalogue"]

VERDICTS: tuple[Verdict, ...] = ("refuted", "undisclosed", "outdated", "nei", "supported")


@dataclass(frozen=True, slots=True)
class View:
    """Readable text of a block and where each of its characters stands in the article.

    `text` has no markup (emphasis marks, escapes, link addresses, tags). `starts[i]` and `ends[i]` are the article
    offsets (code points, end exclusive) that produced `text[i]`; both are as long as `text`, and ranges where it is unbroken.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of an article that is read as a unit, in reading order.

    `parent` is the index (in `Article.blocks`) of the item that this item is nested in, or None. `heading` is the index of the nearest
    heading above (for a heading: the heading one level up), or None. `level` is 1-6 for headings, nesting depth from 1 for items, 0 otherwise.
    `table`, `row`, `column` are 0-based and only set for cells; row 0 is the header row when `header` is true for its cells.
    """

    kind: BlockKind
    view: View
    start: int
    end: int
    level: int = 0
    parent: int | None = None
    heading: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    header: bool = False
    key: str | None = None  # front matter only: the name of the field


@dataclass(frozen=True, slots=True)
class Article:
    """One decoded article. `text` never changes after reading; every offset points into it."""

    path: str
    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    published: str | None = None  # ISO date at the precision written
    error: str | None = None  # one line: why it could not be read


@dataclass(frozen=True, slots=True)
class Model:
    """A model as the article names it: `id` in the reference (None when unknown), display name, and the words used.

    `candidates` are the ids that a family name ("Gemini Flash") can stand for; `snapshot` the dated id that was named.
    """

    id: str | None
    name: str
    mention: str
    candidates: tuple[str, ...] = ()
    snapshot: str | None = None


FORMERLY = "formerly"  # the `condition` of a value told as a former one: "used to cost $5"
ASIDE = "in parentheses"  # condition of a day that closes a description ("X: the newest model (May 2024)"), which may be that of the description
CONVERTED, UNSIDED = "converted", "side not said"  # conditions of prices: dollars behind another currency ("¥6 (~$0.84)"); of input or output, who knows
BELOW = "below"  # condition of a limit told by what it is smaller than ("smaller than 1M"), and not as the limit itself ("up to 1M")


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement: what the article says of one model. Units are the base units of the attribute."""

    subject: Model
    attribute: str
    value: Value
    unit: str | None
    quote: str
    start: int
    end: int
    line: int
    column: int
    op: Op = "="
    stance: Stance = "asserted"
    polarity: bool = True
    benchmark: str | None = None
    capability: str | None = None
    base: str | None = None
    other: Model | None = None
    value_to: float | None = None  # upper end of a range, `value` is the lower
    written: str | None = None  # the number as written ("0.150"); its precision decides what counts as a rounding
    condition: str | None = None  # price tier, harness or setting named beside the value
    context: str | None = None  # sentence or row that the claim was read from, for people
    host: str | None = None  # who serves the model at this price or limit, where that is not its developer ("Groq")
    carried: bool = False  # the sentence names no model; its subject is taken over from sentences before
    rivals: tuple[Model, ...] = ()  # models named nearby of which it may be said instead; none where the article's words are firm


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read. `checked` is the ISO date on which the fact was held against this source."""

    url: str
    checked: str
    primary: bool
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated, sourced value of one model. In force from `since` (inclusive) to `until` (exclusive); None = open."""

    model: str
    attribute: str
    value: float | str | bool | tuple[str, ...] | None
    grade: Grade
    sources: tuple[Source, ...]
    since: str | None = None
    until: str | None = None
    snapshot: str | None = None  # the fact holds for this dated id or variant, not for the alias
    scope: str | None = None  # price tier, channel, surface, setting: words for people
    event: str | None = None  # release_date only
    benchmark: str | None = None
    capability: str | None = None
    base: str | None = None
    other: str | None = None
    stance: Stance = "asserted"
    complete: bool = False  # modalities only: what the list leaves out is not supported
    reported_by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """The right value, in the claim's unit, and since and until when it was right."""

    value: Value | tuple[str, ...]
    unit: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A replacement for article offsets `start:end`, in the form the article uses."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim and its verdict: one named reason, a sentence for people, and the evidence it rests on."""

    claim: Claim
    verdict: Verdict
    reason: str
    message: str
    expected: Expected | None = None
    sources: tuple[Source, ...] = ()
    suggestion: Suggestion | None = None
    history: tuple[Expected, ...] = ()  # dated values of the same attribute, oldest first
    arithmetic: str | None = None  # "1 − 0.15 / 2.50 = 94 %"
    waived: str | None = None  # the reason that a comment of the article gives for ignoring it, "" for none; None = not waived


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the article: `quote == text[start:end]`; line and column are 1-based."""

    quote: str
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Two places of one article that cannot both be right."""

    kind: Literal["contradiction", "arithmetic"]
    message: str
    places: tuple[Place, ...]
    waived: str | None = None  # as `Finding.waived`


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A number beside a model that became no claim, and why."""

    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class UnusedWaiver:
    """A comment that was to waive something and waives nothing: one named reason and a sentence for people."""

    place: Place
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One article with everything found in it."""

    article: Article
    findings: tuple[Finding, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    unused_waivers: tuple[UnusedWaiver, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceInfo:
    """Which reference judged: its version (ISO date) and how much it holds."""

    version: str
    models: int
    facts: int


@dataclass(frozen=True, slots=True)
class Report:
    """All articles of one run, in the order given, judged as of one date."""

    as_of: str
    reference: ReferenceInfo
    articles: tuple[Checked, ...] = field(default_factory=tuple)
