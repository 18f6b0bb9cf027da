"""Parquet: incidents, counting claims and documents as typed tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bearwitness.publish.edition import Edition
from bearwitness.publish.tables import (
    CLAIM_TYPES,
    DOCUMENT_TYPES,
    INCIDENT_TYPES,
    Row,
    claim_rows,
    document_rows,
    incident_rows,
)
from bearwitness.publish.tables import HOLDS as HOLDS
from bearwitness.publish.writing import whole_file

_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}
_GROUP = 20_000  # rows written at once


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write incidents.parquet, claims.parquet and documents.parquet.

    Raises:
        StoreError: a file cannot be written.
    """
    parts = (
        ("incidents", INCIDENT_TYPES, incident_rows(edition)),
        ("claims", CLAIM_TYPES, claim_rows(edition)),
        ("documents", DOCUMENT_TYPES, document_rows(edition)),
    )
    paths = []
    for name, types, rows in parts:
        paths.append(folder / f"{name}.parquet")
        _write(paths[-1], types, rows)
    return paths


def _write(path: Path, types: dict[str, str], rows: Iterable[Row]) -> None:
    schema = pa.schema([(name, _TYPES[kind]) for name, kind in types.items()])
    with whole_file(path) as out, pq.ParquetWriter(out, schema) as writer:
        group: list[Row] = []
        for row in rows:
            group.append(row)
            if len(group) == _GROUP:
                writer.write_table(pa.Table.from_pylist(group, schema))
                group = []
        writer.write_table(pa.Table.from_pylist(group, schema))
