"""The site's register: one page while it is short, else a page a year, month or less.

A long register's first page holds totals, a map and the list of its parts; `find.html` holds one
short line of data an incident and searches them all. So no page grows with the register but that
one, by some hundred bytes an incident.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from bearwitness.model.register import Entry
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup
from bearwitness.publish.outlines import draw
from bearwitness.publish.site_pages import register_rows, toll_rows

PAGE = 400  # incidents on one page of the register


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the register.

    Attributes:
        name: of its page ("2014-11").
        title: "November 2014".
    """

    name: str
    title: str
    entries: tuple[Entry, ...]


def pages(edition: Edition, lookup: Lookup) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The register's pages: path, template and what it tells."""
    entries = sorted(edition.entries(), key=_order)
    tolls = toll_rows(edition)
    if len(entries) <= PAGE:
        yield (
            "index.html",
            "index.html",
            {**_listing(entries, lookup), "title": "Register"} | {"tolls": tolls},
        )
        return
    parts = list(parts_of(entries))
    told = [
        {
            "name": p.name,
            "title": p.title,
            "incidents": len(p.entries),
            "killed": _killed(p.entries),
        }
        for p in parts
    ]
    yield (
        "index.html",
        "contents.html",
        {
            "map": draw(entries),
            "parts": told,
            "incidents": len(entries),
            "killed": _killed(entries),
            "tolls": tolls,
        },
    )
    yield "find.html", "find.html", _all_rows(entries, lookup)
    for number, part in enumerate(parts):
        around = {
            "earlier": parts[number - 1] if number else None,
            "later": parts[number + 1] if number + 1 < len(parts) else None,
        }
        listing = _listing(part.entries, lookup)
        yield f"register/{part.name}.html", "index.html", {
            **listing, "title": part.title, "tolls": [], **around,
        }  # fmt: skip


def _order(entry: Entry) -> tuple[str, str]:
    return str(entry.date_start or "9999"), entry.incident_id


def parts_of(entries: Sequence[Entry]) -> Iterator[Part]:
    """Years; of a year with more than a page of incidents its months, and pages of a full month.

    Args:
        entries: sorted by date, undated ones last.
    """
    for year, of_year in _by(entries, 4):
        if len(of_year) <= PAGE or not year:
            yield from _cut(year or "undated", year or "No day known", of_year)
            continue
        for month, of_month in _by(of_year, 7):
            day = of_month[0].date_start
            yield from _cut(month, f"{day:%B %Y}" if day else month, of_month)


def _by(entries: Sequence[Entry], letters: int) -> list[tuple[str, list[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        day = entry.date_start.isoformat() if entry.date_start else ""
        groups.setdefault(day[:letters], []).append(entry)
    return list(groups.items())


def _cut(name: str, title: str, entries: Sequence[Entry]) -> Iterator[Part]:
    count = -(-len(entries) // PAGE)
    for number in range(count):
        own = tuple(entries[number * PAGE : (number + 1) * PAGE])
        if count == 1:
            yield Part(name, title, own)
        else:
            yield Part(f"{name}-{number + 1:02}", f"{title}, part {number + 1} of {count}", own)


def _killed(entries: Sequence[Entry]) -> int:
    totals = [entry.killed.get("total") for entry in entries]
    return sum((total.best or 0) for total in totals if total is not None)


def _listing(entries: Sequence[Entry], lookup: Lookup) -> dict[str, Any]:
    rows = register_rows(entries, lookup)
    return {
        "map": draw(entries),
        "rows": rows,
        **_choices(rows),
        "earlier": None,
        "later": None,
    }


def _choices(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "countries": sorted({(r["country"], r["country_name"]) for r in rows if r["country"]}),
        "grades": sorted({r["grade"] for r in rows}),
    }


def _all_rows(entries: Sequence[Entry], lookup: Lookup) -> dict[str, Any]:
    """Every incident in short: texts that recur stand once, in `words`."""
    rows = register_rows(entries, lookup)
    words: dict[str, int] = {}
    short = [
        [
            row["id"].removeprefix("inc-"),
            row["days"],
            *(words.setdefault(row[name], len(words)) for name in ("kind", "place", "sides")),
            row["country"],
            row["killed"],
            row["killed_best"],
            words.setdefault(row["grade"], len(words)),
        ]
        for row in rows
    ]
    data = orjson.dumps({"words": list(words), "rows": short}).decode()
    # Within a script element, no word may close it.
    return {"data": data.replace("<", "\\u003c"), "incidents": len(rows), **_choices(rows)}
