"""Evidence that an incident of one register is an incident of another.

The linker's own evidence, asked only across the two: within a register its makers, a linker or
coders, have told incidents apart already. Compared are the mentions, and the incidents as the
registers hold them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bearwitness.incidents.block import candidate_pairs
from bearwitness.incidents.compare import compare, place_key
from bearwitness.incidents.profile import Count, Profile, build_profiles
from bearwitness.incidents.rarity import measure_rarity
from bearwitness.model.claim import Actor, Claim
from bearwitness.model.document import Anchor
from bearwitness.model.incident import Mention
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Entry, Figure

_HELD_BY_BOTH = 100.0  # log2 odds of a mention that stands in both registers


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two registers.

    Attributes:
        entries: incidents that stand.
        incident_of: claim id to incident id.
    """

    entries: Sequence[Entry]
    incident_of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for two incidents being one.

    Attributes:
        total: log2 odds of the best pair of mentions, as the linker sums them; far beyond them for
            every mention that both registers hold.
        days: what of it the days add.
        spot: what of it place and shared names add.
    """

    total: float
    days: float
    spot: float


def likenesses(
    claims: Iterable[Claim],
    anchors: Mapping[str, Anchor],
    lineages: Lineages,
    terms: Mapping[str, frozenset[str]],
    left: Side,
    right: Side,
) -> dict[tuple[str, str], Likeness]:
    """The likeness of pairs of incidents worth comparing, one of each register.

    Args:
        claims: of both registers.
        anchors: document id to its day.
        lineages: of both; dispatches and lent anchors.
        terms: document id to its telling words.
        left: the one register.
        right: the other.
    """
    days = {**anchors, **lineages.anchors}
    dispatches = {d: x.dispatch_id for x in lineages.dispatches for d in x.documents}
    mentions = build_profiles(claims, days, dispatches, terms)
    rarity = measure_rarity(mentions, place_key)
    told: list[tuple[Profile, str | None, str | None]] = [
        (p, _incident(p, left.incident_of), _incident(p, right.incident_of)) for p in mentions
    ]
    found: dict[tuple[str, str], Likeness] = {}
    for _, a, b in told:
        if a is not None and b is not None:
            held = found.get((a, b), Likeness(0.0, 0.0, 0.0))
            found[a, b] = Likeness(held.total + _HELD_BY_BOTH, 0.0, 0.0)
    told += [(_as_held(e, "left", terms), e.incident_id, None) for e in left.entries]
    for entry in right.entries:
        held_there = _as_held(entry, "right", terms)
        # Coders name the state first, whoever struck: the order of sides tells nothing.
        turned = replace(
            held_there,
            mention=Mention(f"turned {entry.incident_id}", 0),
            by=held_there.against,
            against=held_there.by,
        )
        told += [(held_there, None, entry.incident_id), (turned, None, entry.incident_id)]
    profiles = [profile for profile, _, _ in told]
    for i, j in candidate_pairs(profiles):
        for one, other in ((i, j), (j, i)):
            a, b = told[one][1], told[other][2]
            if a is None or b is None:
                continue
            score = compare(profiles[one], profiles[other], rarity)
            if (a, b) not in found or found[a, b].total < score.total:
                weight = {e.field: e.weight for e in score.evidence}
                spot = weight.get("place", 0.0) + max(0.0, weight.get("names", 0.0))
                found[a, b] = Likeness(score.total, weight.get("date", 0.0), spot)
    return found


def _incident(profile: Profile, of: Mapping[str, str]) -> str | None:
    return next((of[claim] for claim in profile.claims if claim in of), None)


def _as_held(entry: Entry, side: str, terms: Mapping[str, frozenset[str]]) -> Profile:
    """An incident as its register holds it, in the form of a mention."""
    known = frozenset().union(*(terms.get(d, frozenset()) for d in entry.documents))
    return Profile(
        mention=Mention(f"{side} {entry.incident_id}", 0),
        claims=(),
        start=entry.date_start,
        end=entry.date_end or entry.date_start,
        basis="relative" if entry.date_start is not None else "none",
        where=entry.place,
        by=_named(entry.side_a),
        against=_named(entry.side_b),
        types=frozenset(t for t in (entry.sub_event_type or entry.event_type,) if t),
        killed=_bounds(entry.killed.get("total")),
        injured=_bounds(entry.injured.get("total")),
        terms=known,
        context=known,
        main=True,
    )


def _named(actor: Actor | None) -> frozenset[str]:
    return frozenset(() if actor is None else (actor.actor_id or actor.name.lower(),))


def _bounds(figure: Figure | None) -> Count | None:
    if figure is None or figure.best is None:
        return None
    return Count(figure.best, figure.high)
