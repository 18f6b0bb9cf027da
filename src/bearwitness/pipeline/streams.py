"""Single texts without a store: claims only, or places only, one document at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import orjson

from bearwitness.errors import InputError
from bearwitness.model.document import Document
from bearwitness.pipeline.stages import OnError, Stages, default_stages
from bearwitness.pipeline.workers import Job, contract_lines, read_claims


def extract(
    inputs: Sequence[Path | str], *, on_error: OnError, jobs: int = 1, stages: Stages | None = None
) -> Iterator[bytes]:
    """The claims of each document as JSON Lines, one bytes object a document, in order.

    Args:
        inputs: files and folders.
        on_error: told of what could not be read.
        jobs: processes that read.
        stages: the stages' functions; replaced in tests.
    """
    used = stages or default_stages()
    used.prepare()
    work = (Job(doc, doc.anchor, "") for doc, _ in used.ingest(inputs, on_error))
    for outcome in read_claims(work, used, jobs, contract_lines):
        if isinstance(outcome, bytes):
            yield outcome
        else:
            on_error(outcome)


def places(inputs: Sequence[Path | str], *, on_error: OnError) -> Iterator[bytes]:
    """The place names of each document as JSON Lines, resolved.

    A record may bring `toponyms`, a list of `{start, end}`: just those are resolved then.
    """
    from bearwitness.adapters.gazetteer import load_gazetteer
    from bearwitness.claims.places import find_places

    gazetteer = None
    for document, _ in default_stages().ingest(inputs, on_error):
        gazetteer = gazetteer or load_gazetteer()
        try:
            toponyms = _toponyms(document)
        except (KeyError, TypeError, ValueError) as error:
            reason = f"its toponyms are not a list of {{start, end}} within the text: {error}"
            on_error(InputError(document.source_id, reason))
            continue
        dateline = document.dateline_span
        found = find_places(
            document.text,
            gazetteer,
            toponyms=toponyms,
            skip=[(s.start, s.end) for s in document.furniture],
            dateline=(dateline.start, dateline.end) if dateline else None,
        )
        yield b"".join(
            orjson.dumps(
                {
                    "id": document.source_id,
                    "start": mention.start,
                    "end": mention.end,
                    "name": mention.where.name,
                    "place_id": mention.where.place_id,
                    "lat": mention.where.lat,
                    "lon": mention.where.lon,
                    "country": mention.where.country,
                    "adm1": mention.where.adm1,
                }
            )
            + b"\n"
            for mention in found
        )


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
