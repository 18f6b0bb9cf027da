"""What the page of tolls shows: panels of one outcome and place, each source's series within."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import orjson
from markupsafe import Markup

from bearwitness.model.register import Toll, TollPoint
from bearwitness.store.codec import from_json
from bearwitness.web import charts
from bearwitness.web.desk import Desk
from bearwitness.web.present import Held
from bearwitness.web.query import page_asked
from bearwitness.web.rows import split_definition

PANELS = 10  # on a page
_NOWHERE = "no stated place"


@dataclass(frozen=True, slots=True)
class Told:
    """One count of a series, and where its sentence stands."""

    point: TollPoint
    document_id: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Series:
    """One toll as a row of the table."""

    toll: Toll
    counted: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """All series of one outcome at one place.

    Attributes:
        running: the chart of totals that run on; empty where fewer than two counts are dated.
        windows: the chart of closed windows; empty where none is told.
    """

    outcome: str
    place: str
    running: Markup
    windows: Markup
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page is narrowed to."""

    place: str = ""
    outcome: str = ""
    source: str = ""
    page: int = 1

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Asked:
        """From an address; what cannot be understood is left out."""
        words = {
            k: given.get(k, "").replace("\0", "")[:200] for k in ("place", "outcome", "source")
        }
        return cls(**words, page=page_asked(given))


def shown_part(toll: Toll, held: Held, document_of: Mapping[str, str]) -> Toll | None:
    """A toll without the counts whose words are held back; None where nothing is left."""
    points = tuple(
        p for p in toll.points
        if p.claim_id not in held.ids and document_of.get(p.claim_id, "") not in held.ids
    )  # fmt: skip
    if not points:
        return None
    return replace(toll, points=points)


def visible_tolls(desk: Desk, held: Held, where: str = "1", values: Any = ()) -> list[Toll]:
    """The tolls that a visitor may see, in order of their sources."""
    rows = desk.index.all(
        f"SELECT payload FROM tolls WHERE {where} ORDER BY source, toll_id", values
    )
    found = [from_json(Toll, row["payload"]) for row in rows]
    documents = documents_of(desk, (p.claim_id for t in found for p in t.points))
    shown = (shown_part(toll, held, documents) for toll in found)
    return [toll for toll in shown if toll is not None]


def documents_of(desk: Desk, claim_ids: Iterable[str]) -> dict[str, str]:
    """Claim id to the id of its document."""
    wanted = orjson.dumps(sorted(set(claim_ids))).decode()
    query = (
        "SELECT claim_id, document_id FROM claims "
        "WHERE claim_id IN (SELECT value FROM json_each(?))"
    )
    return {row["claim_id"]: row["document_id"] for row in desk.index.all(query, (wanted,))}


def choices(desk: Desk, held: Held) -> dict[str, list[str]]:
    """Places, outcomes and sources to choose from, the most told first."""
    held_claims = orjson.dumps(sorted(held.ids)).decode()
    found = {}
    for column in ("place", "outcome", "source"):
        rows = desk.index.all(
            f"SELECT {column} AS v, count(*) AS n FROM tolls AS t WHERE {column} <> '' AND EXISTS ("
            "SELECT 1 FROM toll_points AS p WHERE p.toll_id = t.toll_id "
            "AND p.claim_id NOT IN (SELECT value FROM json_each(:held)) "
            "AND p.document_id NOT IN (SELECT value FROM json_each(:held))) "
            "GROUP BY 1 ORDER BY n DESC, 1 LIMIT 300",
            {"held": held_claims},
        )
        found[column] = [row["v"] for row in rows]
    return found


def panels(desk: Desk, held: Held, asked: Asked) -> tuple[list[Panel], int]:
    """One page of panels, the killed and the most told first, and how many pages there are."""
    conditions, values = ["1"], {}
    for name in ("place", "outcome", "source"):
        if given := getattr(asked, name):
            conditions.append(f"{name} = :{name}")
            values[name] = "" if given == _NOWHERE else given
    where = " AND ".join(conditions)
    groups = desk.index.all(
        f"SELECT outcome, place, sum(points) AS n FROM tolls WHERE {where} GROUP BY 1, 2 "
        "ORDER BY outcome <> 'killed', n DESC, outcome, place",
        values,
    )
    pages = max(1, -(-len(groups) // PANELS))
    page = min(asked.page, pages)
    found = []
    for group in groups[(page - 1) * PANELS : page * PANELS]:
        own = {**values, "o": group["outcome"], "p": group["place"]}
        tolls = visible_tolls(desk, held, f"{where} AND outcome = :o AND place = :p", own)
        if tolls:
            found.append(_panel(desk, group["outcome"], group["place"], tolls))
    return found, pages


def _panel(desk: Desk, outcome: str, place: str, tolls: Sequence[Toll]) -> Panel:
    documents = documents_of(desk, (p.claim_id for t in tolls for p in t.points))
    outlets = _outlets(desk, set(documents.values()))
    series = [
        Series(
            toll,
            split_definition(toll)[0],
            tuple(
                Told(
                    p, documents.get(p.claim_id, ""), outlets.get(documents.get(p.claim_id, ""), "")
                )
                for p in toll.points
            ),
        )
        for toll in tolls
    ]
    series.sort(key=lambda s: (-len(s.told), s.toll.source, s.counted, s.toll.toll_id))
    label = f"People {outcome}" + (f" in {place}" if place else "")
    return Panel(
        outcome, place or _NOWHERE,
        charts.step_chart(_running(tolls), f"{label}: totals by source and day"),
        charts.window_chart(_windows(tolls), f"{label}: counts of closed windows"),
        tuple(series),
    )  # fmt: skip


def _told(point: TollPoint, document_id: str, outlets: Mapping[str, str]) -> Told:
    return Told(point, document_id, outlets.get(document_id, ""))


def _outlets(desk: Desk, ids: set[str]) -> dict[str, str]:
    query = (
        "SELECT document_id, publisher FROM documents "
        "WHERE document_id IN (SELECT value FROM json_each(?))"
    )
    rows = desk.index.all(query, (orjson.dumps(sorted(ids)).decode(),))
    return {row["document_id"]: row["publisher"] or "" for row in rows}


def _running(tolls: Sequence[Toll]) -> list[charts.Line]:
    """A line for each source and kind of victim; it breaks where another window begins."""
    own: dict[str, list[tuple[date, Toll, TollPoint]]] = {}
    for toll in tolls:
        if toll.scope != "cumulative":
            continue
        for point in toll.points:
            if point.day is not None:
                own.setdefault(_name(toll), []).append((point.day, toll, point))
    lines = []
    for name, told in sorted(own.items()):
        # One window after another, so that a line runs through counts of one definition.
        starts = {t.toll_id: min(d for d, o, _ in told if o is t) for _, t, _ in told}
        told.sort(key=lambda t: (starts[t[1].toll_id], t[1].toll_id, t[0], t[2].low or 0))
        points = []
        for at, (day, toll, point) in enumerate(told):
            breaks = at > 0 and told[at - 1][1] is not toll
            points.append(
                charts.Point(day, point.low, point.high, words(toll, point), None, breaks)
            )
        lines.append(charts.Line(name, tuple(points)))
    return lines


def _windows(tolls: Sequence[Toll]) -> list[charts.Line]:
    own: dict[str, list[charts.Point]] = {}
    for toll in tolls:
        start, end = toll.window_start, toll.window_end
        if toll.scope != "window" or start is None or end is None:
            continue
        for point in toll.points:
            made = charts.Point(start, point.low, point.high, words(toll, point), end)
            own.setdefault(_name(toll), []).append(made)
    return [
        charts.Line(name, tuple(sorted(points, key=lambda p: (p.day, p.low or 0, p.words))))
        for name, points in sorted(own.items())
    ]


def _name(toll: Toll) -> str:
    who, _ = split_definition(toll)
    return toll.source if who == "people" else f"{toll.source} ({who})"


def words(toll: Toll, point: TollPoint) -> str:
    """A count in one line: who said it, when, of which window."""
    said = f" said on {point.day}" if point.day else ""
    return f"{toll.source}: {count_words(point)} {toll.definition}, {window_words(toll)}{said}"


def count_words(point: TollPoint) -> str:
    """A count as the table says it: "at least 195,000"."""
    low, high = point.low, point.high
    if low is None and high is None:
        return "?"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def window_words(toll: Toll) -> str:
    """Which days a toll counts, in words."""
    start, end = toll.window_start, toll.window_end
    if toll.scope == "cumulative":
        return f"since {start}" if start else "a running total from no stated day"
    if start is None and end is None:
        return "a window whose days are not told"
    return f"{start}" if start == end else f"{start or '?'} to {end or '?'}"
