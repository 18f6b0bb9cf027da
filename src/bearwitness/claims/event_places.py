"""How the places that a report names fit one event: near, elsewhere, finer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims.event_phrases import BEGINS_IN
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.places_choose import distance_km as great_circle_km
from bearwitness.claims.places_local import has_force
from bearwitness.claims.places_words import ENGLISH_NAMES
from bearwitness.model.claim import Where

# Places that a report names for another reason than that the event lies there.
NO_SCENES = ("speaker_location", "destination", "origin", "landmark")
_TAKEN_TO_OR_FROM = ("destination", "origin")
_CITY, _DIVISION = 4, 2
_HEAD = 6  # sentences
_ABOUT = ("near", "direction")  # "near X" says no more than a town's name told later


def distance_km(a: Where, b: Where) -> float | None:
    """Great-circle distance in kilometres, None where either has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return great_circle_km(a.lat, a.lon, b.lat, b.lon)


def is_elsewhere(
    place: PlaceMention | None, other: PlaceMention | None, least: int = _CITY
) -> bool:
    """Whether two places are towns of different names, however near each other.

    Args:
        place: told later.
        other: told before.
        least: specificity from which a place counts as one.
    """
    if place is None or other is None or place.role != "in_phrase":
        return False
    towns = min(place.specificity, other.specificity) >= least
    if place.place is None or other.place is None:
        named = {place.where.name, place.where.text} & {other.where.name, other.where.text}
        return towns and not named
    return towns and place.where.place_id != other.where.place_id


def may_be_one(a: str | None, b: str | None) -> bool:
    """Whether two countries or divisions may be the same: one is unknown, or they are equal."""
    return a is None or b is None or a == b


def by_fineness(place: PlaceMention) -> tuple[int, int]:
    """The order of places by how fine they are; of equals the one told first is the greater."""
    return (place.specificity, -place.start)


def fits_better(new: PlaceMention, old: PlaceMention, titled: bool) -> bool:
    """Whether a place told later is finer than the one before, and lies no elsewhere.

    A title names the region or the city known best where the lead names the town; so a place of
    the same division, as fine as the title's (`titled`), replaces it, where the text puts the
    event there.
    """
    if old.relation in _ABOUT and new.relation is None and new.role == "in_phrase":
        return new.specificity == _CITY and may_be_one(old.where.country, new.where.country)
    divisions = {p.where.adm1 for p in (new, old)} - {None}
    countries = {p.where.country for p in (new, old)} - {None}
    listed = new.place is not None and new.role == "in_phrase"
    listed = listed or (new.place is None and new.where.adm1 is not None and new.kind == "city")
    if titled and listed and new.specificity >= old.specificity:
        return len(countries) < 2 and len(divisions) < 2
    put_there = old.role != "in_phrase" and new.role == "in_phrase"
    if new.specificity <= old.specificity:
        surer = new.confidence > old.confidence and new.specificity == old.specificity
        return put_there and surer and len(countries) < 2
    if old.specificity == _DIVISION and old.role == "in_phrase" and len(divisions) > 1:
        return False  # a town of another province is another event's
    return len(countries) < 2 or put_there


def place_of_the_head(text: str, told: Sequence[Sequence[PlaceMention]]) -> PlaceMention | None:
    """Where a report that puts its event nowhere has it lie: the finest place that its head names.

    Failing that, where those who speak of it are, or whose police do, rather than nowhere.

    Args:
        text: the report's.
        told: the places of each of its sentences.
    """
    head = told[:_HEAD]
    for places in head:
        named = [p for p in places if p.role not in NO_SCENES]
        best = [p for p in named if p.role != "dateline"] or named
        if best:
            return max(best, key=by_fineness)
    speakers = [p for places in head for p in places if p.role not in _TAKEN_TO_OR_FROM] or [
        p for places in told for p in places if has_force(text, p.end)
    ]
    return max(speakers, key=by_fineness, default=None)


def town_told_from(
    text: str, place: PlaceMention, told: Sequence[Sequence[PlaceMention]]
) -> PlaceMention | None:
    """The town or county in a state, named alone, that a report is told from; None where none is.

    "A North Province deputy was shot" under the dateline of a town there happened in or near it.

    Args:
        text: the report's.
        place: the state that the event lies in.
        told: the places of each of its sentences.
    """
    if place.kind != "adm1" or place.where.country not in ENGLISH_NAMES:
        return None
    seats = (
        p
        for places in told
        for p in places
        if p.specificity > place.specificity and p.where.adm1 == place.where.adm1
        if p.role == "dateline" or has_force(text, p.end)
    )
    return next(seats, None)


_TOOK_PLACE = re.compile(
    r"\W*(?:the|this)\s+(?:incident|event|tragedy)\s+(?:reportedly\s+|also\s+)?"
    r"(?:took\s+place|occurred|happened)\b"
    r"|\W*(?:the|their)\s+(?:\w+\s+)?(?:convoy|bus|patrol|vehicle|truck|car|minibus|van|team|soldiers|troops"
    r"|victims|passengers)\s+(?:was|were|had\s+been)\s+(?:passing|travell?ing|driving|moving"
    r"|on\s+(?:a\s+)?(?:\w+\s+)?patrol|patrolling)\b",
    re.I,
)
_HAPPENED_IN = re.compile(
    r"\b(?:took\s+place|occurred|happened)\s+(?:in|at|near|on)\b[^,;.]*$", re.I
)


def tells_where(text: str, start: int) -> bool:
    """Whether the sentence that begins there says where or when "the incident happened"."""
    return _TOOK_PLACE.match(text, start) is not None


def is_told_there(text: str, start: int, place: PlaceMention, old: PlaceMention | None) -> bool:
    """Reads "The first attack took place in X": not where the lead's other attack was.

    Args:
        text: the document's text.
        start: where the sentence begins.
        place: the place it names.
        old: the place of the event so far.
    """
    said = _HAPPENED_IN.search(text, start, place.start)
    if said is None or old is None or place.place is None or old.place is None:
        return False
    inside = place.place.adm2 is not None and place.place.adm2 == old.place.adm2
    return not inside and place.place.adm1 == old.place.adm1 and place.where != old.where


def is_there(place: PlaceMention | None, at: PlaceMention | None) -> bool:
    """Whether a sentence names no other place than that of the event at hand."""
    return place is None or (at is not None and place.where.name == at.where.name)


_TOWN_KM = 8.0


def begins_elsewhere(
    text: str, words: str, place: PlaceMention | None, known: PlaceMention | None
) -> bool:
    """Whether a sentence opens with another town: "In Rafah, a shell hit a house".

    Args:
        text: the document's.
        words: the sentence's.
        place: that it names.
        known: where the event at hand lies.
    """
    found = BEGINS_IN.match(words)
    if place is None or known is None or found is None:
        return False
    if not words[found.end() :].startswith(text[place.start : place.end]):
        return False
    away = distance_km(known.where, place.where)
    abroad = not may_be_one(place.where.country, known.where.country)
    return abroad or ((away is None or away > _TOWN_KM) and is_elsewhere(place, known))
