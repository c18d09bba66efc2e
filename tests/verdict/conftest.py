"""A tiny reference of two invented vendors, and `verdict`, which says how the one claim of a text is judged against it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck import articles, run
from claimcheck.reference.load import Reference, load
from claimcheck.reference.trust import MAX_AGE_DAYS
from claimcheck.terms import Checked, Finding

TODAY = "2026-11-21"
PAGE = """
[sources.page]
url = "https://example.org/page"
checked = 2026-11-20
primary = true
"""
LIST = """
[sources.list]
url = "https://example.org/list"
checked = 2026-11-01
"""


def fact(line: str, *, grade: str = "primary", source: str = "page") -> str:
    """`attribute = "…"; value = …` as a table of the reference."""
    return "\n[[facts]]\n" + "\n".join(part.strip() for part in line.split(";")) + f'\ngrade = "{grade}"\nsources = ["{source}"]\n'


ZORK = f"""name = "Zork 1"
developer = "Zorkia"
aliases = ["zork-1-2024-05-13"]
{PAGE}""" + "".join(
    map(
        fact,
        [
            'attribute = "input_price"; value = 5; since = 2024-05-13; until = 2024-10-02',
            'attribute = "input_price"; value = 2.5; since = 2024-10-02',
            'attribute = "batch_input_price"; value = 1.25; since = 2024-10-02',
            'attribute = "output_price"; value = 15; since = 2024-05-13; until = 2024-10-02',
            'attribute = "output_price"; value = 10; since = 2024-10-02',
            'attribute = "context_window"; value = 128000',
            'attribute = "time_to_first_token"; value = 0.32; scope = "average response to audio"',
            'attribute = "max_output_tokens"; value = 16384',
            'attribute = "parameters"; undisclosed = true',
            'attribute = "release_date"; value = 2024-05-13; event = "announced"',
            'attribute = "release_date"; value = 2024-06-20; event = "general_availability"',
            'attribute = "knowledge_cutoff"; value = "2023-10"',
            'attribute = "input_modality"; value = ["text", "image"]; scope = "API"; complete = true',
            'attribute = "input_modality"; value = ["video"]; stance = "planned"; since = 2024-05-13; until = 2025-01-01',
            'attribute = "benchmark_score"; benchmark = "MMLU"; value = 88.7; scope = "5-shot"',
            'attribute = "benchmark_score"; benchmark = "MMLU"; value = 87.2; scope = "0-shot CoT"',
            'attribute = "open_weights"; value = false',
            'attribute = "capability"; capability = "tool_calling"; value = true',
            'attribute = "capability"; capability = "fine_tuning"; value = true; since = 2024-08-20',
            'attribute = "relative"; base = "speed"; other = "zorkia/zork-0"; value = 2',
        ],
    )
)
MINI = f"""name = "Zork 1 mini"
developer = "Zorkia"
{PAGE}""" + "".join(
    map(
        fact,
        [
            'attribute = "input_price"; value = 0.15; since = 2024-07-18',
            'attribute = "output_price"; value = 0.6; since = 2024-07-18',
            'attribute = "output_price"; value = 0.9; since = 2024-07-18; until = 2024-12-01; stance = "planned"',
            'attribute = "cached_input_price"; value = 0.075; until = 2026-12-01',
            'attribute = "cached_input_price"; value = 0.1; since = 2026-12-01',
            'attribute = "context_window"; value = 128000',
            'attribute = "parameters"; undisclosed = true',
            'attribute = "release_date"; value = 2024-07-18; event = "api"',
            'attribute = "benchmark_score"; benchmark = "MMLU"; value = 82.0',
            'attribute = "benchmark_score"; benchmark = "HumanEval"; value = 40.2; scope = "base model, pass@1"',
            'attribute = "benchmark_score"; benchmark = "MATH"; value = 70.2',
            'attribute = "benchmark_score"; benchmark = "MATH-500"; value = 67.4; reported_by = "Bladehost"',
            'attribute = "benchmark_score"; benchmark = "BrowseComp"; value = 38.0',
            'attribute = "benchmark_score"; benchmark = "BrowseComp"; value = 12.0; reported_by = "Bladehost"',
        ],
    )
)
OLD = f"""name = "Zork 0"
developer = "Zorkia"
{PAGE}""" + "".join(
    map(fact, ['attribute = "input_price"; value = 10', 'attribute = "output_price"; value = 30', 'attribute = "context_window"; value = 8192'])
)
LOPSIDED = f"""name = "Zork 4"
developer = "Zorkia"
{PAGE}""" + fact('attribute = "input_price"; value = 1') + fact('attribute = "output_price"; value = 12')
LIMITED = f"""name = "Zork 2"
developer = "Zorkia"
{PAGE}""" + fact('attribute = "input_limit"; value = 272_000') + fact('attribute = "license"; value = "Zork License"')
EDITION = f"""name = "Zork 2-0613"
developer = "Zorkia"
{PAGE}""" + fact('attribute = "license"; value = "MIT"')
QUILL = f"""name = "Quill 2 70B"
developer = "Quillsoft"
{PAGE}{LIST}""" + "".join(
    [
        fact('attribute = "parameters"; value = 70_600_000_000'),
        fact('attribute = "context_window"; value = 131072'),
        fact('attribute = "license"; value = "Apache 2.0"'),
        fact('attribute = "open_weights"; value = true'),
        fact('attribute = "training_tokens"; value = 15_000_000_000_000'),
        fact('attribute = "developer"; value = "Databricks"'),
        fact('attribute = "input_price"; value = 0.9', grade="catalogue", source="list"),
        fact('attribute = "output_price"; value = 1.2'),
    ]
)
SMALL = f"""name = "Quill 2 8B"
developer = "Quillsoft"
{PAGE}{LIST}""" + "".join(
    [
        fact('attribute = "parameters"; value = 8_000_000_000'),
        fact('attribute = "context_window"; value = 131072'),
        fact('attribute = "release_date"; value = 2025-06-01; event = "announced"'),
        fact('attribute = "input_price"; value = 4; until = 2026-01-01', grade="catalogue", source="list"),
        fact('attribute = "input_price"; value = 2; since = 2026-01-01', grade="catalogue", source="list"),
    ]
)
EARLY = f"""name = "Quill 1"
developer = "Quillsoft"
{LIST}""" + "".join(
    [
        fact('attribute = "parameters"; undisclosed = true', grade="catalogue", source="list"),
        fact('attribute = "release_date"; value = 2024-01-01; event = "announced"', grade="catalogue", source="list"),
    ]
)
DISTILLED = f"""name = "Quill 2 70B Distill 3B"
developer = "Quillsoft"
{PAGE}""" + fact('attribute = "parameters"; value = 3_000_000_000')
EXPERTS = f"""name = "Quill 3 32B"
developer = "Quillsoft"
{PAGE}""" + "".join(map(fact, ['attribute = "parameters"; value = 32_700_000_000', 'attribute = "active_parameters"; value = 3_300_000_000']))
FAMILY = """name = "Quill 2"
developer = "Quillsoft"
members = ["quillsoft/quill-2-70b", "quillsoft/quill-2-8b"]
"""
FILES = {
    "zorkia/zork-1": ZORK,
    "zorkia/zork-1-mini": MINI,
    "zorkia/zork-0": OLD,
    "zorkia/zork-2": LIMITED,
    "zorkia/zork-2-0613": EDITION,
    "zorkia/zork-4": LOPSIDED,
    "quillsoft/quill-2-70b": QUILL,
    "quillsoft/quill-2-8b": SMALL,
    "quillsoft/quill-2-70b-distill-3b": DISTILLED,
    "quillsoft/quill-1": EARLY,
    "quillsoft/quill-3-32b": EXPERTS,
    "quillsoft/quill-2": FAMILY,
}


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    folder = tmp_path_factory.mktemp("tiny")
    for id, text in FILES.items():
        path = folder / "models" / f"{id}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "VERSION").write_text("2026-11-21\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMCHECK_CACHE", str(folder / "cache"))
        return load(folder)


@pytest.fixture(scope="session")
def check(book: Reference) -> Callable[..., Checked]:
    """An article of one Markdown text, checked as of a day."""
    checkers: dict[tuple[str, int], run.Checker] = {}

    def checked(text: str, as_of: str = TODAY, max_age: int = MAX_AGE_DAYS) -> Checked:
        checker = checkers.setdefault((as_of, max_age), run.Checker(book, as_of=as_of, max_age=max_age))
        article = articles.parse(text, path="a.md", format="markdown")
        return checker.judge(article, *checker.read(article))

    return checked


@pytest.fixture(scope="session")
def shipped() -> Callable[[str], list[str]]:
    """The verdicts on an article of one Markdown text, by the reference that is shipped."""
    checker = run.Checker(run.load_reference(None), as_of=TODAY)

    def judged(text: str) -> list[str]:
        article = articles.parse(text, path="a.md", format="markdown")
        return [finding.verdict for finding in checker.judge(article, *checker.read(article)).findings]

    return judged


@pytest.fixture(scope="session")
def verdict(check: Callable[..., Checked]) -> Callable[..., Finding]:
    """The finding on the one claim of a text (of that attribute, when it has others)."""

    def judged(text: str, attribute: str | None = None, as_of: str = TODAY, max_age: int = MAX_AGE_DAYS) -> Finding:
        found = [finding for finding in check(text, as_of, max_age).findings if attribute in (None, finding.claim.attribute)]
        assert len(found) == 1, [(f.claim.subject.name, f.claim.attribute, f.claim.value) for f in found]
        return found[0]

    return judged
