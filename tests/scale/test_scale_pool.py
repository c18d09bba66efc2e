"""Worker processes that die, and results that do not care."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from claimcheck.errors import BrokenReference, ClaimcheckError, UsageError
from claimcheck.scale.pool import Pool

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="signals of Unix")


class Task:
    """Doubles numbers; 13 kills its worker, once or always."""

    def __init__(self, marks: Path, times: int) -> None:
        self.marks, self.times = marks, times

    def __call__(self, number: int) -> str:
        if number == 13 and len(list(self.marks.iterdir())) < self.times:
            (self.marks / str(time.monotonic_ns())).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return str(number * 2)


def failed(number: int, reason: str) -> str:
    return f"{number}: {reason}"


def pool(marks: Path, times: int, jobs: int = 2) -> Pool[int, str]:
    return Pool(partial(Task, marks, times), failed, jobs=jobs)


def test_order_holds_over_many_items(tmp_path: Path) -> None:
    assert list(pool(tmp_path, 0, jobs=3).run(range(1000))) == [str(2 * n) for n in range(1000)]


class SlowStart:
    """Takes its time over the first item only, so that the others fill the window behind it."""

    def __call__(self, number: int) -> str:
        if number == 0:
            time.sleep(0.5)
        return str(number * 2)


def test_a_slow_item_with_a_full_window_behind_it_ends_nothing() -> None:
    assert list(Pool(SlowStart, failed, jobs=2).run(range(1000))) == [str(2 * n) for n in range(1000)]


def test_a_killed_worker_loses_nothing(tmp_path: Path) -> None:
    assert list(pool(tmp_path, 1).run(range(40))) == [str(2 * n) for n in range(40)]


def test_an_item_that_kills_two_workers_becomes_a_value(tmp_path: Path) -> None:
    found = list(pool(tmp_path, 9).run(range(40)))
    assert found[13] == "13: could not be checked: it ended its worker process twice (SIGKILL)"
    assert found[:13] + found[14:] == [str(2 * n) for n in range(40) if n != 13]


def test_workers_killed_from_outside(tmp_path: Path) -> None:
    running = pool(tmp_path, 0)
    found = []
    for number, each in enumerate(running.run(range(600))):
        found.append(each)
        if number in (50, 200, 350):
            for pid in running.pids():
                os.kill(pid, signal.SIGKILL)
    assert found == [str(2 * n) for n in range(600)]
    assert running.pids() == []


def broken(error: Exception) -> Callable[[int], str]:
    raise error


def test_a_task_that_cannot_be_made_is_raised_here() -> None:
    with pytest.raises(BrokenReference, match=r"a\.toml:3"):
        list(Pool(partial(broken, BrokenReference("a.toml:3: no")), failed, jobs=2).run(range(9)))


def test_workers_that_all_die_end_the_run() -> None:
    with pytest.raises(ClaimcheckError, match="keep dying"):
        list(Pool(partial(os._exit, 7), failed, jobs=2).run(range(99)))  # type: ignore[arg-type]


class Full:
    """A task that finds nowhere to write."""

    def __call__(self, item: int) -> int:
        raise UsageError("cannot write x/a/1.html: No space left on device")


def test_what_a_task_cannot_write_is_raised_here() -> None:
    with pytest.raises(UsageError, match="No space left"):
        list(Pool(Full, lambda item, why: item, jobs=2).run(range(20)))
