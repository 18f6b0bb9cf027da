"""Who may do what, and what no page may do.

Every route names the role it needs through `needs`; a test walks all routes and fails where one
does not. Forms carry a token bound to the visitor's cookies; headers forbid inline script, frames
and outside requests.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import Depends, Form, HTTPException, Request
from starlette.datastructures import MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bearwitness.web.accounts import Person
from bearwitness.web.desk import Desk

SESSION, VISIT = "bw_session", "bw_visit"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; worker-src 'self' blob:; font-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks for a page.

    Attributes:
        person: who is signed in, or None.
        visit: random value of the visitor's cookie, to which form tokens are bound.
        token: what forms must send back.
        fresh: the cookie has yet to be set.
    """

    person: Person | None
    visit: str
    token: str
    fresh: bool

    def may(self, role: str) -> bool:
        """Whether the visitor is signed in with that role or a higher one."""
        return self.person is not None and self.person.may(role)

    @property
    def name(self) -> str:
        """The signed-in person's name."""
        if self.person is None:
            raise HTTPException(401)
        return self.person.name


def desk_of(request: Request) -> Desk:
    """The desk that a request is for."""
    desk: Desk = request.app.state.desk
    return desk


def visitor_of(request: Request) -> Visitor:
    """The visitor, found once a request."""
    found = getattr(request.state, "visitor", None)
    if found is None:
        desk = desk_of(request)
        token = request.cookies.get(SESSION, "")
        person = desk.accounts.person(token) if token else None
        visit = request.cookies.get(VISIT, "")
        fresh = not 20 <= len(visit) <= 64 or not visit.isascii()
        if fresh:
            visit = secrets.token_urlsafe(24)
        bound = f"{visit} {token if person else ''}"
        signed = hmac.new(desk.accounts.secret, bound.encode(), "sha256").hexdigest()
        found = request.state.visitor = Visitor(person, visit, signed, fresh)
    assert isinstance(found, Visitor)
    return found


class SignInNeeded(Exception):  # noqa: N818
    """A page was asked for that only signed-in people see."""


def needs(role: str) -> Callable[[Request], Visitor]:
    """A dependency that lets pass whoever has a role.

    Args:
        role: one of the roles, "reader" (anybody where anonymous reading is on, else a viewer) or
            "anybody".
    """

    def guard(request: Request) -> Visitor:
        visitor = visitor_of(request)
        open_to_all = role == "anybody" or (
            role == "reader" and desk_of(request).settings.anonymous
        )
        if open_to_all:
            return visitor
        if visitor.person is None:
            raise SignInNeeded
        if not visitor.may("viewer" if role == "reader" else role):
            raise HTTPException(403, f"this needs the role {role}")
        return visitor

    guard.role = role  # type: ignore[attr-defined]
    return guard


def checked_form(request: Request, csrf: Annotated[str, Form()] = "") -> None:
    """Refuse a form that this desk did not give to this visitor.

    Raises:
        HTTPException: the token is wrong, or the request comes from another site.
    """
    origin = request.headers.get("origin")
    if origin and origin != "null" and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403, "the form was sent from another site")
    if request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        raise HTTPException(403, "the form was sent from another site")
    if not hmac.compare_digest(csrf.encode(), visitor_of(request).token.encode()):
        raise HTTPException(403, "the form is out of date: open the page again and send it anew")


Reader = Annotated[Visitor, Depends(needs("reader"))]
Recorder = Annotated[Visitor, Depends(needs("recorder"))]
Lead = Annotated[Visitor, Depends(needs("lead"))]
Admin = Annotated[Visitor, Depends(needs("admin"))]
Anybody = Annotated[Visitor, Depends(needs("anybody"))]
Checked = Annotated[None, Depends(checked_form)]
OwnDesk = Annotated[Desk, Depends(desk_of)]


class Guard:
    """Headers on every answer, and a bound on every request's body."""

    def __init__(self, app: ASGIApp, form: int, upload: int) -> None:
        self.app, self.form, self.upload = app, form, upload

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = self.upload if scope["path"] == "/add" else self.form
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if not length.isdigit() or int(length) > limit:
            answer = JSONResponse({"detail": "too large"}, 413)
            await answer(scope, receive, _with_headers(send))
            return
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise TooLarge
            return message

        try:
            await self.app(scope, bounded, _with_headers(send))
        except TooLarge:
            await JSONResponse({"detail": "too large"}, 413)(scope, receive, _with_headers(send))


class TooLarge(Exception):  # noqa: N818
    """A body grew beyond its bound while it was read."""


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending


def set_cookie(response: Any, name: str, value: str, secure: bool, age: int | None) -> None:
    """A cookie that no script reads and no other site sends."""
    response.set_cookie(
        name, value, max_age=age, httponly=True, secure=secure, samesite="lax", path="/"
    )
