"""Counts that another report tells to have been an earlier toll.

"The toll has risen to 80", "the initial toll was 63": whoever gives 63 and no later day gives what
has been outgrown, whatever outlet prints it and whether or not its page is dated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bearwitness.model.register import SetAside
from bearwitness.register.chosen import Chosen
from bearwitness.register.evidence import Testimony

_MOST = 2  # a toll that rises to more than this many times itself was of fewer people, or places
_TOLL = r"(?:toll|number\s+of\s+(?:dead|deaths|fatalities|victims|those\s+killed|people\s+killed))"
_RISEN = re.compile(
    rf"\b{_TOLL}\b[^.;:]{{0,120}}?\b(?:r[io]se[ns]?|rising|climb(?:s|ed|ing)|jump(?:s|ed)|increased?|"
    r"increases|gone\s+up|went\s+up|grown|grew|mounted|soared)\s+(?:\w+\s+){0,2}?to\s+"
    r"(?:(?:at\s+least|more\s+than|over|about|nearly|around|some)\s+)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Growth:
    """What a report tells of a toll: it stands at `now`, and stood lower before.

    Attributes:
        document: id of the report.
        day: the day it speaks from, None where unknown.
        before: the earlier count; None where the report says only that the toll rose.
        now: the present one.
    """

    document: str
    day: date | None
    before: int | None
    now: int


def without_outgrown(
    chosen: Sequence[Chosen], told: Iterable[Testimony]
) -> tuple[list[Chosen], list[SetAside]]:
    """Set aside counts that another report tells to be an earlier state of the toll.

    Args:
        chosen: what each report says for each source.
        told: every count of the outcome, those that their own text calls earlier included.
    """
    growths = list(_growths(chosen, told))
    old = [one for one in chosen if any(_is_outgrown(one, growth) for growth in growths)]
    if not old or len(old) == len(chosen):
        return list(chosen), []
    return [one for one in chosen if one not in old], [
        SetAside(t.claim.claim_id, "outgrown") for one in old for t in one.testimonies
    ]


def _growths(chosen: Sequence[Chosen], told: Iterable[Testimony]) -> Iterable[_Growth]:
    now: dict[str, Chosen] = {}
    for one in chosen:
        document = one.lead.claim.document_id
        if one.low is not None and (document not in now or one.low > (now[document].low or 0)):
            now[document] = one
        if one.low is not None and any(_is_risen(t) for t in one.testimonies):
            yield _Growth(document, one.lead.day, None, one.low)
    for t in told:
        present = now.get(t.claim.document_id)
        if not t.count.superseded or t.count.low is None or present is None:
            continue
        if present.low is not None and present.low != t.count.low:
            yield _Growth(t.claim.document_id, t.day, t.count.low, present.low)


def _is_risen(t: Testimony) -> bool:
    """Whether a count is told as what a toll has risen to."""
    at = t.claim.span.start - t.claim.sentence.start
    return bool(_RISEN.search(t.claim.sentence.quote, 0, max(0, at)))


def _is_outgrown(one: Chosen, growth: _Growth) -> bool:
    lead = one.lead
    if one.low is None or lead.claim.document_id == growth.document:
        return False
    if lead.day is not None and growth.day is not None and lead.day > growth.day:
        return False
    if growth.before is not None:
        return one.low == growth.before
    # "More than 63" does not gainsay that the toll is 80 now.
    return one.high is not None and one.high < growth.now <= _MOST * one.low
