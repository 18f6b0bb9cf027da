"""Finding incidents in the index: a filter is an address, and an address is a filter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal
from urllib.parse import urlencode

from bearwitness.web.database import Database, Rows

PAGE = 50
MAP_POINTS = 4_000
Sort = Literal["newest", "oldest", "killed", "weight", "title"]
SORTS: dict[str, str] = {
    "newest": "i.date_start DESC, i.incident_id",
    "oldest": "i.date_start IS NULL, i.date_start, i.incident_id",
    "killed": "i.killed_best DESC, i.incident_id",
    "weight": "i.weight DESC, i.incident_id",
    "title": "i.title, i.incident_id",
}
STATUSES = ("new", "changed", "confirmed", "corrected", "noted", "rejected")
GRADES = ("confirmed", "corroborated", "single_source", "contested", "unknown")
_LIST = (
    "i.incident_id, i.title, i.date_start, i.date_end, i.place, i.adm1, i.country, i.event_type, "
    "i.sub_event_type, i.side_a, i.side_b, i.killed_low, i.killed_best, i.killed_high, "
    "i.killed_said, i.injured_low, i.injured_best, i.injured_high, i.injured_said, i.grade, "
    "i.sources, i.dispatches, i.documents, i.contradictions, i.status, i.weight, i.reasons"
)


@dataclass(frozen=True, slots=True)
class Filter:
    """What a page of the register is narrowed to; an empty field narrows nothing.

    Attributes:
        q: words to search for, in titles and sentences.
        since, until: days; incidents that overlap them are found.
        place: name of a place, division or country code.
        actor: name of a side, or the beginning of it.
        type: event or sub-event type.
        grade, status: codes.
        killed: at least so many killed, by the best figure.
        box: west, south, east, north, degrees.
        contradicted: only where something is contradicted.
        sort, page: order, and which page.
        hidden: withheld and rejected incidents too; never from an address.
    """

    q: str = ""
    since: str = ""
    until: str = ""
    place: str = ""
    actor: str = ""
    type: str = ""
    grade: str = ""
    status: str = ""
    killed: str = ""
    box: str = ""
    contradicted: str = ""
    sort: str = "newest"
    page: int = 1
    hidden: bool = False

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Filter:
        """The filter of an address; what cannot be understood is left out."""
        text: dict[str, Any] = {
            f.name: str(given.get(f.name, "")).replace("\0", "").strip()[:200]
            for f in fields(cls)
            if f.name not in ("sort", "page", "hidden")
        }
        for name in ("since", "until"):
            text[name] = _day(text[name])
        text["killed"] = text["killed"] if re.fullmatch(r"[0-9]{1,9}", text["killed"]) else ""
        text["box"] = text["box"] if _box(text["box"]) else ""
        text["contradicted"] = "1" if text["contradicted"] else ""
        sort = given.get("sort", "newest")
        page = str(given.get("page", "1"))
        number = int(page) if re.fullmatch(r"[0-9]{1,6}", page) else 1
        return cls(**text, sort=sort if sort in SORTS else "newest", page=max(1, number))

    def address(self, **changes: Any) -> str:
        """The query string that says this filter, with some fields changed."""
        changed = replace(self, **{"page": 1, **changes})
        said = {
            f.name: str(value)
            for f in fields(changed)
            if f.name != "hidden" and (value := getattr(changed, f.name)) != f.default
        }
        return urlencode(said)

    @property
    def narrows(self) -> bool:
        """Whether anything at all is asked for."""
        return replace(self, sort="newest", page=1, hidden=False) != Filter()


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _box(text: str) -> tuple[float, float, float, float] | None:
    if not re.fullmatch(r"-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}", text, re.ASCII):
        return None
    west, south, east, north = (float(n) for n in text.split(","))
    return west, south, east, north


def match_words(q: str) -> str:
    """A full-text query of plain words: nothing a reader types is syntax; the last may go on."""
    words = re.findall(r"\w+", q)
    return " ".join(f'"{word}"' for word in words[:-1]) + (f' "{words[-1]}"*' if words else "")


def where(asked: Filter) -> tuple[str, str, dict[str, Any]]:
    """Tables, conditions and values of a filter."""
    tables = "incidents AS i"
    says: list[str] = ["i.superseded_by IS NULL"]
    values: dict[str, Any] = {}

    def add(condition: str, **given: Any) -> None:
        says.append(condition)
        values.update(given)

    if not asked.hidden:
        add("i.withheld = 0")
        add("i.status <> 'rejected'")
    if asked.q and (match := match_words(asked.q)):
        add("i.number IN (SELECT rowid FROM words WHERE words MATCH :match)", match=match)
    elif asked.q:
        add("0")
    if asked.since:
        add("i.date_end >= :since", since=asked.since)
    if asked.until:
        add("i.date_start <= :until", until=asked.until)
    if asked.place:
        place = asked.place
        add("(i.place = :place OR i.adm1 = :place OR i.country = :code)",
            place=place, code=place.upper())  # fmt: skip
    if asked.actor:
        add("(i.side_a = :actor OR i.side_b = :actor)", actor=asked.actor)
    if asked.type:
        add("(i.sub_event_type = :type OR i.event_type = :type)", type=asked.type)
    if asked.grade:
        add("i.grade = :grade", grade=asked.grade)
    if asked.status:
        add("i.status = :status", status=asked.status)
    if asked.killed:
        add("i.killed_best >= :killed", killed=int(asked.killed))
    if box := _box(asked.box):
        west, south, east, north = box
        add("i.lat BETWEEN :south AND :north", south=south, north=north)
        turn = "AND" if west <= east else "OR"
        add(f"(i.lon >= :west {turn} i.lon <= :east)", west=west, east=east)
    if asked.contradicted:
        add("i.contradictions > 0")
    return tables, " AND ".join(says), values


@dataclass(frozen=True, slots=True)
class Found:
    """One page of incidents."""

    rows: Rows
    total: int
    page: int
    pages: int


def page_of(index: Database, asked: Filter, size: int = PAGE) -> Found:
    """The incidents of one page, and how many there are."""
    tables, says, values = where(asked)
    total = count(index, asked)
    pages = max(1, -(-total // size))
    page = min(asked.page, pages)
    rows = index.all(
        f"SELECT {_LIST} FROM (SELECT i.number FROM {tables} WHERE {says} "
        f"ORDER BY {SORTS[asked.sort]} LIMIT :size OFFSET :skip) AS found "
        f"JOIN incidents AS i ON i.number = found.number ORDER BY {SORTS[asked.sort]}",
        {**values, "size": size, "skip": (page - 1) * size},
    )
    return Found(rows, total, page, pages)


def count(index: Database, asked: Filter) -> int:
    """How many incidents a filter finds."""
    tables, says, values = where(asked)
    row = index.one(f"SELECT count(*) AS n FROM {tables} WHERE {says}", values)
    return int(row["n"]) if row else 0


def points(index: Database, asked: Filter) -> Rows:
    """Places of the incidents found, the most frequent first, at most a few thousand."""
    tables, says, values = where(asked)
    return index.all(
        "SELECT round(i.lon, 2) AS lon, round(i.lat, 2) AS lat, count(*) AS n, "
        "sum(i.killed_best) AS killed, min(i.incident_id) AS incident_id, "
        # Beside one min(), SQLite takes plain columns from the row that holds it.
        "i.place AS place, i.title AS title, i.where_precision AS precision "
        f"FROM {tables} WHERE {says} AND i.lat IS NOT NULL GROUP BY 1, 2 "
        "ORDER BY n DESC, lon, lat LIMIT :most",
        {**values, "most": MAP_POINTS},
    )


def months(index: Database, asked: Filter) -> Rows:
    """Incidents and people killed (best figures) by month."""
    tables, says, values = where(asked)
    return index.all(
        "SELECT substr(i.date_start, 1, 7) AS month, count(*) AS n, sum(i.killed_best) AS killed "
        f"FROM {tables} WHERE {says} AND i.date_start IS NOT NULL GROUP BY 1 ORDER BY 1",
        values,
    )


def choices(index: Database, column: str, most: int = 200) -> list[str]:
    """Values of a column, the most frequent first (for the filter's lists)."""
    if column not in ("sub_event_type", "country", "place", "side_a", "side_b"):
        raise ValueError(f"no list of {column}")
    rows = index.all(
        f"SELECT {column} AS v FROM incidents WHERE {column} IS NOT NULL AND withheld = 0 "
        "AND superseded_by IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?",
        (most,),
    )
    return [row["v"] for row in rows]


def neighbours(index: Database, asked: Filter, incident_id: str) -> tuple[str | None, str | None]:
    """The incidents before and after one in the inbox's order."""
    rows = index.all(
        f"SELECT i.incident_id AS id FROM incidents AS i WHERE {where(asked)[1]} "
        f"ORDER BY {SORTS['weight']} LIMIT 500",
        where(asked)[2],
    )
    ids = [row["id"] for row in rows]
    if incident_id not in ids:
        return None, ids[0] if ids else None
    at = ids.index(incident_id)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)
