"""When an event happened: which of a text's dates belongs to it, and on what basis.

A sentence's date may be the event's ("killed 12 on Sunday"), the moment of saying ("police said
Monday"), or another act's ("was charged on Friday"). The event's own date wins; failing that, one
that a neighbouring sentence gives for the same happening; then the day it was said, which for
fresh news bounds the event; then the document's own date. `When.basis` tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bearwitness.claims.when_roles import (
    CLAUSE,
    EVENT_NOUN,
    HAPPENED,
    VIOLENT,
    Dated,
    days_before,
    read_dated,
)
from bearwitness.model.claim import When
from bearwitness.model.document import Anchor
from bearwitness.text.dates import find_dates
from bearwitness.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class EventTime:
    """The time of one event mention.

    Attributes:
        when: its days, with basis.
        confidence: 0..1, how surely the words belong to the event.
        sentence: index of the sentence that holds the words, None for the document's own date.
        past: its own words put it years before the report ("the 1995 bombing").
    """

    when: When
    confidence: float
    sentence: int | None = None
    past: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """All dates of a document, by sentence index, and its anchor."""

    text: str
    sentences: tuple[Sentence, ...]
    anchor: Anchor
    dates: Mapping[int, tuple[Dated, ...]]


_DIED = re.compile(
    r"\b(?:died|passed away|(?:pronounced|declared) dead)\s*"
    r"(?:(?:at|around|about|just after|shortly after)\s+[\d:]+\s*[ap]\.?m\.?,?)?\s*"
    r"(?:on|early|late)?\s*$"
    r"|\bbod(?:y|ies)\b[^.;]{0,30}\b(?:found|discovered)\b[^.;,]{0,30}$"
    r"|\b(?:found|discovered)\s+(?:dead|the\s+bod(?:y|ies))\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_RECALL = re.compile(
    r"\b(?:after|since|following|before|similar to|like|unlike|anniversary of|related to)\s+"
    r"(?:the\s+|a\s+|an\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# A court speaks months or years after the deed; "recently" may be as long ago.
_LONG_AFTER = re.compile(
    r"\b(?:sentenced|convicted|convict(?:s|ion)|acquitted|found\s+(?:not\s+)?guilty|verdict|jailed\s+for"
    r"|life\s+(?:in\s+(?:prison|jail)|imprisonment|sentence)|on\s+trial|went\s+on\s+trial|inquest|recently)\b",
    re.IGNORECASE,
)
_YEAR = 365
_THAT_KILLED = 20  # characters: "the 1995 bombing that killed 168"
_STATED = 0.6  # how sure a day is that a judgement names
_UNDATED_KINDS = frozenset({"duration", "recurring"})
_COARSE = {"moment": 0.0, "day": 0.0, "days": 0.05, "week": 0.35, "month": 0.35, "season": 0.5,
           "year": 0.6, "none": 9.0}  # fmt: skip
_ROLE_COST = {"event": 0.0, "speech": 0.55, "act": 0.75, "future": 2.0, "open": 1.5}
_OWN_SENTENCE = 0.7
_TO_THE_DAY = frozenset({"moment", "day", "days"})
_NEIGHBOURS = 4
_OPENS = 12  # characters
_NEW_SCENE = 0.3  # "Last Friday, …" of a later sentence opens another event
# "Militants also shot dead five on Thursday", "as reported earlier": not the event told before.
_ANOTHER_SCENE = re.compile(
    r"\b(?:also\s+(?!said|told|confirmed)|(?:a|in)\s+separate|another|as\s+(?:previously\s+)?reported"
    r"|earlier|meanwhile|elsewhere|previous)\b",
    re.I,
)
_IT_HAPPENED = re.compile(
    r"\b(?:the|this|that)\s+(?:\w+\s+)?(?:attack|shooting|incident|bombing|blast|raid|strike|ambush|killing|"
    r"clash|explosion|stabbing)\b[^.;]{0,40}\b(?:happened|occurred|took\s+place|unfolded|was\s+reported)\b",
    re.I,
)
_ELSEWHERE = re.compile(r"\W*elsewhere\b", re.I)
# A day so long before the report is rather that of something it recalls.
_LONG_BEFORE = timedelta(days=90)
_BEFORE = timedelta(days=30)
_RECALLED_COST = 0.4
# The day on which a count was told is at least not long after the event's.
_TOLD_THEN = 0.45
# A date beyond the neighbouring sentences costs at least this much.
_FAR = 0.6
# "Died Friday" may date a death in hospital, not the violence.
_DEATH_COST = 0.25
# "Around 16 April (between 14 and 18 April)": the bounds stand behind the day.
_BRACKETED = 0.2


def read_timeline(
    text: str,
    sentences: Sequence[Sentence],
    anchor: Anchor,
    only: Iterable[int] | None = None,
) -> Timeline:
    """Every date of the given sentences, resolved in reading order.

    Args:
        text: the document's text.
        sentences: of the document.
        anchor: the document's own day.
        only: indices of the sentences to read (gated ones); None for all.
    """
    wanted = None if only is None else set(only)
    reference: date | None = None
    out: dict[int, tuple[Dated, ...]] = {}
    for sentence in sentences:
        if wanted is not None and sentence.index not in wanted:
            continue
        found: list[Dated] = []
        for expr in find_dates(text, sentence.start, sentence.end):
            dated = read_dated(text, sentence, expr, anchor, reference)
            found.append(dated)
            earlier = days_before(text, sentence, dated)
            if earlier is not None:
                found.append(earlier)
            start = dated.when.start
            if start is not None and start == dated.when.end and not expr.restated:
                reference = start
        if found:
            out[sentence.index] = tuple(found)
    return Timeline(text, tuple(sentences), anchor, out)


# In a report whose day nothing tells, weekdays are reckoned from this one, so that "Friday" and
# "Sunday" stay two days; no claim is dated by it.
_FICTIVE = Anchor(date(1004, 6, 16), "day")
_FICTIVE_YEARS = 1100  # a weekday with its date may be reckoned years on


def comparable(timeline: Timeline) -> Timeline:
    """The same dates, comparable with each other where none of them could be resolved."""
    if timeline.anchor.date is not None or any(
        d.when.start is not None and d.when.precision in _TO_THE_DAY
        for dates in timeline.dates.values()
        for d in dates
    ):
        return timeline
    told = read_timeline(timeline.text, timeline.sentences, _FICTIVE)
    own = _own_day(told)
    return told if own is _FICTIVE else read_timeline(timeline.text, timeline.sentences, own)


def _own_day(timeline: Timeline) -> Anchor:
    """The fictive day of a report that tells a day by its name and from its own ("overnight").

    The one told first is taken for the other, unless the name is that of the day of saying.
    """
    told = [d for index in sorted(timeline.dates) for d in timeline.dates[index]]
    named = [d for d in told if d.expr.kind == "weekday" and d.role in ("event", "speech")]
    reckoned = [d for d in told if d.expr.kind == "day" and d.role == "event"]
    if not named or not reckoned or named[0].expr.weekday is None or _FICTIVE.date is None:
        return _FICTIVE
    ago = 0 if named[0].role == "speech" else -reckoned[0].expr.shift
    back = (_FICTIVE.date.weekday() - named[0].expr.weekday - ago) % 7
    return replace(_FICTIVE, date=_FICTIVE.date - timedelta(days=back)) if back else _FICTIVE


def is_fictive(timeline: Timeline) -> bool:
    """Whether its days only tell events apart."""
    day = timeline.anchor.date
    return day is not None and day.year < _FICTIVE_YEARS


def is_fictive_day(when: When) -> bool:
    """Whether a day was reckoned from no real one."""
    return when.start is not None and when.start.year <= _FICTIVE_YEARS


def without_fictive(when: When) -> When:
    """A day as it may be told: the words alone where it was reckoned from no real day."""
    return When(text=when.text) if is_fictive_day(when) else when


def event_time(
    timeline: Timeline,
    sentence: int,
    at: int,
    end: int | None = None,
    within: tuple[int, int] | None = None,
) -> EventTime:
    """The time of the event whose words stand at `at` (trigger or count) in a sentence.

    Args:
        timeline: of the document.
        sentence: index of the sentence.
        at: offset of the event's word.
        end: offset after it; `at` where omitted.
        within: offsets of the clause that tells of it, where the sentence goes on with another.

    Returns:
        The best date, with basis "stated" or "relative" from the sentence itself, "inherited"
        from another, "anchor" for want of better, or "none".
    """
    stop = end if end is not None else at
    past = _years_before(timeline, sentence, at, stop)
    if past is not None:
        return EventTime(past, _STATED, sentence, past=True)
    own = _best(timeline, sentence, at, stop, within)
    if own is not None and own[0] < _OWN_SENTENCE and own[1].role == "event":
        sharper = _elsewhere(timeline, sentence, own)
        if sharper is not None:
            return EventTime(replace(sharper[1].when, basis="inherited"), 0.7, sharper[2])
        return EventTime(own[1].when, min(1.0, 1.0 - own[0] / 2), sentence)
    near = _elsewhere(timeline, sentence)
    if own is not None and near is not None and (
        _told_before(own[1], near[1].when)
        or (near[2] > sentence and _told_long_after(own[1], near[1].when))
    ):  # fmt: skip
        return EventTime(own[1].when, _TOLD_THEN, sentence)
    if near is not None and near[0] < _FAR:
        return EventTime(replace(near[1].when, basis="inherited"), 0.8 - near[0], near[2])
    if own is not None and own[1].role in {"speech", "event"}:
        return EventTime(own[1].when, _TOLD_THEN, sentence)
    if near is not None:
        return EventTime(replace(near[1].when, basis="inherited"), 0.4, near[2])
    if own is not None and own[1].when.basis == "stated":
        return EventTime(own[1].when, 0.35, sentence)
    if _LONG_AFTER.search(timeline.sentences[sentence].text(timeline.text)):
        return _long_before(timeline, sentence, at)
    if own is not None and timeline.anchor.date is not None:
        # The day of an arrest or a hearing bounds the event, as the document's own day does.
        return EventTime(replace(own[1].when, basis="anchor"), 0.35, sentence)
    return _from_dateline(timeline) or _from_anchor(timeline.anchor)


def _told_before(own: Dated, event: When) -> bool:
    """Whether a sentence's words were spoken before the day of an event: they tell of another."""
    told = own.when.end
    return own.role == "speech" and told is not None and event.start is not None and (
        told < event.start
    )  # fmt: skip


def _told_long_after(own: Dated, event: When) -> bool:
    """Whether a sentence's words were spoken weeks after the day of an event told further down."""
    told = own.when.start
    return own.role == "speech" and told is not None and event.end is not None and (
        told - event.end > _BEFORE
    )  # fmt: skip


# "Died 13 years ago", "the 1995 bombing", "the slaying of a girl in 1986".
_AGO = re.compile(r"\byears\s+ago\b", re.IGNORECASE)
_IN_YEAR = re.compile(
    r"(?:(?!\b(?:after|since|before|when|while|who|which|that|signed|founded|began|elected)\b)"
    r"[^;:()–—]){0,80}\b(?:in|of)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "Monday marks the 30th anniversary of the bombing": thirty years before.
_ANNIVERSARY = re.compile(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th|[- ]year)\s+anniversary\s+of\b", re.IGNORECASE
)
_OF_A_KILLING = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:slaying|death|murder|killing|shooting|stabbing|bombing|attack|massacre"
    r"|homicide|assassination|abduction|kidnapping|ambush|strike|raid)s?\b",
    re.IGNORECASE,
)


def _years_before(timeline: Timeline, index: int, at: int, end: int) -> When | None:
    """The year or month that a sentence's own words give for an event years before the report."""
    today, text = timeline.anchor.date, timeline.text
    if today is None or is_fictive(timeline):
        return None
    dates = timeline.dates.get(index, ())
    sentence = timeline.sentences[index]
    round_ = _ANNIVERSARY.search(text, sentence.start, at)
    if round_ is not None and (year := today.year - int(round_["n"])) > 0:
        return When(date(year, 1, 1), date(year, 12, 31), "year", "relative", round_.group())
    if any(_is_old(d, today) and d.when.precision in _TO_THE_DAY for d in dates):
        return None  # its very day is told
    coarse = [
        d
        for d in dates
        if d.when.precision in ("month", "year") and _usable(d) and d.role == "event"
    ]
    if len(coarse) != 1 or not _is_old(coarse[0], today):
        return None
    when, expr = coarse[0].when, coarse[0].expr
    noun = _OF_A_KILLING.match(text, expr.end)
    named = noun is not None and expr.start <= at <= noun.end() + _THAT_KILLED
    told = expr.start >= end and _IN_YEAR.fullmatch(text, end, expr.start) is not None
    return when if named or told or _AGO.search(expr.text) else None


def _is_old(dated: Dated, today: date) -> bool:
    day = dated.when.end
    return day is not None and (today - day).days > _YEAR


def _long_before(timeline: Timeline, sentence: int, at: int) -> EventTime:
    """The day that a court's own words give for what it judges, or unknown: never its own day."""
    told = [
        d
        for d in timeline.dates.get(sentence, ())
        if _usable(d) and d.when.basis == "stated" and d.expr.start > at
    ]
    return EventTime(told[0].when, _STATED, sentence) if told else EventTime(When(), 0.0)


def _from_dateline(timeline: Timeline) -> EventTime | None:
    """The day of the dispatch, where its dateline gives one."""
    for dated in (d for dates in timeline.dates.values() for d in dates):
        if dated.role == "dateline" and dated.when.start is not None:
            return EventTime(replace(dated.when, basis="inherited"), 0.4)
    return None


def _sharper(own: tuple[float, Dated], other: When) -> bool:
    """Whether a date elsewhere tells the day more finely than the sentence's own words.

    "Over the weekend" here and "about 2 p.m. on Sunday" there; "died Friday" here and "the
    shooting happened Thursday" there. "Between Monday and Friday" tells a window, none of its days.
    """
    mine = own[1].when
    if own[1].expr.kind == "range" or mine.start is None or mine.end is None or other.start is None:
        return False
    if mine.start < mine.end and other.start == other.end:
        return mine.start <= other.start <= mine.end
    return own[0] >= _DEATH_COST and timedelta(0) <= mine.start - other.start <= timedelta(days=4)


def _from_anchor(anchor: Anchor) -> EventTime:
    if anchor.date is None:
        return EventTime(When(), 0.0)
    day = anchor.date
    if anchor.precision == "month":
        nxt = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        when = When(day.replace(day=1), nxt - timedelta(days=1), "month", "anchor")
    elif anchor.precision == "year":
        when = When(date(day.year, 1, 1), date(day.year, 12, 31), "year", "anchor")
    else:
        when = When(day, day, "day", "anchor")
    return EventTime(when, 0.3)


def _usable(dated: Dated) -> bool:
    return (
        dated.when.start is not None
        and dated.when.end is not None
        and not dated.expr.restated
        and dated.expr.kind not in _UNDATED_KINDS
        and dated.role in {"event", "speech", "act"}
    )


def _best(
    timeline: Timeline, index: int, at: int, end: int, within: tuple[int, int] | None
) -> tuple[float, Dated] | None:
    """The cheapest usable date of a sentence or of a clause of it, with its cost."""
    first, last = within or (0, len(timeline.text))
    usable = [
        d for d in timeline.dates.get(index, ()) if _usable(d) and first <= d.expr.start < last
    ]
    years = [d for d in usable if d.when.precision == "year"]
    if len(years) > 1:  # "the homicides of 2014, 2015 and 2016"
        usable = [d for d in usable if d not in years]
    priced = [(_cost(timeline, dated, at, end), dated.expr.start, dated) for dated in usable]
    if not priced:
        return None
    cost, _, dated = min(priced, key=lambda p: (p[0], p[1]))
    return cost, dated


def _cost(timeline: Timeline, dated: Dated, at: int, end: int) -> float:
    text, expr = timeline.text, dated.expr
    cost = _ROLE_COST[dated.role] + _COARSE[dated.when.precision]
    between = text[end : expr.start] if expr.start >= end else text[expr.end : at]
    cost += 0.12 * len(CLAUSE.findall(between)) + len(between) / 1000
    noun = EVENT_NOUN.match(text, expr.end) or EVENT_NOUN.match(text[expr.end : expr.end + 60])
    if noun:
        bound = expr.end + noun.end() >= at >= expr.start
        if bound:
            cost -= 0.3
        elif _RECALL.search(text[max(0, expr.start - 30) : expr.start]):
            cost += 0.5  # "since the July 3 attack": another event's day
    if expr.relation == "after":
        cost += 0.4
    if text[: expr.start].rstrip()[-1:] == "(":
        cost += _BRACKETED
    if _DIED.search(text[max(0, expr.start - 60) : expr.start]):
        cost += _DEATH_COST
    return cost


def _elsewhere(
    timeline: Timeline, index: int, own: tuple[float, Dated] | None = None
) -> tuple[float, Dated, int] | None:
    """The cheapest date that another sentence gives to the same happening, and its index.

    With `own`, only dates that tell the sentence's own date more finely.
    """
    priced = [
        (cost, abs(other - index), other, dated.expr.start, dated)
        for other, dates in timeline.dates.items()
        if other != index
        for dated in dates
        if (own is None or _sharper(own, dated.when))
        and (cost := _neighbour_cost(timeline, dated, other, other - index, own is not None))
        is not None
    ]
    if not priced:
        return None
    cost, _, other, _, dated = min(priced, key=lambda p: p[:4])
    return cost, dated, other


def _neighbour_cost(
    timeline: Timeline, dated: Dated, other: int, gap: int, sharper: bool
) -> float | None:
    if not _usable(dated) or dated.role != "event" or other >= len(timeline.sentences):
        return None
    if dated.when.precision not in {"day", "days", "moment"}:
        return None
    words = timeline.sentences[other].text(timeline.text)
    start = timeline.sentences[other].start
    near = abs(gap) <= _NEIGHBOURS
    happened = HAPPENED.search(words) is not None
    violent = VIOLENT.search(words) is not None
    opens = dated.expr.start - start < _OPENS and -_NEIGHBOURS <= gap < 0
    if not (happened or violent or opens or sharper) and abs(gap) > 1:
        return None
    cost = 0.1 * abs(gap) if near else _FAR + 0.01 * abs(gap)
    cost += 0.0 if happened else 0.1 if violent else 0.15 if opens else 0.3
    cost += 0.02 if gap < 0 else 0.0
    opens = dated.expr.start - start < _OPENS
    another = _ANOTHER_SCENE.search(words) is not None and not _IT_HAPPENED.search(words)
    if gap > 0 and ((opens and not happened) or another):
        if (sharper and opens) or (another and not near):
            return None
        cost += _NEW_SCENE
    if gap > 0 and _ELSEWHERE.match(words):
        return None
    before = timeline.text[max(0, dated.expr.start - 60) : dated.expr.start]
    if EVENT_NOUN.match(timeline.text[dated.expr.end : dated.expr.end + 60]):
        cost += 0.3 if not dated.expr.possessive and _RECALL.search(before) else -0.15
    if _DIED.search(before):
        cost += _DEATH_COST
    today, day = timeline.anchor.date, dated.when.end
    if today is not None and day is not None and today - day > _LONG_BEFORE:
        cost += _RECALLED_COST
    return cost


def surest(times: Sequence[EventTime]) -> EventTime | None:
    """The time that the sentences of an event bear out most surely; a day before anything coarser.

    Words that name the same days add up, each counted once however many sentences take their day
    from them. A night or a weekend bears out the day within it; days that are only borrowed bear
    out a window that holds them. Where even, the one told first.
    """
    past = [_ends(t.when) for t in times if t.past]
    if past:  # what is told of years ago has no day of this week
        first, last = past[0]
        times = [t for t in times if first <= _ends(t.when)[0] <= last]
    days = [t for t in times if t.when.precision in _TO_THE_DAY] or list(times)
    if any(not _is_window(_ends(t.when)) and t.when.basis != "inherited" for t in days):
        days = [t for t in days if not _is_window(_ends(t.when))]
    told: dict[tuple[date, date], dict[int | None, float]] = {}
    for t in days:
        by_sentence = told.setdefault(_ends(t.when), {})
        by_sentence[t.sentence] = max(t.confidence, by_sentence.get(t.sentence, 0.0))
    sums = {ends: sum(by_sentence.values()) for ends, by_sentence in told.items()}
    weights = {own: sum(w for other, w in sums.items() if _bears_out(other, own)) for own in sums}

    def standing(t: EventTime) -> tuple[float, timedelta, bool]:
        start, end = _ends(t.when)
        return weights[start, end], start - end, t.when.basis != "inherited"

    return max(days, key=standing, default=None)


def _bears_out(other: tuple[date, date], own: tuple[date, date]) -> bool:
    """Whether words that mean the one interval also speak for the other."""
    held, holder = (other, own) if _is_window(own) else (own, other)
    if _is_window(other) and other != own:
        return False
    return holder[0] <= held[0] and held[1] <= holder[1]


def _is_window(ends: tuple[date, date]) -> bool:
    """Whether an interval is longer than a night or a weekend."""
    return ends[1] - ends[0] > timedelta(days=1)


def _ends(when: When) -> tuple[date, date]:
    start = when.start or when.end or date.min
    return start, when.end or start
