"""A local Ray of two workers gives the bytes of a local run, also when one of its processes is killed."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest
from scale_samples import Run, text

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None and not os.environ.get("CI"), reason="the extra `ray` is not installed (CI never skips this)"
)


def kill_one_worker(killed: list[int], stop: threading.Event) -> None:
    """Kill the first actor process that has begun to work."""
    while not stop.is_set() and not killed:
        found = subprocess.run(["ps", "-eo", "pid,etimes,args"], capture_output=True, text=True, check=False).stdout.splitlines()
        actors = [line.split(None, 2) for line in found if "ray::MapWorker" in line and "submit" in line]
        if actors:
            killed.append(int(actors[0][0]))
            os.kill(killed[0], signal.SIGKILL)
        time.sleep(0.02)


def test_the_age_limit_reaches_the_actors(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps({"id": "n", "text": "GPT-4o costs $99 per 1M input tokens."}) + "\n")
    for limit in ("0", "100000"):
        for engine in ("local", "ray"):
            out = tmp_path / f"{engine}{limit}.jsonl"
            done = run(source, "-f", "jsonl", "-o", out, "--no-cache", "--engine", engine, "--max-age", limit, "--as-of", "2030-01-01")
            assert done.returncode == 0, done.stderr
        assert (tmp_path / f"local{limit}.jsonl").read_bytes() == (tmp_path / f"ray{limit}.jsonl").read_bytes()
    assert (tmp_path / "ray0.jsonl").read_bytes() != (tmp_path / "ray100000.jsonl").read_bytes()


def test_same_bytes_with_a_killed_worker(run: Run, tmp_path: Path) -> None:
    source, here, there = (tmp_path / name for name in ("a.jsonl", "here.jsonl", "there.jsonl"))
    filler = "Nothing to see here, as ever. " * 40
    source.write_text("".join(json.dumps({"id": f"n{n}", "text": text(n) + filler, "format": "md"}) + "\n\n" for n in range(5000)), encoding="utf-8")
    assert run(source, "-f", "jsonl", "-o", here, "--no-cache").returncode == 0
    killed: list[int] = []
    stop = threading.Event()
    killer = threading.Thread(target=kill_one_worker, args=(killed, stop))
    killer.start()
    try:
        done = run(source, "-f", "jsonl", "-o", there, "--no-cache", "--engine", "ray", "--jobs", 2)
    finally:
        stop.set()
        killer.join()
    assert done.returncode == 0, done.stderr
    assert killed, "no worker was killed: the test shows nothing"
    assert here.read_bytes() == there.read_bytes()
