"""Airwars: English pages by incident, with civilian figures coded as ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bearwitness.evaluate.airwars_claims import airwars_input
from bearwitness.evaluate.coded import Case, score_date, score_place
from bearwitness.evaluate.exports import Exports, read_rows, value_of
from bearwitness.evaluate.grouped import LINKING, our_clusters, score_linking, shared_case
from bearwitness.evaluate.guess import why_wrong
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally

NAME = "airwars_en"
FILE = "airwars_en.jsonl"
FIGURES = (
    Figure("civilians killed inside the coded range", 0.72, 0.21),
    Figure("civilians injured inside the coded range", 0.75, 0.39),
    Figure("civilians killed unknown, wrongly", better="lower"),
    Figure("civilians injured unknown, wrongly", better="lower"),
    Figure("date exact", 0.85),
    Figure("date within one day"),
    Figure("place within 10 km", 0.80),
    Figure("place within 25 km"),
    Figure("right ADM1"),
    Figure("linking, B³ F1"),
    Figure("our incidents that mix two", better="lower"),
    *LINKING,
)


def read(folder: Path) -> list[Row]:
    """The coded incidents, each with its documents under `docs`."""
    coded: dict[str, Row] = {}
    documents: dict[str, list[Row]] = {}
    for document in read_rows(folder / FILE):
        for incident in document["incidents"]:
            coded.setdefault(incident["incident_id"], incident)
            documents.setdefault(incident["incident_id"], []).append(document)
    return [{**incident, "docs": documents[i]} for i, incident in coded.items()]


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["incident_id"])


def inputs(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The documents, once each, as the run "airwars"."""
    seen: set[str] = set()
    for row in rows:
        for document in row["docs"]:
            if document["doc_id"] not in seen:
                seen.add(document["doc_id"])
                yield "airwars", airwars_input(document)


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Score figures, date and place per incident, and linking of documents on one incident."""
    exports = runs["airwars"]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        case = shared_case(row, exports)
        _score_range(tally, case, "killed", row["civilian_deaths_min"], row["civilian_deaths_max"])
        _score_range(
            tally, case, "injured", row["civilian_injuries_min"], row["civilian_injuries_max"]
        )
        score_date(tally, case, row["incident_date"], ("date exact", "date within one day"))
        if row["lat"] is not None:
            score_place(tally, case, row, adm1=row["region"], name=row["location"])
    gold: dict[str, str] = {}
    several: set[str] = set()
    for row in rows:
        for document in row["docs"]:
            name = document["doc_id"]
            several |= {name} if name in gold else set()
            gold[name] = str(row["incident_id"])
    single = {d: i for d, i in gold.items() if d not in several}
    score_linking(tally, our_clusters(exports, single), single)
    return tally.scores()


def _score_range(tally: Tally, case: Case, outcome: str, low: int | None, high: int | None) -> None:
    if not high:
        return
    ours = value_of(case.incident, outcome, "civilian")
    if ours is None:
        ours = value_of(case.incident, outcome)
    right = ours is not None and (low or 0) <= ours <= high
    name = f"civilians {outcome} inside the coded range"
    tally.count(name, case.key, right)
    tally.count(f"civilians {outcome} unknown, wrongly", case.key, ours is None)
    if not right:
        tally.fault(
            name,
            case.key,
            gold=f"{low}–{high}",
            ours=ours,
            text=case.text,
            quote=case.quote(outcome),
            around=case.around,
            guess=why_wrong(case.text, outcome, high, ours, case.incident, case.claims),
        )
