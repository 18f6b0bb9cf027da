"""What a filter finds, written as a file that other tools read; no word of any report."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import orjson
from fastapi.responses import Response, StreamingResponse

from bearwitness.errors import UsageError
from bearwitness.model.register import Entry
from bearwitness.publish.register_objects import incident_object
from bearwitness.publish.tables import incident_row
from bearwitness.store.codec import from_json
from bearwitness.web import query
from bearwitness.web.desk import Desk

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "geojson": "application/geo+json",
}
_BATCH = 500
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def entries(desk: Desk, asked: query.Filter) -> Iterator[Entry]:
    """The incidents a filter finds, by id, as people below a lead see them."""
    wanted = set(desk.finder.numbers(asked).tolist())
    rows = desk.index.all("SELECT number, incident_id FROM incidents ORDER BY incident_id")
    # Told by their ids from here on: numbers change where the index is made anew meanwhile.
    keys = [row["incident_id"] for row in rows if row["number"] in wanted]
    for at in range(0, len(keys), _BATCH):
        found = desk.index.all(
            "SELECT coalesce(w.shown, w.payload) AS payload FROM incidents AS i "
            "JOIN wholes AS w USING (number) "
            "WHERE i.incident_id IN (SELECT value FROM json_each(?)) ORDER BY i.incident_id",
            (orjson.dumps(keys[at : at + _BATCH]).decode(),),
        )
        for row in found:
            yield from_json(Entry, row["payload"])


def exported(desk: Desk, asked: query.Filter, form: str) -> Response:
    """A file to keep.

    Raises:
        UsageError: there is no such format.
    """
    if form not in FORMS:
        raise UsageError(f"no format {form[:20]!r}; there are {', '.join(FORMS)}")
    lines = {"csv": _csv, "jsonl": _jsonl, "geojson": _geojson}[form](entries(desk, asked))
    name = f"incidents.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(lines, media_type=FORMS[form], headers=headers)


def _csv(found: Iterator[Entry]) -> Iterator[bytes]:
    head: list[str] = []
    for entry in found:
        row = incident_row(entry)
        if not head:
            head = list(row)
            yield _line(head)
        yield _line([_harmless(v) for v in row.values()])


def _line(cells: list[Any]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue().encode()


def _harmless(value: Any) -> Any:
    """Words that a spreadsheet would run as a formula are kept as words."""
    if isinstance(value, str) and value.startswith(_RISKY):
        return "'" + value
    return value


def _jsonl(found: Iterator[Entry]) -> Iterator[bytes]:
    for entry in found:
        yield orjson.dumps(incident_object(entry)) + b"\n"


def _geojson(found: Iterator[Entry]) -> Iterator[bytes]:
    yield b'{"type":"FeatureCollection","features":['
    separator = b"\n"
    for entry in found:
        place = entry.place
        point = None
        if place and place.lat is not None and place.lon is not None:
            point = {"type": "Point", "coordinates": [place.lon, place.lat]}
        feature = {
            "type": "Feature", "id": entry.incident_id, "geometry": point,
            "properties": incident_row(entry),
        }  # fmt: skip
        yield separator + orjson.dumps(feature)
        separator = b",\n"
    yield b"\n]}\n"
