"""The register as JSON: the objects of the exports, with filters, pages and ETags."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Path, Query, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse, Response

from bearwitness.model.lineage import Dispatch
from bearwitness.model.register import Contradiction
from bearwitness.publish.objects import claim_object, dispatch_object, document_object
from bearwitness.publish.register_objects import (
    contradiction_object,
    incident_object,
    toll_object,
)
from bearwitness.store.codec import from_json
from bearwitness.store.rows import lineages_from
from bearwitness.web import query
from bearwitness.web.desk import Desk, missing
from bearwitness.web.present import Held
from bearwitness.web.routes_read import visible_entry
from bearwitness.web.security import OwnDesk, Reader
from bearwitness.web.toll_panels import visible_tolls

ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"description": "The request is not understood"},
    401: {"description": "Reading needs a signed-in person here"},
    404: {"description": "There is no such thing, or it is withheld"},
    304: {"description": "Unchanged since the ETag given in If-None-Match"},
}
router = APIRouter(prefix="/api", tags=["register"], responses=ERRORS)
Page = Annotated[int, Query(ge=1, le=1_000_000, description="which page")]
Size = Annotated[int, Query(ge=1, le=200, description="things a page")]
Word = Annotated[str, Query(max_length=200)]
Key = Annotated[str, Path(max_length=60)]


def answer(request: Request, body: Any) -> Response:
    """JSON with an ETag; nothing but the ETag where the asker has it already."""
    raw = orjson.dumps(body)
    tag = f'"{sha256(raw).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "cookie"}
    asked = request.headers.get("if-none-match", "")
    if tag in {t.strip().removeprefix("W/") for t in asked.split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(raw, media_type="application/json", headers=headers)


def _held(desk: Desk) -> frozenset[str]:
    return desk.withheld() | desk.held_documents()


def _paged(request: Request, items: list[Any], total: int, page: int, size: int) -> Response:
    more = page * size < total
    link = str(request.url.include_query_params(page=page + 1)) if more else None
    path = link.split(request.url.netloc, 1)[-1] if link else None
    body = {"total": total, "page": page, "per_page": size, "next": path, "items": items}
    return answer(request, body)


@router.get("/incidents", summary="Incidents that a filter finds")
def incidents(  # noqa: PLR0913
    request: Request,
    desk: OwnDesk,
    visitor: Reader,
    q: Word = "",
    since: Word = "",
    until: Word = "",
    place: Word = "",
    actor: Word = "",
    type: Word = "",
    grade: Word = "",
    status: Word = "",
    killed: Word = "",
    box: Word = "",
    contradicted: Word = "",
    sort: Word = "newest",
    page: Page = 1,
    per_page: Size = 50,
) -> Response:
    """A page of incidents, whole, in the order asked for."""
    desk.look()
    asked = query.Filter.of(request.query_params)
    numbers = desk.finder.numbers(asked)
    wanted = [int(n) for n in numbers[(page - 1) * per_page : page * per_page]]
    items = [incident_object(entry) for entry in desk.entries(wanted)]
    return _paged(request, items, len(numbers), page, per_page)


@router.get("/incidents/{incident_id}", summary="One incident")
def incident(request: Request, desk: OwnDesk, visitor: Reader, incident_id: Key) -> Response:
    """One incident, as in incidents.jsonl."""
    visible_entry(desk, visitor, incident_id)
    entry = desk.entry(incident_id, everything=False)
    if entry is None:
        raise missing("such incident")
    return answer(request, incident_object(entry))


@router.get("/incidents/{incident_id}/claims", summary="The claims of one incident")
def incident_claims(request: Request, desk: OwnDesk, visitor: Reader, incident_id: Key) -> Response:
    """Its claims, as in claims.jsonl; withheld words are left out."""
    entry, held = visible_entry(desk, visitor, incident_id), _held(desk)
    items = [
        claim_object(c, incident_id, bool({c.claim_id, c.document_id} & held))
        for c in desk.claims(entry)
    ]
    return answer(request, {"items": items})


@router.get("/claims/{claim_id}", summary="One claim")
def claim(request: Request, desk: OwnDesk, visitor: Reader, claim_id: Key) -> Response:
    """One claim, as in claims.jsonl."""
    query_text = "SELECT document_id, incident_id FROM claims WHERE claim_id = ?"
    row = desk.index.one(query_text, (claim_id,))
    held = _held(desk)
    if row is not None:
        for one in desk.store.view().claims_of([row["document_id"]]):
            if one.claim_id == claim_id:
                hidden = bool({one.claim_id, one.document_id} & held)
                return answer(request, claim_object(one, row["incident_id"], hidden))
    raise missing("such claim")


@router.get("/documents", summary="Documents, by id")
def documents(
    request: Request, desk: OwnDesk, visitor: Reader, page: Page = 1, per_page: Size = 50
) -> Response:
    """A page of documents without their texts."""
    rows = desk.index.all(
        "SELECT document_id, dispatch_id, publisher, agency, day, language, "
        "CASE WHEN withheld THEN NULL ELSE title END AS title, withheld, claims "
        "FROM documents ORDER BY document_id LIMIT ? OFFSET ?",
        (per_page, (page - 1) * per_page),
    )
    total = desk.index.one("SELECT count(*) AS n FROM documents")
    items = [{**dict(r), "withheld": bool(r["withheld"])} for r in rows]
    return _paged(request, items, int(total["n"]) if total else 0, page, per_page)


@router.get("/documents/{document_id}", summary="One document")
def document(request: Request, desk: OwnDesk, visitor: Reader, document_id: Key) -> Response:
    """One document, as in documents.jsonl; of a withheld one, no word."""
    row = desk.index.one("SELECT * FROM documents WHERE document_id = ?", (document_id,))
    if row is None:
        raise missing("such document")
    found = next(iter(desk.store.view().load([document_id])))
    rows = desk.index.all(
        "SELECT kind, subject, payload FROM lineage WHERE subject = ? AND kind <> 'dispatch'",
        (document_id,),
    )
    lent = lineages_from([(r["kind"], r["subject"], r["payload"]) for r in rows], lambda _ids: {})
    held = document_id in _held(desk)
    return answer(request, document_object(found, lent, row["dispatch_id"], held))


@router.get("/dispatches/{dispatch_id}", summary="One dispatch")
def dispatch(request: Request, desk: OwnDesk, visitor: Reader, dispatch_id: Key) -> Response:
    """Its documents in order of take, and what became of each sentence."""
    row = desk.index.one(
        "SELECT payload FROM lineage WHERE kind = 'dispatch' AND subject = ?", (dispatch_id,)
    )
    if row is None:
        raise missing("such dispatch")
    rows = [("dispatch", dispatch_id, row["payload"])]
    found: Dispatch = lineages_from(rows, desk.store.view().texts).dispatches[0]
    made = dispatch_object(found)
    held = _held(desk)
    for relation in made["relations"]:
        if {relation["from"], relation["to"]} & held:
            relation["sentences"] = []
    return answer(request, made)


@router.get("/contradictions", summary="What cannot all be right")
def contradictions(
    request: Request, desk: OwnDesk, visitor: Reader, page: Page = 1, per_page: Size = 50
) -> Response:
    """A page of contradictions, as in contradictions.jsonl."""
    hidden = "(SELECT incident_id FROM incidents WHERE withheld = 1 OR status = 'rejected')"
    shown = f"incident_id IS NULL OR incident_id NOT IN {hidden}"
    rows = desk.index.all(
        f"SELECT payload FROM contradictions WHERE {shown} ORDER BY contradiction_id "
        "LIMIT ? OFFSET ?",
        (per_page, (page - 1) * per_page),
    )
    total = desk.index.one(f"SELECT count(*) AS n FROM contradictions WHERE {shown}")
    held = _held(desk)
    items = [contradiction_object(from_json(Contradiction, r["payload"]), held) for r in rows]
    return _paged(request, items, int(total["n"]) if total else 0, page, per_page)


@router.get("/tolls", summary="Running counts over longer windows")
def tolls(request: Request, desk: OwnDesk, visitor: Reader) -> Response:
    """All tolls, as in tolls.jsonl; counts whose words are withheld are left out."""
    found = visible_tolls(desk, Held(desk, sees_all=False))
    made = sorted(found, key=lambda toll: toll.toll_id)
    return answer(request, {"items": [toll_object(toll) for toll in made]})


@router.get("/openapi.json", include_in_schema=False)
def openapi(request: Request, visitor: Reader) -> JSONResponse:
    """The description of this interface."""
    app = request.app
    made = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    return JSONResponse(made)
