"""Numbers and names that other codebooks give to countries, and the PRIO-GRID.

`data/states.tsv` says where its numbers come from. PRIO-GRID: Tollefsen, Strand and Buhaug (2012),
"PRIO-GRID: A unified spatial data structure", Journal of Peace Research 49(2).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import floor

from bearwitness.errors import DataError

_CELL = 0.5  # degrees
_COLUMNS, _ROWS = 720, 360


@dataclass(frozen=True, slots=True)
class State:
    """A country as other codebooks number and group it.

    Attributes:
        iso2, iso3: ISO 3166-1.
        iso_numeric: ISO 3166-1, None where it has none.
        gw: Gleditsch and Ward's number, None for what is no state of theirs.
        gw_name: its name there, as UCDP writes it.
        ged_region, acled_region: the region in either codebook, empty where none.
    """

    iso2: str
    iso3: str
    iso_numeric: int | None
    gw: int | None
    gw_name: str
    ged_region: str
    acled_region: str


@cache
def _states() -> dict[str, State]:
    file = resources.files("bearwitness.publish") / "data" / "states.tsv"
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError as error:
        raise DataError(f"the table of states is absent: {error}") from error
    found = {}
    for line in lines:
        if not line or line.startswith("#"):
            continue
        iso2, iso3, numeric, gw, name, ged, acled = line.split("\t")
        found[iso2] = State(
            iso2, iso3, int(numeric) if numeric else None, int(gw) if gw else None, name, ged, acled
        )
    return found


def state(iso2: str | None) -> State | None:
    """The state of an ISO 3166-1 alpha-2 code, None where there is none."""
    return _states().get((iso2 or "").upper())


def state_coded(
    name: str | None = None, gw: int | None = None, iso: int | None = None
) -> State | None:
    """The state by UCDP's name for it, else by Gleditsch and Ward's or by ISO's number.

    Of two under one number (UCDP puts the Palestinian territories under Israel's), the one whose
    code comes first in the alphabet.
    """
    wanted = (name or "").strip().casefold()
    known = sorted(_states().values(), key=lambda s: s.iso2)
    return next(
        (
            s
            for s in known
            if (wanted and s.gw_name.casefold() == wanted)
            or (not wanted and gw is not None and s.gw == gw)
            or (not wanted and iso is not None and s.iso_numeric == iso)
        ),
        None,
    )


def priogrid_gid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point: 0.5 degrees, 720 columns, 1 in the south-west corner."""
    row = min(max(floor((lat + 90) / _CELL), 0), _ROWS - 1)
    column = min(max(floor((lon + 180) / _CELL), 0), _COLUMNS - 1)
    return row * _COLUMNS + column + 1


def cell_centre(lat: float, lon: float) -> tuple[float, float]:
    """Latitude and longitude of the middle of a point's PRIO-GRID cell."""
    index = priogrid_gid(lat, lon) - 1
    row, column = divmod(index, _COLUMNS)
    return row * _CELL - 90 + _CELL / 2, column * _CELL - 180 + _CELL / 2
