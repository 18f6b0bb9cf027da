"""The main job: reports in, a register out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from bearwitness.claims.languages import is_read
from bearwitness.errors import InputError, StoreError, UsageError
from bearwitness.model.document import Anchor, Document
from bearwitness.model.lineage import Lineages
from bearwitness.pipeline.imported import is_imported
from bearwitness.pipeline.own_places import kept_places
from bearwitness.pipeline.rebuild import Linked, as_edition, link_all, meta
from bearwitness.pipeline.report import Progress, RunReport, silent
from bearwitness.pipeline.stages import Stages, default_stages
from bearwitness.pipeline.workers import Job, cores, read_claims, stored
from bearwitness.publish.formats import format_named
from bearwitness.publish.profiles import for_readers
from bearwitness.store import Store, View
from bearwitness.store.rows import DocumentRow, document_row
from bearwitness.store.store import utc_now
from bearwitness.store.writer import Reading

_BATCH = 256  # documents a transaction
_BATCH_BYTES = 16 * 2**20  # or this much raw input, whichever comes first

ErrorSink = Callable[[InputError], None]


def run(
    inputs: Sequence[Path | str],
    out: Path | str,
    *,
    jobs: int | None = None,
    store: str | None = None,
    progress: Progress = silent,
    on_error: ErrorSink | None = None,
    clock: Callable[[], datetime] = utc_now,
    stages: Stages | None = None,
    places: Sequence[Path] = (),
) -> RunReport:
    """Read reports and bring the register up to date.

    The stages, in order; each records what it found before the next begins, so that a run that
    was killed goes on where it stood, and ends in the same register:

    1. documents: every input is read and recorded, with its raw bytes, a batch a transaction.
    2. lineage: over all documents in the store, which copies or edits which; the dispatches, and
       the dates and agencies that relatives lend.
    3. claims: each document not yet read by this reader with its present anchor is read, on all
       cores; a batch a transaction.
    4. incidents: claims on one event are linked; judgements and newly minted ids are recorded in
       one transaction.
    5. register: figures, grades, contradictions and tolls, from all the above and the reviews.
    6. publish: the JSON Lines of the contract.

    Args:
        inputs: files and folders.
        out: folder for the exports, and for the store unless `store` is given.
        jobs: processes that read claims; None: one a core.
        store: a database address, where the store shall not be in `out`.
        progress: told how far each stage is.
        on_error: told of each input that could not be read, as it happens.
        clock: tells the moments of recording.
        stages: the stages' functions; replaced in tests.
        places: files of places that the gazetteer is to know from now on; they are kept in `out`,
            and what was read without them is read anew.

    Raises:
        UsageError: the store holds imported records.
        StoreError: the store or an export cannot be written; nothing recorded is harmed.
        DataError: a file of places cannot be read.
    """
    report = RunReport()
    folder = _made(Path(out))
    used = stages or default_stages(kept_places(folder, places))

    def fail(error: InputError) -> None:
        report.add_error(error)
        if on_error is not None:
            on_error(error)

    with Store.open(store or folder, clock=clock) as opened, opened.lock():
        if is_imported(opened.view()):
            raise UsageError(
                f"{out} holds records that others coded, and reports are never mixed with them; "
                "run into a folder of its own, then lay both side by side with "
                "`bearwitness compare`"
            )
        _take_in(opened, used.ingest(list(inputs), fail), report, fail, progress)
        if opened.view().is_empty:
            return report
        known, lineages = _trace(opened, used, progress)
        _read(opened, used, known, lineages, jobs or cores(), fail, report, progress)
        linked = _link(opened, used, known, lineages, progress)
        _publish(opened, used, known, lineages, linked, folder, progress, report)
    return report


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"the folder {folder} cannot be made: {error.strerror}") from error
    return folder


# ---- 1 documents


def _take_in(
    store: Store,
    found: Iterable[tuple[Document, bytes]],
    report: RunReport,
    fail: ErrorSink,
    progress: Progress,
) -> None:
    progress("documents", 0, None)
    for batch in _batches(_rows(found, fail)):
        with store.writing("documents") as writer:
            fresh = writer.add_documents(batch)
        report.read += len(batch)
        report.new += fresh
        progress("documents", report.read, None)
    progress("documents", report.read, report.read)


def _rows(found: Iterable[tuple[Document, bytes]], fail: ErrorSink) -> Iterator[DocumentRow]:
    for document, raw in found:
        try:
            yield document_row(document, raw)
        except InputError as error:
            fail(error)


def _batches(rows: Iterator[DocumentRow]) -> Iterator[list[DocumentRow]]:
    batch: list[DocumentRow] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += row.size
        if len(batch) >= _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


# ---- 2 lineage


def _trace(
    store: Store, stages: Stages, progress: Progress
) -> tuple[dict[str, Document], Lineages]:
    view = store.view()
    total = view.count_documents()
    tracer = stages.tracer(view.document)
    known: dict[str, Document] = {}
    for number, document in enumerate(view.documents(), 1):
        tracer.add(document)
        known[document.document_id] = meta(document)
        if number % _BATCH == 0:
            progress("lineage", number, total)
    lineages = tracer.lineages()
    with store.writing("lineage") as writer:
        writer.add_lineages(lineages)
    progress("lineage", total, total)
    return known, lineages


# ---- 3 claims


def _read(
    store: Store,
    stages: Stages,
    known: dict[str, Document],
    lineages: Lineages,
    jobs: int,
    fail: ErrorSink,
    report: RunReport,
    progress: Progress,
) -> None:
    view = store.view()
    done = view.reading_keys()
    version = stages.reader_version()
    anchors = {key: lineages.anchors.get(key, doc.anchor) for key, doc in known.items()}
    keys = {key: reading_key(version, anchor) for key, anchor in anchors.items()}
    unread = [key for key in sorted(known) if done.get(key) != keys[key]]
    if unread:
        progress("places", 0, None)
        stages.prepare()
        progress("places", 1, 1)
    progress("claims", 0, len(unread))
    work = (
        Job(document, anchors[document.document_id], keys[document.document_id])
        for document in view.load(unread)
    )
    pending: list[Reading] = []
    for outcome in read_claims(work, stages, jobs if len(unread) > 4 * jobs else 1, stored):
        if isinstance(outcome, InputError):
            fail(outcome)
            continue
        pending.append(outcome)
        if len(pending) >= _BATCH:
            _record(store, pending, report)
            progress("claims", report.read_anew, len(unread))
    _record(store, pending, report)
    progress("claims", len(unread), len(unread))


def _record(store: Store, pending: list[Reading], report: RunReport) -> None:
    if pending:
        with store.writing("claims") as writer:
            writer.add_readings(pending)
        report.read_anew += len(pending)
        pending.clear()


def reading_key(version: str, anchor: Anchor) -> str:
    """Equal keys, equal claims: the reader's version and the day it reckons from."""
    day = anchor.date.isoformat() if anchor.date else "-"
    return f"{version}|{day}|{anchor.precision}|{anchor.basis}"


# ---- 4 incidents, 5 register, 6 publish


def _link(
    store: Store,
    stages: Stages,
    known: dict[str, Document],
    lineages: Lineages,
    progress: Progress,
) -> Linked:
    progress("incidents", 0, 1)
    linked = link_all(store.view(), stages, known, lineages)
    with store.writing("incidents") as writer:
        writer.add_judgements(linked.fresh)
        writer.add_mintings(linked.mintings)
    progress("incidents", 1, 1)
    return linked


def _publish(
    store: Store,
    stages: Stages,
    known: dict[str, Document],
    lineages: Lineages,
    linked: Linked,
    folder: Path,
    progress: Progress,
    report: RunReport,
) -> None:
    progress("register", 0, 1)
    view: View = store.view()
    made = as_edition(view, stages, known, lineages, linked)
    report.documents = len(known)
    languages = Counter(d.language for d in known.values() if not is_read(d.language))
    report.not_read = dict(sorted(languages.items()))
    report.dispatches = len(lineages.dispatches)
    report.claims = len(linked.claims)
    report.incidents = sum(e.superseded_by is None for e in made.register.entries)
    progress("register", 1, 1)
    progress("publish", 0, 1)
    format_named("jsonl").publish(for_readers(made, "internal"), folder)
    progress("publish", 1, 1)
