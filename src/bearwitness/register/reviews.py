"""Reviews laid over what the machine read; the reading itself is never touched."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, get_args

from bearwitness.model.claim import Actor, Casualty, Claim, Where
from bearwitness.model.register import Entry, Figure, Grade
from bearwitness.model.review import Review

_CLAIM_FIELDS = ("hedge", "event_type", "weapon", "background")
_CASUALTY_FIELDS = frozenset(f.name for f in fields(Casualty)) - {"derived", "attributes"}


class Reviewed:
    """The reviews that stand, by target, oldest first."""

    def __init__(self, reviews: Sequence[Review]) -> None:
        """Drop undone acts and keep the order in which they were made."""
        undone = {str(r.value) for r in reviews if r.act == "undo"}
        ordered = sorted(
            (r for r in reviews if r.act != "undo" and str(r.review_id) not in undone),
            key=lambda r: (r.review_id is None, r.review_id or 0, str(r.made_at), r.target, r.act),
        )
        self._of: dict[str, list[Review]] = {}
        for review in ordered:
            self._of.setdefault(review.target, []).append(review)

    def of(self, target: str) -> Sequence[Review]:
        """Acts on one thing that stand."""
        return self._of.get(target, ())

    def rejects(self, target: str) -> Review | None:
        """The act that rejects it, unless a later one confirms it."""
        last = [r for r in self.of(target) if r.act in ("reject", "confirm")]
        return last[-1] if last and last[-1].act == "reject" else None

    def claim(self, claim: Claim) -> Claim:
        """The claim as persons correct it; fields that no register rests on stay as read."""
        for review in self.of(claim.claim_id):
            if review.act != "correct" or review.field is None:
                continue
            value = _value(review)
            if review.field in _CLAIM_FIELDS:
                claim = replace(claim, **{review.field: value})
            elif claim.casualty is not None and review.field in _CASUALTY_FIELDS:
                changed: dict[str, Any] = {review.field: value}
                claim = replace(claim, detail=replace(claim.casualty, **changed))
            elif claim.casualty is not None and review.field == "attributes":
                detail = replace(claim.casualty, attributes=tuple(value))
                claim = replace(claim, detail=detail)
        return claim

    def entry(self, entry: Entry) -> Entry:
        """The entry as persons correct and grade it; every act leaves a note."""
        for review in self.of(entry.incident_id):
            if review.act == "regrade" and review.value:
                entry = _regraded(entry, review)
            elif review.act == "correct" and review.field:
                entry = _corrected(entry, review)
            elif review.act == "confirm":
                entry = replace(entry, grade="confirmed")
            if review.act in ("regrade", "correct", "confirm", "note"):
                entry = replace(entry, notes=(*entry.notes, _note(review)))
        return entry


def _note(review: Review) -> str:
    what = f" {review.field}" if review.field else ""
    return f"{review.act}{what} by {review.by}: {review.why}"


def _value(review: Review) -> Any:
    """The value, written as JSON; plain words are taken as they stand."""
    if review.value is None:
        return None
    try:
        return json.loads(review.value)
    except json.JSONDecodeError:
        return review.value


def _regraded(entry: Entry, review: Review) -> Entry:
    value = _value(review)
    return replace(entry, grade=value) if value in get_args(Grade) else entry


def _corrected(entry: Entry, review: Review) -> Entry:
    name, value = review.field or "", _value(review)
    if name in ("date_start", "date_end"):
        day = date.fromisoformat(value) if isinstance(value, str) else None
        return (
            replace(entry, date_start=day) if name == "date_start" else replace(entry, date_end=day)
        )
    if name in ("event_type", "sub_event_type", "title"):
        changed: dict[str, Any] = {name: value}
        return replace(entry, **changed)
    if name == "place" and isinstance(value, Mapping):
        return replace(entry, place=Where(**{str(k): v for k, v in value.items()}))
    if name in ("side_a", "side_b"):
        actor = _actor(value)
        return replace(entry, side_a=actor) if name == "side_a" else replace(entry, side_b=actor)
    outcome, _, key = name.partition(".")
    if outcome == "killed" and key:
        return replace(entry, killed=_figures(entry.killed, key, value))
    if outcome == "injured" and key:
        return replace(entry, injured=_figures(entry.injured, key, value))
    return entry


def _actor(value: Any) -> Actor | None:
    if isinstance(value, Mapping):
        name = str(value.get("name") or "")
        return Actor(name, value.get("actor_id"), str(value.get("text") or name))
    return Actor(str(value), None, str(value)) if value else None


def _figures(
    figures: Mapping[str, Figure | None], key: str, value: Any
) -> dict[str, Figure | None]:
    """A person's figure takes the place of the machine's; its claims stay listed."""
    read = figures.get(key)
    bounds = value if isinstance(value, Mapping) else {"low": value, "best": value, "high": value}
    made = Figure(
        bounds.get("low"),
        bounds.get("best"),
        bounds.get("high"),
        "corrected_by_review",
        read.used if read else (),
        read.set_aside if read else (),
    )
    return {**figures, key: made}
