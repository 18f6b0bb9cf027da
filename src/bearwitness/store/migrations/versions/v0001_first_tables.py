"""The first tables: everything recorded, nothing rewritten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bearwitness.store.dialect import forbid_change

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = (
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


def _commit() -> sa.Column[int]:
    return sa.Column("commit_id", sa.Integer, sa.ForeignKey("commits.commit_id"), nullable=False)


def upgrade() -> None:
    """Create the tables, and the triggers that keep them append-only."""
    _create_documents()
    _create_readings()
    _create_decisions()
    for table in _TABLES:
        forbid_change(op.get_bind(), table)


def _create_documents() -> None:
    op.create_table(
        "commits",
        sa.Column("commit_id", sa.Integer, primary_key=True),
        sa.Column("recorded_at", sa.String(27), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.String(40), nullable=False),
    )
    op.create_index("commits_recorded_at", "commits", ["recorded_at"])
    op.create_table(
        "raw",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        _commit(),
    )
    op.create_table(
        "documents",
        sa.Column("document_id", sa.String(40), primary_key=True),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("raw.sha256"), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        _commit(),
    )
    op.create_index("documents_source_id", "documents", ["source_id"])
    op.create_table(
        "lineage",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("subject", sa.String(90), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("payload", sa.Text),
        _commit(),
    )
    op.create_index("lineage_subject", "lineage", ["kind", "subject", "number"])


def _create_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("reading_id", sa.Integer, primary_key=True),
        sa.Column(
            "document_id", sa.String(40), sa.ForeignKey("documents.document_id"), nullable=False
        ),
        sa.Column("reading_key", sa.String(64), nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        _commit(),
    )
    op.create_index("readings_document_id", "readings", ["document_id", "reading_id"])
    op.create_table(
        "claims",
        sa.Column("reading_id", sa.Integer, sa.ForeignKey("readings.reading_id"), primary_key=True),
        sa.Column("claim_id", sa.String(40), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        _commit(),
    )
    op.create_index("claims_claim_id", "claims", ["claim_id"])


def _create_decisions() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("left", sa.String(80), nullable=False),
        sa.Column("right", sa.String(80), nullable=False),
        sa.Column("verdict", sa.String(10), nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        _commit(),
    )
    op.create_index("judgements_pair", "judgements", ["left", "right"])
    op.create_table(
        "mintings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("incident_id", sa.String(40), nullable=False),
        sa.Column("founding_mention", sa.String(80), nullable=False),
        sa.Column("forwarded_to", sa.String(40)),
        _commit(),
        sa.UniqueConstraint("incident_id", "number", name="mintings_incident_id"),
    )
    op.create_table(
        "reviews",
        sa.Column("review_id", sa.Integer, primary_key=True),
        sa.Column("target", sa.String(80), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        _commit(),
    )
    op.create_index("reviews_target", "reviews", ["target"])
