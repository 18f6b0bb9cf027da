"""The web application: one desk, its routes, and how errors are told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import quote

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as AnyHTTPException

from bearwitness import __version__
from bearwitness.errors import BearwitnessError, StoreError
from bearwitness.web import (
    api,
    routes_add,
    routes_people,
    routes_read,
    routes_series,
    routes_tell,
    routes_work,
)
from bearwitness.web.acts import ConflictError
from bearwitness.web.desk import Desk
from bearwitness.web.jobs import Jobs
from bearwitness.web.pages import render
from bearwitness.web.security import VISIT, Guard, SignInNeeded, set_cookie
from bearwitness.web.settings import Settings

HERE = Path(__file__).parent
_DAY = 24 * 3600


def create_app(settings: Settings) -> FastAPI:
    """The desk over a register.

    Raises:
        StoreError: the folder holds no register, or it cannot be read.
    """
    desk = Desk(settings)
    app = FastAPI(
        title="bearwitness",
        version=__version__,
        description="Incidents, figures, claims and documents of one register, as JSON.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    app.state.desk = desk
    app.state.jobs = Jobs(desk)
    pages = (routes_read, routes_series, routes_work, routes_people, routes_tell, routes_add)
    for module in pages:
        app.include_router(module.router, include_in_schema=False)
    app.include_router(api.router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.middleware("http")(_every_request)
    app.add_middleware(Guard, form=settings.form, upload=settings.upload + settings.form)
    _tell_errors(app)
    return app


async def _every_request(
    request: Request, call: Callable[[Request], Awaitable[Response]]
) -> Response:
    response = await call(request)
    visitor = getattr(request.state, "visitor", None)
    if visitor is not None and visitor.fresh and getattr(request.state, "rendered", False):
        secure = request.app.state.desk.settings.secure
        set_cookie(response, VISIT, visitor.visit, secure, _DAY)
    if request.url.path.startswith("/static/"):
        response.headers["cache-control"] = "public, max-age=3600"
    return response


def _tell_errors(app: FastAPI) -> None:
    def wants_json(request: Request) -> bool:
        return request.url.path.startswith(("/api", "/openapi"))

    def told(request: Request, status: int, message: str) -> Response:
        if wants_json(request):
            return JSONResponse({"detail": message}, status)
        return render(request, "message.html", code=status, message=message)

    @app.exception_handler(SignInNeeded)
    def sign_in(request: Request, _error: SignInNeeded) -> Response:
        if wants_json(request):
            return JSONResponse({"detail": "sign in first"}, 401)
        target = request.url.path
        if request.url.query:
            target += "?" + request.url.query
        onward = quote(target if request.method == "GET" else "/", safe="")
        return RedirectResponse(f"/sign-in?onward={onward}", 303)

    @app.exception_handler(AnyHTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        return told(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        where = ", ".join(".".join(str(p) for p in e["loc"]) for e in error.errors()[:3])
        return told(request, 422, f"the request is not understood: {where}")

    @app.exception_handler(ConflictError)
    def conflict(request: Request, error: ConflictError) -> Response:
        return told(request, 409, str(error))

    @app.exception_handler(StoreError)
    def store(request: Request, error: StoreError) -> Response:
        absent = "the register has no" in str(error) or "the store has no" in str(error)
        return told(request, 404 if absent else 503, str(error))

    @app.exception_handler(BearwitnessError)
    def usage(request: Request, error: BearwitnessError) -> Response:
        return told(request, 400, str(error))
