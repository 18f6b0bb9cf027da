"""Other people's incidents in a register of their own, and two registers laid side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bearwitness.documents.coded import EXTRACTOR, Imported, read_coded
from bearwitness.errors import InputError, UsageError
from bearwitness.model import ids
from bearwitness.model.claim import Claim
from bearwitness.model.incident import Incident, Judgement, Minting
from bearwitness.model.lineage import Dispatch, Lineages
from bearwitness.model.register import Entry, Figure
from bearwitness.pipeline.rebuild import as_edition, link_all, meta
from bearwitness.pipeline.stages import LinkInput, Stages, default_stages
from bearwitness.publish.edition import Edition
from bearwitness.store import Store, View
from bearwitness.store.rows import document_row
from bearwitness.store.writer import reading

_BATCH = 500
FIELDS = ("date", "place", "type_of_violence", "killed", "civilians killed", "injured")


# ---- import


def import_coded(
    form: str, path: Path, store: Store, on_error: Callable[[InputError], None]
) -> int:
    """Record a file's incidents as documents with claims; returns how many are in it.

    Each record is a dispatch of its own, and one incident.

    Raises:
        UsageError: there is no such layout, or the store holds reports.
        InputError: the file cannot be read.
        StoreError: it cannot be recorded.
    """
    if any(not key.startswith(EXTRACTOR) for key in store.view().reading_keys().values()):
        raise UsageError("that register holds reports; import into a folder of its own")
    batch: list[Imported] = []
    count = 0
    with store.lock():
        for found in read_coded(form, path, on_error):
            batch.append(found)
            count += 1
            if len(batch) == _BATCH:
                _record(store, batch)
                batch = []
        _record(store, batch)
        view = store.view()
        dispatches = [Dispatch(ids.dispatch_id(key), None, (key,)) for key in view.document_ids()]
        with store.writing("lineage") as writer:
            writer.add_lineages(Lineages(tuple(dispatches)))
        linked = _one_a_document(list(view.claims()), view.mintings())
        with store.writing("incidents") as writer:
            writer.add_mintings(linked.mintings)
    return count


def _record(store: Store, batch: list[Imported]) -> None:
    if not batch:
        return
    with store.writing("import") as writer:
        writer.add_documents([document_row(i.document, i.raw) for i in batch])
        done = store.view().reading_keys()
        fresh = [i for i in batch if i.document.document_id not in done]
        writer.add_readings([reading(i.document.document_id, EXTRACTOR, i.claims) for i in fresh])


@dataclass(frozen=True, slots=True)
class _Apart:
    """Linking that joins nothing: coders have told their incidents apart already."""

    incidents: Sequence[Incident]
    judgements: Sequence[Judgement]
    mintings: Sequence[Minting]


def _one_a_document(claims: Sequence[Claim], known: Sequence[Minting]) -> _Apart:
    of: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        of[claim.document_id].append(claim.claim_id)
    minted = {m.incident_id for m in known}
    incidents, fresh = [], []
    for document, found in sorted(of.items()):
        key = ids.incident_id(min(found))
        incidents.append(Incident(key, (f"{document}#0",), tuple(sorted(found))))
        if key not in minted:
            fresh.append(Minting(key, f"{document}#0"))
    return _Apart(incidents, (), fresh)


def is_imported(view: View) -> bool:
    """Whether a register holds other people's records and nothing else."""
    keys = list(view.reading_keys().values())
    return bool(keys) and all(key.startswith(EXTRACTOR) for key in keys)


def as_told(store: Store) -> Edition:
    """A register as its makers told incidents apart: by the linker, or by other people's coders."""
    view, stages = store.view(), default_stages()
    if is_imported(view):
        stages = replace(stages, link=lambda given: _one_a_document(given.claims, given.mintings))
    known = {document.document_id: meta(document) for document in view.documents()}
    lineages = view.lineages()
    return as_edition(view, stages, known, lineages, link_all(view, stages, known, lineages))


# ---- compare


@dataclass(frozen=True, slots=True)
class Pair:
    """One incident that both registers hold: of each the entries, and what each field says.

    Attributes:
        ours, theirs: entries; several where one side tells apart what the other holds as one.
        fields: field to (ours, theirs, agreement); agreement None where a side says nothing.
    """

    ours: tuple[Entry, ...]
    theirs: tuple[Entry, ...]
    fields: dict[str, tuple[str, str, bool | None]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two registers side by side: matched incidents, and what only one side holds."""

    pairs: tuple[Pair, ...]
    only_ours: tuple[Entry, ...]
    only_theirs: tuple[Entry, ...]


def compare_registers(ours: Store, theirs: Store, stages: Stages | None = None) -> Comparison:
    """Match the incidents of two registers with the linker, and lay their fields side by side.

    Raises:
        StoreError: a store cannot be read.
    """
    mine, other = as_told(ours), as_told(theirs)
    clusters = _clusters(ours, theirs, mine, other, stages or default_stages())
    left = {e.incident_id: e for e in mine.entries()}
    right = {e.incident_id: e for e in other.entries()}
    joined = _joined(clusters, mine, other)
    pairs: list[Pair] = []
    seen_left: set[str] = set()
    seen_right: set[str] = set()
    for a_ids, b_ids in joined:
        a = tuple(left[i] for i in sorted(a_ids) if i in left)
        b = tuple(right[i] for i in sorted(b_ids) if i in right)
        if a and b:
            pairs.append(Pair(a, b, _fields(a, b)))
            seen_left.update(e.incident_id for e in a)
            seen_right.update(e.incident_id for e in b)
    pairs.sort(key=lambda p: (str(p.ours[0].date_start), p.ours[0].incident_id))
    return Comparison(
        tuple(pairs),
        tuple(e for e in left.values() if e.incident_id not in seen_left),
        tuple(e for e in right.values() if e.incident_id not in seen_right),
    )


def _clusters(
    ours: Store, theirs: Store, mine: Edition, other: Edition, stages: Stages
) -> list[frozenset[str]]:
    claims = {c.claim_id: c for e in (mine, other) for c in e.claims()}
    documents = {d.document_id: meta(d) for e in (mine, other) for d in e.documents()}
    lineages = Lineages(
        (*mine.lineages.dispatches, *other.lineages.dispatches),
        (*mine.lineages.quotes, *other.lineages.quotes),
        {**other.lineages.anchors, **mine.lineages.anchors},
        {**other.lineages.agencies, **mine.lineages.agencies},
    )
    terms = {**theirs.view().terms(), **ours.view().terms()}
    given = LinkInput(list(claims.values()), documents, lineages, list(mine.judgements), (), terms)
    return [frozenset(i.claims) for i in stages.link(given).incidents]


def _joined(
    clusters: list[frozenset[str]], mine: Edition, other: Edition
) -> list[tuple[set[str], set[str]]]:
    """Incidents of either side that share a cluster, taken together."""
    groups: list[tuple[set[str], set[str]]] = []
    for cluster in clusters:
        a = {mine.incident_of[c] for c in cluster if c in mine.incident_of}
        b = {other.incident_of[c] for c in cluster if c in other.incident_of}
        if not (a and b):
            continue
        near = [g for g in groups if g[0] & a or g[1] & b]
        for group in near:
            a |= group[0]
            b |= group[1]
            groups.remove(group)
        groups.append((a, b))
    return groups


def _fields(a: tuple[Entry, ...], b: tuple[Entry, ...]) -> dict[str, tuple[str, str, bool | None]]:
    told = {"date": _dates(a, b), "place": _places(a, b)}
    told["type_of_violence"] = _same(_types(a), _types(b))
    for name, outcome, key in (
        ("killed", "killed", "total"),
        ("civilians killed", "killed", "civilian"),
        ("injured", "injured", "total"),
    ):
        told[name] = _counts(_sum(a, outcome, key), _sum(b, outcome, key))
    return told


def _same(left: str, right: str) -> tuple[str, str, bool | None]:
    return left, right, left == right if left and right else None


def _types(entries: tuple[Entry, ...]) -> str:
    return ", ".join(sorted({str(e.type_of_violence) for e in entries if e.type_of_violence}))


def _dates(a: tuple[Entry, ...], b: tuple[Entry, ...]) -> tuple[str, str, bool | None]:
    (first, last), (start, end) = _days(a), _days(b)
    left, right = _span(first, last), _span(start, end)
    if first is None or last is None or start is None or end is None:
        return left, right, None
    return left, right, first <= end and start <= last


def _days(entries: tuple[Entry, ...]) -> tuple[date | None, date | None]:
    starts = [e.date_start for e in entries if e.date_start]
    ends = [e.date_end or e.date_start for e in entries if e.date_end or e.date_start]
    return min(starts, default=None), max((d for d in ends if d), default=None)


def _span(start: date | None, end: date | None) -> str:
    return "" if start is None else str(start) if start == end else f"{start} to {end}"


def _places(a: tuple[Entry, ...], b: tuple[Entry, ...]) -> tuple[str, str, bool | None]:
    left = "; ".join(sorted({e.place.name for e in a if e.place}))
    right = "; ".join(sorted({e.place.name for e in b if e.place}))
    points = [
        (x.place.lat, x.place.lon, y.place.lat, y.place.lon)
        for x in a
        for y in b
        if x.place and y.place
    ]
    near = [
        abs(p[0] - p[2]) <= 0.25 and abs(p[1] - p[3]) <= 0.25
        for p in points
        if p[0] is not None and p[1] is not None and p[2] is not None and p[3] is not None
    ]
    return left, right, any(near) if near else None


def _sum(entries: tuple[Entry, ...], outcome: str, key: str) -> tuple[int, int | None] | None:
    """Best and high over several incidents; None where none of them is counted."""
    figures = [(e.killed if outcome == "killed" else e.injured).get(key) for e in entries]
    told: list[Figure] = [f for f in figures if f is not None and f.best is not None]
    if not told:
        return None
    highs = [f.high for f in told]
    return sum(f.best or 0 for f in told), None if None in highs else sum(h or 0 for h in highs)


def _counts(
    a: tuple[int, int | None] | None, b: tuple[int, int | None] | None
) -> tuple[str, str, bool | None]:
    left, right = ("" if x is None else str(x[0]) for x in (a, b))
    return left, right, None if a is None or b is None else a[0] == b[0]
