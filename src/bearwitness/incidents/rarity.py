"""How common words, places and figures are in the collection, so that only the rare ones tell.

A name that half the reports of a country hold (a militia, a province) says nothing of which of its
events is told, however rare it is in the world. Commonness is therefore reckoned among the reports
of one country first, and backed off to the whole collection where a country has few.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bearwitness.incidents.profile import Profile
from bearwitness.model.claim import Where

# Reports of a country that weigh as much as the whole collection does.
_BACKING = 20.0


# Days between two events of one place that may still be one event told twice.
_APART = 3


@dataclass(frozen=True, slots=True)
class Rarity:
    """Counts over a collection.

    Attributes:
        documents: how many documents there are.
        terms: in how many documents each telling word stands.
        in_country: documents of each country, and how many of them hold each telling word.
        places: at how many distinct times something happened at each fine place.
        occasions: the sum of `places`.
        sizes: by outcome and country, the days on which each figure was given, as the bits of a
            number (see `_bit`).
    """

    documents: int
    terms: Mapping[str, int]
    in_country: Mapping[str, tuple[int, Mapping[str, int]]] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    occasions: int = 0
    sizes: Mapping[tuple[str, str], Mapping[int, int]] = field(default_factory=dict)
    _times: dict[tuple[str, str, int, int], int] = field(
        default_factory=dict, compare=False, repr=False
    )

    def bits(self, term: str, country: str | None = None) -> float:
        """Surprise, in bits, of meeting a word in a report of the country.

        The two reports at hand hold it anyway, and are left out where others remain.
        """
        share = self.terms.get(term, 1) / (self.documents + 1)
        if country is not None and country in self.in_country:
            n, held = self.in_country[country]
            others = max(0, held.get(term, 0) - 2)
            share = (others + _BACKING * share) / (max(0, n - 2) + _BACKING)
        return max(0.0, -math.log2(share))

    def place_bits(self, key: str) -> float:
        """Surprise, in bits, of an event at the place."""
        return math.log2(max(1.0, self.occasions / self.places.get(key, 1)))

    def times(self, outcome: str, country: str | None, least: int, most: int) -> int:
        """At how many distinct times events of the country had a figure within the bounds."""
        key = (outcome, country or "", least, most)
        if key not in self._times:
            days = 0
            for n, found in self.sizes.get(key[:2], {}).items():
                if least <= n <= most:
                    days |= found
            self._times[key] = _count_times(days)
        return self._times[key]


def _bit(day: int, first: int) -> int:
    """A day (ordinal) as one bit, counted from the first day of the collection."""
    return 1 << (day - first)


def _count_times(days: int) -> int:
    """How many times that are more than a few days apart; days as bits."""
    before = 0
    for apart in range(1, _APART + 1):
        before |= days << apart
    return (days & ~before).bit_count()


def _distinct(days: Iterable[int]) -> int:
    """How many times that are more than a few days apart."""
    count, last = 0, -math.inf
    for day in sorted(days):
        if day - last > _APART:
            count += 1
        last = day
    return count


def measure_rarity(
    profiles: Sequence[Profile], place_key: Callable[[Where | None], str | None]
) -> Rarity:
    """Count over all mentions.

    Args:
        profiles: of all mentions.
        place_key: names a fine place, None for a coarse one.
    """
    held: dict[str, frozenset[str]] = {}
    country: dict[str, str] = {}
    for p in profiles:
        name = p.mention.document_id
        held[name] = held.get(name, frozenset()) | p.context
        if p.where is not None and p.where.country:
            country.setdefault(name, p.where.country)
    terms = Counter(t for found in held.values() for t in found)
    by_country: dict[str, tuple[int, Counter[str]]] = {}
    for name, code in country.items():
        n, counted = by_country.get(code, (0, Counter()))
        counted.update(held[name])
        by_country[code] = (n + 1, counted)
    days: dict[str, list[int]] = {}
    sizes: dict[tuple[str, str], dict[int, int]] = {}
    ordinals = [
        day.toordinal() if (day := p.start or p.anchor) is not None else 0 for p in profiles
    ]
    first = min(filter(None, ordinals), default=0)
    for p, ordinal in zip(profiles, ordinals, strict=True):
        key = place_key(p.where)
        if key is not None:
            days.setdefault(key, []).append(ordinal)
        if p.where is None or not ordinal:
            continue
        for outcome, count in (("killed", p.killed), ("injured", p.injured)):
            if count is not None:
                here = sizes.setdefault((outcome, p.where.country or ""), {})
                n = count.low or count.high or 0
                here[n] = here.get(n, 0) | _bit(ordinal, first)
    places = {key: _distinct(found) for key, found in days.items()}
    return Rarity(len(held), terms, by_country, places, sum(places.values()), sizes)
