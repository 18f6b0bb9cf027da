"""Headline figures that the body tells again: the editor's shortening, and no second word.

"95 killed in raids" over "at least 95 people were killed, the monitor said" is one figure, the
monitor's. The headline's claim stays, with its own span, and rests on the body's, where that is
the more careful: it names a speaker or gives other bounds. Where both say the very same in the
report's own voice nothing sets them apart. Persons told one by one ("man and woman hurt") are no
number that could be told again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bearwitness.model.claim import RESTATES, Casualty, Claim, Derived
from bearwitness.model.span import Span

_TOLLS = ("window", "cumulative")
_A_TOLL = 10  # fewer people may as well be those of one event
_ROUNDED = 1.25  # "over 100" for 115, "nearly 100" for 96
_VAGUE_REACH = 5  # "dozens" for up to 120


def restating(claims: Sequence[Claim], title: Span | None) -> list[Claim]:
    """The claims, each figure of the title that the body tells again resting on the body's.

    Such a figure is of the scope and of the event that the body tells; it keeps its own words,
    status and attribution.

    Args:
        claims: on the counts of one document.
        title: where its title stands.
    """
    if title is None:
        return list(claims)
    body = [c for c in claims if not title.overlaps(c.span.start, c.span.end) and _may_bear(c)]
    return [_resting(c, body) if title.overlaps(c.span.start, c.span.end) else c for c in claims]


def _may_bear(claim: Claim) -> bool:
    """Whether a claim of the body gives a number of its own."""
    count = claim.casualty
    return (
        count is not None
        and count.derived is None
        and count.statement is None
        and not count.superseded
        and claim.hedge != "denied"
        and (count.low is not None or count.high is not None)
    )


def _resting(claim: Claim, body: Sequence[Claim]) -> Claim:
    count = claim.casualty
    if count is None or not _may_bear(claim):
        return claim
    like = [
        c
        for c in body
        if c.casualty is not None
        and shortens(count, c.casualty)
        and (c.attribution or (c.casualty.low, c.casualty.high) != (count.low, count.high))
    ]
    same = [c for c in like if _same_event(claim, c)]
    tolls = [c for c in like if c.casualty and c.casualty.scope in _TOLLS]
    if not same and count.scope == "incident" and (count.low or count.high or 0) >= _A_TOLL:
        same = tolls
    if not same:
        return claim
    told = max(same, key=lambda c: (_is_same_number(count, c), bool(c.attribution), -c.span.start))
    scope = told.casualty.scope if told.casualty else count.scope
    derived = Derived(RESTATES, (told.claim_id,))
    claim = replace(claim, detail=replace(count, scope=scope, derived=derived))
    if scope not in _TOLLS or count.scope in _TOLLS:
        return claim
    return replace(
        claim, when=told.when, where=told.where, by=told.by, against=told.against,
        event_type=told.event_type, weapon=told.weapon, mention=told.mention,
        background=told.background,
    )  # fmt: skip


def _same_event(claim: Claim, told: Claim) -> bool:
    a, b = claim.casualty, told.casualty
    return a is not None and b is not None and a.scope == b.scope and claim.mention == told.mention


def _is_same_number(count: Casualty, told: Claim) -> bool:
    return told.casualty is not None and count.low == told.casualty.low


def shortens(headline: Casualty, body: Casualty) -> bool:
    """Whether a headline's count says no more than the body's, of the same people.

    The number is the body's, or lies within its bounds, or is the body's rounded ("over 100" for
    115) or put into a vague word ("dozens" for 63).
    """
    if headline.low == headline.high == 1:
        return False
    if headline.outcome != body.outcome or headline.status not in ("any", body.status):
        return False
    if not set(headline.attributes) <= set(body.attributes):
        return False
    if body.subset and not (headline.subset or headline.status == body.status != "any"):
        return False
    return _is_number_of(headline, body)


def _is_number_of(headline: Casualty, body: Casualty) -> bool:
    number = body.low if body.low is not None else body.high
    if number is None:
        return False
    if headline.low is None:
        return headline.high in (body.low, body.high)
    if headline.low == number:
        return True
    if headline.qualifier == "vague":
        top = headline.high or headline.low * _VAGUE_REACH
        return headline.low <= number <= top
    if headline.qualifier in ("at_least", "more_than"):
        return headline.low <= number <= headline.low * _ROUNDED
    if headline.qualifier == "about":
        return number <= headline.low * _ROUNDED and headline.low <= number * _ROUNDED
    return body.low is not None and body.high is not None and body.low <= headline.low <= body.high
