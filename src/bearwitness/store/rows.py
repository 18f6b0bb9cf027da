"""Documents and lineages to table rows and back."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import orjson

from bearwitness.errors import InputError, StoreError
from bearwitness.model.document import Anchor, Document
from bearwitness.model.lineage import Dispatch, Lineages, Relation
from bearwitness.store.codec import SpanText, from_json, from_plain, to_json, to_plain

_RAW_LEVEL = 3  # of zlib: news text shrinks to a third at any level, and higher ones are slow


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document made ready for its row, with its raw bytes compressed."""

    document: Document
    payload: str
    body: bytes
    size: int


def document_row(document: Document, raw: bytes) -> DocumentRow:
    """Make a document ready for the store.

    Raises:
        InputError: it holds what no database keeps (NUL characters, halves of surrogate pairs).
    """
    for name, value in (("its text", document.text), ("its id", document.source_id)):
        if "\0" in value:
            raise InputError(document.source_id, f"{name} holds a NUL character; is it binary?")
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise InputError(
                document.source_id,
                f"{name} holds half of a surrogate pair at character {error.start}; "
                "write the input as valid UTF-8",
            ) from error
    try:
        payload = to_json(replace(document, text=""))
    except TypeError as error:
        raise InputError(document.source_id, f"a field cannot be kept as JSON: {error}") from error
    return DocumentRow(document, payload, zlib.compress(raw, _RAW_LEVEL), len(raw))


def document_from(payload: str, text: str) -> Document:
    """The document of a row."""
    return replace(from_json(Document, payload, text), text=text)


def lineage_rows(lineages: Lineages) -> Iterator[tuple[str, str, str]]:
    """All that lineage says, as (kind, subject, payload), one row a dispatch, quote or loan."""
    for dispatch in lineages.dispatches:
        parts = {
            "dispatch": to_plain(replace(dispatch, relations=())),
            "relations": [to_plain(r) for r in dispatch.relations],
        }
        yield "dispatch", dispatch.dispatch_id, orjson.dumps(parts).decode()
    for quote in lineages.quotes:
        yield "quote", f"{quote.earlier} {quote.later}", to_json(quote)
    for document, anchor in sorted(lineages.anchors.items()):
        yield "anchor", document, to_json(anchor)
    for document, agency in sorted(lineages.agencies.items()):
        yield "agency", document, orjson.dumps(agency).decode()


def lineages_from(
    rows: list[tuple[str, str, str]], texts: Callable[[set[str]], dict[str, str]]
) -> Lineages:
    """Put lineage rows together again.

    Args:
        rows: (kind, subject, payload), in any order.
        texts: gives the texts of some documents, against which spans are checked.
    """
    dispatches: list[Dispatch] = []
    quotes: list[Relation] = []
    anchors: dict[str, Anchor] = {}
    agencies: dict[str, str] = {}
    for kind, subject, payload in sorted(rows):
        if kind == "dispatch":
            parts = orjson.loads(payload)
            dispatch = from_plain(Dispatch, parts["dispatch"])
            relations = _relations(parts["relations"], texts)
            dispatches.append(replace(dispatch, relations=relations) if relations else dispatch)
        elif kind == "quote":
            quotes.extend(_relations([orjson.loads(payload)], texts))
        elif kind == "anchor":
            anchors[subject] = from_json(Anchor, payload)
        elif kind == "agency":
            agencies[subject] = orjson.loads(payload)
        else:
            raise StoreError(f"a lineage row of unknown kind {kind!r}")
    return Lineages(tuple(dispatches), tuple(quotes), anchors, agencies)


def _relations(
    plain: list[Any], texts: Callable[[set[str]], dict[str, str]]
) -> tuple[Relation, ...]:
    if not plain:
        return ()
    known = texts({r[end] for r in plain for end in ("earlier", "later")})

    def of(relation: Any) -> SpanText:
        return lambda field: known[relation[field]]

    return tuple(from_plain(Relation, relation, of(relation)) for relation in plain)


def digest_of(payload: str) -> str:
    """What tells two payloads of one subject apart."""
    return sha256(payload.encode()).hexdigest()
