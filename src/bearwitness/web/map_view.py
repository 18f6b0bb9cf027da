"""What a map shows of the register: incidents gathered by the cells of a zoom, on the server.

However many incidents a filter finds, a map gets a few hundred marks: at each zoom a tile of the
map has 8 by 8 cells, and those far outside the frame are left out.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

import numpy as np

from bearwitness.web import query
from bearwitness.web.columns import Columns, Ints
from bearwitness.web.finder import Finder
from bearwitness.web.rows import MAP_BITS, mercator_cell

DEEPEST = 14
MOST = 2_000  # marks of one answer
_CELLS = 3  # bits: a tile has 8 by 8 cells
_FRAME = re.compile(r"-?\d{1,3}(?:\.\d{1,6})?(?:,-?\d{1,3}(?:\.\d{1,6})?){3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class View:
    """What a map looks at.

    Attributes:
        zoom: 0 (the world) to 14.
        frame: first and last cell from the west, then from the north; None = everything. It is
            widened to whole tiles, so that small moves ask for the same.
    """

    zoom: int
    frame: tuple[int, int, int, int] | None = None

    @classmethod
    def of(cls, zoom: str, frame: str) -> View:
        """From an address; what cannot be understood shows everything from afar."""
        near = int(zoom) if re.fullmatch(r"[0-9]{1,2}", zoom, re.ASCII) else 2
        near = min(near, DEEPEST)
        if not _FRAME.fullmatch(frame):
            return cls(near)
        west, south, east, north = (float(n) for n in frame.split(","))
        if west >= east or south >= north:
            return cls(near)
        left, top = mercator_cell(west, north)
        right, bottom = mercator_cell(east, south)
        tile = MAP_BITS - near
        return cls(
            near,
            (left >> tile << tile, (right >> tile) + 1 << tile,
             top >> tile << tile, (bottom >> tile) + 1 << tile),
        )  # fmt: skip


def clusters(finder: Finder, asked: query.Filter, view: View) -> list[dict[str, Any]]:
    """GeoJSON features: each a cell's incidents, at the middle of their places.

    Properties: n, killed (best figures), id and title where it is one incident, place
    where it is one place, and box (west, south, east, north) of all it stands for.
    """
    held, mask = finder.columns(), finder.mask(asked)
    across, down = held.counts["across"], held.counts["down"]
    at = np.flatnonzero(mask & (across >= 0) & _within(view, across, down))
    shift = MAP_BITS - view.zoom - _CELLS
    cells = (across[at] >> shift << MAP_BITS) | (down[at] >> shift)
    # Sorted by cell, the incidents of one cell lie side by side and are summed in one go.
    order = np.argsort(cells, kind="stable")
    at, cells = at[order], cells[order]
    starts = np.flatnonzero(np.r_[True, cells[1:] != cells[:-1]]) if len(cells) else cells
    found = _summed(held, at, starts)
    first = [int(n) for n in held.counts["number"][at[starts]]] if len(at) else []
    kept = sorted(range(len(first)), key=lambda n: (-found[n].incidents, first[n]))[:MOST]
    named = {row["number"]: row for row in finder.rows([first[n] for n in kept])}
    return [_feature(found[n], named[first[n]]) for n in kept if first[n] in named]


def _within(view: View, across: Ints, down: Ints) -> Any:
    if view.frame is None:
        return True
    left, right, top, bottom = view.frame
    return (across >= left) & (across < right) & (down >= top) & (down < bottom)


@dataclass(frozen=True, slots=True)
class _Cell:
    incidents: int
    killed: int | None
    lon: float
    lat: float
    box: tuple[float, float, float, float]


def _summed(held: Columns, at: Ints, starts: Ints) -> list[_Cell]:
    if not len(at):
        return []
    lon, lat = held.degrees["lon"][at], held.degrees["lat"][at]
    killed = held.counts["killed"][at]
    n = np.diff(np.r_[starts, len(at)])
    told = np.add.reduceat(killed >= 0, starts, dtype=np.int64)
    people = np.add.reduceat(np.maximum(killed, 0), starts)
    middle = np.add.reduceat(lon, starts) / n, np.add.reduceat(lat, starts) / n
    edges = [
        np.minimum.reduceat(lon, starts), np.minimum.reduceat(lat, starts),
        np.maximum.reduceat(lon, starts), np.maximum.reduceat(lat, starts),
    ]  # fmt: skip
    boxes = zip(*(edge.tolist() for edge in edges), strict=True)
    return [
        _Cell(int(count), int(dead) if said else None, float(x), float(y), box)
        for count, said, dead, x, y, box in zip(n, told, people, *middle, boxes, strict=True)
    ]


def _feature(cell: _Cell, named: Any) -> dict[str, Any]:
    west, south, east, north = cell.box
    told: dict[str, Any] = {"n": cell.incidents, "killed": cell.killed}
    if cell.incidents == 1:
        told |= {"id": named["incident_id"], "title": named["title"]}
    if (west, south) == (east, north):
        told |= {"place": named["place"]}
    told["box"] = ",".join(f"{n:.4f}" for n in _outwards(cell.box))
    point = [round(cell.lon, 4), round(cell.lat, 4)]
    geometry = {"type": "Point", "coordinates": point}
    return {"type": "Feature", "geometry": geometry, "properties": told}


def _outwards(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Bounds rounded so that none of the incidents within is left out."""
    scale = 10_000
    return (
        math.floor(box[0] * scale) / scale, math.floor(box[1] * scale) / scale,
        math.ceil(box[2] * scale) / scale, math.ceil(box[3] * scale) / scale,
    )  # fmt: skip
