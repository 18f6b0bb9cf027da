"""ACLED's layout: 31 columns, one row an event, one number of fatalities.

Terms and codes after the ACLED codebook. ACLED has no unknown number of fatalities: it writes 0,
so the notes say "Number of killed not told." and the loss report lists the incident.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from bearwitness.model.claim import Actor
from bearwitness.model.register import Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup, best, number_of
from bearwitness.publish.losses import sources_of
from bearwitness.publish.rows import write_rows
from bearwitness.publish.states import state
from bearwitness.text.countries import country_name

COLUMNS = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp"
).split(",")
HOLDS = frozenset(
    "killed_best event_type sub_event_type sides place adm1 coordinates documents".split()
)
AS_NUMBER = "interaction-number"
INTER = (
    "State forces",
    "Rebel group",
    "Political militia",
    "Identity militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
)
_TIME = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
_GEO = {1: 1, 2: 2, 3: 2}
_WORDS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (code, re.compile(rf"\b(?:{words})\b", re.I))
    for code, words in (
        (6, "protesters?|demonstrators?"),
        (5, "rioters?|mobs?"),
        (
            7,
            "civilians?|residents?|villagers?|people|students?|worshippers?|farmers?|passengers?|"
            "children|refugees?|workers?|journalists?|medics?|families",
        ),
        (4, "tribal|tribesmen|communal|ethnic|clans?|herders?|herdsmen"),
        (3, "militias?|militiamen|gangs?|cartels?|gunmen|vigilantes?"),
        (2, "rebels?|insurgents?|militants?|jihadists?|separatists?|guerrillas?|islamic state"),
        (8, "coalition|peacekeepers?|united nations|nato"),
        (1, "government|army|police|air force|navy|troops|military|security forces|soldiers?"),
    )
)
_DISORDER = {
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_DISORDER_OF_SUB = {
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Violent demonstration": "Demonstrations",
}


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write acled.csv.

    Raises:
        StoreError: the file cannot be written.
    """
    path = folder / "acled.csv"
    lookup = Lookup(edition)
    numbers = AS_NUMBER in edition.switches
    entries = [e for e in edition.entries() if why_not(e) is None]
    entries.sort(key=lambda e: (str(e.date_start), e.incident_id))
    write_rows(path, COLUMNS, (row(e, lookup, numbers) for e in entries))
    return [path]


def left_out(edition: Edition) -> Iterator[tuple[str, str]]:
    """Incidents that ACLED cannot hold, and why."""
    for entry in edition.entries():
        why = why_not(entry)
        if why is not None:
            yield why, entry.incident_id


def why_not(entry: Entry) -> str | None:
    """Why ACLED cannot hold an incident, None where it can."""
    if entry.date_start is None:
        return "the date is not known"
    if entry.event_type is None:
        return "the kind of event is not known"
    if entry.place is None or entry.place.lat is None or entry.place.lon is None:
        return "no coordinates"
    if state(entry.place.country) is None:
        return "the country is not known"
    return None


def inter(actor: Actor | None, country: str | None) -> int:
    """ACLED's kind of actor, 1 to 8; 0 for nobody. A state abroad is an external force."""
    if actor is None:
        return 0
    prefix, _, rest = (actor.actor_id or "").partition("-")
    if prefix == "gov":
        at_home = country is None or rest.split("-")[0].upper() == country
        return 1 if at_home else 8
    listed = {"int": 8, "un": 8, "reb": 2, "mil": 3}.get(prefix)
    if listed is not None:
        return listed
    words = f"{actor.name} {actor.text}"
    return next((code for code, pattern in _WORDS if pattern.search(words)), 3)


def interaction(first: int, second: int, as_number: bool) -> str:
    """The pair of kinds, as ACLED writes it."""
    if as_number:
        small, large = sorted((first, second))
        return f"{small}{large}" if small else f"{large}0"
    names = [INTER[code - 1] for code in sorted((first, second)) if code]
    return f"{names[0]} only" if len(names) == 1 else "-".join(names)


def row(entry: Entry, lookup: Lookup, as_number: bool) -> dict[str, Any]:
    """One event; the entry is one that `why_not` lets pass."""
    start, place = entry.date_start, entry.place
    found = state(place.country) if place else None
    if start is None or place is None or found is None:
        raise ValueError(f"{entry.incident_id} has no date or country; ask why_not first")
    acting, struck = entry.side_a, entry.side_b
    if acting is None and struck is not None:
        acting_name, first = "Unidentified Armed Group", 3
    else:
        acting_name, first = (acting.name if acting else ""), inter(acting, place.country)
    second = inter(struck, place.country)
    return {
        "event_id_cnty": f"{found.iso3}{number_of(entry.incident_id)}",
        "event_date": start.isoformat(),
        "year": start.year,
        "time_precision": _TIME[entry.date_precision],
        "disorder_type": _disorder(entry),
        "event_type": entry.event_type,
        "sub_event_type": entry.sub_event_type,
        "actor1": acting_name,
        "assoc_actor_1": None,
        "inter1": _kind(first, as_number),
        "actor2": _struck_name(struck, place.country),
        "assoc_actor_2": None,
        "inter2": _kind(second, as_number),
        "interaction": interaction(first, second, as_number) if first or second else None,
        "civilian_targeting": "Civilian targeting" if _targets_civilians(entry, second) else None,
        "iso": found.iso_numeric,
        "region": found.acled_region,
        "country": _country(found.iso2),
        "admin1": place.adm1,
        "admin2": None,
        "admin3": None,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": _GEO.get(place.precision, 3),
        "source": sources_of(lookup, entry),
        "source_scale": None,
        "notes": notes(entry),
        "fatalities": best(entry.killed.get("total")) or 0,
        "tags": None,
        "timestamp": _timestamp(entry, lookup),
    }


def _kind(code: int, as_number: bool) -> object:
    if as_number:
        return code
    return INTER[code - 1] if code else None


# Where ACLED's name of a country is another than GeoNames'.
_COUNTRIES = {
    "CD": "Democratic Republic of Congo",
    "CG": "Republic of Congo",
    "CV": "Cape Verde",
    "CZ": "Czech Republic",
    "NL": "Netherlands",
    "PS": "Palestine",
    "SZ": "eSwatini",
    "TL": "East Timor",
    "VA": "Vatican City",
}


def _country(iso2: str) -> str | None:
    return _COUNTRIES.get(iso2) or country_name(iso2)


def _struck_name(actor: Actor | None, country: str | None) -> str | None:
    if actor is None:
        return None
    if actor.name.lower() == "civilians" and country:
        return f"Civilians ({_country(country)})"
    return actor.name


def _targets_civilians(entry: Entry, struck: int) -> bool:
    return struck == 7 or entry.event_type == "Violence against civilians"


def _disorder(entry: Entry) -> str:
    sub = _DISORDER_OF_SUB.get(entry.sub_event_type or "")
    return sub or _DISORDER.get(entry.event_type or "", "Political violence")


def notes(entry: Entry) -> str:
    """What the one number cannot tell, in words."""
    told = [f"{entry.title}."]
    for word, figures in (("killed", entry.killed), ("injured", entry.injured)):
        figure = figures.get("total")
        if figure is None or (figure.best is None and figure.low is None):
            told.append(f"Number of {word} not told.")
        else:
            told.append(f"{word.capitalize()}: {_bounds(figure)} ({figure.rule}).")
    told.append(f"Independent sources: {entry.independent_sources} ({entry.grade}).")
    return " ".join(told)


def _bounds(figure: Figure) -> str:
    low = "?" if figure.low is None else figure.low
    high = "open" if figure.high is None else figure.high
    return f"best {'?' if figure.best is None else figure.best}, low {low}, high {high}"


def _timestamp(entry: Entry, lookup: Lookup) -> int:
    """Midnight (UTC) of the newest report's day, in seconds since 1970; 0 where unknown."""
    days = [day for day in map(lookup.day, lookup.documents_of(entry)) if day]
    if not days:
        return 0
    last = datetime.fromisoformat(max(days)).date()
    return int(datetime.combine(last, time.min, UTC).timestamp())
