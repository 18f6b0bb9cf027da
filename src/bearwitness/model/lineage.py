"""Lineage: which document copies, edits, updates or translates which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bearwitness.model.document import Anchor
from bearwitness.model.span import Span

RelationKind = Literal["copy", "edit", "update", "translation", "quotes"]
Change = Literal["same", "edited", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """What became of one sentence between two versions.

    Attributes:
        earlier, later: where it stands in each; None where it was added or dropped.
        change: same, edited, added or dropped.
        what: the words changed, as ("old words", "new words") pairs, either possibly empty.
        quotation_altered: words inside quotation marks differ.
    """

    earlier: Span | None
    later: Span | None
    change: Change
    what: tuple[tuple[str, str], ...] = ()
    quotation_altered: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """One document's relation to an earlier one.

    Attributes:
        earlier, later: document ids in order of take.
        relation: see `RelationKind`; "quotes" does not join two documents into a dispatch.
        containment: share of the shorter text's distinct word 8-grams found in the other.
        longest_run: words in the longest common run.
        order_reason: why the earlier is the earlier ("stamps", "planned then held", ...).
        sentences: the alignment.
        why: what the relation rests on, in words and numbers.
    """

    earlier: str
    later: str
    relation: RelationKind
    containment: float
    longest_run: int
    order_reason: str
    sentences: tuple[SentenceChange, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Documents that carry or edit one agency or outlet text: the unit of independence.

    Attributes:
        dispatch_id: see `ids.dispatch_id`.
        agency: credited by any member, else None.
        documents: ids in order of take, earliest first.
        relations: within the dispatch.
    """

    dispatch_id: str
    agency: str | None
    documents: tuple[str, ...]
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineages:
    """All dispatches, and what lineage lends to documents.

    Attributes:
        dispatches: every document stands in exactly one (alone, most often).
        quotes: relations between documents of different dispatches that share a statement.
        anchors: for documents whose anchor was lent by a dated relative.
        agencies: for documents whose agency was inferred from a relative.
    """

    dispatches: tuple[Dispatch, ...] = ()
    quotes: tuple[Relation, ...] = ()
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)

    def dispatch_of(self) -> dict[str, Dispatch]:
        """Document id to its dispatch."""
        return {doc: dispatch for dispatch in self.dispatches for doc in dispatch.documents}
