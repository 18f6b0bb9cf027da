"""SQLite connections of the desk: one a thread, opened anew when the file was replaced."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

Rows = list[sqlite3.Row]


class Database:
    """A SQLite file read by many threads and written by one at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.generation = 0
        self._local = threading.local()
        self.lock = threading.RLock()

    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        kept = getattr(self._local, "kept", None)
        if kept is None or kept[0] != self.generation:
            if kept is not None:
                kept[1].close()
            made = connect(self.path)
            self._local.kept = kept = (self.generation, made)
        found: sqlite3.Connection = kept[1]
        return found

    def all(self, query: str, values: Any = ()) -> Rows:
        """All rows of a query."""
        return self.connection().execute(query, values).fetchall()

    def one(self, query: str, values: Any = ()) -> sqlite3.Row | None:
        """The first row, if there is one."""
        found: sqlite3.Row | None = self.connection().execute(query, values).fetchone()
        return found

    def replaced(self) -> None:
        """Tell that another file stands under the path."""
        self.generation += 1


def connect(path: Path) -> sqlite3.Connection:
    """A connection whose rows are read by column name."""
    made = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
    made.row_factory = sqlite3.Row
    made.execute("PRAGMA foreign_keys = ON")
    made.execute("PRAGMA mmap_size = 268435456")
    return made
