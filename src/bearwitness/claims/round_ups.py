"""Reports that go through the shootings of a night or a weekend, one after the other.

Such a report opens with a sum over several; then each has its hour and its block, and often no
more that would part it from the one before: same town, same night, one man shot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.event_mention import EventMention
from bearwitness.claims.event_signs import same_days
from bearwitness.claims.when import EventTime, Timeline
from bearwitness.text.dates import find_dates, resolve
from bearwitness.text.sentences import Sentence

_HEAD = 4  # sentences
_SEVERAL = re.compile(
    r"\b(?:shootings|stabbings|attacks|incidents|gun\s+violence|homicides|killings)\b", re.I
)
_CLOCK = re.compile(
    r"\b(?:at|around|about|approximately|before|after|near|by)\s+"
    r"(?:(?:at|around|about|approximately)\s+)?"
    r"(?P<at>\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\b|noon\b|midnight\b)",
    re.I,
)
_BLOCK = re.compile(r"\b(?P<at>\d{1,3}00\s+block\s+of\s+(?:[\w.'’]+\s+){0,2}?[A-Z][\w'’]+)")
# "He was pronounced dead at 6:36 p.m.": the hour of what followed.
_AFTERMATH = re.compile(
    r"\b(?:pronounced|declared|died|dies|arrested|custody|released|court|charged)\b[^.;]{0,60}$",
    re.I,
)
_LATER = re.compile(
    r"\W*(?:(?:just|about|less\s+than)\s+)?(?:[\w-]+\s+){0,2}?(?:minutes|hours?)\s+"
    r"(?:later|after\s+that|earlier)\b"
    r"|\W*(?:later|earlier)\s+(?:in\s+the\s+(?:evening|night|morning|day)|that\s+(?:day|night|"
    r"evening|morning)|(?:fri|satur|sun|mon|tues|wednes|thurs)day)\b"
    r"|\W*in\s+(?:the\s+(?:second|third|fourth|next|latest|last)|another|other)\s+"
    r"(?:\w+\s+)?(?:shooting|incident|case|attack)\b"
    r"|\W*the\s+(?:(?:night|weekend)['’]s\s+)?(?:first|second|third|fourth|next|latest|last|earliest|"
    r"deadliest|most\s+recent|other)\s+(?:(?:non-?)?fatal\s+|deadly\s+)?"
    r"(?:shooting|stabbing|homicide|killing|incident|attack)\b",
    re.I,
)
# A day's name on a line of its own stands over all that fell on it.
_HEADING = re.compile(
    r"(?m)^\W*(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\s:–—-]*$", re.I
)
_OPENS_WITH_DAY = re.compile(
    r"\W*(?:(?:on|early|late|then|in|the|around|about|at|just|before|after|[\d:]+|[ap]\.?m\.?),?\s+)"
    r"{0,5}(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.I,
)
_OVER_ALL = 0.7  # how sure the day of a heading is
_NOBODY_NEW = re.compile(r"\b(?:the|both)\s+(?:man|woman|boy|girl|teen|victims?|men)\b", re.I)


class RoundUp:
    """The hours and blocks of the events that a report goes through."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        counts: Mapping[int, Sequence[CountReading]],
    ) -> None:
        """See whether the report is one that goes through several.

        Args:
            text: the document's text.
            sentences: of it.
            counts: by sentence index.
        """
        self.text = text
        self._spots: dict[int, dict[str, set[str]]] = {}
        self._headings = [m.span("day") for m in _HEADING.finditer(text)]
        self.goes_through = any(
            _SEVERAL.search(text, s.start, s.end)
            and any(
                c.casualty.scope == "window" and (c.casualty.low or 0) > 1
                for c in counts.get(s.index, ())
            )
            for s in sentences[:_HEAD]
        )

    def note(self, sentence: Sentence, event: int) -> None:
        """Remember the hour and block that a sentence gives an event.

        Args:
            sentence: as read.
            event: number of the event.
        """
        if not self.goes_through:
            return
        known = self._spots.setdefault(event, {})
        for kind, told in self._told(sentence).items():
            known.setdefault(kind, set()).update(told)

    def dated(
        self, sentence: Sentence, timeline: Timeline, time: EventTime, explicit: bool
    ) -> tuple[EventTime, bool]:
        """A sentence's own time, else the day of the heading that it stands under.

        Args:
            sentence: as read.
            timeline: of the document.
            time: of the sentence, told or lent.
            explicit: the sentence itself tells it.
        """
        over = [span for span in self._headings if span[1] <= sentence.end]
        if explicit or not self.goes_through or not over:
            return time, explicit
        found = find_dates(self.text, *over[-1])
        when = resolve(found[0], timeline.anchor, tense=None, reference=None) if found else None
        if when is None or when.start is None:
            return time, explicit
        return EventTime(when, _OVER_ALL, sentence.index), True

    def opens_next(self, sentence: Sentence, current: EventMention, told: EventTime | None) -> bool:
        """Whether a sentence goes on to the next: another day, hour or block than those known.

        Args:
            sentence: as read.
            current: the event at hand.
            told: the day that the sentence tells, if any.
        """
        if not self.goes_through:
            return False
        own_day = current.times[-1] if current.times else None
        if own_day is None and _OPENS_WITH_DAY.match(self.text, sentence.start, sentence.end):
            own_day = current.time  # lent by the event before
        if told is not None and own_day is not None and not same_days(own_day.when, told.when):
            return True
        spots = self._spots.get(current.number, {})
        own = self._told(sentence)
        if any(spots.get(kind, set()) & found for kind, found in own.items()):
            return False
        if any(spots.get(kind) for kind in own):
            return True
        later = _LATER.match(self.text, sentence.start, sentence.end)
        return (
            bool(spots)
            and later is not None
            and _NOBODY_NEW.search(self.text, later.end(), sentence.end) is None
        )

    def _told(self, sentence: Sentence) -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        for kind, pattern in (("hour", _CLOCK), ("block", _BLOCK)):
            for found in pattern.finditer(self.text, sentence.start, sentence.end):
                before = self.text[sentence.start : found.start()]
                if kind == "block" or not _AFTERMATH.search(before):
                    out.setdefault(kind, set()).add(re.sub(r"[\s.]", "", found["at"]).lower())
        return out
