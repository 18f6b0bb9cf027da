"""UCDP GED: 49 columns, one row an event with at least a best estimate of its killed.

Columns and codes after the UCDP GED codebook (Sundberg and Melander 2013, "Introducing the UCDP
Georeferenced Event Dataset", Journal of Peace Research 50(4)). UCDP's own ids of conflicts, dyads
and actors are not known here: ours begin above a thousand million, so that they are never taken
for UCDP's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bearwitness.model.claim import Actor
from bearwitness.model.register import Entry
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup, best, number_of
from bearwitness.publish.rows import write_rows
from bearwitness.publish.states import priogrid_gid, state

COLUMNS = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
    "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,"
    "gwnoa,gwnob"
).split(",")
HOLDS = frozenset(
    """killed_best killed_range killed_civilian killed_sides killed_status_unknown documents roots
    independent_sources date_interval date_precision place adm1 coordinates where_precision
    type_of_violence sides""".split()
)
ACTIVE = 25  # deaths in a year from which UCDP calls a dyad active
_OURS = 1_000_000_000
_CIVILIANS = Actor("Civilians", "gen-civilians", "Civilians")


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write ged.csv.

    Raises:
        StoreError: the file cannot be written.
    """
    path = folder / "ged.csv"
    lookup = Lookup(edition)
    entries = [e for e in edition.entries() if why_not(e) is None]
    active = _active_dyads(entries)
    rows = (row(e, lookup, active) for e in sorted(entries, key=_order))
    write_rows(path, COLUMNS, rows)
    return [path]


def left_out(edition: Edition) -> Iterator[tuple[str, str]]:
    """Incidents that GED cannot hold, and why."""
    for entry in edition.entries():
        why = why_not(entry)
        if why is not None:
            yield why, entry.incident_id


def why_not(entry: Entry) -> str | None:
    """Why GED cannot hold an incident, None where it can: nothing is made up to fill a column."""
    place = entry.place
    total = entry.killed.get("total")
    if total is None or total.best is None:
        return "no number of killed is told, and GED would read it as zero"
    if entry.date_start is None:
        return "the date is not known"
    if entry.type_of_violence is None:
        return "the sides do not tell the type of violence"
    if place is None or place.lat is None or place.lon is None:
        return "no coordinates"
    found = state(place.country)
    if found is None or found.gw is None:
        return "the place lies in no state with a Gleditsch–Ward number"
    return None


def _order(entry: Entry) -> tuple[str, str]:
    return (entry.date_start.isoformat() if entry.date_start else "", entry.incident_id)


def _active_dyads(entries: list[Entry]) -> set[tuple[str, int]]:
    killed: defaultdict[tuple[str, int], int] = defaultdict(int)
    for entry in entries:
        if entry.date_start is not None:
            killed[dyad(in_order(entry)), entry.date_start.year] += (
                best(entry.killed.get("total")) or 0
            )
    return {key for key, count in killed.items() if count >= ACTIVE}


def in_order(entry: Entry) -> Entry:
    """The entry with its sides in GED's order.

    Of a state and another the state is side A; of an attack on civilians they are side B.
    """
    a, b, killed = entry.side_a, entry.side_b, entry.killed
    if entry.type_of_violence == 3 and b is None and _name(a) != "Civilians":
        return replace(entry, side_b=_CIVILIANS)
    behind = _name(a) == "Civilians" or (
        entry.type_of_violence == 1 and _is_state(b) and not _is_state(a)
    )
    if not behind:
        return entry
    swapped = {"combatant_a": "combatant_b", "combatant_b": "combatant_a"}
    turned = {swapped.get(key, key): figure for key, figure in killed.items()}
    return replace(entry, side_a=b, side_b=a, killed=turned)


def _is_state(actor: Actor | None) -> bool:
    return actor is not None and (actor.actor_id or "").startswith("gov-")


def dyad(entry: Entry) -> str:
    """The two sides in GED's way."""
    return f"{_name(entry.side_a)} - {_name(entry.side_b)}"


def _name(actor: Actor | None) -> str:
    if actor is None:
        return "unknown"
    return "Civilians" if actor.name.lower() == "civilians" else actor.name


def _party(actor: Actor | None) -> str:
    """What a side's numbers are made from: the list's id outlasts a change of name.

    A kind ("rebels (Mali)") has one id for all countries, so that its name tells it apart.
    """
    if actor is None or not actor.actor_id or actor.actor_id.startswith("gen-"):
        return _name(actor).lower()
    return actor.actor_id


def _key(entry: Entry) -> str:
    return f"{_party(entry.side_a)} - {_party(entry.side_b)}"


def row(entry: Entry, lookup: Lookup, active: set[tuple[str, int]]) -> dict[str, Any]:
    """One event; the entry is one that `why_not` lets pass."""
    start, place = entry.date_start, entry.place
    if start is None or place is None or place.lat is None or place.lon is None:
        raise ValueError(f"{entry.incident_id} has no date or place; ask why_not first")
    entry = in_order(entry)
    end = entry.date_end or start
    pair = dyad(entry)
    found = state(place.country)
    conflict = f"{found.gw_name if found else ''}: {pair}" if entry.type_of_violence == 1 else pair
    return {
        "id": number_of(entry.incident_id),
        "relid": entry.incident_id,
        "year": start.year,
        "active_year": int((pair, start.year) in active),
        "code_status": "Clear" if entry.side_a and entry.side_b else "Check",
        "type_of_violence": entry.type_of_violence,
        **_ids("conflict", f"{conflict.partition(':')[0]} {_key(entry)}"),
        "conflict_name": conflict,
        **_ids("dyad", _key(entry)),
        "dyad_name": pair,
        **_ids("side_a", _party(entry.side_a)),
        "side_a": _name(entry.side_a),
        **_ids("side_b", _party(entry.side_b)),
        "side_b": _name(entry.side_b),
        **_sources(entry, lookup),
        "where_prec": place.precision,
        "where_coordinates": place.name,
        "where_description": None,
        "adm_1": place.adm1,
        "adm_2": None,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})",
        "priogrid_gid": priogrid_gid(place.lat, place.lon),
        "country": found.gw_name if found else None,
        "country_id": found.gw if found else None,
        "region": found.ged_region if found else None,
        "event_clarity": 1 if entry.date_precision == 1 and place.precision <= 3 else 2,
        "date_prec": entry.date_precision,
        "date_start": f"{start.isoformat()} 00:00:00.000",
        "date_end": f"{end.isoformat()} 00:00:00.000",
        **deaths(entry),
        "gwnoa": state_number(entry.side_a),
        "gwnob": state_number(entry.side_b),
    }


def _ids(column: str, name: str) -> dict[str, int]:
    number = _OURS + number_of(name, 30)
    return {f"{column}_dset_id": number, f"{column}_new_id": number}


def _sources(entry: Entry, lookup: Lookup) -> dict[str, Any]:
    documents = lookup.documents_of(entry)
    offices = [_listable(lookup.office(d)) for d in documents]
    days = [lookup.day(d) for d in documents]
    titles = [_listable(d.title or "") for d in documents]
    told = zip(offices, days, titles, strict=True)
    return {
        "number_of_sources": entry.independent_sources or -1,
        "source_article": ";".join(f'"{office},{day},{title}"' for office, day, title in told),
        "source_office": ";".join(offices),
        "source_date": ";".join(days),
        "source_headline": ";".join(titles),
        "source_original": ";".join(map(_listable, entry.roots)),
    }


def _listable(words: str) -> str:
    """Words without the marks that part one source from the next."""
    return words.replace(";", ",").replace('"', "'")


def deaths(entry: Entry) -> dict[str, int]:
    """Deaths by side, best, high and low; the four parts always add up to best.

    Where the parts told are more than the total (sources that disagree), the split is left out
    and everybody is of unknown status.
    """
    killed = entry.killed
    total = killed.get("total")
    whole = best(total) or 0
    parts = [best(killed.get(key)) or 0 for key in ("combatant_a", "combatant_b", "civilian")]
    if sum(parts) > whole:
        parts = [0, 0, 0]
    low = total.low if total and total.low is not None else 0
    high = total.high if total and total.high is not None else whole
    return {
        "deaths_a": parts[0],
        "deaths_b": parts[1],
        "deaths_civilians": parts[2],
        "deaths_unknown": whole - sum(parts),
        "best": whole,
        "high": max(high, whole),
        "low": min(low, whole),
    }


def state_number(actor: Actor | None) -> int | None:
    """The Gleditsch–Ward number of a side that is a state's, None for any other."""
    parts = (actor.actor_id or "").split("-") if actor is not None else []
    if len(parts) < 2 or parts[0] != "gov":
        return None
    found = state(parts[1])
    return found.gw if found else None
