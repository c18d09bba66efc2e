"""Keys in, the bytes kept for them out: one SQLite file in the user's cache folder that many runs share.

It may be thrown away at any time and nothing here may fail a run: a store that cannot be opened, read or written is an
empty one. It is bounded: what was not used for longest goes first.
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import NamedTuple

from claimcheck.reference import cache as places

FILE = "checked-1.sqlite"
LIMIT = 512 * 2**20
_BATCH = 64  # entries written in one transaction
_SECONDS = 2.0  # … or the oldest of them waits this long
_DAY = 86_400
_PRUNE_EVERY = 4_000

_SCHEMA = """
PRAGMA auto_vacuum = INCREMENTAL;
CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, day INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS kept_day ON kept (day);
"""


class State(NamedTuple):
    """What `claimcheck cache info` tells."""

    path: Path
    bytes: int
    entries: int
    limit: int


class Store:
    """Bytes under keys. Writes are gathered; `flush` before the process ends, or the last few are lost."""

    def __init__(self, path: Path, *, limit: int = LIMIT) -> None:
        self.path, self.limit = path, limit
        self._waiting: dict[bytes, bytes] = {}
        self._since = 0.0
        self._written = 0
        self._today = int(time.time() // _DAY)
        self._old: set[bytes] = set()  # read entries whose day is to be renewed
        self._base = _connect(path)

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key."""
        if key in self._waiting:
            return self._waiting[key]
        if self._base is None:
            return None
        try:
            row = self._base.execute("SELECT data, day FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self._give_up()
            return None
        if row is None:
            return None
        if row[1] != self._today:
            self._old.add(key)
        return bytes(row[0])

    def put(self, key: bytes, data: bytes) -> None:
        """Keep bytes under a key."""
        if self._base is None:
            return
        self._since = self._since or time.monotonic()
        self._waiting[key] = data
        if len(self._waiting) >= _BATCH or time.monotonic() - self._since > _SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what waits; other processes may write between two flushes."""
        if self._base is None or not (self._waiting or self._old):
            return
        rows = [(key, self._today, data) for key, data in self._waiting.items()]
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                self._base.executemany("UPDATE kept SET day = ? WHERE key = ?", [(self._today, key) for key in self._old])
            self._written += len(rows)
            if self._written >= _PRUNE_EVERY:
                self._written = 0
                self.prune()
        except sqlite3.Error:
            self._give_up()
        self._waiting, self._old, self._since = {}, set(), 0.0

    def prune(self) -> None:
        """Throw away the entries that were not used for longest until four fifths of the limit are left."""
        if self._base is None or self._size() <= self.limit:
            return
        with self._base:
            total = self._base.execute("SELECT count(*) FROM kept").fetchone()[0]
            goes = max(1, int(total * (1 - 0.8 * self.limit / self._size())))
            self._base.execute("DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY day LIMIT ?)", (goes,))
        self._base.execute("PRAGMA incremental_vacuum").fetchall()

    def close(self) -> None:
        """Flush, prune and let go."""
        self.flush()
        if self._base is not None:
            try:
                self.prune()
                self._base.close()
            except sqlite3.Error:
                pass
            self._base = None

    def state(self) -> State:
        """Size and number of entries."""
        count = self._base.execute("SELECT count(*) FROM kept").fetchone()[0] if self._base else 0
        return State(self.path, _bytes(self.path), count, self.limit)

    def _size(self) -> int:
        assert self._base is not None
        pages, free = (self._base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count"))
        return int((pages - free) * self._base.execute("PRAGMA page_size").fetchone()[0])

    def _give_up(self) -> None:
        """A damaged file, a full disk, a lock that does not end: go on without."""
        self._base = None
        self._waiting, self._old = {}, set()


def opened(*, limit: int | None = None) -> Store | None:
    """The store in the first place that takes one; None when none does. `CLAIMCHECK_CACHE_MB` bounds it."""
    for place in places.places():
        try:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not places.ours(place):
                continue
        except OSError:
            continue
        store = Store(place / FILE, limit=_limit() if limit is None else limit)
        if store._base is not None:
            return store
    return None


def clear() -> int:
    """Remove the store from all its places; the number of bytes that were freed."""
    freed = 0
    for place in places.places():
        try:
            ours = places.ours(place)
        except OSError:
            continue
        for file in place.glob(f"{FILE}*") if ours else ():
            size = file.stat().st_size
            file.unlink(missing_ok=True)
            freed += size
    return freed


def _limit() -> int:
    said = os.environ.get("CLAIMCHECK_CACHE_MB", "")
    return int(said) * 2**20 if said.isdigit() else LIMIT


def _bytes(path: Path) -> int:
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def _connect(path: Path) -> sqlite3.Connection | None:
    """A connection; a damaged file is thrown away and begun anew."""
    for _ in range(2):
        try:
            base = sqlite3.connect(path, timeout=10)
            try:
                base.executescript(_SCHEMA)
                base.execute("PRAGMA journal_mode = WAL").fetchone()
                base.execute("PRAGMA synchronous = NORMAL")
                base.execute("SELECT key FROM kept LIMIT 1").fetchone()
                return base
            except sqlite3.Error:
                base.close()
                raise
        except sqlite3.OperationalError:  # locked, read-only, full
            return None
        except sqlite3.Error:
            for suffix in ("", "-wal", "-shm"):
                Path(f"{path}{suffix}").unlink(missing_ok=True)
    return None
