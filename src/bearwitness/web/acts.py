"""What a person decides, put on record; each act is added, and undone only by another act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast, get_args

import orjson

from bearwitness.errors import UsageError
from bearwitness.model.claim import Casualty, Claim
from bearwitness.model.register import FIGURE_KEYS, Entry, Grade
from bearwitness.model.review import Review
from bearwitness.web.desk import Desk, missing

INCIDENT_FIELDS = (
    "date_start", "date_end", "event_type", "sub_event_type", "title", "side_a", "side_b",
    "place.name", "place.coordinates",
)  # fmt: skip
FIGURE_FIELDS = tuple(f"{o}.{k}" for o in ("killed", "injured") for k in FIGURE_KEYS)
CLAIM_FIELDS = ("low", "high", "outcome", "status", "scope", "subset", "superseded", "hedge")
_CHOICES: dict[str, tuple[str, ...]] = {
    "outcome": ("killed", "injured", "missing", "detained", "displaced", "casualties"),
    "status": ("civilian", "combatant", "unknown", "any"),
    "scope": ("incident", "part", "window", "cumulative"),
    "hedge": ("", "reported", "alleged", "denied", "unconfirmed"),
    "subset": ("yes", "no"),
    "superseded": ("yes", "no"),
}
MOST = 10_000_000


class ConflictError(UsageError):
    """Somebody else acted on the same incident in the meantime."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act as a form brings it.

    Attributes:
        incident_id: the incident it is on, or whose claim it is on.
        act: as in `Review.act`.
        target: a claim's id, or empty for the incident.
        field, value: for corrections and grades, as typed.
        why: the reason.
        by: who.
        seen: the incident's number of acts when the person looked.
    """

    incident_id: str
    act: str
    by: str
    why: str
    seen: int
    target: str = ""
    field: str = ""
    value: str = ""


def record(desk: Desk, act: Act) -> Review:
    """Put an act on record and reckon the incident again.

    Raises:
        ConflictError: somebody acted after the person looked.
        UsageError: the act or its value will not do.
        StoreError: there is no such incident or claim.
    """
    entry, claims = looked_up(desk, act.incident_id)
    target = act.target or act.incident_id
    claim = next((c for c in claims if c.claim_id == target), None)
    if target != act.incident_id and claim is None:
        raise missing(f"claim {target!r} in this incident")
    review = Review(
        None, target, cast(Any, _act_named(act.act)), act.by, None, reason(act.why),
        *_what(desk, act, entry, claim),
    )  # fmt: skip
    with desk.writing, desk.store.writing("review") as writer:
        # Looked at again under the write lock: nobody can act between this look and the record.
        same_as_seen(desk, entry, claims, act.seen)
        kept = writer.add_review(review)
    with desk.writing:
        desk.mark_seen(act.incident_id)
        desk.refresh(act.incident_id)
    return kept


def looked_up(desk: Desk, incident_id: str) -> tuple[Entry, list[Claim]]:
    """An incident that stands, and its claims.

    Raises:
        StoreError: there is none, or it was merged into another.
    """
    entry = desk.entry(incident_id)
    if entry is None or entry.superseded_by is not None:
        raise missing(f"incident {incident_id!r}")
    return entry, desk.claims(entry)


def same_as_seen(desk: Desk, entry: Entry, claims: Sequence[Claim], seen: int) -> None:
    """Refuse an act where somebody acted after its author looked.

    Raises:
        ConflictError: somebody did.
    """
    if desk.seen_number(entry, claims, desk.store.view().reviews()) != seen:
        raise ConflictError(
            "somebody else acted on this incident while you looked at it: see below what they "
            "did, and send your act again if it still holds"
        )


def _act_named(name: str) -> str:
    if name not in ("confirm", "correct", "reject", "regrade", "note", "undo"):
        raise UsageError(f"no act {name!r}")
    return name


def reason(why: str) -> str:
    """A reason, which every act must have.

    Raises:
        UsageError: it is empty or endless.
    """
    why = " ".join(why.replace("\0", "").split())
    if not why:
        raise UsageError("say why: every act carries its reason")
    if len(why) > 2000:
        raise UsageError("a reason has at most 2000 characters")
    return why


def _what(desk: Desk, act: Act, entry: Entry, claim: Claim | None) -> tuple[str | None, str | None]:
    if act.act == "undo":
        return None, str(_undone(desk, act, entry))
    if act.act == "regrade":
        if act.value not in get_args(Grade) or claim is not None:
            raise UsageError(f"no grade {act.value!r}; there are {', '.join(get_args(Grade))}")
        return None, orjson.dumps(act.value).decode()
    if act.act != "correct":
        return None, None
    if claim is not None:
        return _claim_value(claim, act.field, act.value.strip())
    return _incident_value(entry, act.field, act.value.strip())


def _undone(desk: Desk, act: Act, entry: Entry) -> int:
    number = int(act.value) if act.value.isascii() and act.value.isdigit() else -1
    targets = {entry.incident_id, *entry.claims, *entry.documents}
    known = {r.review_id: r for r in desk.store.view().reviews() if r.target in targets}
    if number not in known or known[number].act == "undo":
        raise UsageError("there is no such act on this incident to undo")
    if known[number].target != (act.target or act.incident_id):
        raise UsageError("that act is on something else")
    if any(r.act == "undo" and str(r.value) == str(number) for r in known.values()):
        raise UsageError("that act was undone already")
    return number


def _claim_value(claim: Claim, field: str, value: str) -> tuple[str, str]:
    if not isinstance(claim.detail, Casualty):
        raise UsageError("only counts can be corrected; reject what is no claim at all")
    if field not in CLAIM_FIELDS:
        raise UsageError(f"no field {field!r}; there are {', '.join(CLAIM_FIELDS)}")
    if field in ("low", "high"):
        return field, orjson.dumps(_count(value)).decode()
    if value not in _CHOICES[field]:
        raise UsageError(f"{field} is one of {', '.join(c or 'nothing' for c in _CHOICES[field])}")
    if field in ("subset", "superseded"):
        return field, "true" if value == "yes" else "false"
    return field, orjson.dumps(value or None).decode()


def _incident_value(entry: Entry, field: str, value: str) -> tuple[str, str]:
    if field in FIGURE_FIELDS:
        return field, orjson.dumps(_bounds(value)).decode()
    if field not in INCIDENT_FIELDS:
        raise UsageError(f"no field {field!r}; choose one of the list")
    if field.startswith("place."):
        return "place", orjson.dumps(_place(entry, field, value)).decode()
    if field.startswith("date_"):
        return field, orjson.dumps(_day(value)).decode()
    if len(value) > 200 or "\0" in value:
        raise UsageError("at most 200 characters")
    if field == "title" and not value:
        raise UsageError("a title has at least one character")
    return field, orjson.dumps(value or None).decode()


def _day(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError as error:
        raise UsageError(f"{value[:40]!r} is no day; write 2014-11-25") from error


def _count(value: str) -> int | None:
    if value in ("", "?"):
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 9 and int(value) <= MOST):
        raise UsageError(f"{value[:40]!r} is no count; write a number, or ? for not known")
    return int(value)


def _bounds(value: str) -> dict[str, int | None]:
    """Bounds as typed: "95" is exact; "70 95 120" is low, best and high, each a number or ?."""
    parts = value.replace(",", " ").replace("–", " ").split()
    if len(parts) == 1:
        parts *= 3
    if len(parts) != 3:
        raise UsageError("write one number, or three: low, best and high (? for not known)")
    low, best, high = (_count(p) for p in parts)
    known = [n for n in (low, best, high) if n is not None]
    if known != sorted(known):
        raise UsageError("low is at most best, and best at most high")
    return {"low": low, "best": best, "high": high}


def _place(entry: Entry, field: str, value: str) -> dict[str, Any]:
    old = entry.place
    kept: dict[str, Any] = {
        name: getattr(old, name) if old else None for name in ("lat", "lon", "country", "adm1")
    }
    kept |= {"name": old.name if old else "", "precision": old.precision if old else 1}
    if field == "place.name":
        if not 1 <= len(value) <= 200:
            raise UsageError("a place's name has 1 to 200 characters")
        return {**kept, "name": value}
    try:
        lat, lon = (float(part) for part in value.replace(",", " ").split())
    except ValueError as error:
        raise UsageError("write latitude and longitude in degrees: 35.95 39.01") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise UsageError("a latitude is within ±90, a longitude within ±180")
    return {**kept, "lat": lat, "lon": lon, "place_id": None}


# ---- withholding


def withhold(desk: Desk, document_id: str, held: bool, by: str, why: str) -> None:
    """Keep a document's words in, or let them out again."""
    if not desk.store.view().knows(document_id):
        raise missing(f"document {document_id!r}")
    act = "withhold" if held else "release"
    review = Review(None, document_id, cast(Any, act), by, None, reason(why))
    with desk.writing:
        with desk.store.writing("review") as writer:
            writer.add_review(review)
        desk.withhold(document_id)
