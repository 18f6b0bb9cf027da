"""How ids are made: a prefix and a digest of raw inputs only.

Recipes are pinned by tests: an id, once published, is quoted by others.
"""

from __future__ import annotations

from hashlib import sha256


def digest(*parts: str | int | None) -> str:
    """First 16 hex digits of the SHA-256 over the parts, each with its length (no ambiguity)."""
    h = sha256()
    for part in parts:
        raw = b"\xff" if part is None else str(part).encode("utf-8", "surrogatepass")
        h.update(len(raw).to_bytes(8, "big"))
        h.update(raw)
    return h.hexdigest()[:16]


def document_id(source_id: str, sha256_hex: str) -> str:
    """Id of a document: what the input called it and the digest of its raw bytes."""
    return "doc-" + digest(source_id, sha256_hex)


def claim_id(document: str, kind: str, start: int, end: int, discriminator: str = "") -> str:
    """Id of a claim: document, kind and offsets.

    `discriminator` tells two claims of one kind and span apart (an outcome: "12 dead or
    wounded" is a claim on the killed and one on the injured).
    """
    return "clm-" + digest(document, kind, start, end, discriminator)


def dispatch_id(first_document: str) -> str:
    """Id of a dispatch: its smallest document id (independent of the order of input)."""
    return "dsp-" + digest(first_document)


def incident_id(founding_claim: str) -> str:
    """Id of an incident at minting, from the claim that founded it; kept ever after."""
    return "inc-" + digest(founding_claim)


def contradiction_id(kind: str, *sides: str) -> str:
    """Id of a contradiction: its kind and the ordered keys of its sides."""
    return "con-" + digest(kind, *sorted(sides))
