"""Hard negatives: sport, accidents, disasters, anniversaries and court reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bearwitness.evaluate import pages
from bearwitness.evaluate.exports import Exports, brief, read_rows
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally

NAME = "negatives"
FIGURES = (
    Figure("left without an incident", 0.97, 0.53),
    Figure("false incidents per 100 documents", better="lower", unit="number"),
)


def read(folder: Path, language: str = "en") -> list[Row]:
    """The pages in one language that report no incident."""
    coding = {g["id"]: g for g in read_rows(folder / "pages_gold.jsonl")}
    return [
        {**page, "gold": coding[page["id"]]}
        for page in read_rows(folder / "pages.jsonl")
        if page["id"] in coding
        and page["language"] == language
        and not coding[page["id"]]["is_incident_report"]
    ]


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["id"])


def inputs(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The input records: part of the run "pages"."""
    return pages.inputs(rows)


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Count the pages of which some claim belongs to an incident."""
    exports = runs["pages"]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        claims = [c for c in exports.claims_of(row["id"]) if c.get("incident_id") is not None]
        tally.count("left without an incident", row["id"], not claims)
        found = len({c["incident_id"] for c in claims})
        tally.count("false incidents per 100 documents", row["id"], 100.0 * found)
        if claims:
            tally.fault(
                "left without an incident",
                row["id"],
                gold="no incident",
                ours=[c["incident_id"] for c in claims],
                text=pages.page_text(row),
                quote=str(claims[0]["quote"]),
                around=[brief(c) for c in claims],
                guess=f"{claims[0]['kind']} claim made an incident",
            )
    return tally.scores()
