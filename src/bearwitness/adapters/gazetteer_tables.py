"""Reads places from other people's tables: a list of one's own, or coded incidents.

A CSV (or TSV) with a header row, or JSON Lines. What a column holds is told by its name, so that
the tables of UCDP GED and ACLED and our own `incidents.jsonl` are read as they are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from bearwitness.errors import DataError

TABLES = (".csv", ".tsv", ".jsonl", ".ndjson")
# The first of these names that a row has is taken.
_NAMES = ("name", "place", "place_name", "where_coordinates", "location")
_LATS = ("lat", "latitude")
_LONS = ("lon", "lng", "long", "longitude")
_COUNTRIES = ("country_code", "iso2", "iso3", "country_iso3", "country")
_DIVISIONS = ("adm1", "adm_1", "admin1")
_OTHERS = ("other_names", "alternatenames", "aliases")
_CODED = frozenset(("where_coordinates", "location"))  # coders add what kind of place it is
_KIND_AFTER = re.compile(
    r"\s+(?:town|village|city|district|sub-?district|neighbou?rhood|area|municipality)$", re.I
)
_NO_SPOT = re.compile(r"\b(?:between|near|road|highway|border|countryside|km)\b|\d", re.I)
_PART = re.compile(r"^(?P<whole>.+?) (?:- (?P<part>\S.*)|\((?P<also>[^()]+)\))$")


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One place of a table.

    Attributes:
        name, others: as written there.
        lat, lon: degrees WGS 84.
        country: a code or name as written, None where there is none.
        adm1: name of the first-order division, None where there is none.
    """

    name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    country: str | None
    adm1: str | None


def read_table(file: Path) -> Iterator[TableEntry]:
    """The places of one table, in its order; rows that give no exact spot are left out.

    Of coded incidents, those whose spot is exact or near it (GED's where_prec 1 and 2, ACLED's
    geo_precision 1).

    Raises:
        DataError: it cannot be read, or lacks the columns; the message names file and line.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            if file.suffix.lower() in (".jsonl", ".ndjson"):
                rows: Iterable[tuple[int, Any]] = (
                    (n, orjson.loads(line)) for n, line in enumerate(lines, 1) if line.strip()
                )
            else:
                delimiter = "\t" if file.suffix.lower() == ".tsv" else ","
                rows = enumerate(csv.DictReader(lines, delimiter=delimiter), 2)
            for number, row in rows:
                entry = _entry(file, number, row)
                if entry:
                    yield entry
    except (OSError, UnicodeDecodeError, csv.Error, orjson.JSONDecodeError) as error:
        raise DataError(f"{file}: cannot be read as a table of places ({error})") from error


def _entry(file: Path, number: int, row: Any) -> TableEntry | None:
    if not isinstance(row, Mapping):
        raise DataError(f"{file}:{number}: not an object")
    known: Mapping[str, Any] = {str(k).strip().lower(): v for k, v in row.items() if k}
    if isinstance(known.get("place"), Mapping):  # an incident of our own export
        known = known["place"]
        if known.get("place_id") is not None or known.get("precision") not in (1, 2):
            return None  # the gazetteer's own, or no spot
    elif "place" in known and known["place"] is None:
        return None
    if not _is_exact(known):
        return None
    column, name = _first(known, _NAMES)
    lat, lon = _first(known, _LATS)[1], _first(known, _LONS)[1]
    if column is None or not any(c in known for c in _LATS):
        raise DataError(
            f"{file}:{number}: a table of places needs the columns name, lat and lon "
            f"(it has {', '.join(sorted(known)) or 'none'})"
        )
    if not name or not lat or not lon:
        return None
    try:
        at = float(lat), float(lon)
    except ValueError as error:
        raise DataError(f"{file}:{number}: no coordinates: {lat!r}, {lon!r}") from error
    if not (-90 <= at[0] <= 90 and -180 <= at[1] <= 180):
        raise DataError(f"{file}:{number}: no coordinates: {lat}, {lon}")
    names = _names(name, column in _CODED)
    if not names:
        return None
    more = re.split(r"\s*[|;]\s*", _first(known, _OTHERS)[1] or "")
    return TableEntry(
        names[0], tuple(dict.fromkeys((*names[1:], *filter(None, more)))), *at,
        _first(known, _COUNTRIES)[1] or None, _first(known, _DIVISIONS)[1] or None,
    )  # fmt: skip


def _is_exact(row: Mapping[str, Any]) -> bool:
    ged, acled = _text(row.get("where_prec")), _text(row.get("geo_precision"))
    return (ged is None or ged in ("1", "2")) and (acled is None or acled == "1")


def _first(row: Mapping[str, Any], columns: Iterable[str]) -> tuple[str | None, str | None]:
    for column in columns:
        if column in row:
            return column, _text(row[column])
    return None, None


def _text(value: Any) -> str | None:
    text = "" if value is None else str(value).strip()
    return text or None


def _names(written: str, coded: bool) -> list[str]:
    """The name and what else it is called: "Deir-ez-Zor - Al-Rashidia" -> also "Al-Rashidia"."""
    if not coded:
        return [written]
    name = _KIND_AFTER.sub("", written)
    if _NO_SPOT.search(name):
        return []
    found = _PART.match(name)
    if not found:
        return [name]
    if found["part"]:
        return [name, _KIND_AFTER.sub("", found["part"])]
    return [found["whole"], found["also"]]
