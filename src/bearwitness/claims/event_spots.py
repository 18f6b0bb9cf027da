"""Where a sentence puts what it tells of: which place is the event's, and where that lies."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.event_places import NO_SCENES, distance_km
from bearwitness.claims.places import PlaceMention
from bearwitness.model.claim import Where
from bearwitness.text.sentences import Sentence

# How a place is chosen: finer ones first, those in a place of their own more, wide ones less.
_SPECIFIC = {4: 4.0, 3: 3.0, 2: 2.0, 1: 1.0}
_FOREIGN = 3.0
_WIDE = 0.8
_HELD = 1.8
_CITY, _DIVISION = 4, 2
_DIVISION_CODE = 4  # GED's, of what lies somewhere in a first-order division
_CALLED = 1.0
_SETTLEMENT = re.compile(r"\s+(?:village|town|city|camp|neighbou?rhood|hamlet)\b", re.I)
# So far from the place around it, a name means another place.
_NAMESAKE_KM = 120.0
_DIVISION_KM = 300.0  # from the middle of a division, which may be large
_CHAIN = 40
_HOLDS, _ASIDE = 2.5, 3.0
_ITS_PART = re.compile(
    r"(?:['’]s\s+(?:[\w-]+\s+){0,3}(?:(?:district|suburb|quarter|neighbou?rhood|area)\s+of\s+)?"
    r"|\s+(?:city|town|village|port)\s+of\s+)"
)
_ASIDE_OPENS = re.compile(r",\s+(?:where|who|whose|home\s+to)\b")
_TELLS = 3.0
_WHERE = re.compile(r",?\s+where\b[^,;.]{0,80}$")
_AND_TOWN = re.compile(r"(?:,\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)*,?\s+and\s+(?:in\s+)?[A-Z]")
# What stands between a place and the one around it.
_INSIDE = re.compile(
    r"\s*(?:(?:village|town|city|neighbou?rhood|district|area|camp|quarter|suburb|roundabout|street|"
    r"checkpoint|road|square|market|hamlet|sub-?district|township|municipality|LGA"
    r"|local\s+government(?:\s+area)?)\s*)?"
    r"(?:,|\(|(?:,\s*)?\b(?:in|of|at|inside|within)\b)"
    r"\s*(?:(?:the|rural|northern|southern|eastern|western|north|south|east|west|north-?eastern|"
    r"north-?western|south-?eastern|south-?western|central|countryside|outskirts|area|city|town|"
    r"district|province|governorate|region|state|of|in)\s+)*",
    re.I,
)


# "X -- near the second city, Y -- has seen fighting"
_DASHED = re.compile(r"\s(?:--|[—–])\s[^—–]{3,120}?\s(?:--|[—–])\s")


class Spots:
    """The places of a document by the sentence that names them, and the choice among them."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], places: Sequence[PlaceMention]
    ) -> None:
        """Index the places.

        Args:
            text: the document's text.
            sentences: of it, in order.
            places: its places.
        """
        self.text = text
        self.home = _home(places)
        self.places_in: dict[int, list[PlaceMention]] = {}
        ends = [(s.start, s.end, s.index) for s in sentences]
        at = 0
        for place in sorted(places, key=lambda p: p.start):
            while at < len(ends) and ends[at][1] <= place.start:
                at += 1
            if at < len(ends) and ends[at][0] <= place.start:
                self.places_in.setdefault(ends[at][2], []).append(place)

    def place_of(self, sentence: Sentence, at: int) -> PlaceMention | None:
        """The place of the event in this sentence: told with "in" or "at", finest, nearest."""
        candidates = [
            p
            for p in self.places_in.get(sentence.index, ())
            if p.role not in ("dateline", *NO_SCENES)
            and sentence.start <= p.start < sentence.end
            and self.text[p.end : p.end + 6].lower() not in ("-based", " based")
            and not (p.role is None and self.text[p.end : p.end + 2] == ": ")
        ]
        candidates = [self._set_right(p, candidates) for p in candidates]
        if not candidates:
            return None

        def rank(p: PlaceMention) -> tuple[float, float]:
            score = _SPECIFIC.get(p.specificity, 0.5)
            if p.role == "in_phrase":
                score += 1.5
            elif _SETTLEMENT.match(self.text, p.end):
                score += _CALLED
            if self._is_foreign(p):
                score -= _FOREIGN
            if p.relation in ("countryside", "direction"):
                score -= _WIDE
            if self._holder(p, candidates) is not None:
                score += _HELD
            if self._holds_next(p, candidates) or self._is_beyond(p, candidates):
                score -= _HOLDS
            if self._in_an_aside(p, sentence, at):
                score -= _ASIDE
            if self._tells_where(p, at, candidates):
                score += _TELLS
            return (-score, abs(p.start - at))

        best = min(candidates, key=rank)
        return self._with_point(best, candidates)

    def _set_right(self, p: PlaceMention, candidates: Sequence[PlaceMention]) -> PlaceMention:
        """A namesake elsewhere gives way: "in X, Y" is no X that lies far from Y."""
        holder = self._holder(p, candidates)
        if holder is None or holder.where.lat is None or holder.specificity < _DIVISION:
            return p
        away = distance_km(p.where, holder.where)
        if away is None or away <= _NAMESAKE_KM:
            return p
        if p.where.country == holder.where.country and (
            p.where.adm1 == holder.where.adm1
            or (holder.specificity == _DIVISION and away <= _DIVISION_KM)
        ):
            return p
        name = self.text[p.start : p.end]
        unknown = Where(name, precision=p.where.precision, text=p.where.text or name)
        return replace(p, where=unknown, kind="city", specificity=_CITY, place=None)

    def _is_foreign(self, p: PlaceMention) -> bool:
        """Whether the text plays in another country."""
        return None not in (p.where.country, self.home) and p.where.country != self.home

    def _holder(self, p: PlaceMention, candidates: Sequence[PlaceMention]) -> PlaceMention | None:
        """The place that the text puts around this one: "in X village in the countryside of Y"."""
        for other in candidates:
            if other.relation == "direction":
                continue  # "X, north of Y" lies outside it
            if 0 < other.start - p.end <= _CHAIN and _INSIDE.fullmatch(
                self.text, p.end, other.start
            ):
                return other
        return None

    def _holds_next(self, p: PlaceMention, candidates: Sequence[PlaceMention]) -> bool:
        """Whether the text names a part of it next: "in X's Y district", "the X city of Y"."""
        return any(
            0 < other.start - p.end <= _CHAIN and _ITS_PART.fullmatch(self.text, p.end, other.start)
            for other in candidates
        )

    def _is_beyond(self, p: PlaceMention, candidates: Sequence[PlaceMention]) -> bool:
        """Whether a place only says on which side of it the one before lies: "X, south of Y"."""
        return p.relation == "direction" and any(
            0 < p.start - other.end <= _CHAIN and other.specificity >= _DIVISION
            for other in candidates
        )

    def _tells_where(self, p: PlaceMention, at: int, candidates: Sequence[PlaceMention]) -> bool:
        """Whether "X, where four were killed" puts the count at `at` in a place."""
        said = _WHERE.match(self.text, p.end, at)
        return said is not None and not any(p.end <= c.start < at for c in candidates)

    def _in_an_aside(self, p: PlaceMention, sentence: Sentence, at: int) -> bool:
        """Whether a place stands in a clause on another one: "in X, where half of Y lives, …"."""
        if any(
            m.start() <= p.start < m.end() and not m.start() <= at < m.end()
            for m in _DASHED.finditer(self.text, sentence.start, sentence.end)
        ):
            return True
        opens = [m.end() for m in _ASIDE_OPENS.finditer(self.text, sentence.start, p.start)]
        if not opens or "," in self.text[opens[-1] : p.start]:
            return False
        closes = self.text.find(",", p.end, sentence.end)
        return not opens[-1] <= at < (closes if closes >= 0 else sentence.end)

    def _with_point(self, p: PlaceMention, candidates: Sequence[PlaceMention]) -> PlaceMention:
        """A place that the gazetteer does not know, put where the place around it lies."""
        if p.where.lat is not None:
            return p
        around = self._holder(p, candidates)
        if around is not None and around.where.lat is None:
            around = self._holder(around, candidates) or around
        if around is None:
            known = [
                c
                for c in candidates
                if c.where.lat is not None and c.specificity >= _CITY and not self._is_foreign(c)
            ]
            around = min(known, key=lambda c: abs(c.start - p.start), default=None)
        if around is None:
            return self._in_the_division(p)
        if around.where.lat is None:
            return p
        held = around.where
        precision = max(2, held.precision, 4 if around.relation == "countryside" else 0)
        return replace(
            p,
            where=replace(
                p.where,
                lat=around.lends[0] if around.lends else held.lat,
                lon=around.lends[1] if around.lends else held.lon,
                country=held.country,
                adm1=held.adm1,
                precision=precision,
            ),
        )

    def _in_the_division(self, p: PlaceMention) -> PlaceMention:
        """An unknown place of a report that names one division only: it lies in that, somewhere."""
        named = {
            c.where.adm1: c.where
            for places in self.places_in.values()
            for c in places
            if c.where.adm1 is not None and c.specificity == _DIVISION
        }
        if len(named) != 1 or p.where.adm1 is not None:
            return p
        held = next(iter(named.values()))
        where = replace(p.where, country=held.country, adm1=held.adm1, precision=_DIVISION_CODE)
        return p if self._is_foreign(replace(p, where=where)) else replace(p, where=where)

    def towns_of(self, index: int) -> set[str]:
        """Names of the towns and districts that a sentence names, without what holds another."""
        told = [
            p
            for p in self.places_in.get(index, ())
            if p.role not in ("dateline", *NO_SCENES)
            and p.specificity > _DIVISION
            and p.relation is None
        ]
        held = [
            other
            for p in told
            if (other := self._holder(p, told)) is not None
            and re.search(r"[a-z]", self.text[p.end : other.start])
        ]
        return {p.where.name for p in told if p not in held}

    def lists_towns(self, sentence: Sentence) -> bool:
        """Whether a sentence puts what it tells in several towns: "in X, Y and Z"."""
        return any(
            p.specificity == _CITY
            and p.role == "in_phrase"
            and p.relation is None
            and _AND_TOWN.match(self.text, p.end, sentence.end)
            for p in self.places_in.get(sentence.index, ())
        )


def _home(places: Sequence[PlaceMention]) -> str | None:
    """The country that most of the places lie in, larger places counting more; None where even."""
    weights: dict[str, float] = {}
    for p in places:
        code = p.where.country
        if code is None:
            continue
        people = p.place.population if p.place is not None else 0
        weights[code] = weights.get(code, 0.0) + math.log10(10 + people)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0][0] if ranked else None
