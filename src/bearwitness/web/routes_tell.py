"""Readers' corrections: a public form, and what a person makes of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from bearwitness.errors import UsageError
from bearwitness.web import acts
from bearwitness.web.desk import missing
from bearwitness.web.jobs import Jobs, pasted
from bearwitness.web.pages import render
from bearwitness.web.routes_people import address_of
from bearwitness.web.routes_read import visible_entry
from bearwitness.web.security import Anybody, Checked, OwnDesk, Recorder

router = APIRouter()
MOST_WORDS = 5_000  # characters of one message
KINDS = ("correction", "report")


@router.get("/tell")
def tell_page(request: Request, desk: OwnDesk, visitor: Anybody, incident: str = "") -> Response:
    """The form."""
    return render(request, "tell.html", incident=incident[:60], error="", body="", sent=False)


@router.post("/tell")
def tell(
    request: Request,
    desk: OwnDesk,
    visitor: Anybody,
    _checked: Checked,
    body: Annotated[str, Form()] = "",
    kind: Annotated[str, Form()] = "correction",
    incident: Annotated[str, Form()] = "",
    contact: Annotated[str, Form()] = "",
    website: Annotated[str, Form()] = "",
) -> Response:
    """Keep a message until a person decides on it."""
    error, status = "", 200
    body = body.replace("\0", "").strip()
    if not body or len(body) > MOST_WORDS or len(contact) > 200 or kind not in KINDS:
        error, status = f"Write 1 to {MOST_WORDS} characters.", 400
    elif not desk.accounts.allow("tell", address_of(request), desk.settings.tells_an_hour):
        error, status = "Too many messages from your address: try again in an hour.", 429
    elif not website:  # a field that people do not see, and only programs fill in
        known = incident.strip() if desk.entry(incident.strip()) else None
        desk.accounts.tell(known, kind, body, contact.strip())
    return render(
        request, "tell.html", code=status, incident=incident[:60], error=error, body=body[:5000],
        sent=not error,
    )  # fmt: skip


@router.post("/messages/{number}")
def decide(
    request: Request,
    desk: OwnDesk,
    visitor: Recorder,
    _checked: Checked,
    number: int,
    verdict: Annotated[str, Form()],
    why: Annotated[str, Form()] = "",
    incident: Annotated[str, Form()] = "",
) -> Response:
    """Take a message in, lay it aside, or let it wait again."""
    if verdict == "reopen":
        reason = acts.reason(why)
        if not (0 <= number < 2**62 and desk.accounts.reopen(number, visitor.name, reason)):
            raise missing("such decision to take back")
        return RedirectResponse("/inbox", 303)
    message = desk.accounts.message(number) if 0 <= number < 2**62 else None
    if message is None:
        raise missing("such message waiting; somebody may have been quicker")
    why = acts.reason(why)
    if verdict == "dismiss":
        desk.accounts.decide(number, "dismissed", visitor.name, why)
        return RedirectResponse("/inbox", 303)
    if verdict != "accept":
        raise UsageError("accept or dismiss")
    if message["kind"] == "report":
        return _as_report(request, desk, visitor.name, number, message, why)
    target = incident.strip() or message["incident_id"] or ""
    entry = visible_entry(desk, visitor, target)
    words = " ".join(message["body"].split())
    if desk.accounts.decide(number, "accepted", visitor.name, why):
        seen = desk.seen_number(entry, desk.claims(entry))
        note = f"{why} (a reader wrote: {words})"
        acts.record(desk, acts.Act(target, "note", visitor.name, note[:2000], seen))
    return RedirectResponse(f"/incidents/{target}", 303)


def _as_report(
    request: Request, desk: OwnDesk, name: str, number: int, message: dict[str, str], why: str
) -> Response:
    jobs: Jobs = request.app.state.jobs
    file = pasted(message["body"], {"publisher": "A reader", "published_at": message["sent_at"]})
    if not desk.accounts.decide(number, "accepted", name, why):
        return RedirectResponse("/inbox", 303)
    job = jobs.start([file], name)
    return RedirectResponse(f"/add/{job.number}", 303)
