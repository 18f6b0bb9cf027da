"""Stage 1: files and folders in, documents out, one at a time.

Order: sources as given; inside a folder, by path. Hidden files are passed over, and so are
Markdown files inside a folder (notes about the inputs; name one to have it read).
"""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from bearwitness.documents.feeds import read_feed
from bearwitness.documents.limits import DEFAULT_LIMITS, Limits
from bearwitness.documents.readers import DAMAGED, OnError, read_html, read_jsonl, read_text
from bearwitness.documents.record import RawDocument, SourceRecord, build
from bearwitness.documents.warc import read_warc
from bearwitness.errors import InputError, UnsupportedInputError
from bearwitness.model.document import Document

Reader = Callable[[str, IO[bytes], Limits, OnError], Iterator[SourceRecord]]

_READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
}
SUFFIXES = tuple(_READERS)
_NOTES = (".md",)


def ingest(
    sources: Iterable[Path | str], *, on_error: OnError, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Document]:
    """The documents of files and folders, streaming.

    Args:
        sources: files and folders.
        on_error: called with each input or record that cannot be read; the rest goes on.
        limits: bounds on sizes.
    """
    for found in ingest_raw(sources, on_error=on_error, limits=limits):
        yield found.document


def ingest_raw(
    sources: Iterable[Path | str], *, on_error: OnError, limits: Limits = DEFAULT_LIMITS
) -> Iterator[RawDocument]:
    """As `ingest`, each document with its raw bytes."""
    seen: set[Path] = set()
    for source in sources:
        for name, path in _files(Path(source), on_error):
            real = path.resolve()
            if real in seen:
                continue
            seen.add(real)
            yield from _read_path(name, path, limits, on_error)


def read_source(
    path: Path | str, *, on_error: OnError | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Document]:
    """The documents of one file.

    Raises:
        InputError: something in it cannot be read, and no `on_error` takes the report.
    """
    target = Path(path)
    for found in _read_path(_shown(target.name), target, limits, on_error or _raise):
        yield found.document


def ingest_bytes(
    name: str, raw: bytes, *, on_error: OnError, limits: Limits = DEFAULT_LIMITS
) -> Iterator[RawDocument]:
    """The documents of an upload: `name` tells the kind of file and becomes the source id."""
    yield from _read(name, lambda: io.BytesIO(raw), limits, on_error)


def suffix_of(name: str) -> str | None:
    """The suffix that tells a file's kind (".jsonl.gz" whole), or None where no reader takes it."""
    lower = name.lower()
    fitting = [suffix for suffix in SUFFIXES if lower.endswith(suffix)]
    return max(fitting, key=len) if fitting else None


def _raise(error: InputError) -> None:
    raise error


def _shown(name: str) -> str:
    """A file name that can be printed and stored, whatever bytes the disk holds."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _files(source: Path, on_error: OnError) -> Iterator[tuple[str, Path]]:
    """Names and paths of a source's files, sorted."""
    if not source.is_dir():
        yield _shown(source.name), source
        return

    def refused(error: OSError) -> None:
        on_error(InputError(_shown(str(error.filename)), f"cannot be listed: {error.strerror}"))

    empty = True
    for folder, below, names in os.walk(source, onerror=refused):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            if name.startswith(".") or name.lower().endswith(_NOTES):
                continue
            empty = False
            path = Path(folder) / name
            yield _shown(path.relative_to(source).as_posix()), path
    if empty:
        on_error(InputError(_shown(str(source)), "the folder holds nothing to read"))


def _read_path(name: str, path: Path, limits: Limits, on_error: OnError) -> Iterator[RawDocument]:
    try:
        there = path.exists()
    except OSError as error:
        on_error(InputError(name, f"cannot be read: {error.strerror}"))
        return
    if not there:
        on_error(InputError(name, "no such file or folder"))
        return
    if not path.is_file():
        on_error(UnsupportedInputError(name, "neither a file nor a folder"))
        return
    yield from _read(name, lambda: path.open("rb"), limits, on_error)


def _read(
    name: str, opener: Callable[[], IO[bytes]], limits: Limits, on_error: OnError
) -> Iterator[RawDocument]:
    suffix = suffix_of(name)
    if suffix is None:
        known = ", ".join(SUFFIXES)
        on_error(UnsupportedInputError(name, f"no reader takes this kind of file; known: {known}"))
        return
    try:
        with opener() as stream:
            source: IO[bytes] = stream
            if suffix == ".jsonl.gz":
                source = cast("IO[bytes]", gzip.GzipFile(fileobj=stream, mode="rb"))
            for record in _READERS[suffix](name, source, limits, on_error):
                yield build(record)
    except InputError as error:
        on_error(error)
    except DAMAGED as error:
        on_error(InputError(name, f"damaged or cut off: {error}"))
    except OSError as error:
        on_error(InputError(name, f"cannot be read: {error.strerror or error}"))
