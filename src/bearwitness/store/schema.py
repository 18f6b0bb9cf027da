"""The tables, as they stand after the newest migration.

Every row names the commit that recorded it; a commit has the moment. What a store held at a
moment is what the commits up to that moment recorded.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

REVISIONS = ("0001",)
"""Every migration this version knows, oldest first."""

APPEND_ONLY = (
    "commits",
    "raw",
    "documents",
    "lineage",
    "readings",
    "claims",
    "judgements",
    "mintings",
    "reviews",
)

metadata = MetaData()


def _commit() -> Column[int]:
    return Column("commit_id", Integer, ForeignKey("commits.commit_id"), nullable=False)


commits = Table(
    "commits",
    metadata,
    Column("commit_id", Integer, primary_key=True),
    Column("recorded_at", String(27), nullable=False),  # UTC, ISO 8601, microseconds: sorts
    Column("stage", String(40), nullable=False),
    Column("version", String(40), nullable=False),
    Index("commits_recorded_at", "recorded_at"),
)

raw = Table(
    "raw",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),  # zlib
    _commit(),
)

documents = Table(
    "documents",
    metadata,
    Column("document_id", String(40), primary_key=True),
    Column("source_id", Text, nullable=False),
    Column("sha256", String(64), ForeignKey("raw.sha256"), nullable=False),
    Column("text", Text, nullable=False),
    Column("payload", Text, nullable=False),  # the Document without its text
    _commit(),
    Index("documents_source_id", "source_id"),
)

lineage = Table(
    "lineage",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),  # dispatch, quote, anchor, agency
    Column("subject", String(90), nullable=False),  # a dispatch, a document, or two
    Column("digest", String(64), nullable=False),
    Column("payload", Text),  # NULL: no longer so
    _commit(),
    Index("lineage_subject", "kind", "subject", "number"),
)

readings = Table(
    "readings",
    metadata,
    Column("reading_id", Integer, primary_key=True),
    Column("document_id", String(40), ForeignKey("documents.document_id"), nullable=False),
    Column("reading_key", String(64), nullable=False),
    Column("terms", Text, nullable=False),  # telling words of the text, one a line
    _commit(),
    Index("readings_document_id", "document_id", "reading_id"),
)

claims = Table(
    "claims",
    metadata,
    Column("reading_id", Integer, ForeignKey("readings.reading_id"), primary_key=True),
    Column("claim_id", String(40), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("payload", Text, nullable=False),
    _commit(),
    Index("claims_claim_id", "claim_id"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("left", String(80), nullable=False),
    Column("right", String(80), nullable=False),
    Column("verdict", String(10), nullable=False),
    Column("made_by", Text, nullable=False),
    Column("payload", Text, nullable=False),
    _commit(),
    Index("judgements_pair", "left", "right"),
)

mintings = Table(
    "mintings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("incident_id", String(40), nullable=False),
    Column("founding_mention", String(80), nullable=False),
    Column("forwarded_to", String(40)),
    _commit(),
    UniqueConstraint("incident_id", "number", name="mintings_incident_id"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("review_id", Integer, primary_key=True),
    Column("target", String(80), nullable=False),
    Column("payload", Text, nullable=False),
    _commit(),
    Index("reviews_target", "target"),
)
