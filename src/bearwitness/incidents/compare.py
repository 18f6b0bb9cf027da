"""Evidence that two mentions tell of one incident: each field adds log2 odds, and says why.

Weights are match weights after Fellegi and Sunter (1969): log2 of how much likelier an agreement
or a difference is between tellings of one incident than between neighbouring incidents. They are
round numbers set by hand from what reports of one event were seen to share and to differ in. A
figure that grew is no contradiction; a place a continent away is one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anyascii import anyascii

from bearwitness.incidents import days
from bearwitness.incidents.profile import Count, Profile
from bearwitness.incidents.rarity import Rarity
from bearwitness.model.claim import Where
from bearwitness.model.incident import Evidence

PRIOR = -6.0
THRESHOLD = 1.0
_EARTH_KM = 6371.0
_OTHER_NAMES_KM = 5.0
# Two reports that each name the other's place may have had the wrong one read into them.
_NAMED_IN_BOTH = -3.0
_LARGE = 10
# An event of this size is known by place and size, without a day.
_MASSACRE = 40
_OF_ONE_SIZE = 0.4
_MOST_FROM_SIZE = 6.0
_LEAST_FROM_PLACE = 3.0
# "In the countryside of" a town is a wide area.
_MOST_FROM_AROUND = 3.0
_LEAST_FROM_FIGURE = 0.3
# So many events of one size in a country are no sign yet that such events are common there.
_OFTEN = 3
_NAME_LETTERS = 4

FAMILIES: Mapping[str, str] = {
    "Air/drone strike": "air",
    "Shelling/artillery/missile attack": "shelling",
    "Suicide bomb": "bomb",
    "Remote explosive/landmine/IED": "bomb",
    "Grenade": "bomb",
    "Chemical weapon": "chemical",
    "Armed clash": "ground",
    "Attack": "ground",
    "Non-state actor overtakes territory": "ground",
    "Government regains territory": "ground",
    "Abduction/forced disappearance": "abduction",
    "Sexual violence": "ground",
    "Mob violence": "crowd",
    "Violent demonstration": "crowd",
    "Excessive force against protesters": "crowd",
    "Protest with intervention": "crowd",
}
_KIN = frozenset(
    {
        frozenset({"air", "shelling"}),
        frozenset({"air", "chemical"}),
        frozenset({"shelling", "chemical"}),
        frozenset({"shelling", "ground"}),
        frozenset({"bomb", "ground"}),
        frozenset({"bomb", "shelling"}),
        frozenset({"crowd", "ground"}),
        frozenset({"abduction", "ground"}),
        frozenset({"air", "ground"}),
    }
)


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the evidence, and the evidence."""

    total: float
    evidence: tuple[Evidence, ...]


def compare(left: Profile, right: Profile, rarity: Rarity) -> Score:
    """The evidence that two mentions tell of one incident; above zero, more likely than not."""
    found = [
        Evidence("prior", left.key, right.key, PRIOR, "most neighbouring mentions differ"),
        days.compare_dates(left, right, known=all(map(_is_massacre, (left, right)))),
        days.compare_named_days(left, right),
        _places(left, right, rarity),
        _sides("by", left.by, right.by, -1.0),
        _sides("against", left.against, right.against, -0.5),
        _types(left, right),
        _figure("killed", left, right, rarity),
        _figure("injured", left, right, rarity),
        _terms(left, right, rarity),
        _lineage(left, right),
        _document(left, right),
    ]
    evidence = tuple(e for e in found if e is not None and e.weight != 0.0)
    return Score(round(sum(e.weight for e in evidence), 3), evidence)


# --- where ----------------------------------------------------------------------------------------


def _places(a: Profile, b: Profile, rarity: Rarity) -> Evidence | None:
    if a.where is None or b.where is None:
        return None
    p, q = a.where, b.where
    weight, why = _place_weight(p, q, rarity)
    if weight < _NAMED_IN_BOTH and (_names(b, p) or _names(a, q)):
        weight, why = _NAMED_IN_BOTH, f"{why}, but one report names both"
    return Evidence("place", p.name, q.name, weight, why)


def _names(p: Profile, place: Where) -> bool:
    """Whether the report names a place that the other report's event was put in."""
    return place.name.casefold() in p.context or (place.text or "").casefold() in p.context


def _place_weight(p: Where, q: Where, rarity: Rarity) -> tuple[float, str]:
    if p.name.casefold() == q.name.casefold() and p.place_id != q.place_id:
        return 1.0, "same name, taken for two places"
    if p.country and q.country and p.country != q.country:
        return -12.0, "different countries"
    fine = max(p.precision, q.precision) <= 2
    if fine and _same_name(p, q):
        bits = rarity.place_bits(place_key(p) or "")
        if max(p.precision, q.precision) > 1:
            return min(_MOST_FROM_AROUND, bits), "around the same place"
        return min(5.0, max(_LEAST_FROM_PLACE, bits)), "same place"
    away = distance_km(p, q)
    if fine and away is not None:
        if away <= _OTHER_NAMES_KM and not _alike(p, q) and None in {p.place_id, q.place_id}:
            # One of them is unknown to the gazetteer and was put where its region is.
            return -3.0, "other names, at one region's point"
        return _by_distance(away)
    if (p.place_id is None or q.place_id is None) and fine and not _alike(p, q):
        return -3.0, "other names"
    if p.adm1 and q.adm1:
        if p.adm1 == q.adm1:
            # "Raqqa" may be the town or its region: only the name tells how near they are.
            return (2.5, "same name in one region") if _alike(p, q) else (1.0, "same region")
        return -5.0, "different regions"
    if p.country and q.country:
        return 0.3, "same country"
    return 0.0, "places too coarse to tell"


def _alike(p: Where, q: Where) -> bool:
    names = [
        {w for w in re.split(r"\W+", anyascii(x.name).casefold()) if len(w) >= _NAME_LETTERS}
        for x in (p, q)
    ]
    return bool(names[0] & names[1])


def _same_name(p: Where, q: Where) -> bool:
    if p.place_id is not None and q.place_id is not None:
        return p.place_id == q.place_id
    return p.name.casefold() == q.name.casefold()


def _by_distance(away: float) -> tuple[float, str]:
    why = f"{away:.0f} km apart"
    if away <= 5:
        return 3.0, why
    if away <= 15:
        return 1.0, why
    if away <= 30:
        return -1.0, why
    if away <= 60:
        return -3.0, why
    return (-7.0 if away <= 150 else -12.0), why


def distance_km(p: Where, q: Where) -> float | None:
    """Great-circle distance in km; None where a point is missing."""
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return None
    u, v = math.radians(p.lat), math.radians(q.lat)
    dlon = math.radians(q.lon - p.lon)
    h = math.sin((v - u) / 2) ** 2 + math.cos(u) * math.cos(v) * math.sin(dlon / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def place_key(where: Where | None) -> str | None:
    """Key of a fine place, None for regions and countries."""
    if where is None or where.precision > 2:
        return None
    return str(where.place_id) if where.place_id is not None else where.name.casefold()


# --- who and how ----------------------------------------------------------------------------------


# Gunmen of one report are the gang of another.
_NOBODY_NAMED = frozenset({"gen-gunmen", "gen-suspect", "gen-gang"})


def _sides(field: str, a: frozenset[str], b: frozenset[str], differ: float) -> Evidence | None:
    if not a or not b:
        return None
    shared = a & b
    left, right = ", ".join(sorted(a)), ", ".join(sorted(b))
    if shared:
        return Evidence(field, left, right, 1.0, "same side")
    if a <= _NOBODY_NAMED or b <= _NOBODY_NAMED:
        return None
    return Evidence(field, left, right, differ, "sides differ, which sources often do")


def _types(a: Profile, b: Profile) -> Evidence | None:
    if not a.types or not b.types:
        return None
    left, right = ", ".join(sorted(a.types)), ", ".join(sorted(b.types))
    if a.types & b.types:
        return Evidence("event_type", left, right, 0.7, "same kind of violence")
    mine = {FAMILIES.get(t, t) for t in a.types}
    other = {FAMILIES.get(t, t) for t in b.types}
    if mine & other:
        return Evidence("event_type", left, right, 0.4, "same family of violence")
    if any(frozenset({x, y}) in _KIN for x in mine for y in other):
        return Evidence("event_type", left, right, -1.0, "neighbouring kinds of violence")
    return Evidence("event_type", left, right, -3.0, "different kinds of violence")


# --- how many -------------------------------------------------------------------------------------


def _figure(field: str, left_side: Profile, right_side: Profile, rarity: Rarity) -> Evidence | None:
    a: Count | None = getattr(left_side, field)
    b: Count | None = getattr(right_side, field)
    if a is None or b is None:
        return None
    country, order = _country(left_side, right_side), _order(left_side, right_side)
    x, y = a.low or a.high or 0, b.low or b.high or 0
    left, right = _bounds(a), _bounds(b)
    if x == y:
        often = math.log2(max(1.0, rarity.times(field, country, x, x) / _OFTEN))
        weight = max(_LEAST_FROM_FIGURE, _same_figure(x) - often)
        return Evidence(field, left, right, round(weight, 2), "same figure")
    ratio = min(x, y) / max(x, y)
    if ratio >= _OF_ONE_SIZE and min(x, y) >= _LARGE:
        least, most = int(_OF_ONE_SIZE * max(x, y)), int(min(x, y) / _OF_ONE_SIZE)
        often = math.log2(max(1.0, rarity.times(field, country, least, most) / _OFTEN))
        weight = max(0.0, min(_MOST_FROM_SIZE, 3.0 * math.log10(min(x, y)) - 1.0) - often)
        return Evidence(field, left, right, round(weight, 2), "events this large are rare")
    if _overlap(a, b):
        return Evidence(field, left, right, 0.3, "the bounds overlap")
    grew = (order > 0 and y > x) or (order < 0 and x > y)
    if grew or order == 0:
        weight = 0.3 if ratio >= 0.6 else 0.0 if ratio >= 0.25 else -1.5
        if max(x, y) <= 4:
            weight = min(weight, -0.7)
        return Evidence(field, left, right, weight, "figures differ as tolls do that grow")
    weight = -0.3 if ratio >= 0.7 else -1.0 if ratio >= 0.4 else -2.0
    return Evidence(field, left, right, weight, "the later figure is smaller")


def _order(a: Profile, b: Profile) -> int:
    """1 where the right one was told later, -1 earlier, 0 unknown."""
    if a.anchor is None or b.anchor is None or a.anchor == b.anchor:
        return 0
    return 1 if b.anchor > a.anchor else -1


def _same_figure(n: int) -> float:
    """The larger a figure, the less likely that two events share it."""
    steps = ((1, 0.7), (2, 1.2), (5, 1.7), (10, 2.5), (20, 3.2), (50, 4.2))
    return next((weight for most, weight in steps if n <= most), 5.0)


def _bounds(c: Count) -> str:
    if c.low == c.high:
        return str(c.low)
    return f"{'' if c.low is None else c.low}–{'' if c.high is None else c.high}"


def _overlap(a: Count, b: Count) -> bool:
    lows = max(a.low or 0, b.low or 0)
    highs = min(math.inf if a.high is None else a.high, math.inf if b.high is None else b.high)
    return lows <= highs


# --- telling words, lineage, document -------------------------------------------------------------

# Bits of surprise that a shared word must exceed to tell (words of a city and its police are
# shared by many events), what each bit beyond counts (names come in company, so not in full), and
# the share that remains where the word stands outside the sentences that tell the event.
_TERM_FREE = 3.0
_TERM_RATE = 0.9
_TERM_AFAR = 0.6
_TERM_UNDATED = 0.4
_MOST_FROM_TERMS = 20.0
_ENOUGH_TERMS = 12
_BARE = -3.0
_LITTLE = 1.5
_MANY_DOCUMENTS = 200
_ON = 10.0


def _terms(a: Profile, b: Profile, rarity: Rarity) -> Evidence | None:
    if a.mention.document_id == b.mention.document_id:
        return None
    near = a.terms & b.terms
    shared = near | (a.context & b.terms) | (a.terms & b.context)
    if a.main and b.main:
        shared |= a.context & b.context
    total, telling = 0.0, []
    covered = _place_words(a, b) | _group_words(shared)
    country = _country(a, b)
    for bits, term in sorted(
        ((rarity.bits(t, country), t) for t in shared), key=lambda x: (-x[0], -len(x[1]), x[1])
    ):
        words = set(term.split())
        if bits <= _TERM_FREE or words <= covered:
            continue
        covered |= words
        telling.append(term)
        total += (bits - _TERM_FREE) * (1.0 if term in near else _TERM_AFAR)
    if not telling or (_is_short(a, b) and _TERM_RATE * total < _LITTLE):
        # In a small collection on one subject, common names tell neither way.
        if _is_short(a, b):
            told = _figures_agree(a, b) or _is_large(a) or _is_large(b)
            kin = a.dispatch is not None and a.dispatch == b.dispatch
            if told or kin:
                return None
            return Evidence("names", "", "", _BARE, "nothing but day and place")
        if shared and rarity.documents < _MANY_DOCUMENTS:
            return None
        return Evidence("names", "", "", -1.5, "no telling word in common")
    rate = _TERM_RATE
    if _is_short(a, b) and None in {a.start or a.anchor, b.start or b.anchor}:
        # A note of one village or militia, and no day to tell its events apart by.
        rate *= _TERM_UNDATED
    weight = round(min(_MOST_FROM_TERMS, rate * total), 2)
    words_shown = ", ".join(telling[:6])
    return Evidence(
        "names", words_shown, words_shown, weight, f"{len(telling)} telling words shared"
    )


def _is_short(a: Profile, b: Profile) -> bool:
    """Whether one of the reports holds too few names to be known by them."""
    return min(len(a.context), len(b.context)) < _ENOUGH_TERMS


def _is_massacre(p: Profile) -> bool:
    return _is_large(p, _MASSACRE)


def _is_large(p: Profile, least: int = _LARGE) -> bool:
    return any((c.low or c.high or 0) >= least for c in (p.killed, p.injured) if c is not None)


def _figures_agree(a: Profile, b: Profile) -> bool:
    """Whether both give a figure of one outcome, and the same."""
    pairs = ((a.killed, b.killed), (a.injured, b.injured))
    return any(x is not None and x == y for x, y in pairs)


def _place_words(a: Profile, b: Profile) -> set[str]:
    """Words of the places that both events were put in: those are weighed as places."""
    words: list[set[str]] = []
    for w in (a.where, b.where):
        if w is None:
            return set()
        parts = " ".join(x for x in (w.name, w.text, w.adm1) if x).casefold()
        words.append({*parts.split(), *re.split(r"[\W_]+", parts)})
    return words[0] & words[1]


# An armed group fights in many events; its name tells of none of them.
_GROUP_NOUNS = frozenset(
    (
        *("forces", "army", "movement", "corps", "front", "brigade", "brigades", "division"),
        *("party", "militia", "militias", "council", "coalition", "battalion", "regiment"),
        *("rebels", "fighters", "troops", "soldiers", "guard", "guards", "insurgents"),
        *("militants", "gunmen", "organization", "organisation", "alliance", "group"),
    )
)


def _group_words(terms: Iterable[str]) -> set[str]:
    """Words of the pairs that name a group ("lions army")."""
    pairs = [t.split() for t in terms if " " in t]
    return {w for pair in pairs if pair[-1] in _GROUP_NOUNS for w in pair} | _GROUP_NOUNS


def _country(a: Profile, b: Profile) -> str | None:
    codes = {p.where.country for p in (a, b) if p.where is not None} - {None}
    return codes.pop() if len(codes) == 1 else None


def _lineage(a: Profile, b: Profile) -> Evidence | None:
    if a.dispatch is None or a.dispatch != b.dispatch:
        return None
    if a.mention.document_id == b.mention.document_id:
        return None
    if a.basis == b.basis == "stated" and days.days_between(a, b) > 0:
        # Records written to one template look like copies; a copy keeps the day.
        return None
    if _is_short(a, b) and (a.context - b.context) and (b.context - a.context):
        # So do short notes that differ in a name.
        return None
    if a.main and b.main:
        return Evidence("dispatch", a.dispatch, a.dispatch, 9.0, "main event of one dispatch")
    return Evidence("dispatch", a.dispatch, a.dispatch, 2.0, "told in one dispatch")


def _document(a: Profile, b: Profile) -> Evidence | None:
    if a.mention.document_id != b.mention.document_id:
        return None
    keys = str(a.mention.number), str(b.mention.number)
    if _goes_on(a, b) or _goes_on(b, a):
        return Evidence("document", *keys, _ON, "no place of its own, and no more people")
    return Evidence("document", *keys, -3.0, "the report tells them as two events")


def _goes_on(main: Profile, other: Profile) -> bool:
    """Whether a report's further sentences, without place or day, tell of its main event."""
    if not main.main or main.where is None or other.where is not None:
        return False
    if other.is_dated and (not main.is_dated or days.days_between(main, other) > 0):
        return False
    counted = ((main.killed, other.killed), (main.injured, other.injured))
    told = [(m, o) for m, o in counted if o is not None]
    return bool(told) and all(
        m is not None and (o.low or 0) <= (m.low or m.high or 0) for m, o in told
    )
