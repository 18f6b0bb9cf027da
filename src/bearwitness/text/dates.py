"""Dates: find the expressions of a text, and reckon the days they mean from an anchor.

`find_dates` finds, `resolve` reckons. Casualty reports look back: a weekday or a day without a
year means the most recent such day on or before the anchor, unless the tense says otherwise.
What cannot be reckoned stays without a date and keeps its words.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from bearwitness.model.claim import TimeBasis, TimePrecision, When
from bearwitness.model.document import Anchor
from bearwitness.text.date_grammar import DateExpr, find_dates

__all__ = ["DateExpr", "Tense", "find_dates", "resolve", "shift_months"]

Tense = Literal["past", "future"]

# A stamp may lag behind the event's own day by a zone or two; beyond this, a day without a year
# that lies ahead of the anchor belongs to the year before.
_AHEAD = timedelta(days=3)
_LONGEST_YEARS = 300
# A weekday said with the day ("Friday, 5 June") picks the year, within this many days.
_FITTING_DAYS = 366


def resolve(
    expr: DateExpr,
    anchor: Anchor,
    *,
    past_first: bool = True,
    tense: Tense | None = None,
    reference: date | None = None,
) -> When:
    """The interval of days that an expression means.

    Args:
        expr: as found.
        anchor: the document's day; without one, only what fixes its own year is dated.
        past_first: read weekdays and days without a year as the latest on or before the anchor.
        tense: "future" reads them ahead ("will meet on Friday").
        reference: the day told of so far, for "the same day", "two days later", and a year for
            days without one where the anchor is missing.

    Returns:
        Start and end (both included) with precision and basis; without a date, precision "none"
        and the words kept.
    """
    ahead = tense == "future" or not past_first
    try:
        interval = _interval(expr, anchor, ahead, reference)
    except (ValueError, OverflowError):
        interval = None
    if interval is None:
        return When(text=expr.text)
    start, end, precision, basis = interval
    if expr.relation == "since":
        last = anchor.date if anchor.date is not None and anchor.date >= start else None
        return When(start, last, precision, basis, expr.text)
    if expr.relation == "until":
        return When(None, end, precision, basis, expr.text)
    return When(start, end, precision, basis, expr.text)


Interval = tuple[date, date, TimePrecision, TimeBasis]


def _interval(
    expr: DateExpr, anchor: Anchor, ahead: bool, reference: date | None
) -> Interval | None:
    day = anchor.date if anchor.precision == "day" else None
    if expr.kind == "range":
        return _range(expr, anchor, ahead, reference)
    if expr.kind in {"calendar", "numeric"}:
        return _calendar(expr, _last_day(anchor), ahead, reference)
    if expr.kind == "anaphor":
        return _anaphor(expr, reference)
    if expr.kind == "weekday":
        return _weekday(expr, day, ahead, reference)
    if day is None:
        return _coarse(expr, anchor)
    if expr.kind == "day":
        return _day(expr, day)
    if expr.kind == "period":
        return _period(expr, day)
    if expr.kind == "ago":
        return _ago(expr, day)
    if expr.kind == "window":
        return _window(expr, day)
    return None


def _coarse(expr: DateExpr, anchor: Anchor) -> Interval | None:
    """What an anchor known only to the month or year still tells; seasons that bring a year."""
    if expr.kind == "period" and expr.unit == "season" and expr.year is not None:
        return _season(expr.year, expr.month or 3, "stated")
    if anchor.date is None or expr.kind not in {"period", "ago"} or expr.unit != "year":
        return None
    return _period(expr, anchor.date) if expr.kind == "period" else _ago(expr, anchor.date)


def _range(expr: DateExpr, anchor: Anchor, ahead: bool, reference: date | None) -> Interval | None:
    if expr.first is None or expr.last is None:
        return None
    last = _interval(expr.last, anchor, ahead, reference)
    if last is None:
        return None
    first_expr = expr.first
    basis = last[3]
    if first_expr.kind == "weekday" and first_expr.weekday is not None:
        back = (last[0].weekday() - first_expr.weekday) % 7
        return last[0] - timedelta(days=back), last[1], "days", basis
    year = first_expr.year or last[0].year
    month = first_expr.month or last[0].month
    if first_expr.year is None and month > last[0].month:
        year -= 1
    if first_expr.day is None:
        start = date(year, month if first_expr.month else 1, 1)
        precision: TimePrecision = "month" if first_expr.month else "year"
        return (start, last[1], precision, basis) if start <= last[1] else None
    start = date(year, month, first_expr.day)
    return (start, last[1], "days", basis) if start <= last[1] else None


def _last_day(anchor: Anchor) -> date | None:
    """The last day that an anchor may be: of one known to the month, "17 February" is within it."""
    if anchor.date is None or anchor.precision not in ("month", "year"):
        return anchor.date
    if anchor.precision == "year":
        return date(anchor.date.year, 12, 31)
    after = date(anchor.date.year + anchor.date.month // 12, anchor.date.month % 12 + 1, 1)
    return after - timedelta(days=1)


def _calendar(
    expr: DateExpr, anchor: date | None, ahead: bool, reference: date | None
) -> Interval | None:
    if expr.kind == "numeric":
        return _open_order(expr, anchor)
    if expr.weekday is not None and expr.amount is not None and expr.month is not None:
        return _floating(expr, anchor or reference, ahead)
    year, basis = expr.year, "stated"
    if year is None:
        basis = "relative"
        year = _year_for(expr, anchor, ahead, reference)
    if year is None:
        return None
    said: TimeBasis = "stated" if basis == "stated" else "relative"
    if expr.month is None:
        return _part_of_year(year, expr.part, said)
    if expr.day is None:
        return _part_of_month(year, expr.month, expr.part, said)
    day = date(year, expr.month, expr.day)
    return day, day, "day", said


def _floating(expr: DateExpr, anchor: date | None, ahead: bool) -> Interval | None:
    """A feast on some weekday of a month: the last one before the anchor, or the next ahead."""
    if expr.year is not None:
        day = _nth_weekday(expr, expr.year)
        return day, day, "day", "stated"
    if anchor is None:
        return None
    days = [_nth_weekday(expr, y) for y in range(anchor.year - 1, anchor.year + 2)]
    near = min(d for d in days if d >= anchor) if ahead else max(d for d in days if d <= anchor)
    return near, near, "day", "relative"


def _nth_weekday(expr: DateExpr, year: int) -> date:
    month, weekday, number = expr.month or 1, expr.weekday or 0, int(expr.amount or 1)
    if number < 0:
        last = _clipped(year, month, 31)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _open_order(expr: DateExpr, anchor: date | None) -> Interval | None:
    """Of "03/04/2014", the order nearest on or before the anchor; without one, the year only."""
    year, a, b = expr.year, expr.month, expr.day
    if year is None or a is None or b is None:
        return None
    if anchor is None:
        return date(year, 1, 1), date(year, 12, 31), "year", "stated"
    readings = [date(year, a, b), date(year, b, a)]
    near = min(readings, key=lambda d: (d > anchor + _AHEAD, abs((anchor - d).days), d))
    return near, near, "day", "stated"


def _year_for(
    expr: DateExpr, anchor: date | None, ahead: bool, reference: date | None
) -> int | None:
    """The year of a day or month said without one."""
    if anchor is None and reference is None:
        return None
    if anchor is None:
        # Told within a dated text: the year of the day told of.
        return reference.year if reference is not None else None
    if expr.unit == "year" and expr.amount is not None:  # "January this year"
        return anchor.year + expr.shift
    if expr.month is None:
        return None
    if expr.weekday is not None and expr.day is not None:
        fitting = [
            d
            for y in (anchor.year - 1, anchor.year, anchor.year + 1)
            if (d := _clipped(y, expr.month, expr.day)).weekday() == expr.weekday
            and d.day == expr.day
        ]
        if len(fitting) == 1 and abs((fitting[0] - anchor).days) <= _FITTING_DAYS:
            return fitting[0].year
    first = _clipped(anchor.year, expr.month, expr.day or 1)
    if ahead:
        last = _clipped(anchor.year, expr.month, expr.day or 28)
        return anchor.year if last >= anchor else anchor.year + 1
    year = anchor.year if first <= anchor + _AHEAD else anchor.year - 1
    # Early in January a stamp may lag behind "31 December"'s successor, never the other way.
    if _clipped(anchor.year + 1, expr.month, expr.day or 1) <= anchor + _AHEAD:
        year = anchor.year + 1
    if expr.shift < 0 and expr.month == anchor.month and year == anchor.year:
        year -= 1  # "last March", said in March
    return year


def _clipped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _part_of_year(year: int, part: str | None, basis: TimeBasis) -> Interval:
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (12, 12)}.get(
        part or "", (1, 12)
    )
    return date(year, first, 1), _clipped(year, last, 31), "year", basis


def _part_of_month(year: int, month: int, part: str | None, basis: TimeBasis) -> Interval:
    first, last = {"early": (1, 10), "mid": (10, 20), "late": (21, 31), "end": (25, 31)}.get(
        part or "", (1, 31)
    )
    return date(year, month, first), _clipped(year, month, last), "month", basis


def _season(year: int, month: int, basis: TimeBasis) -> Interval:
    start = date(year, month, 1)
    return start, shift_months(start, 3) - timedelta(days=1), "season", basis


def _weekday(
    expr: DateExpr, anchor: date | None, ahead: bool, reference: date | None
) -> Interval | None:
    if expr.weekday is None:
        return None
    if expr.amount is not None and reference is not None:  # "the following Friday"
        forward = (expr.weekday - reference.weekday() - 1) % 7 + 1
        day = reference + timedelta(days=forward)
        return day, day, "day", "relative"
    if anchor is None:
        return None
    if expr.unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=expr.shift)
        day = monday + timedelta(days=expr.weekday)
    elif expr.shift > 0 or (ahead and expr.shift == 0):
        forward = (expr.weekday - anchor.weekday()) % 7
        day = anchor + timedelta(days=forward or (7 if expr.shift > 0 else 0))
    else:
        back = (anchor.weekday() - expr.weekday) % 7
        day = anchor - timedelta(days=back or (7 if expr.shift < 0 else 0))
    return day, day, "day", "relative"


def _day(expr: DateExpr, day: date) -> Interval:
    moved = day + timedelta(days=expr.shift)
    if expr.part == "overnight":
        return moved - timedelta(days=1), moved, "days", "relative"
    return moved, moved, "day", "relative"


def _period(expr: DateExpr, day: date) -> Interval | None:
    if expr.unit == "season":
        return _said_season(expr, day)
    if expr.part == "weekend":
        return _weekend(expr.shift, day)
    if expr.unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=expr.shift)
        last = monday + timedelta(days=6)
        return monday, min(last, day) if expr.shift == 0 else last, "week", "relative"
    if expr.unit == "month":
        first = shift_months(day.replace(day=1), expr.shift)
        last = shift_months(first, 1) - timedelta(days=1)
        return first, min(last, day) if expr.shift == 0 else last, "month", "relative"
    if expr.unit == "year":
        if expr.amount:
            return day.replace(year=day.year - int(expr.amount), day=1), day, "year", "relative"
        start, end, precision, basis = _part_of_year(day.year + expr.shift, expr.part, "relative")
        return start, max(start, min(end, day)) if expr.shift == 0 else end, precision, basis
    return None


def _said_season(expr: DateExpr, day: date) -> Interval:
    month = expr.month or 3
    if expr.year is not None:
        return _season(expr.year, month, "stated")
    year = day.year
    if expr.shift >= 0 and date(year, month, 1) > day and expr.shift == 0:
        year -= 1
    if expr.shift < 0 and _season(year, month, "relative")[1] >= day:
        year -= 1
    return _season(year, month, "relative")


def _weekend(shift: int, day: date) -> Interval:
    """The weekend just past (or running); "next weekend" the one to come."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    if shift > 0:
        saturday += timedelta(weeks=1)
    elif shift < 0 and day.weekday() >= 5:
        saturday -= timedelta(weeks=1)
    return saturday, saturday + timedelta(days=1), "days", "relative"


def _ago(expr: DateExpr, day: date) -> Interval | None:
    amount = expr.amount
    if amount is None or amount > 1000:
        return None
    if expr.unit == "hour":
        moved = day - timedelta(days=int(amount // 24))
        return moved, moved, "day", "relative"
    if expr.unit == "day":
        moved = day - timedelta(days=int(amount))
        return moved, moved, "day", "relative"
    if expr.unit == "week":
        centre = day - timedelta(days=round(7 * amount))
        if expr.weekday is not None:  # "a week ago Friday"
            centre -= timedelta(days=(centre.weekday() - expr.weekday) % 7)
            return centre, centre, "day", "relative"
        return centre - timedelta(days=2), centre + timedelta(days=2), "week", "relative"
    if expr.unit == "month":
        first = shift_months(day.replace(day=1), -round(amount))
        return first, shift_months(first, 1) - timedelta(days=1), "month", "relative"
    if amount > _LONGEST_YEARS:
        return None
    centre = shift_months(day.replace(day=1), -round(12 * amount))
    if amount != int(amount):  # half years: the half year around the point
        last = shift_months(centre, 4) - timedelta(days=1)
        return shift_months(centre, -3), last, "year", "relative"
    return date(centre.year, 1, 1), date(centre.year, 12, 31), "year", "relative"


def _window(expr: DateExpr, day: date) -> Interval | None:
    amount = expr.amount
    if amount is None:
        return None
    if expr.unit in {"month", "year"}:
        months = round(amount * (12 if expr.unit == "year" else 1))
        precision: TimePrecision = "month" if expr.unit == "month" else "year"
        return shift_months(day, -months), day, precision, "relative"
    days = {"hour": amount / 24, "day": amount, "week": 7 * amount}.get(expr.unit)
    if days is None:
        return None
    start = day - timedelta(days=max(1, round(days)) if days >= 1 else 0)
    return start, day, "days" if start < day else "day", "relative"


def _anaphor(expr: DateExpr, reference: date | None) -> Interval | None:
    if reference is None or expr.amount is None:
        return None
    steps = expr.shift * expr.amount
    if expr.unit in {"hour", "day"}:
        moved = reference + timedelta(days=int(steps / (24 if expr.unit == "hour" else 1)))
        return moved, moved, "day", "relative"
    if expr.unit == "week":
        moved = reference + timedelta(days=round(7 * steps))
        return moved - timedelta(days=2), moved + timedelta(days=2), "week", "relative"
    if expr.unit == "month":
        first = shift_months(reference.replace(day=1), round(steps))
        return first, shift_months(first, 1) - timedelta(days=1), "month", "relative"
    year = reference.year + round(steps)
    return date(year, 1, 1), date(year, 12, 31), "year", "relative"


def shift_months(day: date, months: int) -> date:
    """`day` moved by whole months, clipped to the length of the month reached."""
    count = day.year * 12 + day.month - 1 + months
    return _clipped(count // 12, count % 12 + 1, day.day)
