"""Incidents: one occurrence of violence, in one place and time window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One document's telling of one event: the unit that linking joins.

    Attributes:
        document_id: the document.
        number: the event's number within the document (`Claim.mention`).
    """

    document_id: str
    number: int

    @property
    def key(self) -> str:
        """Stable text form, "doc-…#0"."""
        return f"{self.document_id}#{self.number}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one field added to a linking score, and why."""

    field: str
    left: str
    right: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A recorded decision that two mentions tell of one incident, or do not.

    Attributes:
        left, right: mention keys, left < right.
        verdict: "same" or "different".
        by: name and version of the rule, or "person:NAME"; a person outranks a rule, a later
            judgement an earlier one of the same rank.
        score: sum of the evidence weights (match weight, log2 odds), 0 for a person's.
        evidence: the explanation.
        made_at: moment (UTC) of recording; None before it is stored.
        note: a person's reason.
    """

    left: str
    right: str
    verdict: Literal["same", "different"]
    by: str
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    made_at: datetime | None = None
    note: str | None = None

    @property
    def is_by_person(self) -> bool:
        """Whether a person decided."""
        return self.by.startswith("person:")


@dataclass(frozen=True, slots=True)
class Incident:
    """A cluster of mentions, with an id minted once.

    Attributes:
        incident_id: see `ids.incident_id`.
        mentions: keys, sorted.
        claims: claim ids of those mentions, sorted.
        superseded_by: the incident this one was merged into.
    """

    incident_id: str
    mentions: tuple[str, ...]
    claims: tuple[str, ...]
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class Minting:
    """The record that an incident id exists, which mention founded it, and its forwarding.

    Attributes:
        incident_id: the id.
        founding_mention: the mention whose cluster carries the id.
        forwarded_to: the incident that took it over in a merge, else None.
    """

    incident_id: str
    founding_mention: str
    forwarded_to: str | None = None
