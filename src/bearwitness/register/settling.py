"""Which contradictions a later claim settles: a source came round, or revised what it said itself.

Every source among the sides is followed to its last word on the matter. Where each source has one
and all last words agree, the latest of them settles the contradiction; it stays recorded, with
all its sides. What nobody took back stays open, and altered quotations always do.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from bearwitness.model.claim import Claim, Control
from bearwitness.model.register import Contradiction, Entry
from bearwitness.register.roots import Roots

_SETTLED_KINDS = frozenset(("date", "count", "status", "actor", "place", "control"))


def settle(
    found: Iterable[Contradiction],
    claims: Mapping[str, Claim],
    entries: Sequence[Entry],
    roots: Roots,
) -> list[Contradiction]:
    """The contradictions, each with the claim that settles it where one does.

    Args:
        found: all of them; those that name a settling claim already keep it.
        claims: by id, reviews applied.
        entries: incidents, whose claims speak of one matter.
        roots: leads claims to their sources.
    """
    own = {k: e.claims for e in entries for k in e.claims}
    of_place: dict[int, list[str]] = {}
    for key in sorted(claims):
        where = claims[key].where
        if isinstance(claims[key].detail, Control) and where and where.place_id is not None:
            of_place.setdefault(where.place_id, []).append(key)
    out: list[Contradiction] = []
    for one in found:
        sides = [claims[s.claim_id] for s in one.sides if s.claim_id and s.claim_id in claims]
        if one.settled_by is None and one.kind in _SETTLED_KINDS and len(sides) > 1:
            told = _on_the_matter(one, sides, own, of_place)
            matter = [claims[k] for k in told if k in claims]
            one = replace(one, settled_by=_settling(one.kind, sides, matter, roots))
        out.append(one)
    return out


def _on_the_matter(
    one: Contradiction,
    sides: Sequence[Claim],
    own: Mapping[str, Sequence[str]],
    of_place: Mapping[int, Sequence[str]],
) -> set[str]:
    """Ids of all claims that may be somebody's last word: of the incident, or on the place."""
    told = {c.claim_id for c in sides}
    for side in sides:
        told |= set(own.get(side.claim_id, ()))
        if one.kind == "control" and side.where is not None and side.where.place_id is not None:
            told |= set(of_place.get(side.where.place_id, ()))
    return told


def _settling(
    kind: str, sides: Sequence[Claim], matter: Sequence[Claim], roots: Roots
) -> str | None:
    """The latest claim, where every source's last word is one and the same."""
    wanted = {roots.of(c).key for c in sides}
    last: list[Claim] = []
    for key in sorted(wanted):
        own = [c for c in matter if roots.of(c).key == key and _reading(kind, c, sides) is not None]
        final = [c for c in own if not any(_later(o, c, roots) for o in own)]
        if len({_reading(kind, c, sides) for c in final}) != 1:
            return None
        last.append(min(final, key=lambda c: c.claim_id))
    if len({_reading(kind, c, sides) for c in last}) != 1:
        return None
    newest = [c for c in last if not any(_later(o, c, roots) for o in last)]
    told_before = [c for c in sides if _reading(kind, c, sides) != _reading(kind, newest[0], sides)]
    chosen = min(newest, key=lambda c: c.claim_id)
    return chosen.claim_id if all(_later(chosen, c, roots) for c in told_before) else None


def _reading(kind: str, claim: Claim, sides: Sequence[Claim]) -> Hashable | None:
    """What a claim says on the matter; None where it says nothing on it."""
    if kind == "date":
        return (claim.when.start, claim.when.end) if claim.when.start is not None else None
    if kind == "place":
        return claim.where.place_id if claim.where is not None else None
    if kind == "actor":
        return claim.by.actor_id if claim.by is not None else None
    if kind == "control":
        by = claim.by.actor_id if claim.by is not None else None
        return (by, claim.hedge == "denied") if isinstance(claim.detail, Control) else None
    count = claim.casualty
    like = sides[0].casualty
    if count is None or like is None or count.low is None or count.outcome != like.outcome:
        return None
    if count.superseded or count.subset or count.restates or count.scope != "incident":
        return None
    if kind == "count":
        return (count.low, count.high) if count.status == like.status else None
    return count.status if count.low == like.low else None


def _later(a: Claim, b: Claim, roots: Roots) -> bool:
    """Whether a document is known to be later than another: by take, else by the day."""
    if a.document_id == b.document_id:
        return False
    if roots.dispatch(a.document_id) == roots.dispatch(b.document_id):
        return roots.take(a.document_id) > roots.take(b.document_id)
    first, second = roots.anchor(b.document_id), roots.anchor(a.document_id)
    dated = first.precision == second.precision == "day"
    return dated and first.date is not None and second.date is not None and second.date > first.date
