"""Single texts without a store: claims only, or places only, one document at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import orjson

from bearwitness.errors import InputError
from bearwitness.model.document import Document
from bearwitness.pipeline.stages import OnError, Stages, default_stages
from bearwitness.pipeline.workers import Job, contract_lines, read_claims


def extract(
    inputs: Sequence[Path | str],
    *,
    on_error: OnError,
    jobs: int = 1,
    stages: Stages | None = None,
    own: Sequence[Path] = (),
) -> Iterator[bytes]:
    """The claims of each document as JSON Lines, one bytes object a document, in order.

    Args:
        inputs: files and folders.
        on_error: told of what could not be read.
        jobs: processes that read.
        stages: the stages' functions; replaced in tests.
        own: files of places that the gazetteer is to know beside its own.
    """
    used = stages or default_stages(own)
    used.prepare()
    work = (Job(doc, doc.anchor, "") for doc, _ in used.ingest(inputs, on_error))
    for outcome in read_claims(work, used, jobs, contract_lines):
        if isinstance(outcome, bytes):
            yield outcome
        else:
            on_error(outcome)


def places(
    inputs: Sequence[Path | str], *, on_error: OnError, own: Sequence[Path] = ()
) -> Iterator[bytes]:
    """The place names of each document as JSON Lines, resolved.

    The inputs are read twice: first to learn where each publisher is at home, from all that it
    published, then to resolve. A record may bring `toponyms`, a list of `{start, end}`: just those
    are resolved then. `own`: files of places that the gazetteer is to know beside its own.
    """
    from bearwitness.adapters.gazetteer import load_gazetteer
    from bearwitness.claims.places_records import learn_homes, resolve_record

    first = _place_records(inputs, lambda _: None)
    head = next(first, None)
    if head is None:
        yield from (b"" for _ in _place_records(inputs, on_error))
        return
    gazetteer = load_gazetteer(own)
    homes = learn_homes(chain([head], first), gazetteer)
    for record in _place_records(inputs, on_error):
        rows = resolve_record(record, gazetteer, homes)
        yield b"".join(orjson.dumps(row) + b"\n" for row in rows)


def _place_records(inputs: Sequence[Path | str], on_error: OnError) -> Iterator[dict[str, object]]:
    """What place resolution needs of each document; furniture is blanked, offsets stay true.

    They count characters of the record's own text: a headline put before it is left out.
    """
    for document, _ in default_stages().ingest(inputs, on_error):
        try:
            toponyms = _toponyms(document)
        except (KeyError, TypeError, ValueError) as error:
            reason = f"its toponyms are not a list of {{start, end}} within the text: {error}"
            on_error(InputError(document.source_id, reason))
            continue
        text = document.text
        if toponyms is None:
            for span in document.furniture:
                text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
        text = text[int(str(document.extra.get("text_begins_at", 0))) :]
        given = None if toponyms is None else [{"start": s, "end": e} for s, e in toponyms]
        yield {
            "id": document.source_id,
            "text": text,
            "url": document.url,
            "publisher": document.publisher,
            "toponyms": given,
        }


def _toponyms(document: Document) -> list[tuple[int, int]] | None:
    given = document.extra.get("toponyms")
    if given is None:
        return None
    if not isinstance(given, list):
        raise TypeError("no list")
    found = [(int(t["start"]), int(t["end"])) for t in given]
    for start, end in found:
        if not 0 <= start < end <= len(document.text):
            raise ValueError(f"{start}:{end} is outside the text")
    return found
