"""Rows of the desk's index, from the register's values."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from bearwitness.model.claim import Claim, Where
from bearwitness.model.ids import digest
from bearwitness.model.register import Entry, Figure, Toll
from bearwitness.model.review import Review

Row = dict[str, Any]
_LARGE = 50  # killed: what a monitor would look at before anything else
_WIDE = 2.0  # a high this many times the low is doubtful
_UNSURE = 0.6
MAP_BITS = 22
_NORTHMOST = 85.0511  # degrees: where Web Mercator's square ends


@dataclass(frozen=True, slots=True)
class Standing:
    """What persons have done with one incident.

    Attributes:
        acts: on the incident and on its claims, undone ones left out, oldest first.
        seen_digest: of the claims it had when a person last acted on it.
        withheld: its words leave to nobody below a lead.
        twins: incidents that may be the same.
    """

    acts: Sequence[Review] = ()
    seen_digest: str | None = None
    withheld: bool = False
    twins: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """How soon a person should look, and why."""

    weight: float
    reasons: list[str] = field(default_factory=list)


def claims_digest(entry: Entry) -> str:
    """Changes when an incident gains or loses a claim."""
    return digest(*sorted(entry.claims))


def status_of(entry: Entry, standing: Standing) -> str:
    """new, changed (since a person acted), confirmed, corrected, noted or rejected."""
    own = [r.act for r in standing.acts if r.target == entry.incident_id]
    verdict = [act for act in own if act in ("reject", "confirm")]
    if verdict and verdict[-1] == "reject":
        return "rejected"
    acts = {r.act for r in standing.acts}
    if not acts & {"confirm", "correct", "regrade", "reject", "note"}:
        return "new"
    if standing.seen_digest is not None and standing.seen_digest != claims_digest(entry):
        return "changed"
    if acts & {"correct", "regrade"} or (acts & {"reject"} and not verdict):
        return "corrected"
    return "confirmed" if "confirm" in acts else "noted"


def weigh(entry: Entry, claims: Iterable[Claim], standing: Standing) -> Weighed:
    """How consequential and doubtful an incident is; each reason is said in words, heaviest first.

    The number of killed weighs by its binary logarithm, so that doubt about many outweighs doubt
    about few, and an undoubted large toll still comes before a doubtful small one.
    """
    found = [
        *_of_size(entry),
        *_of_doubt(entry, claims),
        *_of_standing(entry, standing),
        *_of_gaps(entry),
    ]
    found.sort(key=lambda reason: -reason[0])
    return Weighed(round(sum(weight for weight, _ in found), 4), [why for _, why in found])


def _of_size(entry: Entry) -> Iterator[tuple[float, str]]:
    killed = entry.killed.get("total")
    if size := _size(killed):
        bound = "up to " if killed and killed.low is None else ""
        large = ", a large toll" if size >= _LARGE else ""
        yield math.log2(1 + size), f"{bound}{size:,} killed{large}"
    if killed and killed.low and killed.high and killed.high >= _WIDE * killed.low:
        yield 2, f"wide range: {killed.low:,} to {killed.high:,} killed"


def _of_doubt(entry: Entry, claims: Iterable[Claim]) -> Iterator[tuple[float, str]]:
    if count := len(entry.contradictions):
        yield 1 + min(count, 6) / 2, f"{count} contradiction{'s' if count > 1 else ''}"
    if entry.grade == "contested":
        yield 2, "its sources contest each other"
    unsure = sum(c.kind == "casualty" and c.confidence < _UNSURE for c in claims)
    if unsure:
        yield 1, f"{unsure} count{'s' if unsure > 1 else ''} read with low confidence"


def _of_standing(entry: Entry, standing: Standing) -> Iterator[tuple[float, str]]:
    if standing.twins:
        several = "another incident" if standing.twins == 1 else f"{standing.twins} other incidents"
        yield 1.5, f"may be one with {several}"
    if status_of(entry, standing) == "changed":
        yield 3, "new reports since a person looked"


def _of_gaps(entry: Entry) -> Iterator[tuple[float, str]]:
    if not entry.date_start:
        yield 0.5, "no date"
    if not entry.place:
        yield 0.5, "no place"
    if entry.independent_sources == 1:
        yield 0.25, "one source only"


def _size(figure: Figure | None) -> int:
    if figure is None:
        return 0
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), 0)


def incident_row(entry: Entry, claims: Sequence[Claim], standing: Standing) -> Row:
    """The columns by which an incident is found, and the whole of it."""
    place, killed, injured = entry.place, entry.killed.get("total"), entry.injured.get("total")
    weighed = weigh(entry, claims, standing)
    return {
        "incident_id": entry.incident_id,
        "title": entry.title,
        "date_start": entry.date_start.isoformat() if entry.date_start else None,
        "date_end": (entry.date_end or entry.date_start or "")
        and str(entry.date_end or entry.date_start),
        "place": place.name if place else None,
        "adm1": place.adm1 if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "where_precision": place.precision if place else None,
        **_cell(place),
        "event_type": entry.event_type,
        "sub_event_type": entry.sub_event_type,
        "side_a": entry.side_a.name if entry.side_a else None,
        "side_b": entry.side_b.name if entry.side_b else None,
        **_bounds("killed", killed),
        **_bounds("injured", injured),
        "grade": entry.grade,
        "sources": entry.independent_sources,
        "dispatches": len(entry.dispatches),
        "documents": len(entry.documents),
        "contradictions": len(entry.contradictions),
        "status": status_of(entry, standing),
        "weight": weighed.weight,
        "reasons": orjson.dumps(weighed.reasons).decode(),
        "withheld": int(standing.withheld),
        "superseded_by": entry.superseded_by,
        "claims_digest": claims_digest(entry),
    }


def _cell(place: Where | None) -> Row:
    if place is None or place.lat is None or place.lon is None:
        return {"across": None, "down": None}
    across, down = mercator_cell(place.lon, place.lat)
    return {"across": across, "down": down}


def mercator_cell(lon: float, lat: float) -> tuple[int, int]:
    """The cell of a place on a square of 2^22 cells a side, counted from the north-west."""
    side = 1 << MAP_BITS
    bounded = math.radians(max(-_NORTHMOST, min(_NORTHMOST, lat)))
    across = (lon + 180) / 360
    down = (1 - math.asinh(math.tan(bounded)) / math.pi) / 2
    return min(side - 1, max(0, int(across * side))), min(side - 1, max(0, int(down * side)))


def _bounds(outcome: str, figure: Figure | None) -> Row:
    return {
        f"{outcome}_low": figure.low if figure else None,
        f"{outcome}_best": figure.best if figure else None,
        f"{outcome}_high": figure.high if figure else None,
        f"{outcome}_said": int(figure is not None),
    }


def search_words(entry: Entry, claims: Iterable[Claim], withheld: frozenset[str]) -> str:
    """What text search finds an incident by; no word of what is withheld."""
    words = [p for p in (entry.event_type, entry.sub_event_type, *entry.roots) if p]
    if entry.place:
        words += [p for p in (entry.place.name, entry.place.adm1, entry.place.country) if p]
    words += [side.name for side in (entry.side_a, entry.side_b) if side]
    sentences = {
        (c.document_id, c.sentence.start): c.sentence.quote
        for c in claims
        if not {c.claim_id, c.document_id} & withheld
    }
    return "\n".join([entry.incident_id, *words, *dict.fromkeys(sentences.values())])


def standing_reviews(reviews: Iterable[Review]) -> dict[str, list[Review]]:
    """Reviews that were not undone, by target."""
    kept = list(reviews)
    undone = {str(r.value) for r in kept if r.act == "undo"}
    found: dict[str, list[Review]] = {}
    for review in kept:
        if review.act != "undo" and str(review.review_id) not in undone:
            found.setdefault(review.target, []).append(review)
    return found


def acts_on(entry: Entry, by_target: Mapping[str, Sequence[Review]]) -> list[Review]:
    """Acts on an incident or any of its claims, oldest first."""
    found = [r for t in (entry.incident_id, *entry.claims) for r in by_target.get(t, ())]
    return sorted(found, key=lambda r: r.review_id or 0)


def split_definition(toll: Toll) -> tuple[str, str]:
    """Who is counted, and where: "civilian victims", "Idlib"; no place is empty."""
    who, _, rest = toll.definition.partition(f" {toll.outcome}")
    return who, rest.removeprefix(" in ")
