"""What two tellings of violence have in common, or not: their days, their countries, their dead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.event_mention import EventMention
from bearwitness.claims.event_places import may_be_one
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.when import EventTime, is_fictive_day
from bearwitness.model.claim import When

_TELLING_TOLL = 8  # from which a number told twice is one toll
_FAR_ABOVE = 2  # times the toll of the event beside
_LONG_BEFORE = timedelta(days=60)


def in_another_country(place: PlaceMention | None, known: PlaceMention | None) -> bool:
    """Whether a sentence puts what it tells in another country than the one known."""
    if place is None or known is None or place.role != "in_phrase":
        return False
    return not may_be_one(place.where.country, known.where.country)


def tolls(counts: Sequence[CountReading]) -> list[tuple[str, int | None, int | None]]:
    """The numbers of dead and hurt of a sentence, those that a text would not give by chance."""
    return [
        (c.casualty.outcome, c.casualty.low, c.casualty.high)
        for c in counts
        if c.casualty.qualifier != "vague" and (c.casualty.low or 0) >= _TELLING_TOLL
    ]


def numbered(counts: Sequence[CountReading]) -> set[tuple[str, int]]:
    """Outcomes and numbers of the people whom a sentence counts."""
    return {
        (c.casualty.outcome, c.casualty.low)
        for c in counts
        if c.casualty.low is not None and c.casualty.outcome in ("killed", "injured")
    }


def is_far_above(
    own: set[tuple[str, int]], beside: set[tuple[str, int]], main: set[tuple[str, int]]
) -> bool:
    """Whether a toll of the dead is the main event's, being far above that of the one beside it.

    Args:
        own: outcomes and numbers of the sentence that names no place.
        beside: those of the event told last.
        main: those of the main event.
    """
    numbers = [{n for o, n in told if o == "killed"} for told in (own, beside, main)]
    if beside == main or not all(numbers):
        return False
    toll, small, great = numbers
    return max(small) < min(great) <= max(toll) and max(toll) > _FAR_ABOVE * max(small)


def is_coarse(when: When) -> bool:
    """Whether the words tell a month or a year alone."""
    return when.basis == "stated" and when.precision in ("month", "year")


def is_long_before(when: When, event: EventTime | None) -> bool:
    """Whether a day lies months before an event's, or a month told alone ended before it."""
    start = event.when.start if event else None
    if when.end is None or start is None:
        return False
    ended = when.precision == "month" and when.end < start
    return ended or start - when.end > _LONG_BEFORE


def _cannot_be_compared(a: When, b: When) -> bool:
    """Whether nothing tells how a date ("Sept. 24") lies to a day's name, for want of a year."""
    dates = [any(c.isdigit() for c in when.text or "") for when in (a, b)]
    return is_fictive_day(a) and is_fictive_day(b) and dates[0] != dates[1]


def same_days(a: When, b: When) -> bool:
    """Whether two intervals of days overlap, a day's slack allowed for nights."""
    if a.start is None or b.start is None or _cannot_be_compared(a, b):
        return True
    a_end, b_end = a.end or a.start, b.end or b.start
    slack = timedelta(days=0)
    return a.start - slack <= b_end and b.start - slack <= a_end


def is_of_another_day(mention: EventMention, time: EventTime) -> bool:
    """Whether a side event, placed and of the day told before it, is not of the day given."""
    return (
        mention.number > 0
        and mention.explicit_place
        and mention.time is not None
        and mention.time.when.basis == "inherited"
        and not same_days(mention.time.when, time.when)
    )


def is_of_days(mention: EventMention, time: EventTime) -> bool:
    """Whether an event is told, by words of its own, of the days given."""
    known = mention.time if mention.explicit_time else None
    return known is not None and known.when.start is not None and same_days(known.when, time.when)
