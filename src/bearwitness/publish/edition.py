"""What a format publishes: the register and everything it leads back to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.incident import Judgement
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Entry, Register
from bearwitness.publish.names import nobody_listed


@dataclass(frozen=True, slots=True)
class Edition:
    """A register as of a moment, ready to be written.

    Attributes:
        documents, claims: give them anew at each call, so that they can be streamed.
        lineages: dispatches, and what lineage lends to documents.
        register: the incidents with their figures.
        incident_of: claim id to incident id.
        judgements: decisions on which mentions are one incident.
        withheld: ids of documents, claims and incidents whose words leave by no door.
        blurred: ids of incidents whose place is given no finer than its province.
        released: ids of documents and claims whose names of persons may be published.
        profile: whose readers it is for, see `profiles`.
        listed: whether a name is a place's or an actor's of our lists, and so no person's.
        switches: what a format is told beside the edition ("interaction-number").
    """

    documents: Callable[[], Iterable[Document]]
    claims: Callable[[], Iterable[Claim]]
    lineages: Lineages
    register: Register
    incident_of: Mapping[str, str] = field(default_factory=dict)
    judgements: Sequence[Judgement] = ()
    withheld: frozenset[str] = frozenset()
    blurred: frozenset[str] = frozenset()
    released: frozenset[str] = frozenset()
    profile: str = "internal"
    switches: frozenset[str] = frozenset()
    listed: Callable[[str], bool] = nobody_listed

    def withholds(self, claim: Claim) -> bool:
        """Whether a claim's words are held back, by itself or with its document."""
        return claim.claim_id in self.withheld or claim.document_id in self.withheld

    def entries(self) -> list[Entry]:
        """Incidents that stand (neither withheld nor merged into another), sorted by id."""
        standing = (
            e
            for e in self.register.entries
            if e.incident_id not in self.withheld and e.superseded_by is None
        )
        return sorted(standing, key=lambda e: e.incident_id)
