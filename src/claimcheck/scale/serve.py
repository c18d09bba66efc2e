"""The inside of a worker process: items come through a pipe, results go back; it ends with the pipe, so with its parent."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from claimcheck.errors import ClaimcheckError


def method() -> str:
    """How workers start: a fork where that is safe (it costs nothing), a fresh interpreter elsewhere."""
    return "fork" if sys.platform.startswith("linux") else "spawn"


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def serve(pipe: Connection, inherited: list[Connection], make: Callable[[], Any]) -> None:
    """Say ("begun", None) for every batch, then ("done", result) for each item; ("broken", error) when the task cannot go on.

    `inherited` are ends of pipes that a fork copied; while they are open, nobody's end would be seen.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all processes of a terminal; the parent decides
    signal.signal(signal.SIGTERM, _leave)
    for other in inherited:
        other.close()
    try:
        task = make()
    except Exception as error:  # carried to the parent, which raises it
        pipe.send(("broken", error))
        return
    try:
        while True:
            items = pipe.recv()
            pipe.send(("begun", None))
            for _, item in items:
                pipe.send(("done", task(item)))
    except ClaimcheckError as error:  # a place that cannot be written, say
        pipe.send(("broken", error))
    except (EOFError, OSError):
        pass  # the parent has finished, or is gone
    finally:
        getattr(task, "close", lambda: None)()


def _leave(_signal: int, _frame: object) -> None:
    raise SystemExit(0)  # no Exception: an article's own failures are caught
