"""What two versions record otherwise: figures, statements, meetings, control, arms transfers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from bearwitness.model.claim import Claim, Control, Meeting, Statement, Transfer
from bearwitness.model.document import Anchor, Document
from bearwitness.model.lineage import Dispatch, Lineages
from bearwitness.register.records import meetings, statements

Extract = Callable[[Document, Anchor], Iterable[Claim]]


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """One thing that the two versions record differently.

    Attributes:
        kind: "figure", "statement", "meeting", "control" or "transfer".
        earlier, later: the claims of the two versions, None where a version has none.
        quotation_altered: the words between quotation marks differ.
    """

    kind: str
    earlier: Claim | None
    later: Claim | None
    quotation_altered: bool = False


def compare_recorded(earlier: Document, later: Document, extract: Extract) -> list[RecordedChange]:
    """The differences, kind by kind, in the order of the texts.

    A version without a day of its own is read with the other one's, as two takes of a dispatch.

    Args:
        earlier: the first version.
        later: the second.
        extract: reads the claims of a document, given its anchor.
    """
    anchors = [d.anchor if d.anchor.date else o.anchor
               for d, o in ((earlier, later), (later, earlier))]  # fmt: skip
    first = sorted(extract(earlier, anchors[0]), key=_place_in_text)
    second = sorted(extract(later, anchors[1]), key=_place_in_text)
    takes = (earlier.document_id, later.document_id)
    if takes[0] == takes[1]:
        return []
    together = Lineages((Dispatch("dsp-compared", None, takes),))
    both = [*first, *second]
    return [
        *_keyed("figure", _body(first, earlier), _body(second, later), _figure, _bounds),
        *_said(both, together, takes[0]),
        *_met(both, together, takes[0]),
        *_keyed("control", first, second, _held, _since),
        *_keyed("transfer", first, second, _handed_over, _status),
    ]


def _place_in_text(claim: Claim) -> tuple[int, str]:
    return claim.span.start, claim.claim_id


def _body(claims: Sequence[Claim], document: Document) -> list[Claim]:
    """The counts, a headline's only where the body has none of its kind."""
    title = document.title_span
    head = [c for c in claims if title and title.overlaps(c.span.start, c.span.end)]
    told = {_figure(c) for c in claims if c not in head}
    return [c for c in claims if c not in head or _figure(c) not in told]


def _keyed(
    kind: str,
    first: Sequence[Claim],
    second: Sequence[Claim],
    key: Callable[[Claim], Hashable | None],
    value: Callable[[Claim], Hashable],
) -> list[RecordedChange]:
    """Claims of one key beside one another; told where their values differ."""
    old, new = _by_key(first, key), _by_key(second, key)
    out: list[RecordedChange] = []
    for one in dict.fromkeys((*old, *new)):
        before, after = old.get(one, []), new.get(one, [])
        if before and after:
            if {value(c) for c in before} != {value(c) for c in after}:
                out.append(RecordedChange(kind, before[0], after[0]))
        else:
            out += [RecordedChange(kind, c, None) for c in before[:1]]
            out += [RecordedChange(kind, None, c) for c in after[:1]]
    return out


def _by_key(
    claims: Sequence[Claim], key: Callable[[Claim], Hashable | None]
) -> dict[Hashable, list[Claim]]:
    found: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        name = key(claim)
        if name is not None:
            found.setdefault(name, []).append(claim)
    return found


def _figure(claim: Claim) -> Hashable | None:
    count = claim.casualty
    if count is None or count.superseded or (count.low is None and count.high is None):
        return None
    scope = "incident" if count.scope == "incident" else count.scope
    return (count.outcome, count.status, count.attributes, scope, count.subset)


def _bounds(claim: Claim) -> Hashable:
    count = claim.casualty
    return (count.low, count.high) if count else None


def _held(claim: Claim) -> Hashable | None:
    if not isinstance(claim.detail, Control) or claim.where is None:
        return None
    by = claim.by.name if claim.by else None
    against = claim.against.name if claim.against else None
    return (claim.where.place_id or claim.where.name, claim.detail.state, by, against)


def _since(claim: Claim) -> Hashable:
    return (claim.when.start, claim.when.end)


def _handed_over(claim: Claim) -> Hashable | None:
    detail = claim.detail
    if not isinstance(detail, Transfer):
        return None
    return (detail.item.lower(), detail.origin, detail.recipient)


def _status(claim: Claim) -> Hashable:
    return claim.detail.status if isinstance(claim.detail, Transfer) else None


def _said(both: Sequence[Claim], together: Lineages, first: str) -> list[RecordedChange]:
    out: list[RecordedChange] = []
    for record in statements(both, together):
        old = [c for c in record.claims if c.document_id == first]
        new = [c for c in record.claims if c.document_id != first]
        if old and new:
            quoted = _quoted(old) != _quoted(new)
            if quoted or _plain(old) != _plain(new):
                out.append(RecordedChange("statement", old[0], new[0], quoted))
        else:
            out += [RecordedChange("statement", c, None) for c in old]
            out += [RecordedChange("statement", None, c) for c in new]
    return out


def _quoted(claims: Sequence[Claim]) -> list[str]:
    """The words between quotation marks, without regard to how the marks are set."""
    found = []
    for claim in claims:
        spans = claim.detail.words if isinstance(claim.detail, Statement) else ()
        at = claim.sentence.start
        words = [claim.sentence.quote[a - at : b - at] for a, b in spans if a >= at]
        found += [" ".join(w.split()).strip(" ,.").replace("’", "'") for w in words]
    return found


def _plain(claims: Sequence[Claim]) -> list[str]:
    return [" ".join(c.span.quote.lower().split()).replace("’", "'") for c in claims]


def _met(both: Sequence[Claim], together: Lineages, first: str) -> list[RecordedChange]:
    out: list[RecordedChange] = []
    for record in meetings(both, together):
        old = [c for c in record.claims if c.document_id == first]
        new = [c for c in record.claims if c.document_id != first]
        if old and new:
            if _course(old[-1]) != _course(new[-1]):
                out.append(RecordedChange("meeting", old[-1], new[-1]))
        else:
            out += [RecordedChange("meeting", c, None) for c in old[:1]]
            out += [RecordedChange("meeting", None, c) for c in new[:1]]
    return out


def _course(claim: Claim) -> Hashable:
    detail = claim.detail
    if not isinstance(detail, Meeting):
        return None
    return replace(detail, participants=(), subject=None, series=None), claim.when.start
