"""The register's objects in the exported JSON Lines: incidents, contradictions and tolls."""

from __future__ import annotations

from collections.abc import Mapping

from bearwitness.model.claim import Where
from bearwitness.model.register import (
    FIGURE_KEYS,
    Contradiction,
    Entry,
    Figure,
    Toll,
)
from bearwitness.publish.objects import Object, actor_object, chosen


def incident_object(entry: Entry) -> Object:
    """A line of incidents.jsonl."""
    return {
        **chosen(entry, "incident_id title date_start date_end date_precision"),
        "place": place_object(entry.place),
        **chosen(entry, "event_type sub_event_type type_of_violence"),
        "side_a": actor_object(entry.side_a),
        "side_b": actor_object(entry.side_b),
        "figures": {
            "killed": _figures_object(entry.killed),
            "injured": _figures_object(entry.injured),
        },
        **chosen(entry, "grade independent_sources roots documents dispatches claims"),
        "contradictions": entry.contradictions,
        "development": [
            chosen(s, "day source claim_id low high superseded_by") for s in entry.development
        ],
        **chosen(entry, "notes superseded_by"),
    }


def place_object(place: Where | None) -> Object | None:
    """Where an incident happened; `adm2` is empty until a gazetteer tells it."""
    if place is None:
        return None
    told = chosen(place, "name place_id lat lon country adm1")
    return told | {"adm2": None, "precision": place.precision}


def _figures_object(figures: Mapping[str, Figure | None]) -> Object:
    keys = [*FIGURE_KEYS, *sorted(set(figures) - set(FIGURE_KEYS))]
    return {key: figure_object(figures.get(key)) for key in keys}


def figure_object(figure: Figure | None) -> Object | None:
    """A reconciled count; None where nothing is said."""
    if figure is None:
        return None
    aside = [chosen(s, "claim_id why") for s in figure.set_aside]
    return chosen(figure, "low best high rule used") | {"set_aside": aside}


def contradiction_object(found: Contradiction, withheld: frozenset[str] = frozenset()) -> Object:
    """A line of contradictions.jsonl."""
    return {
        **chosen(found, "contradiction_id kind between"),
        "sides": [
            {
                **chosen(side, "claim_id document_id start end"),
                "quote": None if {side.document_id, side.claim_id or ""} & withheld else side.quote,
            }
            for side in found.sides
        ],
        **chosen(found, "incident_id settled_by"),
    }


def toll_object(toll: Toll) -> Object:
    """A line of tolls.jsonl."""
    told = chosen(toll, "toll_id source definition scope outcome window_start window_end")
    return told | {"points": [chosen(p, "claim_id day low high") for p in toll.points]}
