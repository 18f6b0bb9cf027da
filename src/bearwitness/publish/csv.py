"""CSV (RFC 4180, UTF-8): incidents and counting claims as flat tables, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from bearwitness.publish.edition import Edition
from bearwitness.publish.tables import Row, claim_rows, incident_rows
from bearwitness.publish.writing import whole_file


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write incidents.csv and claims.csv.

    Raises:
        StoreError: a file cannot be written.
    """
    paths = [folder / "incidents.csv", folder / "claims.csv"]
    _write(paths[0], incident_rows(edition))
    _write(paths[1], claim_rows(edition))
    return paths


def _write(path: Path, rows: Iterable[Row]) -> None:
    with whole_file(path) as out:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="")
        writer = None
        for row in rows:
            if writer is None:
                writer = csv.DictWriter(text, list(row))
                writer.writeheader()
            writer.writerow({name: _cell(value) for name, value in row.items()})
        text.flush()
        text.detach()


def _cell(value: object) -> object:
    # A cell that begins like a formula would run in a spreadsheet: a quotation mark disarms it.
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
