"""Signing in and out, and who may."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from bearwitness.errors import UsageError
from bearwitness.web.accounts import ROLES
from bearwitness.web.pages import onward, render
from bearwitness.web.security import (
    SESSION,
    Admin,
    Anybody,
    Checked,
    OwnDesk,
    set_cookie,
)

router = APIRouter()


def address_of(request: Request) -> str:
    """Where a request comes from, for limits only."""
    return request.client.host if request.client else "unknown"


@router.get("/sign-in")
def sign_in_page(request: Request, desk: OwnDesk, visitor: Anybody, onward: str = "/") -> Response:
    """The form."""
    return render(
        request, "sign_in.html", onward=onward[:500], error="",
        has_admin=desk.accounts.has_admin(),
    )  # fmt: skip


@router.post("/sign-in")
def sign_in(
    request: Request,
    desk: OwnDesk,
    visitor: Anybody,
    _checked: Checked,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    onward_to: Annotated[str, Form(alias="onward")] = "/",
) -> Response:
    """Start a session; the token is always a new one."""
    token = None
    allowed = desk.accounts.allow("sign-in", address_of(request), desk.settings.tries_an_hour)
    if allowed:
        token = desk.accounts.sign_in(name, password, desk.settings.session_hours)
    if token is None:
        error = "Name or password is wrong." if allowed else "Too many tries: wait an hour."
        return render(
            request, "sign_in.html", code=401 if allowed else 429, onward=onward_to,
            error=error, has_admin=True,
        )  # fmt: skip
    response = RedirectResponse(onward(onward_to), 303)
    age = desk.settings.session_hours * 3600
    set_cookie(response, SESSION, token, desk.settings.secure, age)
    return response


@router.post("/sign-out")
def sign_out(request: Request, desk: OwnDesk, visitor: Anybody, _checked: Checked) -> Response:
    """End the session."""
    desk.accounts.sign_out(request.cookies.get(SESSION, ""))
    response = RedirectResponse("/sign-in", 303)
    response.delete_cookie(SESSION, path="/")
    return response


@router.get("/people")
def people(request: Request, desk: OwnDesk, visitor: Admin) -> Response:
    """All accounts."""
    return render(request, "people.html", people=desk.accounts.people(), roles=ROLES, error="")


@router.post("/people")
def add_person(
    request: Request,
    desk: OwnDesk,
    visitor: Admin,
    _checked: Checked,
    name: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = "viewer",
    password: Annotated[str, Form()] = "",
) -> Response:
    """Make an account, or change one."""
    if name.strip().casefold() == visitor.name.casefold() and role != "admin":
        raise UsageError("you cannot take the role of admin from yourself")
    desk.accounts.add(name, role, password)
    return RedirectResponse("/people", 303)


@router.post("/people/active")
def set_active(
    desk: OwnDesk,
    visitor: Admin,
    _checked: Checked,
    name: Annotated[str, Form()] = "",
    active: Annotated[str, Form()] = "no",
) -> Response:
    """Keep somebody out, or let them in again."""
    if name.casefold() == visitor.name.casefold():
        raise UsageError("you cannot shut yourself out")
    desk.accounts.set_active(name, active == "yes")
    return RedirectResponse("/people", 303)
