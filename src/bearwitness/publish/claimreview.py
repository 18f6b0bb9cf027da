"""schema.org ClaimReview (JSON-LD): the claims that a graded incident's count rests on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from bearwitness.model.claim import Claim
from bearwitness.model.register import Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup
from bearwitness.publish.writing import whole_file

RATINGS = {"contested": 1, "single_source": 2, "corroborated": 3, "confirmed": 4}
HOLDS = frozenset("killed_best attribution grade documents used".split())
_NOBODY = "Nobody gives a number, so that there is nothing to grade"


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write claimreview.jsonld.

    Raises:
        StoreError: the file cannot be written.
    """
    path = folder / "claimreview.jsonld"
    lookup = Lookup(edition)
    graph = [review for entry in edition.entries() for review in _reviews(entry, lookup, edition)]
    with whole_file(path) as out:
        document = {"@context": "https://schema.org", "@graph": graph}
        out.write(orjson.dumps(document, option=orjson.OPT_INDENT_2) + b"\n")
    return [path]


def left_out(edition: Edition) -> Iterator[tuple[str, str]]:
    """Incidents without a grade, or without a claim behind their figure."""
    for entry in edition.entries():
        if not _graded(entry):
            yield _NOBODY, entry.incident_id


def _graded(entry: Entry) -> bool:
    return entry.grade in RATINGS and bool(_counts(entry))


def _counts(entry: Entry) -> list[tuple[str, Figure]]:
    for outcome, figures in (("killed", entry.killed), ("injured", entry.injured)):
        figure = figures.get("total")
        if figure is not None and figure.used:
            return [(outcome, figure)]
    return []


def _reviews(entry: Entry, lookup: Lookup, edition: Edition) -> Iterator[dict[str, Any]]:
    if not _graded(entry):
        return
    for outcome, figure in _counts(entry):
        for claim_id in figure.used:
            claim = lookup.claims.get(claim_id)
            if claim is not None:
                held = edition.withholds(claim)
                yield _review(entry, claim, outcome, figure, lookup, held)


def _review(
    entry: Entry, claim: Claim, outcome: str, figure: Figure, lookup: Lookup, held: bool
) -> dict[str, Any]:
    document = lookup.documents.get(claim.document_id)
    outlet = lookup.office(document) if document else "unknown"
    speaker = claim.attribution[0].name if claim.attribution and not held else outlet
    appearance: dict[str, Any] = {
        "@type": "CreativeWork",
        "identifier": claim.document_id,
        "publisher": {"@type": "Organization", "name": outlet},
    }
    if document is not None:
        optional = {"url": document.url, "datePublished": lookup.day(document)}
        appearance |= {key: value for key, value in optional.items() if value}
    words = f"“{claim.span.quote}” {outcome}" if not held else f"a count of {outcome}"
    best = "not known" if figure.best is None else f"best {figure.best}"
    return {
        "@type": "ClaimReview",
        "@id": f"urn:bearwitness:{entry.incident_id}:{claim.claim_id}",
        "claimReviewed": f"{words}: {entry.title}",
        "author": {"@type": "Organization", "name": "bearwitness register"},
        "itemReviewed": {
            "@type": "Claim",
            "identifier": claim.claim_id,
            "author": {"@type": "Organization", "name": speaker},
            "appearance": appearance,
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[entry.grade],
            "worstRating": 1,
            "bestRating": len(RATINGS),
            "alternateName": entry.grade,
            "ratingExplanation": f"{outcome}: {best} by the rule {figure.rule}; "
            f"independent sources: {entry.independent_sources}",
        },
    }
