"""Reading claims on several processes, in order, with a bounded amount of work under way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import orjson

from bearwitness.errors import BearwitnessError, InputError
from bearwitness.model.claim import Claim
from bearwitness.model.document import Anchor, Document
from bearwitness.pipeline.stages import Reader, Stages
from bearwitness.publish.objects import claim_object
from bearwitness.store.writer import Reading, reading
from bearwitness.text.salient import salient_terms
from bearwitness.text.sentences import segment

_CHUNK = 16  # documents sent to a process at once
_AHEAD = 3  # chunks under way for each process

T = TypeVar("T")
Shape = Callable[["Job", tuple[Claim, ...]], T]
"""Makes of a document's claims what shall come back from the process that read them."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read, the anchor to reckon from, and the reading's key."""

    document: Document
    anchor: Anchor
    key: str


def stored(job: Job, claims: tuple[Claim, ...]) -> Reading:
    """The shape for the store, with the telling words of a text that tells of an event."""
    document = job.document
    terms: frozenset[str] = frozenset()
    if any(claim.mention is not None for claim in claims):
        apart = [(span.start, span.end) for span in document.furniture]
        terms = salient_terms(document.text, segment(document.text, apart))
    return reading(document.document_id, job.key, claims, terms)


def contract_lines(_job: Job, claims: tuple[Claim, ...]) -> bytes:
    """The shape for other tools: one JSON object a line, in order of the text."""
    ordered = sorted(claims, key=lambda c: (c.span.start, c.span.end, c.claim_id))
    return b"".join(orjson.dumps(claim_object(c)) + b"\n" for c in ordered)


def read_claims(
    work: Iterable[Job], stages: Stages, jobs: int, shape: Shape[T]
) -> Iterator[T | InputError]:
    """Read documents; outcomes come in the order of the documents.

    A document that the reader stumbles over gives an `InputError`, and the rest goes on.

    Args:
        work: taken as it is needed, never far ahead.
        stages: makes the reader, once in each process.
        jobs: processes; 1 reads in this one.
        shape: a function importable by name, such as `stored`.
    """
    if jobs <= 1:
        reader: Reader | None = None
        for job in work:
            reader = reader or stages.reader()
            yield _read_one(reader, job, shape)
        return
    yield from _in_processes(iter(work), stages.reader, jobs, shape)


def _in_processes(
    work: Iterator[Job], make_reader: Callable[[], Reader], jobs: int, shape: Shape[T]
) -> Iterator[T | InputError]:
    # "spawn": a forked child would share the store's open connections.
    executor = ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), _start_worker, (make_reader,)
    )
    under_way: deque[Future[list[T | InputError]]] = deque()
    try:
        while True:
            while len(under_way) < jobs * _AHEAD and (chunk := list(islice(work, _CHUNK))):
                under_way.append(executor.submit(_read_chunk, chunk, shape))
            if not under_way:
                break
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise BearwitnessError(
            "a reading process ended unexpectedly (out of memory?): what was read so far is "
            "recorded; run again, with fewer --jobs if memory is short"
        ) from error
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0))


_reader: Reader | None = None


def _start_worker(make_reader: Callable[[], Reader]) -> None:
    global _reader  # noqa: PLW0603  # a process pool has no other place for what a worker keeps
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _reader = make_reader()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_chunk(chunk: list[Job], shape: Shape[T]) -> list[T | InputError]:
    assert _reader is not None
    return [_read_one(_reader, job, shape) for job in chunk]


def _read_one(reader: Reader, job: Job, shape: Shape[T]) -> T | InputError:
    document = job.document
    try:
        return shape(job, reader.extract(document, job.anchor))
    except Exception as error:
        # A fault of the reader on one text must not lose the others: told, counted, tried again.
        return InputError(
            document.source_id, f"its claims could not be read: {type(error).__name__}: {error}"
        )
