"""What changed between two publications: "killed 63 → 95, because …".

The history holds ids, numbers and rules only. Words are looked up in the present edition each time,
so that what is withheld today is not told by yesterday's log.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bearwitness.model.register import Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup

_WATCHED = (
    ("killed.total", "killed"),
    ("killed.civilian", "civilians killed"),
    ("killed.children", "children killed"),
    ("injured.total", "injured"),
)
State = dict[str, dict[str, Any]]
Change = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words.

    Attributes:
        publication: number of the publication that brought it, from 1.
        incident_id, title: which incident.
        what: "killed 63 → 95".
        why: because of what, empty where nothing tells.
        day: the newest day any report of the incident speaks from.
    """

    publication: int
    incident_id: str
    title: str
    what: str
    why: str
    day: str


def state_of(edition: Edition) -> State:
    """What the next publication is compared with: figures, grade, and where an incident went."""
    found: State = {}
    for entry in edition.register.entries:
        if entry.incident_id in edition.withheld:
            continue
        told: dict[str, Any] = {"grade": entry.grade, "merged": entry.superseded_by}
        for path, _ in _WATCHED:
            figure = _figure(entry, path)
            told[path] = _kept(figure) if figure else None
        found[entry.incident_id] = told
    return found


def _figure(entry: Entry, path: str) -> Figure | None:
    outcome, key = path.split(".")
    return (entry.killed if outcome == "killed" else entry.injured).get(key)


def _kept(figure: Figure) -> dict[str, Any]:
    bounds = {"low": figure.low, "best": figure.best, "high": figure.high}
    return {**bounds, "rule": figure.rule, "used": sorted(figure.used)}


def compare(before: Mapping[str, Any], after: State) -> list[Change]:
    """Every difference between two publications, by incident."""
    changes: list[Change] = []
    for incident, now in sorted(after.items()):
        then = before.get(incident)
        if then is None:
            if now["merged"] is None:
                changes.append({"incident": incident, "field": "added"})
            continue
        if now["merged"] != then.get("merged"):
            changes.append({"incident": incident, "field": "merged", "to": now["merged"]})
            continue
        for path, _ in _WATCHED:
            old, new = then.get(path), now[path]
            if _bounds(old) != _bounds(new):
                changes.append({"incident": incident, "field": path, "from": old, "to": new})
        if now["grade"] != then.get("grade"):
            change = {"incident": incident, "field": "grade", "from": then.get("grade")}
            changes.append({**change, "to": now["grade"]})
    return changes


def _bounds(figure: Mapping[str, Any] | None) -> tuple[Any, ...] | None:
    return None if figure is None else (figure.get("low"), figure.get("best"), figure.get("high"))


def in_words(history: Sequence[Sequence[Change]], edition: Edition, lookup: Lookup) -> list[Told]:
    """The whole log, newest first, of incidents that the present edition shows."""
    entries = {e.incident_id: e for e in edition.register.entries}
    told = []
    for number, changes in enumerate(history, 1):
        for change in changes:
            entry = entries.get(str(change.get("incident")))
            if entry is not None and entry.incident_id not in edition.withheld:
                what, why = _words(change, entry, lookup)
                days = [lookup.day(d) for d in lookup.documents_of(entry)]
                day = max(days, default="") or ""
                told.append(Told(number, entry.incident_id, entry.title, what, why, day))
    return sorted(told, key=lambda t: (-t.publication, t.incident_id, t.what))


def _words(change: Change, entry: Entry, lookup: Lookup) -> tuple[str, str]:
    field = change["field"]
    if field == "added":
        return "added to the register", ""
    if field == "merged":
        return f"merged into {change['to']}" if change["to"] else "stands by itself again", ""
    if field == "grade":
        return f"grade {change['from']} → {change['to']}".replace("_", " "), ""
    name = dict(_WATCHED).get(field, field)
    return f"{name} {bounds(change['from'])} → {bounds(change['to'])}", _why(change, entry, lookup)


def bounds(figure: Mapping[str, Any] | None) -> str:
    """A figure in few characters: "95", "95 (70–95)", "24 (24–…)", "?" where unknown."""
    if figure is None:
        return "not told"
    low, best, high = figure["low"], figure["best"], figure["high"]
    if low is None and best is None and high is None:
        return "?"
    middle = "?" if best is None else str(best)
    if low == best == high:
        return middle
    return f"{middle} ({'?' if low is None else low}–{'…' if high is None else high})"


def _why(change: Change, entry: Entry, lookup: Lookup) -> str:
    old, new = change["from"] or {}, change["to"] or {}
    if new.get("rule") == "corrected_by_review":
        return "a person corrected it"
    reasons = []
    fresh = [c for c in new.get("used", ()) if c not in set(old.get("used", ()))]
    for claim_id in fresh[:3]:
        claim = lookup.claims.get(claim_id)
        if claim is not None:
            document = lookup.documents.get(claim.document_id)
            outlet = lookup.office(document) if document else "a report"
            day = f" of {lookup.day(document)}" if document and lookup.day(document) else ""
            speaker = claim.attribution[0].name if claim.attribution else "its own voice"
            reasons.append(f"a report{day} ({outlet}) counts “{claim.span.quote}” ({speaker})")
    figure = _figure(entry, change["field"])
    aside = {s.claim_id: s.why for s in figure.set_aside} if figure else {}
    for claim_id in old.get("used", ()):
        if claim_id in aside:
            reasons.append(f"an earlier count was set aside: {aside[claim_id]}")
            break
    if not reasons and new.get("rule") != old.get("rule"):
        reasons.append(f"the rule is now {new.get('rule')}")
    return "; ".join(reasons)
