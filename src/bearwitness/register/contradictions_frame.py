"""Contradictions on when, where and by whom, among the claims of one incident.

What a reader of texts makes of a day, a place or a side is less sure than a number. So days count
only where the text names one by its number ("25 November"; not "Tuesday", "last night"), places
and actors only where three and two dispatches stand behind each, and actors where neither is told
of as the one struck, or holds the other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Literal, TypeVar

from bearwitness.model import ids
from bearwitness.model.claim import Claim, Where
from bearwitness.model.register import Contradiction, Side
from bearwitness.register.codes import is_named, takes_part
from bearwitness.register.roots import Roots

_T = TypeVar("_T", bound=Hashable)
Between = Literal["text", "versions", "sources"]
Kind = Literal["date", "count", "status", "actor", "place", "quotation", "substance"]

_FAR_KM = 50.0
_EARTH_KM = 6371.0
_MOST_SIDES = 12
_ACTOR_TOLD_BY = 2  # dispatches
_PLACE_TOLD_BY = 3  # a like name elsewhere is taken for a place more often than a report errs
_DATELINE = re.compile(r"[^.;]{0,20}?\s*(?:\(|--|—|–|\[)")
_DATES = re.compile(
    r"\b(?:\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d{1,2}\b)",
    re.I,
)
_DAY_NUMBER = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\b(?!\s*(?:a\.?m|p\.?m|hours?|days?|weeks?|:))", re.I
)


def of_frame(incident_id: str, claims: Sequence[Claim], roots: Roots) -> list[Contradiction]:
    """Contradictions on the day, the acting side and the place."""
    found = [
        _dates(incident_id, claims, roots),
        _actors(incident_id, claims, roots),
        _places(incident_id, claims, roots),
    ]
    return [f for f in found if f is not None]


def side_of(claim: Claim) -> Side:
    """A claim's words as one side."""
    span = claim.span
    return Side(claim.document_id, span.start, span.end, span.quote, claim.claim_id)


def made(
    kind: Kind,
    between: Between,
    claims: Iterable[Claim],
    incident_id: str,
    settled_by: str | None = None,
) -> Contradiction:
    """A contradiction among claims, its sides in the order of their ids."""
    ordered = sorted({c.claim_id: c for c in claims}.items())[:_MOST_SIDES]
    sides = tuple(side_of(claim) for _, claim in ordered)
    name = ids.contradiction_id(kind, *(f"{s.claim_id}" for s in sides))
    return Contradiction(name, kind, between, sides, incident_id, settled_by)


def _between(a: Claim, b: Claim, roots: Roots) -> Between:
    if a.document_id == b.document_id:
        return "text"
    same = roots.dispatch(a.document_id) == roots.dispatch(b.document_id)
    return "versions" if same else "sources"


def _pairs(claims: Sequence[Claim], same: Mapping[str, Hashable]) -> list[tuple[Claim, Claim]]:
    """Pairs of claims, one for each pair of distinct readings (`same` by claim id)."""
    first: dict[Hashable, Claim] = {}
    for claim in claims:
        if claim.claim_id in same:
            first.setdefault(same[claim.claim_id], claim)
    return list(combinations(list(first.values())[:_MOST_SIDES], 2))


def _dates(incident_id: str, claims: Sequence[Claim], roots: Roots) -> Contradiction | None:
    """Days told by their number that do not meet, of what is held to be one incident."""
    days: dict[str, tuple[date, date]] = {
        c.claim_id: (c.when.start, c.when.end or c.when.start)
        for c in claims
        if c.when.start is not None and _names_its_day(c)
    }
    clash = [
        (a, b)
        for a, b in _pairs(claims, days)
        if days[a.claim_id][1] < days[b.claim_id][0] or days[b.claim_id][1] < days[a.claim_id][0]
    ]
    return _of_pairs("date", clash, incident_id, roots)


def _names_its_day(claim: Claim) -> bool:
    """Whether the claim's sentence names the day itself: "25 November", and no weekday alone.

    The day of a dateline is the report's own; a sentence that names several may mean another.
    """
    when, words = claim.when, claim.when.text or ""
    told = when.basis in ("stated", "relative") and when.precision in ("moment", "day", "days")
    if not told or not _DAY_NUMBER.search(words):
        return False
    before, found, after = claim.sentence.quote.partition(words)
    return bool(found) and not _DATELINE.match(after) and len(_DATES.findall(before + after)) == 0


def _actors(incident_id: str, claims: Sequence[Claim], roots: Roots) -> Contradiction | None:
    """Different listed actors held to have acted, none of them told of as struck."""
    struck = {c.against.actor_id for c in claims if c.against is not None}
    who = {
        c.claim_id: c.by.actor_id
        for c in claims
        if c.by is not None and is_named(c.by) and takes_part(c.by)
        and not any(_one_within_the_other(c.by.actor_id, other) for other in struck)
    }  # fmt: skip
    who = _of_dispatches(who, claims, roots, _ACTOR_TOLD_BY)
    clash = [
        (a, b)
        for a, b in _pairs(claims, who)
        if a.document_id != b.document_id
        and not _one_within_the_other(who[a.claim_id], who[b.claim_id])
    ]
    return _of_pairs("actor", clash, incident_id, roots)


def _one_within_the_other(a: str | None, b: str | None) -> bool:
    """Whether one actor is part of the other: a state's command, a state in a coalition."""
    if a is None or b is None:
        return False
    if a == b or a.startswith(f"{b}-") or b.startswith(f"{a}-"):
        return True
    return {a.partition("-")[0], b.partition("-")[0]} == {"gov", "int"}


def _places(incident_id: str, claims: Sequence[Claim], roots: Roots) -> Contradiction | None:
    """Exact places too far apart to be one, each on the word of three dispatches."""
    where = {
        c.claim_id: (c.where.lat, c.where.lon)
        for c in claims
        if c.where is not None and c.where.lat is not None and c.where.precision <= 2
    }
    where = _of_dispatches(where, claims, roots, _PLACE_TOLD_BY)
    clash = [
        (a, b)
        for a, b in _pairs(claims, where)
        if a.where and b.where and _distance_km(a.where, b.where) > _FAR_KM
    ]
    return _of_pairs("place", clash, incident_id, roots)


def _of_dispatches(
    readings: Mapping[str, _T], claims: Sequence[Claim], roots: Roots, least: int
) -> dict[str, _T]:
    """The readings by claim id, without those that fewer dispatches than `least` give."""
    told: dict[_T, set[str]] = {}
    for claim in claims:
        if claim.claim_id in readings:
            told.setdefault(readings[claim.claim_id], set()).add(roots.dispatch(claim.document_id))
    return {key: reading for key, reading in readings.items() if len(told[reading]) >= least}


def _of_pairs(
    kind: Kind, pairs: Sequence[tuple[Claim, Claim]], incident_id: str, roots: Roots
) -> Contradiction | None:
    if not pairs:
        return None
    order = ("sources", "versions", "text")
    between = min((_between(a, b, roots) for a, b in pairs), key=order.index)
    return made(kind, between, [c for pair in pairs for c in pair], incident_id)


def _distance_km(a: Where, b: Where) -> float:
    """Great-circle distance; 0 where a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2
    half += math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
