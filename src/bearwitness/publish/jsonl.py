"""JSON Lines: the contract that other tools rely on, one object a line, sorted by id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bearwitness.publish.edition import Edition
from bearwitness.publish.losses import FEATURES
from bearwitness.publish.objects import (
    claim_object,
    dispatch_object,
    document_object,
    judgement_object,
)
from bearwitness.publish.register_objects import (
    contradiction_object,
    incident_object,
    toll_object,
)
from bearwitness.publish.writing import write_objects

HOLDS = frozenset((*FEATURES, "incidents", "tolls", "other_claims", "dispatch_texts"))
Keyed = Iterator[tuple[str, object]]


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write the seven files of the contract.

    Args:
        edition: what to write.
        folder: where; files of the same names are replaced, each at once.

    Returns:
        The files.

    Raises:
        StoreError: a file cannot be written.
    """
    parts = {
        "documents": _documents(edition),
        "dispatches": _dispatches(edition),
        "claims": _claims(edition),
        "judgements": _judgements(edition),
        "contradictions": _contradictions(edition),
        "tolls": ((t.toll_id, toll_object(t)) for t in edition.register.tolls),
        "incidents": _incidents(edition),
    }
    paths = []
    for name, objects in parts.items():
        path = folder / f"{name}.jsonl"
        write_objects(path, objects)
        paths.append(path)
    return paths


def _documents(edition: Edition) -> Keyed:
    dispatch_of = {
        document: dispatch.dispatch_id
        for dispatch in edition.lineages.dispatches
        for document in dispatch.documents
    }
    for document in edition.documents():
        key = document.document_id
        held = key in edition.withheld
        yield key, document_object(document, edition.lineages, dispatch_of.get(key), held)


def _dispatches(edition: Edition) -> Keyed:
    for dispatch in edition.lineages.dispatches:
        out = dispatch_object(dispatch)
        if edition.withheld.intersection(dispatch.documents):
            for relation in out["relations"]:
                for sentence in relation["sentences"]:
                    sentence.pop("what", None)
        yield dispatch.dispatch_id, out


def _claims(edition: Edition) -> Keyed:
    for claim in edition.claims():
        incident = edition.incident_of.get(claim.claim_id)
        yield claim.claim_id, claim_object(claim, incident, edition.withholds(claim))


def _judgements(edition: Edition) -> Keyed:
    for number, judgement in enumerate(edition.judgements):
        key = f"{judgement.left} {judgement.right} {number:09}"
        yield key, judgement_object(judgement)


def _contradictions(edition: Edition) -> Keyed:
    for found in edition.register.contradictions:
        yield found.contradiction_id, contradiction_object(found, edition.withheld)


def _incidents(edition: Edition) -> Keyed:
    for entry in edition.register.entries:
        if entry.incident_id not in edition.withheld:
            yield entry.incident_id, incident_object(entry)
