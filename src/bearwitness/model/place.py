"""Places as a gazetteer knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["city", "adm2", "adm1", "country", "region", "river", "sea"]


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of a gazetteer.

    Attributes:
        number: the gazetteer's own row number, unique within it.
        place_id: GeoNames id, None where the entry has none.
        name: preferred name.
        lat, lon: degrees WGS 84.
        country: ISO 3166-1 alpha-2, None for what lies in several countries.
        adm1, adm2: codes of the first and second order division it lies in (or is).
        kind: populated place, division, country, or natural region.
        population: inhabitants, 0 where unknown; of a division, the sum over its known cities.
        radius: kilometres within which nine in ten of its cities lie, 0 for a point.
        capital: a country's capital.
    """

    number: int
    place_id: int | None
    name: str
    lat: float
    lon: float
    country: str | None
    adm1: str | None
    adm2: str | None
    kind: PlaceKind
    population: int
    radius: float = 0.0
    capital: bool = False
