"""Place names given by hand (LGL, TR-News): is the right place found for each?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bearwitness.evaluate.coded import distance
from bearwitness.evaluate.exports import read_rows
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally

NEAR_KM = 161.0
Resolved = dict[tuple[str, int, int], Row]
"""What `bearwitness places` gave for a record's id and a name's offsets."""


@dataclass(frozen=True, slots=True)
class ToponymSet:
    """One of the two files.

    Attributes:
        name: of the set.
        file: its file.
        goal: accuracy at 161 km to reach.
    """

    name: str
    file: str
    goal: float

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What is measured."""
        return (
            Figure("accuracy at 161 km", self.goal),
            Figure("exact"),
            Figure("left unresolved", better="lower"),
        )

    def read(self, folder: Path) -> list[Row]:
        """The documents."""
        return list(read_rows(folder / self.file))

    def key(self, row: Row) -> str:
        """The id by which parts are made."""
        return str(row["doc_id"])

    def inputs(self, rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
        """Texts with the names to resolve: those whose offsets hold and that have a point."""
        for row in rows:
            spans = [{"start": t["start"], "end": t["end"]} for t in _asked(row)]
            yield (
                self.name,
                {
                    "id": row["doc_id"],
                    "text": row["text"],
                    "url": row.get("url"),
                    "toponyms": spans,
                },
            )

    def score(self, rows: Sequence[Row], resolved: Resolved) -> Scores:
        """Score every name that was asked for."""
        tally = Tally(self.name, self.figures)
        for row in rows:
            for toponym in _asked(row):
                place = resolved.get((row["doc_id"], toponym["start"], toponym["end"]))
                _score_toponym(tally, row, toponym, place or {})
        return tally.scores()


LGL = ToponymSet("lgl", "geo_lgl.jsonl", 0.88)
TRNEWS = ToponymSet("trnews", "geo_trnews.jsonl", 0.92)


def _asked(row: Row) -> list[Row]:
    return [t for t in row["toponyms"] if t["offset_ok"] and t["lat"] is not None]


def _score_toponym(tally: Tally, row: Row, toponym: Row, place: Row) -> None:
    doc = row["doc_id"]
    gap = distance(place, toponym)
    exact = place.get("place_id") is not None and str(place["place_id"]) == str(
        toponym["geonameid"]
    )
    near = exact or (gap is not None and gap <= NEAR_KM)
    tally.count("accuracy at 161 km", doc, near)
    tally.count("exact", doc, exact)
    tally.count("left unresolved", doc, gap is None)
    if not near:
        at = toponym["start"]
        tally.fault(
            "accuracy at 161 km",
            doc,
            gold=f"{toponym['name']} ({toponym['admin1']}, {toponym['country']}) "
            f"{toponym['fcode']} {toponym['geonameid']}",
            ours=f"{place.get('name')} ({place.get('adm1')}, {place.get('country')}) "
            f"{place.get('place_id')}" + ("" if gap is None else f", {gap:.0f} km off"),
            text=row["text"][max(0, at - 150) : toponym["end"] + 150],
            quote=toponym["phrase"],
            around=[str(row.get("domain")), str(row.get("title"))],
            guess="unresolved" if gap is None else f"other place for {toponym['fclass']}",
        )
