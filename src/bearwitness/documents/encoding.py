"""Bytes to characters: declared or proven encodings first, a guess only where it is marked as one.

The order is that of the evidence: byte-order mark, the charset the source declares, strict UTF-8,
and last a statistical guess (charset-normalizer), which is recorded as a guess.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.I
)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:\-]{2,40})")
_HEAD_BYTES = 4096
_SAMPLE_BYTES = 200_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class UndecodableError(ValueError):
    """The bytes are no text in any encoding that can be told."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how its encoding is known.

    Attributes:
        text: the characters, line ends as line feeds, no byte-order mark.
        encoding: Python's name of the encoding.
        basis: "mark", "declared", "utf-8" or "guess".
        note: a remark for the reader, or None.
    """

    text: str
    encoding: str
    basis: str
    note: str | None = None


def declared_charset(raw: bytes) -> str | None:
    """The charset that an HTML or XML head names, or None."""
    head = raw[:_HEAD_BYTES]
    found = _XML_CHARSET.search(head) or _META_CHARSET.search(head)
    return found.group(1).decode("ascii") if found else None


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes, saying on what evidence.

    Args:
        raw: the bytes.
        declared: a charset named by the source (HTTP header, meta element), if any.

    Raises:
        UndecodableError: the bytes are binary, or no encoding fits.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _checked(raw, encoding, "mark")
    if b"\x00" in raw:
        raise UndecodableError("holds NUL bytes: binary, or UTF-16 without a byte-order mark")
    note = None
    is_utf8 = _is_utf8(raw)
    if declared:
        name = _known(declared)
        if name is None:
            note = f"declared charset {declared!r} is not known"
        elif name != "utf-8" and is_utf8 and not raw.isascii():
            note = f"declared {name}, but the bytes are valid UTF-8"
        else:
            try:
                return _checked(raw, name, "declared")
            except UndecodableError:
                note = f"the bytes are not the declared {name}"
    if is_utf8:
        return _checked(raw, "utf-8", "utf-8", note)
    return _guessed(raw, note)


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    # Pages that declare Latin-1 are written in its Windows superset (WHATWG Encoding).
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(raw: bytes, note: str | None) -> Decoded:
    best = from_bytes(raw[:_SAMPLE_BYTES]).best()
    if best is None:
        raise UndecodableError("no known text encoding fits: binary, or damaged")
    return _checked(raw, best.encoding, "guess", note)


def _checked(raw: bytes, encoding: str, basis: str, note: str | None = None) -> Decoded:
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UndecodableError(f"not valid {encoding}: {error}") from error
    controls = len(_CONTROLS.findall(text[:_SAMPLE_BYTES]))
    if "\x00" in text or controls > max(2, len(text[:_SAMPLE_BYTES]) // 100):
        raise UndecodableError("holds control characters: binary, not text")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, encoding.replace("_", "-"), basis, note)
