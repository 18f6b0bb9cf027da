"""One person told hurt in one report and dead in another, or further down the same one.

"A boy was taken to hospital" and, a day later, "the boy died": the one hurt is the one dead, and
counts once. Held only of people told singly, without a number, who may be one by sex and age.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.model.register import SetAside
from bearwitness.register.evidence import Testimony

WHY = "the_one_who_died"

_COUNTED = re.compile(
    r"^(?:at\s+least\s+)?(?:one|1|another|just|only|a\s+single|an?\s+(?:second|third|fourth|fifth|"
    r"sixth|other)|the\s+(?:second|third|other))\b",
    re.I,
)
_FEMALE = re.compile(
    r"\b(?:girl|woman|female|mother|daughter|sister|wife|grandmother|aunt|niece|lady|she|her)\b",
    re.I,
)
_MALE = re.compile(
    r"\b(?:boy|man|male|father|son|brother|husband|grandfather|uncle|nephew|gentleman|he|him)\b",
    re.I,
)
_YOUNG = re.compile(
    r"\b(?:boy|girl|child|baby|infant|toddler|teen|teenager|juvenile|minor|student)\b", re.I
)
_GROWN = re.compile(r"\b(?:man|woman|adult|officer|driver|employee|father|mother|wife)\b", re.I)
_AGE = re.compile(r"\b(\d{1,3})-year-old", re.I)
_KNOWN = re.compile(r"^(?:the|he|she|his|her|him|[A-Z][\w.'’-]+(?:\s+[A-Z])?)", re.ASCII)
_DEFINITE = re.compile(
    r"^the\s+(?:\S+\s+){0,2}(?:boy|girl|child|teen|teenager|toddler|baby|victim|man|woman|juvenile)$",
    re.I,
)
_ARTICLE = re.compile(r"^(?:a|an)\b", re.I)


def without_those_who_died(
    injured: Sequence[Testimony], killed: Sequence[Testimony]
) -> tuple[list[Testimony], list[SetAside]]:
    """Part off the single injured who are told of as dead.

    Args:
        injured: counts of the injured of one incident.
        killed: its counts of the dead.

    Returns:
        The injured that stay, and those set aside.
    """
    dead = [t for t in killed if _bears(t)]
    kept: list[Testimony] = []
    aside: list[SetAside] = []
    for t in injured:
        if _is_single(t) and _died(t, dead):
            aside.append(SetAside(t.claim.claim_id, WHY))
        else:
            kept.append(t)
    return kept, aside


def _bears(t: Testimony) -> bool:
    count = t.count
    return (
        t.claim.hedge != "denied"
        and count.statement is None
        and count.scope in ("incident", "part")
        and not count.superseded
        and (count.low or 0) >= 1
    )


def _is_single(t: Testimony) -> bool:
    count = t.count
    return (
        count.low == 1
        and count.high == 1
        and not count.is_reckoned
        and not _COUNTED.match(t.claim.span.quote)
    )


def _died(t: Testimony, dead: Sequence[Testimony]) -> bool:
    here = [d for d in dead if d.claim.document_id == t.claim.document_id]
    singles = [d for d in dead if _is_single(d)]
    if not here:
        return bool(dead) and (not singles or any(_may_be_one(t, d) for d in singles))
    if any(d.claim.sentence == t.claim.sentence for d in here):
        return False
    if _DEFINITE.match(t.claim.span.quote) and len(here) == len([d for d in here if d in singles]):
        return all(_may_be_one(t, d) for d in here)
    later = [
        d
        for d in here
        if _is_single(d)
        and d.claim.span.start > t.claim.span.start
        and _KNOWN.match(d.claim.span.quote)
        and not _ARTICLE.match(d.claim.span.quote)
    ]
    return len(here) == len(later) and any(_may_be_one(t, d) for d in later)


def _may_be_one(a: Testimony, b: Testimony) -> bool:
    first, second = a.claim.span.quote, b.claim.span.quote
    ages = _AGE.search(first), _AGE.search(second)
    if ages[0] and ages[1] and ages[0].group(1) != ages[1].group(1):
        return False
    for one, other in ((_FEMALE, _MALE), (_YOUNG, _GROWN)):
        if (one.search(first) and other.search(second)) or (
            other.search(first) and one.search(second)
        ):
            return False
    return True
