"""Titles of incidents: "Air strike in Raqqa, Syria, 25 Nov 2014"."""

from __future__ import annotations

from datetime import date

from bearwitness.register.codes import label
from bearwitness.register.frame import Frame
from bearwitness.text.countries import country_name

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def title(frame: Frame) -> str:
    """What, where and when, as far as known; never a name of a person."""
    parts = [label(frame.event_type, frame.sub_event_type)]
    place = frame.place
    if place is not None:
        parts[0] += f" in {place.name}"
        country = country_name(place.country) if place.country else None
        if country and country != place.name:
            parts.append(country)
    days = day_words(frame.when.start, frame.when.end)
    parts.append(days or "date unknown")
    return ", ".join(parts)


def day_words(start: date | None, end: date | None) -> str | None:
    """As "25 Nov 2014", "25–27 Nov 2014", "Nov 2014", None where unknown."""
    if start is None:
        return None
    last = end or start
    if start == last:
        return f"{start.day} {_MONTHS[start.month - 1]} {start.year}"
    if (start.year, start.month) == (last.year, last.month):
        whole = start.day == 1 and (last.day >= 28 and _is_month_end(last))
        days = "" if whole else f"{start.day}–{last.day} "
        return f"{days}{_MONTHS[start.month - 1]} {start.year}"
    return f"{day_words(start, start)} – {day_words(last, last)}"


def _is_month_end(day: date) -> bool:
    return (
        day.toordinal() + 1 == date(day.year + day.month // 12, day.month % 12 + 1, 1).toordinal()
    )
