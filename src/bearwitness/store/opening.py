"""Bringing a database to the newest migration, and what is said when it cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from bearwitness.errors import StoreError, StoreVersionError
from bearwitness.store.dialect import writing
from bearwitness.store.schema import REVISIONS

_MIGRATIONS = Path(__file__).parent / "migrations"


@contextmanager
def told_plainly(what: str) -> Iterator[None]:
    """Turn a database's own errors into a `StoreError` that says what could not be done."""
    try:
        yield
    except DatabaseError as error:
        raise StoreError(f"{what}: {error.orig}. {_advice(str(error.orig))}") from error
    except SQLAlchemyError as error:
        raise StoreError(f"{what}: {error}") from error


def _advice(reason: str) -> str:
    if "full" in reason or "No space" in reason:
        return "Make room and run again: what was recorded before is unharmed."
    if "readonly" in reason or "unable to open" in reason:
        return "Check that the folder exists and may be written to."
    if "locked" in reason:
        return "Another program holds the store: run again when it has ended."
    if "not a database" in reason or "malformed" in reason:
        return "The file is no store, or is damaged: restore a copy of it."
    return "What was recorded before is unharmed."


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations that the database lacks.

    Raises:
        StoreVersionError: a newer version of bearwitness has migrated it further.
        StoreError: it cannot be read or written.
    """
    with told_plainly(f"the store {engine.url.render_as_string()} cannot be opened"):
        with engine.connect() as connection:
            found = _revision(connection)
        if found == REVISIONS[-1]:
            return
        _refuse_newer(found)
        with writing(engine).begin() as connection:
            # Looked up again under the write lock: another process may have been quicker.
            if _revision(connection) != REVISIONS[-1]:
                _migrate(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return None if row is None else str(row[0])


def _refuse_newer(found: str | None) -> None:
    if found is not None and found not in REVISIONS:
        raise StoreVersionError(
            f"the store was written by a newer version of bearwitness (its schema is {found}, "
            f"this version knows up to {REVISIONS[-1]}): upgrade bearwitness to read it"
        )


def _migrate(connection: Connection) -> None:
    from alembic import command  # slow to import, and needed once in a store's life
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
