"""GeoJSON (RFC 7946): one point an incident, for maps and geographic information systems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from bearwitness.model.register import Entry
from bearwitness.publish.edition import Edition
from bearwitness.publish.tables import HOLDS as TABLE_HOLDS
from bearwitness.publish.tables import incident_row
from bearwitness.publish.writing import whole_file

HOLDS = TABLE_HOLDS - {"attribution"}


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write incidents.geojson; an incident without coordinates has a null geometry.

    Raises:
        StoreError: the file cannot be written.
    """
    path = folder / "incidents.geojson"
    with whole_file(path) as out:
        out.write(b'{"type":"FeatureCollection","features":[')
        separator = b"\n"
        for entry in edition.entries():
            out.write(separator + orjson.dumps(_feature(entry)))
            separator = b",\n"
        out.write(b"\n]}\n")
    return [path]


def _feature(entry: Entry) -> dict[str, Any]:
    place = entry.place
    point = None
    if place is not None and place.lat is not None and place.lon is not None:
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {
        "type": "Feature",
        "id": entry.incident_id,
        "geometry": point,
        "properties": incident_row(entry),
    }
