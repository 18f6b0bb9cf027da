"""Opening a store, adding to it, and looking at what it held at a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine, func, select

from bearwitness.errors import StoreError
from bearwitness.store import dialect
from bearwitness.store.opening import bring_up_to_date, told_plainly
from bearwitness.store.schema import commits
from bearwitness.store.view import View
from bearwitness.store.writer import Writer

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


class Store:
    """An append-only store in SQLite (a folder) or PostgreSQL (an address)."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    @classmethod
    def open(cls, target: str | Path, *, clock: Clock = utc_now, create: bool = True) -> Store:
        """Open a store and bring its tables up to date.

        Args:
            target: a folder (SQLite inside it) or a database address.
            clock: tells the moment of a commit; replaced in tests.
            create: make the folder and an empty store where there is none.

        Raises:
            StoreVersionError: a newer version wrote it.
            StoreError: there is none (with `create` false), or it cannot be read or written.
        """
        if "://" not in str(target):
            _prepare_folder(Path(target), create)
        engine = dialect.make_engine(dialect.url_of(target))
        try:
            bring_up_to_date(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, clock)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the database's connections back."""
        self._engine.dispose()

    def lock(self) -> AbstractContextManager[None]:
        """Hold the store for one run; a second holder gets a `StoreError`."""
        return dialect.writers_lock(self._engine)

    @contextmanager
    def writing(self, stage: str) -> Iterator[Writer]:
        """One transaction: all that is added within is recorded together, or nothing is.

        Args:
            stage: what is being recorded ("documents", "lineage", ...), kept with the commit.
        """
        with (
            told_plainly(f"{stage} could not be recorded"),
            dialect.writing(self._engine).begin() as connection,
        ):
            yield Writer(connection, stage, self._clock)

    def view(self, as_of: datetime | None = None) -> View:
        """What had been recorded by a moment (UTC where it has no zone), or up to now."""
        newest = select(func.coalesce(func.max(commits.c.commit_id), 0))
        if as_of is not None:
            moment = as_of if as_of.tzinfo else as_of.replace(tzinfo=UTC)
            newest = newest.where(commits.c.recorded_at <= stamp(moment))
        with told_plainly("the store could not be read"), self._engine.connect() as connection:
            return View(self._engine, int(connection.execute(newest).scalar_one()))


def stamp(moment: datetime) -> str:
    """A moment as the store writes it: UTC, ISO 8601, microseconds, always 27 characters."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _prepare_folder(folder: Path, create: bool) -> None:
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        elif not (folder / dialect.FILE_NAME).is_file():
            raise StoreError(
                f"{folder} holds no register (no {dialect.FILE_NAME} in it); "
                f"make one with: bearwitness run INPUT --out {folder}"
            )
    except OSError as error:
        raise StoreError(f"the folder {folder} cannot be used: {error.strerror}") from error
