"""Places told by how far they lie from another: "X, about 40 km (25 miles) south of Y".

The other is only named to find the place by, and no scene itself. How far and which way chooses
among namesakes, and gives a spot that no gazetteer has a position of its own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bearwitness.claims.places_cues import Found
from bearwitness.model.claim import Where
from bearwitness.text.numerals import TENS, UNITS

_NUMBER = rf"\d[\d,.]*|{'|'.join(w for w in (*UNITS, *TENS))}"
_SIDE = (
    r"(?:(?:due )?(?P<side>(?:north|south|east|west)(?:[- ]?(?:east|west))?)(?:ern)?(?:wards?)?)"
)
_DISTANCE = (
    r"(?:,?[”\"’]? an? (?:[a-z-]+ ){0,2}?(?:village|town|hamlet|settlement|locality|camp|suburb"
    r"|area|district|city|community))?,? \(?(?:(?:which|that|is|lies|located|situated|lying|some"
    r"|about|around|roughly|nearly|just|approximately|over|more than|less than|only"
    r"|an estimated|close to) )*"
    rf"(?P<number>{_NUMBER})[ -]?(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b"
    rf"(?: ?\([^()]{{2,24}}\)| or [^,;.]{{2,20}})?,? (?:to the )?(?:{_SIDE} )?(?:side )?"
    r"(?:of|from|outside|away from)(?: the)? "
)
# "X, which is south of Y"
_BESIDE = rf",? (?:(?:which|that) (?:is|lies)|located|situated|just|lying) {_SIDE} of(?: the)? "
_ON_THE_WAY = r"(?:(?:[a-z][a-z-]* ){1,4})?"
_APART = re.compile(_DISTANCE + _ON_THE_WAY, re.I)
_APART_ALONE = re.compile(_BESIDE + _ON_THE_WAY, re.I)
# "X, north of Y", "X near the border": it lies somewhere, and how far is not told.
_SOMEWHERE = (
    rf", (?:just )?{_SIDE.replace('?P<side>', '?:')} of(?: the)? (?-i:[A-Z])"
    r"|,? (?:close to|near|on|along|at) the (?:[\w-]+ ){0,2}?(?:border|frontier)\b"
)
_TOLD_APART = re.compile(f"{_DISTANCE}|{_BESIDE.replace('?P<side>', '?:')}|{_SOMEWHERE}", re.I)
_KM_PER_MILE = 1.609
_KM_PER_DEGREE = 111.2
_BESIDE_KM = 25.0
_BEARINGS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225,
    "west": 270, "northwest": 315,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Apart:
    """How far a place lies from another.

    Attributes:
        of: index of the other among the names found.
        km: kilometres.
        side: "north", "southeast" and so on, None where the text does not say.
    """

    of: int
    km: float
    side: str | None


def is_told_apart(text: str, end: int) -> bool:
    """Whether a distance from another place follows the name that ends there."""
    return _TOLD_APART.match(text, end) is not None


def apart_links(text: str, found: Sequence[Found]) -> dict[int, Apart]:
    """By index of the name, the place that it is told to lie so far from."""
    out: dict[int, Apart] = {}
    for number in range(len(found) - 1):
        gap = found[number].end, found[number + 1].start
        told = _APART.fullmatch(text, *gap)
        if told is not None:
            side = re.sub(r"[- ]", "", told["side"]).lower() if told["side"] else None
            out[number] = Apart(number + 1, _km(told["number"], told["unit"]), side)
        elif _APART_ALONE.fullmatch(text, *gap):
            out[number] = Apart(number + 1, _BESIDE_KM, None)
    return out


def _km(number: str, unit: str) -> float:
    word = number.lower()
    value = UNITS.get(word) or TENS.get(word) or float(re.sub(r"\D", "", number.split(".")[0]) or 0)
    return value * _KM_PER_MILE if unit.lower().startswith("mi") else float(value)


def put_apart(name: str, written: str, around: Where, apart: Apart) -> Where:
    """A spot that no gazetteer has, so far from the known place `around`."""
    where = Where(name, country=around.country, precision=2, text=written)
    if around.lat is None or around.lon is None:
        return where
    if apart.side is None:
        near = apart.km <= _BESIDE_KM
        return replace(where, lat=around.lat, lon=around.lon) if near else where
    bearing = math.radians(_BEARINGS[apart.side])
    degrees = apart.km / _KM_PER_DEGREE
    lat = around.lat + degrees * math.cos(bearing)
    lon = around.lon + degrees * math.sin(bearing) / max(0.1, math.cos(math.radians(around.lat)))
    return replace(where, lat=round(lat, 3), lon=round(lon, 3))
