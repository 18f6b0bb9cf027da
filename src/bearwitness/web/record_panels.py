"""What the page of other records shows: statements, talks, control, transfers, displacement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from bearwitness.publish.wording import record_in_words
from bearwitness.register.records import KINDS, fullest
from bearwitness.web.desk import Desk
from bearwitness.web.present import Held, Word, word
from bearwitness.web.query import match_words, page_asked

RECORDS = 40  # on a page
NAMES = {
    "statement": "Statements",
    "meeting": "Meetings and talks",
    "control": "Control of places",
    "transfer": "Arms transfers",
    "displacement": "Displaced, detained, abducted",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page is narrowed to.

    Attributes:
        kind: one of `KINDS`.
        place: name of a place; empty for all.
        words: each must stand in the record or its sentences.
        page: from 1.
    """

    kind: str = "meeting"
    place: str = ""
    words: str = ""
    page: int = 1

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Asked:
        """From an address; what cannot be understood is left out."""
        kind = given.get("kind", "")
        place, words = (given.get(k, "").replace("\0", "")[:200] for k in ("place", "words"))
        return cls(kind if kind in KINDS else "meeting", place, words, page_asked(given))

    def address(self) -> dict[str, str]:
        """What an address must hold to ask the same, but for the page."""
        told = {"kind": self.kind, "place": self.place, "words": self.words}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class Recorded:
    """One record as a row of the table; `words` in the order in which it was told."""

    line: str
    words: tuple[Word, ...]
    contradicted: bool


def counts(desk: Desk, held: Held) -> dict[str, int]:
    """How many records of each kind there are."""
    hidden = _hidden(desk, held)
    rows = desk.index.all("SELECT kind, sum(count) AS n FROM record_counts GROUP BY kind")
    found = {row["kind"]: row["n"] for row in rows}
    gone = Counter(kind for kind, _ in hidden.values())
    return {kind: found.get(kind, 0) - gone[kind] for kind in KINDS}


def places(desk: Desk, held: Held, kind: str) -> list[tuple[str, int]]:
    """Places of one kind's records, the most told first."""
    gone = Counter(place for each, place in _hidden(desk, held).values() if each == kind)
    rows = desk.index.all(
        "SELECT place, count FROM record_counts WHERE kind = ? AND place != '' "
        "ORDER BY count DESC, place LIMIT 500",
        (kind,),
    )
    told = ((row["place"], row["count"] - gone[row["place"]]) for row in rows)
    return [(place, count) for place, count in told if count]


def _hidden(desk: Desk, held: Held, *, partly: bool = False) -> dict[int, tuple[str, str]]:
    """Records all of whose claims are held back, or any of them: number to kind and place."""
    if not held.ids:
        return {}
    ids = orjson.dumps(sorted(held.ids)).decode()
    rows = desk.index.all(
        "WITH touched AS ("
        "SELECT number FROM record_claims WHERE claim_id IN (SELECT value FROM json_each(:ids)) "
        "UNION "
        "SELECT number FROM record_claims "
        "WHERE document_id IN (SELECT value FROM json_each(:ids))) "
        "SELECT c.number, c.claim_id, c.document_id, r.kind, r.place FROM touched "
        "JOIN record_claims AS c USING (number) JOIN records AS r USING (number)",
        {"ids": ids},
    )
    shown = {
        row["number"] for row in rows
        if not partly
        and row["claim_id"] not in held.ids
        and row["document_id"] not in held.ids
    }  # fmt: skip
    return {r["number"]: (r["kind"], r["place"]) for r in rows if r["number"] not in shown}


def recorded(desk: Desk, held: Held, asked: Asked) -> tuple[list[Recorded], int]:
    """The records of one page, latest first and undated ones last, and how many pages there are."""
    match = match_words(asked.words)
    where = "kind = :kind AND number NOT IN (SELECT value FROM json_each(:hidden))"
    where += " AND place = :place" if asked.place else ""
    if match:
        where += " AND number IN (SELECT rowid FROM record_words WHERE record_words MATCH :match)"
    values: dict[str, Any] = {
        "kind": asked.kind, "place": asked.place, "match": match,
        # a search that finds words held back since tells that they are there
        "hidden": orjson.dumps(sorted(_hidden(desk, held, partly=bool(match)))).decode(),
    }  # fmt: skip
    count = desk.index.one(f"SELECT count(*) AS n FROM records WHERE {where}", values)
    pages = max(1, -(-(count["n"] if count else 0) // RECORDS))
    values["skip"] = (min(asked.page, pages) - 1) * RECORDS
    rows = desk.index.all(
        f"SELECT number, course, contradicted FROM records WHERE {where} "
        f"ORDER BY day IS NULL, day DESC, number LIMIT {RECORDS} OFFSET :skip",
        values,
    )
    return _rows(desk, held, rows), pages


def _rows(desk: Desk, held: Held, rows: list[Any]) -> list[Recorded]:
    numbers = orjson.dumps([row["number"] for row in rows]).decode()
    told = desk.index.all(
        "SELECT number, claim_id, document_id FROM record_claims "
        "WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number, at",
        (numbers,),
    )
    ids = sorted({row["document_id"] for row in told})
    wanted = {row["claim_id"] for row in told}
    claims = {c.claim_id: c for c in desk.store.view().claims_of(ids) if c.claim_id in wanted}
    documents = desk.documents(ids)
    found = []
    for row in rows:
        own = [
            claims[t["claim_id"]] for t in told
            if t["number"] == row["number"] and t["claim_id"] in claims
        ]  # fmt: skip
        shown = [c for c in own if not held.claim(c)]
        if shown:
            words = tuple(word(c, documents, held) for c in shown)
            line = record_in_words(fullest(shown), row["course"] or None)
            found.append(Recorded(line, words, bool(row["contradicted"])))
    return found
