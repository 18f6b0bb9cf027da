"""Names as coders of other projects write them, looked up in our gazetteer and list of actors.

What is coded stays as coded: name and coordinates. An id is given only where the name is the
list's own name for what lies there, so that a village which no list knows gets none; the nearest
listed place is told beside it, with its distance.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bearwitness.adapters.gazetteer import SqliteGazetteer, load_gazetteer
from bearwitness.adapters.gazetteer_names import folded_form, plain_form
from bearwitness.claims.actors import ActorIndex, Entry
from bearwitness.documents.coded import Nearest
from bearwitness.documents.coded_layouts import Spot
from bearwitness.model.claim import Actor, Where
from bearwitness.model.place import Place
from bearwitness.publish.states import State, state_coded
from bearwitness.text.countries import country_code

SAME_PLACE_KM = 25.0  # a place of this name within such a distance is the place
SAME_SPOT_KM = 1.0  # coordinates this near are the place's own, however the name is spelt
FARTHEST_KM = 100.0  # beyond it, the nearest listed place tells nothing
_GENERIC = re.compile(
    r"\b(?:city|town|village|villages|hamlet|district|sub-?district|nahiya|nahiyah|mintaqat|"
    r"governorate|province|region|state|county|municipality|neighbou?rhood|area|countryside|"
    r"camp)\b",
    re.I,
)
_FORCES_OF = re.compile(
    r"(?:government|military forces|police forces|armed forces|security forces|army|air force)"
    r" of (?:the )?(?P<state>.+)",
    re.I,
)
_ARTICLE_APART = re.compile(r"\b([Aa]l|[Aa]r|[Aa]s|[Aa]n|[Aa]sh|[Aa]d|[Aa]t|[Aa]z|[Ee]l) (?=[A-Z])")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


class CodedNames:
    """Our lists, asked for what coders wrote."""

    def __init__(self, gazetteer: SqliteGazetteer, actors: ActorIndex) -> None:
        """Take the lists."""
        self._gazetteer = gazetteer
        self._actors = actors
        self.place = lru_cache(maxsize=50_000)(self._place)
        self.actor = lru_cache(maxsize=50_000)(self._actor)

    @classmethod
    def load(cls) -> CodedNames:
        """With the shipped lists; the first call on a machine builds the gazetteer's index.

        Raises:
            DataError: a list cannot be read.
        """
        return cls(load_gazetteer(), ActorIndex.load())

    # -- places

    def _place(self, spot: Spot) -> tuple[Where | None, Nearest | None]:
        """The place as coded, with the ids the gazetteer has for it, and the nearest it lists."""
        country = self._country(spot)
        around: tuple[tuple[Place, float], ...] = ()
        if spot.lat is not None and spot.lon is not None:
            around = self._gazetteer.around(spot.lat, spot.lon, SAME_PLACE_KM)
            around = around or self._gazetteer.around(spot.lat, spot.lon, FARTHEST_KM)[:1]
        nearest = around[0] if around else None
        country = country or self._country_around(spot, around)
        found = self._listed(spot, country, around)
        name = spot.name or spot.adm1 or spot.country
        if name is None and country is not None:
            name = nearest[0].name if nearest and nearest[1] <= SAME_SPOT_KM else "unnamed place"
        where = None
        if name is not None:
            point = (spot.lat, spot.lon)
            if spot.lat is None and found is not None:
                point = (found.lat, found.lon)
            where = Where(
                name,
                found.place_id if found else None,
                *point,
                country,
                self._division(spot, country, found or (nearest[0] if nearest else None)),
                spot.precision,
                spot.name,
            )
        told = (
            Nearest(nearest[0].place_id, nearest[0].name, round(nearest[1], 1)) if nearest else None
        )
        return where, told

    def _country(self, spot: Spot) -> str | None:
        name = spot.country
        if name is not None and len(name) == 2 and name.isupper():
            return name
        code = country_code(name)
        if code is not None:
            return code
        coded: State | None = state_coded(name, spot.gw, spot.iso)
        if coded is not None:
            return coded.iso2
        return self._listed_country(name) if name else None

    def _country_around(self, spot: Spot, around: tuple[tuple[Place, float], ...]) -> str | None:
        """Where no country is coded: the one of all places near by, or of the division coded."""
        near = {place.country for place, _ in around}
        if len(near) > 1 and spot.adm1 is not None:
            near = {code for code in near if self._one_of("adm1", spot.adm1, code)}
        return near.pop() if len(near) == 1 else None

    def _listed_country(self, name: str) -> str | None:
        found = (p.country for p, fit in self._gazetteer.look_up(name) if p.kind == "country")
        return next(found, None)

    def _listed(
        self, spot: Spot, country: str | None, around: tuple[tuple[Place, float], ...]
    ) -> Place | None:
        """The gazetteer's entry that the coded place is, None where it is none."""
        if spot.precision >= 6:
            return self._gazetteer.country(country) if country and spot.precision == 6 else None
        if spot.precision in (3, 4):
            kind = "adm1" if spot.precision == 4 else "adm2"
            name = (spot.adm1 if spot.precision == 4 else spot.adm2) or spot.name
            return self._one_of(kind, name, country)
        if spot.precision > 4:
            return None
        named = [
            p
            for name in _spellings(spot.name or "")
            for p, _ in self._gazetteer.look_up(name)
            if p.kind == "city"
        ]
        if spot.lat is None:
            return self._only_one(spot, country, named)
        numbers = {p.number for p in named}
        same = [p for p, away in around if p.number in numbers and away <= SAME_PLACE_KM]
        if same:
            return same[0]
        at_the_spot = [p for p, away in around if away <= SAME_SPOT_KM]
        return at_the_spot[0] if len(at_the_spot) == 1 else None

    def _only_one(self, spot: Spot, country: str | None, named: list[Place]) -> Place | None:
        """Of places of a name, with no coordinates coded: the one in the country and division."""
        found = {p.number: p for p in named if country is not None and p.country == country}
        division = self._one_of("adm1", spot.adm1, country) if len(found) > 1 else None
        if division is not None:
            found = {n: p for n, p in found.items() if p.adm1 == division.adm1}
        return next(iter(found.values())) if len(found) == 1 else None

    def _one_of(self, kind: str, name: str | None, country: str | None) -> Place | None:
        if name is None or country is None:
            return None
        found = [
            p
            for spelling in _spellings(name)
            for p, _ in self._gazetteer.look_up(spelling)
            if p.kind == kind and p.country == country
        ]
        return found[0] if found else None

    def _division(self, spot: Spot, country: str | None, place: Place | None) -> str | None:
        """The division under the gazetteer's name where it is the one coded, else as coded."""
        listed = self._one_of("adm1", spot.adm1, country)
        if listed is not None:
            return self._gazetteer.division_name(listed.adm1) or spot.adm1
        around = self._gazetteer.division_name(place.adm1) if place is not None else None
        if spot.adm1 is None:
            return around if spot.precision <= 4 else None
        same = around is not None and _folded(around) == _folded(spot.adm1)
        return around if same else spot.adm1

    # -- sides

    def _actor(self, name: str) -> Actor:
        """The side as coded, with the id of a listed actor where it is one."""
        entry = self._entry(name)
        return Actor(name, entry.actor_id if entry else None, name)

    def _entry(self, name: str) -> Entry | None:
        plain = _IN_BRACKETS.sub("", name).strip()
        for written in (name, plain, *(part.strip() for part in plain.split(":"))):
            for spelling in (written, _ARTICLE_APART.sub(r"\1-", written)):
                found = self._actors.lookup(spelling)
                if found is not None:
                    return found
        state = self._government(name) or self._government(name.partition("(")[0])
        if state is not None:
            return state
        kind = self._actors.within(plain) if "," not in plain else None
        return kind if kind is not None and kind.actor_id.startswith("gen-") else None

    def _government(self, name: str) -> Entry | None:
        match = _FORCES_OF.match(name)
        if match is None:
            return None
        words = match["state"].strip()
        bare = _IN_BRACKETS.sub("", words).strip()
        for spelling in dict.fromkeys((words, bare)):
            code = country_code(spelling)
            coded = state_coded(spelling)
            code = code or (coded.iso2 if coded else None) or self._listed_country(spelling)
            found = self._actors.by_id.get(f"gov-{code.lower()}") if code else None
            if found is not None:
                return found
        return None


def _told(nearest: tuple[Place, float] | None) -> Nearest | None:
    if nearest is None:
        return None
    place, away = nearest
    return Nearest(place.place_id, place.name, round(away, 1))


def _spellings(name: str) -> list[str]:
    """A coded name as written, and without the words that tell what kind of place it is."""
    bare = " ".join(_GENERIC.sub(" ", _IN_BRACKETS.sub(" ", name)).split())
    return [s for s in dict.fromkeys((name, bare)) if s]


def _folded(name: str) -> str:
    return folded_form(plain_form(_spellings(name)[-1]))
