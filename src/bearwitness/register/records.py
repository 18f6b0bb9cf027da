"""What is recorded besides casualties, told in several documents or versions: one record each.

Two statements are one where one speaker is given and the words agree; two meetings are one where
parties, days and places do not speak against it and at least one party is shared, both of them
where they stand in reports of different origin; of control,
transfers and displacement, what documents of one dispatch say alike is one. Wording that differs
stays with each claim; nothing is merged away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bearwitness.model.claim import (
    MOVED,
    Casualty,
    Claim,
    Control,
    Kind,
    Meeting,
    Statement,
    Transfer,
)
from bearwitness.model.lineage import Lineages

_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"\b[A-Z][\w’'-]*")
_TWO = 2
_STAGE = {"planned": 0, "reported": 1, "held": 2, "cancelled": 2}
_RUN = 4  # words of a run that makes two statements candidates
_ALIKE = 0.6  # share of the shorter's words that the longer has
_ALIKE_INDIRECT = 0.8
_EMPTY = frozenset(
    """the a an of with and his her its their key ally foreign former leader minister president
    prime official officials delegation headed led by talks from""".split()
)


KINDS: tuple[Kind, ...] = ("statement", "meeting", "control", "transfer", "displacement")


@dataclass(frozen=True, slots=True)
class Record:
    """One statement, meeting, state of control, transfer or count of displaced or detained.

    Attributes:
        claims: every claim on it, in order of take and of the text.
        course: for a meeting, its status as told by each claim ("planned", "held").
    """

    claims: tuple[Claim, ...]
    course: tuple[str, ...] = ()


def fullest(claims: Sequence[Claim]) -> Claim:
    """Of claims on one record, the first of those that tell most: parties, place, days."""
    return max(claims, key=_slots)


def _slots(claim: Claim) -> int:
    parties = len(claim.detail.participants) if isinstance(claim.detail, Meeting) else 0
    return parties + (claim.where is not None) + (claim.when.start is not None)


def kind_of(claim: Claim) -> Kind | None:
    """Which of `KINDS` a claim is recorded as; None for deaths, injuries and events."""
    if claim.casualty is not None:
        return "displacement" if claim.casualty.outcome in MOVED else None
    return claim.kind if claim.kind in KINDS else None


def records(claims: Iterable[Claim], lineages: Lineages) -> dict[Kind, list[Record]]:
    """All that is recorded besides casualties, by kind, each kind in order of its first claim."""
    held = [c for c in claims if kind_of(c) is not None]
    return {
        "statement": statements(held, lineages),
        "meeting": meetings(held, lineages),
        **{kind: _said_alike(held, kind, lineages) for kind in KINDS[2:]},
    }


def _said_alike(claims: Iterable[Claim], kind: Kind, lineages: Lineages) -> list[Record]:
    order = _Order(lineages)
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted((c for c in claims if kind_of(c) == kind), key=order.of):
        groups.setdefault((order.dispatch(claim), *_what_is_said(claim)), []).append(claim)
    return [Record(tuple(g)) for g in groups.values()]


def _what_is_said(claim: Claim) -> tuple[object, ...]:
    detail, said = claim.detail, claim.when
    sides = tuple(a.name if a else None for a in (claim.by, claim.against))
    where = (claim.where.place_id, claim.where.name) if claim.where else None
    if isinstance(detail, Control):
        return (detail.state, sides, where, said.start, said.end, claim.hedge)
    if isinstance(detail, Transfer):
        ends = (detail.origin, detail.recipient)
        return (detail.item, *ends, detail.status, said.start, said.end)
    if isinstance(detail, Casualty):
        counted = (detail.outcome, detail.low, detail.high, detail.status, detail.attributes)
        return (*counted, detail.scope, where, said.start, said.end)
    return (claim.claim_id,)


def with_variants(claims: Iterable[Claim], lineages: Lineages) -> list[Claim]:
    """The claims, each later variant of a statement naming the first one (`variant_of`)."""
    held = list(claims)
    first = {
        other.claim_id: record.claims[0].claim_id
        for record in statements(held, lineages)
        for other in record.claims[1:]
    }
    out: list[Claim] = []
    for claim in held:
        lead = first.get(claim.claim_id)
        if lead is not None and isinstance(claim.detail, Statement):
            claim = replace(claim, detail=replace(claim.detail, variant_of=lead))
        out.append(claim)
    return out


def statements(claims: Iterable[Claim], lineages: Lineages) -> list[Record]:
    """All statements, variants together, in order of their first claim."""
    order = _Order(lineages)
    told = sorted((c for c in claims if isinstance(c.detail, Statement)), key=order.of)
    seen: dict[tuple[str, ...], list[int]] = {}
    groups: list[list[Claim]] = []
    for claim in told:
        words = _words(claim)
        runs = [tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))]
        near = sorted({g for run in runs for g in seen.get(run, ())})
        home = next((g for g in near if _one_statement(groups[g], claim, order)), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(claim)
        for run in runs:
            known = seen.setdefault(run, [])
            if home not in known:
                known.append(home)
    return [Record(tuple(g)) for g in groups]


class _Order:
    """Documents by dispatch and take."""

    def __init__(self, lineages: Lineages) -> None:
        self._take = {
            doc: (dispatch.dispatch_id, number)
            for dispatch in lineages.dispatches
            for number, doc in enumerate(dispatch.documents)
        }

    def dispatch(self, claim: Claim) -> str:
        return self._take.get(claim.document_id, (claim.document_id, 0))[0]

    def of(self, claim: Claim) -> tuple[str, int, str, int, str]:
        dispatch, take = self._take.get(claim.document_id, (claim.document_id, 0))
        return (dispatch, take, claim.document_id, claim.span.start, claim.claim_id)


def _words(claim: Claim) -> list[str]:
    return [w.lower() for w in _WORD.findall(claim.span.quote)]


def _one_statement(group: Sequence[Claim], claim: Claim, order: _Order) -> bool:
    for other in group:
        if other.document_id == claim.document_id or not _same_speaker(other, claim):
            continue
        a, b = set(_words(other)), set(_words(claim))
        share = len(a & b) / max(1, min(len(a), len(b)))
        direct = _quoted(other) and _quoted(claim)
        near = order.dispatch(other) == order.dispatch(claim)
        if share >= (_ALIKE if direct or near else _ALIKE_INDIRECT) and (near or direct):
            return True
    return False


def _quoted(claim: Claim) -> bool:
    return isinstance(claim.detail, Statement) and bool(claim.detail.words)


def _same_speaker(a: Claim, b: Claim) -> bool:
    if not isinstance(a.detail, Statement) or not isinstance(b.detail, Statement):
        return False
    left, right = _telling(a.detail.speaker), _telling(b.detail.speaker)
    return bool(left & right) or a.detail.speaker.lower() == b.detail.speaker.lower()


def _telling(name: str) -> frozenset[str]:
    words = (w.lower() for w in _WORD.findall(re.sub(r"[’']s\b", "", name)))
    return frozenset(w for w in words if w not in _EMPTY and len(w) > 1)


def meetings(claims: Iterable[Claim], lineages: Lineages) -> list[Record]:
    """All meetings, what several sentences, versions or reports of other origin tell together."""
    order = _Order(lineages)
    told = sorted((c for c in claims if isinstance(c.detail, Meeting)), key=order.of)
    groups: list[list[Claim]] = []
    open_groups: dict[str, list[list[Claim]]] = {}
    for claim in told:
        known = open_groups.setdefault(order.dispatch(claim), [])
        home = next((g for g in known if all(one_meeting(o, claim) for o in g)), None)
        if home is None:
            home = []
            known.append(home)
            groups.append(home)
        home.append(claim)
    return [Record(tuple(c for g in same for c in g), _course(same)) for same in _of_all(groups)]


def _of_all(groups: Sequence[list[Claim]]) -> list[list[list[Claim]]]:
    """Dispatches' groups on one meeting together: of one day, and between the same two."""
    out: list[list[list[Claim]]] = []
    of_day: dict[date, list[list[list[Claim]]]] = {}
    for group in groups:
        days = {c.when.start for c in group if c.when.start and c.when.start == c.when.end}
        day = next(iter(days)) if len(days) == 1 else None
        known = of_day.setdefault(day, []) if day is not None else []
        home = next((g for g in known if any(_told_elsewhere(o, group) for o in g)), None)
        if home is None:
            home = []
            known.append(home)
            out.append(home)
        home.append(group)
    return out


def _told_elsewhere(group: Sequence[Claim], other: Sequence[Claim]) -> bool:
    return any(
        a.document_id != b.document_id and not _places_apart(a, b) and _same_two(a, b)
        for a in group
        for b in other
    )


def _same_two(a: Claim, b: Claim) -> bool:
    """Whether each party of one is a party of the other, by names and not by kind alone."""
    left, right = _apart(a), _apart(b)
    if len(left) != _TWO or len(right) != _TWO:
        return False
    straight = left[0] & right[0] and left[1] & right[1]
    return bool(straight or (left[0] & right[1] and left[1] & right[0]))


def _apart(claim: Claim) -> list[frozenset[str]]:
    """The words of each party that the other does not bear, those of names alone."""
    if not isinstance(claim.detail, Meeting):
        return []
    told = [_telling(" ".join(_NAME.findall(name))) for name in claim.detail.participants]
    return [t - frozenset(w for o in told if o is not t for w in o) for t in told]


def _course(dispatches: Sequence[Sequence[Claim]]) -> tuple[str, ...]:
    """Its status as it went on: take by take, dispatches by what can only come first."""
    told = [[c.detail.status for c in g if isinstance(c.detail, Meeting)] for g in dispatches]
    states = [status for each in sorted(told, key=lambda t: _STAGE[t[-1]]) for status in each]
    return tuple(s for i, s in enumerate(states) if i == 0 or s != states[i - 1])


def one_meeting(a: Claim, b: Claim) -> bool:
    """Whether two claims can be on one meeting, and share enough to be held so."""
    if not isinstance(a.detail, Meeting) or not isinstance(b.detail, Meeting):
        return False
    if days_apart(a, b) or _places_apart(a, b):
        return False
    dated = a.when.start is not None and b.when.start is not None
    left, right = parties(a), parties(b)
    if left and right:
        return bool(left & right) and dated
    placed = a.where is not None and b.where is not None
    return not left and not right and dated and placed


def days_apart(a: Claim, b: Claim) -> bool:
    """Whether the days of two claims do not meet."""
    if a.when.start is None or b.when.start is None:
        return False
    ends = (a.when.end or a.when.start, b.when.end or b.when.start)
    return ends[0] < b.when.start or ends[1] < a.when.start


def _places_apart(a: Claim, b: Claim) -> bool:
    if a.where is None or b.where is None or a.where.place_id == b.where.place_id:
        return False
    within = a.where.country == b.where.country and 6 in (a.where.precision, b.where.precision)
    return not within


def parties(claim: Claim) -> frozenset[str]:
    """The telling words of a meeting's participants."""
    if not isinstance(claim.detail, Meeting):
        return frozenset()
    return frozenset(
        w for name in claim.detail.participants for w in _telling(name) if not w[0].isdigit()
    )
