"""What a store held at a moment: reading only."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, or_, select

from bearwitness.errors import StoreError
from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.incident import Judgement, Minting
from bearwitness.model.lineage import Lineages
from bearwitness.model.review import Review
from bearwitness.store import schema
from bearwitness.store.codec import from_json
from bearwitness.store.opening import told_plainly
from bearwitness.store.rows import document_from, lineages_from

_PAGE = 400


class View:
    """All rows that the commits up to one recorded. Made by `Store.view`.

    Documents and claims come a page at a time, so that memory does not grow with the store.
    """

    def __init__(self, engine: Engine, newest_commit: int) -> None:
        self._engine = engine
        self._bound = newest_commit

    @property
    def is_empty(self) -> bool:
        """Whether nothing had been recorded."""
        return self._bound == 0

    @property
    def newest_commit(self) -> int:
        """Number of the newest commit it holds; it grows with whatever is recorded."""
        return self._bound

    # -- documents

    def count_documents(self) -> int:
        """How many documents there are."""
        query = select(func.count()).select_from(schema.documents)
        with self._reading() as connection:
            return int(connection.execute(self._seen(query, schema.documents)).scalar_one())

    def documents(self) -> Iterator[Document]:
        """All documents, in order of id."""
        table = schema.documents
        last = ""
        while True:
            query = (
                select(table.c.document_id, table.c.text, table.c.payload)
                .where(table.c.document_id > last)
                .order_by(table.c.document_id)
                .limit(_PAGE)
            )
            rows = self._all(self._seen(query, table))
            for row in rows:
                yield document_from(row.payload, row.text)
            if len(rows) < _PAGE:
                return
            last = rows[-1].document_id

    def document_ids(self) -> list[str]:
        """Ids of all documents, sorted."""
        table = schema.documents
        query = select(table.c.document_id).order_by(table.c.document_id)
        return [row.document_id for row in self._all(self._seen(query, table))]

    def load(self, document_ids: Iterable[str]) -> Iterator[Document]:
        """Some documents, in order of id; unknown ids are passed over."""
        table = schema.documents
        for page in _pages(sorted(set(document_ids))):
            query = (
                select(table.c.text, table.c.payload)
                .where(table.c.document_id.in_(page))
                .order_by(table.c.document_id)
            )
            for row in self._all(self._seen(query, table)):
                yield document_from(row.payload, row.text)

    def document(self, name: str) -> Document:
        """One document, by its id or by what its input called it.

        Raises:
            StoreError: there is none, or the name is that of several.
        """
        table = schema.documents
        query = (
            select(table.c.document_id, table.c.text, table.c.payload)
            .where(or_(table.c.document_id == name, table.c.source_id == name))
            .order_by(table.c.document_id)
        )
        rows = self._all(self._seen(query, table))
        if not rows:
            raise StoreError(f"the store has no document {name!r} (give its id or source id)")
        if len(rows) > 1:
            ids = ", ".join(row.document_id for row in rows[:5])
            raise StoreError(f"{len(rows)} documents are called {name!r}; give an id: {ids}")
        return document_from(rows[0].payload, rows[0].text)

    def raw(self, sha256: str) -> bytes:
        """The raw bytes with a digest, as they came in.

        Raises:
            StoreError: there are none.
        """
        query = select(schema.raw.c.body).where(schema.raw.c.sha256 == sha256)
        rows = self._all(self._seen(query, schema.raw))
        if not rows:
            raise StoreError(f"the store has no raw bytes with the digest {sha256}")
        return zlib.decompress(rows[0].body)

    def knows(self, target: str) -> bool:
        """Whether an id is that of a document, claim or incident."""
        columns = (
            (schema.documents, schema.documents.c.document_id),
            (schema.claims, schema.claims.c.claim_id),
            (schema.mintings, schema.mintings.c.incident_id),
        )
        return any(
            self._all(self._seen(select(column).where(column == target).limit(1), table))
            for table, column in columns
        )

    def texts(self, document_ids: set[str]) -> dict[str, str]:
        """Texts of some documents."""
        table = schema.documents
        found: dict[str, str] = {}
        for page in _pages(sorted(document_ids)):
            query = select(table.c.document_id, table.c.text).where(table.c.document_id.in_(page))
            found.update((row.document_id, row.text) for row in self._all(query))
        return found

    # -- what the machine made of them

    def lineages(self) -> Lineages:
        """The dispatches, quotations and loans."""
        table = schema.lineage
        newest = self._seen(select(func.max(table.c.number)), table)
        query = select(table.c.kind, table.c.subject, table.c.payload).where(
            table.c.number.in_(newest.group_by(table.c.kind, table.c.subject)),
            table.c.payload.is_not(None),
        )
        rows = [(row.kind, row.subject, row.payload) for row in self._all(query)]
        return lineages_from(rows, self.texts)

    def reading_keys(self) -> dict[str, str]:
        """Document id to the key of its current reading, for those that were read."""
        table = schema.readings
        newest = self._seen(select(func.max(table.c.reading_id)), table)
        query = select(table.c.document_id, table.c.reading_key).where(
            table.c.reading_id.in_(newest.group_by(table.c.document_id))
        )
        return {row.document_id: row.reading_key for row in self._all(query)}

    def terms(self) -> dict[str, frozenset[str]]:
        """Document id to the telling words of its text, for those that have any."""
        found: dict[str, frozenset[str]] = {}
        table, last = schema.readings, ""
        while True:
            newest = self._current_readings().where(table.c.document_id > last).limit(_PAGE)
            page = {row.reading_id: row.document_id for row in self._all(newest)}
            query = select(table.c.reading_id, table.c.terms).where(
                table.c.reading_id.in_(list(page)), table.c.terms != ""
            )
            for row in self._all(query):
                # The same words stand in many documents: kept once.
                found[page[row.reading_id]] = frozenset(map(sys.intern, row.terms.split("\n")))
            if len(page) < _PAGE:
                return found
            last = max(page.values())

    def claims(self) -> Iterator[Claim]:
        """Claims of the current readings, by document id and then place in the text."""
        last = ""
        while True:
            query = self._current_readings().where(schema.readings.c.document_id > last)
            rows = self._all(query.limit(_PAGE))
            yield from self._claims_of_readings(rows)
            if len(rows) < _PAGE:
                return
            last = rows[-1].document_id

    def claims_of(self, document_ids: Iterable[str]) -> Iterator[Claim]:
        """Claims of some documents, in the same order."""
        for page in _pages(sorted(set(document_ids))):
            wanted = schema.readings.c.document_id.in_(page)
            yield from self._claims_of_readings(self._all(self._current_readings().where(wanted)))

    def _claims_of_readings(self, rows: list[Any]) -> Iterator[Claim]:
        found: dict[int, list[str]] = {row.reading_id: [] for row in rows}
        table = schema.claims
        query = select(table.c.reading_id, table.c.payload).where(
            table.c.reading_id.in_(list(found))
        )
        for got in self._all(query):
            found[got.reading_id].append(got.payload)
        texts = self.texts({row.document_id for row in rows if found[row.reading_id]})
        for row in rows:
            payloads = found[row.reading_id]
            claims = [from_json(Claim, p, texts[row.document_id]) for p in payloads]
            yield from sorted(claims, key=lambda c: (c.span.start, c.span.end, c.claim_id))

    def _current_readings(self) -> Select[Any]:
        """The newest reading of each document, in order of document id."""
        table = schema.readings
        newest = select(table.c.document_id, func.max(table.c.reading_id).label("reading_id"))
        return self._seen(newest, table).group_by(table.c.document_id).order_by(table.c.document_id)

    def judgements(self) -> list[Judgement]:
        """All judgements, in order of recording, each with its moment."""
        table = schema.judgements
        query = (
            select(table.c.payload, schema.commits.c.recorded_at)
            .join(schema.commits)
            .order_by(table.c.number)
        )
        return [
            replace(from_json(Judgement, row.payload), made_at=_moment(row.recorded_at))
            for row in self._all(self._seen(query, table))
        ]

    def mintings(self) -> list[Minting]:
        """Every incident id with where it leads, in order of minting."""
        table = schema.mintings
        query = select(table).order_by(table.c.number)
        latest: dict[str, Minting] = {}
        for row in self._all(self._seen(query, table)):
            latest[row.incident_id] = Minting(
                row.incident_id, row.founding_mention, row.forwarded_to
            )
        return list(latest.values())

    def reviews(self) -> list[Review]:
        """All acts of persons, in order."""
        table = schema.reviews
        query = (
            select(table.c.review_id, table.c.payload, schema.commits.c.recorded_at)
            .join(schema.commits)
            .order_by(table.c.review_id)
        )
        return [
            replace(
                from_json(Review, row.payload),
                review_id=row.review_id,
                made_at=_moment(row.recorded_at),
            )
            for row in self._all(self._seen(query, table))
        ]

    # -- plumbing

    def _seen(self, query: Select[Any], table: Any) -> Select[Any]:
        return query.where(table.c.commit_id <= self._bound)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_plainly("the store could not be read"), self._engine.connect() as connection:
            yield connection

    def _all(self, query: Select[Any]) -> list[Any]:
        with self._reading() as connection:
            return list(connection.execute(query).all())


def _pages(keys: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(keys), _PAGE):
        yield keys[at : at + _PAGE]


def _moment(recorded_at: str) -> datetime:
    return datetime.fromisoformat(recorded_at)
