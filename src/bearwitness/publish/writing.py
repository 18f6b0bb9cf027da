"""Writing a published file: whole or not at all, and sorted without holding it in memory."""

from __future__ import annotations

import heapq
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

import orjson

from bearwitness.errors import StoreError

_RUN = 50_000  # lines sorted in memory at once; more are sorted in runs and merged
Keyed = tuple[str, bytes]


@contextmanager
def whole_file(path: Path, *, wait: bool = True) -> Iterator[IO[bytes]]:
    """A file that appears under its name only when it is complete.

    Args:
        path: the file.
        wait: until the disk holds it; not needed where a later file vouches for it.

    Raises:
        StoreError: it cannot be written (no room, no permission).
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as handle:
            yield handle
            handle.flush()
            if wait:
                os.fsync(handle.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise StoreError(
            f"{path} could not be written: {error.strerror or error}; an earlier file of that "
            "name, and the store, are unharmed"
        ) from error


def write_objects(path: Path, objects: Iterable[tuple[str, object]]) -> None:
    """Write (id, object) pairs as JSON Lines, sorted by id."""
    with whole_file(path) as out:
        for _, line in merged((key, orjson.dumps(value)) for key, value in objects):
            out.write(line)
            out.write(b"\n")


def merged(lines: Iterable[Keyed]) -> Iterator[Keyed]:
    """Lines in order of key; many of them are sorted in runs on disk."""
    with ExitStack() as open_runs:
        runs: list[Iterator[Keyed]] = []
        run: list[Keyed] = []
        for line in lines:
            run.append(line)
            if len(run) >= _RUN:
                handle = open_runs.enter_context(tempfile.TemporaryFile())
                runs.append(_spilled(handle, sorted(run)))
                run = []
        run.sort()
        yield from heapq.merge(*runs, run) if runs else run


def _spilled(handle: IO[bytes], run: list[Keyed]) -> Iterator[Keyed]:
    handle.writelines(key.encode() + b"\t" + line + b"\n" for key, line in run)
    handle.seek(0)
    return _read_back(handle)


def _read_back(handle: IO[bytes]) -> Iterator[Keyed]:
    for line in handle:
        key, _, value = line[:-1].partition(b"\t")
        yield key.decode(), value
