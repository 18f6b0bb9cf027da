"""A map as inline SVG: country outlines from Natural Earth (1:50m, public domain), and points.

Equirectangular, with longitudes drawn narrower by the cosine of the middle latitude.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import cos, radians, sqrt
from typing import Any

import orjson

from bearwitness.errors import DataError
from bearwitness.model.register import Entry

_WIDTH = 960
_LEAST = 6.0  # degrees of latitude a map shows at least
_MARGIN = 0.15  # of its span, beyond the outermost points


@dataclass(frozen=True, slots=True)
class Point:
    """The incidents at one place.

    Attributes:
        x, y, r: in the map's units.
        label: place and count, for pointing and for readers of the screen.
        incidents: ids, the first of them linked.
        vague: the place is known to a province or less.
    """

    x: float
    y: float
    r: float
    label: str
    incidents: tuple[str, ...]
    vague: bool


@dataclass(frozen=True, slots=True)
class Map:
    """A map ready to be drawn: paths are SVG path data by country."""

    width: int
    height: int
    paths: tuple[tuple[str, str], ...]
    points: tuple[Point, ...]


@cache
def _countries() -> list[tuple[str, list[list[int]]]]:
    file = resources.files("bearwitness.publish") / "data" / "outlines.json.gz"
    try:
        found: Any = orjson.loads(gzip.decompress(file.read_bytes()))
    except (OSError, ValueError) as error:
        raise DataError(f"the outlines of countries are absent or damaged: {error}") from error
    return [(name, rings) for name, rings in found]


def draw(entries: Sequence[Entry]) -> Map | None:
    """The map of some incidents, None where none has coordinates."""
    placed: dict[tuple[float, float], list[Entry]] = {}
    for entry in entries:
        place = entry.place
        if place is not None and place.lat is not None and place.lon is not None:
            placed.setdefault((place.lat, place.lon), []).append(entry)
    if not placed:
        return None
    south, north, west, east = _frame(list(placed))
    squeeze = max(cos(radians((south + north) / 2)), 0.2)
    scale = _WIDTH / ((east - west) * squeeze)

    def at(lat: float, lon: float) -> tuple[float, float]:
        return round((lon - west) * squeeze * scale, 1), round((north - lat) * scale, 1)

    paths = []
    for name, rings in _countries():
        path = "".join(_path(ring, at) for ring in rings if _meets(ring, south, north, west, east))
        if path:
            paths.append((name, path))
    points = [_point(at(*where), group) for where, group in sorted(placed.items())]
    points.sort(key=lambda p: (-p.r, p.x, p.y))
    return Map(_WIDTH, round((north - south) * scale), tuple(paths), tuple(points))


def _frame(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    tall = max(max(lats) - min(lats), _LEAST) * (1 + 2 * _MARGIN)
    middle = (max(lats) + min(lats)) / 2
    wide = max((max(lons) - min(lons)) * (1 + 2 * _MARGIN), tall * 1.8)
    centre = (max(lons) + min(lons)) / 2
    tall = max(tall, wide / 2.6)
    south, north = max(middle - tall / 2, -90), min(middle + tall / 2, 90)
    return south, north, max(centre - wide / 2, -180), min(centre + wide / 2, 180)


def _meets(ring: list[int], south: float, north: float, west: float, east: float) -> bool:
    lons, lats = ring[::2], ring[1::2]
    return (
        min(lons) <= east * 100
        and max(lons) >= west * 100
        and min(lats) <= north * 100
        and max(lats) >= south * 100
    )


def _path(ring: list[int], at: Any) -> str:
    drawn: list[str] = []
    for lon, lat in zip(ring[::2], ring[1::2], strict=True):
        x, y = at(lat / 100, lon / 100)
        text = f"{x:g} {y:g}"
        if not drawn or drawn[-1] != text:
            drawn.append(text)
    return "M" + "L".join(drawn) + "Z" if len(drawn) > 2 else ""


def _point(where: tuple[float, float], group: list[Entry]) -> Point:
    killed = 0
    for entry in group:
        total = entry.killed.get("total")
        killed += (total.best or 0) if total else 0
    name = group[0].place.name if group[0].place else ""
    incidents = "1 incident" if len(group) == 1 else f"{len(group)} incidents"
    vague = all(e.place is not None and e.place.precision > 3 for e in group)
    label = f"{name}: {incidents}, {killed} killed by best counts"
    ids = tuple(e.incident_id for e in group)
    return Point(where[0], where[1], round(5 + sqrt(killed) * 1.2, 1), label, ids, vague)
