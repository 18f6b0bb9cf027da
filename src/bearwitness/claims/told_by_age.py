"""Persons told one to a sentence, each by an age of their own: "the 47-year-old", "a boy, 15,".

Who is told without a number may be told again as "the man"; an age tells whether it is the same
one. Where nobody counts those hit or killed in an event, different ages are different persons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from bearwitness.claims.derive import sum_of
from bearwitness.model import ids
from bearwitness.model.claim import Casualty, Claim, Outcome

Age = tuple[str, str]
_AGE = re.compile(r"\b(\d{1,3})[- ](year|month|week|day)s?[- ]old\b", re.I)
_AGE_AFTER = re.compile(r",\s+(\d{1,2})(?=,|\.|\s+(?:and|was|were)\b)")
_HIT: tuple[Outcome, ...] = ("casualties", "injured")
_DEAD: tuple[Outcome, ...] = ("killed",)


def with_sums_by_age(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and for each event the sum of those told by ages of their own.

    Args:
        text: the document's.
        claims: on its counts, in the order of its text.
    """
    out = list(claims)
    for number in sorted({c.mention for c in claims if c.mention is not None}):
        own = [c for c in claims if c.mention == number and _is_whole(c.casualty)]
        dead = {_age(text, c) for c in claims if c.mention == number and _told(c, _DEAD)}
        for outcomes in (_HIT, _DEAD):
            apart = dead if outcomes == _HIT else set()
            total = _sum(text, [c for c in own if _told(c, outcomes)], outcomes, apart)
            if total is not None:
                singles = {c.claim_id for c in own if _told(c, outcomes)}
                out = [_as_part(c) if c.claim_id in singles else c for c in out]
                at = max(k for k, c in enumerate(out) if c.span.end <= total.span.end)
                out.insert(at + 1, total)
    return out


def _sum(
    text: str,
    own: Sequence[Claim],
    outcomes: tuple[Outcome, ...],
    dead: Set[Age | None],
) -> Claim | None:
    """The sum of persons of different ages, where no claim counts several.

    None where one of them may be one of the dead, whose age is not told.
    """
    if None in dead or any(c.casualty is not None and c.casualty.low != 1 for c in own):
        return None
    by_age: dict[Age, Claim] = {}
    for claim in own:
        age = _age(text, claim)
        if age is not None and age not in dead:
            by_age.setdefault(age, claim)
    parts = [(c, c.casualty) for c in by_age.values() if c.casualty is not None]
    if len(parts) < 2:
        return None
    total = sum_of([p for _, p in parts], "sum_of_parts", [c.claim_id for c, _ in parts])
    outcome = next(o for o in outcomes if any(p.outcome == o for _, p in parts))
    if dead and outcome == "casualties":
        outcome = "injured"  # beside the dead, those hit lived
    last = max((c for c, _ in parts), key=lambda c: c.span.end)
    return replace(
        last,
        claim_id=ids.claim_id(
            last.document_id, last.kind, last.span.start, last.span.end, f"sum_by_age:{outcome}"
        ),
        detail=replace(total, outcome=outcome),
    )


def _is_whole(casualty: Casualty | None) -> bool:
    return (
        casualty is not None
        and casualty.scope == "incident"
        and not casualty.subset
        and not casualty.superseded
        and casualty.statement is None
        and casualty.low is not None
    )


def _told(claim: Claim, outcomes: tuple[Outcome, ...]) -> bool:
    return claim.casualty is not None and claim.casualty.outcome in outcomes


def is_of_another_age(text: str, start: int, end: int, before: Sequence[Claim]) -> bool:
    """Whether "the 19-year-old" is none of those told before, each by an age of their own.

    Args:
        text: the document's.
        start: where the person's words begin.
        end: where they end.
        before: claims on those of the same outcome told before, one at least.
    """
    age = _age_at(text, start, end)
    known = [_age(text, c) for c in before]
    return age is not None and bool(known) and None not in known and age not in known


def _age(text: str, claim: Claim) -> Age | None:
    return _age_at(text, claim.span.start, claim.span.end)


def _age_at(text: str, start: int, end: int) -> Age | None:
    """The age that words give, or those right after them, with its unit."""
    found = _AGE.search(text, start, end)
    if found is not None:
        return found[1], found[2].lower()
    after = _AGE_AFTER.match(text, end)
    return (after[1], "year") if after is not None else None


def _as_part(claim: Claim) -> Claim:
    casualty = claim.casualty
    if casualty is None:
        return claim
    return replace(claim, detail=replace(casualty, subset=True))
