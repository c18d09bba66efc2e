"""Where a built index is kept between runs: a folder and its state come in, the bytes kept for them go out (or None).

Nothing here may fail a run: a cache that cannot be read or written is no cache.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path


def read(folder: Path, key: str) -> bytes | None:
    """The index kept for this folder in this state, from the first cache place that has it."""
    for place in places():
        try:
            if ours(place):
                return (place / _name(folder, key)).read_bytes()
        except OSError:
            continue
    return None


def write(folder: Path, key: str, index: bytes) -> Path | None:
    """Keep an index in the first place that can be written, whole or not at all; remove older ones of the folder."""
    name = _name(folder, key)
    for place in places():
        new = place / f".{name}.{os.getpid()}"
        try:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not ours(place):
                continue
            new.write_bytes(index)
            os.replace(new, place / name)
        except OSError:
            _remove(new)
            continue
        for old in place.glob(f"{name.rsplit('-', 1)[0]}-*.jsonl"):
            if old.name != name:
                _remove(old)
        return place / name
    return None


def places() -> Iterator[Path]:
    """CLAIMCHECK_CACHE, else the user's cache folder; then a folder for temporary files."""
    own, shared = os.environ.get("CLAIMCHECK_CACHE"), os.environ.get("XDG_CACHE_HOME")
    if own:
        yield Path(own)
    elif shared and os.path.isabs(shared):  # the XDG rule: a relative path is to be ignored
        yield Path(shared) / "claimcheck"
    else:
        yield Path(os.path.expanduser("~")) / ".cache" / "claimcheck"
    import tempfile  # slow to import and seldom needed

    user = os.getuid() if hasattr(os, "getuid") else "user"
    yield Path(tempfile.gettempdir()) / f"claimcheck-{user}"


def ours(place: Path) -> bool:
    """Whether nobody else could have put a false index there: the folder is the user's own."""
    return not hasattr(os, "getuid") or place.stat().st_uid == os.getuid()


def _name(folder: Path, key: str) -> str:
    where = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()
    return f"reference-{where[:12]}-{key[:20]}.jsonl"


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
