"""The places of a document: which words name a place, and which place each of them means.

`find_places` is the stage's door. Recognition stands in `places_find`, the joint choice among the
candidates in `places_choose`; `places_trust` says which choices may stand.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bearwitness.claims import places_apart, places_cues, places_find, places_local
from bearwitness.claims.places_apart import Apart
from bearwitness.claims.places_choose import Context, Slot, choose, distance_km, holds, lie_apart
from bearwitness.claims.places_cues import Found
from bearwitness.claims.places_local import has_force
from bearwitness.claims.places_trust import trusted
from bearwitness.claims.places_words import ENGLISH_NAMES, LOCAL_TERMS
from bearwitness.model.claim import Where
from bearwitness.model.place import Place

_GED_PRECISION = {"city": 1, "adm2": 3, "adm1": 4, "country": 6, "region": 5, "river": 5, "sea": 7}
_SPECIFICITY = {"city": 4, "adm2": 3, "adm1": 2, "country": 1, "region": 0, "river": 0, "sea": 0}
_ENGLISH_FIT = 0.83
_VERY_NAME = 0.99
_NEAR_FIT = 0.6  # below, the name is only near a known spelling
_DOMESTIC = 2.0  # the publisher's country weighs as two mentions of its people
_SURE = 3.0  # evidence from which a name can vouch for others
_NEAR_KM = 150.0
_TOWN = 4  # specificity
_USED = 1.6  # evidence from which words count as a place


class Gazetteer(Protocol):
    """What this stage asks of a gazetteer."""

    def look_up(self, name: str) -> tuple[tuple[Place, float], ...]:
        """Places of this name, each with how well the name fits (1 = as written)."""

    def look_up_in(self, name: str, country: str) -> tuple[tuple[Place, float], ...]:
        """Places in one country whose name is nearly this one."""

    def peoples(self, word: str) -> tuple[Place, ...]:
        """Countries or regions that an adjective or people may mean."""

    def division_name(self, code: str | None) -> str | None:
        """Name of a first-order division by its code."""

    def part_of_division(self, code: str, compass: str) -> tuple[float, float] | None:
        """Where people live in a first-order division, or in one part of it ("north", ...)."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One place named in a document.

    Attributes:
        start, end: offsets of the name in the text.
        where: the place it means. `place_id` None and a coarser precision where the gazetteer does
            not know the name and position is that of the known place around it.
        kind: kind of the place ("city", "adm2", "adm1", "country", "region", ...).
        specificity: 4 populated place, 3 second-order division, 2 first-order, 1 country, 0 other.
        role: "dateline", "speaker_location" ("a hospital in X said"), "in_phrase" (after in, at,
            near, on, of ...), "landmark" (told only to say how far from it), or None.
        relation: "near", "outskirts", "between", "countryside", "direction", where the text puts
            the event about the place and not in it.
        part_of: index (in the list of mentions) of the place that the text puts around it.
        confidence: 0..1, by how far the next candidate lies behind.
        place: the gazetteer's entry, None where it knows none.
        others: further candidates, best first.
        lends: the point (lat, lon) that a spot in it without one of its own is given: of a
            division, where its people live.
    """

    start: int
    end: int
    where: Where
    kind: str
    specificity: int
    role: str | None = None
    relation: str | None = None
    part_of: int | None = None
    confidence: float = 1.0
    place: Place | None = None
    others: tuple[Place, ...] = ()
    lends: tuple[float, float] | None = None


# Words that may be a people's name, in text with lower case and without.
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b(?: [A-Z][a-z]{4,}\b)?")
_SHORT = 3  # letters: such a word in capitals is no people's name by itself
_IN_CAPITALS = re.compile(r"\b(?P<word>[A-Z]{3,})\b(?=(?: (?P<next>[A-Z]{4,}))?\b)")


def find_places(
    text: str,
    gazetteer: Gazetteer,
    *,
    toponyms: Sequence[tuple[int, int]] | None = None,
    skip: Sequence[tuple[int, int]] = (),
    dateline: tuple[int, int] | None = None,
    focus_country: str | None = None,
    home: tuple[float, float] | None = None,
    domestic: str | None = None,
    fought_in: Mapping[str, float] | None = None,
) -> list[PlaceMention]:
    """The places that a text names, in the order of the text.

    Args:
        text: the document's text.
        gazetteer: where names are looked up.
        toponyms: resolve exactly these spans; recognise names where None.
        skip: spans to leave out (page furniture).
        dateline: span of the dateline's place, where known.
        focus_country: ISO alpha-2 of a country to expect.
        home: (lat, lon) where the publisher is at home; see `places_records.learn_homes`.
        domestic: ISO alpha-2 of the country that the publisher is in.
        fought_in: countries (ISO alpha-2) of the armed groups that the text names, with weights.
    """
    found = (
        [places_cues.given(text, s, e, gazetteer) for s, e in toponyms]
        if toponyms is not None
        else places_find.recognise(text, gazetteer, skip)
    )
    found = places_cues.inside_links(text, places_cues.as_divisions(text, found))
    told = _countries_told(text, gazetteer, skip)
    if domestic:
        told[domestic] = told.get(domestic, 0.0) + _DOMESTIC
    for country, weight in (fought_in or {}).items():
        told[country] = told.get(country, 0.0) + weight
    context = Context(told, home, focus_country)
    slots, slot_of = _slots(text, found, gazetteer, context)
    apart = places_apart.apart_links(text, found)
    for number, told_apart in apart.items():
        slots[slot_of[number]].apart.append((slot_of[told_apart.of], told_apart.km))
    best_of = choose(slots, context)
    told_from = places_local.seats(found, slots, slot_of, best_of)
    chosen = trusted(slots, best_of, context, told_from)
    sure = {
        (name.key, slots[s].places[best])
        for name, s in zip(found, slot_of, strict=True)
        if name.evidence >= _SURE and (best := chosen[s]) is not None
    }
    nearby = _Nearby(context, tuple(sorted(sure, key=lambda k: (k[0], k[1].number))))
    holders = {name.inside for name in found if name.inside is not None and name.evidence >= 1.5}
    mentions: list[PlaceMention] = []
    kept: dict[int, int] = {}
    for number, name in enumerate(found):
        slot = slots[slot_of[number]]
        best = chosen[slot_of[number]]
        if not _is_used(name, slot, best, nearby, number in holders):
            continue
        mention = _mention(text, name, slot, best, gazetteer)
        kept[number] = len(mentions)
        mentions.append(mention)
    mentions = _link_parts(mentions, found, kept, slots, slot_of, chosen, text)
    mentions = _put_apart(mentions, kept, apart)
    opening = [
        mentions[k] for n, k in kept.items() if found[n].seat and not has_force(text, found[n].end)
    ]
    mentions = _in_the_seat(mentions, text, opening, told)
    landmarks = {kept[a.of] for n, a in apart.items() if n in kept and a.of in kept}
    return [
        _with_role(m, text, dateline) if k not in landmarks else _replaced(m, role="landmark")
        for k, m in enumerate(mentions)
    ]


def _slots(
    text: str, found: Sequence[Found], gazetteer: Gazetteer, context: Context
) -> tuple[list[Slot], list[int]]:
    """One slot for each distinct name (and what the text says it is)."""
    slots: list[Slot] = []
    index: dict[tuple[str, frozenset[str]], int] = {}
    slot_of: list[int] = []
    for name in found:
        key = (name.key, name.wanted)
        if key not in index:
            index[key] = len(slots)
            matches = [m for m in name.matches if _is_spelling(name.name, *m)]
            slots.append(
                Slot(
                    [p for p, _ in matches], [f for _, f in matches], 0, wanted=name.wanted,
                    lone_in_capitals=name.lone_in_capitals,
                )
            )  # fmt: skip
        slots[index[key]].count += 1
        slots[index[key]].weight += 1 / (1 + math.exp(1.0 - name.evidence))
        slot_of.append(index[key])
    for number, name in enumerate(found):
        if name.inside is not None:
            slot, outer = slots[slot_of[number]], slot_of[name.inside]
            if outer != slot_of[number] and outer not in slot.inside:
                slot.inside.append(outer)
                if _PART_OF_A_TOWN.search(text, max(0, name.start - 12), name.start):
                    _keep_near(slot, slots[outer])
    _add_close_spellings(found, slots, slot_of, gazetteer, context)
    return slots, slot_of


# "Barangay Pilar, Hinigaran": a part of the town named next, whatever town has its name.
_PART_OF_A_TOWN = re.compile(
    r"\b(?:barangay|brgy\.?|purok|sitio|barrio|colonia|vereda|ward|mohallah?)\s+$", re.I
)
_PART_KM = 40.0


def _keep_near(part: Slot, town: Slot) -> None:
    """Drop the namesakes of a part of a town that lie far from the town."""
    kept = [
        (place, fit)
        for place, fit in zip(part.places, part.fits, strict=True)
        if any(
            distance_km(place.lat, place.lon, other.lat, other.lon) <= _PART_KM
            for other in town.places
        )
    ]
    part.places, part.fits = [p for p, _ in kept], [f for _, f in kept]


def _is_spelling(name: str, place: Place, fit: float) -> bool:
    """Whether a name may be a spelling of the place's: where names are English, hardly another.

    There a name of several words that a town is also known by shares one with its own; others are
    those of its quarters ("Old Town").
    """
    if place.country not in ENGLISH_NAMES:
        return True
    if fit < _ENGLISH_FIT:
        return False
    other = fit < _VERY_NAME and place.kind == "city" and " " in name
    return not other or bool(_words(name) & _words(place.name))


def _words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return frozenset(re.findall(r"\w+", plain.lower()))


def _add_close_spellings(
    found: Sequence[Found],
    slots: list[Slot],
    slot_of: list[int],
    gazetteer: Gazetteer,
    context: Context,
) -> None:
    """Near spellings, in the countries the document is about, for names not known there."""
    weight: dict[str, float] = dict(context.countries)
    for slot in slots:
        for place, fit in zip(slot.places, slot.fits, strict=True):
            if place.kind in ("country", "adm1") and fit >= 0.9 and place.country:
                weight[place.country] = weight.get(place.country, 0.0) + slot.count
    if context.focus:
        weight[context.focus] = weight.get(context.focus, 0.0) + 10.0
    countries = sorted(weight, key=lambda c: (-weight[c], c))[:2]
    tried: set[int] = set()
    for number, name in enumerate(found):
        slot = slots[slot_of[number]]
        if slot_of[number] in tried or name.evidence < 1.0 or max(slot.fits, default=0.0) >= 0.9:
            continue
        tried.add(slot_of[number])
        for country in countries:
            if country in ENGLISH_NAMES or any(p.country == country for p in slot.places):
                continue
            known = {p.number for p in slot.places}
            for place, fit in gazetteer.look_up_in(name.name, country):
                if place.number not in known:
                    slot.places.append(place)
                    slot.fits.append(fit)


_LOCAL_TERMS = tuple((re.compile(rf"\b{term}s?\b"), told) for term, told in LOCAL_TERMS.items())


def _countries_told(
    text: str, gazetteer: Gazetteer, skip: Sequence[tuple[int, int]]
) -> dict[str, float]:
    """Countries that the text's adjectives and peoples speak of, with their weight."""
    weight: dict[str, float] = {}
    for start, end, words in _names_of_peoples(text):
        if any(s < end and start < e for s, e in skip):
            continue
        for word in words:
            countries = sorted(p.country for p in gazetteer.peoples(word) if p.country)
            for country in countries:
                weight[country] = weight.get(country, 0.0) + 1.0 / len(countries)
            if countries:
                break
    low = text.lower()
    for term, country in _LOCAL_TERMS:
        if term.search(low):
            weight[country] = weight.get(country, 0.0) + 1.0
    return weight


def _names_of_peoples(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Words that may name a people, with what to look up, longest first; each word once."""
    if text.isupper():
        for match in _IN_CAPITALS.finditer(text):
            word, after = match["word"].title(), (match["next"] or "").title()
            pair = (f"{word} {after}",) if after else ()
            yield match.start(), match.end(), (*pair, word) if len(word) > _SHORT else pair
        return
    for match in _CAPITALISED.finditer(text):
        words = match.group().split()
        yield match.start(), match.end(), (match.group(), *words) if len(words) > 1 else (words[0],)


def _is_used(name: Found, slot: Slot, best: int | None, nearby: _Nearby, around: bool) -> bool:
    """Whether words found in running text are taken for a place, now that one is chosen.

    What the words around say is added to how prominent the place is and to how well it goes with
    the rest of the document.
    """
    if name.evidence >= 10 or (best is None and name.sure):
        return True
    if best is None:
        return False
    place = slot.places[best]
    weight = name.evidence + (1.0 if name.inside is not None or around else 0.0)
    if place.kind == "country":
        weight += 2.5
    elif place.kind in ("adm1", "region", "sea"):
        weight += 1.7
    else:
        weight += min(2.0, 0.5 * math.log10(1 + place.population / 1000))
    return weight + nearby.weight(place, name.key) >= _USED


@dataclass(frozen=True, slots=True)
class _Nearby:
    """What the document surely names, to hold doubtful names against."""

    context: Context
    sure: tuple[tuple[str, Place], ...]

    def weight(self, place: Place, key: str) -> float:
        """0 to 1.8: in a country told of, near (or in one division with) another sure place."""
        out = 0.8 if place.country and self.context.countries.get(place.country) else 0.0
        home = self.context.home
        if home and distance_km(place.lat, place.lon, *home) < _NEAR_KM:
            return out + 1.0
        for other_key, other in self.sure:
            if other_key != key and other.country == place.country and place.kind != "country":
                if other.kind == "adm1" and other.adm1 == place.adm1:
                    return out + 1.0
                if other.kind in ("city", "adm2"):
                    far = distance_km(place.lat, place.lon, other.lat, other.lon)
                    if far < _NEAR_KM:
                        return out + 1.0
        return out


def _mention(
    text: str, name: Found, slot: Slot, best: int | None, gazetteer: Gazetteer
) -> PlaceMention:
    written = text[name.start : name.end]
    if best is None:
        wide = _CALLED_REGION.match(text, name.end) is not None
        return PlaceMention(
            name.start, name.end, Where(name.name, precision=6 if wide else 1, text=written),
            "unknown", 1 if wide else 4, relation=name.relation, confidence=0.0,
        )  # fmt: skip
    place = slot.places[best]
    if name.relation == "countryside":
        place = _countryside(slot, best, name, gazetteer)
    order = sorted(range(len(slot.places)), key=lambda i: -slot.scores[i])
    margin = slot.scores[order[0]] - slot.scores[order[1]] if len(order) > 1 else 5.0
    precision = _GED_PRECISION[place.kind]
    if name.relation and precision == 1:
        precision = 2
    at = lends = place.lat, place.lon
    if place.kind == "adm1" and place.adm1:
        side = places_cues.compass(text, name.start, name.end)
        lends = gazetteer.part_of_division(place.adm1, side or "") or at
        at = lends if side else at
    where = Where(
        place.name, place.place_id, *at, place.country, gazetteer.division_name(place.adm1),
        precision, written,
    )  # fmt: skip
    return PlaceMention(
        name.start, name.end, where, place.kind, _SPECIFICITY[place.kind],
        relation=name.relation, confidence=round(min(1.0, max(0.05, margin / 5)), 3), place=place,
        others=tuple(slot.places[i] for i in order[1:4]), lends=lends,
    )  # fmt: skip


def _countryside(slot: Slot, best: int, name: Found, gazetteer: Gazetteer) -> Place:
    """The province meant by a town's countryside: Idlib for "the Idlib countryside".

    A capital that is a province of its own has another one around it ("Rural Damascus").
    """
    town = slot.places[best]
    if town.kind != "city":
        return town
    around = (p for p, _ in gazetteer.look_up(f"Rural {name.name}") if p.country == town.country)
    named = (
        place
        for place, fit in zip(slot.places, slot.fits, strict=True)
        if fit >= _ENGLISH_FIT and holds(place, town)
    )
    return next((p for p in (*around, *named) if p.kind == "adm1"), town)


def _link_parts(
    mentions: list[PlaceMention],
    found: Sequence[Found],
    kept: dict[int, int],
    slots: Sequence[Slot],
    slot_of: Sequence[int],
    chosen: Sequence[int | None],
    text: str,
) -> list[PlaceMention]:
    """Say which mention lies in which; lend a position to names the gazetteer does not know."""
    out = list(mentions)
    for number, name in enumerate(found):
        if number not in kept or name.inside is None or name.inside not in kept:
            continue
        mine, around = kept[number], kept[name.inside]
        inner, outer = chosen[slot_of[number]], chosen[slot_of[name.inside]]
        if outer is None:
            continue
        place = out[around].place or slots[slot_of[name.inside]].places[outer]
        slot = slots[slot_of[number]]
        if inner is not None and holds(place, slot.places[inner]):
            out[mine] = _replaced(out[mine], part_of=around)
        elif (
            inner is None
            or _is_a_guess(slot.fits[inner], slot.places[inner], place)
            or name.quarter
            or _told_afar(slot.places[inner], place, text[name.end : found[name.inside].start])
        ):
            out[mine] = _lent(out[mine], out[around], around, text)
    return out


def _put_apart(
    mentions: Sequence[PlaceMention], kept: Mapping[int, int], apart: Mapping[int, Apart]
) -> list[PlaceMention]:
    """Spots told by their distance from a known place, where no namesake lies so far from it."""
    out = list(mentions)
    for number, told in apart.items():
        if number not in kept or told.of not in kept:
            continue
        mine, around = out[kept[number]], out[kept[told.of]]
        wide = mine.place is not None and (mine.part_of is not None or mine.specificity < _TOWN)
        if around.place is None or wide:
            continue
        if mine.place is not None and lie_apart(mine.place, around.place, told.km):
            continue
        written = mine.where.text or mine.where.name
        name = mine.where.name if mine.place is None else written
        where = places_apart.put_apart(name, written, around.where, told)
        out[kept[number]] = _replaced(
            mine, where=where, place=None, kind="unknown", specificity=4, lends=None
        )
    return out


def _in_the_seat(
    mentions: Sequence[PlaceMention],
    text: str,
    opening: Sequence[PlaceMention],
    told: Mapping[str, float],
) -> list[PlaceMention]:
    """Spots that no gazetteer has lie in the one town that the report is told from.

    Args:
        mentions: the places found.
        text: the document's.
        opening: those that stand as a dateline, which tells where a report was written: where it
            speaks of one country only, it is of that town.
        told: countries that the text's adjectives and peoples speak of.
    """
    cited = [m for m in mentions if has_force(text, m.end)]
    countries = {m.where.country for m in mentions} | set(told)
    at_home = [m for m in opening if not countries - {m.where.country, None}]
    for seats in ([*cited, *at_home], cited):
        told_from = {m.place.number: m for m in seats if m.place and places_local.is_seat(m.place)}
        if len(told_from) == 1:
            seat = next(iter(told_from.values()))
            break
    else:
        return list(mentions)
    return [
        _lent(m, seat, mentions.index(seat), text) if m.place is None and m.where.lat is None else m
        for m in mentions
    ]


_CALLED_REGION = re.compile(r"\s+(?:region|province|governorate|state|department|oblast)\b")


_IN_WORDS = re.compile(r"\(|\b(?:in|of|near|inside|outside|within)\b")


_NEAR_WORD = re.compile(r"\bnear\b")


def _told_afar(place: Place, around: Place, gap: str) -> bool:
    """Whether the text puts a name in words in a place far from its own, or of another country.

    A comma says less: it may go on with a list.
    """
    if place.population > around.population and _NEAR_WORD.search(gap):
        return False  # "in Dallas near Woodward": a street or a quarter of the great town
    towns = place.kind == around.kind == "city"
    far = towns and distance_km(place.lat, place.lon, around.lat, around.lon) > _NEAR_KM
    return (far or place.country != around.country) and _IN_WORDS.search(gap) is not None


def _is_a_guess(fit: float, place: Place, around: Place) -> bool:
    """Whether a near spelling that lies elsewhere than the text says is none of the place's."""
    abroad = place.country != around.country
    return fit < _NEAR_FIT and (abroad or around.kind in ("adm1", "adm2", "country"))


def _lent(mine: PlaceMention, around: PlaceMention, index: int, text: str) -> PlaceMention:
    """A spot that no gazetteer has, put where the place around it lies."""
    w = around.where
    lat, lon = around.lends or (w.lat, w.lon)
    name = mine.where.name if mine.place is None else text[mine.start : mine.end]
    where = Where(
        name, None, lat, lon, w.country, w.adm1, max(2, w.precision), mine.where.text or name
    )
    return _replaced(
        mine, where=where, part_of=index, place=None, kind="unknown", specificity=4, lends=None
    )


def _replaced(mention: PlaceMention, **changes: object) -> PlaceMention:
    from dataclasses import replace

    return replace(mention, **changes)  # type: ignore[arg-type]


_HEAD_CHARACTERS = 250
# "Lagos: Police said …", "Lagos (Agency) Police said …" at the head of the report.
_OPENS_REPORT = re.compile(
    r"(?:\s*\([A-Z][\w ,/.-]+\))?(?:,\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2})?(?:\s*\([A-Z][\w /.-]+\))?"
    r"\s*[:–—]\s+[A-Z“\"][^\n]{80}"
)


def _with_role(mention: PlaceMention, text: str, dateline: tuple[int, int] | None) -> PlaceMention:
    if dateline and mention.start < dateline[1] and dateline[0] < mention.end:
        return _replaced(mention, role="dateline")
    if dateline is None and mention.kind == "city" and _OPENS_REPORT.match(text, mention.end):
        before = text[: mention.start]
        if len(before.split("\n\n")) <= 2 and before.rstrip(" ")[-1:] in ("", "\n") and (
            len(before) < _HEAD_CHARACTERS
        ):  # fmt: skip
            return _replaced(mention, role="dateline")
    role = places_cues.role(text, mention.start, mention.end)
    return _replaced(mention, role=role) if role else mention
