"""Documents, claims, dispatches and incidents as tests need them, from a few words each.

Every claim quotes the text it is given, so that a test reads like the report it stands for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bearwitness.model import ids
from bearwitness.model.claim import (
    Actor,
    Casualty,
    Claim,
    Derived,
    Kind,
    Qualifier,
    Speaker,
    When,
    Where,
)
from bearwitness.model.document import Anchor, Document
from bearwitness.model.incident import Incident, Mention
from bearwitness.model.lineage import Dispatch, Lineages
from bearwitness.model.span import Span

DAY = date(2014, 11, 25)


def make_document(
    name: str = "one",
    *,
    title: str | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    day: date | None = DAY,
    text: str = "",
) -> Document:
    """A document; its id is "doc-NAME", its anchor the day given."""
    whole = f"{title}\n\n{text}" if title else text
    return Document(
        document_id=f"doc-{name}",
        source_id=name,
        text=whole,
        sha256="0" * 64,
        language="en",
        title=title,
        title_span=Span.cut(whole, 0, len(title)) if title else None,
        publisher=publisher,
        agency=agency,
        anchor=Anchor(day, "day", "stated") if day else Anchor(),
    )


def make_count(low: int | None, high: int | None = -1, **changes: Any) -> Casualty:
    """A count of people killed: exactly `low`, or with bounds of its own.

    Args:
        low: lower bound.
        high: upper bound; left out, the count is exact.
        changes: any field of `Casualty`; `derived` also as (rule, premises).
    """
    if high == -1:
        high = low
    derived = changes.pop("derived", None)
    if isinstance(derived, tuple):
        derived = Derived(derived[0], tuple(derived[1]))
    qualifier: Qualifier = "exactly" if low == high else "at_least" if high is None else "about"
    base = Casualty("killed", low, high, qualifier, derived=derived)
    return replace(base, **changes)


def make_claim(
    document: Document | str = "one",
    detail: Casualty | None = None,
    *,
    words: str = "some people",
    at: int = 100,
    says: str | Sequence[Speaker] | None = None,
    mention: int | None = 0,
    kind: Kind = "casualty",
    **changes: Any,
) -> Claim:
    """A claim on the first event of a document.

    Args:
        document: the document, or the NAME of "doc-NAME".
        detail: what it counts.
        words: the quote.
        at: where the quote starts.
        says: the speaker's name, or the chain of speakers; None for the report's own voice.
        mention: number of the event within the document.
        kind: of claim.
        changes: any other field of `Claim`.
    """
    doc = document if isinstance(document, str) else document.document_id
    doc = doc if doc.startswith("doc-") else f"doc-{doc}"
    text = " " * at + words
    span = Span.cut(text, at, len(text))
    chain = [make_speaker(says)] if isinstance(says, str) else list(says or ())
    claim = Claim(
        claim_id=ids.claim_id(doc, kind, span.start, span.end, repr(detail)),
        document_id=doc,
        kind=kind,
        span=span,
        sentence=span,
        extractor="test",
        attribution=tuple(chain),
        mention=mention,
        detail=detail,
    )
    return replace(claim, **changes)


def make_speaker(name: str, actor_id: str | None = None, cue: str = "said") -> Speaker:
    """A speaker; where it stands does not matter to most tests."""
    return Speaker(name, actor_id, cue, 0, len(name))


def make_actor(name: str, actor_id: str | None = None) -> Actor:
    """A side."""
    return Actor(name, actor_id, name)


def make_when(start: date = DAY, end: date | None = None, basis: str = "stated") -> When:
    """A day, or an interval of days, told by its number."""
    last = end or start
    told = f"{start.day} {start:%B}"
    return When(start, last, "day" if last == start else "days", basis, told)  # type: ignore[arg-type]


def make_where(name: str = "Raqqa", lat: float = 35.95, lon: float = 39.01, **more: Any) -> Where:
    """A place, exact to the town."""
    return replace(Where(name, lat=lat, lon=lon, country="SY", precision=1), **more)


def make_incident(claims: Sequence[Claim], name: str = "one") -> Incident:
    """One incident that holds all these claims."""
    mentions = {Mention(c.document_id, c.mention or 0).key for c in claims}
    return Incident(
        f"inc-{name}", tuple(sorted(mentions)), tuple(sorted(c.claim_id for c in claims))
    )


def make_lineages(*dispatches: Sequence[Document | str], **agencies: str) -> Lineages:
    """Dispatches of these documents, in order of take.

    Args:
        dispatches: members of each, as documents or NAMEs.
        agencies: NAME of a document to the agency inferred for it.
    """
    made = []
    for members in dispatches:
        keys = tuple(m.document_id if isinstance(m, Document) else f"doc-{m}" for m in members)
        made.append(Dispatch(ids.dispatch_id(min(keys)), None, keys))
    inferred = {f"doc-{k}": v for k, v in agencies.items()}
    return Lineages(tuple(made), agencies=inferred)


def by_id(*documents: Document) -> Mapping[str, Document]:
    """Documents by their ids."""
    return {d.document_id: d for d in documents}
