"""What a filter finds: its incidents page by page, its months, and its marks on a map."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from bearwitness.web import columns
from bearwitness.web.columns import Columns, Ints, Mask
from bearwitness.web.database import Database, Rows
from bearwitness.web.query import PAGE, Filter, box_of, match_words

_REMEMBERED = 64  # filters whose findings are kept until the register changes
_LIST = (
    "number, incident_id, title, date_start, date_end, place, adm1, country, event_type, "
    "sub_event_type, side_a, side_b, killed_low, killed_best, killed_high, killed_said, "
    "injured_low, injured_best, injured_high, injured_said, grade, sources, dispatches, documents, "
    "contradictions, status, weight, reasons"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One page of incidents."""

    rows: Rows
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Month:
    """Incidents of a month ("2014-11"), and the killed by the best figures (None: not said)."""

    month: str
    incidents: int
    killed: int | None


class Finder:
    """Answers filters from the columns of one index."""

    def __init__(self, index: Database) -> None:
        self._index = index
        self._lock = threading.RLock()
        self._generation = -1
        self._columns: Columns | None = None
        self._masks: OrderedDict[Filter, Mask] = OrderedDict()
        self._orders: dict[str, Ints] = {}
        self._choices: dict[str, list[str]] = {}

    def columns(self) -> Columns:
        """All incidents; read again where the index was laid out anew."""
        with self._lock:
            generation = self._index.generation
            if self._columns is None or self._generation != generation:
                self._put(columns.load(self._index))
                self._generation = generation
            assert self._columns is not None
            return self._columns

    def renew(self, number: int | None) -> None:
        """Read one incident again, by its number in the index; all of them where it is new."""
        with self._lock:
            if self._columns is None:
                return
            made = None
            if number is not None and self._generation == self._index.generation:
                made = columns.renewed(self._columns, self._index, number)
            self._put(made or columns.load(self._index))

    def _put(self, made: Columns) -> None:
        self._columns = made
        self._masks.clear()
        self._orders.clear()
        self._choices.clear()

    # -- finding

    def mask(self, asked: Filter) -> Mask:
        """Where a filter finds an incident."""
        plain = replace(asked, page=1, sort="newest")
        with self._lock:
            held = self.columns()
            kept = self._masks.get(plain)
            if kept is None:
                kept = self._masks[plain] = self._made(held, plain)
                while len(self._masks) > _REMEMBERED:
                    self._masks.popitem(last=False)
            self._masks.move_to_end(plain)
            return kept

    def _made(self, held: Columns, asked: Filter) -> Mask:
        found: Mask = held.counts["gone"] == 0
        if not asked.hidden:
            found &= held.counts["kept_back"] == 0
            found &= ~held.is_word("status", "rejected")
        for narrow in (_by_days, _by_names, _by_counts, _by_box):
            narrow(held, asked, found)
        if asked.q:
            found &= self._said(held, asked.q)
        return found

    def _said(self, held: Columns, q: str) -> Mask:
        match = match_words(q)
        if not match:
            return np.zeros(len(held.start), dtype=np.bool_)
        row = self._index.one(
            "SELECT group_concat(rowid) AS ids FROM words WHERE words MATCH ?", (match,)
        )
        ids = np.fromstring(row["ids"] if row and row["ids"] else "", dtype=np.int64, sep=",")
        numbers = held.counts["number"]
        among = np.zeros(int(max(numbers.max(initial=0), ids.max(initial=0))) + 1, dtype=np.bool_)
        among[ids] = True
        found: Mask = among[numbers]
        return found

    def numbers(self, asked: Filter) -> Ints:
        """Numbers in the index of all that is found, in the order asked for."""
        with self._lock:
            held, mask = self.columns(), self.mask(asked)
            if asked.sort not in self._orders:
                self._orders[asked.sort] = held.ordered(asked.sort)
            order = self._orders[asked.sort]
        found: Ints = held.counts["number"][order[mask[order]]]
        return found

    def count(self, asked: Filter) -> int:
        """How many incidents a filter finds."""
        return int(np.count_nonzero(self.mask(asked)))

    def page_of(self, asked: Filter, size: int = PAGE) -> Found:
        """The incidents of one page, and how many there are."""
        numbers = self.numbers(asked)
        pages = max(1, -(-len(numbers) // size))
        page = min(asked.page, pages)
        wanted = [int(n) for n in numbers[(page - 1) * size : page * size]]
        return Found(self.rows(wanted), len(numbers), page, pages)

    def rows(self, numbers: list[int]) -> Rows:
        """Rows of the index, in the order of the numbers."""
        marks = ",".join(map(str, numbers))
        rows = self._index.all(f"SELECT {_LIST} FROM incidents WHERE number IN ({marks})")
        by_number = {row["number"]: row for row in rows}
        return [by_number[n] for n in numbers if n in by_number]

    def months(self, asked: Filter) -> list[Month]:
        """Incidents and people killed by month, the months without any left out."""
        held = self.columns()
        mask = self.mask(asked) & (held.start > 0)
        days, backwards = np.unique(held.start[mask], return_inverse=True)
        month_of_day = [_month_number(int(day)) for day in days]
        first = min(month_of_day, default=0)
        month = (np.array(month_of_day, np.int64) - first)[backwards] if len(days) else days
        killed = held.counts["killed"][mask]
        n = np.bincount(month)
        told = np.bincount(month, weights=killed >= 0)
        people = np.bincount(month, weights=np.maximum(killed, 0))
        return [
            Month(
                f"{(first + at) // 12:04}-{(first + at) % 12 + 1:02}",
                int(n[at]),
                int(people[at]) if told[at] else None,
            )
            for at in np.flatnonzero(n)
        ]

    def choices(self, column: str, most: int = 200) -> list[str]:
        """Values of a column that anybody may see, the most frequent first."""
        with self._lock:
            held, mask = self.columns(), self.mask(Filter())
            if column not in self._choices:
                self._choices[column] = held.most_frequent(column, mask, most)
            return self._choices[column]

    def neighbours(self, asked: Filter, number: int) -> tuple[int | None, int | None]:
        """Numbers of the incidents before and after one in an order."""
        numbers = self.numbers(asked)
        at = np.flatnonzero(numbers == number)
        if not len(at):
            return None, int(numbers[0]) if len(numbers) else None
        here = int(at[0])
        before = int(numbers[here - 1]) if here else None
        return before, int(numbers[here + 1]) if here + 1 < len(numbers) else None


def _month_number(ordinal: int) -> int:
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month - 1


def _by_days(held: Columns, asked: Filter, found: Mask) -> None:
    if asked.since:
        found &= (held.end >= date.fromisoformat(asked.since).toordinal()) & (held.end >= 0)
    if asked.until:
        found &= (held.start <= date.fromisoformat(asked.until).toordinal()) & (held.start >= 0)


def _by_names(held: Columns, asked: Filter, found: Mask) -> None:
    if place := asked.place:
        at = held.is_word("place", place) | held.is_word("adm1", place)
        found &= at | held.is_word("country", place.upper())
    if asked.actor:
        found &= held.is_word("side_a", asked.actor) | held.is_word("side_b", asked.actor)
    if asked.type:
        at = held.is_word("sub_event_type", asked.type) | held.is_word("event_type", asked.type)
        found &= at
    if asked.grade:
        found &= held.is_word("grade", asked.grade)
    if asked.status == "open":
        found &= held.is_word("status", "new") | held.is_word("status", "changed")
    elif asked.status:
        found &= held.is_word("status", asked.status)


def _by_counts(held: Columns, asked: Filter, found: Mask) -> None:
    if asked.killed:
        found &= held.counts["killed"] >= int(asked.killed)
        found &= held.counts["killed"] >= 0
    if asked.contradicted:
        found &= held.counts["contradictions"] > 0


def _by_box(held: Columns, asked: Filter, found: Mask) -> None:
    box = box_of(asked.box)
    if box is None:
        return
    west, south, east, north = box
    lat, lon = held.degrees["lat"], held.degrees["lon"]
    found &= (lat >= south) & (lat <= north)
    beyond: Callable[[Any, Any], Any] = np.logical_and if west <= east else np.logical_or
    found &= beyond(lon >= west, lon <= east)
