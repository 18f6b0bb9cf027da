"""Which listed place lies nearest to a point."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_EARTH_KM = 6371.0
Numbers = npt.NDArray[np.int64]
Degrees = npt.NDArray[np.float64]


class PointIndex:
    """Populated places by latitude, so that those around a point are found without a scan."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Read the coordinates of all populated places: some 6 MB."""
        rows = database.execute(
            "SELECT lat, lon, number FROM place WHERE kind = 'city' ORDER BY lat, lon, number"
        ).fetchall()
        self._lats: Degrees = np.array([row[0] for row in rows], dtype=np.float64)
        self._lons: Degrees = np.array([row[1] for row in rows], dtype=np.float64)
        self._numbers: Numbers = np.array([row[2] for row in rows], dtype=np.int64)

    def around(self, lat: float, lon: float, km: float) -> Sequence[tuple[int, float]]:
        """Numbers of the places within some distance, each with its own in km, nearest first."""
        reach = np.degrees(km / _EARTH_KM)
        first, last = np.searchsorted(self._lats, (lat - reach, lat + reach))
        lats, lons = np.radians(self._lats[first:last]), np.radians(self._lons[first:last])
        here = np.radians(lat)
        inner = (
            np.sin((lats - here) / 2) ** 2
            + np.cos(here) * np.cos(lats) * np.sin((lons - np.radians(lon)) / 2) ** 2
        )
        away = 2 * _EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(inner)))
        near = np.flatnonzero(away <= km)
        order = near[np.lexsort((self._numbers[first:last][near], away[near]))]
        return [(int(self._numbers[first + i]), float(away[i])) for i in order]
