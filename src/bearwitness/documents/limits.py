"""How large an input may be before it is reported instead of read."""

from __future__ import annotations

from dataclasses import dataclass

_MEBI = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read, in bytes (depth: nested elements).

    Attributes:
        record: one text file, JSONL line, WARC record or feed.
        html: markup handed to the full page reader; larger pages are read by plain tag removal.
        depth: nesting of elements, likewise.
        attribute: an attribute's value; longer ones (data addresses) are dropped before parsing.
        feed: one feed file.
    """

    record: int = 32 * _MEBI
    html: int = 4 * _MEBI
    depth: int = 200
    attribute: int = 8192
    feed: int = 16 * _MEBI


DEFAULT_LIMITS = Limits()


def size_in_words(size: int) -> str:
    """A size for a message: "48.0 MiB"."""
    return f"{size / _MEBI:.1f} MiB"
