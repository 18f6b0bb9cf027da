"""Loss reports: what the register knows and a format cannot hold, counted and listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bearwitness.model.register import FIGURE_KEYS, Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup

Test = Callable[[Entry], bool]
LeftOut = Iterable[tuple[str, str]]


def _figures(entry: Entry) -> list[Figure]:
    both = (*entry.killed.values(), *entry.injured.values())
    return [figure for figure in both if figure is not None]


def _ranged(figure: Figure | None) -> bool:
    return figure is not None and not figure.low == figure.best == figure.high


def _open(figure: Figure | None) -> bool:
    return figure is not None and None in (figure.low, figure.best, figure.high)


def _any(entry: Entry, *keys: str) -> bool:
    return any(entry.killed.get(key) is not None for key in keys)


_STATUS = ("civilian", "combatant_a", "combatant_b", "combatant", "unknown")

# A feature of the register, in words, and whether an incident has it.
FEATURES: dict[str, tuple[str, Test]] = {
    "killed_best": ("the number of killed", lambda e: e.killed.get("total") is not None),
    "killed_range": ("low and high of the killed", lambda e: _ranged(e.killed.get("total"))),
    "killed_open": (
        "a bound or number of killed that is open or unknown",
        lambda e: _open(e.killed.get("total")),
    ),
    "killed_untold": (
        "nothing is said of killed: unknown, and not zero",
        lambda e: e.killed.get("total") is None,
    ),
    "killed_civilian": ("civilians among the killed", lambda e: _any(e, "civilian")),
    "killed_sides": (
        "fighters of each side among the killed",
        lambda e: _any(e, "combatant_a", "combatant_b"),
    ),
    "killed_fighters": ("fighters of no stated side", lambda e: _any(e, "combatant")),
    "killed_status_unknown": (
        "killed whose status is said to be unknown",
        lambda e: _any(e, "unknown"),
    ),
    "killed_status_ranges": (
        "low and high of the killed of one status",
        lambda e: any(_ranged(e.killed.get(key)) for key in _STATUS),
    ),
    "killed_children_women": (
        "children and women among the killed",
        lambda e: _any(e, "children", "women"),
    ),
    "injured": ("the number of injured", lambda e: e.injured.get("total") is not None),
    "injured_range": ("low and high of the injured", lambda e: _ranged(e.injured.get("total"))),
    "injured_kinds": (
        "injured by status, and children and women among them",
        lambda e: any(e.injured.get(k) is not None for k in (*FIGURE_KEYS[1:], "combatant")),
    ),
    "rule": ("the rule each figure was made by", lambda e: bool(_figures(e))),
    "used": ("which claims each figure rests on", lambda e: any(f.used for f in _figures(e))),
    "set_aside": (
        "which claims were set aside, and why",
        lambda e: any(f.set_aside for f in _figures(e)),
    ),
    "attribution": ("on whose word each figure stands", lambda e: bool(_figures(e))),
    "development": ("how a source's count changed", lambda e: len(e.development) > 1),
    "independent_sources": ("the number of independent sources", lambda e: True),
    "roots": ("the names of the independent sources", lambda e: bool(e.roots)),
    "grade": ("how well the count is supported", lambda e: e.grade != "unknown"),
    "contradictions": ("what cannot all be right", lambda e: bool(e.contradictions)),
    "documents": ("which reports tell of it", lambda e: bool(e.documents)),
    "dispatches": (
        "which reports are one dispatch",
        lambda e: len(e.documents) > len(e.dispatches),
    ),
    "date_interval": ("first and last day", lambda e: e.date_start != e.date_end),
    "date_precision": ("how exactly the date is known", lambda e: e.date_precision != 1),
    "date_unknown": ("an incident whose day is not known", lambda e: e.date_start is None),
    "place": ("the place's name", lambda e: e.place is not None),
    "adm1": ("the province", lambda e: e.place is not None and e.place.adm1 is not None),
    "coordinates": ("the coordinates", lambda e: e.place is not None and e.place.lat is not None),
    "place_id": (
        "the gazetteer's id",
        lambda e: e.place is not None and e.place.place_id is not None,
    ),
    "where_precision": (
        "how exactly the place is known (seven steps)",
        lambda e: e.place is not None and e.place.precision > 1,
    ),
    "event_type": ("the kind of event", lambda e: e.event_type is not None),
    "sub_event_type": ("the closer kind of event", lambda e: e.sub_event_type is not None),
    "type_of_violence": (
        "state-based, non-state or one-sided",
        lambda e: e.type_of_violence is not None,
    ),
    "sides": ("the sides", lambda e: e.side_a is not None or e.side_b is not None),
    "sides_as_written": ("the sides in a report's own words", lambda e: e.side_a is not None),
    "notes": ("notes on the incident", lambda e: bool(e.notes)),
}
_NEVER_IN_ROWS = (
    ("tolls", "counts over a window or a war, with their sources"),
    ("other_claims", "claims on no incident, and claims that count nobody"),
    ("dispatch_texts", "the words of the reports, and what changed between their versions"),
)


def report(name: str, edition: Edition, holds: frozenset[str], left_out: LeftOut = ()) -> Any:
    """The loss report of a format, ready to be written as JSON.

    Args:
        name: the format's.
        edition: what was to be written.
        holds: the features of `FEATURES`, and of tolls, other claims and texts, that it holds.
        left_out: (why, incident id) for each incident that it could not hold at all.
    """
    entries = edition.entries()
    out: dict[str, list[str]] = {}
    for why, incident in left_out:
        out.setdefault(why, []).append(incident)
    gone = {incident for ids in out.values() for incident in ids}
    losses = [
        {"loses": key, "meaning": words, "count": len(ids), "ids": ids}
        for key, (words, has) in FEATURES.items()
        if key not in holds
        if (ids := [e.incident_id for e in entries if e.incident_id not in gone and has(e)])
    ]
    losses += [
        {"loses": key, "meaning": words, "count": len(ids), "ids": ids}
        for key, words in _NEVER_IN_ROWS
        if key not in holds
        if (ids := sorted(_ids(key, edition)))
    ]
    return {
        "format": name,
        "profile": edition.profile,
        "incidents": len(entries),
        "written": len(entries) - len(gone) if "incidents" not in holds else len(entries),
        "left_out": [{"why": w, "count": len(ids), "ids": sorted(ids)} for w, ids in out.items()],
        "losses": losses,
    }


def _ids(key: str, edition: Edition) -> Iterator[str]:
    if key == "tolls":
        yield from (t.toll_id for t in edition.register.tolls)
    elif key == "other_claims":
        for claim in edition.claims():
            if claim.casualty is None or claim.claim_id not in edition.incident_of:
                yield claim.claim_id
    else:
        yield from (d.document_id for d in edition.documents())


def sources_of(lookup: Lookup, entry: Entry) -> str:
    """Names of an incident's outlets, each once, in order of day."""
    names = dict.fromkeys(lookup.office(d) for d in lookup.documents_of(entry))
    return "; ".join(names)
