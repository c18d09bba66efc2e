"""A number in, so many varied articles out: templates filled from the facts of the reference, some of them made wrong.

    python benchmarks/generate.py 100000 articles.jsonl      # one data set
    python benchmarks/generate.py 1000 folder/               # one file an article

Article N is always the same for the same reference. About one value in five is wrong.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from claimcheck.reference.load import Reference, load
from claimcheck.terms import Fact

SAID = {
    "input_price": ("{name} costs ${price} per million input tokens.", "Input for {name} is billed at ${price} per 1M tokens."),
    "output_price": ("Output of {name} is ${price} per 1M tokens.", "{name} charges ${price} per million output tokens."),
    "context_window": ("{name} has a context window of {count} tokens.", "With {name} you get {count} tokens of context."),
    "max_output_tokens": ("{name} writes at most {count} output tokens at a time.",),
    "release_date": ("{name} was released on {value}.", "{name} came out on {value}."),
    "knowledge_cutoff": ("The knowledge cutoff of {name} is {value}.",),
    "benchmark_score": ("{name} scores {value}% on {benchmark}.", "On {benchmark}, {name} reaches {value}%."),
    "developer": ("{name} is made by {value}.",),
    "parameters": ("{name} has {billions} billion parameters.",),
    "license": ("{name} is released under the {value} license.",),
}
FILLER = (
    "Teams that adopt a language model usually begin with a small pilot and a list of questions that nobody has asked before.",
    "None of this replaces a look at your own traffic: measure what you send, and what comes back, for at least a week.",
    "The editor of this page has no relation to any vendor, and nobody paid for a place in the list below.",
    "Prompts that worked last year may need a second look, since instructions are followed more literally than they were.",
    "Latency matters in a chat window; in a nightly job it hardly does, and patience is a fine way to save money.",
    "Our support desk answered 1,240 questions in March, 17% more than in February, with the same eleven people.",
    "A good evaluation is small, written by those who do the work, and repeated whenever anything changes.",
    "If you only remember one thing: write down the date on which you looked a number up, and where.",
)
TITLES = ("What changed this spring", "Choosing a model for the help desk", "Notes from the migration", "A buyer's guide", "Numbers worth knowing")


def articles(count: int, book: Reference) -> Iterator[tuple[str, str]]:
    """Id and Markdown text of each article."""
    facts = [fact for id in book.ids() for fact in book.facts_of(id) if fact.attribute in SAID and fact.value is not None and not fact.snapshot]
    for number in range(count):
        yield f"a{number:06}", article(random.Random(number), facts, book)


def article(dice: random.Random, facts: list[Fact], book: Reference) -> str:
    """One article of 100 to 700 words: prose, a list, a table, and much that is no claim."""
    parts = [f"# {dice.choice(TITLES)} {dice.randrange(1000)}"]
    for _ in range(dice.randrange(2, 6)):
        words = dice.sample(FILLER, dice.randrange(2, 6)) + [_sentence(dice, fact, book) for fact in dice.sample(facts, dice.randrange(0, 3))]
        dice.shuffle(words)
        parts += [f"## {dice.choice(TITLES)}", " ".join(words)]
    if dice.random() < 0.5:
        parts.append("\n".join(f"- {_sentence(dice, fact, book)}" for fact in dice.sample(facts, 4)))
    if dice.random() < 0.4:
        parts.append(_table(dice, facts, book))
    return "\n\n".join(parts) + "\n"


def _table(dice: random.Random, facts: list[Fact], book: Reference) -> str:
    prices = [fact for fact in dice.sample(facts, 60) if fact.attribute == "input_price"][:5]
    rows = [f"| {book.entry(fact.model).name} | ${_wrong(dice, float(fact.value or 0)):.2f} |" for fact in prices]  # type: ignore[arg-type]
    return "\n".join(["| Model | Input price per 1M tokens |", "| --- | --- |", *rows])


def _sentence(dice: random.Random, fact: Fact, book: Reference) -> str:
    value = _wrong(dice, fact.value) if isinstance(fact.value, int | float) and not isinstance(fact.value, bool) else fact.value
    number = float(value) if isinstance(value, int | float) else 0.0
    return dice.choice(SAID[fact.attribute]).format(
        name=book.entry(fact.model).name, value=value, price=f"{number:.2f}", count=f"{int(number):,}", billions=f"{number / 1e9:g}", benchmark=fact.benchmark,
    )  # fmt: skip


def _wrong(dice: random.Random, number: float) -> float:
    return round(number * dice.choice((0.5, 2, 10)), 2) if dice.random() < 0.2 else number


def main() -> None:
    """Write the articles."""
    count, target = int(sys.argv[1]), sys.argv[2]
    if target.endswith("/"):
        for id, text in articles(count, load()):
            path = Path(target, id[1:4], f"{id}.md")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return
    with open(target, "w", encoding="utf-8") as file:
        for id, text in articles(count, load()):
            file.write(json.dumps({"id": id, "text": text, "format": "md"}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
