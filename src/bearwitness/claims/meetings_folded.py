"""One meeting told twice in a report: the thinner telling folds into the fuller one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims.further import Page
from bearwitness.claims.party_phrases import HEADS
from bearwitness.model.claim import Claim, Meeting

_MODIFIED = re.compile(r"\s+(?:of|from|for|headed|led|representing)\b", re.I)
# What a party is to another tells of no other party: "talks with key ally Russia".
_RELATION = frozenset(
    """key close old main chief longtime ally allies partner neighbour neighbor rival foe backer
    backers a an government regime""".split()
)


def folded(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The meetings of a report but those that another tells with its parties and a place."""
    return [c for c in claims if not any(_tells_more(page, d, c) for d in claims if d is not c)]


def _tells_more(page: Page, full: Claim, thin: Claim) -> bool:
    """Whether `full` tells the meeting of `thin`, and where it was held besides."""
    if not isinstance(full.detail, Meeting) or not isinstance(thin.detail, Meeting):
        return False
    if thin.where is not None or full.where is None or full.detail.status != thin.detail.status:
        return False
    if thin.when.start is not None and thin.when.start != full.when.start:
        return False
    if not thin.detail.participants or thin.detail.series is not None:
        return False
    ties = [_best_tie(page, one, full.detail.participants) for one in thin.detail.participants]
    return all(tie is not None for tie in ties) and any(ties)


def _best_tie(page: Page, thin: str, parties: Sequence[str]) -> bool | None:
    ties = [tie for one in parties if (tie := _tie(page, thin, one)) is not None]
    return max(ties) if ties else None


def _tie(page: Page, thin: str, full: str) -> bool | None:
    """Whether a party may be another told with fewer words: surely, by office alone, or not."""
    head, whole = _words(_MODIFIED.split(thin)[0]), _words(full)
    mine, theirs = _states(page, head), _states(page, whole)
    if mine and theirs and not mine & theirs:
        return None
    left = {each for each in head if page.actors.state(each) is None}
    if not left - _RELATION <= whole:
        return None
    named = (left & whole) - HEADS
    return bool(mine & theirs) or bool(named)


def _words(name: str) -> set[str]:
    return {re.sub(r"[’']s?$", "", each).lower() for each in re.findall(r"[\w’'-]+", name)} - {
        "the"
    }


def _states(page: Page, names: set[str]) -> set[str]:
    return {entry.actor_id for each in names if (entry := page.actors.state(each)) is not None}
