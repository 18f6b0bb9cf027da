"""Flat rows, for formats that know no nesting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bearwitness.model.register import FIGURE_KEYS, Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.objects import claim_object

Row = dict[str, Any]


def incident_row(entry: Entry) -> Row:
    """An incident on one row; absent figures stay empty, never zero."""
    place = entry.place
    row: Row = {
        "incident_id": entry.incident_id,
        "title": entry.title,
        "date_start": entry.date_start,
        "date_end": entry.date_end,
        "date_precision": entry.date_precision,
        "place": place.name if place else None,
        "place_id": place.place_id if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "adm1": place.adm1 if place else None,
        "where_precision": place.precision if place else None,
        "event_type": entry.event_type,
        "sub_event_type": entry.sub_event_type,
        "type_of_violence": entry.type_of_violence,
        "side_a": entry.side_a.name if entry.side_a else None,
        "side_b": entry.side_b.name if entry.side_b else None,
    }
    row |= _figure_columns("killed", entry.killed) | _figure_columns("injured", entry.injured)
    row |= {
        "grade": entry.grade,
        "independent_sources": entry.independent_sources,
        "documents": len(entry.documents),
        "dispatches": len(entry.dispatches),
        "contradictions": len(entry.contradictions),
    }
    return row


def _figure_columns(outcome: str, figures: Mapping[str, Figure | None]) -> Row:
    row: Row = {}
    for key in FIGURE_KEYS:
        figure = figures.get(key)
        for bound in ("low", "best", "high"):
            row[f"{outcome}_{key}_{bound}"] = getattr(figure, bound) if figure else None
    return row


def incident_rows(edition: Edition) -> Iterator[Row]:
    """Incidents that stand (neither withheld nor merged into another), sorted by id."""
    for entry in sorted(edition.register.entries, key=lambda e: e.incident_id):
        if entry.incident_id not in edition.withheld and entry.superseded_by is None:
            yield incident_row(entry)


def claim_rows(edition: Edition) -> Iterator[Row]:
    """Counting claims, by document and place in the text."""
    for claim in edition.claims():
        if claim.casualty is None:
            continue
        held = edition.withholds(claim)
        full = claim_object(claim, edition.incident_of.get(claim.claim_id), held)
        speakers = full["attribution"]
        where, when = full["where"] or {}, full["when"]
        derived = full["derived"]
        yield {
            **{name: full[name] for name in ("claim_id", "document_id", "incident_id", "outcome")},
            **{name: full[name] for name in ("low", "high", "qualifier", "status", "side")},
            "attributes": " ".join(full["attributes"]),
            **{name: full[name] for name in ("scope", "subset", "superseded", "statement")},
            "derived": derived["rule"] if derived else None,
            "attributed_to": " < ".join(s["name"] for s in speakers),
            "hedge": full["hedge"],
            "date_start": when["start"],
            "date_end": when["end"],
            "place": where.get("name"),
            "lat": where.get("lat"),
            "lon": where.get("lon"),
            **{name: full[name] for name in ("quote", "start", "end", "extractor")},
        }
