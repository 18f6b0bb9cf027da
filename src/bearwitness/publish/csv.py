"""CSV (RFC 4180, UTF-8) with a Frictionless data package: flat tables, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from bearwitness.publish.edition import Edition
from bearwitness.publish.rows import write_rows
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

Table = tuple[str, str, dict[str, str], Iterable[Row]]


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write incidents.csv, claims.csv, documents.csv and datapackage.json.

    Raises:
        StoreError: a file cannot be written.
    """
    tables: tuple[Table, ...] = (
        ("incidents", "incident_id", INCIDENT_TYPES, incident_rows(edition)),
        ("claims", "claim_id", CLAIM_TYPES, claim_rows(edition)),
        ("documents", "document_id", DOCUMENT_TYPES, document_rows(edition)),
    )
    paths, resources = [], []
    for name, key, types, rows in tables:
        path = folder / f"{name}.csv"
        write_rows(path, list(types), rows)
        paths.append(path)
        resources.append(_resource(path, key, types))
    package = folder / "datapackage.json"
    with whole_file(package) as out:
        out.write(orjson.dumps(_package(resources), option=orjson.OPT_INDENT_2) + b"\n")
    return [*paths, package]


def _package(resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "bearwitness-register",
        "title": "A register of violent incidents",
        "description": "Empty cells are unknown or not told, never zero.",
        "resources": resources,
    }


def _resource(path: Path, key: str, types: dict[str, str]) -> dict[str, Any]:
    raw = path.read_bytes()
    fields: list[dict[str, Any]] = [{"name": n, "type": kind} for n, kind in types.items()]
    for field in fields:
        if field["name"] == key:
            field["constraints"] = {"required": True, "unique": True}
        if field["name"] in ("lat", "lon"):
            bound = 90 if field["name"] == "lat" else 180
            field["constraints"] = {"minimum": -bound, "maximum": bound}
    schema: dict[str, Any] = {"fields": fields, "primaryKey": [key], "missingValues": [""]}
    if path.stem == "claims":
        to = {"resource": "documents", "fields": ["document_id"]}
        schema["foreignKeys"] = [{"fields": ["document_id"], "reference": to}]
    return {
        "name": path.stem,
        "path": path.name,
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": "sha256:" + sha256(raw).hexdigest(),
        "schema": schema,
    }
