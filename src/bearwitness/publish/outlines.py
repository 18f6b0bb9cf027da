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
_WIDE = 40.0  # degrees of longitude from which outlines are drawn to whole units or two
_CROWDED = 300  # places from which those that overlap are drawn as one
_NEAR = 12.0  # units within which they overlap


@dataclass(frozen=True, slots=True)
class Point:
    """The incidents at one place, or at several so near that their circles overlap.

    Attributes:
        x, y, r: in the map's units.
        place: its name, empty for several places.
        label: place and count, for pointing and for readers of the screen.
        incidents: ids, the largest toll first.
        vague: the place is known to a province or less.
    """

    x: float
    y: float
    r: float
    place: str
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

    def coast(lat: float, lon: float) -> tuple[float, float]:
        x, y = at(lat, lon)
        step = 2 if east - west > 3 * _WIDE else 1
        return (step * round(x / step), step * round(y / step)) if east - west > _WIDE else (x, y)

    paths = []
    for name, rings in _countries():
        near = (ring for ring in rings if _meets(ring, south, north, west, east))
        path = "".join(_path(ring, coast) for ring in near)
        if path:
            paths.append((name, path))
    points = [_point(at(*where), group) for where, group in _together(placed, at)]
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


Spots = dict[tuple[float, float], list[Entry]]


def _together(placed: Spots, at: Any) -> list[tuple[tuple[float, float], list[Entry]]]:
    """Places in order; where there are many, those that would overlap as one, at the largest's."""
    if len(placed) <= _CROWDED:
        return sorted(placed.items())
    cells: dict[tuple[int, int], list[tuple[tuple[float, float], list[Entry]]]] = {}
    for where, group in sorted(placed.items()):
        x, y = at(*where)
        cells.setdefault((int(x // _NEAR), int(y // _NEAR)), []).append((where, group))
    found = []
    for spots in cells.values():
        middle = max(spots, key=lambda spot: (_killed(spot[1]), spot[0]))[0]
        found.append((middle, [entry for _, group in spots for entry in group]))
    return sorted(found)


def _killed(group: Sequence[Entry]) -> int:
    totals = [entry.killed.get("total") for entry in group]
    return sum((total.best or 0) for total in totals if total is not None)


def _point(where: tuple[float, float], group: list[Entry]) -> Point:
    group = sorted(group, key=lambda e: (-_killed([e]), e.incident_id))
    killed = _killed(group)
    names = dict.fromkeys(e.place.name for e in group if e.place is not None)
    first = next(iter(names), "")
    named = first if len(names) == 1 else f"{first} and {len(names) - 1} near by"
    incidents = "1 incident" if len(group) == 1 else f"{len(group)} incidents"
    vague = all(e.place is not None and e.place.precision > 3 for e in group)
    label = f"{named}: {incidents}, {killed} killed by best counts"
    ids = tuple(e.incident_id for e in group)
    radius = round(5 + min(sqrt(killed) * 1.2, 40.0), 1)
    return Point(*where, radius, first if len(names) == 1 else "", label, ids, vague)
