"""What the days of two events tell: dates, bounds, and weekdays or dates that name no year."""

from __future__ import annotations

from datetime import date

from bearwitness.incidents.profile import Profile
from bearwitness.model.incident import Evidence

VETO = -20.0
_UNDATED = -1.5
_NO_DAY = -5.0
_IN_ITS_MONTH = 1.0
_WEEK = 7
_YEAR = 365
_LEAP = 2000  # a year that has every date
# A night has two days, and reports slip by one; a city's next shooting is also but a day away.
_NEXT_DAY = -2.0
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# One weekday in seven, one day of the year: how likely two events are to share them by chance.
_SAME_WEEKDAY, _NEXT_WEEKDAY, _OTHER_WEEKDAY = 2.5, 0.0, -2.0
_SAME_DATE, _OTHER_DATE = 4.0, -3.0


def compare_dates(a: Profile, b: Profile, *, known: bool = False) -> Evidence:
    """What the days of two events tell.

    Args:
        a: the one.
        b: the other.
        known: both are so large that place and size tell them from others, without a day.
    """
    if a.is_dated and b.is_dated:
        weight, why = _both_dated(a, b)
    elif a.is_dated or b.is_dated:
        dated, bounded = (a, b) if a.is_dated else (b, a)
        told = bounded.anchor or bounded.end
        if told is None or dated.start is None:
            weight, why = _UNDATED, "one of them has no day"
        elif (bounded.days or 0) > _WEEK and days_between(dated, bounded) == 0:
            weight, why = _IN_ITS_MONTH, "told within the month"
        else:
            weight, why = _told_after(dated.start, told)
    elif a.start is not None and b.start is not None:
        gap = days_between(a, b)
        wide = max(a.days or 1, b.days or 1) > _WEEK
        steps = ((1, 2.0), (3, 0.5), (7, -1.5), (45, -4.0))
        weight = next((w for most, w in steps if gap <= most), -7.0)
        weight = min(weight, _IN_ITS_MONTH) if wide else weight
        why = f"reported {gap} days apart, neither dated"
    else:
        weight, why = (_UNDATED if known else _NO_DAY), "no day to go by"
    return Evidence("date", _show(a), _show(b), weight, why)


def _show(p: Profile) -> str:
    if p.start is None:
        return "undated"
    return str(p.start) if p.start == p.end else f"{p.start}/{p.end}"


def _both_dated(a: Profile, b: Profile) -> tuple[float, str]:
    gap = days_between(a, b)
    width = max(a.days or 1, b.days or 1)
    if gap == 0:
        if width <= 2:
            return 4.0, "same day"
        return (2.5 if width <= 9 else 1.0 if width <= 31 else 0.0), "the days overlap"
    why = f"{gap} days apart" if gap > 1 else "one day apart"
    if a.basis == b.basis == "stated" and width <= 2:
        return (-6.0 if gap == 1 else -14.0 if gap <= 4 else VETO), f"both stated, {why}"
    if gap == 1:
        return (_NEXT_DAY if width <= 2 else -0.5), why
    if gap == 2:
        return -3.0, why
    if gap <= 4:
        return -7.0, why
    if gap % 7 == 0 and gap <= 14 and "relative" in {a.basis, b.basis}:
        return -6.0, f"{gap} days apart, the same weekday"
    return (-8.0 if gap <= 10 else -11.0), why


def compare_named_days(a: Profile, b: Profile) -> Evidence | None:
    """What two reports tell by naming a day, where one of them cannot be put in a week."""
    if all(p.days is not None and p.days <= _WEEK for p in (a, b)):
        return None
    if a.calendar is not None and b.calendar is not None:
        if a.calendar == b.calendar:
            return Evidence("day", _calendar(a), _calendar(b), _SAME_DATE, "the same date named")
        one, other = (date(_LEAP, *c) for c in (a.calendar, b.calendar))
        weight = _NEXT_WEEKDAY if abs((one - other).days) == 1 else _OTHER_DATE
        return Evidence("day", _calendar(a), _calendar(b), weight, "other dates named")
    if a.weekday is None or b.weekday is None:
        return None
    left, right = _WEEKDAYS[a.weekday], _WEEKDAYS[b.weekday]
    apart = min((a.weekday - b.weekday) % 7, (b.weekday - a.weekday) % 7)
    if apart == 0:
        return Evidence("day", left, right, _SAME_WEEKDAY, "the same weekday named")
    weight = _NEXT_WEEKDAY if apart == 1 else _OTHER_WEEKDAY
    return Evidence("day", left, right, weight, "other weekdays named")


def _calendar(p: Profile) -> str:
    month, day = p.calendar or (0, 0)
    return f"{month:02}-{day:02}"


def days_between(a: Profile, b: Profile) -> int:
    """Days between two intervals, 0 where they overlap."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return 0
    return max(0, (b.start - a.end).days, (a.start - b.end).days)


def _told_after(day: date, told: date) -> tuple[float, str]:
    late = (told - day).days
    if late < -1:
        return VETO, "told before it happened"
    if late <= 2:
        return 2.0, "told within two days"
    if late <= 7:
        return 0.5, "told within the week"
    if late > _YEAR:
        return -5.0, "told more than a year later"
    return (-1.5 if late <= 45 else -3.0), "told later"
