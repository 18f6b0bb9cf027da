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
from bearwitness.pipeline.stages import LinkInput, RegisterInput, Stages, default_stages
from bearwitness.publish.edition import Edition
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
    used = stages or default_stages()
    known = {document.document_id: meta(document) for document in view.documents()}
    lineages = view.lineages()
    return as_edition(view, used, known, lineages, link_all(view, used, known, lineages))


def link_all(view: View, stages: Stages, known: dict[str, Document], lineages: Lineages) -> Linked:
    """Link the claims of a view."""
    claims = list(view.claims())
    judgements = view.judgements()
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
        withheld=withheld(reviews),
    )


def withheld(reviews: Sequence[Review]) -> frozenset[str]:
    """Ids whose last word is "withhold", undone acts aside."""
    undone = {str(r.value) for r in reviews if r.act == "undo"}
    last: dict[str, str] = {}
    for review in reviews:
        if review.act in ("withhold", "release") and str(review.review_id) not in undone:
            last[review.target] = review.act
    return frozenset(target for target, act in last.items() if act == "withhold")
