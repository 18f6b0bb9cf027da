"""Working: the inbox, and every act on an incident or a document."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from bearwitness.errors import BearwitnessError, UsageError
from bearwitness.model.register import Entry
from bearwitness.web import acts, joining, present, query
from bearwitness.web.desk import Desk
from bearwitness.web.pages import onward, render
from bearwitness.web.routes_read import incident_values, visible_entry
from bearwitness.web.security import Checked, Lead, OwnDesk, Recorder, Visitor

router = APIRouter()


@router.get("/inbox")
def inbox(request: Request, desk: OwnDesk, visitor: Recorder) -> Response:
    """What is new, changed or doubtful, the most consequential first."""
    desk.look()
    status = request.query_params.get("status", "open")
    status = status if status in (*query.STATUSES, "decided") else "open"
    page = query.Filter.of({"page": request.query_params.get("page", "1")}).page
    asked = query.Filter(status=status, sort="weight", page=page, hidden=True)
    counts = {
        name: desk.finder.count(query.Filter(status=name, hidden=True))
        for name in ("open", *query.STATUSES)
    }
    return render(
        request, "inbox.html", found=desk.finder.page_of(asked), status=status, counts=counts,
        messages=desk.accounts.waiting(), decided=desk.accounts.decided(),
    )  # fmt: skip


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
            home = joining.undo(desk, incident_id, moment, visitor.name, why, seen)
        else:
            made = acts.Act(incident_id, act, visitor.name, why, seen, target, field, value)
            acts.record(desk, made)
    except BearwitnessError as error:
        status = 409 if isinstance(error, acts.ConflictError) else 400
        shown = {**incident_values(desk, visitor, entry), "error": str(error)}
        tried = {"act": act, "field": field, "value": value, "why": why, "target": target}
        return render(request, "incident.html", code=status, **shown, tried=tried)
    return RedirectResponse(onward(back) if back else f"/incidents/{home}", 303)


@router.get("/incidents/{incident_id}/merge")
def compare(
    request: Request, desk: OwnDesk, visitor: Recorder, incident_id: str, other: str = ""
) -> Response:
    """Two incidents side by side, and what a merge would take in besides."""
    other = other.strip()
    entry, second = (visible_entry(desk, visitor, key) for key in (incident_id, other))
    if entry.incident_id == second.incident_id:
        raise UsageError("an incident cannot be merged with itself")
    return _merge_page(request, desk, visitor, entry, second)


def _merge_page(
    request: Request, desk: Desk, visitor: Visitor, entry: Entry, second: Entry, **more: Any
) -> Response:
    third = joining.foreseen(desk, entry.incident_id, second.incident_id)
    values: dict[str, Any] = {
        "one": entry, "other": second, "rows": present.side_by_side(entry, second),
        "third": [visible_entry(desk, visitor, key) for key in third],
        "seen": desk.seen_number(entry, desk.claims(entry)),
        "seen_other": desk.seen_number(second, desk.claims(second)),
        "why": "", "error": "",
    }  # fmt: skip
    return render(request, "merge.html", **(values | more))


@router.post("/incidents/{incident_id}/merge")
def merge(
    request: Request,
    desk: OwnDesk,
    visitor: Recorder,
    _checked: Checked,
    incident_id: str,
    other: Annotated[str, Form()],
    why: Annotated[str, Form()] = "",
    seen: Annotated[int, Form()] = -1,
    seen_other: Annotated[int, Form()] = -1,
    apart: Annotated[list[str] | None, Form()] = None,
    along: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Make one incident of two."""
    other = other.strip()
    entry, second = (visible_entry(desk, visitor, key) for key in (incident_id, other))
    asked = joining.Merge(
        incident_id, other, visitor.name, why, seen, seen_other,
        frozenset(apart or ()), frozenset(along or ()),
    )  # fmt: skip
    try:
        home = joining.merge(desk, asked)
    except UsageError as error:
        if incident_id == other:
            raise
        code = 409 if isinstance(error, acts.ConflictError) else 400
        return _merge_page(
            request, desk, visitor, entry, second, code=code, error=str(error), why=why
        )
    return RedirectResponse(f"/incidents/{home}", 303)


@router.post("/incidents/{incident_id}/split")
def split(
    request: Request,
    desk: OwnDesk,
    visitor: Recorder,
    _checked: Checked,
    incident_id: str,
    leaving: Annotated[list[str] | None, Form()] = None,
    why: Annotated[str, Form()] = "",
    seen: Annotated[int, Form()] = -1,
) -> Response:
    """Take some tellings out of an incident."""
    entry = visible_entry(desk, visitor, incident_id)
    try:
        home = joining.split(desk, incident_id, leaving or [], visitor.name, why, seen)
    except UsageError as error:
        code = 409 if isinstance(error, acts.ConflictError) else 400
        shown = {**incident_values(desk, visitor, entry), "error": str(error)}
        return render(request, "incident.html", code=code, **shown)
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
