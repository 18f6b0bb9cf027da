"""What the register said of an incident before and after each act of a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bearwitness.model.claim import Claim
from bearwitness.model.register import Entry
from bearwitness.model.review import Review
from bearwitness.web import present
from bearwitness.web.desk import Desk
from bearwitness.web.index import mention_key
from bearwitness.web.joining import Joint, joints

_MOST = 12  # acts whose effect is reckoned
Mentions = frozenset[str]


@dataclass(frozen=True, slots=True)
class State:
    """One act, and what it changed.

    Attributes:
        changes: field, before and after, of an act on one incident.
        before, after: of a merge or split, the incidents that were and those that came of them.
    """

    at: datetime
    by: str
    act: str
    why: str
    changes: tuple[tuple[str, str, str], ...] = ()
    before: tuple[Entry, ...] = ()
    after: tuple[Entry, ...] = ()


def states(desk: Desk, entry: Entry) -> list[State]:
    """The last acts on an incident, newest first.

    Walks back from the mentions that the incident has now: before a merge it was its parts, and
    before a split it was the whole.
    """
    claims = desk.claims(entry)
    found: list[State] = []
    clusters: list[Mentions] = [frozenset(mention_key(c) for c in claims)]
    reviews = [r for r in desk.history(entry, claims) if r.made_at is not None]
    acts: list[tuple[datetime, Review | Joint]] = [(r.made_at, r) for r in reviews if r.made_at]
    acts += [(j.moment, j) for j in joints(desk.person_judgements(claims))]
    for moment, act in sorted(acts, key=lambda a: a[0], reverse=True)[:_MOST]:
        if isinstance(act, Review):
            found.append(_reviewed(desk, entry, act, moment, clusters))
        else:
            state, clusters = _joined(desk, entry, act, clusters)
            found.append(state)
    return found


def _claims(desk: Desk, mentions: Iterable[str], moment: datetime) -> list[Claim]:
    """The claims that some mentions had at a moment."""
    wanted = set(mentions)
    documents = {m.partition("#")[0] for m in wanted}
    held = desk.store.view(moment).claims_of(sorted(documents))
    return [c for c in held if mention_key(c) in wanted]


def _reviewed(
    desk: Desk, entry: Entry, act: Review, moment: datetime, clusters: Sequence[Mentions]
) -> State:
    every = desk.reviews()
    own = _cluster_of(desk, act, moment, clusters, entry)
    claims = _claims(desk, own, moment)
    key = act.target if act.target.startswith("inc-") else entry.incident_id
    number = act.review_id or 0
    old = desk.reckon(key, claims, [r for r in every if (r.review_id or 0) < number]).entries
    new = desk.reckon(key, claims, [r for r in every if (r.review_id or 0) <= number]).entries
    changed = present.differences(old[0] if old else None, new[0] if new else None)
    return State(moment, act.by, act.act, act.why, tuple(changed))


def _cluster_of(
    desk: Desk, act: Review, moment: datetime, clusters: Sequence[Mentions], entry: Entry
) -> Mentions:
    """The part of the incident that an act was on."""
    if act.target.startswith("inc-"):
        founding = _founding(desk).get(act.target)
        return next((c for c in clusters if founding in c), clusters[0])
    for cluster in clusters:
        for claim in _claims(desk, cluster, moment):
            if act.target in (claim.claim_id, claim.document_id):
                return cluster
    return clusters[0]


def _founding(desk: Desk) -> dict[str, str]:
    return {m.incident_id: m.founding_mention for m in desk.store.view().mintings()}


def _joined(
    desk: Desk, entry: Entry, joint: Joint, clusters: Sequence[Mentions]
) -> tuple[State, list[Mentions]]:
    touched = frozenset(m for part in joint.parts for m in part)
    near = [c for c in clusters if c & touched]
    whole = frozenset().union(*near, touched)
    rest = whole - touched  # came along by the rule
    parts = [*joint.parts, *([rest] if rest and joint.joins else [])]
    if not joint.joins and rest:
        parts[0] = parts[0] | rest
    reviews = [r for r in desk.reviews() if r.made_at is not None and r.made_at < joint.moment]
    apart = _reckoned(desk, entry, parts, reviews, joint.moment)
    one = _reckoned(desk, entry, [whole], reviews, joint.moment)
    before, after = (apart, one) if joint.joins else (one, apart)
    name = {"merge": "merge", "split": "split"}.get(joint.act, "undo of a merge or split")
    state = State(joint.moment, joint.by, name, joint.why, (), before, after)
    earlier = parts if joint.joins else [whole]
    return state, [*(c for c in clusters if not c & touched), *earlier]


def _reckoned(
    desk: Desk, entry: Entry, parts: Sequence[Mentions], reviews: Sequence[Review], at: datetime
) -> tuple[Entry, ...]:
    founding = _founding(desk)
    names = {mention: key for key, mention in sorted(founding.items())}
    found = []
    for part in parts:
        claims = _claims(desk, part, at)
        if not claims:
            continue
        keys = sorted(names[m] for m in part if m in names)
        key = entry.incident_id if entry.incident_id in keys or not keys else keys[0]
        made = desk.reckon(key, claims, reviews).entries
        found += [replace(e, incident_id=key) for e in made]
    return tuple(found)
