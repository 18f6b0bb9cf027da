"""One meeting told twice in a report: the thinner telling folds into the fuller one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims import meeting_words as w
from bearwitness.claims.further import Page
from bearwitness.claims.party_words import HEADS, OF
from bearwitness.model.claim import Claim, Meeting

_NEAR = 700  # characters between two tellings of one meeting
_BOTH = 2
_AFTER = 25  # characters after a meeting's words that may tell that it is another
# "the informal meeting between X and Y": one that was told of.
_DEFINITE = re.compile(
    r"\bthe\s+(?:[\w-]+\s+){0,2}(?:meeting|talks|negotiations|summit)\s+between\b", re.I
)
_APART, _MAYBE, _SURE = 0, 1, 2  # how like two parties are
_COUNTRY = 6  # the precision of a place that is a country
_OF_SEVERAL = re.compile(
    r"\b(?:leaders|presidents|ministers|sides|rivals|heads|chiefs|commanders|negotiators)\b", re.I
)
_MODIFIED = re.compile(r"\s+(?:of|from|for|headed|led|representing)\b", re.I)
# What a party is to another tells of no other party: "talks with key ally Russia".
_RELATION = frozenset(
    """key close old main chief longtime ally allies partner neighbour neighbor rival foe backer
    backers a an government regime""".split()
)


def folded(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The meetings of a report but those that another tells: more fully, or once more."""
    kept = list(claims)
    for c in claims:
        others = [d for d in kept if d is not c]
        if any(_holds(page, d, c) for d in others):
            kept.remove(c)
    order = {c.claim_id: i for i, c in enumerate(claims)}
    for c in sorted(kept, key=lambda c: (_told(c), -order[c.claim_id])):
        if any(_same_again(page, d, c) for d in kept if d is not c):
            kept.remove(c)
    for c in sorted(kept, key=lambda c: (_told(c), -order[c.claim_id])):
        if any(_likely_again(page, d, c) for d in kept if d is not c):
            kept.remove(c)
    return kept


def _likely_again(page: Page, first: Claim, again: Claim) -> bool:
    """Whether a meeting is most likely told twice: no day, place, status or party parts the two.

    A doubtful second telling is left out; words that tell of another meeting keep it.
    """
    if not isinstance(first.detail, Meeting) or not isinstance(again.detail, Meeting):
        return False
    one, other = first.detail, again.detail
    if not one.participants or not other.participants or not _agree(first, again):
        return False
    if None not in (one.series, other.series) and one.series != other.series:
        return False
    planned_first = one.status == "held" and other.status == "planned"
    if planned_first and first.when.start not in (None, again.when.start):
        return False
    if one.status != other.status and not planned_first:
        return False
    less, more = sorted((one.participants, other.participants), key=len)
    ties = [_likeness(page, name, more) for name in less]
    one_day = first.when.start is not None and first.when.start == again.when.start
    if one_day and len(less) == len(more) and set(ties) == {_SURE}:
        return True
    if first.sentence == again.sentence or _is_another(page, first, again):
        return False
    if ties.count(_SURE) >= _BOTH:
        return True
    if planned_first or _APART in ties or _parted(page, less, more):
        return False
    near = abs(first.span.start - again.span.start) < _NEAR
    return _SURE in ties or (near and not _told(again))


def _is_another(page: Page, first: Claim, again: Claim) -> bool:
    """Whether words with the later of two tellings, or of the past with the first, part them."""
    before, after = sorted((first, again), key=lambda c: c.span.start)
    text = page.text
    return (
        w.IS_ANOTHER.search(text, after.sentence.start, after.span.end + _AFTER) is not None
        or w.WAS_EARLIER.search(text, before.sentence.start, before.span.end + _AFTER) is not None
    )


def _likeness(page: Page, name: str, parties: Sequence[str]) -> int:
    """How like the likest of some parties is: the same, maybe the same, or another."""
    return max(_alike(page, name, each) for each in parties)


def _alike(page: Page, name: str, other: str) -> int:
    if name == other or _tie(page, name, other) or _tie(page, other, name):
        return _SURE
    mine, theirs = _words(name), _words(other)
    states, others = _states(page, mine), _states(page, theirs)
    if states and others and not states & others:
        return _APART
    if states & others and not (_own(page, name) and _own(page, other)):
        return _SURE
    if _own(page, name) & _own(page, other):
        return _SURE
    heads = [bool(_own(page, _MODIFIED.split(each)[0])) for each in (name, other)]
    parted = _own(page, name) and _own(page, other) and heads[0] == heads[1]
    return _APART if parted else _MAYBE


def _own(page: Page, name: str) -> set[str]:
    """The words of a party that name it: no office, no state, nothing written small."""
    if name.isupper():
        return {t for t in _words(name) if t not in HEADS | OF and page.actors.state(t) is None}
    big = {t for t in re.findall(r"[\w’'-]+", name) if t[0].isupper()}
    own = {re.sub(r"[’']s?$", "", t).lower() for t in big}
    return {t for t in own if t not in HEADS and page.actors.state(t) is None} - {"the", "a", "an"}


def _parted(page: Page, less: Sequence[str], more: Sequence[str]) -> bool:
    """Whether one of the fuller list is of no side that the shorter one tells."""
    return any(_likeness(page, name, less) == _APART for name in more)


def _holds(page: Page, full: Claim, thin: Claim) -> bool:
    """Whether another record is the fuller telling of one."""
    return (
        _tells_more(page, full, thin)
        or _unravels(page, full, thin)
        or _of_states(page, full, thin)
        or _nameless_again(page, full, thin)
        or _came_about(full, thin)
        or _is_rival(page, full, thin)
    )


def _is_rival(page: Page, full: Claim, thin: Claim) -> bool:
    """Whether one told without place and day may well be another that has them.

    Unless words tell that it is another meeting: "he also met", "earlier".
    """
    if not isinstance(full.detail, Meeting) or not isinstance(thin.detail, Meeting):
        return False
    if full.detail.status != thin.detail.status or _told(thin) or not _told(full):
        return False
    a, b = thin.sentence.start, thin.span.end
    if not thin.detail.participants or w.ANOTHER.search(page.text, a, b + _AFTER) is not None:
        return False
    shared = any(_best_tie(page, n, full.detail.participants) for n in thin.detail.participants)
    return shared or _DEFINITE.search(page.text, a, b) is not None


def _of_states(page: Page, full: Claim, thin: Claim) -> bool:
    """Whether `thin` tells by the names of states alone what `full` tells by who spoke for them."""
    if not isinstance(full.detail, Meeting) or not isinstance(thin.detail, Meeting):
        return False
    names, whole = thin.detail.participants, full.detail.participants
    if full.detail.status != thin.detail.status or len(names) < _BOTH or not _agree(full, thin):
        return False
    states = [_state_of(page, name) for name in names]
    if None in states or any(_state_of(page, name) is not None for name in whole):
        return False
    theirs = [_states(page, _words(name)) for name in whole]
    return all(
        any(state in each for each in theirs) or set() in theirs for state in states
    ) and any(state in each for each in theirs for state in states)


def _state_of(page: Page, name: str) -> str | None:
    """The state that a bare name stands for: "Thailand", "Bangkok"; None where it names more."""
    if page.actors.names_state(name) and (entry := page.actors.state(name)) is not None:
        return entry.actor_id
    return entry.actor_id if (entry := page.actors.capital(name)) is not None else None


def _told(claim: Claim) -> int:
    """How many of a meeting's place and day are told."""
    return (claim.where is not None) + (claim.when.start is not None)


def _unravels(page: Page, full: Claim, thin: Claim) -> bool:
    """Whether `thin` tells by kinds alone what `full`, just beside it, tells by who they were."""
    if not isinstance(full.detail, Meeting) or not isinstance(thin.detail, Meeting):
        return False
    names, whole = thin.detail.participants, full.detail.participants
    apart = abs(full.span.start - thin.span.start) > _NEAR
    if apart or not names or len(whole) < _BOTH or full.detail.status != thin.detail.status:
        return False
    if not _agree(full, thin) or any(_by_kind(name) for name in whole):
        return False
    if len(names) == 1 and len(whole) == _BOTH and _OF_SEVERAL.search(names[0]) is not None:
        mine = _states(page, _words(names[0]))
        theirs = set[str]().union(*(_states(page, _words(each)) for each in whole))
        return not mine or bool(mine & theirs)
    return thin.where is None and thin.when.start is None and all(_by_kind(name) for name in names)


def _same_again(page: Page, first: Claim, again: Claim) -> bool:
    """Whether a meeting is told again with nothing that parts it from the first telling."""
    if not isinstance(first.detail, Meeting) or not isinstance(again.detail, Meeting):
        return False
    one, other = first.detail, again.detail
    if one.status != other.status or not other.participants or not _agree(first, again):
        return False
    if other.series != one.series:
        return False
    if len(one.participants) != len(other.participants):
        bare = first.where is None and again.where is None and again.when.start is None
        tied = [n for n in other.participants if _best_tie(page, n, one.participants)]
        return bare and len(tied) >= _BOTH
    return all(
        name in one.participants
        or _best_tie(page, name, one.participants)
        or _best_tie_back(page, name, one.participants)
        for name in other.participants
    )


def _nameless_again(page: Page, full: Claim, thin: Claim) -> bool:
    """Whether talks told without those who met are others' of that day, or that place."""
    if not isinstance(full.detail, Meeting) or not isinstance(thin.detail, Meeting):
        return False
    if thin.detail.participants:
        return False
    if _is_the_same(page, full, thin):
        return True
    if not _agree(full, thin):
        return False
    if not full.detail.participants:
        told = full.where is not None and full.where == thin.where
        day = full.when.start is not None and full.when.start == thin.when.start
        return told and day and full.span.start < thin.span.start
    if full.detail.status != thin.detail.status or full.detail.series != thin.detail.series:
        return False
    one_day = thin.when.start is not None and thin.when.start == full.when.start
    return one_day or (thin.where is not None and thin.where == full.where)


def _is_the_same(page: Page, full: Claim, thin: Claim) -> bool:
    """Whether "the talks", told just after a meeting and with no other day, are that meeting."""
    if not isinstance(full.detail, Meeting) or not isinstance(thin.detail, Meeting):
        return False
    days = full.when.start, thin.when.start
    near = 0 < thin.span.start - full.span.end < _NEAR
    if not near or thin.detail.status != full.detail.status or thin.detail.series is not None:
        return False
    if not full.detail.participants or (None not in days and days[0] != days[1]):
        return False
    lead = page.text[thin.sentence.start : thin.span.start]
    return w.DEFINITE.search(lead) is not None and not _is_another(page, full, thin)


def _came_about(held: Claim, planned: Claim) -> bool:
    """Whether what somebody set out for is told just after as held: "the two met"."""
    if not isinstance(held.detail, Meeting) or not isinstance(planned.detail, Meeting):
        return False
    if (planned.detail.status, held.detail.status) != ("planned", "held"):
        return False
    after = 0 < held.span.start - planned.span.start < _NEAR
    return after and not held.detail.participants and _agree(held, planned)


def _best_tie_back(page: Page, full: str, parties: Sequence[str]) -> bool:
    return any(_tie(page, one, full) for one in parties)


def _agree(first: Claim, second: Claim) -> bool:
    """Whether no place and no day parts two tellings."""
    here, there = first.where, second.where
    if here is not None and there is not None and here != there:
        within = here.country == there.country and _COUNTRY in (here.precision, there.precision)
        if not within:
            return False
    days = first.when.start, second.when.start
    return None in days or days[0] == days[1]


def _by_kind(name: str) -> bool:
    """Whether a party is told by its kind alone: "the rebels", "the government"."""
    return name.islower()


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
    if (thin.isupper() and thin == _initials(full)) or (full.isupper() and full == _initials(thin)):
        return True
    left = {each for each in head if page.actors.state(each) is None}
    if not left - _RELATION <= whole:
        return None
    named = (left & whole) - HEADS
    return bool(mine & theirs) or bool(named)


def _initials(name: str) -> str:
    """The acronym that a body's name makes: "BRN"."""
    return "".join(each[0] for each in re.findall(r"[^\W_][\w’']*", name) if each[0].isupper())


def _words(name: str) -> set[str]:
    whole = {re.sub(r"[’']s?$", "", each).lower() for each in re.findall(r"[\w’'-]+", name)}
    return whole | {part for each in whole for part in each.split("-")[1:]} - {"the"}


def _states(page: Page, names: set[str]) -> set[str]:
    return {entry.actor_id for each in names if (entry := page.actors.state(each)) is not None}
