"""Airwars' layout: an incident with ranges and a grading, and a row for each of its sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bearwitness.model.register import Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup
from bearwitness.publish.rows import write_rows
from bearwitness.publish.states import state
from bearwitness.text.countries import country_name

GRADING = {
    "confirmed": "Confirmed",
    "corroborated": "Fair",
    "single_source": "Weak",
    "contested": "Contested",
}
STATUS = {
    "confirmed": "Declared strike",
    "corroborated": "Likely strike",
    "single_source": "Single source claim",
    "contested": "Contested strike",
}
ACCURACY = {
    1: "Town",
    2: "Nearby landmark",
    3: "District",
    4: "Governorate",
    5: "Area",
    6: "Country",
    7: "Area",
}
_FIGURES = tuple(
    (f"{who}_{outcome}", outcome, key)
    for outcome in ("killed", "injured")
    for who, key in (
        ("civilian_non_combatants", "civilian"),
        ("children", "children"),
        ("women", "women"),
        ("men", "men"),
    )
)
COLUMNS = (
    "code",
    "date",
    "date_end",
    "country",
    "location",
    "region",
    "strike_status",
    "strike_type",
    "targeted_belligerent",
    "known_belligerent",
    "civilian_harm_reported",
    "civilian_harm_status",
    "latitude",
    "longitude",
    "geolocation_accuracy",
    *(f"{name}_{bound}" for name, _, _ in _FIGURES for bound in ("min", "max")),
    "belligerents_killed_min",
    "belligerents_killed_max",
)
SOURCE_COLUMNS = ("code", "date", "name", "language", "url", "archive_url")
HOLDS = frozenset(
    """killed_civilian killed_sides killed_status_ranges killed_children_women killed_untold
    documents grade date_interval date_unknown place adm1 coordinates event_type sub_event_type
    sides injured_kinds""".split()
)


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write airwars_incidents.csv and airwars_sources.csv.

    Raises:
        StoreError: a file cannot be written.
    """
    paths = [folder / "airwars_incidents.csv", folder / "airwars_sources.csv"]
    lookup = Lookup(edition)
    write_rows(paths[0], COLUMNS, map(_row, edition.entries()))
    write_rows(paths[1], SOURCE_COLUMNS, _sources(edition, lookup))
    return paths


def _row(entry: Entry) -> dict[str, object]:
    place = entry.place
    harm = entry.killed.get("civilian") or entry.injured.get("civilian")
    fighters = [entry.killed.get(k) for k in ("combatant_a", "combatant_b", "combatant")]
    return {
        "code": code(entry),
        "date": entry.date_start,
        "date_end": entry.date_end,
        "country": country_name(place.country) if place and place.country else None,
        "location": place.name if place else None,
        "region": place.adm1 if place else None,
        "strike_status": STATUS.get(entry.grade),
        "strike_type": entry.sub_event_type or entry.event_type,
        "targeted_belligerent": entry.side_b.name if entry.side_b else None,
        "known_belligerent": entry.side_a.name if entry.side_a else None,
        "civilian_harm_reported": "Yes" if harm else None,
        "civilian_harm_status": GRADING.get(entry.grade),
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geolocation_accuracy": ACCURACY.get(place.precision) if place else None,
        **_ranges(entry),
        "belligerents_killed_min": _sum(fighters, "low"),
        "belligerents_killed_max": _sum(fighters, "high"),
    }


def code(entry: Entry) -> str:
    """A code that begins as Airwars' do, by country, and ends with our own id."""
    found = state(entry.place.country) if entry.place else None
    return f"{found.iso3 if found else 'XXX'}-{entry.incident_id}"


def _ranges(entry: Entry) -> dict[str, object]:
    cells: dict[str, object] = {}
    for name, outcome, key in _FIGURES:
        figures = entry.killed if outcome == "killed" else entry.injured
        figure = figures.get(key)
        cells[f"{name}_min"] = figure.low if figure else None
        cells[f"{name}_max"] = figure.high if figure else None
    return cells


def _sum(figures: list[Figure | None], bound: str) -> int | None:
    """The sum of what is told; None where nothing is, or a bound is open."""
    told = [getattr(figure, bound) for figure in figures if figure is not None]
    return None if not told or None in told else sum(told)


def _sources(edition: Edition, lookup: Lookup) -> Iterator[dict[str, object]]:
    for entry in edition.entries():
        for document in lookup.documents_of(entry):
            yield {
                "code": code(entry),
                "date": lookup.day(document) or None,
                "name": lookup.office(document),
                "language": document.language,
                "url": document.url,
                "archive_url": None,
            }
