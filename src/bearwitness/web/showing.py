"""What people below a lead see of an incident: the rule of the exports, and no held source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Entry, Register
from bearwitness.publish.edition import Edition
from bearwitness.publish.profiles import WITHHELD, for_readers


def is_touched(entry: Entry, held: frozenset[str]) -> bool:
    """Whether an incident rests on something withheld."""
    return not held.isdisjoint(entry.documents) or not held.isdisjoint(entry.claims)


def without_withheld(
    entry: Entry,
    claims: Sequence[Claim],
    documents: Iterable[Document],
    held: frozenset[str],
    open_roots: frozenset[str],
) -> Entry:
    """An incident without the names, sentences and sources that only withheld reports tell.

    Args:
        entry: the incident, whole.
        claims: its claims.
        documents: its reports, with their texts.
        held: ids of what is withheld.
        open_roots: sources that reports which are not withheld tell of, too.
    """
    kept = list(documents)
    edition = Edition(
        lambda: kept, lambda: claims, Lineages(), Register((entry,)),
        dict.fromkeys(entry.claims, entry.incident_id), withheld=held - {entry.incident_id},
    )  # fmt: skip
    hidden = {c.claim_id for c in claims if edition.withholds(c)}
    masked = for_readers(edition, "internal").register.entries[0]
    return replace(
        masked,
        roots=tuple(
            shown if root in open_roots else WITHHELD
            for root, shown in zip(entry.roots, masked.roots, strict=True)
        ),
        development=tuple(
            replace(step, source=WITHHELD) if step.claim_id in hidden else step
            for step in masked.development
        ),
    )
