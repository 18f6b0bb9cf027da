"""Make src/bearwitness/publish/data/outlines.json.gz from world-atlas' countries-50m.json.

    python scripts/build_outlines.py countries-50m.json

world-atlas (npm, version 2.0.2) packs Natural Earth's 1:50m countries, which are in the public
domain. Kept: the outer rings, as hundredths of a degree, points on a line of equal steps dropped.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src/bearwitness/publish/data/outlines.json.gz"
SMALLEST = 9  # rings with a bounding box below this (in squared hundredths) are islets


def arcs_of(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Delta-coded arcs as longitudes and latitudes."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def ring(arcs: list[list[tuple[float, float]]], numbers: list[int]) -> list[int]:
    """One closed ring as a flat list of hundredths of a degree."""
    points: list[tuple[int, int]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for lon, lat in arc:
            point = (round(lon * 100), round(lat * 100))
            if not points or points[-1] != point:
                points.append(point)
    return [value for point in points for value in point]


def main() -> None:
    """Convert."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    arcs = arcs_of(topology)
    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [ring(arcs, polygon[0]) for polygon in polygons]
        large = [
            r
            for r in rings
            if (max(r[::2]) - min(r[::2])) * (max(r[1::2]) - min(r[1::2])) >= SMALLEST
        ]
        countries.append([shape["properties"]["name"], large or rings[:1]])
    countries.sort()
    raw = json.dumps(countries, ensure_ascii=False, separators=(",", ":")).encode()
    OUT.write_bytes(gzip.compress(raw, 9, mtime=0))
    print(f"{len(countries)} countries, {len(raw)} bytes, {OUT.stat().st_size} compressed")


if __name__ == "__main__":
    main()
