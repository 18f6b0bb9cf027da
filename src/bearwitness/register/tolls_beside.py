"""What the register itself sums to for a toll's window, to be set beside it and never mixed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bearwitness.model.register import Entry, Toll
from bearwitness.text.countries import country_name


@dataclass(frozen=True, slots=True)
class Beside:
    """The register's own count over a window.

    Attributes:
        incidents: those that lie wholly within the window.
        low, best: sums of their figures; what is not known adds nothing, so both are floors.
        without_figure: incidents of the window that have no figure.
    """

    incidents: int
    low: int
    best: int
    without_figure: int


def beside(toll: Toll, entries: Iterable[Entry], until: date | None = None) -> Beside | None:
    """The register's incidents of a toll's window and place; None where no beginning is told.

    Args:
        toll: only tolls of the killed or injured have a like in the register.
        entries: the register's incidents.
        until: last day, for a toll that runs on.
    """
    end = toll.window_end or until
    if toll.scope == "cumulative" and until is not None:
        end = until if end is None else max(end, until)
    if toll.outcome not in ("killed", "injured") or toll.window_start is None:
        return None
    found = [
        e for e in entries
        if e.superseded_by is None and _within(e, toll.window_start, end) and _placed(e, toll)
    ]  # fmt: skip
    low = best = without = 0
    for entry in found:
        figures = entry.killed if toll.outcome == "killed" else entry.injured
        figure = figures.get("total")
        value = figure.best if figure and figure.best is not None else None
        if figure is None or (value is None and figure.low is None):
            without += 1
            continue
        low += figure.low or 0
        best += value if value is not None else figure.low or 0
    return Beside(len(found), low, best, without)


def _within(entry: Entry, start: date | None, end: date | None) -> bool:
    if entry.date_start is None:
        return False
    last = entry.date_end or entry.date_start
    return (start is None or entry.date_start >= start) and (end is None or last <= end)


def _placed(entry: Entry, toll: Toll) -> bool:
    """Whether an incident lies in the place a toll is told for (any, where it tells none)."""
    _, found, name = toll.definition.partition(" in ")
    if not found:
        return True
    place = entry.place
    if place is None:
        return False
    country = country_name(place.country) if place.country else None
    return name in (place.name, place.adm1, country, place.country)


def breaks(tolls: Iterable[Toll]) -> dict[str, list[str]]:
    """Where one source's tolls change what they count: toll id to the ids it must not be joined to.

    Two series of one source and outcome break where they count other people, places or windows.
    """
    groups: dict[tuple[str, str], list[Toll]] = {}
    for toll in tolls:
        groups.setdefault((toll.source, toll.outcome), []).append(toll)
    return {
        toll.toll_id: [o.toll_id for o in group if o.toll_id != toll.toll_id]
        for group in groups.values()
        for toll in group
        if len(group) > 1
    }
