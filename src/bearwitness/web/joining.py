"""Merging and splitting incidents, with a look beforehand at what else would come along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Literal

from bearwitness.errors import UsageError
from bearwitness.model.claim import Claim
from bearwitness.model.incident import Evidence, Judgement
from bearwitness.web.acts import ConflictError, looked_up, reason, same_as_seen
from bearwitness.web.desk import Desk, missing
from bearwitness.web.index import mention_key

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions and what a person says of them; `act` names the part it plays."""

    one: str
    other: str
    verdict: Verdict
    act: str

    def judgement(self, by: str, why: str, of: str, made_at: datetime | None = None) -> Judgement:
        """The pair as a judgement of a person."""
        evidence = (Evidence(self.act, of, "", 0.0, why),)
        left, right = sorted((self.one, self.other))
        return Judgement(left, right, self.verdict, f"person:{by}", 0.0, evidence, made_at, why)


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge as a form brings it.

    Attributes:
        one, other: the incidents.
        seen, seen_other: their numbers of acts when the person looked.
        apart: incidents that would come along and shall not.
        along: incidents that would come along and may.
    """

    one: str
    other: str
    by: str
    why: str
    seen: int
    seen_other: int
    apart: frozenset[str] = frozenset()
    along: frozenset[str] = frozenset()


class ThirdError(ConflictError):
    """A merge would pull in incidents that the person has not decided on."""

    def __init__(self, third: Sequence[str]) -> None:
        super().__init__("this merge would take in further incidents: say of each whether it may")
        self.third = tuple(third)


def foreseen(desk: Desk, one: str, other: str, apart: Iterable[str] = ()) -> list[str]:
    """Ids of further incidents that a merge of two would take in, wholly or in part.

    A merged incident holds more evidence than each part did, so the rule may now find a third one
    to be the same.
    """
    left, right = (_mentions(looked_up(desk, key)[1]) for key in (one, other))
    pairs = _merging(desk, left, right) + _keeping_out(desk, left, right, apart)
    now = datetime.now(UTC)
    linked = desk.linked_with([p.judgement("", "", "", now) for p in pairs])
    home = {
        row["claim_id"]: row["incident_id"]
        for row in desk.index.all(
            "SELECT claim_id, incident_id FROM claims WHERE incident_id <> ''"
        )
    }
    joined = {*left, *right}
    found = {
        home[claim]
        for incident in linked.incidents
        if joined & set(incident.mentions)
        for claim in incident.claims
        if claim in home
    }
    return sorted(found - {one, other})


def merge(desk: Desk, asked: Merge) -> str:
    """Make one incident of two.

    Returns:
        The id under which both stand from now on.

    Raises:
        ThirdError: others would come along, of which the person has not said what to do.
        ConflictError: somebody acted on either of them after the person looked.
        UsageError: the two are one, or there is no reason.
    """
    if asked.one == asked.other:
        raise UsageError("an incident cannot be merged with itself")
    why = reason(asked.why)
    entry, claims = looked_up(desk, asked.one)
    second, others = looked_up(desk, asked.other)
    left, right = _mentions(claims), _mentions(others)
    third = set(foreseen(desk, asked.one, asked.other, asked.apart))
    if undecided := sorted(third - asked.along):
        raise ThirdError(undecided)
    pairs = _merging(desk, left, right) + _keeping_out(desk, left, right, asked.apart)
    with desk.exclusively():
        with desk.store.writing("judgement") as writer:
            same_as_seen(desk, entry, claims, asked.seen)
            same_as_seen(desk, second, others, asked.seen_other)
            of = f"{asked.one} {asked.other}"
            writer.add_judgements([p.judgement(asked.by, why, of) for p in pairs])
        desk.rebuild()
    return _home(desk, left[0])


def _merging(desk: Desk, left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    pairs = [Pair(left[-1], right[0], "same", "merge")]
    # Each side's members are held together too, or one of them might forbid the rest to follow.
    pairs += [Pair(a, b, "same", "keep") for s in (left, right) for a, b in pairwise(s)]
    both = {*left, *right}
    pairs += [
        Pair(j.left, j.right, "same", "merge")
        for j in desk.store.view().judgements()
        if j.is_by_person and j.verdict == "different" and {j.left, j.right} <= both
    ]
    return pairs


def _keeping_out(
    desk: Desk, left: Sequence[str], right: Sequence[str], apart: Iterable[str]
) -> list[Pair]:
    return [
        Pair(mention, third, "different", "apart")
        for key in sorted(apart)
        for third in _mentions(looked_up(desk, key)[1])
        for mention in (left[0], right[0])
    ]


def split(desk: Desk, incident: str, leaving: Sequence[str], by: str, why: str, seen: int) -> str:
    """Take some documents' tellings out of an incident, into one of their own.

    Returns:
        The id under which those that left stand.
    """
    every = _mentions(looked_up(desk, incident)[1])
    gone = [m for m in every if m in set(leaving)]
    stay = [m for m in every if m not in set(leaving)]
    if not gone or not stay:
        raise UsageError("choose at least one telling to take out, and leave at least one")
    pairs = [Pair(a, b, "different", "split") for a in gone for b in stay]
    pairs += [Pair(a, b, "same", "keep") for s in (gone, stay) for a, b in pairwise(s)]
    _judge(desk, incident, pairs, by, why, seen, incident)
    return _home(desk, gone[0])


def undo(desk: Desk, incident: str, moment: str, by: str, why: str, seen: int) -> str:
    """Reverse a merge or split, told by the moment it was recorded."""
    own = set(_mentions(looked_up(desk, incident)[1]))
    found = [
        j
        for j in desk.store.view().judgements()
        if j.is_by_person and j.made_at and j.made_at.isoformat() == moment
    ]
    if not found or not any({j.left, j.right} & own for j in found):
        raise UsageError("there is no such merge or split to undo")
    turned = [
        Pair(j.left, j.right, "different" if j.verdict == "same" else "same", "undo")
        for j in found
        if j.evidence and j.evidence[0].field in ("merge", "split", "undo")
    ]
    _judge(desk, incident, turned, by, why, seen, moment)
    return _home(desk, sorted(own)[0])


def _mentions(claims: Sequence[Claim]) -> list[str]:
    return sorted({mention_key(c) for c in claims})


def _judge(
    desk: Desk, incident: str, pairs: Sequence[Pair], by: str, why: str, seen: int, of: str
) -> None:
    why = reason(why)
    entry, claims = looked_up(desk, incident)
    with desk.exclusively():
        with desk.store.writing("judgement") as writer:
            same_as_seen(desk, entry, claims, seen)
            writer.add_judgements([p.judgement(by, why, of) for p in pairs])
        desk.rebuild()


def _home(desk: Desk, mention: str) -> str:
    document, _, number = mention.partition("#")
    for claim in desk.store.view().claims_of([document]):
        if str(claim.mention or 0) != number:
            continue
        query = "SELECT incident_id FROM claims WHERE claim_id = ? AND incident_id IS NOT NULL"
        row = desk.index.one(query, (claim.claim_id,))
        if row is not None:
            return str(row["incident_id"])
    raise missing("incident after this act; a run may have taken it away")


# ---- what a person's judgements of one moment joined or parted


@dataclass(frozen=True, slots=True)
class Joint:
    """A merge, split or the undoing of one, as told by its judgements.

    Attributes:
        joins: it made one incident of the parts; otherwise it made the parts of one.
        parts: the mentions of each part.
    """

    moment: datetime
    by: str
    act: str
    why: str
    joins: bool
    parts: tuple[frozenset[str], ...]


def joints(judgements: Iterable[Judgement]) -> list[Joint]:
    """Every merge and split that some judgements of persons tell of, oldest first."""
    acts: dict[datetime, list[Judgement]] = {}
    for j in judgements:
        if j.is_by_person and j.made_at is not None and j.evidence:
            acts.setdefault(j.made_at, []).append(j)
    found = []
    for moment, own in sorted(acts.items()):
        held = _held_together(moment, own, acts)
        turns = [j for j in own if j.evidence[0].field in ("merge", "split", "undo")]
        if not turns:
            continue
        parts = _components({m for j in turns for m in (j.left, j.right)}, held)
        act = turns[0].evidence[0].field
        found.append(
            Joint(
                moment, turns[0].by.removeprefix("person:"), act, turns[0].note or "",
                turns[0].verdict == "same", parts,
            )
        )  # fmt: skip
    return found


def _held_together(
    moment: datetime, own: Sequence[Judgement], acts: dict[datetime, list[Judgement]]
) -> list[tuple[str, str]]:
    """Pairs that an act kept together; of an undoing, those of the act that it undid."""
    if own[0].evidence[0].field == "undo":
        undone = own[0].evidence[0].left
        earlier = next((m for m in acts if m.isoformat() == undone and m < moment), None)
        if earlier is not None:
            return _held_together(earlier, acts[earlier], acts)
    return [(j.left, j.right) for j in own if j.evidence[0].field == "keep"]


def _components(
    mentions: Iterable[str], pairs: Iterable[tuple[str, str]]
) -> tuple[frozenset[str], ...]:
    part = {m: {m} for m in mentions}
    for a, b in pairs:
        joined = part.get(a, {a}) | part.get(b, {b})
        for m in joined:
            part[m] = joined
    found = {frozenset(p) for p in part.values()}
    return tuple(sorted(found, key=min))
