"""The register as a pure function of what the store held at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.incident import Incident, Judgement, Minting
from bearwitness.model.lineage import Lineages
from bearwitness.model.review import Review
from bearwitness.pipeline.imported import stages_of
from bearwitness.pipeline.listed_names import is_listed
from bearwitness.pipeline.stages import LinkInput, RegisterInput, Stages
from bearwitness.publish.edition import Edition
from bearwitness.register.records import with_variants
from bearwitness.store import Store, View


@dataclass(frozen=True, slots=True)
class Linked:
    """Claims gathered into incidents.

    Attributes:
        claims: of all documents.
        incidents: the clusters.
        judgements: recorded before, then `fresh`.
        fresh: judgements that were not recorded yet.
        mintings: ids minted or forwarded anew.
    """

    claims: Sequence[Claim]
    incidents: Sequence[Incident]
    judgements: Sequence[Judgement]
    fresh: Sequence[Judgement]
    mintings: Sequence[Minting]


def meta(document: Document) -> Document:
    """A document without its text and all that is as long: what may stay in memory."""
    return replace(document, text="", furniture=(), extra={})


def rebuild(store: Store, as_of: datetime | None = None, stages: Stages | None = None) -> Edition:
    """The register and all it rests on, as the store held it at a moment (None: now).

    Raises:
        StoreError: the store cannot be read.
    """
    return edition(store.view(as_of), stages)


def edition(view: View, stages: Stages | None = None) -> Edition:
    """The register of a view; nothing is recorded."""
    used = stages or stages_of(view)
    known = {document.document_id: meta(document) for document in view.documents()}
    lineages = view.lineages()
    return as_edition(view, used, known, lineages, link_all(view, used, known, lineages))


def link_all(
    view: View,
    stages: Stages,
    known: dict[str, Document],
    lineages: Lineages,
    supposed: Sequence[Judgement] = (),
) -> Linked:
    """Link the claims of a view, as if some further judgements were recorded."""
    claims = with_variants(view.claims(), lineages)
    judgements = [*view.judgements(), *supposed]
    given = LinkInput(claims, known, lineages, judgements, view.mintings(), view.terms())
    result = stages.link(given)
    return Linked(
        claims,
        result.incidents,
        (*judgements, *result.judgements),
        result.judgements,
        result.mintings,
    )


def as_edition(
    view: View, stages: Stages, known: dict[str, Document], lineages: Lineages, linked: Linked
) -> Edition:
    """Reconcile the linked claims and make ready what a format needs."""
    reviews = view.reviews()
    register = stages.reconcile(
        RegisterInput(linked.incidents, linked.claims, known, lineages, linked.judgements, reviews)
    )
    return Edition(
        documents=view.documents,
        claims=lambda: linked.claims,
        lineages=lineages,
        register=register,
        incident_of={c: i.incident_id for i in linked.incidents for c in i.claims},
        judgements=linked.judgements,
        withheld=withheld(reviews) | held_by_input(known, reviews),
        blurred=marked(reviews, "withhold", "place"),
        released=marked(reviews, "release"),
        listed=is_listed,
    )


def withheld(reviews: Sequence[Review]) -> frozenset[str]:
    """Ids whose last word is "withhold", undone acts aside."""
    return marked(reviews, "withhold")


def marked(reviews: Sequence[Review], act: str, field: str | None = None) -> frozenset[str]:
    """Ids whose last word is "withhold" or "release", of the whole or of one field (place)."""
    undone = {str(r.value) for r in reviews if r.act == "undo"}
    last: dict[str, str] = {}
    for review in reviews:
        of_field = review.field if review.field == "place" else None
        stands = of_field == field and str(review.review_id) not in undone
        if stands and review.act in ("withhold", "release"):
            last[review.target] = review.act
    return frozenset(target for target, found in last.items() if found == act)


def held_by_input(known: dict[str, Document], reviews: Sequence[Review]) -> frozenset[str]:
    """Ids of documents that came in as withheld and that nobody released."""
    held = frozenset(key for key, document in known.items() if document.withheld)
    return held - marked(reviews, "release")
