"""The register: all incidents with their figures as of a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bearwitness.model.claim import Actor, Where

FIGURE_KEYS = (
    "total",
    "civilian",
    "combatant_a",
    "combatant_b",
    "unknown",
    "children",
    "women",
)
Grade = Literal["confirmed", "corroborated", "single_source", "contested", "unknown"]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A claim that a figure does not rest on, and why."""

    claim_id: str
    why: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A reconciled count.

    Attributes:
        low, best, high: low <= best <= high where not None; None = open or unknown.
        rule: name of the rule that made it (docs/codebook.md lists them).
        used, set_aside: every claim of the key's outcome and status stands in one of the two.
    """

    low: int | None
    best: int | None
    high: int | None
    rule: str
    used: tuple[str, ...]
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a toll's development: what a root source said, from when on.

    Attributes:
        day: the day it was said (the document's anchor), or None.
        source: the root source's name.
        claim_id: the claim.
        low, high: its bounds.
        superseded_by: the later claim of the same source that replaces it.
    """

    day: date | None
    source: str
    claim_id: str
    low: int | None
    high: int | None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: the words, and where."""

    document_id: str
    start: int
    end: int
    quote: str
    claim_id: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more claims that cannot all be right.

    Attributes:
        kind: what they differ on.
        between: "text" (within one document), "versions" (of one dispatch), "sources".
        settled_by: the later claim that settles it, where one does.
    """

    contradiction_id: str
    kind: Literal["date", "count", "status", "actor", "place", "control", "quotation", "substance"]
    between: Literal["text", "versions", "sources"]
    sides: tuple[Side, ...]
    incident_id: str | None = None
    settled_by: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident as the register holds it.

    Attributes:
        date_precision: GED date_prec 1 (day) to 5 (a year or more).
        event_type, sub_event_type: ACLED terms.
        type_of_violence: GED 1 state-based, 2 non-state, 3 one-sided; None where undecided.
        killed, injured: figure key to figure; a key is absent or None where nothing is said.
        independent_sources: number of root sources (a dispatch counts once, a monitor once).
        roots: their names.
        development: killed total by source over time.
    """

    incident_id: str
    title: str
    date_start: date | None
    date_end: date | None
    date_precision: int
    place: Where | None
    event_type: str | None
    sub_event_type: str | None
    type_of_violence: int | None
    side_a: Actor | None
    side_b: Actor | None
    killed: Mapping[str, Figure | None]
    injured: Mapping[str, Figure | None]
    grade: Grade
    independent_sources: int
    roots: tuple[str, ...]
    documents: tuple[str, ...]
    dispatches: tuple[str, ...]
    claims: tuple[str, ...]
    contradictions: tuple[str, ...] = ()
    development: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class TollPoint:
    """One value of a running toll."""

    claim_id: str
    day: date | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Toll:
    """A running count over a place, side and window; never mixed with another's.

    Attributes:
        source: who counts (the speaker, or the outlet in its own voice).
        definition: what is counted: outcome, status, attributes, place, in words.
        scope: "window" or "cumulative".
        window_start, window_end: first and last day counted, where the text tells.
    """

    toll_id: str
    source: str
    definition: str
    scope: Literal["window", "cumulative"]
    outcome: str
    window_start: date | None
    window_end: date | None
    points: tuple[TollPoint, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """All of it, as of a moment."""

    entries: tuple[Entry, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    tolls: tuple[Toll, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
