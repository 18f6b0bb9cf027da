"""Adding to the store, within one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from bearwitness import __version__
from bearwitness.model.claim import Claim
from bearwitness.model.incident import Judgement, Minting
from bearwitness.model.lineage import Lineages
from bearwitness.model.review import Review
from bearwitness.store import schema
from bearwitness.store.codec import to_json
from bearwitness.store.rows import DocumentRow, digest_of, lineage_rows

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader took from one document, its claims already as JSON.

    Attributes:
        document_id: the document.
        key: reader, its version and the anchor it reckoned from: equal keys, equal claims.
        claims: (claim id, kind, payload of `to_json`).
        terms: telling words of the text, sorted, by which linking knows it again.
    """

    document_id: str
    key: str
    claims: tuple[tuple[str, str, str], ...]
    terms: tuple[str, ...] = ()


def reading(
    document_id: str, key: str, claims: Iterable[Claim], terms: Iterable[str] = ()
) -> Reading:
    """A reading made ready for its rows."""
    rows = tuple((c.claim_id, c.kind, to_json(c)) for c in claims)
    return Reading(document_id, key, rows, tuple(sorted(terms)))


class Writer:
    """Adds rows; knows no way to change one. Made by `Store.writing`."""

    def __init__(self, connection: Connection, stage: str, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._stage = stage
        self._clock = clock
        self._commit: int | None = None

    def add_documents(self, rows: Sequence[DocumentRow]) -> int:
        """Record documents that are not recorded yet, with their raw bytes.

        Returns:
            How many were new.
        """
        fresh = {row.document.document_id: row for row in rows}
        for known in self._existing(schema.documents, "document_id", list(fresh)):
            del fresh[known]
        bodies = {row.document.sha256: row for row in fresh.values()}
        for known in self._existing(schema.raw, "sha256", list(bodies)):
            del bodies[known]
        self._insert(
            schema.raw,
            [{"sha256": k, "size": r.size, "body": r.body} for k, r in bodies.items()],
        )
        self._insert(
            schema.documents,
            [
                {
                    "document_id": key,
                    "source_id": row.document.source_id,
                    "sha256": row.document.sha256,
                    "text": row.document.text,
                    "payload": row.payload,
                }
                for key, row in fresh.items()
            ],
        )
        return len(fresh)

    def add_lineages(self, lineages: Lineages) -> int:
        """Record what changed in the lineages since they were last recorded.

        Returns:
            How many rows that took.
        """
        stored = {(kind, subject): digest for kind, subject, digest in self._newest_lineage()}
        rows: list[dict[str, Any]] = []
        for kind, subject, payload in lineage_rows(lineages):
            digest = digest_of(payload)
            if stored.pop((kind, subject), None) != digest:
                rows.append(
                    {"kind": kind, "subject": subject, "digest": digest, "payload": payload}
                )
        rows.extend(
            {"kind": kind, "subject": subject, "digest": "", "payload": None}
            for (kind, subject), digest in sorted(stored.items())
            if digest
        )
        self._insert(schema.lineage, rows)
        return len(rows)

    def _newest_lineage(self) -> Iterable[tuple[str, str, str]]:
        table = schema.lineage
        newest = select(func.max(table.c.number)).group_by(table.c.kind, table.c.subject)
        found = self._connection.execute(
            select(table.c.kind, table.c.subject, table.c.digest).where(table.c.number.in_(newest))
        )
        return [(row.kind, row.subject, row.digest) for row in found]

    def add_readings(self, readings: Sequence[Reading]) -> None:
        """Record readings; each becomes its document's current one."""
        if not readings:
            return
        first = self._next(schema.readings, "reading_id")
        self._insert(
            schema.readings,
            [
                {
                    "reading_id": first + i,
                    "document_id": r.document_id,
                    "reading_key": r.key,
                    "terms": "\n".join(r.terms),
                }
                for i, r in enumerate(readings)
            ],
        )
        self._insert(
            schema.claims,
            [
                {"reading_id": first + i, "claim_id": claim, "kind": kind, "payload": payload}
                for i, r in enumerate(readings)
                for claim, kind, payload in r.claims
            ],
        )

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Record judgements, but for a rule's that repeats the last one it made on the pair.

        Returns:
            How many were recorded.
        """
        table = schema.judgements
        query = select(table.c.left, table.c.right, table.c.made_by, table.c.payload)
        last: dict[tuple[str, str, str], str] = {
            (row.left, row.right, row.made_by): row.payload
            for row in self._connection.execute(query.order_by(table.c.number))
        }
        rows = []
        for judgement in judgements:
            key = (judgement.left, judgement.right, judgement.by)
            payload = to_json(replace(judgement, made_at=None))
            if not judgement.is_by_person and last.get(key) == payload:
                continue
            last[key] = payload
            rows.append(
                {
                    "left": judgement.left,
                    "right": judgement.right,
                    "verdict": judgement.verdict,
                    "made_by": judgement.by,
                    "payload": payload,
                }
            )
        self._insert(table, rows, "number")
        return len(rows)

    def add_mintings(self, mintings: Iterable[Minting]) -> int:
        """Record incident ids, and where they were forwarded, that are not recorded so yet.

        Returns:
            How many were new or newly forwarded.
        """
        table = schema.mintings
        known = {
            row.incident_id: (row.founding_mention, row.forwarded_to)
            for row in self._connection.execute(select(table).order_by(table.c.number))
        }
        rows = [
            {
                "incident_id": m.incident_id,
                "founding_mention": m.founding_mention,
                "forwarded_to": m.forwarded_to,
            }
            for m in mintings
            if known.get(m.incident_id) != (m.founding_mention, m.forwarded_to)
        ]
        self._insert(table, rows, "number")
        return len(rows)

    def add_review(self, review: Review) -> Review:
        """Record a person's act.

        Returns:
            The review with its number and moment.
        """
        number = self._next(schema.reviews, "review_id")
        bare = replace(review, review_id=None, made_at=None)
        self._insert(
            schema.reviews,
            [{"review_id": number, "target": review.target, "payload": to_json(bare)}],
        )
        return replace(review, review_id=number, made_at=self._moment)

    def _existing(self, table: Table, column: str, keys: list[str]) -> list[str]:
        found: list[str] = []
        for at in range(0, len(keys), _PAGE):
            wanted = table.c[column].in_(keys[at : at + _PAGE])
            found.extend(self._connection.scalars(select(table.c[column]).where(wanted)))
        return found

    def _next(self, table: Table, column: str) -> int:
        # Numbers are given here, not by the database, so that they have no gaps and both
        # databases give the same ones; the writers' transaction keeps two from meeting.
        highest = select(func.coalesce(func.max(table.c[column]), 0))
        return int(self._connection.execute(highest).scalar_one()) + 1

    def _insert(
        self, table: Table, rows: list[dict[str, Any]], numbered: str | None = None
    ) -> None:
        if not rows:
            return
        commit = self._commit_id()
        first = self._next(table, numbered) if numbered else 0
        for i, row in enumerate(rows):
            row["commit_id"] = commit
            if numbered:
                row[numbered] = first + i
        self._connection.execute(insert(table), rows)

    def _commit_id(self) -> int:
        """Number of this transaction's commit row, written when the first row needs it."""
        if self._commit is None:
            table = schema.commits
            last = select(func.max(table.c.recorded_at))
            now = self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            # A clock set back must not put this commit before those it builds on.
            moment = max(now, self._connection.execute(last).scalar_one() or "")
            self._commit = self._next(table, "commit_id")
            self._moment = datetime.fromisoformat(moment)
            self._connection.execute(
                insert(table),
                {
                    "commit_id": self._commit,
                    "recorded_at": moment,
                    "stage": self._stage,
                    "version": __version__,
                },
            )
        return self._commit
