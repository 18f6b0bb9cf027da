"""Counts that cannot both be right.

A count tells at least what it says: one person told of is no count of all, "the other three" stand
beside others, and children or civilians are some of the people. A toll given earlier may have
risen since, and what was added up here is nobody's word. What is left, of the same people and with
bounds that do not meet, is a contradiction.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import product

from bearwitness.register.bodies import are_bodies
from bearwitness.register.chosen import Chosen
from bearwitness.register.evidence import Testimony
from bearwitness.register.figures import Voice
from bearwitness.register.selecting import NARROW, beside_others

_GROWTH = 2  # a toll that rises to more than this many times itself was not the same count
_ROUND = 0.15  # what "about" and "nearly" leave open
_ADDED_UP = frozenset(
    ("sum_of_parts", "sum_of_additional", "sum_of_statuses", "sum_of_camps", "share_of_total")
)
_GRAVELY = re.compile(r"\b(?:critical|serious|grave)(?:ly)?\b", re.I)  # some of the hurt
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|the)\b", re.I)
_REST = re.compile(r"\b(?:the|all|both)\s+other\s+$", re.I)
_SEEN = re.compile(r"\b(?:saw|counted)\s+(?:(?:at\s+least|about|around|some)\s+)?$", re.I)
_COUNTED_ONE = re.compile(r"^(?:(?:at\s+least|only|just)\s+)?(?:one|1|a\s+single)\b", re.I)


_WORDS_AFTER = re.compile(r"(?:\s+[\w'’-]+){1,5}")
_ENDS = frozenset(
    """and or who which that were was are is been have has had be being in on at by from with to of
    after when during as for while killed dead died wounded injured hurt shot slain near where said
    also it he she they this last early late reported including among later others""".split()
)
_PEOPLE = frozenset(
    """people persons person civilians civilian victims dead deaths fatalities bodies casualties
    lives men women children individuals residents others more soldiers troops fighters militants
    members rebels terrorists policemen police officers""".split()
)


def voices_clash(a: Voice, b: Voice) -> bool:
    """Whether no current count of one source can be right beside one of the other.

    Or whether one report lays two of them side by side that cannot.
    """
    pairs = list(product(_first_told(a.chosen), _first_told(b.chosen)))
    clashing = [pair for pair in pairs if counts_clash(*pair)]
    return bool(pairs) and (
        len(clashing) == len(pairs)
        or any(x.lead.claim.document_id == y.lead.claim.document_id for x, y in clashing)
    )


def _first_told(chosen: Sequence[Chosen]) -> list[Chosen]:
    """The counts without those that a later copy of their dispatch only repeats.

    A copy printed the next day is no later count: beside another source's it would pass for a
    toll that has risen.
    """

    def is_repeated(one: Chosen) -> bool:
        return any(
            (other.lead.dispatch, other.low, other.high) == (one.lead.dispatch, one.low, one.high)
            and other.lead.day is not None
            and one.lead.day is not None
            and other.lead.day < one.lead.day
            for other in chosen
        )

    return [one for one in chosen if not is_repeated(one)]


def counts_clash(a: Chosen, b: Chosen) -> bool:
    """Whether two counts of one outcome cannot both be right."""
    if not _may_be_laid_beside(a, b) or {a.rule, b.rule} & _ADDED_UP:
        return False
    few, many = sorted((a, b), key=lambda c: (_bounds(c)[0], _bounds(c)[1]))
    high, low = _bounds(few)[1], _bounds(many)[0]
    if high >= low or _is_part_of(few, many):
        return False
    return not _has_grown(few, many, high, low)


def of_other_people(a: Chosen, b: Chosen) -> bool:
    """Whether two counts are of people of different kinds: civilians and fighters, two sides."""
    kinds = _status(a), _status(b)
    if set(kinds) == {"civilian", "combatant"}:
        return True
    callings = {calling(a.lead), calling(b.lead)}
    if None not in callings and len(callings) > 1:
        return True
    sides = a.lead.count.side, b.lead.count.side
    return kinds == ("combatant", "combatant") and None not in sides and sides[0] != sides[1]


def _may_be_laid_beside(a: Chosen, b: Chosen) -> bool:
    if of_other_people(a, b):
        return False
    one, other = a.lead.claim, b.lead.claim
    # Within one text a report's own smaller number is a part of what it quotes.
    return one.document_id != other.document_id or bool(one.attribution and other.attribution)


def _status(chosen: Chosen) -> str:
    kinds = {t.count.status for t in chosen.testimonies}
    return kinds.pop() if len(kinds) == 1 else "any"


def _is_part_of(few: Chosen, many: Chosen) -> bool:
    """Whether the lower count is of one kind or calling only, and the higher one of more."""
    if _status(few) in ("civilian", "combatant") and _status(many) not in ("civilian", "combatant"):
        return True
    return calling(few.lead) is not None and calling(few.lead) != calling(many.lead)


def calling(t: Testimony) -> str | None:
    """What the people counted are called ("jesuits", "peasants"), None where just people."""
    at = t.claim.span.end - t.claim.sentence.start
    told = _WORDS_AFTER.match(t.claim.sentence.quote[max(0, at) :])
    named: list[str] = []
    for word in told.group().lower().split() if told else ():
        if word in _ENDS:
            break
        named.append(word)
    return None if not named or _PEOPLE & set(named) else named[-1]


def _bounds(chosen: Chosen) -> tuple[float, float]:
    lead = chosen.lead
    low = float(chosen.low or 0)
    high = math.inf if chosen.high is None else float(chosen.high)
    if is_some(lead):
        return low, math.inf
    if lead.count.qualifier == "about":
        return math.floor(low * (1 - _ROUND)), math.ceil(high * (1 + _ROUND))
    return low, high


def is_some(t: Testimony) -> bool:
    """Whether a count tells of some only: a person, a kind of victim, those beside others."""
    count = t.count
    single = count.low == count.high == 1 and not _COUNTED_ONE.match(t.claim.span.quote)
    at = t.claim.span.start - t.claim.sentence.start
    quote = t.claim.sentence.quote
    after = quote[max(0, at) + len(t.claim.span.quote) :]
    before = quote[: max(0, at)]
    rest = _REST.search(before) or _OF_THEM.match(after) or _SEEN.search(before)
    narrow = NARROW & set(count.attributes)
    return single or bool(narrow or rest) or are_bodies(t) or beside_others(t)


def _has_grown(few: Chosen, many: Chosen, high: float, low: float) -> bool:
    """Whether the lower count was given before the higher one, which is of its size."""
    first, later = few.lead.day, many.lead.day
    if few.lead.dispatch == many.lead.dispatch:
        earlier = few.lead.take < many.lead.take
    else:
        # A page without a day may have been printed at any time.
        earlier = first is None or later is None or first < later
    return earlier and low <= _GROWTH * high


def against_headline(told: Sequence[Testimony]) -> list[Testimony]:
    """The headline's count and those of its body that speak against it; empty where none does.

    Args:
        told: the counts of one outcome of one document.
    """
    head = [t for t in told if t.headline and _is_exact_whole(t) and not is_some(t)]
    body = [t for t in told if not t.headline and not t.count.is_reckoned and _is_whole(t)]
    titled = [t for t in told if t.headline and not t.count.is_reckoned]
    if len(head) != 1 or len(titled) != 1 or head[0].count.restates:
        return []
    if _GRAVELY.search(head[0].claim.sentence.quote):
        return []
    number = head[0].count.low or 0
    if any((t.count.low or 0) <= number <= (t.count.high or number) for t in body):
        return []
    counted = [t for t in body if _is_exact_whole(t) and not is_some(t)]
    more = [t for t in counted if (t.count.low or 0) > number]
    alone = counted if len(counted) == len(body) == 1 else []
    return [*head, *(more or alone)] if more or alone else []


def _is_whole(t: Testimony) -> bool:
    count = t.count
    return (
        count.low is not None
        and count.status == "any"
        and count.scope == "incident"
        and not count.subset
        and not count.superseded
        and count.qualifier != "vague"
    )


def _is_exact_whole(t: Testimony) -> bool:
    count = t.count
    exact = count.low == count.high and count.qualifier == "exactly" and not count.is_reckoned
    return _is_whole(t) and exact
