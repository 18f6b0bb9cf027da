"""Reads GeoNames country dumps (`SY.txt`, or `SY.zip` that holds it).

Format: the tab-separated "geoname" table of the GeoNames export. Of the feature classes, populated
places (P), divisions (A) and a few landforms and waters (H, T, L) are taken.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bearwitness.errors import DataError

_COLUMNS = 19
_KINDS = {"ADM1": "adm1", "ADM2": "adm2", "ADM3": "adm2", "ADM4": "adm2"}
_LAND = {"H": "river", "T": "region", "L": "region"}


@dataclass(frozen=True, slots=True)
class DumpEntry:
    """One row of a dump, reduced to what the index keeps."""

    place_id: int
    name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    country: str
    adm1: str | None
    adm2: str | None
    kind: str
    population: int


def read_dump(file: Path) -> Iterator[DumpEntry]:
    """The usable rows of one dump, in the file's order.

    Raises:
        DataError: the file is no dump; the message names file and line.
    """
    try:
        if file.suffix.lower() == ".zip":
            with zipfile.ZipFile(file) as archive:
                inner = [n for n in archive.namelist() if is_dump(Path(n))]
                if not inner:
                    raise DataError(f"{file}: holds no country table such as SY.txt")
                with archive.open(sorted(inner)[0]) as raw:
                    yield from _rows(file, io.TextIOWrapper(raw, "utf-8"))
        else:
            with file.open(encoding="utf-8") as lines:
                yield from _rows(file, lines)
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise DataError(f"{file}: cannot be read as a GeoNames dump ({error})") from error


def is_dump(file: Path) -> bool:
    """Whether the file is named like a dump: a country's two letters, `.txt` or `.zip`."""
    named = len(file.stem) == 2 and file.stem.isalpha()
    return file.suffix.lower() in (".txt", ".zip") and (named or file.stem == "allCountries")


def dump_files(folder: Path) -> list[Path]:
    """The dumps in a folder."""
    return sorted(filter(is_dump, folder.iterdir()))


def _rows(file: Path, lines: io.TextIOBase | io.TextIOWrapper) -> Iterator[DumpEntry]:
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if cells == [""]:
            continue
        if len(cells) != _COLUMNS:
            raise DataError(
                f"{file}:{number}: {len(cells)} columns where the GeoNames table has {_COLUMNS}"
            )
        entry = _entry(cells)
        if entry:
            yield entry


def _entry(cells: list[str]) -> DumpEntry | None:
    feature_class, code, country, adm1 = cells[6], cells[7], cells[8], cells[10]
    if feature_class == "P":
        # historical, abandoned, destroyed: their names are still used, their people gone
        population = 0 if code in ("PPLH", "PPLQ", "PPLW") else int(cells[14] or 0)
        kind = "city"
    elif feature_class == "A" and code in _KINDS:
        kind, population = _KINDS[code], int(cells[14] or 0)
    elif feature_class in _LAND:
        kind, population = _LAND[feature_class], 0
    else:
        return None
    first = f"{country}.{adm1}" if adm1 else None
    second = f"{first}.{cells[11]}" if first and cells[11] else None
    others = tuple(sorted({cells[2], *cells[3].split(",")} - {"", cells[1]}))
    return DumpEntry(
        int(cells[0]), cells[1], others, float(cells[4]), float(cells[5]), country, first, second,
        kind, population,
    )  # fmt: skip
