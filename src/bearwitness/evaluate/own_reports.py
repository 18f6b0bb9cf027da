"""Whole reports of our own, most of several events, with the incidents a reader takes from them.

The texts are ours and so are most facts in them; each was read once before anything was mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bearwitness.evaluate.exports import Exports, read_rows, value_of
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally
from bearwitness.evaluate.words import plain

NAME = "own_reports"
FILE = "own_reports.jsonl"
FIGURES = (
    Figure("incident told: place, day and killed"),
    Figure("right place"),
    Figure("right day"),
    Figure("right number of killed"),
    Figure("incidents that are none or another's", better="lower"),
)


def read(folder: Path) -> list[Row]:
    """The reports of a folder."""
    return list(read_rows(folder / FILE))


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["id"])


def inputs(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The input records, all in one run."""
    for row in rows:
        yield NAME, {k: row[k] for k in ("id", "text", "html") if k in row}


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Match what each report should tell with the incidents that its claims belong to.

    Each coded incident takes the one of its report that agrees on most of place, day and killed,
    and none where they agree on nothing; those left over are none or another's.
    """
    exports = runs[NAME]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        ours = exports.incidents_of(row["id"])
        told = len(ours)
        for coded in row["incidents"]:
            best = max(ours, key=lambda i: sum(_agreed(coded, i)), default=None)
            agreed = _agreed(coded, best) if best is not None else (False, False, False)
            if best is not None and any(agreed):
                ours.remove(best)
            tally.count("incident told: place, day and killed", row["id"], all(agreed))
            for figure, right in zip(
                ("right place", "right day", "right number of killed"), agreed, strict=True
            ):
                tally.count(figure, row["id"], right)
            if not all(agreed):
                tally.fault(
                    "incident told: place, day and killed",
                    row["id"],
                    gold=coded,
                    ours=_brief(best) if best is not None else None,
                    text=str(row.get("text") or row.get("html")),
                    quote=None,
                    around=[_brief(i) for i in exports.incidents_of(row["id"])],
                    guess="incident not told" if not any(agreed) else "a field differs",
                )
        for n in range(told):
            tally.count("incidents that are none or another's", row["id"], n < len(ours))
    return tally.scores()


def _agreed(coded: Row, incident: Row) -> tuple[bool, bool, bool]:
    """Whether place, day and killed are as coded; what is not coded agrees."""
    place = (incident.get("place") or {}).get("name")
    names = {plain(name) for name in coded["places"]}
    start = incident.get("date_start")
    first, last = coded["date"]
    on_the_day = first is None or (
        start is not None
        and date.fromisoformat(first) <= date.fromisoformat(start) <= date.fromisoformat(last)
    )
    killed = coded["killed"]
    return (
        not names or (place is not None and plain(place) in names),
        on_the_day,
        killed is None or value_of(incident, "killed") == killed,
    )


def _brief(incident: Row) -> str:
    place = (incident.get("place") or {}).get("name")
    return f"{incident.get('date_start')} {place} killed {value_of(incident, 'killed')}"
