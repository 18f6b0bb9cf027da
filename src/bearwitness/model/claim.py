"""Claims: one thing that one document says, tied to its exact span."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bearwitness.model.span import Span

Kind = Literal["casualty", "event", "control", "meeting", "statement", "transfer", "displacement"]
Outcome = Literal["killed", "injured", "missing", "detained", "displaced", "casualties"]
# Outcomes of people taken or driven away, who are not among the hurt.
MOVED: frozenset[Outcome] = frozenset(("displaced", "detained", "missing"))
Qualifier = Literal["exactly", "at_least", "more_than", "about", "up_to", "vague", "unknown"]
Status = Literal["civilian", "combatant", "unknown", "any"]
Scope = Literal["incident", "part", "window", "cumulative"]
Hedge = Literal["reported", "alleged", "denied", "unconfirmed"]
DenialKind = Literal["unknown_number", "none_reported", "denied"]
TimePrecision = Literal["moment", "day", "days", "week", "month", "season", "year", "none"]
TimeBasis = Literal["stated", "relative", "inherited", "anchor", "none"]

RESTATES = "headline_restates"  # the rule of a headline's figure that the body tells again


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it.

    Attributes:
        name: resolved name ("Syrian Observatory for Human Rights" for "the Observatory").
        actor_id: of the actor list, where it is known there.
        cue: the words that attribute ("said", "according to").
        start, end: where the speaker stands in the document's text.
    """

    name: str
    actor_id: str | None
    cue: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """When something happened, as an interval of days (both ends included).

    Attributes:
        start, end: None where unknown or open.
        precision: granularity of what the text says.
        basis: "stated" (the text fixes it, year included), "relative" (reckoned from the
            document's anchor: "Tuesday", "25 November" without a year), "inherited" (said of the
            same event elsewhere in the document), "anchor" (the document's own date, for want
            of better), "none".
        text: the words, as written.
    """

    start: date | None = None
    end: date | None = None
    precision: TimePrecision = "none"
    basis: TimeBasis = "none"
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """A place.

    Attributes:
        name: the gazetteer's name, or the words as written where it knows none.
        place_id: GeoNames id, None where unknown.
        lat, lon: degrees WGS 84.
        country: ISO 3166-1 alpha-2.
        adm1: first-order division's name.
        precision: GED where_prec 1 (exact), 2 (within 25 km), 3 (ADM2), 4 (ADM1), 5 (part of a
            country, line), 6 (country), 7 (sea or air).
        text: the words, as written.
    """

    name: str
    place_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    adm1: str | None = None
    precision: int = 1
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A side: the listed actor's name where known, and the words as written."""

    name: str
    actor_id: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that rests on other claims, and how it was reached.

    Attributes:
        rule: name of the rule ("share_of_total", "sum_of_parts", "headline_restates").
        premises: ids of the claims it rests on.
    """

    rule: str
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Casualty:
    """What a casualty (or displacement) claim counts.

    Attributes:
        outcome: "casualties" where one number holds killed and injured undivided.
        low, high: None = open or unknown. "More than N" and "at least N" have no high, "up to
            N" no low; vague words have an interval or neither.
        status: of the victims; "any" = people of no stated kind, "unknown" = the text says that
            status or identity is not known.
        side: the actor the victims belong to, by its listed name or as written, where stated.
        attributes: children, women, men, medical, journalist, named, elderly, ...
        scope: "incident" (of the event), "part" (a place, family or person singled out),
            "window" (several days), "cumulative" (a war, a year).
        subset: a larger figure of the same event holds it.
        superseded: the text itself gives it as an earlier count.
        statement: what a claim without a number states.
        distributive: "three each".
        derived: how, where no sentence says it, or where a headline repeats its body.
    """

    outcome: Outcome
    low: int | None
    high: int | None
    qualifier: Qualifier
    status: Status = "any"
    side: str | None = None
    attributes: tuple[str, ...] = ()
    scope: Scope = "incident"
    subset: bool = False
    superseded: bool = False
    statement: DenialKind | None = None
    distributive: bool = False
    derived: Derived | None = None

    @property
    def is_reckoned(self) -> bool:
        """Whether no sentence says it: it was added up, or taken as a share."""
        return self.derived is not None and self.derived.rule != RESTATES

    @property
    def restates(self) -> str | None:
        """Id of the body's claim that a headline's count repeats."""
        if self.derived is None or self.derived.rule != RESTATES:
            return None
        return self.derived.premises[0]


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words."""

    speaker: str
    office: str | None = None
    addressee: str | None = None
    channel: str | None = None
    mode: Literal["direct", "indirect", "mixed"] = "indirect"
    words: tuple[tuple[int, int], ...] = ()
    variant_of: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting or a round of talks."""

    participants: tuple[str, ...]
    host: str | None = None
    mediator: str | None = None
    subject: str | None = None
    outcome: str | None = None
    series: str | None = None
    status: Literal["planned", "held", "cancelled", "reported"] = "held"


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds a place, at the claim's `where` and `when`; `by` holds, `against` lost."""

    state: Literal["taken", "lost", "held", "contested", "besieged"]


@dataclass(frozen=True, slots=True)
class Transfer:
    """An arms transfer."""

    item: str
    item_class: str | None = None
    origin: str | None = None
    recipient: str | None = None
    status: Literal["sought", "announced", "suspended", "delivered", "blocked"] = "announced"


Detail = Casualty | Statement | Meeting | Control | Transfer


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one document says.

    Attributes:
        claim_id: from raw inputs only, see `ids.claim_id`.
        document_id: where it stands.
        kind: see `Kind`.
        span: the words that say it (for a count: number with qualifier).
        sentence: the sentence that holds the span.
        extractor: name and version of the reader.
        attribution: nearest speaker first; empty = the report's own voice.
        hedge: how the text itself distances itself.
        when, where, by, against, event_type, weapon: of the event the claim is on.
        mention: number of the event within the document, so that claims on one event stand
            together; None for what is on no event (a war's toll).
        background: the document recalls this as an earlier event.
        detail: what the kind adds.
        confidence: 0..1, the reader's own; never written into figures, used to order review.
    """

    claim_id: str
    document_id: str
    kind: Kind
    span: Span
    sentence: Span
    extractor: str
    attribution: tuple[Speaker, ...] = ()
    hedge: Hedge | None = None
    when: When = When()
    where: Where | None = None
    by: Actor | None = None
    against: Actor | None = None
    event_type: str | None = None
    weapon: str | None = None
    mention: int | None = None
    background: bool = False
    detail: Detail | None = None
    confidence: float = 1.0

    @property
    def casualty(self) -> Casualty | None:
        """The count, where this claim holds one."""
        return self.detail if isinstance(self.detail, Casualty) else None
