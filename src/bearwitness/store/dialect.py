"""All that differs between SQLite and PostgreSQL, in one place."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from bearwitness.errors import StoreError, UsageError

FILE_NAME = "bearwitness.sqlite"
_BUSY_MS = 30_000
_LOCK_NUMBER = 0x62656172  # any constant: names the writers' lock in a PostgreSQL database


def url_of(target: str | Path) -> str:
    """The database address for what a user names: an address, or a folder that holds SQLite."""
    if "://" in str(target):
        return str(target)
    return f"sqlite:///{Path(target) / FILE_NAME}"


def make_engine(url: str) -> Engine:
    """An engine with foreign keys enforced and transactions that begin when told to.

    Raises:
        UsageError: the address names no database that can be spoken to.
    """
    try:
        engine = create_engine(make_url(url))
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise UsageError(
            f"{url!r} is no database address this installation can open ({error}); give a "
            "folder, or an address such as postgresql+psycopg://user@host/name"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif engine.dialect.name != "postgresql":
        raise UsageError(f"{engine.dialect.name} is not supported: use SQLite or PostgreSQL")
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the write lock at once: taking it later can fail after work was done.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def writing(engine: Engine) -> Engine:
    """The same engine, for transactions that write."""
    return engine.execution_options(writes=True)


def forbid_change(connection: Connection, table: str) -> None:
    """Make the database itself refuse UPDATE and DELETE on a table."""
    if connection.dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    connection.exec_driver_sql(
        "CREATE OR REPLACE FUNCTION bearwitness_append_only() RETURNS trigger AS $$ "
        "BEGIN RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME; END $$ LANGUAGE plpgsql"
    )
    connection.exec_driver_sql(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION bearwitness_append_only()"
    )


@contextmanager
def writers_lock(engine: Engine) -> Iterator[None]:
    """Keep a second run off the same store; the lock dies with the process that holds it.

    Raises:
        StoreError: another run holds it.
    """
    busy = "another run is writing to this store: wait for it to end, or choose another folder"
    if engine.dialect.name == "sqlite":
        path = f"{engine.url.database}.lock"
        try:
            handle = open(path, "a")  # noqa: SIM115
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror}") from error
        with handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise StoreError(busy) from error
            yield
        return
    with engine.connect() as connection:
        got = connection.execute(text("SELECT pg_try_advisory_lock(:n)"), {"n": _LOCK_NUMBER})
        if not got.scalar_one():
            raise StoreError(busy)
        connection.commit()
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": _LOCK_NUMBER})
            connection.commit()
