"""Working: the inbox, and every act on an incident or a document."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from bearwitness.errors import BearwitnessError
from bearwitness.web import acts, query
from bearwitness.web.pages import onward, render
from bearwitness.web.routes_read import incident_values, visible_entry
from bearwitness.web.security import Checked, Lead, OwnDesk, Recorder

router = APIRouter()


@router.get("/inbox")
def inbox(request: Request, desk: OwnDesk, visitor: Recorder) -> Response:
    """What is new, changed or doubtful, the most consequential first."""
    desk.look()
    status = request.query_params.get("status", "new")
    status = status if status in query.STATUSES else "new"
    page = query.Filter.of({"page": request.query_params.get("page", "1")}).page
    asked = query.Filter(status=status, sort="weight", page=page, hidden=True)
    counts = {
        name: desk.finder.count(query.Filter(status=name, hidden=True)) for name in query.STATUSES
    }
    found = desk.finder.page_of(asked)
    messages = desk.accounts.waiting()
    return render(
        request, "inbox.html", found=found, status=status, counts=counts, messages=messages
    )


@router.post("/incidents/{incident_id}/acts")
def act(  # noqa: PLR0913
    request: Request,
    desk: OwnDesk,
    visitor: Recorder,
    _checked: Checked,
    incident_id: str,
    act: Annotated[str, Form()],
    why: Annotated[str, Form()] = "",
    seen: Annotated[int, Form()] = -1,
    target: Annotated[str, Form()] = "",
    field: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    moment: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Confirm, correct, reject, regrade, note or undo."""
    entry = visible_entry(desk, visitor, incident_id)
    home = incident_id
    try:
        if act == "undo" and value == "judgement":
            home = acts.undo_judgement(desk, incident_id, moment, visitor.name, why, seen)
        else:
            made = acts.Act(incident_id, act, visitor.name, why, seen, target, field, value)
            acts.record(desk, made)
    except BearwitnessError as error:
        status = 409 if isinstance(error, acts.ConflictError) else 400
        shown = {**incident_values(desk, visitor, entry), "error": str(error)}
        tried = {"act": act, "field": field, "value": value, "why": why, "target": target}
        return render(request, "incident.html", code=status, **shown, tried=tried)
    return RedirectResponse(onward(back) if back else f"/incidents/{home}", 303)


@router.post("/incidents/{incident_id}/merge")
def merge(
    desk: OwnDesk,
    visitor: Recorder,
    _checked: Checked,
    incident_id: str,
    other: Annotated[str, Form()],
    why: Annotated[str, Form()] = "",
    seen: Annotated[int, Form()] = -1,
) -> Response:
    """Make one incident of two."""
    visible_entry(desk, visitor, incident_id)
    visible_entry(desk, visitor, other.strip())
    home = acts.merge(desk, incident_id, other.strip(), visitor.name, why, seen)
    return RedirectResponse(f"/incidents/{home}", 303)


@router.post("/incidents/{incident_id}/split")
def split(
    desk: OwnDesk,
    visitor: Recorder,
    _checked: Checked,
    incident_id: str,
    leaving: Annotated[list[str] | None, Form()] = None,
    why: Annotated[str, Form()] = "",
    seen: Annotated[int, Form()] = -1,
) -> Response:
    """Take some tellings out of an incident."""
    visible_entry(desk, visitor, incident_id)
    home = acts.split(desk, incident_id, leaving or [], visitor.name, why, seen)
    return RedirectResponse(f"/incidents/{home}", 303)


@router.post("/documents/{document_id}/hold")
def hold(
    desk: OwnDesk,
    visitor: Lead,
    _checked: Checked,
    document_id: str,
    held: Annotated[str, Form()],
    why: Annotated[str, Form()] = "",
) -> Response:
    """Withhold a document, or release it."""
    acts.withhold(desk, document_id, held == "yes", visitor.name, why)
    return RedirectResponse(f"/documents/{document_id}", 303)
