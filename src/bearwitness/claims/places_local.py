"""Reports by a town's own press: the towns whose police or dateline they name, and what is there.

Such a report names streets, quarters and districts without a word on where they lie, since its
readers know. Where names are English many of them are towns elsewhere too ("Austin", "Old Town",
"Capitol Hill"), so that a small town far from every seat of the report is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from bearwitness.claims.places_choose import Slot, distance_km
from bearwitness.claims.places_cues import Found
from bearwitness.claims.places_words import ENGLISH_NAMES
from bearwitness.model.place import Place

_FAR_KM = 150.0
_TOWN = 250_000  # inhabitants from which a town is known without its state
_OWN_NAME = 0.99  # fit
_FORCE = re.compile(
    r"(?:['’]s)? (?:[Mm]etro(?:politan)? )?(?:[Pp]olice|PD)\b(?! (?:State|state)\b)"
)
_SEATED = frozenset({"city", "adm2"})


def has_force(text: str, end: int) -> bool:
    """Whether the words after a name make it the town of a police force ("Chicago police")."""
    return _FORCE.match(text, end) is not None


def is_seat(place: Place) -> bool:
    """Whether a report may be told from there: a town or county where names are English."""
    return place.kind in _SEATED and place.country in ENGLISH_NAMES


def seats(
    found: Sequence[Found],
    slots: Sequence[Slot],
    slot_of: Sequence[int],
    chosen: Sequence[int | None],
) -> tuple[Place, ...]:
    """The towns and counties that a report is told from, in countries of English names."""
    out = {
        place.number: place
        for name, s in zip(found, slot_of, strict=True)
        if name.seat and (best := chosen[s]) is not None
        if is_seat(place := slots[s].places[best])
    }
    return tuple(out[number] for number in sorted(out))


def is_out_of_reach(
    place: Place, fit: float, told_from: Sequence[Place], spoken_for: Container[str | None]
) -> bool:
    """Whether a place that the text puts in nothing lies too far from where it is told from.

    Args:
        place: a candidate.
        fit: how well the name fits it.
        told_from: the seats of the report.
        spoken_for: countries that other names of the report speak for; names there may be others
            than a reader at home knows.
    """
    if not told_from or place.kind not in _SEATED:
        return False
    abroad = all(place.country != seat.country for seat in told_from)
    if abroad and place.country in spoken_for:
        return False
    if place.population >= _TOWN and not (abroad and fit < _OWN_NAME):
        return False
    return all(
        distance_km(place.lat, place.lon, seat.lat, seat.lon) > _FAR_KM + seat.radius
        for seat in told_from
    )
