"""World Atrocities Dataset: a coder's description of one event, with coded counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bearwitness.evaluate.coded import (
    MERGES,
    Case,
    count_figures,
    exact_names,
    score_count,
    score_date,
    score_merges,
    score_place,
)
from bearwitness.evaluate.exports import Exports, read_rows
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally

NAME = "wad"
FILE = "victim_counts_wad.jsonl"
FIGURES = (
    Figure("killed exact", 0.85, 0.60),
    Figure("killed exact, in the text", 0.97, 0.82),
    Figure("injured exact", 0.88, 0.65),
    Figure("injured exact, in the text", 0.95, 0.75),
    *count_figures("killed"),
    *count_figures("injured"),
    Figure("date exact"),
    Figure("date within one day"),
    Figure("place within 10 km"),
    Figure("place within 25 km"),
    Figure("right ADM1"),
    MERGES,
)


def read(folder: Path) -> list[Row]:
    """The rows, with an id by their position."""
    return [{**r, "id": f"wad-{i:04d}"} for i, r in enumerate(read_rows(folder / FILE))]


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["id"])


def inputs(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The input records, all of the run "wad"."""
    for row in rows:
        published = row["date_end"] or row["date"]
        yield "wad", {"id": row["id"], "text": row["text"], "published_at": published}


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Score counts, date and place; injured exactness where coded above 0."""
    exports = runs["wad"]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        case = Case(
            row["id"],
            row["text"],
            exports.incident_of(row["id"]),
            exports.claims_of(row["id"]),
        )
        for outcome in ("killed", "injured"):
            above = outcome == "injured"
            names = exact_names(outcome, row["text"], row[outcome], above_zero=above)
            score_count(tally, case, outcome, row[outcome], names)
        score_date(tally, case, row["date"], ("date exact", "date within one day"))
        if row["lat"] is not None and row["lon"] is not None:
            score_place(tally, case, row, adm1=row["region"] or None, name=row["place"])
    score_merges(tally, rows, exports)
    return tally.scores()
