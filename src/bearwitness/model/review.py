"""Reviews: a person's corrections, kept beside what the machine read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Review:
    """One act of a person on one thing; undone only by another act.

    Attributes:
        review_id: assigned by the store, ascending.
        target: id of a claim, incident or document.
        act: what was done.
        field: for "correct": the field's name (a claim's field of the contract, or an incident's
            date_start, place, event_type, side_a, side_b, or figure path "killed.total").
        value: for "correct": the new value, as JSON text; for "undo": the review undone.
        by: who.
        made_at: when (UTC).
        why: the reason.
    """

    review_id: int | None
    target: str
    act: Literal["confirm", "correct", "reject", "regrade", "note", "withhold", "release", "undo"]
    by: str
    made_at: datetime | None
    why: str
    field: str | None = None
    value: str | None = None
