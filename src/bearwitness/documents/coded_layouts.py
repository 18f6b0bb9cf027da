"""The layouts in which others keep coded incidents: UCDP GED, ACLED, Airwars and our own table.

A layout turns a row into `Coded`: our terms, the coders' values. GED's and ACLED's codes of
precision are taken from their codebooks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bearwitness.model.claim import Outcome, Status
from bearwitness.model.register import FIGURE_KEYS

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a record: its words, what it counts, and whether a larger one holds it.

    Attributes:
        best: the coders' best estimate; None where they give a range alone.
        zero_is_none_told: the layout has no other way to say that nobody counts.
    """

    label: str
    outcome: Outcome
    low: int | None
    best: int | None
    high: int | None
    status: Status = "any"
    side: str | None = None
    attributes: tuple[str, ...] = ()
    subset: bool = False
    zero_is_none_told: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as coded; None where the record says nothing.

    Attributes:
        country: its name or ISO code, as coded.
        gw, iso: the country's Gleditsch–Ward or ISO 3166-1 number, as coded.
        precision: GED's where_prec.
    """

    name: str | None
    adm1: str | None
    adm2: str | None
    country: str | None
    gw: int | None
    iso: int | None
    lat: float | None
    lon: float | None
    precision: int


@dataclass(frozen=True, slots=True)
class Coded:
    """A record in our terms; None where its coders say nothing.

    Attributes:
        key: its id in the source.
        start, end, precision: days, and GED's date_prec.
        type_of_violence: GED's code, where the layout has it.
        event_type: an ACLED term; `kind` where the layout has words of its own for it.
        counts: the whole before its parts.
    """

    key: str
    start: date | None
    end: date | None
    precision: int
    spot: Spot | None
    side_a: str | None
    side_b: str | None
    event_type: str | None
    counts: tuple[Count, ...]
    type_of_violence: int | None = None
    kind: str | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """First and last day, as far as they are coded."""
        return tuple(d for d in (self.start, self.end) if d is not None)


# ---- cells


def _text(row: Row, name: str) -> str | None:
    value = row.get(name)
    return str(value).strip() or None if value is not None else None


def _whole(row: Row, name: str) -> int | None:
    text = _text(row, name)
    return None if text is None else round(float(text))


def _real(row: Row, *names: str) -> float | None:
    text = next((found for name in names if (found := _text(row, name))), None)
    return None if text is None else float(text)


def _day(row: Row, name: str) -> date | None:
    text = _text(row, name)
    return None if text is None else date.fromisoformat(text[:10])


def _of(row: Row, *names: str) -> str:
    return next((name for name in names if name in row), names[0])


def _spot(
    row: Row, precision: int, name: str, adm1: str, adm2: str = "", **number: str
) -> Spot | None:
    found = Spot(
        _text(row, name),
        _text(row, adm1),
        _text(row, adm2),
        _text(row, "country"),
        _whole(row, number.get("gw", "")),
        _whole(row, number.get("iso", "")),
        _real(row, "latitude", "lat"),
        _real(row, "longitude", "lon"),
        precision,
    )
    told = (found.name, found.adm1, found.country, found.lat)
    return found if any(part is not None for part in told) else None


def _count(
    row: Row,
    label: str,
    names: tuple[str, str, str],
    outcome: Outcome = "killed",
    **more: Any,
) -> tuple[Count, ...]:
    """The count of three columns (low, best, high); nothing where all are empty."""
    low, best, high = (_whole(row, name) for name in names)
    if low is None and best is None and high is None:
        return ()
    return (Count(label, outcome, low, best, high, **more),)


def _parts(*counts: tuple[Count, ...]) -> tuple[Count, ...]:
    """Parts above zero: coders of a layout that splits a whole write 0 for what is not told."""
    return tuple(c for found in counts for c in found if c.best)


# ---- layouts


def _ged(row: Row) -> Coded:
    side_a, side_b = _text(row, "side_a"), _text(row, "side_b")
    civilians = _of(row, "deaths_civilians", "civilian_deaths")
    fighters: dict[str, Any] = {"status": "combatant", "subset": True}
    return Coded(
        str(row["id"]),
        _day(row, "date_start"),
        _day(row, "date_end") or _day(row, "date_start"),
        _whole(row, "date_prec") or 1,
        _spot(row, _whole(row, "where_prec") or 1, "where_coordinates", "adm_1", "adm_2",
              gw="country_id"),
        side_a,
        side_b,
        None,
        (
            *_count(row, "Killed", (_of(row, "low", "best"), "best", _of(row, "high", "best"))),
            *_parts(
                _count(row, "Civilians killed", _once(civilians), status="civilian", subset=True),
                _count(row, "Killed of side A", _once("deaths_a"), side=side_a, **fighters),
                _count(row, "Killed of side B", _once("deaths_b"), side=side_b, **fighters),
                _count(row, "Combatants killed", _once("combatant_deaths"), **fighters),
            ),
        ),
        _whole(row, "type_of_violence"),
    )  # fmt: skip


def _once(name: str) -> tuple[str, str, str]:
    return name, name, name


def _acled(row: Row) -> Coded:
    day = _day(row, "event_date")
    precision = {1: 1, 2: 3, 3: 4}.get(_whole(row, "time_precision") or 1, 1)
    where = {1: 1, 2: 3, 3: 4}.get(_whole(row, "geo_precision") or 1, 1)
    return Coded(
        str(row["event_id_cnty"]),
        day,
        day,
        precision,
        _spot(row, where, "location", "admin1", "admin2", iso="iso"),
        _text(row, "actor1"),
        _text(row, "actor2"),
        _text(row, "sub_event_type") or _text(row, "event_type"),
        _count(row, "Killed", _once("fatalities"), zero_is_none_told=True),
    )


def _airwars(row: Row) -> Coded:
    start = _day(row, _of(row, "date", "incident_date"))
    whole = "civilian_non_combatants" if "civilian_non_combatants_killed_min" in row else None
    killed, injured = (
        (f"{whole}_killed", f"{whole}_injured")
        if whole
        else ("civilian_deaths", "civilian_injuries")
    )
    side = _text(row, "targeted_belligerent")
    fighters: dict[str, Any] = {"status": "combatant", "side": side}
    kin: dict[str, Any] = {"status": "civilian", "subset": True}
    counts = [
        *_range(row, "Civilians killed", killed, "killed", status="civilian"),
        *_range(row, "Civilians injured", injured, "injured", status="civilian"),
        *_range(row, "Belligerents killed", _of(
            row, "belligerents_killed_min", "combatant_deaths_min"
        ).removesuffix("_min"), "killed", **fighters),
    ]  # fmt: skip
    for group in ("children", "women"):
        name = _of(row, f"{group}_killed_min", f"{group}_deaths_min").removesuffix("_min")
        label = f"{group.capitalize()} killed"
        counts += _range(row, label, name, "killed", attributes=(group,), **kin)
    accuracy = _text(row, _of(row, "geolocation_accuracy", "geo_accuracy")) or ""
    precision = _ACCURACY.get(accuracy.lower().replace("_", " "), 1)
    kind = _text(row, "strike_type")
    return Coded(
        str(row[_of(row, "code", "incident_code")]),
        start,
        _day(row, _of(row, "date_end", "incident_date_end")) or start,
        1,
        _spot(row, precision, "location", _of(row, "region", "governorate")),
        _text(row, _of(row, "known_belligerent", "belligerents")),
        side,
        _struck_by(kind),
        tuple(counts),
        kind=kind,
    )


# Airwars' words for how near a place is known that are coarser than a town, in GED's where_prec.
_ACCURACY = {"subdistrict": 3, "district": 3, "governorate": 4, "region": 4, "country": 6}
# None: no one term of ACLED's says it.
_STRIKES: Mapping[str, str | None] = {
    "airstrike": "Air/drone strike",
    "drone strike": "Air/drone strike",
    "artillery": "Shelling/artillery/missile attack",
    "airstrike and/or artillery": None,
    "ground operation": None,
    "counter-terrorism action (ground)": None,
}


def _struck_by(kind: str | None) -> str | None:
    """The one ACLED term for all the kinds of strike named, None where there is none."""
    parts = [part.strip() for part in (kind or "").split(",")]
    terms = {_STRIKES.get(part.lower(), part or None) for part in parts}
    return terms.pop() if len(terms) == 1 else None


def _range(row: Row, label: str, name: str, outcome: Outcome, **more: Any) -> tuple[Count, ...]:
    """A count of two columns, `_min` and `_max`."""
    low, high = _whole(row, f"{name}_min"), _whole(row, f"{name}_max")
    if low is None and high is None:
        return ()
    return (Count(label, outcome, low, None, high, **more),)


_OF_KEY: Mapping[str, Mapping[str, Any]] = {
    "total": {},
    "civilian": {"status": "civilian", "subset": True},
    "combatant_a": {"status": "combatant", "subset": True},
    "combatant_b": {"status": "combatant", "subset": True},
    "unknown": {"status": "unknown", "subset": True},
    "children": {"attributes": ("children",), "subset": True},
    "women": {"attributes": ("women",), "subset": True},
}


def _own(row: Row) -> Coded:
    sides = {"combatant_a": _text(row, "side_a"), "combatant_b": _text(row, "side_b")}
    outcomes: tuple[Outcome, ...] = ("killed", "injured")
    counts = [
        count
        for outcome in outcomes
        for key in FIGURE_KEYS
        for count in _count(
            row,
            f"{outcome.capitalize()}, {key.replace('_', ' ')}",
            (f"{outcome}_{key}_low", f"{outcome}_{key}_best", f"{outcome}_{key}_high"),
            outcome,
            side=sides.get(key),
            **_OF_KEY[key],
        )
    ]
    precision = _whole(row, "where_precision") or 1
    return Coded(
        str(row["incident_id"]),
        _day(row, "date_start"),
        _day(row, "date_end") or _day(row, "date_start"),
        _whole(row, "date_precision") or 1,
        _spot(row, precision, "place", "adm1"),
        _text(row, "side_a"),
        _text(row, "side_b"),
        _text(row, "sub_event_type") or _text(row, "event_type"),
        tuple(counts),
        _whole(row, "type_of_violence"),
    )


LAYOUTS: Mapping[str, tuple[str, Callable[[Row], Coded]]] = {
    "ged": ("UCDP GED", _ged),
    "acled": ("ACLED", _acled),
    "airwars": ("Airwars", _airwars),
    "csv": ("imported table", _own),
}
