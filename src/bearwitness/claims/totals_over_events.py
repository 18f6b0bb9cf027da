"""Totals that a report's opening gives of several events told one by one below it.

"Twenty-six died in clashes this week", then eleven in one town, four and eleven in two others: the
total belongs to none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.event_mention import EventMention
from bearwitness.claims.event_signs import same_days
from bearwitness.claims.events import Story
from bearwitness.model.claim import Outcome

_ATTACKS = re.compile(
    r"\b(?:attacks|bombings|strikes|air-?strikes|raids|explosions|blasts|shootings|clashes|ambushes|"
    r"bombs|incidents)\b",
    re.I,
)
_LEAD = 3  # body sentences that open a report
_CITY = 4
_MOST = 5  # events that a total is sought over


def totals_over_events(
    counts: Mapping[int, Sequence[CountReading]],
    story: Story,
    told: Mapping[int, EventMention],
) -> dict[int, list[CountReading]]:
    """The sentences whose counts are totals over several events, with those counts widened.

    Args:
        counts: of the document, by sentence.
        story: its events.
        told: the event that each sentence speaks of.
    """
    headline = story.headline
    if len(story.mentions) < 2:
        return {}
    lead = len(headline) + _LEAD
    totals = {
        (c.casualty.outcome, c.casualty.low)
        for i in counts
        if i < lead and i in told
        for c in counts[i]
        if (
            _may_be_of_several(i, story)
            and _is_total(c, i, counts, story, _of_the_day(i, story, told))
        )
        or _is_parted_below(c, i, counts, story)
    }
    over_both = _told_over_both(counts, story, told)
    widened = {
        i: _all_widened(counts[i]) if i in over_both else _widened(counts[i], totals)
        for i in told
        if i in counts
    }
    return {i: own for i, own in widened.items() if own != list(counts[i])}


def lists_of_one_event(
    counts: Mapping[int, Sequence[CountReading]],
    story: Story,
    told: Mapping[int, EventMention],
) -> dict[int, list[CountReading]]:
    """The sentences whose lists count the dead of two events, with the lists taken apart.

    "Three died in X and one in Y": neither is a part of the other's number.
    """
    out: dict[int, list[CountReading]] = {}
    for i in story.parted & counts.keys() & told.keys():
        events: dict[int, set[int]] = {}
        for c in counts[i]:
            event = story.event_at(i, c.start, told[i])
            if c.list_id is not None and c.parent is None and event is not None:
                events.setdefault(c.list_id, set()).add(event.number)
        mixed = {number for number, of in events.items() if len(of) > 1}
        if mixed:
            out[i] = [
                replace(c, list_id=None, casualty=replace(c.casualty, subset=False))
                if c.list_id in mixed and c.parent is None
                else c
                for c in counts[i]
            ]
    return out


# "…died in separate clashes": more events than one, whatever each of them adds.
_SEPARATE = re.compile(
    r"\b(?:separate|different|unrelated)\s+(?:[\w-]+\s+){0,2}?(?:attacks|bombings|strikes|air-?strikes|"
    r"raids|explosions|blasts|shootings|clashes|ambushes|encounters|incidents|operations|gun-?fights|"
    r"gun\s?battles|fire-?fights)\b",
    re.I,
)


# "…in the latest raids and explosions": as many, where those told below come to no more.
_LATEST = re.compile(
    r"\b(?:(?:the|a)\s+(?:latest|series|wave|string|spate)\s+(?:of\s+)?(?:[\w-]+\s+){0,3}?"
    r"|two\s+(?:[\w-]+\s+)?|twin\s+|three\s+(?:[\w-]+\s+)?)"
    r"(?:attacks|raids|explosions|blasts|strikes|air-?strikes|clashes|bombings|ambushes|encounters|"
    r"shootings|gun-?fights|incidents)\b",
    re.I,
)


def _told_over_both(
    counts: Mapping[int, Sequence[CountReading]], story: Story, told: Mapping[int, EventMention]
) -> set[int]:
    """Sentences that count over several events.

    The opening's "in separate clashes", where the clashes are told below it with their own dead;
    and what goes on, without a town, after a sentence that gave two towns each its own dead.
    """
    out: set[int] = set()
    lead = len(story.headline) + _LEAD
    after_two_towns = False
    for sentence in story.sentences:
        i = sentence.index
        if i in story.parted and not _recalls(i, story):
            after_two_towns = True
        elif i in told and (_names_a_town(i, story) or _is_dated(i, story)):
            after_two_towns = False
        elif after_two_towns and i in counts and i in told:
            out.add(i)
        if i < lead and i in told and i in counts and _is_over_separate(i, counts, story, told):
            out.add(i)
    return out


def _recalls(index: int, story: Story) -> bool:
    """Whether a sentence of several events only recalls one of them."""
    sentence = story.sentences[index]
    return any(
        (m := story.event_at(index, at, None)) is not None and m.background
        for at in range(sentence.start, sentence.end)
    )


def _names_a_town(index: int, story: Story) -> bool:
    """Whether a sentence puts something in a town."""
    return any(
        p.role == "in_phrase" and p.specificity >= _CITY for p in story.places_in.get(index, ())
    )


def _is_dated(index: int, story: Story) -> bool:
    return any(d.role == "event" for d in story.timeline.dates.get(index, ()))


def _is_over_separate(
    index: int,
    counts: Mapping[int, Sequence[CountReading]],
    story: Story,
    told: Mapping[int, EventMention],
) -> bool:
    """Whether the opening speaks of separate attacks, two of which are told with their dead."""
    sentence = story.sentences[index]
    if story.spots.towns_of(index) or index in story.parted:
        return False
    below: dict[int, int] = {}
    for i, m in told.items():
        if i <= index or m.background or i in story.headline:
            continue
        for c in counts.get(i, ()):
            event = story.event_at(i, c.start, m) or m
            own = c.casualty.low or 0
            if c.casualty.outcome in ("killed", "injured"):
                below[event.number] = max(own, below.get(event.number, 0))
    several = sum(n > 0 for n in below.values()) > 1
    if _SEPARATE.search(story.text, sentence.start, sentence.end):
        return several
    most = max((c.casualty.low or 0 for c in counts[index]), default=0)
    held = most >= sum(below.values()) and most > max(below.values(), default=0)
    return several and held and bool(_LATEST.search(story.text, sentence.start, sentence.end))


def _all_widened(counts: Sequence[CountReading]) -> list[CountReading]:
    return [
        replace(c, casualty=replace(c.casualty, scope="window"))
        if c.casualty.scope == "incident"
        else c
        for c in counts
    ]


def _may_be_of_several(index: int, story: Story) -> bool:
    """Whether a sentence names no one town, or speaks of several attacks."""
    sentence = story.sentences[index]
    return (
        len(story.spots.towns_of(index)) != 1
        or index in story.parted
        or _ATTACKS.search(story.text, sentence.start, sentence.end) is not None
    )


def _of_the_day(
    index: int, story: Story, told: Mapping[int, EventMention]
) -> Mapping[int, EventMention]:
    """The sentences whose events may add up to a total: where it names a day, those of that day."""
    days = [
        d.when
        for d in story.timeline.dates.get(index, ())
        if d.role == "event" and d.when.start is not None and d.when.start == d.when.end
    ]
    if not days:
        return told
    return {
        i: m
        for i, m in told.items()
        if m.time is None or any(same_days(m.time.when, d) for d in days)
    }


def _widened(
    counts: Sequence[CountReading], totals: set[tuple[Outcome, int | None]]
) -> list[CountReading]:
    """One sentence's counts: totals, lists that add up to one and what is of them made wider."""
    wide = {k for k, c in enumerate(counts) if (c.casualty.outcome, c.casualty.low) in totals}
    for outcome, total in totals:
        for members in _lists(counts, outcome):
            if sum(counts[k].casualty.low or 0 for k in members) == total:
                wide.update(members)
    wide |= {k for k, c in enumerate(counts) if c.parent in wide}
    return [
        replace(c, casualty=replace(c.casualty, scope="window"))
        if k in wide and c.casualty.scope == "incident"
        else c
        for k, c in enumerate(counts)
    ]


def _is_total(
    count: CountReading,
    index: int,
    counts: Mapping[int, Sequence[CountReading]],
    story: Story,
    told: Mapping[int, EventMention],
) -> bool:
    """Whether the events told later add up to a count, and none of them holds it."""
    total, outcome = count.casualty.low, count.casualty.outcome
    if total is None or total < 2 or count.casualty.scope != "incident" or count.casualty.subset:
        return False
    if any(
        c.casualty.outcome == outcome and (c.casualty.low or 0) > total
        for i in counts
        if i < index
        for c in counts[i]
    ):
        return False
    largest: dict[int, int] = {}
    alike: set[int] = set()
    headline = story.headline
    for i, mention in told.items():
        if i < index or i in headline:
            continue
        own = [c for c in counts.get(i, ()) if i > index or c.start > count.start]
        sums = {sum(own[k].casualty.low or 0 for k in members) for members in _lists(own, outcome)}
        singly = {
            c.casualty.low
            for c in own
            if c.casualty.outcome == outcome and c.casualty.low and not c.casualty.subset
        }
        if total in singly and i >= len(headline) + _LEAD:
            alike.add(mention.number)
        for number in sums - {total}:
            largest[mention.number] = max(number, largest.get(mention.number, 0))
        for c in own:
            if c.casualty.low in singly - {total} and c.casualty.outcome == outcome:
                event = story.event_at(i, c.start, mention) or mention
                largest[event.number] = max(c.casualty.low or 0, largest.get(event.number, 0))
    if alike - largest.keys():
        return False  # one event told below has as many dead by itself, and no other count
    parts = sorted(largest.values(), reverse=True)[:_MOST]
    sizes = range(2, len(parts) + 1)
    return any(sum(some) == total for size in sizes for some in combinations(parts, size))


def _is_parted_below(
    count: CountReading, index: int, counts: Mapping[int, Sequence[CountReading]], story: Story
) -> bool:
    """Whether one sentence below parts a count among two towns: "three in X and one in Y"."""
    plain = count.casualty.scope == "incident" and not count.casualty.subset
    below = (i for i in story.parted if i > index)
    return plain and any(_parts_add_up(i, count, counts, story) for i in below)


def _parts_add_up(
    index: int, count: CountReading, counts: Mapping[int, Sequence[CountReading]], story: Story
) -> bool:
    """Whether the two towns of one sentence have as many dead as a count told before it."""
    own = [
        c
        for c in counts.get(index, ())
        if c.casualty.outcome == count.casualty.outcome and c.parent is None and c.casualty.low
    ]
    events = [story.event_at(index, c.start, None) for c in own]
    several = len({e.number if e is not None else None for e in events}) > 1
    recalled = any(e is not None and e.background for e in events)
    return several and not recalled and sum(c.casualty.low or 0 for c in own) == count.casualty.low


def _lists(counts: Sequence[CountReading], outcome: Outcome) -> list[list[int]]:
    """Positions of the members of each list of one outcome in a sentence."""
    lists: dict[int, list[int]] = {}
    for k, c in enumerate(counts):
        if c.list_id is not None and c.parent is None and c.casualty.outcome == outcome:
            lists.setdefault(c.list_id, []).append(k)
    return list(lists.values())
