"""Writing rows as CSV (RFC 4180, UTF-8), so that they load elsewhere unchanged."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bearwitness.publish.writing import whole_file


def write_rows(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Mapping[str, object]],
    under: Sequence[str] = (),
) -> None:
    """Write a table; None is an empty cell.

    Args:
        path: the file.
        columns: names, in order.
        rows: one mapping a row, with just these keys.
        under: a second header row, where the format has one.

    Raises:
        StoreError: the file cannot be written.
        ValueError: a row has a key that is no column.
    """
    with whole_file(path) as out:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="")
        writer = csv.DictWriter(text, list(columns))
        writer.writeheader()
        if under:
            csv.writer(text).writerow(under)
        for row in rows:
            writer.writerow({name: cell(value) for name, value in row.items()})
        text.flush()
        text.detach()


def cell(value: object) -> object:
    """A value as it stands in a cell.

    A text that begins like a formula would run in a spreadsheet: a quotation mark disarms it.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
