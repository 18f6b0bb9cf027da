"""Other people's coded incidents in a register of their own, kept apart from what is read.

A folder holds either reports that our reader reads or records that others coded, never both: a
coded number and a read one are not of one kind. Coded records stand as their coders have them: one
incident each, with their figures, unless a person reviews or joins them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bearwitness.documents.coded import EXTRACTOR, Imported, read_coded
from bearwitness.errors import InputError, UsageError
from bearwitness.incidents.mint import Group, name_groups
from bearwitness.model import ids
from bearwitness.model.claim import Actor, Casualty, Claim
from bearwitness.model.incident import Incident, Judgement, Minting
from bearwitness.model.lineage import Dispatch, Lineages
from bearwitness.model.register import Entry, Figure, Register
from bearwitness.pipeline.coded_names import CodedNames
from bearwitness.pipeline.stages import LinkInput, RegisterInput, Stages, default_stages
from bearwitness.store import Store, View
from bearwitness.store.rows import document_row
from bearwitness.store.writer import reading
from bearwitness.text.salient import terms_of

_BATCH = 500
_PREFIX = EXTRACTOR.partition("/")[0]


def import_coded(
    form: str,
    path: Path,
    store: Store,
    on_error: Callable[[InputError], None],
    names: CodedNames | None = None,
) -> int:
    """Record a file's incidents as documents with claims; returns how many are in it.

    Each record is a dispatch of its own, and one incident.

    Args:
        form: the layout, see `documents.coded`.
        path: the file.
        store: an empty one, or one that holds imported records alone.
        on_error: told of each record that cannot be read.
        names: our lists of places and actors; None for the shipped ones.

    Raises:
        UsageError: there is no such layout, or the store holds reports.
        InputError: the file cannot be read.
        StoreError: it cannot be recorded.
    """
    if not store.view().is_empty and not is_imported(store.view()):
        raise UsageError(
            "that register holds reports, and coded records are never mixed with them; import "
            "into a folder of its own, then lay both side by side with `bearwitness compare`"
        )
    lists = names or CodedNames.load()
    batch: list[Imported] = []
    count = 0
    with store.lock():
        for found in read_coded(form, path, lists, on_error):
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
        linked = _as_told_apart(list(view.claims()), view.judgements(), view.mintings())
        with store.writing("incidents") as writer:
            writer.add_mintings(linked.mintings)
    return count


def _record(store: Store, batch: list[Imported]) -> None:
    if not batch:
        return
    with store.writing("import") as writer:
        writer.add_documents([document_row(i.document, i.raw) for i in batch])
        done = store.view().reading_keys()
        writer.add_readings(
            [
                reading(i.document.document_id, EXTRACTOR, i.claims, _telling_words(i))
                for i in batch
                if done.get(i.document.document_id) != EXTRACTOR
            ]
        )


def _telling_words(found: Imported) -> frozenset[str]:
    """Words of the place's name, by which a village that no list knows is known in a report."""
    where = found.claims[0].where
    return terms_of(where.name) if where is not None else frozenset()


def is_imported(view: View) -> bool:
    """Whether a register holds other people's records, and so nothing else."""
    keys = view.reading_keys()
    return bool(keys) and all(key.startswith(_PREFIX) for key in keys.values())


def stages_of(view: View) -> Stages:
    """The stages by which a register is rebuilt: those of coded records where it holds such."""
    stages = default_stages()
    if not is_imported(view):
        return stages

    def link(given: LinkInput) -> _Apart:
        return _as_told_apart(given.claims, given.judgements, given.mintings)

    def reconcile(given: RegisterInput) -> Register:
        made = stages.reconcile(given)
        coded = {d.document_id: d.extra.get("coded") for d in view.documents()}
        return _as_coded(made, given, {k: v for k, v in coded.items() if isinstance(v, Mapping)})

    return replace(stages, link=link, reconcile=reconcile)


# ---- incidents as told apart


@dataclass(frozen=True, slots=True)
class _Apart:
    """Linking that joins nothing but what a person joins: coders have told incidents apart."""

    incidents: Sequence[Incident]
    judgements: Sequence[Judgement]
    mintings: Sequence[Minting]


def _as_told_apart(
    claims: Sequence[Claim], judgements: Sequence[Judgement], known: Sequence[Minting]
) -> _Apart:
    of: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        of[f"{claim.document_id}#{claim.mention or 0}"].append(claim.claim_id)
    home = {mention: mention for mention in of}
    for judgement in _by_persons(judgements):
        if judgement.verdict == "same" and {judgement.left, judgement.right} <= home.keys():
            gone, kept = home[judgement.right], home[judgement.left]
            home = {mention: kept if at == gone else at for mention, at in home.items()}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for mention, at in sorted(home.items()):
        groups[at].append(mention)
    made = [
        Group(tuple(members), tuple(sorted(c for m in members for c in of[m])))
        for members in groups.values()
    ]
    claims_of = {mention: sorted(found) for mention, found in of.items()}
    incidents, mintings = name_groups(made, known, claims_of)
    return _Apart(incidents, (), mintings)


def _by_persons(judgements: Sequence[Judgement]) -> list[Judgement]:
    """What persons decided, the last word on each pair."""
    last = {(j.left, j.right): j for j in judgements if j.is_by_person}
    return list(last.values())


# ---- figures as coded


def _as_coded(
    register: Register, given: RegisterInput, coded: Mapping[str, Mapping[str, Any]]
) -> Register:
    """The register with the coders' own bounds, precision and type of violence.

    What a person reviewed or joined is left as reconciled.
    """
    claims = {c.claim_id: c for c in given.claims}
    reviewed = {r.target for r in given.reviews}
    entries = []
    for entry in register.entries:
        touched = reviewed & {entry.incident_id, *entry.documents, *entry.claims}
        told = coded.get(entry.documents[0]) if len(entry.documents) == 1 else None
        if told is not None and not touched:
            own = [claims[c] for c in entry.claims if c in claims]
            entry = _one_as_coded(entry, own, told)
        entries.append(entry)
    return replace(register, entries=tuple(entries))


def _one_as_coded(entry: Entry, claims: Sequence[Claim], told: Mapping[str, Any]) -> Entry:
    found: dict[tuple[str, str], Figure] = {}
    for claim in sorted(claims, key=lambda c: c.span.start):
        count = claim.casualty
        if count is None or (count.low is None and count.high is None):
            continue
        key = count.outcome, _figure_key(count, entry.side_a, entry.side_b)
        first = found.get(key)
        if first is None:
            bounds = (count.low, count.low, count.high)
            found[key] = Figure(*bounds, "as_coded", (claim.claim_id,))
        elif count.qualifier == "at_least":
            found[key] = replace(first, low=count.low, used=(*first.used, claim.claim_id))
    return replace(
        entry,
        date_precision=int(told.get("date_precision", entry.date_precision)),
        type_of_violence=told.get("type_of_violence", entry.type_of_violence),
        killed={key: figure for (outcome, key), figure in found.items() if outcome == "killed"},
        injured={key: figure for (outcome, key), figure in found.items() if outcome == "injured"},
    )


def _figure_key(count: Casualty, side_a: Actor | None, side_b: Actor | None) -> str:
    if count.attributes:
        return count.attributes[0]
    if count.status != "combatant":
        return {"civilian": "civilian", "unknown": "unknown"}.get(count.status, "total")
    if count.side is not None and side_a is not None and count.side == side_a.name:
        return "combatant_a"
    if count.side is not None and side_b is not None and count.side == side_b.name:
        return "combatant_b"
    return "combatant"
