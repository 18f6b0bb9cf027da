"""A record as read from an input, and the document made of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from bearwitness.documents.agencies import canonical_agency
from bearwitness.documents.furniture import find_furniture, older_pictures
from bearwitness.documents.head import (
    Credit,
    Dateline,
    PageStamp,
    find_byline,
    find_credit,
    find_dateline,
    find_page_stamp,
    find_post_stamp,
)
from bearwitness.documents.headline import GAP, find_title, tidy_title, to_put_before
from bearwitness.documents.language import declared_language, detect_language
from bearwitness.documents.lines import Line, lines_of
from bearwitness.documents.stamps import Stamp, parse_stamp, stamp_in_url
from bearwitness.model.document import Anchor, Document
from bearwitness.model.ids import document_id
from bearwitness.model.span import Span

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document with the bytes it was read from (`document.sha256` is their digest)."""

    document: Document
    raw: bytes


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One record as a reader found it, before anything is read out of its text.

    Attributes:
        source_id: what the input calls it.
        raw: the record's bytes.
        text: the report's text; offsets will refer to it.
        title, url, publisher, byline, published_at, retrieved_at, language, agency: as the record
            or the page's own metadata state them.
        stamp_in_page: whether `published_at` comes from the page's metadata, not from a record.
        extra: what else the record brought, and notes of the reader.
    """

    source_id: str
    raw: bytes
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published_at: str | None = None
    retrieved_at: str | None = None
    language: str | None = None
    agency: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


def build(record: SourceRecord) -> RawDocument:
    """The document of a record: metadata read from the text, furniture set apart, date anchored."""
    text = _UNSTORABLE.sub("\ufffd", record.text)
    extra = dict(record.extra)
    if text != record.text:
        extra["replaced_characters"] = len(_UNSTORABLE.findall(record.text))
    lines = lines_of(text)
    given_title = tidy_title(
        _UNSTORABLE.sub("\ufffd", record.title or ""), record.publisher, record.url
    )
    title_span = find_title(text, lines, given_title)
    if title_span is None and "toponyms" not in extra:
        text, lines, title_span = _under_headline(text, lines, given_title, extra)
    if record.title and given_title != record.title:
        extra["title_as_given"] = record.title
    furniture = find_furniture(text, lines, title_span)
    apart = [(span.start, span.end) for span in furniture]
    starts = [start for start, _ in apart]
    kept = [line for line in lines if not _covered(line, starts, apart)]
    if title_span is None and given_title is None:
        title_span = find_title(text, kept, None)  # behind a menu
    dateline = find_dateline(text, kept)
    # A "Source: … Published: …" line is furniture, yet it is the page's own word on itself.
    whole = len(kept) == len(lines)
    stamp = find_page_stamp(kept) or (None if whole else find_page_stamp(lines))
    signed = find_credit(text, kept) or (None if whole else find_credit(text, lines))
    credit = _credit(record, dateline, signed)
    anchor, published = _anchor(record, stamp, dateline)
    if anchor.date is None and (post := find_post_stamp(kept)):
        anchor = _anchored(post)
        extra["dated_by"] = "the newest post that it embeds"
    if stamp is not None and stamp.opens is not None:
        # The day of the page, not of the event.
        furniture = sorted([*furniture, Span.cut(text, *stamp.opens)])
    if anchor.date is not None and anchor.precision == "day":
        furniture = sorted([*furniture, *older_pictures(text, kept, anchor.date)])
    digest = sha256(record.raw).hexdigest()
    _flag_dates(extra, anchor, record.retrieved_at)
    document = Document(
        document_id=document_id(record.source_id, digest),
        source_id=record.source_id,
        text=text,
        sha256=digest,
        language=declared_language(record.language) or detect_language(text),
        title=title_span.quote if title_span else given_title,
        title_span=title_span,
        url=record.url,
        publisher=record.publisher,
        byline=record.byline or find_byline(kept),
        agency=credit[0],
        agency_span=credit[1],
        dateline=dateline.place if dateline else None,
        dateline_span=dateline.span if dateline else None,
        published_at=published,
        retrieved_at=record.retrieved_at,
        anchor=anchor,
        furniture=tuple(furniture),
        extra=extra,
    )
    return RawDocument(document, record.raw)


def _under_headline(
    text: str, lines: list[Line], given: str | None, extra: dict[str, object]
) -> tuple[str, list[Line], Span | None]:
    """The text under the title that the record gives apart from it, the lines of the text alone.

    What a record codes by offsets of its own text (`toponyms`) keeps the title out.
    """
    title = to_put_before(text, lines, given)
    if title is None:
        return text, lines, None
    extra["text_begins_at"] = len(title + GAP)
    whole = title + GAP + text
    rest = [line for line in lines_of(whole) if line.start >= len(title)]
    return whole, rest, Span.cut(whole, 0, len(title))


def _covered(line: Line, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    before = bisect_right(starts, line.start) - 1
    return before >= 0 and line.end <= spans[before][1]


def _credit(
    record: SourceRecord,
    dateline: Dateline | None,
    found: Credit | None,
) -> tuple[str | None, Span | None]:
    """Agency and its span: the record's word first, then the dateline's, then a credit line's."""
    credit = dateline.credit if dateline and dateline.credit else found
    if record.agency:
        given = canonical_agency(record.agency) or record.agency
        return given, credit.span if credit and credit.agency == given else None
    return (credit.agency, credit.span) if credit else (None, None)


def _anchor(
    record: SourceRecord, page: PageStamp | None, dateline: Dateline | None
) -> tuple[Anchor, str | None]:
    """The day the text's relative dates hang on, and the stamp as given or written."""
    if record.published_at:
        given = parse_stamp(record.published_at)
        if given:
            return _anchored(given), record.published_at
    written = record.published_at
    in_url = stamp_in_url(record.url) if record.url else None
    if page:
        # A page changed long after still tells of its first day in its address.
        older = in_url and in_url.precision == "day" and in_url.date < page.stamp.date
        if in_url and page.updated and older:
            return Anchor(in_url.date, in_url.precision, "url"), written or page.written
        return _anchored(page.stamp), written or page.written
    if dateline and dateline.stamp:
        stamp = parse_stamp(dateline.stamp)
        if stamp:
            return _anchored(stamp), written or dateline.stamp
    if in_url:
        return Anchor(in_url.date, in_url.precision, "url"), written
    return Anchor(), written


def _anchored(stamp: Stamp) -> Anchor:
    return Anchor(stamp.date, stamp.precision, "stated")


def _flag_dates(extra: dict[str, object], anchor: Anchor, retrieved_at: str | None) -> None:
    """Note a publication day that lies after the day of retrieval; it is kept as stated."""
    retrieved = parse_stamp(retrieved_at) if retrieved_at else None
    if retrieved is None or retrieved.precision != "day" or anchor.date is None:
        return
    latest: date = retrieved.date
    # Zones differ by up to a day; more than that is a contradiction.
    if (anchor.date - latest).days > 1:
        extra["date_flag"] = (
            f"published {anchor.date.isoformat()} after retrieval {latest.isoformat()}"
        )
