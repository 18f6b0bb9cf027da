"""Iraq Body Count's layout: incidents, and persons (of whom a register of counts holds none)."""

from __future__ import annotations

from pathlib import Path

from bearwitness.model.register import Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup
from bearwitness.publish.losses import sources_of
from bearwitness.publish.rows import write_rows
from bearwitness.text.countries import country_name

COLUMNS = (
    "code",
    "date",
    "end_date",
    "time",
    "place",
    "target",
    "minimum_deaths",
    "maximum_deaths",
    "minimum_injuries",
    "maximum_injuries",
    "counted",
    "weapons",
    "killers",
    "media_sources",
    "primary_witnesses",
    "status",
)
PERSON_COLUMNS = (
    "code",
    "name",
    "age",
    "gender",
    "marital_status",
    "parental_status",
    "occupation",
)
HOLDS = frozenset(
    """killed_range killed_open killed_untold killed_civilian injured injured_range roots documents
    date_interval date_unknown place adm1 sub_event_type sides""".split()
)


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write ibc_incidents.csv and ibc_persons.csv (columns only: persons stay out).

    Raises:
        StoreError: a file cannot be written.
    """
    paths = [folder / "ibc_incidents.csv", folder / "ibc_persons.csv"]
    lookup = Lookup(edition)
    write_rows(paths[0], COLUMNS, (_row(e, lookup) for e in edition.entries()))
    write_rows(paths[1], PERSON_COLUMNS, ())
    return paths


def _row(entry: Entry, lookup: Lookup) -> dict[str, object]:
    civilians = entry.killed.get("civilian")
    killed = civilians or entry.killed.get("total")
    hurt = entry.injured.get("civilian") if civilians else None
    hurt = hurt or entry.injured.get("total")
    place = entry.place
    country = country_name(place.country) if place and place.country else None
    names = (place.name, place.adm1, country) if place else ()
    weapons = {c.weapon for c in lookup.claims_of.get(entry.incident_id, []) if c.weapon}
    return {
        "code": entry.incident_id,
        "date": entry.date_start,
        "end_date": entry.date_end,
        "time": None,
        "place": ", ".join(name for name in names if name) or None,
        "target": entry.side_b.name if entry.side_b else None,
        "minimum_deaths": _bound(killed, "low"),
        "maximum_deaths": _bound(killed, "high"),
        "minimum_injuries": _bound(hurt, "low"),
        "maximum_injuries": _bound(hurt, "high"),
        "counted": "civilians" if civilians else "people, of whatever status",
        "weapons": "; ".join(sorted(weapons)) or entry.sub_event_type,
        "killers": entry.side_a.name if entry.side_a else None,
        "media_sources": sources_of(lookup, entry),
        "primary_witnesses": "; ".join(entry.roots) or None,
        "status": "Provisional" if entry.independent_sources < 2 else None,
    }


def _bound(figure: Figure | None, name: str) -> int | None:
    return None if figure is None else getattr(figure, name)
