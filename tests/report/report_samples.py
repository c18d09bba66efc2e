"""Small builders for hand-made reports: words of an article in, values of `claimcheck.terms` out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimcheck.terms import (
    Article,
    Block,
    Checked,
    Claim,
    Expected,
    Finding,
    Inconsistency,
    Model,
    Place,
    ReferenceInfo,
    Report,
    Source,
    Suggestion,
    Unchecked,
    UnusedWaiver,
    View,
)

REFERENCE = ReferenceInfo(version="2026-11-20", models=412, facts=6321)
FOUR_O = Model("openai/gpt-4o", "GPT-4o", "GPT-4o")
MINI = Model("openai/gpt-4o-mini", "GPT-4o mini", "GPT-4o mini")
TOKENS, DOLLARS = "tokens", "usd_per_1m_tokens"


GOLDEN = Path(__file__).parent / "golden"


def golden(text: str, name: str) -> None:
    """Compares with a golden file byte for byte; `UPDATE_GOLDEN=1 pytest` writes it instead, to be read before it is committed."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
    assert text.encode("utf-8", "backslashreplace") == path.read_bytes()


def place(text: str, quote: str, nth: int = 0) -> Place:
    """Where the nth `quote` stands in `text`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    line = text.count("\n", 0, start) + 1
    return Place(quote, start, start + len(quote), line, start - text.rfind("\n", 0, start))


def claim(text: str, quote: str, attribute: str, value: Any, unit: str | None = None, *, nth: int = 0,
          subject: Model = FOUR_O, **more: Any) -> Claim:  # fmt: skip
    """A claim whose words are the nth `quote` of `text`."""
    at = place(text, quote, nth)
    return Claim(subject, attribute, value, unit, at.quote, at.start, at.end, at.line, at.column, **more)


def source(url: str = "https://openai.com/api/pricing/", *, primary: bool = True) -> Source:
    """A source checked on the day of the reference."""
    return Source(url, "2026-11-20", primary)


def block(text: str, shown: str, kind: Any = "paragraph", *, nth: int = 0, **more: Any) -> Block:
    """A block whose view is the nth `shown` of `text`, character by character."""
    at = place(text, shown, nth)
    view = View(shown, tuple(range(at.start, at.end)), tuple(range(at.start + 1, at.end + 1)))
    return Block(kind, view, at.start, at.end, **more)


TEXT = """\
# GPT-4o or GPT-4o mini?

GPT-4o was released in May 2024 and costs $5.00 per million input tokens.
Both models support 128K tokens, and GPT-4o has 200 billion parameters.

## Prices

- **GPT-4o mini**: 60% cheaper
  - input at $0.25
- Speed: 110 tokens/s, 12 things

| Model | Context | MMLU |
|---|---|---|
| GPT-4o | 128K | 88.7% |
| GPT-4o mini | 200K | 82% |

> Mini costs $0.15.
"""


def blocks(text: str = TEXT) -> tuple[Block, ...]:
    """The blocks of `TEXT`, as a reader of Markdown would make them."""
    return (
        block(text, "GPT-4o or GPT-4o mini?", "heading", level=1),
        block(text, "GPT-4o was released in May 2024 and costs $5.00 per million input tokens.\n"
              "Both models support 128K tokens, and GPT-4o has 200 billion parameters.", heading=0),
        block(text, "Prices", "heading", level=2, heading=0),
        _bold_item(text),
        block(text, "input at $0.25", "item", level=2, parent=3, heading=2),
        block(text, "Speed: 110 tokens/s, 12 things", "item", level=1, heading=2),
        *(
            block(text, shown, "cell", nth=nth, table=0, row=row, column=column, header=row == 0, heading=2)
            for shown, nth, row, column in (
                ("Model", 0, 0, 0), ("Context", 0, 0, 1), ("MMLU", 0, 0, 2),
                ("GPT-4o", 5, 1, 0), ("128K", 1, 1, 1), ("88.7%", 0, 1, 2),
                ("GPT-4o mini", 2, 2, 0), ("200K", 0, 2, 1), ("82%", 0, 2, 2),
            )
        ),
        block(text, "Mini costs $0.15.", "quote", heading=2),
    )  # fmt: skip


def _bold_item(text: str) -> Block:
    """The item with emphasis marks: its view is shorter than its source."""
    at = place(text, "**GPT-4o mini**: 60% cheaper")
    kept = [index for index in range(at.start, at.end) if text[index] != "*"]
    view = View("".join(text[index] for index in kept), tuple(kept), tuple(index + 1 for index in kept))
    return Block("item", view, at.start, at.end, level=1, heading=2)


def findings(text: str = TEXT) -> tuple[Finding, ...]:
    """One finding of each verdict and more, not in order of position."""
    prices = (Expected(5.0, DOLLARS, "2024-05-13", "2024-08-06"), Expected(2.5, DOLLARS, "2024-08-06"))
    five = place(text, "$5.00")
    return (
        Finding(claim(text, "$5.00 per million input tokens", "input_price", 5.0, DOLLARS, written="5.00"), "outdated",
                "was_right", "GPT-4o cost $5.00 until 2024-08-06; since then it costs $2.50.", prices[1], (source(),),
                Suggestion(five.start, five.end, "$2.50"), prices),
        Finding(claim(text, "May 2024", "release_date", "2024-05"), "supported", "agrees",
                "GPT-4o was released on 2024-05-13.", Expected("2024-05-13"),
                (source("https://openai.com/index/hello-gpt-4o/"),)),
        Finding(claim(text, "128K", "context_window", 128000.0, TOKENS), "supported", "rounding", "Agrees.",
                Expected(128000.0, TOKENS), (source(),)),
        Finding(claim(text, "128K", "context_window", 128000.0, TOKENS, subject=MINI), "supported", "exact", "Agrees.",
                Expected(128000.0, TOKENS), (source(),)),
        Finding(claim(text, "200 billion parameters", "parameters", 2e11, "parameters"), "undisclosed",
                "never_published", "OpenAI never published how many parameters GPT-4o has.", None,
                (source("https://arxiv.org/abs/2303.08774"),)),
        Finding(claim(text, "60% cheaper", "relative", 0.4, "ratio", subject=MINI, base="input_price", other=FOUR_O),
                "refuted", "value_differs", "At $0.15 against $2.50, GPT-4o mini is 94% cheaper than GPT-4o.",
                Expected(0.06, "ratio", "2024-08-06"), (source(), source("https://example.org/prices", primary=False)),
                arithmetic="1 − 0.15 / 2.50 = 94 %"),
        Finding(claim(text, "$0.25", "input_price", 0.25, DOLLARS, subject=MINI), "refuted", "value_differs",
                "GPT-4o mini costs $0.15 per 1M input tokens.", Expected(0.15, DOLLARS, "2024-07-18"), (source(),)),
        Finding(claim(text, "110 tokens/s", "output_speed", 110.0, "tokens_per_second"), "nei", "third_party",
                "No vetted fact: speed is measured by third parties and changes daily."),
        Finding(claim(text, "128K", "context_window", 128000.0, TOKENS, nth=1), "supported", "exact", "Agrees.",
                Expected(128000.0, TOKENS), (source(),)),
        Finding(claim(text, "200K", "context_window", 200000.0, TOKENS, subject=MINI), "refuted", "value_differs",
                "GPT-4o mini has a context window of 128,000 tokens.", Expected(128000.0, TOKENS, "2024-07-18"),
                (source(),)),
        Finding(claim(text, "82%", "benchmark_score", 82.0, "percent", subject=MINI, benchmark="MMLU"), "supported",
                "exact", "Agrees.", Expected(82.0, "percent"), (source(),)),
        Finding(claim(text, "$0.15", "input_price", 0.15, DOLLARS, subject=MINI), "supported", "exact", "Agrees.",
                Expected(0.15, DOLLARS, "2024-07-18"), (source(),)),
    )  # fmt: skip


def checked(text: str = TEXT) -> Checked:
    """The article with its findings, one contradiction and one number that was not checked."""
    article = Article("articles/mini.md", text, blocks(text), "GPT-4o or GPT-4o mini?", "2024-07-18")
    both = (place(text, "$0.25"), place(text, "$0.15"))
    clash = Inconsistency("contradiction", "GPT-4o mini's input price is $0.25 here and $0.15 there.", both)
    return Checked(article, findings(text), (clash,), (Unchecked(place(text, "12 things"), "attribute_unclear"),))


def waived() -> Checked:
    """The article with two waived claims (one with a reason), its contradiction waived, and a waiver that waives nothing."""
    base = checked()
    reasons = {"$5.00 per million input tokens": "launch price, <b>meant</b> so", "60% cheaper": ""}
    findings = tuple(replace(each, waived=reasons.get(each.claim.quote)) for each in base.findings)
    clashes = tuple(replace(each, waived="two sources") for each in base.inconsistencies)
    unused = UnusedWaiver(place(TEXT, "## Prices"), "nothing_waived", "it covers nothing")
    return replace(base, findings=findings, inconsistencies=clashes, unused_waivers=(unused,))


def make_report(*articles: Checked) -> Report:
    """A report of these articles, or of the one example."""
    return Report("2026-11-21", REFERENCE, articles or (checked(),))


def hostile() -> Checked:
    """An article in which everything that can be written by others tries to break out."""
    text = '<script>alert(1)</script> \x1b[2J\x1b]0;owned\x07 costs "><img src=x onerror=alert(2)> \u202e128K tokens\u202c {{ 7*7 }} </style></title>\n'
    evil = Model(None, "<b>GPT</b>\x1b[31m", '"><img src=x onerror=alert(2)>')
    sources = tuple(
        Source(url, "2026-11-20", False, "<i>title</i>")
        for url in ("javascript:alert(3)", "JaVaScRiPt:alert(4)", "data:text/html,<script>alert(5)</script>",
                    "https://ok.example/\"onmouseover=\"alert(6)", " https://space.example", "https://[broken",
                    "//no-scheme.example", "https://fine.example/?a=1&b=2")
    )  # fmt: skip
    bad = claim(text, "128K", "context<window>", "<u>1</u>", "to<kens", subject=evil, condition="<s>tier</s>",
                base="<q>", other=evil, benchmark="<v>", capability="<w>")  # fmt: skip
    finding = Finding(bad, "refuted", "<reason>", "<em>because</em>\x1b[0m", Expected("<ins>2</ins>", "<unit>", "<d1>"),
                      sources, Suggestion(bad.start, bad.end, "<del>\x1b[7m"), (Expected("<h>", None, "<d2>"),),
                      "<code>1 + 1</code>")  # fmt: skip
    at = place(text, "costs")
    article = Article('a/<img src=x onerror="alert(7)">\x1b[8m.md', text, (block(text, text.strip()),),
                      "</title><script>alert(8)</script>", "<2024>")  # fmt: skip
    return Checked(article, (finding,), (Inconsistency("contradiction", "<x>no</x>", (at, at)),),
                   (Unchecked(at, "<because>"),))  # fmt: skip
