"""News of all subjects, drawn at random: which of it is made an incident?

The judgements stand in the repository (`evals/unselected_judged.jsonl`), the texts beside the
other gold: local news (LGL) and world news (TR-News).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bearwitness.evaluate.exports import Exports, brief, read_rows
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally

NAME = "unselected"
FILE = "unselected_judged.jsonl"
TEXTS = ("geo_lgl.jsonl", "geo_trnews.jsonl")
FIGURES = (
    Figure("no violence: left without an incident"),
    Figure("false incidents per 100 documents", better="lower", unit="number"),
    Figure("violence: given an incident"),
)


def read(folder: Path) -> list[Row]:
    """The documents judged: `violence` is `told`, `recalled` (from long before) or `none`."""
    return list(read_rows(folder / FILE))


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["doc_id"])


def inputs(folder: Path, rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The documents judged, as the run "unselected".

    Args:
        folder: that holds the texts.
        rows: judged documents.
    """
    wanted = {row["doc_id"] for row in rows}
    for file in TEXTS:
        for text in read_rows(folder / file):
            if text["doc_id"] in wanted:
                yield (
                    NAME,
                    {
                        "id": text["doc_id"],
                        "title": text["title"],
                        "text": text["text"],
                        "url": text["url"],
                        "publisher": text["domain"],
                        "published_at": text["date"],
                    },
                )


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Count incidents of documents without violence, and documents with violence but without one.

    A report that only recalls violence counts on neither side.
    """
    exports = runs[NAME]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        doc = row["doc_id"]
        claims = [c for c in exports.claims_of(doc) if c.get("incident_id") is not None]
        found = len({c["incident_id"] for c in claims})
        if row["violence"] == "told":
            tally.count("violence: given an incident", doc, found > 0)
        elif row["violence"] == "none":
            tally.count("no violence: left without an incident", doc, not found)
            tally.count("false incidents per 100 documents", doc, 100.0 * found)
        else:
            continue
        if (row["violence"] == "told") != (found > 0):
            tally.fault(
                "violence: given an incident"
                if row["violence"] == "told"
                else "no violence: left without an incident",
                doc,
                gold=row["violence"],
                ours=found,
                text=str(row.get("class", "")),
                quote=str(claims[0]["quote"]) if claims else None,
                around=[brief(c) for c in claims],
                guess=str(row.get("class", "")),
            )
    return tally.scores()
