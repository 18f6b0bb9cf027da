"""Reading: the register, incidents and documents."""

from __future__ import annotations

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from bearwitness.claims.languages import is_read
from bearwitness.model.claim import Claim
from bearwitness.model.register import Entry
from bearwitness.pipeline.compare import compare_versions
from bearwitness.web import charts, map_view, past, present, query
from bearwitness.web.acts import CLAIM_FIELDS, FIGURE_FIELDS, INCIDENT_FIELDS
from bearwitness.web.desk import Desk, missing
from bearwitness.web.export import exported
from bearwitness.web.index import mention_key
from bearwitness.web.marking import document_pieces, said_of, word_diff
from bearwitness.web.pages import render
from bearwitness.web.security import OwnDesk, Reader, Visitor

router = APIRouter()


@router.get("/")
def register(request: Request, desk: OwnDesk, visitor: Reader) -> Response:
    """Map, timeline and table of what a filter finds."""
    desk.look()
    asked = query.Filter.of(request.query_params)
    found = desk.finder.page_of(asked)
    spans = charts.spans(desk.finder.months(asked))

    def span_link(span: charts.Span) -> str:
        days = {"since": span.since.isoformat(), "until": span.until.isoformat()}
        return "/?" + asked.address(**days)

    template = "register_results.html" if request.headers.get("hx-request") else "register.html"
    choices = {
        name: desk.finder.choices(name)
        for name in ("sub_event_type", "country", "place", "side_a", "side_b")
    }
    return render(
        request, template, asked=asked, found=found, timeline=charts.timeline(spans, span_link),
        choices=choices, grades=query.GRADES, statuses=query.STATUSES, sorts=query.SORTS,
    )  # fmt: skip


@router.get("/map.json")
def map_points(
    request: Request,
    desk: OwnDesk,
    visitor: Reader,
    zoom: Annotated[str, Query()] = "",
    frame: Annotated[str, Query()] = "",
) -> Response:
    """What a filter finds, gathered as a map of that zoom and frame shows it."""
    asked = query.Filter.of({**request.query_params, "page": "1", "sort": "newest"})
    found = map_view.clusters(desk.finder, asked, map_view.View.of(zoom, frame))
    return JSONResponse({"type": "FeatureCollection", "features": found})


@router.get("/export")
def export(
    request: Request, desk: OwnDesk, visitor: Reader, form: Annotated[str, Query()] = "csv"
) -> Response:
    """What a filter finds, as a file."""
    return exported(desk, query.Filter.of(request.query_params), form)


# ---- one incident


@router.get("/incidents/{incident_id}")
def incident(request: Request, desk: OwnDesk, visitor: Reader, incident_id: str) -> Response:
    """One incident with all that leads back from it."""
    desk.look()
    entry = visible_entry(desk, visitor, incident_id)
    if entry.superseded_by:
        return RedirectResponse(f"/incidents/{entry.superseded_by}", 303)
    return render(request, "incident.html", **incident_values(desk, visitor, entry))


def visible_entry(desk: Desk, visitor: Visitor, incident_id: str) -> Entry:
    """An incident that this visitor may see.

    Raises:
        StoreError: there is none, or it is withheld or rejected and not for this visitor.
    """
    row = desk.index.one(
        "SELECT status, withheld FROM incidents WHERE incident_id = ?", (incident_id,)
    )
    entry = desk.entry(incident_id, visitor.may("lead")) if row else None
    if row is None or entry is None:
        raise missing("such incident")
    if (row["withheld"] and not visitor.may("lead")) or (
        row["status"] == "rejected" and not visitor.may("recorder")
    ):
        raise missing("such incident")
    return entry


def incident_values(desk: Desk, visitor: Visitor, entry: Entry) -> dict[str, Any]:
    """All that the incident's page shows."""
    claims = desk.claims(entry)
    documents = desk.documents(entry.documents)
    held = present.Held(desk, visitor.may("lead"))
    lineages = desk.lineages(entry.documents)
    by_id = {c.claim_id: c for c in claims}
    judgements = desk.person_judgements(claims)
    acts = present.history(desk.history(entry, claims), judgements)
    row = desk.index.one(
        "SELECT number, status, reasons FROM incidents WHERE incident_id = ?", (entry.incident_id,)
    )
    counted = {c for f in (*entry.killed.values(), *entry.injured.values()) if f for c in f.used}
    others = [c for c in claims if c.claim_id not in counted and c.kind != "casualty"]
    return {
        "entry": entry,
        "status": row["status"] if row else "new",
        "reasons": orjson.loads(row["reasons"]) if row else [],
        "around": _around(desk, row["number"]) if row and visitor.may("recorder") else (None, None),
        "figures": present.figures(entry, by_id, documents, held),
        "development": present.development(entry, by_id, held),
        "sources": present.sources(entry, lineages, documents, held),
        "contradictions": present.contradictions(
            desk.contradictions(entry.incident_id), documents, held
        ),
        "others": [present.word(c, documents, held) for c in others],
        "history": acts if visitor.may("viewer") else [],
        "seen": desk.seen_number(entry, claims),
        "twins": twins(desk, entry.incident_id),
        "tellings": _tellings(claims, documents, held),
        "fields": (*FIGURE_FIELDS, *INCIDENT_FIELDS),
        "claim_fields": CLAIM_FIELDS,
        "grades": query.GRADES,
        "said_of": said_of,
    }


def _around(desk: Desk, number: int) -> tuple[str | None, str | None]:
    """Ids of the incidents before and after one in the inbox."""
    inbox = query.Filter(status="open", sort="weight", hidden=True)
    near = desk.finder.neighbours(inbox, number)
    told = {r["number"]: r["incident_id"] for r in desk.finder.rows([n for n in near if n])}
    return told.get(near[0]), told.get(near[1])


def twins(desk: Desk, incident_id: str) -> Any:
    """Incidents that may be the same, the likeliest first."""
    return desk.index.all(
        "SELECT m.*, i.incident_id, i.title, i.killed_low, i.killed_best, i.killed_high, "
        "i.killed_said FROM maybe_same AS m JOIN incidents AS i "
        "ON i.incident_id = CASE WHEN m.one = :id THEN m.other ELSE m.one END "
        "WHERE :id IN (m.one, m.other) AND i.withheld = 0 AND i.superseded_by IS NULL "
        "ORDER BY m.score DESC LIMIT 5",
        {"id": incident_id},
    )


def _tellings(claims: list[Claim], documents: Any, held: present.Held) -> list[dict[str, str]]:
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(mention_key(claim), claim)
    return [
        {
            "key": key,
            "outlet": present.name_of(documents.get(c.document_id), c.document_id),
            "words": "(withheld)" if held.claim(c) else " ".join(c.sentence.quote.split())[:140],
        }
        for key, c in sorted(found.items())
    ]


@router.get("/incidents/{incident_id}/before")
def before(request: Request, desk: OwnDesk, visitor: Reader, incident_id: str) -> Response:
    """What the register said of an incident before and after each act."""
    if not visitor.may("viewer"):
        raise missing("history for readers who are not signed in")
    entry = visible_entry(desk, visitor, incident_id)
    return render(request, "before.html", entry=entry, states=past.states(desk, entry))


# ---- documents


@router.get("/documents/{document_id}")
def document(request: Request, desk: OwnDesk, visitor: Reader, document_id: str) -> Response:
    """One report with its claims marked."""
    view = desk.store.view()
    found = view.document(document_id)
    held = present.Held(desk, visitor.may("lead"))
    hidden = held.document(found.document_id)
    claims = [] if hidden else [c for c in view.claims_of([found.document_id]) if not held.claim(c)]
    rows = desk.index.all(
        "SELECT claim_id, incident_id FROM claims WHERE document_id = ?", (found.document_id,)
    )
    info = desk.index.one("SELECT * FROM documents WHERE document_id = ?", (found.document_id,))
    relatives = (
        desk.index.all(
            "SELECT document_id, publisher, CASE WHEN withheld THEN NULL ELSE title END AS title, "
            "day FROM documents WHERE dispatch_id = ? "
            "AND document_id <> ? ORDER BY day, document_id",
            (info["dispatch_id"], found.document_id),
        )
        if info
        else []
    )
    return render(
        request, "document.html", document=found, hidden=hidden,
        withheld=found.document_id in held.marked, unread=not is_read(found.language),
        pieces=[] if hidden else document_pieces(found, claims),
        claims=[(c, said_of(c)) for c in claims], info=info, relatives=relatives,
        incident_of={r["claim_id"]: r["incident_id"] for r in rows},
    )  # fmt: skip


@router.get("/documents/{document_id}/raw")
def raw(desk: OwnDesk, visitor: Reader, document_id: str) -> Response:
    """The bytes as they came in; never shown as a page."""
    view = desk.store.view()
    found = view.document(document_id)
    if present.Held(desk, visitor.may("lead")).document(found.document_id):
        raise missing("raw bytes of this document for you: it is withheld")
    name = f"{found.document_id}.bin"
    return Response(
        view.raw(found.sha256),
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


@router.get("/versions")
def versions(
    request: Request, desk: OwnDesk, visitor: Reader, earlier: str = "", later: str = ""
) -> Response:
    """Two versions side by side, with the words that changed."""
    view = desk.store.view()
    first, second = view.document(earlier), view.document(later)
    held = present.Held(desk, visitor.may("lead"))
    if held.document(first.document_id) or held.document(second.document_id):
        raise missing("comparison for you: one of the two is withheld")
    changes = word_diff(compare_versions(first, second))
    return render(request, "versions.html", first=first, second=second, changes=changes)
