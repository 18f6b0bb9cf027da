"""Reads the further claims of a few sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from bearwitness.adapters.gazetteer import load_gazetteer
from bearwitness.claims.extract import Extractor
from bearwitness.model.claim import Claim, Kind
from bearwitness.model.document import Anchor, Document

Told = Callable[[str], list[Claim]]


@cache
def _reader() -> Extractor:
    return Extractor(load_gazetteer())


def told(kind: Kind, text: str) -> list[Claim]:
    """The claims of one kind, in order of the text; read as of 15 June 2022."""
    document = Document("doc-told", "told", text, "0" * 64, "en")
    claims = _reader().extract(document, Anchor(date(2022, 6, 15), "day", "stated"))
    return sorted((c for c in claims if c.kind == kind), key=lambda c: (c.span.start, c.claim_id))
