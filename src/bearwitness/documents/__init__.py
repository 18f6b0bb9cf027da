"""Stage 1: inputs in, documents out; metadata read, page furniture set apart."""

from bearwitness.documents.ingest import (
    SUFFIXES,
    ingest,
    ingest_bytes,
    ingest_raw,
    read_source,
)
from bearwitness.documents.limits import DEFAULT_LIMITS, Limits
from bearwitness.documents.record import RawDocument

__all__ = [
    "DEFAULT_LIMITS",
    "SUFFIXES",
    "Limits",
    "RawDocument",
    "ingest",
    "ingest_bytes",
    "ingest_raw",
    "read_source",
]
