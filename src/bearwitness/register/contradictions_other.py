"""Contradictions among claims on meetings and on the control of places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

from bearwitness.model import ids
from bearwitness.model.claim import Claim, Control, Meeting
from bearwitness.model.register import Contradiction, Side
from bearwitness.register.records import days_apart, parties
from bearwitness.register.roots import Roots

Between = Literal["text", "versions", "sources"]
_MOST = 200  # claims on one place compared in pairs
_YEARS = 2  # how far apart two years may lie and still be one meeting misdated
_PART_OF_YEAR = 150  # days
_GENERIC = frozenset(
    """states countries sides parties rounds participants journalists thousands of other odd warring
    nations governments""".split()
)


def of_other_kinds(claims: Iterable[Claim], roots: Roots) -> list[Contradiction]:
    """All contradictions of these kinds, sorted by id."""
    held = sorted(claims, key=lambda c: (c.document_id, c.span.start, c.claim_id))
    found = [*_meetings(held, roots), *_control(held, roots)]
    return sorted({c.contradiction_id: c for c in found}.values(), key=lambda c: c.contradiction_id)


def _made(kind: Literal["date", "control"], between: Between, a: Claim, b: Claim) -> Contradiction:
    sides = tuple(
        Side(c.document_id, c.span.start, c.span.end, c.span.quote, c.claim_id)
        for c in sorted((a, b), key=lambda c: c.claim_id)
    )
    name = ids.contradiction_id(kind, a.claim_id, b.claim_id)
    return Contradiction(name, kind, between, sides)


# ---- meetings


def _meetings(claims: Sequence[Claim], roots: Roots) -> list[Contradiction]:
    """A gathering given two dates, within one text or between versions of one dispatch."""
    of_dispatch: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.detail, Meeting) and claim.when.start is not None:
            of_dispatch.setdefault(roots.dispatch(claim.document_id), []).append(claim)
    out: list[Contradiction] = []
    for dispatch in sorted(of_dispatch):
        for a, b in combinations(of_dispatch[dispatch], 2):
            if not days_apart(a, b):
                continue
            if a.document_id == b.document_id:
                if _year_slip(a, b):
                    out.append(_made("date", "text", a, b))
            elif _same_words(a, b):
                out.append(_made("date", "versions", a, b))
    return out


def _year_slip(a: Claim, b: Claim) -> bool:
    """One past gathering of no named parties, in one part of the year but in two years.

    "Talks were held in Geneva in early 2013" and "the conference held in January this year"
    (2014) are told as one background; a person must say which year is meant.
    """
    if not (_past_gathering(a) and _past_gathering(b)):
        return False
    if a.where is not None and b.where is not None and a.where.place_id != b.where.place_id:
        return False
    start_a, start_b = a.when.start, b.when.start
    if start_a is None or start_b is None:
        return False
    end_a, end_b = a.when.end or start_a, b.when.end or start_b
    if max((end_a - start_a).days, (end_b - start_b).days) > _PART_OF_YEAR:
        return False
    apart = abs(start_a.year - start_b.year)
    months_a = range(start_a.month, end_a.month + 1)
    months_b = range(start_b.month, end_b.month + 1)
    meet = bool(set(months_a) & set(months_b))
    return 1 <= apart <= _YEARS and meet


def _past_gathering(claim: Claim) -> bool:
    detail = claim.detail
    return (
        isinstance(detail, Meeting)
        and detail.status == "held"
        and not {w for w in parties(claim) if w not in _GENERIC}
    )


def _same_words(a: Claim, b: Claim) -> bool:
    """Two versions' claims on the same parties at the same place."""
    if a.where is None or b.where is None or a.where.place_id != b.where.place_id:
        return False
    left, right = parties(a), parties(b)
    return bool(left) and left == right


# ---- control


def _control(claims: Sequence[Claim], roots: Roots) -> list[Contradiction]:
    """A place held by two at once on different words, or taken and denied to be."""
    of_place: dict[int, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.detail, Control) and claim.where and claim.where.place_id is not None:
            of_place.setdefault(claim.where.place_id, []).append(claim)
    out: list[Contradiction] = []
    for place in sorted(of_place):
        for a, b in combinations(of_place[place][:_MOST], 2):
            if _cannot_both(a, b):
                out.append(_made("control", _between(a, b, roots), a, b))
    return out


def _cannot_both(a: Claim, b: Claim) -> bool:
    if not isinstance(a.detail, Control) or not isinstance(b.detail, Control):
        return False
    by_a = a.by.actor_id if a.by else None
    by_b = b.by.actor_id if b.by else None
    days = ("day", "days", "moment")
    same_day = (
        a.when.start is not None
        and b.when.start is not None
        and not days_apart(a, b)
        and a.when.precision in days
        and b.when.precision in days
    )
    if by_a is None or by_b is None or not same_day:
        return False
    if by_a == by_b:
        return (a.hedge == "denied") != (b.hedge == "denied") and a.detail == b.detail
    if "denied" in (a.hedge, b.hedge) or _speakers(a) == _speakers(b):
        return False
    return a.detail.state in ("taken", "held") and b.detail.state in ("taken", "held")


def _speakers(claim: Claim) -> tuple[str, tuple[str, ...]]:
    return claim.document_id, tuple(s.name for s in claim.attribution)


def _between(a: Claim, b: Claim, roots: Roots) -> Between:
    if a.document_id == b.document_id:
        return "text"
    same = roots.dispatch(a.document_id) == roots.dispatch(b.document_id)
    return "versions" if same else "sources"
