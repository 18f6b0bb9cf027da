from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event

from bearwitness.errors import StoreError, UsageError
from bearwitness.model.document import Document
from bearwitness.store import Store, opening
from bearwitness.store.dialect import FILE_NAME, make_engine, url_of
from bearwitness.store.rows import document_row
from bearwitness.store.schema import REVISIONS, metadata

MakeDocument = Callable[..., Document]


def test_migrations_make_the_tables_that_the_code_uses(target: str) -> None:
    Store.open(target).close()
    engine = create_engine(url_of(target))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_every_migration_is_known_by_its_number() -> None:
    script = ScriptDirectory(str(Path(opening.__file__).parent / "migrations"))
    found = tuple(reversed([r.revision for r in script.walk_revisions()]))
    assert found == REVISIONS


def test_a_folder_without_a_register_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds no register"):
        Store.open(tmp_path / "nothing", create=False)
    assert not (tmp_path / "nothing").exists()


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"These are notes, and no database at all." * 50)
    with pytest.raises(StoreError, match="is no store, or is damaged"):
        Store.open(tmp_path)


def test_an_address_of_no_known_database_is_a_usage_error() -> None:
    for address in ("mysql://host/name", "nonsense://x", "://"):
        with pytest.raises(UsageError):
            make_engine(address)


@pytest.mark.skipif(os.geteuid() == 0, reason="a superuser may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError):
        Store.open(tmp_path / "register")


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "register").write_text("notes")
    with pytest.raises(StoreError, match="register"):
        Store.open(tmp_path / "register")


def test_a_full_disk_harms_nothing_that_was_recorded(
    tmp_path: Path, a_document: MakeDocument
) -> None:
    first = a_document("a")
    with Store.open(tmp_path) as store:
        with store.writing("documents") as writer:
            writer.add_documents([document_row(first, b"raw")])
        engine = store._engine
        engine.dispose()
        event.listen(engine, "connect", _leave_no_room)

        def add_much() -> None:
            with store.writing("documents") as writer:
                writer.add_documents(
                    [document_row(a_document(str(n), f"{n}" * 9000), b"x") for n in range(60)]
                )

        with pytest.raises(StoreError, match="Make room and run again"):
            add_much()
    with Store.open(tmp_path) as store:
        assert list(store.view().documents()) == [first]


def _leave_no_room(connection: object, _record: object) -> None:
    used = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
    connection.execute(f"PRAGMA max_page_count = {used + 2}")  # type: ignore[attr-defined]
