"""What formats ask of an edition over and over: an incident's documents, claims and sources."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.register import Entry, Figure
from bearwitness.publish.edition import Edition


class Lookup:
    """An edition's documents (without their texts) and claims, by id and by incident."""

    def __init__(self, edition: Edition) -> None:
        """Read documents and claims once."""
        self.documents: dict[str, Document] = {
            d.document_id: replace(d, text="", furniture=(), extra={}) for d in edition.documents()
        }
        self.claims: dict[str, Claim] = {}
        self.claims_of: dict[str, list[Claim]] = {}
        for claim in edition.claims():
            self.claims[claim.claim_id] = claim
            incident = edition.incident_of.get(claim.claim_id)
            if incident is not None:
                self.claims_of.setdefault(incident, []).append(claim)
        self._agencies = edition.lineages.agencies
        self._anchors = edition.lineages.anchors

    def documents_of(self, entry: Entry) -> list[Document]:
        """An incident's documents that are known, by day and id."""
        found = [self.documents[d] for d in entry.documents if d in self.documents]
        return sorted(found, key=lambda d: (self.day(d), d.document_id))

    def day(self, document: Document) -> str:
        """The day a document speaks from, as ISO 8601; empty where unknown."""
        anchor = self._anchors.get(document.document_id, document.anchor)
        return anchor.date.isoformat() if anchor.date else ""

    def office(self, document: Document) -> str:
        """Who published it: the outlet, else the agency, else unknown."""
        agency = document.agency or self._agencies.get(document.document_id)
        return document.publisher or agency or "unknown"


def best(figure: Figure | None) -> int | None:
    """A figure's best count, None where nothing tells it."""
    return None if figure is None else figure.best


def number_of(text: str, bits: int = 53) -> int:
    """A positive whole number that stands for an id: the same id, the same number.

    53 bits fit a 64-bit integer and a spreadsheet's number without loss.
    """
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big") >> (64 - bits) or 1
