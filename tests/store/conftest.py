"""Stores of every kind, a clock that the tests wind, and small things to put in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bearwitness.model import ids
from bearwitness.model.claim import Casualty, Claim
from bearwitness.model.document import Document
from bearwitness.model.span import Span
from bearwitness.store import Store

POSTGRES = "BEARWITNESS_TEST_POSTGRES"
BEGINNING = datetime(2020, 1, 1, 12, tzinfo=UTC)


class Clock:
    """Tells the moment it was set to."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def __call__(self) -> datetime:
        return self.now

    def pass_hours(self, hours: float) -> datetime:
        self.now += timedelta(hours=hours)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where to open an empty store, for each kind of database."""
    if request.param == "sqlite":
        yield str(tmp_path / "register")
        return
    url = os.environ.get(POSTGRES)
    if not url:
        pytest.skip(f"needs a PostgreSQL server: set {POSTGRES} to an address of a test database")
    schema = "bearwitness_" + sha256(str(tmp_path).encode()).hexdigest()[:12]
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def store(target: str, clock: Clock) -> Iterator[Store]:
    """An empty store."""
    with Store.open(target, clock=clock) as opened:
        yield opened


@pytest.fixture
def a_document() -> Callable[..., Document]:
    """Makes documents."""

    def make(
        name: str, words: str = "Officials said 12 people died in the blast.", **more: object
    ) -> Document:
        digest = sha256(words.encode()).hexdigest()
        key = ids.document_id(name, digest)
        return Document(key, name, words, digest, **more)  # type: ignore[arg-type]

    return make


@pytest.fixture
def a_claim() -> Callable[..., Claim]:
    """Makes a claim on the first number of a document."""

    def make(document: Document, low: int = 12, extractor: str = "test/1") -> Claim:
        start = document.text.index("12")
        span = Span.cut(document.text, start, start + 2)
        return Claim(
            ids.claim_id(document.document_id, "casualty", span.start, span.end, "killed"),
            document.document_id,
            "casualty",
            span,
            Span.cut(document.text, 0, len(document.text)),
            extractor,
            mention=0,
            detail=Casualty("killed", low, low, "exactly"),
        )

    return make
