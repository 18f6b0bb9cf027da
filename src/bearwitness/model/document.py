"""Documents: one report as one outlet published it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bearwitness.model.span import Span

AnchorBasis = Literal["stated", "url", "lineage", "none"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day a document's relative dates ("Tuesday") are reckoned from.

    Attributes:
        date: the day, or None where nothing tells it.
        precision: "day", "month", "year" or "none".
        basis: where it comes from: the record or text ("stated"), the address ("url"), a dated
            relative in the same dispatch ("lineage"), or nowhere ("none").
        from_document: the relative, where basis is "lineage".
    """

    date: date | None = None
    precision: Literal["day", "month", "year", "none"] = "none"
    basis: AnchorBasis = "none"
    from_document: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report.

    All offsets anywhere refer to `text`. `text` holds the title where the page or record has one:
    a title given apart is put before it as a paragraph of its own, and `extra["text_begins_at"]`
    says where the record's own text begins.

    Attributes:
        document_id: see `ids.document_id`.
        source_id: what the input calls it (a record's `id`, or the file's name).
        text: cleaned text; nothing of the report's own words is lost.
        sha256: of the raw bytes.
        language: ISO 639-1 code, "und" where undecided.
        title, title_span: the headline, and where it stands in `text`.
        outlet fields: `publisher`, `byline`, `agency` (as credited), `agency_span`, `dateline`
            (place as written), `dateline_span`.
        published_at: as given or as written, uninterpreted.
        anchor: from the document alone; lineage may lend one.
        furniture: spans set apart as no part of the report.
        withheld: its text leaves to no public reader.
        extra: unknown keys of the input record, kept.
    """

    document_id: str
    source_id: str
    text: str
    sha256: str
    language: str = "und"
    title: str | None = None
    title_span: Span | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    agency: str | None = None
    agency_span: Span | None = None
    dateline: str | None = None
    dateline_span: Span | None = None
    published_at: str | None = None
    retrieved_at: str | None = None
    anchor: Anchor = Anchor()
    furniture: tuple[Span, ...] = ()
    withheld: bool = False
    extra: Mapping[str, object] = field(default_factory=dict)

    def is_furniture(self, start: int, end: int) -> bool:
        """Whether any part of start:end was set apart."""
        return any(span.overlaps(start, end) for span in self.furniture)
