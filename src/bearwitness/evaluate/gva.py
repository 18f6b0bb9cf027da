"""Gun Violence Archive: US local news by incident, for linking and for counts per incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bearwitness.evaluate.coded import (
    Case,
    count_figures,
    incident_brief,
    score_count,
    score_date,
    score_place,
)
from bearwitness.evaluate.exports import Exports, read_rows, value_of
from bearwitness.evaluate.grouped import (
    LINKING,
    mixed_clusters,
    our_clusters,
    score_linking,
    shared_case,
    split_incidents,
)
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally
from bearwitness.evaluate.words import stands_in

NAME = "gva"
FILE = "cluster_gva.jsonl"
FIGURES = (
    Figure("killed exact", 0.88, 0.57),
    Figure("injured exact", 0.80, 0.44),
    Figure("killed exact, null not taken for 0"),
    Figure("injured exact, null not taken for 0"),
    Figure("killed exact, in some text"),
    Figure("injured exact, in some text"),
    *count_figures("killed"),
    *count_figures("injured"),
    Figure("linking, B³ F1", 0.93, 0.75),
    Figure("our incidents that mix two", 0.02, better="lower"),
    *LINKING,
    Figure("date exact per document", 0.88),
    Figure("date within one day per document"),
    Figure("place within 10 km"),
    Figure("place within 25 km"),
    Figure("right ADM1"),
    Figure("documents given an incident"),
)


def read(folder: Path) -> list[Row]:
    """The coded incidents with their documents."""
    return list(read_rows(folder / FILE))


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["incident_id"])


def inputs(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The documents of all incidents, as the run "gva"."""
    for row in rows:
        for document in row["docs"]:
            yield (
                "gva",
                {
                    "id": document["doc_id"],
                    "text": document["text"],
                    "title": document["title"],
                    "url": document["url"],
                    "published_at": document["dct"],
                },
            )


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Score counts and place per incident, dates per document, and linking over all documents."""
    exports = runs["gva"]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        case = shared_case(row, exports)
        for outcome in ("killed", "injured"):
            _score_outcome(tally, case, outcome, row[outcome])
        if row["lat"] is not None and row["lon"] is not None:
            score_place(tally, case, row, adm1=row["state"], name=row["city"])
        for document in row["docs"]:
            _score_document(tally, row, document, exports)
    gold = {d["doc_id"]: str(row["incident_id"]) for row in rows for d in row["docs"]}
    ours = our_clusters(exports, gold)
    score_linking(tally, ours, gold)
    _keep_linking_errors(tally, rows, ours, gold, exports)
    return tally.scores()


def _score_outcome(tally: Tally, case: Case, outcome: str, coded: int | None) -> None:
    if coded is None:
        return
    names = [f"{outcome} exact"]
    if coded and stands_in(case.text, coded):
        names.append(f"{outcome} exact, in some text")
    score_count(tally, case, outcome, coded, names)
    strict = value_of(case.incident, outcome) == coded
    tally.count(f"{outcome} exact, null not taken for 0", case.key, strict)


def _score_document(tally: Tally, row: Row, document: Row, exports: Exports) -> None:
    incident = exports.incident_of(document["doc_id"])
    case = Case(
        row["incident_id"],
        f"[{document['dct']}] {document['title']}\n{document['text']}",
        incident,
        exports.claims_of(document["doc_id"]),
    )
    tally.count("documents given an incident", case.key, incident is not None)
    if row["date"]:
        names = ("date exact per document", "date within one day per document")
        score_date(tally, case, row["date"], names)


def _keep_linking_errors(
    tally: Tally,
    rows: Sequence[Row],
    ours: dict[str, str],
    gold: dict[str, str],
    exports: Exports,
) -> None:
    titles = {d["doc_id"]: f"{d['dct']} {d['title']}" for row in rows for d in row["docs"]}
    coded = {
        str(r["incident_id"]): f"{r['incident_id']} {r['date']} {r['city']}, {r['state']} "
        f"killed {r['killed']} injured {r['injured']}"
        for r in rows
    }
    for cluster, documents in mixed_clusters(ours, gold).items():
        incident = exports.incidents.get(cluster)
        for document in documents:
            tally.fault(
                "our incidents that mix two",
                gold[document],
                gold=coded[gold[document]],
                ours=None if incident is None else incident_brief(incident),
                text=titles[document],
                quote=document,
                around=[f"{gold[d]}: {titles[d]}" for d in documents],
                guess="wrong merge",
            )
    for name, documents in split_incidents(ours, gold).items():
        found = {ours[d]: exports.incidents.get(ours[d]) for d in documents}
        tally.fault(
            "linking, B³ F1",
            name,
            gold=coded[name],
            ours=[c if i is None else incident_brief(i) for c, i in found.items()],
            text="\n".join(f"{ours[d][-6:]}: {titles[d]}" for d in documents),
            around=documents,
            guess="document without an incident"
            if any(i is None for i in found.values())
            else "wrong split",
        )
