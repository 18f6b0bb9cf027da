"""Where a publisher is at home, learnt from the places that its own reports name.

A local paper writes "Paris" for the Paris nearby. What its readers share is its *local lexicon*
(Lieberman, Samet and Sankaranarayanan, 2010): the places around the spot where most of the names
that it uses have a namesake.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from bearwitness.claims.places import Gazetteer, PlaceMention
from bearwitness.model.place import Place

_REACH_KM = 60.0
_FEWEST_NAMES = 4
_FEWEST_DOCUMENTS = 2
_LEAD = 1.2  # by how much the best spot must beat the best one elsewhere
_ELSEWHERE_KM = 250.0
_CANDIDATES = 24
_DIVISION_WEIGHT = 2.0
_COUNTRY_WEIGHT = 1.0


@dataclass(slots=True)
class Lexicon:
    """The names that one publisher uses, with their candidates.

    Attributes:
        documents: how many were taken in.
        names: towns and districts by name, with the number of documents that use each.
        areas: first-order divisions (by code) and countries, with the number of documents.
        places: the candidates of each name.
    """

    documents: int = 0
    names: Counter[str] = field(default_factory=Counter)
    areas: Counter[str] = field(default_factory=Counter)
    places: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    def add(self, mentions: Iterable[PlaceMention], gazetteer: Gazetteer) -> None:
        """Take in one document's mentions."""
        self.documents += 1
        names: set[str] = set()
        areas: set[str] = set()
        for mention in mentions:
            if mention.kind in ("city", "adm2") and mention.where.text:
                names.add(mention.where.text.title())
            elif mention.place and mention.kind in ("country", "adm1"):
                areas.update(c for c in (mention.place.country, mention.place.adm1) if c)
        self.areas.update(areas)
        for name in sorted(names):
            if name not in self.places:
                known = [p for p, fit in gazetteer.look_up(name) if fit >= 0.9]
                known = [p for p in known if p.kind in ("city", "adm2")]
                known.sort(key=lambda p: (-p.population, p.number))
                self.places[name] = tuple(known[:_CANDIDATES])
            self.names[name] += 1

    def home(self) -> tuple[float, float] | None:
        """The spot (lat, lon) around which most of the names lie, None where none stands out."""
        names = [n for n in sorted(self.names) if self.places[n]]
        if len(names) < _FEWEST_NAMES or self.documents < _FEWEST_DOCUMENTS:
            return None
        points = [(p, k) for k, n in enumerate(names) for p in self.places[n]]
        weight = np.array([self.names[n] ** 0.7 / (1 + np.log(len(self.places[n]))) for n in names])
        lat = np.radians([p.lat for p, _ in points])
        lon = np.radians([p.lon for p, _ in points])
        flat = np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
        km = 6371.0 * np.arccos(np.clip(flat.T @ flat, -1.0, 1.0))
        near = np.exp(-((km / _REACH_KM) ** 2))
        owner = np.array([k for _, k in points])
        score = np.array([self._area_weight(p) for p, _ in points])
        for k in range(len(names)):
            score += weight[k] * near[:, owner == k].max(axis=1)
        best = int(np.argmax(score))
        elsewhere = score[km[best] > _ELSEWHERE_KM]
        if len(elsewhere) and score[best] < _LEAD * elsewhere.max():
            return None
        return points[best][0].lat, points[best][0].lon

    def _area_weight(self, place: Place) -> float:
        named = self.areas.get(place.adm1 or "", 0), self.areas.get(place.country or "", 0)
        return (_DIVISION_WEIGHT * named[0] + _COUNTRY_WEIGHT * named[1]) / self.documents
