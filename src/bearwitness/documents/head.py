"""What a report says about itself: byline, credit, dateline, stamp.

Rules over the shape and place of lines, English first. What no rule finds stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bearwitness.documents.agencies import agency_pattern, canonical_agency
from bearwitness.documents.lines import Line
from bearwitness.documents.stamps import Stamp, find_stamps, parse_stamp, stamps_of_posts
from bearwitness.model.span import Span
from bearwitness.text.date_grammar import find_dates

_HEAD_LINES = 12
_TAIL_LINES = 6
_STAMP_LABEL = (
    r"(?:(?:first |last |date )?(?:published|posted|updated|modified|edited|created|issued)"
    r"(?: (?:on|at|date|online))?|date(?:line)?|release date)"
)
_STAMP_LINE = re.compile(r"(?i)\b(?P<label>" + _STAMP_LABEL + r")\b\s*[:\-–|]?\s*")
_DATE_LINE_REST = re.compile(
    r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:am|pm|a\.m|p\.m|"
    r"gmt|utc|[a-z]{2,4}t|h|at|on|local time|time|by|min(?:ute)?s?(?: read)?|read)\b|"
    + _STAMP_LABEL
    + r"|\d{1,2}[:.]\d\d(?::\d\d)?|[\d\s,،.:;|/()\[\]+\-–—•·]+"
)
_BYLINE = re.compile(
    r"^(?:(?i:by|reporting by|written by|report(?:ed)? by|story by))\s*:?\s+"
    r"(?P<who>[A-Z][^\n]{1,90})$"
)
# Only one agency signs "(Reporting by …; Editing by …)" in brackets.
_HOUSE_STYLE = re.compile(
    r"\((?i:(?:additional )?reporting) by [^()]{1,300}(?i:editing) by [^()]{1,200}\)"
)
_CREDIT_REACH = 500
_CREDIT_WORDS = 16
_PHOTO = re.compile(
    r"(?i)\b(?:photo|image|picture|getty|file|courtesy|video|screenshot|screengrab|handout|via)\b"
)
_PLACE_WORD = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*[A-ZÀ-Þ.])"
_CAPS_PLACE = _PLACE_WORD + r"(?:[ \-](?:" + _PLACE_WORD + r"|\(?[A-Z]{2,}\)?|al-|de|el)){0,4}"
_MIXED_WORD = r"(?:[A-ZÀ-Þ][\w.'’\-]*|al-[A-Z][\w'’\-]*)"
_MIXED_PLACE = (
    _MIXED_WORD + r"(?:[ \-]" + _MIXED_WORD + r"|\s(?:de|el|al|of)\s" + _MIXED_WORD + r"){0,3}"
)
_REGION = r"(?:,\s*(?:" + _MIXED_WORD + r"(?:\s" + _MIXED_WORD + r"){0,2}))?"
_FUNCTION = re.compile(r"(?:AN?|IN|ON|AT|OF|OUR|THIS|THAT|THESE|IT|HE|SHE|THEY|WE|I|IF|AND|BUT)\b")
_DATE_PART = r"(?P<when>,\s*[^()\n]{3,24}?)?"
_DASH = r"\s*(?:--+|[–—:]|-(?=\s|[A-Z“\"]))\s*"
_DATELINES = (
    # BEIRUT (AP) — | QAMISHLI, Syria (North Press) – | BOGOTA, 10 JAN 90 (DPA) --
    re.compile(
        r"^(?P<place>(?:"
        + _CAPS_PLACE
        + r"|"
        + _MIXED_PLACE
        + r")(?:\s\([A-Z ]+\))?"
        + _REGION
        + r")"
        + _DATE_PART
        + r"\s*\((?P<credit>[^()\n]{2,60})\)"
        + _DASH
    ),
    # BOGOTA, 10 JAN 90 -- | BEIRUT, Nov 26 —
    re.compile(
        r"^(?P<place>" + _CAPS_PLACE + r"(?:\s\([A-Z ]+\))?" + _REGION + r")"
        r"(?P<when>,\s*(?:NO DATE|\d{1,2}\s+[A-Za-z]{3,9}\.?(?:\s+\d{2,4})?"
        r"|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:,?\s+\d{4})?))" + _DASH
    ),
    # Damascus, SANA-
    re.compile(r"^(?P<place>" + _MIXED_PLACE + _REGION + r"),\s*(?P<credit>[A-Z]{2,8})" + _DASH),
    # BEIRUT: | ERBIL — | DESERT HOT SPRINGS, Calif. -
    re.compile(r"^(?P<place>" + _CAPS_PLACE + _REGION + r")\s*(?:--+|[–—:]|\s-\s)\s*(?=\S)"),
    # Sidon (Lebanon):
    re.compile(
        r"^(?P<place>" + _MIXED_PLACE + r"\s\(" + _MIXED_PLACE + r"\))\s*[:–—]\s+(?=[A-Z“\"])"
    ),
    # Homs province:
    re.compile(
        r"^(?P<place>" + _MIXED_PLACE + r"\s(?i:province|governorate|district|region|city))\s?:\s"
    ),
)
# (Mogadishu, 4 Aug 2024) Thirty-seven …
_BRACKETED = re.compile(
    r"^\((?P<place>" + _MIXED_PLACE + _REGION + r"),\s*(?P<when>[^()\n]{5,24}?)\)\s*"
    r"(?:[–—-]+\s*)?(?=[A-Z\d“\"])"
)
_DATED_CREDIT = re.compile(r"^\((?P<when>[^()/\n]{6,30})\s*/\s*(?P<credit>[A-Za-z ]{2,30})\)\s")
_NO_PLACE = frozenset(
    [
        "PHOTO",
        "PHOTOS",
        "VIDEO",
        "WATCH",
        "UPDATE",
        "UPDATED",
        "BREAKING",
        "EXCLUSIVE",
        "LIVE",
        "ANALYSIS",
        "OPINION",
        "NEWSROOM",
        "NEWS",
        "EDITORIAL",
        "INTERVIEW",
        "FACTBOX",
        "TIMELINE",
        "CORRECTION",
        "CORRECTED",
        "NOTE",
        "SOURCE",
        "DATE",
        "READ",
        "MORE",
        "COMMENT",
        "REPORT",
        "STATEMENT",
        "PRESS",
        "RELEASE",
        "IMAGE",
        "IMAGES",
        "TAGS",
        "TOPICS",
        "FEATURE",
        "WARNING",
        "ALSO",
        "URGENT",
        "EXPLAINER",
        "PODCAST",
        "GALLERY",
        "SUMMARY",
        "BACKGROUND",
        "HEADLINE",
        "TITLE",
        "TEXT",
        "Q",
        "A",
    ]
)


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency as credited: its canonical name and where it stands."""

    agency: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place (as written), its span, and the date and credit inside the dateline, if any."""

    place: str | None
    span: Span | None
    stamp: str | None
    credit: Credit | None


def find_byline(lines: Sequence[Line]) -> str | None:
    """Who signs the report ("By X", "Reporting by X"), as written, or None."""
    for line in (*lines[:_HEAD_LINES], *lines[-_TAIL_LINES:]):
        found = _BYLINE.match(line.text)
        if found and line.words <= 14 and not re.search(r"[a-z]{3,}\.\s", line.text):
            who = re.split(
                r"\s+(?:Updated|Published|Posted)\s*:|\s*[|•/]{1,2}\s", found.group("who")
            )[0]
            return who.strip().rstrip(".") or None
    return None


@cache
def _closing_forms() -> tuple[re.Pattern[str], ...]:
    """Credits that may close a paragraph."""
    name = agency_pattern()
    return tuple(
        re.compile(form)
        for form in (
            r"[-–—]\s*\(?" + name + r"\)?\s*\.?$",
            r"\((?:with\s)?" + name + r"(?:\s*/\s*[\w .]{1,30})?\)\s*\.?$",
            r"(?i:\b(?:with|based on)\s(?:inputs?|reporting|reports?|files?|additional reporting)"
            r"\s(?:from|by)\s)(?:the\s|The\s)?" + name,
        )
    )


@cache
def _credit_forms() -> tuple[re.Pattern[str], ...]:
    """Credits on a line of their own, and those that may close one."""
    name = agency_pattern()
    own_line = (
        r"(?i:\bsources?\s*:\s*)(?:the\s)?" + name,
        r"^\(?(?:The\s)?" + name + r"\)?\.?$",
        r"^\((?:[^()\n]{0,40}[,/]\s*)?" + name + r"\)",
        r"(?i:\b(?:with|by|from)\b[^.\n]{0,60}?\b)" + name + r"\s*\)?\.?$",
        r"^(?:The\s)?" + name + r"(?i:\s+(?:contributed to this report|news agency)\b)",
    )
    return (*(re.compile(form) for form in own_line), *_closing_forms())


def find_credit(text: str, lines: Sequence[Line]) -> Credit | None:
    """The agency that the report credits, by a line near its head or end, or None.

    A photographer's credit is none of the report's.
    """
    seen: set[int] = set()
    for line in (*lines[:_HEAD_LINES], *lines[-_TAIL_LINES:]):
        if line.start in seen or _PHOTO.search(line.text[-80:]):
            continue
        seen.add(line.start)
        credit = _credit_in(text, line)
        if credit:
            return credit
    return None


def _credit_in(text: str, line: Line) -> Credit | None:
    # Credits open short lines or close long ones.
    base = max(line.start, line.end - _CREDIT_REACH)
    piece = text[base : line.end]
    house_style = _HOUSE_STYLE.search(piece)
    if house_style:
        return Credit("Reuters", Span.cut(text, base + house_style.start(), line.end))
    forms = _credit_forms() if line.words <= _CREDIT_WORDS else _closing_forms()
    for form in forms:
        found = form.search(piece)
        name = canonical_agency(found.group("agency")) if found else None
        if found and name:
            start, end = found.span("agency")
            return Credit(name, Span.cut(text, base + start, base + end))
    return _unlisted(text, line)


# "Source: X Agency": a body that calls itself an agency is one, listed or not.
_UNLISTED = re.compile(
    r"\s*source\s*:\s*(?P<agency>(?-i:[A-Z])[\w'’.-]*(?:\s+(?-i:[A-Z])[\w'’.-]*){0,3}?\s+"
    r"(?:news\s+)?(?:agency|agence|press|wire|newswire|news\s+service))\b",
    re.I,
)


def _unlisted(text: str, line: Line) -> Credit | None:
    found = _UNLISTED.match(text, line.start, line.end)
    if found is None:
        return None
    start, end = found.span("agency")
    return Credit(found.group("agency"), Span.cut(text, start, end))


def find_dateline(text: str, lines: Sequence[Line]) -> Dateline | None:
    """The first dateline among the first lines, or None."""
    reach = 1 if lines and text[lines[0].start :].isupper() else _HEAD_LINES
    for line in lines[:reach]:
        found = _dateline(line)
        if found is None:
            continue
        parts = found.groupdict()
        span = None
        if parts.get("place"):
            start = line.start + found.start("place")
            span = Span.cut(text, start, start + len(parts["place"].rstrip(" ,")))
        credit = None
        name = _credited(parts.get("credit"))
        if name:
            start = line.start + found.start("credit")
            credit = Credit(name, Span.cut(text, start, line.start + found.end("credit")))
        stamp = parts.get("when")
        return Dateline(
            span.quote if span else None, span, stamp.strip(" ,") if stamp else None, credit
        )
    return None


def _credited(credit: str | None) -> str | None:
    for part in re.split(r"[,/]|\band\b", credit or ""):
        name = canonical_agency(part)
        if name:
            return name
    return None


def _dateline(line: Line) -> re.Match[str] | None:
    if line.words < 8:
        return None
    for form in (*_DATELINES, _BRACKETED, _DATED_CREDIT):
        found = form.match(line.text)
        if found is None:
            continue
        if form in (_BRACKETED, _DATED_CREDIT):
            return found if find_stamps(found.group("when")) else None
        place = found.group("place")
        words = set(re.findall(r"\w+", place))
        if words & _NO_PLACE or len(place) < 3 or _FUNCTION.match(place):
            continue
        credit = found.groupdict().get("credit")
        if form is _DATELINES[0] and not place.split(",")[0].isupper() and not _credited(credit):
            continue
        if form is _DATELINES[2] and not _credited(credit):
            continue
        return found
    return None


@dataclass(frozen=True, slots=True)
class PageStamp:
    """When the page says it was published: the words as written, and the date they give.

    `updated`: the label speaks of a change, not of the first publication.
    `opens`: where it stands (start, end), if it opens a paragraph that names another day.
    """

    written: str
    stamp: Stamp
    updated: bool = False
    opens: tuple[int, int] | None = None


def find_page_stamp(lines: Sequence[Line]) -> PageStamp | None:
    """The page's own date: a labelled stamp, or a line near the head that is nothing but a date.

    "Published" goes before "Updated", that before a bare date line, and that before a line at the
    very head that dates a name ("The Example Post, 14 March 2025"). Of a bulletin it is the last
    day that its heading gives. Last comes a day that one paragraph at the head opens with.
    """
    best: tuple[int, PageStamp] | None = None
    for place, line in enumerate((*lines[:_HEAD_LINES], *lines[-_TAIL_LINES:])):
        candidate = _labelled(line)
        if candidate is None and place < len(lines[:_HEAD_LINES]):
            stamp = _is_date_line(line.text)
            if stamp:
                candidate = (3, PageStamp(line.text, stamp))
            elif place < _NAMED_DATE_LINES and (stamp := _dated_name(line)):
                candidate = (4, PageStamp(line.text[stamp.start : stamp.end], stamp))
            elif place < _NAMED_DATE_LINES and (stamp := _dated_bulletin(line)):
                candidate = (5, PageStamp(line.text[stamp.start : stamp.end], stamp))
        if candidate and (best is None or candidate[0] < best[0]):
            best = candidate
    return best[1] if best else _opening_day(lines)


_SET_OFF = re.compile(r"\s*(?:[-–—|:]+|\([\w .]{2,30}\)\s*[-–—:]+)\s+(?=[A-Z“\"'‘])")


def _opening_day(lines: Sequence[Line]) -> PageStamp | None:
    """The day that a paragraph at the head opens with ("August 10, 2018 - Dozens of …").

    A list of dated events has several such paragraphs, and dates none of them.
    """
    opened: list[PageStamp] = []
    for line in lines:
        stamp = next(iter(find_stamps(line.text[:60])), None)
        if stamp is None or stamp.precision != "day" or line.text[: stamp.start].strip():
            continue
        if line.is_prose and _SET_OFF.match(line.text, stamp.end):
            written = line.text[: stamp.end]
            dated = any(e.kind in ("weekday", "day") for e in find_dates(line.text, stamp.end))
            at = (line.start, line.start + stamp.end) if dated else None
            opened.append(PageStamp(written, stamp, opens=at))
    head = [line.text for line in lines[:_NAMED_DATE_LINES]]
    if len(opened) != 1 or not any(text.startswith(opened[0].written) for text in head):
        return None
    return opened[0]


_POSTED = re.compile(r"\(@\w{1,15}\)\s*(?:[·•|–—-]\s*)?(?=[A-Z\d])")


def find_post_stamp(lines: Sequence[Line]) -> Stamp | None:
    """The day of the newest post that the page embeds, by its line or its address.

    No page is older than what it embeds, and most are hardly younger: the day serves where the
    page tells none of its own.
    """
    stamps = [stamp for line in lines for stamp in stamps_of_posts(line.text)]
    for line in lines:
        for found in _POSTED.finditer(line.text):
            rest = line.text[found.end() : found.end() + 30]
            stamp = parse_stamp(rest)
            if stamp is not None and stamp.precision == "day" and not rest[: stamp.start].strip():
                stamps.append(stamp)
    return max(stamps, key=lambda stamp: stamp.date, default=None)


def _labelled(line: Line) -> tuple[int, PageStamp] | None:
    if line.words > 24 or len(line.text) > 300:
        return None
    best: tuple[int, PageStamp] | None = None
    for found in _STAMP_LINE.finditer(line.text):
        rest = line.text[found.end() :]
        stamp = parse_stamp(rest[:60])
        if stamp is None or _DATE_LINE_REST.sub("", rest[: stamp.start]).strip():
            continue
        clock = re.match(
            r"[\s,T]*(?:at\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\s*(?:[AaPp]\.?[Mm]\.?)?"
            r"\s*(?:[A-Z]{2,4}\b|[+-]\d\d:?\d\d)?",
            rest[stamp.end :],
        )
        end = stamp.end + (clock.end() if clock else 0)
        label = found.group("label").lower()
        rank = 2 if re.search("updat|modif|edit", label) else 1
        if best is None or rank < best[0]:
            best = rank, PageStamp(rest[:end].strip(), stamp, rank == 2)
    return best


def dates_or_places(line: Line) -> bool:
    """Whether a line opens with a dateline or says nothing but a date: no headline does.

    A line that dates a name tells who published when, and is none either.
    """
    return (
        _dateline(line) is not None
        or _is_date_line(line.text) is not None
        or _dated_name(line) is not None
    )


_NAMED_DATE_LINES = 4
_BULLETIN = re.compile(
    r"\b(?:daily|weekly|monthly|update|bulletin|sitrep|situation report|flash report|round-?up"
    r"|digest|briefing|summary|reporting period|period covered|news of|events of)\b",
    re.I,
)


def _dated_bulletin(line: Line) -> Stamp | None:
    """The last day that the heading of a bulletin gives: "Reporting period: 20-26 January 2025"."""
    if line.stopped or line.runs_on or len(line.text) > 160 or not _BULLETIN.search(line.text):
        return None
    stamps = [stamp for stamp in find_stamps(line.text) if stamp.precision == "day"]
    return max(stamps, key=lambda stamp: stamp.date, default=None)


_NAME_WORDS = 8
_NAME_JOINS = frozenset(("of", "the", "for", "and", "de", "del", "la", "le", "al", "el"))
_BEFORE_DATE = re.compile(r"[,|·•–—/(-]\s*(?:on\s+)?$")
_AFTER_DATE = re.compile(r"^\s*[,|·•–—/)-]")


def _dated_name(line: Line) -> Stamp | None:
    """The stamp of a line of names alone with a day set off from them, else None.

    "The Example Post, 14 March 2025", "By the Newsroom | 3 May 2024", "3 May 2024 - Example Wire".
    """
    if line.stopped or line.runs_on or len(line.text) > 100:
        return None
    stamps = find_stamps(line.text)
    if len(stamps) != 1 or stamps[0].precision != "day":
        return None
    before, after = line.text[: stamps[0].start], line.text[stamps[0].end :]
    before = re.sub(r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*$", "", before)
    after = re.sub(r"^[\s,]*\d{1,2}[:.]\d\d\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:[A-Z]{2,4}\b)?", "", after)
    if not before.strip() and not after.strip():
        return None
    set_off = (not before.strip() or _BEFORE_DATE.search(before)) and (
        not after.strip() or _AFTER_DATE.search(after)
    )
    names = re.sub(r"^\s*(?i:by)\s*:?\s", "", before + after)
    words = re.findall(r"[^\W\d_][\w'’.-]*", names)
    named = [word for word in words if word.lower() not in _NAME_JOINS]
    if not set_off or not named or len(words) > _NAME_WORDS:
        return None
    return stamps[0] if all(word[0].isupper() for word in named) else None


def _is_date_line(text: str) -> Stamp | None:
    """The stamp of a line that says nothing but a date, else None."""
    if len(text) > 80:
        return None
    stamps = find_stamps(text)
    if not stamps:
        return None
    rest = text[: stamps[0].start] + " " + text[stamps[-1].end :]
    return None if _DATE_LINE_REST.sub("", rest).strip() else stamps[0]
