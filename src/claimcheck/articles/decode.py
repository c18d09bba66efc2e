"""Bytes in, the text that they stand for out, unchanged but for the byte order mark."""

from __future__ import annotations

import codecs

from claimcheck.errors import ArticleError

_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 with a mark, else the best guess; raises ArticleError for data that is no text."""
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise ArticleError("not text (broken UTF-16)") from error
    if _is_binary(data):
        raise ArticleError("not text (binary data)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _is_binary(data: bytes) -> bool:
    """NUL bytes, or more than one control character in thirty."""
    if b"\0" in data:
        return True
    sample = data[:65536]
    return sum(map(sample.count, (bytes((code,)) for code in _CONTROLS))) * 30 > len(sample)


def _guessed(data: bytes) -> str:
    """Text in an older encoding. Single stray bytes in UTF-8 text do not make it another encoding."""
    loose = data.decode("utf-8", errors="replace")
    broken = loose.count("\ufffd")
    if broken * 200 < len(loose) and sum(byte > 127 for byte in data[:65536]) > 4 * broken:
        return loose
    if sum(byte > 127 for byte in data) * 10 < len(data):  # few: western text with curly quotes, too little to guess from
        return data.decode("cp1252", errors="replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:262144]).best()
    encoding = best.encoding if best and not best.encoding.startswith("utf") else "cp1252"
    return data.decode(encoding, errors="replace")
