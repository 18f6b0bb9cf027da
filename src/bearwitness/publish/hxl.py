"""HXL: a CSV with a second header row of hashtags.

P-codes of divisions are OCHA's and not the gazetteer's: `#adm1+code` stays empty.
"""

from __future__ import annotations

from pathlib import Path

from bearwitness.model.register import Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup, best
from bearwitness.publish.losses import sources_of
from bearwitness.publish.rows import write_rows
from bearwitness.publish.states import state
from bearwitness.text.countries import country_name

TAGS = {
    "First day": "#date+start",
    "Last day": "#date+end",
    "Side A": "#group+name+first",
    "Side B": "#group+name+second",
    "Sources": "#meta+source",
    "Incident": "#meta+id",
    "Grade": "#meta+grade",
    "Description": "#description",
    "Place": "#loc+name",
    "Province": "#adm1+name",
    "Province code": "#adm1+code",
    "District": "#adm2+name",
    "Latitude": "#geo+lat",
    "Longitude": "#geo+lon",
    "Country": "#country+name",
    "Country code": "#country+code",
    "Killed": "#affected+killed",
    "Killed, low": "#affected+killed+low",
    "Killed, high": "#affected+killed+high",
    "Civilians killed": "#affected+killed+civilian",
    "Children killed": "#affected+killed+children",
    "Women killed": "#affected+killed+f",
    "Injured": "#affected+injured",
    "Injured, low": "#affected+injured+low",
    "Injured, high": "#affected+injured+high",
    "Children injured": "#affected+injured+children",
}
HOLDS = frozenset(
    """killed_best killed_range killed_open killed_untold killed_civilian killed_children_women
    injured injured_range documents grade date_interval place adm1 coordinates sides""".split()
)


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write incidents.hxl.csv.

    Raises:
        StoreError: the file cannot be written.
    """
    path = folder / "incidents.hxl.csv"
    lookup = Lookup(edition)
    rows = (_row(e, lookup) for e in edition.entries())
    write_rows(path, list(TAGS), rows, under=list(TAGS.values()))
    return [path]


def _row(entry: Entry, lookup: Lookup) -> dict[str, object]:
    place = entry.place
    found = state(place.country) if place else None
    killed, injured = entry.killed, entry.injured
    return {
        "First day": entry.date_start,
        "Last day": entry.date_end,
        "Side A": entry.side_a.name if entry.side_a else None,
        "Side B": entry.side_b.name if entry.side_b else None,
        "Sources": sources_of(lookup, entry),
        "Incident": entry.incident_id,
        "Grade": entry.grade,
        "Description": entry.title,
        "Place": place.name if place else None,
        "Province": place.adm1 if place else None,
        "Province code": None,
        "District": None,
        "Latitude": place.lat if place else None,
        "Longitude": place.lon if place else None,
        "Country": country_name(place.country) if place and place.country else None,
        "Country code": found.iso3 if found else None,
        "Killed": best(killed.get("total")),
        "Killed, low": _bound(killed.get("total"), "low"),
        "Killed, high": _bound(killed.get("total"), "high"),
        "Civilians killed": best(killed.get("civilian")),
        "Children killed": best(killed.get("children")),
        "Women killed": best(killed.get("women")),
        "Injured": best(injured.get("total")),
        "Injured, low": _bound(injured.get("total"), "low"),
        "Injured, high": _bound(injured.get("total"), "high"),
        "Children injured": best(injured.get("children")),
    }


def _bound(figure: Figure | None, name: str) -> int | None:
    return None if figure is None else getattr(figure, name)
