"""Absolute dates as pages and records print them: ISO, RFC 822, "26 November 2014", "2014-11".

A date that can be read two ways ("03/04/2015") stays unknown. No zone is supposed where none is
written: the day is the day as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal
from urllib.parse import urlsplit

Precision = Literal["day", "month", "year"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_GAP = r"[\s,،.\-/]{1,3}"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        r"(?<!\d)" + _YEAR + r"[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:1[89]|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)",
        _DAY + r"\s*(?:of\s+)?(?:[\s,،.\-/]{0,3})" + _MONTH + _GAP + _YEAR,
        r"(?<![a-z])" + _MONTH + r"\s*" + _DAY + r"(?:\s*[,،.]\s*|\s+)" + _YEAR,
        _DAY + r"\s" + _MONTH + r"\s(?P<short>\d\d)(?![\d:])",
        r"(?<!\d)(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.]" + _YEAR,
        r"(?<![a-z])" + _MONTH + r"[\s,،]{1,2}" + _YEAR,
    )
)
_POST = re.compile(
    r"\b(?:twitter|x)\.com/(?:i/web|\w{1,15})/status(?:es)?/(?P<number>\d{16,19})\b", re.I
)
_POST_EPOCH = 1288834974657  # milliseconds: 4 November 2010
_FIRST_POST, _LAST_POST = 2010, 2079
_WHOLE_MONTH = re.compile(r"(?P<year>(?:1[89]|20)\d\d)[-/](?P<month>0?[1-9]|1[0-2])")
_WHOLE_YEAR = re.compile(r"(?P<year>(?:1[89]|20)\d\d)")
_URL_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[/\-_]?)(?P<month>0[1-9]|1[0-2]|[1-9](?=/))(?P=sep)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?=/))(?!\d)"
)
_URL_NAMED = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[/_-])(?P<month>[a-z]{3,9})(?P=sep)(?P<day>\d{1,2})(?!\d)",
    re.I,
)
_URL_WORDS = re.compile(
    r"(?<![a-z\d])(?:(?P<day>\d{1,2})[-_](?P<month>[a-z]{3,9})|(?P<named>[a-z]{3,9})[-_](?P<after>\d{1,2}))"
    r"[-_](?P<year>20\d\d)(?=/|$|\.[a-z]{3,5}$)",  # amid a slug it is what the page tells of
    re.I,
)
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?:/|$)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date read from a stamp.

    Attributes:
        date: the day; the first of the month or year where the stamp says no more.
        precision: what the stamp says: "day", "month" or "year".
        start, end: offsets in the string read.
    """

    date: date
    precision: Precision
    start: int
    end: int


def parse_stamp(text: str) -> Stamp | None:
    """The first date in a short string (a record's field, a stamp line), or None.

    Numbers with two readings ("03/04/2015") give None.
    """
    whole = text.strip()
    for pattern in (_WHOLE_MONTH, _WHOLE_YEAR):
        found = pattern.fullmatch(whole)
        if found:
            parts = found.groupdict()
            month = int(parts.get("month") or 1)
            precision: Precision = "month" if parts.get("month") else "year"
            at = text.index(whole)
            return Stamp(date(int(parts["year"]), month, 1), precision, at, at + len(whole))
    stamps = sorted(_all(text[:400]), key=lambda s: (s.start, -s.end))
    return stamps[0] if stamps else None


def find_stamps(text: str) -> list[Stamp]:
    """Every date of the accepted forms in a line, in order, none inside another."""
    out: list[Stamp] = []
    for stamp in sorted(_all(text), key=lambda s: (s.start, -s.end)):
        if not out or stamp.start >= out[-1].end:
            out.append(stamp)
    return out


def _all(text: str) -> Iterator[Stamp]:
    for pattern in _FORMS:
        for found in pattern.finditer(text):
            stamp = _stamp(found)
            if stamp is not None:
                yield stamp


def _stamp(found: re.Match[str]) -> Stamp | None:
    parts = found.groupdict()
    if parts.get("short"):
        short = int(parts["short"])
        year = short + (1900 if short >= 70 else 2000)
    else:
        year = int(parts["year"])
    if parts.get("a"):
        day_month = _day_and_month(int(parts["a"]), int(parts["b"]))
        if day_month is None:
            return None
        day, month = day_month
    else:
        named = parts["month"].lower().rstrip(".")
        month = int(named) if named.isdigit() else _MONTHS[named]
        day = int(parts["day"]) if parts.get("day") else 0
    return _dated(year, month, day, found.start(), found.end())


def _day_and_month(a: int, b: int) -> tuple[int, int] | None:
    """Day and month of "a/b", or None where either could be either."""
    if a == b:
        return a, b
    if a > 12 >= b:
        return a, b
    if b > 12 >= a:
        return b, a
    return None


def _dated(year: int, month: int, day: int, start: int, end: int) -> Stamp | None:
    try:
        if day:
            return Stamp(date(year, month, day), "day", start, end)
        return Stamp(date(year, month, 1), "month", start, end)
    except ValueError:
        return None


def stamps_of_posts(text: str) -> Iterator[Stamp]:
    """The days (UTC) of posts on X whose addresses stand in a text.

    A post's number holds the moment it was given: all but the lowest 22 bits count milliseconds
    from the epoch that the service's developers have published.
    """
    for found in _POST.finditer(text):
        at = ((int(found["number"]) >> 22) + _POST_EPOCH) / 1000
        day = datetime.fromtimestamp(at, UTC).date()
        if _FIRST_POST <= day.year <= _LAST_POST:
            yield Stamp(day, "day", found.start(), found.end())


def stamp_in_url(url: str) -> Stamp | None:
    """The date in an address's path ("/2014/11/27/", "27-Nov-2014", "/2014/11/"), or None.

    Of a post on X (Twitter), the day by which its number was given.
    """
    post = next(stamps_of_posts(url), None)
    if post is not None:
        return post
    path = urlsplit(url).path if "://" in url else url
    # An archived copy's address holds the address of the page after its own date.
    inner = re.search(r"https?:/{1,2}", path)
    if inner:
        path = path[inner.end() :]
    for pattern in (_URL_DAY, _URL_NAMED, _URL_WORDS, _URL_MONTH):
        for found in pattern.finditer(path):
            parts = found.groupdict()
            named = (parts["month"] or parts["named"]).lower()
            month = int(named) if named.isdigit() else _MONTHS.get(named, 0)
            day = int(parts.get("day") or parts.get("after") or 0)
            stamp = _dated(int(parts["year"]), month, day, found.start(), found.end())
            if stamp is not None:
                return stamp
    return None
