"""Earlier events that a sentence dates by the one at hand: "It came a week after 20 died"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bearwitness.model.claim import When
from bearwitness.model.document import Anchor
from bearwitness.text.dates import find_dates, resolve

_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_CAME_AFTER = re.compile(
    r"\b(?:comes?|came|coming|follow(?:s|ed)|happened|occurred|took\s+place|was|were|is)\s+(?:reported\s+)?"
    r"(?:(?:just|only|barely|less\s+than|more\s+than|about|around|some|nearly|almost|over)\s+)*"
    r"(?P<long>(?:[\w-]+\s+){0,2}?(?:hours?|days?|weeks?|months?|years?))\s+after\b",
    re.I,
)
# "…, nearly two weeks after a car bomb left 118 dead": told behind the comma, of another event.
_AFTER_ANOTHER = re.compile(
    r",?\s+(?:(?:just|only|barely|less\s+than|more\s+than|about|around|some|nearly|almost|over)\s+)*"
    r"(?P<long>(?:an?\s+|[\w-]+\s+)(?:hours?|days?|weeks?|months?|years?))\s+after\s+"
    r"(?=(?:an?|another|two|three|four|five|six|\d+|at\s+least|dozens|scores|similar|twin|suspected|"
    r"(?!(?:the|his|her|its|their|that|this|being|she|he|they|it)\b)[\w-]+ing|[a-z]+s)\s)",
)
# "The attack follows a July 26 raid in which 26 died"
_FOLLOWS = re.compile(
    rf"\bfollow(?:s|ed)\s+(?:an?|another)\s+(?:(?:on\s+)?(?P<then>{_MONTHS}\s+\d{{1,2}}|\d{{1,2}}\s+"
    rf"{_MONTHS})\s+)?(?:[\w-]+\s+){{0,4}}?(?:attack|raid|bombing|blast|strike|ambush|massacre|assault|"
    r"shooting|clash)\b",
    re.I,
)
# "…at the market where a bomber killed 28 last month"
_WHERE_BEFORE = re.compile(
    r"\b(?:where|in\s+which)\s+(?=[^.;,]{0,110}?\b(?P<then>last\s+(?:week|month|year)|"
    r"earlier\s+this\s+(?:week|month|year)|(?:\w+\s+){1,2}(?:days|weeks|months|years)\s+"
    r"(?:ago|earlier|before)|in\s+(?:\w+\s+)?(?:19|20)\d\d)\b)",
    re.I,
)
# "Four years after the army shot a cleric, his word …"
_YEARS_AFTER = re.compile(
    r"\b(?P<long>(?:[\w-]+)\s+(?:years?|decades?))\s+(?:after|since)\b(?P<deed>[^,;]*)", re.I
)
# "It was also blamed for a bomb in Chad on Sunday, killing three", "X, which claimed the attack of
# February 14, which killed 40": what its doer had done before.
_OF_ITS_DOER = re.compile(
    r"\b(?:claimed\s+responsibility\s+for|(?:was|were|been)\s+(?:also\s+)?blamed\s+for|(?:was|were)\s+"
    r"(?:also\s+)?behind|(?:was|were)\s+(?:also\s+)?accused\s+of|(?:has|had)\s+(?:also\s+)?carried\s+out)\s+"
    r"(?P<which>an?|another|the)\s+(?:[\w-]+\s+){0,4}?(?:attack|bombing|blast|bomb|raid|ambush|massacre|"
    r"strike|shooting|assault|killing)\b",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:earlier\s+this\s+(?:week|month|year)|last\s+(?:week|month|year)|(?:days|weeks|months|years)"
    r"\s+(?:ago|earlier|before)|previous(?:ly)?)\b",
    re.I,
)
# "It was a retaliation for the killing of a farmer on 6 March", "in reprisal for the deaths of 73"
_IN_REVENGE = re.compile(
    r"\b(?:retaliat(?:ion|ed|ing)|revenge|reprisals?|vengeance|response|reaction|aveng(?:e|ed|ing))\s+"
    r"(?:for|to|of|over|against)?\s*(?:the|an?|an?other)\s+(?:[\w-]+\s+){0,3}?"
    r"(?P<deed>(?:killings?|murders?|deaths?|assassinations?|massacres?|lynchings?|slayings?"
    r"|beheadings?|executions?|shootings?|bombings?)\b[^,;]*)",
    re.I,
)
# "A week before that, nine died."
_BEFORE_THAT = re.compile(
    r"^\W*(?:and\s+)?(?P<long>(?:[\w-]+\s+){1,2}?(?:days?|weeks?|months?|years?))\s+"
    r"(?:before|prior\s+to)\s+that\b",
    re.I,
)
# "The worst since 2021, when 119 died", "the first since last May, when …".
_SINCE_WHEN = re.compile(
    r"\b(?:since|of|in)\s+(?P<then>(?:(?:early|late|mid)[- ])?"
    rf"(?:last\s+\w+|(?:{_MONTHS}\s+)?(?:\d{{1,2}},?\s+)?(?:19|20)\d\d"
    rf"|(?:\d{{1,2}}\s+)?{_MONTHS}(?:\s+\d{{1,2}})?))\s*,\s+when\b",
    re.I,
)


# "The worst attack since 26 people were killed at a school in 2012"
_WORST_SINCE = re.compile(
    r"\b(?:worst|deadliest|bloodiest|largest|biggest|most\s+\w+)\b[^.;,]{0,60}?\bsince\s+"
    r"(?=(?:\w+\s+){1,12}?(?:was|were|died|killed|left)\b)",
    re.I,
)
_YEAR_AFTER = re.compile(rf"\bin\s+(?P<then>(?:{_MONTHS}\s+)?(?:19|20)\d\d)\b", re.I)


# "Last month it asked for help after another deadly strike on the south, which killed five"
_LIKE_IT = re.compile(
    r"\bafter\s+(?:another|an\s+earlier|a\s+(?:previous|prior|similar))\s+(?:[\w-]+\s+){0,4}?(?:attack|strike|"
    r"raid|bombing|shooting|blast|massacre|assault|explosion)\b",
    re.I,
)
_LAST = re.compile(r"\W*(?P<then>last\s+(?:week|month|year))\b", re.I)
_PHRASE = re.compile(r"(?:in|earlier|last)\b|.*\b(?:ago|earlier|before)$", re.I)


@dataclass(frozen=True, slots=True)
class Recalled:
    """An earlier event, told by how long before the one at hand it was, or by its day or year.

    Attributes:
        start: offset in the sentence from which the words are of the earlier event.
        ago: how long before ("a week"; "days").
        then: its day, month or year as written, where the sentence gives that instead.
        of_last: it is reckoned from the event told last ("a week before that").
        opens: offset of the words that date it.
        there: it fell where the event at hand did ("where 28 died last month").
        end: offset at which the words of the earlier event end; None for the sentence's end.
        by_itself: it is so long ago that no event at hand need be told before.
    """

    start: int
    ago: str
    then: str | None = None
    of_last: bool = False
    opens: int = 0
    there: bool = False
    end: int | None = None
    by_itself: bool = False

    def holds(self, at: int) -> bool:
        """Whether words at an offset of the sentence are of the earlier event."""
        return at >= self.start and (self.end is None or at < self.end)

    def when(self, main: date | None) -> When:
        """Its days, reckoned from the day of the event at hand; unknown where either is."""
        if self.then is not None:
            words = self.then if _PHRASE.match(self.then) else f"in {self.then}"
            told = find_dates(words, 0, len(words))
            anchor = Anchor(main, "day") if main is not None else Anchor(None)
            return resolve(told[0], anchor, tense=None, reference=main) if told else When()
        if not self.ago:
            return When()
        words = f"{self.ago} earlier"
        found = find_dates(words, 0, len(words)) if main is not None else ()
        if not found:
            return When(text=f"{self.ago} after")
        when = resolve(found[0], Anchor(main), tense=None, reference=main)
        return replace(when, text=f"{self.ago} after")


def recalled_event(words: str) -> Recalled | None:
    """The earlier event that a sentence dates by the one at hand, if any."""
    that = _BEFORE_THAT.match(words)
    if that:
        return Recalled(that.end(), " ".join(that["long"].split()), of_last=True)
    behind = told_behind(words)
    if behind is not None and behind.opens == 0:
        return behind
    since = _SINCE_WHEN.search(words)
    if since:
        return Recalled(since.end(), "", since["then"])
    worst = _WORST_SINCE.search(words)
    if worst:
        year = _YEAR_AFTER.search(words, worst.end())
        return Recalled(worst.end(), "", year["then"] if year else None)
    like = _LIKE_IT.search(words) if behind is None else None
    if like:
        opening = _LAST.match(words)
        return Recalled(like.end(), "", opening["then"] if opening else None)
    cause = _IN_REVENGE.search(words)
    if cause and behind is None:
        return Recalled(cause.start("deed"), "", end=cause.end())
    years = _YEARS_AFTER.search(words) if behind is None else None
    if years:
        ago = " ".join(years["long"].split())
        return Recalled(years.start("deed"), ago, end=years.end(), by_itself=True)
    return behind


def told_behind(words: str) -> Recalled | None:
    """The earlier event that a sentence tells of behind its own, with the words that date it."""
    m = _CAME_AFTER.search(words) or _AFTER_ANOTHER.search(words)
    if m:
        return Recalled(m.end(), " ".join(m["long"].split()), opens=m.start())
    m = _FOLLOWS.search(words)
    if m:
        return Recalled(m.end(), "", m["then"], opens=m.start())
    m = _WHERE_BEFORE.search(words)
    return Recalled(m.end(), "", m["then"], opens=m.start(), there=True) if m else None


# An item of a list of dated events: "January 22: A drone struck a house".
_DATED_ITEM = re.compile(
    rf"^\W*(?:{_MONTHS}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTHS})(?:,?\s+(?:19|20)\d\d)?\s*[:–—]"
    r"|^\W*in\s+(?:1\d|20)\d\d,",
    re.I,
)


def is_dated_item(words: str) -> bool:
    """Whether a sentence is an item of a list of dated events."""
    return bool(_DATED_ITEM.match(words))


_SECOND = re.compile(
    r"\W*in\s+the\s+(?:second|other)\s+(?:attack|incident|blast|clash|encounter|strike|raid)\b",
    re.I,
)
_MEANWHILE = re.compile(r"^\W*meanwhile\b", re.I)


def opens_second(words: str) -> bool:
    """Whether a sentence opens with the second of two events: "In the second attack"."""
    return _SECOND.match(words) is not None


def without_meanwhile(words: str) -> str:
    """Reads "Meanwhile, an officer said 17 were dead": another toll, and no other event."""
    return _MEANWHILE.sub("", words)


# A year told with a running count is the report's own.
_RUNNING = re.compile(
    r"\b(?:since|so far|to date|reach(?:ed|es)|ris(?:en|es)|rose|brings?|brought|number(?:ed)? of|"
    r"toll)\b",
    re.I,
)


def tells_running_count(words: str) -> bool:
    """Whether a sentence counts on from a day ("since", "so far", "the toll rose")."""
    return _RUNNING.search(words) is not None


def told_of_its_doer(words: str, counted: int, dated: bool) -> bool:
    """Whether a sentence counts the dead of another attack that the same doer made.

    Args:
        words: the sentence.
        counted: offset of its first count.
        dated: it gives a day that is not that of the event at hand.
    """
    found = _OF_ITS_DOER.search(words)
    if found is None or counted < found.end():
        return False
    other = found["which"].lower() == "another" or " also " in found.group()
    return dated or other or _EARLIER.search(words) is not None
