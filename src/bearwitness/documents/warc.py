"""WARC files: every HTML response is a report."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from typing import IO, Any, cast

from fastwarc.warc import ArchiveIterator, WarcRecordType

from bearwitness.documents.limits import Limits, size_in_words
from bearwitness.documents.readers import DAMAGED, OnError, decoded, encoding_notes, page_record
from bearwitness.documents.record import SourceRecord
from bearwitness.errors import InputError

_HTML = ("text/html", "application/xhtml+xml")
_HEADER = b"WARC/"
_GZIP = b"\x1f\x8b"
_PIECE = 16_384


class _Unpacked(io.RawIOBase):
    """A gzip stream that ends where it is cut off and keeps the fault: whole records count.

    fastwarc's own reader ends silently there.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = gzip.GzipFile(fileobj=stream, mode="rb")
        self._at = 0
        self.fault: Exception | None = None

    def seekable(self) -> bool:
        """Forwards, as far as the archive reader needs it."""
        return True

    def tell(self) -> int:
        """Bytes unpacked so far."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move forwards by reading; going back is refused."""
        target = offset + (self._at if whence == io.SEEK_CUR else 0)
        if whence == io.SEEK_END or target < self._at:
            raise io.UnsupportedOperation("only forwards")
        while self._at < target and self.read(min(_PIECE, target - self._at)):
            pass
        return self._at

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; fewer only at the end or where the stream is damaged."""
        wanted = size if size >= 0 else _PIECE
        out = bytearray()
        while len(out) < wanted and self.fault is None:
            try:
                piece = self._stream.read1(min(_PIECE, wanted - len(out)))
            except DAMAGED as error:
                self.fault = error
                break
            if not piece:
                break
            out += piece
        self._at += len(out)
        return bytes(out)


def read_warc(
    name: str, stream: IO[bytes], limits: Limits, on_error: OnError
) -> Iterator[SourceRecord]:
    """The pages of a WARC file, gzipped or not.

    A file that is cut off yields what is whole and is then reported.
    """
    start = stream.read(8)
    if not start:
        raise InputError(name, "empty")
    if not (start.startswith(_HEADER) or start.startswith(_GZIP)):
        raise InputError(name, "no WARC file: it does not begin with a WARC header")
    whole: IO[bytes] = _rewound(name, start, stream)
    unpacked: _Unpacked | None = None
    if start.startswith(_GZIP):
        unpacked = _Unpacked(whole)
        whole = cast("IO[bytes]", unpacked)
    number, pages, failed, reported = 0, 0, 0, False
    try:
        for record in ArchiveIterator(whole, record_types=_WANTED, parse_http=True):
            number, reported = number + 1, False
            try:
                found = _record(name, record, limits)
            except InputError as error:
                on_error(error)
                failed, reported = failed + 1, True
                continue
            if found is not None:
                pages += 1
                yield found
    except (OSError, ValueError, RuntimeError) as error:
        raise InputError(name, f"damaged after record {number}: {error}") from error
    except BaseException as error:
        # fastwarc's native code gives up on some damage with a panic, which is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise InputError(name, f"damaged after record {number}") from error
    if unpacked is not None and unpacked.fault is not None and not reported:
        raise InputError(name, f"damaged or cut off after record {number}: {unpacked.fault}")
    if unpacked is None and _ends_in_header(stream):
        raise InputError(name, "the last record is cut off in its header")
    if pages == failed == 0:
        raise InputError(name, f"holds no page of text in its {number} records")


_WANTED = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def _ends_in_header(stream: IO[bytes]) -> bool:
    """Whether the last record's header has no end: the archive reader passes over such a record."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _PIECE))
    tail = stream.read()
    last = tail.rfind(b"\r\n" + _HEADER)
    return last >= 0 and b"\r\n\r\n" not in tail[last + 2 :]


def _rewound(name: str, start: bytes, stream: IO[bytes]) -> IO[bytes]:
    if not stream.seekable():
        raise InputError(name, "cannot be read from a pipe; save it as a file")
    stream.seek(-len(start), io.SEEK_CUR)
    return stream


def _record(name: str, record: Any, limits: Limits) -> SourceRecord | None:
    """The report of a WARC record; None where it is no page (images, scripts, errors)."""
    http = record.http_headers
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
    kind = kind.split(";")[0].strip()
    if kind not in (*_HTML, "text/plain") or (
        http is not None and http.status_code not in (200, None)
    ):
        return None
    url = record.headers.get("WARC-Target-URI")
    key = (record.record_id or "").strip("<>").removeprefix("urn:uuid:")
    source_id = f"{name}:{key or url}"
    if record.content_length > limits.record:
        raise InputError(source_id, f"larger than {size_in_words(limits.record)}: not read")
    expected = record.content_length
    raw = record.reader.read(limits.record + 1)
    if len(raw) < expected:
        raise InputError(source_id, f"cut off: {len(raw)} of {expected} bytes are there")
    if not raw.strip():
        raise InputError(source_id, "empty")
    when = record.headers.get("WARC-Date")
    if kind == "text/plain":
        text = decoded(source_id, raw, record.http_charset)
        return SourceRecord(
            source_id, raw, text.text, url=url, retrieved_at=when, extra=encoding_notes(text)
        )
    return page_record(
        source_id, raw, limits, charset=record.http_charset, url=url, retrieved_at=when
    )
