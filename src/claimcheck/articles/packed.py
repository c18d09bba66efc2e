"""Compressed files and archives in, open streams and members out; nothing is ever unpacked on disk."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, TypeVar, cast

from claimcheck.errors import ArticleError

T = TypeVar("T")
Wanted = Callable[[str, str, bytes | None], T | None]

BROKEN = (zipfile.BadZipFile, tarfile.TarError, lzma.LZMAError, zlib.error, NotImplementedError, RuntimeError)
_COMPRESSED = (".gz", ".bz2", ".xz", ".zst")


def bare(name: str) -> str:
    """The name without the suffix of a compression."""
    return name[: name.rfind(".")] if name.lower().endswith(_COMPRESSED) else name


def opened(path: str) -> IO[bytes]:
    """A stream of the unpacked bytes of a file; one that is not compressed is read as it is."""
    suffix = path[path.rfind(".") :].lower()
    if suffix == ".gz":
        return cast(IO[bytes], gzip.open(path, "rb"))
    if suffix == ".bz2":
        return bz2.open(path, "rb")
    if suffix == ".xz":
        return lzma.open(path, "rb")
    if suffix == ".zst":
        return _zstandard(path)
    return open(path, "rb")


def _zstandard(path: str) -> IO[bytes]:
    try:
        import pyarrow
    except ImportError:
        raise ArticleError("Zstandard needs the extra `data`: pip install 'claimcheck-models[data]'") from None
    import io

    stream: IO[bytes] = io.BufferedReader(pyarrow.input_stream(path, compression="zstd"))
    return stream


def zip_names(path: str) -> list[str]:
    """The names in a zip archive, in its order."""
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def zip_members(path: str, wanted: Wanted[T], limit: int) -> Iterator[T]:
    """Files of a zip archive, in its order; what is larger than `limit` bytes comes without its data."""
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.is_dir() or wanted(path, member.filename, b"") is None:
                continue
            with archive.open(member) as file:  # the size that the archive states may be a lie
                found = wanted(path, member.filename, _limited(file, limit))
            if found is not None:
                yield found


def tar_members(path: str, wanted: Wanted[T], limit: int) -> Iterator[T]:
    """Files of a tar archive, read as a stream in its order; links and devices are no articles."""
    mode = "r|" if path.lower().endswith(".zst") else "r|*"
    with opened(path) if mode == "r|" else open(path, "rb") as raw, tarfile.open(fileobj=raw, mode=mode) as archive:  # type: ignore[call-overload]
        for member in archive:
            archive.members = []  # or tarfile keeps every header that it has met
            if not member.isfile() or wanted(path, member.name, b"") is None:
                continue
            file = archive.extractfile(member)
            found = wanted(path, member.name, _limited(file, limit) if file else None)
            if found is not None:
                yield found


def _limited(file: IO[bytes], limit: int) -> bytes | None:
    data = file.read(limit + 1)
    return data if len(data) <= limit else None
