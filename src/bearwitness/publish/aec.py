"""UCDP-AEC: JSON Lines, one event a line, as the text-to-event benchmark has them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bearwitness.model.register import Entry
from bearwitness.publish.edition import Edition
from bearwitness.publish.ged import deaths
from bearwitness.publish.lookup import number_of
from bearwitness.publish.writing import write_objects
from bearwitness.text.countries import country_name

HOLDS = frozenset(
    """killed_best killed_range killed_civilian killed_sides killed_status_unknown date_interval
    place adm1 sides""".split()
)


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write aec.jsonl.

    Raises:
        StoreError: the file cannot be written.
    """
    path = folder / "aec.jsonl"
    out = {incident for _, incident in left_out(edition)}
    standing = [e for e in edition.entries() if e.incident_id not in out]
    write_objects(path, ((e.incident_id, event(e)) for e in standing))
    return [path]


def left_out(edition: Edition) -> Iterator[tuple[str, str]]:
    """Incidents without what AEC always has: a number of killed."""
    for entry in edition.entries():
        total = entry.killed.get("total")
        if total is None or total.best is None:
            yield "no number of killed is told, and AEC would read it as zero", entry.incident_id


def event(entry: Entry) -> dict[str, Any]:
    """One event; names that nothing tells are empty."""
    place, split = entry.place, deaths(entry)
    country = country_name(place.country) if place and place.country else None
    end = entry.date_end or entry.date_start
    return {
        "id": number_of(entry.incident_id),
        "side_a_name": entry.side_a.name if entry.side_a else "",
        "side_b_name": entry.side_b.name if entry.side_b else "",
        "start_date": entry.date_start.isoformat() if entry.date_start else "",
        "end_date": end.isoformat() if end else "",
        "location_root_name": country or "",
        "location_adm1_name": (place.adm1 if place else None) or "",
        "location_adm2_name": "",
        "location_where_name": place.name if place else "",
        "deaths_side_a": split["deaths_a"],
        "deaths_side_b": split["deaths_b"],
        "deaths_civilian": split["deaths_civilians"],
        "deaths_unknown": split["deaths_unknown"],
        "deaths_low": split["low"],
        "deaths_high": split["high"],
    }
