"""When, where, what and who of an incident, from what its documents say of it.

Dispatches vote, once each; a copy has no vote of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bearwitness.model.claim import Actor, Claim, TimeBasis, When, Where
from bearwitness.register.codes import acled_terms, is_named, side_kind, takes_part
from bearwitness.register.roots import Roots, content_key
from bearwitness.text.date_grammar import find_dates

_BASIS: dict[TimeBasis, int] = {
    "stated": 8, "relative": 6, "inherited": 3, "anchor": 1, "none": 0,
}  # fmt: skip
_REPORTED_WITHIN = 31
_UNIDENTIFIED, _UNIDENTIFIED_NAME = "gen-gunmen", "unidentified gunmen"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Frame:
    """The incident but for its figures; None where nothing tells."""

    when: When
    place: Where | None
    event_type: str | None
    sub_event_type: str | None
    side_a: Actor | None
    side_b: Actor | None


def frame(claims: Sequence[Claim], roots: Roots) -> Frame:
    """Decide the frame of an incident.

    Args:
        claims: of the incident.
        roots: tells the dispatch of each document.
    """
    event_type, sub = _what(claims, roots)
    side_a = _actor(claims, roots, lambda c: c.by if takes_part(c.by) else None)
    return Frame(
        _when(claims, roots),
        _where(claims, roots),
        event_type,
        sub,
        side_a,
        _struck(claims, roots, side_a),
    )


def _struck(claims: Sequence[Claim], roots: Roots, side_a: Actor | None) -> Actor | None:
    """Side b: an armed side that is named, else the fighters among the victims, else civilians.

    Unidentified attackers who were hit are the attacking group itself, where one is side a.
    """

    def struck(claim: Claim) -> Actor | None:
        actor = claim.against
        if actor is None or not takes_part(actor) or (side_a and _same(actor, side_a)):
            return None
        itself = actor.actor_id == _UNIDENTIFIED and side_kind(side_a) == "group"
        return None if itself else actor

    def armed(claim: Claim) -> Actor | None:
        actor = struck(claim)
        return None if side_kind(actor) == "civilian" else actor

    def fighters(claim: Claim) -> Actor | None:
        count = claim.casualty
        if count is None or count.status != "combatant" or not count.side or count.subset:
            return None
        if count.side.startswith(_UNIDENTIFIED_NAME) and side_kind(side_a) == "group":
            return None
        side = Actor(count.side, None, count.side)
        return None if side_a is not None and _same(side, side_a) else side

    return (
        _actor(claims, roots, armed)
        or _actor(claims, roots, fighters)
        or _actor(claims, roots, struck)
        or _civilians(claims)
    )


def _civilians(claims: Sequence[Claim]) -> Actor | None:
    """Civilians, where all who were killed or hurt and whose status is told were civilians."""
    told = [
        (claim, claim.casualty.status)
        for claim in claims
        if claim.casualty is not None
        and claim.casualty.outcome in ("killed", "injured")
        and claim.casualty.status in ("civilian", "combatant")
        and claim.hedge != "denied"
        and (claim.casualty.status == "combatant" or not claim.casualty.subset)
        and claim.casualty.statement is None
    ]
    if not told or any(status == "combatant" for _, status in told):
        return None
    return Actor("civilians", "gen-civilians", told[0][0].span.quote)


def _same(a: Actor, b: Actor) -> bool:
    return (a.actor_id is not None and a.actor_id == b.actor_id) or (
        content_key(a.name) == content_key(b.name)
    )


def _votes(
    claims: Iterable[Claim],
    roots: Roots,
    read: Callable[[Claim], T | None],
    weigh: Callable[[T], int],
    key: Callable[[T], Hashable],
) -> list[tuple[int, T]]:
    """Each distinct reading with the sum of its best weight in each dispatch, strongest first."""
    best: dict[tuple[Hashable, str], tuple[int, T]] = {}
    for claim in claims:
        value = read(claim)
        if value is None:
            continue
        at = (key(value), roots.dispatch(claim.document_id))
        weight = weigh(value)
        if at not in best or weight > best[at][0]:
            best[at] = (weight, value)
    total: dict[Hashable, tuple[int, T]] = {}
    for (name, _), (weight, value) in sorted(best.items(), key=lambda item: repr(item[0])):
        held = total.get(name)
        total[name] = (weight + (held[0] if held else 0), held[1] if held else value)
    return sorted(total.values(), key=lambda v: (-v[0], repr(key(v[1]))))


def _when(claims: Sequence[Claim], roots: Roots) -> When:
    """The interval best supported; a coarse one lends its weight to finer ones within it."""
    known = [c.when.start for c in claims if c.when.start is not None]
    read = _votes(
        claims,
        roots,
        lambda c: c.when if c.when.start is not None else _in_its_year(c.when, known),
        lambda w: _BASIS[w.basis],
        lambda w: (w.start, w.end or w.start),
    )
    if not read:
        return When()

    def standing(item: tuple[int, When]) -> tuple[int, int, date]:
        weight, when = item
        start, end = _ends(when)
        lent = sum(
            w for w, other in read
            if other is not when and _ends(other)[0] <= start and end <= _ends(other)[1]
        )  # fmt: skip
        return -(weight + lent), (end - start).days, start

    return min(read, key=standing)[1]


def _in_its_year(when: When, known: Sequence[date]) -> When | None:
    """A day named without a year ("January 14"), in the year of the other reports' days."""
    named = [e for e in find_dates(when.text or "") if e.kind == "calendar" and e.year is None]
    if not known or len(named) != 1 or named[0].month is None or named[0].day is None:
        return None
    near = min(known)
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        with suppress(ValueError):  # 29 February
            days.append(date(year, named[0].month, named[0].day))
    day = min(days, key=lambda d: (abs((d - near).days), d), default=None)
    if day is None or abs((day - near).days) > _REPORTED_WITHIN:
        return None
    return When(day, day, "day", "relative", when.text)


def _ends(when: When) -> tuple[date, date]:
    start = when.start or when.end or date.min
    return start, when.end or start


def _where(claims: Sequence[Claim], roots: Roots) -> Where | None:
    """The place most dispatches name, among the finest that are named."""
    read = _votes(
        claims,
        roots,
        lambda c: c.where,
        lambda w: 2 if w.lat is not None else 1,
        lambda w: (w.precision > 2, w.place_id or 0, "" if w.place_id else content_key(w.name)),
    )
    if not read:
        return None

    def standing(item: tuple[int, Where]) -> tuple[int, int, int, str]:
        votes, where = item
        # a spot by a name that no gazetteer has is as fine as any, though its point is coarse
        spot = where.place_id is None and where.precision <= 4 and where.name != where.adm1
        finest = 2 if spot else max(where.precision, 2)
        return finest, -votes, where.precision, where.name

    return min(read, key=standing)[1]


def _what(claims: Sequence[Claim], roots: Roots) -> tuple[str | None, str | None]:
    read = _votes(
        claims, roots, lambda c: c.event_type, lambda t: 2 if acled_terms(t)[1] else 1, lambda t: t
    )
    known = [acled_terms(term) for _, term in read if acled_terms(term)[0]]
    return known[0] if known else (None, None)


def _actor(
    claims: Sequence[Claim], roots: Roots, read: Callable[[Claim], Actor | None]
) -> Actor | None:
    found = _votes(
        claims,
        roots,
        read,
        lambda a: 4 if is_named(a) else 1 if a.actor_id else 2,
        lambda a: a.actor_id or content_key(a.name),
    )
    return found[0][1] if found else None
