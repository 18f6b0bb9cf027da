"""The register's objects in the exported JSON Lines: incidents, contradictions and tolls."""

from __future__ import annotations

from collections.abc import Mapping

from bearwitness.model.claim import Where
from bearwitness.model.register import (
    FIGURE_KEYS,
    Contradiction,
    Entry,
    Figure,
    Step,
    Toll,
)
from bearwitness.publish.objects import Object, actor_object


def incident_object(entry: Entry) -> Object:
    """A line of incidents.jsonl."""
    return {
        "incident_id": entry.incident_id,
        "title": entry.title,
        "date_start": entry.date_start,
        "date_end": entry.date_end,
        "date_precision": entry.date_precision,
        "place": place_object(entry.place),
        "event_type": entry.event_type,
        "sub_event_type": entry.sub_event_type,
        "type_of_violence": entry.type_of_violence,
        "side_a": actor_object(entry.side_a),
        "side_b": actor_object(entry.side_b),
        "figures": {
            "killed": _figures_object(entry.killed),
            "injured": _figures_object(entry.injured),
        },
        "grade": entry.grade,
        "independent_sources": entry.independent_sources,
        "roots": entry.roots,
        "documents": entry.documents,
        "dispatches": entry.dispatches,
        "claims": entry.claims,
        "contradictions": entry.contradictions,
        "development": [_step_object(step) for step in entry.development],
        "notes": entry.notes,
        "superseded_by": entry.superseded_by,
    }


def place_object(place: Where | None) -> Object | None:
    """Where an incident happened; `adm2` is empty until a gazetteer tells it."""
    if place is None:
        return None
    return {
        "name": place.name,
        "place_id": place.place_id,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "adm1": place.adm1,
        "adm2": None,
        "precision": place.precision,
    }


def _figures_object(figures: Mapping[str, Figure | None]) -> Object:
    keys = [*FIGURE_KEYS, *sorted(set(figures) - set(FIGURE_KEYS))]
    return {key: figure_object(figures.get(key)) for key in keys}


def figure_object(figure: Figure | None) -> Object | None:
    """A reconciled count; None where nothing is said."""
    if figure is None:
        return None
    return {
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "rule": figure.rule,
        "used": figure.used,
        "set_aside": [{"claim_id": s.claim_id, "why": s.why} for s in figure.set_aside],
    }


def _step_object(step: Step) -> Object:
    return {
        "day": step.day,
        "source": step.source,
        "claim_id": step.claim_id,
        "low": step.low,
        "high": step.high,
        "superseded_by": step.superseded_by,
    }


def contradiction_object(found: Contradiction, withheld: frozenset[str] = frozenset()) -> Object:
    """A line of contradictions.jsonl."""
    return {
        "contradiction_id": found.contradiction_id,
        "kind": found.kind,
        "between": found.between,
        "sides": [
            {
                "claim_id": side.claim_id,
                "document_id": side.document_id,
                "start": side.start,
                "end": side.end,
                "quote": None if {side.document_id, side.claim_id or ""} & withheld else side.quote,
            }
            for side in found.sides
        ],
        "incident_id": found.incident_id,
        "settled_by": found.settled_by,
    }


def toll_object(toll: Toll) -> Object:
    """A line of tolls.jsonl."""
    return {
        "toll_id": toll.toll_id,
        "source": toll.source,
        "definition": toll.definition,
        "scope": toll.scope,
        "outcome": toll.outcome,
        "window_start": toll.window_start,
        "window_end": toll.window_end,
        "points": [
            {"claim_id": p.claim_id, "day": p.day, "low": p.low, "high": p.high}
            for p in toll.points
        ],
    }
