"""Flat rows, for formats that know no nesting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bearwitness.model.register import FIGURE_KEYS, Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.objects import chosen, claim_object, document_object

Row = dict[str, Any]
_FIGURE_COLUMNS = {
    f"{outcome}_{key}_{bound}": "integer"
    for outcome in ("killed", "injured")
    for key in FIGURE_KEYS
    for bound in ("low", "best", "high")
}
INCIDENT_TYPES = {
    **dict.fromkeys(("incident_id", "title"), "string"),
    **dict.fromkeys(("date_start", "date_end"), "date"),
    "date_precision": "integer",
    "place": "string",
    "place_id": "integer",
    **dict.fromkeys(("lat", "lon"), "number"),
    **dict.fromkeys(("country", "adm1"), "string"),
    "where_precision": "integer",
    **dict.fromkeys(("event_type", "sub_event_type"), "string"),
    "type_of_violence": "integer",
    **dict.fromkeys(("side_a", "side_b"), "string"),
    **_FIGURE_COLUMNS,
    "grade": "string",
    **dict.fromkeys(
        ("independent_sources", "documents", "dispatches", "contradictions"), "integer"
    ),
}
CLAIM_TYPES = {
    **dict.fromkeys(("claim_id", "document_id", "incident_id", "outcome"), "string"),
    **dict.fromkeys(("low", "high"), "integer"),
    **dict.fromkeys(("qualifier", "status", "side", "attributes", "scope"), "string"),
    **dict.fromkeys(("subset", "superseded"), "boolean"),
    **dict.fromkeys(("statement", "derived", "attributed_to", "hedge"), "string"),
    **dict.fromkeys(("date_start", "date_end"), "date"),
    "place": "string",
    **dict.fromkeys(("lat", "lon"), "number"),
    "quote": "string",
    **dict.fromkeys(("start", "end"), "integer"),
    "extractor": "string",
}
DOCUMENT_TYPES = {
    "document_id": "string",
    "publisher": "string",
    "agency": "string",
    "title": "string",
    "url": "string",
    "language": "string",
    "date": "date",
    "dispatch_id": "string",
    "sha256": "string",
}
# What three flat tables hold of `losses.FEATURES`: all but lists within a row.
HOLDS = frozenset(
    """killed_best killed_range killed_open killed_untold killed_civilian killed_sides
    killed_status_unknown killed_status_ranges killed_children_women injured injured_range
    injured_kinds attribution independent_sources grade documents dispatches date_interval
    date_precision date_unknown place adm1 coordinates place_id where_precision event_type
    sub_event_type type_of_violence sides""".split()
)


def incident_row(entry: Entry) -> Row:
    """An incident on one row; absent figures stay empty, never zero."""
    place = entry.place
    row: Row = {
        **chosen(entry, "incident_id title date_start date_end date_precision"),
        "place": place.name if place else None,
        "place_id": place.place_id if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "adm1": place.adm1 if place else None,
        "where_precision": place.precision if place else None,
        **chosen(entry, "event_type sub_event_type type_of_violence"),
        "side_a": entry.side_a.name if entry.side_a else None,
        "side_b": entry.side_b.name if entry.side_b else None,
    }
    row |= _figure_columns("killed", entry.killed) | _figure_columns("injured", entry.injured)
    row |= {
        **chosen(entry, "grade independent_sources"),
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
    for entry in edition.entries():
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


def document_rows(edition: Edition) -> Iterator[Row]:
    """Documents without their texts, sorted by id."""
    members = edition.lineages.dispatch_of()
    for document in sorted(edition.documents(), key=lambda d: d.document_id):
        key = document.document_id
        dispatch = members.get(key)
        held = key in edition.withheld
        full = document_object(document, edition.lineages, None, held)
        yield {
            **{name: full[name] for name in ("document_id", "publisher", "agency", "title")},
            "url": full["url"],
            "language": full["language"],
            "date": full["anchor"]["date"],
            "dispatch_id": dispatch.dispatch_id if dispatch else None,
            "sha256": full["sha256"],
        }
