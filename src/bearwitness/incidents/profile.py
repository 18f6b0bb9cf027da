"""What one mention says of its event: days, place, sides, means, figures, telling words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bearwitness.model.claim import MOVED, Actor, Claim, When, Where
from bearwitness.model.document import Anchor
from bearwitness.model.incident import Mention
from bearwitness.text.date_grammar import find_dates
from bearwitness.text.salient import terms_of

_BASIS_RANK = {"stated": 0, "relative": 1, "inherited": 2, "anchor": 3, "none": 4}
_PRECISION_RANK = {
    "moment": 0, "day": 0, "days": 1, "week": 2, "month": 3, "season": 4, "year": 5, "none": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of the whole event as the mention gives it: bounds, None = open or unknown."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One mention, drawn together from its claims.

    Attributes:
        mention: document and number.
        claims: ids, sorted.
        start, end: first and last possible day, None where unknown.
        basis: how the days are known; "anchor" only bounds them (an event is told on or after it).
        anchor: the document's own day.
        where: the finest place claimed.
        by, against: actor ids (or names in lower case) of the sides.
        families: families of violence (see compare.FAMILIES).
        weapon: as claimed.
        killed, injured: the event's own totals, None where not told.
        attributes: victims' attributes told (children, women, …).
        terms: telling words of its own sentences.
        context: telling words of the whole document, for its main event only.
        main: the document's first event that is not background.
        dispatch: id, None where lineage knows none.
        told: the document's anchor day, for the growth of figures.
        weekday: 0 (Monday) to 6, where its words name one or its day is known.
        calendar: month and day, likewise; of an undated event the year is not known.
    """

    mention: Mention
    claims: tuple[str, ...]
    start: date | None = None
    end: date | None = None
    basis: str = "none"
    anchor: date | None = None
    where: Where | None = None
    by: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    weapon: str | None = None
    killed: Count | None = None
    injured: Count | None = None
    attributes: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    main: bool = False
    dispatch: str | None = None
    words: frozenset[str] = field(default=frozenset())
    weekday: int | None = None
    calendar: tuple[int, int] | None = None

    @property
    def key(self) -> str:
        """The mention's key."""
        return self.mention.key

    @property
    def days(self) -> int | None:
        """Length of the interval of days, None where undated."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    @property
    def is_dated(self) -> bool:
        """Whether the text itself dates the event (to a year or better)."""
        return self.start is not None and self.end is not None and self.basis != "anchor"


def build_profiles(
    claims: Iterable[Claim],
    anchors: Mapping[str, Anchor],
    dispatches: Mapping[str, str],
    context: Mapping[str, frozenset[str]],
) -> list[Profile]:
    """Profiles of all mentions, sorted by key.

    Args:
        claims: of all documents; those on no event are left out.
        anchors: document id to its day (lineage's loans included).
        dispatches: document id to dispatch id.
        context: document id to the telling words of its text.
    """
    grouped: dict[Mention, list[Claim]] = {}
    for claim in claims:
        if claim.mention is not None:
            grouped.setdefault(Mention(claim.document_id, claim.mention), []).append(claim)
    main: dict[str, int] = {}
    for mention in sorted(grouped):
        if not all(c.background for c in grouped[mention]):
            main.setdefault(mention.document_id, mention.number)
    return [
        _profile(
            mention,
            sorted(grouped[mention], key=lambda c: c.claim_id),
            anchors.get(mention.document_id, Anchor()),
            dispatches.get(mention.document_id),
            main.get(mention.document_id) == mention.number,
            context.get(mention.document_id, frozenset()),
        )
        for mention in sorted(grouped)
    ]


def _profile(
    mention: Mention,
    claims: Sequence[Claim],
    anchor: Anchor,
    dispatch: str | None,
    main: bool,
    context: frozenset[str],
) -> Profile:
    # an arrest of days later, or where people fled to, bounds no attack
    bounding = [c for c in claims if not _counts_moved(c)] or claims
    when = _best_when(bounding)
    day = anchor.date if anchor.precision == "day" else None
    start, end, basis = when.start, when.end, str(when.basis)
    if start is None and end is not None:
        start = end - timedelta(days=366)
    if end is None and start is not None:
        end = day if day is not None and day >= start else start
    terms = frozenset().union(*(terms_of(c.sentence.quote) for c in claims))
    weekday, calendar = _named_day(start, end, bounding)
    return Profile(
        mention=mention,
        claims=tuple(c.claim_id for c in claims),
        start=start,
        end=end,
        basis=basis if start is not None else "none",
        anchor=day,
        where=_best_where(bounding),
        by=_actors(c.by for c in claims),
        against=_actors(c.against for c in claims),
        types=frozenset(c.event_type for c in claims if c.event_type),
        weapon=next((c.weapon for c in claims if c.weapon), None),
        killed=_count(claims, "killed"),
        injured=_count(claims, "injured"),
        attributes=frozenset(
            a for c in claims if c.casualty is not None for a in c.casualty.attributes
        )
        - {"named"},
        terms=terms,
        context=(context | terms) if main else terms,
        main=main,
        dispatch=dispatch,
        weekday=weekday,
        calendar=calendar,
    )


def _counts_moved(claim: Claim) -> bool:
    return claim.casualty is not None and claim.casualty.outcome in MOVED


def _named_day(
    start: date | None, end: date | None, claims: Iterable[Claim]
) -> tuple[int | None, tuple[int, int] | None]:
    """Weekday, and month with day: of the day where it is known, else as the words name them."""
    if start is not None and start == end:
        return start.weekday(), (start.month, start.day)
    weekdays: set[int] = set()
    calendar: set[tuple[int, int]] = set()
    for text in (c.when.text for c in claims if c.when.text):
        for expr in find_dates(text):
            if expr.weekday is not None and expr.kind == "weekday":
                weekdays.add(expr.weekday)
            if expr.month is not None and expr.day is not None and expr.kind == "calendar":
                calendar.add((expr.month, expr.day))
    return (
        weekdays.pop() if len(weekdays) == 1 else None,
        calendar.pop() if len(calendar) == 1 else None,
    )


def _best_when(claims: Sequence[Claim]) -> When:
    dated = [c.when for c in claims if c.when.start is not None or c.when.end is not None]
    if not dated:
        return When()
    votes = Counter((w.start, w.end) for w in dated)
    return min(
        dated,
        key=lambda w: (
            _BASIS_RANK[w.basis] // 3,
            _PRECISION_RANK[w.precision],
            -votes[w.start, w.end],
            _BASIS_RANK[w.basis],
            w.start or w.end or date.max,
        ),
    )


def _best_where(claims: Sequence[Claim]) -> Where | None:
    placed = [c.where for c in claims if c.where is not None]
    if not placed:
        return None
    votes = Counter((w.place_id, w.name) for w in placed)
    return min(placed, key=lambda w: (w.precision, -votes[w.place_id, w.name], w.name))


def _actors(found: Iterable[Actor | None]) -> frozenset[str]:
    return frozenset(a.actor_id or a.name.lower() for a in found if a is not None)


def _count(claims: Sequence[Claim], outcome: str) -> Count | None:
    """The largest current total that the mention gives for the whole event."""
    best: Count | None = None
    for claim in claims:
        c = claim.casualty
        if c is None or c.outcome != outcome or c.superseded or c.subset:
            continue
        if claim.hedge == "denied" or c.statement is not None or c.scope not in {"incident"}:
            continue
        if c.low is None and c.high is None:
            continue
        if best is None or (c.low or c.high or 0) > (best.low or best.high or 0):
            best = Count(c.low, c.high)
    return best
