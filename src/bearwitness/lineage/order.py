"""Which of two versions came first: from what they say, and from their stamps.

What the text says outranks the stamp, because a stamp tells when an outlet printed, not which take
of the dispatch it printed: a meeting still to come in one version and held in the other, an
earlier count that one version names and the other gives. A rising toll outranks stamps of one day
only, since counts are also corrected downwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from bearwitness.lineage.align import Match
from bearwitness.lineage.credit import is_outlet, same_outlet
from bearwitness.lineage.reading import Reading
from bearwitness.lineage.signs import Signs, tolls_in
from bearwitness.model.document import Document

# What each ground weighs: the heaviest decides, the others are told.
_PLANNED_THEN_HELD = 9
MOVED_ON = 8
"""Weight from which the grounds show one version's facts to be newer."""
_RETELLS_THE_OTHER = 7
_STAMPS_DAYS_APART = 6
_RISING_TOLL = 5
_STAMPS = 4
_SLIGHT = 3
_FAINT = 2
_FAINTEST = 1

_PLANNED = re.compile(
    r"\b(?:(?:was|were|is|are|be|been) (?:due|expected|set|scheduled|slated) to"
    r"|(?:was|were|is|are) to (?:meet|hold|visit|travel|discuss|attend|begin|start|arrive|sign)"
    r"|will (?:meet|hold|visit|travel|discuss|attend|begin|start|arrive|sign|take place)"
    r"|(?:plan|plans|planned|prepare|prepares|prepared|preparing) (?:to|for)"
    r"|(?:is|are|was|were) (?:planning|preparing) to"
    r"|(?:due|expected|scheduled) (?:on|later|this|next|for|to)|ahead of)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|met|began|begun|started|took place|ended|concluded|arrived|visited|signed|agreed"
    r"|attended|discussed|opened|wrapped up|after (?:the|a|his|her|their) (?:meeting|talks))\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_ADDRESS_NUMBER = re.compile(r"(?<!\d)(\d{5,7}|\d{9,10})(?!\d)")


@dataclass(frozen=True, slots=True)
class Precedence:
    """Which of two documents is the earlier take.

    Attributes:
        sign: -1 the first is earlier, 1 the second is, 0 nothing tells.
        weight: how much the grounds weigh; the higher decides where a circle arises.
        reason: in words.
    """

    sign: int
    weight: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Cue:
    sign: int
    weight: int
    reason: str


def precedence(
    a: Reading, b: Reading, matches: Sequence[Match], of_a: Signs, of_b: Signs
) -> Precedence:
    """Weigh all that tells which of two versions came first.

    Args:
        a: one version.
        b: the other.
        matches: their sentence pairs, `left` in a, `right` in b.
        of_a: signs of a.
        of_b: signs of b.
    """
    cues = [
        cue
        for cue in (
            _planned_then_held(a, b, matches),
            _names_earlier_toll(of_a, of_b),
            _numbered_take(of_a.take, of_b.take),
            _stamps(a.document, b.document),
            _rising_toll(a, b, matches),
            _rising_dead(of_a.dead, of_b.dead),
            _retold(a.document, b.document, of_a, of_b),
            _said_of_itself(of_a, of_b),
            _later_stage(of_a.stage, of_b.stage),
            _addresses(a.document, b.document),
            _grown(a, b, matches),
        )
        if cue is not None
    ]
    return _weighed(cues)


def precedence_of_copies(a: Document, b: Document) -> Precedence:
    """Which of two exact copies was printed first: their words cannot tell."""
    return _weighed([cue for cue in (_stamps(a, b), _addresses(a, b)) if cue is not None])


def _weighed(cues: Sequence[_Cue]) -> Precedence:
    if not cues:
        return Precedence(0, 0, "nothing tells the order")
    best = max(cues, key=lambda c: c.weight)
    agreeing = [c.reason for c in cues if c.sign == best.sign]
    against = [c.reason for c in cues if c.sign != best.sign]
    reason = "; ".join(agreeing) + (f"; against: {'; '.join(against)}" if against else "")
    return Precedence(best.sign, best.weight, reason)


def _planned_then_held(a: Reading, b: Reading, matches: Sequence[Match]) -> _Cue | None:
    found: list[tuple[int, str]] = []
    for m in sorted(matches, key=lambda m: -m.likeness):
        if m.likeness == 1.0:
            continue
        left, right = a.sentence(m.left), b.sentence(m.right)
        for sign, before, after in ((-1, left, right), (1, right, left)):
            planned, held = _PLANNED.search(before), _HELD.search(after)
            if planned and held and not _PLANNED.search(after):
                found.append((sign, f'planned then held ("{planned[0]}", then "{held[0]}")'))
    total = sum(sign for sign, _ in found)
    if total == 0:
        return None
    sign = 1 if total > 0 else -1
    return _Cue(sign, _PLANNED_THEN_HELD, next(reason for s, reason in found if s == sign))


def _names_earlier_toll(a: Signs, b: Signs) -> _Cue | None:
    """One version gives a count as an earlier one that the other still gives as its own."""
    for sign, late, early in ((1, a, b), (-1, b, a)):
        past = {n for n, _ in early.past_tolls}
        for number, words in late.past_tolls:
            if number in early.tolls and number not in past:
                return _Cue(sign, MOVED_ON, f'one names the other\'s count as earlier ("{words}")')
    return None


def _numbered_take(a: int, b: int) -> _Cue | None:
    if a == b:
        return None
    return _Cue(1 if a > b else -1, MOVED_ON, f"numbered takes ({min(a, b)} before {max(a, b)})")


def retold(a: Document, b: Document, of_a: Signs, of_b: Signs) -> bool:
    """Whether one report, and only one, names an outlet as its source; not within one outlet."""
    return bool(of_a.outlets) != bool(of_b.outlets) and not same_outlet(a, b)


def _retold(a: Document, b: Document, of_a: Signs, of_b: Signs) -> _Cue | None:
    """One version gives another outlet as its source: the other's own, or any where it has none."""
    if same_outlet(a, b):
        return None
    for sign, teller, other, others in ((1, of_a, b, of_b), (-1, of_b, a, of_a)):
        named = [name for name in teller.outlets if is_outlet(name, other)]
        if named:
            return _Cue(sign, _RETELLS_THE_OTHER, f"one retells the other's outlet ({named[0]})")
        if teller.outlets and not others.outlets:
            return _Cue(sign, _SLIGHT, f"one retells another outlet ({teller.outlets[0]})")
    return None


def _stamps(a: Document, b: Document) -> _Cue | None:
    left, right = stamp_day(a), stamp_day(b)
    if left is None or right is None:
        return None
    if left != right:
        sign = -1 if left < right else 1
        days = abs((left - right).days)
        first, last = min(left, right), max(left, right)
        return _Cue(
            sign, _STAMPS_DAYS_APART if days > 1 else _STAMPS, f"stamps ({first} before {last})"
        )
    at, other = _moment(a), _moment(b)
    if at is None or other is None or at == other:
        return None
    if (at.tzinfo is None) != (other.tzinfo is None):
        return None
    if at.tzinfo is None and not same_outlet(a, b):
        return None
    return _Cue(
        -1 if at < other else 1, _STAMPS, f"stamps ({min(at, other)} before {max(at, other)})"
    )


def stamp_day(document: Document) -> date | None:
    """The day a document's own anchor gives, where it is known to the day."""
    anchor = document.anchor
    known = anchor.precision == "day" and anchor.basis in ("stated", "url")
    return anchor.date if known else None


def as_stamped(document: Document) -> datetime:
    """The moment as the stamp writes it, its zone left aside; the last of moments where undated.

    Good enough to lay out what nothing else puts in order, and no ground for an order.
    """
    day, moment = stamp_day(document), _moment(document)
    if day is None:
        return datetime.max
    if moment is not None and moment.date() == day:
        return moment.replace(tzinfo=None)
    return datetime.combine(day, time.min)


def _moment(document: Document) -> datetime | None:
    """The clock time of the stamp, with the zone where it states one."""
    m = _CLOCK.search(document.published_at or "")
    if m is None:
        return None
    try:
        year, month, day, hour, minute, second = (int(m[k] or 0) for k in range(1, 7))
        return datetime(year, month, day, hour, minute, second, tzinfo=_zone(m[7]))
    except ValueError:
        return None


def _zone(stated: str | None) -> timezone | None:
    if stated is None:
        return None
    if stated in ("Z", "UTC", "GMT"):
        return UTC
    sign = -1 if stated[0] == "-" else 1
    hours, minutes = int(stated[1:3]), int(stated[-2:])
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def _rising_toll(a: Reading, b: Reading, matches: Sequence[Match]) -> _Cue | None:
    steps: list[tuple[int, int]] = []
    for m in matches:
        if m.likeness == 1.0:
            continue
        left, right = tolls_in(a, m.left), tolls_in(b, m.right)
        if len(left) == len(right) == 1 and left != right:
            steps.append((left[0], right[0]))
    rises = sum(1 if left < right else -1 for left, right in steps)
    if rises == 0:
        return None
    sign = -1 if rises > 0 else 1
    low, high = sorted(next(s for s in steps if (s[0] < s[1]) == (rises > 0)))
    return _Cue(sign, _RISING_TOLL, f"rising toll ({low}, then {high})")


def _rising_dead(a: int | None, b: int | None) -> _Cue | None:
    if a is None or b is None or a == b:
        return None
    return _Cue(-1 if a < b else 1, _SLIGHT, f"rising toll ({min(a, b)} dead, then {max(a, b)})")


def _addresses(a: Document, b: Document) -> _Cue | None:
    """Numbers that one outlet gives its reports in their addresses rise with time."""
    if not same_outlet(a, b):
        return None
    left, right = (_ADDRESS_NUMBER.findall(d.url or "") for d in (a, b))
    if len(left) != len(right) or not left or int(left[-1]) == int(right[-1]):
        return None
    return _Cue(-1 if int(left[-1]) < int(right[-1]) else 1, _FAINT, "numbers in their addresses")


def _said_of_itself(a: Signs, b: Signs) -> _Cue | None:
    if a.updated != b.updated:
        return _Cue(1 if a.updated else -1, _SLIGHT, "one says it was updated")
    if a.breaking != b.breaking:
        return _Cue(-1 if a.breaking else 1, _SLIGHT, "one says that more is to come")
    return None


def _later_stage(a: int, b: int) -> _Cue | None:
    if a == b or a < 0 or b < 0:
        return None
    return _Cue(-1 if a < b else 1, _FAINT, "the case has gone further in one")


def _grown(a: Reading, b: Reading, matches: Sequence[Match]) -> _Cue | None:
    left, right = len(a.sentences), len(b.sentences)
    kept = len(matches)
    if kept < 3 or abs(left - right) < 2:
        return None
    if kept >= 0.9 * min(left, right):
        return _Cue(-1 if left < right else 1, _FAINTEST, "one holds the other whole and more")
    return None
