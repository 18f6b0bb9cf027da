"""Stage 5: incidents and claims to the register.

A pure function: incidents, claims, lineages and reviews in, the register out; the order of the
input never matters. docs/codebook.md tells every field, code and rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.incident import Incident, Judgement
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Contradiction, Entry, Register
from bearwitness.model.review import Review
from bearwitness.register.codes import date_precision, type_of_violence
from bearwitness.register.contradictions import of_incident, of_versions
from bearwitness.register.contradictions_other import of_other_kinds
from bearwitness.register.contradictions_quoted import of_quotations
from bearwitness.register.counting import Counted, count
from bearwitness.register.evidence import gather
from bearwitness.register.frame import Frame, frame
from bearwitness.register.grading import grade
from bearwitness.register.reviews import Reviewed
from bearwitness.register.roots import Roots
from bearwitness.register.settling import settle
from bearwitness.register.titles import title
from bearwitness.register.tolls import tolls


def reconcile(
    incidents: Sequence[Incident],
    claims: Iterable[Claim],
    lineages: Lineages,
    documents: Mapping[str, Document],
    reviews: Sequence[Review] = (),
    judgements: Sequence[Judgement] = (),
) -> Register:
    """Reconcile all that is claimed of each incident.

    1. reviews are laid over the claims; rejected claims and incidents step back;
    2. each claim is led back to its root source (roots.py, evidence.py);
    3. date, place, kind and sides are decided (frame.py);
    4. figures are reconciled, kind of victim by kind of victim (counting.py, figures.py);
    5. contradictions, which of them a later claim settles (settling.py), grade and title; then
       tolls over windows and wars (tolls.py).

    Args:
        incidents: clusters of mentions, with the ids of their claims.
        claims: of all documents.
        lineages: dispatches, lent anchors, inferred agencies.
        documents: by id; their texts are not needed.
        reviews: persons' acts.
        judgements: decisions on what is one incident; a person's is noted on the incident.
    """
    reviewed = Reviewed(reviews)
    standing = {
        c.claim_id: reviewed.claim(c)
        for c in claims
        if reviewed.rejects(c.claim_id) is None and reviewed.rejects(c.document_id) is None
    }
    roots = Roots(documents, lineages, standing.values())
    by_person = _by_person(judgements)
    entries: list[Entry] = []
    found: list[Contradiction] = []
    notes: dict[str, str] = {}
    for incident in sorted(incidents, key=lambda i: i.incident_id):
        rejected = reviewed.rejects(incident.incident_id)
        if rejected is not None:
            notes[incident.incident_id] = f"rejected by {rejected.by}: {rejected.why}"
            continue
        entry, clashes = _entry(incident, standing, documents, roots)
        entry = replace(entry, notes=(*entry.notes, *_notes(incident, by_person)))
        entries.append(reviewed.entry(entry))
        found += clashes
    kept = {e.incident_id for e in entries}
    found += _versions(lineages, incidents, standing, kept)
    entries = _linked(entries, found)
    found += of_other_kinds(standing.values(), roots)
    found += of_quotations(standing.values(), roots)
    found = settle(found, standing, entries, roots)
    found.sort(key=lambda c: c.contradiction_id)
    running = tolls([standing[k] for k in sorted(standing)], roots)
    return Register(tuple(entries), tuple(found), running, notes)


def _entry(
    incident: Incident,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    roots: Roots,
) -> tuple[Entry, list[Contradiction]]:
    own = [claims[k] for k in incident.claims if k in claims]
    evidence = gather(own, documents, roots)
    framed = frame(evidence.claims, roots)
    counted = count(evidence, framed.side_a, framed.side_b, framed.event_type)
    members = sorted({c.document_id for c in own} | {_document(m) for m in incident.mentions})
    start = framed.when.start
    acting = [framed.side_a.name, framed.side_a.text] if framed.side_a else []
    total = counted.killed.get("total") or counted.injured.get("total")
    entry = Entry(
        incident_id=incident.incident_id,
        title=title(framed),
        date_start=start,
        date_end=framed.when.end or start,
        date_precision=date_precision(start, framed.when.end or start),
        place=framed.place,
        event_type=framed.event_type,
        sub_event_type=framed.sub_event_type,
        type_of_violence=_violence(framed, counted),
        side_a=framed.side_a,
        side_b=framed.side_b,
        killed=counted.killed,
        injured=counted.injured,
        grade=grade(evidence, total, counted.voices, acting),
        independent_sources=len(evidence.roots),
        roots=tuple(r.name for r in evidence.roots),
        documents=tuple(members),
        dispatches=tuple(sorted({roots.dispatch(d) for d in members})),
        claims=incident.claims,
        development=counted.development,
        notes=evidence.circles,
        superseded_by=incident.superseded_by,
    )
    return entry, of_incident(
        incident.incident_id, evidence, (*counted.voices, *counted.apart), roots
    )


def _violence(framed: Frame, counted: Counted) -> int | None:
    """GED's type; violence that also struck fighters is not one-sided."""
    code = type_of_violence(framed.side_a, framed.side_b, framed.event_type)
    fighters = any(
        figure is not None and (figure.best or figure.high)
        for figures in (counted.killed, counted.injured)
        for key, figure in figures.items()
        if key.startswith("combatant")
    )
    return None if code == 3 and fighters else code


def _document(mention_key: str) -> str:
    return mention_key.rpartition("#")[0]


def _versions(
    lineages: Lineages,
    incidents: Sequence[Incident],
    claims: Mapping[str, Claim],
    kept: set[str],
) -> list[Contradiction]:
    incident_ids = {k: i.incident_id for i in incidents for k in i.claims if i.incident_id in kept}
    of_document: dict[str, list[Claim]] = {}
    for key in sorted(incident_ids):
        if key in claims:
            of_document.setdefault(claims[key].document_id, []).append(claims[key])
    return of_versions(lineages, of_document, incident_ids)


def _linked(entries: Sequence[Entry], found: Sequence[Contradiction]) -> list[Entry]:
    """Tell each entry its contradictions."""
    of: dict[str, list[str]] = {}
    for one in found:
        if one.incident_id is not None:
            of.setdefault(one.incident_id, []).append(one.contradiction_id)
    return [replace(e, contradictions=tuple(sorted(of.get(e.incident_id, ())))) for e in entries]


def _by_person(judgements: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    of: dict[str, list[Judgement]] = {}
    for one in judgements:
        if one.is_by_person:
            of.setdefault(one.left, []).append(one)
            of.setdefault(one.right, []).append(one)
    return of


def _notes(incident: Incident, by_person: Mapping[str, list[Judgement]]) -> list[str]:
    told = {
        f"{one.verdict} as {one.right if one.left == key else one.left}, "
        f"{one.by}{': ' + one.note if one.note else ''}"
        for key in incident.mentions
        for one in by_person.get(key, ())
    }
    return sorted(told)
