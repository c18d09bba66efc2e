"""The generated blocks of the documentation: a Markdown text comes in, the same with every block made anew goes out.

A block stands between `<!-- generated: RECIPE -->` and `<!-- end -->`. `python tests/house/docs.py` rewrites the documents; a test
fails when one is not as this would write it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from click.testing import CliRunner

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "corpus/README.md", "docs/scale.md", "docs/benchmarks.md")
_SITE = {
    "budget.md": "# A small budget\n\nGPT-4o mini costs $0.15 per million input tokens.\n",
    "sizes.md": "# Sizes\n\nGPT-4o has a context window of 128K tokens.\n\nGPT-4o has 175 billion parameters.\n",
}
_BLOCK = re.compile(r"(<!-- generated: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)


def renewed(text: str) -> str:
    """The document with all of its blocks made anew."""
    return _BLOCK.sub(lambda block: block[1] + make(block[2]) + block[3], text)


def make(recipe: str) -> str:
    """What belongs into a block, ending with a line end."""
    name, _, rest = recipe.partition(" ")
    recipes = {
        "run": run, "session": session, "help": help_, "verdicts": verdicts, "attributes": attributes, "formats": formats, "figures": figures,
        "corpus": corpus, "columns": columns, "benchmarks": benchmarks,
    }  # fmt: skip
    return recipes[name](rest)


def run(rest: str) -> str:
    """`run LINES COMMAND`: the first lines of what a command prints."""
    lines, _, command = rest.partition(" ")
    shown = _printed(command.split()[1:]).splitlines()
    cut = ["[…]"] if len(shown) > int(lines) else []
    return "```console\n" + "\n".join([f"$ {command}", *shown[: int(lines)], *cut]) + "\n```\n"


def session(rest: str) -> str:
    """`session COMMAND ;; COMMAND …`: what commands of a shell print, in a folder of their own with a cache of its own and two articles."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "work")
        (folder / "site").mkdir(parents=True)
        for name, text in _SITE.items():
            (folder / "site" / name).write_text(text, encoding="utf-8")
        rows = [json.dumps({"slug": name.removesuffix(".md"), "body": text, "format": "md"}) for name, text in _SITE.items()]
        (folder / "articles.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
        environment = {**os.environ, "CLAIMCHECK_CACHE": f"{place}/cache", "PYTHONPATH": str(ROOT / "src"), "PYTHON": sys.executable}
        shown = []
        for command in rest.split(" ;; "):
            script = f'claimcheck() {{ "$PYTHON" -m claimcheck "$@"; }}\n{command}'
            done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            shown.append(f"$ {command}\n{done.stdout.decode()}")
    return "```console\n" + "".join(shown).replace(place, "…") + "```\n"


def columns(_: str) -> str:
    """The columns of a table of findings, by their type."""
    from claimcheck.scale.rows import COLUMNS

    kinds = {"string": "text", "double": "number (double)", "bigint": "whole number (64 bits)", "boolean": "true or false"}
    rows = [f"| {said} | {', '.join(f'`{name}`' for name, kind in COLUMNS.items() if kind == each)} |" for each, said in kinds.items()]
    return "\n".join(["| type | columns |", "| --- | --- |", *rows]) + "\n"


def benchmarks(_: str) -> str:
    """The table of a recorded run of the benchmark."""
    data: dict[str, Any] = json.loads((ROOT / "docs" / "benchmarks.json").read_text(encoding="utf-8"))
    rows = [f"| {name.strip().replace('…', '–')} | {value if isinstance(value, str) else _short(value)} |" for name, value in data.items()]
    return "\n".join(["| what | figure |", "| --- | --- |", *rows]) + "\n"


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def help_(words: str) -> str:
    """`help [VERB]`: the help of the program or of a verb."""
    return "```text\n" + _printed([*words.split(), "--help"]) + "```\n"


def _printed(arguments: list[str]) -> str:
    from claimcheck.cli import main

    here = Path.cwd()
    os.chdir(ROOT)
    try:
        done = CliRunner(env={"COLUMNS": "100", "NO_COLOR": "1"}).invoke(main, arguments, prog_name="claimcheck", terminal_width=100)
    finally:
        os.chdir(here)
    return done.stdout


def verdicts(_: str) -> str:
    """The table of verdicts, in the words of the reports."""
    from claimcheck.report import words
    from claimcheck.terms import VERDICTS

    exits = {"nei": "0", "supported": "0"}
    rows = [f"| {words.SYMBOL[v]} | `{v}` | {words.WORD[v]} | {words.MEANING[v]} | {exits.get(v, '1')} |" for v in VERDICTS]
    return "\n".join(["| sign | in JSON | in words | when | exit code |", "| --- | --- | --- | --- | --- |", *rows]) + "\n"


def attributes(_: str) -> str:
    """The table of attributes, from the attributes themselves."""
    from claimcheck.attributes import ALL

    rows = [f"| {a.noun} | `{a.name}` | {(a.unit or '').replace('_', ' ')} | {' '.join(a.doc.split())} |" for a in ALL.values()]
    return "\n".join(["| what | name in JSON | unit | meaning |", "| --- | --- | --- | --- |", *rows]) + "\n"


def formats(_: str) -> str:
    """The table of report formats, each with the first sentence of its module."""
    import ast

    from claimcheck.report import FORMATS

    rows = []
    for name, module in FORMATS.items():
        place = ROOT / "src" / (module.replace(".", "/") + ".py")
        said = ast.get_docstring(ast.parse(place.read_text(encoding="utf-8"))) or ""
        rows.append(f"| `{name}` | {' '.join(said.split(chr(10) * 2)[0].split()).replace('|', chr(92) + '|')} |")
    return "\n".join(["| `--format` | what it is |", "| --- | --- |", *rows]) + "\n"


def figures(_: str) -> str:
    """The table of recorded figures, tuned and held articles beside each other."""
    data: dict[str, Any] = json.loads((ROOT / "corpus" / "figures.json").read_text(encoding="utf-8"))
    parts = [_part(name) for name in data["articles"]]
    rows = []
    for title, key in (
        ("numbers and dates: precision", "tier_A.precision"),
        ("numbers and dates: recall", "tier_A.recall"),
        ("modalities, scores, relations …: precision", "tier_B.precision"),
        ("modalities, scores, relations …: recall", "tier_B.recall"),
        ("verdicts that are right", "verdicts.accuracy"),
        ("errors of the articles that are found", "error_recall"),
        ("false alarms per article", "false_alarms"),
    ):
        cells = []
        for part in ("", "tuned.", "held."):
            value = data["figures"].get(part + key)
            articles = parts.count(part[:-1]) if part else len(parts)
            cells.append("–" if value is None else f"{value / articles:.2f}" if key == "false_alarms" else f"{value:.3f}")
        rows.append(f"| {title} | {' | '.join(cells)} |")
    head = f"| | all {len(parts)} articles | tuned ({parts.count('tuned')}) | held ({parts.count('held')}) |"
    return "\n".join([head, "| --- | --- | --- | --- |", *rows]) + "\n"


def _part(name: str) -> str:
    return str(_expected(name)["part"])


def _expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "corpus" / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def corpus(_: str) -> str:
    """The table of the corpus: what each article is and what it holds."""
    rows = []
    for path in sorted((ROOT / "corpus" / "articles").iterdir()):
        data = _expected(path.stem)
        wrong = sum(claim["verdict"] in {"refuted", "outdated", "undisclosed"} for claim in data["claims"])
        about = data.get("about", "")
        rows.append(f"| [{path.stem}](articles/{path.name}) | {data['part']} | {data['published'] or ''} | {len(data['claims'])} | {wrong} | {about} |")
    return "\n".join(["| article | part | states its date | claims | wrong | traps |", "| --- | --- | --- | --- | --- | --- |", *rows]) + "\n"


if __name__ == "__main__":
    for document in DOCUMENTS:
        path = ROOT / document
        text = path.read_text(encoding="utf-8")
        new = renewed(text)
        if new != text:
            path.write_text(new, encoding="utf-8")
            print(f"{document}: renewed")
