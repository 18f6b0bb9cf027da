"""The desk's index: the register laid out for quick pages, rebuildable from the store at will.

It is never the source of truth. A run, a merge or a split changes which claims belong together,
so the whole is made anew (`build`); a review touches one incident, so only that one is reckoned
again (`refresh`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson

from bearwitness.model.claim import Claim
from bearwitness.model.ids import digest
from bearwitness.model.incident import Incident, Judgement
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Contradiction, Entry, Register, Toll
from bearwitness.model.review import Review
from bearwitness.publish.edition import Edition
from bearwitness.store.codec import to_json
from bearwitness.store.rows import lineage_rows
from bearwitness.web.database import connect
from bearwitness.web.index_records import fill_records
from bearwitness.web.rows import (
    Row,
    Standing,
    acts_on,
    incident_row,
    search_words,
    split_definition,
    standing_reviews,
)

_BATCH = 2_000


def mention_key(claim: Claim) -> str:
    """The mention a claim belongs to."""
    return f"{claim.document_id}#{claim.mention or 0}"


def build(
    path: Path,
    edition: Edition,
    reviews: Sequence[Review],
    *,
    rejected: Sequence[Entry] = (),
    shown: Mapping[str, Entry] | None = None,
    seen: Mapping[str, str] | None = None,
    newest: int = 0,
) -> None:
    """Make the index anew; the old one serves until the new one is whole.

    Args:
        path: of the index.
        edition: the register and all it rests on.
        reviews: all of them.
        rejected: incidents that persons rejected, as they would stand otherwise.
        shown: incidents as people below a lead see them, where that is not the same.
        seen: incident id to the digest of its claims when a person last acted on it.
        newest: number of the store's newest commit, by which staleness is known.
    """
    part = path.with_suffix(".part")
    for stale in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-shm")):
        stale.unlink(missing_ok=True)
    connection = connect(part)
    try:
        connection.executescript(_sql("schema.sql"))
        connection.execute("BEGIN")
        _fill(connection, edition, reviews, rejected, shown or {}, seen or {})
        _meta(connection, newest)
        connection.execute("COMMIT")
        connection.executescript(_sql("schema_indexes.sql"))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
    for stale in (path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        stale.unlink(missing_ok=True)
    os.replace(part, path)


def _sql(name: str) -> str:
    return files("bearwitness.web").joinpath("data", name).read_text("utf-8")


def _meta(connection: sqlite3.Connection, newest: int) -> None:
    told = {"commit": str(newest), "layout": layout()}
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", told.items())


def layout() -> str:
    """By what an index of this version's tables is told from another's."""
    return digest(_sql("schema.sql"))


def _fill(
    connection: sqlite3.Connection,
    edition: Edition,
    reviews: Sequence[Review],
    rejected: Sequence[Entry],
    shown: Mapping[str, Entry],
    seen: Mapping[str, str],
) -> None:
    register, by_target = edition.register, standing_reviews(reviews)
    counts: dict[str, int] = {}
    of_incident: dict[str, list[Claim]] = {}
    incident_of_mention: dict[str, str] = {}
    home = dict(edition.incident_of)
    home.update({c: e.incident_id for e in rejected for c in e.claims})
    claim_rows = []
    for claim in edition.claims():
        counts[claim.document_id] = counts.get(claim.document_id, 0) + 1
        incident = home.get(claim.claim_id)
        if incident is not None:
            of_incident.setdefault(incident, []).append(claim)
            incident_of_mention[mention_key(claim)] = incident
        claim_rows.append(_claim_row(claim, incident))
    connection.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)", claim_rows)
    twins = _fill_twins(connection, edition.judgements, incident_of_mention)
    entries = [*register.entries, *rejected]
    for at in range(0, len(entries), _BATCH):
        for entry in entries[at : at + _BATCH]:
            claims = of_incident.get(entry.incident_id, [])
            standing = Standing(
                acts_on(entry, by_target),
                seen.get(entry.incident_id),
                entry.incident_id in edition.withheld,
                twins.get(entry.incident_id, 0),
            )
            masked = shown.get(entry.incident_id, entry)
            _insert_incident(connection, entry, masked, claims, standing, edition.withheld)
    _fill_documents(connection, edition, counts)
    _fill_lineage(connection, edition.lineages)
    _insert_contradictions(connection, register.contradictions)
    _fill_tolls(connection, register.tolls, {row[0]: row[1] for row in claim_rows})
    fill_records(connection, edition)


def _fill_tolls(
    connection: sqlite3.Connection, tolls: Iterable[Toll], document_of: Mapping[Any, Any]
) -> None:
    for toll in tolls:
        place = split_definition(toll)[1]
        row = (toll.toll_id, toll.source, toll.scope, toll.outcome, place, len(toll.points))
        connection.execute("INSERT INTO tolls VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, to_json(toll)))
        connection.executemany(
            "INSERT OR IGNORE INTO toll_points VALUES (?, ?, ?)",
            [(toll.toll_id, p.claim_id, document_of.get(p.claim_id, "")) for p in toll.points],
        )


def _claim_row(claim: Claim, incident: str | None) -> tuple[str | None, ...]:
    day = claim.when.start.isoformat() if claim.when.start else None
    place = claim.where.name if claim.where else None
    return (claim.claim_id, claim.document_id, claim.kind, incident, day, place)


def _fill_twins(
    connection: sqlite3.Connection,
    judgements: Iterable[Judgement],
    incident_of: Mapping[str, str],
) -> dict[str, int]:
    """Near misses of linking: pairs that a person may find to be one incident."""
    found: dict[tuple[str, str], Judgement] = {}
    decided: set[tuple[str, str]] = set()
    for judgement in judgements:
        one, other = incident_of.get(judgement.left), incident_of.get(judgement.right)
        if one is None or other is None or one == other:
            continue
        pair = (min(one, other), max(one, other))
        if judgement.is_by_person:
            decided.add(pair)
        elif judgement.verdict == "different" and (
            pair not in found or found[pair].score < judgement.score
        ):
            found[pair] = judgement
    twins: dict[str, int] = {}
    for (one, other), judgement in sorted(found.items()):
        if (one, other) in decided:
            continue
        why = [
            {"field": e.field, "why": e.why, "weight": round(e.weight, 2)}
            for e in judgement.evidence
        ]
        row = (one, other, judgement.score, orjson.dumps(why).decode())
        connection.execute("INSERT INTO maybe_same VALUES (?, ?, ?, ?)", row)
        for name in (one, other):
            twins[name] = twins.get(name, 0) + 1
    return twins


def _insert_incident(
    connection: sqlite3.Connection,
    entry: Entry,
    shown: Entry,
    claims: Sequence[Claim],
    standing: Standing,
    withheld: frozenset[str],
    number: int | None = None,
) -> None:
    row = incident_row(shown, claims, standing) | {"number": number}
    payload, masked = to_json(entry), None if shown == entry else to_json(shown)
    columns, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    made = connection.execute(f"INSERT INTO incidents ({columns}) VALUES ({marks})", row)
    connection.execute("INSERT INTO wholes VALUES (?, ?, ?)", (made.lastrowid, payload, masked))
    connection.execute(
        "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)",
        (made.lastrowid, shown.title, search_words(shown, claims, withheld)),
    )


def _fill_documents(
    connection: sqlite3.Connection, edition: Edition, counts: Mapping[str, int]
) -> None:
    lineages = edition.lineages
    dispatch_of = {d: x for x in lineages.dispatches for d in x.documents}
    for document in edition.documents():
        key = document.document_id
        anchor = lineages.anchors.get(key, document.anchor)
        held = document.withheld or key in edition.withheld
        dispatch = dispatch_of.get(key)
        connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                dispatch.dispatch_id if dispatch else None,
                document.publisher,
                document.agency or lineages.agencies.get(key),
                anchor.date.isoformat() if anchor.date else None,
                document.language,
                None if held else document.title,
                int(held),
                counts.get(key, 0),
            ),
        )


def _fill_lineage(connection: sqlite3.Connection, lineages: Lineages) -> None:
    for kind, subject, payload in lineage_rows(lineages):
        first, _, second = subject.partition(" ")
        row = (kind, subject, first, second or None, payload)
        connection.execute("INSERT INTO lineage VALUES (?, ?, ?, ?, ?)", row)


def _insert_contradictions(connection: sqlite3.Connection, found: Iterable[Contradiction]) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO contradictions VALUES (?, ?, ?)",
        [(c.contradiction_id, c.incident_id, to_json(c)) for c in found],
    )


def refresh(
    connection: sqlite3.Connection,
    incident_id: str,
    register: Register,
    shown: Mapping[str, Entry],
    claims: Sequence[Claim],
    standing: Standing,
    withheld: frozenset[str],
    newest: int,
) -> int | None:
    """Put one incident in the place of its older self; gives its number, None where it is new.

    `register` holds it whole, `shown` as people below a lead see it.
    """
    old = connection.execute(
        "SELECT number FROM incidents WHERE incident_id = ?", (incident_id,)
    ).fetchone()
    connection.execute("BEGIN IMMEDIATE")
    try:
        if old is not None:
            connection.execute("DELETE FROM words WHERE rowid = ?", (old["number"],))
            connection.execute("DELETE FROM wholes WHERE number = ?", (old["number"],))
            connection.execute("DELETE FROM incidents WHERE number = ?", (old["number"],))
        connection.execute("DELETE FROM contradictions WHERE incident_id = ?", (incident_id,))
        for entry in register.entries:
            number = old["number"] if old is not None else None
            masked = shown.get(entry.incident_id, entry)
            _insert_incident(connection, entry, masked, claims, standing, withheld, number)
        _insert_contradictions(
            connection, [replace(c, incident_id=incident_id) for c in register.contradictions]
        )
        _meta(connection, newest)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return old["number"] if old is not None else None


def incident_of_claims(incident_id: str, claims: Sequence[Claim]) -> Incident:
    """The cluster of some claims, as linking would give it."""
    mentions = tuple(sorted({mention_key(c) for c in claims}))
    return Incident(incident_id, mentions, tuple(sorted(c.claim_id for c in claims)))


def set_withheld(connection: sqlite3.Connection, document_id: str, held: bool) -> None:
    """Mark a document withheld or released."""
    connection.execute(
        "UPDATE documents SET withheld = ? WHERE document_id = ?", (int(held), document_id)
    )


__all__ = ["Row", "build", "incident_of_claims", "mention_key", "refresh", "set_withheld"]
