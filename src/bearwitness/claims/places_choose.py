"""Chooses which place each name of a document means, all names together.

Every name has candidates. A candidate starts with what is known without context (how well the name
fits, how many people live there, what kind of place it is) and is then held against the candidates
of the document's other names: near each other, in one division, in one country, one within the
other. A few rounds of mutual support settle the document as a whole, so that a small place far from
everything else the text names is not chosen just because its name matches.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bearwitness.model.place import Place

Floats = NDArray[np.float64]
ROUNDS = 4
_MAX_CANDIDATES = 48
_EARTH_KM = 6371.0

# What a candidate weighs before context, in natural-log units.
_PER_DECADE = 0.85  # of inhabitants
_KIND_WEIGHT = {
    "country": 3.0,
    "adm1": 0.4,
    "city": 0.6,
    "adm2": -1.2,
    "region": 2.0,
    "sea": 1.0,
    "river": 0.0,
}
_ASSUMED_PEOPLE = {
    "city": 1500, "adm2": 3000, "adm1": 100_000, "country": 100_000, "region": 30_000_000,
    "sea": 30_000_000, "river": 1_000_000,
}  # fmt: skip
_FIT_WEIGHT = 9.0
_CAPITAL = 1.2
_TOWN_FIRST = -1.0
_EXACT, _LIKE = 0.99, 0.9
_GREAT_CITY = 500_000
_WELL_KNOWN = 100_000
_IN_SHADE = 0.4  # a decade, beyond the first, below the largest place of the very name
_UNTOLD = 0.85  # a decade more in a country that the text does not tell of
# What context adds.
_SUPPORT = 3.0
_WITHIN = 4.5  # "X, Y" where Y holds X
_HOME = 4.5
_AT_HOME = 1.5
_FOCUS = 2.5
_WANTED = 3.0  # the text says what kind of place it is


@dataclass(slots=True)
class Slot:
    """One distinct name of a document, to be resolved once.

    Attributes:
        places, fits: candidates and how well the name fits each.
        count: how often the document uses it.
        weight: the same, each use counted by how surely it names a place.
        wanted: kinds that the text says it is ("X province"), empty where it says none.
        inside: slots that the text puts around it ("X, Y"; "X in Y province").
        apart: slots that the text tells it to lie so many km from ("X, 40 km south of Y").
        lone_in_capitals: see `places_cues.Found`.
    """

    places: list[Place]
    fits: list[float]
    count: int = 1
    weight: float = 0.0
    wanted: frozenset[str] = frozenset()
    inside: list[int] = field(default_factory=list)
    apart: list[tuple[int, float]] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    bias: list[float] = field(default_factory=list)
    lone_in_capitals: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the document tells beside its place names.

    Attributes:
        countries: weight of each country, from adjectives and peoples ("Syrian").
        home: where the publisher is at home (lat, lon), where known.
        focus: a country the caller expects.
    """

    countries: dict[str, float] = field(default_factory=dict)
    home: tuple[float, float] | None = None
    focus: str | None = None


def choose(slots: Sequence[Slot], context: Context) -> list[int | None]:
    """For each slot the index of the chosen candidate, None where it has none.

    Also leaves every candidate's final score in `slot.scores`.
    """
    for slot in slots:
        _cut(slot)
        slot.bias = _bias(slot)
    owner, flat = _flatten(slots)
    if not flat:
        return [None] * len(slots)
    base = np.array([_base(slots[o], i) + slots[o].bias[i] for o, i in flat]) + _context_score(
        slots, flat, context
    )
    affinity = _affinity([slots[o].places[i] for o, i in flat])
    np.multiply(affinity, owner[:, None] != owner[None, :], out=affinity)
    weights = np.array([_slot_weight(slots[o]) for o, _ in flat])
    inside = _inside_matrix(slots, flat)
    chance = _chances(base, owner, len(slots))
    score = base
    for _ in range(ROUNDS):
        support = _support(affinity, chance * weights, owner, len(slots))
        score = base + _SUPPORT * np.log1p(support) + _WITHIN * (inside @ chance)
        chance = _chances(score, owner, len(slots))
    chosen: list[int | None] = []
    for number, slot in enumerate(slots):
        mine = np.flatnonzero(owner == number)
        slot.scores = [round(float(score[k]), 6) for k in mine]
        chosen.append(int(np.argmax(score[mine])) if len(mine) else None)
    return chosen


def _cut(slot: Slot) -> None:
    """Keep the candidates that can win: best fits first, then most people.

    Where a great city bears the very name, no place does whose name is only like it.
    """
    if any(
        fit >= _EXACT and place.population >= _GREAT_CITY
        for place, fit in zip(slot.places, slot.fits, strict=True)
    ):
        same = [i for i, fit in enumerate(slot.fits) if fit >= _LIKE]
        slot.places = [slot.places[i] for i in same]
        slot.fits = [slot.fits[i] for i in same]
    order = sorted(range(len(slot.places)), key=lambda i: -_base(slot, i))[:_MAX_CANDIDATES]
    slot.places = [slot.places[i] for i in order]
    slot.fits = [slot.fits[i] for i in order]


def _bias(slot: Slot) -> list[float]:
    """A bare name shared by a town and the division around it means the town."""
    if slot.wanted:
        return [0.0] * len(slot.places)
    towns = [(p, f) for p, f in zip(slot.places, slot.fits, strict=True) if p.kind == "city"]
    out = []
    for place, fit in zip(slot.places, slot.fits, strict=True):
        shared = place.kind in ("adm1", "adm2") and any(
            town_fit >= fit - 0.11 and holds(place, town) for town, town_fit in towns
        )
        out.append(_TOWN_FIRST if shared else 0.0)
    return out


def _slot_weight(slot: Slot) -> float:
    return min(1.0, slot.weight) + math.log(max(1.0, slot.weight))


def _flatten(slots: Sequence[Slot]) -> tuple[NDArray[np.int64], list[tuple[int, int]]]:
    flat = [(o, i) for o, slot in enumerate(slots) for i in range(len(slot.places))]
    return np.array([o for o, _ in flat], dtype=np.int64), flat


def _base(slot: Slot, index: int) -> float:
    place, fit = slot.places[index], slot.fits[index]
    people = max(place.population, _ASSUMED_PEOPLE.get(place.kind, 0)) + 1
    if place.kind == "city":
        people = min(people, 20_000_000)
    score = _PER_DECADE * math.log10(people) + _KIND_WEIGHT[place.kind] + _FIT_WEIGHT * (fit - 1)
    if place.capital and fit >= _EXACT:
        score += _CAPITAL
    if slot.wanted:
        score += _WANTED if place.kind in slot.wanted else -_WANTED
    return score


def _largest(slot: Slot) -> int:
    """Inhabitants of the largest town that bears the very name."""
    found = zip(slot.places, slot.fits, strict=True)
    return max((p.population for p, fit in found if p.kind == "city" and fit >= _EXACT), default=0)


def _country_of(slot: Slot) -> str | None:
    """The country that a name tells of beyond doubt: itself one, or a great city's."""
    if not slot.places:
        return None
    first = slot.places[0]
    great = first.kind == "city" and first.population >= _GREAT_CITY
    return first.country if great or first.kind in ("country", "adm1") else None


def _context_score(slots: Sequence[Slot], flat: list[tuple[int, int]], context: Context) -> Floats:
    out = np.zeros(len(flat))
    largest = [_largest(slot) for slot in slots]
    told = {_country_of(slot) for slot in slots}
    for k, (o, i) in enumerate(flat):
        place = slots[o].places[i]
        if largest[o] >= _WELL_KNOWN and context.home is None and place.kind == "city":
            decades = math.log10(largest[o] / (place.population + 1))
            known = place.country in told or place.country in context.countries
            out[k] -= _IN_SHADE * max(0.0, decades - 1) + (
                0 if known else _UNTOLD * max(0.0, decades)
            )
        if place.country and context.countries:
            out[k] += 1.2 * math.log1p(context.countries.get(place.country, 0.0))
        if place.country and place.country == context.focus:
            out[k] += _FOCUS
        if context.home and place.kind != "country":
            far = distance_km(place.lat, place.lon, *context.home)
            off = max(0.0, far - place.radius)
            out[k] += _HOME * math.exp(-off / 150) + _AT_HOME * math.exp(-off / 25)
    return out


def _chances(score: Floats, owner: NDArray[np.int64], slots: int) -> Floats:
    """Softmax within each slot."""
    top = np.full(slots, -np.inf)
    np.maximum.at(top, owner, score)
    e = np.exp(score - top[owner])
    total = np.zeros(slots)
    np.add.at(total, owner, e)
    return np.asarray(e / total[owner])


def _support(affinity: Floats, weighted: Floats, owner: NDArray[np.int64], slots: int) -> Floats:
    """For each candidate, the other slots' expected affinity to it."""
    return np.asarray(affinity @ weighted)


def _affinity(places: Sequence[Place]) -> Floats:
    """How much each pair of places speaks for one another, 0 to about 2."""
    lat = np.radians([p.lat for p in places])
    lon = np.radians([p.lon for p in places])
    half = (
        np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
        + np.cos(lat)[:, None] * np.cos(lat)[None, :]
        * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    )  # fmt: skip
    km = 2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    small = np.array([p.kind in ("city", "adm2", "adm1") for p in places])
    radius = np.array([p.radius for p in places])
    near = np.exp(-np.maximum(0, km - radius[:, None] - radius[None, :]) / 100)
    out = near * (small[:, None] & small[None, :])
    country = _codes([p.country for p in places])
    same_country = (country[:, None] == country[None, :]) & (country >= 0)[:, None]
    adm1 = _codes([p.adm1 for p in places])
    same_adm1 = (adm1[:, None] == adm1[None, :]) & (adm1 >= 0)[:, None]
    nation = np.array([p.kind == "country" for p in places])
    # In a large country, to lie in it says less.
    out += same_country * (0.12 + 0.23 * np.exp(-km / 500)) + 0.5 * same_adm1
    # A country named beside its own towns; two countries that are neighbours.
    out += 0.3 * same_country * (nation[:, None] ^ nation[None, :])
    out += 0.25 * np.exp(-km / 1500) * (nation[:, None] & nation[None, :])
    return np.asarray(out)


def _codes(values: Sequence[str | None]) -> NDArray[np.int64]:
    number = {v: k for k, v in enumerate(sorted({v for v in values if v}))}
    return np.array([number[v] if v else -1 for v in values], dtype=np.int64)


def _inside_matrix(slots: Sequence[Slot], flat: list[tuple[int, int]]) -> Floats:
    """1 where the text puts one slot inside another and the candidates agree with it."""
    out = np.zeros((len(flat), len(flat)))
    by_slot: dict[int, list[int]] = {}
    for k, (o, _) in enumerate(flat):
        by_slot.setdefault(o, []).append(k)
    for inner, slot in enumerate(slots):
        for outer in slot.inside:
            for k in by_slot.get(inner, ()):
                for m in by_slot.get(outer, ()):
                    a, b = slots[inner].places[flat[k][1]], slots[outer].places[flat[m][1]]
                    if holds(b, a):
                        out[k, m] = out[m, k] = 1.0
                    elif b.kind == "city" and b.adm1 and a.adm1 == b.adm1 and a.kind != "adm1":
                        out[k, m] = out[m, k] = 0.5  # "X, Y" with the province named by its seat
        for other, km in slot.apart:
            for k in by_slot.get(inner, ()):
                for m in by_slot.get(other, ()):
                    a, b = slots[inner].places[flat[k][1]], slots[other].places[flat[m][1]]
                    if lie_apart(a, b, km):
                        out[k, m] = out[m, k] = 1.0
    return out


# By road it is farther than by air, and figures are round.
_SLACK_KM, _SLACK = 15.0, 0.5


def lie_apart(place: Place, other: Place, km: float) -> bool:
    """Whether two places of one country lie about so far from each other."""
    far = distance_km(place.lat, place.lon, other.lat, other.lon)
    slack = _SLACK_KM + _SLACK * km + place.radius * (place.kind != "city")
    return place.country == other.country and abs(far - km) <= slack


def holds(outer: Place, inner: Place) -> bool:
    """Whether `inner` lies in `outer` (a country, a division, or within reach of a city)."""
    if outer.number == inner.number:
        return False
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    if outer.kind == "adm1":
        return inner.adm1 is not None and inner.adm1 == outer.adm1 and inner.kind != "adm1"
    if outer.kind == "adm2":
        if inner.adm2 == outer.adm2 and inner.kind == "city":
            return True
        far = distance_km(inner.lat, inner.lon, outer.lat, outer.lon)
        return inner.adm1 == outer.adm1 and far < max(40.0, outer.radius)
    if outer.kind == "city":
        return (
            inner.kind == "city"
            and inner.country == outer.country
            and distance_km(inner.lat, inner.lon, outer.lat, outer.lon) < 40
        )
    far = distance_km(inner.lat, inner.lon, outer.lat, outer.lon)
    return far < max(outer.radius, 300)


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance."""
    a, b = math.radians(lat1), math.radians(lat2)
    half = math.sin((a - b) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(lon1 - lon2) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
