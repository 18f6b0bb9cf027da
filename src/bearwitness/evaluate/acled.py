"""ACLED notes: a coder's summary of one event, with coded fatalities, date, place and sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bearwitness.evaluate.coded import (
    MERGES,
    Case,
    count_figures,
    score_count,
    score_date,
    score_merges,
    score_place,
)
from bearwitness.evaluate.exports import Exports, read_rows
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally
from bearwitness.evaluate.sides import FIGURES as SIDES
from bearwitness.evaluate.sides import score_sides
from bearwitness.evaluate.words import holds_day, stands_in

ABOVE = "fatalities exact, coded above 0"
FIGURES = (
    Figure(ABOVE, 0.85),
    Figure("fatalities exact, in the text"),
    Figure("fatalities exact, coded 0"),
    *count_figures("killed"),
    Figure("date exact", 0.97),
    Figure("date exact, where the text names the day", 0.97),
    Figure("date exact, time_precision 1"),
    Figure("date within one day"),
    Figure("place within 10 km", 0.80),
    Figure("place within 25 km"),
    Figure("right ADM1"),
    MERGES,
    *SIDES,
    Figure("event type right"),
    Figure("sub-event type right"),
)


@dataclass(frozen=True, slots=True)
class AcledSet:
    """One of the two files.

    Attributes:
        name: of the set and of its run.
        file: its file.
        plain: what a plain rule reaches on coded fatalities above 0.
    """

    name: str
    file: str
    plain: float

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What is measured."""
        first = FIGURES[0]
        return (Figure(first.name, first.goal, self.plain), *FIGURES[1:])

    def read(self, folder: Path) -> list[Row]:
        """The rows; `event_id` is the id, made unique where it recurs."""
        seen: dict[str, int] = {}
        rows: list[Row] = []
        for row in read_rows(folder / self.file):
            n = seen[row["event_id"]] = seen.get(row["event_id"], 0) + 1
            rows.append({**row, "id": row["event_id"] if n == 1 else f"{row['event_id']}-{n}"})
        return rows

    def key(self, row: Row) -> str:
        """The id by which parts are made."""
        return str(row["id"])

    def inputs(self, rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
        """The input records: text only."""
        for row in rows:
            yield self.name, {"id": row["id"], "text": row["text"]}

    def score(self, rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
        """Score fatalities, date, place, sides and event type."""
        exports = runs[self.name]
        tally = Tally(self.name, self.figures)
        for row in rows:
            _score_row(tally, row, exports)
        score_merges(tally, rows, exports)
        return tally.scores()


SYRIA = AcledSet("acled_syria", "victim_counts_acled_syria_battles.jsonl", 0.29)
MIXED = AcledSet("acled_mixed", "victim_counts_acled_mixed.jsonl", 0.33)


def _score_row(tally: Tally, row: Row, exports: Exports) -> None:
    case = Case(
        row["id"], row["text"], exports.incident_of(row["id"]), exports.claims_of(row["id"])
    )
    coded = row["killed"]
    if coded == 0:
        names = ["fatalities exact, coded 0"]
    else:
        inside = coded is not None and stands_in(row["text"], coded)
        names = [ABOVE, *(["fatalities exact, in the text"] if inside else [])]
    score_count(tally, case, "killed", coded, names)
    score_date(tally, case, row["date"], ("date exact", "date within one day"))
    ours = (case.incident or {}).get("date_start")
    if holds_day(row["text"], date.fromisoformat(row["date"])):
        name = "date exact, where the text names the day"
        tally.count(name, case.key, ours == row["date"])
    if row["time_precision"] == 1:
        tally.count("date exact, time_precision 1", case.key, ours == row["date"])
    if row["geo_precision"] == 1 and row["lat"] is not None:
        score_place(tally, case, row, adm1=row["admin1"], name=row["place"])
    score_sides(tally, case, row["actor1"], row["actor2"])
    for name, field in (("event type", "event_type"), ("sub-event type", "sub_event_type")):
        ours = (case.incident or {}).get(field)
        tally.count(f"{name} right", case.key, ours == row[field])
        if ours != row[field]:
            tally.fault(
                f"{name} right",
                case.key,
                gold=row[field],
                ours=ours,
                text=row["text"][:600],
                guess=f"{ours} for {row[field]}",
            )
