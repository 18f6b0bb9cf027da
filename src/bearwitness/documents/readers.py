"""Readers: one generator a kind of file, from bytes to records.

Each yields `SourceRecord`s and reports what it cannot read by raising `InputError` through
`on_error`, so that one bad record never stops the rest. None holds more than one record.
"""

from __future__ import annotations

import gzip
import json
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import IO

from bearwitness.documents.encoding import Decoded, UndecodableError, declared_charset, decode
from bearwitness.documents.html import Page, read_page
from bearwitness.documents.limits import Limits, size_in_words
from bearwitness.documents.record import SourceRecord
from bearwitness.errors import InputError

OnError = Callable[[InputError], None]
DAMAGED = (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError)
_KNOWN = ("title", "url", "publisher", "published_at", "retrieved_at", "language", "agency")
# What others call the day of publication, in the order of preference.
_PUBLISHED = ("published", "publication_date", "date_published", "datePublished", "pubDate")
_CHUNK = 1 << 20


def read_bounded(name: str, stream: IO[bytes], limit: int) -> bytes:
    """All bytes of a stream.

    Raises:
        InputError: it holds nothing, or more than `limit` bytes.
    """
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise InputError(name, f"larger than {size_in_words(limit)}; split it into single reports")
    if not raw.strip():
        raise InputError(name, "empty")
    return raw


def decoded(name: str, raw: bytes, declared: str | None, line: int | None = None) -> Decoded:
    """The characters of a record.

    Raises:
        InputError: it is binary or in no known encoding.
    """
    try:
        return decode(raw, declared)
    except UndecodableError as error:
        raise InputError(name, str(error), line) from error


def encoding_notes(text: Decoded) -> dict[str, object]:
    """What `extra` says about an encoding: plain UTF-8 goes unsaid, a guess never."""
    if text.basis == "utf-8" and text.note is None:
        return {}
    notes: dict[str, object] = {"encoding": text.encoding, "encoding_basis": text.basis}
    if text.note:
        notes["encoding_note"] = text.note
    return notes


def read_text(
    name: str, stream: IO[bytes], limits: Limits, on_error: OnError
) -> Iterator[SourceRecord]:
    """A plain text file: one report."""
    raw = read_bounded(name, stream, limits.record)
    text = decoded(name, raw, None)
    if not text.text.strip():
        raise InputError(name, "empty")
    yield SourceRecord(name, raw, text.text, extra=encoding_notes(text))


def read_html(
    name: str, stream: IO[bytes], limits: Limits, on_error: OnError
) -> Iterator[SourceRecord]:
    """A saved web page: one report."""
    raw = read_bounded(name, stream, limits.record)
    yield page_record(name, raw, limits)


def page_record(
    name: str,
    raw: bytes,
    limits: Limits,
    *,
    charset: str | None = None,
    url: str | None = None,
    retrieved_at: str | None = None,
) -> SourceRecord:
    """The record of a page's bytes.

    Raises:
        InputError: it is binary, or holds no text.
    """
    text = decoded(name, raw, charset or declared_charset(raw))
    page = read_page(text.text, limits, url)
    if not page.text.strip():
        raise InputError(name, "the page holds no text")
    return SourceRecord(
        name,
        raw,
        page.text,
        title=page.title,
        url=url or page.url,
        publisher=page.site,
        byline=page.author,
        published_at=page.published_at,
        retrieved_at=retrieved_at,
        language=page.language,
        extra=encoding_notes(text) | _reader_note(page),
    )


def _reader_note(page: Page) -> dict[str, object]:
    return {} if page.reader == "full" else {"html_reader": page.reader}


def read_jsonl(
    name: str, stream: IO[bytes], limits: Limits, on_error: OnError
) -> Iterator[SourceRecord]:
    """JSON Lines: one report a line; a bad line is reported with its number."""
    number = 0
    found = False
    while True:
        number += 1
        try:
            line = stream.readline(limits.record + 1)
            if len(line) > limits.record and not line.endswith(b"\n"):
                _skip_line(stream)
                found = True
                reason = f"longer than {size_in_words(limits.record)}: not read"
                on_error(InputError(name, reason, number))
                continue
        except DAMAGED as error:
            raise InputError(name, f"damaged or cut off here: {error}", number) from error
        if not line:
            break
        if not line.strip():
            continue
        found = True
        try:
            record = jsonl_record(name, number, line.rstrip(b"\r\n"), limits)
        except InputError as error:
            on_error(error)
            continue
        yield record
    if not found:
        raise InputError(name, "empty")


def _skip_line(stream: IO[bytes]) -> None:
    while True:
        piece = stream.readline(_CHUNK)
        if not piece or piece.endswith(b"\n"):
            return


def jsonl_record(name: str, number: int, line: bytes, limits: Limits) -> SourceRecord:
    """The record of one JSON line.

    Raises:
        InputError: it is no JSON object with a `text` or `html` string.
    """
    fields = _json_object(name, number, line)
    given: dict[str, str | None] = {key: _string(fields.pop(key, None)) for key in _KNOWN}
    if given["published_at"] is None:
        told = next((name for name in _PUBLISHED if _string(fields.get(name))), None)
        given["published_at"] = _string(fields.pop(told)) if told else None
    key = fields.pop("id", None)
    source_id = f"{name}:{number}" if key is None or key == "" else str(key)
    text, html = fields.pop("text", None), fields.pop("html", None)
    for label, value in (("text", text), ("html", html)):
        if value is not None and not isinstance(value, str):
            raise InputError(name, f'"{label}" should be a string', number)
    if isinstance(text, str) and text.strip():
        return SourceRecord(source_id, line, text, extra=fields, **given)
    if isinstance(html, str) and html.strip():
        return _html_in_record(name, number, source_id, line, html, given, fields, limits)
    raise InputError(name, 'neither "text" nor "html" holds anything', number)


def _html_in_record(
    name: str,
    number: int,
    source_id: str,
    line: bytes,
    html: str,
    given: dict[str, str | None],
    extra: dict[str, object],
    limits: Limits,
) -> SourceRecord:
    page = read_page(html, limits, given["url"])
    if not page.text.strip():
        raise InputError(name, "the page holds no text", number)
    stated = {
        "title": page.title,
        "url": page.url,
        "publisher": page.site,
        "published_at": page.published_at,
        "language": page.language,
    }
    merged = {key: value or stated.get(key) for key, value in given.items()}
    return SourceRecord(
        source_id,
        line,
        page.text,
        byline=page.author,
        extra=extra | _reader_note(page),
        **merged,
    )


def _json_object(name: str, number: int, line: bytes) -> dict[str, object]:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(name, f"not UTF-8, as JSON must be: {error.reason}", number) from error
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"not JSON: {error}", number) from error
    if not isinstance(fields, dict):
        raise InputError(name, 'should be a JSON object with "text" or "html"', number)
    return fields


def _string(value: object) -> str | None:
    if value is None:
        return None
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return words.strip() or None
